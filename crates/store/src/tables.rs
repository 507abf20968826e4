//! Every table as it is: names, columns and keys are read from the database itself, so that whoever copies all of it
//! misses nothing that a later migration adds.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use futures_util::TryStreamExt as _;
use sqlx::{AssertSqlSafe, ColumnIndex, Database, Decode, Row, Type};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::tx::{Inner, Tx};

/// What a column holds: the five kinds that migrations may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A 64-bit number.
    Bigint,
    /// Yes or no.
    Boolean,
    /// Bytes.
    Bytea,
    /// Text.
    Text,
    /// A UUID.
    Uuid,
}

impl Kind {
    /// Its word in migrations.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bigint => "bigint",
            Self::Boolean => "boolean",
            Self::Bytea => "bytea",
            Self::Text => "text",
            Self::Uuid => "uuid",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let all = [Self::Bigint, Self::Boolean, Self::Bytea, Self::Text, Self::Uuid];
        all.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns in the order of their names, which both databases agree on.
    pub columns: Vec<Column>,
    /// The columns of its primary key, in the key's order.
    pub key: Vec<String>,
}

/// What one column of one row holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A number.
    Bigint(i64),
    /// Yes or no.
    Boolean(bool),
    /// Bytes.
    Bytea(Vec<u8>),
    /// Text.
    Text(String),
    /// A UUID.
    Uuid(Uuid),
}

/// What becomes of a table when everything is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is copied, and its content is part of what two databases are compared by. So is every table not named here.
    Compared,
    /// It is copied, and changes by itself: counters, queued work, ids handed out.
    Copied,
    /// It stays behind: what lets somebody in must not live again once it has ended.
    LeftOut,
}

/// The tables that are not [`Fate::Compared`].
const OTHERWISE: &[(&str, Fate)] = &[
    ("backups", Fate::Copied),
    ("brakes", Fate::Copied),
    ("challenges", Fate::LeftOut),
    ("devices", Fate::Copied),
    ("digests", Fate::Copied),
    ("entry_codes", Fate::LeftOut),
    ("id_blocks", Fate::Copied),
    ("jobs", Fate::Copied),
    ("links", Fate::LeftOut),
    ("listing_meanings", Fate::LeftOut),
    ("match_tellings", Fate::Copied),
    ("matches", Fate::Copied),
    ("message_letters", Fate::Copied),
    ("notices", Fate::Copied),
    ("push_subscriptions", Fate::LeftOut),
    ("refresh_tokens", Fate::LeftOut),
    ("sessions", Fate::LeftOut),
    ("signing_keys", Fate::LeftOut),
    ("waiting_pushes", Fate::Copied),
];

impl Table {
    /// What becomes of it when everything is copied.
    #[must_use]
    pub fn fate(&self) -> Fate {
        OTHERWISE.iter().find(|(name, _)| *name == self.name).map_or(Fate::Compared, |(_, fate)| *fate)
    }

    fn quoted_columns(&self) -> String {
        let quoted: Vec<String> = self.columns.iter().map(|column| quoted(&column.name)).collect();
        quoted.join(", ")
    }

    /// All rows in the order of the key, which is by bytes whatever the database thinks of languages.
    fn select(&self, inner: &Inner) -> String {
        let by_bytes = match inner {
            Inner::Sqlite { .. } => " COLLATE BINARY",
            Inner::Postgres(_) => " COLLATE \"C\"",
        };
        let is_text = |name: &String| {
            self.columns.iter().any(|column| column.name == *name && column.kind == Kind::Text)
        };
        let order: Vec<String> = self
            .key
            .iter()
            .map(|name| format!("{}{}", quoted(name), if is_text(name) { by_bytes } else { "" }))
            .collect();
        format!("SELECT {} FROM {} ORDER BY {}", self.quoted_columns(), quoted(&self.name), order.join(", "))
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Every table of the program, in the order of their names; those that the drivers keep for themselves are none.
///
/// # Errors
/// [`Error::Unfit`] when a table has no primary key, or a column of a kind that is not known; or when the database does
/// not answer.
pub async fn all(tx: &mut Tx) -> Result<Vec<Table>> {
    let sql = match tx.inner {
        Inner::Sqlite { .. } => {
            "SELECT t.name AS place, c.name AS name, replace(lower(c.type), 'integer', 'bigint') AS kind,
                    CAST(c.pk AS BIGINT) AS key
             FROM sqlite_schema t JOIN pragma_table_info(t.name) c
             WHERE t.type = 'table' AND t.name NOT LIKE '\\_%' ESCAPE '\\' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        }
        Inner::Postgres(_) => {
            // The system's own tables: its views of them that the standard describes take hundreds of times as long.
            "SELECT CAST(t.relname AS TEXT) AS place, CAST(c.attname AS TEXT) AS name,
                    CAST(format_type(c.atttypid, NULL) AS TEXT) AS kind,
                    CAST(coalesce(array_position(CAST(k.indkey AS SMALLINT[]), c.attnum) + 1, 0) AS BIGINT) AS key
             FROM pg_class t
             JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = current_schema()
             JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
             LEFT JOIN pg_index k ON k.indrelid = t.oid AND k.indisprimary
             WHERE t.relkind IN ('r', 'p') AND t.relname NOT LIKE '\\_%' ESCAPE '\\'"
        }
    };
    let found: Vec<(String, String, String, i64)> =
        on!(tx, conn => sqlx::query_as(sql).fetch_all(conn).await)?;
    let mut tables: BTreeMap<String, Vec<(String, Kind, i64)>> = BTreeMap::new();
    for (table, name, kind, key) in found {
        let kind = Kind::parse(&kind)
            .ok_or_else(|| Error::Unfit(format!("column {table}.{name} is of the unknown kind {kind}")))?;
        tables.entry(table).or_default().push((name, kind, key));
    }
    tables.into_iter().map(|(name, columns)| table(name, columns)).collect()
}

fn table(name: String, mut columns: Vec<(String, Kind, i64)>) -> Result<Table> {
    let mut key: Vec<(i64, String)> =
        columns.iter().filter(|(.., at)| *at > 0).map(|(name, _, at)| (*at, name.clone())).collect();
    if key.is_empty() {
        return Err(Error::Unfit(format!("table {name} has no primary key")));
    }
    key.sort_unstable();
    columns.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(Table {
        name,
        columns: columns.into_iter().map(|(name, kind, _)| Column { name, kind }).collect(),
        key: key.into_iter().map(|(_, name)| name).collect(),
    })
}

/// Hands on every row of a table in the order of its key, one at a time.
///
/// # Errors
/// When the database does not answer, or what it is handed to does not take it.
pub async fn each_row<E: From<Error>>(
    tx: &mut Tx,
    table: &Table,
    take: &mut (dyn FnMut(&[Value]) -> Result<(), E> + Send),
) -> Result<(), E> {
    let sql = AssertSqlSafe(table.select(&tx.inner));
    let mut values = Vec::with_capacity(table.columns.len());
    on!(tx, conn => {
        let mut rows = sqlx::query(sql).persistent(false).fetch(conn);
        while let Some(row) = rows.try_next().await.map_err(Error::from)? {
            values.clear();
            for (at, column) in table.columns.iter().enumerate() {
                values.push(value(&row, at, column.kind).map_err(Error::from)?);
            }
            take(&values)?;
        }
    });
    Ok(())
}

fn value<R: Row>(row: &R, at: usize, kind: Kind) -> sqlx::Result<Value>
where
    usize: ColumnIndex<R>,
    for<'r> i64: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> bool: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> Vec<u8>: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> String: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> Uuid: Decode<'r, R::Database> + Type<R::Database>,
    R::Database: Database,
{
    let value = match kind {
        Kind::Bigint => row.try_get::<Option<i64>, _>(at)?.map(Value::Bigint),
        Kind::Boolean => row.try_get::<Option<bool>, _>(at)?.map(Value::Boolean),
        Kind::Bytea => row.try_get::<Option<Vec<u8>>, _>(at)?.map(Value::Bytea),
        Kind::Text => row.try_get::<Option<String>, _>(at)?.map(Value::Text),
        Kind::Uuid => row.try_get::<Option<Uuid>, _>(at)?.map(Value::Uuid),
    };
    Ok(value.unwrap_or(Value::Null))
}

/// How many values one statement carries at most: both databases take more.
const VALUES: usize = 16_000;

/// How many rows of a table [`insert`] takes at once.
#[must_use]
pub fn rows_at_once(table: &Table) -> usize {
    (VALUES / table.columns.len().max(1)).clamp(1, 1000)
}

/// Puts rows into a table, at most [`rows_at_once`].
///
/// # Errors
/// When the database refuses one of them, or one is not of the columns' kinds.
pub async fn insert(tx: &mut Tx, table: &Table, rows: &[Vec<Value>]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut sql = format!("INSERT INTO {} ({}) VALUES ", quoted(&table.name), table.quoted_columns());
    let mut place = 0;
    for row in 0..rows.len() {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        for at in 0..table.columns.len() {
            place += 1;
            // SQLite numbers plain question marks itself; there, many numbered ones would be slow.
            let _ = match &tx.inner {
                Inner::Sqlite { .. } => write!(sql, "{}?", if at == 0 { "" } else { ", " }),
                Inner::Postgres(_) => write!(sql, "{}${place}", if at == 0 { "" } else { ", " }),
            };
        }
        sql.push(')');
    }
    let unlike = || Error::Unfit(format!("a row of {} is not like its columns", table.name));
    on!(tx, conn => {
        let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(false);
        for row in rows {
            if row.len() != table.columns.len() {
                return Err(unlike());
            }
            for (value, column) in row.iter().zip(&table.columns) {
                query = match (value, column.kind) {
                    (Value::Null, Kind::Bigint) => query.bind(None::<i64>),
                    (Value::Null, Kind::Boolean) => query.bind(None::<bool>),
                    (Value::Null, Kind::Bytea) => query.bind(None::<Vec<u8>>),
                    (Value::Null, Kind::Text) => query.bind(None::<String>),
                    (Value::Null, Kind::Uuid) => query.bind(None::<Uuid>),
                    (Value::Bigint(value), Kind::Bigint) => query.bind(*value),
                    (Value::Boolean(value), Kind::Boolean) => query.bind(*value),
                    (Value::Bytea(value), Kind::Bytea) => query.bind(value.as_slice()),
                    (Value::Text(value), Kind::Text) => query.bind(value.as_str()),
                    (Value::Uuid(value), Kind::Uuid) => query.bind(*value),
                    _ => return Err(unlike()),
                };
            }
        }
        query.execute(conn).await.map(|_| ())
    })?;
    Ok(())
}
