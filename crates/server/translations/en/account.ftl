# Signing in and out, registering, finding back in, and a user's own affairs.

field-login = E-mail or account number
field-password = Password
field-new-password = New password
field-current = Your password now
field-name = Name
field-email = E-mail
field-locale = Language

sign-in-title = Sign in
sign-in-login-hint = For example ana@example.org or MARL0027.
sign-in-button = Sign in
sign-in-forgotten = I have forgotten my password
sign-in-new = New here?
sign-in-register = Register
sign-in-demo = Logins of this demo
sign-in-demo-lead = Pick one; the password of all of them is <b>{ $password }</b>.
notice-signed-out = You have signed out.

register-title = Register
register-lead = One login is enough for all exchanges on this server. We send you a letter to see that the address is yours.
register-name-hint = As your neighbours know you.
register-email-hint = Other members do not see it unless you wish.
register-password-hint = At least 10 characters. A few words in a row are good, and easy to keep in mind.
register-button = Register
register-known = Registered already?
register-sent-title = Look into your mailbox
register-sent-lead = We have sent you a letter with a link. Open it to go on.
register-sent-more = It may take a few minutes, and sometimes it lands among the unwanted. The link works for three days.
register-sent-go = To the first page

confirm-title = Confirm your address
confirm-lead = Type the password that you chose, and <b>{ $email }</b> is confirmed.
confirm-password-hint = We ask so that nobody can register you by a mere click.
confirm-button = Confirm and go in
dead-link-title = This link does not work any more
dead-link-lead = It has been used, or it is too old, or a newer one was sent.
dead-link-more = Sign in, and if that does not go, ask for a new link there.
dead-link-go = Sign in

reset-title = A new password
reset-lead = Tell us your address, and we send you a link with which you choose a new password.
reset-button = Send me the link
reset-no-mail = No e-mail? Ask an administrator of your exchange; they can help you in person.
reset-sent-title = Look into your mailbox
reset-sent-lead = If somebody here has this address, a letter with a link is on its way.
reset-sent-more = The link works for half an hour. If nothing comes, look among the unwanted, or try the address you registered with.
reset-sent-go = Sign in
choose-title = Choose a new password
choose-lead = It is for <b>{ $email }</b>. Wherever you are signed in, you will be signed out.
choose-button = Change the password
notice-password-changed = Your password is changed.

me-title = Settings
me-name-hint = Your own name. What each exchange shows of you, you change on your page there.
me-save = Save
me-entry = Getting in
me-memberships = Your exchanges
me-no-memberships = You are in no exchange yet.
me-waits = { $name } has asked to join. An administrator will answer.
me-in-use = in use
me-join-another = Join another exchange
notice-saved = Saved.
me-address-title = E-mail address
me-address-lead = You sign in with it, and letters go there. A new one counts once you open the link that we send to it.
me-address-now = Now
me-address-new = New address
me-current-hint = So that nobody else does this at your screen.
me-address-button = Send the link
notice-address-asked = We have sent a link to the new address.
me-confirm-title = Confirm your new address
me-confirm-lead = From now on you sign in with it, and letters go there.
me-confirm-button = Use this address
notice-address-changed = Your address is changed.
me-password-title = Password
me-password-sub = Change it
me-password-lead = Your other devices will be signed out.
me-devices-title = Devices
me-devices-sub = Where you are signed in
me-devices-lead = You are signed in on these phones and computers. Sign out those that you do not know or have lost.
me-devices-unknown = Some other program
me-devices-this = this one
me-devices-end = Sign out
me-devices-end-named = Sign out { $name }
me-devices-end-others = Sign out everywhere else
notice-device-out = Signed out there.

