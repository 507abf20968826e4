//! Facts about this installation, such as that it is a demo.

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::Result;

/// Something that is true of an installation, with a few words about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// It is a demo: its people are made up. The words are the seed and the day it was made.
    Demo,
}

impl Fact {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Demo => "demo",
        }
    }
}

/// The words about a fact, if it is one.
///
/// # Errors
/// When the database fails.
pub async fn get(app: &App, fact: Fact) -> Result<Option<String>> {
    Ok(store::settings::get(&mut app.db.read().await?, fact.name()).await?)
}

/// Notes a fact.
///
/// # Errors
/// [`crate::Error::NotAllowed`] for anyone but the server's administrators and the program itself.
pub async fn set(app: &App, actor: &Actor, fact: Fact, words: &str) -> Result<()> {
    actor.may(Action::RunServer, Subject::server())?;
    let mut tx = app.db.write().await?;
    store::settings::set(&mut tx, fact.name(), words).await?;
    Ok(tx.commit().await?)
}
