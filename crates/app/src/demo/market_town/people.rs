//! The first thirty-two members of the Marlbrook Exchange, in the order in which they joined.

use crate::demo::texts::{Kind, Member, person};

const BRIDGE: &str = "Bridge Street";
const CANAL: &str = "Canal Side";
const HIGHER: &str = "Upper Marl";
const STATION: &str = "Station Road";
const LEYS: &str = "The Leys estate";

/// Members 1 to 32.
pub(crate) const FIRST: &[Member] = &[
    person("Gwen Pritchard", CANAL, 40, 6)
        .face("p0001-fo2")
        .phone("01632 960101")
        .says(
            "I keep the list, the key of the hall and the peace. Retired head of a primary \
             school; I still tidy other people's chairs.",
        )
        .gives(&["proofs", "keeping", "jam", "children"]),
    person("Hamid Rahimi", HIGHER, 40, 7)
        .face("p0002-ma4")
        .phone("07700 900112")
        .says(
            "Civil engineer in Kabul, bus driver here. I coordinate Upper Marl, so bring me your \
             paper slips on Wednesdays.",
        )
        .gives(&["lifts", "maths", "keeping", "shelves"]),
    person("Dot Fairley", HIGHER, 40, 8)
        .face("p0203-fo1g")
        .phone("01632 960133")
        .says(
            "Eighty-one, two greenhouses, one good knee. Everything I know about tomatoes I \
             learned by killing them.",
        )
        .gives(&["seedlings", "veg", "plants", "herbs"])
        .on_paper(),
    person("Old Mill Bakery", BRIDGE, 39, 10)
        .of(Kind::Company)
        .phone("01632 960108")
        .says(
            "Bread since four in the morning. We take acorns for the Saturday loaf and for \
             anything left at three o'clock.",
        )
        .gives(&["bread", "cakes", "hall"]),
    person("Tomasz Wilk", CANAL, 39, 8)
        .face("p0005-ma1")
        .phone("07700 900191")
        .says(
            "Roofs, gutters, anything with a ladder. I also sharpen whatever has an edge and do \
             not judge how blunt it was.",
        )
        .gives(&["gutters", "sharpening", "handy", "wood"]),
    person("Lionel Achebe", BRIDGE, 38, 5)
        .face("p0006-mo6")
        .says(
            "Treasurer by habit, bass by voice. I look at the exchange's own account so that you \
             need not worry about it.",
        )
        .gives(&["books_kept", "forms", "keeping"]),
    person("Edith Crowe", CANAL, 38, 3)
        .phone("01632 960151")
        .says(
            "Ninety in March. Biscuit the terrier and I are looking for younger legs. I can still \
             read aloud and listen well.",
        )
        .gives(&["company", "cards"])
        .on_paper(),
    person("Jo and Sandra Tilley", LEYS, 37, 6)
        .of(Kind::Shared)
        .phone("07700 900137")
        .says(
            "One van, two backs, thirty years of carrying other people's pianos. Jo drives, \
             Sandra tells Jo where.",
        )
        .gives(&["van", "tip", "clearing", "dogs"]),
    person("Marlbrook Repair Café", BRIDGE, 37, 8)
        .of(Kind::Organisation)
        .says(
            "First Saturday in the Wool Hall. Toasters, lamps, zips, toys: if it is broken we \
             would like to meet it.",
        )
        .gives(&["radios", "mending", "clocks", "furniture"]),
    person("Ron Batty", STATION, 36, 4)
        .phone("01632 960164")
        .says("Signalman, retired. Clocks, watches and anything that ought to be on time.")
        .gives(&["clocks", "radios", "station"])
        .on_paper(),
    person("Priya Nair", HIGHER, 36, 9)
        .face("p0009-fa5")
        .phone("07700 900164")
        .says(
            "I grow more than two people can eat and I am good with paper: tax, benefits, council \
             forms. Evenings are best.",
        )
        .gives(&["jam", "forms", "veg", "meals"]),
    person("Marcus Lund", HIGHER, 35, 4)
        .face("p0010-ma1")
        .says(
            "Gardener for hire when the back allows. Tell me what you want gone and what you want \
             to keep, in that order.",
        )
        .gives(&["digging", "hedges", "pruning"]),
    person("Rosa Whitlock", CANAL, 34, 9)
        .face("p0011-fa2")
        .phone("07700 900127")
        .says(
            "I take things up, let them out and put zips back where zips should be. Half my heart \
             is in Valdemora, where I spend the spring.",
        )
        .gives(&["alterations", "curtains", "spanish", "costumes"]),
    person("Hollins Farm Shop", HIGHER, 34, 7)
        .of(Kind::Company)
        .phone("01632 960140")
        .says(
            "Our own eggs, apples and boxes of what the field gave this week. Half in acorns, \
             half in pounds, except the eggs: those are all acorns.",
        )
        .gives(&["eggs", "boxes", "apples", "wood"]),
    person("Lucy Okafor", CANAL, 33, 7)
        .face("p0013-fa6")
        .phone("07700 900133")
        .says(
            "Nurse on nights, baker of very tall cakes by day. Ask me before noon at your own \
             risk.",
        )
        .gives(&["cakes", "children", "company", "hair"]),
    person("Winifred Goodacre", BRIDGE, 32, 3)
        .says("I knit. I have always knitted. I am told it can be seen from the road.")
        .gives(&["knitting", "mending"])
        .on_paper()
        .phone("01632 960116"),
    person("Ana Belmonte", STATION, 32, 6)
        .face("p0014-fa3")
        .says(
            "From Murcia by way of three countries. Spanish for beginners, for holidaymakers and \
             for people who are in love with somebody there.",
        )
        .gives(&["spanish", "cooking", "children"]),
    person("Derek Thwaite", LEYS, 31, 5)
        .face("p0015-mo2")
        .phone("07700 900131")
        .says(
            "Plumber, forty years. Out of the trade because of my lungs, not because of my hands. \
             Small jobs only, and I like a chair nearby.",
        )
        .gives(&["plumbing", "tools", "handy"]),
    person("Ben Adeyemi", CANAL, 30, 9)
        .face("p0016-ma6")
        .phone("07700 900119")
        .says(
            "Bicycles put right in my shed by the lock, tea included. I teach maths in the week \
             and cannot sew a button on.",
        )
        .gives(&["bicycles", "maths", "guitar", "lifts"]),
    person("St Aldhelm's School Parents", LEYS, 30, 6)
        .of(Kind::Organisation)
        .says(
            "We run the uniform rail, the summer fair and the walking bus. Most of us can be \
             bought with cake.",
        )
        .gives(&["clothes", "toys", "children", "party"]),
    person("Shirin Kazemi", BRIDGE, 29, 6)
        .face("p0018-fa3")
        .says(
            "Hairdresser with a folding chair. I come to you, I bring the scissors, you bring the \
             gossip.",
        )
        .gives(&["hair", "massage"])
        .phone("07700 900129"),
    person("Alf Pickersgill", LEYS, 28, 2)
        .says(
            "On a pension and on the third floor. I can sit in for the man from the gas board, \
             mind a cat, or peel anything.",
        )
        .gives(&["waiting", "pets"])
        .on_paper()
        .phone("01632 960122"),
    person("Magda Nowicka", STATION, 27, 7)
        .face("p0019-fa1")
        .says(
            "I clean properly. I iron even better. Podcasts in my ears, so do not be offended if \
             I laugh alone.",
        )
        .gives(&["cleaning", "ironing", "windows"]),
    person("The Lockside Choir", CANAL, 27, 4)
        .of(Kind::Organisation)
        .says(
            "Thirty voices, nine of them in tune at any one time. We sing at birthdays, openings \
             and, on request, at cats.",
        )
        .gives(&["party", "books"]),
    person("Callum Reid", STATION, 26, 6)
        .face("p0421-my1")
        .phone("07700 900126")
        .says("Tree surgeon in training, so hedges for now. Own tools, own helmet, own sandwiches.")
        .gives(&["hedges", "mowing", "wood", "gutters"]),
    person("Beryl Hoskins", HIGHER, 26, 5)
        .face("p0022-fo2")
        .says(
            "Bees, wax and honey. Also a very large pressure cooker that I lend to anyone who \
             brings it back clean.",
        )
        .gives(&["honey", "jam", "tools"])
        .on_paper()
        .phone("01632 960126"),
    person("Yusuf Demir", BRIDGE, 25, 6)
        .face("p0023-mo3b")
        .phone("07700 900125")
        .says("Shoes, belts, bags, saddles. My father's last and my grandfather's hammer.")
        .gives(&["shoes", "bicycles", "meals"]),
    person("Harriet Lowe-Simms", HIGHER, 25, 4)
        .face("p0024-fa1")
        .says(
            "I draw, mostly gates and herons. I will draw your house if you promise not to show \
             it to an estate agent.",
        )
        .gives(&["drawing", "posters", "cards"]),
    person("Stan Mottram", CANAL, 24, 3)
        .says(
            "Lock keeper's son, lock keeper's father. I mend small boats and tell long stories, \
             and you cannot have one without the other.",
        )
        .gives(&["handy", "furniture", "company"])
        .on_paper()
        .phone("01632 960124"),
    person("Ffion Rees", BRIDGE, 23, 6)
        .face("p0025-fa2")
        .says("Yoga for people who say they cannot do yoga. Mats provided, dignity optional.")
        .gives(&["yoga", "massage", "children"]),
    person("Delroy Campbell", LEYS, 22, 7)
        .face("p0026-ma6")
        .phone("07700 900122")
        .says("Painter and decorator. Ceilings are my pleasure, woodchip is my enemy.")
        .gives(&["painting", "handy", "meals"]),
    person("Irene Pask", STATION, 22, 4)
        .says(
            "Forty-one years in the county record office. I find great-grandfathers, including \
             those who did not wish it.",
        )
        .gives(&["ancestors", "proofs", "books"])
        .phone("01632 960129"),
];
