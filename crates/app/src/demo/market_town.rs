//! The Marlbrook Exchange: an English market town that counts in acorns, with a levy of two per cent.

use crate::demo::happenings::{Applicant, Edit, Happenings, Locked, Objection, Reversal, told};
use crate::demo::texts::{Exchange, Task, Unit, praise};

mod barrows;
mod care;
mod food;
mod garden;
mod hampers;
mod house;
mod learning;
mod letters;
mod making;
mod newcomers;
mod people;
mod stalls;
mod things;

/// The exchange and all that belongs to it.
pub const MARLBROOK: Exchange = Exchange {
    code: "MARL",
    name: "Marlbrook Exchange",
    tagline: "Neighbours in and around Marlbrook who do things for each other and count in acorns",
    about: &[
        "It began with a broken kettle and too many plums. In a wet spring a dozen of us met \
         in the Wool Hall, wrote on cards what each could do and what each could use, and \
         found that between us there was very little missing. Now there are sixty of us: \
         gardeners, a bakery, a nurse, a retired signalman, a choir.",
        "We count in acorns. Twelve acorns are about an hour of anyone's time, whether it is \
         spent on a tax form or a hedge, but you may agree on more or less. Nobody has to \
         earn before receiving: being below zero only means that you have been given a little \
         more than you have provided so far, and that others can look forward to you.",
        "Come and see us. Market day is the last Saturday of the month, ten to one, in the \
         Wool Hall. Bring jars. If you have no computer, Gwen, Hamid or Lionel will write \
         things down for you, and there is always tea.",
    ],
    terms: &[
        "Agree on the acorns before you start, so that nobody is surprised at the end.",
        "Either of you records the trade. It counts at once, the other is told and can object \
         within 45 days.",
        "You may go down to 250 acorns below zero and up to 800 above. If you are stuck at \
         either end, talk to us: we will find you people to trade with.",
        "Two per cent of each trade, from both sides, pays for the hall, the newsletter and \
         the people who organise. The exchange's own account is open to every member.",
        "Members see each other's standing and how much they trade, never with whom.",
        "Materials, petrol and parts are paid in pounds, at what they cost.",
        "The exchange brings people together; it does not promise that the shelf will hold. \
         Ask, look, and use your own judgement, above all with children, ladders and \
         electricity.",
        "If you leave, bring your account to zero first if you can. If you cannot, tell us \
         why.",
        "Be kind. Ring if you are late.",
    ],
    place: "Marlbrook, England",
    zone: "Europe/London",
    locale: "en",
    colour: "#14616b",
    unit: Unit {
        one: "acorn",
        many: "acorns",
        symbol: "ac",
        scale: 2,
        decimals: 2,
        hours: (1, 12),
        clock: false,
    },
    levy_per_mille: 20,
    floor: -25_000,
    ceiling: Some(80_000),
    members: &[people::FIRST, newcomers::LATER],
    themes: &[
        food::FOOD_AND_DRINK,
        garden::OUT_OF_DOORS,
        house::HOUSE_AND_REPAIRS,
        making::MAKING_AND_MENDING,
        care::LIFTS_AND_CARE,
        learning::LEARNING_AND_PAPER,
        things::THINGS_AND_FEASTS,
    ],
    tails: &[
        ", thank you {giver}",
        ", thanks",
        ", many thanks {giver}",
        " ({Monday|Tuesday|Wednesday|Thursday|Friday|Saturday})",
        ", as agreed",
        ", and a good chat",
        ". Lovely.",
        ". Would ask again.",
        ", as always",
        " - ta {giver}",
        ", for {Mum|Dad|next door|my sister}",
        " :)",
    ],
    closed: &[
        "thank",
        " for ",
        "sorry",
        "bless",
        "lovely",
        "crematorium",
        "anniversary",
        "condolence",
        "wake",
        "chemo",
        "mum",
        "dad",
        "kind",
        "my ",
    ],
    staff: &[
        ("Gwen Pritchard", Task::Administrator),
        ("Lionel Achebe", Task::Administrator),
        ("Hamid Rahimi", Task::Coordinator),
    ],
    happenings: HAPPENINGS,
    listings: &[stalls::STALLS, barrows::BARROWS, hampers::HAMPERS],
    point: (5237, -272),
    points: &[
        ("Bridge Street", (5237, -272)),
        ("Station Road", (5236, -270)),
        ("Canal Side", (5239, -275)),
        ("The Leys estate", (5234, -266)),
        ("Upper Marl", (5245, -280)),
        ("Nether Compton lane", (5228, -258)),
    ],
    areas: &[
        ("The town", &["Bridge Street", "Station Road"]),
        ("Canal and Leys", &["Canal Side", "The Leys estate"]),
        ("Upper Marl and beyond", &["Upper Marl", "Nether Compton lane"]),
    ],
    praise: &[
        praise(6, "Came when it suited me, did it properly and would not hear of a second cup of tea.", ""),
        praise(
            11,
            "Patient, on time, and it still works. I would ask again tomorrow.",
            "You were easy to help.",
        ),
        praise(19, "Exactly as we had agreed. I learned something as well.", ""),
        praise(27, "I have had this from shops for twice the trouble. Thank you!", "Any time. Bring jars."),
        praise(38, "Kind to my mother, which is not always easy.", ""),
        praise(52, "A pleasure from beginning to end.", ""),
        praise(
            75,
            "Better than new, and explained so that I can do it myself next time.",
            "Then I have done my job.",
        ),
    ],
    talks: letters::LETTERS,
};

const HAPPENINGS: Happenings = Happenings {
    pending: &[
        told(
            "Tomasz Wilk",
            "Rosa Whitlock",
            800,
            "your shears, and the kitchen scissors while I was at it",
            1,
        ),
        told("Chloe Penhale", "Rosa Whitlock", 1200, "feet, at home, Tuesday", 3),
        told("Shirin Kazemi", "Ben Adeyemi", 1100, "haircut before the parents' evening", 2),
        told("Old Mill Bakery", "Ben Adeyemi", 1650, "three Saturday loaves, the last of them on trust", 4),
        told("Rosa Whitlock", "Delroy Campbell", 1400, "work trousers, two knees and a pocket", 1),
        told("Ben Adeyemi", "Tess Garrity", 1350, "cargo bike: new chain and both brakes", 2),
        told("Hollins Farm Shop", "Alf Pickersgill", 300, "a dozen eggs, left with the caretaker", 9),
        told(
            "Jacek Borowski",
            "Vera Applegarth",
            1250,
            "two sockets by the range, and no charge for the soup",
            5,
        ),
        told(
            "Oksana Melnyk",
            "Harriet Lowe-Simms",
            2200,
            "two piano lessons in June that we both forgot to write down",
            6,
        ),
    ],
    locked: Locked {
        member: "Graham Tooley",
        why: "Letters come back, the telephone is dead and there is a new name on the bell. Locked \
              so that nobody is left waiting; to be opened as soon as we have spoken with him. \
              Agreed at the October meeting.",
        days_ago: 26,
    },
    objection: Objection {
        trade: told("Callum Reid", "Norman Eccles", 4200, "hedge, whole length, and cuttings away", 8),
        words: "The front was done, and done well. The back was not touched, as it began to rain, \
                and the cuttings are still behind my shed. I measured: it is eleven metres of \
                twenty-six. I should be happy with half, or with Callum coming back on a dry day.",
        days_ago: 6,
    },
    applicants: &[
        Applicant {
            name: "Sam Ruddock",
            place: "Canal Side",
            email: "sam.ruddock@marl.example",
            words: "I have a van two days a week and would like help with my allotment, which is mostly \
                    bindweed. Ben mended my bike and would not take money, so here I am.",
            days_ago: 1,
        },
        Applicant {
            name: "Nadia Haddad",
            place: "Bridge Street",
            email: "nadia.haddad@marl.example",
            words: "Bookkeeping, Arabic lessons, and I can cook for forty. I am new in town and know \
                    nobody yet.",
            days_ago: 3,
        },
        Applicant {
            name: "Iker Sanz",
            place: "Upper Marl",
            email: "iker.sanz@vald.example",
            words: "I come from Valdemora, where I am in the time bank, and I am here until June to \
                    improve my English. I can teach Spanish, cook, and carry heavy things. Rosa knows \
                    me.",
            days_ago: 9,
        },
    ],
    reversals: &[
        Reversal {
            trade: told("Lucy Okafor", "Rosa Whitlock", 1200, "plum jam, three jars", 21),
            by: "Lucy Okafor",
            reason: "Two of the three had not set. I will not take acorns for plum soup.",
            days_later: 1,
        },
        Reversal {
            trade: told("Magda Nowicka", "Ben Adeyemi", 2400, "2h ironing", 64),
            by: "Magda Nowicka",
            reason: "Wrong Ben! It was Bert.",
            days_later: 0,
        },
        Reversal {
            trade: told("Farouk Aziz", "Edith Crowe", 1800, "eye clinic and back", 118),
            by: "Hamid Rahimi",
            reason: "I had this twice from the paper slips: once from Farouk and once from Edith. One \
                     journey, one payment.",
            days_later: 12,
        },
        Reversal {
            trade: told("Wool Hall Trust", "Ffion Rees", 3600, "hall, three hours", 203),
            by: "Gwen Pritchard",
            reason: "The heating failed and the class was sent home. The Trust agreed that it should not \
                     count.",
            days_later: 5,
        },
    ],
    edits: &[
        Edit {
            trade: told("Dot Fairley", "Marl Valley Allotments", 10_000, "tomato plants", 170),
            amount: 1_000,
            text: "five tomato plants",
            reason: "A nought too many. They are good plants but not that good.",
            days_later: 1,
        },
        Edit {
            trade: told("Ben Adeyemi", "Priya Nair", 1800, "brakes and a new cable", 47),
            amount: 1200,
            text: "brakes only, the cable was still good",
            reason: "I had written it down before I looked.",
            days_later: 2,
        },
        Edit {
            trade: told("Jo and Sandra Tilley", "Oksana Melnyk", 4500, "piano moved", 96),
            amount: 3000,
            text: "piano moved (Oksana's nephews carried half)",
            reason: "Fair is fair.",
            days_later: 3,
        },
    ],
};
