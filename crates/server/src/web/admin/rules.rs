//! The rules of an exchange as questions in plain words, each with what its answer does to two people one knows.

mod answers;
mod effect;

use app::accounts;
use app::actor::Action;
use app::exchanges::{self, Example};
use askama::Template;
use axum::extract::Path;
use ledger::policy::Shape;

use self::effect::{Effect, in_words};
use super::frame;
use super::limits::need_reason;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::l10n::UnitView;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

/// Adds the routes of these pages.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/admin/rules", list)
        .get("/{code}/admin/rules/{question}", show)
        .post("/{code}/admin/rules/{question}", save)
}

/// A question about the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Question {
    Recording,
    Acceptance,
    Levy,
    Floor,
    Ceiling,
    Days,
    Records,
    Unit,
    Open,
}

impl Question {
    const ALL: [Self; 9] = [
        Self::Recording,
        Self::Acceptance,
        Self::Levy,
        Self::Floor,
        Self::Ceiling,
        Self::Days,
        Self::Records,
        Self::Unit,
        Self::Open,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Recording => "recording",
            Self::Acceptance => "acceptance",
            Self::Levy => "levy",
            Self::Floor => "floor",
            Self::Ceiling => "ceiling",
            Self::Days => "days",
            Self::Records => "records",
            Self::Unit => "unit",
            Self::Open => "open",
        }
    }

    /// The picture of its row in the list.
    const fn icon(self) -> &'static str {
        match self {
            Self::Recording => "hand",
            Self::Acceptance => "bell",
            Self::Levy => "people",
            Self::Floor | Self::Ceiling => "chart",
            Self::Days => "calendar",
            Self::Records => "shield",
            Self::Unit => "tag",
            Self::Open => "clock",
        }
    }

    /// The questions that an exchange has: only time banks hide records.
    fn of(here: &Here) -> impl Iterator<Item = Self> {
        let shape = here.policy.shape;
        Self::ALL.into_iter().filter(move |question| *question != Self::Records || shape == Shape::TimeBank)
    }

    fn find(here: &Here, word: &str) -> Result<Self, Stop> {
        Self::of(here).find(|question| question.word() == word).ok_or_else(Stop::not_found)
    }
}

/// `admin-rules.html`.
#[derive(Template)]
#[template(path = "admin-rules.html")]
struct RulesPage {
    page: Frame,
    rows: Vec<Row>,
}

/// A question with its answer as it is.
struct Row {
    href: String,
    icon: &'static str,
    title: String,
    answer: String,
}

async fn list(here: Here) -> Answer {
    here.may(Action::SetPolicy)?;
    let page = frame(&here, "admin-rules-title");
    let row = |question: Question| Row {
        href: page.to(&format!("admin/rules/{}", question.word())),
        icon: question.icon(),
        title: page.t(&format!("ask-{}-title", question.word())),
        answer: in_words(&here, question),
    };
    let rows = Question::of(&here).map(row).collect();
    Ok(render(&RulesPage { page, rows }))
}

/// `admin-rule.html`.
#[derive(Template)]
#[template(path = "admin-rule.html")]
struct RulePage {
    page: Frame,
    form: Form,
    unit: UnitView,
    question: &'static str,
    lead: String,
    effect: Effect,
    /// Other questions.
    others: Vec<(String, String)>,
}

impl RulePage {
    fn new(here: &Here, question: Question, (example, form): (&Example, Form)) -> Self {
        let word = question.word();
        let page = frame(here, &format!("ask-{word}-title")).task(here.frame.to("admin/rules"));
        let other = |other: Question| {
            let title = page.t(&format!("ask-{}-title", other.word()));
            (page.to(&format!("admin/rules/{}", other.word())), title)
        };
        Self {
            lead: page.t(&format!("ask-{word}-lead")),
            effect: Effect::of(here, question, example),
            others: Question::of(here).filter(|other| *other != question).map(other).collect(),
            unit: here.unit.clone(),
            question: word,
            page,
            form,
        }
    }
}

async fn show(here: Here, Path((_, word)): Path<(String, String)>) -> Answer {
    here.may(Action::SetPolicy)?;
    let question = Question::find(&here, &word)?;
    let example = exchanges::example(here.app(), &here.actor, here.id()).await?;
    let form = Form::begin(answers::begin(&here, question));
    Ok(render(&RulePage::new(&here, question, (&example, form))))
}

async fn save(here: Here, Path((_, word)): Path<(String, String)>, typed: Typed) -> Answer {
    here.may(Action::SetPolicy)?;
    let question = Question::find(&here, &word)?;
    let mut form = Form::begin(typed);
    let policy = answers::read(&here, question, &mut form);
    need_reason(&here, &mut form);
    if !form.errors.is_empty() {
        let example = exchanges::example(here.app(), &here.actor, here.id()).await?;
        return Ok(render_again(&RulePage::new(&here, question, (&example, form))));
    }
    let reason = form.typed.get("reason");
    accounts::set_policy(here.app(), &here.actor, here.id(), policy, reason).await?;
    Ok(here.noticed(&here.frame.to("admin/rules"), "notice-rule-saved"))
}
