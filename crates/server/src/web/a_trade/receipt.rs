//! The receipt of a trade that counts: large and green, to be shown across a table.

use app::accounts;
use app::trades::TradeView;
use askama::Template;
use ledger::transfer::Capacity;

use super::{Link, reference, settled, sides, words};
use crate::web::errors::render;
use crate::web::frame::{Frame, Place};
use crate::web::l10n::UnitView;
use crate::web::person::Person;
use crate::web::stop::Answer;
use crate::web::visitor::Here;

/// `receipt.html`.
#[derive(Template)]
#[template(path = "receipt.html")]
struct ReceiptPage {
    page: Frame,
    unit: UnitView,
    id: String,
    price: i64,
    /// "Rosa Whitlock gave Ben Adeyemi", and what.
    said: String,
    what: String,
    at: i64,
    reference: String,
    sides: Vec<(Person, String)>,
    /// What the exchange keeps of it; empty for nothing.
    levy: String,
    /// Where the reader stands now; empty for who is no side of it.
    standing: String,
    /// Where the next one is recorded.
    again: String,
    /// The offer or want that it was recorded from.
    settled: Option<Link>,
}

/// The receipt, for those who may see the trade.
///
/// # Errors
/// When the database fails.
pub(super) async fn page(here: &Here, view: &TradeView) -> Answer {
    let page = here.frame.clone().at(Place::Trade);
    let just_now = here.query.has("recorded");
    let page = page.titled(if just_now { "receipt-recorded" } else { "receipt-title" });
    let (giver, taker) = sides(here, view);
    let own = [&giver, &taker].into_iter().find(|person| person.mine);
    let standing = match own {
        Some(person) => {
            let balance = accounts::account(here.app(), &here.actor, person.account).await?.balance;
            page.with("amount", page.signed(balance, &here.unit)).t("receipt-standing")
        }
        None => String::new(),
    };
    let between = |account| account == giver.account || account == taker.account;
    let kept: i64 =
        view.entries.iter().filter(|entry| !between(entry.account)).map(|entry| entry.amount).sum();
    let levy = match kept {
        0 => String::new(),
        kept => page.with("amount", page.amount(kept, &here.unit)).t("receipt-levy"),
    };
    let moved = |person: Person| {
        let entry = view.entries.iter().find(|entry| entry.account == person.account);
        let units = entry.map_or(0, |entry| entry.amount);
        let key = if units < 0 { "receipt-gave" } else { "receipt-got" };
        let amount = page.amount(units.saturating_abs(), &here.unit);
        let said = page.with("number", &person.number).with("amount", amount).t(key);
        (person, said)
    };
    let is_keyed = matches!(view.row.capacity, Capacity::Coordinator | Capacity::Admin);
    Ok(render(&ReceiptPage {
        id: view.row.uuid.to_string(),
        price: view.row.amount,
        said: page.with("giver", &giver.name).with("taker", &taker.name).t("receipt-said"),
        what: words(&page, view),
        at: view.row.decided_at.unwrap_or(view.row.created_at).0,
        reference: reference(here, view),
        sides: vec![moved(giver), moved(taker)],
        levy,
        standing,
        settled: settled(&page, view),
        again: page.to(if is_keyed { "trade?for=others" } else { "trade" }),
        unit: here.unit.clone(),
        page,
    }))
}
