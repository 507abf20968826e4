# Signing in and out, registering, finding back in, and a user's own affairs.

field-login = Adresse ou numéro de compte
field-password = Mot de passe
field-new-password = Nouveau mot de passe
field-current = Votre mot de passe actuel
field-name = Nom
field-email = Adresse e-mail
field-locale = Langue

sign-in-title = Se connecter
sign-in-login-hint = Par exemple ana@example.org ou MARL0027.
sign-in-button = Se connecter
sign-in-forgotten = J’ai oublié mon mot de passe
sign-in-new = Première visite ?
sign-in-register = S’inscrire
sign-in-demo = Comptes de cette démonstration
sign-in-demo-lead = Choisissez-en un ; le mot de passe de tous est <b>{ $password }</b>.
notice-signed-out = Vous êtes déconnecté·e.

register-title = S’inscrire
register-lead = Une seule inscription suffit pour toutes les communautés de ce serveur. Nous vous écrivons pour voir que l’adresse est la vôtre.
register-name-hint = Comme vos voisins vous connaissent.
register-email-hint = Les autres membres ne la voient que si vous le voulez.
register-password-hint = Au moins 10 caractères. Quelques mots à la suite conviennent bien et se retiennent facilement.
register-button = S’inscrire
register-known = Vous avez déjà un compte ?
register-sent-title = Regardez votre courrier
register-sent-lead = Nous vous avons envoyé un message avec un lien. Ouvrez-le pour continuer.
register-sent-more = Cela peut prendre quelques minutes, et le message arrive parfois parmi les indésirables. Le lien marche trois jours.
register-sent-go = À la première page

confirm-title = Confirmez votre adresse
confirm-lead = Tapez le mot de passe que vous avez choisi, et <b>{ $email }</b> est confirmée.
confirm-password-hint = Nous le demandons pour que personne ne puisse vous inscrire d’un simple clic.
confirm-button = Confirmer et entrer
dead-link-title = Ce lien ne marche plus
dead-link-lead = Il a déjà servi, il est trop ancien, ou un plus récent a été envoyé.
dead-link-more = Connectez-vous et, si cela ne va pas, demandez-y un nouveau lien.
dead-link-go = Se connecter

reset-title = Un nouveau mot de passe
reset-lead = Donnez-nous votre adresse, et nous vous envoyons un lien pour choisir un nouveau mot de passe.
reset-button = Envoyez-moi le lien
reset-no-mail = Pas d’adresse e-mail ? Demandez à l’administration de votre communauté ; on vous aidera de vive voix.
reset-sent-title = Regardez votre courrier
reset-sent-lead = Si quelqu’un ici a cette adresse, un message avec un lien est en route.
reset-sent-more = Le lien marche une demi-heure. Si rien n’arrive, regardez parmi les indésirables, ou essayez l’adresse de votre inscription.
reset-sent-go = Se connecter
choose-title = Choisissez un nouveau mot de passe
choose-lead = C’est pour <b>{ $email }</b>. Vous serez déconnecté·e de tous vos appareils.
choose-button = Changer le mot de passe
notice-password-changed = Votre mot de passe est changé.

me-title = Réglages
me-name-hint = Votre propre nom. Ce que chaque communauté montre de vous se change sur votre page là-bas.
me-save = Enregistrer
me-entry = Votre accès
me-memberships = Vos communautés
me-no-memberships = Vous n’êtes encore dans aucune communauté.
me-waits = { $name } a demandé à entrer. L’administration répondra.
me-in-use = en cours
me-join-another = Rejoindre une autre communauté
notice-saved = C’est enregistré.
me-address-title = Adresse e-mail
me-address-lead = Elle vous sert à entrer, et nous y écrivons. La nouvelle compte dès que vous ouvrez le lien que nous y envoyons.
me-address-now = Actuellement
me-address-new = Nouvelle adresse
me-current-hint = Pour que personne ne le fasse à votre place.
me-address-button = Envoyer le lien
notice-address-asked = Nous avons envoyé un lien à la nouvelle adresse.
me-confirm-title = Confirmez votre nouvelle adresse
me-confirm-lead = Dès maintenant, elle vous sert à entrer, et nous y écrivons.
me-confirm-button = Utiliser cette adresse
notice-address-changed = Votre adresse est changée.
me-password-title = Mot de passe
me-password-sub = Le changer
me-password-lead = Vos autres appareils seront déconnectés.
me-devices-title = Appareils
me-devices-sub = Où vous êtes connecté·e
me-devices-lead = Vous êtes connecté·e sur ces téléphones et ordinateurs. Déconnectez ceux que vous ne reconnaissez pas ou avez perdus.
me-devices-unknown = Un autre programme
me-devices-this = celui-ci
me-devices-end = Déconnecter
me-devices-end-named = Déconnecter { $name }
me-devices-end-others = Déconnecter tous les autres
notice-device-out = C’est déconnecté.

