//! What somebody wishes to be told by mail and on which devices, and when not.

use app::notices::{self, Kind, Quiet, WishForm};
use askama::Template;

use super::devices::{self, Row};
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::me::own_page;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Visitor;
use crate::web::zones::{Zones, zones};

pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/me/notices/settings", show).post("/me/notices/settings", save)
}

/// `me-notices-settings.html`.
#[derive(Template)]
#[template(path = "me-notices-settings.html")]
struct SettingsPage {
    page: Frame,
    form: Form,
    /// Name of the field, what it is about, an example.
    kinds: Vec<(String, String, String)>,
    /// The same for what devices show.
    pushed: Vec<(String, String, String)>,
    /// Devices that show it.
    devices: Vec<Row>,
    /// Whether this one does.
    is_on_here: bool,
    /// The key that browsers take pushes from; empty where there are none.
    key: String,
    /// Where letters go; empty when nobody knows.
    address: String,
    zones: Zones,
}

fn by_mail(kind: Kind) -> String {
    format!("mail-{}", kind.as_str())
}

fn by_push(kind: Kind) -> String {
    format!("push-{}", kind.as_str())
}

impl SettingsPage {
    async fn new(visitor: &Visitor, form: Option<Form>) -> Result<Self, Stop> {
        let user = visitor.actor.signed_in()?;
        let wishes = notices::wishes(visitor.app(), &visitor.actor).await?;
        let page = own_page(visitor, "notices-settings").task("/me/notices");
        let told = |kind: &Kind| {
            let key = format!("notices-kind-{}", kind.as_str());
            (by_mail(*kind), page.t(&key), page.t(&format!("{key}-sub")))
        };
        let kinds = wishes.mail.iter().map(|(kind, _)| told(kind)).collect();
        // What they are is said a screen above.
        let pushed =
            |kind: &Kind| (by_push(*kind), page.t(&format!("notices-kind-{}", kind.as_str())), String::new());
        let pushed = wishes.push.iter().map(|(kind, _)| pushed(kind)).collect();
        let devices = devices::rows(visitor).await?;
        let stored = || {
            let quiet = wishes.quiet.clone();
            let shown = quiet.clone().unwrap_or_else(|| Quiet {
                from: "22:00".to_owned(),
                until: "07:00".to_owned(),
                time_zone: wishes.time_zone.clone(),
            });
            let mut pairs = vec![
                ("quiet_from".to_owned(), shown.from),
                ("quiet_until".to_owned(), shown.until),
                ("time_zone".to_owned(), shown.time_zone),
            ];
            pairs.extend(quiet.map(|_| ("quiet".to_owned(), "on".to_owned())));
            let wanted = wishes.mail.iter().filter(|(_, wanted)| *wanted);
            pairs.extend(wanted.map(|(kind, _)| (by_mail(*kind), "on".to_owned())));
            let pushed = wishes.push.iter().filter(|(_, wanted)| *wanted);
            pairs.extend(pushed.map(|(kind, _)| (by_push(*kind), "on".to_owned())));
            Form::begin(Typed::from_pairs(pairs))
        };
        let form = form.unwrap_or_else(stored);
        let address = user.email_confirmed_at.and_then(|_| user.email.clone()).unwrap_or_default();
        Ok(Self {
            zones: zones(form.value("time_zone")),
            is_on_here: devices.iter().any(|device| device.is_this),
            key: visitor.server.pusher.public_key().unwrap_or_default().to_owned(),
            page,
            form,
            kinds,
            pushed,
            devices,
            address,
        })
    }
}

/// `GET /me/notices/settings`
async fn show(visitor: Visitor) -> Answer {
    Ok(render(&SettingsPage::new(&visitor, None).await?))
}

/// `POST /me/notices/settings`
async fn save(visitor: Visitor, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let typed = &form.typed;
    let wished = WishForm {
        mail: Kind::ALL.iter().copied().filter(|kind| typed.has(&by_mail(*kind))).collect(),
        push: typed
            .has("pushed")
            .then(|| Kind::ALL.iter().copied().filter(|kind| typed.has(&by_push(*kind))).collect()),
        quiet: typed.has("quiet").then(|| Quiet {
            from: typed.get("quiet_from").to_owned(),
            until: typed.get("quiet_until").to_owned(),
            time_zone: typed.get("time_zone").to_owned(),
        }),
    };
    let outcome = notices::choose(visitor.app(), &visitor.actor, &wished).await;
    match form.take(&visitor.frame.l, outcome)? {
        Some(()) => Ok(visitor.noticed("/me/notices/settings", "notice-saved")),
        None => Ok(render_again(&SettingsPage::new(&visitor, Some(form)).await?)),
    }
}
