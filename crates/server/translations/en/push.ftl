# What devices show at once (web push).

push-title = On your devices
push-lead = A telephone or computer can show what happens as soon as it happens, also while these pages are closed.
push-needs = This browser cannot do it here. It takes a browser that shows notifications and runs scripts; on an iPhone or iPad, first put these pages on the home screen and open them from there.
push-denied = This browser shows no notifications of these pages. Allow them in its settings, then open this page again.
push-failed = That did not work: the browser did not reach its push service. Try again later.
push-on = Show it on this device
push-off = Stop
push-off-named = Show nothing on { $name } any more
push-since = Turned on
push-kinds = What your devices show
push-renew = Let it stand longer
notice-push-on = This device shows what happens from now on.
notice-push-off = That device shows nothing any more.
error-push-place = Your browser takes notifications at an address that this server does not send to: only push services on the Internet, by https. Another browser will do.
server-job-push = A notification to a device
