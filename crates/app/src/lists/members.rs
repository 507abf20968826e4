//! Members.

use std::collections::HashMap;

use ledger::Instant;
use store::Tx;
use store::contacts::{self, Sight};
use store::exchanges::Exchange;
use store::lists::members::{By, Filter, Line, Standing};
use store::lists::{Cut, Direction};
use store::members::MemberId;
use uuid::Uuid;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::form::folded;
use crate::people;

/// Pages that one user may look at within an hour: more than anybody reads.
const AN_HOUR: i64 = 1200;

/// Which members are wanted.
#[derive(Clone, Debug)]
pub struct Members {
    /// Their names outside; none: all.
    pub uuids: Option<Vec<Uuid>>,
    /// The numbers of their accounts; none: all.
    pub numbers: Option<Vec<String>>,
    /// Their accounts, outside; none: all.
    pub accounts: Option<Vec<Uuid>>,
    /// How they stand; none: the active ones, unless some are named.
    pub standings: Option<Vec<Standing>>,
    /// A part of a name or number; empty: all.
    pub words: String,
    /// They asked to join after this.
    pub since: Instant,
    /// Whether it is also wanted how they are reached.
    pub contacts: bool,
    /// What they are sorted by.
    pub by: (By, Direction),
    /// Which part.
    pub cut: Cut,
}

/// A way in which a member is reached.
pub type Reached = contacts::Contact;

/// A member as somebody sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberView {
    /// The member.
    pub line: Line,
    /// How it is reached, as far as this person may see; none: it was not asked.
    pub contacts: Option<Vec<Reached>>,
}

/// A part of an exchange's members, and how many there are in all parts. Who does not take part is shown to administrators
/// and to those who operate its account.
///
/// # Errors
/// [`Error::NotAllowed`] for strangers, [`Error::Busy`] after very many pages.
pub async fn members(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    wanted: &Members,
) -> Result<(Vec<MemberView>, i64)> {
    let here = Subject::exchange(exchange.id);
    let own = own_here(actor, exchange);
    // Who waits to be welcomed sees itself.
    if own.is_empty() {
        actor.may(Action::SeeDirectory, here)?;
    }
    slow_down(app, actor)?;
    let is_inside = actor.can(Action::SeeDirectory, here);
    let sees_all = actor.can(Action::EditAnyProfile, here) || actor.is_service();
    let names_some = wanted.uuids.is_some() || wanted.numbers.is_some() || wanted.accounts.is_some();
    let ids = (!is_inside).then(|| own.clone());
    let usual = || if names_some { None } else { Some(vec![Standing::Active]) };
    let mut standings = wanted.standings.clone().or_else(usual);
    if is_inside && !sees_all {
        // Who has left keeps a name in old trades, and stands in no list; who asks to join is the administrators' affair.
        let mut all = standings.unwrap_or_else(|| Standing::ALL.to_vec());
        all.retain(|one| *one != Standing::Pending && (names_some || *one != Standing::Deleted));
        standings = Some(all);
    }
    let filter = Filter {
        exchange: Some(exchange.id),
        ids,
        uuids: wanted.uuids.clone(),
        numbers: wanted.numbers.clone(),
        accounts: wanted.accounts.clone(),
        standings,
        name_part: folded(&wanted.words),
        number_part: wanted.words.trim().chars().take(100).collect(),
        since: wanted.since,
        now: app.clock.now(),
        by: wanted.by,
        cut: wanted.cut,
    };
    let mut tx = app.db.read().await?;
    let lines = store::lists::members::page(&mut tx, &filter).await?;
    let total = match lines.first() {
        Some(line) => line.total,
        // Behind the last one: how many are before it?
        None if wanted.cut.offset > 0 => {
            let first = Filter { cut: Cut { offset: 0, limit: 1 }, ..filter };
            store::lists::members::page(&mut tx, &first).await?.first().map_or(0, |line| line.total)
        }
        None => 0,
    };
    let mut lines = lines;
    if !sees_all {
        for line in &mut lines {
            hide_who_rests(line, &own);
        }
    }
    let contacts = if wanted.contacts { Some(reached(&mut tx, app, actor, &lines).await?) } else { None };
    let view = |line: Line| MemberView {
        contacts: contacts.as_ref().map(|found| found.get(&line.id).cloned().unwrap_or_default()),
        line,
    };
    Ok((lines.into_iter().map(view).collect(), total))
}

/// One member, by its name outside or its account's number.
///
/// # Errors
/// As [`members`], and [`Error::NotFound`].
pub async fn member(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    (named, contacts): (&str, bool),
) -> Result<MemberView> {
    let uuid = Uuid::try_parse(named).ok();
    let wanted = Members {
        uuids: uuid.map(|uuid| vec![uuid]),
        numbers: uuid.is_none().then(|| vec![named.to_uppercase()]),
        accounts: None,
        standings: None,
        words: String::new(),
        since: Instant(i64::MIN),
        contacts,
        by: (By::Name, Direction::Ascending),
        cut: Cut { offset: 0, limit: 1 },
    };
    let (mut found, _) = members(app, actor, exchange, &wanted).await?;
    found.pop().ok_or(Error::NotFound)
}

/// The members that this person operates or has asked to be, each with its exchange.
///
/// # Errors
/// [`Error::NotAllowed`] for visitors.
pub async fn own_members(app: &App, actor: &Actor, contacts: bool) -> Result<Vec<(Exchange, MemberView)>> {
    actor.signed_in()?;
    let ids: Vec<MemberId> = actor.memberships().iter().map(|membership| membership.member).collect();
    let filter = Filter {
        exchange: None,
        cut: Cut { offset: 0, limit: i64::try_from(ids.len()).unwrap_or(i64::MAX).max(1) },
        ids: Some(ids.clone()),
        uuids: None,
        numbers: None,
        accounts: None,
        standings: None,
        name_part: String::new(),
        number_part: String::new(),
        since: Instant(i64::MIN),
        now: app.clock.now(),
        by: (By::Applied, Direction::Ascending),
    };
    let mut tx = app.db.read().await?;
    let mut lines = store::lists::members::page(&mut tx, &filter).await?;
    lines.sort_by_key(|line| ids.iter().position(|id| *id == line.id));
    let reached = if contacts { Some(reached(&mut tx, app, actor, &lines).await?) } else { None };
    let mut found = Vec::with_capacity(lines.len());
    for line in lines {
        let exchange = store::exchanges::get(&mut tx, line.exchange).await?.ok_or(Error::NotFound)?;
        let contacts = reached.as_ref().map(|all| all.get(&line.id).cloned().unwrap_or_default());
        found.push((exchange, MemberView { line, contacts }));
    }
    Ok(found)
}

/// Members of an exchange that this person operates or that wait to be welcomed for them.
fn own_here(actor: &Actor, exchange: &Exchange) -> Vec<MemberId> {
    let here = actor.memberships().iter().filter(|membership| membership.exchange == exchange.id);
    here.map(|membership| membership.member).collect()
}

/// Who does not take part keeps a name in old trades, and is called and visited no longer.
fn hide_who_rests(line: &mut Line, own: &[MemberId]) {
    if line.standing == Standing::Active || own.contains(&line.id) {
        return;
    }
    (line.about, line.place, line.portrait) = (String::new(), String::new(), String::new());
}

/// How these members are reached: the same as `people::contacts` says of one.
async fn reached(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    lines: &[Line],
) -> Result<HashMap<MemberId, Vec<Reached>>> {
    let mut found: HashMap<MemberId, Vec<Reached>> = HashMap::new();
    let (mut open, mut mine) = (Vec::new(), Vec::new());
    for line in lines {
        let subject = Subject::member(line.exchange, line.id);
        if actor.can(Action::EditProfile, subject) || actor.can(Action::EditAnyProfile, subject) {
            mine.push(line.id);
        } else if line.standing == Standing::Active
            && actor.can(Action::SeeMember, subject)
            && !people::blocks::stands_between(tx, actor, line.id).await?
        {
            open.push(line.id);
        }
    }
    // Who has seen very many for now sees the rest of the list without them.
    if !open.is_empty()
        && !actor.is_service()
        && people::contacts::count_looks(app, actor, open.len()).is_err()
    {
        open.clear();
    }
    let all: Vec<MemberId> = mine.iter().chain(&open).copied().collect();
    for one in store::lists::contacts(tx, &all).await? {
        if one.sight != Sight::Hidden || mine.contains(&one.member) {
            let contact = Reached { kind: one.kind, value: one.value, sight: one.sight };
            found.entry(one.member).or_default().push(contact);
        }
    }
    Ok(found)
}

fn slow_down(app: &App, actor: &Actor) -> Result<()> {
    if actor.is_service() {
        return Ok(());
    }
    let counted = actor.id().0.to_string();
    let brake = Brake { purpose: "members-listed", counted: &counted, limit: AN_HOUR, window_s: 3600 };
    brake::press_lightly(app, &[brake])
}
