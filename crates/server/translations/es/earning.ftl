# Ayudar a ganar a quien está bajo cero, y decir quién busca lo que uno ofrece.

earning-title = Tú podrías ofrecer esto
earning-lead = Otras personas lo buscan, y quizá tú lo tengas. Lo que aportas te acerca de nuevo a cero.
earning-by-skill = Sabes: { $what }
earning-by-offer = Como tu oferta «{ $what }»
earning-told = A quién se le avisa
earning-searchers = { $count ->
    [one] Una persona guardó una búsqueda en la que encaja, y se le avisa.
   *[other] { $count } personas guardaron búsquedas en las que encaja, y se les avisa.
}
