# The weekly digest.

notices-kind-digest = Les nouveautés de la semaine
notices-kind-digest-sub = Les nouvelles offres et demandes des autres membres, le samedi
letter-digest-subject = { $exchange } : { $count ->
    [one] une nouveauté au marché
   *[other] { $count } nouveautés au marché
}
letter-digest = Voici ce que les membres offrent et cherchent depuis la dernière fois :
letter-digest-more-subject = { $exchange } : { $count ->
    [one] une nouveauté au marché
   *[other] { $count } nouveautés au marché
}
letter-digest-more = Voici une partie de ce que les membres offrent et cherchent depuis la dernière fois ; le reste est au marché :
letter-digest-offer = Offert par { $name }
letter-digest-want = Cherché par { $name }
server-job-digest = Les nouveautés de la semaine
