# Signing in and out, registering, finding back in, and a user's own affairs.

sign-in-title = Entrar
field-login = Correo o número de cuenta
field-password = Contraseña
sign-in-login-hint = Por ejemplo ana@example.org o MARL0027.
sign-in-button = Entrar
sign-in-forgotten = He olvidado mi contraseña
sign-in-new = ¿Es tu primera vez?
sign-in-register = Regístrate
sign-in-demo = Cuentas de esta demostración
sign-in-demo-lead = Elige una; la contraseña de todas es <b>{ $password }</b>.
notice-signed-out = Has salido.
