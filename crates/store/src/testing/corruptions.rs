//! Ways in which a database can be wrong, each with the name of the invariant that must notice it. What guards the tables is
//! taken away first, as somebody with a database tool could.

/// One way to spoil the books of a test.
#[derive(Clone, Copy, Debug)]
pub struct Corruption {
    /// What somebody has done.
    pub deed: &'static str,
    /// The invariant that must notice it.
    pub noticed_by: &'static str,
    /// The deed itself.
    pub sql: &'static str,
}

const fn spoilt(deed: &'static str, noticed_by: &'static str, sql: &'static str) -> Corruption {
    Corruption { deed, noticed_by, sql }
}

/// Takes away the triggers of a SQLite file.
pub const UNGUARD_SQLITE: &[&str] = &[
    "DROP TRIGGER entries_no_update",
    "DROP TRIGGER entries_no_delete",
    "DROP TRIGGER transfers_no_delete",
    "DROP TRIGGER transfers_final",
    "DROP TRIGGER acts_final",
    "DROP TRIGGER acts_no_delete",
];

/// Takes away the triggers of a PostgreSQL database.
pub const UNGUARD_POSTGRES: &[&str] = &["DROP FUNCTION refuse_change() CASCADE"];

/// Every corruption. The journal that they are tried on must have a reversal, an edit, a request
/// that waits, an objection that is open, an open hold, a lock, entries in more than one month, and at least ten transfers.
pub const CORRUPTIONS: &[Corruption] = &[
    spoilt(
        "gave an account more",
        "balance",
        "UPDATE accounts SET balance = balance + 5 WHERE number = 'MARL0001'",
    ),
    spoilt("raised an entry", "entries-sum", "UPDATE entries SET amount = amount + 1 WHERE id = (SELECT max(id) FROM entries)"),
    spoilt(
        "changed a balance along the way",
        "entries-balance",
        "UPDATE entries SET balance = balance + 1 WHERE id = (SELECT min(id) FROM entries)",
    ),
    spoilt(
        "broke the chain of an account's entries",
        "entries-chain",
        "UPDATE entries SET previous = 1 WHERE id = (SELECT max(id) FROM entries)",
    ),
    spoilt(
        "moved a trade to somebody else",
        "entries-account",
        "UPDATE entries SET account = 999 WHERE id = (SELECT max(id) FROM entries)",
    ),
    spoilt("lost an entry", "entries-sum", "DELETE FROM entries WHERE id = (SELECT max(id) FROM entries)"),
    spoilt(
        "made an entry of nothing",
        "stray-entry",
        "INSERT INTO entries (id, transfer, account, amount, balance) SELECT max(id) + 1, 999, 2, 5, 5 FROM entries",
    ),
    spoilt(
        "gave an entry to another transfer",
        "stray-entry",
        "UPDATE entries SET transfer = (SELECT max(id) FROM transfers WHERE state <> 'committed')
         WHERE id = (SELECT min(id) FROM entries)",
    ),
    spoilt("changed the words of a trade", "journal-hash", "UPDATE transfers SET description = 'gold' WHERE number = 3"),
    spoilt("changed the salt of a trade", "journal-hash", "UPDATE transfers SET salt = hash WHERE number = 3"),
    spoilt("changed who made a trade", "journal-hash", "UPDATE transfers SET made_by = 77 WHERE number = 4"),
    spoilt("changed when a trade counted", "journal-hash", "UPDATE transfers SET decided_at = decided_at + 1 WHERE number = 4"),
    spoilt("changed the day of a trade", "journal-hash", "UPDATE transfers SET traded_on = 7 WHERE number = 4"),
    spoilt("changed the price of a trade", "levy", "UPDATE transfers SET amount = amount + 100 WHERE number = 3"),
    spoilt(
        "put another hash in",
        "journal-hash",
        "UPDATE transfers SET hash = (SELECT o.hash FROM transfers o WHERE o.number = 4) WHERE number = 5",
    ),
    spoilt("put half a hash in", "unreadable", "UPDATE transfers SET hash = salt WHERE number = 5"),
    spoilt("left a number out", "journal-gap", "UPDATE transfers SET number = number + 1 WHERE number > 6"),
    spoilt(
        "swapped two numbers",
        "journal-hash",
        "UPDATE transfers SET number = CASE number WHEN 2 THEN 3 ELSE 2 END WHERE number IN (2, 3)",
    ),
    spoilt("turned a trade into a reversal", "reversal-mirror", "UPDATE transfers SET kind = 'reversal' WHERE number = 2"),
    spoilt(
        "reversed something else",
        "reversal-mirror",
        "UPDATE transfers SET corrects = (SELECT o.uuid FROM transfers o WHERE o.number = 1)
         WHERE kind = 'reversal' AND number = (SELECT min(r.number) FROM transfers r WHERE r.kind = 'reversal')",
    ),
    spoilt("corrected nothing", "corrects", "UPDATE transfers SET corrects = uuid WHERE state = 'pending'"),
    spoilt("called a request committed", "misfiled", "UPDATE transfers SET state = 'committed' WHERE state = 'pending'"),
    spoilt(
        "called a trade expired",
        "misfiled",
        "UPDATE transfers SET state = 'expired' WHERE number = 4",
    ),
    spoilt("decided a request in passing", "decided", "UPDATE transfers SET decided_at = 1 WHERE state = 'pending'"),
    spoilt("paid oneself", "sides", "UPDATE transfers SET payee = payer WHERE state = 'pending'"),
    spoilt(
        "turned the journal back",
        "journal-head",
        "UPDATE journals SET number = number - 1",
    ),
    spoilt("turned the journal's time back", "journal-time", "UPDATE journals SET at = at - 1"),
    spoilt("turned the acts back", "acts-head", "UPDATE journals SET act_number = act_number - 1"),
    spoilt(
        "changed the policy in passing",
        "policy",
        "UPDATE journals SET policy = replace(policy, '\"payer_pays\":true', '\"payer_pays\":false')",
    ),
    spoilt("changed an act", "acts-hash", "UPDATE acts SET body = replace(body, 'true', 'false') WHERE kind = 'set-lock'"),
    spoilt("changed why", "acts-hash", "UPDATE acts SET reason = 'for fun' WHERE kind = 'set-lock'"),
    spoilt("called an act otherwise", "acts-kind", "UPDATE acts SET kind = 'set-limits' WHERE kind = 'set-lock'"),
    spoilt("dated an act before a trade", "acts-hash", "UPDATE acts SET journal_number = 0 WHERE kind = 'set-lock'"),
    spoilt("lost an act", "acts-gap", "DELETE FROM acts WHERE number = 5"),
    spoilt("widened a floor", "limits", "UPDATE accounts SET floor = floor - 500 WHERE number = 'MARL0002'"),
    spoilt("softened a floor", "limits", "UPDATE accounts SET floor_hard = (1 = 0) WHERE number = 'MARL0002'"),
    spoilt("lifted a lock", "state", "UPDATE accounts SET locked = NOT locked WHERE number = 'MARL0005'"),
    spoilt("suspended in passing", "state", "UPDATE accounts SET state = 'suspended' WHERE number = 'MARL0003'"),
    spoilt(
        "changed an own switch",
        "overrides",
        "UPDATE accounts SET overrides = '{\"payer_pays\":false}' WHERE number = 'MARL0003'",
    ),
    spoilt("polished a trading record", "record", "UPDATE accounts SET provided_count = provided_count + 1 WHERE number = 'MARL0002'"),
    spoilt("forgot the last entry", "last-entry", "UPDATE accounts SET last_entry = 1 WHERE number = 'MARL0002'"),
    spoilt("released a hold in passing", "holds", "UPDATE holds SET state = 'released'"),
    spoilt("held more", "held", "UPDATE accounts SET held = held + 1 WHERE number = 'MARL0004'"),
    spoilt("renumbered an account", "number", "UPDATE accounts SET number = 'XXXX0003' WHERE number = 'MARL0003'"),
    spoilt("moved a month's end", "month-marks", "UPDATE month_marks SET balance = balance + 1"),
    spoilt("forgot the months", "month-marks", "DELETE FROM month_marks"),
    spoilt("settled an objection in passing", "objection", "UPDATE objections SET outcome = 'reversed'"),
    spoilt("forgot which ids are taken", "ids", "UPDATE id_blocks SET next = 2 WHERE name = 'entries'"),
    spoilt(
        "opened an account in passing",
        "accounts-act",
        "INSERT INTO accounts (id, uuid, exchange, number, kind, state, overrides, opened_at)
         SELECT 998, (SELECT uuid FROM transfers WHERE number = 1), exchange, 'MARL0998', kind, state, overrides, opened_at
         FROM accounts WHERE number = 'MARL0001'",
    ),
    spoilt("wrote what nobody can read", "unreadable", "UPDATE accounts SET overrides = 'nonsense' WHERE number = 'MARL0003'"),
];
