//! Members, and how they are reached.

use app::exchanges::Exchange;
use app::lists::{self, Direction, MemberView, Members, MembersBy, Standing};
use app::members::Kind;
use app::people::contacts::Kind as ContactKind;
use app::tokens::Scope;
use axum::extract::Path;
use axum::http::StatusCode;
use ledger::Instant;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::groups::{self, at};
use crate::api::accounting::account_name;
use crate::api::asker::Asker;
use crate::api::document::{self, Included, Name, Resource};
use crate::api::error::{Answer, Failure};
use crate::api::query::written;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::face::Face;

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/ces/api/social/{code}/members", list).get("/ces/api/social/{code}/members/{id}", show)
}

/// What a token has to be for.
pub(super) const READING: [Scope; 3] = [Scope::Social, Scope::SocialReadAll, Scope::Superadmin];

/// A way to be reached. It has no name of its own here, so that one is made of what it says.
pub(super) fn contact(asker: &Asker, exchange: &Exchange, (of, kind, value): (Uuid, &str, &str)) -> Resource {
    let digest = Sha256::new()
        .chain_update("contact\n")
        .chain_update(of)
        .chain_update(kind)
        .chain_update(value)
        .finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    let id = uuid::Builder::from_custom_bytes(bytes).into_uuid();
    Resource::new("contacts", id, at(asker, exchange, &format!("/contacts/{id}")))
        .attr("type", kind)
        .attr("name", value)
}

fn contact_kind(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Phone => "phone",
        ContactKind::Mail => "email",
        ContactKind::WhatsApp => "whatsapp",
        ContactKind::Telegram => "telegram",
        ContactKind::Signal => "signal",
        ContactKind::Website => "website",
        ContactKind::Other => "other",
    }
}

/// What a member is, in the contract's fewer words.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Individual | Kind::Shared => "personal",
        Kind::Company => "business",
        Kind::Organisation | Kind::Public | Kind::Administration => "public",
    }
}

/// The ways in which a member is reached, as far as the reader sees them.
fn contacts(asker: &Asker, exchange: &Exchange, view: &MemberView) -> Option<Vec<Resource>> {
    let of =
        |one: &lists::Reached| contact(asker, exchange, (view.line.uuid, contact_kind(one.kind), &one.value));
    view.contacts.as_ref().map(|all| all.iter().map(of).collect())
}

/// A member.
pub(super) fn resource(asker: &Asker, exchange: &Exchange, view: &MemberView) -> Resource {
    let line = &view.line;
    let number = line.number.clone().unwrap_or_default();
    let face = Face::new(&line.name, &number, line.kind.as_str(), &line.portrait);
    let image = if face.src.is_empty() { Value::Null } else { json!(asker.url(&face.src)) };
    let posts = |kind: &str, count: i64| {
        let related = at(asker, exchange, &format!("/{kind}?filter%5Bmember%5D={}", line.uuid));
        json!({"links": {"related": related}, "meta": {"count": count}})
    };
    let account = line.account_uuid.map(|uuid| account_name(asker, exchange, uuid));
    let account = account.map_or_else(|| json!({"data": null}), |account| account.related());
    let member = Resource::new("members", line.uuid, at(asker, exchange, &format!("/members/{}", line.uuid)))
        .attr("code", line.number.clone().unwrap_or_else(|| line.uuid.to_string()))
        .attr("access", "group")
        .attr("name", line.name.as_str())
        .attr("type", kind(line.kind))
        .attr("state", line.standing.as_str())
        .attr("description", line.about.as_str())
        .attr("image", image)
        .attr("address", json!({"addressLocality": line.place}))
        .attr("created", written(line.applied_at))
        .attr("updated", written(line.updated_at))
        .one("group", Some(&Name::of("groups", exchange.uuid)))
        .related("offers", posts("offers", line.offers))
        .related("needs", posts("needs", line.wants))
        .related("account", account);
    match contacts(asker, exchange, view) {
        Some(all) => member.many("contacts", &all.iter().map(|one| one.name().clone()).collect::<Vec<_>>()),
        None => {
            member.at("contacts", at(asker, exchange, &format!("/members/{}?include=contacts", line.uuid)))
        }
    }
}

/// Adds what is to be included of a member that a path leads to; the path is empty or ends with a dot.
pub(super) async fn add_of(
    asker: &Asker,
    exchange: &Exchange,
    (path, view): (&str, &MemberView),
    included: &mut Included,
) -> Result<(), Failure> {
    let wants = |name: &str| asker.query.includes(&format!("{path}{name}"));
    if wants("contacts") {
        for one in contacts(asker, exchange, view).unwrap_or_default() {
            included.add(one);
        }
    }
    if let Some(account) = view.line.account_uuid.filter(|_| wants("account")) {
        included.add(Resource::elsewhere(account_name(asker, exchange, account)));
    }
    if wants("group") {
        groups::add(asker, exchange, &format!("{path}group"), included).await?;
    }
    Ok(())
}

/// What members may be sorted by.
const SORTS: [(&str, MembersBy); 3] =
    [("name", MembersBy::Name), ("created", MembersBy::Applied), ("code", MembersBy::Number)];

/// `GET /ces/api/social/{code}/members`.
async fn list(asker: Asker, Path(code): Path<String>) -> Answer {
    asker.needs(&READING)?;
    let exchange = asker.exchange(&code).await?;
    let query = &asker.query;
    let states = query.filter("state")?;
    let wanted = Members {
        uuids: query.uuids("id")?,
        numbers: query.filter("code")?.map(|codes| codes.iter().map(|code| code.to_uppercase()).collect()),
        accounts: query.uuids("account")?,
        standings: states.map(|words| words.iter().filter_map(|word| Standing::parse(word)).collect()),
        words: query.search(),
        since: query.moment("created][gt")?.unwrap_or(Instant(i64::MIN)),
        contacts: query.includes("contacts"),
        by: query.sort(&SORTS, (MembersBy::Name, Direction::Ascending)),
        cut: query.cut(),
    };
    let (found, total) = lists::members(asker.app(), &asker.actor, &exchange, &wanted).await?;
    let mut included = Included::asked_by(&asker);
    for view in &found {
        add_of(&asker, &exchange, ("", view), &mut included).await?;
    }
    let resources = found.iter().map(|view| resource(&asker, &exchange, view)).collect();
    Ok(document::list(&asker, (resources, Some(total)), wanted.cut, included))
}

/// `GET /ces/api/social/{code}/members/{id}`, by id or by the account's number.
async fn show(asker: Asker, Path((code, id)): Path<(String, String)>) -> Answer {
    asker.needs(&READING)?;
    let exchange = asker.exchange(&code).await?;
    let contacts = asker.query.includes("contacts");
    let view = lists::member(asker.app(), &asker.actor, &exchange, (&id, contacts)).await?;
    let mut included = Included::asked_by(&asker);
    add_of(&asker, &exchange, ("", &view), &mut included).await?;
    super::posts::add_of_member(&asker, &exchange, &view, &mut included).await?;
    Ok(document::one(StatusCode::OK, resource(&asker, &exchange, &view), included))
}
