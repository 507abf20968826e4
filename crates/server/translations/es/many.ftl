# Muchos intercambios de una vez: la lista, qué pasaría con ella, qué pasó.

many-title = Muchos de una vez
many-lead = Escribe las líneas de una hoja o pega una tabla. Verás qué pasa con cada línea antes de que se anote nada.
many-for = ¿De quién son estos intercambios?
many-for-others = De otras personas
many-for-others-sub = Se ve que los has anotado tú
many-for-me = Míos
many-for-me-sub = { $number } está en cada uno
many-own-number = Tu número es { $number }. Estás en cada intercambio: has dado o has recibido.
many-typed = Línea a línea
many-typed-hint = Los números de cuenta pueden ser cortos: 27 para la que acaba en 0027. Deja el día vacío si es hoy.
many-payee = Quién ha dado
many-payer = Quién ha recibido
many-amount = Cuánto
many-amount-in = Cuánto, en { $unit }
many-description = Qué fue
many-date = Día
many-more = Más líneas
many-table = Pegar una tabla o elegir un archivo
field-table = Tabla
many-table-hint = Copiada de una hoja de cálculo o escrita con puntos y comas: pagador, vendedor, importe, descripción, fecha. Paga quien ha recibido algo. Si la primera línea lleva estos nombres, el orden da igual.
many-file = O un archivo
many-file-hint = CSV, como mucho 500 líneas.
many-look = Mirarlo primero
many-look-title = ¿Está bien así?
many-look-lead = { $count ->
    [0] Ninguna de estas líneas se puede anotar todavía.
    [one] Una línea está bien, { $amount }.
   *[other] { $count } líneas están bien, en total { $amount }.
}
many-look-bad = { $count ->
    [one] Una no se puede anotar así.
   *[other] { $count } no se pueden anotar así.
}
many-changed = Algo ha cambiado desde que lo miraste, así que no se ha anotado nada. Ahora está así.
many-caption = Las líneas y qué pasa con cada una
many-who-title = Quién con quién
many-who = { $giver } ha dado a { $taker }
many-outcome = Qué pasa con ella
many-counts = Cuenta enseguida
many-waits = Se pregunta primero a { $name }
many-left-out = Se deja fuera
many-unknown = No hemos llegado a tiempo. Envía la lista otra vez: lo que ya está anotado no se anota dos veces.
many-post = { $count ->
    [one] Anotar este intercambio
   *[other] Anotar estos { $count } intercambios
}
many-change = Cambiar algo
many-done-title = Anotado
many-done-lead = { $count ->
    [0] No se ha anotado nada.
    [one] Se ha anotado un intercambio, { $amount }.
   *[other] Se han anotado { $count } intercambios, en total { $amount }.
}
many-done-bad = { $count ->
    [one] Una línea no.
   *[other] { $count } líneas no.
}
many-again = Otra lista
error-many-empty = Todavía no hay ninguna línea. Escribe una o pega una tabla.
error-many-too-long = Son demasiadas líneas: como mucho { $max }. Divide la lista.
error-many-too-big = El archivo es demasiado grande: como mucho { $max }. Divide la lista.
error-many-columns = La tabla necesita pagador, vendedor e importe, en este orden o con nombre en la primera línea.
