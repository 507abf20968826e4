# Joining an exchange, and operating an account with others.

join-title = Join { $exchange }
join-invited-by = { $name } invites you.
join-means = What it means
join-means-trade = You do something for someone here and someone else does something for you. Both are counted in { $unit }, and no money passes.
join-means-floor = You may begin by receiving: down to { $floor }. Below zero is a promise to the others, without interest.
join-means-no-floor = You may begin by receiving. Below zero is a promise to the others, without interest.
join-means-seen = The members see your page and how much you have provided and received. Visitors do not.
join-means-leave = You can leave when what you provided and received is level.
join-others = Look for another exchange
join-terms = What the members have agreed on
join-begin = First, who are you?
join-begin-lead = One sign-in serves for every exchange on this server.
join-register = I am new here
join-sign-in = Sign in
join-kind-individual = Myself
join-kind-shared = Our household
join-kind-shared-sub = One account for all who live together
join-kind-organisation = An association
join-kind-company = A business
join-application-hint = Only those who look after the exchange read this: how you found us, whom you know here.
join-accept = I have read this and I agree
join-ask = Ask to join
join-then = Someone who looks after the exchange reads this, a person, and you get a letter.

applied-title = You have asked to join
applied-lead = You have asked to join { $exchange }
applied-as = As
applied-when = When
applied-next = Someone who looks after the exchange will read it and answer by letter. There is nothing more to do.
applied-look = Look at the exchange
applied-withdraw = Take it back

operate-title = Look after the account of { $name } too
operate-means = You would record trades, answer requests and see everything in this account, as { $name } does. Each of you keeps your own sign-in, and everyone who operates the account can also remove another.
operate-sign-in-lead = Sign in with your own address first, or register. Then you come back here.
operate-accept = Yes, as { $user }
operate-not = Not now

field-kind = Who joins?
field-application = A few words to us
field-terms = What the members have agreed on
field-invitation = Invitation

notice-applied = Thank you. Your wish to join has arrived.
notice-joined = Welcome. This is your Home.
notice-withdrawn = You have taken it back.
notice-operating = You operate this account now. With several, you change between them at your face.

