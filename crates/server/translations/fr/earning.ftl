# Aider à gagner ceux qui sont au-dessous de zéro, et dire qui cherche ce que l’on offre.

earning-title = Vous pourriez proposer ceci
earning-lead = D’autres le cherchent, et vous l’avez peut-être. Ce que vous fournissez vous ramène vers zéro.
earning-by-skill = Vous savez : { $what }
earning-by-offer = Comme votre offre « { $what } »
earning-told = Qui en est averti
earning-searchers = { $count ->
    [one] Une personne a enregistré une recherche à laquelle cela répond, et en est avertie.
   *[other] { $count } personnes ont enregistré des recherches auxquelles cela répond, et en sont averties.
}
