//! Offers and needs.

use std::collections::HashMap;

use app::exchanges::Exchange;
use app::lists::{self, Cut, Direction, MemberView, Members, MembersBy, PostView, Posts, PostsBy};
use app::market::{Kind, Sight, State, Terms};
use axum::extract::Path;
use axum::http::StatusCode;
use ledger::unit::Style;
use ledger::{Instant, Unit};
use serde_json::{Value, json};
use uuid::Uuid;

use super::categories;
use super::groups::at;
use super::members::{self, READING};
use crate::api::asker::Asker;
use crate::api::document::{self, Included, Name, Resource};
use crate::api::error::{Answer, Failure};
use crate::api::query::written;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::pictures::src_in;

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/ces/api/social/{code}/offers", list_offers)
        .get("/ces/api/social/{code}/offers/{id}", show_offer)
        .get("/ces/api/social/{code}/needs", list_needs)
        .get("/ces/api/social/{code}/needs/{id}", show_need)
}

/// What a kind of listing is called here.
pub(super) fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Offer => "offers",
        Kind::Want => "needs",
    }
}

/// What they may be sorted by.
const SORTS: [(&str, PostsBy); 4] = [
    ("updated", PostsBy::Updated),
    ("created", PostsBy::Created),
    ("expires", PostsBy::Ends),
    ("name", PostsBy::Title),
];

/// An offer or a need. Of whom it is, is not told to visitors.
fn resource(asker: &Asker, (exchange, unit): (&Exchange, &Unit), view: &PostView) -> Resource {
    let line = &view.line;
    let images: Vec<Value> = view
        .pictures
        .iter()
        .map(|uuid| json!(asker.url(&src_in(&exchange.code, *uuid, app::pictures::Size::Full))))
        .collect();
    let access = match line.sight {
        Sight::Everyone => "public",
        Sight::Exchange | Sight::Linked => "group",
    };
    let state = match line.state {
        State::Published => "published",
        State::Hidden | State::Removed => "hidden",
    };
    let link = at(asker, exchange, &format!("/{}/{}", word(line.kind), line.uuid));
    let member = view.shows_owner.then(|| Name::of("members", line.member_uuid));
    let post = Resource::new(word(line.kind), line.uuid, link)
        .attr("code", line.uuid.to_string())
        .attr("images", images)
        .attr("access", access)
        .attr("state", state)
        .attr("expires", line.expires_at.map_or(Value::Null, |at| json!(written(at))))
        .attr("created", written(line.created_at))
        .attr("updated", written(line.updated_at))
        .one("category", Some(&Name::of("categories", line.category)))
        .one("member", member.as_ref());
    match line.kind {
        Kind::Offer => post
            .attr("name", line.title.as_str())
            .attr("content", line.body.as_str())
            .attr("price", price(view, unit)),
        Kind::Want => post.attr("content", joined(&line.title, &line.body)),
    }
}

/// A need has no name in the contract: what ours has, its text begins with.
fn joined(title: &str, body: &str) -> String {
    if body.is_empty() { title.to_owned() } else { format!("{title}\n\n{body}") }
}

/// What an offer costs, in words.
fn price(view: &PostView, unit: &Unit) -> String {
    let line = &view.line;
    let asked = match (line.terms, line.amount) {
        (Terms::Amount, Some(amount)) => typed(amount, unit),
        (Terms::Gift, _) => "0".to_owned(),
        (Terms::Agreed | Terms::Amount, _) => String::new(),
    };
    let parts = [asked.as_str(), line.price.as_str(), line.money.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" + ")
}

/// An amount as people type it: `24.00`, `1:30`.
pub(super) fn typed(amount: i64, unit: &Unit) -> String {
    match unit.style {
        Style::Decimal => plain(amount, unit),
        Style::HoursMinutes => format!("{}:{:02}", amount / 60, amount % 60),
    }
}

/// An amount as a decimal number: `24.00`.
pub(in crate::api) fn plain(amount: i64, unit: &Unit) -> String {
    let scale = usize::from(unit.scale);
    let digits = format!("{:0>width$}", amount.unsigned_abs(), width = scale + 1);
    let (whole, decimals) = digits.split_at(digits.len() - scale);
    let kept = decimals.trim_end_matches('0').len().max(usize::from(unit.decimals));
    let decimals = decimals.get(..kept).unwrap_or(decimals);
    let sign = if amount < 0 { "-" } else { "" };
    if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
}

async fn list_offers(asker: Asker, Path(code): Path<String>) -> Answer {
    list(asker, &code, Kind::Offer).await
}

async fn list_needs(asker: Asker, Path(code): Path<String>) -> Answer {
    list(asker, &code, Kind::Want).await
}

/// `GET /ces/api/social/{code}/offers` and `/needs`.
async fn list(asker: Asker, code: &str, kind: Kind) -> Answer {
    asker.may_need(&READING)?;
    let exchange = asker.exchange(code).await?;
    let query = &asker.query;
    let ends_before = query.moment("expire][lt")?.or(query.moment("expires][lt")?);
    let wanted = Posts {
        kind,
        uuids: query.uuids("code")?.or(query.uuids("id")?),
        members: query.uuids("member")?,
        categories: query.uuids("category")?,
        words: query.search(),
        state: match query.get("filter[state]") {
            "published" => Some(State::Published),
            "hidden" => Some(State::Hidden),
            _ => None,
        },
        ended: query.yes_or_no("expired")?,
        since: query.moment("created][gt")?.unwrap_or(Instant(i64::MIN)),
        ends_before,
        by: query.sort(&SORTS, (PostsBy::Updated, Direction::Descending)),
        cut: query.cut(),
    };
    let (found, total) = lists::posts(asker.app(), &asker.actor, &exchange, &wanted, asker.reader()).await?;
    let mut included = Included::asked_by(&asker);
    let resources = dressed(&asker, &exchange, found, &mut included).await?;
    Ok(document::list(&asker, (resources, Some(total)), wanted.cut, included))
}

/// Listings as resources, and what is to be included with them.
async fn dressed(
    asker: &Asker,
    exchange: &Exchange,
    found: Vec<PostView>,
    included: &mut Included,
) -> Result<Vec<Resource>, Failure> {
    let unit = app::accounts::policy(asker.app(), exchange.id).await?.unit;
    if asker.query.includes("category") {
        let mut all: HashMap<Uuid, Resource> = categories::all(asker, exchange).await?.into_iter().collect();
        for view in &found {
            if let Some(category) = all.remove(&view.line.category) {
                included.add(category);
            }
        }
    }
    if asker.query.includes("member") {
        let mut owners: Vec<Uuid> =
            found.iter().filter(|view| view.shows_owner).map(|view| view.line.member_uuid).collect();
        owners.sort_unstable();
        owners.dedup();
        for view in members_of(asker, exchange, owners).await? {
            included.add(members::resource(asker, exchange, &view));
            members::add_of(asker, exchange, ("member.", &view), included).await?;
        }
    }
    Ok(found.iter().map(|view| resource(asker, (exchange, &unit), view)).collect())
}

/// Members of these names.
async fn members_of(
    asker: &Asker,
    exchange: &Exchange,
    uuids: Vec<Uuid>,
) -> Result<Vec<MemberView>, Failure> {
    if uuids.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = Members {
        cut: Cut { offset: 0, limit: i64::try_from(uuids.len()).unwrap_or(i64::MAX) },
        uuids: Some(uuids),
        numbers: None,
        accounts: None,
        standings: None,
        words: String::new(),
        since: Instant(i64::MIN),
        contacts: asker.query.includes("member.contacts"),
        by: (MembersBy::Name, Direction::Ascending),
    };
    Ok(lists::members(asker.app(), &asker.actor, exchange, &wanted).await?.0)
}

/// The offers and needs of a member, where they are to be included with it.
pub(super) async fn add_of_member(
    asker: &Asker,
    exchange: &Exchange,
    view: &MemberView,
    included: &mut Included,
) -> Result<(), Failure> {
    for (kind, path) in [(Kind::Offer, "offers"), (Kind::Want, "needs")] {
        if !asker.query.includes(path) {
            continue;
        }
        let wanted = Posts { members: Some(vec![view.line.uuid]), ..Posts::newest(kind, 200) };
        let unit = app::accounts::policy(asker.app(), exchange.id).await?.unit;
        let (found, _) = lists::posts(asker.app(), &asker.actor, exchange, &wanted, asker.reader()).await?;
        for post in &found {
            included.add(resource(asker, (exchange, &unit), post));
        }
    }
    Ok(())
}

async fn show_offer(asker: Asker, Path((code, id)): Path<(String, String)>) -> Answer {
    show(asker, (&code, &id), Kind::Offer).await
}

async fn show_need(asker: Asker, Path((code, id)): Path<(String, String)>) -> Answer {
    show(asker, (&code, &id), Kind::Want).await
}

/// `GET /ces/api/social/{code}/offers/{id}` and `/needs/{id}`.
async fn show(asker: Asker, (code, id): (&str, &str), kind: Kind) -> Answer {
    asker.may_need(&READING)?;
    let exchange = asker.exchange(code).await?;
    let uuid = Uuid::try_parse(id).map_err(|_| Failure::not_found())?;
    answer(&asker, &exchange, (kind, uuid), StatusCode::OK).await
}

/// Answers with an offer or a need as it stands.
pub(super) async fn answer(
    asker: &Asker,
    exchange: &Exchange,
    of: (Kind, Uuid),
    status: StatusCode,
) -> Answer {
    let found = lists::post(asker.app(), &asker.actor, exchange, of).await?;
    let mut included = Included::asked_by(asker);
    let mut resources = dressed(asker, exchange, vec![found], &mut included).await?;
    let resource = resources.pop().ok_or_else(Failure::not_found)?;
    Ok(document::one(status, resource, included))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_at_least_the_decimals_shown_and_lose_nothing() {
        let unit = |scale, decimals| Unit {
            singular: "acorn".into(),
            plural: "acorns".into(),
            symbol: "ac".into(),
            scale,
            decimals,
            style: Style::Decimal,
            hours: (1, 12),
        };
        for (amount, scale, decimals, text) in [
            (1000, 2, 2, "10.00"),
            (4, 3, 2, "0.004"),
            (-2450, 2, 2, "-24.50"),
            (7, 0, 0, "7"),
            (12_000, 4, 2, "1.20"),
            (0, 2, 2, "0.00"),
        ] {
            assert_eq!(plain(amount, &unit(scale, decimals)), text);
        }
    }
}
