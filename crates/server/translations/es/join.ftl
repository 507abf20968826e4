# Joining an exchange, and operating an account with others.

join-title = Entrar en { $exchange }
join-invited-by = { $name } te invita.
join-means = Qué significa
join-means-trade = Tú haces algo por alguien de aquí y otra persona hace algo por ti. Las dos cosas se cuentan en { $unit } y no pasa dinero de mano en mano.
join-means-floor = Puedes empezar recibiendo: hasta { $floor }. Por debajo de cero hay una promesa a los demás, sin intereses.
join-means-no-floor = Puedes empezar recibiendo. Por debajo de cero hay una promesa a los demás, sin intereses.
join-means-seen = Los miembros ven tu página y cuánto has dado y recibido. Las visitas no.
join-means-leave = Puedes irte cuando lo que has dado y recibido esté igualado.
join-others = Buscar otra comunidad
join-terms = Lo que han acordado los miembros
join-begin = Primero, ¿quién eres?
join-begin-lead = Con una sola entrada puedes estar en todas las comunidades de este servidor.
join-register = Soy nuevo aquí
join-sign-in = Entrar
join-kind-individual = Yo
join-kind-shared = Nuestro hogar
join-kind-shared-sub = Una cuenta para todos los que vivimos juntos
join-kind-organisation = Una asociación
join-kind-company = Un negocio
join-application-hint = Esto solo lo leen quienes llevan la comunidad: cómo nos encontraste, a quién conoces aquí.
join-accept = Lo he leído y estoy de acuerdo
join-ask = Pedir entrar
join-then = Lo lee alguien que lleva la comunidad, una persona, y recibirás una carta.

applied-title = Has pedido entrar
applied-lead = Has pedido entrar en { $exchange }
applied-as = Como
applied-when = Cuándo
applied-next = Alguien que lleva la comunidad lo leerá y te contestará por carta. No tienes que hacer nada más.
applied-look = Mirar la comunidad
applied-withdraw = Retirarlo

operate-title = Llevar también la cuenta de { $name }
operate-means = Podrías anotar intercambios, contestar peticiones y ver todo lo de esta cuenta, como { $name }. Cada cual conserva su propia entrada, y quien lleva la cuenta puede también quitar a otra persona.
operate-sign-in-lead = Entra primero con tu propia dirección, o regístrate. Después vuelves aquí.
operate-accept = Sí, como { $user }
operate-not = Ahora no

field-kind = ¿Quién entra?
field-application = Unas palabras para nosotros
field-terms = Lo que han acordado los miembros
field-invitation = Invitación

notice-applied = Gracias. Tu deseo de entrar ha llegado.
notice-joined = Te damos la bienvenida. Este es tu inicio.
notice-withdrawn = Lo has retirado.
notice-operating = Ahora llevas esta cuenta. Si tienes varias, cambias de una a otra en tu cara.

