# Telling the administrators of a listing or a person.

report-link = Report
report-title = Report to the administrators
report-lead = Those who look after the exchange read it and tell you what they did. The one you report is not told who did.
report-reason = What is wrong?
report-advertising = It advertises what has no place here
report-forbidden = It is not allowed
report-dishonest = It is not true, or agreements were not kept
report-rude = It insults or pesters
report-unsafe = Somebody is in danger
report-other = Something else
report-words-hint = What happened, and when. The more they know, the better they can help.
report-do = Report
notice-reported = Thank you. You find the answer under “What I reported”.
error-report-own = This is your own: change it yourself.
error-report-gone = It has been taken away meanwhile. Answer or dismiss instead.
field-words = In your words
field-answer = Answer
field-outcome = What was done
reports-title = What I reported
reports-lead = What you told the administrators, and what became of it.
reports-none = You have reported nothing.
report-is-open = Waits for an administrator.
report-is-hidden = The administrators have hidden it.
report-is-answered = The administrators have answered.
report-is-dismissed = The administrators see no reason to do anything.
report-answer-was = They say: “{ $words }”
more-reports = What I reported
more-reports-sub = And what became of it
admin-reports = { $count ->
    [one] 1 report
   *[other] { $count } reports
}
admin-reports-sub = Read what is wrong and decide
admin-reports-all = Reports
admin-reports-all-sub = What members told you, and what was done
admin-reports-title = Reports
admin-reports-none = No report waits.
admin-reports-done = What was done
admin-report-title = Decide a report
admin-report-of = About
admin-report-by = Told by
admin-report-listing = See it in the market
admin-report-decide = Decide
admin-report-hide = Hide it in the market
admin-report-hide-sub = Its owner is written why, and cannot show it as it is
admin-report-answer = Answer
admin-report-answer-sub = Something else was done, or is to be said
admin-report-dismiss = Dismiss
admin-report-dismiss-sub = Nothing is to be done
admin-report-reason-hint = To its owner, when you hide it. Do not say who told you.
admin-report-answer-hint = To the one who told you.
admin-report-do = Decide
notice-report-settled = Decided. Who reported it finds the answer on their page.
log-report-settled = Report decided: { $subject }
