# What the two sides of a trade say of each other.

recommendations-title = Recomendaciones
recommendations-how = Después de un intercambio, su página deja que las dos partes se recomienden.
recommend-title = Recomendar a { $name }
recommend-lead = Los miembros lo leen en su página, con el día de vuestro intercambio. Una vez por intercambio; puedes retirarlo.
recommend-hint = ¿Qué fue lo bueno? Una frase o dos.
recommend-do = Recomendar
recommend-link = Recomendar a { $name }
recommendation-day = tras un intercambio el { $day }
recommendation-hidden = La administración lo ha ocultado a los demás: «{ $reason }»
recommendation-answer = Responder
recommendation-answer-title = Responder a una recomendación
recommendation-answer-lead = { $name } escribió:
recommendation-answer-hint = Puedes responder una vez. Queda debajo de la recomendación.
recommendation-withdraw = Retirar
recommendation-hide = Ocultar
recommendation-hide-title = Ocultar una recomendación
recommendation-hide-lead = { $name } escribió:
recommendation-hide-hint = Las dos personas de las que trata leen por qué.
notice-recommended = Gracias. Está en su página.
notice-recommendation-answered = Tu respuesta está debajo.
notice-recommendation-withdrawn = Retirada.
notice-recommendation-hidden = Oculta para los demás.
log-recommendation-hidden = Recomendación de { $subject } oculta
