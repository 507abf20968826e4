# Administration of an exchange: people, trades, objections, settings, the log.

admin-title = Administration
admin-waits = What waits
admin-nothing-waits = Nothing waits. All is answered.
admin-applicants = { $count ->
    [one] 1 person would like to join
   *[other] { $count } people would like to join
}
admin-applicants-sub = Welcome them, or say why not now
admin-objections = { $count ->
    [one] Somebody objects to 1 trade
   *[other] Somebody objects to { $count } trades
}
admin-objections-sub = Hear both sides and decide
admin-requests = { $count ->
    [one] 1 request waits for its answer
   *[other] { $count } requests wait for their answer
}
admin-requests-sub = You can accept for members who cannot
admin-people = { $count ->
    [one] 1 member
   *[other] { $count } members
}
admin-people-sub = Limits, locks, tasks, and who has grown quiet
admin-trades = Trades
admin-trades-sub = Everything that was recorded, newest first
admin-rules = Rules
admin-rules-sub = Levy, limits, who may record: as questions
admin-settings = Name, words and looks
admin-settings-sub = What the exchange says of itself, its terms, its colour
admin-log = The log
admin-log-sub = Who changed what, when and why
admin-invite = Invite
admin-add = Add by hand
admin-save = Save
admin-leave = Leave it as it is
admin-effect = What this does
admin-reason-hint = It stands in the log, with your name.
field-reason = Why?
admin-about = About them

admin-waiting-title = Would like to join
admin-waiting-none = Nobody waits to join. Invite someone you know.
admin-waiting-invited = Invited by a member
admin-welcome = Welcome { $name }
admin-not-now = Not now
admin-decline-title = Not now
admin-decline-lead = { $name } gets a letter with what you write here.
admin-decline-hint = A friendly sentence or two; say what would help.
admin-decline = Send and decline
notice-welcomed = Welcomed. They get a letter with their number.
notice-declined = Declined. They get a letter with your words.

kind-individual = One person
kind-shared = Household
kind-organisation = Association
kind-company = Company
kind-public = Open account, whose statement every member may read

admin-people-title = People
admin-find = Name or number
admin-find-button = Find
admin-among = Show
admin-among-all = All
admin-among-near = Near a limit
admin-among-quiet = Quiet for 3 months
admin-among-suspended = Suspended
admin-among-locked = Locked
admin-people-none = Nobody fits.
admin-people-all = Show all
admin-people-caption = Members by name
admin-col-member = Member
admin-col-standing = Standing, { $unit }
admin-col-last = Last trade
admin-never = never
admin-tag-suspended = Suspended
admin-tag-resting = Rests
admin-tag-closed = Closed
admin-tag-locked = Locked
admin-tag-floor = Near the floor
admin-tag-ceiling = Near the ceiling
admin-tag-new = Has not traded yet
admin-stands-at = { $name } stands at { $amount }
admin-provided = Provided
admin-received = Received
admin-trade-count = { $count ->
    [one] 1 trade
   *[other] { $count } trades
}
admin-joined = Member since
admin-public-page = As members see them
admin-history = What was done to this account
admin-changes = What you can change

admin-do-profile = Edit { $name }’s page
admin-do-profile-sub = Name, place, how to be reached
admin-profile-lead = What members read about { $name }. That you changed it stands in the log.
admin-do-limits = { $name }’s limits
admin-do-limits-sub = How far below and above zero
admin-do-switches = What { $name } may do alone
admin-do-switches-sub = Where it differs from everyone else
admin-switches-lead = Leave an answer at “as for everyone” and { $name } follows the exchange’s rules.
admin-do-keys = Who operates { $name }’s account
admin-do-keys-sub = Logins, coordinators, administrators
admin-do-lock = Lock { $name }’s account
admin-do-lock-sub = { $name } can provide things, but not pay for any.
admin-effect-lock =
    { $name } can still provide things and is credited for them.
    { $name } cannot pay for anything until you lift the lock. Nothing that counts changes.
admin-do-unlock = Unlock { $name }’s account
admin-do-unlock-sub = { $name } can pay again.
admin-effect-unlock = From now on { $name } can pay again, within the limits.
admin-do-rest = Let { $name }’s account rest
admin-do-rest-sub = For a while away; { $name } can wake it too.
admin-effect-rest =
    Nobody can trade with { $name } while the account rests. The balance stays.
    { $name } or an administrator can wake it at any time.
admin-do-wake = Wake { $name }’s account
admin-do-wake-sub = { $name } takes part again.
admin-effect-wake = From now on { $name } can trade as before.
admin-do-suspend = Suspend { $name }
admin-do-suspend-sub = Stops all trades; only administrators lift it.
admin-effect-suspend =
    { $name } can sign in and read, but neither give nor receive.
    Requests that wait stay as they are. Only an administrator lifts this.
admin-do-lift = Lift { $name }’s suspension
admin-do-lift-sub = { $name } takes part again.
admin-effect-lift = From now on { $name } can trade as before.
admin-do-close = End { $name }’s membership
admin-do-close-sub = For good; the account must stand at zero.
admin-effect-close =
    The account is closed for good and its number is never given again. What was traded stays in the books.
    This works only at a balance of zero. { $name } gets a letter with the reason.

admin-keys-lead = These people sign in and act for this account.
admin-keys-no-email = No e-mail; signs in with the account’s number
admin-keys-since = Since
admin-keys-none = Nobody operates this account. Coordinators record its trades.
admin-keys-invite = Send a letter
admin-keys-invite-hint = Whoever opens the link in the letter operates the account from then on.
admin-keys-tasks = A coordinator sees and records trades for any member. An administrator does everything on these pages and operates the exchange’s own account.
admin-give-coordinator = Make a coordinator
admin-take-coordinator = No longer a coordinator
admin-give-admin = Make an administrator
admin-take-admin = No longer an administrator
admin-remove-operator = { $name } no longer operates this account
role-coordinator = Coordinator
role-admin = Administrator

switch-pays = May { $name } pay at once?
switch-records = May { $name } record sales that count at once?
switch-requests = May { $name } send requests?
switch-acceptance = What happens to requests sent to { $name }?
switch-as-all = As for everyone
switch-yes = Yes
switch-no = No
switch-list = Accepted at once from those they have chosen

admin-add-title = Add somebody
admin-add-lead = For someone who stands in front of you. The account opens at once.
admin-add-kind = Who is it?
admin-entrance = How will they come to their account?
admin-entrance-letter = By e-mail
admin-entrance-letter-sub = They get a letter with a link and choose their own password.
admin-entrance-number = With their number and a first password
admin-entrance-number-sub = For someone without e-mail: write both on paper for them.
admin-entrance-none = Not at all
admin-entrance-none-sub = Coordinators record their trades, from paper or by telephone.
field-login_email = E-mail to sign in with
admin-login-email-hint = Only for the first answer. Members do not see it.
admin-first-password = First password
admin-first-password-hint = Only for the second answer. They can change it later.
admin-add-button = Add and welcome
notice-added = Added. This is their account.
notice-letter-sent = The letter is on its way.

admin-trades-title = Trades
admin-trades-journal = All
admin-trades-waiting = Waiting
admin-trades-none = Nothing has been traded yet.
admin-trades-none-waiting = No request waits.
admin-trades-caption = Trades, newest first
admin-col-trade = Who for whom
admin-col-when = When
admin-trade-line = { $giver } for { $receiver }
admin-tag-reversal = Reversal
admin-tag-replacement = Correction
admin-tag-reversed = Reversed
admin-tag-objection = Objection

admin-objections-title = Objections
admin-objections-none = Nobody objects to anything.
admin-objects = { $name } says:
admin-traded = Traded
admin-let-stand = Let it stand
admin-reverse = Reverse it
admin-see-trade = Look at the trade
admin-stands-title = The trade stands
admin-stands-lead = Both sides read what you write here.
admin-stands-hint = What you heard from both, and why it stays.
notice-stands = It stands. Both sides are told.

admin-settings-title = Name, words and looks
admin-terms-title = Terms
admin-terms-lead = Newcomers accept this. When it changes, members are asked once more.
admin-terms-hint = Short and in plain words. May stay empty.
exchange-part-itself = Your exchange
exchange-part-where = Place, language and colour
exchange-part-ways = Words, and who may join
field-exchange-name = Name of the exchange
field-tagline = In one line
exchange-tagline-hint = Such as: Neighbours of the Marl valley
field-exchange-about = About the exchange
exchange-about-hint = Who you are, since when, what people do for each other. Everyone can read it.
field-exchange-place = Town or valley
field-country = Country
exchange-country-hint = Two letters, such as GB or ES
field-time_zone = Time zone
field-colour = Your colour
exchange-colour-hint = Any colour. We see to it that text stays readable.
field-contact = How to reach the administrators
exchange-contact-hint = Shown to everyone: an address, a telephone, when you meet.
exchange-words = Which words do you use?
exchange-words-community = “I provided”, “I received”
exchange-words-community-sub = Plain words of neighbours
exchange-words-bank = “I was paid”, “Pay”
exchange-words-bank-sub = For exchanges whose members prefer the words of a bank
exchange-joining = Who may ask to join?
exchange-joining-open = Anyone
exchange-joining-open-sub = You welcome each newcomer yourself.
exchange-joining-invited = Whoever is invited
exchange-joining-invited-sub = By a member or an administrator.
exchange-joining-closed = Nobody at the moment
exchange-joining-closed-sub = The page says so.

admin-log-title = The log
admin-log-lead = Nothing here can be changed or removed.
log-server = The server
log-other = { $act }: { $subject }
log-rules = The rules changed: { $parts }
log-rules-first = the first rules
log-rules-open = whether trades are open
log-rules-unit = the unit
log-rules-levy = the levy
log-rules-recording = who may record
log-rules-acceptance = how requests are accepted
log-rules-days = how long things can be put right
log-rules-floor = the floor of newcomers
log-rules-ceiling = the ceiling of newcomers
log-rules-records = who sees trading records
log-account-opened = Account { $number } opened for { $name }
log-state-active = { $name } takes part again
log-state-disabled = The account of { $name } rests
log-state-suspended = { $name } was suspended
log-state-closed = The account of { $name } was closed
log-locked = The account of { $name } was locked
log-unlocked = The lock of { $name } was lifted
log-limits = Limits of { $name }: floor { $floor }, ceiling { $ceiling }
log-switches = What { $name } may do alone changed
log-hold = { $amount } of { $name } set aside
log-hold-ended = What was set aside of { $name } is free again
log-member-welcomed = { $subject } was welcomed as { $value }
log-member-declined = { $subject } was not welcomed
log-membership-ended = The membership of { $subject } was ended
log-member-left = { $subject } left
log-profile-edited = The page of { $subject } was edited
log-invited = { $subject } was invited
log-invitation-revoked = The invitation of { $subject } was taken back
log-operator-added = { $value } operates the account of { $subject }
log-operator-removed = { $value } no longer operates the account of { $subject }
log-role-given = { $subject } became: { $value }
log-role-taken = { $subject } is no longer: { $value }
log-exchange-edited = What { $subject } says of itself was edited
log-terms-changed = The terms changed to version { $value }
log-exchange-founded = { $subject } asks to open
log-exchange-approved = { $subject } was opened
log-exchange-declined = { $subject } was declined
log-server-admin-added = { $subject } administers the server
log-server-admin-removed = { $subject } no longer administers the server
log-job-retried = Job { $subject } was queued again
admin-market = The market
admin-market-sub = Categories, and what offers and wants may be
admin-market-title = The market
admin-market-bounds = What may be offered and wanted
admin-market-days = How long at most?
admin-market-days-unit = days
admin-market-days-hint = After that its owner renews it with one tap, or it is no longer shown. What stands already keeps its end.
admin-market-endless = May also stand without an end
admin-market-endless-hint = Then the market slowly fills with what nobody offers any more.
admin-market-sight = How widely may it be shown?
admin-market-sight-exchange-sub = Visitors see nothing of the market
admin-market-sight-everyone-sub = If its owner wishes so; visitors see no names
admin-categories = Categories
admin-category-new = Add a category
admin-category-title = A category
admin-category-retired = Retired
admin-category-name-hint = Empty: “{ $name }”, and its translation for others.
admin-category-parent = A part of
admin-category-none = None: it stands by itself
admin-category-icon = Its icon
admin-category-retire = Retire it
admin-category-retire-hint = What is in it stays; nothing new is put there.
admin-category-up = Further up
admin-category-down = Further down
log-market-changed = What offers and wants may be changed
log-category-added = Category added: { $subject }
log-category-edited = Category changed: { $subject }
log-category-retired = Category retired: { $subject }
log-listing-stopped = Hidden in the market: { $subject }
log-listing-released = Shown in the market again: { $subject }
