//! The Banco del Tiempo de Valdemora: a Spanish time bank that counts in minutes and shows hours.

use crate::demo::happenings::{Applicant, Edit, Happenings, Locked, Objection, Reversal, told};
use crate::demo::texts::{Exchange, Task, Unit, praise};

mod campo;
mod capazos;
mod cartas;
mod casa;
mod cuidados;
mod newcomers;
mod people;
mod puestos;
mod saberes;
mod tenderetes;

/// The exchange and all that belongs to it.
pub const VALDEMORA: Exchange = Exchange {
    code: "VALD",
    name: "Banco del Tiempo de Valdemora",
    tagline: "Una hora es una hora, la dé quien la dé",
    about: &[
        "En Valdemora siempre nos hemos echado una mano; lo que faltaba era saber a quién. El \
         banco nació en la Asociación La Noria cuando cerró la línea de autobús al hospital y \
         hubo que organizarse para que nadie perdiera una cita. De los viajes pasamos a los \
         enchufes, de los enchufes al inglés y del inglés a las croquetas.",
        "Aquí no se paga con dinero. Se anota el tiempo: una hora de poda vale lo mismo que \
         una hora de leer en voz alta o de rellenar la declaración. No hace falta devolverlo \
         a la misma persona, ni tener horas para empezar a pedir. De hecho, lo que más nos \
         cuesta es conseguir que la gente pida.",
        "Los martes por la tarde hay café en La Noria. Ven aunque no sepas qué ofrecer: en \
         diez minutos te encontramos cuatro cosas. Si no tienes ordenador, trae tu hoja y \
         Carmen la pasa.",
    ],
    terms: &[
        "Una hora vale una hora, para todos y para todo. Se cuenta de cuarto en cuarto.",
        "Ponte de acuerdo antes de empezar, también en el tiempo del viaje.",
        "Cualquiera de las dos personas puede anotar el intercambio. La otra recibe aviso y \
         tiene 45 días para decir que algo no está bien.",
        "Puedes recibir hasta doce horas más de las que has dado. Si necesitas más, háblalo \
         con nosotros: para eso está el banco.",
        "Los materiales, las piezas y la gasolina se pagan aparte, en euros y a su precio.",
        "Lo que ves en casa ajena se queda en casa ajena.",
        "No sustituimos a los profesionales cuando la ley los pide, ni a los servicios \
         sociales cuando hacen falta.",
        "Si no puedes ir, avisa. Si te vas del pueblo, despídete.",
    ],
    place: "Valdemora, España",
    zone: "Europe/Madrid",
    locale: "es",
    colour: "#9a4a1c",
    unit: Unit {
        one: "hora",
        many: "horas",
        symbol: "h",
        scale: 0,
        decimals: 0,
        hours: (1, 60),
        clock: true,
    },
    levy_per_mille: 0,
    floor: -720,
    ceiling: None,
    members: &[people::FIRST, newcomers::LATER],
    themes: &[casa::HOUSE, campo::FIELD_AND_KITCHEN, cuidados::CARE, saberes::KNOWLEDGE],
    tails: &[
        ", gracias {giver}",
        ", mil gracias",
        ", gracias",
        " (el {lunes|martes|miércoles|jueves|viernes|sábado})",
        ", como quedamos",
        ", y un rato de charla",
        ". Perfecto.",
        ". Repetiremos.",
        ", como siempre",
        ", muy bien",
        ", y café",
        " :)",
    ],
    closed: &[
        "gracias",
        "entierro",
        "cementerio",
        "quimio",
        "divorcio",
        "perdón",
        "martes",
        "miércoles",
        "charla",
        "vez",
        "café",
        "viernes",
        "sábado",
        "domingo",
        "lunes",
        "?",
    ],
    staff: &[
        ("Carmen Villanueva", Task::Administrator),
        ("Inés Sotillo", Task::Administrator),
        ("Joaquín Etxarri", Task::Coordinator),
    ],
    happenings: HAPPENINGS,
    listings: &[puestos::PUESTOS, tenderetes::TENDERETES, capazos::CAPAZOS],
    point: (4002, -520),
    points: &[
        ("Plaza Vieja", (4002, -520)),
        ("Barrio Alto", (4004, -521)),
        ("La Ribera", (3999, -518)),
        ("Las Eras", (4001, -524)),
        ("La Estación", (3996, -513)),
        ("Peñaloba (pedanía)", (4016, -540)),
    ],
    areas: &[
        ("El centro", &["Plaza Vieja", "Barrio Alto"]),
        ("Junto al río", &["La Ribera", "Las Eras"]),
        ("La Estación y pedanías", &["La Estación", "Peñaloba (pedanía)"]),
    ],
    praise: &[
        praise(5, "Vino a la hora, lo hizo bien y encima nos reímos.", ""),
        praise(13, "Con mucha paciencia. Ahora ya sé hacerlo sola.", "Aprendes deprisa."),
        praise(22, "Tal como lo habíamos hablado. Repetiré.", ""),
        praise(
            34,
            "Trató a mi padre con un cariño que no se paga con horas.",
            "Me contó media vida. Gracias a él.",
        ),
        praise(49, "Quedó mejor que nuevo.", ""),
    ],
    talks: cartas::CARTAS,
};

const HAPPENINGS: Happenings = Happenings {
    pending: &[
        told("Nieves Alcaide", "Rosa Whitlock", 60, "Corregir la carta al ayuntamiento sobre la farola", 2),
        told("Rosa Whitlock", "Begoña Urrutia", 90, "Funda del sillón de leer", 3),
        told("Joaquín Etxarri", "Maite Lizarraga", 45, "Rueda de atrás, otra vez", 1),
        told("Dorin Munteanu", "Encarna Pardillo", 75, "Cisterna y grifo del lavadero", 4),
        told(
            "Luis Miguel Barrado",
            "Adela Hinojosa",
            180,
            "Al cardiólogo y vuelta, con parada a por pasteles",
            2,
        ),
        told("Noor Bensaid", "Raquel Espinar", 150, "Los mellizos, del cole a la cena", 1),
        told("Samuel Arroyo", "Huertos de la Ribera", 240, "Cañas de la acequia, la parte de abajo", 6),
        told("Hugo Peralta", "Martín Zubiaga", 60, "Empanadas para quien no tiene ni cocina ni tejado", 5),
        told("Lucía Ferreras", "Paco Redondo", 60, "Lumbago. Que descanse esta vez.", 8),
    ],
    locked: Locked {
        member: "Gonzalo Pizarroso",
        why: "Ha vuelto a la ciudad y no contesta. Puede recibir horas, pero no gastarlas, hasta \
              que hablemos con él. Acordado en la asamblea de otoño.",
        days_ago: 33,
    },
    objection: Objection {
        trade: told("Svetla Dimitrova", "Teodoro Galindo", 180, "limpieza, tres horas", 11),
        words: "Fueron dos horas y un café, que lo puse yo. La tercera se la pasó ayudándome a \
                buscar al canario, y eso creo que lo hizo por amistad. Si no, que me lo diga y lo \
                pago con gusto.",
        days_ago: 9,
    },
    applicants: &[
        Applicant {
            name: "Rubén Calatrava",
            place: "La Estación",
            email: "ruben.calatrava@vald.example",
            words: "Soy repartidor y conozco todas las cuestas. Puedo llevar cosas y arreglar motos. \
                    Necesito que alguien me ayude a sacarme el graduado.",
            days_ago: 2,
        },
        Applicant {
            name: "Mercedes Olivar",
            place: "Barrio Alto",
            email: "mercedes.olivar@vald.example",
            words: "Me he jubilado del ambulatorio y en casa no sé estar. Acompaño, escucho y hago \
                    bizcochos de yogur. Me manda Elvira.",
            days_ago: 4,
        },
        Applicant {
            name: "Oleksandr Hrytsenko",
            place: "Las Eras",
            email: "oleksandr.hrytsenko@vald.example",
            words: "Llegué hace un año con mi madre. Soldador; también ajedrez para niños. Mi madre hace \
                    un pan que hay que probar. Mi español mejora.",
            days_ago: 7,
        },
    ],
    reversals: &[
        Reversal {
            trade: told("Conchi Moreda", "Manuela Ortuño", 60, "Lavar y marcar", 38),
            by: "Conchi Moreda",
            reason: "Era su cumpleaños y se lo regalo.",
            days_later: 1,
        },
        Reversal {
            trade: told("Wilmer Cedeño", "Kader Amrani", 180, "Mudanza, toda la mañana", 82),
            by: "Carmen Villanueva",
            reason: "La pasé dos veces de la hoja de papel. Fallo mío.",
            days_later: 4,
        },
        Reversal {
            trade: told("Iker Sanz", "Dorin Munteanu", 90, "portátil lentísimo", 140),
            by: "Iker Sanz",
            reason: "A la semana volvió a estar lentísimo. No cuenta.",
            days_later: 7,
        },
    ],
    edits: &[
        Edit {
            trade: told("Mamadou Diop", "Huertos de la Ribera", 300, "limpiar la acequia", 55),
            amount: 180,
            text: "limpiar la acequia, sin la hora y pico de almuerzo",
            reason: "El almuerzo no se anota.",
            days_later: 1,
        },
        Edit {
            trade: told("Fatima Zahraoui", "Graciela Funes", 120, "vestido de la obra", 73),
            amount: 90,
            text: "vestido de la obra y un dobladillo",
            reason: "Conté mal; fue hora y media.",
            days_later: 2,
        },
        Edit {
            trade: told("Rosa Whitlock", "Nuria Casellas", 600, "conversación en inglés", 31),
            amount: 60,
            text: "conversación en inglés, una hora",
            reason: "Escribí diez horas. Nadie aguanta diez horas de inglés.",
            days_later: 0,
        },
    ],
};
