# One's own account, and leaving.

account-title = Mi cuenta
account-number = Número { $number }
account-requests = Cuando alguien te pide algo a cambio
account-requests-hint = Quien hizo algo por ti puede mandarte una petición. ¿Qué debe pasar con ella?
account-somebody = Ana
account-answer-exchange = Como lo hace la comunidad
account-answer-asked = Preguntarme cada vez
account-answer-asked-effect = { $name } te pide { $amount }. No cuenta nada hasta que dices que sí.
account-answer-list = Aceptar al momento de la gente que yo elija
account-answer-list-effect = Con { $name } en tu lista, una petición de { $amount } cuenta al momento y se te avisa. Las demás te esperan.
account-answer-days = Aceptar si no contesto en unos días
account-answer-days-effect = { $name } te pide hoy { $amount }. Hasta entonces puedes rechazarlo; si no dices nada, cuenta.
account-answer-everything = Aceptarlo todo al momento
account-answer-everything-effect = { $name } te pide { $amount }. Cuenta al momento y se te avisa. Aún puedes decir que algo no está bien.
account-exchange-asked = Por ahora: cada petición espera a que digas que sí.
account-exchange-everything = Por ahora: cada petición cuenta al momento y se te avisa.
account-exchange-days = { $count ->
    [one] Por ahora: una petición cuenta si no contestas en un día.
   *[other] Por ahora: una petición cuenta si no contestas en { $count } días.
}
account-list = Gente que yo elijo
account-more-hint = Los números de cuenta, separados por comas.
account-days = Cuántos días
account-days-unit = días
account-save = Guardar esta respuesta
account-operators = Quién lleva esta cuenta
account-operators-hint = Cada persona de esta lista anota intercambios y ve todo lo de la cuenta, con su propia entrada.
account-operators-own = Esta es la cuenta de la comunidad: la llevan sus administradores.
account-operator-since = desde el { $date }
account-operator-remove = Quitar
account-operator-email = Correo de alguien que deba llevarla también
account-operator-hint = Recibirá una carta con un enlace que vale siete días.
account-operator-invite = Invitar
account-rest = Poner la cuenta en pausa
account-rest-lead = Para cuando no estés una temporada. No se puede anotar nada contigo y tu página dice que estás en pausa. La despiertas cuando quieras.
account-rest-do = Ponerla en pausa
account-resting = La cuenta está en pausa
account-resting-lead = Ahora mismo no se puede anotar nada contigo. Todo lo demás sigue igual.
account-wake-do = Despertarla
account-stopped = Quienes llevan la comunidad han detenido esta cuenta. Habla con ellos.
account-terms = Lo que han acordado los miembros
account-terms-changed = Las condiciones han cambiado
account-terms-lead = Lee lo que han acordado ahora los miembros. Si no puedes estar de acuerdo, habla con quienes llevan la comunidad.
account-terms-accept = Estoy de acuerdo
account-leave = Dejar { $exchange }
account-leave-lead = Primero puedes ver qué significa.
account-leave-do = Ver qué significa irse

leave-means = Qué significa
leave-means-account = Tu cuenta se cierra para siempre. Volver es entrar de nuevo, con otro número.
leave-means-page = Tu página sale de la lista de miembros.
leave-means-trades = Tus intercambios quedan en los libros de quienes los hicieron contigo.
leave-even = Has dado tanto como has recibido, así que puedes irte, y gracias.
leave-above = Has dado { $amount } más de lo que has recibido, y uno se va a cero. Recibe algo de alguien, o dáselo a alguien, y vuelve.
leave-below = Has recibido { $amount } más de lo que has dado, y uno se va a cero. Haz algo por alguien y vuelve, o habla con quienes llevan la comunidad.
leave-rest-instead = Mientras tanto puedes poner tu cuenta en pausa.
leave-sure = Sí, quiero irme
leave-do = Irme
leave-stay = Me quedo

field-acceptance = Cuando alguien te pide algo a cambio
field-more = Más miembros
field-days = Días
field-sure = Irse

notice-requests = Tu respuesta está guardada.
notice-operator-invited = La carta va de camino.
notice-operator-removed = Ya no lleva esta cuenta.
notice-resting = Tu cuenta está en pausa. La despiertas aquí cuando quieras.
notice-awake = Tu cuenta participa otra vez.
notice-terms = Gracias. Has aceptado las nuevas condiciones.
notice-left = Te has ido. Gracias por todo lo que hiciste por los demás.

error-days = Escribe un número de días entre 1 y { $max }.
error-list-empty = Elige al menos a un miembro, u otra respuesta.
error-list-long = Son más de 500 miembros. Elige otra respuesta.
error-no-such-number = Aquí nadie tiene el número { $number }.
error-sure = Marca la casilla si de verdad quieres irte. No hay vuelta atrás.
