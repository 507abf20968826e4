//! The one colour an exchange chooses: checked, served as a tiny sheet, and drawn on crests.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A colour such as `#14616b`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// The server's own colour, for pages that belong to no exchange.
    pub const OURS: Self = Self([0x14, 0x61, 0x6b]);

    /// Reads `#14616b` or `14616b`; none for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// Six lower-case digits, without the `#`.
    #[must_use]
    pub fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("{red:02x}{green:02x}{blue:02x}")
    }

    /// The colour of words that stand on this one: `#ffffff` or a dark ink, whichever contrasts more.
    #[must_use]
    pub fn ink(self) -> &'static str {
        let [red, green, blue] = self.0.map(linear);
        let light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        if 1.05 / (light + 0.05) >= (light + 0.05) / 0.062 { "#ffffff" } else { "#1d1a17" }
    }
}

/// One channel in linear light, as WCAG counts it.
fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// `GET /colour/{rrggbb}.css`: the exchange's colour as one rule, since the content policy forbids inline styles.
pub async fn sheet(Path(file): Path<String>) -> Response {
    let Some(colour) = file.strip_suffix(".css").and_then(Colour::parse) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, "text/css; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, format!(":root{{--exchange:#{}}}\n", colour.hex())).into_response()
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn colours_are_six_digits() {
        assert_eq!(Colour::parse("#14616B").map(Colour::hex).as_deref(), Some("14616b"));
        for wrong in ["", "#fff", "red", "#14616g", "14616b;}", "#é14616"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn words_on_a_colour_can_be_read() {
        assert_eq!(Colour::parse("#14616b").map(Colour::ink), Some("#ffffff"));
        assert_eq!(Colour::parse("#ffdd00").map(Colour::ink), Some("#1d1a17"));
    }
}
