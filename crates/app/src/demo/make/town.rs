//! An exchange of the demo as it comes to be: its people so far, and what they have.

use std::collections::HashMap;

use ledger::account::Limit;
use ledger::levy::{Levy, Rate};
use ledger::policy::Shape;
use ledger::unit::{Style, Unit};
use ledger::{AccountId, Amount, ExchangeId, Policy, TransferId, UserId};
use uuid::Uuid;

use crate::App;
use crate::accounts::{self, Limits};
use crate::actor::Actor;
use crate::demo::texts::{Exchange, Member};
use crate::error::{Error, Result};
use crate::exchanges::{self, FirstFloor, Founding, Joining, Texts, Words};
use crate::members::MemberId;
use crate::password::PasswordText;
use crate::random::Random;

/// A seeded dice.
pub(super) struct Dice(Random);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(Random::seeded(seed.wrapping_add(1)))
    }

    /// A number below `sides`.
    pub(super) fn roll(&mut self, sides: u32) -> u32 {
        let mut bytes = [0; 8];
        // Seeded chance never fails.
        let _ = self.0.fill(&mut bytes);
        u32::try_from(u64::from_le_bytes(bytes) % u64::from(sides.max(1))).unwrap_or(0)
    }
}

/// A member who has joined.
pub(super) struct Resident {
    pub(super) member: &'static Member,
    pub(super) user: UserId,
    pub(super) id: MemberId,
    pub(super) account: AccountId,
    /// What the account has, counted along.
    pub(super) balance: i64,
    /// How far the balance must stay from the limits, so that what is told can happen.
    pub(super) margin: i64,
}

/// A trade that is told, and was recorded.
#[derive(Clone, Copy)]
pub(super) struct Recorded {
    pub(super) id: TransferId,
    pub(super) payer: usize,
    pub(super) payee: usize,
    pub(super) amount: i64,
}

/// An exchange of the demo.
pub(super) struct Town {
    pub(super) data: &'static Exchange,
    pub(super) id: ExchangeId,
    pub(super) policy: Policy,
    pub(super) password: PasswordText,
    /// Who has joined, in the order of numbers.
    pub(super) residents: Vec<Resident>,
    pub(super) actors: HashMap<UserId, Actor>,
    /// What is to be corrected or objected to later, by its description.
    pub(super) recorded: HashMap<&'static str, Recorded>,
    /// The trade that was recorded last.
    pub(super) latest: Option<Recorded>,
    /// The name outside of the area that each place belongs to.
    pub(super) areas: HashMap<&'static str, Uuid>,
}

impl Town {
    /// Founds the exchange in the hands of its first member, with its rules.
    pub(super) async fn found(
        (app, root): (&App, &Actor),
        data: &'static Exchange,
        password: &PasswordText,
    ) -> Result<Town> {
        let first = data.people().next().ok_or_else(|| broken("the exchange has no people"))?;
        let mut town = Town {
            data,
            id: ExchangeId(0),
            policy: Policy::founding(shape(data), unit(data)),
            password: password.clone(),
            residents: Vec::new(),
            actors: HashMap::new(),
            recorded: HashMap::new(),
            latest: None,
            areas: HashMap::new(),
        };
        let founder = town.user(app, first.name, data.address(first, crate::demo::logins::LOGINS)).await?;
        let actor = Actor::of_user(app, founder).await?;
        town.id = exchanges::found(app, &actor, founding(data)).await?;
        exchanges::approve(app, root, town.id).await?;
        town.rule(app).await?;
        town.divide(app, founder).await?;
        town.settle_founder(app, founder, first).await?;
        Ok(town)
    }

    /// Puts the exchange's own rules in force.
    async fn rule(&mut self, app: &App) -> Result<()> {
        self.policy = Policy {
            levy: Levy { rate: Rate { n: self.data.levy_per_mille, d: 1000 }, exempt: Vec::new() },
            floor: Some(Limit { at: self.data.floor, hard: true }),
            ceiling: self.data.ceiling.map(|at| Limit { at, hard: true }),
            ..self.policy.clone()
        };
        accounts::set_policy(app, &Actor::server(), self.id, self.policy.clone(), "").await
    }

    /// The founder's account was opened before those rules: its limits follow.
    pub(super) async fn limit(&self, app: &App, account: AccountId) -> Result<()> {
        let Policy { floor, ceiling, growth_cap, .. } = self.policy;
        let limits = Limits { floor, ceiling, growth_cap };
        accounts::set_limits(app, &Actor::server(), account, limits, "as for everybody").await
    }

    /// The resident of this name, if they have joined.
    pub(super) fn resident(&self, name: &str) -> Result<usize> {
        let found = self.residents.iter().position(|resident| resident.member.name == name);
        found.ok_or_else(|| broken(&format!("{name} has not joined {} yet", self.data.code)))
    }

    pub(super) fn at(&self, resident: usize) -> Result<&Resident> {
        self.residents.get(resident).ok_or_else(|| broken("there is no such resident"))
    }

    /// The user who operates a resident's account, as the database knows them.
    pub(super) async fn actor(&mut self, app: &App, user: UserId) -> Result<Actor> {
        if let Some(actor) = self.actors.get(&user) {
            return Ok(actor.clone());
        }
        let actor = Actor::of_user(app, user).await?;
        self.actors.insert(user, actor.clone());
        Ok(actor)
    }

    /// What a trade at this price takes from the payer and brings the payee.
    pub(super) fn moves(&self, amount: i64) -> (i64, i64) {
        let levy = Amount::new(amount).map_or(0, |amount| self.policy.levy.rate.of(amount));
        (amount + levy, amount - levy)
    }

    /// Counts a trade along, or (with a sign of -1) takes it back.
    pub(super) fn count(&mut self, trade: &Recorded, sign: i64) {
        let (charge, gain) = self.moves(trade.amount);
        if let Some(payer) = self.residents.get_mut(trade.payer) {
            payer.balance -= sign * charge;
        }
        if let Some(payee) = self.residents.get_mut(trade.payee) {
            payee.balance += sign * gain;
        }
    }

    /// A fresh name for a transfer.
    pub(super) fn name(app: &App) -> Result<TransferId> {
        Ok(TransferId(app.random.uuid(app.clock.now())?))
    }
}

/// The demo's data and the program do not fit together.
pub(super) fn broken(why: &str) -> Error {
    Error::Internal(format!("the demo cannot be made: {why}"))
}

fn shape(data: &Exchange) -> Shape {
    if data.unit.clock { Shape::TimeBank } else { Shape::Community }
}

fn unit(data: &Exchange) -> Unit {
    Unit {
        singular: data.unit.one.to_owned(),
        plural: data.unit.many.to_owned(),
        symbol: data.unit.symbol.to_owned(),
        scale: data.unit.scale,
        decimals: data.unit.decimals,
        style: if data.unit.clock { Style::HoursMinutes } else { Style::Decimal },
        hours: data.unit.hours,
    }
}

fn founding(data: &Exchange) -> Founding {
    let texts = Texts {
        name: data.name.to_owned(),
        tagline: data.tagline.to_owned(),
        about: data.about.join("\n\n"),
        place: data.place.to_owned(),
        country: if data.locale == "es" { "ES" } else { "GB" }.to_owned(),
        website: String::new(),
        contact: String::new(),
        time_zone: data.zone.to_owned(),
        locale: data.locale.to_owned(),
        colour: data.colour.to_owned(),
        words: Words::Community,
        joining: Joining::Open,
    };
    Founding {
        code: data.code.to_owned(),
        texts,
        terms: data.terms.join("\n\n"),
        shape: shape(data),
        unit: unit(data),
        floor: FirstFloor::Hard,
    }
}
