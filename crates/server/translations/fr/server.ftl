# Administration du serveur, et fonder une communauté.

server-title = Ce serveur
server-waiting = { $count ->
    [one] { $count } communauté voudrait ouvrir
   *[other] { $count } communautés voudraient ouvrir
}
server-nothing-waits = Aucune communauté ne vous attend.
server-approve = L’ouvrir
server-no-exchanges = Il n’y a pas encore de communauté. Créez la première.
server-members = { $count ->
    [one] { $count } membre
   *[other] { $count } membres
}
server-failed = { $count ->
    [0] Rien n’a échoué
    [one] 1 travail a été abandonné
   *[other] { $count } travaux ont été abandonnés
}
server-failed-none = Les lettres et les nouvelles partent comme il faut.
server-job-letter = Une lettre
server-job-tell = Des nouvelles d’un échange
server-job-picture = Une image
server-attempts = { $count ->
    [one] un essai
   *[other] { $count } essais
}
server-retry = Réessayer
server-health = État du serveur
server-payments = Prend les échanges
server-payments-yes = Oui
server-payments-no = Non : regardez le journal du programme
server-version = Version
server-database = Base de données
server-since = Démarré
server-queue = Travaux en attente
server-oldest = Le prochain est dû
server-admins = Administration
server-backups = Sauvegardes
server-backup-last = Dernière bonne
server-backup-none = pas encore
server-backup-checked = Vérifiée
server-backup-size = Taille
server-backup-megabytes = { $size } Mo au plus, { $count } lignes
server-backup-place = Où
server-backup-off = Rien ne fait de sauvegardes ici. Démarrez le serveur avec --backup-every 24h, ou faites-les avec ayni backup.
server-backup-failing = La dernière sauvegarde a échoué ; un nouvel essai a lieu dans l’heure : { $reason }
server-backup-old = La dernière sauvegarde est plus ancienne qu’elle ne devrait. Regardez le journal du programme.
server-decline-title = Ne pas ouvrir cette communauté
server-decline-hint = Qui la fonde le lira dans une lettre. Dites ce qui aiderait.
server-log-title = Journal du serveur
server-log-none = Rien n’a encore été fait.
notice-exchange-approved = Elle est ouverte. Une lettre part à qui l’a fondée.
notice-exchange-declined = Décliné. Une lettre part avec vos mots.
notice-job-queued = On réessaie dans un instant.

found-title = Fonder une communauté
found-lead = Des voisins qui font des choses les uns pour les autres et tiennent les comptes ensemble. Parlez-nous de la vôtre ; qui tient ce serveur la regarde et l’ouvre.
field-code = Quatre lettres ou chiffres
found-code-hint = Chaque numéro de compte commence ainsi, comme MARL dans MARL0001. Ils restent pour de bon.
found-part-count = Comment vous comptez
found-part-terms = Ce qu’acceptent les nouveaux
found-shape = Qu’est-ce que c’est ?
found-shape-community = Crédit mutuel
found-shape-community-sub = Comme un SEL : chaque chose a son prix dans une unité à vous.
found-shape-time-bank = Banque de temps
found-shape-time-bank-sub = Une heure est une heure, quoi qu’on y fasse.
field-unit = En quoi comptez-vous ?
found-unit-hours = En heures et minutes
found-unit-hours-sub = S’affiche comme 1:30, compté à la minute. Ce qu’il faut pour une banque de temps.
found-unit-own = Dans une unité à nous
found-unit-own-sub = Avec le nom que vous lui donnez plus bas.
field-decimals = Décimales
found-decimals-hint = Avec quelle finesse on compte. Cela reste pour de bon.
field-per_hour = Combien font une heure de travail ?
found-per-hour-hint = Par exemple 12. Les premières limites en découlent, et les communautés peuvent se comparer.
found-floor = La première limite est-elle ferme ?
found-floor-hint = Les nouveaux peuvent aller sous zéro d’environ douze heures. Cela peut changer plus tard.
found-button = Demander l’ouverture
found-asked = Demandé
found-waits = Merci. Qui tient ce serveur va regarder, et vous recevrez une lettre.
found-active = Elle est ouverte, et vous en êtes l’administration.
found-declined = Elle n’a pas été ouverte sur ce serveur.
found-go = Aller à { $name }
