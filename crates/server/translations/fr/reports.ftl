# Telling the administrators of a listing or a person.

report-link = Signaler
report-title = Signaler à l’administration
report-lead = Ceux qui s’occupent de la communauté le lisent et vous disent ce qu’ils ont fait. La personne signalée ne sait pas par qui.
report-reason = Qu’est-ce qui ne va pas ?
report-advertising = C’est de la publicité qui n’a pas sa place ici
report-forbidden = Ce n’est pas permis
report-dishonest = Ce n’est pas vrai, ou l’accord n’a pas été tenu
report-rude = C’est insultant ou importun
report-unsafe = Quelqu’un est en danger
report-other = Autre chose
report-words-hint = Ce qui s’est passé, et quand. Mieux on le sait, mieux on peut aider.
report-do = Signaler
notice-reported = Merci. Vous trouverez la réponse sous « Ce que j’ai signalé ».
error-report-own = C’est à vous : changez-le vous-même.
error-report-gone = Cela a été retiré entre-temps. Répondez ou classez le signalement.
field-words = Avec vos mots
field-answer = Réponse
field-outcome = Ce qui a été fait
reports-title = Ce que j’ai signalé
reports-lead = Ce que vous avez dit à l’administration, et la suite donnée.
reports-none = Vous n’avez rien signalé.
report-is-open = Attend l’administration.
report-is-hidden = L’administration l’a masqué.
report-is-answered = L’administration a répondu.
report-is-dismissed = L’administration ne voit pas de raison d’agir.
report-answer-was = Elle dit : « { $words } »
more-reports = Ce que j’ai signalé
more-reports-sub = Et la suite donnée
admin-reports = { $count ->
    [one] 1 signalement
   *[other] { $count } signalements
}
admin-reports-sub = Lisez ce qui ne va pas et décidez
admin-reports-all = Signalements
admin-reports-all-sub = Ce que les membres vous ont dit, et la suite donnée
admin-reports-title = Signalements
admin-reports-none = Aucun signalement n’attend.
admin-reports-done = La suite donnée
admin-report-title = Décider d’un signalement
admin-report-of = À propos de
admin-report-by = Signalé par
admin-report-listing = Le voir au marché
admin-report-decide = Décider
admin-report-hide = Le masquer au marché
admin-report-hide-sub = On écrit pourquoi à la personne, qui ne peut pas le montrer tel quel
admin-report-answer = Répondre
admin-report-answer-sub = Autre chose a été fait, ou est à dire
admin-report-dismiss = Classer
admin-report-dismiss-sub = Il n’y a rien à faire
admin-report-reason-hint = À la personne concernée, quand vous le masquez. Ne dites pas qui vous l’a signalé.
admin-report-answer-hint = À la personne qui vous l’a signalé.
admin-report-do = Décider
notice-report-settled = Décidé. Qui a signalé trouve la réponse sur sa page.
log-report-settled = Signalement décidé : { $subject }
