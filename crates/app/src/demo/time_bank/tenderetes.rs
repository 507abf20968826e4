//! What more people of the Banco del Tiempo de Valdemora offer and want: the later half of the market.

use crate::demo::put_up::{PutUp, offers, wants};

/// Everything that was put up beside [`super::puestos`].
pub(crate) const TENDERETES: &[PutUp] = &[
    offers(
        "Carmen Villanueva",
        "food",
        ("Mermelada de higos", "De la higuera del patio. Sin conservantes y con alguna pepita."),
    )
    .drawn("jam")
    .at("0:30", "el tarro")
    .place("Plaza Vieja")
    .ago(31)
    .open(),
    offers(
        "Carmen Villanueva",
        "office",
        (
            "Pedir cita sin volverse loca",
            "Médico, DNI, extranjería. Madrugo por ti y lo intento hasta que sale.",
        ),
    )
    .drawn("papers")
    .at("0:30", "")
    .ago(20),
    offers(
        "Joaquín Etxarri",
        "lending",
        ("Portabicis y bombas de pie", "Para el coche y para la rueda. Un fin de semana o dos."),
    )
    .drawn("transport")
    .at("0:15", "al día")
    .place("Barrio Alto")
    .ago(55)
    .open(),
    wants(
        "Joaquín Etxarri",
        "food",
        ("Huevos de gallinas que anden sueltas", "Una docena a la semana. Devuelvo la huevera."),
    )
    .drawn("eggs")
    .at("0:45", "la docena")
    .ago(9)
    .open(),
    offers(
        "Asociación La Noria",
        "spaces",
        ("Sala para ensayos y reuniones", "Caben treinta sentados. Hay café y un piano que aguanta."),
    )
    .drawn("spaces")
    .at("0:30", "la hora")
    .place("Plaza Vieja")
    .ago(99)
    .stands(365)
    .open(),
    offers(
        "Asociación La Noria",
        "events",
        (
            "Mesas, bancos y una plancha para tu fiesta",
            "Vienes a buscarlo con furgoneta. Se devuelve limpio, y la plancha también.",
        ),
    )
    .drawn("flags")
    .at("1:00", "todo")
    .ago(26)
    .open(),
    wants(
        "Asociación La Noria",
        "computers",
        ("Quien ponga al día la página de la asociación", "Está parada desde las fiestas de hace tres años."),
    )
    .drawn("computers")
    .at("3:00", "")
    .ago(14),
    offers(
        "Manuela Ortuño",
        "clothing",
        (
            "Coser botones y subir bajos mientras charlamos",
            "Trae el café y la ropa. Lo que no tiene arreglo, lo digo.",
        ),
    )
    .drawn("sewing")
    .at("0:30", "")
    .ago(23)
    .open(),
    offers(
        "Paco Redondo",
        "building",
        (
            "Muros de piedra seca, se enseña haciendo",
            "Sábados por la mañana. Guantes propios y riñones fuertes.",
        ),
    )
    .drawn("building")
    .at("2:00", "la mañana")
    .ago(42)
    .open(),
    wants(
        "Paco Redondo",
        "computers",
        ("Hablar por pantalla con mi hija en Dublín", "Quiero verla los domingos sin llamar a la vecina."),
    )
    .drawn("telephone")
    .at("0:45", "")
    .ago(5)
    .stands(30)
    .open(),
    offers(
        "Maite Lizarraga",
        "health",
        ("Estiramientos en el parque", "Lunes y miércoles a las nueve. Esterilla y ganas."),
    )
    .drawn("mat")
    .at("0:45", "")
    .place("La Estación")
    .ago(61)
    .open(),
    offers(
        "Fatima Zahraoui",
        "food",
        ("Pan de sémola recién hecho", "Los viernes, seis panes. Si vienes pronto, alguno sale con anís."),
    )
    .drawn("bread")
    .at("0:30", "dos panes")
    .place("La Ribera")
    .ago(16)
    .open(),
    wants(
        "Fatima Zahraoui",
        "lessons",
        ("Preparar el carnet de conducir, la teoría", "Las señales las sé. Las preguntas con trampa, no."),
    )
    .drawn("car")
    .at("1:00", "")
    .ago(12),
    offers(
        "Eusebio Cantalejo",
        "leisure",
        ("Pescar barbos sin matarlos", "Al amanecer y callados. Presto caña."),
    )
    .drawn("fish")
    .at("2:00", "")
    .ago(73)
    .stands(180),
    offers(
        "Peña El Botijo",
        "events",
        ("Charanga para cumpleaños redondos", "Ocho músicos y un bombo. Los vecinos, avisados por ti."),
    )
    .drawn("trumpet")
    .at("6:00", "entre todos")
    .ago(88)
    .open(),
    wants(
        "Peña El Botijo",
        "lending",
        ("Una paellera para cien", "Para el último sábado de agosto. La nuestra tiene un agujero."),
    )
    .drawn("pan")
    .at("1:00", "")
    .ago(18)
    .open(),
    offers(
        "Conchi Moreda",
        "health",
        ("Manos y pies, en casa", "Para quien ya no llega. Con cuidado y con conversación."),
    )
    .drawn("scissors")
    .at("1:00", "")
    .ago(37)
    .open(),
    offers(
        "Dorin Munteanu",
        "home-repairs",
        ("Persianas que no suben", "La cinta, el eje o las ganas. Lo miro antes de decir nada."),
    )
    .drawn("hammer")
    .at("1:00", "")
    .and("la cinta aparte")
    .ago(27)
    .open(),
    offers(
        "Dorin Munteanu",
        "lessons",
        ("Ajedrez para chavales", "Sábados a las once en la biblioteca. Se aprende a perder."),
    )
    .drawn("chess")
    .at("1:00", "")
    .place("Plaza Vieja")
    .ago(79)
    .stands(180),
    offers(
        "AMPA del Colegio Las Eras",
        "children",
        (
            "Libros de texto de primaria",
            "De primero a sexto, forrados y con algún dibujo. Coge los que te hagan falta.",
        ),
    )
    .drawn("book")
    .gift()
    .place("Las Eras")
    .ago(48)
    .open(),
    wants(
        "AMPA del Colegio Las Eras",
        "garden",
        (
            "Quien enseñe a los niños a plantar lechugas",
            "El huerto del colegio tiene tierra y entusiasmo. Falta quien sepa.",
        ),
    )
    .drawn("vegetables")
    .at("1:30", "la tarde")
    .ago(8)
    .open(),
    offers(
        "Pilar y Anselmo Rico",
        "animals",
        ("Tres gatitos con paciencia", "Dos grises y una tricolor. Saben usar la arena."),
    )
    .drawn("animals")
    .gift()
    .place("Barrio Alto")
    .ago(6)
    .stands(45)
    .open(),
    offers(
        "Luis Miguel Barrado",
        "transport",
        ("Mudanzas pequeñas con furgoneta", "Una habitación, un piano no. Traigo mantas y cuerdas."),
    )
    .drawn("van")
    .at("2:00", "")
    .and("la gasolina a medias")
    .ago(32)
    .open(),
    offers(
        "Nieves Alcaide",
        "care",
        ("Leo en voz alta", "Novelas, el periódico, cartas antiguas. También por teléfono."),
    )
    .drawn("book")
    .gift()
    .ago(22)
    .open(),
    wants(
        "Nieves Alcaide",
        "home-repairs",
        ("Una balda para demasiados libros", "La tengo comprada. La pared es de las que se deshacen."),
    )
    .drawn("drill")
    .at("1:00", "")
    .ago(11),
    offers(
        "Rosa Whitlock",
        "food",
        (
            "Scones with proper cream, on the terrace",
            "Sunday at five from April on. Spanish practised, English corrected.",
        ),
    )
    .drawn("cake")
    .at("0:45", "")
    .written_in("en")
    .place("La Ribera")
    .ago(24)
    .open(),
    offers(
        "Yolanda Quispe",
        "food",
        ("Tamales por docenas", "De pollo o de queso, en hoja. En diciembre hay cola."),
    )
    .drawn("pan")
    .at("1:30", "la docena")
    .ago(15)
    .open(),
    offers(
        "Teodoro Galindo",
        "leisure",
        ("Te enseño a jugar al mus", "Con garbanzos. Las señas, el segundo día."),
    )
    .drawn("domino")
    .gift()
    .ago(40),
    offers(
        "Coral Voces de la Ribera",
        "arts",
        ("Cantamos en tu boda", "Veinte voces. También en bautizos, si el niño aguanta."),
    )
    .drawn("arts")
    .at("5:00", "entre todos")
    .ago(66)
    .open(),
    wants(
        "Coral Voces de la Ribera",
        "arts",
        ("Tenores y bajos", "Los miércoles a las ocho. No hace falta leer música."),
    )
    .drawn("arts")
    .gift()
    .place("La Ribera")
    .ago(19)
    .open(),
    offers(
        "Inés Sotillo",
        "office",
        (
            "Explico la factura de la luz",
            "Trae dos, la de enero y la de julio. A veces se baja la potencia y se acabó.",
        ),
    )
    .drawn("papers")
    .at("0:45", "")
    .ago(29)
    .open(),
    offers(
        "Inés Sotillo",
        "lessons",
        ("Fotografía con el móvil", "Luz, encuadre y dónde van a parar las fotos."),
    )
    .drawn("camera")
    .at("1:00", "")
    .ago(120)
    .stands(90),
    offers(
        "Mamadou Diop",
        "arts",
        ("Djembé en la ribera", "Domingos por la tarde. Hay cinco tambores y ningún vecino cerca."),
    )
    .drawn("drum")
    .at("1:00", "")
    .place("La Ribera")
    .ago(34)
    .open(),
    wants(
        "Mamadou Diop",
        "transport",
        ("Une remorque pour une demi-journée", "Pour aller chercher trois troncs de caroubier. Je conduis."),
    )
    .drawn("van")
    .at("0:45", "")
    .written_in("fr")
    .ago(13),
    offers(
        "Encarna Pardillo",
        "clothing",
        ("Arreglo de toallas, sábanas y delantales", "Lo que la abuela habría cosido, lo coso yo."),
    )
    .drawn("sewing")
    .at("0:45", "")
    .ago(51),
    wants(
        "Encarna Pardillo",
        "garden",
        ("Algú que em porti fems per a l’hort", "Dos sacs cada primavera. Pago amb hores i amb mongetes."),
    )
    .drawn("fork")
    .at("0:45", "")
    .written_in("ca")
    .ago(7)
    .open(),
    offers(
        "Horno de la Plaza",
        "food",
        ("Empanada por encargo", "De atún, de espinacas o de lo que haya. La víspera."),
    )
    .drawn("bread")
    .at("1:00", "para ocho")
    .place("Plaza Vieja")
    .ago(25)
    .open(),
    offers(
        "Horno de la Plaza",
        "food",
        ("Pan de ayer para migas", "A partir de las ocho, hasta que se acabe."),
    )
    .drawn("bread")
    .gift()
    .place("Plaza Vieja")
    .ago(46)
    .open(),
    offers(
        "Óscar Benavente",
        "arts",
        ("Solfeo sin sufrir", "De diez a doce, y con la trompeta al lado por si hay ganas."),
    )
    .drawn("trumpet")
    .at("0:45", "")
    .ago(38)
    .open(),
    offers(
        "Lucía Ferreras",
        "lessons",
        ("Português para viajar e para cantar", "Uma hora, um café, uma canção."),
    )
    .drawn("book")
    .at("1:00", "")
    .written_in("pt")
    .ago(17)
    .open(),
    offers(
        "Kader Amrani",
        "home-repairs",
        ("Pinto una habitación en un día", "Muevo los muebles, tapo el suelo y lo dejo limpio."),
    )
    .drawn("brush")
    .at("6:00", "")
    .and("la pintura aparte")
    .ago(28)
    .open(),
    offers(
        "Kader Amrani",
        "transport",
        ("Cambio de aceite y bujías", "En tu calle, si hay sombra. Los filtros los compras tú."),
    )
    .drawn("car")
    .at("1:30", "")
    .ago(64),
    offers(
        "Remedios Tornero",
        "food",
        ("Rosquillas de anís, de las que crujen", "Dos docenas. Pregunta antes, que la artrosis manda."),
    )
    .drawn("cake")
    .at("1:00", "dos docenas")
    .ago(53)
    .open(),
    wants(
        "Remedios Tornero",
        "housework",
        ("Cambiar las cortinas de verano por las de invierno", "Seis, y un techo alto."),
    )
    .drawn("housework")
    .at("1:00", "")
    .ago(10)
    .stands(30),
    offers(
        "Svetla Dimitrova",
        "care",
        ("Noches en el hospital, para que descanséis", "De diez a ocho. Auxiliar durante doce años."),
    )
    .drawn("care")
    .at("5:00", "la noche")
    .ago(21)
    .open(),
    offers(
        "Svetla Dimitrova",
        "food",
        ("Banitsa y yogur de verdad", "El yogur fermenta solo; lo demás lo enseño."),
    )
    .drawn("pan")
    .at("1:00", "")
    .ago(70)
    .stands(90),
    wants(
        "Julián Mohedano",
        "clothing",
        ("Una mochila con la cremallera rota", "Es buena y no quiero otra."),
    )
    .drawn("sewing")
    .at("0:30", "")
    .ago(4)
    .stands(30),
    offers(
        "Ascensión Bravo",
        "lessons",
        ("Bolillos, tarde de los miércoles", "Hay almohadas de sobra y ninguna prisa."),
    )
    .drawn("wool")
    .at("1:30", "")
    .place("Plaza Vieja")
    .ago(44)
    .open(),
    offers(
        "Huertos de la Ribera",
        "food",
        ("Cesta de temporada", "Acelgas, habas, lo que dé el agua. Se recoge el jueves."),
    )
    .drawn("vegetables")
    .at("1:30", "la cesta")
    .place("La Ribera")
    .ago(30)
    .open(),
    offers(
        "Huertos de la Ribera",
        "garden",
        ("Plantel de pimientos y berenjenas", "Cuarenta plantas de sobra. Ven con una caja."),
    )
    .drawn("pot")
    .at("0:15", "diez plantas")
    .place("La Ribera")
    .ago(12)
    .stands(60)
    .open(),
    offers(
        "Wilmer Cedeño",
        "building",
        ("Placas de pladur y techos", "Fines de semana, con ayuda de quien lo pide."),
    )
    .drawn("building")
    .at("3:00", "la mañana")
    .and("el material aparte")
    .ago(57)
    .open(),
    offers(
        "Marisa Toledano",
        "animals",
        ("Paseo a tu perro por la dehesa", "Una hora, suelto si obedece y atado si no."),
    )
    .drawn("dog")
    .at("1:00", "")
    .place("Barrio Alto")
    .ago(33)
    .open(),
    wants(
        "Tomás Carrasbal",
        "lessons",
        ("Inglés para entender a los veterinarios de internet", "Tengo cabras, no examen."),
    )
    .drawn("book")
    .at("1:00", "")
    .ago(16)
    .open(),
    offers("Begoña Urrutia", "health", ("Reflexología de pies", "Una hora en silencio, o no."))
        .drawn("health")
        .at("1:00", "")
        .ago(41)
        .open(),
    offers(
        "Familia Ndiaye Soler",
        "children",
        ("Tu hija en casa con las nuestras", "De cinco a ocho, con cena. Son tres y ruidosas."),
    )
    .drawn("hand")
    .at("2:00", "la tarde")
    .place("La Ribera")
    .ago(19)
    .open(),
    wants(
        "Familia Ndiaye Soler",
        "household-goods",
        ("Una litera", "Que quepa en 2,10 m. La desmontamos nosotros."),
    )
    .ago(3)
    .open(),
    offers(
        "Amparo Giralda",
        "lessons",
        ("Corte y confección para empezar", "Un delantal el primer día, una falda el cuarto."),
    )
    .drawn("sewing")
    .at("1:30", "")
    .ago(68)
    .open(),
    offers(
        "Biblioteca de Valdemora",
        "leisure",
        ("Club de lectura, último jueves", "Se lee o no se lee, pero se viene."),
    )
    .drawn("book")
    .gift()
    .place("Plaza Vieja")
    .ago(85)
    .stands(365)
    .open(),
    offers(
        "Nuria Casellas",
        "lessons",
        ("Repàs de matemàtiques per a l’ESO", "Equacions i funcions, sense por. També en castellà."),
    )
    .drawn("papers")
    .at("1:00", "")
    .written_in("ca")
    .ago(36)
    .open(),
    offers(
        "Hugo Peralta",
        "computers",
        ("Instalo lo que haga falta y explico lo que hago", "Portátiles viejos que vuelven a andar."),
    )
    .drawn("computers")
    .at("1:30", "")
    .ago(45)
    .open(),
    offers(
        "Ionela Popa",
        "housework",
        ("Limpieza a fondo antes de la mudanza", "Cocina, baño, cristales. Con vinagre y sin historias."),
    )
    .drawn("housework")
    .at("3:00", "")
    .ago(23)
    .open(),
    offers(
        "Taller El Piñón",
        "lending",
        ("Banco de trabajo y herramienta de madera", "Sierra de cinta solo con nosotros delante."),
    )
    .drawn("saw")
    .at("0:30", "la hora")
    .place("La Estación")
    .ago(50)
    .open(),
    offers(
        "Graciela Funes",
        "arts",
        ("Tango para dos que se pisan", "Los jueves, en La Noria. Zapatos de suela."),
    )
    .drawn("shoes")
    .at("1:00", "")
    .place("Plaza Vieja")
    .ago(31)
    .open(),
    offers(
        "Samuel Arroyo",
        "lessons",
        (
            "Gitarre am Fluss, auch auf Deutsch",
            "Drei Griffe am ersten Abend. Ich war vier Jahre in Freiburg.",
        ),
    )
    .drawn("arts")
    .at("1:00", "")
    .place("La Ribera")
    .ago(59)
    .open(),
    offers(
        "Alba Recuero",
        "leisure",
        ("Cometas hechas en casa", "Las hago con papel de regalo y vuelan de verdad."),
    )
    .drawn("kite")
    .at("0:45", "")
    .ago(20)
    .hidden(),
];
