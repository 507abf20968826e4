//! Backups that a server makes by itself: one at a time among all servers of a database, read back, and the old ones thinned.

use std::fs::{self, DirBuilder};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, Result};
use app::backup::{Making, Summary, Trouble, rotation, schedule};
use app::pictures::Files;
use app::{App, DatabaseUrl, Db};
use ledger::Instant;
use tokio::runtime::Handle;
use tokio::sync::watch;

/// How often is asked whether one is due.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// How often whoever makes one says that they are still at it.
const KEEP_EVERY: Duration = Duration::from_secs(60);
/// How such a backup is called, by the moment of its snapshot.
const NAME: &str = "ayni-%Y%m%dT%H%M%SZ.backup";

/// What a server is to do by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheduled {
    /// How far apart.
    pub every: Duration,
    /// Where to.
    pub folder: PathBuf,
    /// Of how many last ones, days and weeks they are kept.
    pub keep: usize,
}

/// Notes that this server, which is the only one, makes none.
pub async fn none(app: &App) {
    if let Err(error) = schedule::plan(app, 0).await {
        tracing::warn!(%error, "it was not noted that no backups are made");
    }
}

/// Makes backups when they are due, until the server stops; one that is under way then is given up.
pub async fn work(
    app: App,
    database: DatabaseUrl,
    scheduled: Scheduled,
    mut stopping: watch::Receiver<bool>,
) {
    let every_s = i64::try_from(scheduled.every.as_secs()).unwrap_or(i64::MAX);
    let mut planned = false;
    let mut tick = tokio::time::interval(LOOK_EVERY);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    // Not while the server is starting.
    tick.reset();
    loop {
        tokio::select! {
            biased;
            // An error means that the other end is gone, which is the end as well.
            _ = stopping.wait_for(|stop| *stop) => return,
            _ = tick.tick() => {}
        }
        let looked = async {
            if !planned {
                schedule::plan(&app, every_s).await?;
                planned = true;
            }
            if schedule::take_turn(&app).await? {
                one(&app, &database, &scheduled, &mut stopping).await?;
            }
            Ok::<(), app::Error>(())
        };
        if let Err(error) = looked.await {
            tracing::warn!(%error, "the database was not asked for a backup; it will be");
        }
    }
}

/// What comes first while a backup is made.
enum Next<T> {
    Made(T),
    Keep,
    Stop,
}

/// Makes the one that is due, and notes how it went.
async fn one(
    app: &App,
    database: &DatabaseUrl,
    scheduled: &Scheduled,
    stopping: &mut watch::Receiver<bool>,
) -> app::Result<()> {
    let (at, stop) = (app.clock.now(), Arc::new(AtomicBool::new(false)));
    let job = (database.clone(), app.pictures.files().clone(), scheduled.folder.clone(), stop.clone());
    // It computes much: on a thread of its own it holds up nobody who is served.
    let mut making = tokio::task::spawn_blocking(move || {
        let (database, files, folder, stop) = job;
        Handle::current().block_on(make((&database, &files), &folder, Making::new(at, &stop)))
    });
    let mut keep = tokio::time::interval(KEEP_EVERY);
    let made = loop {
        let next = tokio::select! {
            made = &mut making => Next::Made(made),
            _ = keep.tick() => Next::Keep,
            _ = stopping.wait_for(|stop| *stop), if !stop.load(Ordering::Relaxed) => Next::Stop,
        };
        match next {
            Next::Made(made) => break made,
            Next::Keep => {
                // It goes on: what is made and cannot be noted is better than nothing made.
                if let Err(error) = schedule::keep_turn(app).await {
                    tracing::warn!(%error, "the database was not told that a backup is under way; it will be");
                }
            }
            Next::Stop => stop.store(true, Ordering::Relaxed),
        }
    };
    match made.map_err(anyhow::Error::from).and_then(|made| made) {
        Ok((file, summary)) => {
            tracing::info!(file = %file.display(), bytes = summary.bytes, rows = summary.rows, "a backup was made");
            schedule::made(app, &summary, &file.display().to_string()).await?;
            if let Err(error) = thin(&scheduled.folder, scheduled.keep) {
                tracing::warn!("old backups were not removed: {error:#}");
            }
            Ok(())
        }
        Err(error) if matches!(error.downcast_ref(), Some(Trouble::Stopped)) => {
            schedule::give_back(app).await
        }
        Err(error) => {
            tracing::error!("no backup was made: {error:#}");
            schedule::failed(app, &format!("{error:#}")).await
        }
    }
}

async fn make(
    (database, files): (&DatabaseUrl, &Files),
    folder: &Path,
    making: Making<'_>,
) -> Result<(PathBuf, Summary)> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .with_context(|| format!("making the folder {}", folder.display()))?;
    forget_parts(folder)?;
    let file = folder.join(name(making.at)?);
    let db = Db::open_to_copy(database).await.context("opening the database")?;
    let made = super::make_file((&db, files), making, &file).await;
    db.close().await;
    Ok((file, made?))
}

fn name(at: Instant) -> Result<String> {
    Ok(jiff::Timestamp::from_microsecond(at.0)?.strftime(NAME).to_string())
}

/// When a backup of this name was made; nothing when the name is none of ours.
fn made_at(name: &str) -> Option<Instant> {
    let at = jiff::civil::DateTime::strptime(NAME, name).ok()?;
    let at = at.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
    // Whatever else the name might be taken for, such as one with blanks in it.
    (at.strftime(NAME).to_string() == name).then(|| Instant(at.as_microsecond()))
}

/// Removes what attempts have left that were cut off.
fn forget_parts(folder: &Path) -> Result<()> {
    for name in names(folder)? {
        let whole = name.strip_prefix('.').and_then(|name| name.strip_suffix(".part"));
        if whole.and_then(made_at).is_some() {
            fs::remove_file(folder.join(&name)).with_context(|| format!("removing {name}"))?;
        }
    }
    Ok(())
}

/// Removes the backups that are no longer kept; what a server did not make stays.
fn thin(folder: &Path, keep: usize) -> Result<()> {
    let made: Vec<Instant> = names(folder)?.iter().filter_map(|name| made_at(name)).collect();
    for at in rotation::outlived(&made, keep) {
        let file = folder.join(name(at)?);
        fs::remove_file(&file).with_context(|| format!("removing {}", file.display()))?;
    }
    Ok(())
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    names.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_server_made_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let day = |day: i64| Instant(1_772_409_600_000_000 + day * 86_400_000_000);
        let others = ["notes.txt", "ayni-20260302T000000Z.backup.old", "before upgrade.backup", ".x.part"];
        for name in others {
            fs::write(folder.path().join(name), "").unwrap();
        }
        for at in 0..30 {
            fs::write(folder.path().join(name(day(at)).unwrap()), "").unwrap();
        }
        fs::write(folder.path().join(format!(".{}.part", name(day(2)).unwrap())), "").unwrap();
        forget_parts(folder.path()).unwrap();
        thin(folder.path(), 3).unwrap();
        let mut left = names(folder.path()).unwrap();
        left.retain(|name| made_at(name).is_none());
        left.sort_unstable();
        let mut expected = others.map(str::to_owned).to_vec();
        expected.sort_unstable();
        assert_eq!(left, expected);
        let mut kept: Vec<i64> =
            names(folder.path()).unwrap().iter().filter_map(|name| made_at(name)).map(|at| at.0).collect();
        kept.sort_unstable();
        assert_eq!(kept, [20, 27, 28, 29].map(|at| day(at).0), "three last, and the Sundays before");
    }
}
