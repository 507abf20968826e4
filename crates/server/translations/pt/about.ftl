# Uma comunidade: o que é, as suas regras em palavras simples, os seus números.

about-worth = { $count } { $unit } são mais ou menos uma hora de qualquer pessoa.
about-join = Pedir para entrar
about-how-to-join = Como entrar
about-join-open = Qualquer pessoa pode pedir. Conta um pouco de ti; respondem-te as pessoas que cuidam da comunidade.
about-join-invited = Entra-se por convite. Pede-o a um membro que conheças.
about-join-closed = De momento não se pode entrar.
about-asked = Pediste para entrar. Recebes uma carta assim que for decidido.
about-rules = As nossas regras em palavras simples
about-terms = O que os membros aceitam
about-own-open = { $number }, aberta a todos os membros
about-own-read = Ler o seu extrato
about-keepers = Quem cuida dela
about-where = Onde fica
about-admin = Administra
about-coordinator = Coordena
rule-paused = De momento as trocas estão em pausa.
rule-both-record = Qualquer um dos dois anota a troca. Conta logo.
rule-receiver-records = Quem recebeu anota a troca. Conta logo.
rule-provider-records = Quem deu anota a troca. Conta logo.
rule-requests-only = Quem deu alguma coisa pede-o. Conta quando o outro lado diz que sim.
rule-keepers-record = As trocas são anotadas por quem cuida da comunidade.
rule-requests-wait = Um pedido espera até o outro lado responder.
rule-requests-count = Os pedidos são aceites logo.
rule-silence = { $count ->
    [one] Um pedido conta se ninguém responder num dia.
   *[other] Um pedido conta se ninguém responder em { $count } dias.
}
rule-expires = { $count ->
    [one] Um pedido sem resposta caduca ao fim de um dia.
   *[other] Um pedido sem resposta caduca ao fim de { $count } dias.
}
rule-entry = { $count ->
    [one] Uma troca pode ser anotada até um dia depois. Mais tarde pergunta-se primeiro a quem recebeu.
   *[other] Uma troca pode ser anotada até { $count } dias depois. Mais tarde pergunta-se primeiro a quem recebeu.
}
rule-correct = { $count ->
    [one] Quem deu pode corrigir a troca durante um dia e devolvê-la quando quiser. Até lá qualquer dos dois pode dizer que algo não está bem.
   *[other] Quem deu pode corrigir a troca durante { $count } dias e devolvê-la quando quiser. Até lá qualquer dos dois pode dizer que algo não está bem.
}
rule-give-back = Quem deu pode devolver uma troca quando quiser.
rule-floor-and-ceiling = Podes descer até { $floor } e subir até { $ceiling }.
rule-floor = Podes descer até { $floor }.
rule-ceiling = Podes subir até { $ceiling }.
rule-limit-hard = Para além disso não se anota. Pede, se precisares de mais margem.
rule-limit-soft = Para além disso a troca conta na mesma, e és avisado.
rule-growth = O que dás deixa-te mais margem abaixo de zero, até { $cap }.
rule-levy = { $rate } de cada troca, de ambos os lados, vai para a conta da comunidade, para o que fazemos juntos.
rule-records = Os membros veem quanto os outros trocam, nunca com quem.
rule-records-hidden = Não se mostra quanto cada membro troca.

about-numbers = Em números
about-numbers-trades = trocas nos últimos doze meses
about-numbers-volume = mudaram de mãos
about-numbers-trading = dos membros trocaram nos últimos três meses
about-numbers-sum = a posição de todos junta, como deve ser
about-numbers-chart = Trocas por mês
about-numbers-months = Mês
about-numbers-trades-month = Trocas
about-numbers-chart-alternative = Trocas por mês: { $list }
about-numbers-month = { $count ->
    [one] { $count } troca, { $amount }
   *[other] { $count } trocas, { $amount }
}
about-market = Do mercado
