//! Facts that hold of every database: each check finds the rows for which one of them does not. What follows from the
//! journal by arithmetic and hashes is checked elsewhere, by deriving it again; these are the relations between rows.

use ledger::ExchangeId;

use crate::error::Result;
use crate::tx::Tx;

/// How many rows one check tells of at most; more would hide the others.
const MOST: i64 = 50;

/// A fact, and how to find what contradicts it.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// Its stable name.
    pub rule: &'static str,
    /// What kind of row it is about.
    pub thing: &'static str,
    /// What is wrong with a row that it finds.
    pub says: &'static str,
    /// Finds exchange and id of such rows.
    sql: &'static str,
}

row! {
    /// A row that contradicts a fact.
    pub struct Offence {
        /// The exchange; 0 when it belongs to none.
        pub exchange: ExchangeId,
        /// The row's id.
        pub id: i64,
    }
}

/// Every check.
pub const CHECKS: &[Check] = &[
    Check {
        rule: "misfiled",
        thing: "transfer row",
        says: "is committed without number, hash and entries, or has some of them without being committed",
        sql: "SELECT exchange, id FROM transfers
              WHERE (CASE WHEN state = 'committed' THEN 4 ELSE 0 END)
                 <> (CASE WHEN number IS NOT NULL THEN 1 ELSE 0 END) + (CASE WHEN hash IS NOT NULL THEN 1 ELSE 0 END)
                  + (CASE WHEN first_entry IS NOT NULL THEN 1 ELSE 0 END)
                  + (CASE WHEN entry_count >= 2 THEN 1 ELSE 0 END) ORDER BY id LIMIT $1",
    },
    Check {
        rule: "stray-entry",
        thing: "entry",
        says: "belongs to no committed transfer that has it among its entries",
        sql: "SELECT CAST(coalesce(t.exchange, 0) AS BIGINT) AS exchange, e.id
              FROM entries e LEFT JOIN transfers t ON t.id = e.transfer
              WHERE t.id IS NULL OR t.state <> 'committed' OR e.id < t.first_entry
                 OR e.id >= t.first_entry + t.entry_count ORDER BY e.id LIMIT $1",
    },
    Check {
        rule: "decided",
        thing: "transfer row",
        says: "was decided and does not say when and by whom, or waits and says that it was decided",
        sql: "SELECT exchange, id FROM transfers
              WHERE (CASE WHEN state IN ('new', 'pending') THEN 0 ELSE 2 END)
                 <> (CASE WHEN decided_at IS NULL THEN 0 ELSE 1 END) + (CASE WHEN decided_by IS NULL THEN 0 ELSE 1 END)
              ORDER BY id LIMIT $1",
    },
    Check {
        rule: "sides",
        thing: "transfer row",
        says: "has the same account on both sides, or an account that its exchange does not have",
        sql: "SELECT t.exchange, t.id FROM transfers t LEFT JOIN accounts a ON a.id = t.payer AND a.exchange = t.exchange
              LEFT JOIN accounts b ON b.id = t.payee AND b.exchange = t.exchange
              WHERE t.payer = t.payee OR a.id IS NULL OR b.id IS NULL ORDER BY t.id LIMIT $1",
    },
    Check {
        rule: "corrects",
        thing: "transfer row",
        says: "corrects a transfer that its exchange has not committed",
        sql: "SELECT t.exchange, t.id FROM transfers t LEFT JOIN transfers o ON o.uuid = t.corrects
              WHERE t.corrects IS NOT NULL AND (o.id IS NULL OR o.exchange <> t.exchange OR o.state <> 'committed')
              ORDER BY t.id LIMIT $1",
    },
    Check {
        rule: "objection",
        thing: "transfer row",
        says: "is objected to without being committed there, or the outcome is not what became of it",
        sql: "SELECT o.exchange, o.transfer AS id FROM objections o LEFT JOIN transfers t ON t.id = o.transfer
              WHERE t.id IS NULL OR t.exchange <> o.exchange OR t.state <> 'committed'
                 OR (o.account <> t.payer AND o.account <> t.payee)
                 OR (o.outcome = 'open' AND o.settled_at IS NOT NULL) OR (o.outcome <> 'open' AND o.settled_at IS NULL)
                 OR (o.outcome = 'open' AND EXISTS (SELECT 1 FROM transfers r WHERE r.corrects = t.uuid
                        AND r.kind = 'reversal' AND r.state = 'committed'))
                 OR (o.outcome = 'reversed' AND NOT EXISTS (SELECT 1 FROM transfers r WHERE r.corrects = t.uuid
                        AND r.kind = 'reversal' AND r.state = 'committed'))
              ORDER BY o.transfer LIMIT $1",
    },
    Check {
        rule: "number",
        thing: "account",
        says: "has a number that does not begin with its exchange's code",
        sql: "SELECT a.exchange, a.id FROM accounts a JOIN exchanges e ON e.id = a.exchange
              WHERE substr(a.number, 1, 4) <> e.code ORDER BY a.id LIMIT $1",
    },
    Check {
        rule: "member-account",
        thing: "member",
        says: "takes part without an account, has one before it is welcomed, or another exchange's or kind's",
        sql: "SELECT m.exchange, m.id FROM members m LEFT JOIN accounts a ON a.id = m.account
              WHERE (m.state IN ('active', 'left') AND a.id IS NULL)
                 OR (m.state IN ('applied', 'declined') AND m.account IS NOT NULL)
                 OR a.exchange <> m.exchange OR a.kind <> m.kind OR (m.state = 'left' AND a.state <> 'closed')
              ORDER BY m.id LIMIT $1",
    },
    Check {
        rule: "member-users",
        thing: "member",
        says: "takes part and nobody operates its account",
        sql: "SELECT m.exchange, m.id FROM members m WHERE m.state = 'active'
              AND NOT EXISTS (SELECT 1 FROM member_users u WHERE u.member = m.id) ORDER BY m.id LIMIT $1",
    },
    Check {
        rule: "journal",
        thing: "exchange",
        says: "is at work without a journal, or has a journal without being approved",
        sql: "SELECT e.id AS exchange, e.id FROM exchanges e LEFT JOIN journals j ON j.exchange = e.id
              WHERE (e.state = 'active' AND j.exchange IS NULL) OR (e.state = 'declined' AND j.number > 0)
              ORDER BY e.id LIMIT $1",
    },
    Check {
        rule: "exchange",
        thing: "transfer row",
        says: "belongs to an exchange that has no journal",
        sql: "SELECT t.exchange, t.id FROM transfers t LEFT JOIN journals j ON j.exchange = t.exchange
              WHERE j.exchange IS NULL ORDER BY t.id LIMIT $1",
    },
    Check {
        rule: "hold",
        thing: "account",
        says: "has a hold that belongs to another exchange",
        sql: "SELECT h.exchange, a.id FROM holds h JOIN accounts a ON a.id = h.account
              WHERE a.exchange <> h.exchange ORDER BY a.id LIMIT $1",
    },
    Check {
        rule: "ids",
        thing: "free transfer id",
        says: "is taken already: the next block of ids would repeat some",
        sql: "SELECT CAST(0 AS BIGINT) AS exchange, b.next AS id FROM id_blocks b
              WHERE b.name = 'transfers' AND b.next <= (SELECT max(id) FROM transfers) LIMIT $1",
    },
    Check {
        rule: "ids",
        thing: "free entry id",
        says: "is taken already: the next block of ids would repeat some",
        sql: "SELECT CAST(0 AS BIGINT) AS exchange, b.next AS id FROM id_blocks b
              WHERE b.name = 'entries' AND b.next <= (SELECT max(id) FROM entries) LIMIT $1",
    },
];

impl Check {
    /// The rows that contradict it, at most fifty.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn run(&self, tx: &mut Tx) -> Result<Vec<Offence>> {
        Ok(on!(tx, conn => sqlx::query_as(self.sql).bind(MOST).fetch_all(conn).await)?)
    }
}
