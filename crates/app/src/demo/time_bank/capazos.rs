//! What still more people of the Banco del Tiempo de Valdemora offer and want.

use crate::demo::put_up::{PutUp, offers, wants};

/// Everything that was put up beside [`super::puestos`] and [`super::tenderetes`].
pub(crate) const CAPAZOS: &[PutUp] = &[
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
    .written_in("de")
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
