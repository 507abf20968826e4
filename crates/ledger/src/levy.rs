//! The levy: a percentage of each trade, taken from both sides for the exchange's own account.
//!
//! At 2 % a price of 100 makes the payer give 102, the payee get 98 and the exchange 4 (the classic CES case).

use serde::{Deserialize, Serialize};

use crate::{account::Kind, amount::Amount};

/// A rate as a fraction of integers: 2 % is 2/100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    /// Numerator, 0 upwards.
    pub n: u32,
    /// Denominator, 1 upwards.
    pub d: u32,
}

impl Rate {
    /// No levy.
    pub const ZERO: Rate = Rate { n: 0, d: 1 };

    /// Whether this may be a levy: at most 20 %, so that both sides always move.
    #[must_use]
    pub fn is_levy(self) -> bool {
        self.d > 0 && u64::from(self.n) * 5 <= u64::from(self.d)
    }

    /// This part of an amount, rounded half away from zero at the unit's scale.
    #[must_use]
    pub fn of(self, amount: Amount) -> i64 {
        let (n, d) = (i128::from(self.n), i128::from(self.d.max(1)));
        let part = (2 * i128::from(amount.units()) * n + d) / (2 * d);
        i64::try_from(part).unwrap_or(i64::MAX)
    }
}

/// An exchange's levy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Levy {
    /// The part of the price taken from each side.
    pub rate: Rate,
    /// Further kinds of account that pay none; administration and virtual accounts never do.
    pub exempt: Vec<Kind>,
}

impl Levy {
    /// No levy at all.
    #[must_use]
    pub fn none() -> Levy {
        Levy { rate: Rate::ZERO, exempt: Vec::new() }
    }

    /// What an account of this kind pays on a trade at this price.
    #[must_use]
    pub fn on(&self, price: Amount, kind: Kind) -> i64 {
        match kind {
            Kind::Administration | Kind::Virtual => 0,
            other if self.exempt.contains(&other) => 0,
            _ => self.rate.of(price),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_half_away_from_zero() {
        // price, n, d, levy
        for (price, n, d, levy) in [
            (100, 2, 100, 2),
            (1, 2, 100, 0),
            (24, 2, 100, 0),
            (25, 2, 100, 1),
            (75, 2, 100, 2),
            (7, 1, 5, 1),
            (8, 1, 5, 2),
            ((1 << 53) - 1, 1, 5, 1_801_439_850_948_198),
        ] {
            assert_eq!(Rate { n, d }.of(Amount::new(price).unwrap()), levy, "{n}/{d} of {price}");
        }
    }

    #[test]
    fn a_levy_is_at_most_a_fifth() {
        for (n, d, fits) in [(0, 1, true), (2, 100, true), (1, 5, true), (21, 100, false), (1, 0, false)] {
            assert_eq!(Rate { n, d }.is_levy(), fits, "{n}/{d}");
        }
    }

    #[test]
    fn some_kinds_pay_none() {
        let levy = Levy { rate: Rate { n: 2, d: 100 }, exempt: vec![Kind::Organisation] };
        let price = Amount::new(100).unwrap();
        let paid = [Kind::Individual, Kind::Organisation, Kind::Administration, Kind::Virtual]
            .map(|kind| levy.on(price, kind));
        assert_eq!(paid, [2, 0, 0, 0]);
    }
}
