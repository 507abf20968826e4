//! Currencies: what exchanges count in.

use app::exchanges::{Exchange, State};
use app::lists::{self, Community, Direction};
use app::tokens::Scope;
use axum::extract::Path;
use axum::http::StatusCode;
use ledger::Policy;
use serde_json::json;
use uuid::Uuid;

use super::settings;
use crate::api::asker::Asker;
use crate::api::document::{self, Included, Name, Resource};
use crate::api::error::{Answer, Failure};
use crate::api::query::written;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/accounting/currencies", list).get("/accounting/{code}/currency", show)
}

/// What the currency of an exchange is called where it is only named.
pub(in crate::api) fn name(asker: &Asker, exchange: &Exchange) -> Name {
    let href = asker.url(&format!("/accounting/{}/currency", exchange.code));
    Name::elsewhere("currencies", exchange.uuid, Some(href))
}

/// The currency of an exchange.
pub(in crate::api) fn resource(
    asker: &Asker,
    (exchange, policy): (&Exchange, &Policy),
    admins: &[Uuid],
) -> Resource {
    let at = |path: &str| asker.url(&format!("/accounting/{}{path}", exchange.code));
    let unit = &policy.unit;
    let status = match exchange.state {
        State::Applied => "new",
        State::Active if policy.open => "active",
        State::Active | State::Declined | State::Closed => "disabled",
    };
    let admins: Vec<Name> = admins.iter().map(|uuid| Name::elsewhere("users", *uuid, None)).collect();
    Resource::new("currencies", exchange.uuid, at("/currency"))
        .attr("code", exchange.code.as_str())
        .attr("status", status)
        .attr("name", unit.singular.as_str())
        .attr("namePlural", unit.plural.as_str())
        .attr("symbol", unit.symbol.as_str())
        .attr("decimals", unit.decimals)
        .attr("scale", unit.scale)
        .attr("rate", json!({"n": unit.hours.0, "d": unit.hours.1}))
        .attr("created", written(exchange.created_at))
        .attr("updated", written(exchange.decided_at.unwrap_or(exchange.created_at)))
        .many("admins", &admins)
        .related(
            "settings",
            json!({"data": {"type": "currency-settings", "id": exchange.uuid}, "links": {"related": at("/currency/settings")}}),
        )
        .at("accounts", at("/accounts"))
        .at("trustlines", at("/trustlines"))
}

/// `GET /accounting/currencies`: those that are active.
async fn list(asker: Asker) -> Answer {
    let codes = asker.query.filter("code")?;
    let (_, direction) = asker.query.sort(&[("code", ())], ((), Direction::Ascending));
    let mut found = lists::communities(asker.app(), &asker.actor, &[State::Active]).await?;
    found.retain(|community| {
        let is_wanted = codes.as_ref().is_none_or(|codes| codes.contains(&community.exchange.code));
        is_wanted && community.policy.as_ref().is_some_and(|policy| policy.open)
    });
    found.sort_by(|one, other| one.exchange.code.cmp(&other.exchange.code));
    if direction == Direction::Descending {
        found.reverse();
    }
    let cut = asker.query.cut();
    let at = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    let found: Vec<Community> = found.into_iter().skip(at(cut.offset)).take(at(cut.limit)).collect();
    let ids: Vec<_> = found.iter().map(|community| community.exchange.id).collect();
    let admins = lists::administrators(asker.app(), &ids).await?;
    let mut included = Included::asked_by(&asker);
    let mut resources = Vec::with_capacity(found.len());
    for community in &found {
        let Some(policy) = &community.policy else { continue };
        let of = (&community.exchange, policy);
        let admins = admins.get(&community.exchange.id).map(Vec::as_slice).unwrap_or_default();
        resources.push(resource(&asker, of, admins));
        if asker.query.includes("settings") {
            included.add(settings::of_currency(&asker, of));
        }
    }
    Ok(document::list(&asker, (resources, None), cut, included))
}

/// `GET /accounting/{code}/currency`: also one that is disabled.
async fn show(asker: Asker, Path(code): Path<String>) -> Answer {
    asker.may_need(&[Scope::Accounting, Scope::AccountingReadAll, Scope::Superadmin, Scope::Social])?;
    one(&asker, &code).await
}

/// A currency with what is to be included.
pub(super) async fn one(asker: &Asker, code: &str) -> Answer {
    let exchange = asker.exchange(code).await?;
    let policy = app::accounts::policy(asker.app(), exchange.id).await?;
    let admins = lists::administrators(asker.app(), &[exchange.id]).await?;
    let admins = admins.get(&exchange.id).map(Vec::as_slice).unwrap_or_default();
    let mut included = Included::asked_by(asker);
    if asker.query.includes("settings") {
        included.add(settings::of_currency(asker, (&exchange, &policy)));
    }
    Ok(document::one(StatusCode::OK, resource(asker, (&exchange, &policy), admins), included))
}

/// What a token has to be for to read accounts.
pub(super) const READING: [Scope; 3] = [Scope::Accounting, Scope::AccountingReadAll, Scope::Superadmin];
/// What a token has to be for to change them.
pub(super) const WRITING: [Scope; 2] = [Scope::Accounting, Scope::Superadmin];

/// Makes sure that an exchange is trading.
pub(super) fn is_trading(policy: &Policy) -> Result<(), Failure> {
    if policy.open {
        return Ok(());
    }
    Err(Failure::new(crate::api::error::Code::InactiveCurrency, "The currency is not active."))
}
