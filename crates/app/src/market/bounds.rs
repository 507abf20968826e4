//! What an exchange allows of listings.

use ledger::id::ExchangeId;
use store::exchanges::Exchange;
use store::listings::{Bounds, Sight};

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act, Detail, Entry};
use crate::error::{Error, Result};
use crate::form::Form;

/// The longest that an exchange may let a listing stand, in days: five years.
const DAYS_MAX: i64 = 1830;

/// What an exchange allows of listings.
#[must_use]
pub fn bounds_of(exchange: &Exchange) -> Bounds {
    Bounds { days: exchange.listing_days, endless: exchange.listing_endless, sight: exchange.listing_sight }
}

/// Changes what an exchange allows. What stands already keeps its end, and is shown no wider than is allowed now.
///
/// # Errors
/// [`Error::Wrong`] on `span`, [`Error::NotAllowed`] for anyone but administrators.
pub async fn set_bounds(app: &App, actor: &Actor, exchange: ExchangeId, bounds: Bounds) -> Result<()> {
    actor.may(Action::EditMarket, Subject::exchange(exchange))?;
    let mut form = Form::new();
    if !(1..=DAYS_MAX).contains(&bounds.days) {
        form.wrong_with("span", "error-listing-days", vec![("max", DAYS_MAX.to_string())]);
    }
    form.finish()?;
    let mut tx = app.db.write().await?;
    let before = store::exchanges::get(&mut tx, exchange).await?.ok_or(Error::NotFound)?;
    store::exchanges::set_bounds(&mut tx, exchange, &bounds).await?;
    let entry =
        Entry { actor, exchange, act: Act::MarketChanged, subject: &before.name, detail: Detail::default() };
    audit::exchange(&mut tx, app, entry).await?;
    Ok(tx.commit().await?)
}

/// The circle to which a person belongs here, if anything is shown to them at all. There are no links between exchanges
/// yet, so nobody is of a linked one.
pub(crate) fn circle(actor: &Actor, exchange: &Exchange) -> Option<Sight> {
    if actor.can(Action::SeeListings, Subject::exchange(exchange.id)) {
        return Some(Sight::Exchange);
    }
    let is_open =
        exchange.state == store::exchanges::State::Active && exchange.listing_sight == Sight::Everyone;
    is_open.then_some(Sight::Everyone)
}
