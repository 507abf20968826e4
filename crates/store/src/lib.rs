//! The only crate that knows SQL: every statement, written once, for SQLite and PostgreSQL.
//!
//! [`Db::open`] checks that the database keeps its promises (durable commits, a version that it knows) and brings
//! its tables up to date. [`Db::read`] gives a quiet snapshot, [`Db::write`] a transaction that may change things.
//! The statements are plain functions over a [`Tx`], one module for each kind of row.

#[macro_use]
mod row;
#[macro_use]
mod tx;

pub mod accounts;
mod alarm;
pub mod announcements;
pub mod areas;
pub mod audit;
pub mod authenticators;
pub mod backups;
pub mod blocks;
pub mod brakes;
pub mod categories;
pub mod challenges;
mod changes;
pub mod checks;
pub mod contacts;
pub mod db;
pub mod devices;
pub mod digests;
pub mod draft;
pub mod entries;
pub mod error;
pub mod exchanges;
pub mod favourites;
pub mod figures;
pub mod ids;
pub mod jobs;
pub mod journal;
pub mod journals;
pub mod links;
pub mod listings;
pub mod lists;
pub mod live;
pub mod members;
pub mod messages;
pub mod migrate;
pub mod newsletters;
pub mod notices;
pub mod objections;
pub mod parties;
pub mod passkeys;
pub mod pictures;
pub mod points;
pub mod pushes;
pub mod recommendations;
pub mod reports;
pub mod roles;
pub mod searches;
pub mod sessions;
pub mod settings;
pub mod tables;
#[cfg(feature = "testing")]
pub mod testing;
pub mod tokens;
pub mod transfers;
pub mod users;
pub mod wipe;
mod words;

pub use changes::Moment;
pub use db::{DatabaseUrl, Db};
pub use error::{Error, Result};
pub use ids::Series;
pub use tx::{By, Tx};
