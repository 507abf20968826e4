# What went wrong, and how to go on.

error-required = Please fill this in.
error-too-long = This is too long: { $max } characters at most.
error-unknown = This was not accepted ({ $code }). Look at it again, or ask whoever runs the exchange.
trouble-home = Go to the first page
trouble-reference = Reference
trouble-try-again = { $count ->
    [one] Please try again in a minute.
   *[other] Please try again in { $count } minutes.
}
trouble-not-found = There is nothing here
trouble-not-found-lead = The address may be mistyped, or what stood here is gone, or it belongs to an exchange that you are not in.
trouble-not-allowed = This is for others to do
trouble-not-allowed-lead = With this account you may not see or do this. Nothing has changed.
trouble-forged = Please send this once more
trouble-forged-lead = The page was open for too long, or the form did not come from here. Nothing has changed. Go back, load the page again and send it once more.
trouble-too-large = This is too large
trouble-too-large-lead = What you sent is larger than 2 MB, and nothing of it was taken. Send it in smaller parts.
trouble-unreadable = We could not read this
trouble-unreadable-lead = What arrived is incomplete or in a form we do not know. Nothing has changed. Go back and send it once more.
trouble-busy = Very many people are here just now
trouble-busy-lead = We could not take this up in time. It does not count; if it was a trade, sending the same form again records it once.
trouble-too-often = That was tried too often
trouble-too-often-lead = To keep everyone’s account safe we pause for a little while.
trouble-internal = Something went wrong on our side
trouble-internal-lead = We are sorry. It is written down, and whoever runs this server can find it by the reference. Before you try again, look at your statement to see whether it counts.
refused-helps = What would help
refused-rule = Which rule is this?
refused-back = Go back and change it
refused-kept = What you typed is kept.
refused-code = Code for a helper:
