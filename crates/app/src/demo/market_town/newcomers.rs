//! The members of the Marlbrook Exchange who joined later, in the order in which they did.

use crate::demo::texts::{Kind, Member, person};

const BRIDGE: &str = "Bridge Street";
const CANAL: &str = "Canal Side";
const HIGHER: &str = "Upper Marl";
const STATION: &str = "Station Road";
const LEYS: &str = "The Leys estate";
const OUTSIDE: &str = "Nether Compton lane";

/// Members 33 to 60.
pub(crate) const LATER: &[Member] = &[
    person("Oksana Melnyk", BRIDGE, 21, 7)
        .face("p0027-fa1")
        .phone("07700 900121")
        .says(
            "Piano teacher from Poltava. I have pupils from six to seventy-six; the oldest \
             practises most.",
        )
        .gives(&["piano", "meals", "english"]),
    person("Wool Hall Trust", BRIDGE, 21, 5)
        .of(Kind::Organisation)
        .phone("01632 960121")
        .says(
            "A hall with good light, forty chairs that match and sixty that do not. The exchange \
             meets here on last Saturdays.",
        )
        .gives(&["hall", "tools"]),
    person("Graham Tooley", STATION, 20, 2)
        .says("Computers, aerials and all that. Ring twice.")
        .gives(&["computers"]),
    person("Mei-Ling Chow", BRIDGE, 19, 6)
        .face("p0029-fa3")
        .says(
            "Dumplings by the hundred. I run a folding table at the market and a class in my \
             kitchen, four people at most.",
        )
        .gives(&["meals", "cooking", "herbs"]),
    person("Bert and Peggy Larkin", HIGHER, 18, 4)
        .of(Kind::Shared)
        .phone("01632 960118")
        .says(
            "Married fifty-eight years. He does the apples, she does the talking. We do not do \
             computers.",
        )
        .gives(&["apples", "pets", "drinks"])
        .on_paper(),
    person("Kofi Mensah", LEYS, 18, 7)
        .face("p0031-ma6")
        .phone("07700 900118")
        .says(
            "I set up phones, tablets and the television that will not find Channel 4. Patient, \
             or so my aunt says.",
        )
        .gives(&["computers", "digital", "photos"]),
    person("Tess Garrity", CANAL, 17, 6)
        .face("p0232-fa1")
        .says(
            "I live on a narrowboat with a cargo bicycle. Small deliveries along the towpath, dry \
             unless it rains.",
        )
        .gives(&["shopping", "dogs", "bicycles"]),
    person("Norman Eccles", HIGHER, 16, 3)
        .says(
            "Retired surveyor. I notice things. Happy to check your builder's estimate or your \
             crossword.",
        )
        .gives(&["forms", "waiting"])
        .phone("01632 960167"),
    person("Aisha Siddiqui", STATION, 15, 6)
        .face("p0033-fy4s")
        .says(
            "Bookkeeper with two small children, so best after eight in the evening. Henna for \
             weddings.",
        )
        .gives(&["books_kept", "henna", "cakes"]),
    person("Jacek Borowski", LEYS, 14, 6)
        .face("p0034-ma2")
        .phone("07700 900114")
        .says(
            "Electrician with papers. Sockets, lamps, why does it buzz. I say so when a thing is \
             not safe.",
        )
        .gives(&["electrics", "shelves", "van"]),
    person("Maureen Duffin", LEYS, 14, 5)
        .face("p0035-fo2")
        .says(
            "Home help for twenty-six years and not tired of people yet. I sit with yours so that \
             you can get out.",
        )
        .gives(&["sitting", "ironing", "company"])
        .on_paper()
        .phone("01632 960114"),
    person("Sunil Perera", BRIDGE, 13, 6)
        .face("p0036-ma5")
        .says(
            "Photographs of weddings, bread, and dogs who will not sit. Curry on Thursdays, order \
             by Tuesday.",
        )
        .gives(&["photos", "meals", "posters"]),
    person("Robyn Tate", STATION, 12, 5)
        .face("p0037-fy2")
        .phone("07700 900212")
        .says("Student nurse, they or she. Dog walks at odd hours, babysitting at even ones.")
        .gives(&["dogs", "children", "digital"]),
    person("The Castellano Family", LEYS, 12, 5)
        .of(Kind::Shared)
        .says(
            "Two adults, three teenagers, one allotment. The teenagers mow lawns; the adults make \
             sure that they have.",
        )
        .gives(&["mowing", "veg", "camping"]),
    person("Ernest Gadd", LEYS, 11, 2)
        .says(
            "Seventy-nine. I had a bad year and the exchange got me out of the flat. I do letters \
             in a good hand.",
        )
        .gives(&["letters", "waiting"])
        .on_paper(),
    person("Chloe Penhale", CANAL, 10, 6)
        .face("p0039-fa1")
        .says("Feet! I am a foot care practitioner and I have seen worse, I promise.")
        .gives(&["feet", "massage"])
        .phone("07700 900210"),
    person("Farouk Aziz", BRIDGE, 9, 6)
        .face("p0040-ma4b")
        .says(
            "Taxi by night, exchange by day. Hospital runs are my speciality: I know where to \
             park and I wait.",
        )
        .gives(&["clinic", "lifts", "station"])
        .phone("07700 900209"),
    person("Pauline Stubbs", STATION, 9, 4)
        .face("p0041-fo1g")
        .says("Church flowers, village fêtes, and cards with pressed things in them.")
        .gives(&["cards", "plants", "knitting"])
        .on_paper()
        .phone("01632 960209"),
    person("Danny Keogh", LEYS, 8, 5)
        .face("p0042-ma2")
        .says(
            "Between jobs, not between meals. I dig, carry, shift and scrub, and bring my own \
             boots.",
        )
        .gives(&["digging", "clearing", "compost", "windows"]),
    person("Leila Haidari", STATION, 7, 5)
        .face("p0043-fy3s")
        .says(
            "I was a teacher of English in Herat; here I teach it to others who have just come. \
             And I bake with cardamom.",
        )
        .gives(&["english", "cakes", "children"]),
    person("Marl Valley Allotments", OUTSIDE, 7, 5)
        .of(Kind::Organisation)
        .says(
            "Sixty plots, one tap, many opinions. Compost by the barrow, tools from the hut, \
             surplus on the gate.",
        )
        .gives(&["compost", "veg", "seedlings", "tools"]),
    person("Vera Applegarth", HIGHER, 6, 3)
        .says("Widow, and learning to be. I have a big warm kitchen and nobody to make soup for.")
        .gives(&["meals", "company", "drinks"])
        .phone("01632 960206"),
    person("Joel Hartnoll", OUTSIDE, 5, 5)
        .face("p0044-ma1")
        .says("Joiner. Doors that stick, drawers that wobble, one coffin so far (for a hamster).")
        .gives(&["furniture", "shelves", "handy"]),
    person("Nkechi Obi", CANAL, 4, 5)
        .face("p0245-fa6")
        .says(
            "New in town with a sewing machine heavier than I am. School costumes and carnival \
             are my sport.",
        )
        .gives(&["costumes", "alterations", "hair"]),
    person("Trevor Mudd", OUTSIDE, 3, 4)
        .says("Got a log splitter and a quad. Yes, it is my real name.")
        .gives(&["wood", "digging", "tip"])
        .phone("01632 960203"),
    person("Ines Carvalho", BRIDGE, 2, 4)
        .face("p0046-fa3")
        .says(
            "Cook at the school, singer in the kitchen. Guitar lessons for people who are shy, \
             because I was.",
        )
        .gives(&["guitar", "cooking", "cakes"]),
    person("Jean Ollerton", STATION, 1, 2)
        .says("My neighbour Maureen signed me up and says I will like it. I make rag rugs.")
        .gives(&["mending"])
        .on_paper(),
    person("Arlo Finch", LEYS, 0, 1)
        .face("p0247-my2")
        .says(
            "Just joined. Nineteen, strong, can drive, cannot cook. Looking for somebody to teach \
             me the last one.",
        )
        .gives(&["clearing", "lifts"]),
];
