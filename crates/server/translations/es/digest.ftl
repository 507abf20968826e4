# The weekly digest.

notices-kind-digest = Las novedades de la semana
notices-kind-digest-sub = Nuevas ofertas y demandas de los demás miembros, el sábado
letter-digest-subject = { $exchange }: { $count ->
    [one] una novedad en el mercado
   *[other] { $count } novedades en el mercado
}
letter-digest = Esto es lo que los miembros ofrecen y buscan desde la última vez:
letter-digest-more-subject = { $exchange }: { $count ->
    [one] una novedad en el mercado
   *[other] { $count } novedades en el mercado
}
letter-digest-more = Esto es una parte de lo que los miembros ofrecen y buscan desde la última vez; lo demás está en el mercado:
letter-digest-offer = Lo ofrece { $name }
letter-digest-want = Lo busca { $name }
server-job-digest = Las novedades de la semana
