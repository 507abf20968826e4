//! Announcements: what administrators tell everybody in their exchange. One stands on the members' pages until it ends or
//! they take it off, and every member's users are told of it, some at a time ([`spread`]), so that nobody who pays waits.

use jiff::Timestamp;
use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use ledger::id::{ExchangeId, UserId};
use ledger::time::Instant;
use serde::{Deserialize, Serialize};
pub use store::announcements::Announcement;
use store::announcements::{self, Text};
use store::exchanges::Exchange;
use store::newsletters::{self, Group};
use uuid::Uuid;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act, Detail, Entry};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::exchanges;
use crate::form::Form;
use crate::jobs::{self, Job};
use crate::mail::Letter;
use crate::notices::{Plan, Telling};

/// The kind of the job that tells an announcement.
pub const SPREAD: &str = "spread";
/// The longest title, in characters.
pub const TITLE_MAX: usize = 120;
/// The longest text, in characters.
pub const BODY_MAX: usize = 4000;
/// The longest that one stands, in days.
const LONGEST_DAYS: i64 = 366;
/// How many users one job tells.
const AT_ONCE: i64 = 50;
/// How many an exchange publishes in a day.
const A_DAY: i64 = 10;
/// How many administrators see of the past.
const SHOWN: i64 = 100;

/// An announcement as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnnouncementForm {
    /// In one line.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// The last day on which it stands, `2026-12-31`, in the exchange's time zone.
    pub until: String,
}

/// An announcement that can be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// In one line.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// When it ends.
    pub expires_at: Instant,
}

impl Checked {
    fn text(&self) -> Text<'_> {
        Text { title: &self.title, body: &self.body, expires_at: self.expires_at }
    }
}

/// The body of a [`SPREAD`] job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spread {
    /// Whose.
    pub exchange: ExchangeId,
    /// Which.
    pub announcement: Uuid,
    /// The last user who was told.
    pub after: UserId,
}

/// What administrators see of their announcements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Newest first.
    pub announcements: Vec<Announcement>,
    /// How many users the members have by now: so many are told of the next.
    pub readers: i64,
}

/// Reads what was typed, in the exchange's time zone.
fn check(app: &App, home: &Exchange, typed: &AnnouncementForm) -> Result<Checked> {
    let mut form = Form::new();
    let title = form.line("title", &typed.title, TITLE_MAX);
    let body = form.text("body", &typed.body, BODY_MAX);
    if body.is_empty() {
        form.wrong("body", "error-required");
    }
    let zone = TimeZone::get(&home.time_zone).unwrap_or(TimeZone::UTC);
    let now = Timestamp::from_microsecond(app.clock.now().0).unwrap_or_default();
    let today = now.to_zoned(zone.clone()).date();
    let until = Date::strptime("%Y-%m-%d", typed.until.trim());
    let end = until.as_ref().ok().and_then(|day| day.checked_add(1.day()).ok()?.to_zoned(zone).ok());
    let latest = today.checked_add(LONGEST_DAYS.days());
    match (&until, &end) {
        (Ok(day), _) if *day < today => form.wrong("until", "error-announcement-over"),
        (Ok(day), _) if latest.as_ref().is_ok_and(|latest| day > latest) => {
            form.wrong("until", "error-announcement-too-long");
        }
        (Ok(_), Some(_)) => {}
        _ => form.wrong("until", "error-day"),
    }
    form.finish()?;
    let expires_at = end.map_or(Instant(0), |end| Instant(end.timestamp().as_microsecond()));
    Ok(Checked { title, body, expires_at })
}

/// Checks an announcement, to be looked at before it is published.
///
/// # Errors
/// [`Error::Wrong`] on fields `title`, `body`, `until`; [`Error::NotAllowed`] for anyone but administrators.
pub async fn preview(
    app: &App,
    actor: &Actor,
    exchange: ExchangeId,
    typed: &AnnouncementForm,
) -> Result<Checked> {
    actor.may(Action::Announce, Subject::exchange(exchange))?;
    let home = exchanges::active(&mut app.db.read().await?, exchange).await?;
    check(app, &home, typed)
}

/// Publishes an announcement under this name. Doing it again with the same name changes nothing and tells nobody again.
///
/// # Errors
/// As [`preview`], and [`Error::Busy`] when the exchange has published too many today.
pub async fn publish(
    app: &App,
    actor: &Actor,
    (exchange, uuid): (ExchangeId, Uuid),
    typed: &AnnouncementForm,
) -> Result<()> {
    let checked = preview(app, actor, exchange, typed).await?;
    if announcements::get(&mut app.db.read().await?, exchange, uuid).await?.is_some() {
        return Ok(());
    }
    let counted = exchange.0.to_string();
    let brake = Brake { purpose: "announce", counted: &counted, limit: A_DAY, window_s: 86_400 };
    brake::press(app, &[brake]).await?;
    let by = actor.by(app);
    let mut tx = app.db.write().await?;
    if !announcements::insert(&mut tx, (exchange, uuid), &checked.text(), by).await? {
        return Ok(());
    }
    let spread = Spread { exchange, announcement: uuid, after: UserId(0) };
    jobs::push(&mut tx, &Job::Spread(spread), by.at).await?;
    let detail = Detail::default();
    let entry = Entry { actor, exchange, act: Act::Announced, subject: &checked.title, detail };
    audit::exchange(&mut tx, app, entry).await?;
    Ok(tx.commit().await?)
}

/// Changes an announcement. Nobody is told of it anew.
///
/// # Errors
/// As [`preview`], and [`Error::NotFound`].
pub async fn edit(
    app: &App,
    actor: &Actor,
    (exchange, uuid): (ExchangeId, Uuid),
    typed: &AnnouncementForm,
) -> Result<()> {
    let checked = preview(app, actor, exchange, typed).await?;
    let mut tx = app.db.write().await?;
    let found = announcements::get(&mut tx, exchange, uuid).await?.ok_or(Error::NotFound)?;
    announcements::change(&mut tx, found.id, &checked.text()).await?;
    let detail = Detail::default();
    let entry = Entry { actor, exchange, act: Act::AnnouncementEdited, subject: &checked.title, detail };
    audit::exchange(&mut tx, app, entry).await?;
    Ok(tx.commit().await?)
}

/// Ends an announcement now. One that has ended stays as it is.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotAllowed`] for anyone but administrators.
pub async fn end(app: &App, actor: &Actor, exchange: ExchangeId, uuid: Uuid) -> Result<()> {
    actor.may(Action::Announce, Subject::exchange(exchange))?;
    let mut tx = app.db.write().await?;
    let found = announcements::get(&mut tx, exchange, uuid).await?.ok_or(Error::NotFound)?;
    if announcements::end(&mut tx, found.id, app.clock.now()).await? {
        let detail = Detail::default();
        let entry = Entry { actor, exchange, act: Act::AnnouncementEnded, subject: &found.title, detail };
        audit::exchange(&mut tx, app, entry).await?;
    }
    Ok(tx.commit().await?)
}

/// An exchange's announcements, for its administrators.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone else.
pub async fn overview(app: &App, actor: &Actor, exchange: ExchangeId) -> Result<Overview> {
    actor.may(Action::Announce, Subject::exchange(exchange))?;
    let mut tx = app.db.read().await?;
    let announcements = announcements::of_exchange(&mut tx, exchange, SHOWN).await?;
    Ok(Overview { announcements, readers: newsletters::count(&mut tx, Group::everybody(exchange)).await? })
}

/// One announcement, over or not, for members and administrators.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotAllowed`] for strangers.
pub async fn find(app: &App, actor: &Actor, exchange: ExchangeId, uuid: Uuid) -> Result<Announcement> {
    actor.may(Action::SeeDirectory, Subject::exchange(exchange))?;
    announcements::get(&mut app.db.read().await?, exchange, uuid).await?.ok_or(Error::NotFound)
}

/// The announcements that stand for a user who may see them; none for others.
///
/// # Errors
/// When the database fails.
pub async fn standing(app: &App, actor: &Actor, exchange: ExchangeId) -> Result<Vec<Announcement>> {
    let Some(user) = actor.user() else { return Ok(Vec::new()) };
    if !actor.can(Action::SeeDirectory, Subject::exchange(exchange)) {
        return Ok(Vec::new());
    }
    let mut tx = app.db.read().await?;
    Ok(announcements::standing(&mut tx, exchange, user.id, app.clock.now()).await?)
}

/// Takes an announcement off a user's pages.
///
/// # Errors
/// As [`find`].
pub async fn dismiss(app: &App, actor: &Actor, exchange: ExchangeId, uuid: Uuid) -> Result<()> {
    let user = actor.signed_in()?;
    let found = find(app, actor, exchange, uuid).await?;
    let mut tx = app.db.write().await?;
    announcements::dismiss(&mut tx, found.id, user.id, app.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// Works a [`SPREAD`] job: tells some users, and queues the job that tells the next, in one transaction. So each is told once,
/// whenever it is interrupted and whoever goes on. Whoever published it knows; what has ended is told to nobody.
///
/// # Errors
/// When the database fails.
pub async fn spread(app: &App, job: i64, spread: &Spread) -> Result<()> {
    let mut tx = app.db.read().await?;
    let found = announcements::get(&mut tx, spread.exchange, spread.announcement).await?;
    let home = store::exchanges::get(&mut tx, spread.exchange).await?;
    let now = app.clock.now();
    let found = found.filter(|found| found.expires_at > now);
    let Some((found, home)) = found.zip(home.filter(|home| home.state == exchanges::State::Active)) else {
        drop(tx);
        return jobs::done(app, &[job]).await;
    };
    let everybody = Group::everybody(spread.exchange);
    let readers = newsletters::readers(&mut tx, everybody, spread.after, AT_ONCE).await?;
    let letter = Letter::Announcement {
        code: home.code,
        exchange: home.name,
        announcement: found.uuid,
        title: found.title,
        body: found.body,
    };
    let told = readers.iter().filter(|reader| reader.user_id != found.made_by);
    let tellings = told.map(|reader| Telling { reader: reader.into(), letter: letter.clone() }).collect();
    let plan = Plan::new(&mut tx, app, tellings).await?;
    drop(tx);
    let Some(mut tx) = jobs::end(app, &[job]).await? else { return Ok(()) };
    plan.write(&mut tx, now).await?;
    announcements::add_told(&mut tx, found.id, i64::try_from(readers.len()).unwrap_or(0)).await?;
    if let Some(last) = readers.last().filter(|_| i64::try_from(readers.len()) == Ok(AT_ONCE)) {
        jobs::push(&mut tx, &Job::Spread(Spread { after: last.user_id, ..*spread }), now).await?;
    }
    Ok(tx.commit().await?)
}
