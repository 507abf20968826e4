//! The inbox: a user's notices, those that are not read first.

use ledger::time::Instant;
use store::notices::{self, Before, Kind};
use uuid::Uuid;

use crate::App;
use crate::actor::Actor;
use crate::error::{Error, Result};
use crate::mail::Letter;

/// How many are shown of what is not read, and how many of the rest on each page.
const PAGE: i64 = 30;

/// A notice as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Names it.
    pub uuid: Uuid,
    /// What it belongs to.
    pub kind: Kind,
    /// What is told.
    pub letter: Letter,
    /// When it was told.
    pub made_at: Instant,
    /// When it was read.
    pub read_at: Option<Instant>,
}

/// An inbox, or a page of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbox {
    /// The newest that are not read; none on later pages.
    pub unread: Vec<Notice>,
    /// How many are not read.
    pub unread_count: u32,
    /// What is read, newest first.
    pub read: Vec<Notice>,
    /// Where the next page begins, if there is one.
    pub next: Option<Before>,
}

/// A notice in words of the program; one that an older or newer program wrote differently is passed over.
pub(crate) fn told(row: notices::Notice) -> Option<Notice> {
    let notices::Notice { uuid, kind, body, made_at, read_at, .. } = row;
    let letter = serde_json::from_str(&body).ok()?;
    Some(Notice { uuid, kind, letter, made_at, read_at })
}

/// A user's inbox: its beginning, or what comes after a place in it.
///
/// # Errors
/// [`Error::NotAllowed`] for visitors.
pub async fn inbox(app: &App, actor: &Actor, before: Option<Before>) -> Result<Inbox> {
    let user = actor.signed_in()?;
    let mut tx = app.db.read().await?;
    let unread = match before {
        None => notices::unread(&mut tx, user.id, PAGE).await?,
        Some(_) => Vec::new(),
    };
    let unread_count = notices::unread_count(&mut tx, user.id).await?;
    let mut read = notices::read(&mut tx, user.id, before.unwrap_or(Before::EVERYTHING), PAGE + 1).await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let is_more = read.len() > page;
    read.truncate(page);
    let next = read.last().filter(|_| is_more).map(|last| Before { at: last.made_at, id: last.id });
    Ok(Inbox {
        unread: unread.into_iter().filter_map(told).collect(),
        unread_count: u32::try_from(unread_count).unwrap_or(u32::MAX),
        read: read.into_iter().filter_map(told).collect(),
        next,
    })
}

/// How many notices the user has not read; none for visitors.
///
/// # Errors
/// When the database fails.
pub async fn unread_count(app: &App, actor: &Actor) -> Result<u32> {
    let Some(user) = actor.user() else { return Ok(0) };
    let counted = app.kept.new_notices.or_read(app, user.id, async |tx| {
        let count = notices::unread_count(tx, user.id).await?;
        Ok(Some(u32::try_from(count).unwrap_or(u32::MAX)))
    });
    Ok(counted.await?.unwrap_or(0))
}

/// Opens a notice: it is read from now on.
///
/// # Errors
/// [`Error::NotFound`] when the user has none of this name, [`Error::NotAllowed`] for visitors.
pub async fn open(app: &App, actor: &Actor, uuid: Uuid) -> Result<Notice> {
    let user = actor.signed_in()?;
    let mut tx = app.db.write().await?;
    let row = notices::get(&mut tx, user.id, uuid).await?.ok_or(Error::NotFound)?;
    notices::mark_read(&mut tx, row.id, app.clock.now()).await?;
    tx.commit().await?;
    told(row).ok_or(Error::NotFound)
}

/// Notes that the user has read all that was told until an instant: what has come since they looked is still new.
///
/// # Errors
/// [`Error::NotAllowed`] for visitors.
pub async fn read_all(app: &App, actor: &Actor, until: Instant) -> Result<()> {
    let user = actor.signed_in()?;
    let mut tx = app.db.write().await?;
    notices::mark_all_read(&mut tx, user.id, until, app.clock.now()).await?;
    Ok(tx.commit().await?)
}
