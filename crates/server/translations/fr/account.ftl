# Signing in and out, registering, finding back in, and a user's own affairs.

sign-in-title = Se connecter
field-login = Adresse ou numéro de compte
field-password = Mot de passe
sign-in-login-hint = Par exemple ana@example.org ou MARL0027.
sign-in-button = Se connecter
sign-in-forgotten = J’ai oublié mon mot de passe
sign-in-new = Première visite ?
sign-in-register = S’inscrire
sign-in-demo = Comptes de cette démonstration
sign-in-demo-lead = Choisissez-en un ; le mot de passe de tous est <b>{ $password }</b>.
notice-signed-out = Vous êtes déconnecté·e.
