# Saved searches, and being told of what matches.

searches-title = Saved searches
searches-lead = You are told when somebody publishes what fits one of these.
searches-none = Look for something in the market, then save the search: you are told when what you look for appears.
searches-begin = Look in the market
searches-full = You keep { $max } searches, and there is no room for more. Remove one that you no longer need.
searches-mail = Whether letters come as well, you choose here:
searches-mine = Saved searches
search-save-this = Tell me when something new fits
search-save-this-sub = Keep this search under a name, and choose how soon you hear.
search-save-title = Save this search
search-change-title = A saved search
search-change = Change
search-nothing = Nothing is looked for yet. Type words in the market or choose a category first.
search-what = “{ $words }”
search-what-exact = “{ $words }”, these very words
search-name-hint = So that you know it again.
search-save = Save
search-remove = Remove this search
search-found-lately = { $count ->
    [one] 1 new this week
   *[other] { $count } new this week
}
search-pace-at-once = At once
search-pace-at-once-sub = Once an hour at most
search-pace-daily = Each morning
search-pace-daily-sub = What came since the day before, at eight
search-pace-weekly = Each Saturday
search-pace-weekly-sub = Together with what is new in the market
search-pace-never = Not at all
search-pace-never-sub = I look myself
field-search-name = Name
field-pace = When do you wish to be told?
error-search-everything = Say what you look for: type words, or choose offers or wants, a category or an area.
error-searches-many = You keep { $max } searches already. Remove one first.
notice-search-saved = Saved. You are told when something new fits it.
notice-search-removed = Removed. You are told nothing about it any more.
notices-kind-matches = What you look for
notices-kind-matches-sub = Something new fits a search that you saved
letter-matches-one-subject = { $exchange }: “{ $title }”
letter-matches-one = This may be what you look for by “{ $search }”:
letter-matches-subject = { $exchange }: { $count } new things for you
letter-matches = These may be what you look for:
letter-matches-more-subject = { $exchange }: { $count } new things for you
letter-matches-more = These are some of those that may be what you look for; the rest stands in the market:
letter-match-search = Found by “{ $search }”
server-job-match = Whom an offer or want concerns
