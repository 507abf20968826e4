//! The log as administrators read it: acts that rules read and acts that none does, merged by time.

use std::collections::HashMap;

use ledger::id::{AccountId, ExchangeId, UserId};
use ledger::policy::Policy;
use ledger::time::Instant;
use store::Tx;
use store::journals::ActRow;
use store::parties::Party;

use super::PAGE;
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};

/// How many acts of one account are shown.
const OF_ACCOUNT: i64 = 100;

/// Where a page of the log ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The number of the last act of the ledger.
    pub act: i64,
    /// The id of the last line of the audit.
    pub line: i64,
}

/// A page of the log, newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    /// What was done.
    pub past: Vec<Past>,
    /// Where this page ended, if there is more.
    pub next: Option<Seen>,
}

/// One thing that was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// When.
    pub at: Instant,
    /// Who did it; empty for the server itself.
    pub who: String,
    /// Why, if somebody said so.
    pub why: String,
    /// What.
    pub done: Done,
}

/// What was done.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// Something that a rule of the ledger reads, and whose account it was.
    Act(Box<ledger::Act>, Option<Box<Party>>),
    /// The rules, and what became different.
    Rules(Vec<Changed>),
    /// Something that no rule reads: its word, to whom, and what it is now.
    Other {
        /// The stable word.
        act: String,
        /// To whom or what.
        subject: String,
        /// What it is now: a role, a number, a name.
        value: String,
    },
}

/// A part of the rules that became different.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Changed {
    /// The first rules.
    First,
    /// Whether trades may be made.
    Open,
    /// The unit's names or value.
    Unit,
    /// The levy.
    Levy,
    /// Who may record.
    Recording,
    /// How requests are accepted.
    Acceptance,
    /// The windows.
    Days,
    /// The floor of new accounts, or its growth.
    Floor,
    /// The ceiling of new accounts.
    Ceiling,
    /// Whether trading records are hidden.
    Records,
}

/// A page of an exchange's log, newest first, after what has been seen.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but administrators.
pub async fn log(app: &App, actor: &Actor, exchange: ExchangeId, seen: Option<Seen>) -> Result<Log> {
    actor.may(Action::SeeLog, Subject::exchange(exchange))?;
    let seen = seen.unwrap_or(Seen { act: i64::MAX, line: i64::MAX });
    let mut tx = app.db.read().await?;
    let acts = store::journals::acts_before(&mut tx, exchange, seen.act, PAGE).await?;
    let lines = store::audit::page(&mut tx, Some(exchange), seen.line, PAGE).await?;
    let found = acts.len() + lines.len();
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);

    let mut merged: Vec<(Instant, Result<ActRow, super::Line>)> = acts
        .into_iter()
        .map(|act| (act.at, Ok(act)))
        .chain(lines.into_iter().map(|line| (line.at, Err(line))))
        .collect();
    merged.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    merged.truncate(page);
    let mut last = seen;
    for (_, either) in &merged {
        match either {
            Ok(act) => last.act = last.act.min(act.number),
            Err(line) => last.line = last.line.min(line.id),
        }
    }
    let next = (found > merged.len() || found == page).then_some(last).filter(|_| !merged.is_empty());
    let mut past = Vec::with_capacity(merged.len());
    let people = People::of(&mut tx, merged.iter().filter_map(|(_, either)| either.as_ref().ok())).await?;
    for (_, either) in merged {
        past.push(match either {
            Ok(act) => people.past(&mut tx, exchange, act).await?,
            Err(line) => told(line),
        });
    }
    tell_welcomes_once(&mut past);
    Ok(Log { past, next })
}

/// Whoever is welcomed gets an account: two acts, of which the welcome says both.
fn tell_welcomes_once(past: &mut Vec<Past>) {
    let welcomed: Vec<String> = past.iter().filter_map(|past| past.welcomed().map(str::to_owned)).collect();
    past.retain(|past| past.opened().is_none_or(|number| !welcomed.contains(number)));
}

impl Past {
    /// The number under which somebody was welcomed, when this tells it.
    fn welcomed(&self) -> Option<&str> {
        match &self.done {
            Done::Other { act, value, .. } if act == super::Act::MemberWelcomed.as_str() => Some(value),
            _ => None,
        }
    }

    /// The number of the account that was opened, when this tells it.
    fn opened(&self) -> Option<&String> {
        let Done::Act(act, Some(party)) = &self.done else { return None };
        matches!(**act, ledger::Act::OpenAccount { .. }).then_some(&party.number)
    }
}

/// What was done to an account, newest first.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotAllowed`] for anyone but administrators.
pub async fn of_account(app: &App, actor: &Actor, account: AccountId) -> Result<Vec<Past>> {
    let mut tx = app.db.read().await?;
    let row = store::accounts::get(&mut tx, account).await?.ok_or(Error::NotFound)?;
    actor.may(Action::SeeLog, Subject::exchange(row.exchange))?;
    let acts = store::journals::acts_of(&mut tx, account, OF_ACCOUNT).await?;
    let people = People::of(&mut tx, acts.iter()).await?;
    let mut past = Vec::with_capacity(acts.len());
    for act in acts {
        past.push(people.past(&mut tx, row.exchange, act).await?);
    }
    Ok(past)
}

/// Who did the acts of a page, and to whose accounts.
struct People {
    names: HashMap<UserId, String>,
    parties: HashMap<AccountId, Party>,
}

impl People {
    async fn of<'a>(tx: &mut Tx, acts: impl Iterator<Item = &'a ActRow>) -> Result<Self> {
        let (users, accounts): (Vec<UserId>, Vec<Option<AccountId>>) =
            acts.map(|act| (act.made_by, act.account)).unzip();
        let names = store::users::names(tx, &users).await?.into_iter().collect();
        let parties = crate::trades::parties(tx, accounts.into_iter().flatten()).await?;
        Ok(Self { names, parties })
    }

    async fn past(&self, tx: &mut Tx, exchange: ExchangeId, row: ActRow) -> Result<Past> {
        let party = row.account.and_then(|account| self.parties.get(&account)).cloned().map(Box::new);
        let done = match serde_json::from_str(&row.body)? {
            ledger::Act::SetPolicy { policy } => {
                let before = store::journals::policy_before(tx, exchange, row.number).await?;
                let before = before.map(|act| serde_json::from_str(&act.body)).transpose()?;
                Done::Rules(match before {
                    Some(ledger::Act::SetPolicy { policy: before }) => changes(&before, &policy),
                    _ => vec![Changed::First],
                })
            }
            act => Done::Act(Box::new(act), party),
        };
        let who = self.names.get(&row.made_by).cloned().unwrap_or_default();
        Ok(Past { at: row.at, who, why: row.reason, done })
    }
}

fn told(line: super::Line) -> Past {
    let detail: HashMap<String, String> = serde_json::from_str(&line.detail).unwrap_or_default();
    let part = |name: &str| detail.get(name).cloned().unwrap_or_default();
    Past {
        at: line.at,
        who: line.made_by_name.unwrap_or_default(),
        why: part("reason"),
        done: Done::Other { act: line.act, subject: line.subject, value: part("value") },
    }
}

fn changes(before: &Policy, now: &Policy) -> Vec<Changed> {
    let switches = |policy: &Policy| (policy.payer_pays, policy.payee_records, policy.payee_requests);
    let days =
        |policy: &Policy| (policy.entry_days, policy.edit_days, policy.coordinator_days, policy.request_days);
    let compared = [
        (Changed::Open, before.open != now.open),
        (Changed::Unit, before.unit != now.unit),
        (Changed::Levy, before.levy != now.levy),
        (Changed::Recording, switches(before) != switches(now)),
        (Changed::Acceptance, before.acceptance != now.acceptance),
        (Changed::Days, days(before) != days(now)),
        (Changed::Floor, (before.floor, before.growth_cap) != (now.floor, now.growth_cap)),
        (Changed::Ceiling, before.ceiling != now.ceiling),
        (Changed::Records, before.hides_records != now.hides_records),
    ];
    compared.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}
