# Announcements: writing them, and how members meet them.

admin-announcements = Annonces
admin-announcements-sub = Ce que tout le monde devrait savoir
announcements-title = Annonces
announcements-none = Rien n’a encore été annoncé. Ce que vous annoncez reste sur l’Accueil de tout le monde jusqu’à sa fin.
announcement-new = Annoncer
announcement-new-title = Annoncer quelque chose
announcement-edit-title = Modifier une annonce
announcement-body-hint = Les lignes vides, l’*accent* et les listes avec - fonctionnent.
announcement-last-day-hint = Elle finit avec ce jour, ou quand vous y mettez fin.
announcement-preview = Voir ce que cela donne
announcement-preview-again = Revoir ce que cela donne
announcement-publish = Publier
announcement-will-tell = { $count ->
    [one] Elle sera sur l’Accueil de tout le monde, et 1 personne est avertie.
   *[other] Elle sera sur l’Accueil de tout le monde, et { $count } personnes sont averties.
}
announcement-will-change = Elle changera là où elle est. Personne n’est averti de nouveau.
announcement-end = Y mettre fin maintenant
announcement-over = Finie
announcement-until = Jusqu’au { $day }
announcement-was-until = Visible jusqu’au { $day }
announcement-told = { $count ->
    [one] 1 personne avertie
   *[other] { $count } personnes averties
}
announcement-dismiss = Je l’ai lue
announcement-dismiss-named = J’ai lu « { $title } »
notice-announced = Publiée. Tout le monde est averti, peu à peu.
notice-announcement-ended = Elle a pris fin et n’est plus nulle part.
error-announcement-over = Ce jour est passé. Choisissez aujourd’hui ou un jour à venir.
error-announcement-too-long = C’est à plus d’un an. Choisissez un jour dans l’année qui vient.
notices-kind-announcements = Annonces
notices-kind-announcements-sub = Ce que l’administration d’une communauté dit à tout le monde
letter-announcement-subject = { $exchange } : { $title }
letter-announcement = { $exchange } annonce à ses membres :
log-announced = Annoncé : { $subject }
log-announcement-edited = Annonce modifiée : { $subject }
log-announcement-ended = Annonce finie : { $subject }
server-job-spread = Une annonce
