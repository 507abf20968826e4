# The front page and the list of exchanges.

welcome-title = Aujourd’hui pour toi, demain pour moi
welcome-lead = Près de chez vous, des gens réparent, cuisinent, enseignent et portent les uns pour les autres. Sans argent. On note ce que chaque personne donne et reçoit, et la somme est toujours zéro.
welcome-register = S’inscrire
welcome-look = Voir les communautés
welcome-loop = Ana cuit un pain pour Ben, Ben répare les freins de Rosa, Rosa double un manteau pour Ana.
welcome-loop-loaf = un pain
welcome-loop-brakes = des freins
welcome-loop-coat = un manteau
welcome-how = Comment ça marche
welcome-say = Dites ce que vous savez faire
welcome-say-more = Conduire quelqu’un au dispensaire. Une demi-douzaine d’œufs. Une heure d’espagnol. Presque tout le monde trouve cinq choses.
welcome-do = Faites quelque chose pour quelqu’un
welcome-do-more = Convenez du montant, dans les unités de votre communauté. Ensuite, l’une des deux personnes le note, au téléphone ou sur papier.
welcome-receive = Recevez de quelqu’un d’autre
welcome-receive-more = Pas forcément de la même personne. Vous pouvez recevoir d’abord : sous zéro, c’est une promesse aux autres, sans intérêts.
welcome-here = Communautés d’ici
welcome-all = { $count ->
    [one] La seule communauté
   *[other] Les { $count } communautés
}
welcome-all-plain = Toutes les communautés
welcome-join = Entrez en trois minutes
welcome-join-more = Choisissez une communauté, dites qui vous êtes et demandez à entrer. Quelqu’un de la communauté répondra : une personne, pas une machine.
welcome-choose = Choisir une communauté

exchanges-title = Communautés
exchanges-lead = Chacune a ses gens, son unité et ses règles. Ouvrez-en une pour voir ce qu’elle est et comment y entrer.
exchanges-none = Il n’y a pas encore de communauté ici. Peut-être lancerez-vous la première.
exchanges-figures = { $count ->
    [one] { $count } personne, compte en { $unit }
   *[other] { $count } personnes, compte en { $unit }
}
exchanges-invited = On y entre sur invitation.
exchanges-closed = N’accueille personne de nouveau pour le moment.

begin-title = Par où voulez-vous commencer ?
begin-lead = Vous avez un accès. Il manque une communauté : des gens proches avec qui donner et recevoir.
begin-waits = Vous avez demandé à entrer dans { $exchange }. Quelqu’un y répondra, et nous vous écrirons.
begin-join = Rejoindre une communauté
begin-found = Ou créez-en une
begin-found-lead = Pour votre rue, votre ville ou votre cercle. Qui tient ce serveur la regarde et l’ouvre.
welcome-name-a = Ana
welcome-name-b = Ben
welcome-name-c = Rosa
