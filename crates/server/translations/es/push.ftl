# Lo que los aparatos muestran al momento (web push).

push-title = En tus aparatos
push-lead = Un teléfono o un ordenador puede mostrar lo que pasa en cuanto pasa, también con estas páginas cerradas.
push-needs = Este navegador no puede hacerlo aquí. Hace falta uno que muestre notificaciones y ejecute scripts; en un iPhone o iPad, pon primero estas páginas en la pantalla de inicio y ábrelas desde allí.
push-denied = Este navegador no muestra notificaciones de estas páginas. Permítelas en sus ajustes y vuelve a abrir esta página.
push-failed = No ha funcionado: el navegador no ha alcanzado su servicio de notificaciones. Prueba más tarde.
push-on = Mostrarlo en este aparato
push-off = Dejar de mostrar
push-off-named = No mostrar nada más en { $name }
push-since = Activado
push-kinds = Qué muestran tus aparatos
push-renew = Renovar
notice-push-on = Este aparato muestra desde ahora lo que pasa.
notice-push-off = Ese aparato ya no muestra nada.
error-push-place = Tu navegador recibe notificaciones en una dirección a la que este servidor no envía: solo a servicios de Internet, por https. Sirve otro navegador.
server-job-push = Una notificación a un aparato
