# Notifications: the inbox, what is told by mail and when, and the links that stop letters.

frame-notices = { $count ->
    [0] Notifications: nothing new
    [one] Notifications: 1 new
   *[other] Notifications: { $count } new
}
notices-title = Notifications
notices-new = New
notices-unread = New
notices-earlier = Earlier
notices-nothing-new = Nothing new. What happens to your trades, offers and wants will stand here.
notices-read-all = I have seen all of these
notices-more-unread = { $count ->
    [one] One more is not read yet; it stands here once these are.
   *[other] { $count } more are not read yet; they stand here once these are.
}
notices-settings = What you are told, and when
notices-settings-short = Settings
notices-settings-sub = Letters, devices, quiet hours
notices-settings-lead = Everything stands in your notifications at once. Here you choose what also comes by mail, or shows on your devices.
notices-by-mail = By mail
notices-no-address = Nobody knows an address of yours, so there are no letters. Give one in your settings.
notices-to-address = Letters go to { $address }.
notices-quiet = Quiet hours
notices-quiet-wish = No letters, and nothing on devices, in these hours
notices-quiet-hint = What happens meanwhile comes as one when they end. Letters about your password and sign-in always come at once.
field-quiet_from = From
field-quiet_until = Until
error-time = Write a time such as 22:00.
error-quiet-whole-day = Choose an end that is not the beginning.
notices-kind-requests = Somebody asks you for payment
notices-kind-requests-sub = It waits for your answer
notices-kind-trades = Your trades
notices-kind-trades-sub = Somebody paid, accepted, declined, corrected or objected
notices-kind-listings = Your offers and wants
notices-kind-listings-sub = They end soon, have ended or were hidden
notices-kind-membership = Your membership
notices-kind-membership-sub = You were welcomed, or have a new task
notices-kind-administration = What waits for administrators
notices-kind-administration-sub = Somebody would like to join, or objects to a trade

unsubscribe-title = No more of these letters?
unsubscribe-lead = You will get no more letters about: <b>{ $kind }</b>.
unsubscribe-done-title = That is done
unsubscribe-done = There will be no more letters about: <b>{ $kind }</b>.
unsubscribe-still = It all still stands in your notifications, and you can change your mind there at any time.
unsubscribe-do = No more letters about this

letter-several-subject = { $count } things have happened
letter-several = This happened since the last letter:
letter-several-more-subject = { $count } things have happened
letter-several-more = These are the first { $shown } of what happened since the last letter; the rest stands in your notifications:
letter-open = Open
letter-stop = No more letters of this kind
