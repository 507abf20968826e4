# Notifications: the inbox, what is told by mail and when, and the links that stop letters.

frame-notices = { $count ->
    [0] Avisos: nada de novo
    [one] Avisos: 1 novo
   *[other] Avisos: { $count } novos
}
notices-title = Avisos
notices-new = Novos
notices-unread = Novo
notices-earlier = Anteriores
notices-nothing-new = Nada de novo. Aqui estará o que acontecer às tuas trocas, ofertas e procuras.
notices-read-all = Já vi todos
notices-more-unread = { $count ->
    [one] Falta mais um por ler; estará aqui quando leres estes.
   *[other] Faltam mais { $count } por ler; estarão aqui quando leres estes.
}
notices-settings = O que te é dito, e quando
notices-settings-short = Definições
notices-settings-sub = Mensagens, aparelhos, horas de sossego
notices-settings-lead = Tudo está logo nos teus avisos. Aqui escolhes o que vem também por e-mail, ou se mostra nos teus aparelhos.
notices-by-mail = Por e-mail
notices-no-address = Não se conhece nenhum endereço teu, por isso não há mensagens. Indica um nas tuas definições.
notices-to-address = As mensagens vão para { $address }.
notices-quiet = Horas de sossego
notices-quiet-wish = Sem mensagens, e nada nos aparelhos, a estas horas
notices-quiet-hint = O que acontecer entretanto vem de uma só vez quando acabam. As mensagens sobre a tua palavra-passe e a tua entrada vêm sempre logo.
field-quiet_from = Das
field-quiet_until = Até às
error-time = Escreve uma hora como 22:00.
error-quiet-whole-day = Escolhe um fim que não seja o princípio.
notices-kind-requests = Alguém te pede um pagamento
notices-kind-requests-sub = Espera a tua resposta
notices-kind-trades = As tuas trocas
notices-kind-trades-sub = Alguém pagou, aceitou, recusou, corrigiu ou contestou
notices-kind-listings = As tuas ofertas e procuras
notices-kind-listings-sub = Acabam em breve, acabaram ou foram escondidas
notices-kind-membership = A tua participação
notices-kind-membership-sub = Deram-te as boas-vindas, ou tens uma nova tarefa
notices-kind-administration = O que espera pela administração
notices-kind-administration-sub = Alguém quer entrar, ou contesta uma troca

unsubscribe-title = Não queres mais destas mensagens?
unsubscribe-lead = Não receberás mais mensagens sobre: <b>{ $kind }</b>.
unsubscribe-done-title = Está feito
unsubscribe-done = Não haverá mais mensagens sobre: <b>{ $kind }</b>.
unsubscribe-still = Tudo continua nos teus avisos, e lá podes mudar de ideias quando quiseres.
unsubscribe-do = Não mais mensagens sobre isto

letter-several-subject = Aconteceram { $count } coisas
letter-several = Isto aconteceu desde a última mensagem:
letter-several-more-subject = Aconteceram { $count } coisas
letter-several-more = Estas são as primeiras { $shown } coisas que aconteceram desde a última mensagem; as restantes estão nos teus avisos:
letter-open = Abrir
letter-stop = Não mais mensagens deste tipo
