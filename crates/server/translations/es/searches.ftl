# Búsquedas guardadas, y los avisos de lo que coincide.

searches-title = Búsquedas guardadas
searches-lead = Te avisamos cuando alguien publica algo que encaja con una de ellas.
searches-none = Busca algo en el mercado y guarda la búsqueda: te avisamos cuando aparezca lo que buscas.
searches-begin = Buscar en el mercado
searches-full = Guardas { $max } búsquedas y no caben más. Quita una que ya no necesites.
searches-mail = Si además te llegan correos, lo eliges aquí:
searches-mine = Búsquedas guardadas
search-save-this = Avísame cuando aparezca algo nuevo
search-save-this-sub = Guarda esta búsqueda con un nombre y elige cuándo te avisamos.
search-save-title = Guardar esta búsqueda
search-change-title = Una búsqueda guardada
search-change = Cambiar
search-nothing = Todavía no se busca nada. Escribe palabras en el mercado o elige antes una categoría.
search-what = «{ $words }»
search-what-exact = «{ $words }», exactamente estas palabras
search-name-hint = Para que la reconozcas.
search-save = Guardar
search-remove = Quitar esta búsqueda
search-found-lately = { $count ->
    [one] 1 novedad esta semana
   *[other] { $count } novedades esta semana
}
search-pace-at-once = Enseguida
search-pace-at-once-sub = Como mucho una vez por hora
search-pace-daily = Cada mañana
search-pace-daily-sub = Lo que llegó desde el día anterior, a las ocho
search-pace-weekly = Cada sábado
search-pace-weekly-sub = Junto con las novedades del mercado
search-pace-never = Nunca
search-pace-never-sub = Ya miro yo
field-search-name = Nombre
field-pace = ¿Cuándo quieres que te avisemos?
error-search-everything = Di qué buscas: escribe palabras, o elige ofertas o demandas, una categoría o una zona.
error-searches-many = Ya guardas { $max } búsquedas. Quita una antes.
notice-search-saved = Guardada. Te avisamos cuando aparezca algo nuevo que encaje.
notice-search-removed = Quitada. Ya no te avisamos de nada sobre ella.
notices-kind-matches = Lo que buscas
notices-kind-matches-sub = Algo nuevo encaja con una búsqueda que guardaste
letter-matches-one-subject = { $exchange }: «{ $title }»
letter-matches-one = Puede que sea lo que buscas con «{ $search }»:
letter-matches-subject = { $exchange }: { $count } novedades para ti
letter-matches = Puede que sea lo que buscas:
letter-matches-more-subject = { $exchange }: { $count } novedades para ti
letter-matches-more = Estas son algunas de las que pueden ser lo que buscas; el resto está en el mercado:
letter-match-search = Encontrado con «{ $search }»
server-job-match = A quién interesa una oferta o demanda
