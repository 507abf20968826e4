# Administración del servidor, y fundar una comunidad.

server-title = Este servidor
server-waiting = { $count ->
    [one] 1 comunidad quiere abrir
   *[other] { $count } comunidades quieren abrir
}
server-nothing-waits = No te espera ninguna comunidad.
server-approve = Abrirla
server-no-exchanges = Todavía no hay ninguna comunidad. Crea la primera.
server-members = { $count ->
    [one] 1 miembro
   *[other] { $count } miembros
}
server-failed = { $count ->
    [0] No ha fallado nada
    [one] 1 trabajo quedó sin hacer
   *[other] { $count } trabajos quedaron sin hacer
}
server-failed-none = Las cartas y las novedades salen como deben.
server-job-letter = Una carta
server-job-tell = Novedades de un intercambio
server-job-picture = Una imagen
server-attempts = { $count ->
    [one] un intento
   *[other] { $count } intentos
}
server-retry = Intentar de nuevo
server-health = Cómo está
server-payments = Admite intercambios
server-payments-yes = Sí
server-payments-no = No: mira el registro del programa
server-version = Versión
server-database = Base de datos
server-since = En marcha desde
server-queue = Trabajos en espera
server-oldest = El próximo toca
server-admins = Administración
server-backups = Copias de seguridad
server-backup-last = Última buena
server-backup-none = todavía ninguna
server-backup-checked = Comprobada
server-backup-size = Tamaño
server-backup-megabytes = { $size } MB o menos, { $count } filas
server-backup-place = Dónde
server-backup-off = Aquí nada hace copias. Arranca el servidor con --backup-every 24h, o hazlas con ayni backup.
server-backup-failing = La última copia falló y se intenta de nuevo en menos de una hora: { $reason }
server-backup-old = La última copia es más vieja de lo debido. Mira el registro del programa.
server-decline-title = No abrir esta comunidad
server-decline-hint = Quien la funda lo leerá en una carta. Di qué ayudaría.
server-log-title = Registro del servidor
server-log-none = Todavía no se ha hecho nada.
notice-exchange-approved = Está abierta. Quien la fundó recibe una carta.
notice-exchange-declined = No se abre. Quien la fundó recibe una carta con tus palabras.
notice-job-queued = Se intenta de nuevo enseguida.

found-title = Fundar una comunidad
found-lead = Vecinas y vecinos que hacen cosas unos por otros y llevan la cuenta juntos. Cuéntanos de la vuestra; quien lleva este servidor la mira y la abre.
field-code = Cuatro letras o cifras
found-code-hint = Con ellas empieza cada número de cuenta, como MARL en MARL0001. Quedan para siempre.
found-part-count = Cómo contáis
found-part-terms = Lo que acepta quien llega
found-shape = ¿Qué es?
found-shape-community = Crédito mutuo
found-shape-community-sub = Como una LETS: cada cosa tiene su precio en una unidad propia.
found-shape-time-bank = Banco de tiempo
found-shape-time-bank-sub = Una hora es una hora, se haga lo que se haga.
field-unit = ¿En qué contáis?
found-unit-hours = Horas y minutos
found-unit-hours-sub = Se ve como 1:30 y se cuenta por minutos. Lo suyo para un banco de tiempo.
found-unit-own = Una unidad propia
found-unit-own-sub = Con el nombre que le deis abajo.
field-decimals = Decimales
found-decimals-hint = Con qué finura se cuenta. Queda para siempre.
field-per_hour = ¿Cuántas hacen una hora de trabajo?
found-per-hour-hint = Por ejemplo 12. De ahí salen los primeros límites, y permite comparar comunidades.
found-floor = ¿Qué firmeza tiene el primer límite?
found-floor-hint = Quien llega puede bajar de cero unas doce horas. Se puede cambiar después.
found-button = Pedir que se abra
found-asked = Pedido
found-waits = Gracias. Quien lleva este servidor lo mirará, y recibirás una carta.
found-active = Está abierta, y tú la administras.
found-declined = No se abrió en este servidor.
found-go = Ir a { $name }
