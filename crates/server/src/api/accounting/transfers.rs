//! Transfers, as they are read.

use std::collections::HashMap;

use app::exchanges::Exchange;
use app::lists::{self, AccountView, Direction, Transfers, TransfersBy};
use app::trades::TransferRow;
use axum::extract::Path;
use axum::http::StatusCode;
use ledger::transfer::{Channel, Kind};
use ledger::{AccountId, Instant};
use serde_json::json;
use uuid::Uuid;

use super::accounts;
use super::currencies::{self, READING};
use crate::api::asker::Asker;
use crate::api::document::{self, Included, Name, Resource};
use crate::api::error::{Answer, Failure};
use crate::api::query::{is_day, moment, written};
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/accounting/{code}/transfers", list).get("/accounting/{code}/transfers/{id}", show)
}

/// What transfers may be sorted by.
const SORTS: [(&str, TransfersBy); 2] =
    [("created", TransfersBy::Created), ("updated", TransfersBy::Updated)];
/// A day, in microseconds.
const DAY_US: i64 = 86_400_000_000;

/// Both sides of transfers.
pub(super) type Sides = HashMap<AccountId, AccountView>;

/// The word of a state.
pub(super) fn state(row: &TransferRow) -> &str {
    match row.state.as_str() {
        "expired" => "rejected",
        state => state,
    }
}

/// When it was decided, or else made.
pub(super) fn updated(row: &TransferRow) -> Instant {
    row.decided_at.unwrap_or(row.created_at)
}

/// A transfer. What it is called by and what its description says stands in `meta`, as the contract has it.
pub(super) fn resource(asker: &Asker, exchange: &Exchange, (row, sides): (&TransferRow, &Sides)) -> Resource {
    let side = |id: AccountId| sides.get(&id).map(|view| Name::of("accounts", view.row.uuid));
    let hash =
        row.hash.as_ref().map(|hash| hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    let link = asker.url(&format!("/accounting/{}/transfers/{}", exchange.code, row.uuid));
    let mut meta = json!({"description": row.description});
    if let (Kind::Reversal, Some(of), Some(fields)) = (row.kind, row.corrects, meta.as_object_mut()) {
        fields.insert("reverses".to_owned(), json!(of));
    }
    Resource::new("transfers", row.uuid, link)
        .attr("state", state(row))
        .attr("amount", row.amount)
        .attr("meta", meta)
        .maybe("hash", hash)
        .attr("created", written(row.created_at))
        .attr("updated", written(updated(row)))
        .one("payer", side(row.payer).as_ref())
        .one("payee", side(row.payee).as_ref())
        .one("currency", Some(&Name::of("currencies", exchange.uuid)))
}

/// The sides of these transfers.
pub(super) async fn sides(
    asker: &Asker,
    exchange: &Exchange,
    rows: &[TransferRow],
) -> Result<Sides, Failure> {
    let mut ids: Vec<AccountId> = rows.iter().flat_map(|row| [row.payer, row.payee]).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(lists::some_accounts(asker.app(), &asker.actor, exchange, &ids).await?)
}

/// `GET /accounting/{code}/transfers`.
async fn list(asker: Asker, Path(code): Path<String>) -> Answer {
    asker.needs(&READING)?;
    let exchange = asker.exchange(&code).await?;
    let wanted = wanted(&asker)?;
    let rows = lists::transfers(asker.app(), &asker.actor, &exchange, &wanted).await?;
    let sides = sides(&asker, &exchange, &rows).await?;
    let included = included(&asker, &exchange, (&rows, &sides)).await?;
    let resources = rows.iter().map(|row| resource(&asker, &exchange, (row, &sides))).collect();
    Ok(document::list(&asker, (resources, None), wanted.cut, included))
}

/// Which transfers are wanted.
pub(super) fn wanted(asker: &Asker) -> Result<Transfers, Failure> {
    let query = &asker.query;
    let bound = |name: &str| {
        let value = query.get(&format!("filter[{name}]"));
        if value.is_empty() { Ok(None) } else { moment(value).map(|at| Some((at, is_day(value)))) }
    };
    // Days and moments count themselves.
    let upto = bound("to")?.map(|(at, is_day)| Instant(at.0.saturating_add(if is_day { DAY_US } else { 1 })));
    Ok(Transfers {
        payer: query.uuids("payer")?,
        payee: query.uuids("payee")?,
        account: query.uuids("account")?,
        words: query.search(),
        from: bound("from")?.map_or(Instant(i64::MIN), |(at, _)| at),
        before: upto.unwrap_or(Instant(i64::MAX)),
        by: query.sort(&SORTS, (TransfersBy::Created, Direction::Ascending)),
        cut: query.cut(),
    })
}

async fn included(
    asker: &Asker,
    exchange: &Exchange,
    (rows, sides): (&[TransferRow], &Sides),
) -> Result<Included, Failure> {
    let mut included = Included::asked_by(asker);
    let query = &asker.query;
    let (payer, payee) = (query.includes("payer"), query.includes("payee"));
    let is_deep = query.includes("payer.currency") || query.includes("payee.currency");
    if query.includes("currency") || is_deep {
        let policy = app::accounts::policy(asker.app(), exchange.id).await?;
        included.add(currencies::resource(asker, (exchange, &policy), &[]));
    }
    for row in rows {
        for (is_asked, id) in [(payer, row.payer), (payee, row.payee)] {
            if let Some(view) = sides.get(&id).filter(|_| is_asked) {
                included.add(accounts::resource(asker, exchange, view));
            }
        }
    }
    Ok(included)
}

/// `GET /accounting/{code}/transfers/{id}`.
async fn show(asker: Asker, Path((code, id)): Path<(String, String)>) -> Answer {
    asker.needs(&READING)?;
    let exchange = asker.exchange(&code).await?;
    let uuid = Uuid::try_parse(&id).map_err(|_| Failure::not_found())?;
    one(&asker, &exchange, uuid, StatusCode::OK).await
}

/// Answers with a transfer as it stands.
pub(super) async fn one(asker: &Asker, exchange: &Exchange, uuid: Uuid, status: StatusCode) -> Answer {
    let row = lists::transfer(asker.app(), &asker.actor, exchange, uuid).await?;
    let rows = [row];
    let sides = sides(asker, exchange, &rows).await?;
    let included = included(asker, exchange, (&rows, &sides)).await?;
    let [row] = &rows;
    Ok(document::one(status, resource(asker, exchange, (row, &sides)), included))
}

/// The way a transfer comes in here.
pub(super) const CHANNEL: Channel = Channel::Api;
