# Mensajes entre miembros.

frame-messages = Mensajes
frame-unread = { $count ->
    [one] 1 conversación con algo nuevo
   *[other] { $count } conversaciones con algo nuevo
}
messages-empty = Aquí está lo que os escribís entre miembros. Abre la página de alguien, o una oferta, y escríbele.
messages-empty-people = Buscar a alguien
messages-you = Tú:
messages-new = Nuevo
messages-write-to = Escribir a { $name }
messages-trade-no-words = Un intercambio
messages-muted = sin correos
messages-mute = Parar correos
messages-unmute = Correos otra vez
messages-muted-lead = No recibes correos de esta conversación. Lo que se escriba estará aquí igualmente.
notice-messages-muted = Desde ahora no recibes correos de esta conversación.
notice-messages-unmuted = Vuelves a recibir correos de esta conversación.
messages-earlier = Mensajes anteriores
messages-newest = A los más nuevos
messages-since = Nuevo desde que estuviste aquí
messages-kept = Lo que escribiste antes vuelve a estar aquí. Aún no se ha enviado nada.
messages-placeholder = Escribe aquí
messages-send = Enviar
messages-first-hint = Di quién eres y de qué se trata. Tu dirección se queda con nosotros: la respuesta llega aquí.
field-text = Tu mensaje
error-message-exchange = Esta comunidad no está en marcha. Lo escrito se queda aquí; no se puede escribir nada nuevo.
error-message-left = Este miembro ha dejado la comunidad. Lo escrito se queda aquí; no se puede escribir nada nuevo.
error-message-stopped = La administración ha suspendido la cuenta de este miembro. Lo escrito se queda aquí; por ahora no se puede escribir nada nuevo.
error-message-closed = Este miembro no recibe mensajes ahora. Háblalo cuando os veáis, o pide a un administrador que se lo diga.
error-message-unblock = Bloqueas a esta persona, que no podría contestarte. Desbloquéala antes, en «Personas bloqueadas».
error-message-self = Esta cuenta también es tuya. Escribe a otra persona.
error-messages-minutes = Has escrito muchísimo en una hora. Puedes seguir dentro de { $wait } min; lo que has escrito se queda aquí.
error-conversations-minutes = Has escrito por primera vez a muchas personas. Puedes escribir a la siguiente dentro de { $wait } min; a quien ya escribiste puedes contestarle cuando quieras.
error-conversations-hours = Has escrito por primera vez a muchas personas. Puedes escribir a la siguiente dentro de { $wait } h; a quien ya escribiste puedes contestarle cuando quieras.

letter-messages-subject = { $writer } te ha escrito
letter-messages = { $writer } te ha escrito en { $exchange }:
letter-messages-about-subject = { $writer } sobre «{ $title }»
letter-messages-about = { $writer } te ha escrito en { $exchange } sobre «{ $title }»:
letter-messages-answer = Contesta en esta página, o di allí que no quieres correos de esta conversación. Una respuesta a este correo no llegaría a nadie.
notices-kind-messages = Mensajes
notices-kind-messages-sub = Lo que te escriben otros miembros; está enseguida en Mensajes
unsubscribe-still-messages = Todo sigue en Mensajes, y en tus avisos puedes cambiar de idea cuando quieras.
