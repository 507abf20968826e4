//! What a member tells of itself.

use store::members::Profile;
use uuid::Uuid;

use super::{MemberId, State};
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act, Detail, Entry};
use crate::error::{Error, Result};
use crate::form::{Form, folded};
use crate::people::areas;
use crate::people::contacts::{self, ContactForm};
use crate::users::NAME_MAX;

/// Characters of what a member tells of itself, at most.
pub const ABOUT_MAX: usize = 4000;
/// Characters of what a member can do, at most.
pub const SKILLS_MAX: usize = 1000;
/// Characters of what a member speaks, at most.
pub const LANGUAGES_MAX: usize = 120;

/// What somebody types about a member. Everything but the name may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProfileForm {
    /// Its name.
    pub name: String,
    /// What it tells of itself.
    pub about: String,
    /// Where it lives.
    pub place: String,
    /// The area that it is in, by its name outside; empty: none.
    pub area: String,
    /// What it can do.
    pub skills: String,
    /// What it speaks.
    pub languages: String,
    /// How it is reached, in this order; those without a value count for nothing.
    pub contacts: Vec<ContactForm>,
    /// Name of a drawn portrait.
    pub portrait: String,
}

pub(super) fn checked(form: &mut Form, typed: &ProfileForm, areas: &areas::Choice) -> Profile {
    let name = form.line("name", &typed.name, NAME_MAX);
    let portrait = typed.portrait.trim().to_owned();
    if portrait.len() > 40 || !portrait.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        form.wrong("portrait", "error-choice");
    }
    Profile {
        name_key: folded(&name),
        name,
        about: form.text("about", &typed.about, ABOUT_MAX),
        place: form.optional_line("place", &typed.place, 80),
        area: areas.checked(form, typed.area.trim()),
        skills: form.text("skills", &typed.skills, SKILLS_MAX),
        languages: form.optional_line("languages", &typed.languages, LANGUAGES_MAX),
        contacts: contacts::checked(form, &typed.contacts),
        portrait,
    }
}

/// Changes what a member tells of itself: the member, or an administrator, which is written down.
///
/// # Errors
/// [`Error::Wrong`] on the fields of [`ProfileForm`].
pub async fn edit_profile(app: &App, actor: &Actor, member: MemberId, typed: &ProfileForm) -> Result<()> {
    let mut tx = app.db.write().await?;
    let before = super::get(&mut tx, member).await?;
    let subject = Subject::member(before.exchange, member);
    let own = actor.can(Action::EditProfile, subject);
    if !own {
        actor.may(Action::EditAnyProfile, subject)?;
    }
    if !matches!(before.state, State::Active | State::Applied) {
        return Err(Error::NotFound);
    }
    let mut form = Form::new();
    let areas = areas::Choice::of(&mut tx, before.exchange, before.area).await?;
    let profile = checked(&mut form, typed, &areas);
    let is_picture = |portrait: &str| Uuid::try_parse(portrait).ok();
    if profile.portrait != before.portrait {
        // One's own picture comes by itself once it is made, and nobody wears another's.
        if is_picture(&profile.portrait).is_some() {
            form.wrong("portrait", "error-choice");
        }
    }
    form.finish()?;
    if let Some(picture) = is_picture(&before.portrait).filter(|_| profile.portrait != before.portrait) {
        store::pictures::remove(&mut tx, picture, app.clock.now()).await?;
    }
    store::members::set_profile(&mut tx, member, &profile).await?;
    if !own {
        let (exchange, detail) = (before.exchange, Detail::default());
        let entry = Entry { actor, exchange, act: Act::ProfileEdited, subject: &before.name, detail };
        audit::exchange(&mut tx, app, entry).await?;
    }
    Ok(tx.commit().await?)
}

/// Accepts the terms in force.
///
/// # Errors
/// [`Error::Wrong`] on field `terms` when they have changed since they were read.
pub async fn accept_terms(app: &App, actor: &Actor, member: MemberId, version: i64) -> Result<()> {
    let mut tx = app.db.write().await?;
    let found = super::get(&mut tx, member).await?;
    actor.may(Action::AcceptTerms, Subject::member(found.exchange, member))?;
    let exchange = crate::exchanges::active(&mut tx, found.exchange).await?;
    if exchange.terms_version != version {
        return Err(Error::field("terms", "error-terms-changed"));
    }
    store::members::accept_terms(&mut tx, member, version).await?;
    Ok(tx.commit().await?)
}
