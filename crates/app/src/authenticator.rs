//! Authenticators: an app that shows a code every half a minute, and recovery codes for when it is lost.

mod codes;
mod totp;

use store::Tx;
use store::sessions::How;
use store::users::User;

use crate::App;
use crate::actor::Actor;
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::mail::SignInNews;
use crate::seal;

pub use codes::CODES;

/// Wrong codes of one user within a quarter of an hour.
const TRIES: i64 = 5;
/// Wrong codes of one user within a day: with three that are right at any moment, a guesser needs some thirty years for an
/// even chance.
const TRIES_A_DAY: i64 = 20;
/// A quarter of an hour, in seconds.
const WINDOW_S: i64 = 900;

/// What a user has of this.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Whether it works.
    pub works: bool,
    /// Recovery codes left.
    pub codes_left: i64,
}

/// A secret that waits for its first code.
#[derive(Clone, PartialEq, Eq)]
pub struct Begun {
    /// The secret in base 32.
    pub secret: String,
    /// `otpauth://…`, for apps on the same device and for the picture.
    pub link: String,
}

/// How the user stands with authenticators.
///
/// # Errors
/// [`Error::NotAllowed`] for a visitor.
pub async fn state(app: &App, actor: &Actor) -> Result<State> {
    let user = actor.signed_in()?;
    let mut tx = app.db.read().await?;
    let found = store::authenticators::get(&mut tx, user.id).await?;
    let works = found.is_some_and(|found| found.confirmed_at.is_some());
    Ok(State { works, codes_left: store::authenticators::codes_left(&mut tx, user.id).await? })
}

/// Begins to set one up with a fresh secret.
///
/// # Errors
/// [`Error::NotAllowed`] with `error-confirm-first`, and with `error-authenticator-works` when there is one.
pub async fn begin(app: &App, actor: &Actor) -> Result<()> {
    let user = actor.confirmed()?;
    let mut secret = [0; totp::SECRET];
    app.random.fill(&mut secret)?;
    let mut tx = app.db.write().await?;
    let sealed = seal::of(&mut tx, app).await?.close(&app.random, user.id.0, &secret)?;
    if !store::authenticators::begin(&mut tx, user.id, &sealed, app.clock.now()).await? {
        return Err(Error::NotAllowed("error-authenticator-works"));
    }
    Ok(tx.commit().await?)
}

/// The secret that waits for its first code; `issuer` is what the app calls the server. One that works is never shown again.
///
/// # Errors
/// [`Error::NotFound`] when none waits, [`Error::NotAllowed`] with `error-confirm-first`.
pub async fn begun(app: &App, actor: &Actor, issuer: &str) -> Result<Begun> {
    let user = actor.confirmed()?;
    let mut tx = app.db.read().await?;
    let found = store::authenticators::get(&mut tx, user.id).await?;
    let found = found.filter(|found| found.confirmed_at.is_none()).ok_or(Error::NotFound)?;
    let secret = totp::base32(&seal::of(&mut tx, app).await?.open(user.id.0, &found.secret)?);
    let whose = escaped(user.email.as_deref().unwrap_or(&user.name));
    let issuer = escaped(issuer);
    let link = format!("otpauth://totp/{issuer}:{whose}?secret={secret}&issuer={issuer}&digits=6&period=30");
    Ok(Begun { secret, link })
}

/// What an address takes literally, as it is; everything else in per cent.
fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~@".contains(&byte);
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// What an app that was given this secret, in base 32, shows at this instant; for tests.
///
/// # Panics
/// When it is no base 32.
#[cfg(feature = "testing")]
pub fn code_of(secret: &str, now: ledger::Instant) -> String {
    let digit = |letter: u8| match letter {
        b'A'..=b'Z' => u64::from(letter - b'A'),
        b'2'..=b'7' => u64::from(letter - b'2' + 26),
        other => panic!("{other} is no digit of base 32"),
    };
    let eight = |eight: &[u8]| eight.iter().fold(0, |held, letter| (held << 5) | digit(*letter));
    let bytes: Vec<u8> =
        secret.as_bytes().chunks(8).flat_map(|part| eight(part).to_be_bytes()[3..].to_vec()).collect();
    totp::code(&bytes, totp::step(now))
}

/// Makes the one that was begun work with its first code, and gives the recovery codes, which are told this once.
///
/// # Errors
/// [`Error::Wrong`] with `error-one-time-code` on field `one-time-code`; [`Error::Busy`] after too many tries; [`Error::NotFound`] when none waits.
pub async fn confirm(app: &App, actor: &Actor, code: &str) -> Result<Vec<String>> {
    let user = actor.confirmed()?;
    let waits = store::authenticators::get(&mut app.db.read().await?, user.id).await?;
    waits.filter(|found| found.confirmed_at.is_none()).ok_or(Error::NotFound)?;
    let mut tx = check_code(app, user, "one-time-code", code).await?;
    let now = app.clock.now();
    store::users::lock(&mut tx, user.id).await?;
    store::authenticators::confirm(&mut tx, user.id, now).await?;
    store::users::note_second_factor(&mut tx, user.id).await?;
    let here = actor.session();
    if let Some(session) = here {
        store::sessions::confirm(&mut tx, session.uuid, stronger(session.how, How::Code), now).await?;
    }
    // From now on a password alone opens nothing: nor does what it has opened before.
    store::sessions::end_weaker(&mut tx, user.id, here.map(|session| session.uuid)).await?;
    store::challenges::void(&mut tx, user.id).await?;
    let codes = codes::renew(&mut tx, app, user.id).await?;
    SignInNews::AuthenticatorAdded.tell(&mut tx, user, "", now).await?;
    tx.commit().await?;
    Ok(codes)
}

/// The stronger of two proofs: a password alone is the weakest.
pub(crate) fn stronger(had: How, shown: How) -> How {
    if shown == How::Password { had } else { shown }
}

/// Takes the authenticator and its recovery codes away.
///
/// # Errors
/// [`Error::NotFound`] when there is none, [`Error::NotAllowed`] with `error-confirm-first`.
pub async fn remove(app: &App, actor: &Actor) -> Result<()> {
    let user = actor.confirmed()?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let found = store::authenticators::get(&mut tx, user.id).await?;
    found.filter(|found| found.confirmed_at.is_some()).ok_or(Error::NotFound)?;
    store::authenticators::remove(&mut tx, user.id).await?;
    store::authenticators::set_codes(&mut tx, user.id, &[]).await?;
    store::users::note_second_factor(&mut tx, user.id).await?;
    SignInNews::AuthenticatorRemoved.tell(&mut tx, user, "", now).await?;
    Ok(tx.commit().await?)
}

/// Makes new recovery codes in place of the old ones, and gives them, this once.
///
/// # Errors
/// [`Error::NotFound`] when no authenticator works, [`Error::NotAllowed`] with `error-confirm-first`.
pub async fn renew_codes(app: &App, actor: &Actor) -> Result<Vec<String>> {
    let user = actor.confirmed()?;
    let mut tx = app.db.write().await?;
    let found = store::authenticators::get(&mut tx, user.id).await?;
    found.filter(|found| found.confirmed_at.is_some()).ok_or(Error::NotFound)?;
    let codes = codes::renew(&mut tx, app, user.id).await?;
    SignInNews::CodesMade.tell(&mut tx, user, "", app.clock.now()).await?;
    tx.commit().await?;
    Ok(codes)
}

/// Makes sure that this is a code of the user's: of the authenticator, or a recovery code, each of which is used up with
/// whatever the transaction that comes back adds.
///
/// # Errors
/// [`Error::Wrong`] with `error-one-time-code` on this field; [`Error::Busy`] after too many tries.
pub(crate) async fn check(app: &App, user: &User, field: &'static str, typed: &str) -> Result<(Tx, How)> {
    if codes::looks_like(typed) {
        let mut tx = braked(app, user).await?;
        if !codes::use_up(&mut tx, user.id, typed).await? {
            return Err(Error::field(field, "error-one-time-code"));
        }
        release(&mut tx, user).await?;
        let left = store::authenticators::codes_left(&mut tx, user.id).await?;
        SignInNews::CodeUsed.tell(&mut tx, user, &left.to_string(), app.clock.now()).await?;
        return Ok((tx, How::Recovery));
    }
    let found = store::authenticators::get(&mut app.db.read().await?, user.id).await?;
    found
        .filter(|found| found.confirmed_at.is_some())
        .ok_or_else(|| Error::field(field, "error-one-time-code"))?;
    Ok((check_code(app, user, field, typed).await?, How::Code))
}

async fn check_code(app: &App, user: &User, field: &'static str, typed: &str) -> Result<Tx> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).take(20).collect();
    let mut tx = braked(app, user).await?;
    let found = store::authenticators::get(&mut tx, user.id).await?;
    let found = found.ok_or_else(|| Error::field(field, "error-one-time-code"))?;
    let secret = seal::of(&mut tx, app).await?.open(user.id.0, &found.secret)?;
    let step = totp::fits(&secret, &typed, app.clock.now());
    let step = step.ok_or_else(|| Error::field(field, "error-one-time-code"))?;
    if !store::authenticators::use_step(&mut tx, user.id, step).await? {
        return Err(Error::field(field, "error-one-time-code-used"));
    }
    release(&mut tx, user).await?;
    Ok(tx)
}

/// Five in a row, and so many a day that whoever knows the password has no hope in years.
fn tries(counted: &str) -> [Brake<'_>; 2] {
    [
        Brake { purpose: "code", counted, limit: TRIES, window_s: WINDOW_S },
        Brake { purpose: "code-day", counted, limit: TRIES_A_DAY, window_s: 86_400 },
    ]
}

/// The code was right: that was no guess. Guesses of today stay counted, since the owner may have typed this one.
async fn release(tx: &mut Tx, user: &User) -> Result<()> {
    let counted = user.id.0.to_string();
    let [in_a_row, a_day] = tries(&counted);
    brake::release(tx, &in_a_row).await?;
    brake::ease(tx, &a_day).await
}

/// Counts a try, and begins the transaction that checks it.
async fn braked(app: &App, user: &User) -> Result<Tx> {
    brake::press(app, &tries(&user.id.0.to_string())).await?;
    Ok(app.db.write().await?)
}
