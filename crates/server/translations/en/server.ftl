# Administration of the server, and founding an exchange.

server-title = This server
server-waiting = { $count ->
    [one] 1 exchange would like to open
   *[other] { $count } exchanges would like to open
}
server-nothing-waits = No exchange waits for you.
server-approve = Open it
server-no-exchanges = There is no exchange yet. Start the first one.
server-members = { $count ->
    [one] 1 member
   *[other] { $count } members
}
server-failed = { $count ->
    [0] Nothing went wrong
    [one] 1 job was given up
   *[other] { $count } jobs were given up
}
server-failed-none = Letters and news leave as they should.
server-job-letter = A letter
server-job-tell = News of a trade
server-job-picture = A picture
server-attempts = { $count ->
    [one] tried once
   *[other] tried { $count } times
}
server-retry = Try again
server-health = How it is
server-payments = Takes trades
server-payments-yes = Yes
server-payments-no = No: look at the log
server-version = Version
server-database = Database
server-since = Started
server-queue = Jobs waiting
server-oldest = The next one is due
server-admins = Administrators
server-backups = Backups
server-backup-last = Last good one
server-backup-none = none yet
server-backup-checked = Checked
server-backup-size = Size
server-backup-megabytes = { $size } MB or less, { $count } rows
server-backup-place = Where
server-backup-off = Nothing makes backups here. Start the server with --backup-every 24h, or make them with ayni backup.
server-backup-failing = The last backup went wrong and is tried again within the hour: { $reason }
server-backup-old = The last backup is older than it should be. Look at the log.
server-decline-title = Decline this exchange
server-decline-hint = Whoever founds it reads this in a letter. Say what would help.
server-log-title = Log of the server
server-log-none = Nothing has been done yet.
notice-exchange-approved = It is open. Its founder gets a letter.
notice-exchange-declined = Declined. Its founder gets a letter with your words.
notice-job-queued = It will be tried again in a moment.

found-title = Found an exchange
found-lead = Neighbours who do things for each other, and keep count together. Tell us about yours; whoever runs this server looks at it and opens it.
field-code = Four letters or digits
found-code-hint = They begin every account number, such as MARL in MARL0001. They stay for good.
found-part-count = How you count
found-part-terms = What newcomers accept
found-shape = What is it?
found-shape-community = Mutual credit
found-shape-community-sub = Like LETS: everything has its price in a unit of your own.
found-shape-time-bank = Time bank
found-shape-time-bank-sub = An hour is an hour, whatever is done in it.
field-unit = What do you count in?
found-unit-hours = Hours and minutes
found-unit-hours-sub = Shown as 1:30, counted to the minute. Right for time banks.
found-unit-own = A unit of our own
found-unit-own-sub = With a name that you give it below.
field-decimals = Decimals
found-decimals-hint = How finely it is counted. It stays for good.
field-per_hour = How many make up an hour of work?
found-per-hour-hint = Such as 12. It sets the first limits, and lets exchanges compare.
found-floor = How firm is the first limit?
found-floor-hint = Newcomers may go below zero by about twelve hours’ worth. You can change it later.
found-button = Ask to open it
found-asked = Asked
found-waits = Thank you. Whoever runs this server will look at it, and you get a letter.
found-active = It is open, and you are its first administrator.
found-declined = It was not opened on this server.
found-go = Go to { $name }
