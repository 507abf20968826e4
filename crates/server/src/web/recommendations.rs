//! What the two sides of a trade say of each other: saying it, answering, taking it back, and hiding it.

use app::actor::Action;
use app::members::Member;
use app::people::recommendations::{self, Recommendation, State};
use askama::Template;
use axum::extract::Path;
use ledger::TransferId;
use uuid::Uuid;

use super::errors::{render, render_again};
use super::face::Face;
use super::forms::{Form, Typed, uuid};
use super::frame::{Frame, Place};
use super::people::digits;
use super::stop::{Answer, Stop};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of recommendations.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/trades/{id}/recommend", begin)
        .post("/{code}/trades/{id}/recommend", recommend)
        .get("/{code}/recommendations/{id}/answer", |here: Here, at: At| ask(here, at, Question::Answer))
        .post("/{code}/recommendations/{id}/answer", answer)
        .post("/{code}/recommendations/{id}/withdraw", withdraw)
        .get("/{code}/recommendations/{id}/hide", |here: Here, at: At| ask(here, at, Question::Hide))
        .post("/{code}/recommendations/{id}/hide", hide)
}

type At = Path<(String, String)>;

/// What somebody says of a member, as the member's page shows it.
pub struct Said {
    /// Where it is answered, taken back and hidden.
    pub href: String,
    /// Who says it.
    pub name: String,
    /// The writer's page.
    pub writer_page: String,
    /// The writer's face.
    pub face: Face,
    /// The day of the trade, in words.
    pub day: String,
    /// What is said.
    pub words: String,
    /// What the recommended one answers.
    pub answer: String,
    /// Why it is hidden; empty while it is shown.
    pub hidden_why: String,
    /// Whether the reader may answer it.
    pub may_answer: bool,
    /// Whether the reader may take it back.
    pub may_withdraw: bool,
    /// Whether the reader may hide it.
    pub may_hide: bool,
}

/// What is said of a member, as far as the reader may read it.
///
/// # Errors
/// When the database fails.
pub async fn said(here: &Here, member: &Member) -> Result<Vec<Said>, Stop> {
    let found = recommendations::of_member(here.app(), &here.actor, member).await?;
    let is_own = |id| here.actor.memberships().iter().any(|own| own.member == id);
    let may = here.can(Action::Recommend);
    let one = |one: &Recommendation| Said {
        href: here.frame.to(&format!("recommendations/{}", one.uuid)),
        name: one.name.clone(),
        writer_page: here.frame.to(&format!("people/{}", digits(here, &one.number))),
        face: Face::new(&one.name, &one.number, one.writer_kind.as_str(), &one.portrait),
        day: day(&here.frame, one),
        words: one.words.clone(),
        answer: one.answer.clone(),
        hidden_why: one.hidden_why.clone(),
        may_answer: may && is_own(one.member) && one.answer.is_empty() && one.state == State::Shown,
        may_withdraw: may && is_own(one.writer),
        may_hide: here.can(Action::HideRecommendation) && one.state == State::Shown && !is_own(one.member),
    };
    Ok(found.iter().map(one).collect())
}

/// "after a trade on 3 May 2026"
fn day(page: &Frame, one: &Recommendation) -> String {
    let day = one.traded_on.map_or_else(|| page.date(one.traded_at.0), |day| page.day(day));
    page.with("day", day).t("recommendation-day")
}

/// The name of whom the reader may recommend for a trade; empty: nobody.
///
/// # Errors
/// When the database fails.
pub async fn open_name(here: &Here, trade: Uuid) -> Result<String, Stop> {
    match recommendations::open(here.app(), &here.actor, here.id(), TransferId(trade)).await {
        Ok(open) => Ok(open.other.name),
        Err(app::Error::NotFound | app::Error::NotAllowed(_)) => Ok(String::new()),
        Err(error) => Err(error.into()),
    }
}

/// `recommend.html`: one form for saying, answering and hiding.
#[derive(Template)]
#[template(path = "recommend.html")]
struct RecommendPage {
    page: Frame,
    form: Form,
    lead: String,
    /// What was said, where it is answered or hidden; otherwise empty.
    quoted: String,
    /// The field: `words` or `reason`.
    field: &'static str,
    label: String,
    hint: String,
    button: String,
}

/// What is asked of a recommendation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    Answer,
    Hide,
}

async fn writing(here: &Here, id: &str, form: Form) -> Result<RecommendPage, Stop> {
    let trade = uuid(id)?;
    let open = recommendations::open(here.app(), &here.actor, here.id(), TransferId(trade)).await?;
    let page = here.frame.clone();
    let title = page.with("name", open.other.name.as_str()).t("recommend-title");
    Ok(RecommendPage {
        lead: page.t("recommend-lead"),
        quoted: String::new(),
        field: "words",
        label: page.t("field-words"),
        hint: page.t("recommend-hint"),
        button: page.t("recommend-do"),
        page: page.titled_as(title).at(Place::More).task(here.frame.to(&format!("trades/{trade}"))),
        form,
    })
}

async fn begin(here: Here, Path((_, id)): At) -> Answer {
    let name = here.app().random.uuid(here.app().clock.now())?.to_string();
    let form = Form::begin(Typed::from_pairs([("id", name)]));
    Ok(render(&writing(&here, &id, form).await?))
}

async fn recommend(here: Here, Path((_, id)): At, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let at = (here.id(), TransferId(uuid(&id)?), uuid(form.typed.get("id"))?);
    let words = form.typed.get("words").to_owned();
    let said = recommendations::recommend(here.app(), &here.actor, at, &words).await;
    let Some(member) = form.take(&here.frame.l, said)? else {
        return Ok(render_again(&writing(&here, &id, form).await?));
    };
    Ok(here.noticed(&page_of(&here, &member), "notice-recommended"))
}

/// The page of a member.
fn page_of(here: &Here, member: &Member) -> String {
    let number = member.number.as_deref().unwrap_or_default();
    here.frame.to(&format!("people/{}", digits(here, number)))
}

async fn asking(here: &Here, id: &str, (question, form): (Question, Form)) -> Result<RecommendPage, Stop> {
    let (one, member) = recommendations::get(here.app(), &here.actor, here.id(), uuid(id)?).await?;
    let is_own = here.actor.memberships().iter().any(|own| own.member == one.member);
    let (field, word) = match question {
        Question::Answer if is_own && one.answer.is_empty() => ("words", "answer"),
        Question::Answer => return Err(Stop::not_found()),
        Question::Hide => {
            here.may(Action::HideRecommendation)?;
            ("reason", "hide")
        }
    };
    let page = here.frame.clone().titled(&format!("recommendation-{word}-title")).at(Place::More);
    Ok(RecommendPage {
        lead: page.with("name", one.name.as_str()).t(&format!("recommendation-{word}-lead")),
        quoted: one.words,
        field,
        label: page.t(&format!("field-{field}")),
        hint: page.t(&format!("recommendation-{word}-hint")),
        button: page.t(&format!("recommendation-{word}")),
        page: page.task(page_of(here, &member)),
        form,
    })
}

async fn ask(here: Here, Path((_, id)): At, question: Question) -> Answer {
    Ok(render(&asking(&here, &id, (question, Form::default())).await?))
}

async fn answer(here: Here, Path((_, id)): At, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let at = (here.id(), uuid(&id)?);
    let (_, member) = recommendations::get(here.app(), &here.actor, at.0, at.1).await?;
    let answered = recommendations::answer(here.app(), &here.actor, at, form.typed.get("words")).await;
    if form.take(&here.frame.l, answered)?.is_none() {
        return Ok(render_again(&asking(&here, &id, (Question::Answer, form)).await?));
    }
    Ok(here.noticed(&page_of(&here, &member), "notice-recommendation-answered"))
}

async fn withdraw(here: Here, Path((_, id)): At) -> Answer {
    let at = uuid(&id)?;
    let (_, member) = recommendations::get(here.app(), &here.actor, here.id(), at).await?;
    recommendations::withdraw(here.app(), &here.actor, here.id(), at).await?;
    Ok(here.noticed(&page_of(&here, &member), "notice-recommendation-withdrawn"))
}

async fn hide(here: Here, Path((_, id)): At, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let at = (here.id(), uuid(&id)?);
    let (_, member) = recommendations::get(here.app(), &here.actor, at.0, at.1).await?;
    let hidden = recommendations::hide(here.app(), &here.actor, at, form.typed.get("reason")).await;
    if form.take(&here.frame.l, hidden)?.is_none() {
        return Ok(render_again(&asking(&here, &id, (Question::Hide, form)).await?));
    }
    Ok(here.noticed(&page_of(&here, &member), "notice-recommendation-hidden"))
}
