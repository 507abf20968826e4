//! What still more people of the Marlbrook Exchange offer and want.

use crate::demo::put_up::{PutUp, offers, wants};

/// Everything that was put up beside [`super::stalls`] and [`super::barrows`].
pub(crate) const HAMPERS: &[PutUp] = &[
    offers(
        "Ben Adeyemi",
        "lending",
        (
            "A cargo bicycle for an afternoon",
            "Carries two children or one fridge, small. I show you how it turns.",
        ),
    )
    .drawn("transport")
    .at("8", "an afternoon")
    .place("Canal Side")
    .ago(28)
    .open(),
    wants("Ben Adeyemi", "clothing", ("A rain cape mended", "Ripped at the shoulder, otherwise a friend."))
        .drawn("sewing")
        .at("6", "")
        .ago(6)
        .stands(30),
    wants(
        "St Aldhelm's School Parents",
        "arts",
        (
            "Paint and patience for a playground wall",
            "Twenty metres of brick, forty children, one weekend in May.",
        ),
    )
    .drawn("brush")
    .at("60", "the weekend")
    .ago(17)
    .open(),
    offers(
        "St Aldhelm's School Parents",
        "children",
        (
            "School jumpers, ages four to eleven",
            "Washed, mended, with somebody else's name in. Take what fits.",
        ),
    )
    .drawn("shirt")
    .gift()
    .place("The Leys estate")
    .ago(54)
    .open(),
    offers(
        "Shirin Kazemi",
        "health",
        ("Haircuts at your kitchen table", "I bring the cape. Beards too; eyebrows if you dare."),
    )
    .drawn("scissors")
    .at("11", "")
    .ago(22)
    .open(),
    offers(
        "Shirin Kazemi",
        "lessons",
        ("Persian calligraphy, with reeds", "Four evenings, ink on the fingers for a week."),
    )
    .drawn("brush")
    .at("12", "an evening")
    .ago(130)
    .stands(90),
    offers(
        "Alf Pickersgill",
        "leisure",
        ("A fourth at dominoes", "Tuesday and Thursday, in the Lock Inn or anywhere with a table."),
    )
    .drawn("domino")
    .gift()
    .ago(20),
    wants(
        "Alf Pickersgill",
        "housework",
        ("Windows cleaned, second floor", "Four of them, and the caretaker has a ladder."),
    )
    .drawn("housework")
    .at("12", "")
    .ago(3)
    .open(),
    offers(
        "Magda Nowicka",
        "housework",
        ("Two hours of ironing at your house", "You watch something, I iron and say what I think of it."),
    )
    .drawn("iron")
    .at("24", "")
    .ago(30)
    .open(),
    offers(
        "Magda Nowicka",
        "food",
        (
            "Pierogi, frozen, by the hundred",
            "Cabbage and mushroom, or potato and cheese. Ordered a week before.",
        ),
    )
    .drawn("pan")
    .at("16", "fifty")
    .ago(11),
    offers(
        "The Lockside Choir",
        "arts",
        (
            "We sing at your wedding or funeral",
            "Sixteen voices, four languages. Tell us what must not be sung.",
        ),
    )
    .drawn("arts")
    .at("90", "")
    .ago(94)
    .open(),
    wants(
        "The Lockside Choir",
        "arts",
        ("Tenors", "Any. Mondays at half past seven, no audition, there are biscuits."),
    )
    .drawn("cup")
    .gift()
    .place("Wool Hall")
    .ago(27)
    .open(),
    offers(
        "Callum Reid",
        "garden",
        (
            "Hedges cut straight",
            "To two metres and a half. Cuttings taken away, or stacked for the hedgehog.",
        ),
    )
    .drawn("shears")
    .at("18", "an hour")
    .ago(24)
    .open(),
    offers(
        "Callum Reid",
        "computers",
        (
            "Your old photographs on one stick",
            "From three telephones, two laptops and the camera that nobody can open.",
        ),
    )
    .drawn("camera")
    .at("14", "an hour")
    .ago(59),
    offers(
        "Beryl Hoskins",
        "animals",
        ("Your cat, while you are away", "Twice a day, with conversation. I send a photograph if you worry."),
    )
    .drawn("animals")
    .at("4", "a day")
    .ago(38)
    .open(),
    offers(
        "Yusuf Demir",
        "food",
        (
            "Baklava for feasts of any religion",
            "A tray of forty. Pistachio, or walnut at a friendlier price.",
        ),
    )
    .drawn("cake")
    .at("28", "a tray")
    .ago(10)
    .open(),
    offers(
        "Harriet Lowe-Simms",
        "spaces",
        ("A quiet room with a piano", "Mornings, for practice or for nothing. It was tuned in autumn."),
    )
    .drawn("piano")
    .at("4", "an hour")
    .place("Upper Marl")
    .ago(66)
    .open(),
    wants(
        "Harriet Lowe-Simms",
        "building",
        ("Advice about a damp wall", "Three people have told me four things."),
    )
    .drawn("building")
    .at("12", "")
    .ago(14),
    offers(
        "Stan Mottram",
        "animals",
        ("Long walks for short dogs", "And the other way round. Mornings, along the towpath."),
    )
    .drawn("dog")
    .at("4", "a walk")
    .place("Canal Side")
    .ago(43)
    .open(),
    offers(
        "Ffion Rees",
        "health",
        ("Chair yoga for those who would rather sit", "Thursday mornings. Nobody is looked at."),
    )
    .drawn("mat")
    .at("4", "")
    .place("Wool Hall")
    .ago(31)
    .open(),
    offers(
        "Delroy Campbell",
        "transport",
        ("Airport, any hour", "Birmingham mostly. I am early, it is a habit from the buses."),
    )
    .drawn("suitcase")
    .at("32", "one way")
    .and("petrol and parking")
    .ago(19)
    .open(),
    offers(
        "Irene Pask",
        "lessons",
        (
            "Deutsch auffrischen, bei Kaffee",
            "Eine Stunde reden, nichts büffeln. Ich war dreißig Jahre in Bremen.",
        ),
    )
    .drawn("cup")
    .at("10", "die Stunde")
    .written_in("de")
    .ago(46)
    .open(),
    offers(
        "Oksana Melnyk",
        "lessons",
        (
            "Piano for small hands and stiff ones",
            "At my house or yours. The first half hour is to see whether we get on.",
        ),
    )
    .drawn("piano")
    .at("13", "")
    .ago(55)
    .open(),
    offers(
        "Wool Hall Trust",
        "spaces",
        (
            "The Wool Hall by the hour",
            "Seats eighty, kitchen with two ovens, heating that works since October.",
        ),
    )
    .drawn("spaces")
    .at("12", "an hour")
    .place("Bridge Street")
    .ago(175)
    .stands(365)
    .open(),
    offers(
        "Mei-Ling Chow",
        "health",
        ("Acupressure for headaches", "Fully clothed, half an hour, no promises."),
    )
    .drawn("health")
    .at("9", "")
    .ago(48),
    offers(
        "Bert and Peggy Larkin",
        "garden",
        ("Honey from six hives behind the church", "Set and runny. Bring back the jar and it is cheaper."),
    )
    .drawn("jam")
    .at("5", "a jar")
    .place("Upper Marl")
    .ago(37)
    .open(),
    offers(
        "Kofi Mensah",
        "building",
        (
            "Bricklaying, small walls and barbecues",
            "Weekends, with somebody to mix. I mend what the frost has opened.",
        ),
    )
    .drawn("building")
    .at("20", "an hour")
    .and("bricks and sand")
    .ago(63)
    .open(),
    offers(
        "Tess Garrity",
        "computers",
        (
            "Your website, simple and yours",
            "Five pages, your photographs, and I show you how to change it without me.",
        ),
    )
    .drawn("computers")
    .at("70", "")
    .ago(75)
    .stands(120)
    .open(),
    offers(
        "Aisha Siddiqui",
        "office",
        ("Letters in Urdu and Punjabi, both ways", "To landlords, aunts and ministries."),
    )
    .drawn("papers")
    .at("8", "a page")
    .ago(34),
    offers(
        "Jacek Borowski",
        "home-repairs",
        (
            "Sockets, switches and the lamp over the stairs",
            "Signed off where it must be. I do not do work that I could not sign.",
        ),
    )
    .drawn("lamp")
    .at("16", "an hour")
    .ago(17)
    .open(),
    offers(
        "Sunil Perera",
        "lessons",
        ("Cricket for girls, Saturdays at ten", "Bats are there. Bring a hat."),
    )
    .drawn("leisure")
    .gift()
    .place("The Leys estate")
    .ago(53)
    .stands(180)
    .open(),
    offers(
        "The Castellano Family",
        "lessons",
        (
            "Conversazione in italiano, intorno al tavolo",
            "Si parla, si mangia, si sbaglia. Il giovedì alle sette, da noi.",
        ),
    )
    .drawn("cup")
    .at("8", "a sera")
    .written_in("it")
    .place("The Leys estate")
    .ago(40)
    .open(),
    wants(
        "Nkechi Obi",
        "household-goods",
        ("A cot, a high chair, whatever babies need", "In April. Colour does not matter, all the screws do."),
    )
    .ago(2)
    .open(),
    offers(
        "Ines Carvalho",
        "arts",
        (
            "Retratos a carvão, em meia hora",
            "Fico sentada na praça aos sábados. Também faço cães, se ficarem quietos.",
        ),
    )
    .drawn("brush")
    .at("10", "")
    .written_in("pt")
    .ago(25)
    .hidden(),
];
