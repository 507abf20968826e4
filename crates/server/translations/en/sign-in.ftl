# Stronger sign-in: passkeys, authenticator, recovery codes, being asked again.

sign-in-passkey = Use a passkey
sign-in-code-title = One more step
sign-in-code-lead = Open the app on your phone and type the code that it shows for this site.
sign-in-code-lost = Is your phone lost? Type a recovery code instead. If you have none left, whoever looks after this server can help.
sign-in-go-on = Go on
field-one-time-code = Code
code-hint = Six digits, or one of your recovery codes.
field-again-code = Code
field-again-password = Password

me-sign-in-title = Passkeys and codes
me-sign-in-sub = Sign in with your finger, or with a second step
me-sign-in-lead = With one of these, nobody gets in with your password alone, even if they have found it out.
me-sign-in-asked = You look after other people’s accounts. Before the administration opens, please set up one of these two.
me-devices-seen = Last seen
me-devices-password = With the password
me-devices-code = With password and code
me-devices-recovery = With password and recovery code
me-devices-passkey = With a passkey

passkeys-title = Passkeys
passkeys-lead = Your phone or computer signs you in with your finger, your face or its code. Nothing to remember, nothing to type.
passkeys-not-here = This server has an address of numbers only, and browsers make no passkeys for those.
passkey-add = Add a passkey
passkey-add-title = Add a passkey
passkey-add-lead = Your device asks for your finger, your face or its code, and keeps the key.
passkey-add-do = Make the passkey
passkey-name = What you call it
passkey-name-hint = So that you know it again, for example My phone.
passkey-made = Made
passkey-used = Last used
passkey-rename = Save the name
passkey-remove-title = Lost, or no longer used?
passkey-remove-lead = Once it is removed, nobody signs in with it any more. On the device itself you delete it in its settings.
passkey-remove = Remove this passkey
passkey-failed = That did not work. Try once more, or take another way in.
passkey-needs-script = Passkeys need a newer browser, with JavaScript switched on. The app with codes works without.

authenticator-title = App with codes
authenticator-lead = An app on your phone, such as Aegis or Google Authenticator, shows a code that changes all the time. After your password you are asked for it. If you have none yet, install one first, as you do with other apps.
authenticator-begin = Set up the app
authenticator-works = After your password you are asked for the code of your app.
authenticator-remove = No longer use the app
authenticator-remove-lead = From then on no code is asked for after your password. The recovery codes end with the app.
authenticator-remove-sure = Stop asking for codes
authenticator-step-one = Open the app, choose to add an account, and point the camera at this picture. Are you reading this on the phone that has the app? Then press the button under the picture.
authenticator-qr = QR code to be read by the app
authenticator-here = Open the app here
authenticator-by-hand = Or type this key into the app:
authenticator-step-two = The code that the app shows now
authenticator-confirm = Switch it on

codes-title = Recovery codes
codes-left = { $count ->
    [0] You have no recovery code left. Make new ones before you lose your phone.
    [one] You have one recovery code left.
   *[other] You have { $count } recovery codes left.
}
codes-renew = Make new recovery codes
codes-authenticator-works = The app works. From now on you are asked for its code.
codes-lead = When your phone is not at hand, each of these codes lets you in once. You see them only now: print them or write them down, and keep them where you keep important papers.
codes-old = Older codes no longer work.
codes-kept = I have them
codes-print = Print
codes-copy = Copy
codes-copied = Copied

again-title = Is it you?
again-lead = Before this goes on, please show once more who you are.
again-lead-second = What only administrators do asks for more than a password: please show your passkey or your code.
again-one = One of these is enough.
again-why = So that nobody does this at a screen that you have left open. What you have typed is kept.
again-passkey = Use a passkey
again-code-do = Go on with the code
again-password-do = Go on with the password

notice-passkey-added = The passkey is kept. You can sign in with it from now on.
notice-passkey-removed = The passkey is gone.
notice-authenticator-removed = You are no longer asked for a code.

error-confirm-first = Please show once more who you are.
error-second-factor-first = Administrators sign in with a passkey or with a code. Set up one of them under Settings, Passkeys and codes.
error-second-factor-now = Please show your passkey or your code first.
error-authenticator-works = You have an app with codes already. Remove it first if you want to set up another.
error-passkeys-many = You have twenty passkeys. Remove one that you no longer use.
error-passkey = That passkey was not taken. It may be unknown here, or it took longer than five minutes. Please try again.
error-one-time-code = This is not the code. Look at the app once more, and at the clock of your phone: it must be right.
error-one-time-code-used = This code was used already. Wait until the app shows the next one.
error-half-over = It took too long. Please sign in once more.

letter-passkey-added-subject = A passkey was added
letter-passkey-added = The passkey “{ $about }” was added to your sign-in at { $server } just now. If it was not you, remove it there at once and change your password:
letter-passkey-removed-subject = A passkey was removed
letter-passkey-removed = The passkey “{ $about }” was removed from your sign-in at { $server } just now. If it was not you, change your password and look at your devices:
letter-passkey-fell-subject = A passkey was refused
letter-passkey-fell = Somebody has just tried to sign in at { $server } with the passkey “{ $about }”, and it looked like a copy. It was refused. Remove this passkey and make a new one:
letter-authenticator-added-subject = Your sign-in asks for a code now
letter-authenticator-added = An app with codes was set up for your sign-in at { $server } just now. If it was not you, choose a new password at once and talk to whoever looks after the server.
letter-authenticator-removed-subject = Your sign-in asks for no code any more
letter-authenticator-removed = The app with codes was removed from your sign-in at { $server } just now. If it was not you, change your password at once:
letter-authenticator-lost-subject = Please set up your app with codes again
letter-authenticator-lost = { $server } has begun to use a new key, so the codes of your app are known no longer, nor are your recovery codes. Sign in with your password and set up the app again:
letter-codes-made-subject = New recovery codes
letter-codes-made = New recovery codes were made for your sign-in at { $server } just now; the old ones work no more. If it was not you, change your password at once:
letter-code-used-subject = A recovery code was used
letter-code-used = Somebody, most likely you, has just used one of your recovery codes at { $server }. Codes left: { $about }. If it was not you, change your password at once; there you can also make new codes:
letter-new-device-subject = You signed in on another device
letter-new-device = Somebody, most likely you, has just signed in to { $server } with a browser that was not used before: { $about }. If it was not you, sign it out there and change your password:
letter-second-factor-forgotten-subject = Your passkeys and codes were removed
letter-second-factor-forgotten = Whoever looks after { $server } has removed your passkeys and your app with codes, and signed you out everywhere. Sign in with your password and set up one of them again. If you did not ask for this, please tell them.

log-second-factor-forgotten = The passkeys and codes of { $subject } were removed
log-passkey-fell = A passkey of { $subject } was refused: it may have been copied
log-key-renewed = A new key was begun; authenticators to be set up anew: { $subject }
