//! The members of an exchange as its administrators look through them.

use ledger::id::ExchangeId;
use store::members::directory::{self, Among, Line, Search, Tally};

use super::{Lookup, MemberId};
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::Result;
use crate::form::folded;
use crate::jobs::after;

/// How many members a page has.
const PAGE: i64 = 50;
/// After how many seconds without a trade a member is quiet: ninety days.
const QUIET_S: i64 = 90 * 86_400;

/// A page of members as administrators see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Administered {
    /// The members, by name.
    pub lines: Vec<Line>,
    /// Where this page ends, if another follows.
    pub next: Option<(String, MemberId)>,
    /// How many there are of each sort.
    pub tally: Tally,
}

/// A page of an exchange's members of one sort, by name, with how many there are of each sort.
///
/// # Errors
/// [`crate::Error::NotAllowed`] for anyone but administrators.
pub async fn administered(
    app: &App,
    actor: &Actor,
    exchange: ExchangeId,
    (among, lookup): (Among, &Lookup),
) -> Result<Administered> {
    actor.may(Action::SeeAdministration, Subject::exchange(exchange))?;
    let words: String = lookup.words.chars().take(100).collect();
    let name_part = folded(&words);
    let number_part = words.split_whitespace().collect::<String>().to_uppercase();
    let search = Search {
        area: None,
        name_part: &name_part,
        number_part: &number_part,
        after: lookup.after.as_ref().map(|(name, id)| (name.as_str(), *id)),
        limit: PAGE + 1,
    };
    let long_ago = after(app.clock.now(), -QUIET_S);
    let mut tx = app.db.read().await?;
    let mut lines = directory::page_among(&mut tx, exchange, (among, long_ago), &search).await?;
    let tally = directory::tally(&mut tx, exchange, long_ago).await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = lines.len() > page;
    lines.truncate(page);
    let next = lines.last().filter(|_| more).map(|line| (line.name_key.clone(), line.id));
    Ok(Administered { lines, next, tally })
}
