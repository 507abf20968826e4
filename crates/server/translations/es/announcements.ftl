# Announcements: writing them, and how members meet them.

admin-announcements = Anuncios
admin-announcements-sub = Lo que todo el mundo debe saber
announcements-title = Anuncios
announcements-none = Todavía no se ha anunciado nada. Lo que anuncies estará en el Inicio de todo el mundo hasta que termine.
announcement-new = Anunciar
announcement-new-title = Anunciar algo
announcement-edit-title = Cambiar un anuncio
announcement-body-hint = Sirven las líneas en blanco, el *énfasis* y las listas con -.
announcement-last-day-hint = Termina con este día, o cuando lo termines.
announcement-preview = Ver cómo quedará
announcement-preview-again = Ver otra vez cómo quedará
announcement-publish = Publicar
announcement-will-tell = { $count ->
    [one] Estará en el Inicio de todo el mundo, y se avisa a 1 persona.
   *[other] Estará en el Inicio de todo el mundo, y se avisa a { $count } personas.
}
announcement-will-change = Cambiará allí donde está. No se avisa a nadie otra vez.
announcement-end = Terminarlo ahora
announcement-over = Terminado
announcement-until = Hasta el { $day }
announcement-was-until = Estuvo hasta el { $day }
announcement-told = { $count ->
    [one] avisada 1 persona
   *[other] avisadas { $count } personas
}
announcement-dismiss = Ya lo he leído
announcement-dismiss-named = Ya he leído «{ $title }»
notice-announced = Publicado. Se avisa a todo el mundo, poco a poco.
notice-announcement-ended = Ha terminado y ya no está en ninguna parte.
error-announcement-over = Este día ya ha pasado. Elige hoy o uno posterior.
error-announcement-too-long = Es más de un año. Elige un día dentro de un año.
notices-kind-announcements = Anuncios
notices-kind-announcements-sub = Lo que la administración de una comunidad dice a todo el mundo
letter-announcement-subject = { $exchange }: { $title }
letter-announcement = { $exchange } anuncia a sus miembros:
log-announced = Anunciado: { $subject }
log-announcement-edited = Anuncio cambiado: { $subject }
log-announcement-ended = Anuncio terminado: { $subject }
server-job-spread = Un anuncio
