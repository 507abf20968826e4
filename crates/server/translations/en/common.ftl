# Words of the frame, of time and of lists, on every page.

time-just-now = just now
time-minutes-ago = { $count ->
    [one] 1 minute ago
   *[other] { $count } minutes ago
}
time-today = today, { $time }
time-yesterday = yesterday, { $time }
time-tomorrow = tomorrow, { $time }
frame-skip = Skip to the page
frame-back = Back
frame-places = Places
frame-home = Home
frame-statement = Statement
frame-market = Market
frame-trade = Trade
frame-more = More
frame-waiting = { $count ->
    [one] 1 thing waits for you
   *[other] { $count } things wait for you
}
frame-account-of = Your account: { $name }
frame-my-page = My page
frame-settings = Settings
frame-sign-in = Sign in
frame-sign-out = Sign out
frame-language = Language
frame-exchanges = Exchanges
frame-found = Start one where you live
frame-free-software = Free software, AGPL 3.0
frame-demo-label = Demonstration
frame-demo = <b>This is a demo.</b> All people, exchanges and trades are invented.
list-more = Show more
form-errors = { $count ->
    [one] One thing to put right
   *[other] { $count } things to put right
}
offline-title = No connection
offline-lead = This page needs the network, and there is none just now. Nothing is lost: try again when you are back.
offline-open = Open the statement you saw last
offline-again = Try again

scale-my-floor = You may go down to
scale-floor = May go down to
scale-ceiling = and up to
scale-no-floor = any depth
scale-no-ceiling = any height
