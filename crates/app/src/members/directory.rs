//! The directory, and finding one member.

use ledger::Policy;
use ledger::id::ExchangeId;
use store::members::directory::{Line, Search};

use super::{Member, MemberId};
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::form::folded;

/// How many members a page of the directory has.
const PAGE: i64 = 30;

/// What is looked for in the directory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lookup {
    /// Part of a name or of an account number; empty: everyone.
    pub words: String,
    /// Where the page before ended.
    pub after: Option<(String, MemberId)>,
}

/// A page of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directory {
    /// The members, by name.
    pub lines: Vec<Line>,
    /// Where this page ends, if another follows.
    pub next: Option<(String, MemberId)>,
}

/// A page of an exchange's members, by name.
///
/// # Errors
/// [`Error::NotAllowed`] for strangers.
pub async fn directory(app: &App, actor: &Actor, exchange: ExchangeId, lookup: &Lookup) -> Result<Directory> {
    actor.may(Action::SeeDirectory, Subject::exchange(exchange))?;
    let words: String = lookup.words.chars().take(100).collect();
    let name_part = folded(&words);
    let number_part: String = words.split_whitespace().collect::<String>().to_uppercase();
    let search = Search {
        name_part: &name_part,
        number_part: &number_part,
        after: lookup.after.as_ref().map(|(name, id)| (name.as_str(), *id)),
        limit: PAGE + 1,
    };
    let mut lines = store::members::directory::page(&mut app.db.read().await?, exchange, &search).await?;
    let more = lines.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    lines.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let next = lines.last().filter(|_| more).map(|line| (line.name_key.clone(), line.id));
    Ok(Directory { lines, next })
}

/// One member with the trading record, by what somebody types as its number: `ABCD0001`, `abcd1`, or `1` inside.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or when a stranger asks.
pub async fn find(app: &App, actor: &Actor, exchange: ExchangeId, typed: &str) -> Result<(Member, Line)> {
    let mut tx = app.db.read().await?;
    let home = store::exchanges::get(&mut tx, exchange).await?.ok_or(Error::NotFound)?;
    let number = full_number(&home.code, typed).ok_or(Error::NotFound)?;
    let member = store::members::by_number(&mut tx, exchange, &number).await?.ok_or(Error::NotFound)?;
    actor.may(Action::SeeMember, Subject::member(exchange, member.id))?;
    let line = store::members::directory::line(&mut tx, member.id).await?.ok_or(Error::NotFound)?;
    Ok((member, line))
}

/// Whether this person may see a member's balance and trading record: everyone inside where records are open, otherwise
/// the member and whoever may see every statement.
pub fn sees_record(actor: &Actor, exchange: ExchangeId, policy: &Policy, line: &Line) -> bool {
    !policy.hides_records
        || actor.operates(line.account)
        || actor.can(Action::SeeStatementAny, Subject::account(exchange, line.account))
}

/// A member of one's own, whether it takes part or waits to be welcomed.
///
/// # Errors
/// [`Error::NotFound`] for anyone who does not operate it.
pub async fn own(app: &App, actor: &Actor, member: MemberId) -> Result<Member> {
    if !actor.memberships().iter().any(|membership| membership.member == member) {
        return Err(Error::NotFound);
    }
    super::get(&mut app.db.read().await?, member).await
}

/// The whole account number for what somebody types inside an exchange: at least four digits after its code.
pub fn full_number(code: &str, typed: &str) -> Option<String> {
    let typed: String = typed.split([' ', '-', '.']).collect::<String>().to_ascii_uppercase();
    let digits = typed.strip_prefix(code).unwrap_or(&typed);
    if digits.is_empty() || digits.len() > 12 || !digits.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let digits = digits.trim_start_matches('0');
    Some(format!("{code}{digits:0>4}"))
}

#[cfg(test)]
mod tests {
    use super::full_number;

    #[test]
    fn numbers_as_people_type_them() {
        for (typed, number) in [
            ("MARL0064", Some("MARL0064")),
            ("marl64", Some("MARL0064")),
            ("64", Some("MARL0064")),
            (" 0064 ", Some("MARL0064")),
            ("00012345", Some("MARL12345")),
            ("0", Some("MARL0000")),
            ("MARL", None),
            ("XXXX0064", None),
            ("", None),
            ("-", None),
        ] {
            assert_eq!(full_number("MARL", typed).as_deref(), number, "{typed}");
        }
    }
}
