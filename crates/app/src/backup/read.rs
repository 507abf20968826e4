//! Reading a backup, believing nothing: first the seal over all its bytes, then line after line.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Take};

use flate2::bufread::GzDecoder;
use ledger::Instant;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use store::migrate;
use store::tables::{Fate, Kind, Table, Value};

use super::format::{
    Digesting, EndLine, FORMAT, FileLine, Head, SEAL_BYTES, TableLine, WITH_FILES, row_values, seal,
};
use super::{Digest, Summary, Trouble};
use crate::pictures::is_file_name;

/// The longest line that is read: far longer than any text that the program takes.
const LONGEST_LINE: u64 = 16 << 20;

/// Reads a backup to its end.
///
/// # Errors
/// [`Trouble::Foreign`], [`Trouble::Damaged`], [`Trouble::TooNew`], or that it could not be read.
pub fn check<R: Read + Seek>(file: R) -> Result<Summary, Trouble> {
    let mut backup = Backup::open(file)?;
    while backup.next()?.is_some() {}
    backup.summary()
}

/// What comes next in a backup.
pub(super) enum Item {
    /// A table begins.
    Table(TableLine),
    /// A row of it.
    Row(Vec<Value>),
    /// A picture's file: its name and what is in it.
    File(String, Vec<u8>),
}

/// A backup whose seal is right, being read.
pub(super) struct Backup<R> {
    lines: BufReader<GzDecoder<BufReader<Take<R>>>>,
    line: Vec<u8>,
    /// Its first line.
    pub(super) head: Head,
    bytes: u64,
    /// The table being read, and the kinds of its columns.
    table: Option<(String, Vec<Kind>)>,
    counts: BTreeMap<String, u64>,
    /// How many files there were until now.
    files: u64,
    digesting: Digesting,
    digest: Option<Digest>,
}

impl<R: Read + Seek> Backup<R> {
    /// Makes sure that all of a file is as it was made, and begins to read it.
    pub(super) fn open(mut file: R) -> Result<Self, Trouble> {
        let bytes = file.seek(SeekFrom::End(0))?;
        file.rewind()?;
        check_seal(&mut file, bytes)?;
        file.rewind()?;
        let zipped = BufReader::with_capacity(1 << 16, file.take(bytes - SEAL_BYTES));
        let mut backup = Self {
            lines: BufReader::with_capacity(1 << 16, GzDecoder::new(zipped)),
            line: Vec::new(),
            head: Head {
                ayni: String::new(),
                format: 0,
                schema: 0,
                program: String::new(),
                made_at: 0,
                left_out: Vec::new(),
            },
            bytes,
            table: None,
            counts: BTreeMap::new(),
            files: 0,
            digesting: Digesting::default(),
            digest: None,
        };
        backup.read_head()?;
        Ok(backup)
    }

    /// Its first line. A newer format may have other fields: its number is looked at before them.
    fn read_head(&mut self) -> Result<(), Trouble> {
        self.read_line().map_err(|_| Trouble::Foreign)?;
        let found: serde_json::Value = serde_json::from_slice(&self.line).map_err(|_| Trouble::Foreign)?;
        if found["ayni"] != "backup" {
            return Err(Trouble::Foreign);
        }
        let format = found["format"].as_i64().ok_or(Trouble::Foreign)?;
        if format > FORMAT {
            return Err(Trouble::TooNew { what: "the format", found: format, known: FORMAT });
        }
        self.head = parsed(&self.line, "its first line")?;
        if self.head.schema > migrate::NEWEST {
            let (found, known) = (self.head.schema, migrate::NEWEST);
            return Err(Trouble::TooNew { what: "the tables", found, known });
        }
        Ok(())
    }

    /// The next table or row; nothing at the end, when everything that the last line says has proved true.
    pub(super) fn next(&mut self) -> Result<Option<Item>, Trouble> {
        if self.digest.is_some() {
            return Ok(None);
        }
        self.read_line()?;
        if self.line.starts_with(b"{\"file\":") && self.head.format >= WITH_FILES {
            return self.read_file().map(Some);
        }
        if self.files > 0 && !self.line.starts_with(b"{\"end\":") {
            return Err(Trouble::damaged("tables after files"));
        }
        if self.line.starts_with(b"[") {
            let Some((name, kinds)) = &self.table else {
                return Err(Trouble::damaged("a row without a table"));
            };
            let Some(values) = row_values(&self.line, kinds) else {
                return Err(Trouble::damaged(format!("a row of {name} is none")));
            };
            *self.counts.entry(name.clone()).or_default() += 1;
            self.digesting.line(&self.line);
            return Ok(Some(Item::Row(values)));
        }
        if self.line.starts_with(b"{\"table\":") {
            return self.read_table().map(|line| Some(Item::Table(line)));
        }
        self.read_end().map(|()| None)
    }

    fn read_table(&mut self) -> Result<TableLine, Trouble> {
        let line: TableLine = parsed(&self.line, "the line of a table")?;
        let kinds = line.kinds().ok_or_else(|| Trouble::damaged("columns of an unknown kind"))?;
        if self.counts.last_key_value().is_some_and(|(last, _)| *last >= line.table) {
            return Err(Trouble::damaged("its tables are out of order"));
        }
        let table = Table { name: line.table.clone(), columns: Vec::new(), key: Vec::new() };
        let counted = (table.fate() == Fate::Compared).then_some(table.name.as_str());
        self.digesting.table(counted, &self.line);
        self.counts.insert(line.table.clone(), 0);
        self.table = Some((line.table.clone(), kinds));
        Ok(line)
    }

    fn read_file(&mut self) -> Result<Item, Trouble> {
        let line: FileLine = parsed(&self.line, "the line of a file")?;
        if !is_file_name(&line.file) {
            return Err(Trouble::damaged("a file of a name that is none"));
        }
        let bytes =
            line.bytes().ok_or_else(|| Trouble::damaged(format!("the file {} is another", line.file)))?;
        self.files += 1;
        Ok(Item::File(line.file, bytes))
    }

    fn read_end(&mut self) -> Result<(), Trouble> {
        let end: EndLine = parsed(&self.line, "a line of no known kind")?;
        let digest = std::mem::take(&mut self.digesting).finish();
        if end.end != self.counts {
            return Err(Trouble::damaged("it does not hold as many rows as it says"));
        }
        if end.files != self.files {
            return Err(Trouble::damaged("it does not hold as many files as it says"));
        }
        if end.digest != digest.to_string() {
            return Err(Trouble::damaged("its digest is another"));
        }
        if !self.lines.fill_buf().map_err(unpacking)?.is_empty()
            || !self.lines.get_mut().get_mut().fill_buf()?.is_empty()
        {
            return Err(Trouble::damaged("something follows its end"));
        }
        self.digest = Some(digest);
        Ok(())
    }

    /// What it holds, once it has been read to its end.
    pub(super) fn summary(&self) -> Result<Summary, Trouble> {
        Ok(Summary {
            made_at: Instant(self.head.made_at),
            schema: self.head.schema,
            rows: self.counts.values().sum(),
            files: self.files,
            bytes: self.bytes,
            digest: self.digest.ok_or_else(|| Trouble::damaged("it was not read to its end"))?,
        })
    }

    fn read_line(&mut self) -> Result<(), Trouble> {
        self.line.clear();
        let mut some = (&mut self.lines).take(LONGEST_LINE);
        some.read_until(b'\n', &mut self.line).map_err(unpacking)?;
        if self.line.last() != Some(&b'\n') {
            return Err(Trouble::damaged("a line breaks off"));
        }
        Ok(())
    }
}

fn parsed<T: DeserializeOwned>(line: &[u8], what: &str) -> Result<T, Trouble> {
    serde_json::from_slice(line).map_err(|error| Trouble::damaged(format!("{what}: {error}")))
}

/// What the decoder says of what it cannot unpack; a disk that cannot be read is another matter.
fn unpacking(error: io::Error) -> Trouble {
    match error.kind() {
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => {
            Trouble::damaged("it cannot be unpacked")
        }
        _ => Trouble::Io(error),
    }
}

/// Reads all bytes once and compares them with the seal at the end.
fn check_seal<R: Read>(file: &mut R, bytes: u64) -> Result<(), Trouble> {
    let mut start = [0; 3];
    let is_zipped = bytes >= 3 && file.read_exact(&mut start).is_ok() && start == [0x1f, 0x8b, 8];
    if bytes == 0 {
        return Err(Trouble::damaged("the file is empty"));
    }
    if !is_zipped {
        return Err(Trouble::Foreign);
    }
    let Some(before) = bytes.checked_sub(SEAL_BYTES) else {
        return Err(Trouble::damaged("most of it is missing"));
    };
    let mut sha = Sha256::new();
    sha.update(start);
    let mut rest = file.take(before.saturating_sub(3));
    let mut some = vec![0; 1 << 16];
    loop {
        match rest.read(&mut some)? {
            0 => break,
            count => sha.update(&some[..count]),
        }
    }
    let mut found = Vec::new();
    file.take(SEAL_BYTES).read_to_end(&mut found)?;
    if found != seal(Digest::of(sha)) {
        return Err(Trouble::damaged("its bytes are not those that were written, or some are missing"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    const HEAD: &str =
        r#"{"ayni":"backup","format":1,"schema":1,"program":"0.1.0","made_at":5,"left_out":[]}"#;
    const TABLE: &str = r#"{"table":"settings","columns":[["name","text"],["value","text"]],"key":["name"]}"#;

    /// A file with these lines whose seal is right, whatever else is wrong with it.
    fn sealed(lines: &[&str]) -> Vec<u8> {
        let mut zipped = GzEncoder::new(Vec::new(), Compression::fast());
        for line in lines {
            zipped.write_all(line.as_bytes()).unwrap();
            zipped.write_all(b"\n").unwrap();
        }
        let mut bytes = zipped.finish().unwrap();
        let digest = Digest::of(Sha256::new_with_prefix(&bytes));
        bytes.extend_from_slice(&seal(digest));
        bytes
    }

    fn said(lines: &[&str]) -> String {
        match check(Cursor::new(sealed(lines))) {
            Ok(summary) => format!("{} rows", summary.rows),
            Err(trouble) => trouble.to_string(),
        }
    }

    fn end(rows: u64) -> String {
        let mut digesting = Digesting::default();
        digesting.table(Some("settings"), format!("{TABLE}\n").as_bytes());
        digesting.line(b"[\"a\",\"b\"]\n");
        let digest = digesting.finish();
        format!(r#"{{"end":{{"settings":{rows}}},"digest":"{digest}"}}"#)
    }

    #[test]
    fn a_forged_file_is_refused_for_what_it_says() {
        let (row, good) = (r#"["a","b"]"#, end(1));
        assert_eq!(said(&[HEAD, TABLE, row, &good]), "1 rows");
        for (lines, says) in [
            (&[HEAD, row, &good][..], "a row without a table"),
            (&[HEAD, TABLE, row, &end(2)], "as many rows as it says"),
            (&[HEAD, TABLE, row, row, &end(2)], "its digest is another"),
            (&[HEAD, TABLE, TABLE, row, &good], "out of order"),
            (&[HEAD, TABLE, row], "a line breaks off"),
            (&[HEAD, TABLE, row, &good, row], "something follows"),
            (&[HEAD, TABLE, r#"["a",1]"#, &good], "a row of settings is none"),
            (&[HEAD, TABLE, "[[[[[[", &good], "a row of settings is none"),
            (&[HEAD, TABLE, r#"{"file":"a.jpg"}"#, &good], "a line of no known kind"),
            (&[HEAD, &TABLE.replace("text", "jsonb"), &good], "of an unknown kind"),
            (&[TABLE, row, &good], "is no backup of Ayni"),
            (&["hello"], "is no backup of Ayni"),
            (&[], "is no backup of Ayni"),
            (&[&HEAD.replace(r#""format":1"#, r#""format":3,"new":0"#)], "version 3 of the format"),
            (&[&HEAD.replace(r#""schema":1"#, r#""schema":999"#)], "version 999 of the tables"),
        ] {
            assert!(said(lines).contains(says), "{lines:?}: {}", said(lines));
        }
    }

    #[test]
    fn files_stand_behind_the_tables_and_are_what_they_say() {
        let head = HEAD.replace(r#""format":1"#, r#""format":2"#);
        let head = head.as_str();
        let row = r#"["a","b"]"#;
        let count = |files: u64| end(1).replace(r#"},"digest"#, &format!(r#"}},"files":{files},"digest"#));
        let line = |name: &str| serde_json::to_string(&FileLine::of(name.to_owned(), b"abc")).unwrap();
        let good = line("quarantine/0197f0c2-0000-7000-8000-0000000000ab");
        let good = good.as_str();
        assert_eq!(said(&[head, TABLE, row, good, &count(1)]), "1 rows");
        assert_eq!(said(&[head, TABLE, row, &count(0)]), "1 rows");
        for (lines, says) in [
            (&[head, TABLE, row, good, &count(2)][..], "as many files as it says"),
            (&[head, TABLE, row, good, &end(1)], "as many files as it says"),
            (&[head, TABLE, good, row, &count(1)], "tables after files"),
            (&[head, TABLE, row, &line("../../etc/passwd"), &count(1)], "a name that is none"),
            (&[head, TABLE, row, &good.replace("YWJj", "YWJk"), &count(1)], "is another"),
            (&[head, TABLE, row, &good.replace("YWJj", "-"), &count(1)], "is another"),
        ] {
            assert!(said(lines).contains(says), "{lines:?}: {}", said(lines));
        }
    }

    #[test]
    fn what_follows_the_last_line_inside_the_seal_is_noticed() {
        let good = sealed(&[HEAD, TABLE, r#"["a","b"]"#, &end(1)]);
        let mut bytes = good[..good.len() - usize::try_from(SEAL_BYTES).unwrap()].to_vec();
        bytes.extend_from_slice(b"more");
        let digest = Digest::of(Sha256::new_with_prefix(&bytes));
        bytes.extend_from_slice(&seal(digest));
        let found = check(Cursor::new(bytes)).unwrap_err().to_string();
        assert!(found.contains("something follows"), "{found}");
    }
}
