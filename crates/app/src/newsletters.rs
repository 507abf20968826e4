//! Newsletters: what administrators write to the members of their exchange, or to some of them. One is written some at a
//! time ([`post`]), each part in one transaction with the job that goes on, so that nobody gets it twice and nobody is left
//! out, whatever is clicked twice and whoever dies in between.

use ledger::id::{ExchangeId, UserId};
use serde::{Deserialize, Serialize};
use store::Tx;
use store::areas::AreaId;
use store::newsletters::{self, Group, Text};
pub use store::newsletters::{Audience, Newsletter};
use uuid::Uuid;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act, Detail, Entry};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::exchanges;
use crate::form::Form;
use crate::jobs::{self, Job, after};
use crate::mail::{self, Letter};
use crate::notices::{Plan, Telling};

/// The kind of the job that writes a newsletter.
pub const POST: &str = "newsletter";
/// The longest title, in characters.
pub const TITLE_MAX: usize = 120;
/// The longest text, in characters.
pub const BODY_MAX: usize = 8000;
/// How many users one job writes to.
const AT_ONCE: i64 = 50;
/// How many an exchange sends off in a day.
const A_DAY: i64 = 5;
/// How many letters to oneself an administrator may ask for in an hour.
const TESTS: i64 = 20;
/// The longest that "lately" may mean, in months.
const LONGEST_MONTHS: i64 = 60;
/// A month, in seconds.
const MONTH_S: i64 = 30 * 86_400;
/// How many administrators see of the past.
const SHOWN: i64 = 100;

/// A newsletter as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewsletterForm {
    /// In one line.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// To whom; none: not chosen.
    pub audience: Option<Audience>,
    /// For those in one area: which.
    pub area: String,
    /// For those who have traded lately or not: within how many months of thirty days.
    pub months: String,
}

/// A newsletter that can be sent off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// In one line.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// How many users it goes to. Those who wish no newsletters find it in their inbox alone.
    pub total: i64,
    group: Group,
}

impl Checked {
    fn letter(&self, uuid: Uuid, code: String, exchange: String) -> Letter {
        let (title, body) = (self.title.clone(), self.body.clone());
        Letter::Newsletter { code, exchange, newsletter: uuid, title, body }
    }
}

/// The body of a [`POST`] job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// Whose.
    pub exchange: ExchangeId,
    /// Which.
    pub newsletter: Uuid,
    /// The last user who was written to.
    pub after: UserId,
}

/// Checks a newsletter, to be looked at before it is sent off.
///
/// # Errors
/// [`Error::Wrong`] on fields `title`, `body`, `audience`, `area`, `months`; [`Error::NotAllowed`] for anyone but administrators.
pub async fn preview(
    app: &App,
    actor: &Actor,
    exchange: ExchangeId,
    typed: &NewsletterForm,
) -> Result<Checked> {
    actor.may(Action::Announce, Subject::exchange(exchange))?;
    let mut tx = app.db.read().await?;
    exchanges::active(&mut tx, exchange).await?;
    let mut form = Form::new();
    let title = form.line("title", &typed.title, TITLE_MAX);
    let body = form.text("body", &typed.body, BODY_MAX);
    if body.is_empty() {
        form.wrong("body", "error-required");
    }
    let audience = typed.audience.unwrap_or_else(|| {
        form.wrong("audience", "error-choice");
        Audience::Everybody
    });
    let months = match audience {
        Audience::Everybody | Audience::Area | Audience::BelowZero => 1,
        Audience::Trading | Audience::Idle => match typed.months.trim().parse() {
            Ok(months @ 1..=LONGEST_MONTHS) => months,
            _ => {
                form.wrong_with(
                    "months",
                    "error-newsletter-months",
                    vec![("max", LONGEST_MONTHS.to_string())],
                );
                1
            }
        },
    };
    let area = match audience {
        Audience::Area => area(&mut tx, &mut form, exchange, &typed.area).await?,
        Audience::Everybody | Audience::BelowZero | Audience::Trading | Audience::Idle => None,
    };
    form.finish()?;
    let group = Group { exchange, audience, area, since: after(app.clock.now(), -months * MONTH_S) };
    let total = newsletters::count(&mut tx, group).await?;
    Ok(Checked { title, body, total, group })
}

/// The area of a name in a form; one that nobody joins any more is still one.
async fn area(tx: &mut Tx, form: &mut Form, exchange: ExchangeId, typed: &str) -> Result<Option<AreaId>> {
    let all = store::areas::of_exchange(tx, exchange).await?;
    let found = all.iter().find(|area| area.uuid.to_string() == typed);
    if found.is_none() {
        form.wrong("area", "error-choice");
    }
    Ok(found.map(|area| area.id))
}

/// Writes a newsletter to its author alone.
///
/// # Errors
/// As [`preview`]; [`Error::Wrong`] with `error-newsletter-no-address`; [`Error::Busy`] after too many.
pub async fn test(
    app: &App,
    actor: &Actor,
    (exchange, uuid): (ExchangeId, Uuid),
    typed: &NewsletterForm,
) -> Result<()> {
    let checked = preview(app, actor, exchange, typed).await?;
    let user = actor.signed_in()?;
    if user.email_confirmed_at.is_none() || user.email.is_none() {
        return Err(Error::field("", "error-newsletter-no-address"));
    }
    let counted = user.id.0.to_string();
    brake::press(
        app,
        &[Brake { purpose: "newsletter-test", counted: &counted, limit: TESTS, window_s: 3600 }],
    )
    .await?;
    let mut tx = app.db.write().await?;
    let home = exchanges::active(&mut tx, exchange).await?;
    let letter = checked.letter(uuid, home.code, home.name);
    mail::to_user(&mut tx, user, letter, app.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// Sends a newsletter off under this name. Doing it again with the same name changes nothing and writes to nobody again.
///
/// # Errors
/// As [`preview`]; [`Error::Wrong`] on `audience` with `error-newsletter-nobody`; [`Error::Busy`] when the exchange has sent
/// too many today.
pub async fn send(
    app: &App,
    actor: &Actor,
    (exchange, uuid): (ExchangeId, Uuid),
    typed: &NewsletterForm,
) -> Result<()> {
    let checked = preview(app, actor, exchange, typed).await?;
    if newsletters::get(&mut app.db.read().await?, exchange, uuid).await?.is_some() {
        return Ok(());
    }
    if checked.total == 0 {
        return Err(Error::field("audience", "error-newsletter-nobody"));
    }
    actor.fresh()?;
    let counted = exchange.0.to_string();
    brake::press(app, &[Brake { purpose: "newsletter", counted: &counted, limit: A_DAY, window_s: 86_400 }])
        .await?;
    let by = actor.by(app);
    let mut tx = app.db.write().await?;
    let text = Text { title: &checked.title, body: &checked.body };
    if !newsletters::insert(&mut tx, (uuid, checked.group, checked.total), text, by).await? {
        return Ok(());
    }
    let posting = Posting { exchange, newsletter: uuid, after: UserId(0) };
    jobs::push(&mut tx, &Job::Post(posting), by.at).await?;
    let value = checked.total.to_string();
    let detail = Detail { value: &value, ..Detail::default() };
    let entry = Entry { actor, exchange, act: Act::NewsletterSent, subject: &checked.title, detail };
    audit::exchange(&mut tx, app, entry).await?;
    Ok(tx.commit().await?)
}

/// An exchange's newsletters with how far they are, newest first, for its administrators.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone else.
pub async fn list(app: &App, actor: &Actor, exchange: ExchangeId) -> Result<Vec<Newsletter>> {
    actor.may(Action::Announce, Subject::exchange(exchange))?;
    Ok(newsletters::of_exchange(&mut app.db.read().await?, exchange, SHOWN).await?)
}

/// One newsletter, for members and administrators. Whoever has its name has it from one to whom it was written.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotAllowed`] for strangers.
pub async fn find(app: &App, actor: &Actor, exchange: ExchangeId, uuid: Uuid) -> Result<Newsletter> {
    actor.may(Action::SeeDirectory, Subject::exchange(exchange))?;
    newsletters::get(&mut app.db.read().await?, exchange, uuid).await?.ok_or(Error::NotFound)
}

/// Works a [`POST`] job: writes to some users, and queues the job that goes on, in one transaction. Where the exchange is
/// over, nobody else is written to.
///
/// # Errors
/// When the database fails.
pub async fn post(app: &App, job: i64, posting: &Posting) -> Result<()> {
    let mut tx = app.db.read().await?;
    let found = newsletters::get(&mut tx, posting.exchange, posting.newsletter).await?;
    let home = store::exchanges::get(&mut tx, posting.exchange).await?;
    let home = home.filter(|home| home.state == exchanges::State::Active);
    let Some((found, home)) = found.zip(home) else {
        drop(tx);
        return jobs::done(app, &[job]).await;
    };
    let Newsletter { exchange, audience, area, since, .. } = found;
    let group = Group { exchange, audience, area, since };
    let readers = newsletters::readers(&mut tx, group, posting.after, AT_ONCE).await?;
    let letter = Letter::Newsletter {
        code: home.code,
        exchange: home.name,
        newsletter: found.uuid,
        title: found.title,
        body: found.body,
    };
    let tellings = readers.iter().map(|reader| Telling { reader: reader.into(), letter: letter.clone() });
    let plan = Plan::new(&mut tx, app, tellings.collect()).await?;
    drop(tx);
    let Some(mut tx) = jobs::end(app, &[job]).await? else { return Ok(()) };
    let now = app.clock.now();
    plan.write(&mut tx, now).await?;
    let count = i64::try_from(readers.len()).unwrap_or(0);
    let next = readers.last().filter(|_| count == AT_ONCE);
    if let Some(last) = next {
        jobs::push(&mut tx, &Job::Post(Posting { after: last.user_id, ..*posting }), now).await?;
    }
    let done_at = if next.is_none() { Some(now) } else { None };
    newsletters::add_told(&mut tx, found.id, count, done_at).await?;
    Ok(tx.commit().await?)
}
