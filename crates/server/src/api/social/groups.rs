//! Groups: what exchanges tell of themselves.

use app::exchanges::{Exchange, State};
use app::lists::{self, Community, Counts};
use app::market::Sight;
use app::tokens::Scope;
use axum::extract::Path;
use axum::http::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

use super::BASE;
use crate::api::accounting::currency_name;
use crate::api::asker::Asker;
use crate::api::document::{self, Included, Name, Resource};
use crate::api::error::{Answer, Failure};
use crate::api::query::written;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/ces/api/social/groups", list)
        .get("/ces/api/social/{code}", show)
        .get("/ces/api/social/{code}/settings", show_settings)
}

/// Where something of a group is.
pub(super) fn at(asker: &Asker, exchange: &Exchange, path: &str) -> String {
    asker.url(&format!("{BASE}/{}{path}", exchange.code))
}

/// The word of a state, and back.
const STATES: [(State, &str); 4] = [
    (State::Applied, "pending"),
    (State::Active, "active"),
    (State::Declined, "disabled"),
    (State::Closed, "disabled"),
];

/// A group.
pub(super) fn resource(
    asker: &Asker,
    community: &Community,
    (counts, admins): (Counts, &[Uuid]),
) -> Resource {
    let exchange = &community.exchange;
    let status =
        STATES.iter().find(|(state, _)| *state == exchange.state).map_or("disabled", |(_, word)| *word);
    let access = if exchange.listing_sight == Sight::Everyone { "public" } else { "group" };
    let counted = |path: &str, count: i64| json!({"links": {"related": at(asker, exchange, path)}, "meta": {"count": count}});
    let currency = currency_name(asker, exchange);
    let mut group = Resource::new("groups", exchange.uuid, at(asker, exchange, ""))
        .attr("code", exchange.code.as_str())
        .attr("name", exchange.name.as_str())
        .attr("status", status)
        .attr("description", description(exchange))
        .attr("image", Value::Null)
        .attr("website", exchange.website.as_str())
        .attr("access", access)
        .attr("location", Value::Null)
        .attr("address", json!({"addressLocality": exchange.place, "addressCountry": exchange.country}))
        .attr("created", written(exchange.created_at))
        .attr("updated", written(exchange.decided_at.unwrap_or(exchange.created_at)))
        .many("contacts", &contacts(asker, exchange).iter().map(|one| one.name().clone()).collect::<Vec<_>>())
        .related("categories", counted("/categories", counts.categories))
        .related("offers", counted("/offers", counts.offers))
        .related("needs", counted("/needs", counts.wants))
        .related("currency", currency.related())
        .related(
            "settings",
            json!({"data": {"type": "group-settings", "id": exchange.uuid}, "links": {"related": at(asker, exchange, "/settings")}}),
        );
    // Whoever may not list the members learns by its absence that there is nothing to pick from.
    let mut members = json!({"meta": {"count": counts.members}});
    if let (true, Some(fields)) = (lists::may_list_members(&asker.actor, exchange), members.as_object_mut()) {
        fields.insert("links".to_owned(), json!({"related": at(asker, exchange, "/members")}));
    }
    group = group.related("members", members);
    if !asker.has_token() {
        return group;
    }
    let admins: Vec<Name> = admins.iter().map(|uuid| Name::of("users", *uuid)).collect();
    group.many("admins", &admins)
}

fn description(exchange: &Exchange) -> String {
    match (exchange.tagline.as_str(), exchange.about.as_str()) {
        (tagline, "") => tagline.to_owned(),
        ("", about) => about.to_owned(),
        (tagline, about) => format!("{tagline}\n\n{about}"),
    }
}

/// How a group is reached: its pages elsewhere, and what its administrators wish shown, where that is an address.
fn contacts(asker: &Asker, exchange: &Exchange) -> Vec<Resource> {
    let contact = exchange.contact.trim();
    let mail = contact.contains('@') && !contact.contains(char::is_whitespace);
    let known =
        [("email", contact, mail), ("website", exchange.website.as_str(), !exchange.website.is_empty())];
    let shown = known.into_iter().filter(|(_, _, is)| *is);
    shown
        .map(|(kind, value, _)| super::members::contact(asker, exchange, (exchange.uuid, kind, value)))
        .collect()
}

/// What members are asked for, and what newcomers accept: for everybody.
fn settings(asker: &Asker, exchange: &Exchange) -> Resource {
    Resource::new("group-settings", exchange.uuid, at(asker, exchange, "/settings"))
        .attr("requireAcceptTerms", !exchange.terms.is_empty())
        .attr("terms", exchange.terms.as_str())
        .attr("minOffers", 0)
        .attr("minNeeds", 0)
        .attr("allowAnonymousMemberList", false)
        .attr("requireAdminApproval", true)
        .attr("enableGroupEmail", true)
        .attr("defaultGroupEmailFrequency", "weekly")
        .one("group", Some(&Name::of("groups", exchange.uuid)))
}

/// `GET /ces/api/social/groups`.
async fn list(asker: Asker) -> Answer {
    asker.may_need(&[Scope::Social, Scope::SocialReadAll, Scope::Superadmin])?;
    let query = &asker.query;
    let mut found = match (query.filter("code")?, query.filter("status")?) {
        (Some(codes), _) => named(&asker, &codes).await?,
        (None, words) => {
            let words = words.unwrap_or_else(|| vec!["active".to_owned()]);
            let wanted = STATES.iter().filter(|(_, word)| words.iter().any(|given| given == word));
            let states: Vec<State> = wanted.map(|(state, _)| *state).collect();
            lists::communities(asker.app(), &asker.actor, &states).await?
        }
    };
    let words = query.search().to_lowercase();
    found.retain(|one| {
        let texts = [&one.exchange.name, &one.exchange.code, &one.exchange.place];
        words.is_empty() || texts.iter().any(|text| text.to_lowercase().contains(&words))
    });
    found.sort_by_key(|one| one.exchange.name.to_lowercase());
    if query.get("sort") == "-name" {
        found.reverse();
    }
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let cut = query.cut();
    let place = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    let mut included = Included::asked_by(&asker);
    let mut resources = Vec::new();
    for community in found.iter().skip(place(cut.offset)).take(place(cut.limit)) {
        resources.push(whole(&asker, community, &mut included).await?);
    }
    Ok(document::list(&asker, (resources, Some(total)), cut, included))
}

/// The groups of these codes, as far as this person may know of them.
async fn named(asker: &Asker, codes: &[String]) -> Result<Vec<Community>, Failure> {
    let mut found = Vec::new();
    for code in codes {
        match lists::community(asker.app(), &asker.actor, code).await {
            Ok(community) => found.push(community),
            Err(app::Error::NotFound | app::Error::NotAllowed(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(found)
}

/// A group, and what is to be included with it.
async fn whole(asker: &Asker, community: &Community, included: &mut Included) -> Result<Resource, Failure> {
    let exchange = &community.exchange;
    let counts = lists::counts(asker.app(), &asker.actor, exchange).await?;
    let admins = lists::administrators(asker.app(), &[exchange.id]).await?;
    if asker.query.includes("settings") {
        included.add(settings(asker, exchange));
    }
    if asker.query.includes("contacts") {
        for contact in contacts(asker, exchange) {
            included.add(contact);
        }
    }
    if asker.query.includes("currency") {
        included.add(Resource::elsewhere(currency_name(asker, exchange)));
    }
    let admins = admins.get(&exchange.id).map(Vec::as_slice).unwrap_or_default();
    Ok(resource(asker, community, (counts, admins)))
}

/// A group where it is included with something else, with what is to be included of it.
pub(super) async fn add(
    asker: &Asker,
    exchange: &Exchange,
    path: &str,
    included: &mut Included,
) -> Result<(), Failure> {
    if included.holds(&Name::of("groups", exchange.uuid)) {
        return Ok(());
    }
    let community = lists::community(asker.app(), &asker.actor, &exchange.code).await?;
    let counts = lists::counts(asker.app(), &asker.actor, exchange).await?;
    let admins = lists::administrators(asker.app(), &[exchange.id]).await?;
    let admins = admins.get(&exchange.id).map(Vec::as_slice).unwrap_or_default();
    included.add(resource(asker, &community, (counts, admins)));
    if asker.query.includes(&format!("{path}.currency")) {
        included.add(Resource::elsewhere(currency_name(asker, exchange)));
    }
    if asker.query.includes(&format!("{path}.settings")) {
        included.add(settings(asker, exchange));
    }
    Ok(())
}

/// `GET /ces/api/social/{code}`.
async fn show(asker: Asker, Path(code): Path<String>) -> Answer {
    asker.may_need(&[Scope::Social, Scope::SocialReadAll, Scope::Superadmin])?;
    let community = lists::community(asker.app(), &asker.actor, &code).await?;
    let mut included = Included::asked_by(&asker);
    let group = whole(&asker, &community, &mut included).await?;
    Ok(document::one(StatusCode::OK, group, included))
}

/// `GET /ces/api/social/{code}/settings`.
async fn show_settings(asker: Asker, Path(code): Path<String>) -> Answer {
    asker.needs(&[Scope::Social, Scope::SocialReadAll, Scope::Superadmin])?;
    let exchange = asker.exchange(&code).await?;
    Ok(document::one(StatusCode::OK, settings(&asker, &exchange), Included::asked_by(&asker)))
}
