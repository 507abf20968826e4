//! The directory, and finding one member.

use ledger::account::Record;
use ledger::id::{AccountId, ExchangeId};
use ledger::time::Instant;
use store::Tx;
use store::exchanges::Exchange;
use store::members::directory::{Line, Search};
use store::parties::Party;
use uuid::Uuid;

use super::{Kind, Member, MemberId, State};
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::form::folded;
use crate::people::areas;
use crate::points::{self, Away};

/// How many members a page of the directory has.
const PAGE: i64 = 30;
/// Pages of the directory that one user may look at within an hour: more than anybody reads.
const AN_HOUR: i64 = 400;
/// Members that one user may look up by their numbers within an hour.
const FOUND_AN_HOUR: i64 = 600;

/// What is looked for in the directory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lookup {
    /// Part of a name or of an account number; empty: everyone.
    pub words: String,
    /// An area; none: everyone.
    pub area: Option<Uuid>,
    /// Where the page before ended.
    pub after: Option<(String, MemberId)>,
}

/// A member as the directory shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Who, inside.
    pub id: MemberId,
    /// Who, outside.
    pub uuid: Uuid,
    /// What the member is.
    pub kind: Kind,
    /// The name.
    pub name: String,
    /// Where the member lives.
    pub place: String,
    /// How far away that is, if the member has said more of it and the reader is somewhere.
    pub away: Option<Away>,
    /// What the member tells of itself.
    pub about: String,
    /// Name of a drawn face, or of a picture of its own; empty: initials.
    pub portrait: String,
    /// When the member joined.
    pub joined_at: Option<Instant>,
    /// The account.
    pub account: AccountId,
    /// Its number.
    pub number: String,
    /// Its state, as the ledger's word.
    pub account_state: String,
    /// Whether it may be credited only.
    pub locked: bool,
    /// The trading record, unless the exchange hides it from other members.
    pub standing: Option<Standing>,
}

/// How a member stands, in parts of the exchange's unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its balance.
    pub balance: i64,
    /// Its floor, if any.
    pub floor: Option<i64>,
    /// Its ceiling, if any.
    pub ceiling: Option<i64>,
    /// What it has provided and received.
    pub record: Record,
}

/// A page of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directory {
    /// The members, by name.
    pub lines: Vec<Listed>,
    /// Where this page ends, if another follows.
    pub next: Option<(String, MemberId)>,
}

/// A page of an exchange's members, by name.
///
/// # Errors
/// [`Error::NotAllowed`] for strangers, [`Error::Busy`] after very many pages.
pub async fn directory(app: &App, actor: &Actor, exchange: ExchangeId, lookup: &Lookup) -> Result<Directory> {
    actor.may(Action::SeeDirectory, Subject::exchange(exchange))?;
    let counted = actor.id().0.to_string();
    let brake = Brake { purpose: "directory", counted: &counted, limit: AN_HOUR, window_s: 3600 };
    brake::press_lightly(app, &[brake])?;
    let words: String = lookup.words.chars().take(100).collect();
    let name_part = folded(&words);
    let number_part: String = words.split_whitespace().collect::<String>().to_uppercase();
    let mut tx = app.db.read().await?;
    let area = areas::wanted(&mut tx, exchange, lookup.area).await?;
    let search = Search {
        name_part: &name_part,
        number_part: &number_part,
        area,
        after: lookup.after.as_ref().map(|(name, id)| (name.as_str(), *id)),
        limit: PAGE + 1,
    };
    let mut lines = store::members::directory::page(&mut tx, exchange, &search).await?;
    let records = records(&mut tx, exchange).await?;
    let more = lines.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    lines.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let next = lines.last().filter(|_| more).map(|line| (line.name_key.clone(), line.id));
    let lines = lines.into_iter().map(|line| listed(line, actor, exchange, records)).collect();
    let lines = measured(&mut tx, (actor, exchange), lines).await?;
    Ok(Directory { lines, next })
}

/// The favourites of a member of one's own, the latest first.
pub(crate) async fn favourites(
    app: &App,
    actor: &Actor,
    exchange: ExchangeId,
    (owner, limit): (MemberId, i64),
) -> Result<Vec<Listed>> {
    actor.may(Action::SeeDirectory, Subject::exchange(exchange))?;
    let mut tx = app.db.read().await?;
    let lines = store::members::directory::favourites(&mut tx, exchange, (owner, limit)).await?;
    let records = records(&mut tx, exchange).await?;
    Ok(lines.into_iter().map(|line| listed(line, actor, exchange, records)).collect())
}

/// The same with how far away each of them is: a page at most.
async fn measured(
    tx: &mut Tx,
    (actor, exchange): (&Actor, ExchangeId),
    mut lines: Vec<Listed>,
) -> Result<Vec<Listed>> {
    let Some(origin) = points::origin(tx, actor, exchange).await? else { return Ok(lines) };
    let members: Vec<MemberId> = lines.iter().map(|line| line.id).collect();
    let said = store::points::of_members(tx, &members).await?;
    for line in lines.iter_mut().filter(|line| !actor.operates(line.account)) {
        let point = said.iter().find(|(member, _)| *member == line.id).map(|(_, point)| *point);
        line.away = point.map(|point| Away::between(origin.point, point));
    }
    Ok(lines)
}

/// Whether members see each other's trading records: only a time bank may hide them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Records {
    Shown,
    Hidden,
}

async fn records(tx: &mut Tx, exchange: ExchangeId) -> Result<Records> {
    let found = store::journals::get(tx, exchange).await?;
    let hides = found.is_some_and(|found| found.policy.hides_records);
    Ok(if hides { Records::Hidden } else { Records::Shown })
}

fn listed(line: Line, actor: &Actor, exchange: ExchangeId, records: Records) -> Listed {
    let sees_all = || actor.can(Action::SeeStatementAny, Subject::account(exchange, line.account));
    let standing =
        (records == Records::Shown || actor.operates(line.account) || sees_all()).then_some(Standing {
            balance: line.balance,
            floor: line.floor,
            ceiling: line.ceiling,
            record: Record {
                provided_total: line.provided_total,
                provided_count: line.provided_count,
                provided_last: line.provided_last,
                received_total: line.received_total,
                received_count: line.received_count,
                received_last: line.received_last,
            },
        });
    Listed {
        id: line.id,
        uuid: line.uuid,
        kind: line.kind,
        name: line.name,
        place: line.place,
        away: None,
        about: line.about,
        portrait: line.portrait,
        joined_at: line.joined_at,
        account: line.account,
        number: line.number,
        account_state: line.account_state,
        locked: line.locked,
        standing,
    }
}

/// One member with the trading record, by what somebody types as its number: `ABCD0001`, `abcd1`, or `1` inside.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or when a stranger asks; [`Error::Busy`] after very many, or whoever tries all numbers
/// would have the directory.
pub async fn find(app: &App, actor: &Actor, exchange: ExchangeId, typed: &str) -> Result<(Member, Listed)> {
    if let Some(user) = actor.user() {
        let counted = user.id.0.to_string();
        let brake = Brake { purpose: "member", counted: &counted, limit: FOUND_AN_HOUR, window_s: 3600 };
        brake::press_lightly(app, &[brake])?;
    }
    let mut tx = app.db.read().await?;
    let home = store::exchanges::get(&mut tx, exchange).await?.ok_or(Error::NotFound)?;
    let number = full_number(&home.code, typed).ok_or(Error::NotFound)?;
    let mut member = store::members::by_number(&mut tx, exchange, &number).await?.ok_or(Error::NotFound)?;
    actor.may(Action::SeeMember, Subject::member(exchange, member.id))?;
    let mut line = store::members::directory::line(&mut tx, member.id).await?.ok_or(Error::NotFound)?;
    let active = member.state == State::Active;
    if !active && !actor.can(Action::EditAnyProfile, Subject::member(exchange, member.id)) {
        // Who has left keeps a name in old trades, and is called and visited no longer.
        for text in [&mut member.about, &mut member.place, &mut member.skills, &mut member.languages] {
            text.clear();
        }
        (line.about, line.place) = (String::new(), String::new());
    }
    let records = records(&mut tx, exchange).await?;
    let line = listed(line, actor, exchange, records);
    let line = measured(&mut tx, (actor, exchange), vec![line]).await?.pop().ok_or(Error::NotFound)?;
    Ok((member, line))
}

/// Whose the account of a typed number is, for who looks for the other side of a trade.
///
/// # Errors
/// As [`find`].
pub async fn party(app: &App, actor: &Actor, exchange: &Exchange, typed: &str) -> Result<Party> {
    let number = full_number(&exchange.code, typed).ok_or(Error::NotFound)?;
    let found = app.kept.parties.or_read(app, number.clone(), async |tx| {
        Ok(store::parties::by_number(tx, exchange.id, &number).await?)
    });
    let party = found.await?.ok_or(Error::NotFound)?;
    let member = party.member.ok_or(Error::NotFound)?;
    actor.may(Action::SeeMember, Subject::member(exchange.id, member))?;
    Ok(party)
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
