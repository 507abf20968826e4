//! Whether the books are right: everything derived again from the journal and compared with what is stored.
//!
//! What `ayni verify` does. It reads one quiet snapshot of the whole database, page by page, and writes nothing: first the
//! relations between rows ([`store::checks`]), then for each exchange its two chains, in their order, into a
//! [`ledger::replay::Replay`], which knows nothing of how they were decided.

use std::fmt;

use ledger::ExchangeId;
use store::{Db, Tx, checks, journals};

use crate::backup::{self, Digest};
use crate::error::Result;

mod chains;
mod files;
mod marks;

pub use files::verify_files;

/// How many findings of one rule a report tells apart; the others are counted.
const TOLD: usize = 25;

/// Something that must hold and does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The exchange's code, or nothing.
    pub exchange: String,
    /// The invariant, by its stable name.
    pub rule: &'static str,
    /// Where: a transfer, an account, an entry.
    pub place: String,
    /// What is there, and what should be.
    pub detail: String,
}

/// How much was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Exchanges with a journal.
    pub exchanges: u64,
    /// Accounts.
    pub accounts: u64,
    /// Committed transfers.
    pub transfers: u64,
    /// Entries.
    pub entries: u64,
    /// Acts.
    pub acts: u64,
    /// Files of pictures, where these were looked at.
    pub files: u64,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How much was read.
    pub counts: Counts,
    /// What is wrong; nothing, if all is well.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether everything holds.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    fn add(&mut self, exchange: &str, rule: &'static str, place: String, detail: String) {
        self.findings.push(Finding { exchange: exchange.to_owned(), rule, place, detail });
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts { exchanges, accounts, transfers, entries, acts, files } = self.counts;
        writeln!(
            f,
            "Read {exchanges} exchanges: {accounts} accounts, {transfers} committed transfers, {entries} entries, {acts} acts; \
             {files} files of pictures."
        )?;
        if self.is_clean() {
            return writeln!(f, "Every invariant holds and every hash is right.");
        }
        let mut told: std::collections::BTreeMap<(&str, &str), usize> = std::collections::BTreeMap::new();
        for Finding { exchange, rule, place, detail } in &self.findings {
            let count = told.entry((exchange, rule)).or_default();
            *count += 1;
            if *count <= TOLD {
                let at = if exchange.is_empty() { place.clone() } else { format!("{exchange}, {place}") };
                writeln!(f, "WRONG [{rule}] {at}: {detail}")?;
            }
        }
        for ((exchange, rule), count) in told.iter().filter(|(_, count)| **count > TOLD) {
            writeln!(f, "WRONG [{rule}] {exchange}: {} more", count - TOLD)?;
        }
        let about_files = |finding: &Finding| finding.rule.starts_with("picture-");
        let all = self.findings.len();
        if self.findings.iter().all(about_files) {
            return writeln!(f, "{all} findings, all about files of pictures. The books are right.");
        }
        writeln!(f, "{all} findings. The books are not right.")
    }
}

/// Derives everything again and says what does not hold.
///
/// # Errors
/// When the database does not answer. Rows that cannot be read are findings, not errors.
pub async fn verify(db: &Db) -> Result<Report> {
    verify_snapshot(&mut db.read().await?).await
}

/// As [`verify`], and what another database is compared with this one by, if all is well.
///
/// # Errors
/// As [`verify`].
pub async fn verify_with_digest(db: &Db) -> Result<(Report, Option<Digest>)> {
    let mut tx = db.read().await?;
    let report = verify_snapshot(&mut tx).await?;
    let digest = if report.is_clean() { Some(backup::digest(&mut tx).await?) } else { None };
    Ok((report, digest))
}

/// As [`verify`], of what this transaction sees.
///
/// # Errors
/// As [`verify`].
pub async fn verify_snapshot(tx: &mut Tx) -> Result<Report> {
    let mut report = Report::default();
    let exchanges = journals::all(tx).await?;
    relations(tx, &mut report).await?;
    for exchange in exchanges {
        report.counts.exchanges += 1;
        let code = code_of(tx, exchange).await?;
        match chains::derive(tx, exchange, &code, &mut report).await {
            Ok(()) => {}
            Err(error) if is_unreadable(&error) => {
                let detail = format!("what is stored cannot be read: {error}");
                report.add(&code, "unreadable", "exchange".to_owned(), detail);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(report)
}

/// Whether an error is about what a row holds, not about getting at it.
fn is_unreadable(error: &store::Error) -> bool {
    matches!(error, store::Error::Unfit(_)) || error.is_unreadable_row()
}

async fn code_of(tx: &mut Tx, exchange: ExchangeId) -> Result<String> {
    let found = store::exchanges::get(tx, exchange).await?;
    Ok(found.map_or_else(|| format!("exchange {}", exchange.0), |exchange| exchange.code))
}

async fn relations(tx: &mut Tx, report: &mut Report) -> Result<()> {
    for check in checks::CHECKS {
        for offence in check.run(tx).await? {
            let code =
                if offence.exchange.0 == 0 { String::new() } else { code_of(tx, offence.exchange).await? };
            report.add(&code, check.rule, format!("{} {}", check.thing, offence.id), check.says.to_owned());
        }
    }
    Ok(())
}
