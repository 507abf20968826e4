//! What people offer and want is put up, on its day.

use ledger::unit::Separators;

use super::town::{Town, broken};
use crate::App;
use crate::demo::put_up::{Price, PutUp};
use crate::error::Result;
use crate::market::{self, ListingForm, Span, State, Terms};
use crate::pictures;

/// The name of a listing's drawing: what it shows, and a number that settles how.
fn drawing(listing: &PutUp, at: usize) -> Option<String> {
    (!listing.drawn.is_empty()).then(|| format!("{}-{}", listing.drawn, at * 5 % 24))
}

impl Town {
    /// Puts up what was put up so many days ago.
    pub(super) async fn put_up(&mut self, app: &App, ago: i64) -> Result<()> {
        let today = |listing: &&PutUp| i64::from(listing.days_ago) == ago;
        if !self.data.put_up().any(|listing| today(&listing)) {
            return Ok(());
        }
        let categories = market::categories(app, self.id).await?;
        for (at, listing) in (0..).zip(self.data.put_up()).filter(|(_, listing)| today(listing)) {
            let of_it = |one: &&market::Category| one.concept.as_deref() == Some(listing.category);
            let category = categories.iter().find(of_it).ok_or_else(|| broken(listing.category))?;
            let (member, user) = {
                let owner = self.at(self.resident(listing.by)?)?;
                (owner.id, owner.user)
            };
            let actor = self.actor(app, user).await?;
            let form = self.form(listing, category);
            let id = Town::name(app)?.0;
            market::publish(app, &actor, (member, id), &form).await?;
            if let Some(drawing) = drawing(listing, at) {
                pictures::draw(app, (member, id), (&drawing, listing.title)).await?;
            }
        }
        Ok(())
    }

    fn form(&self, listing: &PutUp, category: &market::Category) -> ListingForm {
        let (terms, amount, price) = match listing.price {
            Price::Of(amount, note) => (Terms::Amount, amount, note),
            Price::Agreed => (Terms::Agreed, "", ""),
            Price::Gift => (Terms::Gift, "", ""),
        };
        let locale = if listing.locale.is_empty() { self.data.locale } else { listing.locale };
        ListingForm {
            kind: Some(listing.kind),
            state: if listing.hidden { State::Hidden } else { State::Published },
            title: listing.title.to_owned(),
            body: listing.body.to_owned(),
            keywords: String::new(),
            category: Some(category.uuid),
            terms: Some(terms),
            amount: amount.to_owned(),
            separators: Separators::ENGLISH,
            price: price.to_owned(),
            money: listing.money.to_owned(),
            place: listing.place.to_owned(),
            sight: Some(listing.sight),
            locale: locale.to_owned(),
            span: Some(Span::Days(listing.days)),
        }
    }
}
