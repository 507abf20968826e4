//! The demo: two invented exchanges, their people, and the words they write.
//!
//! Everything here is data but [`make`], which makes trades of it through the use cases like anybody else.

mod claim;
pub mod happenings;
pub mod logins;
pub mod make;
pub mod market_town;
pub mod put_up;
pub mod talks;
pub mod texts;
pub mod time_bank;

use store::Db;

use crate::App;
use crate::error::Result;

/// The setting that marks a database as a demo's.
pub const SETTING: &str = "demo";
/// The setting that marks a database in which a demo is being made.
const MAKING: &str = "demo-being-made";

/// Whether this database is a demo.
///
/// # Errors
/// When the database fails.
pub async fn is_here(app: &App) -> Result<bool> {
    Ok(store::settings::get(&mut app.db.read().await?, SETTING).await?.is_some())
}

/// Whether a demo is being made in this database, or was when somebody was interrupted: nothing else may run on it then.
///
/// # Errors
/// When the database fails.
pub async fn is_unfinished(db: &Db) -> Result<bool> {
    Ok(store::settings::get(&mut db.read().await?, MAKING).await?.is_some())
}
