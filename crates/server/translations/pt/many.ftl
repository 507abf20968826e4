# Muitas trocas de uma vez: a lista, o que lhe aconteceria, o que lhe aconteceu.

many-title = Muitas de uma vez
many-lead = Escreve as linhas de uma folha ou cola uma tabela. Vês o que acontece a cada linha antes de se anotar seja o que for.
many-for = De quem são estas trocas?
many-for-others = De outras pessoas
many-for-others-sub = Vê-se que foste tu que as anotaste
many-for-me = Minhas
many-for-me-sub = { $number } está em cada uma
many-own-number = O teu número é { $number }. Estás em cada troca: deste ou recebeste.
many-typed = Linha a linha
many-typed-hint = Os números de conta podem ser curtos: 27 para a que acaba em 0027. Deixa o dia vazio se for hoje.
many-payee = Quem deu
many-payer = Quem recebeu
many-amount = Quanto
many-amount-in = Quanto, em { $unit }
many-description = O que foi
many-date = Dia
many-more = Mais linhas
many-table = Colar uma tabela ou escolher um ficheiro
field-table = Tabela
many-table-hint = Copiada de uma folha de cálculo ou escrita com pontos e vírgulas: pagador, vendedor, valor, descrição, data. Paga quem recebeu alguma coisa. Se a primeira linha tiver estes nomes, a ordem é livre.
many-file = Ou um ficheiro
many-file-hint = CSV, no máximo 500 linhas.
many-look = Ver primeiro
many-look-title = Está bem assim?
many-look-lead = { $count ->
    [0] Nenhuma destas linhas pode ser anotada ainda.
    [one] Uma linha está bem, { $amount }.
   *[other] { $count } linhas estão bem, ao todo { $amount }.
}
many-look-bad = { $count ->
    [one] Uma não pode ser anotada assim.
   *[other] { $count } não podem ser anotadas assim.
}
many-changed = Algo mudou desde que viste, por isso nada foi anotado. Agora está assim.
many-caption = As linhas e o que acontece a cada uma
many-who-title = Quem com quem
many-who = { $giver } deu a { $taker }
many-outcome = O que lhe acontece
many-counts = Conta logo
many-waits = Pergunta-se primeiro a { $name }
many-left-out = Fica de fora
many-unknown = Não chegámos a tempo. Envia a lista outra vez: o que já está anotado não se anota duas vezes.
many-post = { $count ->
    [one] Anotar esta troca
   *[other] Anotar estas { $count } trocas
}
many-change = Mudar alguma coisa
many-done-title = Anotado
many-done-lead = { $count ->
    [0] Nada foi anotado.
    [one] Uma troca foi anotada, { $amount }.
   *[other] { $count } trocas foram anotadas, ao todo { $amount }.
}
many-done-bad = { $count ->
    [one] Uma linha não.
   *[other] { $count } linhas não.
}
many-again = Outra lista
error-many-empty = Ainda não há nenhuma linha. Escreve uma ou cola uma tabela.
error-many-too-long = São linhas a mais: no máximo { $max }. Divide a lista.
error-many-too-big = O ficheiro é demasiado grande: no máximo { $max }. Divide a lista.
error-many-columns = A tabela precisa de pagador, vendedor e valor, por esta ordem ou com nome na primeira linha.
