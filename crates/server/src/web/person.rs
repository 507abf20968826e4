//! People as the pages of trades show them: a name, a number, a face.

use app::actor::Actor;
use app::members::Listed;
use app::messages::Conversation;
use app::trades::Party;
use ledger::AccountId;
use ledger::account::Kind;

use super::face::Face;

/// One side of a trade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The account.
    pub account: AccountId,
    /// Its number, `MARL0027`.
    pub number: String,
    /// The whole name.
    pub name: String,
    /// The name for sentences: the first one of a person, the whole of everyone else.
    pub short: String,
    /// Where they are; may be empty.
    pub place: String,
    /// Their face.
    pub face: Face,
    /// Whether the reader operates the account.
    pub mine: bool,
}

impl Person {
    /// A side as the reader sees it.
    #[must_use]
    pub fn of(party: &Party, reader: &Actor) -> Self {
        Self {
            account: party.account,
            number: party.number.clone(),
            name: party.name.clone(),
            short: short(&party.name, party.kind == Kind::Individual),
            place: party.place.clone(),
            face: Face::new(&party.name, &party.number, kind_word(party.kind), &party.portrait),
            mine: reader.operates(party.account),
        }
    }

    /// A member of the directory as the reader sees them.
    #[must_use]
    pub fn of_line(line: &Listed, reader: &Actor) -> Self {
        Self {
            account: line.account,
            number: line.number.clone(),
            name: line.name.clone(),
            short: short(&line.name, line.kind == app::members::Kind::Individual),
            place: line.place.clone(),
            face: Face::new(&line.name, &line.number, line.kind.as_str(), &line.portrait),
            mine: reader.operates(line.account),
        }
    }

    /// The other side of a conversation as the reader sees it.
    #[must_use]
    pub fn of_conversation(conversation: &Conversation, reader: &Actor) -> Self {
        let Conversation { account, number, name, kind, portrait, .. } = conversation;
        Self {
            account: *account,
            number: number.clone(),
            name: name.clone(),
            short: short(name, *kind == app::members::Kind::Individual),
            place: String::new(),
            face: Face::new(name, number, kind.as_str(), portrait),
            mine: reader.operates(*account),
        }
    }

    /// Number and place in a line: "MARL0112, Canal Side".
    #[must_use]
    pub fn sub(&self) -> String {
        if self.place.is_empty() { self.number.clone() } else { format!("{}, {}", self.number, self.place) }
    }
}

/// The name for sentences: the first one of a person, the whole of everyone else.
#[must_use]
pub fn short(name: &str, is_one: bool) -> String {
    let first = name.split_whitespace().next().filter(|_| is_one);
    first.unwrap_or(name).to_owned()
}

/// The kind of holder as the database and faces name it.
const fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Administration => "administration",
        Kind::Individual => "individual",
        Kind::Shared => "shared",
        Kind::Organisation => "organisation",
        Kind::Company => "company",
        Kind::Public => "public",
        Kind::Virtual => "virtual",
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn people_go_by_their_first_name_and_bakeries_by_their_whole() {
        assert_eq!(short("Rosa Whitlock", true), "Rosa");
        assert_eq!(short("Old Mill Bakery", false), "Old Mill Bakery");
    }
}
