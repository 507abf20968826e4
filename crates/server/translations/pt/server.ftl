# Administração do servidor, e fundar uma comunidade.

server-title = Este servidor
server-waiting = { $count ->
    [one] 1 comunidade quer abrir
   *[other] { $count } comunidades querem abrir
}
server-nothing-waits = Nenhuma comunidade te espera.
server-approve = Abri-la
server-no-exchanges = Ainda não há nenhuma comunidade. Cria a primeira.
server-members = { $count ->
    [one] 1 membro
   *[other] { $count } membros
}
server-failed = { $count ->
    [0] Nada falhou
    [one] 1 trabalho ficou por fazer
   *[other] { $count } trabalhos ficaram por fazer
}
server-failed-none = As cartas e as novidades saem como devem.
server-job-letter = Uma carta
server-job-tell = Novidades de uma troca
server-job-picture = Uma imagem
server-attempts = { $count ->
    [one] uma tentativa
   *[other] { $count } tentativas
}
server-retry = Tentar de novo
server-health = Como está
server-payments = Aceita trocas
server-payments-yes = Sim
server-payments-no = Não: vê o registo do programa
server-version = Versão
server-database = Base de dados
server-since = A trabalhar desde
server-queue = Trabalhos à espera
server-oldest = O próximo é
server-admins = Administração
server-backups = Cópias de segurança
server-backup-last = Última boa
server-backup-none = ainda nenhuma
server-backup-checked = Verificada
server-backup-size = Tamanho
server-backup-megabytes = { $size } MB ou menos, { $count } linhas
server-backup-place = Onde
server-backup-off = Aqui nada faz cópias. Arranca o servidor com --backup-every 24h, ou fá-las com ayni backup.
server-backup-failing = A última cópia falhou e tenta-se de novo dentro de uma hora: { $reason }
server-backup-old = A última cópia é mais antiga do que devia. Vê o registo do programa.
server-decline-title = Não abrir esta comunidade
server-decline-hint = Quem a funda lê isto numa carta. Diz o que ajudaria.
server-log-title = Registo do servidor
server-log-none = Ainda não se fez nada.
notice-exchange-approved = Está aberta. Quem a fundou recebe uma carta.
notice-exchange-declined = Não se abre. Quem a fundou recebe uma carta com as tuas palavras.
notice-job-queued = Tenta-se de novo daqui a um momento.

found-title = Fundar uma comunidade
found-lead = Vizinhas e vizinhos que fazem coisas uns pelos outros e fazem as contas juntos. Fala-nos da vossa; quem cuida deste servidor vê-a e abre-a.
field-code = Quatro letras ou algarismos
found-code-hint = Cada número de conta começa assim, como MARL em MARL0001. Ficam para sempre.
found-part-count = Como contam
found-part-terms = O que aceita quem chega
found-shape = O que é?
found-shape-community = Crédito mútuo
found-shape-community-sub = Como uma LETS: cada coisa tem o seu preço numa unidade própria.
found-shape-time-bank = Banco de tempo
found-shape-time-bank-sub = Uma hora é uma hora, seja o que for que se faça.
field-unit = Em que contam?
found-unit-hours = Horas e minutos
found-unit-hours-sub = Vê-se como 1:30 e conta-se ao minuto. O certo para um banco de tempo.
found-unit-own = Uma unidade nossa
found-unit-own-sub = Com o nome que lhe derem abaixo.
field-decimals = Decimais
found-decimals-hint = Com que finura se conta. Fica para sempre.
field-per_hour = Quantas fazem uma hora de trabalho?
found-per-hour-hint = Por exemplo 12. Daí vêm os primeiros limites, e permite comparar comunidades.
found-floor = Que firmeza tem o primeiro limite?
found-floor-hint = Quem chega pode descer de zero umas doze horas. Pode mudar-se depois.
found-button = Pedir para abrir
found-asked = Pedido
found-waits = Obrigado. Quem cuida deste servidor vai ver, e recebes uma carta.
found-active = Está aberta, e és tu quem a administra.
found-declined = Não foi aberta neste servidor.
found-go = Ir para { $name }
