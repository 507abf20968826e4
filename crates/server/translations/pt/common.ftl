# Words of the frame, of time and of lists, on every page.

time-just-now = agora mesmo
time-minutes-ago = { $count ->
    [one] há 1 minuto
   *[other] há { $count } minutos
}
time-today = hoje, { $time }
time-yesterday = ontem, { $time }
time-tomorrow = amanhã, { $time }
frame-skip = Ir para o conteúdo
frame-back = Voltar
frame-places = Lugares
frame-home = Início
frame-statement = Extrato
frame-market = Mercado
frame-trade = Anotar
frame-more = Mais
frame-waiting = { $count ->
    [one] 1 coisa espera por ti
   *[other] { $count } coisas esperam por ti
}
frame-account-of = A tua conta: { $name }
frame-my-page = A minha página
frame-settings = Definições
frame-sign-in = Entrar
frame-sign-out = Sair
frame-language = Idioma
frame-exchanges = Comunidades
frame-found = Cria uma onde vives
frame-free-software = Software livre, AGPL 3.0
frame-demo-label = Demonstração
frame-demo = <b>Isto é uma demonstração.</b> Todas as pessoas, comunidades e trocas são inventadas.
list-more = Mostrar mais
form-errors = { $count ->
    [one] Há uma coisa a corrigir
   *[other] Há { $count } coisas a corrigir
}
offline-title = Sem ligação
offline-lead = Esta página precisa de rede e agora não há. Nada se perde: tenta outra vez quando voltares a ter ligação.
offline-open = Abrir o último extrato que viste
offline-again = Tentar outra vez

scale-my-floor = Podes descer até
scale-floor = Pode descer até
scale-ceiling = e subir até
scale-no-floor = sem limite
scale-no-ceiling = sem limite
