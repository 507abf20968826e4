//! The drawn parts of portraits, on a field of 96 x 96; colours stand in braces and are filled in.

/// A skin with what goes with it.
#[derive(Clone, Copy)]
pub(super) struct Skin {
    /// The face.
    pub(super) face: &'static str,
    /// Ears, nose, neck and lines.
    pub(super) shade: &'static str,
    /// The mouth.
    pub(super) lips: &'static str,
    /// How often the hair is dark.
    pub(super) dark_hair: DarkHair,
}

/// How often hair is dark.
#[derive(Clone, Copy)]
pub(super) enum DarkHair {
    Free,
    Mostly,
    Always,
}

const fn skin(face: &'static str, shade: &'static str, lips: &'static str, dark_hair: DarkHair) -> Skin {
    Skin { face, shade, lips, dark_hair }
}

pub(super) const SKINS: [Skin; 6] = [
    skin("#f7d9c5", "#e3b396", "#b4574b", DarkHair::Free),
    skin("#efc3a4", "#d69c78", "#a94f42", DarkHair::Free),
    skin("#dca680", "#bd8159", "#93432f", DarkHair::Mostly),
    skin("#bf845c", "#9c6340", "#7c3526", DarkHair::Always),
    skin("#96603f", "#74452a", "#5a2419", DarkHair::Always),
    skin("#6f452d", "#50301e", "#3c1812", DarkHair::Always),
];

/// Five colours of hair from dark to fair, then three of age.
pub(super) const HAIRS: [&str; 8] =
    ["#2a211f", "#46302a", "#74472a", "#a5622f", "#cb9a4b", "#8f8a86", "#bdb7b0", "#e9e4dc"];

pub(super) const BACKGROUNDS: [&str; 8] =
    ["#f4dfb8", "#d5e3de", "#f6d9ca", "#cfe1ec", "#dfeac8", "#e8dcee", "#f0d9d4", "#d8dff0"];

/// Cloth and what lies beneath or over it.
pub(super) const CLOTHES: [(&str, &str); 9] = [
    ("#14616b", "#f4ead8"),
    ("#a8461f", "#f6e3c4"),
    ("#7a3064", "#f3d9e6"),
    ("#5b6b1e", "#efe9c8"),
    ("#27414a", "#d9e6ea"),
    ("#b8432b", "#f7deb0"),
    ("#c98a35", "#5d3606"),
    ("#4a3f8f", "#e3def5"),
    ("#3f6b57", "#e7e0cf"),
];

pub(super) const SHOULDERS: &str = "<path d=\"M8 97c2-19 17-25 40-25s38 6 40 25z\" fill=\"{cloth}\"/><path d=\"M40.5 56h15v15.500c0 9-15 9-15 0z\" fill=\"{shade}\"/>";

pub(super) const NECKLINES: [&str; 4] = [
    // Round
    "<path d=\"M38 71.800c1.5 12 18.5 12 20 0l3 .600c-2 17-24 17-26 0z\" fill=\"{collar}\"/>",
    // Shirt
    "<path d=\"M40 70.5 48 80.500l-9 7.5-7-14zM56 70.5 48 80.500l9 7.5 7-14z\" fill=\"{collar}\"/>",
    // Neckerchief
    "<path d=\"M36 71c6 6 18 6 24 0l2 5c-7 7-21 7-28 0z\" fill=\"{second}\"/><path d=\"M47 78l9 13-12-2z\" fill=\"{second}\"/>",
    // Cardigan
    "<path d=\"M40 70 48 93l8-23c3 1 5 1.5 7 2L51 97h-6L33 72c2-.5 4-1 7-2z\" fill=\"{collar}\"/>",
];

pub(super) const HEADS: [&str; 3] = [
    "<path d=\"M30.5 39c0-13 7-20 17.5-20s17.5 7 17.5 20c0 14-8 24.5-17.5 24.500S30.5 53 30.5 39z\" fill=\"{skin}\"/>",
    "<path d=\"M30 39c0-13 7-20 18-20s18 7 18 20c0 15-7 23.5-18 23.500S30 54 30 39z\" fill=\"{skin}\"/>",
    "<path d=\"M30.5 38c0-12 7-19 17.5-19s17.5 7 17.5 19c0 9-1.5 14-5 19-3.5 4.5-7.5 7-12.5 7s-9-2.5-12.5-7c-3.5-5-5-10-5-19z\" fill=\"{skin}\"/>",
];

pub(super) const EARS: &str = "<circle cx=\"30\" cy=\"42.5\" r=\"3.6\" fill=\"{shade}\"/><circle cx=\"66\" cy=\"42.5\" r=\"3.6\" fill=\"{shade}\"/>";

pub(super) const EARRINGS: &str = "<circle cx=\"29.6\" cy=\"48.5\" r=\"1.7\" fill=\"#e6b545\"/><circle cx=\"66.4\" cy=\"48.5\" r=\"1.7\" fill=\"#e6b545\"/>";

/// Brows, eyes, nose and cheeks.
pub(super) const FEATURES: &str = "<g fill=\"none\" stroke=\"{hair}\" stroke-width=\"1.8\" stroke-linecap=\"round\"><path d=\"M37 35.800c1.8-1.5 4.2-1.6 6-.600M53 35.200c1.8-1 4.2-.9 6 .6\"/></g><g fill=\"#241c19\"><circle cx=\"40.3\" cy=\"40.5\" r=\"2.1\"/><circle cx=\"55.7\" cy=\"40.5\" r=\"2.1\"/></g><path d=\"M48.2 41.500c.4 2.6 1.4 4.2 1.2 5.4-.2 1-1.6 1.2-2.8.8\" fill=\"none\" stroke=\"{shade}\" stroke-width=\"1.7\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><g fill=\"{lips}\" opacity=\".16\"><circle cx=\"37.5\" cy=\"47.5\" r=\"3.4\"/><circle cx=\"58.5\" cy=\"47.5\" r=\"3.4\"/></g>";

/// Lines of age beside eyes and mouth.
pub(super) const LINES: &str = "<g fill=\"none\" stroke=\"{shade}\" stroke-width=\"1.1\" stroke-linecap=\"round\"><path d=\"M35.8 40l-2.6-1.200M35.8 42l-2.6.800M60.2 40l2.6-1.200M60.2 42l2.6.800M41 49c-1.2 1.4-1.6 2.6-1.6 4M55 49c1.2 1.4 1.6 2.6 1.6 4M42 29.500c4-1 8-1 12 0\"/></g>";

pub(super) const MOUTHS: [&str; 3] = [
    "<path d=\"M43 53.200c3 2.8 7 2.8 10 0\" fill=\"none\" stroke=\"{lips}\" stroke-width=\"2\" stroke-linecap=\"round\"/>",
    "<path d=\"M42.5 52.500c1.2 5.8 9.8 5.8 11 0-3.5 1-7.5 1-11 0z\" fill=\"#fffdf8\" stroke=\"{lips}\" stroke-width=\"1.5\" stroke-linejoin=\"round\"/>",
    "<path d=\"M43.5 53.400c2.6 1.9 6 2.1 9-.4\" fill=\"none\" stroke=\"{lips}\" stroke-width=\"2.3\" stroke-linecap=\"round\"/>",
];

pub(super) const GLASSES: &str = "<g fill=\"#fff\" fill-opacity=\".22\" stroke=\"#2b2622\" stroke-width=\"1.5\"><circle cx=\"40.2\" cy=\"41\" r=\"5.6\"/><circle cx=\"55.8\" cy=\"41\" r=\"5.6\"/><path d=\"M45.8 40.500c1.4-1.2 3-1.2 4.4 0M34.6 40.5 30.5 39M61.4 40.500l4.1-1.5\" fill=\"none\"/></g>";

pub(super) const BEARDS: [&str; 3] = [
    // Full
    "<path d=\"M30.6 43c1.4 4 3.4 5.5 6.4 6 3.5-1.5 7.5-2.2 11-2.200s7.5.7 11 2.200c3-.5 5-2 6.4-6 .6 14-6.4 25-17.4 25s-18-11-17.4-25z\" fill=\"{hair}\"/>",
    // Round the chin
    "<path d=\"M39 51c2-2.6 5.5-3.2 9-2.4 3.5-.8 7-.2 9 2.4 1 6-2.5 14-9 14s-10-8-9-14z\" fill=\"{hair}\"/>",
    // Moustache
    "<path d=\"M38.5 52.500c1.5-3.6 6-4.8 9.5-3 3.5-1.8 8-.6 9.5 3-3.5.6-6.5.1-9.5-1.2-3 1.3-6 1.8-9.5 1.200z\" fill=\"{hair}\"/>",
];

/// Longer hair: what lies behind the head, and what lies on it.
pub(super) const LONG_HAIRS: [(&str, &str); 6] = [
    // Bob with a fringe
    (
        "<path d=\"M26 46c-2-24 9-33 22-33s24 9 22 33c0 8 1 13 2 18-9 4-39 4-48 0 1-5 2-10 2-18z\" fill=\"{hair}\"/>",
        "<path d=\"M29.5 40c0-15 8-23 18.5-23s18.5 8 18.5 23c-2-5-4-8-6-10-9 2-17 2-25 0-2.5 2.5-4.5 5.5-6 10z\" fill=\"{hair}\"/>",
    ),
    // Long, parted in the middle
    (
        "<path d=\"M25 46c-2-25 10-34 23-34s25 9 23 34c0 14 4 25 5 32-10 4-46 4-56 0 1-7 5-18 5-32z\" fill=\"{hair}\"/>",
        "<path d=\"M29 44c-1-18 8-27 19-27s20 9 19 27c-2-9-8-16-18.5-22C38 28 31 35 29 44z\" fill=\"{hair}\"/>",
    ),
    // A bun
    (
        "<circle cx=\"48\" cy=\"12\" r=\"8.5\" fill=\"{hair}\"/><path d=\"M28 42c-2-18 8-27 20-27s22 9 20 27z\" fill=\"{hair}\"/>",
        "<path d=\"M29.5 40c-.5-14 7-23 18.5-23s19 9 18.5 23c-2-6-5-10-9-12.5-6-2.5-13-2.5-19 0-4 2.5-7 6.5-9 12.500z\" fill=\"{hair}\"/>",
    ),
    // Curls all round
    (
        "<g fill=\"{hair}\"><circle cx=\"48\" cy=\"22\" r=\"15\"/><circle cx=\"33\" cy=\"27\" r=\"11\"/><circle cx=\"63\" cy=\"27\" r=\"11\"/><circle cx=\"27\" cy=\"40\" r=\"9.5\"/><circle cx=\"69\" cy=\"40\" r=\"9.5\"/><circle cx=\"28\" cy=\"52\" r=\"8\"/><circle cx=\"68\" cy=\"52\" r=\"8\"/></g>",
        "<g fill=\"{hair}\"><circle cx=\"38\" cy=\"23\" r=\"6.5\"/><circle cx=\"48\" cy=\"20.5\" r=\"7\"/><circle cx=\"58\" cy=\"23\" r=\"6.5\"/><circle cx=\"31.5\" cy=\"31\" r=\"4.5\"/><circle cx=\"64.5\" cy=\"31\" r=\"4.5\"/></g>",
    ),
    // Short, swept to the side
    (
        "<path d=\"M28 44c-3-20 8-29 20-29s23 9 20 29z\" fill=\"{hair}\"/>",
        "<path d=\"M29 42c-2-16 7-26 20-26 10 0 18 8 18 24-2-4-4-7-6-9-8 1-18-1-24-5-1 6-5 10-8 16z\" fill=\"{hair}\"/>",
    ),
    // A plait over the shoulder
    (
        "<path d=\"M28 44c-2-20 8-29 20-29s22 9 20 29z\" fill=\"{hair}\"/>",
        "<path d=\"M29.5 42c-1-16 7-25 19-25 11 0 18.5 9 18 25-3-8-9-14-17-17-7 2-15 7-20 17z\" fill=\"{hair}\"/><g fill=\"{hair}\"><ellipse cx=\"68\" cy=\"53\" rx=\"5\" ry=\"6\"/><ellipse cx=\"69.5\" cy=\"63\" rx=\"5\" ry=\"6\"/><ellipse cx=\"69\" cy=\"73\" rx=\"4.5\" ry=\"6\"/><path d=\"M65 78h8l-1 10h-5z\"/></g><path d=\"M64.5 77h8.500v3h-8.500z\" fill=\"{second}\"/>",
    ),
];

/// Shorter hair: what lies behind the head, and what lies on it.
pub(super) const SHORT_HAIRS: [(&str, &str); 6] = [
    // Cropped
    (
        "",
        "<path d=\"M29.5 39c-1-14 7-22.5 18.5-22.500S67.5 25 66.5 39c-1.5-4-2.5-7-4-9-9-3-20-3-29 0-1.5 2-2.5 5-4 9z\" fill=\"{hair}\"/>",
    ),
    // Side parting
    (
        "",
        "<path d=\"M29.5 40c-2-16 7-25 19-25 11 0 19.5 8 18 25-1.5-5-3-8-5-10-9 1-19-1-23.5-6-2 5-6 9-8.5 16z\" fill=\"{hair}\"/>",
    ),
    // Bald, with hair at the sides
    ("<path d=\"M27.5 47c-2-6-1-12 2-15h37c3 3 4 9 2 15z\" fill=\"{hair}\"/>", ""),
    // Short curls
    (
        "",
        "<g fill=\"{hair}\"><circle cx=\"33\" cy=\"28\" r=\"5.5\"/><circle cx=\"38\" cy=\"22\" r=\"6\"/><circle cx=\"45.5\" cy=\"19\" r=\"6\"/><circle cx=\"53\" cy=\"19.5\" r=\"6\"/><circle cx=\"60\" cy=\"23\" r=\"6\"/><circle cx=\"63.5\" cy=\"29\" r=\"5\"/><circle cx=\"48\" cy=\"24\" r=\"5\"/><circle cx=\"31\" cy=\"34\" r=\"3.5\"/><circle cx=\"65\" cy=\"34\" r=\"3.5\"/></g>",
    ),
    // Receding
    (
        "<path d=\"M28.5 44c-2-9 0-18 6-23h27c6 5 8 14 6 23z\" fill=\"{hair}\"/>",
        "<path d=\"M36 22c3-4.5 7-6.5 12-6.500s9 2 12 6.500c-4-1.5-8-1.2-10.5 1.5-4-3-9-3-13.5-1.500z\" fill=\"{hair}\"/>",
    ),
    // To the collar
    (
        "<path d=\"M26.5 44c-2-22 9-31 21.5-31s23.5 9 21.5 31c0 8 .5 13 0 18-8 4-35 4-43 0-.5-5 0-10 0-18z\" fill=\"{hair}\"/>",
        "<path d=\"M29 42c-2-16 7-26 19-26s21 10 19 26c-2-8-6-13-11-15-8 0-14-.5-19-2-2 4-6 9-8 17z\" fill=\"{hair}\"/>",
    ),
];

/// A head scarf, in the second colour.
pub(super) const SCARF: (&str, &str) = (
    "<path d=\"M24 46c-3-25 9-36 24-36s27 11 24 36c0 12 3 22 8 30-12 8-52 8-64 0 5-8 8-18 8-30z\" fill=\"{second}\"/>",
    "<path fill-rule=\"evenodd\" d=\"M25 46c-3-24 9-34 23-34s26 10 23 34c0 13-3 20 3 30-14 9-38 9-52 0 6-10 3-17 3-30zm7.5-5c0 14 7 22 15.5 22s15.5-8 15.5-22S57 23 48 23s-15.5 4-15.5 18z\" fill=\"{second}\"/><path d=\"M27 66c8 9 30 10 42 2\" fill=\"none\" stroke=\"#000\" stroke-opacity=\".14\" stroke-width=\"2\" stroke-linecap=\"round\"/>",
);

/// Hats, in the second colour, with the hair beneath.
pub(super) const HATS: [(&str, &str); 3] = [
    // Woollen
    (
        "<path d=\"M28 48c-2-8-1-14 1-18h38c2 4 3 10 1 18z\" fill=\"{hair}\"/>",
        "<circle cx=\"48\" cy=\"9.5\" r=\"4.5\" fill=\"{collar}\"/><path d=\"M28 31c0-13 8-20 20-20s20 7 20 20z\" fill=\"{second}\"/><rect x=\"26\" y=\"26.5\" width=\"44\" height=\"7\" rx=\"3.5\" fill=\"{second}\"/><rect x=\"26\" y=\"26.5\" width=\"44\" height=\"7\" rx=\"3.5\" fill=\"#000\" fill-opacity=\".2\"/>",
    ),
    // Flat cap
    (
        "<path d=\"M28 46c-2-8-1-12 1-16h38c2 4 3 8 1 16z\" fill=\"{hair}\"/>",
        "<path d=\"M25 30c-1-11 8-17 22-17s25 5 25 15c-14-3-32-3-47 2z\" fill=\"{second}\"/><path d=\"M36 27.500c10-3 24-3 37 1.5.5 3-1 4.5-3 4-10-3-22-4-34-5.500z\" fill=\"#000\" fill-opacity=\".28\"/>",
    ),
    // Straw
    (
        "<path d=\"M27 50c-2-8-1-14 1-18h40c2 4 3 10 1 18z\" fill=\"{hair}\"/>",
        "<path d=\"M32 26c0-10 6-15 16-15s16 5 16 15z\" fill=\"#e3c076\"/><path d=\"M32 22.500h32l.5 5h-33z\" fill=\"{second}\"/><ellipse cx=\"48\" cy=\"28.5\" rx=\"31\" ry=\"5\" fill=\"#d9b264\"/>",
    ),
];
