# Joining an exchange, and operating an account with others.

join-title = Entrar em { $exchange }
join-invited-by = { $name } convida-te.
join-means = O que significa
join-means-trade = Fazes algo por alguém daqui e outra pessoa faz algo por ti. As duas coisas contam-se em { $unit } e não passa dinheiro.
join-means-floor = Podes começar por receber: até { $floor }. Abaixo de zero há uma promessa aos outros, sem juros.
join-means-no-floor = Podes começar por receber. Abaixo de zero há uma promessa aos outros, sem juros.
join-means-seen = Os membros veem a tua página e quanto deste e recebeste. As visitas não.
join-means-leave = Podes sair quando o que deste e recebeste estiver igualado.
join-others = Procurar outra comunidade
join-terms = O que os membros combinaram
join-begin = Primeiro, quem és?
join-begin-lead = Uma só entrada serve para todas as comunidades deste servidor.
join-register = É a primeira vez que venho
join-sign-in = Entrar
join-kind-individual = Eu
join-kind-shared = A nossa casa
join-kind-shared-sub = Uma conta para todos os que vivem juntos
join-kind-organisation = Uma associação
join-kind-company = Um negócio
join-application-hint = Só quem cuida da comunidade lê isto: como nos encontraste, quem conheces aqui.
join-accept = Li e estou de acordo
join-ask = Pedir para entrar
join-then = Quem lê é alguém que cuida da comunidade, uma pessoa, e recebes uma carta.

applied-title = Pediste para entrar
applied-lead = Pediste para entrar em { $exchange }
applied-as = Como
applied-when = Quando
applied-next = Alguém que cuida da comunidade vai ler e responder por carta. Não é preciso fazer mais nada.
applied-look = Ver a comunidade
applied-withdraw = Retirar o pedido

operate-title = Cuidar também da conta de { $name }
operate-means = Poderias anotar trocas, responder a pedidos e ver tudo desta conta, como { $name }. Cada pessoa mantém a sua própria entrada, e quem cuida da conta também pode tirar outra pessoa.
operate-sign-in-lead = Entra primeiro com o teu próprio endereço, ou regista-te. Depois voltas aqui.
operate-accept = Sim, como { $user }
operate-not = Agora não

field-kind = Quem entra?
field-application = Umas palavras para nós
field-terms = O que os membros combinaram
field-invitation = Convite

notice-applied = Obrigado. O teu pedido chegou.
notice-joined = Damos-te as boas-vindas. Este é o teu início.
notice-withdrawn = Retiraste o pedido.
notice-operating = Agora cuidas desta conta. Se tiveres várias, mudas de uma para outra na tua cara.

