# The front page and the list of exchanges.

welcome-title = Today for you, tomorrow for me
welcome-lead = People near you mend, bake, teach and carry for each other. No money. Each keeps count of what they gave and what they got, and the sum is always zero.
welcome-register = Register
welcome-look = See the exchanges
welcome-loop = Ana bakes a loaf for Ben, Ben mends Rosa’s brakes, Rosa lines a coat for Ana.
welcome-loop-loaf = a loaf
welcome-loop-brakes = brakes mended
welcome-loop-coat = a coat
welcome-how = How it goes
welcome-say = Say what you can do
welcome-say-more = A lift to the clinic. Half a dozen eggs. An hour of Spanish. Nearly everyone finds five things.
welcome-do = Do something for someone
welcome-do-more = Agree on how much, in the units of your exchange. Afterwards one of you records it, on the phone or on paper.
welcome-receive = Receive from someone else
welcome-receive-more = It need not be the same person. You may receive first: below zero is a promise to the others, without interest.
welcome-here = Exchanges here
welcome-all = { $count ->
    [one] The one exchange
   *[other] All { $count } exchanges
}
welcome-all-plain = All exchanges
welcome-join = Join in three minutes
welcome-join-more = Choose an exchange, say who you are, and ask to join. Someone from the exchange will answer: a person, not a machine.
welcome-choose = Choose an exchange

exchanges-title = Exchanges
exchanges-lead = Each has its own people, its own unit and its own rules. Open one to see what it is and how to join.
exchanges-none = There is no exchange here yet. Perhaps you start the first one.
exchanges-figures = { $count ->
    [one] { $count } person, counts in { $unit }
   *[other] { $count } people, counts in { $unit }
}
exchanges-invited = Newcomers come by invitation.
exchanges-closed = Takes no newcomers for now.

begin-title = Where would you like to begin?
begin-lead = You have a login. What is missing is an exchange: people near you with whom you give and receive.
begin-waits = You have asked to join { $exchange }. Someone there will answer, and we write to you.
begin-join = Join an exchange
begin-found = Or start one
begin-found-lead = For your street, your town or your circle. Whoever runs this server looks at it and opens it.
welcome-name-a = Ana
welcome-name-b = Ben
welcome-name-c = Rosa
