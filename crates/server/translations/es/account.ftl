# Signing in and out, registering, finding back in, and a user's own affairs.

field-login = Correo o número de cuenta
field-password = Contraseña
field-new-password = Contraseña nueva
field-current = Tu contraseña de ahora
field-name = Nombre
field-email = Correo
field-locale = Idioma

sign-in-title = Entrar
sign-in-login-hint = Por ejemplo ana@example.org o MARL0027.
sign-in-button = Entrar
sign-in-forgotten = He olvidado mi contraseña
sign-in-new = ¿Es tu primera vez?
sign-in-register = Regístrate
sign-in-demo = Cuentas de esta demostración
sign-in-demo-lead = Elige una; la contraseña de todas es <b>{ $password }</b>.
notice-signed-out = Has salido.

register-title = Regístrate
register-lead = Con un solo registro puedes estar en todas las comunidades de este servidor. Te escribimos un correo para ver que la dirección es tuya.
register-name-hint = Como te conocen tus vecinos.
register-email-hint = Los demás miembros no la ven si tú no quieres.
register-password-hint = Al menos 10 caracteres. Unas cuantas palabras seguidas van bien y se recuerdan fácil.
register-button = Registrarme
register-known = ¿Ya te registraste?
register-sent-title = Mira tu correo
register-sent-lead = Te hemos enviado un correo con un enlace. Ábrelo para seguir.
register-sent-more = Puede tardar unos minutos, y a veces llega a la carpeta de correo no deseado. El enlace sirve tres días.
register-sent-go = A la primera página

confirm-title = Confirma tu dirección
confirm-lead = Escribe la contraseña que elegiste, y <b>{ $email }</b> queda confirmada.
confirm-password-hint = Lo pedimos para que nadie te registre con un simple clic.
confirm-button = Confirmar y entrar
dead-link-title = Este enlace ya no sirve
dead-link-lead = Ya se usó, es demasiado viejo o se envió otro más nuevo.
dead-link-more = Entra y, si no puedes, pide allí un enlace nuevo.
dead-link-go = Entrar

reset-title = Una contraseña nueva
reset-lead = Dinos tu correo y te enviamos un enlace para elegir una contraseña nueva.
reset-button = Envíame el enlace
reset-no-mail = ¿No tienes correo? Pregunta a la administración de tu comunidad; te pueden ayudar en persona.
reset-sent-title = Mira tu correo
reset-sent-lead = Si alguien de aquí tiene esta dirección, ya va en camino un correo con un enlace.
reset-sent-more = El enlace sirve media hora. Si no llega nada, mira en el correo no deseado o prueba con la dirección con la que te registraste.
reset-sent-go = Entrar
choose-title = Elige una contraseña nueva
choose-lead = Es para <b>{ $email }</b>. Se cerrará la sesión en todos tus aparatos.
choose-button = Cambiar la contraseña
notice-password-changed = Tu contraseña ha cambiado.

me-title = Ajustes
me-name-hint = Tu propio nombre. Lo que cada comunidad muestra de ti se cambia en tu página de allí.
me-save = Guardar
me-entry = Cómo entras
me-memberships = Tus comunidades
me-no-memberships = Aún no estás en ninguna comunidad.
me-waits = { $name } ha pedido entrar. La administración responderá.
me-in-use = en uso
me-join-another = Entrar en otra comunidad
notice-saved = Guardado.
me-address-title = Dirección de correo
me-address-lead = Con ella entras, y ahí te escribimos. La nueva vale cuando abras el enlace que le enviamos.
me-address-now = Ahora
me-address-new = Dirección nueva
me-current-hint = Para que nadie lo haga por ti en tu pantalla.
me-address-button = Enviar el enlace
notice-address-asked = Hemos enviado un enlace a la dirección nueva.
me-confirm-title = Confirma tu dirección nueva
me-confirm-lead = Desde ahora entras con ella, y ahí te escribimos.
me-confirm-button = Usar esta dirección
notice-address-changed = Tu dirección ha cambiado.
me-password-title = Contraseña
me-password-sub = Cámbiala
me-password-lead = Se cerrará la sesión en tus otros aparatos.
me-devices-title = Aparatos
me-devices-sub = Dónde tienes la sesión abierta
me-devices-lead = Tienes la sesión abierta en estos teléfonos y ordenadores. Ciérrala en los que no reconozcas o hayas perdido.
me-devices-unknown = Otro programa
me-devices-this = este
me-devices-end = Cerrar
me-devices-end-named = Cerrar la sesión en { $name }
me-devices-end-others = Cerrar en todos los demás
notice-device-out = Sesión cerrada allí.

