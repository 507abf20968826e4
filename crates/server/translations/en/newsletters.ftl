# Newsletters: writing to members, and how far it is.

admin-newsletters = Newsletters
admin-newsletters-sub = Write to everybody, or to some
newsletters-title = Newsletters
newsletters-none = Nothing has been written yet. Write to everybody, or to those who have not traded for long.
newsletter-new = Write one
newsletter-new-title = Write to members
newsletter-to-everybody = Everybody
newsletter-to-area = Who is in one area
newsletter-to-trading = Who has traded lately
newsletter-to-idle = Who has not traded for long
newsletter-to-below-zero = Who stands below zero
field-audience = To whom?
newsletter-choose-area = Choose an area
field-months = Within how many months?
newsletter-months = months
newsletter-months-hint = Counts for those who have traded lately, or have not.
newsletter-body = The letter
newsletter-will-go = { $count ->
    [0] It would go to nobody.
    [one] It goes to 1 person. Who wishes no newsletters finds it in their notifications alone.
   *[other] It goes to { $count } people. Who wishes no newsletters finds it in their notifications alone.
}
newsletter-send = Send it to them
newsletter-test = Send it to me alone
newsletter-under-way = Under way
newsletter-sending = { $count } of { $total } so far
newsletter-sent = Sent to { $count } people
newsletter-leave = You may leave this page: it goes on by itself.
newsletter-look-again = Look again
notice-newsletter-tested = It is on its way to you alone.
error-newsletter-months = Type a number of months from 1 to { $max }.
error-newsletter-nobody = Nobody belongs to this group. Choose another.
error-newsletter-no-address = Nobody knows an address of yours. Give one in your settings first.
notices-kind-newsletters = Newsletters
notices-kind-newsletters-sub = Letters of the administrators to members
letter-newsletter-subject = { $exchange }: { $title }
letter-newsletter = { $exchange } writes to you:
log-newsletter-sent = Newsletter sent to { $value }: { $subject }
server-job-newsletter = A newsletter
