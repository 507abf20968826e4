//! What people are to each other: the areas that they live in, what they say after a trade, and whom they want to find again.

use ledger::UserId;

use super::town::Town;
use crate::App;
use crate::actor::Actor;
use crate::demo::logins::LOGINS;
use crate::error::{Error, Result};
use crate::exchanges;
use crate::market;
use crate::people::areas::{self, AreaForm};
use crate::people::favourites::{self, Keep};
use crate::people::recommendations;
use crate::points::Point;

/// Neighbours, and listings, that each who signs in to the demo wants to find again.
const FAVOURITES: usize = 3;

impl Town {
    /// Divides the exchange into areas.
    pub(super) async fn divide(&mut self, app: &App, founder: UserId) -> Result<()> {
        let founder = Actor::of_user(app, founder).await?;
        for (name, places) in self.data.areas {
            let uuid = Town::name(app)?.0;
            let form = AreaForm { name: (*name).to_owned(), retired: false };
            areas::add(app, &founder, (self.id, uuid), &form).await?;
            self.areas.extend(places.iter().map(|place| (*place, uuid)));
        }
        Ok(())
    }

    /// The exchange says where it is, and so do most of its members.
    pub(super) async fn say_where(&self, app: &App) -> Result<()> {
        let mut tx = app.db.write().await?;
        let point = |(latitude, longitude)| Point { latitude, longitude };
        store::points::set_of_exchange(&mut tx, self.id, Some(point(self.data.point))).await?;
        for (at, resident) in self.residents.iter().enumerate() {
            let Some(whereabouts) = self.data.whereabouts(at, resident.member) else { continue };
            let now = app.clock.now();
            store::points::set_of_member(&mut tx, resident.id, Some(point(whereabouts)), now).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Says what was said of the last trade of so many days ago, and answers.
    pub(super) async fn praise(&mut self, app: &App, ago: i64) -> Result<()> {
        let Some(said) = self.data.praise.iter().find(|said| i64::from(said.days_ago) == ago) else {
            return Ok(());
        };
        let Some(trade) = self.latest else { return Ok(()) };
        let (payer, payee) = (self.at(trade.payer)?.user, self.at(trade.payee)?.user);
        let (payer, payee) = (self.actor(app, payer).await?, self.actor(app, payee).await?);
        let uuid = Town::name(app)?.0;
        match recommendations::recommend(app, &payer, (self.id, trade.id, uuid), said.words).await {
            // One person who operates both accounts says nothing.
            Err(Error::NotFound) => return Ok(()),
            recommended => recommended.map(|_| ())?,
        }
        if !said.answer.is_empty() {
            recommendations::answer(app, &payee, (self.id, uuid), said.answer).await?;
        }
        Ok(())
    }

    /// Those who sign in to the demo keep some favourites.
    pub(super) async fn keep_favourites(&mut self, app: &App) -> Result<()> {
        let is_told = |name: &str| LOGINS.iter().any(|login| login.name == name);
        let owners: Vec<(UserId, _)> = self
            .residents
            .iter()
            .filter(|resident| is_told(resident.member.name))
            .map(|resident| (resident.user, resident.id))
            .collect();
        let others: Vec<_> = self.residents.iter().rev().map(|resident| resident.id).collect();
        for (at, (user, own)) in owners.into_iter().enumerate() {
            let actor = self.actor(app, user).await?;
            let exchange = exchanges::by_code(app, &actor, self.data.code).await?;
            let liked = others.iter().skip(at * FAVOURITES).filter(|other| **other != own);
            for other in liked.take(FAVOURITES) {
                favourites::set_member(app, &actor, (self.id, own), (*other, Keep::Yes)).await?;
            }
            for listing in market::newest(app, &actor, &exchange, FAVOURITES).await? {
                favourites::set_listing(app, &actor, (&exchange, own), (listing.uuid, Keep::Yes)).await?;
            }
        }
        Ok(())
    }
}
