# One's own account, and leaving.

account-title = Mon compte
account-number = Numéro { $number }
account-requests = Quand quelqu’un vous demande quelque chose en retour
account-requests-hint = Un membre qui a fait quelque chose pour vous peut vous envoyer une demande. Que doit-elle devenir ?
account-somebody = Ana
account-answer-exchange = Comme le fait la communauté
account-answer-asked = Me demander à chaque fois
account-answer-asked-effect = { $name } vous demande { $amount }. Rien ne compte tant que vous n’avez pas dit oui.
account-answer-list = Accepter aussitôt des personnes que je choisis
account-answer-list-effect = Avec { $name } sur votre liste, une demande de { $amount } compte aussitôt et vous êtes prévenu. Les autres vous attendent.
account-answer-days = Accepter si je ne réponds pas pendant quelques jours
account-answer-days-effect = { $name } vous demande { $amount } aujourd’hui. Vous pouvez refuser d’ici là ; si vous ne dites rien, cela compte.
account-answer-everything = Tout accepter aussitôt
account-answer-everything-effect = { $name } vous demande { $amount }. Cela compte aussitôt et vous êtes prévenu. Vous pouvez encore dire que quelque chose ne va pas.
account-exchange-asked = En ce moment : chaque demande attend que vous disiez oui.
account-exchange-everything = En ce moment : chaque demande compte aussitôt, et vous êtes prévenu.
account-exchange-days = { $count ->
    [one] En ce moment : une demande compte si vous ne répondez pas pendant { $count } jour.
   *[other] En ce moment : une demande compte si vous ne répondez pas pendant { $count } jours.
}
account-list = Les personnes que je choisis
account-more-hint = Les numéros de compte, séparés par des virgules.
account-days = Combien de jours
account-days-unit = jours
account-save = Enregistrer cette réponse
account-operators = Qui s’occupe de ce compte
account-operators-hint = Chacun ici note des échanges et voit tout du compte, avec sa propre connexion.
account-operators-own = C’est le compte de la communauté : ses administrateurs s’en occupent.
account-operator-since = depuis le { $date }
account-operator-remove = Retirer
account-operator-email = Adresse e-mail de quelqu’un qui s’en occupera aussi
account-operator-hint = Cette personne reçoit une lettre avec un lien valable sept jours.
account-operator-invite = Inviter
account-rest = Mettre le compte en pause
account-rest-lead = Pour une absence. Rien ne peut être noté avec vous, et votre page dit que vous êtes en pause. Vous le réveillez quand vous voulez.
account-rest-do = Mettre en pause
account-resting = Le compte est en pause
account-resting-lead = Rien ne peut être noté avec vous en ce moment. Tout le reste demeure tel quel.
account-wake-do = Le réveiller
account-stopped = Les personnes qui s’occupent de la communauté ont arrêté ce compte. Parlez-leur.
account-terms = Ce que les membres ont convenu
account-terms-changed = Les conditions ont changé
account-terms-lead = Lisez ce que les membres ont convenu à présent. Si vous ne pouvez pas être d’accord, parlez aux personnes qui s’occupent de la communauté.
account-terms-accept = Je suis d’accord
account-leave = Quitter { $exchange }
account-leave-lead = Vous pouvez d’abord regarder ce que cela veut dire.
account-leave-do = Voir ce que partir veut dire

leave-means = Ce que cela veut dire
leave-means-account = Votre compte est fermé pour de bon. Revenir, c’est entrer à nouveau, avec un autre numéro.
leave-means-page = Votre page sort de la liste des membres.
leave-means-trades = Vos échanges restent dans les relevés de ceux avec qui vous les avez faits.
leave-even = Vous avez donné autant que reçu : vous pouvez partir, et merci.
leave-above = Vous avez donné { $amount } de plus que reçu, et l’on part à zéro. Recevez quelque chose de quelqu’un, ou donnez-le à quelqu’un, puis revenez.
leave-below = Vous avez reçu { $amount } de plus que donné, et l’on part à zéro. Faites quelque chose pour quelqu’un et revenez, ou parlez aux personnes qui s’occupent de la communauté.
leave-rest-instead = En attendant, vous pouvez mettre votre compte en pause.
leave-sure = Oui, je veux partir
leave-do = Partir
leave-stay = Je reste

field-acceptance = Quand quelqu’un vous demande quelque chose en retour
field-more = Autres membres
field-days = Jours
field-sure = Partir

notice-requests = Votre réponse est enregistrée.
notice-operator-invited = La lettre est partie.
notice-operator-removed = Cette personne ne s’occupe plus de ce compte.
notice-resting = Votre compte est en pause. Vous le réveillez ici quand vous voulez.
notice-awake = Votre compte participe de nouveau.
notice-terms = Merci. Vous avez accepté les nouvelles conditions.
notice-left = Vous êtes parti. Merci pour tout ce que vous avez fait pour les autres.

error-days = Indiquez un nombre de jours entre 1 et { $max }.
error-list-empty = Choisissez au moins un membre, ou une autre réponse.
error-list-long = Cela fait plus de 500 membres. Choisissez une autre réponse.
error-no-such-number = Personne ici n’a le numéro { $number }.
error-sure = Cochez la case si vous voulez vraiment partir. On ne peut pas revenir en arrière.
