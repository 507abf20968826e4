//! What waits: requests to answer, and requests sent that nobody has answered.

use app::trades::{self, Request};
use askama::Template;

use super::errors::render;
use super::frame::{Frame, Place};
use super::l10n::UnitView;
use super::person::Person;
use super::stop::Answer;
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the route of what waits.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/waiting", waiting)
}

/// `waiting.html`.
#[derive(Template)]
#[template(path = "waiting.html")]
struct WaitingPage {
    page: Frame,
    asks: Vec<Ask>,
    sent: Vec<Sent>,
    unit: UnitView,
}

/// A request to the reader, as a question with answers.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The transfer's name.
    pub id: String,
    /// Who asks.
    pub other: Person,
    /// The question.
    pub question: String,
    /// How much, and when it was asked.
    pub detail: String,
}

/// A request of the reader's.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The transfer's name.
    pub id: String,
    /// Who is asked.
    pub other: Person,
    /// What for.
    pub what: String,
    /// When it was asked.
    pub at: i64,
    /// How much.
    pub amount: i64,
}

impl Ask {
    /// A request to the reader in words.
    #[must_use]
    pub fn new(here: &Here, request: &Request) -> Self {
        let other = Person::of(&request.payee, &here.actor);
        let (page, row) = (&here.frame, &request.row);
        let what =
            if row.description.is_empty() { page.t("trade-no-words") } else { row.description.clone() };
        let detail = page
            .with("amount", page.amount(row.amount, &here.unit))
            .with("ago", page.ago_text(row.created_at.0, page.now));
        Self {
            id: row.uuid.to_string(),
            question: page.with("name", &other.short).with("what", what).t("ask-question"),
            detail: detail.t("ask-detail"),
            other,
        }
    }
}

impl Sent {
    /// A request of the reader's in words.
    #[must_use]
    pub fn new(here: &Here, request: &Request) -> Self {
        Self {
            id: request.row.uuid.to_string(),
            other: Person::of(&request.payer, &here.actor),
            what: request.row.description.clone(),
            at: request.row.created_at.0,
            amount: request.row.amount,
        }
    }
}

/// `GET /{code}/waiting`.
async fn waiting(here: Here) -> Answer {
    let found = trades::waiting(here.app(), &here.actor, here.account()?).await?;
    Ok(render(&WaitingPage {
        page: here.frame.clone().titled("waiting-title").at(Place::More),
        asks: found.to_answer.iter().map(|request| Ask::new(&here, request)).collect(),
        sent: found.sent.iter().map(|request| Sent::new(&here, request)).collect(),
        unit: here.unit.clone(),
    }))
}
