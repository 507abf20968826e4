# Words of the frame, of time and of lists, on every page.

time-just-now = à l’instant
time-minutes-ago = { $count ->
    [one] il y a { $count } minute
   *[other] il y a { $count } minutes
}
time-today = aujourd’hui, { $time }
time-yesterday = hier, { $time }
time-tomorrow = demain, { $time }
frame-skip = Aller au contenu
frame-back = Retour
frame-places = Lieux
frame-home = Accueil
frame-statement = Relevé
frame-market = Marché
frame-trade = Noter
frame-more = Plus
frame-waiting = { $count ->
    [one] { $count } chose vous attend
   *[other] { $count } choses vous attendent
}
frame-account-of = Votre compte : { $name }
frame-my-page = Ma page
frame-settings = Réglages
frame-sign-in = Se connecter
frame-sign-out = Se déconnecter
frame-language = Langue
frame-exchanges = Communautés
frame-found = En créer une chez vous
frame-free-software = Logiciel libre, AGPL 3.0
frame-demo-label = Démonstration
frame-demo = <b>Ceci est une démonstration.</b> Les personnes, les communautés et les échanges sont inventés.
list-more = Afficher la suite
form-errors = { $count ->
    [one] Une chose à corriger
   *[other] { $count } choses à corriger
}
offline-title = Hors connexion
offline-lead = Cette page a besoin du réseau, et il n’y en a pas en ce moment. Rien n’est perdu : réessayez quand il sera de retour.
offline-open = Ouvrir le dernier relevé que vous avez vu
offline-again = Réessayer

scale-my-floor = Vous pouvez descendre jusqu’à
scale-floor = Peut descendre jusqu’à
scale-ceiling = et monter jusqu’à
scale-no-floor = sans limite
scale-no-ceiling = sans limite
