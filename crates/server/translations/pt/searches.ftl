# Pesquisas guardadas, e os avisos do que corresponde.

searches-title = Pesquisas guardadas
searches-lead = Avisamos-te quando alguém publica algo que corresponde a uma delas.
searches-none = Procura algo no mercado e guarda a pesquisa: avisamos-te quando aparecer o que procuras.
searches-begin = Procurar no mercado
searches-full = Guardas { $max } pesquisas e não cabem mais. Retira uma de que já não precises.
searches-mail = Se também te chegam mensagens por correio eletrónico, escolhes aqui:
searches-mine = Pesquisas guardadas
search-save-this = Avisa-me quando houver algo novo
search-save-this-sub = Guarda esta pesquisa com um nome e escolhe quando te avisamos.
search-save-title = Guardar esta pesquisa
search-change-title = Uma pesquisa guardada
search-change = Mudar
search-nothing = Ainda não se procura nada. Escreve palavras no mercado ou escolhe antes uma categoria.
search-what = «{ $words }»
search-what-exact = «{ $words }», exatamente estas palavras
search-name-hint = Para a reconheceres.
search-save = Guardar
search-remove = Retirar esta pesquisa
search-found-lately = { $count ->
    [one] 1 novidade esta semana
   *[other] { $count } novidades esta semana
}
search-pace-at-once = Logo
search-pace-at-once-sub = No máximo uma vez por hora
search-pace-daily = Todas as manhãs
search-pace-daily-sub = O que chegou desde a véspera, às oito
search-pace-weekly = Todos os sábados
search-pace-weekly-sub = Juntamente com as novidades do mercado
search-pace-never = Nunca
search-pace-never-sub = Eu vou vendo
field-search-name = Nome
field-pace = Quando queres que te avisemos?
error-search-everything = Diz o que procuras: escreve palavras, ou escolhe ofertas ou procuras, uma categoria ou uma zona.
error-searches-many = Já guardas { $max } pesquisas. Retira primeiro uma.
notice-search-saved = Guardada. Avisamos-te quando aparecer algo novo que lhe corresponda.
notice-search-removed = Retirada. Já não te avisamos de nada sobre ela.
notices-kind-matches = O que procuras
notices-kind-matches-sub = Algo novo corresponde a uma pesquisa que guardaste
letter-matches-one-subject = { $exchange }: «{ $title }»
letter-matches-one = Talvez seja o que procuras com «{ $search }»:
letter-matches-subject = { $exchange }: { $count } novidades para ti
letter-matches = Talvez seja o que procuras:
letter-matches-more-subject = { $exchange }: { $count } novidades para ti
letter-matches-more = Estas são algumas das que talvez sejam o que procuras; o resto está no mercado:
letter-match-search = Encontrado com «{ $search }»
server-job-match = A quem interessa uma oferta ou procura
