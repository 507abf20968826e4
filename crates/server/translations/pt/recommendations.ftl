# What the two sides of a trade say of each other.

recommendations-title = Recomendações
recommendations-how = Depois de uma troca, a página dela deixa que os dois lados se recomendem.
recommend-title = Recomendar { $name }
recommend-lead = Os membros leem isto na página da pessoa, com o dia da vossa troca. Uma vez por troca; podes retirar.
recommend-hint = O que foi bom? Uma frase ou duas.
recommend-do = Recomendar
recommend-link = Recomendar { $name }
recommendation-day = depois de uma troca em { $day }
recommendation-hidden = A administração escondeu isto dos outros: «{ $reason }»
recommendation-answer = Responder
recommendation-answer-title = Responder a uma recomendação
recommendation-answer-lead = { $name } escreveu:
recommendation-answer-hint = Podes responder uma vez. Fica por baixo da recomendação.
recommendation-withdraw = Retirar
recommendation-hide = Esconder
recommendation-hide-title = Esconder uma recomendação
recommendation-hide-lead = { $name } escreveu:
recommendation-hide-hint = As duas pessoas de quem se trata leem o porquê.
notice-recommended = Obrigado. Está na página da pessoa.
notice-recommendation-answered = A tua resposta está por baixo.
notice-recommendation-withdrawn = Retirada.
notice-recommendation-hidden = Escondida dos outros.
log-recommendation-hidden = Recomendação de { $subject } escondida
