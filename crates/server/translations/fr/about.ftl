# Une communauté : ce qu’elle est, ses règles en mots simples, ses chiffres.

about-worth = { $count } { $unit } font à peu près une heure du temps de chacun.
about-join = Demander à entrer
about-how-to-join = Comment en faire partie
about-join-open = Chacun peut le demander. Parlez un peu de vous ; les personnes qui s’occupent de la communauté vous répondent.
about-join-invited = On entre sur invitation. Demandez-la à un membre que vous connaissez.
about-join-closed = On ne peut pas entrer en ce moment.
about-asked = Vous avez demandé à en faire partie. Vous recevrez une lettre dès que ce sera décidé.
about-rules = Nos règles en mots simples
about-terms = Ce que les membres acceptent
about-own-open = { $number }, ouvert à tous les membres
about-own-read = Lire son relevé
about-keepers = Qui s’en occupe
about-where = Où la trouver
about-admin = Administration
about-coordinator = Coordination
rule-paused = Les échanges sont en pause en ce moment.
rule-both-record = L’un ou l’autre note l’échange. Il compte aussitôt.
rule-receiver-records = La personne qui a reçu note l’échange. Il compte aussitôt.
rule-provider-records = La personne qui a donné note l’échange. Il compte aussitôt.
rule-requests-only = La personne qui a donné le demande. Il compte quand l’autre dit oui.
rule-keepers-record = Les échanges sont notés par les personnes qui s’occupent de la communauté.
rule-requests-wait = Une demande attend que l’autre réponde.
rule-requests-count = Les demandes sont acceptées aussitôt.
rule-silence = { $count ->
    [one] Une demande compte si personne ne répond en un jour.
   *[other] Une demande compte si personne ne répond en { $count } jours.
}
rule-expires = { $count ->
    [one] Une demande sans réponse tombe au bout d’un jour.
   *[other] Une demande sans réponse tombe au bout de { $count } jours.
}
rule-entry = { $count ->
    [one] Un échange peut être noté jusqu’à un jour après. Plus tard, on demande d’abord à la personne qui a reçu.
   *[other] Un échange peut être noté jusqu’à { $count } jours après. Plus tard, on demande d’abord à la personne qui a reçu.
}
rule-correct = { $count ->
    [one] La personne qui a donné peut corriger l’échange pendant un jour et le rendre à tout moment. Jusque-là, chacun peut dire que quelque chose ne va pas.
   *[other] La personne qui a donné peut corriger l’échange pendant { $count } jours et le rendre à tout moment. Jusque-là, chacun peut dire que quelque chose ne va pas.
}
rule-give-back = La personne qui a donné peut rendre un échange à tout moment.
rule-floor-and-ceiling = Vous pouvez descendre jusqu’à { $floor } et monter jusqu’à { $ceiling }.
rule-floor = Vous pouvez descendre jusqu’à { $floor }.
rule-ceiling = Vous pouvez monter jusqu’à { $ceiling }.
rule-limit-hard = Au-delà, un échange n’est pas noté. Demandez s’il vous faut plus de marge.
rule-limit-soft = Au-delà, un échange compte quand même, et vous en êtes averti.
rule-growth = Ce que vous donnez vous laisse plus de marge sous zéro, jusqu’à { $cap }.
rule-levy = { $rate } de chaque échange, de chaque côté, va au compte de la communauté pour ce que nous faisons ensemble.
rule-records = Les membres voient combien les autres échangent, jamais avec qui.
rule-records-hidden = On ne montre pas combien chaque membre échange.

about-numbers = En chiffres
about-numbers-trades = échanges ces douze derniers mois
about-numbers-volume = ont changé de mains
about-numbers-trading = des membres ont échangé ces trois derniers mois
about-numbers-sum = la position de tous ensemble, comme il se doit
about-numbers-chart = Échanges par mois
about-numbers-months = Mois
about-numbers-trades-month = Échanges
about-numbers-chart-alternative = Échanges par mois : { $list }
about-numbers-month = { $count ->
    [one] { $count } échange, { $amount }
   *[other] { $count } échanges, { $amount }
}
about-market = Au marché
