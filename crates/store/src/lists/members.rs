//! Members of an exchange.

use ledger::id::{AccountId, ExchangeId};
use ledger::time::Instant;
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::{Cut, Direction, among};
use crate::error::Result;
use crate::members::directory::containing;
use crate::members::{Kind, MemberId};
use crate::tx::Tx;

words! {
    /// How a member stands, its account included.
    pub enum Standing {
        /// Asked to join.
        Pending = "pending",
        /// Takes part.
        Active = "active",
        /// Rests.
        Disabled = "disabled",
        /// Was stopped by an administrator.
        Suspended = "suspended",
        /// Was not welcomed, or has left.
        Deleted = "deleted",
    }
}

row! {
    /// A member in a list.
    pub struct Line {
        /// Who, inside.
        pub id: MemberId,
        /// Who, outside.
        pub uuid: Uuid,
        /// Where.
        pub exchange: ExchangeId,
        /// How it stands.
        pub standing: Standing,
        /// What it is.
        pub kind: Kind,
        /// Its name.
        pub name: String,
        /// What it tells of itself.
        pub about: String,
        /// Where it lives.
        pub place: String,
        /// Name of a drawn face, or of a picture of its own; empty: initials.
        pub portrait: String,
        /// When it asked to join.
        pub applied_at: Instant,
        /// When it was last welcomed, or left.
        pub updated_at: Instant,
        /// The account.
        pub account: Option<AccountId>,
        /// The account, outside.
        pub account_uuid: Option<Uuid>,
        /// The account's number.
        pub number: Option<String>,
        /// How many offers it shows.
        pub offers: i64,
        /// How many wants it shows.
        pub wants: i64,
        /// How many there are in all parts of the list.
        pub total: i64,
    }
}

/// How a member stands, in SQL.
macro_rules! standing {
    () => {
        "CASE WHEN m.state = 'applied' THEN 'pending' WHEN m.state <> 'active' OR a.state = 'closed' THEN 'deleted'
         ELSE coalesce(a.state, 'active') END"
    };
}

/// How many listings of one kind a member shows, in SQL up to the moment.
macro_rules! shows {
    ($kind:literal) => {
        concat!(
            "(SELECT count(*) FROM listings l WHERE l.member = m.id AND l.state = 'published' AND l.kind = '",
            $kind,
            "' AND m.state = 'active' AND a.state = 'active' AND (l.expires_at IS NULL OR l.expires_at > "
        )
    };
}

/// What members are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The name, folded.
    Name,
    /// When they asked to join.
    Applied,
    /// The account's number.
    Number,
}

/// Which members are wanted.
#[derive(Clone, Debug)]
pub struct Filter {
    /// Where; none: in any exchange.
    pub exchange: Option<ExchangeId>,
    /// Their names inside; none: all. All but the exchanges themselves, unless they are named here or below.
    pub ids: Option<Vec<MemberId>>,
    /// Their names outside; none: all.
    pub uuids: Option<Vec<Uuid>>,
    /// The numbers of their accounts; none: all.
    pub numbers: Option<Vec<String>>,
    /// The names of their accounts outside; none: all.
    pub accounts: Option<Vec<Uuid>>,
    /// How they stand; none: however.
    pub standings: Option<Vec<Standing>>,
    /// A part of a folded name; empty: all.
    pub name_part: String,
    /// A part of an account's number, in whichever case; counts beside the name's.
    pub number_part: String,
    /// They asked to join after this.
    pub since: Instant,
    /// What is shown counts at this moment.
    pub now: Instant,
    /// What they are sorted by.
    pub by: (By, Direction),
    /// Which part.
    pub cut: Cut,
}

impl Filter {
    fn names_somebody(&self) -> bool {
        self.ids.is_some() || self.uuids.is_some() || self.numbers.is_some() || self.accounts.is_some()
    }

    fn is_empty(&self) -> bool {
        let empty = |list: Option<bool>| list == Some(true);
        empty(self.ids.as_ref().map(Vec::is_empty))
            || empty(self.uuids.as_ref().map(Vec::is_empty))
            || empty(self.numbers.as_ref().map(Vec::is_empty))
            || empty(self.accounts.as_ref().map(Vec::is_empty))
            || empty(self.standings.as_ref().map(Vec::is_empty))
    }
}

/// A part of the members that are wanted.
///
/// # Errors
/// When the database does not answer.
pub async fn page(tx: &mut Tx, filter: &Filter) -> Result<Vec<Line>> {
    if filter.is_empty() {
        return Ok(Vec::new());
    }
    let standings: Option<Vec<String>> =
        filter.standings.as_ref().map(|some| some.iter().map(|one| one.as_str().to_owned()).collect());
    let ids: Option<Vec<i64>> = filter.ids.as_ref().map(|ids| ids.iter().map(|id| id.0).collect());
    let (by, direction) = filter.by;
    let column = match by {
        By::Name => "m.name_key",
        By::Applied => "m.applied_at",
        By::Number => "coalesce(a.number, '')",
    };
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new(concat!("SELECT m.id, m.uuid, m.exchange, ", standing!(), " AS standing, m.kind, m.name,
            m.about, m.place, m.portrait, m.applied_at, coalesce(m.left_at, m.joined_at, m.applied_at) AS updated_at,
            m.account, a.uuid AS account_uuid, a.number, ", shows!("offer")));
        sql.push_bind(filter.now.0).push(concat!(")) AS offers, ", shows!("want"))).push_bind(filter.now.0);
        sql.push(")) AS wants, count(*) OVER () AS total FROM members m LEFT JOIN accounts a ON a.id = m.account
            WHERE m.applied_at > ").push_bind(filter.since.0);
        if let Some(exchange) = filter.exchange {
            sql.push(" AND m.exchange = ").push_bind(exchange.0);
        }
        if !filter.names_somebody() {
            sql.push(" AND m.kind <> 'administration'");
        }
        among!(sql, "m.id", &ids);
        among!(sql, "m.uuid", &filter.uuids);
        among!(sql, "a.number", &filter.numbers);
        among!(sql, "a.uuid", &filter.accounts);
        if let Some(some) = &standings {
            sql.push(concat!(" AND ", standing!(), " IN ("));
            let mut list = sql.separated(", ");
            for one in some {
                list.push_bind(one.clone());
            }
            sql.push(")");
        }
        if !filter.name_part.is_empty() {
            sql.push(" AND (m.name_key LIKE ").push_bind(containing(&filter.name_part));
            sql.push(" ESCAPE '!' OR a.number LIKE ").push_bind(containing(&filter.number_part.to_uppercase()));
            sql.push(" ESCAPE '!')");
        }
        sql.push(" ORDER BY ").push(column).push(direction.sql()).push(", m.id LIMIT ").push_bind(filter.cut.limit);
        sql.push(" OFFSET ").push_bind(filter.cut.offset);
        sql.build_query_as().fetch_all(conn).await
    })?)
}
