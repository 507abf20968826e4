//! `/accounting`: currencies, accounts and transfers.

use axum::http::StatusCode;
use serde_json::json;

use super::asker::Asker;
use super::document;
use super::error::Answer;
use crate::routes::{Page, Routes};
use crate::state::Server;

mod accounts;
mod csv;
mod currencies;
mod settings;
mod statistics;
mod transfers;
mod writing;

pub(super) use accounts::name as account_name;
pub(super) use currencies::name as currency_name;

/// What is served here.
const PARTS: &[Page] = &[
    currencies::routes,
    settings::routes,
    accounts::routes,
    transfers::routes,
    writing::routes,
    csv::routes,
    statistics::routes,
];

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    let routes = routes.get("/accounting", welcome);
    PARTS.iter().fold(routes, |routes, part| part(routes))
}

/// `GET /accounting`: says what is here.
async fn welcome(asker: Asker) -> Answer {
    let links = json!({"currencies": asker.url("/accounting/currencies")});
    let says = json!({"meta": {"description": "Accounting of community exchanges"}, "links": links});
    Ok(document::body(StatusCode::OK, &says))
}
