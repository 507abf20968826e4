//! Things lent or passed on, feasts, and work for the exchange itself. Prices in hundredths of an acorn.

use crate::demo::texts::{Theme, theme};

const THINGS: &str = "Things";
const TOGETHER: &str = "Together";

/// What is lent, passed on or done for all.
pub(crate) const THINGS_AND_FEASTS: &[Theme] = &[
    theme("hall", "Rooms", THINGS, (800, 1200), 50).texts(&[
        "hall, {n} hours",
        "small room for the reading group",
        "back room, birthday, 20 five-year-olds{=3}",
        "hall for the wake",
        "kitchen of the hall",
        "hall and the good chairs{=2}",
        "oven after hours",
    ]),
    theme("tools", "Tools lent", THINGS, (200, 500), 50).texts(&[
        "{drill|sander|wallpaper steamer|ladder} for the weekend",
        "carpet cleaner, {n} days",
        "hedge trimmer lent",
        "big preserving pan",
        "trestle tables, {n}",
        "scarifier",
        "gazebo, and helped peg it down",
        "pipe freezer thing",
    ]),
    theme("books", "Books and music", THINGS, (100, 250), 50).texts(&[
        "{n} paperbacks",
        "box of crime novels{=4}",
        "sheet music",
        "cookery book, well splashed",
        "atlas for {Samir|school|the wall}",
        "jigsaws, all pieces present{=2}",
        "{n} records",
    ]),
    theme("clothes", "Clothes passed on", THINGS, (150, 400), 50).texts(&[
        "school jumpers x{n}",
        "uniform, whole set{=4}",
        "wellies size {2|11|13}",
        "baby clothes, 0 to 3, a bag{=3}",
        "winter coat, nearly new{=4}",
        "PE kit",
        "{n} shirts for the interview season",
    ]),
    theme("toys", "Toys and children's things", THINGS, (200, 600), 50).texts(&[
        "bag of train track",
        "scooter",
        "high chair{=3}",
        "cot, mattress new{=5}",
        "dressing up box",
        "{n} puzzles",
        "doll's house, needs a family",
        "buggy for the rain",
    ]),
    theme("camping", "Camping things lent", THINGS, (500, 900), 50).months(&[4, 5, 6, 7, 8, 9]).texts(&[
        "tent for a week{=2}",
        "{n} sleeping bags",
        "camping stove",
        "roof box{=2}",
        "canoe for a day, returned wet",
        "cool box and chairs",
        "Scout camp kit",
    ]),
    theme("party", "Music and parties", TOGETHER, (1500, 4000), 100).texts(&[
        "sang at Edith's 89th",
        "carols at the Limes",
        "face painting",
        "music for the {ceilidh|fair|wedding}",
        "bouncy castle minded, all afternoon",
        "quiz night, questions and all",
        "stall at the summer fair",
    ]),
    theme("cards", "Cards and flowers", TOGETHER, (200, 600), 50).texts(&[
        "{n} birthday cards",
        "pressed flower cards, {n}",
        "flowers for the table",
        "wreath{=2}",
        "card for the ward",
        "lavender bags, {n}",
        "buttonholes for the wedding{=4}",
    ]),
    theme("keeping", "Work for the exchange", TOGETHER, (600, 1200), 50).texts(&[
        "newsletter folded and posted",
        "keyed the market sheets",
        "stall at market, {n} hours",
        "tea urn duty",
        "put out the chairs, put away the chairs",
        "phoned round the people without e-mail",
        "minutes of the meeting",
        "welcomed {n} newcomers",
    ]),
];
