//! Gardens and firewood in the Marlbrook Exchange. Prices in hundredths of an acorn.

use crate::demo::texts::{Theme, theme};

const GARDEN: &str = "Garden";

/// What is dug, sown, cut and split.
pub(crate) const OUT_OF_DOORS: &[Theme] = &[
    theme("seedlings", "Seedlings", GARDEN, (150, 250), 50).pieces(3, 10).months(&[3, 4, 5, 6]).texts(&[
        "{n} tomato plants",
        "tray of {lettuce|leeks|cosmos|sweet peas}",
        "{n} chilli seedlings, label fell off",
        "courgette plants, only {n}, honest",
        "beans and sunflowers for the school{=8}",
        "cucumbers, two kinds",
        "{n} brassicas, slugs not included",
    ]),
    theme("plants", "Plants for the border", GARDEN, (200, 500), 50).months(&[3, 4, 5, 6, 9, 10]).texts(&[
        "{n} {hellebores|geraniums|foxgloves}",
        "a clump of phlox, split",
        "raspberry canes, {n}",
        "fuchsia cuttings",
        "hanging basket, made up",
        "snowdrops in the green",
        "the rose {giver} promised last year",
    ]),
    theme("digging", "Digging and heavy work", GARDEN, (1100, 1400), 50).texts(&[
        "{n}h digging",
        "dug over the {veg bed|top plot|old border}",
        "tree stump out, what a brute{=4}",
        "trench for the {asparagus|sweet peas|drain}",
        "turf off, {n} hours",
        "whole afternoon with the mattock, thank you{=4}",
        "pond dug. Found a shoe.{=5}",
    ]),
    theme("hedges", "Hedges", GARDEN, (1200, 1400), 50).texts(&[
        "hedge front and back{=3}",
        "privet, {n} hours",
        "laurel taken down to where I can see the road{=3}",
        "hedge, just the top",
        "leylandii. Again.{=2}",
        "hedge and took the cuttings away{=2}",
    ]),
    theme("pruning", "Pruning", GARDEN, (1200, 1400), 50).months(&[1, 2, 3, 7, 8, 11, 12]).texts(&[
        "apple tree pruned",
        "{n} roses cut back properly{=1}",
        "wisteria, the long whips",
        "fruit bushes",
        "showed me how to do the vine",
        "old pear, {n} hours up the ladder",
        "plum tree, summer cut",
    ]),
    theme("mowing", "Mowing", GARDEN, (500, 800), 50).months(&[4, 5, 6, 7, 8, 9, 10]).texts(&[
        "lawn",
        "front lawn and the verge",
        "lawn x{n}",
        "scythed the long bit",
        "mowed while we were away, {n} times",
        "grass cut, edges done, lovely job",
        "strimming round the shed",
    ]),
    theme("compost", "Compost and muck", GARDEN, (200, 350), 50).texts(&[
        "{n} barrows of compost",
        "well rotted manure, {n} bags",
        "leaf mould",
        "leaves raked and bagged",
        "compost heap turned",
        "{n} sacks of muck, delivered, windows shut",
        "worms for the wormery",
    ]),
    theme("wood", "Firewood", GARDEN, (600, 900), 50).months(&[9, 10, 11, 12, 1, 2, 3]).texts(&[
        "{n} nets of kindling",
        "logs, a barrow load",
        "ash tree cut to length, half a day{=5}",
        "logs split and stacked{=2}",
        "bag of dry oak",
        "{n} bags of logs brought up to the flat",
        "splitter for an hour, with {giver}",
    ]),
];
