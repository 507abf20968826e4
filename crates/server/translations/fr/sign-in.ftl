# Stronger sign-in: passkeys, authenticator, recovery codes, being asked again.

sign-in-passkey = Utiliser une clé d’accès
sign-in-code-title = Encore une étape
sign-in-code-lead = Ouvrez l’application sur votre téléphone et tapez le code qu’elle montre pour ce site.
sign-in-code-lost = Votre téléphone est perdu ? Un code de secours convient aussi. Si vous n’en avez pas non plus, la personne qui s’occupe de ce serveur peut vous aider.
sign-in-go-on = Continuer
field-one-time-code = Code
code-hint = Six chiffres, ou un de vos codes de secours.
field-again-code = Code
field-again-password = Mot de passe

me-sign-in-title = Clés d’accès et codes
me-sign-in-sub = Se connecter avec le doigt, ou en deux étapes
me-sign-in-lead = Avec l’un des deux, personne n’entre avec votre seul mot de passe, même après l’avoir découvert.
me-sign-in-asked = Vous vous occupez des comptes d’autres personnes. Avant que l’administration ne s’ouvre, préparez l’un des deux.
me-devices-seen = Dernière activité :
me-devices-password = Avec le mot de passe
me-devices-code = Avec mot de passe et code
me-devices-recovery = Avec mot de passe et code de secours
me-devices-passkey = Avec une clé d’accès

passkeys-title = Clés d’accès
passkeys-lead = Votre téléphone ou ordinateur vous connecte avec votre doigt, votre visage ou son code. Rien à retenir, rien à taper.
passkeys-not-here = L’adresse de ce serveur n’est faite que de chiffres, et les navigateurs ne créent pas de clé d’accès pour celles-là.
passkey-add = Ajouter une clé d’accès
passkey-add-title = Ajouter une clé d’accès
passkey-add-lead = Votre appareil demande votre doigt, votre visage ou son code, et garde la clé.
passkey-add-do = Créer la clé d’accès
passkey-name = Le nom que vous lui donnez
passkey-name-hint = Pour la reconnaître, par exemple Mon téléphone.
passkey-made = Créée
passkey-used = Dernière utilisation :
passkey-rename = Enregistrer le nom
passkey-remove-title = Perdue, ou plus utilisée ?
passkey-remove-lead = Une fois retirée, plus personne ne se connecte avec elle. Sur l’appareil même, vous l’effacez dans ses réglages.
passkey-remove = Retirer cette clé d’accès
passkey-failed = Cela n’a pas marché. Essayez encore une fois, ou connectez-vous autrement.
passkey-needs-script = Les clés d’accès demandent un navigateur plus récent, avec JavaScript activé. L’application à codes marche sans.

authenticator-title = Application à codes
authenticator-lead = Une application sur votre téléphone, comme Aegis ou Google Authenticator, montre un code qui change sans cesse. Il vous est demandé après le mot de passe. Si vous n’en avez pas encore, installez-en d’abord une, comme vos autres applications.
authenticator-begin = Préparer l’application
authenticator-works = Après le mot de passe, le code de votre application vous est demandé.
authenticator-remove = Ne plus utiliser l’application
authenticator-remove-lead = Ensuite, aucun code ne vous est demandé après le mot de passe. Les codes de secours disparaissent avec l’application.
authenticator-remove-sure = Ne plus demander de codes
authenticator-step-one = Ouvrez l’application, choisissez d’ajouter un compte et pointez l’appareil photo sur cette image. Vous lisez ceci sur le téléphone même ? Touchez alors le bouton sous l’image.
authenticator-qr = Code QR à lire avec l’application
authenticator-here = Ouvrir l’application ici
authenticator-by-hand = Ou tapez cette clé dans l’application :
authenticator-step-two = Le code que l’application montre maintenant
authenticator-confirm = L’activer

codes-title = Codes de secours
codes-left = { $count ->
    [0] Il ne vous reste aucun code de secours. Faites-en de nouveaux avant de perdre votre téléphone.
    [one] Il vous reste un code de secours.
   *[other] Il vous reste { $count } codes de secours.
}
codes-renew = Faire de nouveaux codes de secours
codes-authenticator-works = L’application marche. Désormais son code vous est demandé.
codes-lead = Quand votre téléphone n’est pas sous la main, chacun de ces codes vous laisse entrer une fois. Vous ne les voyez que maintenant : imprimez-les ou notez-les, et gardez-les avec vos papiers importants.
codes-old = Les anciens codes ne marchent plus.
codes-kept = Je les ai
codes-print = Imprimer
codes-copy = Copier
codes-copied = Copié

again-title = Est-ce bien vous ?
again-lead = Avant de continuer, montrez encore une fois qui vous êtes.
again-lead-second = Ce que seuls les administrateurs font demande plus qu’un mot de passe : montrez votre clé d’accès ou votre code.
again-one = Une seule de ces façons suffit.
again-why = Pour que personne ne le fasse sur un écran que vous avez laissé ouvert. Ce que vous avez tapé est gardé.
again-passkey = Utiliser une clé d’accès
again-code-do = Continuer avec le code
again-password-do = Continuer avec le mot de passe

notice-passkey-added = La clé d’accès est gardée. Vous pouvez désormais vous connecter avec elle.
notice-passkey-removed = La clé d’accès est retirée.
notice-authenticator-removed = Aucun code ne vous est plus demandé.

error-confirm-first = Montrez encore une fois qui vous êtes.
error-second-factor-first = Les administrateurs se connectent avec une clé d’accès ou avec un code. Préparez l’un des deux dans Réglages, Clés d’accès et codes.
error-second-factor-now = Montrez d’abord votre clé d’accès ou votre code.
error-authenticator-works = Vous avez déjà une application à codes. Retirez-la d’abord si vous voulez en préparer une autre.
error-passkeys-many = Vous avez vingt clés d’accès. Retirez-en une que vous n’utilisez plus.
error-passkey = Cette clé d’accès n’a pas été acceptée. Elle est peut-être inconnue ici, ou cela a pris plus de cinq minutes. Essayez encore.
error-one-time-code = Ce n’est pas le code. Regardez encore une fois l’application, et l’heure de votre téléphone : elle doit être juste.
error-one-time-code-used = Ce code a déjà servi. Attendez que l’application montre le suivant.
error-half-over = Cela a pris trop de temps. Connectez-vous encore une fois.

letter-passkey-added-subject = Une clé d’accès a été ajoutée
letter-passkey-added = La clé d’accès « { $about } » vient d’être ajoutée à votre connexion sur { $server }. Si ce n’était pas vous, retirez-la là tout de suite et changez de mot de passe :
letter-passkey-removed-subject = Une clé d’accès a été retirée
letter-passkey-removed = La clé d’accès « { $about } » vient d’être retirée de votre connexion sur { $server }. Si ce n’était pas vous, changez de mot de passe et regardez vos appareils :
letter-passkey-fell-subject = Une clé d’accès a été refusée
letter-passkey-fell = Quelqu’un vient d’essayer de se connecter à { $server } avec la clé d’accès « { $about } », et elle ressemblait à une copie. Elle a été refusée. Retirez cette clé et créez-en une nouvelle :
letter-authenticator-added-subject = Votre connexion demande maintenant un code
letter-authenticator-added = Une application à codes vient d’être préparée pour votre connexion sur { $server }. Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe et parlez à la personne qui s’occupe du serveur.
letter-authenticator-removed-subject = Votre connexion ne demande plus de code
letter-authenticator-removed = L’application à codes vient d’être retirée de votre connexion sur { $server }. Si ce n’était pas vous, changez tout de suite de mot de passe :
letter-authenticator-lost-subject = Préparez de nouveau votre application à codes
letter-authenticator-lost = { $server } a commencé à utiliser une nouvelle clé : les codes de votre application n’y sont plus connus, ni vos codes de secours. Connectez-vous avec votre mot de passe et préparez l’application de nouveau :
letter-codes-made-subject = De nouveaux codes de secours
letter-codes-made = De nouveaux codes de secours viennent d’être faits pour votre connexion sur { $server } ; les anciens ne marchent plus. Si ce n’était pas vous, changez tout de suite de mot de passe :
letter-code-used-subject = Un code de secours a servi
letter-code-used = Quelqu’un, sans doute vous, vient d’utiliser un de vos codes de secours sur { $server }. Codes restants : { $about }. Si ce n’était pas vous, changez tout de suite de mot de passe ; vous pouvez aussi y faire de nouveaux codes :
letter-new-device-subject = Vous vous êtes connecté·e sur un autre appareil
letter-new-device = Quelqu’un, sans doute vous, vient de se connecter à { $server } avec un navigateur qui n’avait pas encore servi : { $about }. Si ce n’était pas vous, déconnectez-le là et changez de mot de passe :
letter-second-factor-forgotten-subject = Vos clés d’accès et codes ont été retirés
letter-second-factor-forgotten = La personne qui s’occupe de { $server } a retiré vos clés d’accès et votre application à codes, et vous a déconnecté·e partout. Connectez-vous avec votre mot de passe et préparez de nouveau l’un des deux. Si vous ne l’avez pas demandé, dites-le-lui.

log-second-factor-forgotten = Les clés d’accès et les codes de { $subject } ont été retirés
log-passkey-fell = Une clé d’accès de { $subject } a été refusée : c’est peut-être une copie
log-key-renewed = Une nouvelle clé a été commencée ; applications à préparer de nouveau : { $subject }
