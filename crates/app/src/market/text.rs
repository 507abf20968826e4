//! What a member types of a listing, and what becomes of it.

use ledger::Unit;
use ledger::time::Instant;
use ledger::unit::{Separators, parse};
use store::categories::{Category, CategoryId};
use store::listings::{Bounds, Kind, Sight, State, Terms, Text};
use uuid::Uuid;

use crate::form::{Form, amount_code};
use crate::jobs::after;

/// Characters of a title, at most.
pub const TITLE_MAX: usize = 100;
/// Characters of a text, at most.
pub const BODY_MAX: usize = 4000;

/// The languages that a listing may be written in, by their codes: those in which the lexicon has words, the program's own first.
pub const LANGUAGES: [&str; 11] = ["en", "es", "ca", "fr", "pt", "de", "it", "nl", "af", "el", "fi"];

/// How long a listing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// So many days.
    Days(i64),
    /// Without an end.
    Endless,
}

/// What a member types of a listing. What is none was not chosen, or is no answer.
#[derive(Clone, Debug)]
pub struct ListingForm {
    /// An offer or a want.
    pub kind: Option<Kind>,
    /// Published or hidden.
    pub state: State,
    /// One line.
    pub title: String,
    /// Markdown; may be empty.
    pub body: String,
    /// Words to be found by; may be empty.
    pub keywords: String,
    /// What it is sorted under.
    pub category: Option<Uuid>,
    /// What is asked or given for it.
    pub terms: Option<Terms>,
    /// The amount, as typed; read where the terms want one.
    pub amount: String,
    /// How the reader's language separates numbers.
    pub separators: Separators,
    /// What else is to say about the price; may be empty.
    pub price: String,
    /// A part in national currency; may be empty.
    pub money: String,
    /// Where; may be empty.
    pub place: String,
    /// Who may see it.
    pub sight: Option<Sight>,
    /// The language it is written in.
    pub locale: String,
    /// How long it stands.
    pub span: Option<Span>,
}

/// What is typed is checked against.
pub(super) struct Against<'a> {
    pub(super) bounds: Bounds,
    pub(super) unit: &'a Unit,
    pub(super) categories: &'a [Category],
    /// The category that the listing has had until now, which it may keep though retired.
    pub(super) before: Option<CategoryId>,
    pub(super) now: Instant,
}

/// The text of a listing; what is wrong is noted in the form, in the order of its fields.
pub(super) fn checked(form: &mut Form, typed: &ListingForm, against: &Against<'_>) -> Option<Text> {
    let kind = answered(form, "side", typed.kind);
    let title = form.line("title", &typed.title, TITLE_MAX);
    let category = category(form, typed, against);
    let body = form.text("body", &typed.body, BODY_MAX);
    let terms = answered(form, "asks", typed.terms);
    let amount = match terms {
        Some(Terms::Amount) => amount(form, typed, against.unit),
        Some(Terms::Agreed | Terms::Gift) | None => None,
    };
    let price = form.optional_line("price", &typed.price, 120);
    let money = form.optional_line("money", &typed.money, 120);
    let place = form.optional_line("place", &typed.place, 80);
    let keywords = form.optional_line("keywords", &typed.keywords, 200);
    let days = span(form, typed.span, against.bounds);
    let sight = sight(form, typed.sight, against.bounds);
    let locale = answered(form, "locale", LANGUAGES.into_iter().find(|code| *code == typed.locale));

    let expires_at = days.map(|days| after(against.now, days * 86_400));
    Some(Text {
        kind: kind?,
        state: typed.state,
        title,
        body,
        keywords,
        category: category?,
        terms: terms?,
        amount,
        price,
        money,
        place,
        sight: sight?,
        locale: locale?.to_owned(),
        days,
        expires_at,
    })
}

fn answered<T>(form: &mut Form, field: &'static str, answer: Option<T>) -> Option<T> {
    if answer.is_none() {
        form.wrong(field, "error-choice");
    }
    answer
}

fn category(form: &mut Form, typed: &ListingForm, against: &Against<'_>) -> Option<CategoryId> {
    let found = typed.category.and_then(|uuid| against.categories.iter().find(|one| one.uuid == uuid));
    let found = found.filter(|one| !one.retired || against.before == Some(one.id));
    answered(form, "category", found.map(|one| one.id))
}

fn amount(form: &mut Form, typed: &ListingForm, unit: &Unit) -> Option<i64> {
    match parse(&typed.amount, unit, typed.separators) {
        Ok(amount) => Some(amount.units()),
        Err(why) => {
            form.wrong("amount", amount_code(why));
            None
        }
    }
}

fn span(form: &mut Form, typed: Option<Span>, bounds: Bounds) -> Option<i64> {
    match answered(form, "span", typed)? {
        Span::Days(days) if (1..=bounds.days).contains(&days) => return Some(days),
        Span::Days(_) => {
            form.wrong_with("span", "error-listing-days", vec![("max", bounds.days.to_string())])
        }
        Span::Endless if bounds.endless => {}
        Span::Endless => form.wrong("span", "error-listing-endless"),
    }
    None
}

fn sight(form: &mut Form, typed: Option<Sight>, bounds: Bounds) -> Option<Sight> {
    let sight = answered(form, "sight", typed)?;
    let width = |sight| Sight::ALL.iter().position(|one| *one == sight);
    if width(sight) > width(bounds.sight) {
        form.wrong("sight", "error-listing-sight");
    }
    Some(sight)
}
