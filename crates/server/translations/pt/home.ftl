# Home: where a member stands, what waits, what is new; and the page of what waits.

home-standing = O teu saldo, { $name }
home-standing-new = Começas em zero. Podes receber alguma coisa antes de teres dado: é nisso que confiamos uns nos outros.
home-standing-zero = Deste tanto como recebeste.
home-standing-above = Deste mais do que recebeste. Há quem faça alguma coisa por ti com gosto.
home-standing-little-below = Recebeste um pouco mais do que deste. É uma promessa, e tens muito tempo para a cumprir.
home-standing-below = Recebeste mais do que deste. É uma promessa; o que deres a seguir aproxima-te de zero.
home-standing-near-floor = Recebeste bastante mais do que deste. Vê do que as pessoas precisam: cada coisa que dás cumpre uma parte da tua promessa.
home-locked = Neste momento a tua conta pode receber mas não dar. Quem gere a comunidade pode dizer-te porquê.
home-suspended = Neste momento a tua conta está parada. Quem gere a comunidade pode dizer-te porquê.
home-resting = A tua conta está em repouso. Podes acordá-la nas definições.
home-closed = A tua conta está fechada.
home-waits = À tua espera
home-waits-for-others = À espera de outros
home-all = Tudo
home-sent = { $count ->
    [one] 1 pedido teu espera resposta.
   *[other] { $count } pedidos teus esperam resposta.
}
home-news = Desde a última visita
home-seen = Visto
home-recent = Últimas trocas
home-empty = Aqui ainda não há nada. Vê quem cá está, pede alguma coisa a alguém ou oferece a tua ajuda.
home-empty-people = Ver quem cá está
home-row-provided = Dado a { $name }
home-row-received = Recebido de { $name }
home-row-reversed = Com { $name }, devolvido
home-row-reversal = Devolução, com { $name }
home-do-trade = Anotar uma troca
home-do-trade-sub = O que deste ou recebeste
home-do-people = Encontrar alguém
home-do-people-sub = Quem cá está, e como falar com cada um
home-do-exchange = A comunidade
home-do-exchange-sub = As suas regras em palavras simples, e os seus números

news-gave-you = { $name } deu-te { $amount } por «{ $what }»
news-provided-you = { $name } anotou o que recebeste: «{ $what }», { $amount }
news-reversed = Foi devolvida uma troca com { $name }: { $amount }
news-corrected = Foi corrigida uma troca com { $name }: «{ $what }», { $amount }
news-keyed = Anotado por { $name }

ask-question = Recebeste «{ $what }» de { $name }?
ask-detail = Pede { $amount } em troca, { $ago }
ask-accept = Sim, aceitar
ask-decline = Algo está errado
waiting-title = O que espera
waiting-to-answer = À tua espera
waiting-nothing = Nada espera por ti.
waiting-sent = Enviado por ti
waiting-sent-nothing = Não tens pedidos à espera de outros.
home-market = Novo no mercado
