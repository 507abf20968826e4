# Notifications: the inbox, what is told by mail and when, and the links that stop letters.

frame-notices = { $count ->
    [0] Avisos: nada nuevo
    [one] Avisos: 1 nuevo
   *[other] Avisos: { $count } nuevos
}
notices-title = Avisos
notices-new = Nuevos
notices-unread = Nuevo
notices-earlier = Anteriores
notices-nothing-new = Nada nuevo. Aquí estará lo que pase con tus intercambios, ofertas y demandas.
notices-read-all = Los he visto todos
notices-more-unread = { $count ->
    [one] Queda uno más por leer; estará aquí cuando leas estos.
   *[other] Quedan { $count } más por leer; estarán aquí cuando leas estos.
}
notices-settings = Qué se te avisa, y cuándo
notices-settings-short = Ajustes
notices-settings-sub = Correos, aparatos, horas de silencio
notices-settings-lead = Todo está al momento en tus avisos. Aquí eliges qué llega también por correo, o se muestra en tus aparatos.
notices-by-mail = Por correo
notices-no-address = No consta ninguna dirección tuya, así que no hay correos. Pon una en tus ajustes.
notices-to-address = Los correos van a { $address }.
notices-quiet = Horas de silencio
notices-quiet-wish = Sin correos, y nada en los aparatos, en estas horas
notices-quiet-hint = Lo que pase entretanto llega de una vez cuando terminan. Los correos sobre tu contraseña y tu entrada llegan siempre al momento.
field-quiet_from = Desde
field-quiet_until = Hasta
error-time = Escribe una hora como 22:00.
error-quiet-whole-day = Elige un final que no sea el principio.
notices-kind-requests = Alguien te pide un pago
notices-kind-requests-sub = Espera tu respuesta
notices-kind-trades = Tus intercambios
notices-kind-trades-sub = Alguien ha pagado, aceptado, rechazado, corregido u objetado
notices-kind-listings = Tus ofertas y demandas
notices-kind-listings-sub = Terminan pronto, han terminado o se han ocultado
notices-kind-membership = Tu participación
notices-kind-membership-sub = Se te ha dado la bienvenida, o tienes una tarea nueva
notices-kind-administration = Lo que espera a la administración
notices-kind-administration-sub = Alguien quiere entrar, u objeta un intercambio

unsubscribe-title = ¿No más correos de estos?
unsubscribe-lead = No recibirás más correos sobre: <b>{ $kind }</b>.
unsubscribe-done-title = Hecho
unsubscribe-done = No habrá más correos sobre: <b>{ $kind }</b>.
unsubscribe-still = Todo sigue en tus avisos, y allí puedes cambiar de idea cuando quieras.
unsubscribe-do = No más correos sobre esto

letter-several-subject = Han pasado { $count } cosas
letter-several = Esto ha pasado desde la último correo:
letter-several-more-subject = Han pasado { $count } cosas
letter-several-more = Estas son las primeras { $shown } cosas que han pasado desde la último correo; las demás están en tus avisos:
letter-open = Abrir
letter-stop = No más correos de este tipo
