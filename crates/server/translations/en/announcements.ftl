# Announcements: writing them, and how members meet them.

admin-announcements = Announcements
admin-announcements-sub = What everybody should know
announcements-title = Announcements
announcements-none = Nothing has been announced yet. What you announce stands on everybody’s Home until it ends.
announcement-new = Announce
announcement-new-title = Announce something
announcement-edit-title = Change an announcement
announcement-body-hint = Blank lines, *emphasis* and - lists work.
announcement-last-day-hint = It ends with this day, or when you end it.
announcement-preview = See how it will look
announcement-preview-again = See again how it will look
announcement-publish = Publish
announcement-will-tell = { $count ->
    [one] It will stand on everybody’s Home, and 1 person is told of it.
   *[other] It will stand on everybody’s Home, and { $count } people are told of it.
}
announcement-will-change = It will change where it stands. Nobody is told of it again.
announcement-end = End it now
announcement-over = Over
announcement-until = Until { $day }
announcement-was-until = Stood until { $day }
announcement-told = { $count ->
    [one] told to 1 person
   *[other] told to { $count } people
}
announcement-dismiss = I have read it
announcement-dismiss-named = I have read “{ $title }”
notice-announced = Published. Everybody is told of it, some at a time.
notice-announcement-ended = It has ended and stands nowhere any more.
error-announcement-over = This day is over. Choose today or a later one.
error-announcement-too-long = That is more than a year ahead. Choose a day within a year.
notices-kind-announcements = Announcements
notices-kind-announcements-sub = What the administrators of an exchange tell everybody
letter-announcement-subject = { $exchange }: { $title }
letter-announcement = { $exchange } announces to its members:
log-announced = Announced: { $subject }
log-announcement-edited = Announcement changed: { $subject }
log-announcement-ended = Announcement ended: { $subject }
server-job-spread = An announcement
