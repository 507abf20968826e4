//! Restoring: an empty database is filled, brought up to date and looked through in one transaction.

use std::io::{Read, Seek};

use store::draft::Draft;
use store::tables::{self, Table, Value};
use store::{DatabaseUrl, migrate};

use super::format::TableLine;
use super::read::{Backup, Item};
use super::{Digest, Summary, Trouble, digest};
use crate::integrity::{self, Report};
use crate::pictures::Files;

/// What to do when the books in a backup are not right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Findings {
    /// Restore nothing.
    Refuse,
    /// Restore them as they are: nothing better is left.
    Accept,
}

/// A database that was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What the backup held.
    pub backup: Summary,
    /// The newest migration that the database has seen now.
    pub schema: i64,
    /// What it is compared by now: the backup's digest, unless its tables have been brought up to date.
    pub digest: Digest,
    /// What deriving the books again has found.
    pub report: Report,
}

/// Fills an empty database with a backup, and puts the files of its pictures where they lie. It is all there, verified and lasting when this answers, and otherwise nothing is.
/// Nobody is signed in, and no link that was sent works any longer.
///
/// # Errors
/// What [`Trouble`] says.
pub async fn restore<R: Read + Seek + Send>(
    file: R,
    (url, files): (&DatabaseUrl, &Files),
    findings: Findings,
) -> Result<Restored, Trouble> {
    let mut backup = Backup::open(file)?;
    let mut draft = Draft::begin(url, backup.head.schema).await?;
    let mut put = Put { files, new: Vec::new() };
    let filled = fill(&mut backup, &mut draft, (&mut put, findings)).await;
    let done = match filled {
        Ok(restored) => draft.commit().await.map(|()| restored).map_err(Trouble::from),
        Err(trouble) => {
            draft.abandon().await;
            Err(trouble)
        }
    };
    if done.is_err() {
        put.take_back().await;
    }
    done
}

async fn fill<R: Read + Seek + Send>(
    backup: &mut Backup<R>,
    draft: &mut Draft,
    (put, findings): (&mut Put<'_>, Findings),
) -> Result<Restored, Trouble> {
    let summary = fill_as_it_was(backup, draft, put).await?;
    draft.bring_up_to_date().await?;
    let report = integrity::verify_snapshot(draft.tx()).await?;
    if !report.is_clean() && findings == Findings::Refuse {
        return Err(Trouble::Unsound(Box::new(report)));
    }
    Ok(Restored { backup: summary, schema: migrate::NEWEST, digest: digest(draft.tx()).await?, report })
}

/// Fills a draft of the backup's version, and compares what is there then with what the backup says.
async fn fill_as_it_was<R: Read + Seek + Send>(
    backup: &mut Backup<R>,
    draft: &mut Draft,
    put: &mut Put<'_>,
) -> Result<Summary, Trouble> {
    let mut missing = draft.tables().await?;
    missing.retain(|table| !backup.head.left_out.contains(&table.name));
    let mut filling: Option<Filling> = None;
    while let Some(item) = backup.next()? {
        match (item, &mut filling) {
            (Item::Table(line), last) => {
                if let Some(last) = last {
                    last.flush(draft).await?;
                }
                filling = Some(Filling { table: known(&mut missing, &line)?, rows: Vec::new() });
            }
            (Item::Row(values), Some(filling)) => filling.add(draft, values).await?,
            (Item::File(name, bytes), _) => put.put(name, bytes).await?,
            (Item::Row(_), None) => return Err(Trouble::damaged("a row without a table")),
        }
    }
    if let Some(mut last) = filling {
        last.flush(draft).await?;
    }
    if let Some(table) = missing.first() {
        return Err(Trouble::damaged(format!("table {} is missing", table.name)));
    }
    draft.tighten().await?;
    let summary = backup.summary()?;
    if digest(draft.tx()).await? != summary.digest {
        return Err(Trouble::damaged("what was restored is not what it holds"));
    }
    Ok(summary)
}

/// Fills an empty database with a backup and leaves it at the version that it was made at, for tests of upgrades.
///
/// # Errors
/// As [`restore`].
#[cfg(feature = "testing")]
pub async fn restore_as_it_was<R: Read + Seek + Send>(
    file: R,
    url: &DatabaseUrl,
) -> Result<Summary, Trouble> {
    let mut backup = Backup::open(file)?;
    let mut draft = Draft::begin(url, backup.head.schema).await?;
    let mut put = Put { files: &Files::in_memory(), new: Vec::new() };
    let summary = fill_as_it_was(&mut backup, &mut draft, &mut put).await?;
    draft.commit().await?;
    Ok(summary)
}

/// Files as they are put where pictures lie.
struct Put<'a> {
    files: &'a Files,
    /// Those that were not there before.
    new: Vec<String>,
}

impl Put<'_> {
    /// Puts a file down. One that is there is the same: what has a name never changes.
    async fn put(&mut self, name: String, bytes: Vec<u8>) -> Result<(), Trouble> {
        if self.files.get(&name).await?.as_ref() == Some(&bytes) {
            return Ok(());
        }
        self.new.push(name.clone());
        Ok(self.files.put(&name, bytes).await?)
    }

    /// Takes away what was put there in vain.
    async fn take_back(self) {
        for name in self.new {
            if let Err(error) = self.files.delete(&name).await {
                tracing::warn!(%error, name, "a file stays behind that nothing refers to");
            }
        }
    }
}

/// Takes the table that a line is about out of those that are missing.
fn known(missing: &mut Vec<Table>, line: &TableLine) -> Result<Table, Trouble> {
    let at = missing.iter().position(|table| TableLine::of(table) == *line);
    at.map(|at| missing.remove(at))
        .ok_or_else(|| Trouble::damaged(format!("its table {} is not like that of its version", line.table)))
}

/// Rows on their way into a table.
struct Filling {
    table: Table,
    rows: Vec<Vec<Value>>,
}

impl Filling {
    async fn add(&mut self, draft: &mut Draft, row: Vec<Value>) -> Result<(), Trouble> {
        self.rows.push(row);
        if self.rows.len() >= tables::rows_at_once(&self.table) {
            self.flush(draft).await?;
        }
        Ok(())
    }

    async fn flush(&mut self, draft: &mut Draft) -> Result<(), Trouble> {
        tables::insert(draft.tx(), &self.table, &self.rows).await?;
        self.rows.clear();
        Ok(())
    }
}
