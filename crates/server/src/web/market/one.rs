//! One offer or want: what it is, for what, whose, until when; the way to a trade, and what its owner can do.

use app::actor::Action;
use app::market::{self, Kind, Listing, Seen, Standing, Terms};
use app::members::Kind as MemberKind;
use app::messages::Topic;
use app::people::favourites;
use app::pictures::{Picture, State as PictureState};
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::card::{Card, card, category_name, face, price, until};
use super::earning::Glad;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::render;
use crate::web::face::Face;
use crate::web::forms::uuid;
use crate::web::frame::{Frame, Place};
use crate::web::markdown::markup;
use crate::web::messages::write_to;
use crate::web::people;
use crate::web::person::short;
use crate::web::pictures::{Shot, refused, shots};
use crate::web::points;
use crate::web::stop::{Answer, Stop, encoded};
use crate::web::visitor::Here;

/// Adds the route of one listing.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/market/{id}", show)
}

/// `listing.html`.
#[derive(Template)]
#[template(path = "listing.html")]
struct ListingPage {
    page: Frame,
    id: String,
    listing: Listing,
    is_want: bool,
    price: String,
    /// Its text as markup; tamed.
    body: String,
    tags: Vec<String>,
    pictures: Vec<Shot>,
    /// What is to be said of its pictures, for its owner.
    about_pictures: Vec<String>,
    /// What is not as usual, for its owner and administrators; mostly empty.
    unusual: String,
    owner: Option<Owner>,
    /// Where a trade from it is recorded; empty when none can be.
    trade: String,
    /// What its owner can do.
    mine: Option<Mine>,
    /// Whether it is a favourite of the reader's; none where it cannot be.
    is_favourite: Option<bool>,
    /// Whether the reader may tell the administrators of it.
    may_report: bool,
    /// What administrators can do.
    keeper: Option<Keeper>,
    trades: Vec<Trade>,
    others: Vec<Card>,
    /// For its owner, who may be glad of it.
    glad: Glad,
    /// Whether the reader would see more as a member.
    is_outside: bool,
}

struct Owner {
    name: String,
    /// The name for sentences.
    short: String,
    /// Where they are written to about it; empty when they are not.
    write: String,
    face: Face,
    sub: String,
    href: String,
}

/// What the owner can do about it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Mine {
    renew: bool,
    hide: bool,
    show: bool,
}

/// What administrators can do about it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keeper {
    Stop,
    Release,
}

struct Trade {
    href: String,
    title: String,
    sub: String,
}

/// The listing of a name in an address.
pub(in crate::web) fn listing_id(text: &str) -> Result<Uuid, Stop> {
    uuid(text)
}

/// `GET /{code}/market/{id}`
async fn show(here: Here, Path((_, id)): Path<(String, String)>) -> Answer {
    let seen = market::listing(here.app(), &here.actor, &here.exchange, listing_id(&id)?).await?;
    let page = here.frame.clone().titled_as(&seen.listing.title).at(Place::Market);
    let listing = &seen.listing;
    Ok(render(&ListingPage {
        id: listing.uuid.to_string(),
        is_want: listing.kind == Kind::Want,
        price: price(&page, listing, &here.unit),
        body: markup(&listing.body),
        tags: tags(&page, &seen),
        pictures: shots(&page, &seen.pictures),
        about_pictures: about_pictures(&here, &seen),
        unusual: unusual(&page, &seen),
        owner: face(listing).map(|face| owner(&here, listing, face)),
        trade: trade(&here, &seen),
        mine: (seen.mine && here.can(Action::EditListing)).then(|| mine(&seen)),
        is_favourite: is_favourite(&here, &seen).await?,
        may_report: !seen.mine && here.membership.is_some() && here.can(Action::Report),
        keeper: keeper(&here, &seen),
        trades: seen.trades.iter().map(|trade| recorded(&page, trade)).collect(),
        others: seen.others.iter().take(6).map(|other| card(&here, other)).collect(),
        glad: if seen.mine { Glad::of(&here, listing).await? } else { Glad::default() },
        is_outside: listing.number.is_empty(),
        listing: seen.listing,
        page,
    }))
}

async fn is_favourite(here: &Here, seen: &Seen) -> Result<Option<bool>, Stop> {
    let Some(own) = here.membership.as_ref().filter(|_| !seen.mine) else { return Ok(None) };
    let ours = (here.id(), own.member);
    Ok(Some(favourites::has_listing(here.app(), &here.actor, ours, seen.listing.id).await?))
}

fn tags(page: &Frame, seen: &Seen) -> Vec<String> {
    let categories = seen.categories.iter().map(|category| category_name(page, category));
    let away = points::away(page, seen.away);
    let rest = [seen.listing.place.clone(), away, until(page, &seen.listing, seen.standing)];
    categories.chain(rest).filter(|tag| !tag.is_empty()).collect()
}

/// For its owner: what could not be taken, and that pictures say nothing to those who cannot see them.
fn about_pictures(here: &Here, seen: &Seen) -> Vec<String> {
    let mut told = refused(here, &seen.pictures);
    let is_silent = |picture: &Picture| picture.state == PictureState::Ready && picture.alt.is_empty();
    if seen.mine && seen.pictures.iter().any(is_silent) {
        told.push(here.frame.t("pictures-undescribed"));
    }
    told
}

fn unusual(page: &Frame, seen: &Seen) -> String {
    match seen.standing {
        Standing::Shown => String::new(),
        Standing::Hidden => page.t("listing-hidden-lead"),
        Standing::Stopped => page.with("reason", &seen.listing.hidden_why).t("listing-stopped-lead"),
        Standing::Ended => page.t("listing-ended-lead"),
    }
}

fn owner(here: &Here, listing: &Listing, face: Face) -> Owner {
    let mine = here.actor.operates(listing.account);
    let topic = Topic::Listing(listing.uuid);
    Owner {
        name: listing.name.clone(),
        short: short(&listing.name, listing.member_kind == MemberKind::Individual),
        write: if mine { String::new() } else { write_to(here, &listing.number, topic) },
        face,
        sub: listing.number.clone(),
        href: here.frame.to(&format!("people/{}", people::digits(here, &listing.number))),
    }
}

/// The form of a trade with everything that is known filled in. A gift is no trade.
fn trade(here: &Here, seen: &Seen) -> String {
    let listing = &seen.listing;
    if here.membership.is_none() || !here.can(Action::Pay) || listing.terms == Terms::Gift {
        return String::new();
    }
    // Whoever reads an offer receives; whoever reads a want provides; for its owner it is the other way round.
    let did = if (listing.kind == Kind::Offer) == seen.mine { "provided" } else { "received" };
    let with = if seen.mine { "" } else { people::digits(here, &listing.number) };
    let amount = listing.amount.map(|amount| here.frame.typed(amount, &here.unit)).unwrap_or_default();
    here.frame.to(&format!(
        "trade?did={did}&with={with}&amount={}&what={}&listing={}",
        encoded(&amount),
        encoded(&listing.title),
        listing.uuid
    ))
}

fn mine(seen: &Seen) -> Mine {
    let ends = seen.listing.days.is_some();
    Mine {
        renew: ends && matches!(seen.standing, Standing::Shown | Standing::Ended),
        hide: seen.standing == Standing::Shown,
        show: seen.standing == Standing::Hidden,
    }
}

fn keeper(here: &Here, seen: &Seen) -> Option<Keeper> {
    let may = here.can(Action::StopListing) && !seen.mine;
    match seen.standing {
        Standing::Stopped if may => Some(Keeper::Release),
        Standing::Shown if may => Some(Keeper::Stop),
        _ => None,
    }
}

fn recorded(page: &Frame, trade: &app::trades::Request) -> Trade {
    let both = page.with("giver", &trade.payee.name).with("taker", &trade.payer.name);
    Trade {
        href: page.to(&format!("trades/{}", trade.row.uuid)),
        title: both.t("listing-trade"),
        sub: page.ago_text(trade.row.created_at.0, page.now),
    }
}
