//! What more people of the Marlbrook Exchange offer and want: the later half of the market.

use crate::demo::put_up::{PutUp, offers, wants};

/// Everything that was put up beside [`super::stalls`].
pub(crate) const BARROWS: &[PutUp] = &[
    offers(
        "Gwen Pritchard",
        "food",
        ("Damson jam, last of the year", "Seven jars stand on the windowsill. Tart, as it should be."),
    )
    .drawn("jam")
    .at("3", "a jar")
    .place("Canal Side")
    .ago(19)
    .open(),
    offers(
        "Gwen Pritchard",
        "spaces",
        (
            "A table and a kettle, Wednesday mornings",
            "For whoever fills in forms better in company. My front room, nine to twelve.",
        ),
    )
    .drawn("cup")
    .gift()
    .place("Canal Side")
    .ago(33),
    offers(
        "Hamid Rahimi",
        "home-repairs",
        (
            "Shelves that stay up",
            "I look for the beam first. Bring the shelf, I bring the level and the right screws.",
        ),
    )
    .drawn("hammer")
    .at("14", "an hour")
    .and("screws and brackets")
    .ago(52)
    .open(),
    wants(
        "Hamid Rahimi",
        "lessons",
        (
            "Somebody to read my English essays",
            "Evening college, eight pages every second week. Red ink is welcome.",
        ),
    )
    .drawn("book")
    .at("10", "an essay")
    .ago(13),
    offers(
        "Dot Fairley",
        "garden",
        (
            "Herb pots for the kitchen sill",
            "Parsley, chives, mint that behaves. I keep the names on lolly sticks.",
        ),
    )
    .drawn("pot")
    .at("1.50", "a pot")
    .place("Upper Marl")
    .ago(29)
    .open(),
    offers(
        "Dot Fairley",
        "garden",
        (
            "I come and look at your sick tomatoes",
            "Ten minutes, an honest answer, and a leaf to take to the council if need be.",
        ),
    )
    .drawn("tomato")
    .gift()
    .ago(7),
    wants(
        "Dot Fairley",
        "transport",
        ("To the seed swap in Compton and back", "I bring more home than I take. A car with a boot, please."),
    )
    .drawn("car")
    .at("9", "")
    .ago(16)
    .stands(30),
    offers(
        "Old Mill Bakery",
        "food",
        (
            "Yesterday's loaves for soup and hens",
            "From half past eight, as long as there are any. Bring a sack.",
        ),
    )
    .drawn("bread")
    .gift()
    .place("Bridge Street")
    .ago(44)
    .open(),
    offers(
        "Old Mill Bakery",
        "lessons",
        (
            "Bake with us from four in the morning",
            "One pair of hands at a time. You go home with what you shaped.",
        ),
    )
    .drawn("bread")
    .at("10", "a morning")
    .place("Bridge Street")
    .ago(104),
    offers(
        "Tomasz Wilk",
        "home-repairs",
        (
            "Dripping taps, running cisterns",
            "Washers I have. If it is the valve, I tell you before I touch it.",
        ),
    )
    .drawn("tap")
    .at("12", "a tap")
    .ago(39)
    .open(),
    offers(
        "Lionel Achebe",
        "lessons",
        ("Chess for the patient", "Fridays in the library. I lose to ten-year-olds with good grace."),
    )
    .drawn("chess")
    .at("6", "an evening")
    .place("Bridge Street")
    .ago(71)
    .stands(180),
    offers(
        "Lionel Achebe",
        "office",
        ("How to read a pension statement", "One hour, your papers, no salesmen."),
    )
    .drawn("papers")
    .at("12", "")
    .ago(23)
    .open(),
    wants(
        "Edith Crowe",
        "home-repairs",
        (
            "A handrail at my back door",
            "Three steps, wet in winter. I have the rail, it needs somebody with a drill.",
        ),
    )
    .drawn("drill")
    .at("15", "")
    .place("Canal Side")
    .ago(5)
    .open(),
    wants(
        "Edith Crowe",
        "computers",
        ("Make the letters on my tablet larger", "My nephew did it once and then it forgot."),
    )
    .drawn("telephone")
    .at("5", "")
    .ago(12)
    .stands(30),
    offers(
        "Jo and Sandra Tilley",
        "lending",
        (
            "Roof box and bicycle rack",
            "Fits most cars. A weekend or a fortnight, rinse it after the seaside.",
        ),
    )
    .drawn("car")
    .at("6", "a weekend")
    .place("The Leys estate")
    .ago(90)
    .stands(180),
    offers(
        "Jo and Sandra Tilley",
        "events",
        ("Two tents and forty cups for your party", "The tents are dry and the cups are counted."),
    )
    .drawn("flags")
    .at("20", "both")
    .ago(47)
    .open(),
    offers(
        "Marlbrook Repair Café",
        "lessons",
        ("Learn to solder in an evening", "Third Tuesday. We have six irons and a window that opens."),
    )
    .drawn("drill")
    .gift()
    .place("Wool Hall")
    .ago(57)
    .open(),
    wants(
        "Ron Batty",
        "household-goods",
        ("Old wall clocks, dead or alive", "For their wheels. I return what can be returned to life."),
    )
    .drawn("clock")
    .at("8", "and up")
    .ago(36),
    offers(
        "Ron Batty",
        "leisure",
        (
            "Signal box stories, with slides",
            "For clubs and classes, forty-five minutes. I bring the projector and a real lever.",
        ),
    )
    .drawn("train")
    .at("15", "")
    .ago(112)
    .stands(90),
    offers(
        "Priya Nair",
        "lessons",
        ("Cook a proper dal with me", "Four people round my stove, you chop. Vegetarian, plenty of it."),
    )
    .drawn("pan")
    .at("10", "each")
    .place("Upper Marl")
    .ago(18)
    .open(),
    wants(
        "Priya Nair",
        "children",
        (
            "Thursday evenings with two girls of six and nine",
            "Homework, supper, one chapter. I am back at nine.",
        ),
    )
    .drawn("kite")
    .at("24", "the evening")
    .ago(4)
    .open(),
    offers(
        "Marcus Lund",
        "garden",
        (
            "A wheelbarrow and a man for a morning",
            "Digging, barrowing, carrying to the tip. Not before eight.",
        ),
    )
    .drawn("fork")
    .at("36", "the morning")
    .ago(41)
    .open(),
    offers(
        "Marcus Lund",
        "lessons",
        ("Swedish for the curious", "Seventeen vowels. We begin with the easy ones."),
    )
    .drawn("book")
    .at("12", "an hour")
    .ago(160)
    .stands(120),
    offers(
        "Rosa Whitlock",
        "clothing",
        (
            "Curtains from your old curtains",
            "Lined, shortened, or made into cushions when there is no more hope.",
        ),
    )
    .drawn("sewing")
    .at("18", "a window")
    .ago(73)
    .open(),
    offers(
        "Rosa Whitlock",
        "food",
        (
            "Tortilla española para dos o para veinte",
            "Con cebolla, que lo otro es otra cosa. Se encarga el día antes.",
        ),
    )
    .drawn("pan")
    .at("9", "la grande")
    .written_in("es")
    .place("Canal Side")
    .ago(21)
    .open(),
    offers(
        "Hollins Farm Shop",
        "food",
        (
            "Vegetable box, whatever the field says",
            "Small for two, large for five. Leeks, roots and one surprise at this time of year.",
        ),
    )
    .drawn("vegetables")
    .at("11", "small; 19 large")
    .place("Upper Marl")
    .ago(33)
    .open(),
    offers(
        "Hollins Farm Shop",
        "animals",
        (
            "Three hens that want a garden",
            "Past their best, which is still four eggs a week. To somebody with a fox-proof door.",
        ),
    )
    .drawn("hen")
    .gift()
    .place("Upper Marl")
    .ago(8)
    .stands(60)
    .open(),
    wants(
        "Hollins Farm Shop",
        "garden",
        (
            "Pickers for two Saturdays in June",
            "Strawberries. Eat what you like, there is a limit to what one can.",
        ),
    )
    .drawn("vegetables")
    .at("30", "a day")
    .ago(15)
    .open(),
    offers(
        "Lucy Okafor",
        "food",
        ("Jollof rice for your party", "By the pot: a pot feeds fifteen hungry or twenty polite people."),
    )
    .drawn("pan")
    .at("40", "a pot")
    .ago(49)
    .open(),
    wants(
        "Lucy Okafor",
        "lending",
        ("A large cake stand, three tiers, for one wedding", "It is returned washed and with a slice."),
    )
    .drawn("cake")
    .at("6", "")
    .ago(9)
    .stands(30),
    offers(
        "Winifred Goodacre",
        "lessons",
        ("Knitting for people who were told they could not", "Two needles, one evening, one dishcloth."),
    )
    .drawn("wool")
    .at("6", "")
    .place("Bridge Street")
    .ago(61)
    .open(),
    offers(
        "Ana Belmonte",
        "children",
        (
            "After school on Station Road",
            "Three children at most, until six, homework in English or Spanish, and something that grows.",
        ),
    )
    .drawn("hand")
    .at("9", "an afternoon")
    .ago(26)
    .open(),
    offers(
        "Derek Thwaite",
        "leisure",
        (
            "Walks with somebody who knows the stiles",
            "Five to eight miles, every second Sunday, rain or not. Dogs may come, opinions stay at home.",
        ),
    )
    .drawn("boots")
    .gift()
    .ago(35)
    .open(),
    offers(
        "Derek Thwaite",
        "arts",
        (
            "Your wedding, in photographs that are not posed",
            "All of the day, on film or not. I eat with the guests.",
        ),
    )
    .drawn("camera")
    .at("120", "the day")
    .ago(82)
    .stands(180),
];
