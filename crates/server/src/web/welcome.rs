//! The front page: for visitors what this is, for users the way on; and the list of exchanges.

use app::exchanges::{self, Joining, Window};
use askama::Template;

use super::colour::Colour;
use super::errors::render;
use super::frame::Frame;
use super::stop::Answer;
use super::visitor::Visitor;
use crate::routes::Routes;
use crate::state::Server;

/// How many exchanges the front page shows.
const SOME: usize = 6;

/// The routes of these pages.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/", front).get("/exchanges", list)
}

/// An exchange in a list.
struct Card {
    code: String,
    name: String,
    locale: String,
    colour: Colour,
    /// The line below the name; empty when nothing is said.
    tagline: String,
    place: String,
    /// "143 people, counts in acorns"
    figures: String,
    /// Whether newcomers are taken, said only when not all are.
    joining: String,
}

impl Card {
    fn new(page: &Frame, window: Window) -> Self {
        let Window { exchange, members, unit } = window;
        let joining = match exchange.joining {
            Joining::Open => String::new(),
            Joining::Invited => page.t("exchanges-invited"),
            Joining::Closed => page.t("exchanges-closed"),
        };
        Self {
            figures: page.with("count", members).with("unit", unit).t("exchanges-figures"),
            colour: Colour::parse(&exchange.colour).unwrap_or(Colour::OURS),
            code: exchange.code,
            name: exchange.name,
            locale: exchange.locale,
            tagline: exchange.tagline,
            place: exchange.place,
            joining,
        }
    }
}

/// `welcome.html`.
#[derive(Template)]
#[template(path = "welcome.html")]
struct WelcomePage {
    page: Frame,
    cards: Vec<Card>,
    /// How many exchanges there are in all.
    count: usize,
}

/// `begin.html`: for a user who is in no exchange yet.
#[derive(Template)]
#[template(path = "begin.html")]
struct BeginPage {
    page: Frame,
    /// The exchanges that the user has asked to join.
    waiting: Vec<String>,
    cards: Vec<Card>,
    keeps_server: bool,
}

/// `exchanges.html`.
#[derive(Template)]
#[template(path = "exchanges.html")]
struct ExchangesPage {
    page: Frame,
    cards: Vec<Card>,
}

async fn front(visitor: Visitor) -> Answer {
    if let Some(acting) = visitor.actor.acting() {
        let to = visitor.see_other(&format!("/{}", acting.code));
        return Ok(to);
    }
    let windows = exchanges::windows(visitor.app()).await?;
    let count = windows.len();
    let page = visitor.frame.clone().visitor();
    let cards = windows.into_iter().take(SOME).map(|window| Card::new(&page, window)).collect();
    let Some(user) = visitor.actor.user() else {
        return Ok(render(&WelcomePage { page, cards, count }));
    };
    let memberships = visitor.actor.memberships().iter();
    let waiting = memberships.map(|waiting| waiting.exchange_name.clone()).collect();
    let page = page.titled("begin-title");
    Ok(render(&BeginPage { page, waiting, cards, keeps_server: user.server_admin }))
}

async fn list(visitor: Visitor) -> Answer {
    let page = visitor.frame.clone().titled("exchanges-title").visitor();
    let windows = exchanges::windows(visitor.app()).await?;
    let cards = windows.into_iter().map(|window| Card::new(&page, window)).collect();
    Ok(render(&ExchangesPage { page, cards }))
}
