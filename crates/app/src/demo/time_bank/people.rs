//! The first thirty-one members of the Banco del Tiempo de Valdemora, in the order in which they joined.

use crate::demo::texts::{Kind, Member, person};

const ALTO: &str = "Barrio Alto";
const PLAZA: &str = "Plaza Vieja";
const ESTACION: &str = "La Estación";
const ERAS: &str = "Las Eras";
const RIBERA: &str = "La Ribera";

/// Members 1 to 31.
pub(crate) const FIRST: &[Member] = &[
    person("Carmen Villanueva", PLAZA, 40, 7)
        .face("p0101-fo3")
        .says(
            "Llevo las cuentas del banco y el café de los martes. Fui cartera treinta años: sé \
             dónde vivís todos.",
        )
        .gives(&["organizar", "papeles", "recados"]),
    person("Joaquín Etxarri", ALTO, 40, 8)
        .face("p0102-mo2")
        .says(
            "Arreglo bicicletas y afilo lo que tenga filo. Vine por una semana a ver a mi hermana \
             y ya van once años.",
        )
        .gives(&["bicis", "afilar", "euskera"]),
    person("Asociación La Noria", PLAZA, 40, 7)
        .of(Kind::Organisation)
        .says(
            "El local, las herramientas y el remolque son de todos. Abrimos por las tardes, menos \
             cuando hay partido.",
        )
        .gives(&["prestar", "local", "organizar"]),
    person("Manuela Ortuño", ALTO, 39, 5)
        .says(
            "Ochenta y seis años y las manos todavía finas. Ganchillo, croquetas y paciencia, por \
             ese orden.",
        )
        .gives(&["punto", "guisos", "compania"])
        .on_paper(),
    person("Paco Redondo", ERAS, 39, 7)
        .face("p0104-mo3")
        .says("Albañil jubilado. Chapuzas pequeñas y opiniones grandes.")
        .gives(&["albanil", "chapuzas", "pintar"]),
    person("Maite Lizarraga", ESTACION, 38, 6)
        .face("p0105-fa2")
        .says(
            "Salgo a la vía verde llueva o truene. Si te da miedo el tráfico, empezamos por el \
             carril.",
        )
        .gives(&["rutas", "bicis", "ninos"]),
    person("Fatima Zahraoui", RIBERA, 38, 8)
        .face("p0106-fa4s")
        .says(
            "Coso, arreglo y cocino para muchos. Enseño árabe a quien tenga hijos en clase con \
             los míos, y a quien no.",
        )
        .gives(&["costura", "arabe", "guisos", "cortinas"]),
    person("Eusebio Cantalejo", ALTO, 37, 4)
        .says(
            "Pastor hasta que me fallaron las rodillas. Sé de cabras, de setas y del tiempo que \
             va a hacer.",
        )
        .gives(&["setas", "podar", "animales"])
        .on_paper(),
    person("Peña El Botijo", PLAZA, 37, 4)
        .of(Kind::Organisation)
        .says(
            "Ponemos música, toldos y paellas para doscientos. Para menos de doscientos también, \
             pero sobra.",
        )
        .gives(&["fiestas", "prestar"]),
    person("Conchi Moreda", ERAS, 36, 7)
        .face("p0108-fa3")
        .says("Peluquera. Corto en casa a quien no puede salir, y a quien puede pero le da pereza.")
        .gives(&["pelo", "manicura"]),
    person("Dorin Munteanu", ESTACION, 36, 8)
        .face("p0109-ma2")
        .says("Fontanero y, si hace falta, cerrajero. Traigo mis llaves; tú trae las tuyas.")
        .gives(&["fontanero", "chapuzas", "muebles"]),
    person("AMPA del Colegio Las Eras", ERAS, 35, 6)
        .of(Kind::Organisation)
        .says("Madres, padres y algún abuelo. Meriendas, disfraces y el banco de libros de texto.")
        .gives(&["ninos", "disfraces", "deberes"]),
    person("Pilar y Anselmo Rico", ALTO, 35, 5)
        .of(Kind::Shared)
        .says("Casados y bien avenidos desde 1968. Ella hace conservas; él las abre.")
        .gives(&["conservas", "compania", "riego"])
        .on_paper(),
    person("Luis Miguel Barrado", ESTACION, 34, 6)
        .face("p0112-ma3")
        .says(
            "Conductor de autobús. En mis días libres os llevo al hospital de la capital, que por \
             la curva de Peñaloba no me gana nadie.",
        )
        .gives(&["medico", "viajes"]),
    person("Nieves Alcaide", PLAZA, 34, 6)
        .face("p0113-fo2g")
        .says("Maestra jubilada. Deberes, ortografía y el arte de no chillar.")
        .gives(&["deberes", "corregir", "leer"]),
    person("Rosa Whitlock", RIBERA, 33, 6)
        .face("p0011-fa2")
        .says(
            "Inglesa de Marlbrook, viuda de valdemorano. Paso aquí las primaveras; el resto del \
             año ayudo por videollamada. Coso y hablo inglés despacio.",
        )
        .gives(&["ingles", "costura", "cortinas"]),
    person("Yolanda Quispe", ERAS, 32, 7)
        .face("p0514-fa4")
        .says(
            "Cuido mayores desde hace veinte años, los últimos ocho aquí. También hago tamales en \
             diciembre.",
        )
        .gives(&["cuidar", "medico", "cocina"]),
    person("Teodoro Galindo", ALTO, 31, 2)
        .says(
            "Vivo solo con un canario que canta mejor que yo. Puedo esperar al del butano y jugar \
             al dominó.",
        )
        .gives(&["esperar", "compania"])
        .on_paper(),
    person("Coral Voces de la Ribera", RIBERA, 31, 4)
        .of(Kind::Organisation)
        .says(
            "Ensayamos los jueves en la iglesia vieja. Cantamos en bodas, en Navidad y donde nos \
             dejen.",
        )
        .gives(&["cantar", "fiestas"]),
    person("Inés Sotillo", PLAZA, 30, 6)
        .face("p0316-fy2")
        .says(
            "Gestora de día, insomne de noche. Declaraciones, becas y cartas que no hay quien \
             entienda.",
        )
        .gives(&["papeles", "cuentas", "movil"]),
    person("Mamadou Diop", RIBERA, 29, 8)
        .face("p0117-ma6")
        .says(
            "Trabajo en los huertos y toco el djembé. Cavo, podo, cargo; francés y wolof para \
             quien quiera.",
        )
        .gives(&["cavar", "podar", "frances", "percusion"]),
    person("Encarna Pardillo", ALTO, 28, 4)
        .says("Ventana a la calle y oídos finos. Cuido plantas, llaves y secretos.")
        .gives(&["riego", "esperar", "animales"])
        .on_paper(),
    person("Horno de la Plaza", PLAZA, 28, 6)
        .of(Kind::Company)
        .says(
            "Enseñamos a hacer pan los lunes, que cerramos, y asamos vuestros corderos en las \
             fiestas.",
        )
        .gives(&["pan", "asar"]),
    person("Óscar Benavente", ESTACION, 27, 6)
        .face("p0119-ma3")
        .says("Electricista con carné. Enchufes, lámparas y por qué salta el diferencial.")
        .gives(&["electricista", "ordenador", "montar"]),
    person("Lucía Ferreras", ERAS, 26, 6)
        .face("p0120-fa2")
        .says(
            "Fisioterapeuta recién vuelta al pueblo. Espaldas, cuellos y abuelos que se niegan a \
             hacer los ejercicios.",
        )
        .gives(&["masaje", "gimnasia"]),
    person("Kader Amrani", RIBERA, 25, 7)
        .face("p0521-ma4")
        .says("Pintor de paredes y, los domingos, de acuarelas. Las paredes me quedan más rectas.")
        .gives(&["pintar", "dibujo", "mudanzas"]),
    person("Remedios Tornero", PLAZA, 25, 3)
        .says(
            "Con la pensión no da para mucho y con el banco sí. Plancho, que lo demás ya no me \
             deja la cadera.",
        )
        .gives(&["plancha", "coser_a_mano"])
        .on_paper(),
    person("Gonzalo Pizarroso", ALTO, 24, 2)
        .face("p0122-mo3")
        .says(
            "Huí de la ciudad con dos perros y una impresora. Carteles, folletos, y paseo perros \
             porque ya paseo los míos.",
        )
        .gives(&["carteles", "perros", "web"]),
    person("Svetla Dimitrova", ESTACION, 23, 7)
        .face("p0123-fa1")
        .says("Limpio a fondo y canto mientras. Las dos cosas se pueden pedir por separado.")
        .gives(&["limpiar", "cristales", "cantar"]),
    person("Julián Mohedano", ERAS, 22, 5)
        .face("p0124-ma3")
        .says(
            "Carpintero. Puertas que rozan, sillas que bailan, y una barca que algún día \
             terminaré.",
        )
        .gives(&["muebles", "carpintero", "montar"]),
    person("Iker Sanz", ALTO, 21, 5)
        .face("p0325-my2")
        .says(
            "Informático de veintiséis años: sí, te miro el móvil. Este invierno ando por \
             Inglaterra y ayudo por videollamada.",
        )
        .gives(&["ordenador", "movil", "mates"]),
];
