//! What people of the Banco del Tiempo de Valdemora offer and want.

use crate::demo::put_up::{PutUp, offers, wants};

/// Everything that was put up, in the order of the exchange's members.
pub(crate) const PUESTOS: &[PutUp] = &[
    offers("Carmen Villanueva", "office", ("Te ayudo con la carta del ayuntamiento", "Y con la de Hacienda, y con la del seguro. Trae *todas* las hojas, también las que no entiendes.")).drawn("papers").at("0:45", "").place("Plaza Vieja").ago(13).open(),
    wants("Carmen Villanueva", "computers", ("Alguien que me haga hueco en el teléfono", "Dice que está lleno. Son las fotos de los nietos y no quiero borrar ninguna.")).drawn("telephone").at("1:00", "").ago(2).stands(30),
    offers("Joaquín Etxarri", "transport", ("Arreglo tu bicicleta en casa", "Frenos, cambios, pinchazos y ruedas descentradas. Voy con las herramientas, o me la dejas el martes en la Plaza Vieja.")).drawn("transport").at("1:00", "por arreglo").and("las piezas a su precio").ago(41).open(),
    offers("Joaquín Etxarri", "lessons", ("Euskera para principiantes", "Ongi etorri! Los jueves, en La Noria.")).drawn("book").at("1:00", "").ago(86).stands(90),
    offers("Asociación La Noria", "lending", ("Escalera, taladro, remolque", "Se piden por la tarde y se devuelven limpios:\n\n- escalera de tres tramos\n- taladro con brocas\n- remolque de bici")).drawn("ladder").at("0:15", "al día").place("Plaza Vieja").ago(150).open(),
    wants("Asociación La Noria", "home-repairs", ("Pintar el local antes de la feria", "La pintura la ponemos nosotros. Dos tardes y merienda.")).drawn("brush").at("4:00", "por persona").ago(6).open(),
    offers("Manuela Ortuño", "clothing", ("Ganchillo: te enseño o te lo hago", "Tapetes, mantas de bebé, remates. Sin prisas.")).drawn("wool").at("1:30", "").ago(33),
    offers("Manuela Ortuño", "food", ("Croquetas de las de antes", "Dos docenas. Se encargan el lunes.")).drawn("pan").at("1:00", "dos docenas").ago(19).open(),
    offers("Paco Redondo", "home-repairs", ("Chapuzas pequeñas de albañil", "Un azulejo, un escalón, un rodapié. Para las grandes, un profesional.")).drawn("building").at("2:00", "").and("el cemento aparte").ago(74).open(),
    offers("Maite Lizarraga", "leisure", ("Te acompaño por la vía verde", "Si te da miedo el tráfico, empezamos por el carril. Llueva o truene.")).drawn("transport").at("1:30", "la salida").place("La Estación").ago(21).open(),
    wants("Maite Lizarraga", "lessons", ("Practicar francés andando", "Tú hablas, yo cuento los kilómetros.")).at("1:00", "").ago(9),
    offers("Fatima Zahraoui", "lessons", ("Árabe para niños y para mayores", "Leer y escribir, en la biblioteca.")).drawn("book").at("1:00", "").ago(110).stands(180),
    offers("Fatima Zahraoui", "food", ("Cuscús para veinte", "Se avisa con una semana. Las verduras, del huerto de quien lo pide.")).drawn("pan").at("4:00", "").ago(38).open(),
    offers("Eusebio Cantalejo", "leisure", ("Salir a setas sabiendo lo que se coge", "En otoño, con cesta. El que pregunta por teléfono se queda sin sitio.")).drawn("mushroom").at("2:00", "la mañana").ago(178).stands(180),
    wants("Eusebio Cantalejo", "transport", ("Que alguien me baje al médico los miércoles", "Mis rodillas ya no bajan la cuesta solas.")).at("1:00", "").place("Barrio Alto").ago(4).open(),
    offers("Conchi Moreda", "health", ("Corto el pelo en casa", "A quien no puede salir, y a quien puede pero le da pereza.")).drawn("scissors").at("0:45", "").ago(28).open(),
    offers("Dorin Munteanu", "home-repairs", ("Grifos que gotean", "Traigo mis llaves. Las juntas cuestan céntimos.")).drawn("tap").at("1:00", "").and("las juntas a su precio").ago(16).open(),
    wants("Dorin Munteanu", "office", ("Que alguien me lea un contrato despacio", "Entiendo las palabras, pero no juntas.")).drawn("papers").at("1:00", "").ago(7),
    wants("AMPA del Colegio Las Eras", "children", ("Disfraces de estrella, talla 6 a 8", "Para la función. Cosidos o por coser.")).ago(11).stands(30).open(),
    offers("Pilar y Anselmo Rico", "food", ("Tomate en conserva y cómo se hace", "Ella lo hace y él cuenta los tarros. Venid dos, hay sitio.")).drawn("tomato").at("2:00", "").ago(58),
    offers("Luis Miguel Barrado", "transport", ("Al hospital de la capital en mis días libres", "Ida, espera y vuelta. Aviso con los turnos a principio de mes.")).drawn("car").at("3:00", "ida y vuelta").and("la gasolina a medias").ago(24).open(),
    offers("Nieves Alcaide", "lessons", ("Deberes y ortografía", "De primero a sexto. Sin chillar.")).drawn("book").at("1:00", "").ago(47),
    offers("Rosa Whitlock", "lessons", ("Inglés despacio, por videollamada", "El resto del año estoy en Marlbrook, con la tetera al lado.")).drawn("cup").at("1:00", "").ago(84).stands(90).open(),
    offers("Rosa Whitlock", "clothing", ("English curtains for Spanish windows", "Lined, so that the siesta stays dark. Measure twice and write to me.")).drawn("sewing").at("2:30", "a window").written_in("en").ago(29),
    wants("Rosa Whitlock", "garden", ("Quien me riegue las macetas en verano", "Tres balcones y un limonero con carácter.")).drawn("garden").at("0:30", "la vez").place("La Ribera").ago(5),
    offers("Yolanda Quispe", "care", ("Acompaño a tu madre una tarde", "Paseo, merienda y las cartas. Tengo paciencia y una baraja.")).drawn("care").at("3:00", "la tarde").ago(17).open(),
    wants("Teodoro Galindo", "care", ("Una partida de dominó los viernes", "El canario no juega.")).drawn("domino").gift().ago(3).open(),
    offers("Mamadou Diop", "lessons", ("Conversation en français, au parc", "Pour ceux qui l’ont appris à l’école et jamais parlé.")).drawn("cup").at("1:00", "").written_in("fr").ago(26),
    offers("Lucía Ferreras", "arts", ("Aulas de cavaquinho, devagar", "Aprendi com a minha avó de Miranda. Trago um de sobra.")).drawn("arts").at("1:00", "").written_in("pt").ago(35),
    offers("Encarna Pardillo", "lessons", ("Conversa en català per a qui el va deixar d’estudiar", "Fem un cafè i en parlem. Sense gramàtica.")).at("1:00", "").written_in("ca").ago(43),
    offers("Julián Mohedano", "computers", ("Quito virus y pongo orden", "Trae el ordenador y la contraseña, y no mires.")).drawn("computers").at("1:30", "").ago(100).stands(90),
    offers("Óscar Benavente", "arts", ("Trompeta para bodas y para entierros", "Ensayo de doce a dos, con sordina.")).drawn("trumpet").ago(60).hidden(),
];
