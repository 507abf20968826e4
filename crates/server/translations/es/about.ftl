# Una comunidad: qué es, sus reglas en palabras sencillas, sus números.

about-worth = { $count } { $unit } son más o menos una hora de cualquiera.
about-join = Pedir unirse
about-how-to-join = Cómo unirse
about-join-open = Cualquiera puede pedirlo. Cuenta algo de ti; te responderán quienes cuidan de la comunidad.
about-join-invited = Se entra con invitación. Pídesela a un miembro que conozcas.
about-join-closed = Ahora mismo no se puede entrar.
about-asked = Has pedido unirte. Recibirás una carta en cuanto se decida.
about-rules = Nuestras reglas en palabras sencillas
about-terms = Lo que aceptan los miembros
about-own-open = { $number }, abierta a todos los miembros
about-own-read = Leer su extracto
about-keepers = Quién la cuida
about-where = Dónde está
about-admin = Administra
about-coordinator = Coordina
rule-paused = Ahora mismo los intercambios están en pausa.
rule-both-record = Cualquiera de los dos anota el intercambio. Cuenta enseguida.
rule-receiver-records = Lo anota quien ha recibido. Cuenta enseguida.
rule-provider-records = Lo anota quien ha dado. Cuenta enseguida.
rule-requests-only = Quien ha dado algo lo pide. Cuenta cuando la otra parte dice que sí.
rule-keepers-record = Los intercambios los anotan quienes cuidan de la comunidad.
rule-requests-wait = Una petición espera hasta que la otra parte responde.
rule-requests-count = Las peticiones se aceptan enseguida.
rule-silence = { $count ->
    [one] Una petición cuenta si nadie responde en un día.
   *[other] Una petición cuenta si nadie responde en { $count } días.
}
rule-expires = { $count ->
    [one] Una petición sin respuesta caduca al día.
   *[other] Una petición sin respuesta caduca a los { $count } días.
}
rule-entry = { $count ->
    [one] Un intercambio se puede anotar hasta un día después. Más tarde se pregunta primero a quien recibió.
   *[other] Un intercambio se puede anotar hasta { $count } días después. Más tarde se pregunta primero a quien recibió.
}
rule-correct = { $count ->
    [one] Quien ha dado puede corregirlo durante un día y devolverlo cuando quiera. Hasta entonces cualquiera de los dos puede decir que algo no está bien.
   *[other] Quien ha dado puede corregirlo durante { $count } días y devolverlo cuando quiera. Hasta entonces cualquiera de los dos puede decir que algo no está bien.
}
rule-give-back = Quien ha dado puede devolver un intercambio cuando quiera.
rule-floor-and-ceiling = Puedes bajar hasta { $floor } y subir hasta { $ceiling }.
rule-floor = Puedes bajar hasta { $floor }.
rule-ceiling = Puedes subir hasta { $ceiling }.
rule-limit-hard = Más allá no se anota. Si necesitas más margen, pídelo.
rule-limit-soft = Más allá el intercambio cuenta igual, y se te avisa.
rule-growth = Lo que das te deja más margen bajo cero, hasta { $cap }.
rule-levy = El { $rate } de cada intercambio, de ambas partes, va a la cuenta de la comunidad para lo que hacemos entre todos.
rule-records = Cada miembro ve cuánto intercambian los demás, nunca con quién.
rule-records-hidden = No se muestra cuánto intercambia cada miembro.

about-numbers = En cifras
about-numbers-trades = intercambios en los últimos doce meses
about-numbers-volume = han pasado de mano en mano
about-numbers-trading = de los miembros ha intercambiado en los últimos tres meses
about-numbers-sum = la posición de todos junta, como debe ser
about-numbers-chart = Intercambios al mes
about-numbers-months = Mes
about-numbers-trades-month = Intercambios
about-numbers-chart-alternative = Intercambios al mes: { $list }
about-numbers-month = { $count ->
    [one] { $count } intercambio, { $amount }
   *[other] { $count } intercambios, { $amount }
}
about-market = Del mercado
