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
];
