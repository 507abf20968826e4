//! Who sees which picture: whoever sees what it shows.

use store::Tx;
use store::exchanges::Exchange;
use store::members::MemberId;
use store::pictures::{self, Picture, State};
use uuid::Uuid;

use super::{Size, file_name};
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::market;

/// What is served of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A drawing of this name.
    Drawing(String),
    /// A JPEG file.
    File(Vec<u8>),
}

/// One size of a picture, for those who may see the listing or the member that it shows. Of one name it is always the same.
///
/// # Errors
/// [`Error::NotFound`] for anyone else, and while it is not made.
pub async fn file(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    (uuid, size): (Uuid, Size),
) -> Result<Shown> {
    let mut tx = app.db.read().await?;
    let found = pictures::get(&mut tx, uuid).await?;
    let found = found.filter(|found| found.exchange == exchange.id && found.state == State::Ready);
    let picture = found.ok_or(Error::NotFound)?;
    if !may_see(&mut tx, (app, actor), exchange, &picture).await? {
        return Err(Error::NotFound);
    }
    drop(tx);
    if !picture.drawing.is_empty() {
        return Ok(Shown::Drawing(picture.drawing));
    }
    let bytes = app.pictures.files.get(&file_name(uuid, size)).await?;
    if bytes.is_none() {
        tracing::warn!(picture = %uuid, size = size.as_str(), "the file of a picture is missing");
    }
    bytes.map(Shown::File).ok_or(Error::NotFound)
}

async fn may_see(
    tx: &mut Tx,
    (app, actor): (&App, &Actor),
    exchange: &Exchange,
    picture: &Picture,
) -> Result<bool> {
    let member = Subject::member(exchange.id, picture.member);
    let Some(listing) = picture.listing else {
        let others = actor.can(Action::SeeDirectory, Subject::exchange(exchange.id));
        return Ok(others || actor.can(Action::EditProfile, member));
    };
    match market::seen_by(tx, (app, actor), exchange, listing).await? {
        Some(listing) => Ok(listing.member == picture.member),
        // One that is yet to be written shows its pictures to whoever writes it.
        None => Ok(actor.can(Action::EditListing, member)),
    }
}

/// The pictures of a member's own listing, which may yet have to be written, those that were refused too.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but the member.
pub async fn of_draft(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    (member, listing): (MemberId, Uuid),
) -> Result<Vec<Picture>> {
    actor.may(Action::EditListing, Subject::member(exchange.id, member))?;
    Ok(pictures::of_listing(&mut app.db.read().await?, member, listing).await?)
}

/// The pictures that a member has put up of itself: the newest first, one that waits or was refused too.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but the member.
pub async fn of_face(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    member: MemberId,
) -> Result<Vec<Picture>> {
    actor.may(Action::EditProfile, Subject::member(exchange.id, member))?;
    Ok(pictures::of_member(&mut app.db.read().await?, member).await?)
}
