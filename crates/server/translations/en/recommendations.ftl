# What the two sides of a trade say of each other.

recommendations-title = Recommendations
recommendations-how = After a trade, its page lets both sides recommend each other.
recommend-title = Recommend { $name }
recommend-lead = The members read it on their page, with the day of your trade. Once for each trade; you can take it back.
recommend-hint = What was good about it? A sentence or two.
recommend-do = Recommend
recommend-link = Recommend { $name }
recommendation-day = after a trade on { $day }
recommendation-hidden = An administrator has hidden this from the others: “{ $reason }”
recommendation-answer = Answer
recommendation-answer-title = Answer a recommendation
recommendation-answer-lead = { $name } wrote:
recommendation-answer-hint = You can answer once. It stands under the recommendation.
recommendation-withdraw = Take back
recommendation-hide = Hide
recommendation-hide-title = Hide a recommendation
recommendation-hide-lead = { $name } wrote:
recommendation-hide-hint = The two whom it is about read why.
notice-recommended = Thank you. It stands on their page.
notice-recommendation-answered = Your answer stands under it.
notice-recommendation-withdrawn = Taken back.
notice-recommendation-hidden = Hidden from the others.
log-recommendation-hidden = Recommendation of { $subject } hidden
