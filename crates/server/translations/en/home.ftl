# Home: where a member stands, what waits, what is new; and the page of what waits.

home-standing = Your standing, { $name }
home-standing-new = You begin at zero. You may receive something before you have provided anything: that is what we trust each other with.
home-standing-zero = You have provided as much as you have received.
home-standing-above = You have provided more than you have received. There are people who would gladly do something for you.
home-standing-little-below = You have received a little more than you have provided. That is a promise, and you have plenty of time to keep it.
home-standing-below = You have received more than you have provided. That is a promise; what you provide next brings you back towards zero.
home-standing-near-floor = You have received a good deal more than you have provided. Look at what people need: each thing you provide keeps a part of your promise.
home-locked = Your account can receive but not give just now. Whoever runs the exchange can tell you why.
home-suspended = Your account is stopped just now. Whoever runs the exchange can tell you why.
home-resting = Your account is resting. You can wake it in the settings.
home-closed = Your account is closed.
home-waits = Waiting for you
home-waits-for-others = Waiting for others
home-all = All
home-sent = { $count ->
    [one] 1 request of yours waits for an answer.
   *[other] { $count } requests of yours wait for an answer.
}
home-news = Since you looked last
home-seen = Seen
home-recent = Recent trades
home-empty = Nothing here yet. See who is here, ask somebody for something, or offer your help.
home-empty-people = See who is here
home-row-provided = Provided to { $name }
home-row-received = Received from { $name }
home-row-reversed = With { $name }, given back
home-row-reversal = Given back, with { $name }
home-do-trade = Record a trade
home-do-trade-sub = What you provided or received
home-do-people = Find somebody
home-do-people-sub = Who is here, and how to reach them
home-do-exchange = The exchange
home-do-exchange-sub = Its rules in plain words, and its numbers

news-gave-you = { $name } gave you { $amount } for “{ $what }”
news-provided-you = { $name } wrote down what you received: “{ $what }”, { $amount }
news-reversed = A trade with { $name } was given back: { $amount }
news-corrected = A trade with { $name } was corrected: “{ $what }”, { $amount }
news-keyed = Entered by { $name }

ask-question = Did { $name } provide you with “{ $what }”?
ask-detail = Asks { $amount } for it, { $ago }
ask-accept = Yes, accept
ask-decline = Something is wrong
waiting-title = What waits
waiting-to-answer = Waiting for you
waiting-nothing = Nothing waits for you.
waiting-sent = Sent by you
waiting-sent-nothing = You have no requests that wait for others.
home-market = New in the market
