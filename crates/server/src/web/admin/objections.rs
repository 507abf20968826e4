//! Open objections: both sides, their words, and the two ways to settle one.

use app::trades;
use askama::Template;
use axum::extract::Path;
use ledger::TransferId;
use uuid::Uuid;

use super::{Person, frame};
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::l10n::UnitView;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

/// Adds the routes of this page.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/admin/objections", show)
        .get("/{code}/admin/objections/{trade}", ask)
        .post("/{code}/admin/objections/{trade}", let_stand)
}

/// `admin-objections.html`.
#[derive(Template)]
#[template(path = "admin-objections.html")]
struct ObjectionsPage {
    page: Frame,
    unit: UnitView,
    open: Vec<Open>,
}

/// `admin-stands.html`.
#[derive(Template)]
#[template(path = "admin-stands.html")]
struct StandsPage {
    page: Frame,
    form: Form,
    unit: UnitView,
    open: Open,
}

struct Open {
    id: Uuid,
    giver: Person,
    receiver: Person,
    /// Who objects.
    objector: String,
    amount: i64,
    what: String,
    traded_at: i64,
    said: String,
    said_at: i64,
}

async fn open(here: &Here) -> Result<Vec<Open>, Stop> {
    let found = trades::objections(here.app(), &here.actor, here.id()).await?;
    let one = |(objection, request): &(_, trades::Request)| {
        let objection: &trades::ObjectionRow = objection;
        let giver = Person::of(&here.frame, &request.payee);
        let receiver = Person::of(&here.frame, &request.payer);
        let objects = if objection.account == request.row.payer { &receiver } else { &giver };
        Open {
            id: request.row.uuid,
            objector: objects.name.clone(),
            giver,
            receiver,
            amount: request.row.amount,
            what: request.row.description.clone(),
            traded_at: request.row.decided_at.unwrap_or(request.row.created_at).0,
            said: objection.words.clone(),
            said_at: objection.at.0,
        }
    };
    Ok(found.iter().map(one).collect())
}

async fn show(here: Here) -> Answer {
    let open = open(&here).await?;
    let page = frame(&here, "admin-objections-title");
    Ok(render(&ObjectionsPage { unit: here.unit.clone(), page, open }))
}

async fn stands(here: &Here, id: Uuid, form: Form) -> Result<StandsPage, Stop> {
    let open = open(here).await?.into_iter().find(|open| open.id == id).ok_or_else(Stop::not_found)?;
    let page = frame(here, "admin-stands-title").task(here.frame.to("admin/objections"));
    Ok(StandsPage { page, form, unit: here.unit.clone(), open })
}

async fn ask(here: Here, Path((_, id)): Path<(String, Uuid)>) -> Answer {
    Ok(render(&stands(&here, id, Form::default()).await?))
}

async fn let_stand(here: Here, Path((_, id)): Path<(String, Uuid)>, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    if form.typed.get("reason").is_empty() {
        form.errors.add_code(&here.frame.l, "reason", "error-required", &[]);
        return Ok(render_again(&stands(&here, id, form).await?));
    }
    trades::let_stand(here.app(), &here.actor, TransferId(id), form.typed.get("reason")).await?;
    Ok(here.noticed(&here.frame.to("admin/objections"), "notice-stands"))
}
