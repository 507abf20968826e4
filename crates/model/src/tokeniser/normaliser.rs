//! One way to write a text: full-width letters become plain, ligatures letters, runs of spaces one `▁`.
//!
//! Which characters become what is a map in the file: NFKC and a little more, as the model was trained with. Its keys
//! are a double-array trie of bytes; a leaf says where in one long text the replacement begins, which a zero byte ends.

use crate::Error;

/// Stands for a space, so that words and what is between them are pieces alike.
const SPACE: char = '\u{2581}';

/// The map of characters.
pub(super) struct Normaliser {
    nodes: Vec<Node>,
    replacements: String,
}

/// A node of the trie: a label, whether a key ends here, and what the place of a child is reckoned from.
#[derive(Clone, Copy)]
struct Node(u32);

impl Node {
    fn is_reached_by(self, byte: u8) -> bool {
        // The highest bit marks a leaf, which no byte reaches.
        self.0 & 0x8000_00ff == u32::from(byte)
    }

    fn ends_a_key(self) -> bool {
        self.0 & 0x100 != 0
    }

    /// To be XORed with the node's own place, and for a child with its byte.
    fn offset(self) -> usize {
        ((self.0 >> 10) << ((self.0 & 0x200) >> 6)) as usize
    }

    /// Of a leaf: where its replacement begins.
    fn value(self) -> usize {
        (self.0 & 0x7fff_ffff) as usize
    }
}

impl Normaliser {
    /// Reads the map: the length of the trie in bytes, the trie, the replacements.
    pub(super) fn read(map: &[u8]) -> Result<Self, Error> {
        const DAMAGED: Error = Error::Damaged("the map of characters is cut off or no text");
        let (length, rest) = map.split_first_chunk().ok_or(DAMAGED)?;
        let length = u32::from_le_bytes(*length) as usize;
        let (trie, replacements) = rest.split_at_checked(length).ok_or(DAMAGED)?;
        let (nodes, []) = trie.as_chunks() else { return Err(DAMAGED) };
        let nodes = nodes.iter().map(|node| Node(u32::from_le_bytes(*node))).collect();
        let replacements = str::from_utf8(replacements).map_err(|_| DAMAGED)?.to_owned();
        Ok(Self { nodes, replacements })
    }

    /// The text in its one way: empty, or words with one [`SPACE`] before each.
    pub(super) fn normalise(&self, text: &str) -> String {
        let mut normal = String::from(SPACE);
        let mut rest = text;
        while !rest.is_empty() {
            let (first, after) = self.first(rest);
            for character in first.chars() {
                match character {
                    ' ' if normal.ends_with(SPACE) => (),
                    ' ' => normal.push(SPACE),
                    other => normal.push(other),
                }
            }
            rest = after;
        }
        normal.truncate(normal.trim_end_matches(SPACE).len());
        normal
    }

    /// What the beginning of a text becomes, and the text after it. Of several keys the longest holds.
    fn first<'a>(&'a self, text: &'a str) -> (&'a str, &'a str) {
        self.replaced(text).unwrap_or_else(|| {
            let length = text.chars().next().map_or(0, char::len_utf8);
            text.split_at(length)
        })
    }

    fn replaced<'a>(&'a self, text: &'a str) -> Option<(&'a str, &'a str)> {
        let (length, leaf) = self.longest_key(text.as_bytes())?;
        let replacement = self.replacements.get(leaf.value()..)?.split('\0').next()?;
        Some((replacement, text.get(length..)?))
    }

    /// How long the longest key is with which the text begins, and its leaf.
    fn longest_key(&self, text: &[u8]) -> Option<(usize, Node)> {
        let mut longest = None;
        let mut at = self.nodes.first()?.offset();
        for (index, byte) in text.iter().enumerate() {
            at ^= usize::from(*byte);
            let Some(node) = self.nodes.get(at).filter(|node| node.is_reached_by(*byte)) else { break };
            at ^= node.offset();
            if node.ends_a_key() {
                longest = Some((index + 1, *self.nodes.get(at)?));
            }
        }
        longest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn map(nodes: &[u32], replacements: &str) -> Vec<u8> {
        let trie: Vec<u8> = nodes.iter().flat_map(|node| node.to_le_bytes()).collect();
        let length = u32::try_from(trie.len()).unwrap().to_le_bytes();
        [&length, &*trie, replacements.as_bytes()].concat()
    }

    /// One key, `a`, which becomes `bc`.
    fn a_becomes_bc() -> Vec<u8> {
        let mut nodes = [0x8000_0000; 256];
        nodes[0] = 1 << 10;
        // The root's offset is 1; the leaf is one further from the node of `a`.
        nodes[1 ^ usize::from(b'a')] = 1 << 10 | 0x100 | u32::from(b'a');
        nodes[usize::from(b'a')] = 0x8000_0002;
        map(&nodes, "x\0bc\0")
    }

    #[test]
    fn keys_are_replaced_and_spaces_are_one() {
        let normaliser = Normaliser::read(&a_becomes_bc()).unwrap();
        for (text, normal) in
            [("", ""), ("   ", ""), ("\u{2581}", ""), ("a", "▁bc"), ("  da  é ", "▁dbc▁é"), ("🍅", "▁🍅")]
        {
            assert_eq!(normaliser.normalise(text), normal, "{text:?}");
        }
    }

    #[test]
    fn a_map_that_is_cut_off_or_no_text_is_refused() {
        let whole = map(&[1 << 10, 2], "x\0");
        for end in 0..whole.len() - 2 {
            assert!(Normaliser::read(&whole[..end]).is_err(), "cut at {end}");
        }
        assert!(Normaliser::read(&[whole, vec![0xff]].concat()).is_err());
        assert!(
            Normaliser::read(&[&[3, 0, 0, 0, 1, 2, 3][..], b"x"].concat()).is_err(),
            "three bytes of trie"
        );
    }

    proptest! {
        #[test]
        fn no_map_brings_it_down(nodes: Vec<u32>, replacements: String, text: String) {
            if let Ok(normaliser) = Normaliser::read(&map(&nodes, &replacements)) {
                normaliser.normalise(&text);
            }
        }

        #[test]
        fn no_flipped_bit_brings_it_down(at in 0..1028_usize, bit in 0..8_u8, text: String) {
            let mut map = a_becomes_bc();
            map[at] ^= 1 << bit;
            if let Ok(normaliser) = Normaliser::read(&map) {
                normaliser.normalise(&format!("a{text}a"));
            }
        }
    }
}
