//! An exchange's rules as far as the ledger reads them. They change only by an act of its administrators, kept in the journal.

use serde::{Deserialize, Serialize};

use crate::{
    account::{Acceptance, Kind, Limit},
    levy::Levy,
    limits,
    unit::Unit,
};

/// What an exchange is, which decides whether trading records may be hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// Mutual credit, LETS: the unit follows the national currency or another measure.
    Community,
    /// Hours for hours.
    TimeBank,
}

/// The rules in force in an exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// What the exchange is.
    pub shape: Shape,
    /// What it counts in.
    pub unit: Unit,
    /// Whether trades may be made at all.
    pub open: bool,
    /// What it takes from each trade.
    pub levy: Levy,
    /// The payer's side may pay at once.
    pub payer_pays: bool,
    /// The payee's side may record a sale that counts at once.
    pub payee_records: bool,
    /// The payee's side may send requests.
    pub payee_requests: bool,
    /// How requests are accepted, unless the payer chose otherwise.
    pub acceptance: Acceptance,
    /// Days after the trade in which it can be entered; older ones wait for the payer.
    pub entry_days: u16,
    /// Days after counting in which the payee's side may edit and either side object.
    pub edit_days: u16,
    /// Days after counting in which the coordinator who keyed a trade may reverse it.
    pub coordinator_days: u16,
    /// Days after which an unanswered request expires; none: it waits.
    pub request_days: Option<u16>,
    /// Floor of new accounts.
    pub floor: Option<Limit>,
    /// Ceiling of new accounts.
    pub ceiling: Option<Limit>,
    /// Growth cap of new accounts.
    pub growth_cap: Option<i64>,
    /// Whether members' trading records are hidden; only time banks may.
    pub hides_records: bool,
}

impl Policy {
    /// How a new exchange starts: both sides may record, no levy, a hard floor worth twelve hours and no ceiling.
    #[must_use]
    pub fn founding(shape: Shape, unit: Unit) -> Policy {
        let floor = Limit { at: -rounded(unit.from_hours(12)), hard: true };
        Policy {
            shape,
            unit,
            open: true,
            levy: Levy::none(),
            payer_pays: true,
            payee_records: true,
            payee_requests: true,
            acceptance: Acceptance::Asked,
            entry_days: 92,
            edit_days: 45,
            coordinator_days: 45,
            request_days: None,
            floor: Some(floor),
            ceiling: None,
            growth_cap: None,
            hides_records: false,
        }
    }

    /// Whether the rules fit together.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.unit.is_sound()
            && self.levy.rate.is_levy()
            && limits::are_limits(self.floor, self.ceiling, self.growth_cap)
            && (1..=3_660).contains(&self.entry_days)
            && self.edit_days <= 3_660
            && self.coordinator_days <= 3_660
            && self.request_days.is_none_or(|days| days > 0)
            && self.acceptance != Acceptance::AfterDays(0)
            && !matches!(self.acceptance, Acceptance::From(_))
            && (!self.hides_records || self.shape == Shape::TimeBank)
    }

    /// The limits of a new account of this kind: the exchange's own and virtual accounts have none.
    #[must_use]
    pub fn limits_for(&self, kind: Kind) -> (Option<Limit>, Option<Limit>, Option<i64>) {
        match kind {
            Kind::Administration | Kind::Virtual => (None, None, None),
            Kind::Individual | Kind::Shared | Kind::Organisation | Kind::Company | Kind::Public => {
                (self.floor, self.ceiling, self.growth_cap)
            }
        }
    }
}

/// The nearest number of one leading digit, or of two of which the second is 5: 14,400 becomes 15,000, 720 becomes 700.
fn rounded(units: i64) -> i64 {
    let mut step = 1_i64;
    while units / step >= 100 {
        step *= 10;
    }
    let half = 5 * step;
    if units < 10 { units.max(1) } else { ((units + half / 2) / half) * half }
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn a_founding_floor_is_a_round_number() {
        for (exact, round) in
            [(14_400, 15_000), (720, 700), (12, 10), (13, 15), (7, 7), (0, 1), (27_300, 25_000)]
        {
            assert_eq!(rounded(exact), round, "{exact}");
        }
    }
}
