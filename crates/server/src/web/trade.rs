//! Recording a trade: the form, the check with both people, and the recording.
//!
//! The form goes to `/{code}/trade/check`, which records nothing: it shows what would happen, and carries what was typed
//! in hidden fields to `POST /{code}/trade`. "Change something" sends the same fields back to the form.

mod check;

pub mod order;
mod picker;

use app::actor::Action;
use app::{Error, trades};
use askama::Template;
use axum::response::Response;

use self::check::Check;
pub use self::check::Sentence;
use self::order::{Desk, Mode};
use self::picker::Picker;
use super::errors::{render, render_again};
use super::forms::{Form, Typed};
use super::frame::{Frame, Place};
use super::l10n::UnitView;
use super::stop::{Answer, Stop};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of recording a trade.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/trade", form).post("/{code}/trade", record).post("/{code}/trade/check", check)
}

/// `trade.html`: the form.
#[derive(Template)]
#[template(path = "trade.html")]
struct TradePage {
    page: Frame,
    form: Form,
    unit: UnitView,
    mode: Mode,
    pickers: Vec<Picker>,
    /// What the exchange keeps; empty when it keeps nothing.
    levy: String,
    /// Whether the reader may record for others too.
    may_others: bool,
    /// Whether a provider may ask before it counts.
    may_ask: bool,
    /// Today, as the field of the day takes it.
    today: String,
    /// Whether the fold of what is seldom needed stands open.
    more_open: bool,
}

impl TradePage {
    fn new(here: &Here, desk: Desk) -> Self {
        let page = here.frame.clone().titled("trade-title").at(Place::Trade).task(here.frame.to(""));
        let rate = here.policy.levy.rate;
        let percent = page.percent(i64::from(rate.n), i64::from(rate.d));
        let levy = match rate.n {
            0 => String::new(),
            _ => page.with("percent", percent).t("trade-levy-hint"),
        };
        let form = desk.form;
        let more_open = ["day", "ask"].iter().any(|field| !form.typed.get(field).is_empty());
        Self {
            unit: here.unit.clone(),
            mode: desk.mode,
            pickers: desk.pickers,
            levy,
            may_others: here.can(Action::RecordForOthers) && here.membership.is_some(),
            may_ask: here.policy.payee_requests && here.policy.payee_records,
            today: page.day_iso(i64::from(order::today(here).0)),
            more_open,
            form,
            page,
        }
    }

    fn is_for_others(&self) -> bool {
        self.mode == Mode::Others
    }
}

/// `GET /{code}/trade`: the form; `?with=0112&did=provided&amount=24&what=…` fills it in.
async fn form(here: Here) -> Answer {
    let desk = Desk::open(&here, here.query.clone()).await?;
    Ok(render(&TradePage::new(&here, desk)))
}

/// `POST /{code}/trade/check`: shows what would happen.
async fn check(here: Here, typed: Typed) -> Answer {
    let mut desk = Desk::open(&here, typed).await?;
    if desk.is_unfinished() {
        return Ok(render(&TradePage::new(&here, desk)));
    }
    let Some(ready) = desk.order(&here)? else { return Ok(again(&here, desk)) };
    let preview = trades::preview(here.app(), &here.actor, &ready.trade).await?;
    Ok(Check { here: &here, desk: &desk, ready: &ready, preview }.page().await)
}

/// `POST /{code}/trade`: records. Sent twice it records once.
async fn record(here: Here, typed: Typed) -> Answer {
    let mut desk = Desk::open(&here, typed).await?;
    let Some(ready) = desk.order(&here)? else { return Ok(again(&here, desk)) };
    let receipt = trades::record(here.app(), &here.actor, ready.trade.clone()).await;
    match receipt {
        Ok(_) => Ok(here.see_other(&here.frame.to(&format!("trades/{}?recorded", ready.trade.id.0)))),
        Err(Error::Refused(refusal)) if check::is_of_trade(&refusal) => {
            // A refusal is kept under the name it came with: what is sent next needs another.
            desk.form.typed.set("id", order::fresh_id(&here)?.0.to_string());
            let mut preview = trades::preview(here.app(), &here.actor, &ready.trade).await?;
            preview.fate = trades::Fate::Refused(refusal);
            Ok(Check { here: &here, desk: &desk, ready: &ready, preview }.page().await)
        }
        Err(error) => Err(Stop::from(error).back_to(here.frame.to("trade"))),
    }
}

/// The form with what is wrong.
fn again(here: &Here, desk: Desk) -> Response {
    render_again(&TradePage::new(here, desk))
}
