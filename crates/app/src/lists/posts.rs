//! Offers and wants.

use std::collections::HashMap;

use ledger::Instant;
use store::Tx;
use store::exchanges::Exchange;
use store::listings::{Kind, State};
use store::lists::posts::{By, Filter, Line, Seen};
use store::lists::{Cut, Direction};
use store::members::{MemberId, State as MemberState};
use uuid::Uuid;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::market::{self, Reader, Sight};

/// Which offers or wants are wanted.
#[derive(Clone, Debug)]
pub struct Posts {
    /// Which of the two.
    pub kind: Kind,
    /// Their names outside; none: all.
    pub uuids: Option<Vec<Uuid>>,
    /// Their owners, outside; none: all.
    pub members: Option<Vec<Uuid>>,
    /// What they are sorted under, outside; none: whatever.
    pub categories: Option<Vec<Uuid>>,
    /// What is looked for; empty: everything. The best comes first then.
    pub words: String,
    /// Shown or hidden; none: either.
    pub state: Option<State>,
    /// Whether their time is over; none: either.
    pub ended: Option<bool>,
    /// They were made after this.
    pub since: Instant,
    /// They end before this; none: whenever.
    pub ends_before: Option<Instant>,
    /// What they are sorted by.
    pub by: (By, Direction),
    /// Which part.
    pub cut: Cut,
}

impl Posts {
    /// All of a kind, the newest first: the first of them.
    #[must_use]
    pub fn newest(kind: Kind, limit: i64) -> Self {
        Self {
            kind,
            uuids: None,
            members: None,
            categories: None,
            words: String::new(),
            state: None,
            ended: None,
            since: Instant(i64::MIN),
            ends_before: None,
            by: (By::Updated, Direction::Descending),
            cut: Cut { offset: 0, limit },
        }
    }
}

/// An offer or want as somebody sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostView {
    /// The listing.
    pub line: Line,
    /// Its pictures that are made, in order.
    pub pictures: Vec<Uuid>,
    /// Whether it may be seen whose it is.
    pub shows_owner: bool,
}

/// A part of an exchange's offers or wants, and how many there are in all parts: what is shown to this person, and of their own
/// all.
///
/// # Errors
/// [`Error::NotAllowed`] where nothing is shown to strangers, [`Error::Busy`] after very many searches.
pub async fn posts(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    wanted: &Posts,
    reader: Reader<'_>,
) -> Result<(Vec<PostView>, i64)> {
    let here = Subject::exchange(exchange.id);
    let circle = market::circle(actor, exchange);
    let Some(circle) = circle else {
        actor.may(Action::SeeListings, here)?;
        return Err(Error::NotFound);
    };
    // Whoever may not see whose something is does not find out by asking for somebody's.
    if circle == Sight::Everyone && wanted.members.is_some() {
        return Ok((Vec::new(), 0));
    }
    let words = wanted.words.trim();
    let found = match words {
        "" => None,
        words => Some(market::found_ids(app, actor, exchange, (wanted.kind, words), reader).await?),
    };
    let seen = if actor.can(Action::StopListing, here) { Seen::All } else { Seen::By(circle) };
    let whole = Cut { offset: 0, limit: i64::from(i32::MAX) };
    let filter = Filter {
        exchange: exchange.id,
        kind: wanted.kind,
        now: app.clock.now(),
        seen,
        own: own_here(actor, exchange),
        ids: found.clone(),
        uuids: wanted.uuids.clone(),
        members: wanted.members.clone(),
        categories: wanted.categories.clone(),
        state: wanted.state,
        ended: wanted.ended,
        since: wanted.since,
        ends_before: wanted.ends_before,
        by: wanted.by,
        cut: if found.is_some() { whole } else { wanted.cut },
    };
    let mut tx = app.db.read().await?;
    let mut lines = store::lists::posts::page(&mut tx, &filter).await?;
    let total = match lines.first() {
        Some(line) => line.total,
        None if filter.cut.offset > 0 => {
            let first = Filter { cut: Cut { offset: 0, limit: 1 }, ..filter };
            store::lists::posts::page(&mut tx, &first).await?.first().map_or(0, |line| line.total)
        }
        None => 0,
    };
    if let Some(found) = found {
        let rank: HashMap<i64, usize> = found.into_iter().enumerate().map(|(rank, id)| (id, rank)).collect();
        lines.sort_by_key(|line| rank.get(&line.id).copied());
        let at = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
        lines = lines.into_iter().skip(at(wanted.cut.offset)).take(at(wanted.cut.limit)).collect();
    }
    Ok((with_pictures(&mut tx, actor, (lines, circle)).await?, total))
}

/// One offer or want, by its name outside.
///
/// # Errors
/// As [`posts`], and [`Error::NotFound`].
pub async fn post(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    (kind, uuid): (Kind, Uuid),
) -> Result<PostView> {
    let wanted = Posts { uuids: Some(vec![uuid]), ..Posts::newest(kind, 1) };
    let nobody = Reader { locale: "", network: "" };
    let (mut found, _) = posts(app, actor, exchange, &wanted, nobody).await?;
    found.pop().ok_or(Error::NotFound)
}

async fn with_pictures(
    tx: &mut Tx,
    actor: &Actor,
    (lines, circle): (Vec<Line>, Sight),
) -> Result<Vec<PostView>> {
    let uuids: Vec<Uuid> = lines.iter().map(|line| line.uuid).collect();
    let shots = store::lists::posts::pictures(tx, &uuids).await?;
    let view = |line: Line| PostView {
        pictures: shots.iter().filter(|shot| shot.listing == line.uuid).map(|shot| shot.uuid).collect(),
        // Visitors see what is offered, not by whom.
        shows_owner: circle != Sight::Everyone || actor.operates(line.account),
        line,
    };
    Ok(lines.into_iter().map(view).collect())
}

fn own_here(actor: &Actor, exchange: &Exchange) -> Vec<MemberId> {
    let own = actor.memberships().iter().filter(|membership| membership.exchange == exchange.id);
    own.filter(|membership| membership.state == MemberState::Active)
        .map(|membership| membership.member)
        .collect()
}
