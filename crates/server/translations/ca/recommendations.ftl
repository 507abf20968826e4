# What the two sides of a trade say of each other.

recommendations-title = Recomanacions
recommendations-how = Després d’un intercanvi, la seva pàgina deixa que les dues parts es recomanin.
recommend-title = Recomana { $name }
recommend-lead = Els membres ho llegeixen a la seva pàgina, amb el dia del vostre intercanvi. Un cop per intercanvi; ho pots retirar.
recommend-hint = Què hi va haver de bo? Una frase o dues.
recommend-do = Recomana
recommend-link = Recomana { $name }
recommendation-day = després d’un intercanvi el { $day }
recommendation-hidden = L’administració ho ha amagat als altres: «{ $reason }»
recommendation-answer = Respon
recommendation-answer-title = Respon una recomanació
recommendation-answer-lead = { $name } va escriure:
recommendation-answer-hint = Pots respondre un cop. Queda sota la recomanació.
recommendation-withdraw = Retira
recommendation-hide = Amaga
recommendation-hide-title = Amaga una recomanació
recommendation-hide-lead = { $name } va escriure:
recommendation-hide-hint = Les dues persones de qui tracta en llegeixen el perquè.
notice-recommended = Gràcies. És a la seva pàgina.
notice-recommendation-answered = La teva resposta és a sota.
notice-recommendation-withdrawn = Retirada.
notice-recommendation-hidden = Amagada als altres.
log-recommendation-hidden = Recomanació de { $subject } amagada
