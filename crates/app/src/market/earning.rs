//! Helping members to earn: what somebody below zero could offer of what others want, and who looks for what is offered.
//!
//! What a member could do is taken from its *tokens*: what it says it can, and what it has offered. Each of them asks the index for open wants. That is done when a page shows it, stands for some minutes, and is never done for
//! somebody at zero or above.

use std::sync::Arc;

use ledger::id::AccountId;
use ledger::time::Instant;
use store::Tx;
use store::exchanges::Exchange;
use store::listings::shown::{self, Listing, Part, View};
use store::listings::{Kind, Sight};
use store::members::{self, MemberId};
use store::searches::matches;

use super::finding::{Hit, Sought};
use super::matching::LEAST;
use super::reading::slow_down;
use super::showing::{Standing, standing};
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::Result;

/// How long what was found stands, in seconds.
const FRESH_S: i64 = 600;
/// How many tokens of each sort count.
const TOKENS: usize = 5;
/// Characters of a token that count.
const TOKEN_MAX: usize = 80;
/// How many of the newest listings are looked at for offers.
const LISTINGS: i64 = 12;
/// How many wants each token asks for.
const ASKED: usize = 6;
/// How many are kept, of which some may be gone when they are shown.
const KEPT: usize = 12;
/// How many listings are shown that suit one.
const SUITED: usize = 3;

/// From what it follows that somebody could do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// The member says that it can do this.
    Skill(String),
    /// The member offers this or has offered it.
    Offer(String),
}

/// A want that a member could meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chance {
    /// The want.
    pub listing: Listing,
    /// Why.
    pub token: Token,
}

/// What was found for a member.
#[derive(Debug)]
pub(crate) struct Chances {
    at: Instant,
    /// Wants by their ids, what fits best first.
    found: Vec<(i64, Token)>,
}

/// What a member below zero could offer of what others want, what fits best first; for others nothing. Skills are taken to
/// be in the reader's language.
///
/// # Errors
/// When the database fails.
pub async fn chances(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    (locale, limit): (&str, usize),
) -> Result<Vec<Chance>> {
    let Some((own, account)) = earner(actor, exchange) else { return Ok(Vec::new()) };
    let mut tx = app.db.read().await?;
    let row = store::accounts::get(&mut tx, account).await?;
    if row.is_none_or(|row| row.balance >= 0) {
        return Ok(Vec::new());
    }
    let now = app.clock.now();
    let key = (own, locale.to_owned());
    let is_fresh = |kept: &Arc<Chances>| (0..FRESH_S * 1_000_000).contains(&(now.0 - kept.at.0));
    let kept = match app.kept.chances.get(&key).filter(is_fresh) {
        Some(kept) => kept,
        None => {
            let tokens = tokens(&mut tx, own, locale).await?;
            drop(tx);
            let found = look(app, exchange, &tokens).await?;
            let kept = Arc::new(Chances { at: now, found });
            app.kept.chances.put(key, kept.clone());
            tx = app.db.read().await?;
            kept
        }
    };
    let view = View { exchange: exchange.id, now, circle: Sight::Exchange };
    let ids: Vec<i64> = kept.found.iter().map(|(id, _)| *id).collect();
    let rows = shown::some(&mut tx, view, &ids, None).await?;
    let mut rows = of_others(&mut tx, (actor, own), rows).await?;
    let mut all = Vec::new();
    for (id, token) in &kept.found {
        let Some(at) = rows.iter().position(|row| row.id == *id && row.kind == Kind::Want) else { continue };
        all.push(Chance { listing: rows.swap_remove(at), token: token.clone() });
        if all.len() == limit {
            break;
        }
    }
    Ok(all)
}

/// As whom a person earns here, if they may.
fn earner(actor: &Actor, exchange: &Exchange) -> Option<(MemberId, AccountId)> {
    let own = actor.acting_in(exchange.id)?;
    let account = own.account?;
    let may = actor.can(Action::EditListing, Subject::member(exchange.id, own.member));
    may.then_some((own.member, account))
}

/// A token with the language that it is probably in.
type Spoken = (Token, String);

/// What is known of what a member can do.
async fn tokens(tx: &mut Tx, own: MemberId, locale: &str) -> Result<Vec<Spoken>> {
    let mut all = Vec::new();
    let member = members::get(tx, own).await?;
    let skills = member.map(|member| member.skills).unwrap_or_default();
    let skills = skills.split(['\n', ',', ';', '.']).map(str::trim).filter(|skill| !skill.is_empty());
    all.extend(skills.take(TOKENS).map(|skill| (Token::Skill(short(skill)), locale.to_owned())));
    let part = Part { before: None, limit: LISTINGS };
    let offers = shown::of_member(tx, own, part).await?.into_iter().filter(|one| one.kind == Kind::Offer);
    all.extend(offers.take(TOKENS).map(|offer| (Token::Offer(short(&offer.title)), offer.locale)));
    Ok(all)
}

fn short(text: &str) -> String {
    text.trim().chars().take(TOKEN_MAX).collect()
}

/// The wants that fit these, each once for what it fits best, what fits best first.
async fn look(app: &App, exchange: &Exchange, tokens: &[Spoken]) -> Result<Vec<(i64, Token)>> {
    let mut best: Vec<(Hit, &Token)> = Vec::new();
    for (token, locale) in tokens {
        let (Token::Skill(words) | Token::Offer(words)) = token;
        for hit in fitting(app, exchange, (words, locale), Kind::Want).await? {
            match best.iter_mut().find(|(other, _)| other.id == hit.id) {
                Some(other) if other.0.score >= hit.score => {}
                Some(other) => *other = (hit, token),
                None => best.push((hit, token)),
            }
        }
    }
    best.sort_by(|(one, _), (other, _)| other.score.total_cmp(&one.score).then(other.id.cmp(&one.id)));
    Ok(best.into_iter().take(KEPT).map(|(hit, token)| (hit.id, token.clone())).collect())
}

/// What of a kind fits these words so well that it may be told unasked.
async fn fitting(
    app: &App,
    exchange: &Exchange,
    (words, locale): (&str, &str),
    kind: Kind,
) -> Result<Vec<Hit>> {
    let sought = Sought {
        words: words.to_owned(),
        kind: Some(kind),
        ..Sought::everything(exchange.id, locale, app.clock.now())
    };
    let mut hits = app.finder.find_at_hand(app, &sought, ASKED).await?;
    hits.retain(|hit| hit.score >= LEAST);
    Ok(hits)
}

/// Those that others have put up with whom the reader can come together.
async fn of_others(
    tx: &mut Tx,
    (actor, own): (&Actor, MemberId),
    rows: Vec<Listing>,
) -> Result<Vec<Listing>> {
    let mut kept = Vec::new();
    for row in rows {
        let apart = actor.operates(row.account)
            || store::blocks::is_blocked(tx, own, row.member).await?
            || store::blocks::is_blocked(tx, row.member, own).await?;
        if !apart {
            kept.push(row);
        }
    }
    Ok(kept)
}

/// Who looks for what one offers, or offers what one looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Demand {
    /// Listings of others of the other kind that it suits, what fits best first.
    pub suited: Vec<Listing>,
    /// How many members it was found for by a search that they have saved.
    pub searchers: i64,
}

/// Who may be glad of a listing of one's own that is shown; of others' nothing.
///
/// # Errors
/// When the database fails.
pub async fn demand(app: &App, actor: &Actor, exchange: &Exchange, listing: &Listing) -> Result<Demand> {
    let now = app.clock.now();
    let is_mine = actor.operates(listing.account) && listing.exchange == exchange.id;
    if !is_mine || standing(listing, now) != Standing::Shown {
        return Ok(Demand::default());
    }
    // Who looks again and again at what is their own keeps nobody else from searching.
    if slow_down(app, actor, "").is_err() {
        return Ok(Demand::default());
    }
    let other = if listing.kind == Kind::Offer { Kind::Want } else { Kind::Offer };
    let hits = fitting(app, exchange, (&listing.title, &listing.locale), other).await?;
    let ids: Vec<i64> = hits.iter().map(|hit| hit.id).collect();
    let view = View { exchange: exchange.id, now, circle: Sight::Exchange };
    let mut tx = app.db.read().await?;
    let rows = shown::some(&mut tx, view, &ids, None).await?;
    let mut suited = of_others(&mut tx, (actor, listing.member), rows).await?;
    suited.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    suited.truncate(SUITED);
    Ok(Demand { suited, searchers: matches::searchers(&mut tx, listing.id).await? })
}
