# Administration d'une communauté : membres, échanges, contestations, réglages, le journal.

admin-title = Administration
admin-waits = Ce qui attend
admin-nothing-waits = Rien n’attend. Tout a sa réponse.
admin-applicants = { $count ->
    [one] 1 personne voudrait entrer
   *[other] { $count } personnes voudraient entrer
}
admin-applicants-sub = Souhaitez-leur la bienvenue, ou dites pourquoi pas maintenant
admin-objections = { $count ->
    [one] Quelqu’un conteste 1 échange
   *[other] { $count } échanges sont contestés
}
admin-objections-sub = Écoutez les deux côtés et décidez
admin-requests = { $count ->
    [one] 1 demande attend sa réponse
   *[other] { $count } demandes attendent leur réponse
}
admin-requests-sub = Vous pouvez accepter pour qui ne peut pas le faire
admin-people = { $count ->
    [one] 1 membre
   *[other] { $count } membres
}
admin-people-sub = Limites, blocages, tâches, et qui ne donne plus de nouvelles
admin-trades = Échanges
admin-trades-sub = Tout ce qui a été noté, le plus récent d’abord
admin-rules = Règles
admin-rules-sub = Contribution, limites, qui peut noter : en questions
admin-settings = Nom, mots et aspect
admin-settings-sub = Ce que la communauté dit d’elle-même, ses conditions, sa couleur
admin-log = Le journal
admin-log-sub = Qui a changé quoi, quand et pourquoi
admin-invite = Inviter
admin-add = Ajouter à la main
admin-save = Enregistrer
admin-leave = Laisser comme c’est
admin-effect = Ce que cela fait
admin-reason-hint = Cela reste dans le journal, avec votre nom.
field-reason = Pourquoi ?
admin-about = À propos de cette personne

admin-waiting-title = Voudraient entrer
admin-waiting-none = Personne n’attend. Invitez quelqu’un que vous connaissez.
admin-waiting-invited = Invitation d’un membre
admin-welcome = Bienvenue à { $name }
admin-not-now = Pas maintenant
admin-decline-title = Pas maintenant
admin-decline-lead = { $name } recevra une lettre avec ce que vous écrivez ici.
admin-decline-hint = Une ou deux phrases aimables ; dites ce qui aiderait.
admin-decline = Envoyer et décliner
notice-welcomed = C’est fait. Une lettre part avec le numéro.
notice-declined = Décliné. Une lettre part avec vos mots.

kind-individual = Une personne
kind-shared = Foyer
kind-organisation = Association
kind-company = Entreprise
kind-public = Compte ouvert, dont tout membre peut lire le relevé

admin-people-title = Membres
admin-find = Nom ou numéro
admin-find-button = Chercher
admin-among = Afficher
admin-among-all = Tous
admin-among-near = Près d’une limite
admin-among-quiet = 3 mois sans échange
admin-among-suspended = Suspendus
admin-among-locked = Bloqués
admin-people-none = Personne ne correspond.
admin-people-all = Tout afficher
admin-people-caption = Membres par nom
admin-col-member = Membre
admin-col-standing = Solde, { $unit }
admin-col-last = Dernier échange
admin-never = jamais
admin-tag-suspended = Suspendu
admin-tag-resting = En pause
admin-tag-closed = Fermé
admin-tag-locked = Bloqué
admin-tag-floor = Près du minimum
admin-tag-ceiling = Près du maximum
admin-tag-new = Pas encore d’échange
admin-stands-at = { $name } est à { $amount }
admin-provided = Donné
admin-received = Reçu
admin-trade-count = { $count ->
    [one] { $count } échange
   *[other] { $count } échanges
}
admin-joined = Membre depuis
admin-public-page = Comme les membres la voient
admin-history = Ce qui a été fait sur ce compte
admin-changes = Ce que vous pouvez changer

admin-do-profile = Modifier la page de { $name }
admin-do-profile-sub = Nom, lieu, comment joindre
admin-profile-lead = Ce que les membres lisent de { $name }. Que vous l’avez modifié reste dans le journal.
admin-do-limits = Limites de { $name }
admin-do-limits-sub = Jusqu’où sous zéro et au-dessus
admin-do-switches = Ce que { $name } peut faire seul
admin-do-switches-sub = Là où cela diffère des autres
admin-switches-lead = Laissez une réponse sur « comme tout le monde » et { $name } suit les règles de la communauté.
admin-do-keys = Qui gère le compte de { $name }
admin-do-keys-sub = Accès, coordination, administration
admin-do-lock = Bloquer le compte de { $name }
admin-do-lock-sub = { $name } peut rendre service, mais pas payer.
admin-effect-lock =
    { $name } peut encore rendre service et en être crédité.
    { $name } ne peut rien payer tant que vous ne levez pas le blocage. Rien de ce qui compte ne change.
admin-do-unlock = Lever le blocage de { $name }
admin-do-unlock-sub = { $name } peut payer de nouveau.
admin-effect-unlock = Dès maintenant { $name } peut de nouveau donner des unités, dans ses limites.
admin-do-rest = Mettre en pause le compte de { $name }
admin-do-rest-sub = Pour une absence ; { $name } peut aussi le réveiller.
admin-effect-rest =
    Personne ne peut échanger avec { $name } pendant la pause. Le solde reste.
    { $name } ou l’administration peut le réveiller à tout moment.
admin-do-wake = Réveiller le compte de { $name }
admin-do-wake-sub = { $name } participe de nouveau.
admin-effect-wake = Dès maintenant { $name } peut échanger comme avant.
admin-do-suspend = Suspendre { $name }
admin-do-suspend-sub = Arrête tout ; seule l’administration peut le lever.
admin-effect-suspend =
    { $name } peut entrer et lire, mais ni donner ni recevoir.
    Les demandes en attente restent telles quelles. Seule l’administration peut lever cela.
admin-do-lift = Lever la suspension de { $name }
admin-do-lift-sub = { $name } participe de nouveau.
admin-effect-lift = Dès maintenant { $name } peut échanger comme avant.
admin-do-close = Mettre fin à la participation de { $name }
admin-do-close-sub = Pour de bon ; le compte doit être à zéro.
admin-effect-close =
    Le compte est fermé pour de bon et son numéro n’est plus jamais donné. Ce qui a été échangé reste dans les livres.
    Ce n’est possible qu’à un solde de zéro. { $name } reçoit une lettre avec la raison.

admin-keys-lead = Ces personnes entrent et agissent pour ce compte.
admin-keys-no-email = Sans courriel ; entre avec le numéro du compte
admin-keys-since = Depuis
admin-keys-none = Personne ne gère ce compte. La coordination note ses échanges.
admin-keys-invite = Envoyer une lettre
admin-keys-invite-hint = Qui ouvre le lien de la lettre gère le compte dès lors.
admin-keys-tasks = La coordination voit et note les échanges de tout membre. L’administration fait tout ce qui est sur ces pages et gère le compte propre de la communauté.
admin-give-coordinator = Confier la coordination
admin-take-coordinator = Retirer la coordination
admin-give-admin = Confier l’administration
admin-take-admin = Retirer l’administration
admin-remove-operator = { $name } ne gère plus ce compte
role-coordinator = Coordination
role-admin = Administration

switch-pays = { $name } peut-il payer tout de suite ?
switch-records = { $name } peut-il noter ce qu’il donne, comptant tout de suite ?
switch-requests = { $name } peut-il envoyer des demandes ?
switch-acceptance = Que deviennent les demandes adressées à { $name } ?
switch-as-all = Comme tout le monde
switch-yes = Oui
switch-no = Non
switch-list = Acceptées tout de suite de qui a été choisi

admin-add-title = Ajouter quelqu’un
admin-add-lead = Pour une personne qui est devant vous. Le compte s’ouvre tout de suite.
admin-add-kind = Qui est-ce ?
admin-entrance = Comment cette personne viendra-t-elle à son compte ?
admin-entrance-letter = Par courriel
admin-entrance-letter-sub = Elle reçoit une lettre avec un lien et choisit son mot de passe.
admin-entrance-number = Avec son numéro et un premier mot de passe
admin-entrance-number-sub = Pour qui n’a pas de courriel : écrivez les deux sur un papier.
admin-entrance-none = Pas du tout
admin-entrance-none-sub = La coordination note ses échanges, sur papier ou par téléphone.
field-login_email = Courriel pour entrer
admin-login-email-hint = Seulement pour la première réponse. Les membres ne le voient pas.
admin-first-password = Premier mot de passe
admin-first-password-hint = Seulement pour la deuxième réponse. Il pourra être changé.
admin-add-button = Ajouter et accueillir
notice-added = C’est fait. Voici son compte.
notice-letter-sent = La lettre est en route.

admin-trades-title = Échanges
admin-trades-journal = Tous
admin-trades-waiting = En attente
admin-trades-none = Il n’y a pas encore d’échange.
admin-trades-none-waiting = Aucune demande n’attend.
admin-trades-caption = Échanges, le plus récent d’abord
admin-col-trade = Qui pour qui
admin-col-when = Quand
admin-trade-line = { $giver } pour { $receiver }
admin-tag-reversal = Annulation
admin-tag-replacement = Correction
admin-tag-reversed = Annulé
admin-tag-objection = Contesté

admin-objections-title = Contestations
admin-objections-none = Personne ne conteste rien.
admin-objects = { $name } dit :
admin-traded = Échange :
admin-let-stand = Il est maintenu
admin-reverse = L’annuler
admin-see-trade = Voir l’échange
admin-stands-title = L’échange est maintenu
admin-stands-lead = Les deux côtés liront ce que vous écrivez ici.
admin-stands-hint = Ce que les deux vous ont dit, et pourquoi il reste.
notice-stands = Maintenu. Les deux côtés sont prévenus.

admin-settings-title = Nom, mots et aspect
admin-terms-title = Conditions
admin-terms-lead = Les nouveaux les acceptent. Quand elles changent, on redemande aux membres.
admin-terms-hint = Courtes et en mots simples. Peut rester vide.
exchange-part-itself = Votre communauté
exchange-part-where = Lieu, langue et couleur
exchange-part-ways = Les mots, et qui peut entrer
field-exchange-name = Nom de la communauté
field-tagline = En une ligne
exchange-tagline-hint = Par exemple : Voisines et voisins de la vallée
field-exchange-about = À propos de la communauté
exchange-about-hint = Qui vous êtes, depuis quand, ce que l’on fait les uns pour les autres. Tout le monde peut le lire.
field-exchange-place = Ville ou quartier
field-country = Pays
exchange-country-hint = Deux lettres, comme FR ou BE
field-time_zone = Fuseau horaire
field-colour = Votre couleur
exchange-colour-hint = N’importe laquelle. Nous veillons à ce que le texte reste lisible.
field-contact = Comment joindre l’administration
exchange-contact-hint = Visible de tous : une adresse, un téléphone, vos réunions.
exchange-words = Quels mots utilisez-vous ?
exchange-words-community = « J’ai donné », « J’ai reçu »
exchange-words-community-sub = Des mots simples, de voisins
exchange-words-bank = « J’ai été payé », « Payer »
exchange-words-bank-sub = Pour les communautés qui préfèrent les mots d’une banque
exchange-joining = Qui peut demander à entrer ?
exchange-joining-open = Tout le monde
exchange-joining-open-sub = Vous accueillez chaque personne.
exchange-joining-invited = Qui est invité
exchange-joining-invited-sub = Par un membre ou par l’administration.
exchange-joining-closed = Personne pour le moment
exchange-joining-closed-sub = La page le dit.

admin-log-title = Le journal
admin-log-lead = Rien ici ne peut être changé ni effacé.
log-server = Le serveur
log-other = { $act } : { $subject }
log-rules = Les règles ont changé : { $parts }
log-rules-first = les premières règles
log-rules-open = si l’on peut échanger
log-rules-unit = l’unité
log-rules-levy = la contribution
log-rules-recording = qui peut noter
log-rules-acceptance = comment les demandes sont acceptées
log-rules-days = les délais pour corriger
log-rules-floor = le minimum des nouveaux
log-rules-ceiling = le maximum des nouveaux
log-rules-records = qui voit les soldes
log-account-opened = Compte { $number } ouvert pour { $name }
log-state-active = { $name } participe de nouveau
log-state-disabled = Le compte de { $name } est en pause
log-state-suspended = { $name } est en suspens
log-state-closed = Le compte de { $name } a été fermé
log-locked = Le compte de { $name } a été bloqué
log-unlocked = Le blocage de { $name } a été levé
log-limits = Limites de { $name } : minimum { $floor }, maximum { $ceiling }
log-switches = Ce que { $name } peut faire seul a changé
log-hold = { $amount } de { $name } mis de côté
log-hold-ended = Ce qui était mis de côté de { $name } est de nouveau libre
log-member-welcomed = Bienvenue à { $subject }, numéro { $value }
log-member-declined = { $subject } n’a pas été accueilli
log-membership-ended = La participation de { $subject } a pris fin
log-member-left = { $subject } est parti
log-profile-edited = La page de { $subject } a été modifiée
log-invited = Invitation pour { $subject }
log-invitation-revoked = L’invitation pour { $subject } a été retirée
log-operator-added = { $value } gère le compte de { $subject }
log-operator-removed = { $value } ne gère plus le compte de { $subject }
log-role-given = { $subject } a reçu la tâche : { $value }
log-role-taken = { $subject } n’a plus la tâche : { $value }
log-exchange-edited = Ce que { $subject } dit d’elle-même a été modifié
log-terms-changed = Les conditions sont passées à la version { $value }
log-exchange-founded = { $subject } demande à ouvrir
log-exchange-approved = { $subject } a été ouverte
log-exchange-declined = { $subject } n’a pas été ouverte
log-server-admin-added = { $subject } administre le serveur
log-server-admin-removed = { $subject } n’administre plus le serveur
log-job-retried = Le travail { $subject } est tenté de nouveau
admin-market = Le marché
admin-market-sub = Les catégories, et ce que peuvent être les offres et recherches
admin-market-title = Le marché
admin-market-bounds = Ce qui peut être proposé et cherché
admin-market-days = Combien de temps au plus ?
admin-market-days-unit = jours
admin-market-days-hint = Ensuite on le prolonge en un geste, ou il n’est plus montré. Ce qui est déjà là garde sa date.
admin-market-endless = Peut aussi rester sans fin
admin-market-endless-hint = Le marché se remplit alors peu à peu de ce que plus personne ne propose.
admin-market-sight = À qui peut-on le montrer ?
admin-market-sight-exchange-sub = Les visiteurs ne voient rien du marché
admin-market-sight-everyone-sub = Si la personne le souhaite ; les visiteurs ne voient pas de noms
admin-categories = Catégories
admin-category-new = Ajouter une catégorie
admin-category-title = Une catégorie
admin-category-retired = Retirée
admin-category-name-hint = Vide : « { $name } », et sa traduction pour les autres.
admin-category-parent = Fait partie de
admin-category-none = Aucune : elle est à part
admin-category-icon = Son icône
admin-category-retire = La retirer
admin-category-retire-hint = Ce qu’elle contient reste ; rien de nouveau n’y entre.
admin-category-up = Plus haut
admin-category-down = Plus bas
log-market-changed = Ce que peuvent être les offres et recherches a changé
log-category-added = Catégorie ajoutée : { $subject }
log-category-edited = Catégorie modifiée : { $subject }
log-category-retired = Catégorie retirée : { $subject }
log-listing-stopped = Masqué au marché : { $subject }
log-listing-released = Montré à nouveau au marché : { $subject }
