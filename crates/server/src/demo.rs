//! `ayni demo`: made once in an empty database, found again afterwards.

use anyhow::{Context, Result, bail};
use app::demo::logins::{LOGINS, PASSWORD};
use app::demo::make::{MakeOptions, SEED};
use app::{Clock, DatabaseUrl, Db, Error};

use crate::config::Settings;
use crate::files;
use crate::lock::Lock;

/// Makes the demo in the settings' database, or finds the one that was made there. A SQLite file gets its name only when the
/// demo in it is whole, so that one whose making was interrupted is simply made anew.
///
/// # Errors
/// When something else is in the database, or another program writes it.
pub async fn make(settings: &Settings) -> Result<()> {
    let _lock = Lock::take(settings.database_folder())?;
    match &settings.database {
        DatabaseUrl::Sqlite(file) if !file.exists() => {
            let draft = files::beside(file, ".making");
            files::forget_database(&draft)?;
            make_in(&DatabaseUrl::Sqlite(draft.clone())).await?;
            files::put_database_in_place(&draft, file)
        }
        database => make_in(database).await,
    }
}

async fn make_in(database: &DatabaseUrl) -> Result<()> {
    let db = Db::open(database).await.context("opening the database")?;
    let options = MakeOptions { now: Clock::System.now(), seed: SEED };
    let made = app::demo::make::make(&db, &options).await;
    db.close().await;
    match made {
        Ok(_) => Ok(()),
        Err(Error::NotAllowed("error-demo-not-empty")) => bail!(
            "{database:?} holds something that is no demo: choose an empty folder with --data or another \
             --database, or start it with `ayni serve`"
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
