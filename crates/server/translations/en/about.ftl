# An exchange: what it is, its rules in plain words, its numbers.

about-worth = { $count } { $unit } are about an hour of anyone’s time.
about-join = Ask to join
about-how-to-join = How to join
about-join-open = Anyone may ask. Tell a little about yourself; the people who look after the exchange answer you.
about-join-invited = New people come by invitation. Ask a member whom you know to invite you.
about-join-closed = Nobody can join just now.
about-asked = You have asked to join. You get a letter as soon as it is decided.
about-rules = Our rules in plain words
about-terms = What members agree to
about-own-open = { $number }, open to every member
about-own-read = Read its statement
about-keepers = Who looks after it
about-where = Where to find it
about-admin = Administrator
about-coordinator = Coordinator
rule-paused = Trading is paused just now.
rule-both-record = Either of you records a trade. It counts at once.
rule-receiver-records = Whoever received something records the trade. It counts at once.
rule-provider-records = Whoever provided something records the trade. It counts at once.
rule-requests-only = Whoever provided something asks for it. It counts when the other side says yes.
rule-keepers-record = Trades are recorded by those who look after the exchange.
rule-requests-wait = A request waits until the other side answers.
rule-requests-count = Requests are accepted at once.
rule-silence = { $count ->
    [one] A request counts if nobody answers it within a day.
   *[other] A request counts if nobody answers it within { $count } days.
}
rule-expires = { $count ->
    [one] A request that nobody answers lapses after a day.
   *[other] A request that nobody answers lapses after { $count } days.
}
rule-entry = { $count ->
    [one] A trade can be recorded up to a day after it happened. Later the one who received is asked first.
   *[other] A trade can be recorded up to { $count } days after it happened. Later the one who received is asked first.
}
rule-correct = { $count ->
    [one] Whoever provided can put a trade right within a day and give it back at any time. Until then either side can say that something is wrong.
   *[other] Whoever provided can put a trade right within { $count } days and give it back at any time. Until then either side can say that something is wrong.
}
rule-give-back = Whoever provided can give a trade back at any time.
rule-floor-and-ceiling = You may go down to { $floor } and up to { $ceiling }.
rule-floor = You may go down to { $floor }.
rule-ceiling = You may go up to { $ceiling }.
rule-limit-hard = Beyond that a trade is not recorded. Ask if you need more room.
rule-limit-soft = Beyond that a trade still counts, and you are told.
rule-growth = What you provide gives you more room below zero, down to { $cap }.
rule-levy = { $rate } of each trade, from both sides, goes to the exchange’s own account for what we do together.
rule-records = Members see each other’s record, never with whom.
rule-records-hidden = Members’ records are not shown.

about-numbers = Numbers
about-numbers-trades = trades in the last twelve months
about-numbers-volume = changed hands in them
about-numbers-trading = of members traded in the last three months
about-numbers-sum = everyone’s standing together, as it must be
about-numbers-chart = Trades a month
about-numbers-months = Month
about-numbers-trades-month = Trades
about-numbers-chart-alternative = Trades a month: { $list }
about-numbers-month = { $count ->
    [one] { $count } trade, { $amount }
   *[other] { $count } trades, { $amount }
}
about-market = From the market
