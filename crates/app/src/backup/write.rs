//! Making a backup: one snapshot, table by table, row by row, in memory that does not grow with the database.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::atomic::Ordering;

use flate2::{Compression, GzBuilder};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use store::tables::{self, Fate, Table, Value};
use store::{Db, Tx, migrate};
use uuid::Uuid;

use super::format::{Digesting, EndLine, FORMAT, FileLine, Head, TableLine, row_line, seal};
use super::{Digest, Making, Summary, Trouble};
use crate::pictures::{self, Files, State};

/// Rows between two looks at the log and at whether to stop.
const ROWS_PER_LOOK: u64 = 4096;
/// Pictures whose names are read at once.
const PICTURES_AT_ONCE: i64 = 1000;

/// Writes a backup of all that a database holds at this moment, and of the files of its pictures. Others read and write meanwhile and wait for nothing.
///
/// It does much work between its waits: run it on a thread of its own.
///
/// # Errors
/// What [`Trouble`] says; what was written is worthless then.
pub async fn write<W: Write + Send>(
    db: &Db,
    files: &Files,
    making: Making<'_>,
    out: W,
) -> Result<Summary, Trouble> {
    let mut watch = Watch::new(db, making);
    let mut tx = db.read().await?;
    let schema = migrate::version(&mut tx).await?;
    let tables = tables::all(&mut tx).await?;
    let left_out = tables.iter().filter(|table| table.fate() == Fate::LeftOut);
    let head = Head {
        ayni: "backup".to_owned(),
        format: FORMAT,
        schema,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: making.at.0,
        left_out: left_out.map(|table| table.name.clone()).collect(),
    };
    let mut zipped = GzBuilder::new().write(Hashed::new(out), Compression::fast());
    zipped.write_all(&json_line(&head)?)?;
    let mut counts = BTreeMap::new();
    let mut digesting = Digesting::default();
    for table in tables.iter().filter(|table| table.fate() != Fate::LeftOut) {
        watch.look()?;
        let mut take = |line: &[u8]| {
            watch.row()?;
            Ok(zipped.write_all(line)?)
        };
        let rows = copy(&mut tx, table, &mut digesting, &mut take).await?;
        counts.insert(table.name.clone(), rows);
    }
    let with_files = with_files(&mut tx).await?;
    tx.rollback().await?;
    let mut file_count = 0;
    for (uuid, state) in with_files {
        watch.look()?;
        for name in pictures::file_names(uuid, state) {
            // One that is not there any more was an upload whose sizes have been made meanwhile, or is lost; who restores
            // this has a picture less, and everything else.
            let Some(bytes) = files.get(&name).await? else {
                tracing::warn!(name, "a picture's file is not there to be copied");
                continue;
            };
            zipped.write_all(&json_line(&FileLine::of(name, &bytes))?)?;
            file_count += 1;
        }
    }
    let (digest, rows) = (digesting.finish(), counts.values().sum());
    zipped.write_all(&json_line(&EndLine { end: counts, files: file_count, digest: digest.to_string() })?)?;
    let bytes = zipped.finish()?.finish()?;
    Ok(Summary { made_at: making.at, schema, rows, files: file_count, bytes, digest })
}

/// The pictures that have files at this moment.
async fn with_files(tx: &mut Tx) -> Result<Vec<(Uuid, State)>, Trouble> {
    let (mut found, mut last) = (Vec::new(), 0);
    loop {
        let some = store::pictures::with_files(tx, last, PICTURES_AT_ONCE).await?;
        let Some(newest) = some.last() else { return Ok(found) };
        last = newest.id;
        found.extend(some.iter().map(|picture| (picture.uuid, picture.state)));
    }
}

/// What two databases of the same version are compared by, of what this transaction sees. Tables that change by themselves,
/// and those that let somebody in, do not count.
///
/// # Errors
/// When the database does not answer.
pub async fn digest(tx: &mut Tx) -> crate::Result<Digest> {
    let mut digesting = Digesting::default();
    for table in tables::all(tx).await? {
        if table.fate() == Fate::Compared {
            let copied = copy(tx, &table, &mut digesting, &mut |_| Ok(())).await;
            copied.map_err(|trouble| match trouble {
                Trouble::Database(error) => error.into(),
                other => crate::Error::Internal(other.to_string()),
            })?;
        }
    }
    Ok(digesting.finish())
}

/// Hands on a table's line and its rows' lines, and tells how many rows there were.
async fn copy(
    tx: &mut Tx,
    table: &Table,
    digesting: &mut Digesting,
    take: &mut (dyn FnMut(&[u8]) -> Result<(), Trouble> + Send),
) -> Result<u64, Trouble> {
    let line = json_line(&TableLine::of(table))?;
    digesting.table((table.fate() == Fate::Compared).then_some(&table.name), &line);
    take(&line)?;
    let (mut rows, mut line) = (0, Vec::new());
    let mut each = |values: &[Value]| {
        line.clear();
        row_line(values, &mut line)?;
        digesting.line(&line);
        rows += 1;
        take(&line)
    };
    tables::each_row(tx, table, &mut each).await?;
    Ok(rows)
}

fn json_line(value: &impl Serialize) -> Result<Vec<u8>, Trouble> {
    let mut line = serde_json::to_vec(value).map_err(io::Error::from)?;
    line.push(b'\n');
    Ok(line)
}

/// Looks now and then whether to go on.
struct Watch<'a> {
    db: &'a Db,
    making: Making<'a>,
    log_before: u64,
    rows: u64,
}

impl<'a> Watch<'a> {
    fn new(db: &'a Db, making: Making<'a>) -> Self {
        Self { db, making, log_before: db.log_bytes().unwrap_or(0), rows: 0 }
    }

    fn row(&mut self) -> Result<(), Trouble> {
        self.rows += 1;
        if self.rows.is_multiple_of(ROWS_PER_LOOK) { self.look() } else { Ok(()) }
    }

    fn look(&self) -> Result<(), Trouble> {
        if self.making.stop.load(Ordering::Relaxed) {
            return Err(Trouble::Stopped);
        }
        let grown = self.db.log_bytes().unwrap_or(0).saturating_sub(self.log_before);
        if grown > self.making.log_limit {
            return Err(Trouble::LogTooLong(self.making.log_limit));
        }
        Ok(())
    }
}

/// Hands bytes on and remembers their hash.
struct Hashed<W> {
    out: W,
    sha: Sha256,
    bytes: u64,
}

impl<W: Write> Hashed<W> {
    fn new(out: W) -> Self {
        Self { out, sha: Sha256::new(), bytes: 0 }
    }

    /// Seals what was written, and tells how long all of it is.
    fn finish(mut self) -> io::Result<u64> {
        let seal = seal(Digest::of(self.sha));
        self.out.write_all(&seal)?;
        self.out.flush()?;
        Ok(self.bytes + seal.len() as u64)
    }
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.sha.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
