//! What members below zero could offer, and who may be glad of what one has put up: in a few lines on other pages.

use app::market::{self, Demand, Kind, Listing, Token};

use super::card::{Card, card};
use crate::web::stop::Stop;
use crate::web::visitor::Here;

/// How many lines of it a page shows.
const SHOWN: usize = 3;

/// What the reader could offer of what others want, each with why; nothing for who is not below zero.
pub(in crate::web) async fn chances(here: &Here) -> Result<Vec<Card>, Stop> {
    let locale = here.frame.l.locale().code();
    let found = market::chances(here.app(), &here.actor, &here.exchange, (locale, SHOWN)).await?;
    let why = |token: &Token| {
        let (key, what) = match token {
            Token::Skill(what) => ("earning-by-skill", what),
            Token::Offer(what) => ("earning-by-offer", what),
        };
        here.frame.with("what", what.as_str()).t(key)
    };
    let line = |chance: &market::Chance| Card { why: why(&chance.token), ..card(here, &chance.listing) };
    Ok(found.iter().map(line).collect())
}

/// Who may be glad of a listing, for its owner.
#[derive(Default)]
pub(super) struct Glad {
    /// What stands above it.
    pub(super) title: String,
    /// How many are told of it, in words; empty: nobody.
    pub(super) told: String,
    pub(super) cards: Vec<Card>,
}

impl Glad {
    pub(super) async fn of(here: &Here, listing: &Listing) -> Result<Self, Stop> {
        let Demand { suited, searchers } =
            market::demand(here.app(), &here.actor, &here.exchange, listing).await?;
        let title = match listing.kind {
            _ if suited.is_empty() => "earning-told",
            Kind::Offer => "listing-fits-wants",
            Kind::Want => "listing-fits-offers",
        };
        let told = if searchers > 0 {
            here.frame.with("count", searchers).t("earning-searchers")
        } else {
            String::new()
        };
        let cards = suited.iter().map(|other| card(here, other)).collect();
        Ok(Self { title: here.frame.t(title), told, cards })
    }

    /// Whether there is nobody.
    pub(super) fn is_nobody(&self) -> bool {
        self.told.is_empty() && self.cards.is_empty()
    }
}
