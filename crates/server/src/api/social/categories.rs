//! Categories.

use app::exchanges::Exchange;
use app::lists;
use app::market::{self, Category};
use app::tokens::Scope;
use axum::extract::Path;
use serde_json::json;
use uuid::Uuid;

use super::groups::at;
use crate::api::asker::Asker;
use crate::api::document::{self, Included, Name, Resource};
use crate::api::error::{Answer, Failure};
use crate::api::query::written;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::l10n::{L10n, Words};

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/ces/api/social/{code}/categories", list)
}

/// What our icons are called among those that the app draws.
const ICONS: [(&str, &str); 27] = [
    ("food", "restaurant"),
    ("leaf", "yard"),
    ("wrench", "build"),
    ("broom", "cleaning_services"),
    ("bricks", "construction"),
    ("scissors", "content_cut"),
    ("bike", "directions_bike"),
    ("device", "computer"),
    ("hand", "volunteer_activism"),
    ("kite", "child_care"),
    ("heart", "favorite"),
    ("paw", "pets"),
    ("van", "local_shipping"),
    ("book", "menu_book"),
    ("rules", "description"),
    ("music", "music_note"),
    ("ball", "sports_soccer"),
    ("calendar", "event"),
    ("tag", "sell"),
    ("swap", "swap_horiz"),
    ("key", "key"),
    ("home", "home"),
    ("people", "group"),
    ("clock", "schedule"),
    ("globe", "public"),
    ("chart", "bar_chart"),
    ("more", "more_horiz"),
];

/// The categories of an exchange, each as a resource, by its id.
pub(super) async fn all(asker: &Asker, exchange: &Exchange) -> Result<Vec<(Uuid, Resource)>, Failure> {
    let categories = market::categories(asker.app(), exchange.id).await?;
    let counts = lists::by_category(asker.app(), &asker.actor, exchange).await?;
    let l = L10n::new(asker.locale(), Words::Community, &exchange.time_zone);
    let of = |category: &Category| {
        let (offers, wants) = counts.get(&category.uuid).copied().unwrap_or_default();
        (category.uuid, resource(asker, (exchange, &l), (category, offers, wants)))
    };
    Ok(categories.iter().filter(|category| !category.retired).map(of).collect())
}

fn resource(
    asker: &Asker,
    (exchange, l): (&Exchange, &L10n),
    (category, offers, wants): (&Category, i64, i64),
) -> Resource {
    let name = match &category.concept {
        Some(concept) if category.name.is_empty() => l.t(&format!("category-{concept}")),
        Some(_) | None => category.name.clone(),
    };
    let icon =
        ICONS.iter().find(|(ours, _)| *ours == category.icon).map_or("more_horiz", |(_, theirs)| *theirs);
    let posts = |kind: &str, count: i64| {
        let related = at(asker, exchange, &format!("/{kind}?filter%5Bcategory%5D={}", category.uuid));
        json!({"links": {"related": related}, "meta": {"count": count}})
    };
    let code = category.concept.clone().unwrap_or_else(|| category.uuid.to_string());
    let link = at(asker, exchange, &format!("/categories/{}", category.uuid));
    Resource::new("categories", category.uuid, link)
        .attr("code", code)
        .attr("name", name)
        .attr("cpa", json!([]))
        .attr("description", "")
        .attr("icon", icon)
        .attr("access", "public")
        .attr("created", written(exchange.created_at))
        .attr("updated", written(exchange.created_at))
        .one("group", Some(&Name::of("groups", exchange.uuid)))
        .related("offers", posts("offers", offers))
        .related("needs", posts("needs", wants))
}

/// `GET /ces/api/social/{code}/categories`, for everybody.
async fn list(asker: Asker, Path(code): Path<String>) -> Answer {
    asker.may_need(&[Scope::Social, Scope::SocialReadAll, Scope::Superadmin])?;
    let exchange = asker.exchange(&code).await?;
    let all = all(&asker, &exchange).await?;
    let total = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let cut = asker.query.cut();
    let place = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    let part = all.into_iter().skip(place(cut.offset)).take(place(cut.limit)).map(|(_, one)| one).collect();
    Ok(document::list(&asker, (part, Some(total)), cut, Included::asked_by(&asker)))
}
