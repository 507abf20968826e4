//! Backups as files: `ayni backup`, `ayni restore`, and those that a server makes by itself.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use anyhow::{Context, Result, bail};
use app::backup::{self, Findings, Making, Restored, Summary, Trouble};
use app::pictures::Files;
use app::{Clock, DatabaseUrl, Db};

use crate::config::Settings;
use crate::files;
use crate::lock::Lock;

pub mod scheduled;

/// Makes a backup of the settings' database, whether a server runs on it or not, and gives what is to be printed.
///
/// # Errors
/// When it is not made; the message says why.
pub async fn make(settings: &Settings, file: &Path) -> Result<String> {
    let db = Db::open_to_copy(&settings.database).await.context("opening the database")?;
    let stop = AtomicBool::new(false);
    let files = settings.pictures.files()?;
    let made = make_file((&db, &files), Making::new(Clock::System.now(), &stop), file).await;
    db.close().await;
    let Summary { rows, files, bytes, digest, .. } = made?;
    let name = file.display();
    Ok(format!(
        "{name}: {rows} rows and {files} files in {bytes} bytes, read back and whole.\nDigest {digest}"
    ))
}

/// Makes a backup under this name, reads it back, and only then lets it be seen under it.
///
/// # Errors
/// When it is not made; then there is no such file.
pub(crate) async fn make_file(what: (&Db, &Files), making: Making<'_>, file: &Path) -> Result<Summary> {
    if file.exists() {
        bail!("{} is there already: give another name", file.display());
    }
    let name = file.file_name().context("a backup needs a name")?.to_string_lossy();
    let part = files::folder(file).join(format!(".{name}.part"));
    let begun = files::begin(&part)?;
    let made = fill(what, making, &begun, &part).await;
    match made {
        Ok(summary) => files::rename(&part, file).map(|()| summary),
        Err(trouble) => {
            fs::remove_file(&part).with_context(|| format!("removing {}", part.display()))?;
            Err(trouble).with_context(|| format!("making {}", file.display()))
        }
    }
}

async fn fill(
    (db, files): (&Db, &Files),
    making: Making<'_>,
    file: &File,
    part: &Path,
) -> Result<Summary, Trouble> {
    let mut out = BufWriter::with_capacity(1 << 18, file);
    let summary = backup::write(db, files, making, &mut out).await?;
    out.flush()?;
    file.sync_all()?;
    let found = backup::check(File::open(part)?)?;
    if found != summary {
        return Err(Trouble::Damaged("what was read back is not what was written".into()));
    }
    Ok(summary)
}

/// Restores a backup into the settings' database, and gives what is to be printed.
///
/// # Errors
/// When it is not restored; then what was there is as it was, and the message says what to do.
pub async fn restore(settings: &Settings, file: &Path, findings: Findings) -> Result<String> {
    let opened = File::open(file).with_context(|| format!("opening {}", file.display()))?;
    let _lock = Lock::take(settings.database_folder())?;
    let files = settings.pictures.files()?;
    let (restored, before) = match &settings.database {
        DatabaseUrl::Sqlite(path) => into_file(opened, (path, &files), findings).await?,
        url @ DatabaseUrl::Postgres(_) => match backup::restore(opened, (url, &files), findings).await {
            Err(Trouble::Database(error)) if error.is_not_empty() => bail!(
                "there is something in {url:?}: make an empty database, as with `createdb`, and restore into that one"
            ),
            done => (done?, None),
        },
    };
    let Restored { backup, digest, report, .. } = restored;
    let mut said =
        format!("{}Restored {} rows and {} files. Nobody is signed in.", report, backup.rows, backup.files);
    if let Some(before) = before {
        said += &format!("\nWhat was there before is kept as {}", before.display());
    }
    Ok(said + &format!("\nDigest {digest}"))
}

/// Restores into a SQLite file: beside it first, and in its place only when all is right.
async fn into_file(
    backup: File,
    (path, pictures): (&Path, &Files),
    findings: Findings,
) -> Result<(Restored, Option<PathBuf>)> {
    if !path.exists() && files::beside(path, "-wal").exists() {
        bail!("{}-wal is there without its database: move it away", path.display());
    }
    let draft = files::beside(path, ".restoring");
    files::forget_database(&draft)?;
    let restored = backup::restore(backup, (&DatabaseUrl::Sqlite(draft.clone()), pictures), findings).await;
    let placed = match restored {
        Ok(restored) => put_in_place(&draft, path).map(|before| (restored, before)),
        Err(trouble) => Err(trouble.into()),
    };
    if placed.is_err() {
        files::forget_database(&draft)?;
    }
    placed
}

fn put_in_place(draft: &Path, path: &Path) -> Result<Option<PathBuf>> {
    let mut before = None;
    if path.exists() {
        backup::fold(path)?;
        let at = jiff::Timestamp::from_microsecond(Clock::System.now().0)?;
        let aside = files::beside(path, &format!(".before-{}", at.strftime("%Y%m%dT%H%M%S%.6fZ")));
        files::copy(path, &files::beside(path, ".before.part"), &aside)?;
        before = Some(aside);
    }
    files::put_database_in_place(draft, path)?;
    Ok(before)
}
