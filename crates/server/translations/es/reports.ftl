# Telling the administrators of a listing or a person.

report-link = Avisar
report-title = Avisar a la administración
report-lead = Quienes llevan la comunidad lo leen y te dicen qué han hecho. A quien señalas no se le dice quién ha sido.
report-reason = ¿Qué pasa?
report-advertising = Anuncia algo que aquí no tiene sitio
report-forbidden = No está permitido
report-dishonest = No es verdad, o no se cumplió lo acordado
report-rude = Insulta o molesta
report-unsafe = Alguien está en peligro
report-other = Otra cosa
report-words-hint = Qué pasó y cuándo. Cuanto más sepan, mejor podrán ayudar.
report-do = Avisar
notice-reported = Gracias. Encontrarás la respuesta en «Mis avisos».
error-report-own = Esto es tuyo: cámbialo tú.
error-report-gone = Mientras tanto se ha quitado. Responde o descarta el aviso.
field-words = Con tus palabras
field-answer = Respuesta
field-outcome = Qué se ha hecho
reports-title = Mis avisos
reports-lead = Lo que has dicho a la administración y qué ha sido de ello.
reports-none = No has avisado de nada.
report-is-open = Espera a la administración.
report-is-hidden = La administración lo ha ocultado.
report-is-answered = La administración ha respondido.
report-is-dismissed = La administración no ve motivo para hacer nada.
report-answer-was = Dice: «{ $words }»
more-reports = Mis avisos
more-reports-sub = Y qué ha sido de ellos
admin-reports = { $count ->
    [one] 1 aviso
   *[other] { $count } avisos
}
admin-reports-sub = Lee qué pasa y decide
admin-reports-all = Avisos
admin-reports-all-sub = Lo que os dicen los miembros y qué se hizo
admin-reports-title = Avisos
admin-reports-none = No espera ningún aviso.
admin-reports-done = Qué se hizo
admin-report-title = Decidir un aviso
admin-report-of = Sobre
admin-report-by = Lo dice
admin-report-listing = Verlo en el mercado
admin-report-decide = Decidir
admin-report-hide = Ocultarlo en el mercado
admin-report-hide-sub = Se escribe a su dueño por qué, y no puede mostrarlo tal como está
admin-report-answer = Responder
admin-report-answer-sub = Se hizo otra cosa, o hay algo que decir
admin-report-dismiss = Descartar
admin-report-dismiss-sub = No hay nada que hacer
admin-report-reason-hint = Para su dueño, cuando lo ocultas. No digas quién te avisó.
admin-report-answer-hint = Para quien te avisó.
admin-report-do = Decidir
notice-report-settled = Decidido. Quien avisó encuentra la respuesta en su página.
log-report-settled = Aviso decidido: { $subject }
