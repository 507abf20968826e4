//! Codes that change every half a minute: RFC 6238 with SHA-1, six digits and steps of 30 seconds, which every app knows.

use ledger::time::Instant;
use ring::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};
use subtle::ConstantTimeEq;

/// Bytes of a secret, as RFC 4226 recommends.
pub(super) const SECRET: usize = 20;
/// Microseconds of a step.
const STEP_US: i64 = 30_000_000;

/// The step that an instant lies in.
pub(super) fn step(now: Instant) -> i64 {
    now.0.div_euclid(STEP_US)
}

/// The code of a step.
pub(super) fn code(secret: &[u8], step: i64) -> String {
    let tag = sign(&Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret), &step.to_be_bytes());
    let tag = tag.as_ref();
    let at = usize::from(tag[tag.len() - 1] & 0xf);
    let number = u32::from_be_bytes([tag[at] & 0x7f, tag[at + 1], tag[at + 2], tag[at + 3]]);
    format!("{:06}", number % 1_000_000)
}

/// The step whose code this is, among the one of now and its two neighbours. All three are compared, whichever fits.
pub(super) fn fits(secret: &[u8], typed: &str, now: Instant) -> Option<i64> {
    let here = step(now);
    let mut found = None;
    for candidate in [here - 1, here + 1, here] {
        if bool::from(code(secret, candidate).as_bytes().ct_eq(typed.as_bytes())) {
            found = Some(candidate);
        }
    }
    found
}

/// Bytes in base 32, as apps take secrets.
pub(super) fn base32(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut text = String::new();
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(DIGITS[(held >> bits) as usize & 31]));
        }
    }
    if bits > 0 {
        text.push(char::from(DIGITS[(held << (5 - bits)) as usize & 31]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, for SHA-1: its eight digits end with these six.
        for (second, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            let step = step(Instant(second * 1_000_000));
            assert_eq!(code(b"12345678901234567890", step), expected, "{second}");
        }
    }

    #[test]
    fn a_code_fits_its_own_step_and_the_two_beside_it() {
        let (secret, now) = (b"12345678901234567890", Instant(3_000_000_000_000));
        for (away, fine) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let step = step(now) + away;
            assert_eq!(fits(secret, &code(secret, step), now), fine.then_some(step), "{away}");
        }
        for typed in ["", "0", "abcdef", "0000000"] {
            assert_eq!(fits(secret, typed, now), None, "{typed}");
        }
    }

    #[test]
    fn base_32_is_that_of_the_standard() {
        // RFC 4648, section 10, without padding.
        for (bytes, expected) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(base32(bytes.as_bytes()), expected);
        }
    }
}
