//! Reports to the administrators: a listing or a person, why, and what was done. The reported one never learns who told; an
//! administrator does not see, and does not decide, what is reported of themselves.

use ledger::id::ExchangeId;
use store::Tx;
use store::exchanges::Exchange;
use store::members::{Kind, Member, MemberId, State as MemberState};
use store::reports::NewReport;
pub use store::reports::{Reason, Report, State};
use uuid::Uuid;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act, Detail, Entry};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::form::Form;
use crate::{market, members};

/// Reports that one user may make within an hour, and within a day.
const AN_HOUR: i64 = 8;
const A_DAY: i64 = 20;
/// Open reports that administrators see at a time, and decided ones.
const OPEN: i64 = 200;
const SETTLED: i64 = 50;
/// Reports of one's own that are shown.
const MINE: i64 = 100;
/// Characters of what a reporter says, at most.
pub const WORDS_MAX: usize = 1000;
/// Characters of what is answered, at most.
pub const ANSWER_MAX: usize = 400;

/// What is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// An offer or a want.
    Listing(Uuid),
    /// A person.
    Member(MemberId),
}

/// What a reporter says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportForm {
    /// Why; none: no answer that is offered.
    pub reason: Option<Reason>,
    /// In words.
    pub words: String,
}

/// What an administrator decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SettleForm {
    /// What was done; none or [`State::Open`]: no answer that is offered.
    pub state: Option<State>,
    /// To the listing's owner, where it is hidden.
    pub reason: String,
    /// To the reporter.
    pub answer: String,
}

/// The reports of an exchange, as an administrator sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reports {
    /// Those that wait, the oldest first.
    pub open: Vec<Report>,
    /// Those that were decided, the latest first.
    pub settled: Vec<Report>,
}

/// Tells the administrators of a listing or a person. The form carries the report's name: sent twice, it is made once.
///
/// # Errors
/// [`Error::Wrong`] on the fields of [`ReportForm`], [`Error::Busy`] after many, [`Error::NotAllowed`] with `error-report-own`,
/// [`Error::NotFound`] when there is no such thing for this person.
pub async fn report(
    app: &App,
    actor: &Actor,
    (exchange, own, uuid): (&Exchange, MemberId, Uuid),
    (about, typed): (About, &ReportForm),
) -> Result<()> {
    actor.may(Action::Report, Subject::member(exchange.id, own))?;
    let (member, listing, title) = reported(app, actor, exchange, about).await?;
    let mut form = Form::new();
    let Some(reason) = typed.reason else {
        form.wrong("reason", "error-choice");
        return form.finish();
    };
    let words = form.text("words", &typed.words, WORDS_MAX);
    if reason == Reason::Other && words.is_empty() {
        form.wrong("words", "error-required");
    }
    form.finish()?;
    if let Some(made) = store::reports::get(&mut app.db.read().await?, exchange.id, uuid).await? {
        return if made.reporter == own { Ok(()) } else { Err(Error::NotFound) };
    }
    let counted = actor.id().0.to_string();
    let brake = |purpose, limit, window_s| Brake { purpose, counted: &counted, limit, window_s };
    brake::press(app, &[brake("report-hour", AN_HOUR, 3600), brake("report-day", A_DAY, 86_400)]).await?;
    let new = NewReport {
        uuid,
        exchange: exchange.id,
        reporter: own,
        member,
        listing,
        title: &title,
        reason,
        words: &words,
        made_at: app.clock.now(),
    };
    let mut tx = app.db.write().await?;
    match store::reports::insert(&mut tx, &new).await {
        // The same form, sent twice at the same moment.
        Err(store::Error::Taken) => return Ok(()),
        inserted => inserted?,
    }
    Ok(tx.commit().await?)
}

/// Whom a report is about, with the listing and its title.
async fn reported(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    about: About,
) -> Result<(MemberId, Option<Uuid>, String)> {
    match about {
        About::Listing(uuid) => {
            let seen = market::listing(app, actor, exchange, uuid).await?;
            if seen.mine {
                return Err(Error::NotAllowed("error-report-own"));
            }
            Ok((seen.listing.member, Some(uuid), seen.listing.title))
        }
        About::Member(id) => {
            let member: Member = members::get(&mut app.db.read().await?, id).await?;
            actor.may(Action::SeeMember, Subject::member(member.exchange, id))?;
            let here = member.exchange == exchange.id && member.state == MemberState::Active;
            if !here || member.kind == Kind::Administration {
                return Err(Error::NotFound);
            }
            if is_own(actor, id) {
                return Err(Error::NotAllowed("error-report-own"));
            }
            Ok((id, None, String::new()))
        }
    }
}

/// What a member of one's own has reported, and what became of it; the latest first.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but the member.
pub async fn mine(app: &App, actor: &Actor, exchange: ExchangeId, own: MemberId) -> Result<Vec<Report>> {
    actor.may(Action::Report, Subject::member(exchange, own))?;
    Ok(store::reports::of_reporter(&mut app.db.read().await?, own, MINE).await?)
}

/// The reports of an exchange that this administrator may decide.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but administrators.
pub async fn reports(app: &App, actor: &Actor, exchange: ExchangeId) -> Result<Reports> {
    actor.may(Action::SettleReport, Subject::exchange(exchange))?;
    let mut tx = app.db.read().await?;
    let open = of_others(actor, store::reports::open(&mut tx, exchange, OPEN).await?);
    let settled = of_others(actor, store::reports::settled(&mut tx, exchange, SETTLED).await?);
    Ok(Reports { open, settled })
}

/// How many reports wait for this administrator.
pub(crate) async fn waiting(tx: &mut Tx, actor: &Actor, exchange: ExchangeId) -> Result<usize> {
    Ok(of_others(actor, store::reports::open(tx, exchange, OPEN).await?).len())
}

/// One open report, for the administrators who may decide it.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone else, [`Error::NotFound`] when it is decided or about the administrator.
pub async fn open(app: &App, actor: &Actor, exchange: ExchangeId, uuid: Uuid) -> Result<Report> {
    actor.may(Action::SettleReport, Subject::exchange(exchange))?;
    let found = store::reports::get(&mut app.db.read().await?, exchange, uuid).await?;
    let open = found.filter(|report| report.state == State::Open && !is_own(actor, report.member));
    open.ok_or(Error::NotFound)
}

/// Decides a report: hides the listing, with words to its owner; answers; or dismisses it. The reporter reads what was done on
/// their own page.
///
/// # Errors
/// [`Error::Wrong`] on the fields of [`SettleForm`], otherwise as [`open`].
pub async fn settle(
    app: &App,
    actor: &Actor,
    (exchange, uuid): (ExchangeId, Uuid),
    typed: &SettleForm,
) -> Result<()> {
    let report = open(app, actor, exchange, uuid).await?;
    let mut form = Form::new();
    let state = typed.state.filter(|state| *state != State::Open);
    let hides = state == Some(State::Hidden);
    let Some(state) = state.filter(|_| !hides || report.listing.is_some()) else {
        form.wrong("outcome", "error-choice");
        return form.finish();
    };
    let answer = match state {
        State::Answered => form.line("answer", &typed.answer, ANSWER_MAX),
        State::Open | State::Hidden | State::Dismissed => {
            form.optional_line("answer", &typed.answer, ANSWER_MAX)
        }
    };
    let reason = if hides { form.line("reason", &typed.reason, ANSWER_MAX) } else { String::new() };
    form.finish()?;

    let mut tx = app.db.write().await?;
    if !store::reports::settle(&mut tx, uuid, (state, &answer), actor.by(app)).await? {
        return Err(Error::NotFound);
    }
    if let Some(listing) = report.listing.filter(|_| hides) {
        match market::stop_in(&mut tx, app, actor, (exchange, listing), &reason).await {
            Err(Error::NotFound) => return Err(Error::field("outcome", "error-report-gone")),
            stopped => stopped?,
        }
    }
    let subject = if report.title.is_empty() { &report.name } else { &report.title };
    let detail = Detail { value: state.as_str(), reason: &answer };
    audit::exchange(&mut tx, app, Entry { actor, exchange, act: Act::ReportSettled, subject, detail })
        .await?;
    Ok(tx.commit().await?)
}

/// Those that are not about this person.
fn of_others(actor: &Actor, mut reports: Vec<Report>) -> Vec<Report> {
    reports.retain(|report| !is_own(actor, report.member));
    reports
}

fn is_own(actor: &Actor, member: MemberId) -> bool {
    actor.memberships().iter().any(|membership| membership.member == member)
}
