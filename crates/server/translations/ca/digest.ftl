# The weekly digest.

notices-kind-digest = Les novetats de la setmana
notices-kind-digest-sub = Noves ofertes i demandes dels altres membres, el dissabte
letter-digest-subject = { $exchange }: { $count ->
    [one] una novetat al mercat
   *[other] { $count } novetats al mercat
}
letter-digest = Això és el que els membres ofereixen i busquen des de l’última vegada:
letter-digest-more-subject = { $exchange }: { $count ->
    [one] una novetat al mercat
   *[other] { $count } novetats al mercat
}
letter-digest-more = Això és una part del que els membres ofereixen i busquen des de l’última vegada; la resta és al mercat:
letter-digest-offer = Ho ofereix { $name }
letter-digest-want = Ho busca { $name }
server-job-digest = Les novetats de la setmana
