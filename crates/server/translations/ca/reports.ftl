# Telling the administrators of a listing or a person.

report-link = Avisa
report-title = Avisa l’administració
report-lead = Qui porta la comunitat ho llegeix i et diu què ha fet. A qui assenyales no se li diu qui ha estat.
report-reason = Què passa?
report-advertising = Anuncia una cosa que aquí no hi té lloc
report-forbidden = No està permès
report-dishonest = No és veritat, o no s’ha complert el que s’havia acordat
report-rude = Insulta o molesta
report-unsafe = Algú està en perill
report-other = Una altra cosa
report-words-hint = Què ha passat i quan. Com més en sàpiguen, millor podran ajudar.
report-do = Avisa
notice-reported = Gràcies. Trobaràs la resposta a «Els meus avisos».
error-report-own = Això és teu: canvia-ho tu.
error-report-gone = Mentrestant s’ha tret. Respon o descarta l’avís.
field-words = Amb les teves paraules
field-answer = Resposta
field-outcome = Què s’ha fet
reports-title = Els meus avisos
reports-lead = El que has dit a l’administració i què n’ha estat.
reports-none = No has avisat de res.
report-is-open = Espera l’administració.
report-is-hidden = L’administració ho ha amagat.
report-is-answered = L’administració ha respost.
report-is-dismissed = L’administració no veu cap motiu per fer res.
report-answer-was = Diu: «{ $words }»
more-reports = Els meus avisos
more-reports-sub = I què n’ha estat
admin-reports = { $count ->
    [one] 1 avís
   *[other] { $count } avisos
}
admin-reports-sub = Llegeix què passa i decideix
admin-reports-all = Avisos
admin-reports-all-sub = El que us diuen els membres i què s’ha fet
admin-reports-title = Avisos
admin-reports-none = No espera cap avís.
admin-reports-done = Què s’ha fet
admin-report-title = Decideix un avís
admin-report-of = Sobre
admin-report-by = Ho diu
admin-report-listing = Mira-ho al mercat
admin-report-decide = Decideix
admin-report-hide = Amaga-ho al mercat
admin-report-hide-sub = S’escriu al propietari per què, i no ho pot mostrar tal com està
admin-report-answer = Respon
admin-report-answer-sub = S’ha fet una altra cosa, o cal dir alguna cosa
admin-report-dismiss = Descarta
admin-report-dismiss-sub = No cal fer res
admin-report-reason-hint = Per al propietari, quan ho amagues. No diguis qui t’ha avisat.
admin-report-answer-hint = Per a qui t’ha avisat.
admin-report-do = Decideix
notice-report-settled = Decidit. Qui ha avisat troba la resposta a la seva pàgina.
log-report-settled = Avís decidit: { $subject }
