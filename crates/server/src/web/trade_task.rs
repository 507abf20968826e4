//! Answering, taking back and correcting a trade: small pages with the question and what follows from it.

use app::trades::{self, Correction, May, TradeView};
use app::{Error, accounts};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use ledger::refusal::{Fault, Refusal};
use ledger::{Amount, Receipt, TransferId};

use super::a_trade::{find, sides, words};
use super::errors::{render, render_again};
use super::forms::{Form, Typed};
use super::frame::Frame;
use super::l10n::UnitView;
use super::person::Person;
use super::stop::{Answer, Stop};
use super::trade::Sentence;
use super::trade::order::{self, fresh_id, transfer_id};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of the tasks.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    type At = Path<(String, String)>;
    routes
        .get("/{code}/trades/{id}/accept", |here: Here, at: At| ask(here, at, May::Accept))
        .post("/{code}/trades/{id}/accept", |h: Here, at: At, t: Typed| done(h, at, (May::Accept, t)))
        .get("/{code}/trades/{id}/decline", |here: Here, at: At| ask(here, at, May::Decline))
        .post("/{code}/trades/{id}/decline", |h: Here, at: At, t: Typed| done(h, at, (May::Decline, t)))
        .get("/{code}/trades/{id}/withdraw", |here: Here, at: At| ask(here, at, May::Withdraw))
        .post("/{code}/trades/{id}/withdraw", |h: Here, at: At, t: Typed| done(h, at, (May::Withdraw, t)))
        .get("/{code}/trades/{id}/reverse", |here: Here, at: At| ask(here, at, May::Reverse))
        .post("/{code}/trades/{id}/reverse", |h: Here, at: At, t: Typed| done(h, at, (May::Reverse, t)))
        .get("/{code}/trades/{id}/edit", |here: Here, at: At| ask(here, at, May::Edit))
        .post("/{code}/trades/{id}/edit", |h: Here, at: At, t: Typed| done(h, at, (May::Edit, t)))
        .get("/{code}/trades/{id}/object", |here: Here, at: At| ask(here, at, May::Object))
        .post("/{code}/trades/{id}/object", |h: Here, at: At, t: Typed| done(h, at, (May::Object, t)))
        .get("/{code}/trades/{id}/stand", |here: Here, at: At| ask(here, at, May::LetStand))
        .post("/{code}/trades/{id}/stand", |h: Here, at: At, t: Typed| done(h, at, (May::LetStand, t)))
}

/// `trade_task.html`: one question about one trade.
#[derive(Template)]
#[template(path = "trade_task.html")]
struct TaskPage {
    page: Frame,
    form: Form,
    unit: UnitView,
    /// Who is on the other side, or who provided.
    face: Person,
    say: Sentence,
    at: i64,
    lead: String,
    /// From where to where the reader's standing moves; empty when it does not.
    standing: String,
    field: Field,
    button: String,
    icon: &'static str,
}

/// What the task asks for besides the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Nothing,
    /// Words: label, hint, number of characters.
    Words(&'static str, &'static str, &'static str),
    /// Amount and words of the trade.
    Trade,
}

impl TaskPage {
    fn wants_trade(&self) -> bool {
        self.field == Field::Trade
    }

    fn wants_words(&self) -> Option<(String, String, &'static str)> {
        match self.field {
            Field::Words(label, hint, limit) => Some((self.page.t(label), self.page.t(hint), limit)),
            Field::Nothing | Field::Trade => None,
        }
    }
}

/// The word of a task in addresses and messages.
const fn word(task: May) -> &'static str {
    match task {
        May::Accept => "accept",
        May::Decline => "decline",
        May::Withdraw => "withdraw",
        May::Reverse => "reverse",
        May::Edit => "edit",
        May::Object => "object",
        May::LetStand => "stand",
    }
}

/// What the reader is told when it is done.
const fn notice(task: May) -> &'static str {
    match task {
        May::Accept => "notice-trade-accepted",
        May::Decline => "notice-trade-declined",
        May::Withdraw => "notice-trade-withdrawn",
        May::Reverse => "notice-trade-reversed",
        May::Edit => "notice-trade-edited",
        May::Object => "notice-trade-objected",
        May::LetStand => "notice-trade-stands",
    }
}

/// `GET`: the question, for those who may answer it now.
async fn ask(here: Here, Path((_, id)): Path<(String, String)>, task: May) -> Answer {
    let view = find(&here, &id).await?;
    if !view.may.contains(&task) {
        return Err(Error::NotAllowed("error-trade-not-now").into());
    }
    let mut form = Form::default();
    if task == May::Edit {
        form.typed.set("amount", here.frame.typed(view.row.amount, &here.unit));
        form.typed.set("what", view.row.description.clone());
    }
    form.typed.set("reversal", fresh_id(&here)?.0.to_string());
    form.typed.set("replacement", fresh_id(&here)?.0.to_string());
    Ok(render(&task_page(&here, &view, (task, form)).await?))
}

/// `POST`: does it. What is wrong is shown with what was typed.
async fn done(here: Here, Path((_, id)): Path<(String, String)>, (task, typed): (May, Typed)) -> Answer {
    let view = find(&here, &id).await?;
    let trade = here.frame.to(&format!("trades/{}", view.row.uuid));
    let mut form = Form::begin(typed);
    match act(&here, &view, (task, &mut form)).await {
        Ok(Some(receipt)) => Ok(after(&here, (task, &trade), &receipt)),
        Ok(None) => again(&here, &view, (task, form)).await,
        Err(Error::Refused(Refusal::Malformed { fault: fault @ (Fault::ReasonMissing | Fault::Text) })) => {
            let code = if fault == Fault::Text { "error-words" } else { "error-reason" };
            form.errors.add_code(&here.frame.l, "words", code, &[]);
            again(&here, &view, (task, form)).await
        }
        Err(error) => Err(Stop::from(error).back_to(trade)),
    }
}

/// Asks `app`; nothing when something is wrong with the form, which then says so.
async fn act(here: &Here, view: &TradeView, (task, form): (May, &mut Form)) -> app::Result<Option<Receipt>> {
    let (app, actor, id) = (here.app(), &here.actor, TransferId(view.row.uuid));
    let said = form.typed.get("words").to_owned();
    let done = match task {
        May::Accept => trades::accept(app, actor, id).await,
        May::Decline => trades::decline(app, actor, id, &said).await,
        May::Withdraw => trades::withdraw(app, actor, id).await,
        May::Object => trades::object(app, actor, id, &said).await,
        May::LetStand => trades::let_stand(app, actor, id, &said).await,
        May::Reverse => {
            let reversal = transfer_id(form.typed.get("reversal")).ok_or(Error::NotFound)?;
            trades::reverse(app, actor, id, reversal, &said).await
        }
        May::Edit => match correction(here, form)? {
            Some(correction) => trades::edit(app, actor, id, correction).await,
            None => return Ok(None),
        },
    };
    done.map(Some)
}

fn correction(here: &Here, form: &mut Form) -> app::Result<Option<Correction>> {
    let name = |form: &Form, field: &str| transfer_id(form.typed.get(field)).ok_or(Error::NotFound);
    let (reversal, replacement) = (name(form, "reversal")?, name(form, "replacement")?);
    let amount = order::amount(here, form, "amount");
    let description = form.typed.get("what").to_owned();
    order::description(here, form, "what", &description);
    let fine = amount.filter(|_| form.errors.is_empty());
    Ok(fine.map(|amount| Correction { reversal, replacement, amount, description }))
}

/// Where the reader is led when it is done.
fn after(here: &Here, (task, trade): (May, &str), receipt: &Receipt) -> Response {
    match (task, receipt.transfer, receipt.counted) {
        (May::Edit, Some(id), counted) => {
            let key = if counted { notice(task) } else { "notice-trade-difference" };
            here.noticed(&here.frame.to(&format!("trades/{}", id.0)), key)
        }
        _ => here.noticed(trade, notice(task)),
    }
}

async fn again(here: &Here, view: &TradeView, (task, form): (May, Form)) -> Answer {
    Ok(render_again(&task_page(here, view, (task, form)).await?))
}

async fn task_page(here: &Here, view: &TradeView, (task, form): (May, Form)) -> Result<TaskPage, Stop> {
    let trade = here.frame.to(&format!("trades/{}", view.row.uuid));
    let (giver, taker) = sides(here, view);
    let other = if giver.mine { &taker } else { &giver };
    let names = here.frame.with("name", &other.short).with("giver", &giver.short).with("taker", &taker.short);
    let title = names.t(&format!("task-{}-title", word(task)));
    let key = match task {
        // The payee gives back of their own; others must say why.
        May::Reverse if !giver.mine => "task-reverse-any-lead".to_owned(),
        _ => format!("task-{}-lead", word(task)),
    };
    let lead = names.t(&key);
    let field = match task {
        May::Accept | May::Withdraw => Field::Nothing,
        May::Decline => Field::Words("task-words", "task-words-maybe", "500"),
        May::Reverse if giver.mine => Field::Words("task-words", "task-words-maybe", "500"),
        May::Reverse => Field::Words("task-words", "task-words-needed", "500"),
        May::Object => Field::Words("task-object-words", "task-object-hint", "1000"),
        May::LetStand => Field::Words("task-words", "task-words-needed", "1000"),
        May::Edit => Field::Trade,
    };
    let page = here.frame.clone().titled_as(title).task(trade);
    let amount = page.amount(view.row.amount, &here.unit);
    let icon = if matches!(task, May::Accept | May::LetStand | May::Edit) { "check" } else { "undo" };
    Ok(TaskPage {
        standing: standing(here, view, task).await?,
        say: Sentence::new(&page, (&giver, &taker), &words(&page, view), &amount),
        at: view.row.decided_at.unwrap_or(view.row.created_at).0,
        face: other.clone(),
        button: page.t(&format!("task-{}-do", word(task))),
        unit: here.unit.clone(),
        icon: if task == May::Object { "care" } else { icon },
        form,
        lead,
        field,
        page,
    })
}

/// How the reader's own standing moves by an acceptance or a reversal.
async fn standing(here: &Here, view: &TradeView, task: May) -> Result<String, Stop> {
    let own = [&view.payer, &view.payee].into_iter().find(|party| here.actor.operates(party.account));
    let (Some(own), May::Accept | May::Reverse) = (own, task) else { return Ok(String::new()) };
    let before = accounts::account(here.app(), &here.actor, own.account).await?.balance;
    let moved = match task {
        May::Reverse => {
            let entry = view.entries.iter().find(|entry| entry.account == own.account);
            -entry.map_or(0, |entry| entry.amount)
        }
        _ => {
            let levy = Amount::new(view.row.amount).map_or(0, |price| here.policy.levy.on(price, own.kind));
            -(view.row.amount + levy)
        }
    };
    let page = &here.frame;
    let span = page
        .with("from", page.bare_signed(before, &here.unit))
        .with("to", page.signed(before.saturating_add(moved), &here.unit));
    Ok(span.t("task-standing"))
}
