//! Offers and needs, as they are written, changed and taken away.

use app::exchanges::Exchange;
use app::lists::{self, PostView};
use app::market::{self, Kind, Listing, ListingForm, Sight, Span, State, Terms};
use app::tokens::Scope;
use axum::extract::Path;
use axum::http::StatusCode;
use ledger::Unit;
use ledger::unit::{Separators, parse};
use serde::Deserialize;
use uuid::Uuid;

use super::posts::{answer, typed, word};
use crate::api::asker::Asker;
use crate::api::body::{Body, Sent};
use crate::api::document;
use crate::api::error::{Answer, Code, Failure};
use crate::api::query::moment;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .post("/ces/api/social/{code}/offers", create_offer)
        .patch("/ces/api/social/{code}/offers/{id}", change_offer)
        .delete("/ces/api/social/{code}/offers/{id}", delete_offer)
        .post("/ces/api/social/{code}/needs", create_need)
        .patch("/ces/api/social/{code}/needs/{id}", change_need)
        .delete("/ces/api/social/{code}/needs/{id}", delete_need)
}

/// How many characters the name of an offer has at least, and how many the text of either.
const NAME_MIN: usize = 3;
const CONTENT_MIN: usize = 10;
/// For how many days a need stands unless its maker says so.
const NEED_DAYS: i64 = 7;
/// A day, in microseconds.
const DAY_US: i64 = 86_400_000_000;

/// What is said of an offer or a need.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    name: Option<String>,
    content: Option<String>,
    price: Option<String>,
    images: Option<Vec<String>>,
    access: Option<String>,
    state: Option<String>,
    expires: Option<String>,
    // Told by the server alone.
    #[serde(rename = "code")]
    _code: Option<String>,
    #[serde(rename = "created")]
    _created: Option<String>,
    #[serde(rename = "updated")]
    _updated: Option<String>,
}

fn wrong(name: &str, says: &str) -> Failure {
    Failure::new(Code::FieldValidationError, says).at(name)
}

async fn create_offer(asker: Asker, Path(code): Path<String>, body: Body) -> Answer {
    create(asker, &code, (Kind::Offer, body)).await
}

async fn create_need(asker: Asker, Path(code): Path<String>, body: Body) -> Answer {
    create(asker, &code, (Kind::Want, body)).await
}

/// `POST /ces/api/social/{code}/offers` and `/needs`: of a member that one operates. The id may be the client's: sent twice, it is
/// made once.
async fn create(asker: Asker, code: &str, (kind, body): (Kind, Body)) -> Answer {
    asker.needs(&[Scope::Social])?;
    let exchange = asker.exchange(code).await?;
    let sent = body.resource(word(kind))?;
    let said: Said = sent.read()?;
    check(kind, &said, &sent)?;
    let own = lists::own_members(asker.app(), &asker.actor, false).await?;
    let mut here = own.iter().filter(|(home, _)| home.id == exchange.id).map(|(_, view)| &view.line);
    let named = sent.related("member", "members")?;
    let member = match named {
        Some(uuid) => here.find(|line| line.uuid == uuid),
        None => here.next(),
    };
    let member = member.ok_or_else(|| Failure::new(Code::Forbidden, "This is somebody else's to offer."))?;
    let unit = app::accounts::policy(asker.app(), exchange.id).await?.unit;
    let empty = ListingForm {
        kind: Some(kind),
        state: State::Published,
        title: String::new(),
        body: String::new(),
        keywords: String::new(),
        category: None,
        terms: Some(Terms::Agreed),
        amount: String::new(),
        separators: Separators::ENGLISH,
        price: String::new(),
        money: String::new(),
        place: String::new(),
        sight: Some(exchange.listing_sight),
        locale: asker.locale().code().to_owned(),
        span: Some(Span::Days(if kind == Kind::Want { NEED_DAYS } else { exchange.listing_days })),
    };
    let form = filled(&asker, (&exchange, &unit), empty, (&said, &sent))?;
    let uuid = match sent.id {
        Some(id) => id,
        None => asker.app().random.uuid(asker.app().clock.now())?,
    };
    market::publish(asker.app(), &asker.actor, (member.id, uuid), &form).await?;
    answer(&asker, &exchange, (kind, uuid), StatusCode::CREATED).await
}

/// What a new one needs.
fn check(kind: Kind, said: &Said, sent: &Sent) -> Result<(), Failure> {
    if kind == Kind::Offer && said.name.is_none() {
        return Err(wrong("name", "An offer has a name."));
    }
    if kind == Kind::Offer && said.price.as_ref().is_none_or(|price| price.trim().is_empty()) {
        return Err(wrong("price", "An offer has a price."));
    }
    if said.content.is_none() {
        return Err(wrong("content", "Say more about it."));
    }
    if sent.related("category", "categories")?.is_none() {
        return Err(Failure::bad("The relationship category names what it is sorted under."));
    }
    Ok(())
}

/// A form with what was said put in; what was not said stays.
fn filled(
    asker: &Asker,
    (exchange, unit): (&Exchange, &Unit),
    mut form: ListingForm,
    (said, sent): (&Said, &Sent),
) -> Result<ListingForm, Failure> {
    let is_need = form.kind == Some(Kind::Want);
    if is_need && (said.name.is_some() || said.price.is_some()) {
        return Err(Failure::bad("A need has neither name nor price."));
    }
    if let Some(name) = &said.name {
        if name.trim().chars().count() < NAME_MIN {
            return Err(wrong("name", "A name has at least three characters."));
        }
        form.title.clone_from(name);
    }
    if let Some(content) = &said.content {
        if content.trim().chars().count() < CONTENT_MIN {
            return Err(wrong("content", "A text has at least ten characters."));
        }
        if is_need {
            (form.title, form.body) = parted(content.trim());
        } else {
            form.body.clone_from(content);
        }
    }
    if let Some(price) = &said.price {
        price_into(&mut form, price, unit);
    }
    if said.images.as_ref().is_some_and(|images| !images.is_empty()) {
        return Err(wrong("images", "Pictures are put in on the pages."));
    }
    form.sight = match said.access.as_deref() {
        None => form.sight,
        Some("public") => Some(exchange.listing_sight),
        Some("group" | "private") => Some(Sight::Exchange),
        Some(_) => return Err(wrong("access", "Access is public or group.")),
    };
    form.state = match said.state.as_deref() {
        None => form.state,
        Some("published") => State::Published,
        Some("hidden") => State::Hidden,
        Some(_) => return Err(wrong("state", "A state is published or hidden.")),
    };
    if let Some(expires) = &said.expires {
        let left_us = moment(expires)?.0 - asker.app().clock.now().0;
        if left_us <= 0 {
            return Err(wrong("expires", "It has to end in the future."));
        }
        // A day that has begun counts; an exchange has a longest time.
        form.span = Some(Span::Days(((left_us + DAY_US - 1) / DAY_US).min(exchange.listing_days)));
    }
    if let Some(category) = sent.related("category", "categories")? {
        form.category = Some(category);
    }
    Ok(form)
}

/// A price is an amount of the unit where it reads as one, and words otherwise.
fn price_into(form: &mut ListingForm, price: &str, unit: &Unit) {
    let price = price.trim();
    (form.amount, form.price, form.money) = (String::new(), String::new(), String::new());
    form.terms = Some(if parse(price, unit, Separators::ENGLISH).is_ok() {
        form.amount = price.to_owned();
        Terms::Amount
    } else if price == "0" {
        Terms::Gift
    } else {
        form.price = price.to_owned();
        Terms::Agreed
    });
}

/// A need's text as title and body: its first line is the title, or as much of it as a title holds.
fn parted(content: &str) -> (String, String) {
    let (first, rest) = content.split_once('\n').unwrap_or((content, ""));
    let first = first.trim();
    if first.chars().count() <= market::TITLE_MAX {
        return (first.to_owned(), rest.trim().to_owned());
    }
    let cut: String = first.chars().take(market::TITLE_MAX - 1).collect();
    (format!("{}…", cut.trim_end()), content.to_owned())
}

/// A listing that one operates oneself, as a form.
fn form_of(asker: &Asker, (listing, unit): (&Listing, &Unit), category: Uuid) -> ListingForm {
    let now = asker.app().clock.now();
    let left = listing.expires_at.map(|end| ((end.0 - now.0 + DAY_US - 1) / DAY_US).max(1));
    ListingForm {
        kind: Some(listing.kind),
        state: listing.state,
        title: listing.title.clone(),
        body: listing.body.clone(),
        keywords: listing.keywords.clone(),
        category: Some(category),
        terms: Some(listing.terms),
        amount: listing.amount.map(|amount| typed(amount, unit)).unwrap_or_default(),
        separators: Separators::ENGLISH,
        price: listing.price.clone(),
        money: listing.money.clone(),
        place: listing.place.clone(),
        sight: Some(listing.sight),
        locale: listing.locale.clone(),
        span: Some(left.map_or(Span::Endless, Span::Days)),
    }
}

/// What is to be changed, if it is the asker's own.
async fn own(asker: &Asker, (code, id): (&str, &str), kind: Kind) -> Result<(Exchange, PostView), Failure> {
    asker.needs(&[Scope::Social])?;
    let exchange = asker.exchange(code).await?;
    let uuid = Uuid::try_parse(id).map_err(|_| Failure::not_found())?;
    let view = lists::post(asker.app(), &asker.actor, &exchange, (kind, uuid)).await?;
    if asker.actor.operates(view.line.account) {
        return Ok((exchange, view));
    }
    Err(Failure::new(Code::Forbidden, "This is somebody else's."))
}

async fn change_offer(asker: Asker, Path((code, id)): Path<(String, String)>, body: Body) -> Answer {
    change(asker, (&code, &id), (Kind::Offer, body)).await
}

async fn change_need(asker: Asker, Path((code, id)): Path<(String, String)>, body: Body) -> Answer {
    change(asker, (&code, &id), (Kind::Want, body)).await
}

/// `PATCH /ces/api/social/{code}/offers/{id}` and `/needs/{id}`.
async fn change(asker: Asker, (code, id): (&str, &str), (kind, body): (Kind, Body)) -> Answer {
    let (exchange, view) = own(&asker, (code, id), kind).await?;
    let uuid = view.line.uuid;
    let sent = body.resource(word(kind))?;
    if sent.id.is_some_and(|id| id != uuid) {
        return Err(Failure::bad("The id is another's."));
    }
    let said: Said = sent.read()?;
    let unit = app::accounts::policy(asker.app(), exchange.id).await?.unit;
    let seen = market::listing(asker.app(), &asker.actor, &exchange, uuid).await?;
    let before = form_of(&asker, (&seen.listing, &unit), view.line.category);
    let form = filled(&asker, (&exchange, &unit), before, (&said, &sent))?;
    market::edit(asker.app(), &asker.actor, (exchange.id, uuid), &form).await?;
    answer(&asker, &exchange, (kind, uuid), StatusCode::OK).await
}

async fn delete_offer(asker: Asker, Path((code, id)): Path<(String, String)>) -> Answer {
    delete(asker, (&code, &id), Kind::Offer).await
}

async fn delete_need(asker: Asker, Path((code, id)): Path<(String, String)>) -> Answer {
    delete(asker, (&code, &id), Kind::Want).await
}

/// `DELETE /ces/api/social/{code}/offers/{id}` and `/needs/{id}`.
async fn delete(asker: Asker, at: (&str, &str), kind: Kind) -> Answer {
    let (exchange, view) = own(&asker, at, kind).await?;
    market::remove(asker.app(), &asker.actor, exchange.id, view.line.uuid).await?;
    Ok(document::nothing())
}

#[cfg(test)]
mod tests {
    use super::parted;

    #[test]
    fn the_first_line_of_a_need_is_its_title() {
        assert_eq!(parted("Help with hay"), ("Help with hay".into(), String::new()));
        assert_eq!(parted("Help with hay\n\nOn Friday."), ("Help with hay".into(), "On Friday.".into()));
        let long = "word ".repeat(40);
        let (title, body) = parted(long.trim());
        assert!(title.ends_with('…') && title.chars().count() <= 100 && body == long.trim());
    }
}
