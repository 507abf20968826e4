//! Writing, renewing, hiding and taking away listings.

use ledger::id::ExchangeId;
use store::Tx;
use store::listings::shown::Listing;
use store::listings::{Owner, State, Text};
use store::members::MemberId;
use uuid::Uuid;

use super::bounds::bounds_of;
use super::categories;
use super::matching;
use super::text::{Against, ListingForm, checked};
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act, Detail, Entry};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::exchanges;
use crate::form::Form;
use crate::jobs::after;
use crate::mail::{Letter, ListingNews};
use crate::members;

/// Listings that one member may make, change and show in an hour: far more than anybody does, and far fewer than a program
/// would. Each asks all saved searches.
const AN_HOUR: i64 = 300;

/// Makes a listing of a member's. The form carries its name: sent twice, it is made once.
///
/// # Errors
/// [`Error::Wrong`] on the fields of [`ListingForm`], [`Error::Busy`] after very many in an hour, [`Error::NotAllowed`] for
/// anyone but the member, [`Error::NotFound`] when the name is another's.
pub async fn publish(
    app: &App,
    actor: &Actor,
    (member, uuid): (MemberId, Uuid),
    typed: &ListingForm,
) -> Result<()> {
    let mut tx = app.db.read().await?;
    let owner = members::get(&mut tx, member).await?;
    actor.may(Action::EditListing, Subject::member(owner.exchange, member))?;
    if let Some(made) = store::listings::shown::get(&mut tx, uuid).await? {
        return if made.member == member { Ok(()) } else { Err(Error::NotFound) };
    }
    let text = read(&mut tx, app, (owner.exchange, None), typed).await?;
    drop(tx);
    press(app, member).await?;
    let mut tx = app.db.write().await?;
    let owner = Owner { uuid, exchange: owner.exchange, member };
    match store::listings::insert(&mut tx, owner, &text, app.clock.now()).await {
        // The same form, sent twice at the same moment.
        Err(store::Error::Taken) => return Ok(()),
        inserted => inserted?,
    }
    if text.state == State::Published {
        matching::queue(&mut tx, uuid, app.clock.now()).await?;
    }
    done(app, tx).await
}

/// Changes a listing of one's own; it stands from now on for as long as is said.
///
/// # Errors
/// As [`publish`], [`Error::NotFound`] too.
pub async fn edit(
    app: &App,
    actor: &Actor,
    (exchange, uuid): (ExchangeId, Uuid),
    typed: &ListingForm,
) -> Result<()> {
    let mut tx = app.db.read().await?;
    let before = own(&mut tx, actor, exchange, uuid).await?;
    read(&mut tx, app, (exchange, Some(&before)), typed).await?;
    drop(tx);
    press(app, before.member).await?;
    let mut tx = app.db.write().await?;
    let own = own(&mut tx, actor, exchange, uuid).await?;
    let text = read(&mut tx, app, (exchange, Some(&own)), typed).await?;
    store::listings::set_text(&mut tx, uuid, &text, app.clock.now()).await?;
    if text.state == State::Published {
        matching::queue(&mut tx, uuid, app.clock.now()).await?;
    }
    done(app, tx).await
}

async fn read(
    tx: &mut Tx,
    app: &App,
    (exchange, before): (ExchangeId, Option<&Listing>),
    typed: &ListingForm,
) -> Result<Text> {
    let home = exchanges::active(tx, exchange).await?;
    let unit = store::journals::get(tx, exchange).await?.ok_or(Error::NotFound)?.policy.unit;
    let categories = categories::all(tx, exchange).await?;
    let against = Against {
        bounds: bounds_of(&home),
        unit: &unit,
        categories: &categories,
        before: before.map(|listing| listing.category),
        now: app.clock.now(),
    };
    let mut form = Form::new();
    let text = checked(&mut form, typed, &against);
    form.finish()?;
    text.ok_or_else(|| Error::Internal("a listing without a mistake has a text".into()))
}

/// Lets a listing of one's own stand once more for as long as before, from now on.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotAllowed`] for anyone but the member, and with `error-listing-stopped`.
pub async fn renew(app: &App, actor: &Actor, exchange: ExchangeId, uuid: Uuid) -> Result<()> {
    let mut tx = app.db.write().await?;
    let own = own(&mut tx, actor, exchange, uuid).await?;
    may_show(&own)?;
    let bounds = bounds_of(&exchanges::active(&mut tx, exchange).await?);
    let now = app.clock.now();
    if let Some(days) = own.days {
        let days = days.min(bounds.days);
        store::listings::renew(&mut tx, uuid, after(now, days * 86_400), now).await?;
    }
    done(app, tx).await
}

/// Hides a listing of one's own.
///
/// # Errors
/// As [`renew`].
pub async fn hide(app: &App, actor: &Actor, exchange: ExchangeId, uuid: Uuid) -> Result<()> {
    let mut tx = app.db.write().await?;
    own(&mut tx, actor, exchange, uuid).await?;
    store::listings::choose(&mut tx, uuid, State::Hidden, app.clock.now()).await?;
    done(app, tx).await
}

/// Shows a listing of one's own again. One that has ended meanwhile is renewed.
///
/// # Errors
/// As [`renew`].
pub async fn show(app: &App, actor: &Actor, exchange: ExchangeId, uuid: Uuid) -> Result<()> {
    let now = app.clock.now();
    let before = own(&mut app.db.read().await?, actor, exchange, uuid).await?;
    may_show(&before)?;
    press(app, before.member).await?;
    let mut tx = app.db.write().await?;
    let own = own(&mut tx, actor, exchange, uuid).await?;
    may_show(&own)?;
    if own.expires_at.is_some_and(|end| end <= now) {
        drop(tx);
        return renew(app, actor, exchange, uuid).await;
    }
    store::listings::choose(&mut tx, uuid, State::Published, now).await?;
    matching::queue(&mut tx, uuid, now).await?;
    done(app, tx).await
}

/// Takes a listing of one's own away for good. Trades that were recorded from it keep its title.
///
/// # Errors
/// As [`renew`].
pub async fn remove(app: &App, actor: &Actor, exchange: ExchangeId, uuid: Uuid) -> Result<()> {
    let mut tx = app.db.write().await?;
    own(&mut tx, actor, exchange, uuid).await?;
    store::pictures::remove_of(&mut tx, uuid, app.clock.now()).await?;
    store::listings::remove(&mut tx, uuid, app.clock.now()).await?;
    done(app, tx).await
}

/// Hides a member's listing, as an administrator: the member is written why, and cannot show it as it is.
///
/// # Errors
/// [`Error::Wrong`] on field `reason`, [`Error::NotFound`], [`Error::NotAllowed`] for anyone but administrators, and with
/// `error-not-for-yourself`.
pub async fn stop(
    app: &App,
    actor: &Actor,
    (exchange, uuid): (ExchangeId, Uuid),
    reason: &str,
) -> Result<()> {
    actor.may(Action::StopListing, Subject::exchange(exchange))?;
    let mut form = Form::new();
    let reason = form.line("reason", reason, 400);
    form.finish()?;
    let mut tx = app.db.write().await?;
    stop_in(&mut tx, app, actor, (exchange, uuid), &reason).await?;
    done(app, tx).await
}

/// The same in a transaction that does something else too, by somebody of whom it is known that they may, with a reason that was
/// looked at.
pub(crate) async fn stop_in(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (exchange, uuid): (ExchangeId, Uuid),
    reason: &str,
) -> Result<()> {
    let listing = known(tx, exchange, uuid).await?;
    may_keep(actor, &listing)?;
    store::listings::stop(tx, uuid, reason, app.clock.now()).await?;
    let home = exchanges::active(tx, exchange).await?;
    let letter = Letter::Listing {
        news: ListingNews::Stopped,
        code: home.code,
        exchange: home.name,
        listing: uuid,
        title: listing.title.clone(),
        ends_at: None,
        zone: home.time_zone,
        words: reason.to_owned(),
    };
    members::tell_operators(tx, app, listing.member, &letter).await?;
    let detail = Detail { reason, ..Detail::default() };
    let entry = Entry { actor, exchange, act: Act::ListingStopped, subject: &listing.title, detail };
    audit::exchange(tx, app, entry).await
}

/// Lets a listing that an administrator has hidden be as its owner has chosen: mostly it is shown again.
///
/// # Errors
/// As [`stop`], and [`Error::NotFound`] when nobody has.
pub async fn release(app: &App, actor: &Actor, exchange: ExchangeId, uuid: Uuid) -> Result<()> {
    actor.may(Action::StopListing, Subject::exchange(exchange))?;
    let mut tx = app.db.write().await?;
    let listing = known(&mut tx, exchange, uuid).await?;
    if !is_stopped(&listing) {
        return Err(Error::NotFound);
    }
    may_keep(actor, &listing)?;
    store::listings::release(&mut tx, uuid, app.clock.now()).await?;
    matching::queue(&mut tx, uuid, app.clock.now()).await?;
    let (act, detail) = (Act::ListingReleased, Detail::default());
    audit::exchange(&mut tx, app, Entry { actor, exchange, act, subject: &listing.title, detail }).await?;
    done(app, tx).await
}

/// Administrators decide nothing about what they offer themselves.
fn may_keep(actor: &Actor, listing: &Listing) -> Result<()> {
    if actor.operates(listing.account) { Err(Error::NotAllowed("error-not-for-yourself")) } else { Ok(()) }
}

/// Counts what somebody shows.
async fn press(app: &App, member: MemberId) -> Result<()> {
    let counted = member.0.to_string();
    let brake = Brake { purpose: "listing", counted: &counted, limit: AN_HOUR, window_s: 3600 };
    brake::press(app, &[brake]).await
}

/// Commits what changed a listing.
async fn done(app: &App, tx: Tx) -> Result<()> {
    tx.commit().await?;
    app.finder.changed();
    Ok(())
}

async fn known(tx: &mut Tx, exchange: ExchangeId, uuid: Uuid) -> Result<Listing> {
    let found = store::listings::shown::get(tx, uuid).await?;
    let here = found.filter(|found| found.exchange == exchange && found.state != State::Removed);
    here.ok_or(Error::NotFound)
}

/// A listing of one's own. For others there is none.
async fn own(tx: &mut Tx, actor: &Actor, exchange: ExchangeId, uuid: Uuid) -> Result<Listing> {
    actor.signed_in()?;
    let listing = known(tx, exchange, uuid).await?;
    if !actor.operates(listing.account) {
        return Err(Error::NotFound);
    }
    actor.may(Action::EditListing, Subject::member(exchange, listing.member))?;
    Ok(listing)
}

/// Whether an administrator has hidden it.
fn is_stopped(listing: &Listing) -> bool {
    !listing.hidden_why.is_empty()
}

fn may_show(listing: &Listing) -> Result<()> {
    if is_stopped(listing) { Err(Error::NotAllowed("error-listing-stopped")) } else { Ok(()) }
}
