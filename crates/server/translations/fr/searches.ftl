# Recherches enregistrées, et les avis sur ce qui correspond.

searches-title = Recherches enregistrées
searches-lead = On vous prévient quand quelqu’un publie ce qui correspond à l’une d’elles.
searches-none = Cherchez quelque chose au marché, puis enregistrez la recherche : on vous prévient quand ce que vous cherchez apparaît.
searches-begin = Chercher au marché
searches-full = Vous gardez { $max } recherches, et il n’y a plus de place. Retirez-en une dont vous n’avez plus besoin.
searches-mail = Si des messages vous arrivent aussi par courrier électronique, vous le choisissez ici :
searches-mine = Recherches enregistrées
search-save-this = Me prévenir quand il y a du nouveau
search-save-this-sub = Enregistrez cette recherche sous un nom, et choisissez quand on vous prévient.
search-save-title = Enregistrer cette recherche
search-change-title = Une recherche enregistrée
search-change = Modifier
search-nothing = Rien n’est encore cherché. Écrivez d’abord des mots au marché ou choisissez une catégorie.
search-what = « { $words } »
search-what-exact = « { $words } », exactement ces mots
search-name-hint = Pour la reconnaître.
search-save = Enregistrer
search-remove = Retirer cette recherche
search-found-lately = { $count ->
    [one] 1 nouveauté cette semaine
   *[other] { $count } nouveautés cette semaine
}
search-pace-at-once = Aussitôt
search-pace-at-once-sub = Une fois par heure au plus
search-pace-daily = Chaque matin
search-pace-daily-sub = Ce qui est venu depuis la veille, à huit heures
search-pace-weekly = Chaque samedi
search-pace-weekly-sub = Avec les nouveautés du marché
search-pace-never = Pas du tout
search-pace-never-sub = Je regarde moi-même
field-search-name = Nom
field-pace = Quand voulez-vous qu’on vous prévienne ?
error-search-everything = Dites ce que vous cherchez : écrivez des mots, ou choisissez offres ou demandes, une catégorie ou un secteur.
error-searches-many = Vous gardez déjà { $max } recherches. Retirez-en d’abord une.
notice-search-saved = Enregistrée. On vous prévient quand quelque chose de nouveau y correspond.
notice-search-removed = Retirée. Plus rien ne vous est annoncé à son sujet.
notices-kind-matches = Ce que vous cherchez
notices-kind-matches-sub = Quelque chose de nouveau correspond à une recherche enregistrée
letter-matches-one-subject = { $exchange } : « { $title } »
letter-matches-one = C’est peut-être ce que vous cherchez avec « { $search } » :
letter-matches-subject = { $exchange } : { $count } nouveautés pour vous
letter-matches = C’est peut-être ce que vous cherchez :
letter-matches-more-subject = { $exchange } : { $count } nouveautés pour vous
letter-matches-more = En voici une partie qui est peut-être ce que vous cherchez ; le reste se trouve au marché :
letter-match-search = Trouvé avec « { $search } »
server-job-match = Qui une offre ou une demande intéresse
