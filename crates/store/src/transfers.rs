//! Transfers as they are stored, and how they become the ledger's.

use ledger::{
    AccountId, Amount, Day, EntryId, ExchangeId, Hash, Instant, Order, Refusal, Transfer, TransferId, UserId,
    journal,
    transfer::{Capacity, Channel, Entry, Kind, Objection, Posted, State, Wish, Words},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::tx::Tx;

row! {
    /// A transfer's row.
    pub struct TransferRow {
        /// Its number inside the store.
        pub id: i64,
        /// Its name.
        pub uuid: Uuid,
        /// The exchange.
        pub exchange: ExchangeId,
        /// Its number in the journal.
        pub number: Option<i64>,
        /// The journal's hash after it.
        pub hash: Option<Vec<u8>>,
        /// Where it stands.
        pub state: String,
        /// What kind of movement.
        pub kind: Kind,
        /// Who gives units.
        pub payer: AccountId,
        /// Who gets units.
        pub payee: AccountId,
        /// The price.
        pub amount: i64,
        /// What for.
        pub description: String,
        /// The salt of those words; gone when they have been erased.
        pub salt: Option<Vec<u8>>,
        /// What the hash holds of erased words.
        pub commitment: Option<Vec<u8>>,
        /// The day of the trade, days since 1970-01-01.
        pub traded_on: Option<i64>,
        /// A category of the exchange's.
        pub category: Option<String>,
        /// The offer or want that it settles.
        pub settles: Option<Uuid>,
        /// One id for all legs of a trade between exchanges.
        pub linked: Option<Uuid>,
        /// The transfer that it reverses or replaces.
        pub corrects: Option<Uuid>,
        /// Its first entry.
        pub first_entry: Option<EntryId>,
        /// How many entries it has.
        pub entry_count: i64,
        /// Who made it.
        pub made_by: UserId,
        /// The account its maker acted for.
        pub made_for: Option<AccountId>,
        /// As what its maker acted.
        pub capacity: Capacity,
        /// The way it came in.
        pub channel: Channel,
        /// What its maker wished.
        pub wish: Wish,
        /// When it was made.
        pub created_at: Instant,
        /// When it left `new` or `pending`.
        pub decided_at: Option<Instant>,
        /// Who decided that.
        pub decided_by: Option<UserId>,
        /// A refusal as JSON, or the words of who declined.
        pub reason: String,
        /// When it expires.
        pub expires_at: Option<Instant>,
        /// When silence becomes acceptance.
        pub accept_at: Option<Instant>,
        /// The transfer that reversed it.
        pub reversed_by: Option<Uuid>,
        /// What became of an objection to it.
        pub objection: Option<Objection>,
    }
}

/// The columns of [`TransferRow`], in its order, and where they come from; a condition follows.
macro_rules! select_transfers {
    ($rest:literal) => {
        concat!(
            "SELECT t.id, t.uuid, t.exchange, t.number, t.hash, t.state, t.kind, t.payer, t.payee, t.amount, t.description,
             t.salt, t.commitment, t.traded_on, t.category, t.settles, t.linked, t.corrects, t.first_entry, t.entry_count,
             t.made_by, t.made_for, t.capacity, t.channel, t.wish, t.created_at, t.decided_at, t.decided_by, t.reason,
             t.expires_at, t.accept_at,
             (SELECT r.uuid FROM transfers r WHERE r.corrects = t.uuid AND r.kind = 'reversal' AND r.state = 'committed')
                AS reversed_by,
             (SELECT o.outcome FROM objections o WHERE o.transfer = t.id) AS objection
             FROM transfers t ",
            $rest
        )
    };
}
pub(crate) use select_transfers;

row! {
    /// An entry's row.
    pub struct EntryRow {
        /// Its id.
        pub id: EntryId,
        /// The transfer's number inside the store.
        pub transfer: i64,
        /// Whose.
        pub account: AccountId,
        /// How much; below zero for who gives units.
        pub amount: i64,
        /// The account's balance after it.
        pub balance: i64,
        /// The account's entry before.
        pub previous: Option<EntryId>,
    }
}

impl EntryRow {
    /// The ledger's entry.
    #[must_use]
    pub fn entry(&self) -> Entry {
        Entry {
            id: self.id,
            account: self.account,
            amount: self.amount,
            balance: self.balance,
            previous: self.previous,
        }
    }
}

impl TransferRow {
    /// The ledger's transfer, with its entries if it is committed.
    ///
    /// # Errors
    /// [`Error::Unfit`] when a column holds what no rule could have written.
    pub fn into_transfer(self, entries: Vec<Entry>) -> Result<Transfer> {
        let wrong = |column: &str| Error::Unfit(format!("transfer {}: column {column} cannot be", self.uuid));
        let state = self.ledger_state(entries).ok_or_else(|| wrong("state"))?;
        let amount = Amount::new(self.amount).ok_or_else(|| wrong("amount"))?;
        let traded_on = self.traded_on.map(i32::try_from).transpose().map_err(|_| wrong("traded_on"))?;
        let order = Order {
            id: TransferId(self.uuid),
            exchange: self.exchange,
            payer: self.payer,
            payee: self.payee,
            amount,
            description: Words { salt: salt(self.salt.as_deref()), text: self.description },
            traded_on: traded_on.map(Day),
            category: self.category,
            settles: self.settles,
            channel: self.channel,
            wish: self.wish,
            expires_at: self.expires_at,
        };
        Ok(Transfer {
            row: self.id,
            order,
            kind: self.kind,
            state,
            linked: self.linked,
            corrects: self.corrects.map(TransferId),
            made_by: self.made_by,
            made_for: self.made_for,
            capacity: self.capacity,
            created_at: self.created_at,
            decided_at: self.decided_at,
            decided_by: self.decided_by,
            reversed_by: self.reversed_by.map(TransferId),
            objection: self.objection,
        })
    }

    /// The commitment to its description: of the words as they are, or the one kept when they were erased.
    #[must_use]
    pub fn description_commitment(&self) -> Hash {
        match (&self.commitment, &self.salt) {
            (Some(kept), None) => hash(kept).unwrap_or(Hash([0; 32])),
            (_, salted) => {
                journal::commitment(&Words { text: self.description.clone(), salt: salt(salted.as_deref()) })
            }
        }
    }

    fn ledger_state(&self, entries: Vec<Entry>) -> Option<State> {
        Some(match self.state.as_str() {
            "new" => State::New,
            "pending" => State::Pending { expires_at: self.expires_at, accept_at: self.accept_at },
            "committed" => {
                State::Committed(Posted { number: self.number?, hash: hash(self.hash.as_deref()?)?, entries })
            }
            "rejected" => State::Rejected(self.reason.clone()),
            "expired" => State::Expired,
            "failed" => State::Failed(serde_json::from_str::<Refusal>(&self.reason).ok()?),
            "deleted" => State::Deleted,
            _ => return None,
        })
    }
}

/// What a transfer's `reason` column holds.
pub(crate) fn reason(state: &State) -> String {
    match state {
        State::Rejected(words) => words.clone(),
        // A refusal is plain data: it always encodes.
        State::Failed(refusal) => serde_json::to_string(refusal).unwrap_or_default(),
        State::New | State::Pending { .. } | State::Committed(_) | State::Expired | State::Deleted => {
            String::new()
        }
    }
}

pub(crate) fn hash(bytes: &[u8]) -> Option<Hash> {
    bytes.try_into().ok().map(Hash)
}

/// The salt, or zeros where it has been erased.
pub(crate) fn salt(bytes: Option<&[u8]>) -> [u8; 16] {
    bytes.and_then(|bytes| bytes.try_into().ok()).unwrap_or_default()
}

/// The transfer of this name.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, id: TransferId) -> Result<Option<TransferRow>> {
    Ok(
        on!(tx, conn => sqlx::query_as(select_transfers!("WHERE t.uuid = $1")).bind(id.0).fetch_optional(conn).await)?,
    )
}

/// The transfers that were recorded from this listing, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn settling(tx: &mut Tx, listing: Uuid, limit: i64) -> Result<Vec<TransferRow>> {
    Ok(on!(tx, conn => sqlx::query_as(select_transfers!("WHERE t.settles = $1 ORDER BY t.id DESC LIMIT $2"))
        .bind(listing).bind(limit).fetch_all(conn).await)?)
}

/// The transfers of these names that are there, in no particular order.
///
/// # Errors
/// When the database does not answer.
pub async fn get_all(tx: &mut Tx, ids: &[Uuid]) -> Result<Vec<TransferRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new(select_transfers!("WHERE t.uuid IN ("));
        let mut list = sql.separated(", ");
        for id in ids {
            list.push_bind(*id);
        }
        sql.push(")");
        sql.build_query_as().fetch_all(conn).await
    })?)
}

/// A committed transfer's entries, in their order.
///
/// # Errors
/// When the database does not answer.
pub async fn entries_of(tx: &mut Tx, row: &TransferRow) -> Result<Vec<EntryRow>> {
    let Some(first) = row.first_entry else { return Ok(Vec::new()) };
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, transfer, account, amount, balance, previous FROM entries WHERE id >= $1 AND id < $2 ORDER BY id")
        .bind(first.0).bind(first.0 + row.entry_count).fetch_all(conn).await)?)
}

/// The requests that wait for these accounts to answer, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting_for(tx: &mut Tx, payer: AccountId) -> Result<Vec<TransferRow>> {
    Ok(
        on!(tx, conn => sqlx::query_as(select_transfers!("WHERE t.payer = $1 AND t.state = 'pending' ORDER BY t.id DESC"))
        .bind(payer.0).fetch_all(conn).await)?,
    )
}

/// How many requests wait for a payer.
///
/// # Errors
/// When the database does not answer.
pub async fn count_waiting(tx: &mut Tx, payer: AccountId) -> Result<i64> {
    let (count,): (i64,) = on!(tx, conn => sqlx::query_as(
        "SELECT count(*) FROM transfers WHERE payer = $1 AND state = 'pending'")
        .bind(payer.0).fetch_one(conn).await)?;
    Ok(count)
}

/// The requests that this account has sent and nobody has answered, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn sent_by(tx: &mut Tx, payee: AccountId) -> Result<Vec<TransferRow>> {
    Ok(
        on!(tx, conn => sqlx::query_as(select_transfers!("WHERE t.payee = $1 AND t.state = 'pending' ORDER BY t.id DESC"))
        .bind(payee.0).fetch_all(conn).await)?,
    )
}

/// The transfers that correct this one: its reversal, what replaces it, a request for a difference.
///
/// # Errors
/// When the database does not answer.
pub async fn corrections_of(tx: &mut Tx, id: TransferId) -> Result<Vec<TransferRow>> {
    Ok(on!(tx, conn => sqlx::query_as(select_transfers!("WHERE t.corrects = $1 ORDER BY t.id"))
        .bind(id.0).fetch_all(conn).await)?)
}

/// Requests that have fallen due: silence becomes acceptance, or they expire. With their exchange.
///
/// # Errors
/// When the database does not answer.
pub async fn due(tx: &mut Tx, now: Instant, limit: i64) -> Result<Vec<(TransferId, ExchangeId)>> {
    let rows: Vec<(Uuid, i64)> = on!(tx, conn => sqlx::query_as(
        "SELECT uuid, exchange FROM transfers WHERE state = 'pending' AND accept_at IS NOT NULL AND accept_at <= $1
         UNION SELECT uuid, exchange FROM transfers WHERE state = 'pending' AND expires_at IS NOT NULL AND expires_at <= $1
         LIMIT $2")
        .bind(now.0).bind(limit).fetch_all(conn).await)?;
    Ok(rows.into_iter().map(|(id, exchange)| (TransferId(id), ExchangeId(exchange))).collect())
}

/// An exchange's committed transfers after a number, in the journal's order.
///
/// # Errors
/// When the database does not answer.
pub async fn journal_after(
    tx: &mut Tx,
    exchange: ExchangeId,
    number: i64,
    limit: i64,
) -> Result<Vec<TransferRow>> {
    Ok(on!(tx, conn => sqlx::query_as(
        select_transfers!("WHERE t.exchange = $1 AND t.number > $2 AND t.number IS NOT NULL ORDER BY t.number LIMIT $3"))
        .bind(exchange.0).bind(number).bind(limit).fetch_all(conn).await)?)
}

/// The newest committed transfers of an exchange below a number, newest first: the administrators' list.
///
/// # Errors
/// When the database does not answer.
pub async fn journal_before(
    tx: &mut Tx,
    exchange: ExchangeId,
    number: i64,
    limit: i64,
) -> Result<Vec<TransferRow>> {
    Ok(on!(tx, conn => sqlx::query_as(
        select_transfers!("WHERE t.exchange = $1 AND t.number < $2 AND t.number IS NOT NULL ORDER BY t.number DESC LIMIT $3"))
        .bind(exchange.0).bind(number).bind(limit).fetch_all(conn).await)?)
}

/// The entries of an exchange's committed transfers with these numbers, in the journal's order, each with the number of the
/// transfer whose range it lies in.
///
/// # Errors
/// When the database does not answer.
pub async fn journal_entries(
    tx: &mut Tx,
    exchange: ExchangeId,
    (first, last): (i64, i64),
) -> Result<Vec<NumberedEntry>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT t.number, e.id, e.transfer, e.account, e.amount, e.balance, e.previous FROM transfers t
         JOIN entries e ON e.id >= t.first_entry AND e.id < t.first_entry + t.entry_count
         WHERE t.exchange = $1 AND t.number BETWEEN $2 AND $3 ORDER BY t.number, e.id")
        .bind(exchange.0).bind(first).bind(last).fetch_all(conn).await)?)
}

row! {
    /// An entry with its transfer's place in the journal.
    pub struct NumberedEntry {
        /// The transfer's number in the journal.
        pub number: i64,
        /// Its id.
        pub id: EntryId,
        /// The transfer that it names, by its number inside the store.
        pub transfer: i64,
        /// Whose.
        pub account: AccountId,
        /// How much; below zero for who gives units.
        pub amount: i64,
        /// The account's balance after it.
        pub balance: i64,
        /// The account's entry before.
        pub previous: Option<EntryId>,
    }
}

/// An exchange's waiting requests, newest first: the administrators' list.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting_in(tx: &mut Tx, exchange: ExchangeId, limit: i64) -> Result<Vec<TransferRow>> {
    Ok(on!(tx, conn => sqlx::query_as(select_transfers!(
        "WHERE t.exchange = $1 AND t.state = 'pending' ORDER BY t.id DESC LIMIT $2"))
        .bind(exchange.0).bind(limit).fetch_all(conn).await)?)
}
