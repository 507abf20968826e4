//! The members of the Banco del Tiempo de Valdemora who joined later, in the order in which they did.

use crate::demo::texts::{Kind, Member, person};

const ALTO: &str = "Barrio Alto";
const PLAZA: &str = "Plaza Vieja";
const ESTACION: &str = "La Estación";
const ERAS: &str = "Las Eras";
const RIBERA: &str = "La Ribera";
const PEDANIA: &str = "Peñaloba (pedanía)";

/// Members 32 to 60.
pub(crate) const LATER: &[Member] = &[
    person("Ascensión Bravo", PLAZA, 20, 4)
        .says(
            "Viuda, del setenta y tres de la plaza. Enseño a hacer encaje de bolillos a quien se \
             siente y se calle.",
        )
        .gives(&["bolillos", "guisos"])
        .on_paper(),
    person("Huertos de la Ribera", RIBERA, 20, 5)
        .of(Kind::Organisation)
        .says(
            "Treinta y dos parcelas y un turno de riego que nadie respeta. Enseñamos a plantar a \
             cambio de manos para la acequia.",
        )
        .gives(&["huerto", "cavar", "compost"]),
    person("Wilmer Cedeño", ESTACION, 19, 7)
        .face("p0126-ma5")
        .says("Furgoneta blanca, espalda fuerte y buen humor hasta el tercer piso.")
        .gives(&["mudanzas", "viajes", "punto_limpio"]),
    person("Marisa Toledano", ALTO, 18, 5)
        .face("p0127-fa3")
        .says("Profesora de yoga y, desde la menopausia, de calma.")
        .gives(&["yoga", "gimnasia", "masaje"]),
    person("Tomás Carrasbal", ERAS, 18, 4)
        .says("Relojero sin tienda. Si suena y no debe, o debe y no suena, tráemelo.")
        .gives(&["relojes", "aparatos"])
        .on_paper(),
    person("Begoña Urrutia", PLAZA, 17, 6)
        .face("p0328-fa2")
        .says(
            "Fui bibliotecaria en Bilbao. Leo en voz alta a quien ya no ve bien, con voces y \
             todo.",
        )
        .gives(&["leer", "euskera", "corregir"]),
    person("Familia Ndiaye Soler", RIBERA, 17, 6)
        .of(Kind::Shared)
        .says(
            "Dos mayores, tres pequeños y una abuela que manda. Intercambiamos tardes de niños y \
             platos de todas partes.",
        )
        .gives(&["ninos", "cocina", "frances"]),
    person("Rafael Montealegre", ALTO, 16, 4)
        .face("p0130-mo3")
        .says(
            "Guitarra española, flamenco lo justo. Doy clase en el patio cuando la vecina no \
             duerme la siesta.",
        )
        .gives(&["guitarra", "fiestas"]),
    person("Elvira Casado", ERAS, 15, 5)
        .face("p0131-fa3")
        .says("Enfermera. Tensión, curas y contarle al médico lo que usted no se atreve.")
        .gives(&["enfermera", "medico"]),
    person("Chema Olmeda", ESTACION, 15, 5)
        .face("p0132-ma3")
        .says("Ferroviario de Cercanías, fotógrafo de bodas ajenas y divorciado de la propia.")
        .gives(&["fotos", "viajes", "web"]),
    person("Amparo Giralda", PLAZA, 14, 5)
        .face("p0133-fo3")
        .says("Costurera de vestidos de fallera, que aquí no se usan, y de todo lo demás.")
        .gives(&["costura", "disfraces", "cortinas"]),
    person("Biblioteca de Valdemora", PLAZA, 14, 4)
        .of(Kind::Organisation)
        .says(
            "Silencio por las mañanas, jaleo los miércoles con los cuentos. Prestamos la sala y \
             el proyector.",
        )
        .gives(&["local", "cuentos"]),
    person("Raquel Espinar", ERAS, 13, 6)
        .face("p0135-fa3")
        .says("Madre sola de mellizos, contable por las noches. Doy cuentas y recibo siestas.")
        .gives(&["cuentas", "tartas", "mates"]),
    person("Isidro Navalón", ALTO, 12, 3)
        .says(
            "Del campo de toda la vida. Podo, injerto y no cobro por los consejos, que son los \
             buenos.",
        )
        .gives(&["podar", "injertos", "huerto"])
        .on_paper(),
    person("Nuria Casellas", ESTACION, 12, 6)
        .face("p0336-fa2")
        .says("Psicóloga de empresa en excedencia. Escucho paseando, que se habla mejor.")
        .gives(&["escuchar", "perros", "catalan"]),
    person("Adela Hinojosa", PLAZA, 11, 4)
        .says("Tengo noventa y un años y una receta para cada uno. No oigo bien: tocad fuerte.")
        .gives(&["recetas", "coser_a_mano"])
        .on_paper(),
    person("Hugo Peralta", ERAS, 10, 6)
        .face("p0337-ma3")
        .says("Cocinero argentino en paro alegre. Asados, empanadas y clases de las dos cosas.")
        .gives(&["cocina", "asar", "guisos"]),
    person("Ionela Popa", ESTACION, 10, 6)
        .face("p0138-fa2")
        .says(
            "Plancho rápido y sin brillo. Estudio para auxiliar, así que también practico la \
             tensión.",
        )
        .gives(&["plancha", "limpiar", "cuidar"]),
    person("Taller El Piñón", ESTACION, 9, 5)
        .of(Kind::Company)
        .says(
            "Taller de motos y bicis. Los sábados prestamos el foso y enseñamos a cambiar el \
             aceite.",
        )
        .gives(&["coche", "bicis"]),
    person("Jacinta Robledo", ALTO, 8, 2)
        .says("Me apuntó mi nieta. Sé hacer jabón y rosquillas, y de hablar no me canso.")
        .gives(&["jabon", "recetas"])
        .on_paper(),
    person("Samuel Arroyo", RIBERA, 8, 5)
        .face("p0140-my3")
        .says(
            "Bombero forestal, así que en verano no contéis conmigo. En invierno desbrozo lo que \
             haga falta.",
        )
        .gives(&["desbrozar", "lena", "mudanzas"]),
    person("Graciela Funes", PLAZA, 7, 5)
        .face("p0141-fa4")
        .says(
            "Actriz de teatro pequeño. Dicción, lectura y perder el miedo a hablar en las \
             reuniones de vecinos.",
        )
        .gives(&["teatro", "cuentos", "leer"]),
    person("Félix Torrubia", PEDANIA, 6, 3)
        .face("p0542-mo3")
        .says(
            "El último de Peñaloba, de momento. Leña, tractor y conversación cuando hay \
             cobertura.",
        )
        .gives(&["lena", "desbrozar", "viajes"]),
    person("Noor Bensaid", RIBERA, 5, 5)
        .face("p0143-fy4")
        .says(
            "Estudio Magisterio. Canguro con juegos, deberes con paciencia, y henna en las \
             fiestas.",
        )
        .gives(&["ninos", "deberes", "henna"]),
    person("Víctor Manzaneque", ERAS, 4, 4)
        .face("p0144-ma3")
        .says(
            "Parado de larga duración, pero no parado. Cristales, trasteros, colas: lo que no le \
             apetezca a nadie.",
        )
        .gives(&["cristales", "trasteros", "recados"]),
    person("Aurora Peinado", ALTO, 3, 4)
        .says("Podóloga jubilada. Los pies del pueblo y yo nos conocemos desde hace mucho.")
        .gives(&["pies", "manicura"]),
    person("Alba Recuero", ESTACION, 2, 4)
        .face("p0345-fy2")
        .says(
            "Diecinueve años y un violín. Doy clase a principiantes: nadie puede tocar peor que \
             yo hace cinco años.",
        )
        .gives(&["violin", "perros", "movil"]),
    person("Martín Zubiaga", PEDANIA, 1, 3)
        .face("p0146-ma2")
        .says(
            "Acabo de comprar una casa sin tejado. Ofrezco mañanas de teletrabajo, o sea, tardes \
             libres.",
        )
        .gives(&["ingles", "ordenador"]),
    person("Dolores Cifuentes", PLAZA, 0, 1)
        .says("Llego nueva y con vergüenza. Dicen que hago bien las torrijas.")
        .gives(&["recetas"])
        .on_paper(),
];
