//! Floors, ceilings and growth. The whole entry counts, levies included.

use crate::account::{Account, Limit};

/// A limit that an entry would cross.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crossing {
    /// The limit.
    pub limit: Limit,
    /// Where the entry would leave the account: what is available for a floor, the balance for a ceiling.
    pub would_be: i64,
}

/// The floor that giving so many units would cross, if any.
#[must_use]
pub fn crossed_floor(account: &Account, given: i64) -> Option<Crossing> {
    let would_be = account.available().saturating_sub(given);
    account.floor.filter(|floor| would_be < floor.at).map(|limit| Crossing { limit, would_be })
}

/// The ceiling that getting so many units would cross, if any.
#[must_use]
pub fn crossed_ceiling(account: &Account, got: i64) -> Option<Crossing> {
    let would_be = account.balance.saturating_add(got);
    account.ceiling.filter(|ceiling| would_be > ceiling.at).map(|limit| Crossing { limit, would_be })
}

/// The floor after a receipt: wider by what was received, down to the cap; it never narrows.
#[must_use]
pub fn grown_floor(account: &Account, received: i64) -> Option<Limit> {
    let floor = account.floor?;
    let Some(cap) = account.growth_cap else { return Some(floor) };
    let grown = floor.at.saturating_sub(received.max(0)).max(cap);
    Some(Limit { at: floor.at.min(grown), ..floor })
}

/// Whether these may be an account's limits: a floor at or below zero, a ceiling at or above, a cap no nearer than the floor.
#[must_use]
pub fn are_limits(floor: Option<Limit>, ceiling: Option<Limit>, growth_cap: Option<i64>) -> bool {
    let bound = crate::Amount::MAX.units();
    floor.is_none_or(|floor| (-bound..=0).contains(&floor.at))
        && ceiling.is_none_or(|ceiling| (0..=bound).contains(&ceiling.at))
        && growth_cap.is_none_or(|cap| floor.is_some_and(|floor| (-bound..=floor.at).contains(&cap)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AccountId, ExchangeId, account::Kind};

    fn account(balance: i64, held: i64, floor: Option<i64>, ceiling: Option<i64>) -> Account {
        let mut account = Account::new(AccountId(1), ExchangeId(1), Kind::Individual);
        (account.balance, account.held) = (balance, held);
        account.floor = floor.map(|at| Limit { at, hard: true });
        account.ceiling = ceiling.map(|at| Limit { at, hard: true });
        account
    }

    #[test]
    fn the_floor_counts_what_is_held() {
        // balance, held, floor, given, crosses
        for (balance, held, floor, given, crosses) in [
            (0, 0, Some(-10), 10, false),
            (0, 0, Some(-10), 11, true),
            (5, 3, Some(0), 2, false),
            (5, 3, Some(0), 3, true),
            (-20, 0, Some(-10), 1, true),
            (i64::MIN + 1, 0, None, 5, false),
        ] {
            let account = account(balance, held, floor, None);
            assert_eq!(
                crossed_floor(&account, given).is_some(),
                crosses,
                "{balance} {held} {floor:?} {given}"
            );
        }
    }

    #[test]
    fn the_ceiling_counts_the_balance() {
        for (balance, ceiling, got, crosses) in
            [(0, Some(10), 10, false), (0, Some(10), 11, true), (12, Some(10), 1, true), (12, None, 1, false)]
        {
            assert_eq!(crossed_ceiling(&account(balance, 0, None, ceiling), got).is_some(), crosses);
        }
    }

    #[test]
    fn growth_widens_to_its_cap_and_never_narrows() {
        // floor, cap, received, grown
        for (floor, cap, received, grown) in [
            (-10, Some(-50), 15, -25),
            (-10, Some(-50), 45, -50),
            (-60, Some(-50), 45, -60),
            (-10, None, 45, -10),
            (-10, Some(-50), -5, -10),
        ] {
            let mut account = account(0, 0, Some(floor), None);
            account.growth_cap = cap;
            assert_eq!(grown_floor(&account, received).map(|limit| limit.at), Some(grown));
        }
        assert_eq!(grown_floor(&account(0, 0, None, None), 5), None);
    }
}
