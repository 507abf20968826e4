//! Points as people type or paste them: two numbers, degrees with minutes, a `geo:` address, the address of a map.
//!
//! ```text
//! 41.3851, 2.1734          41,3851 2,1734          41.3851 N 2.1734 E          41°23'06"N 2°10'24"E
//! geo:41.3851,2.1734       https://www.openstreetmap.org/#map=15/41.3851/2.1734
//! https://www.google.com/maps/@41.3851,2.1734,15z
//! ```
//!
//! Nothing is asked of anybody: what holds no numbers, such as a shortened address, cannot be read.

use store::points::Point;

/// Characters that are read at most: addresses of maps are long.
const MAX: usize = 2000;

/// Why something is no point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// Nothing in it looks like one.
    Nothing,
    /// The address of something, without numbers in it.
    Address,
    /// Numbers that are not on the map.
    OffMap,
}

/// The point in what was typed, rounded.
pub(super) fn read(typed: &str) -> Result<Point, Unreadable> {
    let text: String = decoded(typed.trim()).chars().take(MAX).collect();
    let is_address = text.contains("://") || text.starts_with("geo:") || text.contains("www.");
    let found = if is_address { in_address(&text) } else { in_words(&text) };
    let nothing = if is_address { Unreadable::Address } else { Unreadable::Nothing };
    let (latitude, longitude) = found.ok_or(nothing)?;
    if latitude.abs() > 90.0 || longitude.abs() > 180.0 {
        return Err(Unreadable::OffMap);
    }
    Ok(Point { latitude: hundredths(latitude), longitude: hundredths(longitude) })
}

#[expect(clippy::cast_possible_truncation, reason = "degrees are small")]
fn hundredths(degrees: f64) -> i64 {
    (degrees * 100.0).round() as i64
}

/// `%2C` is a comma: of what addresses hide, only what matters here.
fn decoded(text: &str) -> String {
    let mut text = text.to_owned();
    for (hidden, plain) in
        [("%2C", ","), ("%2c", ","), ("%20", " "), ("%2F", "/"), ("%2f", "/"), ("%7E", "~")]
    {
        text = text.replace(hidden, plain);
    }
    text
}

/// What stands before the two numbers in addresses of maps, and what may stand between them; the most exact first.
const MARKS: [(&str, &[&str]); 17] = [
    ("!3d", &["!4d"]),
    ("mlat=", &["&mlon="]),
    ("query=", &[","]),
    ("q=", &[","]),
    ("daddr=", &[","]),
    ("destination=", &[","]),
    ("@", &[","]),
    ("geo:", &[","]),
    ("ll=", &[","]),
    ("center=", &[","]),
    ("coordinate=", &[","]),
    ("cp=", &["~"]),
    ("loc:", &[","]),
    ("lat=", &["&lon=", "&lng=", "&long=", "&longitude="]),
    ("latitude=", &["&longitude="]),
    // `#map=15/41.38/2.17`, `#15/41.38/2.17`: how near one looks stands before them.
    ("#", &["/"]),
    ("/", &[","]),
];

fn in_address(text: &str) -> Option<(f64, f64)> {
    MARKS.iter().find_map(|(mark, between)| {
        text.match_indices(mark).find_map(|(at, _)| {
            let rest = text.get(at + mark.len()..)?;
            let rest = if *mark == "#" { past_zoom(rest)? } else { rest };
            let (first, rest) = number(rest)?;
            let rest = between.iter().find_map(|sign| rest.trim_start().strip_prefix(sign))?;
            // A number that goes on as a word is part of something else, such as a street's.
            let (second, rest) = number(rest)?;
            rest.chars().next().is_none_or(|next| !next.is_alphanumeric()).then_some((first, second))
        })
    })
}

fn past_zoom(rest: &str) -> Option<&str> {
    let (_, rest) = number(rest.strip_prefix("map=").unwrap_or(rest))?;
    rest.strip_prefix('/')
}

/// The number that a text begins with, and the rest.
fn number(text: &str) -> Option<(f64, &str)> {
    let text = text.trim_start_matches([' ', '+']);
    let unsigned = text.strip_prefix(['-', '−']);
    let digits = unsigned.unwrap_or(text);
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(digits.len());
    let (number, rest) = digits.split_at(end);
    let number: f64 = number.trim_end_matches('.').parse().ok()?;
    Some((if unsigned.is_some() { -number } else { number }, rest))
}

/// One of the two, as it is read: degrees, and the letter that says which way.
#[derive(Clone, Copy)]
struct Half {
    degrees: f64,
    is_negative: bool,
    way: Option<char>,
}

impl Half {
    fn value(self) -> f64 {
        let turns = matches!(self.way, Some('S' | 'W' | 'O'));
        if self.is_negative == turns { self.degrees } else { -self.degrees }
    }

    fn is_along(self, ways: &str) -> bool {
        self.way.is_none_or(|way| ways.contains(way))
    }
}

/// Two numbers, each with its minutes and seconds and its letter, if it has them.
fn in_words(text: &str) -> Option<(f64, f64)> {
    let text = text.to_uppercase().replace("''", "\"");
    let text = if text.contains('.') { text } else { with_points(&text)? };
    let mut halves: Vec<Half> = Vec::new();
    let mut waiting: Option<char> = None;
    let mut rest = text.as_str();
    while let Some(next) = rest.chars().next() {
        if next.is_ascii_digit() || matches!(next, '-' | '−' | '+') {
            let (number, behind) = number(rest)?;
            let mark = behind.trim_start().chars().next();
            match (mark, halves.last_mut()) {
                (Some('\'' | '′' | '’' | '`'), Some(half)) if number < 60.0 => {
                    half.degrees += number / 60.0
                }
                (Some('"' | '″' | '”' | '“'), Some(half)) if number < 60.0 => {
                    half.degrees += number / 3600.0
                }
                _ => halves.push(Half {
                    degrees: number.abs(),
                    is_negative: rest.starts_with(['-', '−']),
                    way: waiting.take(),
                }),
            }
            rest = behind;
            continue;
        }
        match next {
            'N' | 'S' | 'E' | 'W' | 'O' => match halves.last_mut() {
                Some(half) if half.way.is_none() => half.way = Some(next),
                _ => waiting = Some(next),
            },
            '°' | 'º' | '\'' | '′' | '’' | '`' | '"' | '″' | '”' | '“' | ',' | ';' | '/' | '(' | ')' =>
                {}
            space if space.is_whitespace() => {}
            _ => return None,
        }
        rest = rest.get(next.len_utf8()..)?;
    }
    match halves[..] {
        [north, east] if north.is_along("NS") && east.is_along("EWO") => Some((north.value(), east.value())),
        [east, north] if north.is_along("NS") && east.is_along("EWO") => Some((north.value(), east.value())),
        _ => None,
    }
}

/// `41,38 2,17` with points in place of the commas that stand between digits. None where there is one of these alone: `41,38` may
/// be half a point, or a whole one without decimals.
fn with_points(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    let decimal = |at: usize| letters[at] == ',' && is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
    let commas = (0..letters.len()).filter(|at| decimal(*at)).count();
    let pointed = |at: usize| if decimal(at) { '.' } else { letters[at] };
    (commas != 1).then(|| (0..letters.len()).map(pointed).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(latitude: i64, longitude: i64) -> Result<Point, Unreadable> {
        Ok(Point { latitude, longitude })
    }

    #[test]
    fn what_people_type_and_paste_is_read_and_rounded() {
        for typed in [
            "41.3851, 2.1734",
            "41.3851,2.1734",
            "  41.3851 2.1734 ",
            "41,3851 2,1734",
            "41,3851; 2,1734",
            "41,3851, 2,1734",
            "(41.3851, +2.1734)",
            "41.3851° N, 2.1734° E",
            "N 41.3851 E 2.1734",
            "2.1734 E, 41.3851 N",
            "41°23'06\"N 2°10'24\"E",
            "41° 23′ 06″ n, 2° 10′ 24″ e",
            "41º23'6''N 2º10'24''E",
            "geo:41.3851,2.1734",
            "geo:41.3851,2.1734;u=35",
            "geo:0,0?q=41.3851,2.1734(At+home)",
            "https://www.openstreetmap.org/#map=15/41.3851/2.1734",
            "https://www.openstreetmap.org/?mlat=41.3851&mlon=2.1734#map=12/41.0/2.0",
            "https://opentopomap.org/#map=13/41.3851/2.1734",
            "https://example.org/map#15.2/41.3851/2.1734",
            "https://www.google.com/maps/@41.3851,2.1734,15z",
            "https://www.google.com/maps/place/Town/@41.1,2.0,15z/data=!3m1!4b1!4m6!3d41.3851!4d2.1734?entry=ttu",
            "https://www.google.com/maps?q=41.3851,2.1734",
            "https://maps.google.com/?ll=41.3851,2.1734&z=10",
            "https://www.google.com/maps/search/?api=1&query=41.3851%2C2.1734",
            "https://www.google.com/maps/search/41.3851,+2.1734?shorturl=1",
            "https://maps.apple.com/?ll=41.3851,2.1734&q=Home",
            "https://maps.apple.com/place?coordinate=41.3851,2.1734",
            "https://www.bing.com/maps?cp=41.3851~2.1734&lvl=11",
            "https://example.org/?lat=41.3851&lon=2.1734",
            "Look: https://www.openstreetmap.org/#map=15/41.3851/2.1734",
        ] {
            assert_eq!(read(typed), point(4139, 217), "{typed}");
        }
        for (typed, latitude, longitude) in [
            ("-33.45, -70.66", -3345, -7066),
            ("33.45 S 70.66 W", -3345, -7066),
            ("52,3 -1,9", 5230, -190),
            ("40.42 N, 3.70 O", 4042, -370),
            ("−0.004, 0.004", 0, 0),
            ("52, 5", 5200, 500),
            ("90 180", 9000, 18000),
        ] {
            assert_eq!(read(typed), point(latitude, longitude), "{typed}");
        }
    }

    #[test]
    fn what_holds_no_point_is_told_apart() {
        for typed in [
            "",
            "here",
            "41.38",
            "41.38, 2.17, 5",
            "41,38",
            "N 41.38 S 2.17",
            "12 High Street 4",
            "…",
            "..",
            "- -",
        ] {
            assert_eq!(read(typed), Err(Unreadable::Nothing), "{typed}");
        }
        for typed in [
            "https://maps.app.goo.gl/aB3dE",
            "https://www.example.org/",
            "geo:",
            "https://www.google.com/maps/place/12,3rd+Street",
        ] {
            assert_eq!(read(typed), Err(Unreadable::Address), "{typed}");
        }
        for typed in ["91, 2", "41, 181", "geo:123,4", "2.17, 241.38"] {
            assert_eq!(read(typed), Err(Unreadable::OffMap), "{typed}");
        }
    }

    #[test]
    fn whatever_is_typed_is_answered() {
        let odd = [
            "💶".repeat(3000),
            "-".repeat(3000),
            "1.".repeat(3000),
            "@".repeat(3000),
            "!3d1!4d".repeat(500),
            "9".repeat(3000),
        ];
        for typed in odd {
            assert!(read(&typed).is_err());
        }
    }
}
