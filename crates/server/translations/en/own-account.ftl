# One's own account, and leaving.

account-title = My account
account-number = Number { $number }
account-requests = When someone asks you for something in return
account-requests-hint = Members who did something for you can send you a request. What should happen with it?
account-somebody = Ana
account-answer-exchange = As the exchange does it
account-answer-asked = Ask me every time
account-answer-asked-effect = { $name } asks you for { $amount }. Nothing counts until you say yes.
account-answer-list = Accept at once from people whom I choose
account-answer-list-effect = With { $name } on your list, a request of { $amount } counts at once and you are told. All others wait for you.
account-answer-days = Accept when I have not answered for some days
account-answer-days-effect = { $name } asks you for { $amount } today. You can decline it until then; if you say nothing, it counts.
account-answer-everything = Accept everything at once
account-answer-everything-effect = { $name } asks you for { $amount }. It counts at once and you are told. You can still object.
account-exchange-asked = At the moment: every request waits until you say yes.
account-exchange-everything = At the moment: every request counts at once, and you are told.
account-exchange-days = { $count ->
    [one] At the moment: a request counts when you have not answered for a day.
   *[other] At the moment: a request counts when you have not answered for { $count } days.
}
account-list = People whom I choose
account-more-hint = The account numbers, with commas between them.
account-days = How many days
account-days-unit = days
account-save = Save this answer
account-operators = Who operates this account
account-operators-hint = Everyone here records trades and sees everything in this account, each with a sign-in of their own.
account-operators-own = This is the exchange’s own account: its administrators operate it.
account-operator-since = since { $date }
account-operator-remove = Remove
account-operator-email = E-mail of someone who should operate it too
account-operator-hint = They get a letter with a link that stands for seven days.
account-operator-invite = Invite them
account-rest = Let the account rest
account-rest-lead = When you are away for a while. Nothing can be recorded with you, and your page says that you are resting. You wake it when you like.
account-rest-do = Let it rest
account-resting = The account rests
account-resting-lead = Nothing can be recorded with you just now. Everything else stays as it is.
account-wake-do = Wake it
account-stopped = Those who look after the exchange have stopped this account. Please talk to them.
account-terms = What the members have agreed on
account-terms-changed = The terms have changed
account-terms-lead = Please read what the members have agreed on now. If you cannot agree, talk to those who look after the exchange.
account-terms-accept = I agree
account-leave = Leave { $exchange }
account-leave-lead = You can look at what it means first.
account-leave-do = See what leaving means

leave-means = What it means
leave-means-account = Your account is closed for good. Coming back means joining again, with a new number.
leave-means-page = Your page goes from the list of members.
leave-means-trades = Your trades stay in the books of those whom you traded with.
leave-even = You have provided as much as you have received, so you can leave with thanks.
leave-above = You have provided { $amount } more than you have received, and one leaves at zero. Receive something from someone, or give it to someone, and come back.
leave-below = You have received { $amount } more than you have provided, and one leaves at zero. Do something for someone and come back, or talk to those who look after the exchange.
leave-rest-instead = Meanwhile you can let your account rest.
leave-sure = Yes, I want to leave
leave-do = Leave
leave-stay = I stay

field-acceptance = When someone asks you for something in return
field-more = Further members
field-days = Days
field-sure = Leaving

notice-requests = Your answer is saved.
notice-operator-invited = The letter is on its way.
notice-operator-removed = They no longer operate this account.
notice-resting = Your account rests. You wake it here when you like.
notice-awake = Your account takes part again.
notice-terms = Thank you. You have agreed to the new terms.
notice-left = You have left. Thank you for everything you did for the others.

error-days = Please give a number of days between 1 and { $max }.
error-list-empty = Choose at least one member, or another answer.
error-list-long = That is more than 500 members. Choose another answer.
error-no-such-number = Nobody here has the number { $number }.
error-sure = Tick the box if you really want to leave. There is no way back.
