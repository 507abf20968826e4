//! The devices that show what happens at once, by web push: turned on by the device itself, with a script, and off by anybody.

use app::pushes::{self, Device, Place};
use axum::http::header;
use axum::response::IntoResponse;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::routes::Routes;
use crate::state::Server;
use crate::web::forms::{Typed, uuid};
use crate::web::me::named;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Visitor;

const SETTINGS: &str = "/me/notices/settings";

pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.post("/me/notices/device", on).post("/me/notices/device/off", off).get("/me/token", token)
}

/// A device as the settings list it.
pub(super) struct Row {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) since: i64,
    pub(super) is_this: bool,
}

/// The reader's devices that take pushes.
pub(super) async fn rows(visitor: &Visitor) -> Result<Vec<Row>, Stop> {
    let here = visitor.actor.session().map(|session| session.uuid);
    let row = |device: Device| Row {
        id: device.session.to_string(),
        name: named(&device.agent).unwrap_or_else(|| visitor.frame.t("me-devices-unknown")),
        since: device.made_at.0,
        is_this: Some(device.session) == here,
    };
    Ok(pushes::devices(visitor.app(), &visitor.actor).await?.into_iter().map(row).collect())
}

/// `POST /me/notices/device`: this one takes pushes from now on, where its browser says. With `instead`, since its browser has
/// given it a new place.
async fn on(visitor: Visitor, typed: Typed) -> Answer {
    visitor.actor.signed_in()?;
    let endpoint = typed.get("endpoint");
    let bytes = |name| URL_SAFE_NO_PAD.decode(typed.get(name)).unwrap_or_default();
    let (public_key, secret) = (bytes("key"), bytes("secret"));
    if !endpoint.is_empty() && visitor.server.pusher.place(endpoint).is_none() {
        return Err(app::Error::NotAllowed("error-push-place").into());
    }
    let place = Place { endpoint, public_key: &public_key, secret: &secret };
    let instead = Some(typed.get("instead")).filter(|instead| !instead.is_empty());
    pushes::subscribe(visitor.app(), &visitor.actor, &place, instead).await?;
    Ok(visitor.noticed(SETTINGS, "notice-push-on"))
}

/// `POST /me/notices/device/off`: one of the reader's takes none any more.
async fn off(visitor: Visitor, typed: Typed) -> Answer {
    let device = uuid(typed.get("device"))?;
    pushes::unsubscribe(visitor.app(), &visitor.actor, device).await?;
    Ok(visitor.noticed(SETTINGS, "notice-push-off"))
}

/// `GET /me/token`: what the forms of this session carry, for the service worker, which has no page to read it from. No other
/// site can read it, as it can read no page.
async fn token(visitor: Visitor) -> Answer {
    visitor.actor.signed_in()?;
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], visitor.frame.csrf).into_response())
}
