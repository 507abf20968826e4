# People: the directory, a member's page, one's own page, inviting.

people-title = People
people-invite = Invite someone
people-search = Name or number
people-find = Find
people-all = Everyone
people-none = Nobody here has “{ $words }” in their name or number.
people-empty = Nobody is here yet. Invite the people you would like to trade with.
people-record = provided { $provided }, received { $received }
people-new = has not traded yet
people-you = you
people-resting = resting

member-since = Here since { $month }
member-kind-shared = Household
member-kind-organisation = Association
member-kind-company = Company
member-kind-public = Open account
member-kind-administration = The exchange itself
member-own = This is your page, as the others see it.
member-own-no-words = You have not said anything about yourself yet. A few words about what you can do help others to come to you.
member-edit = Change my page
member-trade = Record a trade
member-reach = How to get in touch
member-no-contact = { $name } has not left an address or a telephone number here.
member-record = Trading record
member-above = { $name } has provided more than they have received so far.
member-below = { $name } has received a little more than they have provided. That is a promise to the others.
member-even = { $name } has provided as much as they have received.
member-provided = Provided
member-received = Received
member-trades = { $count ->
    [0] nothing yet
    [one] 1 trade
   *[other] { $count } trades
}
member-last = Last trade
member-never = not yet
member-what-record = What does this record say?
member-what-record-text = Every member’s record is open to the other members, so that all can see that the exchange is in balance. Whom { $name } traded with is not shown.
member-hidden = In this exchange, records are not shown to other members. { $name } and those who look after the exchange see this one.
member-resting = This account rests. { $name } takes no part in trades at the moment.
member-suspended = Those who look after the exchange have stopped this account. Trades with { $name } are not possible at the moment.
member-left = { $name } has left the exchange.
member-keepers = For those who look after the exchange
member-open-statement = Its statement
member-open-statement-sub = Every member may read it
member-statement = Statement of { $name }
member-administration = Account and membership

profile-title = My page
profile-name-hint = As the others know you.
profile-about-hint = What you like doing, what you could use, when you have time.
profile-place-hint = The village, street or quarter: as much as you like to tell.
profile-initials = Initials
profile-face = Drawn face { $number }
profile-other-faces = Show other faces
profile-save = Save
profile-leave-as-is = Leave it as it is

invite-title = Invite someone
invite-lead = They get a letter from you with a link that stands for thirty days.
invite-email-hint = Of one person whom you know.
invite-asks = With your invitation they can ask to join. Someone who looks after the exchange then welcomes them.
invite-welcomes = You look after this exchange, so your invitation is the welcome: they are a member as soon as they have filled in the form.
invite-send = Send the invitation

field-about = About you
field-place = Place
field-website = Pages elsewhere
field-portrait = Your face

notice-invited = The invitation is on its way.
notice-profile = Your page is changed.
member-listings = Offers and wants
