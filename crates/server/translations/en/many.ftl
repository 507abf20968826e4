# Many trades at once: the list, what would become of it, what became of it.

many-title = Many at once
many-lead = Type the lines of a sheet, or paste a table. You see what becomes of each line before anything is recorded.
many-for = Whose trades are these?
many-for-others = Other people’s
many-for-others-sub = Everyone sees that you entered them
many-for-me = My own
many-for-me-sub = { $number } is a side of each
many-own-number = Your number is { $number }. You are a side of each trade: you provided, or you received.
many-typed = Line by line
many-typed-hint = Account numbers may be short: 27 for the account that ends in 0027. Leave the day empty for today.
many-payee = Who provided
many-payer = Who received
many-amount = How much
many-amount-in = How much, in { $unit }
many-description = What for
many-date = Day
many-more = More lines
many-table = Paste a table or choose a file
field-table = Table
many-table-hint = Copied from a spreadsheet or written with commas: payer, payee, amount, description, date. The payer is the one who received something. A first line with these names may put them in any order.
many-file = Or a file
many-file-hint = CSV, at most 500 lines.
many-look = Look at it first
many-look-title = Is this right?
many-look-lead = { $count ->
    [0] None of these lines can be recorded yet.
    [one] One line is good, { $amount }.
   *[other] { $count } lines are good, together { $amount }.
}
many-look-bad = { $count ->
    [one] One cannot be recorded as it is.
   *[other] { $count } cannot be recorded as they are.
}
many-changed = Something has changed since you looked, so nothing was recorded. This is how it looks now.
many-caption = The lines and what becomes of each
many-who-title = Who with whom
many-who = { $giver } provided to { $taker }
many-outcome = What becomes of it
many-counts = Counts at once
many-waits = { $name } is asked first
many-left-out = Left out
many-unknown = We could not take this up in time. Send the list again: what is recorded already is not recorded twice.
many-post = { $count ->
    [one] Record this trade
   *[other] Record these { $count } trades
}
many-change = Change something
many-done-title = Recorded
many-done-lead = { $count ->
    [0] Nothing was recorded.
    [one] One trade is recorded, { $amount }.
   *[other] { $count } trades are recorded, together { $amount }.
}
many-done-bad = { $count ->
    [one] One line was not.
   *[other] { $count } lines were not.
}
many-again = Another list
error-many-empty = There is no line to record yet. Type one, or paste a table.
error-many-too-long = These are too many lines: { $max } at most. Divide the list.
error-many-too-big = This file is too large: { $max } at most. Divide the list.
error-many-columns = The table needs payer, payee and amount, in this order or named in its first line.
