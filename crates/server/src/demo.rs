//! `ayni demo`: made once in an empty database, found again afterwards.

use anyhow::{Context, Result, bail};
use app::demo::logins::{LOGINS, PASSWORD};
use app::demo::make::{MakeOptions, SEED};
use app::{Clock, Db, Error};

use crate::config::Settings;
use crate::lock::Lock;

/// Makes the demo in the settings' database, or finds the one that was made there.
///
/// # Errors
/// When something else is in the database, or another program writes it.
pub async fn make(settings: &Settings) -> Result<()> {
    let _lock = Lock::take(settings.database_folder())?;
    let db = Db::open(&settings.database).await.context("opening the database")?;
    let options = MakeOptions { now: Clock::System.now(), seed: SEED };
    let made = app::demo::make::make(&db, &options).await;
    db.close().await;
    match made {
        Ok(_) => Ok(()),
        Err(Error::NotAllowed("error-demo-not-empty")) => bail!(
            "{:?} holds something that is no demo, or a demo whose making was interrupted: \
             choose an empty folder with --data, or start it with `ayni serve`",
            settings.database
        ),
        Err(error) => Err(error).context("making the demo"),
    }
}

/// The address and the logins, for whoever has just started it.
#[must_use]
pub fn welcome(origin: &str) -> String {
    let mut text = format!("\nAyni is at {origin}\n\nThis is a demo: its people and trades are invented.\n");
    for login in LOGINS {
        let what = if login.keeps_server {
            "the server's administrator".to_owned()
        } else {
            login.exchanges.join(", ")
        };
        text += &format!("  {:<28} {} ({what})\n", login.email, login.name);
    }
    text + &format!("Everybody's password is {PASSWORD}\n")
}
