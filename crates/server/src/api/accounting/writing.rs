//! Transfers, as they are made and decided; and what is changed of accounts.

use app::actor::{Action, Subject};
use app::exchanges::Exchange;
use app::trades::{self, NewTrade, Stand};
use app::{lists, members};
use axum::extract::Path;
use axum::http::StatusCode;
use ledger::account::State;
use ledger::transfer::Wish;
use ledger::{Amount, TransferId};
use serde::Deserialize;
use uuid::Uuid;

use super::accounts::{self, found};
use super::currencies::WRITING;
use super::transfers::{self, CHANNEL};
use crate::api::asker::Asker;
use crate::api::body::{Body, Sent};
use crate::api::document::{self, Included};
use crate::api::error::{Answer, Code, Failure};
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .post("/accounting/{code}/transfers", create)
        .patch("/accounting/{code}/transfers/{id}", change)
        .delete("/accounting/{code}/transfers/{id}", delete)
        .patch("/accounting/{code}/accounts/{id}", change_account)
        .delete("/accounting/{code}/accounts/{id}", close_account)
}

/// Transfers that one request may make, at most.
const MOST: usize = 200;

/// What is said of a new transfer. What else is said passes, as the contract has it.
#[derive(Debug, Deserialize)]
struct Ordered {
    state: String,
    amount: i64,
    meta: Meta,
}

#[derive(Debug, Deserialize)]
struct Meta {
    description: String,
}

/// What may be changed of a transfer: its state, and of a draft more than that.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Changed {
    state: Option<String>,
    amount: Option<i64>,
    meta: Option<serde_json::Value>,
    // Told by the server alone; whoever sends back what it was told changes nothing by it.
    #[serde(rename = "created")]
    _created: Option<String>,
    #[serde(rename = "updated")]
    _updated: Option<String>,
    #[serde(rename = "hash")]
    _hash: Option<String>,
}

/// `POST /accounting/{code}/transfers`: one, or many. Of many those that were made are answered, and the others in `meta`.
async fn create(asker: Asker, Path(code): Path<String>, body: Body) -> Answer {
    asker.needs(&WRITING)?;
    let exchange = asker.exchange(&code).await?;
    let (sent, is_list) = body.resources("transfers")?;
    if sent.len() > MOST {
        return Err(Failure::bad(format!("One request makes {MOST} transfers at most.")));
    }
    let orders = read(&asker, &exchange, &sent).await?;
    let mut uuids = Vec::with_capacity(orders.len());
    let mut asked = Vec::new();
    let mut outcomes: Vec<Result<(), Failure>> = Vec::with_capacity(orders.len());
    for order in orders {
        uuids.push(order.as_ref().ok().map(|trade| trade.id.0));
        match order {
            Ok(trade) => {
                asked.push(trade);
                outcomes.push(Ok(()));
            }
            Err(failure) => outcomes.push(Err(failure)),
        }
    }
    let mut answers = trades::record_all(asker.app(), &asker.actor, &asked).await?.into_iter();
    for outcome in outcomes.iter_mut().filter(|outcome| outcome.is_ok()) {
        match answers.next() {
            Some(Ok(_)) => {}
            Some(Err(error)) => *outcome = Err(error.into()),
            None => *outcome = Err(Failure::new(Code::InternalError, "A transfer was not answered.")),
        }
    }
    if !is_list {
        let outcome = outcomes.pop().unwrap_or_else(|| Err(Failure::bad("There is no transfer.")));
        outcome?;
        let uuid = uuids.pop().flatten().ok_or_else(Failure::not_found)?;
        return transfers::one(&asker, &exchange, uuid, StatusCode::CREATED).await;
    }
    several(&asker, &exchange, (uuids, outcomes)).await
}

/// Answers with those that were made, and why the others were not.
async fn several(
    asker: &Asker,
    exchange: &Exchange,
    (uuids, outcomes): (Vec<Option<Uuid>>, Vec<Result<(), Failure>>),
) -> Answer {
    let (mut made, mut failures) = (Vec::new(), Vec::new());
    for (at, (uuid, outcome)) in uuids.into_iter().zip(outcomes).enumerate() {
        match (uuid, outcome) {
            (Some(uuid), Ok(())) => made.push(uuid),
            (_, outcome) => {
                let failure = outcome.err().unwrap_or_else(Failure::not_found);
                let mut value = failure.value();
                if let Some(fields) = value.as_object_mut() {
                    fields.insert("meta".to_owned(), serde_json::json!({"index": at}));
                }
                failures.push(value);
            }
        }
    }
    let rows = lists::made(asker.app(), &asker.actor, exchange, &made).await?;
    let sides = transfers::sides(asker, exchange, &rows).await?;
    let resources = rows.iter().map(|row| transfers::resource(asker, exchange, (row, &sides))).collect();
    Ok(document::made(resources, failures))
}

/// The trades that were sent, each readable or not.
async fn read(
    asker: &Asker,
    exchange: &Exchange,
    sent: &[Sent],
) -> Result<Vec<Result<NewTrade, Failure>>, Failure> {
    let mut named = Vec::new();
    for one in sent {
        for side in ["payer", "payee"] {
            named.extend(one.related(side, "accounts").ok().flatten());
        }
    }
    let ids = lists::ids(asker.app(), exchange, &named).await?;
    let mut trades = Vec::with_capacity(sent.len());
    for one in sent {
        trades.push(order(asker, exchange, (one, &ids)));
    }
    Ok(trades)
}

/// A transfer that was sent. Whoever pays, pays at once; whoever is paid, asks; whoever is neither keeps the books.
fn order(
    asker: &Asker,
    exchange: &Exchange,
    (sent, ids): (&Sent, &std::collections::HashMap<Uuid, ledger::AccountId>),
) -> Result<NewTrade, Failure> {
    // Two forms are tried in the contract's server, so that whatever is wrong is a bad request.
    let ordered: Ordered = serde_json::from_value(serde_json::Value::Object(sent.attributes.clone()))
        .map_err(|error| Failure::bad(error.to_string()))?;
    let payer = sent.related("payer", "accounts")?.ok_or_else(|| Failure::bad("A transfer has a payer."))?;
    let payee = sent.related("payee", "accounts")?.ok_or_else(|| Failure::bad("A transfer has a payee."))?;
    let is_draft = match ordered.state.as_str() {
        "new" => true,
        "committed" => false,
        _ => return Err(Failure::bad("A new transfer is new or committed.")),
    };
    let amount = Amount::new(ordered.amount).ok_or_else(|| Failure::bad("An amount is 1 to 2^53 - 1."))?;
    if payer == payee {
        return Err(Failure::bad("Payer and payee are the same account."));
    }
    let id = |uuid: Uuid| ids.get(&uuid).copied().ok_or_else(Failure::not_found);
    let (payer, payee) = (id(payer)?, id(payee)?);
    let actor = &asker.actor;
    let (stand, wish) = match () {
        () if actor.operates(payer) => (Stand::Own(payer), Wish::Count),
        () if actor.operates(payee) => (Stand::Own(payee), Wish::Wait),
        () => (Stand::Admin, Wish::Count),
    };
    let id = match sent.id {
        Some(id) => id,
        None => asker.app().random.uuid(asker.app().clock.now())?,
    };
    Ok(NewTrade {
        id: TransferId(id),
        exchange: exchange.id,
        payer,
        payee,
        amount,
        description: ordered.meta.description,
        traded_on: None,
        channel: CHANNEL,
        wish: if is_draft { Wish::Draft } else { wish },
        stand,
        settles: None,
    })
}

/// `PATCH /accounting/{code}/transfers/{id}`: accepts, rejects, takes back, sends a draft on its way.
async fn change(asker: Asker, Path((code, id)): Path<(String, String)>, body: Body) -> Answer {
    asker.needs(&WRITING)?;
    let exchange = asker.exchange(&code).await?;
    let uuid = Uuid::try_parse(&id).map_err(|_| Failure::not_found())?;
    let sent = body.resource("transfers")?;
    if sent.id.is_some_and(|id| id != uuid) {
        return Err(Failure::bad("The id is another transfer's."));
    }
    let changed: Changed = sent.read()?;
    let row = lists::transfer(asker.app(), &asker.actor, &exchange, uuid).await?;
    let sides = [("payer", row.payer), ("payee", row.payee)];
    let mut named = Vec::new();
    for (side, account) in sides {
        named.extend(sent.related(side, "accounts")?.map(|uuid| (uuid, account)));
    }
    let uuids: Vec<Uuid> = named.iter().map(|(uuid, _)| *uuid).collect();
    let ids = lists::ids(asker.app(), &exchange, &uuids).await?;
    let are_same = named.iter().all(|(uuid, account)| ids.get(uuid) == Some(account));
    let said = changed.meta.as_ref().and_then(|meta| meta.get("description")).and_then(|text| text.as_str());
    let is_same = are_same
        && changed.amount.is_none_or(|amount| amount == row.amount)
        && (changed.meta.is_none() || said == Some(row.description.as_str()));
    if !is_same {
        let code = if row.state == "new" { Code::NotImplemented } else { Code::BadRequest };
        return Err(Failure::new(code, "Nothing but the state of a transfer can be changed."));
    }
    let (app, actor, id) = (asker.app(), &asker.actor, TransferId(uuid));
    let before = transfers::state(&row);
    match (before, changed.state.as_deref()) {
        (_, None) => {}
        (before, Some(after)) if before == after => {}
        ("new", Some("committed")) => drop(trades::submit(app, actor, id).await?),
        ("pending", Some("committed")) => drop(trades::accept(app, actor, id).await?),
        ("pending", Some("rejected")) => drop(trades::decline(app, actor, id, "").await?),
        ("pending", Some("deleted")) => drop(trades::withdraw(app, actor, id).await?),
        ("new" | "rejected" | "failed", Some("deleted")) => drop(trades::discard(app, actor, id).await?),
        (before, Some(after)) => {
            return Err(Failure::bad(format!("A transfer does not go from {before} to {after}.")));
        }
    }
    if changed.state.as_deref() == Some("deleted") {
        return Ok(document::nothing());
    }
    transfers::one(&asker, &exchange, uuid, StatusCode::OK).await
}

/// `DELETE /accounting/{code}/transfers/{id}`: takes back what has not counted.
async fn delete(asker: Asker, Path((code, id)): Path<(String, String)>) -> Answer {
    asker.needs(&WRITING)?;
    let exchange = asker.exchange(&code).await?;
    let uuid = Uuid::try_parse(&id).map_err(|_| Failure::not_found())?;
    let row = lists::transfer(asker.app(), &asker.actor, &exchange, uuid).await?;
    let (app, actor, id) = (asker.app(), &asker.actor, TransferId(uuid));
    match transfers::state(&row) {
        "pending" => drop(trades::withdraw(app, actor, id).await?),
        "committed" => return Err(Failure::bad("A committed transfer cannot be deleted.")),
        _ => drop(trades::discard(app, actor, id).await?),
    }
    Ok(document::nothing())
}

/// What may be changed of an account.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct AccountChange {
    code: Option<String>,
    status: Option<String>,
    credit_limit: Option<i64>,
    /// A number, or false for none.
    #[serde(default, deserialize_with = "given")]
    maximum_balance: Option<serde_json::Value>,
    balance: Option<i64>,
    #[serde(rename = "created")]
    _created: Option<String>,
    #[serde(rename = "updated")]
    _updated: Option<String>,
}

/// A value that was sent, null too.
fn given<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<serde_json::Value>, D::Error> {
    serde_json::Value::deserialize(from).map(Some)
}

/// `PATCH /accounting/{code}/accounts/{id}`.
async fn change_account(asker: Asker, Path((code, id)): Path<(String, String)>, body: Body) -> Answer {
    asker.needs(&WRITING)?;
    let (exchange, view) = found(&asker, (&code, &id)).await?;
    let sent = body.resource("accounts")?;
    if sent.id.is_some_and(|id| id != view.row.uuid) {
        return Err(Failure::bad("The id is another account's."));
    }
    let change: AccountChange = sent.read()?;
    let here = Subject::exchange(exchange.id);
    let is_theirs = asker.actor.operates(view.row.id)
        || [Action::SetState, Action::SetLimits].into_iter().any(|action| asker.actor.can(action, here));
    // Strangers hear that it is not theirs, as the contract has it; the use cases would hide it.
    lists::rules(asker.app(), &asker.actor, &exchange).await?;
    // Nor does anybody find out what is hidden by guessing what would change nothing.
    if !is_theirs {
        return Err(Failure::new(Code::Forbidden, "This is somebody else's account."));
    }
    if change.balance.is_some_and(|balance| balance != view.row.balance) {
        return Err(Failure::bad("A balance cannot be changed.").at("balance"));
    }
    if change.code.as_ref().is_some_and(|code| *code != view.row.number) {
        return Err(Failure::new(Code::NotImplemented, "The number of an account stays.").at("code"));
    }
    let (app, actor) = (asker.app(), &asker.actor);
    // All of it or nothing: what is wrong with the limits is found before the state changes.
    let limits = limits(&view, &change)?;
    if limits.is_some() {
        actor.may(Action::SetLimits, here)?;
    }
    if let Some(word) = &change.status {
        let state = accounts::state(word).filter(|state| *state != State::Closed);
        let state = state.ok_or_else(|| {
            Failure::new(Code::FieldValidationError, "A status is active, disabled or suspended.")
                .at("status")
        })?;
        if state != view.row.state {
            app::accounts::set_state(app, actor, view.row.id, state, "").await?;
        }
    }
    if let Some(limits) = limits {
        app::accounts::set_limits(app, actor, view.row.id, limits, "").await?;
    }
    let (exchange, view) = (exchange.clone(), found(&asker, (&code, &id)).await?.1);
    Ok(document::one(StatusCode::OK, accounts::resource(&asker, &exchange, &view), Included::default()))
}

/// The limits of an account, where others were sent. What is hard or soft stays so.
fn limits(
    view: &lists::AccountView,
    change: &AccountChange,
) -> Result<Option<app::accounts::Limits>, Failure> {
    let row = &view.row;
    let wrong = |name: &str| {
        Failure::new(Code::FieldValidationError, "A limit is a number that is not below zero.").at(name)
    };
    let ceiling = match &change.maximum_balance {
        None => row.ceiling,
        Some(serde_json::Value::Null | serde_json::Value::Bool(false)) => None,
        Some(value) => Some(value.as_i64().filter(|at| *at >= 0).ok_or_else(|| wrong("maximumBalance"))?),
    };
    let floor = match change.credit_limit {
        None => row.floor,
        Some(at @ 0..) => (at < Amount::MAX.units()).then_some(-at),
        Some(_) => return Err(wrong("creditLimit")),
    };
    if (floor, ceiling) == (row.floor, row.ceiling) {
        return Ok(None);
    }
    Ok(Some(app::accounts::Limits {
        floor: floor.map(|at| ledger::account::Limit { at, hard: row.floor_hard }),
        ceiling: ceiling.map(|at| ledger::account::Limit { at, hard: row.ceiling_hard }),
        growth_cap: row.growth_cap.filter(|cap| floor.is_some_and(|floor| *cap <= floor)),
    }))
}

/// `DELETE /accounting/{code}/accounts/{id}`: the membership ends with it, for which the balance has to be zero.
async fn close_account(asker: Asker, Path((code, id)): Path<(String, String)>) -> Answer {
    asker.needs(&WRITING)?;
    let (exchange, view) = found(&asker, (&code, &id)).await?;
    lists::rules(asker.app(), &asker.actor, &exchange).await?;
    let (app, actor) = (asker.app(), &asker.actor);
    match members::of_account(app, actor, view.row.id).await? {
        Some(member) if actor.operates(view.row.id) => members::leave(app, actor, member).await?,
        Some(member) => members::end_membership(app, actor, member, "").await?,
        // The exchange's own.
        None => app::accounts::close(app, actor, view.row.id, "").await?,
    }
    Ok(document::nothing())
}
