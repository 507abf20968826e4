//! Trades that were recorded from a listing.

use store::Tx;
use store::listings::{Kind, State};
use uuid::Uuid;

use crate::App;
use crate::error::Result;
use crate::trades::NewTrade;

/// What a trade was recorded from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The listing.
    pub uuid: Uuid,
    /// An offer or a want.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Whether it has been taken away: then nothing of it is left but the title.
    pub is_removed: bool,
}

/// The trade, with its listing only if that is of this exchange and its owner provides what they offer, or receives what they
/// want: somebody may have begun with a listing and then chosen another person.
pub(crate) async fn fitting(app: &App, trade: NewTrade) -> Result<NewTrade> {
    let Some(uuid) = trade.settles else { return Ok(trade) };
    let found = store::listings::shown::get(&mut app.db.read().await?, uuid).await?;
    let fits = found.is_some_and(|listing| {
        let owner = match listing.kind {
            Kind::Offer => trade.payee,
            Kind::Want => trade.payer,
        };
        listing.exchange == trade.exchange && listing.account == owner && listing.state != State::Removed
    });
    Ok(NewTrade { settles: trade.settles.filter(|_| fits), ..trade })
}

/// What a trade names as its listing, if that is still known.
pub(crate) async fn settled(tx: &mut Tx, uuid: Option<Uuid>) -> Result<Option<Settled>> {
    let Some(uuid) = uuid else { return Ok(None) };
    let found = store::listings::shown::get(tx, uuid).await?;
    Ok(found.map(|listing| Settled {
        uuid,
        kind: listing.kind,
        title: listing.title,
        is_removed: listing.state == State::Removed,
    }))
}
