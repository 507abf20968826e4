//! Drawn portraits: simple friendly faces of our own drawing, for members who show no photograph.
//!
//! A portrait is its name. `p0421` is always the same face. Letters after a dash settle what chance would else choose:
//!
//! | letter | meaning |
//! |---|---|
//! | `f` `m` | a woman, a man |
//! | `y` `a` `o` | young, in the middle of life, old |
//! | `1` to `6` | skin, from light to dark |
//! | `s` | a head scarf |
//! | `b` | a beard |
//! | `g` | glasses |
//! | `h` | a hat |
//!
//! So `p0421-fo2g` is an old woman with light skin and glasses.

mod parts;

use parts::{BACKGROUNDS, CLOTHES, HAIRS, SKINS};

/// What a portrait's name asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Wish {
    seed: u64,
    woman: Option<Build>,
    age: Option<Age>,
    skin: Option<usize>,
    scarf: bool,
    beard: bool,
    glasses: bool,
    hat: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Build {
    Woman,
    Man,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Age {
    Young,
    Middle,
    Old,
}

/// The picture of this name as a whole SVG document of about 2 kB; none when it is not the name of a portrait.
#[must_use]
pub fn svg(name: &str) -> Option<String> {
    parse(name).map(draw)
}

fn parse(name: &str) -> Option<Wish> {
    let rest = name.strip_prefix('p')?;
    let (digits, letters) = rest.split_once('-').unwrap_or((rest, ""));
    if digits.is_empty() || digits.len() > 9 || letters.len() > 8 {
        return None;
    }
    let mut wish = Wish { seed: digits.parse().ok()?, ..Wish::default() };
    for letter in letters.chars() {
        match letter {
            'f' => wish.woman = Some(Build::Woman),
            'm' => wish.woman = Some(Build::Man),
            'y' => wish.age = Some(Age::Young),
            'a' => wish.age = Some(Age::Middle),
            'o' => wish.age = Some(Age::Old),
            '1'..='6' => wish.skin = letter.to_digit(10).map(|digit| digit as usize - 1),
            's' => wish.scarf = true,
            'b' => wish.beard = true,
            'g' => wish.glasses = true,
            'h' => wish.hat = true,
            _ => return None,
        }
    }
    Some(wish)
}

/// A small run of choices that follows from the seed alone.
struct Choices(u64);

impl Choices {
    /// One of `count` possibilities, `count` > 0.
    fn of(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % count as u64).unwrap_or(0)
    }

    /// True once in `count`.
    fn once_in(&mut self, count: usize) -> bool {
        self.of(count) == 0
    }
}

fn draw(wish: Wish) -> String {
    let mut choose = Choices(wish.seed);
    let build = [Build::Woman, Build::Man][choose.of(2)];
    let age = [Age::Young, Age::Middle, Age::Middle, Age::Old][choose.of(4)];
    let skin = choose.of(6);
    let (build, age) = (wish.woman.unwrap_or(build), wish.age.unwrap_or(age));
    let skin = SKINS[wish.skin.unwrap_or(skin)];
    let hair = hair_colour(&mut choose, age, skin.dark_hair);
    let background = BACKGROUNDS[choose.of(BACKGROUNDS.len())];
    let (cloth, collar) = CLOTHES[choose.of(CLOTHES.len())];
    let style = choose.of(6);
    let neckline = choose.of(parts::NECKLINES.len());
    let mouth = choose.of(parts::MOUTHS.len());
    let wide = choose.of(3);
    let glasses = choose.once_in(if age == Age::Old { 2 } else { 4 }) || wish.glasses;
    let beard = build == Build::Man && (choose.once_in(3) || wish.beard);
    let beard_style = choose.of(parts::BEARDS.len());
    let earring = build == Build::Woman && choose.once_in(3);
    let second = CLOTHES[choose.of(CLOTHES.len())].0;

    let (back, front) = match (build, wish.scarf, wish.hat) {
        (_, true, _) => parts::SCARF,
        (_, _, true) => parts::HATS[style % parts::HATS.len()],
        (Build::Woman, ..) => parts::LONG_HAIRS[style],
        (Build::Man, ..) => parts::SHORT_HAIRS[style],
    };
    let pieces = [
        back,
        parts::SHOULDERS,
        parts::NECKLINES[neckline],
        parts::HEADS[wide],
        if wish.scarf { "" } else { parts::EARS },
        if earring && !wish.scarf { parts::EARRINGS } else { "" },
        if age == Age::Old { parts::LINES } else { "" },
        parts::FEATURES,
        if beard { parts::BEARDS[beard_style] } else { "" },
        parts::MOUTHS[mouth],
        front,
        if glasses { parts::GLASSES } else { "" },
    ];
    let mut drawing = String::with_capacity(2600);
    drawing.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"8 5 80 80\">");
    drawing.push_str("<rect width=\"96\" height=\"96\" fill=\"{background}\"/>");
    for piece in pieces {
        drawing.push_str(piece);
    }
    drawing.push_str("</svg>\n");
    let colours = [
        ("{background}", background),
        ("{skin}", skin.face),
        ("{shade}", skin.shade),
        ("{lips}", skin.lips),
        ("{hair}", hair),
        ("{cloth}", cloth),
        ("{collar}", collar),
        ("{second}", second),
    ];
    colours.iter().fold(drawing, |drawing, (name, colour)| drawing.replace(name, colour))
}

fn hair_colour(choose: &mut Choices, age: Age, dark: parts::DarkHair) -> &'static str {
    let (young, grey) = (&HAIRS[..5], &HAIRS[5..]);
    let natural = match dark {
        parts::DarkHair::Always => &young[..2],
        parts::DarkHair::Mostly => &young[..3],
        parts::DarkHair::Free => young,
    };
    let colour = natural[choose.of(natural.len())];
    let faded = grey[choose.of(grey.len())];
    if age == Age::Old || (age == Age::Middle && choose.once_in(5)) { faded } else { colour }
}

#[cfg(test)]
mod tests {
    use super::svg;

    #[test]
    fn a_name_is_always_the_same_face() {
        assert_eq!(svg("p0421"), svg("p0421"));
        assert_ne!(svg("p0421"), svg("p0422"));
        assert_ne!(svg("p0421-f"), svg("p0421-m"));
    }

    #[test]
    fn every_face_is_drawn_whole_and_holds_no_style() {
        for seed in 0..400 {
            let drawing = svg(&format!("p{seed:04}")).expect("a portrait");
            assert!(!drawing.contains('{') && !drawing.contains("style="), "{drawing}");
            assert_eq!(drawing.matches("<g").count(), drawing.matches("</g>").count());
        }
    }

    #[test]
    fn other_names_are_no_portraits() {
        for name in ["", "p", "0421", "p12x", "p1-z", "p1234567890", "../p1"] {
            assert_eq!(svg(name), None, "{name}");
        }
    }
}
