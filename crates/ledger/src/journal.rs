//! The journal's arithmetic: what a hash is taken of.
//!
//! Each exchange has two chains, its *journal* of committed transfers and its *acts* (changes of limits, states, switches,
//! policy, and holds). Every link is SHA-256 over a tag, the hash before, and a fixed binary encoding, in which numbers are
//! big-endian, texts are length-prefixed, and absent things are a zero byte. Words of people enter only as a salted
//! commitment: erase words and salt, keep the commitment, and the chain still verifies.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    id::{AccountId, ExchangeId, UserId},
    time::Instant,
    transfer::{Acting, Capacity, Channel, Entry, Kind, Transfer, Words},
};

/// A SHA-256 value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hash(pub [u8; 32]);

/// The newest link of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its number; 0 before the first.
    pub number: i64,
    /// Its hash.
    pub hash: Hash,
}

impl Head {
    /// The head of an exchange's journal before its first transfer.
    #[must_use]
    pub fn of_journal(exchange: ExchangeId) -> Head {
        Head { number: 0, hash: Preimage::new(b"ayni journal 1").int(exchange.0).hash() }
    }

    /// The head of an exchange's acts before the first.
    #[must_use]
    pub fn of_acts(exchange: ExchangeId) -> Head {
        Head { number: 0, hash: Preimage::new(b"ayni acts 1").int(exchange.0).hash() }
    }
}

/// The salted commitment to some words.
#[must_use]
pub fn commitment(words: &Words) -> Hash {
    Preimage::new(b"ayni words 1").bytes(&words.salt).bytes(words.text.as_bytes()).hash()
}

/// What is hashed of a committed transfer besides its own fields.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// The journal's head before it.
    pub before: Head,
    /// When it was counted.
    pub at: Instant,
    /// Who decided that it counts.
    pub decided_by: UserId,
    /// The commitment to its description.
    pub description: Hash,
    /// Its entries.
    pub entries: &'a [Entry],
}

/// The hash of a committed transfer.
#[must_use]
pub fn transfer_hash(transfer: &Transfer, link: &Link<'_>) -> Hash {
    let order = &transfer.order;
    let mut preimage = Preimage::new(b"ayni transfer 1")
        .bytes(&link.before.hash.0)
        .int(link.before.number + 1)
        .int(order.exchange.0)
        .bytes(order.id.0.as_bytes())
        .byte(kind_byte(transfer.kind))
        .int(order.payer.0)
        .int(order.payee.0)
        .int(order.amount.units())
        .bytes(&link.description.0)
        .option(order.traded_on.map(|day| i64::from(day.0)))
        .text(order.category.as_deref())
        .bytes(order.settles.as_ref().map_or(&[][..], |id| id.as_bytes().as_slice()))
        .bytes(transfer.linked.as_ref().map_or(&[][..], |id| id.as_bytes().as_slice()))
        .bytes(transfer.corrects.as_ref().map_or(&[][..], |id| id.0.as_bytes().as_slice()))
        .int(transfer.made_by.0)
        .option(transfer.made_for.map(|account| account.0))
        .byte(capacity_byte(transfer.capacity))
        .byte(channel_byte(order.channel))
        .int(transfer.created_at.0)
        .int(link.at.0)
        .int(link.decided_by.0)
        .int(i64::try_from(link.entries.len()).unwrap_or(i64::MAX));
    for entry in link.entries {
        preimage = preimage.int(entry.account.0).int(entry.amount).int(entry.balance);
    }
    preimage.hash()
}

/// What is hashed of an act.
#[derive(Debug, Clone, Copy)]
pub struct ActLink<'a> {
    /// The chain of acts before it.
    pub before: Head,
    /// The exchange.
    pub exchange: ExchangeId,
    /// The journal's number when it was done.
    pub journal_number: i64,
    /// When.
    pub at: Instant,
    /// Who.
    pub made_by: UserId,
    /// As what.
    pub acting: Acting,
    /// The account concerned.
    pub account: Option<AccountId>,
    /// What, as the JSON text that is stored: the bytes themselves are hashed, never a re-encoding.
    pub body: &'a str,
    /// The commitment to the reason.
    pub reason: Hash,
}

/// The hash of an act.
#[must_use]
pub fn act_hash(link: &ActLink<'_>) -> Hash {
    let (acting, holder) = acting_bytes(link.acting);
    Preimage::new(b"ayni act 1")
        .bytes(&link.before.hash.0)
        .int(link.before.number + 1)
        .int(link.exchange.0)
        .int(link.journal_number)
        .int(link.at.0)
        .int(link.made_by.0)
        .byte(acting)
        .option(holder)
        .option(link.account.map(|account| account.0))
        .text(Some(link.body))
        .bytes(&link.reason.0)
        .hash()
}

fn kind_byte(kind: Kind) -> u8 {
    match kind {
        Kind::Trade => 1,
        Kind::Reversal => 2,
        Kind::Replacement => 3,
        Kind::Import => 4,
    }
}

fn capacity_byte(capacity: Capacity) -> u8 {
    match capacity {
        Capacity::Payer => 1,
        Capacity::Payee => 2,
        Capacity::Coordinator => 3,
        Capacity::Admin => 4,
        Capacity::Server => 5,
    }
}

fn channel_byte(channel: Channel) -> u8 {
    match channel {
        Channel::Web => 1,
        Channel::Api => 2,
        Channel::Sheet => 3,
        Channel::Slip => 4,
        Channel::Tag => 5,
        Channel::Import => 6,
        Channel::Rule => 7,
    }
}

fn acting_bytes(acting: Acting) -> (u8, Option<i64>) {
    match acting {
        Acting::Holder(account) => (1, Some(account.0)),
        Acting::Coordinator => (2, None),
        Acting::Admin => (3, None),
        Acting::Server => (4, None),
    }
}

/// A hash in the making: fields one after the other, none of which can run into the next.
struct Preimage(Sha256);

impl Preimage {
    fn new(tag: &[u8]) -> Preimage {
        Preimage(Sha256::new()).bytes(tag)
    }

    fn byte(mut self, value: u8) -> Preimage {
        self.0.update([value]);
        self
    }

    fn int(mut self, value: i64) -> Preimage {
        self.0.update(value.to_be_bytes());
        self
    }

    fn option(self, value: Option<i64>) -> Preimage {
        match value {
            None => self.byte(0),
            Some(value) => self.byte(1).int(value),
        }
    }

    fn bytes(mut self, value: &[u8]) -> Preimage {
        self.0.update((value.len() as u64).to_be_bytes());
        self.0.update(value);
        self
    }

    fn text(self, value: Option<&str>) -> Preimage {
        match value {
            None => self.byte(0),
            Some(text) => self.byte(1).bytes(text.as_bytes()),
        }
    }

    fn hash(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_fields_cannot_run_into_each_other() {
        let hash = |a: &str, b: &str| Preimage::new(b"t").bytes(a.as_bytes()).bytes(b.as_bytes()).hash();
        assert_ne!(hash("ab", "c"), hash("a", "bc"));
    }

    #[test]
    fn a_commitment_needs_the_words_and_the_salt() {
        let words = |text: &str, salt| Words { text: text.into(), salt: [salt; 16] };
        assert_eq!(commitment(&words("bread", 1)), commitment(&words("bread", 1)));
        assert_ne!(commitment(&words("bread", 1)), commitment(&words("bread", 2)));
        assert_ne!(commitment(&words("bread", 1)), commitment(&words("breaf", 1)));
    }

    #[test]
    fn each_exchange_starts_its_own_chains() {
        assert_ne!(Head::of_journal(ExchangeId(1)).hash, Head::of_journal(ExchangeId(2)).hash);
        assert_ne!(Head::of_journal(ExchangeId(1)).hash, Head::of_acts(ExchangeId(1)).hash);
    }
}
