# Joining an exchange, and operating an account with others.

join-title = Rejoindre { $exchange }
join-invited-by = { $name } vous invite.
join-means = Ce que cela veut dire
join-means-trade = Vous faites quelque chose pour quelqu’un d’ici et quelqu’un d’autre fait quelque chose pour vous. Les deux se comptent en { $unit }, sans argent.
join-means-floor = Vous pouvez commencer par recevoir : jusqu’à { $floor }. En dessous de zéro, c’est une promesse faite aux autres, sans intérêts.
join-means-no-floor = Vous pouvez commencer par recevoir. En dessous de zéro, c’est une promesse faite aux autres, sans intérêts.
join-means-seen = Les membres voient votre page et combien vous avez donné et reçu. Les visiteurs, non.
join-means-leave = Vous pouvez partir quand ce que vous avez donné et reçu est à égalité.
join-others = Chercher une autre communauté
join-terms = Ce que les membres ont convenu
join-begin = D’abord, qui êtes-vous ?
join-begin-lead = Une seule connexion sert pour toutes les communautés de ce serveur.
join-register = Je viens pour la première fois
join-sign-in = Se connecter
join-kind-individual = Moi
join-kind-shared = Notre foyer
join-kind-shared-sub = Un compte pour tous ceux qui vivent ensemble
join-kind-organisation = Une association
join-kind-company = Une entreprise
join-application-hint = Seules les personnes qui s’occupent de la communauté le lisent : comment vous nous avez trouvés, qui vous connaissez ici.
join-accept = J’ai lu et je suis d’accord
join-ask = Demander à entrer
join-then = Quelqu’un qui s’occupe de la communauté le lit, une vraie personne, et vous recevez une lettre.

applied-title = Vous avez demandé à entrer
applied-lead = Vous avez demandé à rejoindre { $exchange }
applied-as = En tant que
applied-when = Quand
applied-next = Quelqu’un qui s’occupe de la communauté le lira et répondra par lettre. Il n’y a rien d’autre à faire.
applied-look = Regarder la communauté
applied-withdraw = Retirer ma demande

operate-title = S’occuper aussi du compte de { $name }
operate-means = Vous pourriez noter des échanges, répondre aux demandes et tout voir de ce compte, comme { $name }. Chacun garde sa propre connexion, et toute personne qui s’occupe du compte peut aussi en retirer une autre.
operate-sign-in-lead = Connectez-vous d’abord avec votre propre adresse, ou inscrivez-vous. Vous revenez ensuite ici.
operate-accept = Oui, en tant que { $user }
operate-not = Pas maintenant

field-kind = Qui entre ?
field-application = Quelques mots pour nous
field-terms = Ce que les membres ont convenu
field-invitation = Invitation

notice-applied = Merci. Votre demande est arrivée.
notice-joined = Bienvenue. Voici votre accueil.
notice-withdrawn = Vous avez retiré votre demande.
notice-operating = Vous vous occupez maintenant de ce compte. Avec plusieurs, vous passez de l’un à l’autre par votre visage.

