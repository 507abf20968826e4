# Words that every page uses.
time-just-now = just now
time-minutes-ago = { $count ->
    [one] 1 minute ago
   *[other] { $count } minutes ago
}
time-today = today, { $time }
time-yesterday = yesterday, { $time }
time-tomorrow = tomorrow, { $time }

frame-account-of = Your account: { $name }
