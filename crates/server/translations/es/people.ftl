# People: the directory, a member's page, one's own page, inviting.

people-title = Gente
people-invite = Invitar a alguien
people-search = Nombre o número
people-find = Buscar
people-all = Todo el mundo
people-none = Aquí nadie tiene «{ $words }» en el nombre o el número.
people-empty = Todavía no hay nadie. Invita a la gente con quien te gustaría intercambiar.
people-record = dio { $provided }, recibió { $received }
people-new = todavía no ha intercambiado
people-you = tú
people-resting = en pausa

member-since = Aquí desde { $month }
member-kind-shared = Hogar
member-kind-organisation = Asociación
member-kind-company = Empresa
member-kind-public = Cuenta abierta
member-kind-administration = La propia comunidad
member-own = Esta es tu página, tal como la ven los demás.
member-own-no-words = Todavía no has contado nada de ti. Unas palabras sobre lo que sabes hacer ayudan a que te busquen.
member-edit = Cambiar mi página
member-trade = Anotar un intercambio
member-reach = Cómo ponerse en contacto
member-no-contact = { $name } no ha dejado aquí ni dirección ni teléfono.
member-record = Historial de intercambios
member-above = Hasta ahora { $name } ha dado más de lo que ha recibido.
member-below = { $name } ha recibido un poco más de lo que ha dado. Es una promesa a los demás.
member-even = { $name } ha dado tanto como ha recibido.
member-provided = Ha dado
member-received = Ha recibido
member-trades = { $count ->
    [0] nada todavía
    [one] 1 intercambio
   *[other] { $count } intercambios
}
member-last = Último intercambio
member-never = todavía ninguno
member-what-record = ¿Qué dice este historial?
member-what-record-text = El historial de cada miembro está abierto a los demás, para que todos vean que la comunidad está en equilibrio. No se muestra con quién ha intercambiado { $name }.
member-hidden = En esta comunidad los historiales no se muestran a los demás miembros. Este lo ven { $name } y quienes llevan la comunidad.
member-resting = Esta cuenta está en pausa. { $name } no participa en intercambios por ahora.
member-suspended = Quienes llevan la comunidad han detenido esta cuenta. Por ahora no se puede intercambiar con { $name }.
member-left = { $name } ha dejado la comunidad.
member-keepers = Para quienes llevan la comunidad
member-open-statement = Su extracto
member-open-statement-sub = Lo puede leer cualquier miembro
member-statement = Extracto de { $name }
member-administration = Cuenta y pertenencia

profile-title = Mi página
profile-name-hint = Como te conocen los demás.
profile-about-hint = Qué te gusta hacer, qué te vendría bien, cuándo tienes tiempo.
profile-place-hint = El pueblo, la calle o el barrio: lo que quieras contar.
profile-initials = Iniciales
profile-face = Cara dibujada { $number }
profile-other-faces = Ver otras caras
profile-save = Guardar
profile-leave-as-is = Dejarlo como está

invite-title = Invitar a alguien
invite-lead = Recibirá una carta tuya con un enlace que vale treinta días.
invite-email-hint = De una persona a la que conoces.
invite-asks = Con tu invitación podrá pedir entrar. Después le dará la bienvenida alguien que lleva la comunidad.
invite-welcomes = Tú llevas esta comunidad, así que tu invitación ya es la bienvenida: será miembro en cuanto rellene el formulario.
invite-send = Enviar la invitación

field-about = Sobre ti
field-place = Lugar
field-website = Páginas en otro sitio
field-portrait = Tu cara

notice-invited = La invitación va de camino.
notice-profile = Tu página ha cambiado.
member-listings = Ofrece y busca
