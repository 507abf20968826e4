# The weekly digest.

notices-kind-digest = What is new each week
notices-kind-digest-sub = New offers and wants of other members, on Saturday
letter-digest-subject = { $exchange }: { $count ->
    [one] one thing new in the market
   *[other] { $count } things new in the market
}
letter-digest = This is what members have offered, and what they look for, since the last time:
letter-digest-more-subject = { $exchange }: { $count ->
    [one] one thing new in the market
   *[other] { $count } things new in the market
}
letter-digest-more = This is some of what members have offered, and what they look for, since the last time; the rest stands in the market:
letter-digest-offer = Offered by { $name }
letter-digest-want = Wanted by { $name }
server-job-digest = What is new each week
