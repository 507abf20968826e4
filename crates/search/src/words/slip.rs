//! How many slips are between two words: letters more, less, other, or exchanged with their neighbours.

/// The slips from one word to another, if there are one or two and no more than so many.
pub(super) fn slips(one: &str, other: &str, most: usize) -> Option<usize> {
    // What both begin and end with needs no counting, and little else is left of words that are alike.
    let (one, other) = different(one, other);
    let longest = one.chars().count().max(other.chars().count());
    let few = match (longest, most) {
        (0, _) => return None,
        (1, _) => 1,
        // One slip leaves two letters different only if it exchanged them.
        (3.., 1) => return None,
        _ => strsim::osa_distance(one, other),
    };
    (few <= most).then_some(few)
}

/// The middles of two words, without what they have in common before and after.
fn different<'a>(one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    let alike = |(a, b): &(char, char)| a == b;
    let before: usize = one.chars().zip(other.chars()).take_while(alike).map(|(a, _)| a.len_utf8()).sum();
    let (one, other) = (&one[before..], &other[before..]);
    let ends = one.chars().rev().zip(other.chars().rev());
    let after: usize = ends.take_while(alike).map(|(a, _)| a.len_utf8()).sum();
    (&one[..one.len() - after], &other[..other.len() - after])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn slips_are_counted() {
        // one, other, slips if two are believed
        for (one, other, count) in [
            ("guitar", "guitar", None),
            ("guitar", "gitar", Some(1)),
            ("gitar", "guitar", Some(1)),
            ("guitar", "guitra", Some(1)),
            ("guitar", "guidar", Some(1)),
            ("guitar", "guitars", Some(1)),
            ("guitar", "ugitra", Some(2)),
            ("guitar", "gitarre", None),
            ("ключ", "ключи", Some(1)),
            ("ключ", "клюу", Some(1)),
            ("aab", "ab", Some(1)),
        ] {
            assert_eq!(slips(one, other, 2), count, "{one} {other}");
            assert_eq!(slips(one, other, 1), count.filter(|count| *count == 1), "{one} {other}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost_by_looking_at_the_middle_only(one in "[abé]{0,7}", other in "[abé]{0,7}", most in 1_usize..3) {
            let whole = strsim::osa_distance(&one, &other);
            prop_assert_eq!(slips(&one, &other, most), Some(whole).filter(|whole| (1..=most).contains(whole)));
        }
    }
}
