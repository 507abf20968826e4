//! How the server is: its database, since when it runs, and whether it takes payments.

use ledger::time::Instant;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::Result;

/// How the server is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// The program's version.
    pub version: &'static str,
    /// What the database calls itself.
    pub database: String,
    /// Since when this process is at work.
    pub started_at: Instant,
    /// Whether payments are taken.
    pub at_work: bool,
}

/// How the server is, for its administrators.
///
/// # Errors
/// [`crate::Error::NotAllowed`] for anyone else.
pub async fn health(app: &App, actor: &Actor) -> Result<Health> {
    actor.may(Action::SeeServer, Subject::server())?;
    Ok(Health {
        version: env!("CARGO_PKG_VERSION"),
        database: app.db.version().await?,
        started_at: app.started_at,
        at_work: app.is_at_work(),
    })
}

/// Whether the database answers a small question.
pub async fn database_answers(app: &App) -> bool {
    let asked = async {
        store::settings::get(&mut app.db.read().await?, "health").await?;
        Ok::<_, crate::Error>(())
    };
    asked.await.is_ok()
}
