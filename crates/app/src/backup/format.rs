//! The lines of a backup, and how the file is sealed. docs/BACKUP.md says the same in words.

use std::collections::BTreeMap;
use std::io::{self, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Crc;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use store::tables::{Kind, Table, Value};
use uuid::Uuid;

use super::Digest;
use crate::random::hex;

/// The version of the format that this program writes, and the newest that it reads.
pub(super) const FORMAT: i64 = 2;
/// The first version that has files.
pub(super) const WITH_FILES: i64 = 2;

/// The first line.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    /// `backup`.
    pub(super) ayni: String,
    /// [`FORMAT`].
    pub(super) format: i64,
    /// The newest migration that the tables have seen.
    pub(super) schema: i64,
    /// The version of the program that wrote it.
    pub(super) program: String,
    /// When, microseconds since 1970 UTC.
    pub(super) made_at: i64,
    /// Tables that are not in it.
    pub(super) left_out: Vec<String>,
}

/// The line before a table's rows.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableLine {
    /// Its name.
    pub(super) table: String,
    /// Names and kinds of its columns, in the order of each row's values.
    pub(super) columns: Vec<(String, String)>,
    /// The columns of its key, by which its rows are ordered.
    pub(super) key: Vec<String>,
}

impl TableLine {
    pub(super) fn of(table: &Table) -> Self {
        let columns = table.columns.iter();
        Self {
            table: table.name.clone(),
            columns: columns.map(|column| (column.name.clone(), column.kind.as_str().to_owned())).collect(),
            key: table.key.clone(),
        }
    }

    /// The kinds of its columns, when all are known.
    pub(super) fn kinds(&self) -> Option<Vec<Kind>> {
        self.columns.iter().map(|(_, kind)| Kind::parse(kind)).collect()
    }
}

/// A file of a picture, whole.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileLine {
    /// Its name among those of pictures.
    pub(super) file: String,
    /// The SHA-256 of what is in it.
    pub(super) sha256: String,
    /// What is in it, in base64.
    pub(super) content: String,
}

impl FileLine {
    pub(super) fn of(name: String, bytes: &[u8]) -> Self {
        let sha256 = Digest(Sha256::digest(bytes).into()).to_string();
        Self { file: name, sha256, content: STANDARD.encode(bytes) }
    }

    /// What is in it, when it is what it says.
    pub(super) fn bytes(&self) -> Option<Vec<u8>> {
        let bytes = STANDARD.decode(&self.content).ok()?;
        (Digest(Sha256::digest(&bytes).into()).to_string() == self.sha256).then_some(bytes)
    }
}

/// The last line.
#[derive(Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EndLine {
    /// How many rows each table has.
    pub(super) end: BTreeMap<String, u64>,
    /// How many files there are; not said before there could be any.
    #[serde(default)]
    pub(super) files: u64,
    /// The digest of what the backup holds.
    pub(super) digest: String,
}

/// Writes a row's line into an empty buffer.
pub(super) fn row_line(values: &[Value], line: &mut Vec<u8>) -> io::Result<()> {
    line.push(b'[');
    for (at, value) in values.iter().enumerate() {
        if at > 0 {
            line.push(b',');
        }
        match value {
            Value::Null => line.extend_from_slice(b"null"),
            Value::Bigint(number) => write!(line, "{number}")?,
            Value::Boolean(yes) => write!(line, "{yes}")?,
            Value::Bytea(bytes) => write!(line, "\"{}\"", hex(bytes))?,
            Value::Text(text) => serde_json::to_writer(&mut *line, text)?,
            Value::Uuid(uuid) => write!(line, "\"{}\"", uuid.hyphenated())?,
        }
    }
    line.extend_from_slice(b"]\n");
    Ok(())
}

/// The values of a row's line; nothing when it is not of these kinds.
pub(super) fn row_values(line: &[u8], kinds: &[Kind]) -> Option<Vec<Value>> {
    let found: Vec<serde_json::Value> = serde_json::from_slice(line).ok()?;
    if found.len() != kinds.len() {
        return None;
    }
    found.into_iter().zip(kinds).map(|(value, kind)| row_value(value, *kind)).collect()
}

fn row_value(value: serde_json::Value, kind: Kind) -> Option<Value> {
    use serde_json::Value as Json;
    Some(match (value, kind) {
        (Json::Null, _) => Value::Null,
        (Json::Number(number), Kind::Bigint) => Value::Bigint(number.as_i64()?),
        (Json::Bool(yes), Kind::Boolean) => Value::Boolean(yes),
        (Json::String(text), Kind::Bytea) => Value::Bytea(unhex(&text)?),
        (Json::String(text), Kind::Text) => Value::Text(text),
        (Json::String(text), Kind::Uuid) => Value::Uuid(Uuid::try_parse(&text).ok()?),
        _ => return None,
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| Some(digit(*pair.first()?)? << 4 | digit(*pair.get(1)?)?)).collect()
}

/// What two databases are compared by, gathered table by table.
#[derive(Default)]
pub(super) struct Digesting {
    all: Sha256,
    table: Option<(String, Sha256)>,
}

impl Digesting {
    /// Goes on to a table, by its line; or to one that does not count.
    pub(super) fn table(&mut self, counted: Option<&str>, line: &[u8]) {
        self.close();
        self.table = counted.map(|name| (name.to_owned(), Sha256::new()));
        self.line(line);
    }

    /// Adds a row's line.
    pub(super) fn line(&mut self, line: &[u8]) {
        if let Some((_, sha)) = &mut self.table {
            sha.update(line);
        }
    }

    /// The digest: of every table's name and digest, in order.
    pub(super) fn finish(mut self) -> Digest {
        self.close();
        Digest::of(self.all)
    }

    fn close(&mut self) {
        if let Some((name, sha)) = self.table.take() {
            self.all.update(format!("{name} {}\n", Digest::of(sha)));
        }
    }
}

/// How long the seal is.
pub(super) const SEAL_BYTES: u64 = 10 + 5 + SEAL_LINE + 8;
const SEAL_LINE: u64 = 64 + 14;

/// The end of the file: a gzip member of its own, whose one line is the SHA-256 of all bytes before it. Every byte of it is
/// determined, so that it can be compared; what stands in a compressed member could be changed here and there unnoticed.
pub(super) fn seal(before: Digest) -> Vec<u8> {
    let line = format!("{{\"sha256\":\"{before}\"}}\n");
    let length = u16::try_from(SEAL_LINE).unwrap_or(u16::MAX);
    let mut crc = Crc::new();
    crc.update(line.as_bytes());
    let mut seal = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 1];
    seal.extend_from_slice(&length.to_le_bytes());
    seal.extend_from_slice(&(!length).to_le_bytes());
    seal.extend_from_slice(line.as_bytes());
    seal.extend_from_slice(&crc.sum().to_le_bytes());
    seal.extend_from_slice(&u32::from(length).to_le_bytes());
    seal
}

/// A text as a sealed file, whatever stands in it, for tests of the reader.
///
/// # Panics
/// Never: it is written into memory.
#[cfg(feature = "testing")]
pub fn sealed(text: &[u8]) -> Vec<u8> {
    let mut zipped = flate2::GzBuilder::new().write(Vec::new(), flate2::Compression::fast());
    let written = zipped.write_all(text).and_then(|()| zipped.finish());
    let mut file = written.unwrap_or_else(|error| panic!("{error}"));
    file.extend(seal(Digest(Sha256::digest(&file).into())));
    file
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn a_seal_is_gzip_that_anyone_can_read() {
        let bytes = seal(Digest([0xab; 32]));
        assert_eq!(bytes.len() as u64, SEAL_BYTES);
        let mut text = String::new();
        flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut text).unwrap();
        assert_eq!(text, format!("{{\"sha256\":\"{}\"}}\n", "ab".repeat(32)));
    }

    #[test]
    fn rows_come_back_as_they_were() {
        let values = vec![
            Value::Null,
            Value::Bigint(i64::MIN),
            Value::Bigint(i64::MAX),
            Value::Boolean(true),
            Value::Bytea(vec![0, 255, 16]),
            Value::Text("\"q\\\n\u{0}ü\u{2028}".into()),
            Value::Uuid(Uuid::from_u128(7)),
        ];
        let kinds =
            [Kind::Text, Kind::Bigint, Kind::Bigint, Kind::Boolean, Kind::Bytea, Kind::Text, Kind::Uuid];
        let mut line = Vec::new();
        row_line(&values, &mut line).unwrap();
        assert_eq!(line.iter().filter(|byte| **byte == b'\n').count(), 1);
        assert_eq!(row_values(&line, &kinds), Some(values));
        for (wrong, kind) in [("[1.5]", Kind::Bigint), ("[\"0g\"]", Kind::Bytea), ("[\"012\"]", Kind::Bytea)]
        {
            assert_eq!(row_values(wrong.as_bytes(), &[kind]), None, "{wrong}");
        }
        assert_eq!(row_values(b"[1,2]", &[Kind::Bigint]), None);
    }
}
