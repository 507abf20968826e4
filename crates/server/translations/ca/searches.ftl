# Cerques desades, i els avisos del que hi encaixa.

searches-title = Cerques desades
searches-lead = T’avisem quan algú publica una cosa que encaixa amb una d’elles.
searches-none = Cerca alguna cosa al mercat i desa la cerca: t’avisem quan aparegui el que busques.
searches-begin = Cercar al mercat
searches-full = Deses { $max } cerques i no n’hi caben més. Treu-ne una que ja no necessitis.
searches-mail = Si a més arriben correus, ho tries aquí:
searches-mine = Cerques desades
search-save-this = Avisa’m quan hi hagi res de nou
search-save-this-sub = Desa aquesta cerca amb un nom i tria quan t’avisem.
search-save-title = Desar aquesta cerca
search-change-title = Una cerca desada
search-change = Canviar
search-nothing = Encara no es busca res. Escriu paraules al mercat o tria abans una categoria.
search-what = «{ $words }»
search-what-exact = «{ $words }», exactament aquestes paraules
search-name-hint = Perquè la reconeguis.
search-save = Desar
search-remove = Treure aquesta cerca
search-found-lately = { $count ->
    [one] 1 novetat aquesta setmana
   *[other] { $count } novetats aquesta setmana
}
search-pace-at-once = De seguida
search-pace-at-once-sub = Com a molt una vegada per hora
search-pace-daily = Cada matí
search-pace-daily-sub = El que ha arribat des del dia abans, a les vuit
search-pace-weekly = Cada dissabte
search-pace-weekly-sub = Juntament amb les novetats del mercat
search-pace-never = Mai
search-pace-never-sub = Ja ho miro jo
field-search-name = Nom
field-pace = Quan vols que t’avisem?
error-search-everything = Digues què busques: escriu paraules, o tria ofertes o demandes, una categoria o una zona.
error-searches-many = Ja deses { $max } cerques. Treu-ne una abans.
notice-search-saved = Desada. T’avisem quan hi hagi res de nou que hi encaixi.
notice-search-removed = Treta. Ja no t’avisem de res sobre ella.
notices-kind-matches = El que busques
notices-kind-matches-sub = Alguna cosa nova encaixa amb una cerca que vas desar
letter-matches-one-subject = { $exchange }: «{ $title }»
letter-matches-one = Potser és el que busques amb «{ $search }»:
letter-matches-subject = { $exchange }: { $count } novetats per a tu
letter-matches = Potser és el que busques:
letter-matches-more-subject = { $exchange }: { $count } novetats per a tu
letter-matches-more = Aquestes són algunes de les que poden ser el que busques; la resta és al mercat:
letter-match-search = Trobat amb «{ $search }»
server-job-match = A qui interessa una oferta o demanda
