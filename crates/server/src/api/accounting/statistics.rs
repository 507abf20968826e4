//! Statistics.

use app::lists::{self, Asked, Interval, Measure, Statistics};
use axum::extract::Path;
use axum::http::StatusCode;
use serde_json::json;

use super::currencies::READING;
use crate::api::asker::Asker;
use crate::api::document;
use crate::api::error::{Answer, Failure};
use crate::api::query::{moment, written};
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/accounting/currencies/stats/{measure}", of_all)
        .get("/accounting/{code}/stats/{measure}", of_one)
}

/// What intervals are called.
const INTERVALS: [(&str, Interval); 5] = [
    ("PT1H", Interval::Hour),
    ("P1D", Interval::Day),
    ("P1W", Interval::Week),
    ("P1M", Interval::Month),
    ("P1Y", Interval::Year),
];

fn asked(asker: &Asker, measure: &str) -> Result<Asked, Failure> {
    let query = &asker.query;
    let at = |name: &str| match query.get(name) {
        "" => Ok(None),
        text => moment(text).map(Some),
    };
    let count = |name: &str| match query.get(name) {
        "" => Ok(None),
        text => text.parse::<i64>().map(Some).map_err(|_| Failure::bad(format!("{name} is a number."))),
    };
    let interval = match query.get("interval") {
        "" => None,
        word => {
            let known = INTERVALS.iter().find(|(known, _)| *known == word);
            let known = known.ok_or_else(|| Failure::bad("An interval is PT1H, P1D, P1W, P1M or P1Y."))?;
            Some(known.1)
        }
    };
    let measure = match measure {
        "amount" => Measure::Volume,
        "transfers" => Measure::Trades,
        "accounts" => Measure::Accounts { least: count("minTransactions")?, most: count("maxTransactions")? },
        _ => return Err(Failure::not_found()),
    };
    let (from, to) = (at("from")?, at("to")?);
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        return Err(Failure::bad("from is after to."));
    }
    Ok(Asked { measure, from, to, interval })
}

fn answer(asker: &Asker, found: &Statistics) -> Answer {
    let mut attributes = json!({"values": found.values, "to": written(found.to)});
    if let Some(fields) = attributes.as_object_mut() {
        if let Some(from) = found.from {
            fields.insert("from".to_owned(), json!(written(from)));
        }
        let interval = asker.query.get("interval");
        if !interval.is_empty() {
            fields.insert("interval".to_owned(), json!(interval));
        }
    }
    Ok(document::body(StatusCode::OK, &json!({"data": {"type": "stats", "attributes": attributes}})))
}

/// `GET /accounting/currencies/stats/{measure}`: of all exchanges together, for everybody.
async fn of_all(asker: Asker, Path(measure): Path<String>) -> Answer {
    let asked = asked(&asker, &measure)?;
    let found = lists::statistics(asker.app(), &asker.actor, None, asked, &asker.client.network).await?;
    answer(&asker, &found)
}

/// `GET /accounting/{code}/stats/{measure}`, for members.
async fn of_one(asker: Asker, Path((code, measure)): Path<(String, String)>) -> Answer {
    asker.needs(&READING)?;
    let asked = asked(&asker, &measure)?;
    let exchange = asker.exchange(&code).await?;
    let found =
        lists::statistics(asker.app(), &asker.actor, Some(&exchange), asked, &asker.client.network).await?;
    answer(&asker, &found)
}
