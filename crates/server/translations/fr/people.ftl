# People: the directory, a member's page, one's own page, inviting.

people-title = Membres
people-invite = Inviter quelqu’un
people-search = Nom ou numéro
people-find = Chercher
people-all = Tout le monde
people-none = Personne ici n’a « { $words } » dans son nom ou son numéro.
people-empty = Il n’y a encore personne. Invitez les gens avec qui vous aimeriez échanger.
people-record = a donné { $provided }, a reçu { $received }
people-new = n’a pas encore échangé
people-you = vous
people-resting = en pause

member-since = Ici depuis { $month }
member-kind-shared = Foyer
member-kind-organisation = Association
member-kind-company = Entreprise
member-kind-public = Compte ouvert
member-kind-administration = La communauté elle-même
member-own = Voici votre page, telle que les autres la voient.
member-own-no-words = Vous n’avez encore rien dit de vous. Quelques mots sur ce que vous savez faire aident les autres à venir vers vous.
member-edit = Modifier ma page
member-trade = Noter un échange
member-reach = Prendre contact
member-no-contact = { $name } n’a laissé ici ni adresse ni téléphone.
member-record = Bilan des échanges
member-above = { $name } a jusqu’ici donné plus que reçu.
member-below = { $name } a reçu un peu plus que donné. C’est une promesse faite aux autres.
member-even = { $name } a donné autant que reçu.
member-provided = A donné
member-received = A reçu
member-trades = { $count ->
    [0] rien encore
    [one] { $count } échange
   *[other] { $count } échanges
}
member-last = Dernier échange
member-never = aucun encore
member-what-record = Que dit ce bilan ?
member-what-record-text = Le bilan de chaque membre est ouvert aux autres, pour que chacun voie que la communauté est en équilibre. Avec qui { $name } a échangé n’est pas montré.
member-hidden = Dans cette communauté, les bilans ne sont pas montrés aux autres membres. { $name } et les personnes qui s’occupent de la communauté voient celui-ci.
member-resting = Ce compte est en pause. { $name } ne prend part à aucun échange en ce moment.
member-suspended = Les personnes qui s’occupent de la communauté ont arrêté ce compte. On ne peut pas échanger avec { $name } en ce moment.
member-left = { $name } a quitté la communauté.
member-keepers = Pour les personnes qui s’occupent de la communauté
member-open-statement = Son relevé
member-open-statement-sub = Chaque membre peut le lire
member-statement = Relevé de { $name }
member-administration = Compte et adhésion

profile-title = Ma page
profile-name-hint = Tel que les autres vous connaissent.
profile-about-hint = Ce que vous aimez faire, ce qui vous rendrait service, quand vous avez le temps.
profile-place-hint = Le village, la rue ou le quartier : ce que vous voulez bien dire.
profile-initials = Initiales
profile-face = Visage dessiné { $number }
profile-other-faces = Montrer d’autres visages
profile-save = Enregistrer
profile-leave-as-is = Laisser comme c’est

invite-title = Inviter quelqu’un
invite-lead = Cette personne reçoit une lettre de votre part, avec un lien valable trente jours.
invite-email-hint = D’une personne que vous connaissez.
invite-asks = Avec votre invitation, elle peut demander à entrer. Quelqu’un qui s’occupe de la communauté l’accueille ensuite.
invite-welcomes = Vous vous occupez de cette communauté, votre invitation vaut donc accueil : elle sera membre dès qu’elle aura rempli le formulaire.
invite-send = Envoyer l’invitation

field-about = À propos de vous
field-place = Lieu
field-website = Pages ailleurs
field-portrait = Votre visage

notice-invited = L’invitation est partie.
notice-profile = Votre page est modifiée.
member-listings = Offres et recherches
