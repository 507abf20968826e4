//! Drawings: flat pictures of things that people offer, for the demo's listings, which nobody has photographed.
//!
//! A drawing is its name: `food-3` is always the same one. Before the dash stands what it is of, behind it a number that
//! settles the colours, what lies beside it and which way it looks.

use app::pictures::Size;

mod kitchen;
mod things;
mod tools;

use kitchen::growing;
use things::thing;
use tools::tool;

/// Ground, table, and the four colours that things are drawn in: the first two strong, then a dark and a light one.
const PALETTES: [[&str; 6]; 6] = [
    ["#f6e7cf", "#d9b48a", "#c8553d", "#e9a23b", "#4a3528", "#fff8ea"],
    ["#dfeee6", "#a8c9a7", "#2f7d5b", "#e2b13c", "#23413a", "#f7fff8"],
    ["#e3ebf6", "#a9bedb", "#2f5d9b", "#e58a4e", "#22304a", "#fafcff"],
    ["#f7e3e0", "#dba9a0", "#a33b4f", "#5f8f83", "#48232c", "#fff6f4"],
    ["#ece6f5", "#bdaed8", "#6a4c93", "#e0b04c", "#33244d", "#fcf9ff"],
    ["#fdf0d2", "#e6c46f", "#3e7c8a", "#d9653b", "#2c3b3f", "#fffbf0"],
];

/// The drawing of this name as a whole SVG document of about 1.5 kB; none when there is no such thing.
#[must_use]
pub fn svg(name: &str, size: Size) -> Option<String> {
    let (of, number) = name.rsplit_once('-')?;
    let number: usize = number.parse().ok()?;
    let [ground, table, colours @ ..] = PALETTES[number % PALETTES.len()];
    let thing = thing(of, colours).or_else(|| tool(of, colours)).or_else(|| growing(of, colours))?;
    let sun = 120 + number % 5 * 100;
    let light = colours[3];
    let beside = beside(number / PALETTES.len(), colours);
    let turned = if number % 2 == 1 { r#" transform="matrix(-1 0 0 1 640 0)""# } else { "" };
    // A square one shows the middle.
    let (view, width, height) = match size {
        Size::Thumb => ("80 0 480 480", 160, 160),
        Size::Card | Size::Full => ("0 0 640 480", 640, 480),
    };
    Some(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{width}" height="{height}"><path d="M0 0h640v480H0z" fill="{ground}"/><circle cx="{sun}" cy="120" r="64" fill="{light}" opacity=".7"/><path d="M0 372h640v108H0z" fill="{table}"/><g{turned}>{beside}<ellipse cx="320" cy="394" rx="170" ry="18" opacity=".15"/>{thing}</g></svg>"#
    ))
}

/// What lies beside the thing.
fn beside(which: usize, [one, other, dark, light]: [&str; 4]) -> String {
    match which % 4 {
        0 => String::new(),
        1 => format!(
            r#"<path d="M96 392v-88" stroke="{dark}" stroke-width="6"/><path d="M96 320c-40-6-44-44-40-60 30 4 44 28 40 60zm0-24c36-6 42-38 38-54-28 4-40 26-38 54z" fill="{one}" opacity=".8"/>"#
        ),
        2 => format!(
            r#"<path d="M70 330h74l-8 62H78z" fill="{other}"/><path d="M144 344c30-4 30 34-6 32" fill="none" stroke="{other}" stroke-width="9"/><path d="M92 312c-8-16 8-20 0-36m26 36c-8-16 8-20 0-36" fill="none" stroke="{light}" stroke-width="6" stroke-linecap="round"/>"#
        ),
        _ => format!(
            r#"<path d="M60 372h92v20H60z" fill="{one}"/><path d="M66 352h80v20H66z" fill="{light}"/><path d="M72 332h76v20H72z" fill="{other}"/>"#
        ),
    }
}

#[cfg(test)]
mod tests {
    use app::demo::market_town::MARLBROOK;
    use app::demo::time_bank::VALDEMORA;
    use app::market::STANDARD;

    use super::*;

    #[test]
    fn everything_of_the_standard_set_and_of_the_demo_can_be_drawn() {
        let of_demo = [&MARLBROOK, &VALDEMORA].into_iter().flat_map(|exchange| exchange.put_up());
        let drawn = of_demo.map(|listing| listing.drawn).filter(|drawn| !drawn.is_empty());
        for concept in STANDARD.into_iter().map(|(concept, _)| concept).chain(drawn) {
            for number in 0..24 {
                let name = format!("{concept}-{number}");
                let card = svg(&name, Size::Card).unwrap_or_else(|| panic!("{name}"));
                assert_eq!(svg(&name, Size::Card).as_ref(), Some(&card), "the same name, the same drawing");
                assert!(card.len() < 4000 && !card.contains("style=") && !card.contains("<script"), "{name}");
                assert!(card.matches('<').count() == card.matches('>').count());
            }
        }
        for wrong in ["", "food", "food-", "food-x", "nothing-1", "-1"] {
            assert_eq!(svg(wrong, Size::Card), None, "{wrong}");
        }
    }
}
