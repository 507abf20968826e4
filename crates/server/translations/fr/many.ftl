# Beaucoup d’échanges à la fois : la liste, ce qu’elle deviendrait, ce qu’elle est devenue.

many-title = Plusieurs à la fois
many-lead = Saisissez les lignes d’une feuille, ou collez un tableau. Vous voyez ce que devient chaque ligne avant que rien ne soit noté.
many-for = À qui sont ces échanges ?
many-for-others = À d’autres personnes
many-for-others-sub = On voit que vous les avez notés
many-for-me = À moi
many-for-me-sub = { $number } est dans chacun
many-own-number = Votre numéro est { $number }. Vous êtes dans chaque échange : vous avez donné ou reçu.
many-typed = Ligne par ligne
many-typed-hint = Les numéros de compte peuvent être courts : 27 pour celui qui finit par 0027. Laissez le jour vide pour aujourd’hui.
many-payee = Qui a donné
many-payer = Qui a reçu
many-amount = Combien
many-amount-in = Combien, en { $unit }
many-description = Pour quoi
many-date = Jour
many-more = Plus de lignes
many-table = Coller un tableau ou choisir un fichier
field-table = Tableau
many-table-hint = Copié d’un tableur ou écrit avec des points-virgules : payeur, vendeur, montant, description, date. Le payeur est la personne qui a reçu. Si la première ligne porte ces noms, l’ordre est libre.
many-file = Ou un fichier
many-file-hint = CSV, 500 lignes au plus.
many-look = Regarder d’abord
many-look-title = Est-ce bien cela ?
many-look-lead = { $count ->
    [0] Aucune de ces lignes ne peut encore être notée.
    [one] Une ligne est bonne, { $amount }.
   *[other] { $count } lignes sont bonnes, { $amount } en tout.
}
many-look-bad = { $count ->
    [one] Une ne peut pas être notée ainsi.
   *[other] { $count } ne peuvent pas être notées ainsi.
}
many-changed = Quelque chose a changé depuis, donc rien n’a été noté. Voici ce qu’il en est maintenant.
many-caption = Les lignes et ce que chacune devient
many-who-title = Qui avec qui
many-who = { $giver } a donné à { $taker }
many-outcome = Ce qu’elle devient
many-counts = Compte aussitôt
many-waits = On demande d’abord à { $name }
many-left-out = Laissée de côté
many-unknown = Nous n’avons pas pu la prendre à temps. Envoyez la liste encore une fois : ce qui est noté ne l’est pas deux fois.
many-post = { $count ->
    [one] Noter cet échange
   *[other] Noter ces { $count } échanges
}
many-change = Changer quelque chose
many-done-title = C’est noté
many-done-lead = { $count ->
    [0] Rien n’a été noté.
    [one] Un échange est noté, { $amount }.
   *[other] { $count } échanges sont notés, { $amount } en tout.
}
many-done-bad = { $count ->
    [one] Une ligne ne l’est pas.
   *[other] { $count } lignes ne le sont pas.
}
many-again = Une autre liste
error-many-empty = Il n’y a pas encore de ligne. Saisissez-en une, ou collez un tableau.
error-many-too-long = Il y a trop de lignes : { $max } au plus. Partagez la liste.
error-many-too-big = Ce fichier est trop grand : { $max } au plus. Partagez la liste.
error-many-columns = Le tableau doit avoir payeur, vendeur et montant, dans cet ordre ou nommés dans la première ligne.
