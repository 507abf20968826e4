//! A town to trade in: Marling with its members, and Pinewood next door.

use app::accounts;
use app::actor::Actor;
use app::mail::{Envelope, Letter, Side};
use app::news::Event;
use app::testing::{Person, World};
use app::trades::{self, Correction, NewTrade, Stand, TradeView};
use app::{Error, Result};
use ledger::policy::Policy;
use ledger::transfer::{Channel, Wish};
use ledger::{AccountId, Amount, ExchangeId, Receipt, TransferId};

/// Marling: `ana`, `bea` and `carl` are members, `cleo` coordinates, `admin-marl` administers.
pub(crate) struct Town {
    pub(crate) world: World,
    pub(crate) exchange: ExchangeId,
    pub(crate) ana: Person,
    pub(crate) bea: Person,
    pub(crate) carl: Person,
    pub(crate) cleo: Person,
}

impl Town {
    pub(crate) async fn new() -> Self {
        let world = World::new().await;
        let exchange = world.exchange("MARL").await;
        let ana = world.member("ana", exchange).await;
        let bea = world.member("bea", exchange).await;
        let carl = world.member("carl", exchange).await;
        let cleo = world.coordinator("cleo", exchange).await;
        Self { world, exchange, ana, bea, carl, cleo }
    }

    /// Marling with other rules.
    pub(crate) async fn with(change: impl FnOnce(&mut Policy)) -> Self {
        let town = Self::new().await;
        town.change(change).await;
        town
    }

    /// Changes the rules.
    pub(crate) async fn change(&self, change: impl FnOnce(&mut Policy)) {
        let mut policy = accounts::policy(&self.world.app, self.exchange).await.unwrap();
        change(&mut policy);
        let admin = self.world.admin("MARL").await;
        accounts::set_policy(&self.world.app, &admin, self.exchange, policy, "agreed").await.unwrap();
    }

    /// Pinewood, with its administrator and `zoe`.
    pub(crate) async fn next_door(&self) -> (ExchangeId, Person) {
        let exchange = self.world.exchange("PINE").await;
        let zoe = self.world.member("zoe", exchange).await;
        (exchange, zoe)
    }

    pub(crate) async fn actor(&self, name: &str) -> Actor {
        self.world.actor(name).await
    }

    /// A fresh name.
    pub(crate) fn id(&self) -> TransferId {
        TransferId(self.world.app.random.uuid(self.world.app.clock.now()).unwrap())
    }

    /// An order for bread.
    pub(crate) fn order(&self, payer: AccountId, payee: AccountId, units: i64, stand: Stand) -> NewTrade {
        NewTrade {
            id: self.id(),
            exchange: self.exchange,
            payer,
            payee,
            amount: Amount::new(units).unwrap(),
            description: "bread".into(),
            traded_on: None,
            channel: Channel::Web,
            wish: Wish::Count,
            stand,
            settles: None,
        }
    }

    /// Ana pays Bea.
    pub(crate) fn payment(&self, units: i64) -> NewTrade {
        self.order(self.ana.account, self.bea.account, units, Stand::Own(self.ana.account))
    }

    /// Bea asks Ana for units.
    pub(crate) fn request(&self, units: i64) -> NewTrade {
        let stand = Stand::Own(self.bea.account);
        NewTrade { wish: Wish::Wait, ..self.order(self.ana.account, self.bea.account, units, stand) }
    }

    pub(crate) async fn record(&self, who: &str, trade: &NewTrade) -> Result<Receipt> {
        trades::record(&self.world.app, &self.actor(who).await, trade.clone()).await
    }

    /// Ana pays Bea, which counts.
    pub(crate) async fn paid(&self, units: i64) -> TransferId {
        let trade = self.payment(units);
        assert!(self.record("ana", &trade).await.unwrap().counted);
        trade.id
    }

    /// Cleo keys that Ana pays Bea, which counts.
    pub(crate) async fn keyed(&self, units: i64) -> TransferId {
        let trade = self.order(self.ana.account, self.bea.account, units, Stand::Coordinator);
        assert!(self.record("cleo", &trade).await.unwrap().counted);
        trade.id
    }

    /// Bea asks Ana for units, which waits.
    pub(crate) async fn asked(&self, units: i64) -> TransferId {
        let trade = self.request(units);
        assert!(!self.record("bea", &trade).await.unwrap().counted);
        trade.id
    }

    pub(crate) fn correction(&self, units: i64) -> Correction {
        let (reversal, replacement) = (self.id(), self.id());
        let amount = Amount::new(units).unwrap();
        Correction { reversal, replacement, amount, description: "stale bread".into() }
    }

    pub(crate) async fn view(&self, who: &str, id: TransferId) -> Result<TradeView> {
        trades::view(&self.world.app, &self.actor(who).await, self.exchange, id).await
    }

    /// The balances of Ana and Bea.
    pub(crate) async fn balances(&self) -> (i64, i64) {
        (self.balance(self.ana.account).await, self.balance(self.bea.account).await)
    }

    pub(crate) async fn balance(&self, account: AccountId) -> i64 {
        let admin = self.world.admin("MARL").await;
        accounts::account(&self.world.app, &admin, account).await.unwrap().balance
    }

    /// Marling's own account, which its administrator operates.
    pub(crate) async fn own_account(&self) -> AccountId {
        let admin = self.world.admin("MARL").await;
        let own = admin.memberships().iter().find(|found| found.number.as_deref() == Some("MARL0000"));
        own.and_then(|own| own.account).unwrap()
    }

    /// The administrator's personal account.
    pub(crate) async fn admins_account(&self) -> AccountId {
        let admin = self.world.admin("MARL").await;
        let own = admin.memberships().iter().find(|found| found.number.as_deref() == Some("MARL0001"));
        own.and_then(|own| own.account).unwrap()
    }

    /// What the letters that are due say of trades: to whom, what, as which side.
    pub(crate) async fn told(&self) -> Vec<(String, Event, Side)> {
        self.world.letters().await.iter().map(told).collect()
    }
}

fn told(envelope: &Envelope) -> (String, Event, Side) {
    let Letter::Trade { event, side, .. } = &envelope.letter else { panic!("{envelope:?}") };
    (envelope.to.split('@').next().unwrap_or_default().to_owned(), *event, *side)
}

/// Whether the ledger refused with this code.
pub(crate) fn refused<T: std::fmt::Debug>(outcome: Result<T>, code: &str) -> bool {
    match outcome {
        Err(Error::Refused(refusal)) => refusal.code() == code,
        other => panic!("not {code}: {other:?}"),
    }
}

/// Whether the person may not do this, for this reason.
pub(crate) fn forbidden<T: std::fmt::Debug>(outcome: Result<T>, reason: &str) -> bool {
    match outcome {
        Err(Error::NotAllowed(found)) => found == reason,
        other => panic!("not {reason}: {other:?}"),
    }
}

/// Whether there is no such thing for this person.
pub(crate) fn unseen<T: std::fmt::Debug>(outcome: Result<T>) -> bool {
    match outcome {
        Err(Error::NotFound) => true,
        other => panic!("seen: {other:?}"),
    }
}
