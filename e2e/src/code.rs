//! What an app with codes shows: RFC 6238 as the pages promise it, reckoned apart from the server.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use ring::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};

/// The code of this moment for a secret in base 32, spaces allowed.
///
/// # Errors
/// When it is no base 32.
pub fn of(secret: &str) -> Result<String> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for letter in secret.chars().filter(|letter| !letter.is_whitespace()) {
        let digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(letter);
        held = (held << 5) | u32::try_from(digit.with_context(|| format!("{letter} is no digit"))?)?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff)?);
        }
    }
    let step = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() / 30;
    let tag = sign(&Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, &bytes), &step.to_be_bytes());
    let at = usize::from(tag.as_ref().last().context("an empty tag")? & 0xf);
    let four: [u8; 4] = tag.as_ref().get(at..at + 4).context("a short tag")?.try_into()?;
    Ok(format!("{:06}", (u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000))
}
