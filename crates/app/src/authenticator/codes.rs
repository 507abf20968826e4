//! Recovery codes: ten, each works once, kept as hashes only.

use ledger::id::UserId;
use sha2::{Digest, Sha256};
use store::{Tx, authenticators};

use crate::App;
use crate::error::Result;

/// How many there are.
pub const CODES: usize = 10;
/// Characters of a code: 80 bits, so that a hash cannot be turned back.
const LENGTH: usize = 16;
/// Without the letters and digits that look alike.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// Makes them anew and gives them as they are shown: `abcd-efgh-jkmn-pqrs`.
pub(super) async fn renew(tx: &mut Tx, app: &App, user: UserId) -> Result<Vec<String>> {
    let mut codes = Vec::new();
    let mut hashes = Vec::new();
    for _ in 0..CODES {
        let mut bytes = [0; LENGTH];
        app.random.fill(&mut bytes)?;
        let code: String = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
        hashes.push(hash(user, &code));
        codes.push(grouped(&code));
    }
    authenticators::set_codes(tx, user, &hashes).await?;
    Ok(codes)
}

fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// A code as it is compared: without spaces and hyphens, in small letters.
fn plain(typed: &str) -> String {
    typed.chars().filter(|c| c.is_ascii_alphanumeric()).take(64).collect::<String>().to_ascii_lowercase()
}

/// Whether this was meant as a recovery code rather than as one of an authenticator.
pub(super) fn looks_like(typed: &str) -> bool {
    plain(typed).len() > 8
}

/// Uses a code up, and tells whether it was one.
pub(super) async fn use_up(tx: &mut Tx, user: UserId, typed: &str) -> Result<bool> {
    Ok(authenticators::use_code(tx, user, &hash(user, &plain(typed))).await?)
}

fn hash(user: UserId, code: &str) -> [u8; 32] {
    let begun = Sha256::new().chain_update("ayni recovery\n").chain_update(user.0.to_be_bytes());
    begun.chain_update(code).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_however_they_are_typed() {
        assert_eq!(grouped("abcdefghjkmnpqrs"), "abcd-efgh-jkmn-pqrs");
        for typed in ["abcd-efgh-jkmn-pqrs", " ABCD efgh JKMN pqrs ", "abcdefghjkmnpqrs"] {
            assert_eq!(plain(typed), "abcdefghjkmnpqrs");
            assert!(looks_like(typed));
        }
        assert!(!looks_like("123456") && !looks_like("123 456"));
        assert_ne!(hash(UserId(1), "abcd"), hash(UserId(2), "abcd"), "of one user only");
    }

    #[test]
    fn letters_are_thirty_two_different_ones() {
        let mut letters = LETTERS.to_vec();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), 32);
    }
}
