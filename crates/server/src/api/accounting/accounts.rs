//! Accounts.

use app::exchanges::Exchange;
use app::lists::{self, AccountView, Accounts, AccountsBy, Direction};
use axum::extract::Path;
use axum::http::StatusCode;
use ledger::Policy;
use ledger::account::State;
use serde_json::json;
use uuid::Uuid;

use super::currencies::{self, READING};
use super::settings;
use crate::api::asker::Asker;
use crate::api::document::{self, Included, Name, Resource};
use crate::api::error::{Answer, Failure};
use crate::api::query::written;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/accounting/{code}/accounts", list)
        .get("/accounting/{code}/accounts/{id}", show)
        .get("/accounting/{code}/cc/addresses/{id}", address)
}

/// What accounts may be sorted by.
pub(super) const SORTS: [(&str, AccountsBy); 6] = [
    ("code", AccountsBy::Number),
    ("balance", AccountsBy::Balance),
    ("creditLimit", AccountsBy::Floor),
    ("maximumBalance", AccountsBy::Ceiling),
    ("created", AccountsBy::Opened),
    ("updated", AccountsBy::Moved),
];

/// Where an account is.
fn link(asker: &Asker, exchange: &Exchange, uuid: Uuid) -> String {
    asker.url(&format!("/accounting/{}/accounts/{uuid}", exchange.code))
}

/// What an account is called where it is only named.
pub(in crate::api) fn name(asker: &Asker, exchange: &Exchange, uuid: Uuid) -> Name {
    Name::elsewhere("accounts", uuid, Some(link(asker, exchange, uuid)))
}

/// The word of a state.
pub(super) fn status(state: State) -> &'static str {
    match state {
        State::Active => "active",
        State::Disabled => "disabled",
        State::Suspended => "suspended",
        State::Closed => "deleted",
    }
}

/// The state of a word.
pub(super) fn state(word: &str) -> Option<State> {
    [State::Active, State::Disabled, State::Suspended, State::Closed]
        .into_iter()
        .find(|state| status(*state) == word)
}

/// An account. What may not be seen is left out.
pub(super) fn resource(asker: &Asker, exchange: &Exchange, view: &AccountView) -> Resource {
    let row = &view.row;
    let at = link(asker, exchange, row.uuid);
    let settings = json!({"data": {"type": "account-settings", "id": row.uuid}, "links": {"related": format!("{at}/settings")}});
    // When somebody traded last is part of what may be hidden.
    let traded = row.provided_last.max(row.received_last).filter(|_| view.shows_numbers);
    let moved = traded.unwrap_or(row.opened_at).max(row.opened_at);
    let account = Resource::new("accounts", row.uuid, at)
        .attr("code", row.number.as_str())
        .attr("status", status(row.state))
        .attr("created", written(row.opened_at))
        .attr("updated", written(moved))
        .one("currency", Some(&Name::of("currencies", exchange.uuid)))
        .related("settings", settings);
    let account = if view.shows_numbers {
        account
            .attr("balance", row.balance)
            .attr("creditLimit", settings::credit_limit(row.floor))
            .maybe("maximumBalance", row.ceiling)
    } else {
        account
    };
    match &view.operators {
        None => account,
        Some(users) => {
            let users: Vec<Name> = users.iter().map(|uuid| Name::elsewhere("users", *uuid, None)).collect();
            account.many("users", &users)
        }
    }
}

/// `GET /accounting/{code}/accounts`.
async fn list(asker: Asker, Path(code): Path<String>) -> Answer {
    asker.may_need(&READING)?;
    let exchange = asker.exchange(&code).await?;
    let wanted = wanted(&asker)?;
    let found = lists::accounts(asker.app(), &asker.actor, &exchange, &wanted, &asker.client.network).await?;
    let included = included(&asker, &exchange, &found).await?;
    let resources = found.iter().map(|view| resource(&asker, &exchange, view)).collect();
    Ok(document::list(&asker, (resources, None), wanted.cut, included))
}

/// Which accounts are wanted.
pub(super) fn wanted(asker: &Asker) -> Result<Accounts, Failure> {
    let query = &asker.query;
    // Nobody has tags here: a tag finds nothing.
    let tagged = query.filter("tag")?.map(|_| Vec::new());
    let states = query.filter("status")?;
    Ok(Accounts {
        uuids: tagged.or(query.uuids("id")?),
        numbers: query.filter("code")?.map(|codes| codes.iter().map(|code| code.to_uppercase()).collect()),
        states: states.map(|words| words.iter().filter_map(|word| state(word)).collect()),
        by: query.sort(&SORTS, (AccountsBy::Number, Direction::Ascending)),
        cut: query.cut(),
    })
}

/// What is to be included with accounts: the currency, then settings of accounts, then those of the currency.
async fn included(asker: &Asker, exchange: &Exchange, found: &[AccountView]) -> Result<Included, Failure> {
    let mut included = Included::asked_by(asker);
    let query = &asker.query;
    if !(query.includes("currency") || query.includes("settings")) {
        return Ok(included);
    }
    let policy: Policy = app::accounts::policy(asker.app(), exchange.id).await?;
    if query.includes("currency") {
        let admins = lists::administrators(asker.app(), &[exchange.id]).await?;
        let admins = admins.get(&exchange.id).map(Vec::as_slice).unwrap_or_default();
        included.add(currencies::resource(asker, (exchange, &policy), admins));
    }
    if query.includes("settings") {
        for view in found {
            if let Some(settings) = settings::settings_of(asker, (exchange, view)).await? {
                included.add(settings);
            }
        }
    }
    if query.includes("currency.settings") {
        included.add(settings::of_currency(asker, (exchange, &policy)));
    }
    Ok(included)
}

/// `GET /accounting/{code}/accounts/{id}`, for everybody.
async fn show(asker: Asker, Path((code, id)): Path<(String, String)>) -> Answer {
    asker.may_need(&READING)?;
    let (exchange, view) = found(&asker, (&code, &id)).await?;
    let included = included(&asker, &exchange, std::slice::from_ref(&view)).await?;
    Ok(document::one(StatusCode::OK, resource(&asker, &exchange, &view), included))
}

/// An account of an exchange.
pub(super) async fn found(
    asker: &Asker,
    (code, id): (&str, &str),
) -> Result<(Exchange, AccountView), Failure> {
    let exchange = asker.exchange(code).await?;
    let uuid = Uuid::try_parse(id).map_err(|_| Failure::not_found())?;
    let view = lists::account(asker.app(), &asker.actor, &exchange, uuid, &asker.client.network).await?;
    Ok((exchange, view))
}

/// `GET /accounting/{code}/cc/addresses/{id}`: where a code that somebody has scanned leads.
async fn address(asker: Asker, Path((code, id)): Path<(String, String)>) -> Answer {
    let (exchange, view) = found(&asker, (&code, &id)).await?;
    let says = json!({"komunitin": link(&asker, &exchange, view.row.uuid)});
    let headers = [(axum::http::header::CONTENT_TYPE, "application/json")];
    Ok(axum::response::IntoResponse::into_response((headers, says.to_string())))
}
