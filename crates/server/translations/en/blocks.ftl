# Blocking a member.

blocked-title = Blocked people
blocked-lead = They cannot write to you and do not see how to reach you. Nobody tells them.
blocked-none = You block nobody.
block-title = Block { $name }?
block-means = What that means
block-means-write = { $name } cannot write to you here any more.
block-means-contact = { $name } no longer sees your telephone, addresses and names elsewhere.
block-means-untold = { $name } is not told.
block-means-trades = Trades between the two of you stay possible, as the rules of the exchange say. If something is recorded that is not right, object to it.
block-means-undo = You can take it back at any time, under “Blocked people”.
block-do = Block
block-leave = Leave it as it is
unblock-do = Unblock
member-block = Block
member-blocked = You block { $name }.
notice-blocked = Blocked. Nobody is told.
notice-unblocked = You block them no longer.
error-block-own = One does not block oneself.
error-block-administration = The exchange itself cannot be blocked.
more-blocked = Blocked people
more-blocked-sub = Who cannot write to you
