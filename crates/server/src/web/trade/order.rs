//! What was typed into the form of a trade, read as an order.

use app::actor::Action;
use app::form::amount_code;
use app::trades::{DESCRIPTION_MAX, NewTrade, Stand};
use jiff::civil::Date;
use ledger::transfer::{Channel, Wish};
use ledger::unit::parse;
use ledger::{AccountId, Amount, Day, TransferId};
use uuid::Uuid;

use super::picker::Picker;
use crate::web::forms::{Form, Typed};
use crate::web::person::Person;
use crate::web::stop::Stop;
use crate::web::visitor::Here;

/// For whom a trade is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// For the reader's own account.
    Own,
    /// For two others, by a coordinator or an administrator.
    Others,
}

/// The form of a trade as far as it is filled in.
#[derive(Clone, Debug)]
pub struct Desk {
    /// What was typed, and what is wrong.
    pub form: Form,
    /// For whom.
    pub mode: Mode,
    /// Whom it is with; or who provided, and who received.
    pub pickers: Vec<Picker>,
}

/// An order that can be recorded, with both people.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The order.
    pub trade: NewTrade,
    /// Who provided.
    pub giver: Person,
    /// Who received.
    pub taker: Person,
}

impl Desk {
    /// Reads the form, and finds the people in it.
    ///
    /// # Errors
    /// For those who may not record here, and when the database fails.
    pub async fn open(here: &Here, typed: Typed) -> Result<Self, Stop> {
        let mode = if typed.get("for") == "others" || here.membership.is_none() {
            here.may(Action::RecordForOthers)?;
            Mode::Others
        } else {
            here.account()?;
            Mode::Own
        };
        let mut form = Form::begin(typed);
        if transfer_id(form.typed.get("id")).is_none() {
            form.typed.set("id", fresh_id(here)?.0.to_string());
        }
        let names: &[&'static str] = match mode {
            Mode::Own => &["with"],
            Mode::Others => &["provider", "receiver"],
        };
        let mut pickers = Vec::with_capacity(names.len());
        for name in names {
            pickers.push(Picker::read(here, &mut form, name).await?);
        }
        Ok(Self { form, mode, pickers })
    }

    /// Whether the reader only looks for somebody, or goes back to change something: then nothing else is checked.
    #[must_use]
    pub fn is_unfinished(&self) -> bool {
        let typed = &self.form.typed;
        !typed.get("change").is_empty() || typed.get("step") == "find"
    }

    /// The order, or nothing when something is wrong with the form, which then says so.
    ///
    /// # Errors
    /// For those who may not record here.
    pub fn order(&mut self, here: &Here) -> Result<Option<Ready>, Stop> {
        let sides = self.sides(here)?;
        let amount = self.amount(here);
        let description = self.description(here);
        let traded_on = self.day(here);
        self.form.errors.in_order_of(&["did", "with", "provider", "receiver", "amount", "what", "day"]);
        let (Some((giver, taker, stand)), Some(amount), true) = (sides, amount, self.form.errors.is_empty())
        else {
            return Ok(None);
        };
        let asks = self.form.picked("ask", "on") && stand == Stand::Own(giver.account);
        let trade = NewTrade {
            id: transfer_id(self.form.typed.get("id")).ok_or_else(Stop::not_found)?,
            exchange: here.id(),
            payer: taker.account,
            payee: giver.account,
            amount,
            description,
            traded_on,
            channel: Channel::Web,
            wish: if asks { Wish::Wait } else { Wish::Count },
            stand,
            settles: Uuid::try_parse(self.form.typed.get("listing")).ok(),
        };
        Ok(Some(Ready { trade, giver, taker }))
    }

    /// Who provided, who received, and for whom the reader acts.
    fn sides(&mut self, here: &Here) -> Result<Option<(Person, Person, Stand)>, Stop> {
        let l = &here.frame.l;
        for picker in &self.pickers {
            if picker.chosen.is_none() && self.form.error(picker.name).is_empty() {
                let code = if picker.asked.is_empty() { "error-pick-somebody" } else { "error-pick-one" };
                self.form.errors.add_code(l, picker.name, code, &[]);
            }
        }
        let chosen: Option<Vec<Person>> = self.pickers.iter().map(|picker| picker.chosen.clone()).collect();
        let sides = match self.mode {
            Mode::Others => chosen.and_then(|both| match <[Person; 2]>::try_from(both) {
                Ok([giver, taker]) => Some((giver, taker, others_stand(here))),
                Err(_) => None,
            }),
            Mode::Own => self.own_sides(here, chosen)?,
        };
        if let Some((giver, taker, _)) = &sides
            && giver.account == taker.account
        {
            let field = self.pickers.last().map_or("", |picker| picker.name);
            self.form.errors.add_code(l, field, "error-with-oneself", &[]);
        }
        Ok(sides)
    }

    fn own_sides(
        &mut self,
        here: &Here,
        chosen: Option<Vec<Person>>,
    ) -> Result<Option<(Person, Person, Stand)>, Stop> {
        let own = here.account()?;
        let side = self.form.typed.get("did").to_owned();
        if side != "provided" && side != "received" {
            self.form.errors.add_code(&here.frame.l, "did", "error-say-which", &[]);
            return Ok(None);
        }
        let Some(other) = chosen.and_then(|mut found| found.pop()) else { return Ok(None) };
        let me = myself(here, own)?;
        let stand = Stand::Own(own);
        Ok(Some(if side == "provided" { (me, other, stand) } else { (other, me, stand) }))
    }

    fn amount(&mut self, here: &Here) -> Option<Amount> {
        amount(here, &mut self.form, "amount")
    }

    fn description(&mut self, here: &Here) -> String {
        let text = self.form.typed.get("what").to_owned();
        description(here, &mut self.form, "what", &text);
        text
    }

    /// The day, unless it is today's.
    fn day(&mut self, here: &Here) -> Option<Day> {
        let typed = self.form.typed.get("day");
        if typed.is_empty() {
            return None;
        }
        let l = &here.frame.l;
        let day = typed.parse::<Date>().ok().and_then(day_of);
        let today = today(here);
        let Some(day) = day else {
            self.form.errors.add_code(l, "day", "error-day", &[]);
            return None;
        };
        if day > today {
            self.form.errors.add_code(l, "day", "error-day-in-future", &[]);
        }
        (day != today).then_some(day)
    }
}

/// Reads a typed amount of the exchange's unit; what is wrong with it is added to the form's mistakes.
pub fn amount(here: &Here, form: &mut Form, field: &str) -> Option<Amount> {
    let why = match parse(form.typed.get(field), &here.policy.unit, here.separators()) {
        Ok(amount) => return Some(amount),
        Err(why) => why,
    };
    form.errors.add_code(&here.frame.l, field, amount_code(why), &[]);
    None
}

/// Checks the words of a trade; what is wrong with them is added to the form's mistakes.
pub fn description(here: &Here, form: &mut Form, field: &str, text: &str) {
    if text.is_empty() {
        form.errors.add_code(&here.frame.l, field, "error-what-for", &[]);
    } else if text.chars().count() > DESCRIPTION_MAX {
        let most = DESCRIPTION_MAX.to_string();
        form.errors.add_code(&here.frame.l, field, "error-too-long", &[("max", most)]);
    }
}

/// The reader's own account as a side of a trade.
///
/// # Errors
/// For those who are no members here.
pub fn myself(here: &Here, account: AccountId) -> Result<Person, Stop> {
    let own = here.member()?;
    let number = own.number.clone().unwrap_or_default();
    let is_one = own.kind == app::members::Kind::Individual;
    let first = own.name.split_whitespace().next().filter(|_| is_one);
    Ok(Person {
        account,
        short: first.unwrap_or(&own.name).to_owned(),
        name: own.name.clone(),
        place: String::new(),
        face: crate::web::face::Face::new(&own.name, &number, own.kind.as_str(), &own.portrait),
        number,
        mine: true,
    })
}

fn others_stand(here: &Here) -> Stand {
    if here.can(Action::SeeAdministration) { Stand::Admin } else { Stand::Coordinator }
}

/// A fresh name for a transfer.
///
/// # Errors
/// When there is no chance to be had.
pub fn fresh_id(here: &Here) -> Result<TransferId, Stop> {
    Ok(TransferId(here.app().random.uuid(here.app().clock.now())?))
}

/// A transfer's name as forms and addresses carry it.
#[must_use]
pub fn transfer_id(text: &str) -> Option<TransferId> {
    Uuid::try_parse(text).ok().map(TransferId)
}

/// Today in the exchange's time zone.
#[must_use]
pub fn today(here: &Here) -> Day {
    day_in_zone(here, here.frame.now)
}

/// The day of an instant in the exchange's time zone.
#[must_use]
pub fn day_in_zone(here: &Here, at: i64) -> Day {
    let zone = jiff::tz::TimeZone::get(&here.exchange.time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let at = jiff::Timestamp::from_microsecond(at).unwrap_or_default();
    day_of(at.to_zoned(zone).date()).unwrap_or(Day(0))
}

fn day_of(date: Date) -> Option<Day> {
    let days = jiff::civil::date(1970, 1, 1).until(date).ok()?.get_days();
    (date.year() >= 1900).then_some(Day(days))
}
