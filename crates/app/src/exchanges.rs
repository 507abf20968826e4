//! Exchanges: founded, approved, and what they say of themselves. Their rules are the teller's affair.

use ledger::account::Limit;
use ledger::id::ExchangeId;
use ledger::policy::{Policy, Shape};
use ledger::unit::Unit;
use store::Tx;
use store::exchanges::NewExchange;
pub use store::exchanges::{Exchange, Joining, State, Texts, Words};

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act, Detail, Entry};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::form::Form;
use crate::mail::Letter;
use crate::notices;

mod administration;
mod founding;

pub use administration::{AtWork, Example, Overview, at_work, example, overview};
pub use founding::{approve, decline};

/// Characters of the terms, at most.
pub const TERMS_MAX: usize = 20_000;

/// An exchange that somebody wants to found.
#[derive(Clone, Debug)]
pub struct Founding {
    /// Four letters or digits, at least one letter, in any case.
    pub code: String,
    /// What it says of itself.
    pub texts: Texts,
    /// What a newcomer accepts, perhaps nothing.
    pub terms: String,
    /// What it is.
    pub shape: Shape,
    /// What it counts in.
    pub unit: Unit,
    /// Whether its first floor refuses or warns.
    pub floor: FirstFloor,
}

/// Whether the floor that a new exchange starts with refuses or warns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstFloor {
    /// Beyond it a trade is refused.
    Hard,
    /// Beyond it a trade counts, and the holder is warned.
    Soft,
}

/// Asks to found an exchange; the server's administrators decide.
///
/// # Errors
/// [`Error::Wrong`] on the fields of [`Texts`], `code`, `terms`, `unit`; [`Error::Busy`] after five in a day.
pub async fn found(app: &App, actor: &Actor, founding: Founding) -> Result<ExchangeId> {
    let founder = actor.signed_in()?;
    actor.may(Action::FoundExchange, Subject::server())?;
    let mut form = Form::new();
    let texts = checked_texts(&mut form, &founding.texts);
    let code = checked_code(&mut form, &founding.code);
    let terms = form.text("terms", &founding.terms, TERMS_MAX);
    let policy = founding_policy(&mut form, founding.shape, founding.unit, founding.floor);
    form.finish()?;
    let counted = founder.id.0.to_string();
    brake::press(app, &[Brake { purpose: "found", counted: &counted, limit: 5, window_s: 86_400 }]).await?;

    let now = app.clock.now();
    let new = NewExchange {
        uuid: app.random.uuid(now)?,
        code: &code,
        terms: &terms,
        founder: founder.id,
        created_at: now,
        founding: &serde_json::to_string(&policy)?,
    };
    let mut tx = app.db.write().await?;
    let id = match store::exchanges::insert(&mut tx, &new, &texts).await {
        Err(store::Error::Taken) => return Err(Error::field("code", "error-code-taken")),
        inserted => inserted?,
    };
    for admin in store::users::server_admins(&mut tx).await? {
        let (code, exchange, founder) = (code.clone(), texts.name.clone(), founder.name.clone());
        let letter = Letter::ExchangeFounded { code, exchange, founder };
        notices::tell_user(&mut tx, app, &admin, letter).await?;
    }
    audit::server(&mut tx, app, actor, Act::ExchangeFounded, &code).await?;
    tx.commit().await?;
    Ok(id)
}

fn founding_policy(form: &mut Form, shape: Shape, unit: Unit, floor: FirstFloor) -> Policy {
    let sound = unit.is_sound();
    let mut policy = Policy::founding(shape, unit);
    if floor == FirstFloor::Soft {
        policy.floor = policy.floor.map(|limit| Limit { hard: false, ..limit });
    }
    if !sound || !policy.is_sound() {
        form.wrong("unit", "error-unit");
    }
    policy
}

fn checked_code(form: &mut Form, typed: &str) -> String {
    let code = typed.trim().to_ascii_uppercase();
    let fits = code.len() == 4
        && code.chars().all(|c| c.is_ascii_alphanumeric())
        && code.chars().any(|c| c.is_ascii_alphabetic());
    if !fits {
        form.wrong("code", "error-code");
    }
    code
}

fn checked_texts(form: &mut Form, typed: &Texts) -> Texts {
    let country = typed.country.trim().to_ascii_uppercase();
    if !matches!(country.len(), 0 | 2) || !country.chars().all(|c| c.is_ascii_uppercase()) {
        form.wrong("country", "error-choice");
    }
    let colour = typed.colour.trim().to_ascii_lowercase();
    let digits = colour.strip_prefix('#').unwrap_or_default();
    if digits.len() != 6 || !digits.chars().all(|c| c.is_ascii_hexdigit()) {
        form.wrong("colour", "error-colour");
    }
    let time_zone = typed.time_zone.trim().to_owned();
    if jiff::tz::TimeZone::get(&time_zone).is_err() {
        form.wrong("time_zone", "error-time-zone");
    }
    Texts {
        name: form.line("name", &typed.name, 80),
        tagline: form.optional_line("tagline", &typed.tagline, 160),
        about: form.text("about", &typed.about, 4000),
        place: form.optional_line("place", &typed.place, 80),
        country,
        website: form.website("website", &typed.website),
        contact: form.text("contact", &typed.contact, 400),
        time_zone,
        locale: form.locale("locale", &typed.locale),
        colour,
        words: typed.words,
        joining: typed.joining,
    }
}

/// The exchange with this code, as far as this person may know of it: one at work, or one that they founded or decide about.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn by_code(app: &App, actor: &Actor, code: &str) -> Result<Exchange> {
    let code = code.to_ascii_uppercase();
    let found = app
        .kept
        .exchanges
        .or_read(app, code.clone(), async |tx| Ok(store::exchanges::by_code(tx, &code).await?));
    let exchange = found.await?.ok_or(Error::NotFound)?;
    actor.may(Action::SeeExchange, Subject::exchange(exchange.id))?;
    let concerned = actor.is_server_admin() || actor.user().is_some_and(|user| user.id == exchange.founder);
    if exchange.state == State::Active || concerned { Ok(exchange) } else { Err(Error::NotFound) }
}

/// The exchanges at work, by name.
///
/// # Errors
/// When the database fails.
pub async fn list(app: &App) -> Result<Vec<Exchange>> {
    Ok(store::exchanges::in_state(&mut app.db.read().await?, State::Active).await?)
}

/// An exchange as visitors see it in a list.
#[derive(Clone, Debug)]
pub struct Window {
    /// The exchange.
    pub exchange: Exchange,
    /// How many active members it has.
    pub members: i64,
    /// What it counts in, the word for several.
    pub unit: String,
}

/// The exchanges at work, by name, with how many people they have.
///
/// # Errors
/// When the database fails.
pub async fn windows(app: &App) -> Result<Vec<Window>> {
    let mut tx = app.db.read().await?;
    let counted = store::members::counts(&mut tx).await?;
    let mut windows = Vec::new();
    for exchange in store::exchanges::in_state(&mut tx, State::Active).await? {
        let members = counted.iter().find(|(id, _)| *id == exchange.id).map_or(0, |(_, count)| *count);
        let journal = store::journals::get(&mut tx, exchange.id).await?;
        let unit = journal.map(|journal| journal.policy.unit.plural).unwrap_or_default();
        windows.push(Window { exchange, members, unit });
    }
    Ok(windows)
}

/// The exchanges that wait for a decision, or were declined or closed.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but the server's administrators.
pub async fn list_in(app: &App, actor: &Actor, state: State) -> Result<Vec<Exchange>> {
    actor.may(Action::SeeServer, Subject::server())?;
    Ok(store::exchanges::in_state(&mut app.db.read().await?, state).await?)
}

/// An exchange at work.
pub(crate) async fn active(tx: &mut Tx, id: ExchangeId) -> Result<Exchange> {
    let exchange = store::exchanges::get(tx, id).await?.ok_or(Error::NotFound)?;
    if exchange.state == State::Active { Ok(exchange) } else { Err(Error::NotFound) }
}

/// Changes what an exchange says of itself.
///
/// # Errors
/// [`Error::Wrong`] on the fields of [`Texts`], [`Error::NotAllowed`] for anyone but administrators.
pub async fn edit(app: &App, actor: &Actor, exchange: ExchangeId, texts: &Texts) -> Result<()> {
    actor.may(Action::EditExchange, Subject::exchange(exchange))?;
    let mut form = Form::new();
    let texts = checked_texts(&mut form, texts);
    form.finish()?;
    let mut tx = app.db.write().await?;
    store::exchanges::get(&mut tx, exchange).await?.ok_or(Error::NotFound)?;
    store::exchanges::set_texts(&mut tx, exchange, &texts).await?;
    let entry =
        Entry { actor, exchange, act: Act::ExchangeEdited, subject: &texts.name, detail: Detail::default() };
    audit::exchange(&mut tx, app, entry).await?;
    Ok(tx.commit().await?)
}

/// Changes the terms; members are asked to accept the new ones.
///
/// # Errors
/// [`Error::Wrong`] on field `terms`, [`Error::NotAllowed`] for anyone but administrators.
pub async fn set_terms(app: &App, actor: &Actor, exchange: ExchangeId, terms: &str) -> Result<()> {
    actor.may(Action::EditExchange, Subject::exchange(exchange))?;
    let mut form = Form::new();
    let terms = form.text("terms", terms, TERMS_MAX);
    form.finish()?;
    let mut tx = app.db.write().await?;
    let before = store::exchanges::get(&mut tx, exchange).await?.ok_or(Error::NotFound)?;
    if before.terms == terms {
        return Ok(());
    }
    store::exchanges::set_terms(&mut tx, exchange, &terms).await?;
    let version = (before.terms_version + 1).to_string();
    let detail = Detail { value: &version, ..Detail::default() };
    let entry = Entry { actor, exchange, act: Act::TermsChanged, subject: &before.name, detail };
    audit::exchange(&mut tx, app, entry).await?;
    Ok(tx.commit().await?)
}
