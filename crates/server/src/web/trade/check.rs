//! The check before recording: both people, what passes between them, and what follows; or the refusal explained.

use app::trades::{Fate, Preview};
use askama::Template;
use axum::response::Response;
use ledger::refusal::Refusal;
use ledger::{Amount, Policy, Warning};

use super::order::{Desk, Mode, Ready};
use crate::web::errors::{Refused, render, render_again};
use crate::web::frame::{Frame, Place};
use crate::web::l10n::UnitView;
use crate::web::person::Person;
use crate::web::refusals;
use crate::web::visitor::Here;

/// A trade that is ready, and what the rules say to it.
pub(super) struct Check<'h> {
    pub(super) here: &'h Here,
    pub(super) desk: &'h Desk,
    pub(super) ready: &'h Ready,
    pub(super) preview: Preview,
}

/// `trade_check.html`.
#[derive(Template)]
#[template(path = "trade_check.html")]
struct CheckPage {
    page: Frame,
    giver: Person,
    taker: Person,
    say: Sentence,
    facts: Vec<Fact>,
    /// What becomes of it, in a sentence.
    fate: String,
    warnings: Vec<String>,
    hidden: Vec<(&'static str, String)>,
}

/// `trade_refused.html`.
#[derive(Template)]
#[template(path = "trade_refused.html")]
struct RefusedTrade {
    page: Frame,
    refused: Refused,
    say: Sentence,
    /// What would be possible instead: as it is typed, and with its unit.
    instead: Option<(String, String)>,
    hidden: Vec<(&'static str, String)>,
}

/// "You gave Ben “…”" "and Ben gives you 24.00 acorns for it".
#[derive(Clone, Debug)]
pub struct Sentence {
    /// What was provided, by whom and to whom.
    pub goods: String,
    /// What is given for it.
    pub units: String,
}

struct Fact {
    name: String,
    value: String,
    note: String,
}

impl Sentence {
    /// The two halves, from the reader's side if they are one of the two.
    #[must_use]
    pub fn new(page: &Frame, (giver, taker): (&Person, &Person), what: &str, amount: &str) -> Self {
        let key = match (giver.mine, taker.mine) {
            (true, false) => "provided",
            (false, true) => "received",
            _ => "others",
        };
        let words = page.with("giver", &giver.short).with("taker", &taker.short).with("what", what);
        let words = words.with("amount", amount);
        Self {
            goods: words.t(&format!("trade-say-{key}")),
            units: words.t(&format!("trade-say-{key}-units")),
        }
    }
}

impl Check<'_> {
    /// The page: 200 when it can be recorded, 422 when a rule stands in the way.
    pub(super) async fn page(&self) -> Response {
        match &self.preview.fate {
            Fate::Refused(refusal) => render_again(&self.refused(refusal).await),
            Fate::Counts | Fate::Waits => render(&self.checked()),
        }
    }

    fn checked(&self) -> CheckPage {
        let page = self.frame("check-title");
        CheckPage {
            giver: self.ready.giver.clone(),
            taker: self.ready.taker.clone(),
            say: self.say(&page),
            facts: self.facts(&page),
            fate: self.fate(&page),
            warnings: self.preview.warnings.iter().map(|warning| self.warning(&page, warning)).collect(),
            hidden: self.hidden(),
            page,
        }
    }

    async fn refused(&self, refusal: &Refusal) -> RefusedTrade {
        let refused = refusals::refused(self.here, refusal).await;
        let page = self.frame("check-title").titled_as(refused.title.clone());
        let whose_hidden = match refusal {
            Refusal::BelowFloor { account, .. } | Refusal::AboveCeiling { account, .. } => {
                self.here.policy.hides_records && !self.here.actor.operates(*account)
            }
            _ => true,
        };
        let room = if whose_hidden { None } else { self.room(refusal) };
        let unit = &self.here.unit;
        let instead = room.map(|room| (page.typed(room.units(), unit), page.amount(room.units(), unit)));
        RefusedTrade { say: self.say(&page), refused, instead, hidden: self.hidden(), page }
    }

    fn frame(&self, key: &str) -> Frame {
        let form = self.here.frame.to("trade");
        self.here.frame.clone().titled(key).at(Place::Trade).task(form)
    }

    fn unit(&self) -> &UnitView {
        &self.here.unit
    }

    fn say(&self, page: &Frame) -> Sentence {
        let trade = &self.ready.trade;
        let amount = page.amount(trade.amount.units(), self.unit());
        Sentence::new(page, (&self.ready.giver, &self.ready.taker), &trade.description, &amount)
    }

    fn facts(&self, page: &Frame) -> Vec<Fact> {
        let (trade, preview) = (&self.ready.trade, &self.preview);
        let day = match trade.traded_on {
            Some(day) => page.day(day.0),
            None => page.with("day", page.date(page.now)).t("check-today"),
        };
        let mut facts = vec![Fact { name: page.t("check-day"), value: day, note: String::new() }];
        let price = trade.amount.units();
        let shown = |units: i64| page.amount(units, self.unit());
        let percent = page.percent(self.here.policy.levy.rate.n, self.here.policy.levy.rate.d);
        let note = |key: &str, levy: i64| match levy {
            0 => String::new(),
            _ => page.with("price", page.bare(price, self.unit())).with("percent", &percent).t(key),
        };
        if preview.gain != price || preview.charge != price {
            facts.push(Fact {
                name: who_does(page, &self.ready.giver, "check-gets"),
                value: shown(preview.gain),
                note: note("check-less-levy", price - preview.gain),
            });
            facts.push(Fact {
                name: who_does(page, &self.ready.taker, "check-gives"),
                value: shown(preview.charge),
                note: note("check-plus-levy", preview.charge - price),
            });
        }
        if let Some((before, after)) = preview.own {
            let span = page
                .with("from", page.bare_signed(before, self.unit()))
                .with("to", page.signed(after, self.unit()));
            let name = page.t("check-standing");
            facts.push(Fact { name, value: span.t("check-from-to"), note: String::new() });
        }
        facts
    }

    fn fate(&self, page: &Frame) -> String {
        let names = page.with("giver", &self.ready.giver.short).with("taker", &self.ready.taker.short);
        match (&self.preview.fate, self.desk.mode) {
            (Fate::Waits, _) => names.t("check-waits"),
            (_, Mode::Others) => names.t("check-counts-others"),
            (_, Mode::Own) => {
                let other = if self.ready.giver.mine { &self.ready.taker } else { &self.ready.giver };
                let days = u32::from(self.here.policy.edit_days);
                let until = page.date(page.now + i64::from(days) * 86_400_000_000);
                let key = if days == 0 { "check-counts" } else { "check-counts-until" };
                page.with("name", &other.short).with("day", until).t(key)
            }
        }
    }

    fn warning(&self, page: &Frame, warning: &Warning) -> String {
        let (account, limit, key) = match warning {
            Warning::BelowSoftFloor { account, floor } => (*account, *floor, "check-below"),
            Warning::AboveSoftCeiling { account, ceiling } => (*account, *ceiling, "check-above"),
        };
        let whose = if account == self.ready.giver.account { &self.ready.giver } else { &self.ready.taker };
        let key = if whose.mine { format!("{key}-mine") } else { format!("{key}-theirs") };
        page.with("name", &whose.short).with("amount", page.amount(limit, self.unit())).t(&key)
    }

    /// Everything that was typed, as it goes on.
    fn hidden(&self) -> Vec<(&'static str, String)> {
        let names =
            ["id", "for", "did", "with", "provider", "receiver", "amount", "what", "day", "ask", "listing"];
        let typed = &self.desk.form.typed;
        let sent = names.into_iter().filter(|name| !typed.get(name).is_empty());
        sent.map(|name| (name, typed.get(name).to_owned())).collect()
    }

    /// The largest price that the limit still lets through.
    fn room(&self, refusal: &Refusal) -> Option<Amount> {
        let policy = &self.preview.policy;
        match refusal {
            Refusal::BelowFloor { floor, available, .. } => {
                let levy = |price| policy.levy.on(price, self.preview.payer.kind);
                largest(available.saturating_sub(*floor), |price| price.units() + levy(price))
            }
            Refusal::AboveCeiling { ceiling, balance, .. } => {
                let levy = |price| policy.levy.on(price, self.preview.payee.kind);
                largest(ceiling.saturating_sub(*balance), |price| price.units() - levy(price))
            }
            _ => None,
        }
        .filter(|room| is_worth_while(*room, policy))
    }
}

/// "You get", "Ben gives".
fn who_does(page: &Frame, person: &Person, key: &str) -> String {
    if person.mine {
        page.t(&format!("{key}-mine"))
    } else {
        page.with("name", &person.short).t(&format!("{key}-theirs"))
    }
}

/// The largest price of which no more than `room` is moved. `moved` never falls as the price grows.
fn largest(room: i64, moved: impl Fn(Amount) -> i64) -> Option<Amount> {
    let fits = |units: i64| Amount::new(units).is_some_and(|price| moved(price) <= room);
    // A levy takes a fifth at most, so the price is below twice what is moved.
    let (mut low, mut high) = (0_i64, room.clamp(0, Amount::MAX.units() / 2).saturating_mul(2) + 1);
    while low + 1 < high {
        let middle = low + (high - low) / 2;
        if fits(middle) { low = middle } else { high = middle }
    }
    Amount::new(low)
}

/// Whether it is worth a button: a whole unit's hundredth or a quarter of an hour.
fn is_worth_while(room: Amount, policy: &Policy) -> bool {
    use ledger::unit::Style;
    match policy.unit.style {
        Style::HoursMinutes => room.units() >= 5,
        Style::Decimal => true,
    }
}

/// Whether this refusal is about the order itself, so that changing the form helps.
#[must_use]
pub(super) fn is_of_trade(refusal: &Refusal) -> bool {
    !matches!(refusal, Refusal::IdUsed | Refusal::UnknownAccount | Refusal::WrongExchange)
}

#[cfg(test)]
mod tests {
    use ledger::Amount;
    use ledger::account::Kind;
    use ledger::levy::{Levy, Rate};

    use super::largest;

    #[test]
    fn the_room_is_used_up_and_never_exceeded() {
        let levy = Levy { rate: Rate { n: 2, d: 100 }, exempt: Vec::new() };
        let moved = |price: Amount| price.units() + levy.on(price, Kind::Individual);
        // room, price: at 2 % a price of 11.67 takes 11.90.
        for (room, price) in [(1190, Some(1167)), (0, None), (-5, None), (1, Some(1)), (102, Some(100))] {
            assert_eq!(largest(room, moved).map(Amount::units), price, "{room}");
        }
        let gained = |price: Amount| price.units() - levy.on(price, Kind::Individual);
        assert_eq!(largest(98, gained).map(Amount::units), Some(100));
        assert!(largest(i64::MAX, moved).is_some());
    }
}
