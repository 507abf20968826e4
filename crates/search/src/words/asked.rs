//! A query's words, each with what it may mean among the words that are known.

use super::alternatives::{Alternative, Lookup};
use super::score::rarity;
use super::{Field, Words};
use crate::query::{How, Matching, Reason};
use crate::text::{self, Kind, Token};
use crate::weights::Weights;

/// Different words at most that a query has; the rest of a longer one is not looked at.
const MOST_WORDS: usize = 32;

/// A word that nobody wrote weighs like one that one in so many documents holds: more than *the*, less than what is rare, so that
/// it neither lets everything pass nor drowns the words that are known.
const UNKNOWN: usize = 20;

/// A query as the index understands it.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    pub(super) words: Vec<AskedWord>,
    pub(super) matching: Option<Matching>,
}

/// A word of a query.
#[derive(Debug)]
pub(super) struct AskedWord {
    token: Token,
    /// What it may mean, best first.
    pub whole: Vec<Alternative>,
    /// What each part of it may mean, if it is a compound.
    pub parts: Vec<Vec<Alternative>>,
    /// What finding it is worth.
    pub rarity: f32,
}

impl Words {
    /// Understands a query among the documents (slots) that may be found.
    pub(crate) fn ask(
        &self,
        text: &str,
        matching: Matching,
        weights: &Weights,
        allowed: &impl Fn(u32) -> bool,
    ) -> Asked {
        let lookup = Lookup { words: self, weights };
        let mut tokens: Vec<Token> = Vec::new();
        for token in text::of_query(text) {
            if tokens.len() < MOST_WORDS && !tokens.contains(&token) {
                tokens.push(token);
            }
        }
        let unfinished = matching == Matching::Typing && text.ends_with(char::is_alphanumeric);
        let growing = tokens.last().filter(|_| unfinished).cloned();
        let is_heavy = |token: &Token| !is_light(token) || growing.as_ref() == Some(token);
        // Whoever wants the very words gets them all.
        if matching != Matching::Exact && tokens.iter().any(is_heavy) {
            tokens.retain(is_heavy);
        }
        let last = tokens.len();
        let words = tokens.into_iter().enumerate().map(|(place, token)| {
            let open = unfinished && place + 1 == last;
            let whole = self.best_first(match (matching, token.kind) {
                (Matching::Exact, Kind::Word) | (_, Kind::Pair) => lookup.same(&token.word),
                (_, Kind::Single) => single(&lookup, &token.word),
                (_, Kind::Word) => self.lenient(&lookup, &token.word, open, allowed),
            });
            let parts = match (matching, token.kind) {
                (Matching::Free | Matching::Typing, Kind::Word) => {
                    lookup.parts(&token.word).into_iter().map(|part| self.best_first(part)).collect()
                }
                _ => Vec::new(),
            };
            let rarity = rarity(self.count, self.holders(&whole, &parts));
            AskedWord { token, whole, parts, rarity }
        });
        Asked { words: words.collect(), matching: Some(matching) }
    }

    /// All that a word may mean. It is only taken for a slip where nobody who may be found wrote it so, and for two slips where
    /// one does not explain it.
    fn lenient(
        &self,
        lookup: &Lookup<'_>,
        word: &str,
        open: bool,
        allowed: &impl Fn(u32) -> bool,
    ) -> Vec<Alternative> {
        let mut found = lookup.same(word);
        found.extend(lookup.forms(word));
        if open {
            found.extend(lookup.begun(word, lookup.weights.typing));
        }
        let stands = |alternative: &Alternative| {
            self.vocabulary.term(alternative.term).postings.iter().any(|posting| allowed(posting.slot))
        };
        let known = found.iter().any(stands);
        if !open {
            found.extend(lookup.beginnings(word));
        }
        found.extend(lookup.endings(word));
        for slips in if known { 1..1 } else { 1..3 } {
            let mistyped = lookup.slips(word, slips);
            let enough = mistyped.iter().any(stands);
            found.extend(mistyped);
            if enough {
                break;
            }
        }
        found
    }

    /// Each term once, as what it fits best; best first, and equal ones by the alphabet.
    fn best_first(&self, mut alternatives: Vec<Alternative>) -> Vec<Alternative> {
        let better = |a: &Alternative, b: &Alternative| b.weight.total_cmp(&a.weight).then(a.how.cmp(&b.how));
        alternatives.sort_by(|a, b| a.term.cmp(&b.term).then(better(a, b)));
        alternatives.dedup_by_key(|alternative| alternative.term);
        let word = |alternative: &Alternative| &self.vocabulary.term(alternative.term).word;
        alternatives.sort_by(|a, b| better(a, b).then_with(|| word(a).cmp(word(b))));
        alternatives
    }

    /// About how many documents hold a word: in itself or its forms if there are any, else in what is like it.
    fn holders(&self, whole: &[Alternative], parts: &[Vec<Alternative>]) -> usize {
        let sum = |alternatives: &[Alternative], most: How| -> usize {
            let near = alternatives.iter().filter(|alternative| alternative.how <= most);
            near.map(|alternative| self.vocabulary.term(alternative.term).postings.len()).sum()
        };
        let near = sum(whole, How::Form);
        let any = if near > 0 { near } else { sum(whole, How::Slip) };
        let rarest_part = || parts.iter().map(|part| sum(part, How::Form)).min();
        let known = Some(any).filter(|any| *any > 0).or_else(rarest_part);
        known.unwrap_or_else(|| (self.count / UNKNOWN).max(1))
    }

    /// Why a document fits a query, word for word.
    pub(crate) fn reasons(&self, asked: &Asked, slot: u32) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = Vec::new();
        let mut before: Option<&AskedWord> = None;
        for word in &asked.words {
            let whole = self.reason(word, &word.whole, slot);
            let found = match whole {
                Some(reason) => vec![reason],
                None => word.parts.iter().filter_map(|part| self.reason(word, part, slot)).collect(),
            };
            let here = (!found.is_empty()).then_some(word);
            for reason in found {
                match (before, reasons.last_mut()) {
                    (Some(before), Some(last)) if goes_on(before, word) => prolong(last, &reason),
                    _ => reasons.push(reason),
                }
            }
            before = here;
        }
        reasons
    }

    fn reason(&self, word: &AskedWord, alternatives: &[Alternative], slot: u32) -> Option<Reason> {
        alternatives.iter().find_map(|alternative| {
            let term = self.vocabulary.term(alternative.term);
            let place = term.postings.binary_search_by_key(&slot, |posting| posting.slot).ok()?;
            let in_parts = !word.parts.is_empty() && !word.whole.contains(alternative);
            Some(Reason::Word {
                typed: word.token.word.clone(),
                found: term.word.to_string(),
                how: if in_parts { How::Compound } else { alternative.how },
                fields: term.postings[place].counts.all().map(|(field, _)| field).collect::<Vec<Field>>(),
            })
        })
    }
}

fn is_light(token: &Token) -> bool {
    token.kind == Kind::Word && text::is_light(&text::spelling(&token.word))
}

/// One letter of a script without spaces: wherever it stands, which is alone or at the beginning of a pair.
fn single(lookup: &Lookup<'_>, letter: &str) -> Vec<Alternative> {
    let mut found = lookup.same(letter);
    found.extend(lookup.begun(letter, 1.0));
    found
}

/// Whether one pair of letters overlaps with the one before it.
fn goes_on(before: &AskedWord, word: &AskedWord) -> bool {
    let pairs = [before, word].iter().all(|word| word.token.kind == Kind::Pair);
    pairs && word.token.word.chars().next().is_some_and(|first| before.token.word.ends_with(first))
}

/// Makes one reason of two overlapping pairs.
fn prolong(last: &mut Reason, next: &Reason) {
    if let (Reason::Word { typed, found, fields, .. }, Reason::Word { typed: more, fields: also, .. }) =
        (last, next)
    {
        let rest: String = more.chars().skip(1).collect();
        typed.push_str(&rest);
        found.push_str(&rest);
        fields.retain(|field| also.contains(field));
    }
}
