//! What moves: a positive count of the unit's smallest part. `24.00` acorns at scale 2 is `Amount` 2400.

use serde::{Deserialize, Serialize};

/// A positive amount, 1 to 2^53 - 1, in units of 10^-scale. The bound is the largest integer that JavaScript holds exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Amount(i64);

impl Amount {
    /// The largest amount.
    pub const MAX: Amount = Amount((1 << 53) - 1);

    /// The amount of so many smallest parts; none if it is not in 1 to 2^53 - 1.
    #[must_use]
    pub const fn new(units: i64) -> Option<Amount> {
        if units >= 1 && units <= Self::MAX.0 { Some(Amount(units)) } else { None }
    }

    /// The count of smallest parts.
    #[must_use]
    pub const fn units(self) -> i64 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let units = i64::deserialize(from)?;
        Amount::new(units).ok_or_else(|| serde::de::Error::custom("an amount is 1 to 2^53 - 1"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_positive_and_bounded() {
        for (units, fits) in
            [(i64::MIN, false), (-1, false), (0, false), (1, true), ((1 << 53) - 1, true), (1 << 53, false)]
        {
            assert_eq!(Amount::new(units).is_some(), fits, "{units}");
        }
    }
}
