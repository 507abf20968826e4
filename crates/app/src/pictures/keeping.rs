//! What becomes of pictures that are there: described, put in order, taken away, and forgotten with their files.

use store::exchanges::Exchange;
use store::members::MemberId;
use store::pictures::{self, State};
use uuid::Uuid;

use super::{ALT_MAX, Size, file_name, quarantine};
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::Result;
use crate::form::Form;
use crate::jobs::after;

/// How long a picture that was taken away keeps its files, so that backups being made find them, and how long one waits for
/// its listing to be written: a day, in seconds.
const KEPT_S: i64 = 86_400;
/// Pictures that are looked at in one go.
const AT_ONCE: i64 = 100;

/// What is changed about a picture.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// Which.
    pub uuid: Uuid,
    /// What is to be seen on it, in words; may be empty.
    pub alt: &'a str,
    /// Its place among the listing's, counted from 1.
    pub place: usize,
    /// Whether it is taken away.
    pub goes: bool,
}

/// Describes the pictures of a member's own listing, puts them in order and takes some away. Those that were refused have been
/// read about, and go. What is not named stays behind the others.
///
/// # Errors
/// [`crate::Error::Wrong`] on field `pictures`, [`crate::Error::NotAllowed`] for anyone but the member.
pub async fn arrange(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    (member, listing): (MemberId, Uuid),
    changes: &[Change<'_>],
) -> Result<()> {
    actor.may(Action::EditListing, Subject::member(exchange.id, member))?;
    let mut form = Form::new();
    let told: Vec<(Uuid, String)> = changes
        .iter()
        .map(|change| (change.uuid, form.optional_line("pictures", change.alt, ALT_MAX)))
        .collect();
    form.finish()?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let mut stay = Vec::new();
    for (at, picture) in pictures::of_listing(&mut tx, member, listing).await?.into_iter().enumerate() {
        let change = changes.iter().find(|change| change.uuid == picture.uuid);
        if picture.state == State::Refused || change.is_some_and(|change| change.goes) {
            pictures::remove(&mut tx, picture.uuid, now).await?;
            continue;
        }
        // Whoever is put on another's place comes before it when moving forward, and behind it when moving back.
        let place = change.map_or(usize::MAX / 4, |change| change.place.min(1000));
        let order = match place.cmp(&(at + 1)) {
            std::cmp::Ordering::Less => 2 * place,
            std::cmp::Ordering::Equal => 2 * place + 1,
            std::cmp::Ordering::Greater => 2 * place + 2,
        };
        stay.push((order, picture));
    }
    stay.sort_by_key(|(order, _)| *order);
    for (position, (_, picture)) in (1..).zip(stay) {
        let alt = told.iter().find(|(uuid, _)| *uuid == picture.uuid).map_or(&picture.alt, |(_, alt)| alt);
        pictures::arrange(&mut tx, picture.uuid, (alt, position)).await?;
    }
    Ok(tx.commit().await?)
}

/// Takes pictures away that nobody has any use for, and the files of those that were taken away a day ago.
///
/// # Errors
/// When the database or the files fail.
pub async fn sweep(app: &App) -> Result<()> {
    let now = app.clock.now();
    let before = after(now, -KEPT_S);
    loop {
        let stale = pictures::stale(&mut app.db.read().await?, before, AT_ONCE).await?;
        if stale.is_empty() {
            break;
        }
        let mut tx = app.db.write().await?;
        for picture in stale {
            let name = picture.uuid.to_string();
            store::members::swap_portrait(&mut tx, picture.member, (&name, "")).await?;
            pictures::remove(&mut tx, picture.uuid, now).await?;
        }
        tx.commit().await?;
    }
    loop {
        let removed = pictures::removed(&mut app.db.read().await?, before, AT_ONCE).await?;
        if removed.is_empty() {
            return Ok(());
        }
        for picture in &removed {
            app.pictures.files.delete(&quarantine(picture.uuid)).await?;
            for size in Size::ALL {
                app.pictures.files.delete(&file_name(picture.uuid, size)).await?;
            }
        }
        let mut tx = app.db.write().await?;
        for picture in &removed {
            pictures::forget(&mut tx, picture.uuid).await?;
        }
        tx.commit().await?;
    }
}
