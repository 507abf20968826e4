//! One's own page: name, words, place, how to be reached, and the face that goes with it.

use app::actor::{Action, Subject};
use app::members::{self, Member, MemberId, ProfileForm};
use app::people::{self, contacts::Contact};
use app::pictures::{self, State, Upload};
use askama::Template;

use super::areas::{Choices, choices};
use super::contacts;
use super::errors::{render, render_again};
use super::face::Face;
use super::forms::{Form, Typed};
use super::frame::{Frame, Place};
use super::pictures::refused;
use super::stop::{Answer, Stop};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// How many drawn faces are offered at a time.
const OFFERED: u32 = 10;

/// Adds the routes of one's own page.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/profile", show).post("/{code}/profile", save)
}

/// `profile.html`.
#[derive(Template)]
#[template(path = "profile.html")]
struct ProfilePage {
    page: Frame,
    form: Form,
    /// Initials first, then the face in use, then others.
    faces: Vec<Offered>,
    /// Which lot of faces comes next.
    next_lot: u32,
    areas: Choices,
    own_page: String,
    /// What is to be said of a picture that was sent: that it is on its way, or why it could not be taken.
    about_picture: Vec<String>,
}

/// A face that can be chosen.
struct Offered {
    /// The name of a portrait; empty: initials.
    value: String,
    face: Face,
    label: String,
}

impl ProfilePage {
    async fn new(here: &Here, form: Form, (lot, areas): (u32, Choices)) -> Result<Self, Stop> {
        let about_picture = about_picture(here).await?;
        let membership = here.membership.as_ref();
        let number = membership.and_then(|own| own.number.clone()).unwrap_or_default();
        let kind = membership.map_or("individual", |own| own.kind.as_str());
        let name = form.value("name").to_owned();
        let page = here.frame.clone().titled("profile-title");
        let offered = |(place, portrait): (usize, String)| Offered {
            face: Face::new(&name, &number, kind, &portrait),
            label: match place {
                0 => page.t("profile-initials"),
                place => page.with("number", place).t("profile-face"),
            },
            value: portrait,
        };
        let in_use = Some(form.value("portrait").to_owned()).filter(|portrait| !portrait.is_empty());
        let lot_start = lot.saturating_mul(OFFERED);
        let others = (0..OFFERED).map(|at| format!("p{}", 101 + lot_start.saturating_add(at) * 7));
        let others = others.filter(|portrait| in_use.as_ref() != Some(portrait));
        let portraits = std::iter::once(String::new()).chain(in_use.clone()).chain(others);
        let own_page = page.to(&format!("people/{}", super::people::digits(here, &number)));
        Ok(Self {
            about_picture,
            faces: portraits.enumerate().map(offered).collect(),
            next_lot: (lot + 1) % 1000,
            areas,
            own_page: own_page.clone(),
            page: page.at(Place::More).task(own_page),
            form,
        })
    }
}

/// `GET /{code}/profile`
async fn show(here: Here) -> Answer {
    let member = own(&here)?;
    let now = members::own(here.app(), &here.actor, member).await?;
    let reached = people::contacts::own(here.app(), &here.actor, &now).await?;
    let (areas, area) = choices(&here, now.area).await?;
    let mut form = Form::begin(filled(&now, &reached));
    form.typed.set("area", area);
    form.typed.set("portrait", now.portrait);
    Ok(render(&ProfilePage::new(&here, form, (0, areas)).await?))
}

/// Of a picture that was sent: that it is on its way, or why it could not be taken.
async fn about_picture(here: &Here) -> Result<Vec<String>, Stop> {
    let member = own(here)?;
    let sent = pictures::of_face(here.app(), &here.actor, &here.exchange, member).await?;
    let mut told = refused(here, &sent);
    if sent.iter().any(|picture| picture.state == State::Waiting) {
        told.push(here.frame.t("pictures-face-waits"));
    }
    Ok(told)
}

/// `POST /{code}/profile`: saves; with `lot`, shows other faces and keeps what was typed.
async fn save(here: Here, typed: Typed) -> Answer {
    let member = own(&here)?;
    let before = members::own(here.app(), &here.actor, member).await?.area;
    let (areas, _) = choices(&here, before).await?;
    let mut form = Form::begin(typed);
    if let Ok(lot) = form.typed.get("lot").parse::<u32>() {
        return Ok(render(&ProfilePage::new(&here, form, (lot.min(1000), areas)).await?));
    }
    let edited = members::edit_profile(here.app(), &here.actor, member, &typed_profile(&form.typed)).await;
    if form.take(&here.frame.l, edited)?.is_none() {
        return Ok(render_again(&ProfilePage::new(&here, form, (0, areas)).await?));
    }
    if let Some(file) = form.typed.files("picture").last() {
        let upload = Upload { name: &file.name, bytes: &file.bytes };
        pictures::set_face(here.app(), &here.actor, member, upload).await?;
        // Here stands what becomes of it.
        return Ok(here.noticed(&here.frame.to("profile"), "notice-profile"));
    }
    Ok(here.noticed(&ProfilePage::new(&here, form, (0, areas)).await?.own_page, "notice-profile"))
}

/// The member whose page the reader may change here.
fn own(here: &Here) -> Result<MemberId, Stop> {
    let member = here.member()?.member;
    here.actor.may(Action::EditProfile, Subject::member(here.id(), member))?;
    Ok(member)
}

/// A form that says what is known of a member, but for its face.
pub(super) fn filled(member: &Member, reached: &[Contact]) -> Typed {
    let mut typed = Typed::from_pairs(
        [
            ("name", &member.name),
            ("about", &member.about),
            ("place", &member.place),
            ("skills", &member.skills),
            ("languages", &member.languages),
        ]
        .map(|(name, value)| (name, value.clone())),
    );
    contacts::fill(&mut typed, reached);
    typed
}

/// What a form says of a member.
pub(super) fn typed_profile(typed: &Typed) -> ProfileForm {
    let text = |name: &str| typed.get(name).to_owned();
    ProfileForm {
        name: text("name"),
        about: text("about"),
        place: text("place"),
        area: text("area"),
        skills: text("skills"),
        languages: text("languages"),
        contacts: contacts::typed(typed),
        portrait: text("portrait"),
    }
}
