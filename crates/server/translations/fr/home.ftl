# Home: where a member stands, what waits, what is new; and the page of what waits.

home-standing = Votre solde, { $name }
home-standing-new = Vous commencez à zéro. Vous pouvez recevoir avant d’avoir donné : c’est la confiance que nous nous faisons.
home-standing-zero = Vous avez donné autant que vous avez reçu.
home-standing-above = Vous avez donné plus que vous n’avez reçu. Il y a des gens qui feraient volontiers quelque chose pour vous.
home-standing-little-below = Vous avez reçu un peu plus que vous n’avez donné. C’est une promesse, et vous avez tout le temps de la tenir.
home-standing-below = Vous avez reçu plus que vous n’avez donné. C’est une promesse ; ce que vous donnerez ensuite vous ramène vers zéro.
home-standing-near-floor = Vous avez reçu bien plus que vous n’avez donné. Regardez de quoi les gens ont besoin : chaque chose donnée tient une part de votre promesse.
home-locked = En ce moment votre compte peut recevoir mais pas donner. Qui gère la communauté peut vous dire pourquoi.
home-suspended = Votre compte est arrêté en ce moment. Qui gère la communauté peut vous dire pourquoi.
home-resting = Votre compte se repose. Vous pouvez le réveiller dans les réglages.
home-closed = Votre compte est fermé.
home-waits = Cela vous attend
home-waits-for-others = En attente chez d’autres
home-all = Tout
home-sent = { $count ->
    [one] { $count } demande de vous attend une réponse.
   *[other] { $count } demandes de vous attendent une réponse.
}
home-news = Depuis votre dernière visite
home-seen = Vu
home-recent = Derniers échanges
home-empty = Rien ici pour le moment. Voyez qui est là, demandez quelque chose à quelqu’un ou proposez votre aide.
home-empty-people = Voir qui est là
home-row-provided = Donné à { $name }
home-row-received = Reçu de { $name }
home-row-reversed = Avec { $name }, rendu
home-row-reversal = Restitution, avec { $name }
home-do-trade = Noter un échange
home-do-trade-sub = Ce que vous avez donné ou reçu
home-do-people = Trouver quelqu’un
home-do-people-sub = Qui est là, et comment les joindre
home-do-exchange = La communauté
home-do-exchange-sub = Ses règles en mots simples, et ses chiffres

news-gave-you = { $name } vous a donné { $amount } pour « { $what } »
news-provided-you = { $name } a noté ce que vous avez reçu : « { $what } », { $amount }
news-reversed = Un échange avec { $name } a été rendu : { $amount }
news-corrected = Un échange avec { $name } a été corrigé : « { $what } », { $amount }
news-keyed = Noté par { $name }

ask-question = Avez-vous reçu « { $what } » de { $name } ?
ask-detail = Demande { $amount } en échange, { $ago }
ask-accept = Oui, accepter
ask-decline = Quelque chose ne va pas
waiting-title = Ce qui attend
waiting-to-answer = Cela vous attend
waiting-nothing = Rien ne vous attend.
waiting-sent = Envoyé par vous
waiting-sent-nothing = Aucune de vos demandes n’attend de réponse.
home-market = Nouveau au marché
