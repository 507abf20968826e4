# The weekly digest.

notices-kind-digest = As novidades da semana
notices-kind-digest-sub = Novas ofertas e procuras dos outros membros, ao sábado
letter-digest-subject = { $exchange }: { $count ->
    [one] uma novidade no mercado
   *[other] { $count } novidades no mercado
}
letter-digest = Isto é o que os membros oferecem e procuram desde a última vez:
letter-digest-more-subject = { $exchange }: { $count ->
    [one] uma novidade no mercado
   *[other] { $count } novidades no mercado
}
letter-digest-more = Isto é uma parte do que os membros oferecem e procuram desde a última vez; o resto está no mercado:
letter-digest-offer = Oferecido por { $name }
letter-digest-want = Procurado por { $name }
server-job-digest = As novidades da semana
