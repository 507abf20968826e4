# Helping members below zero to earn, and telling who looks for what one offers.

earning-title = You could offer this
earning-lead = Others look for it, and you may have it. What you provide brings you back towards zero.
earning-by-skill = You can: { $what }
earning-by-offer = Like your offer “{ $what }”
earning-told = Who is told of it
earning-searchers = { $count ->
    [one] One member has saved a search that it fits, and is told.
   *[other] { $count } members have saved searches that it fits, and are told.
}
