//! A vocabulary of a few letters: how texts are cut, and that no damage brings the tokeniser down.

use super::*;
use proptest::prelude::*;

fn field(number: u8, bytes: &[u8]) -> Vec<u8> {
    let length = u8::try_from(bytes.len()).unwrap();
    assert!(length < 0x80, "a length of one byte");
    [&[number << 3 | 2, length], bytes].concat()
}

fn piece(text: &str, score: f32, kind: u8) -> Vec<u8> {
    let message = [&field(1, text.as_bytes())[..], &[0x15], &score.to_le_bytes(), &[0x18, kind]].concat();
    field(1, &message)
}

/// A model with these pieces after the three that every one has; its map of characters changes nothing.
fn model(pieces: &[(&str, f32)]) -> Vec<u8> {
    let special = [piece("<unk>", 0.0, 2), piece("<s>", 0.0, 3), piece("</s>", 0.0, 3)];
    let pieces = pieces.iter().map(|(text, score)| piece(text, *score, 1));
    let map = [4_u32.to_le_bytes(), 0x8000_0000_u32.to_le_bytes()].concat();
    special.into_iter().chain(pieces).chain([field(3, &field(2, &map))]).flatten().collect()
}

const PIECES: &[(&str, f32)] =
    &[("▁", -2.0), ("a", -3.0), ("ab", -4.0), ("b", -3.0), ("▁ab", -8.0), ("é", -1.0)];

#[test]
fn a_text_is_cut_where_it_is_likeliest() {
    let tokeniser = Tokeniser::read(&model(PIECES)).unwrap();
    assert_eq!(tokeniser.size(), 9);
    for (text, ids) in [
        ("", &[1, 0, 2][..]),
        (" \t ", &[1, 3, 0, 2]),
        ("a", &[1, 3, 4, 2]),
        // ▁ and ab are likelier than ▁ab, and than ▁, a and b.
        ("ab", &[1, 3, 5, 2]),
        ("ba b", &[1, 3, 6, 4, 3, 6, 2]),
        ("éxé", &[1, 3, 8, 0, 8, 2]),
        ("🍅🥚", &[1, 3, 0, 0, 2]),
        // What stands for the end is not found in a text.
        ("</s>", &[1, 3, 0, 0, 0, 0, 2]),
    ] {
        assert_eq!(tokeniser.ids(text), ids, "{text:?}");
    }
}

#[test]
fn a_long_text_is_cut_short() {
    let tokeniser = Tokeniser::read(&model(PIECES)).unwrap();
    let ids = tokeniser.ids(&"ba".repeat(1_000_000));
    assert_eq!(ids.len(), MAX_PIECES);
    assert_eq!(ids, tokeniser.ids(&"ba".repeat(MAX_PIECES)));
    assert_eq!([ids[0], ids[1], ids[2], ids[MAX_PIECES - 2], ids[MAX_PIECES - 1]], [1, 3, 6, 5, 2]);
    // Of what has no pieces only the first bytes are read, and no character is halved.
    assert_eq!(tokeniser.ids(&" ".repeat(MAX_BYTES)), tokeniser.ids(""));
    assert_eq!(tokeniser.ids(&format!("{}🍅", " ".repeat(MAX_BYTES - 1))), tokeniser.ids(""));
}

#[test]
fn a_model_that_lacks_something_is_refused() {
    let whole = model(PIECES);
    for end in 0..whole.len() {
        assert!(Tokeniser::read(&whole[..end]).is_err(), "cut at {end}");
    }
    assert!(Tokeniser::read(&model(&[])).is_err(), "no pieces");
    assert!(Tokeniser::read(&model(&[("", -1.0)])).is_err(), "a piece without text");
    assert!(Tokeniser::read(&model(&[("a", f32::NAN)])).is_err(), "a piece without a score");
}

proptest! {
    #[test]
    fn no_flipped_bits_bring_it_down(flips in proptest::collection::vec((0..256_usize, 0..8_u8), 1..4), text: String) {
        let mut damaged = model(PIECES);
        let length = damaged.len();
        for (at, bit) in flips {
            damaged[at % length] ^= 1 << bit;
        }
        if let Ok(tokeniser) = Tokeniser::read(&damaged) {
            let ids = tokeniser.ids(&format!("ab {text}"));
            prop_assert!(ids.len() >= 3 && ids.len() <= MAX_PIECES);
            prop_assert!(ids.iter().all(|id| (*id as usize) < tokeniser.size()));
        }
    }
}
