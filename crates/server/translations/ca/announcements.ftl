# Announcements: writing them, and how members meet them.

admin-announcements = Anuncis
admin-announcements-sub = El que tothom ha de saber
announcements-title = Anuncis
announcements-none = Encara no s’ha anunciat res. El que anunciïs serà a l’Inici de tothom fins que s’acabi.
announcement-new = Anuncia
announcement-new-title = Anunciar alguna cosa
announcement-edit-title = Canviar un anunci
announcement-body-hint = Serveixen les línies en blanc, l’*èmfasi* i les llistes amb -.
announcement-last-day-hint = S’acaba amb aquest dia, o quan l’acabis.
announcement-preview = Mira com quedarà
announcement-preview-again = Torna a mirar com quedarà
announcement-publish = Publica
announcement-will-tell = { $count ->
    [one] Serà a l’Inici de tothom, i s’avisa 1 persona.
   *[other] Serà a l’Inici de tothom, i s’avisen { $count } persones.
}
announcement-will-change = Canviarà allà on és. No s’avisa ningú altre cop.
announcement-end = Acaba’l ara
announcement-over = Acabat
announcement-until = Fins al { $day }
announcement-was-until = Hi va ser fins al { $day }
announcement-told = { $count ->
    [one] avisada 1 persona
   *[other] avisades { $count } persones
}
announcement-dismiss = Ja l’he llegit
announcement-dismiss-named = Ja he llegit «{ $title }»
notice-announced = Publicat. S’avisa tothom, de mica en mica.
notice-announcement-ended = S’ha acabat i ja no és enlloc.
error-announcement-over = Aquest dia ja ha passat. Tria avui o un de posterior.
error-announcement-too-long = És més d’un any. Tria un dia dins d’un any.
notices-kind-announcements = Anuncis
notices-kind-announcements-sub = El que l’administració d’una comunitat diu a tothom
letter-announcement-subject = { $exchange }: { $title }
letter-announcement = { $exchange } anuncia als seus membres:
log-announced = Anunciat: { $subject }
log-announcement-edited = Anunci canviat: { $subject }
log-announcement-ended = Anunci acabat: { $subject }
server-job-spread = Un anunci
