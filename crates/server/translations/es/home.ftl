# Home: where a member stands, what waits, what is new; and the page of what waits.

home-standing = Tu saldo, { $name }
home-standing-new = Empiezas en cero. Puedes recibir algo antes de haber dado nada: en eso confiamos unos en otros.
home-standing-zero = Has dado tanto como has recibido.
home-standing-above = Has dado más de lo que has recibido. Hay quien haría algo por ti con gusto.
home-standing-little-below = Has recibido un poco más de lo que has dado. Es una promesa, y tienes tiempo de sobra para cumplirla.
home-standing-below = Has recibido más de lo que has dado. Es una promesa; lo próximo que des te acerca a cero.
home-standing-near-floor = Has recibido bastante más de lo que has dado. Mira qué necesita la gente: cada cosa que das cumple una parte de tu promesa.
home-locked = Ahora mismo tu cuenta puede recibir pero no dar. Quien lleva la comunidad puede decirte por qué.
home-suspended = Ahora mismo tu cuenta está detenida. Quien lleva la comunidad puede decirte por qué.
home-resting = Tu cuenta está en reposo. Puedes despertarla en los ajustes.
home-closed = Tu cuenta está cerrada.
home-waits = Te espera
home-waits-for-others = Espera a otros
home-all = Todo
home-sent = { $count ->
    [one] 1 petición tuya espera respuesta.
   *[other] { $count } peticiones tuyas esperan respuesta.
}
home-news = Desde tu última visita
home-seen = Visto
home-recent = Últimos intercambios
home-empty = Aquí aún no hay nada. Mira quién está, pide algo a alguien u ofrece tu ayuda.
home-empty-people = Ver quién está
home-row-provided = Dado a { $name }
home-row-received = Recibido de { $name }
home-row-reversed = Con { $name }, devuelto
home-row-reversal = Devolución, con { $name }
home-do-trade = Anotar un intercambio
home-do-trade-sub = Lo que diste o recibiste
home-do-people = Buscar a alguien
home-do-people-sub = Quién está, y cómo dar con cada cual
home-do-exchange = La comunidad
home-do-exchange-sub = Sus reglas en palabras sencillas, y sus números

news-gave-you = { $name } te ha dado { $amount } por «{ $what }»
news-provided-you = { $name } ha anotado lo que recibiste: «{ $what }», { $amount }
news-reversed = Se devolvió un intercambio con { $name }: { $amount }
news-corrected = Se corrigió un intercambio con { $name }: «{ $what }», { $amount }
news-keyed = Anotado por { $name }

ask-question = ¿{ $name } te ha dado «{ $what }»?
ask-detail = Pide { $amount } a cambio, { $ago }
ask-accept = Sí, aceptar
ask-decline = Algo está mal
waiting-title = Lo que espera
waiting-to-answer = Te espera
waiting-nothing = No hay nada que te espere.
waiting-sent = Enviado por ti
waiting-sent-nothing = No tienes peticiones a la espera de otros.
home-market = Nuevo en el mercado
