# Messages between members.

frame-messages = Messages
frame-unread = { $count ->
    [one] 1 conversation with something new
   *[other] { $count } conversations with something new
}
messages-empty = Here stands what you and other members write to each other. Open somebody’s page, or an offer, and write to them.
messages-empty-people = Find somebody
messages-you = You:
messages-new = New
messages-write-to = Write to { $name }
messages-trade-no-words = A trade
messages-muted = no letters
messages-mute = Stop letters
messages-unmute = Letters again
messages-muted-lead = You get no letters about this conversation. What is written stands here all the same.
notice-messages-muted = No letters about this conversation from now on.
notice-messages-unmuted = You get letters about this conversation again.
messages-earlier = Earlier messages
messages-newest = To the newest
messages-since = New since you were here
messages-kept = What you typed before stands here again. Nothing of it has been sent yet.
messages-placeholder = Write here
messages-send = Send
messages-first-hint = Say who you are and what it is about. Your address stays with us: the answer comes here.
field-text = Your message
error-message-exchange = This exchange is not at work. What was written stays here; nothing new can be written.
error-message-left = This member has left the exchange. What was written stays here; nothing new can be written.
error-message-stopped = An administrator has stopped this member’s account. What was written stays here; nothing new can be written for now.
error-message-closed = This member takes no messages now. Speak to them when you meet, or ask an administrator to pass it on.
error-message-unblock = You block this member, who could not answer. Unblock them first, under “Blocked people”.
error-message-self = This account is yours as well. Write to somebody else.
error-messages-minutes = You have written very much within an hour. You can go on in { $wait } min; what you typed stays here.
error-conversations-minutes = You have written to many people for the first time. You can write to the next one in { $wait } min; those whom you have written to before can be answered at any time.
error-conversations-hours = You have written to many people for the first time. You can write to the next one in { $wait } h; those whom you have written to before can be answered at any time.

letter-messages-subject = { $writer } has written to you
letter-messages = { $writer } has written to you in { $exchange }:
letter-messages-about-subject = { $writer } about “{ $title }”
letter-messages-about = { $writer } has written to you in { $exchange } about “{ $title }”:
letter-messages-answer = Answer on this page, or say there that you want no letters about it. A reply to this letter would reach nobody.
notices-kind-messages = Messages
notices-kind-messages-sub = What other members write to you; it stands under Messages at once
unsubscribe-still-messages = It all still stands under Messages, and you can change your mind in your notifications at any time.
