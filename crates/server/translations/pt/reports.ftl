# Telling the administrators of a listing or a person.

report-link = Avisar
report-title = Avisar a administração
report-lead = Quem cuida da comunidade lê e diz-te o que fez. A pessoa apontada não fica a saber quem foi.
report-reason = O que se passa?
report-advertising = Anuncia algo que não tem lugar aqui
report-forbidden = Não é permitido
report-dishonest = Não é verdade, ou não se cumpriu o combinado
report-rude = Insulta ou incomoda
report-unsafe = Alguém está em perigo
report-other = Outra coisa
report-words-hint = O que aconteceu e quando. Quanto mais souberem, melhor podem ajudar.
report-do = Avisar
notice-reported = Obrigado. Encontras a resposta em «Os meus avisos».
error-report-own = Isto é teu: muda-o tu.
error-report-gone = Entretanto foi retirado. Responde ou arquiva o aviso.
field-words = Nas tuas palavras
field-answer = Resposta
field-outcome = O que se fez
reports-title = Os meus avisos
reports-lead = O que disseste à administração e o que foi feito.
reports-none = Não avisaste de nada.
report-is-open = Espera pela administração.
report-is-hidden = A administração escondeu-o.
report-is-answered = A administração respondeu.
report-is-dismissed = A administração não vê motivo para fazer nada.
report-answer-was = Diz: «{ $words }»
more-reports = Os meus avisos
more-reports-sub = E o que foi feito
admin-reports = { $count ->
    [one] 1 aviso
   *[other] { $count } avisos
}
admin-reports-sub = Lê o que se passa e decide
admin-reports-all = Avisos
admin-reports-all-sub = O que os membros vos disseram e o que se fez
admin-reports-title = Avisos
admin-reports-none = Nenhum aviso espera.
admin-reports-done = O que se fez
admin-report-title = Decidir um aviso
admin-report-of = Sobre
admin-report-by = Dito por
admin-report-listing = Ver no mercado
admin-report-decide = Decidir
admin-report-hide = Esconder no mercado
admin-report-hide-sub = O dono recebe o porquê e não o pode mostrar tal como está
admin-report-answer = Responder
admin-report-answer-sub = Fez-se outra coisa, ou há algo a dizer
admin-report-dismiss = Arquivar
admin-report-dismiss-sub = Não há nada a fazer
admin-report-reason-hint = Para o dono, quando o escondes. Não digas quem te avisou.
admin-report-answer-hint = Para quem te avisou.
admin-report-do = Decidir
notice-report-settled = Decidido. Quem avisou encontra a resposta na sua página.
log-report-settled = Aviso decidido: { $subject }
