//! Users: whoever signs in.

use app::lists;
use app::notices::{self, Kind};
use app::tokens::Scope;
use app::users::User;
use axum::extract::Path;
use axum::http::StatusCode;
use serde_json::json;
use uuid::Uuid;

use super::BASE;
use super::groups;
use super::members;
use crate::api::asker::Asker;
use crate::api::document::{self, Included, Name, Resource};
use crate::api::error::{Answer, Code, Failure};
use crate::api::query::written;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/ces/api/social/users/{id}", show).get("/ces/api/social/users/{id}/settings", show_settings)
}

/// The user who asks, called by their own name or `me`.
fn own<'a>(asker: &'a Asker, id: &str) -> Result<&'a User, Failure> {
    asker.needs(&[Scope::Social])?;
    let user = asker.actor.signed_in()?;
    if id == "me" || Uuid::try_parse(id) == Ok(user.uuid) {
        return Ok(user);
    }
    Err(Failure::new(Code::Forbidden, "This is somebody else."))
}

/// `GET /ces/api/social/users/me`, or by one's own id.
async fn show(asker: Asker, Path(id): Path<String>) -> Answer {
    let user = own(&asker, &id)?;
    let views =
        lists::own_members(asker.app(), &asker.actor, asker.query.includes("members.contacts")).await?;
    let mut included = Included::asked_by(&asker);
    for (exchange, view) in &views {
        if asker.query.includes("members") {
            included.add(members::resource(&asker, exchange, view));
            members::add_of(&asker, exchange, ("members.", view), &mut included).await?;
        } else if asker.query.includes("members.group") {
            groups::add(&asker, exchange, "members.group", &mut included).await?;
        }
    }
    if asker.query.includes("settings") {
        included.add(settings(&asker, user).await?);
    }
    let names: Vec<Name> = views.iter().map(|(_, view)| Name::of("members", view.line.uuid)).collect();
    let link = asker.url(&format!("{BASE}/users/{}", user.uuid));
    let resource = Resource::new("users", user.uuid, link.clone())
        .attr("email", user.email.clone().unwrap_or_default())
        .attr("name", user.name.as_str())
        .attr("created", written(user.created_at))
        .attr("updated", written(user.email_confirmed_at.unwrap_or(user.created_at)))
        .many("members", &names)
        .related(
            "settings",
            json!({"data": {"type": "user-settings", "id": user.uuid}, "links": {"related": format!("{link}/settings")}}),
        );
    Ok(document::one(StatusCode::OK, resource, included))
}

/// What a user wishes to be told.
async fn settings(asker: &Asker, user: &User) -> Result<Resource, Failure> {
    let wishes = notices::wishes(asker.app(), &asker.actor).await?;
    let wished = |kind: Kind| wishes.mail.iter().any(|(known, is)| *known == kind && *is);
    let group = if wished(Kind::Digest) { "weekly" } else { "never" };
    let link = asker.url(&format!("{BASE}/users/{}/settings", user.uuid));
    Ok(Resource::new("user-settings", user.uuid, link)
        .attr("language", user.locale.as_str())
        .attr("komunitin", true)
        .attr("notifications", json!({"myAccount": true, "group": true}))
        .attr("emails", json!({"myAccount": wished(Kind::Trades), "group": group}))
        .one("user", Some(&Name::of("users", user.uuid))))
}

/// `GET /ces/api/social/users/me/settings`, or by one's own id.
async fn show_settings(asker: Asker, Path(id): Path<String>) -> Answer {
    let user = own(&asker, &id)?;
    let settings = settings(&asker, user).await?;
    Ok(document::one(StatusCode::OK, settings, Included::asked_by(&asker)))
}
