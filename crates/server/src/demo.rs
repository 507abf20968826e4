//! `ayni demo`: made once in an empty database, found again afterwards.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use app::demo::logins::{LOGINS, PASSWORD};
use app::demo::make::{MakeOptions, SEED};
use app::{Clock, DatabaseUrl, Db, Error};

use crate::config::Settings;
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
            let draft = beside(file, ".making");
            forget(&draft)?;
            make_in(&DatabaseUrl::Sqlite(draft.clone())).await?;
            put_in_place(&draft, file)
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

/// Another file beside a SQLite file: its log, its index, its draft.
fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Removes what an interrupted making has left.
fn forget(draft: &Path) -> Result<()> {
    for ending in ["", "-wal", "-shm"] {
        let left = beside(draft, ending);
        match fs::remove_file(&left) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("removing {}", left.display()));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Gives a closed database its name, for good.
fn put_in_place(draft: &Path, file: &Path) -> Result<()> {
    let log = beside(draft, "-wal");
    ensure!(!log.exists(), "{} was not folded into the database: start again", log.display());
    fs::rename(draft, file).with_context(|| format!("naming {}", file.display()))?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all().with_context(|| format!("keeping {}", folder.display()))
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
