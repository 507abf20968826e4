//! Somebody added by hand, with or without an address.

use app::actor::Action;
use app::members::{self, Entrance, Kind, Newcomer};
use askama::Template;

use super::profile::typed_profile;
use super::{frame, member_page};
use crate::routes::Routes;
use crate::state::Server;
use crate::web::areas::{Choices, choices};
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed, uuid};
use crate::web::frame::Frame;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

/// Adds the routes of this page.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/admin/add", show).post("/{code}/admin/add", save)
}

/// What a member can be, in the order of the choice.
const KINDS: [&str; 5] = ["individual", "shared", "organisation", "company", "public"];

/// `admin-add.html`.
#[derive(Template)]
#[template(path = "admin-add.html")]
struct AddPage {
    page: Frame,
    form: Form,
    kinds: [&'static str; 5],
    areas: Choices,
}

impl AddPage {
    async fn new(here: &Here, form: Form) -> Result<Self, Stop> {
        let (areas, _) = choices(here, None).await?;
        let page = frame(here, "admin-add-title").task(here.frame.to("admin/people"));
        Ok(Self { page, form, kinds: KINDS, areas })
    }
}

async fn show(here: Here) -> Answer {
    here.may(Action::WelcomeMembers)?;
    let id = here.app().random.uuid(here.app().clock.now())?.to_string();
    let begun = [("id", id.as_str()), ("kind", "individual"), ("entrance", "letter")];
    Ok(render(&AddPage::new(&here, Form::begin(Typed::from_pairs(begun))).await?))
}

async fn save(here: Here, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let typed = &form.typed;
    let profile = typed_profile(typed, "");
    let newcomer = Newcomer {
        uuid: uuid(typed.get("id"))?,
        exchange: here.id(),
        kind: Kind::parse(typed.get("kind")).unwrap_or(Kind::Administration),
        profile: &profile,
        entrance: match typed.get("entrance") {
            "letter" => Entrance::Letter(typed.get("login_email")),
            "number" => Entrance::Number(typed.raw("password")),
            _ => Entrance::None,
        },
    };
    let outcome = members::add(here.app(), &here.actor, newcomer).await;
    let Some(number) = form.take(&here.frame.l, outcome)? else {
        return Ok(render_again(&AddPage::new(&here, form).await?));
    };
    Ok(here.noticed(&member_page(&here.frame, &number), "notice-added"))
}
