//! The devices on which one is signed in, and signing them out.

use app::How;
use app::sessions::{self, Session};
use askama::Template;

use super::own_page;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::render;
use crate::web::forms::Typed;
use crate::web::frame::Frame;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Visitor;

pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/me/devices", show).post("/me/devices", end)
}

/// `me-devices.html`.
#[derive(Template)]
#[template(path = "me-devices.html")]
struct DevicesPage {
    page: Frame,
    devices: Vec<Device>,
}

struct Device {
    id: String,
    name: String,
    /// Key of how somebody signed in there.
    how: &'static str,
    since: i64,
    seen_at: i64,
    is_this: bool,
}

async fn show(visitor: Visitor) -> Answer {
    let here = visitor.actor.session().map(|session| session.uuid);
    let device = |session: Session| Device {
        id: session.uuid.to_string(),
        name: named(&session.agent).unwrap_or_else(|| visitor.frame.t("me-devices-unknown")),
        how: match session.how {
            How::Password => "me-devices-password",
            How::Code => "me-devices-code",
            How::Recovery => "me-devices-recovery",
            How::Passkey => "me-devices-passkey",
        },
        since: session.created_at.0,
        seen_at: session.seen_at.0,
        is_this: Some(session.uuid) == here,
    };
    let found = sessions::list(visitor.app(), &visitor.actor).await?;
    let devices = found.into_iter().map(device).collect();
    Ok(render(&DevicesPage { page: own_page(&visitor, "me-devices-title").task("/me"), devices }))
}

async fn end(visitor: Visitor, typed: Typed) -> Answer {
    match typed.get("device") {
        "others" => sessions::revoke_others(visitor.app(), &visitor.actor).await?,
        id => {
            let id = id.parse().map_err(|_| Stop::not_found())?;
            sessions::revoke(visitor.app(), &visitor.actor, id).await?;
        }
    }
    Ok(visitor.noticed("/me/devices", "notice-device-out"))
}

/// What people would call a browser: "Firefox, Android". None when it does not say.
#[must_use]
pub fn named(agent: &str) -> Option<String> {
    // The order matters: most browsers claim to be others as well.
    const BROWSERS: [(&str, &str); 8] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("Chromium", "Chromium"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 7] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("CrOS", "Chromebook"),
        ("Linux", "Linux"),
    ];
    let of = |list: &[(&str, &'static str)]| {
        list.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    match (of(&BROWSERS), of(&SYSTEMS)) {
        (Some(browser), Some(system)) => Some(format!("{browser}, {system}")),
        (one, other) => one.or(other).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn browsers_are_called_as_people_call_them() {
        for (agent, expected) in [
            (
                "Mozilla/5.0 (Linux; Android 13; SM-A326B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36",
                Some("Chrome, Android"),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1",
                Some("Safari, iPhone"),
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                Some("Firefox, Linux"),
            ),
            ("Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0", Some("Edge, Windows")),
            ("curl/8.5", None),
        ] {
            assert_eq!(named(agent).as_deref(), expected, "{agent}");
        }
    }
}
