# Signing in and out, registering, finding back in, and a user's own affairs.

sign-in-title = Entrar
field-login = E-mail ou número de conta
field-password = Palavra-passe
sign-in-login-hint = Por exemplo ana@example.org ou MARL0027.
sign-in-button = Entrar
sign-in-forgotten = Esqueci-me da palavra-passe
sign-in-new = É a primeira vez?
sign-in-register = Registe-se
sign-in-demo = Contas desta demonstração
sign-in-demo-lead = Escolha uma; a palavra-passe de todas é <b>{ $password }</b>.
notice-signed-out = Saiu.
