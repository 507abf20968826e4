//! Settings of currencies and of accounts: the exchange's rules, and where an account has answers of its own.

use app::exchanges::Exchange;
use app::lists::{self, AccountView};
use axum::extract::Path;
use axum::http::StatusCode;
use ledger::account::{Acceptance, Overrides};
use ledger::{Amount, Policy};
use serde_json::{Value, json};
use uuid::Uuid;

use super::currencies::{READING, is_trading};
use crate::api::asker::Asker;
use crate::api::document::{self, Included, Resource};
use crate::api::error::{Answer, Code, Failure};
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/accounting/{code}/currency/settings", show)
        .get("/accounting/{code}/accounts/{id}/settings", show_account)
}

/// Seconds of a day.
pub(super) const DAY_S: i64 = 86_400;

/// The settings of a currency.
pub(super) fn of_currency(asker: &Asker, (exchange, policy): (&Exchange, &Policy)) -> Resource {
    let link = asker.url(&format!("/accounting/{}/currency/settings", exchange.code));
    let requests = policy.payee_requests || policy.payee_records;
    let mut settings = Resource::new("currency-settings", exchange.uuid, link)
        .attr("defaultInitialCreditLimit", credit_limit(policy.floor.map(|limit| limit.at)))
        .attr("defaultInitialMaximumBalance", or_false(policy.ceiling.map(|limit| limit.at)))
        .attr("defaultOnPaymentCreditLimit", or_false(policy.growth_cap.map(|cap| -cap)))
        .attr("defaultAllowPayments", policy.payer_pays)
        .attr("defaultAllowPaymentRequests", requests)
        .attr("defaultAcceptPaymentsAutomatically", policy.acceptance == Acceptance::Everything)
        .attr("defaultAcceptPaymentsWhitelist", json!([]))
        .attr("defaultAcceptPaymentsAfter", or_false(after(&policy.acceptance)))
        .attr("defaultHideBalance", policy.hides_records);
    for way in ["Simple", "Qr", "Multiple"] {
        settings = settings
            .attr(&format!("defaultAllow{way}Payments"), policy.payer_pays)
            .attr(&format!("defaultAllow{way}PaymentRequests"), requests);
    }
    for off in NOT_HERE {
        settings = settings.attr(off, false);
    }
    settings.one("currency", Some(&super::currencies::name(asker, exchange)))
}

/// What the contract can switch and this server does not have.
const NOT_HERE: [&str; 8] = [
    "defaultAllowTagPayments",
    "defaultAllowTagPaymentRequests",
    "enableExternalPayments",
    "enableExternalPaymentRequests",
    "defaultAllowExternalPayments",
    "defaultAllowExternalPaymentRequests",
    "defaultAcceptExternalPaymentsAutomatically",
    "enableCreditCommonsPayments",
];

/// How far below zero a balance may go; without bound: the largest amount.
pub(super) fn credit_limit(floor: Option<i64>) -> i64 {
    floor.map_or(Amount::MAX.units(), |floor| -floor)
}

fn or_false(value: Option<i64>) -> Value {
    value.map_or(Value::Bool(false), Value::from)
}

/// After how many seconds silence is acceptance.
fn after(acceptance: &Acceptance) -> Option<i64> {
    match acceptance {
        Acceptance::AfterDays(days) => Some(i64::from(*days) * DAY_S),
        Acceptance::Asked | Acceptance::Everything | Acceptance::From(_) => None,
    }
}

/// The settings of an account: where it answers for itself. The accounts that it accepts from come by their names outside.
pub(super) fn of_account(
    asker: &Asker,
    (exchange, view): (&Exchange, &AccountView),
    overrides: &Overrides,
    accepted: &[Uuid],
) -> Resource {
    let link = asker.url(&format!("/accounting/{}/accounts/{}/settings", exchange.code, view.row.uuid));
    let acceptance = overrides.acceptance.as_ref();
    Resource::new("account-settings", view.row.uuid, link)
        .maybe("allowPayments", overrides.payer_pays)
        .maybe("allowPaymentRequests", overrides.payee_requests)
        .maybe("acceptPaymentsAutomatically", acceptance.map(|found| *found == Acceptance::Everything))
        .maybe(
            "acceptPaymentsWhitelist",
            acceptance.map(|_| accepted.iter().map(|uuid| json!(uuid)).collect::<Vec<Value>>()),
        )
        .maybe("acceptPaymentsAfter", acceptance.and_then(after))
}

/// `GET /accounting/{code}/currency/settings`, for members.
async fn show(asker: Asker, Path(code): Path<String>) -> Answer {
    asker.needs(&READING)?;
    let exchange = asker.exchange(&code).await?;
    let policy = lists::rules(asker.app(), &asker.actor, &exchange).await?;
    is_trading(&policy)?;
    let settings = of_currency(&asker, (&exchange, &policy));
    Ok(document::one(StatusCode::OK, settings, Included::asked_by(&asker)))
}

/// `GET /accounting/{code}/accounts/{id}/settings`, for its holder and administrators.
async fn show_account(asker: Asker, Path((code, id)): Path<(String, String)>) -> Answer {
    asker.needs(&READING)?;
    let exchange = asker.exchange(&code).await?;
    let uuid = Uuid::try_parse(&id).map_err(|_| Failure::not_found())?;
    let view = lists::account(asker.app(), &asker.actor, &exchange, uuid, &asker.client.network).await?;
    let settings = settings_of(&asker, (&exchange, &view)).await?;
    let settings =
        settings.ok_or_else(|| Failure::new(Code::Forbidden, "These settings are somebody else's."))?;
    Ok(document::one(StatusCode::OK, settings, Included::asked_by(&asker)))
}

/// The settings of an account, if this person may see them.
pub(super) async fn settings_of(
    asker: &Asker,
    (exchange, view): (&Exchange, &AccountView),
) -> Result<Option<Resource>, Failure> {
    match lists::answers(asker.app(), &asker.actor, &view.row).await {
        Ok((overrides, accepted)) => Ok(Some(of_account(asker, (exchange, view), &overrides, &accepted))),
        Err(app::Error::NotAllowed(_) | app::Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
