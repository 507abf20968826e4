# Signing in and out, registering, finding back in, and a user's own affairs.

sign-in-title = Sign in
field-login = E-mail or account number
field-password = Password
sign-in-login-hint = For example ana@example.org or MARL0027.
sign-in-button = Sign in
sign-in-forgotten = I have forgotten my password
sign-in-new = New here?
sign-in-register = Register
sign-in-demo = Logins of this demo
sign-in-demo-lead = Pick one; the password of all of them is <b>{ $password }</b>.
notice-signed-out = You have signed out.
