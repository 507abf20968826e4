//! What the keeper of the machine does by hand: `ayni admin ...`.

use std::fmt::Write as _;

use anyhow::{Context, Result, bail};
use app::actor::Actor;
use app::exchanges::{self, State};
use app::users::{self, NewPerson, User};
use app::{App, ServerAdmin, registration, way_back};

use crate::config::{AdminAct, Settings};

/// Does it, and gives what is to be printed.
///
/// # Errors
/// When it cannot be done; the message says why.
pub async fn run(app: &App, settings: &Settings, act: AdminAct) -> Result<String> {
    match act {
        AdminAct::Keeper { email } => keeper(app, settings, &email).await,
        AdminAct::NotKeeper { email } => {
            let user = user(app, &email).await?;
            users::set_server_admin(app, &Actor::server(), user.id, ServerAdmin::No).await?;
            Ok(format!("{email} administers this server no longer."))
        }
        AdminAct::ResetLink { email } => {
            let user = user(app, &email).await?;
            Ok(reset_link(app, settings, &user).await?)
        }
        AdminAct::ForgetSecondFactor { email } => {
            let user = user(app, &email).await?;
            way_back::forget_second_factor(app, &Actor::server(), &user).await?;
            Ok(format!("{email} signs in with the password alone, and was signed out everywhere."))
        }
        AdminAct::NewKey => {
            let lost = way_back::begin_new_key(app, &Actor::server()).await?;
            Ok(format!(
                "The key of {} is in use. Authenticators to be set up anew: {lost}.",
                settings.key_file.display()
            ))
        }
        AdminAct::Exchanges => list(app).await,
    }
}

async fn user(app: &App, email: &str) -> Result<User> {
    match users::by_email(app, &Actor::server(), email).await {
        Err(app::Error::NotFound) => bail!("nobody here has the address {email}"),
        found => Ok(found?),
    }
}

async fn keeper(app: &App, settings: &Settings, email: &str) -> Result<String> {
    let known = users::by_email(app, &Actor::server(), email).await;
    let (id, link) = match known {
        Ok(user) => (user.id, String::new()),
        Err(app::Error::NotFound) => {
            let random = app.random.token()?.text();
            let password = app.passwords.hash(&app.random, &random).await?;
            let name = email.split('@').next().unwrap_or(email);
            let person = NewPerson { name, email, password: &password, locale: "en" };
            let id = users::create(app, &Actor::server(), person).await;
            let id = id.with_context(|| format!("making a login for {email}"))?;
            (id, format!("\n{}", reset_link(app, settings, &user(app, email).await?).await?))
        }
        Err(error) => return Err(error.into()),
    };
    users::set_server_admin(app, &Actor::server(), id, ServerAdmin::Yes).await?;
    Ok(format!("{email} administers this server.{link}"))
}

async fn reset_link(app: &App, settings: &Settings, user: &User) -> Result<String> {
    let token = registration::reset_token(app, &Actor::server(), user.id).await?;
    Ok(format!("A new password, within half an hour: {}/reset/{token}", settings.public.origin()))
}

async fn list(app: &App) -> Result<String> {
    let mut text = String::new();
    for state in [State::Applied, State::Active, State::Closed, State::Declined] {
        for exchange in exchanges::list_in(app, &Actor::server(), state).await? {
            let (code, name) = (&exchange.code, &exchange.name);
            writeln!(text, "{code}  {:<8}  {name}", state.as_str())?;
        }
    }
    Ok(if text.is_empty() { "There is no exchange yet.".to_owned() } else { text.trim_end().to_owned() })
}
