//! Who reads: the extractors [`Visitor`] for pages of the server and [`Here`] for pages of an exchange.

mod here;

use app::actor::Actor;
use app::exchanges::Exchange;
use app::memberships::Membership;
use app::{App, accounts, exchanges, messages, notices, sessions};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::Response;

use super::client::Client;
use super::colour::Colour;
use super::cookies;
use super::face::Face;
use super::forms::Typed;
use super::frame::{self, ExchangeView, Frame, Notice, Who};
use super::guard::{Guarded, token_of};
use super::l10n::{L10n, Locale, Wishes, Words};
use super::stop::Stop;
use crate::state::Server;

pub use here::{Here, unit_view};

/// Whoever reads a page of the server itself, signed in or not. For pages under `/{code}` take [`Here`].
#[derive(Clone)]
pub struct Visitor {
    /// The server.
    pub server: Server,
    /// Who asks, for the use cases.
    pub actor: Actor,
    /// The frame, with the exchange that the session acts in, if any.
    pub frame: Frame,
    /// Where the request comes from.
    pub client: Client,
    /// What stands behind the `?`.
    pub query: Typed,
    /// What the browser is known by to those who have signed in on it; empty when it is not.
    pub device: String,
    wishes: Languages,
    /// Whether pages are shown that count what is new; a form that is sent leads on to one.
    is_counting: bool,
}

/// What the browser tells of languages.
#[derive(Clone, Debug, Default)]
struct Languages {
    cookie: Option<String>,
    accepted: Option<String>,
}

impl Languages {
    fn of(headers: &HeaderMap) -> Self {
        Self {
            cookie: cookies::cookie(headers, "lang").map(str::to_owned),
            accepted: headers
                .get(header::ACCEPT_LANGUAGE)
                .and_then(|value| value.to_str().ok())
                .map(str::to_owned),
        }
    }

    fn choose(&self, actor: &Actor, exchange: Option<&Exchange>) -> Locale {
        Locale::negotiate(&Wishes {
            user: actor.user().map(|user| user.locale.as_str()),
            cookie: self.cookie.as_deref(),
            accept_language: self.accepted.as_deref(),
            exchange: exchange.map(|exchange| exchange.locale.as_str()),
        })
    }
}

impl FromRequestParts<Server> for Visitor {
    type Rejection = Stop;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Self, Stop> {
        Self::of(server, parts).await
    }
}

impl Visitor {
    /// The reader of a request, in the exchange that the session acts in.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(server: &Server, parts: &Parts) -> Result<Self, Stop> {
        let visitor = Self::outside(server, parts).await?;
        let Some(acting) = visitor.actor.acting().cloned() else {
            return Ok(visitor.of_nowhere());
        };
        match exchanges::by_code(&server.app, &visitor.actor, &acting.code).await {
            Ok(exchange) => visitor.within(&exchange, Some(&acting)).await,
            // Closed meanwhile.
            Err(app::Error::NotFound) => Ok(visitor.of_nowhere()),
            Err(error) => Err(error.into()),
        }
    }

    /// The reader of a request, who has yet to enter an exchange.
    async fn outside(server: &Server, parts: &Parts) -> Result<Self, Stop> {
        let token = cookies::cookie(&parts.headers, cookies::session_name(&server.public));
        let actor = match token {
            Some(token) => sessions::resume(&server.app, token).await?,
            None => Actor::visitor(),
        };
        let wishes = Languages::of(&parts.headers);
        let guarded = parts.extensions.get::<Guarded>();
        let csrf = guarded.map_or_else(|| token_of(server, &parts.headers), |found| found.csrf.clone());
        let l = L10n::new(wishes.choose(&actor, None), Words::Community, "UTC");
        let mut frame = Frame::new(l, server.site.clone(), csrf, server.app.clock.now().0);
        let notice = cookies::notice(&parts.headers).filter(|key| frame.l.has(key));
        frame.notice = notice.map(|key| Notice { icon: "check", text: frame.l.t(key) });
        // Who pays is led on to a page that counts.
        let is_counting = parts.method.is_safe();
        if is_counting {
            frame.new_notices = notices::unread_count(&server.app, &actor).await?;
        }
        let query = Typed::from_encoded(parts.uri.query().unwrap_or_default().as_bytes());
        let client = Client::of(parts, &server.proxies);
        let device = cookies::cookie(&parts.headers, cookies::device_name(&server.public));
        let device = device.unwrap_or_default().to_owned();
        Ok(Self { server: server.clone(), actor, frame, client, query, device, wishes, is_counting })
    }

    /// The frame of a page for a reader who cannot be known, since the database does not answer.
    #[must_use]
    pub fn plain(server: &Server, headers: &HeaderMap) -> Frame {
        let locale = Languages::of(headers).choose(&Actor::visitor(), None);
        let l = L10n::new(locale, Words::Community, "UTC");
        Frame::new(l, server.site.clone(), token_of(server, headers), server.app.clock.now().0)
    }

    /// The use cases.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.server.app
    }

    /// The browser, for who signs in with it.
    #[must_use]
    pub fn browser(&self) -> sessions::Browser<'_> {
        sessions::Browser { agent: &self.client.agent, device: &self.device }
    }

    /// Goes to another page after something was done.
    #[must_use]
    pub fn see_other(&self, href: &str) -> Response {
        cookies::see_other(href)
    }

    /// Goes to another page, which tells by this message what was done; its key begins with `notice-`.
    #[must_use]
    pub fn noticed(&self, href: &str, key: &'static str) -> Response {
        cookies::noticed(&self.server.public, href, key)
    }

    /// In an exchange, whether as one of its members or not.
    ///
    /// # Errors
    /// When the database fails.
    async fn within(mut self, exchange: &Exchange, acting: Option<&Membership>) -> Result<Self, Stop> {
        let locale = self.wishes.choose(&self.actor, Some(exchange));
        let words = Words::parse(exchange.words.as_str());
        self.frame.l = L10n::new(locale, words, &exchange.time_zone);
        let colour = Colour::parse(&exchange.colour).unwrap_or(Colour::OURS);
        let (code, name) = (exchange.code.clone(), exchange.name.clone());
        self.frame.exchange = Some(ExchangeView { code, name, colour });
        let Some(acting) = acting else { return Ok(self.of_nowhere()) };
        self.frame.shape = frame::Shape::Places;
        self.frame.is_member = true;
        self.frame.who = Some(Who {
            name: acting.name.clone(),
            face: face_of(acting),
            href: own_page(acting),
            memberships: switchable(&self.actor, Some(acting)),
        });
        if !self.is_counting {
            return Ok(self);
        }
        self.frame.unread = messages::unread(&self.server.app, &self.actor, acting.member).await?;
        if let Some(account) = acting.account {
            self.frame.waiting = accounts::waiting_count(&self.server.app, &self.actor, account).await?;
        }
        Ok(self)
    }

    /// As a user who is no member where they are, or as a visitor.
    fn of_nowhere(mut self) -> Self {
        self.frame.who = self.actor.user().map(|user| Who {
            name: user.name.clone(),
            face: Face::new(&user.name, &user.id.0.to_string(), "individual", ""),
            href: "/me".to_owned(),
            memberships: switchable(&self.actor, None),
        });
        (self.frame.waiting, self.frame.unread) = (0, 0);
        self.frame.shape = frame::Shape::Visitor;
        self.frame.is_member = false;
        self
    }
}

/// The face of a membership.
#[must_use]
pub fn face_of(membership: &Membership) -> Face {
    let number = membership.number.as_deref().unwrap_or_default();
    Face::new(&membership.name, number, membership.kind.as_str(), &membership.portrait)
}

/// `/MARL/people/0027`
fn own_page(membership: &Membership) -> String {
    let number = membership.number.as_deref().unwrap_or_default();
    let digits = number.strip_prefix(membership.code.as_str()).unwrap_or(number);
    format!("/{}/people/{digits}", membership.code)
}

fn switchable(actor: &Actor, acting: Option<&Membership>) -> Vec<frame::Membership> {
    let active = actor.memberships().iter().filter(|found| found.account.is_some());
    active
        .map(|found| frame::Membership {
            id: found.member.0.to_string(),
            name: found.name.clone(),
            exchange: found.exchange_name.clone(),
            face: face_of(found),
            in_use: acting.is_some_and(|acting| acting.member == found.member),
        })
        .collect()
}
