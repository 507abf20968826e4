//! Faces: a drawn portrait, or initials on one of eight colours that follows from the account's number.

use app::pictures::Size;
use uuid::Uuid;

/// What stands for a member in lists and cards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Face {
    /// One or two letters.
    pub initials: String,
    /// 1 to 8.
    pub hue: u8,
    /// `org` for organisations, companies and the exchange itself, whose faces are square; otherwise empty.
    pub shape: &'static str,
    /// Where the portrait is, drawn or a picture of the member's own; empty for none.
    pub src: String,
}

impl Face {
    /// The face of a member: their name, their account's number (`MARL0027`), the account's kind as in the database,
    /// and the name of their portrait or an empty text.
    #[must_use]
    pub fn new(name: &str, number: &str, kind: &str, portrait: &str) -> Self {
        let shape = match kind {
            "organisation" | "company" | "public" | "administration" | "virtual" => "org",
            _ => "",
        };
        Self { initials: initials(name), hue: hue(number), shape, src: src(number, portrait) }
    }
}

/// Where a portrait is. A picture's name is a UUID, and its exchange's code stands at the beginning of the number.
fn src(number: &str, portrait: &str) -> String {
    match (portrait, number.get(..4)) {
        ("", _) => String::new(),
        (picture, Some(code)) if Uuid::try_parse(picture).is_ok() => {
            format!("/{code}/pictures/{picture}/{}", Size::Thumb.as_str())
        }
        (picture, None) if Uuid::try_parse(picture).is_ok() => String::new(),
        (drawn, _) => format!("/portrait/{drawn}.svg"),
    }
}

/// The first letters of the first and of the last word that begin with a letter or digit.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut first =
        name.split_whitespace().filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()));
    let Some(one) = first.next() else { return "·".to_owned() };
    one.to_uppercase().chain(first.next_back().into_iter().flat_map(char::to_uppercase)).collect()
}

/// A colour from 1 to 8, the same for an account wherever it is shown.
#[must_use]
pub fn hue(number: &str) -> u8 {
    let sum = number
        .bytes()
        .filter(u8::is_ascii_digit)
        .fold(0_u32, |sum, digit| sum * 3 % 8191 + u32::from(digit - b'0'));
    u8::try_from(sum % 8).unwrap_or(0) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_of_the_first_and_last_word() {
        let cases = [
            ("Rosa Whitlock", "RW"),
            ("Ana María de la Cruz", "AC"),
            ("Åsa", "Å"),
            ("", "·"),
            ("(Old) Mill", "OM"),
            ("  élodie  ", "É"),
        ];
        for (name, expected) in cases {
            assert_eq!(initials(name), expected);
        }
    }

    #[test]
    fn a_portrait_is_drawn_or_a_picture() {
        let picture = "0197f0c2-0000-7000-8000-0000000000ab";
        for (number, portrait, src) in [
            ("MARL0027", "", ""),
            ("MARL0027", "p0027", "/portrait/p0027.svg"),
            ("MARL0027", picture, "/MARL/pictures/0197f0c2-0000-7000-8000-0000000000ab/thumb"),
            ("", picture, ""),
        ] {
            assert_eq!(Face::new("Ana", number, "individual", portrait).src, src);
        }
    }

    #[test]
    fn hues_are_one_to_eight() {
        let seen: std::collections::BTreeSet<u8> = (0..100).map(|n| hue(&format!("MARL{n:04}"))).collect();
        assert_eq!(seen, (1..=8).collect());
    }
}
