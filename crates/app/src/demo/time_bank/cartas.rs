//! What people of the Banco del Tiempo de Valdemora write to each other.

use crate::demo::talks::Line::{First, Second};
use crate::demo::talks::{Talk, talk};

/// Everything that was written, the oldest first.
pub(crate) const CARTAS: &[Talk] = &[
    talk(("Nuria Casellas", "Rosa Whitlock"), 31, &[
        First("Rosa, has apuntado diez horas y fueron una. ¿O es que conmigo cunden mucho?"),
        Second("¡Ay, los ceros! Ahora mismo lo corrijo. Contigo cunden, pero no tanto."),
        First("Ya decía yo. El jueves que viene, ¿a la misma hora?"),
    ]).trade("conversación en inglés"),
    talk(("Maite Lizarraga", "Joaquín Etxarri"), 20, &[
        First("Joaquín, la rueda de atrás baila otra vez. ¿Puedes pasarte, o te la bajo?"),
        Second("Déjamela el martes en la Plaza Vieja. Y no frenes con la zapatilla."),
        First("Eso fue una vez."),
    ]).listing("Arreglo tu bicicleta en casa"),
    talk(("Mamadou Diop", "Rosa Whitlock"), 9, &[
        First("Bonjour Rosa ! On m’a dit que vous lisiez le français. Voulez-vous venir au parc dimanche ? Nous sommes quatre, et personne n’ose parler."),
        Second("Avec plaisir. Je parle comme une vache espagnole élevée en Angleterre, cela les rassurera."),
        First("Parfait. À onze heures, sous le grand pin."),
    ]),
    talk(("Yolanda Quispe", "Teodoro Galindo"), 2, &[
        First("Don Teodoro, yo no sé dominó pero aprendo rápido. ¿Le sirvo de pareja el viernes?"),
        Second("Me sirve. Traiga paciencia, que el canario hace trampas."),
    ]).listing("Una partida de dominó los viernes").unread(),
    talk(("Lucía Ferreras", "Rosa Whitlock"), 1, &[
        First("Rosa, em agosto fico cá e posso regar-lhe as varandas. Do limoeiro trato eu como se fosse da minha avó.\n\nY si prefiere en español, también, que las macetas no entienden de idiomas."),
    ]).listing("Quien me riegue las macetas en verano").unread(),
];
