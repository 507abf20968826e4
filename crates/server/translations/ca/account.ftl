# Signing in and out, registering, finding back in, and a user's own affairs.

sign-in-title = Entra
field-login = Correu o número de compte
field-password = Contrasenya
sign-in-login-hint = Per exemple ana@example.org o MARL0027.
sign-in-button = Entra
sign-in-forgotten = He oblidat la contrasenya
sign-in-new = És la teva primera vegada?
sign-in-register = Registra’t
sign-in-demo = Comptes d’aquesta demostració
sign-in-demo-lead = Tria’n un; la contrasenya de tots és <b>{ $password }</b>.
notice-signed-out = Has sortit.
