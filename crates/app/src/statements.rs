//! Statements: an account's lines, newest first, by date and by words; and where a member stands.

mod months;
mod totals;

use std::collections::HashMap;

use ledger::transfer::Kind;
use ledger::{Account, AccountId, EntryId, Instant, Policy, UserId};
use store::Tx;
use store::accounts::AccountRow;
pub use store::entries::LineRow;
use store::members::MemberId;
use store::parties::Party;

use crate::App;
use crate::accounts::may_see;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::form::folded;
use crate::trades::{self, Request};

pub(crate) use months::Ended;
pub use months::{MonthEnd, months};
pub(crate) use totals::{SpanKey, Sums};
pub use totals::{Totals, totals};

/// Lines read from the database at a time.
const CHUNK: i64 = 100;
/// Lines that one page looks through at most when words are looked for; then it offers to go on.
const LOOKED_THROUGH: usize = 2_000;
/// Lines of a whole statement, for a table or for print, at most.
pub const WHOLE_MAX: usize = 10_000;

/// Which lines of a statement are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Counted at this instant or later.
    pub from: Option<Instant>,
    /// Counted before this instant.
    pub until: Option<Instant>,
    /// Part of the description, or of the other side's name or number.
    pub words: String,
    /// Where the page before ended.
    pub before: Option<EntryId>,
    /// How many lines, 1 to 10,000.
    pub limit: usize,
}

/// How a line stands to a correction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// It stands.
    Plain,
    /// It was reversed.
    Reversed,
    /// It reverses another.
    Reversal,
    /// It stands instead of another.
    Replacement,
}

/// A line of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The entry with its transfer.
    pub row: LineRow,
    /// The other side.
    pub other: Party,
    /// What the exchange took from this account on it, below zero; 0 if nothing.
    pub levy: i64,
    /// How it stands to a correction.
    pub fold: Fold,
    /// Who keyed it for others; empty when a side recorded it.
    pub keyed_by: String,
}

impl Line {
    /// What the holder provided, or below zero received, at its price; 0 where it is neither side.
    pub fn price(&self) -> i64 {
        self.row.amount - self.levy
    }

    /// Whether it is nothing but a levy on a trade between others, on the exchange's own account.
    pub fn is_levy(&self) -> bool {
        self.price() == 0
    }
}

/// A page of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Whose.
    pub party: Party,
    /// The account as it stands now.
    pub account: Account,
    /// The rules in force, with the unit.
    pub policy: Policy,
    /// The lines, newest first.
    pub lines: Vec<Line>,
    /// Where the next page begins, if there are older lines that may match.
    pub older: Option<EntryId>,
}

/// A page of an account's statement, for those who may see it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotAllowed`].
pub async fn page(app: &App, actor: &Actor, account: AccountId, filter: &Filter) -> Result<Statement> {
    let (mut tx, row) = opened(app, actor, account).await?;
    page_of(&mut tx, actor, &row, filter).await
}

/// A statement with what its span adds up to and where the account stood when months ended, all of one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The page.
    pub statement: Statement,
    /// What its span adds up to.
    pub totals: Totals,
    /// Where the account stood, as [`months`] tells.
    pub months: Vec<MonthEnd>,
}

/// The first page of an account's statement, for those who may see it.
///
/// # Errors
/// As [`page`].
pub async fn overview(app: &App, actor: &Actor, account: AccountId, filter: &Filter) -> Result<Overview> {
    let (mut tx, row) = opened(app, actor, account).await?;
    let statement = page_of(&mut tx, actor, &row, filter).await?;
    let totals = totals::of(&mut tx, app, &statement.account, filter).await?;
    let months = months::of(&mut tx, app, &statement.account).await?;
    Ok(Overview { statement, totals, months })
}

/// A snapshot, with an account that this person may see the statement of.
async fn opened(app: &App, actor: &Actor, account: AccountId) -> Result<(Tx, AccountRow)> {
    let mut tx = app.db.read().await?;
    let row = store::accounts::get(&mut tx, account).await?.ok_or(Error::NotFound)?;
    may_see(actor, &row)?;
    Ok((tx, row))
}

async fn page_of(tx: &mut Tx, actor: &Actor, row: &AccountRow, filter: &Filter) -> Result<Statement> {
    let policy = store::journals::get(tx, row.exchange).await?.ok_or(Error::NotFound)?.policy;
    let account = row.account()?;
    let sight = Sight::of(actor, &account);
    let (rows, older) = collect(tx, &account, (filter, sight)).await?;
    let others = rows.iter().flat_map(|row| [row.payer, row.payee]);
    let parties = trades::parties(tx, others.chain([account.id])).await?;
    let party = trades::party(&parties, account.id)?;
    let lines = dressed(tx, account.id, (rows, &parties)).await?;
    Ok(Statement { party, account, policy, lines, older })
}

/// A span as a table to take away: at most [`WHOLE_MAX`] lines, older ones in another that begins where this one ends. For
/// somebody else's account it is asked again who wants it.
///
/// # Errors
/// As [`page`], and [`Error::NotAllowed`] with `error-confirm-first`.
pub async fn to_take_away(
    app: &App,
    actor: &Actor,
    account: AccountId,
    filter: &Filter,
) -> Result<Statement> {
    let found = filled(app, actor, account, filter.clone()).await?;
    if !actor.operates(account) {
        actor.fresh()?;
    }
    Ok(found)
}

/// A whole span of a statement with its sums, for print. At most [`WHOLE_MAX`] lines; words choose among the lines and change
/// nothing of the sums.
///
/// # Errors
/// As [`page`].
pub async fn whole(
    app: &App,
    actor: &Actor,
    account: AccountId,
    filter: &Filter,
) -> Result<(Statement, Totals)> {
    let totals = totals(app, actor, account, filter).await?;
    let statement = filled(app, actor, account, Filter { before: None, ..filter.clone() }).await?;
    Ok((statement, totals))
}

/// As many lines as there are, up to [`WHOLE_MAX`]: where words are looked for a page may end before it is full.
async fn filled(app: &App, actor: &Actor, account: AccountId, filter: Filter) -> Result<Statement> {
    let mut wanted = Filter { limit: WHOLE_MAX, ..filter };
    let mut statement = page(app, actor, account, &wanted).await?;
    while let Some(older) = statement.older.filter(|_| statement.lines.len() < WHOLE_MAX) {
        wanted = Filter { before: Some(older), limit: WHOLE_MAX - statement.lines.len(), ..wanted };
        let next = page(app, actor, account, &wanted).await?;
        statement.lines.extend(next.lines);
        statement.older = next.older;
    }
    Ok(statement)
}

/// How much a reader sees of lines that come from trades between others: levies on the exchange's own account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sight {
    /// Who and what for.
    All,
    /// That something came in: members see each other's record, never with whom.
    Sums,
}

impl Sight {
    fn of(actor: &Actor, account: &Account) -> Self {
        let any = actor.can(Action::SeeTradeAny, Subject::exchange(account.exchange));
        if any || account.kind != ledger::account::Kind::Administration { Self::All } else { Self::Sums }
    }

    fn of_line(self, account: AccountId, row: LineRow) -> LineRow {
        if self == Self::All || row.payer == account || row.payee == account {
            return row;
        }
        LineRow {
            uuid: uuid::Uuid::nil(),
            payer: account,
            payee: account,
            price: 0,
            description: String::new(),
            traded_on: None,
            made_by: UserId(0),
            corrects: None,
            ..row
        }
    }
}

/// Walks back from the newest line that can match until a page is full.
async fn collect(
    tx: &mut Tx,
    account: &Account,
    (filter, sight): (&Filter, Sight),
) -> Result<(Vec<LineRow>, Option<EntryId>)> {
    let mut at = match filter.before {
        Some(before) => own_entry(tx, account.id, before).await?,
        None => start(tx, account, filter.until).await?,
    };
    let words = folded(&filter.words);
    let names = if words.is_empty() { HashMap::new() } else { names(tx, account).await? };
    let limit = filter.limit.clamp(1, WHOLE_MAX);
    let (mut found, mut seen) = (Vec::new(), 0);
    while let Some(from) = at {
        // Without words nearly every line read is one of the page: one more than it holds tells whether there are older ones.
        let missing = i64::try_from(limit + 1 - found.len()).unwrap_or(CHUNK);
        let chunk = if words.is_empty() { missing.min(CHUNK) } else { CHUNK };
        let rows = store::entries::walk(tx, from, chunk).await?;
        at = rows.last().and_then(|row| row.previous);
        seen += rows.len();
        for row in rows {
            let row = sight.of_line(account.id, row);
            if filter.from.is_some_and(|from| row.decided_at < from) {
                return Ok((found, None));
            }
            if found.len() == limit {
                return Ok((found, Some(row.id)));
            }
            let in_time = filter.until.is_none_or(|until| row.decided_at < until);
            if in_time && (words.is_empty() || matches(&row, &words, &names)) {
                found.push(row);
            }
        }
        if seen >= LOOKED_THROUGH && !words.is_empty() {
            return Ok((found, at));
        }
    }
    Ok((found, None))
}

/// Where to begin: at the end of the month of `until` if the account had moved by then, otherwise at the newest entry.
async fn start(tx: &mut Tx, account: &Account, until: Option<Instant>) -> Result<Option<EntryId>> {
    if let Some(until) = until
        && account.last_month.is_some_and(|last| last > until.month())
    {
        let mark = store::entries::mark_at(tx, account.id, i64::from(until.month().0)).await?;
        return Ok(mark.map(|mark| mark.entry));
    }
    Ok(account.last_entry)
}

/// An entry that somebody names, if it is one of this account.
async fn own_entry(tx: &mut Tx, account: AccountId, entry: EntryId) -> Result<Option<EntryId>> {
    Ok(store::entries::is_of(tx, entry, account).await?.then_some(entry))
}

fn matches(row: &LineRow, words: &str, names: &HashMap<AccountId, String>) -> bool {
    let named = |id| names.get(&id).is_some_and(|name: &String| name.contains(words));
    folded(&row.description).contains(words) || named(row.payer) || named(row.payee)
}

/// Names and numbers of everyone else in the exchange, folded.
async fn names(tx: &mut Tx, account: &Account) -> Result<HashMap<AccountId, String>> {
    let accounts: Vec<AccountId> =
        store::accounts::of_exchange(tx, account.exchange).await?.into_iter().map(|row| row.id).collect();
    let mut names = HashMap::new();
    for some in accounts.chunks(500) {
        for party in store::parties::of(tx, some).await? {
            if party.account != account.id {
                names.insert(
                    party.account,
                    format!("{} {}", folded(&party.name), party.number.to_lowercase()),
                );
            }
        }
    }
    Ok(names)
}

async fn dressed(
    tx: &mut Tx,
    account: AccountId,
    (rows, parties): (Vec<LineRow>, &HashMap<AccountId, Party>),
) -> Result<Vec<Line>> {
    let keyed = |row: &LineRow| {
        use ledger::transfer::Capacity;
        matches!(row.capacity, Capacity::Coordinator | Capacity::Admin | Capacity::Server)
    };
    let users: Vec<UserId> = rows.iter().filter(|row| keyed(row)).map(|row| row.made_by).collect();
    let names: HashMap<UserId, String> = store::users::names(tx, &users).await?.into_iter().collect();
    rows.into_iter()
        .map(|row| {
            let other = if row.payer == account { row.payee } else { row.payer };
            let price = totals::price(account, &row);
            let fold = match (row.kind, row.reversed_by) {
                (Kind::Reversal, _) => Fold::Reversal,
                (_, Some(_)) => Fold::Reversed,
                (Kind::Replacement, None) => Fold::Replacement,
                (Kind::Trade | Kind::Import, None) => Fold::Plain,
            };
            let keyed_by = if keyed(&row) {
                names.get(&row.made_by).cloned().unwrap_or_default()
            } else {
                String::new()
            };
            Ok(Line { other: trades::party(parties, other)?, levy: row.amount - price, fold, keyed_by, row })
        })
        .collect()
}

/// Home: where a member stands, what waits, what is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// Whose.
    pub party: Party,
    /// The account as it stands now.
    pub account: Account,
    /// The rules in force, with the unit.
    pub policy: Policy,
    /// Requests that wait for the holder.
    pub to_answer: Vec<Request>,
    /// Requests that the holder has sent.
    pub sent: Vec<Request>,
    /// The newest lines.
    pub recent: Vec<Line>,
    /// Lines that others recorded and this user has not seen yet.
    pub news: Vec<Line>,
}

/// A member's Home.
///
/// # Errors
/// [`Error::NotFound`] for an account that the user does not operate.
pub async fn home(app: &App, actor: &Actor, account: AccountId) -> Result<Home> {
    let member = own_member(actor, account)?;
    let statement = page(app, actor, account, &Filter { limit: 20, ..Filter::default() }).await?;
    let waiting = trades::waiting(app, actor, account).await?;
    let seen = store::members::operators::seen_number(&mut app.db.read().await?, member, actor.id()).await?;
    let is_new = |line: &&Line| line.row.number > seen && line.row.made_by != actor.id();
    let news = statement.lines.iter().filter(is_new).take(10).cloned().collect();
    let mut recent = statement.lines;
    recent.truncate(6);
    let (to_answer, sent) = (waiting.to_answer, waiting.sent);
    Ok(Home {
        party: statement.party,
        account: statement.account,
        policy: statement.policy,
        to_answer,
        sent,
        recent,
        news,
    })
}

/// Notes that a user has seen the news of an account up to this entry.
///
/// # Errors
/// [`Error::NotFound`] for an account that the user does not operate, and for an entry that is not one of it.
pub async fn mark_seen(app: &App, actor: &Actor, account: AccountId, entry: EntryId) -> Result<()> {
    let member = own_member(actor, account)?;
    let mut tx = app.db.write().await?;
    let entry = own_entry(&mut tx, account, entry).await?.ok_or(Error::NotFound)?;
    // Ids of entries grow along no chain when several servers write; numbers of the journal do.
    let line = store::entries::walk(&mut tx, entry, 1).await?;
    let number = line.first().map_or(0, |line| line.number);
    store::members::operators::mark_seen(&mut tx, member, actor.id(), number).await?;
    Ok(tx.commit().await?)
}

/// The accounts that an account has traded with last, newest first, each once.
///
/// # Errors
/// As [`page`].
pub async fn recent_partners(app: &App, actor: &Actor, account: AccountId) -> Result<Vec<Party>> {
    let statement = page(app, actor, account, &Filter { limit: 60, ..Filter::default() }).await?;
    let mut partners: Vec<Party> = Vec::new();
    for line in statement.lines {
        let fresh = partners.iter().all(|known| known.account != line.other.account);
        if fresh && line.other.kind != ledger::account::Kind::Administration && partners.len() < 8 {
            partners.push(line.other);
        }
    }
    Ok(partners)
}

fn own_member(actor: &Actor, account: AccountId) -> Result<MemberId> {
    let own = actor
        .memberships()
        .iter()
        .find(|membership| membership.account == Some(account))
        .ok_or(Error::NotFound)?;
    actor.may(Action::SeeStatementOwn, Subject::account(own.exchange, account))?;
    Ok(own.member)
}
