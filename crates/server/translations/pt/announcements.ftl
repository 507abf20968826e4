# Announcements: writing them, and how members meet them.

admin-announcements = Anúncios
admin-announcements-sub = O que todos devem saber
announcements-title = Anúncios
announcements-none = Ainda nada foi anunciado. O que anunciares fica no Início de todos até acabar.
announcement-new = Anunciar
announcement-new-title = Anunciar alguma coisa
announcement-edit-title = Alterar um anúncio
announcement-body-hint = Servem as linhas em branco, a *ênfase* e as listas com -.
announcement-last-day-hint = Acaba com este dia, ou quando o acabares.
announcement-preview = Ver como vai ficar
announcement-preview-again = Ver outra vez como vai ficar
announcement-publish = Publicar
announcement-will-tell = { $count ->
    [one] Ficará no Início de todos, e 1 pessoa é avisada.
   *[other] Ficará no Início de todos, e { $count } pessoas são avisadas.
}
announcement-will-change = Mudará onde está. Ninguém é avisado outra vez.
announcement-end = Acabá-lo agora
announcement-over = Acabado
announcement-until = Até { $day }
announcement-was-until = Esteve até { $day }
announcement-told = { $count ->
    [one] avisada 1 pessoa
   *[other] avisadas { $count } pessoas
}
announcement-dismiss = Já o li
announcement-dismiss-named = Já li «{ $title }»
notice-announced = Publicado. Todos são avisados, pouco a pouco.
notice-announcement-ended = Acabou e já não está em lado nenhum.
error-announcement-over = Este dia já passou. Escolhe hoje ou um dia posterior.
error-announcement-too-long = É daqui a mais de um ano. Escolhe um dia dentro de um ano.
notices-kind-announcements = Anúncios
notices-kind-announcements-sub = O que a administração de uma comunidade diz a todos
letter-announcement-subject = { $exchange }: { $title }
letter-announcement = { $exchange } anuncia aos seus membros:
log-announced = Anunciado: { $subject }
log-announcement-edited = Anúncio alterado: { $subject }
log-announcement-ended = Anúncio acabado: { $subject }
server-job-spread = Um anúncio
