# Administración de una comunidad: personas, intercambios, reparos, ajustes, el registro.

admin-title = Administración
admin-waits = Lo que espera
admin-nothing-waits = No espera nada. Todo está respondido.
admin-applicants = { $count ->
    [one] 1 persona quiere entrar
   *[other] { $count } personas quieren entrar
}
admin-applicants-sub = Dales la bienvenida, o di por qué ahora no
admin-objections = { $count ->
    [one] Alguien dice que 1 intercambio no está bien
   *[other] Alguien dice que { $count } intercambios no están bien
}
admin-objections-sub = Escucha a las dos partes y decide
admin-requests = { $count ->
    [one] 1 petición espera respuesta
   *[other] { $count } peticiones esperan respuesta
}
admin-requests-sub = Puedes aceptar por quien no puede hacerlo
admin-people = { $count ->
    [one] 1 miembro
   *[other] { $count } miembros
}
admin-people-sub = Límites, bloqueos, tareas, y quién lleva tiempo sin aparecer
admin-trades = Intercambios
admin-trades-sub = Todo lo anotado, lo más nuevo primero
admin-rules = Reglas
admin-rules-sub = Aportación, límites, quién puede anotar: en preguntas
admin-settings = Nombre, palabras y aspecto
admin-settings-sub = Lo que la comunidad dice de sí misma, sus condiciones, su color
admin-log = El registro
admin-log-sub = Quién cambió qué, cuándo y por qué
admin-invite = Invitar
admin-add = Añadir a mano
admin-save = Guardar
admin-leave = Dejarlo como está
admin-effect = Qué hace esto
admin-reason-hint = Queda en el registro, con tu nombre.
field-reason = ¿Por qué?
admin-about = Sobre esta persona

admin-waiting-title = Quieren entrar
admin-waiting-none = Nadie espera para entrar. Invita a alguien que conozcas.
admin-waiting-invited = Con invitación de un miembro
admin-welcome = Dar la bienvenida a { $name }
admin-not-now = Ahora no
admin-decline-title = Ahora no
admin-decline-lead = { $name } recibirá una carta con lo que escribas aquí.
admin-decline-hint = Una o dos frases amables; di qué ayudaría.
admin-decline = Enviar y no aceptar
notice-welcomed = Bienvenida dada. Recibirá una carta con su número.
notice-declined = No aceptada. Recibirá una carta con tus palabras.

kind-individual = Una persona
kind-shared = Hogar
kind-organisation = Asociación
kind-company = Empresa
kind-public = Cuenta abierta, cuyo extracto puede leer cualquier miembro

admin-people-title = Personas
admin-find = Nombre o número
admin-find-button = Buscar
admin-among = Mostrar
admin-among-all = Todas
admin-among-near = Cerca de un límite
admin-among-quiet = 3 meses sin intercambios
admin-among-suspended = Suspendidas
admin-among-locked = Bloqueadas
admin-people-none = No hay nadie así.
admin-people-all = Mostrar todas
admin-people-caption = Miembros por nombre
admin-col-member = Miembro
admin-col-standing = Saldo, { $unit }
admin-col-last = Último intercambio
admin-never = nunca
admin-tag-suspended = Suspendida
admin-tag-resting = Descansa
admin-tag-closed = Cerrada
admin-tag-locked = Bloqueada
admin-tag-floor = Cerca del mínimo
admin-tag-ceiling = Cerca del máximo
admin-tag-new = Aún sin intercambios
admin-stands-at = { $name } está en { $amount }
admin-provided = Ha dado
admin-received = Ha recibido
admin-trade-count = { $count ->
    [one] 1 intercambio
   *[other] { $count } intercambios
}
admin-joined = Miembro desde
admin-public-page = Como la ven los miembros
admin-history = Lo que se ha hecho con esta cuenta
admin-changes = Lo que puedes cambiar

admin-do-profile = Editar la página de { $name }
admin-do-profile-sub = Nombre, lugar, cómo contactar
admin-profile-lead = Lo que los miembros leen de { $name }. Que lo has cambiado queda en el registro.
admin-do-limits = Límites de { $name }
admin-do-limits-sub = Cuánto por debajo y por encima de cero
admin-do-switches = Lo que { $name } puede hacer por su cuenta
admin-do-switches-sub = Donde difiere de los demás
admin-switches-lead = Deja una respuesta en «como todos» y { $name } seguirá las reglas de la comunidad.
admin-do-keys = Quién maneja la cuenta de { $name }
admin-do-keys-sub = Accesos, coordinación, administración
admin-do-lock = Bloquear la cuenta de { $name }
admin-do-lock-sub = { $name } puede ofrecer cosas, pero no pagar.
admin-effect-lock =
    { $name } puede seguir ofreciendo cosas y se le abonan.
    { $name } no puede pagar nada hasta que quites el bloqueo. Nada de lo que cuenta cambia.
admin-do-unlock = Quitar el bloqueo de { $name }
admin-do-unlock-sub = { $name } puede pagar de nuevo.
admin-effect-unlock = Desde ahora { $name } puede dar unidades de nuevo, dentro de sus límites.
admin-do-rest = Dejar descansar la cuenta de { $name }
admin-do-rest-sub = Para una ausencia; { $name } también puede despertarla.
admin-effect-rest =
    Nadie puede hacer intercambios con { $name } mientras la cuenta descansa. El saldo se queda.
    { $name } o un administrador pueden despertarla cuando quieran.
admin-do-wake = Despertar la cuenta de { $name }
admin-do-wake-sub = { $name } participa de nuevo.
admin-effect-wake = Desde ahora { $name } puede hacer intercambios como antes.
admin-do-suspend = Suspender a { $name }
admin-do-suspend-sub = Detiene todo; solo la administración lo levanta.
admin-effect-suspend =
    { $name } puede entrar y leer, pero ni dar ni recibir.
    Las peticiones que esperan se quedan como están. Solo un administrador lo levanta.
admin-do-lift = Levantar la suspensión de { $name }
admin-do-lift-sub = { $name } participa de nuevo.
admin-effect-lift = Desde ahora { $name } puede hacer intercambios como antes.
admin-do-close = Terminar la participación de { $name }
admin-do-close-sub = Para siempre; la cuenta tiene que estar a cero.
admin-effect-close =
    La cuenta se cierra para siempre y su número no se vuelve a dar. Lo intercambiado queda en los libros.
    Solo es posible con saldo cero. { $name } recibe una carta con el motivo.

admin-keys-lead = Estas personas entran y actúan por esta cuenta.
admin-keys-no-email = Sin correo; entra con el número de la cuenta
admin-keys-since = Desde
admin-keys-none = Nadie maneja esta cuenta. La coordinación anota sus intercambios.
admin-keys-invite = Enviar una carta
admin-keys-invite-hint = Quien abra el enlace de la carta manejará la cuenta desde entonces.
admin-keys-tasks = Quien coordina ve y anota intercambios de cualquier miembro. Quien administra hace todo lo de estas páginas y maneja la cuenta propia de la comunidad.
admin-give-coordinator = Nombrar coordinador o coordinadora
admin-take-coordinator = Ya no coordina
admin-give-admin = Nombrar administrador o administradora
admin-take-admin = Ya no administra
admin-remove-operator = { $name } ya no maneja esta cuenta
role-coordinator = Coordinación
role-admin = Administración

switch-pays = ¿Puede { $name } pagar al momento?
switch-records = ¿Puede { $name } anotar lo que da, contando al momento?
switch-requests = ¿Puede { $name } enviar peticiones?
switch-acceptance = ¿Qué pasa con las peticiones que llegan a { $name }?
switch-as-all = Como todos
switch-yes = Sí
switch-no = No
switch-list = Se aceptan al momento las de quienes ha elegido

admin-add-title = Añadir a alguien
admin-add-lead = Para quien tienes delante. La cuenta se abre al momento.
admin-add-kind = ¿Quién es?
admin-entrance = ¿Cómo llegará a su cuenta?
admin-entrance-letter = Por correo electrónico
admin-entrance-letter-sub = Recibe una carta con un enlace y elige su contraseña.
admin-entrance-number = Con su número y una primera contraseña
admin-entrance-number-sub = Para quien no tiene correo: escríbele las dos cosas en un papel.
admin-entrance-none = De ninguna manera
admin-entrance-none-sub = La coordinación anota sus intercambios, en papel o por teléfono.
field-login_email = Correo para entrar
admin-login-email-hint = Solo para la primera respuesta. Los miembros no lo ven.
admin-first-password = Primera contraseña
admin-first-password-hint = Solo para la segunda respuesta. Podrá cambiarla después.
admin-add-button = Añadir y dar la bienvenida
notice-added = Añadida. Esta es su cuenta.
notice-letter-sent = La carta va en camino.

admin-trades-title = Intercambios
admin-trades-journal = Todos
admin-trades-waiting = En espera
admin-trades-none = Todavía no hay intercambios.
admin-trades-none-waiting = No espera ninguna petición.
admin-trades-caption = Intercambios, lo más nuevo primero
admin-col-trade = Quién a quién
admin-col-when = Cuándo
admin-trade-line = { $giver } a { $receiver }
admin-tag-reversal = Devolución
admin-tag-replacement = Corrección
admin-tag-reversed = Devuelto
admin-tag-objection = Reparo

admin-objections-title = Reparos
admin-objections-none = Nadie pone reparos.
admin-objects = { $name } dice:
admin-traded = Intercambio:
admin-let-stand = Se queda así
admin-reverse = Deshacerlo
admin-see-trade = Ver el intercambio
admin-stands-title = El intercambio se queda
admin-stands-lead = Las dos partes leerán lo que escribas aquí.
admin-stands-hint = Lo que te han contado las dos, y por qué se queda.
notice-stands = Se queda. Las dos partes reciben aviso.

admin-settings-title = Nombre, palabras y aspecto
admin-terms-title = Condiciones
admin-terms-lead = Quien llega las acepta. Cuando cambian, se pregunta de nuevo a los miembros.
admin-terms-hint = Cortas y con palabras sencillas. Puede quedar vacío.
exchange-part-itself = Vuestra comunidad
exchange-part-where = Lugar, idioma y color
exchange-part-ways = Palabras, y quién puede entrar
field-exchange-name = Nombre de la comunidad
field-tagline = En una línea
exchange-tagline-hint = Por ejemplo: Vecinas y vecinos del valle
field-exchange-about = Sobre la comunidad
exchange-about-hint = Quiénes sois, desde cuándo, qué hacéis unos por otros. Lo puede leer cualquiera.
field-exchange-place = Pueblo o barrio
field-country = País
exchange-country-hint = Dos letras, como ES o MX
field-time_zone = Zona horaria
field-colour = Vuestro color
exchange-colour-hint = Cualquier color. Cuidamos de que el texto se lea bien.
field-contact = Cómo contactar con la administración
exchange-contact-hint = Lo ve todo el mundo: una dirección, un teléfono, cuándo os reunís.
exchange-words = ¿Qué palabras usáis?
exchange-words-community = «He dado», «He recibido»
exchange-words-community-sub = Palabras sencillas, de vecindad
exchange-words-bank = «Me han pagado», «Pagar»
exchange-words-bank-sub = Para comunidades que prefieren palabras de banco
exchange-joining = ¿Quién puede pedir entrar?
exchange-joining-open = Cualquiera
exchange-joining-open-sub = Tú das la bienvenida a cada persona.
exchange-joining-invited = Quien tenga invitación
exchange-joining-invited-sub = De un miembro o de la administración.
exchange-joining-closed = Nadie por ahora
exchange-joining-closed-sub = La página lo dice.

admin-log-title = El registro
admin-log-lead = Nada de lo que hay aquí se puede cambiar ni borrar.
log-server = El servidor
log-other = { $act }: { $subject }
log-rules = Cambiaron las reglas: { $parts }
log-rules-first = las primeras reglas
log-rules-open = si hay intercambios
log-rules-unit = la unidad
log-rules-levy = la aportación
log-rules-recording = quién puede anotar
log-rules-acceptance = cómo se aceptan las peticiones
log-rules-days = los plazos para corregir
log-rules-floor = el mínimo de quienes llegan
log-rules-ceiling = el máximo de quienes llegan
log-rules-records = quién ve los saldos
log-account-opened = Cuenta { $number } abierta para { $name }
log-state-active = { $name } participa de nuevo
log-state-disabled = La cuenta de { $name } descansa
log-state-suspended = { $name } quedó en suspenso
log-state-closed = Se cerró la cuenta de { $name }
log-locked = Se bloqueó la cuenta de { $name }
log-unlocked = Se quitó el bloqueo de { $name }
log-limits = Límites de { $name }: mínimo { $floor }, máximo { $ceiling }
log-switches = Cambió lo que { $name } puede hacer por su cuenta
log-hold = Apartadas { $amount } de { $name }
log-hold-ended = Lo apartado de { $name } vuelve a estar libre
log-member-welcomed = Bienvenida a { $subject }, con el número { $value }
log-member-declined = { $subject } no fue aceptada
log-membership-ended = Terminó la participación de { $subject }
log-member-left = { $subject } se fue
log-profile-edited = Se editó la página de { $subject }
log-invited = Invitación para { $subject }
log-invitation-revoked = Se retiró la invitación para { $subject }
log-operator-added = { $value } maneja la cuenta de { $subject }
log-operator-removed = { $value } ya no maneja la cuenta de { $subject }
log-role-given = { $subject } tiene ahora la tarea: { $value }
log-role-taken = { $subject } ya no tiene la tarea: { $value }
log-exchange-edited = Se editó lo que { $subject } dice de sí misma
log-terms-changed = Las condiciones pasaron a la versión { $value }
log-exchange-founded = { $subject } pide abrir
log-exchange-approved = Se abrió { $subject }
log-exchange-declined = No se abrió { $subject }
log-server-admin-added = { $subject } administra el servidor
log-server-admin-removed = { $subject } ya no administra el servidor
log-job-retried = El trabajo { $subject } se intenta de nuevo
admin-market = El mercado
admin-market-sub = Las categorías, y qué pueden ser las ofertas y demandas
admin-market-title = El mercado
admin-market-bounds = Qué se puede ofrecer y buscar
admin-market-days = ¿Cuánto tiempo como mucho?
admin-market-days-unit = días
admin-market-days-hint = Después se renueva con un toque, o deja de mostrarse. Lo que ya está conserva su fecha.
admin-market-endless = También puede quedar sin fecha de fin
admin-market-endless-hint = Entonces el mercado se llena poco a poco de lo que ya nadie ofrece.
admin-market-sight = ¿A quién se puede mostrar?
admin-market-sight-exchange-sub = Quien visita no ve nada del mercado
admin-market-sight-everyone-sub = Si su dueño quiere; quien visita no ve nombres
admin-categories = Categorías
admin-category-new = Añadir una categoría
admin-category-title = Una categoría
admin-category-retired = Retirada
admin-category-name-hint = Vacío: «{ $name }», y su traducción para los demás.
admin-category-parent = Parte de
admin-category-none = Ninguna: está sola
admin-category-icon = Su icono
admin-category-retire = Retirarla
admin-category-retire-hint = Lo que contiene se queda; no entra nada nuevo.
admin-category-up = Más arriba
admin-category-down = Más abajo
log-market-changed = Cambió qué pueden ser las ofertas y demandas
log-category-added = Categoría añadida: { $subject }
log-category-edited = Categoría cambiada: { $subject }
log-category-retired = Categoría retirada: { $subject }
log-listing-stopped = Oculto en el mercado: { $subject }
log-listing-released = Se vuelve a mostrar en el mercado: { $subject }
