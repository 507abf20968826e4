# The front page and the list of exchanges.

welcome-title = Hoje por ti, amanhã por mim
welcome-lead = Perto de si há quem conserte, coza, ensine e carregue uns para os outros. Sem dinheiro. Anota-se o que cada pessoa dá e recebe, e a soma é sempre zero.
welcome-register = Registe-se
welcome-look = Ver as comunidades
welcome-loop = Ana coze um pão para Ben, Ben arranja os travões de Rosa, Rosa forra um casaco para Ana.
welcome-loop-loaf = um pão
welcome-loop-brakes = uns travões
welcome-loop-coat = um casaco
welcome-how = Como funciona
welcome-say = Diga o que sabe fazer
welcome-say-more = Levar alguém ao médico. Meia dúzia de ovos. Uma hora de inglês. Quase toda a gente encontra cinco coisas.
welcome-do = Faça algo por alguém
welcome-do-more = Combinem quanto, nas unidades da vossa comunidade. Depois uma das duas pessoas anota, no telemóvel ou em papel.
welcome-receive = Receba de outra pessoa
welcome-receive-more = Não tem de ser a mesma pessoa. Pode receber primeiro: abaixo de zero é uma promessa aos outros, sem juros.
welcome-here = Comunidades daqui
welcome-all = { $count ->
    [one] A única comunidade
   *[other] As { $count } comunidades
}
welcome-all-plain = Todas as comunidades
welcome-join = Entre em três minutos
welcome-join-more = Escolha uma comunidade, diga quem é e peça para entrar. Alguém da comunidade responde: uma pessoa, não uma máquina.
welcome-choose = Escolher uma comunidade

exchanges-title = Comunidades
exchanges-lead = Cada uma tem a sua gente, a sua unidade e as suas regras. Abra uma para ver como é e como entrar.
exchanges-none = Ainda não há aqui nenhuma comunidade. Talvez comece a primeira.
exchanges-figures = { $count ->
    [one] { $count } pessoa, conta em { $unit }
   *[other] { $count } pessoas, conta em { $unit }
}
exchanges-invited = Entra-se por convite.
exchanges-closed = De momento não entra gente nova.

begin-title = Por onde quer começar?
begin-lead = Já tem o seu registo. Falta uma comunidade: gente próxima com quem dar e receber.
begin-waits = Pediu para entrar em { $exchange }. Alguém de lá vai responder, e escrevemos-lhe.
begin-join = Entrar numa comunidade
begin-found = Ou crie uma
begin-found-lead = Para a sua rua, a sua terra ou o seu grupo. Quem cuida deste servidor vê-a e abre-a.
welcome-name-a = Ana
welcome-name-b = Ben
welcome-name-c = Rosa
