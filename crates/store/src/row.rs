//! Rows as plain structs: how columns become fields.

use ledger::id::{AccountId, EntryId, ExchangeId, UserId};
use ledger::time::Instant;
use sqlx::error::BoxDynError;
use uuid::Uuid;

/// A type that a column can be read into, by way of one that both drivers decode.
pub(crate) trait Column: Sized {
    /// What the driver decodes.
    type Raw;
    /// The value for what was read.
    fn read(raw: Self::Raw) -> Result<Self, BoxDynError>;
}

macro_rules! plain_columns {
    ($($type:ty),*) => { $(
        impl Column for $type {
            type Raw = $type;
            fn read(raw: $type) -> Result<Self, BoxDynError> {
                Ok(raw)
            }
        }
    )* };
}
plain_columns!(i64, bool, String, Vec<u8>, Uuid);

macro_rules! id_columns {
    ($($type:ident),*) => { $(
        impl Column for $type {
            type Raw = i64;
            fn read(raw: i64) -> Result<Self, BoxDynError> {
                Ok($type(raw))
            }
        }
    )* };
}
id_columns!(AccountId, EntryId, ExchangeId, Instant, UserId);

impl<T: Column> Column for Option<T> {
    type Raw = Option<T::Raw>;
    fn read(raw: Self::Raw) -> Result<Self, BoxDynError> {
        raw.map(T::read).transpose()
    }
}

/// A struct that is read from the columns named as its fields, on either database.
macro_rules! row {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$about:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name { $($(#[$about])* pub $field: $type,)* }

        row!(@from $name sqlx::sqlite::SqliteRow { $($field: $type,)* });
        row!(@from $name sqlx::postgres::PgRow { $($field: $type,)* });
    };
    (@from $name:ident $row:ty { $($field:ident: $type:ty,)* }) => {
        impl sqlx::FromRow<'_, $row> for $name {
            fn from_row(row: &$row) -> sqlx::Result<Self> {
                use sqlx::Row as _;
                Ok(Self { $($field: {
                    let raw = row.try_get::<<$type as crate::row::Column>::Raw, _>(stringify!($field))?;
                    <$type as crate::row::Column>::read(raw).map_err(|source| sqlx::Error::ColumnDecode {
                        index: stringify!($field).to_owned(),
                        source,
                    })?
                },)* })
            }
        }
    };
}

/// An enum whose variants are words in a column.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$about:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$about])* $variant,)* }

        impl $name {
            /// Every variant, in the order of their definition.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word kept in the column.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The variant of a word, if there is one.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl crate::row::Column for $name {
            type Raw = String;
            fn read(raw: String) -> Result<Self, sqlx::error::BoxDynError> {
                Self::parse(&raw).ok_or_else(|| format!("{raw} is no {}", stringify!($name)).into())
            }
        }
    };
}
