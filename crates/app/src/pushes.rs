//! Web push: news that a device shows as soon as they happen, also while no page is open.
//!
//! A browser that was asked for it takes pushes at a place of its push service (its *subscription*), and hands over a key, so
//! that nobody on the way reads them. A subscription belongs to a session and ends with it. Which kinds somebody wishes to be
//! pushed, quiet hours and how much is too much are decided where letters are: in [`crate::notices`].
//!
//! Each push to each device is a job of its own, so that a device that cannot be reached keeps no other waiting. It tells
//! nothing that was read meanwhile.

use ledger::time::Instant;
use sha2::{Digest, Sha256};
use store::pushes::NewSubscription;
pub use store::pushes::{Device, Subscription};
use uuid::Uuid;

use crate::App;
use crate::actor::Actor;
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::form::Form;
use crate::random::hex;

mod sending;
mod waiting;

pub use sending::{About, Became, Next, Outgoing, PUSH, Push, TOLD_WITHIN_S, note, prepare};
pub use waiting::write_waiting;

/// Devices of one user that take pushes, at most: the oldest makes room.
pub const DEVICES: i64 = 10;
/// Characters of a place, at most. Push services use some 200.
pub const ENDPOINT_MAX: usize = 1000;
/// Bytes of a browser's public key.
const PUBLIC_KEY: usize = 65;
/// Bytes of the secret that a browser shares with us.
const SECRET: usize = 16;

/// Where a browser takes pushes, as it says itself.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The URL that its push service gave it. Whoever sends there makes sure that it leads out of the house.
    pub endpoint: &'a str,
    /// Its public key, an uncompressed point of P-256.
    pub public_key: &'a [u8],
    /// What it shares with us.
    pub secret: &'a [u8],
}

/// What the key of this server is made of, by which push services know it again; none where it has no key file. It follows
/// from the key file, so that all servers of a database have the same one, and a restored one has it still.
#[must_use]
pub fn key_material(app: &App) -> Option<[u8; 32]> {
    app.entrance.seal.as_ref().map(|seal| seal.derived("web push"))
}

/// A name of that key that tells nothing of it.
pub(crate) fn server_key(app: &App) -> Option<String> {
    let name = Sha256::new().chain_update("ayni push key\n").chain_update(key_material(app)?).finalize();
    Some(hex(&name[..8]))
}

/// Lets the browser of this session take pushes there from now on. With `instead`, only if it took them at that place before:
/// a browser may be given a new place while nobody looks, and must not bring somebody else's along.
///
/// # Errors
/// [`Error::NotAllowed`] for visitors, [`Error::Wrong`] on field `endpoint` when that is no such place, [`Error::NotFound`]
/// when it took none at the other, or this server has no key.
pub async fn subscribe(app: &App, actor: &Actor, place: &Place<'_>, instead: Option<&str>) -> Result<()> {
    let user = actor.signed_in()?;
    let session = actor.session().ok_or(Error::NotAllowed("error-sign-in-first"))?;
    let server_key = server_key(app).ok_or(Error::NotFound)?;
    let mut form = Form::new();
    let is_url = place.endpoint.is_ascii() && (1..=ENDPOINT_MAX).contains(&place.endpoint.len());
    let is_point = place.public_key.len() == PUBLIC_KEY && place.public_key.first() == Some(&4);
    if !is_url || !is_point || place.secret.len() != SECRET {
        form.wrong("endpoint", "error-push-place");
    }
    form.finish()?;
    let counted = user.id.0.to_string();
    brake::press(app, &[Brake { purpose: "push", counted: &counted, limit: 30, window_s: 3600 }]).await?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    if let Some(instead) = instead {
        let known = store::pushes::get(&mut tx, session.uuid, &server_key, now).await?;
        known.filter(|known| known.endpoint == instead).ok_or(Error::NotFound)?;
    }
    let Place { endpoint, public_key, secret } = *place;
    let new =
        NewSubscription { session: session.uuid, endpoint, public_key, secret, server_key: &server_key };
    store::pushes::put(&mut tx, &new, now).await?;
    store::pushes::trim(&mut tx, user.id, DEVICES).await?;
    Ok(tx.commit().await?)
}

/// Lets the device of this session of the user's take no more pushes.
///
/// # Errors
/// [`Error::NotFound`] when it takes none, [`Error::NotAllowed`] for visitors.
pub async fn unsubscribe(app: &App, actor: &Actor, session: Uuid) -> Result<()> {
    let user = actor.signed_in()?;
    let mut tx = app.db.write().await?;
    if !store::pushes::remove(&mut tx, user.id, session).await? {
        return Err(Error::NotFound);
    }
    Ok(tx.commit().await?)
}

/// The user's devices that take pushes, the newest first.
///
/// # Errors
/// [`Error::NotAllowed`] for visitors.
pub async fn devices(app: &App, actor: &Actor) -> Result<Vec<Device>> {
    let user = actor.signed_in()?;
    let Some(server_key) = server_key(app) else { return Ok(Vec::new()) };
    let now: Instant = app.clock.now();
    Ok(store::pushes::of_user(&mut app.db.read().await?, user.id, &server_key, now).await?)
}
