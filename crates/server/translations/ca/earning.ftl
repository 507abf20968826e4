# Ajudar a guanyar qui és sota zero, i dir qui busca el que un ofereix.

earning-title = Tu podries oferir això
earning-lead = Altres ho busquen, i potser tu ho tens. El que aportes t’acosta de nou a zero.
earning-by-skill = Saps: { $what }
earning-by-offer = Com la teva oferta «{ $what }»
earning-told = A qui s’avisa
earning-searchers = { $count ->
    [one] Una persona va desar una cerca en què encaixa, i se l’avisa.
   *[other] { $count } persones van desar cerques en què encaixa, i se les avisa.
}
