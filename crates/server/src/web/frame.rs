//! What every page needs around its content: who reads, where they are, the exchange, the words.

mod parts;

use std::ops::Deref;

use super::colour::Colour;
use super::face::Face;
use super::l10n::{L10n, Locale};

/// The server as its pages show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The server's name: "Ayni" unless its operator chose another.
    pub name: String,
    /// Whether it runs the demo, which says so on every page.
    pub kind: SiteKind,
}

/// A real server, or a demo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteKind {
    /// For real.
    Real,
    /// With invented people.
    Demo,
}

/// The exchange a page belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeView {
    /// Four characters, upper case.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The member's name in this exchange, or the user's own where there is no exchange.
    pub name: String,
    /// Their face.
    pub face: Face,
    /// Where their own page is.
    pub href: String,
    /// The memberships of this user, for the switcher; the one in use is marked.
    pub memberships: Vec<Membership>,
}

/// One membership in the switcher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// What `POST /switch` takes as `member`.
    pub id: String,
    /// The member's name.
    pub name: String,
    /// The exchange's name.
    pub exchange: String,
    /// The member's face.
    pub face: Face,
    /// Whether it is the one in use.
    pub in_use: bool,
}

/// Which of the five places is marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// None of them.
    #[default]
    Nowhere,
    /// Home.
    Home,
    /// Market.
    Market,
    /// Trade.
    Trade,
    /// Messages.
    Messages,
    /// More, and everything that is reached from it.
    More,
}

/// How the page stands on a screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// With the five places. Falls back to a visitor's page for whoever is no member of the page's exchange.
    #[default]
    Places,
    /// One thing to do: on a phone no places, but a way back to this address.
    Task(String),
    /// As visitors see the server: no places, a foot.
    Visitor,
    /// Whoever reads it: nothing that leads anywhere, for there may be no network.
    Alone,
}

/// A sentence that tells what just happened, after a redirect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The icon: `check` for something done, `info` otherwise.
    pub icon: &'static str,
    /// The sentence, translated.
    pub text: String,
}

/// The frame of a page. Every page's struct has one, named `page`; it dereferences to [`L10n`], so `page.t("key")` speaks.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Words, numbers, dates.
    pub l: L10n,
    /// The server.
    pub site: Site,
    /// The page's title, translated.
    pub title: String,
    /// The token that each form carries as `csrf`.
    pub csrf: String,
    /// The moment of the request, microseconds UTC: what "yesterday" counts from.
    pub now: i64,
    /// The exchange, if the page belongs to one.
    pub exchange: Option<ExchangeView>,
    /// Who is signed in, if anyone.
    pub who: Option<Who>,
    /// Whether they are a member of the page's exchange.
    pub is_member: bool,
    /// The marked place.
    pub place: Place,
    /// How it stands on the screen.
    pub shape: Shape,
    /// How many things wait for this member.
    pub waiting: u32,
    /// How many of the member's conversations hold something new; not counted either for a form that is sent.
    pub unread: u32,
    /// How many notices the user has not read; nobody counts them for a form that is sent.
    pub new_notices: u32,
    /// What just happened.
    pub notice: Option<Notice>,
}

impl Deref for Frame {
    type Target = L10n;

    fn deref(&self) -> &L10n {
        &self.l
    }
}

impl Frame {
    /// The frame of a visitor's page; whoever reads the session fills in the rest.
    #[must_use]
    pub fn new(l: L10n, site: Site, csrf: String, now: i64) -> Self {
        Self {
            title: site.name.clone(),
            l,
            site,
            csrf,
            now,
            exchange: None,
            who: None,
            is_member: false,
            place: Place::Nowhere,
            shape: Shape::Places,
            waiting: 0,
            unread: 0,
            new_notices: 0,
            notice: None,
        }
    }

    /// Gives the page its title by a message's key.
    #[must_use]
    pub fn titled(self, key: &str) -> Self {
        let title = self.l.t(key);
        self.titled_as(title)
    }

    /// Gives the page a title that is no message, such as a member's name.
    #[must_use]
    pub fn titled_as(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// Marks one of the five places.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    /// Makes it a page with one thing to do and a way back to `href`.
    #[must_use]
    pub fn task(mut self, href: impl Into<String>) -> Self {
        self.shape = Shape::Task(href.into());
        self
    }

    /// Makes it a page as visitors see it.
    #[must_use]
    pub fn visitor(mut self) -> Self {
        self.shape = Shape::Visitor;
        self
    }

    /// Makes it a page that leads nowhere.
    #[must_use]
    pub fn alone(mut self) -> Self {
        self.shape = Shape::Alone;
        self
    }

    /// Tells what just happened: a message's key.
    #[must_use]
    pub fn noticed(mut self, key: &str) -> Self {
        self.notice = Some(Notice { icon: "check", text: self.l.t(key) });
        self
    }

    /// The address of a page of this exchange: `page.to("statement")` is `/MARL/statement`, `page.to("")` is `/MARL`.
    #[must_use]
    pub fn to(&self, rest: &str) -> String {
        match (&self.exchange, rest) {
            (Some(exchange), "") => format!("/{}", exchange.code),
            (Some(exchange), rest) => format!("/{}/{rest}", exchange.code),
            (None, rest) => format!("/{rest}"),
        }
    }

    /// The exchange's name, or the server's.
    #[must_use]
    pub fn home_name(&self) -> &str {
        self.exchange.as_ref().map_or(&self.site.name, |exchange| &exchange.name)
    }

    /// Six digits of the colour that the page wears.
    #[must_use]
    pub fn colour(&self) -> String {
        self.exchange.as_ref().map_or(Colour::OURS, |exchange| exchange.colour).hex()
    }

    /// The class of the body.
    #[must_use]
    pub fn body_class(&self) -> &'static str {
        match (&self.shape, self.has_places()) {
            (Shape::Task(_), true) => "task",
            (_, true) => "",
            (_, false) => "visitor",
        }
    }

    /// Whether the five places are shown: for members within an exchange.
    #[must_use]
    pub fn has_places(&self) -> bool {
        self.is_member && self.exchange.is_some() && !matches!(self.shape, Shape::Visitor | Shape::Alone)
    }

    /// Whether it leads anywhere.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        self.shape == Shape::Alone
    }

    /// What a field is called in the list of mistakes: the message `field-{name}`, or nothing when there is none.
    #[must_use]
    pub fn field_label(&self, name: &str) -> String {
        let key = format!("field-{name}");
        if self.l.has(&key) { self.l.t(&key) } else { String::new() }
    }

    /// Where the way back of a task leads.
    #[must_use]
    pub fn way_back(&self) -> Option<&str> {
        match &self.shape {
            Shape::Task(href) => Some(href),
            Shape::Places | Shape::Visitor | Shape::Alone => None,
        }
    }

    /// Whether this is the demo.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.site.kind == SiteKind::Demo
    }

    /// Whether this is the marked place.
    #[must_use]
    pub fn is_at(&self, place: Place) -> bool {
        self.place == place
    }

    /// All languages but the page's own, for the menu of languages.
    #[must_use]
    pub fn other_locales(&self) -> Vec<Locale> {
        Locale::ALL.into_iter().filter(|locale| *locale != self.l.locale()).collect()
    }
}
