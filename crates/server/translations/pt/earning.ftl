# Ajudar a ganhar quem está abaixo de zero, e dizer quem procura o que se oferece.

earning-title = Podias oferecer isto
earning-lead = Outras pessoas procuram-no, e talvez tu o tenhas. O que dás aproxima-te outra vez de zero.
earning-by-skill = Sabes: { $what }
earning-by-offer = Como a tua oferta «{ $what }»
earning-told = Quem é avisado
earning-searchers = { $count ->
    [one] Uma pessoa guardou uma pesquisa em que isto encaixa, e é avisada.
   *[other] { $count } pessoas guardaram pesquisas em que isto encaixa, e são avisadas.
}
