# The front page and the list of exchanges.

welcome-title = Hoy por ti, mañana por mí
welcome-lead = Cerca de ti hay gente que arregla, hornea, enseña y echa una mano. Sin dinero. Se anota lo que cada cual da y recibe, y la suma siempre es cero.
welcome-register = Regístrate
welcome-look = Ver las comunidades
welcome-loop = Ana hornea un pan para Ben, Ben arregla los frenos de Rosa, Rosa forra un abrigo para Ana.
welcome-loop-loaf = un pan
welcome-loop-brakes = unos frenos
welcome-loop-coat = un abrigo
welcome-how = Cómo funciona
welcome-say = Di qué sabes hacer
welcome-say-more = Llevar a alguien al médico. Media docena de huevos. Una hora de inglés. Casi todo el mundo encuentra cinco cosas.
welcome-do = Haz algo por alguien
welcome-do-more = Acordad cuánto, en las unidades de vuestra comunidad. Después lo anota una de las dos personas, en el móvil o en papel.
welcome-receive = Recibe de otra persona
welcome-receive-more = No tiene que ser la misma persona. Puedes recibir primero: bajo cero es una promesa a los demás, sin intereses.
welcome-here = Comunidades de aquí
welcome-all = { $count ->
    [one] La única comunidad
   *[other] Las { $count } comunidades
}
welcome-all-plain = Todas las comunidades
welcome-join = Entra en tres minutos
welcome-join-more = Elige una comunidad, di quién eres y pide entrar. Te responderá alguien de la comunidad: una persona, no una máquina.
welcome-choose = Elegir una comunidad

exchanges-title = Comunidades
exchanges-lead = Cada una tiene su gente, su unidad y sus reglas. Abre una para ver cómo es y cómo entrar.
exchanges-none = Aquí aún no hay ninguna comunidad. Quizá empieces tú la primera.
exchanges-figures = { $count ->
    [one] { $count } persona, cuenta en { $unit }
   *[other] { $count } personas, cuenta en { $unit }
}
exchanges-invited = Se entra con invitación.
exchanges-closed = De momento no entra gente nueva.

begin-title = ¿Por dónde quieres empezar?
begin-lead = Ya tienes tu registro. Falta una comunidad: gente cercana con la que dar y recibir.
begin-waits = Has pedido entrar en { $exchange }. Alguien de allí responderá, y te escribiremos.
begin-join = Entrar en una comunidad
begin-found = O crea una
begin-found-lead = Para tu calle, tu pueblo o tu grupo. Quien lleva este servidor la mira y la abre.
welcome-name-a = Ana
welcome-name-b = Ben
welcome-name-c = Rosa
