//! The reference model's acts: whatever else a rule reads.

use ledger::{
    AccountId, Act, Acting,
    account::{Acceptance, Kind, Limit, State},
    transfer::Authority,
};

use super::{Account, Model, no, role, side};

pub fn act(model: &mut Model, act: &Act, by: &Authority, at: i64) -> Result<(), String> {
    let concerned = match act {
        Act::SetState { account, .. }
        | Act::SetLock { account, .. }
        | Act::SetLimits { account, .. }
        | Act::SetOverrides { account, .. }
        | Act::Hold { account, .. } => Some(account.0),
        _ => None,
    };
    if let Some(id) = concerned {
        if model.foreign.contains(&id) {
            return no("wrong-exchange");
        }
        match model.accounts.get(&id) {
            None => return no("unknown-account"),
            Some(account) if account.state == State::Closed => return no("closed"),
            Some(_) => {}
        }
    }
    match act {
        Act::OpenAccount { account, number, kind, .. } => open(model, account.0, number, *kind, by),
        Act::SetState { account, state } => set_state(model, account.0, *state, by),
        Act::SetLock { account, locked } => {
            if role(by) != 'a' {
                return no("not-permitted");
            }
            model.accounts.get_mut(&account.0).unwrap().locked = *locked;
            Ok(())
        }
        Act::SetLimits { account, floor, ceiling, growth_cap } => {
            set_limits(model, *account, (*floor, *ceiling, *growth_cap), by)
        }
        Act::SetOverrides { account, overrides } => {
            match &overrides.acceptance {
                Some(Acceptance::AfterDays(0)) => return no("malformed"),
                Some(Acceptance::From(list)) if list.len() > 500 => return no("malformed"),
                _ => {}
            }
            let now = &mut model.accounts.get_mut(&account.0).unwrap().overrides;
            let mut only_acceptance = now.clone();
            only_acceptance.acceptance = overrides.acceptance.clone();
            let own = side(by) == Some(account.0) && only_acceptance == *overrides;
            if role(by) != 'a' && !own {
                return no("not-permitted");
            }
            *now = overrides.clone();
            Ok(())
        }
        Act::SetPolicy { policy } => {
            if !matches!(role(by), 'a' | 's') {
                return no("not-permitted");
            }
            let now = &model.policy.unit;
            let begun = model.own.is_some() || model.counted > 0;
            let recount = begun && (now.scale, now.style) != (policy.unit.scale, policy.unit.style);
            if policy.levy.rate.d == 0 || policy.levy.rate.n * 5 > policy.levy.rate.d || recount {
                return no("malformed");
            }
            model.policy = policy.as_ref().clone();
            Ok(())
        }
        Act::Hold { .. } | Act::UseHold { .. } | Act::ReleaseHold { .. } => hold(model, act, by, at),
    }
}

fn hold(model: &mut Model, act: &Act, by: &Authority, at: i64) -> Result<(), String> {
    match act {
        Act::Hold { hold, account, amount, purpose, until } => {
            if purpose.is_empty() || purpose.chars().count() > 200 || until.0 <= at {
                return no("malformed");
            }
            if model.holds.contains_key(&hold.0) {
                return no("id-used");
            }
            model.part(&[account.0])?;
            if role(by) != 's' && side(by) != Some(account.0) {
                return no("not-permitted");
            }
            let units = i128::from(amount.units());
            if model.gives(account.0, units)? > 0 {
                return no("below-floor");
            }
            model.accounts.get_mut(&account.0).unwrap().held += units;
            model.holds.insert(hold.0, (account.0, units, until.0, true));
            Ok(())
        }
        Act::UseHold { hold } | Act::ReleaseHold { hold } => {
            let Some((account, units, until, open)) = model.holds.get_mut(&hold.0) else {
                return no("unknown-hold");
            };
            if !*open {
                return no("unknown-hold");
            }
            if by.acting != Acting::Server && (side(by) != Some(*account) || *until <= at) {
                return no("not-permitted");
            }
            *open = false;
            model.accounts.get_mut(account).unwrap().held -= *units;
            Ok(())
        }
        _ => unreachable!("no hold"),
    }
}

fn set_limits(
    model: &mut Model,
    account: AccountId,
    (floor, ceiling, growth_cap): (Option<Limit>, Option<Limit>, Option<i64>),
    by: &Authority,
) -> Result<(), String> {
    if !matches!(role(by), 'a' | 's') || by.operates.contains(&account) {
        return no("not-permitted");
    }
    if !limits_fit(floor, ceiling, growth_cap) {
        return no("malformed");
    }
    let account = model.accounts.get_mut(&account.0).unwrap();
    account.floor = floor.map(|limit| (limit.at.into(), limit.hard));
    account.ceiling = ceiling.map(|limit| (limit.at.into(), limit.hard));
    account.cap = growth_cap.map(i128::from);
    Ok(())
}

fn limits_fit(floor: Option<Limit>, ceiling: Option<Limit>, cap: Option<i64>) -> bool {
    !(floor.is_some_and(|floor| floor.at > 0)
        || ceiling.is_some_and(|ceiling| ceiling.at < 0)
        || cap.is_some_and(|cap| floor.is_none_or(|floor| cap > floor.at)))
}

fn open(model: &mut Model, id: i64, number: &str, kind: Kind, by: &Authority) -> Result<(), String> {
    if !matches!(role(by), 'a' | 's') {
        return no("not-permitted");
    }
    let taken = model.accounts.contains_key(&id) || model.foreign.contains(&id);
    if taken || (kind == Kind::Administration && model.own.is_some()) {
        return no("id-used");
    }
    let (code, digits) = number.split_at(number.len().min(4));
    let word = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase());
    let numbered = kind == Kind::Virtual || digits.chars().all(|c| c.is_ascii_digit());
    let is_own = digits == "0000";
    if is_own != (kind == Kind::Administration)
        || !word(code)
        || !word(digits)
        || !numbered
        || !(4..=20).contains(&digits.len())
    {
        return no("malformed");
    }
    let free = matches!(kind, Kind::Administration | Kind::Virtual);
    let limit = |limit: Option<Limit>| limit.filter(|_| !free).map(|limit| (limit.at.into(), limit.hard));
    let account = Account {
        kind,
        state: State::Active,
        locked: false,
        floor: limit(model.policy.floor),
        ceiling: limit(model.policy.ceiling),
        cap: model.policy.growth_cap.filter(|_| !free).map(i128::from),
        overrides: Default::default(),
        balance: 0,
        held: 0,
        provided: (0, 0, None),
        received: (0, 0, None),
    };
    model.accounts.insert(id, account);
    if kind == Kind::Administration {
        model.own = Some(id);
    }
    Ok(())
}

fn set_state(model: &mut Model, id: i64, state: State, by: &Authority) -> Result<(), String> {
    let account = &model.accounts[&id];
    let admin = role(by) == 'a';
    let suspension = [state, account.state].contains(&State::Suspended);
    if !admin && (side(by) != Some(id) || suspension) {
        return no("not-permitted");
    }
    if state == State::Closed {
        if account.kind == Kind::Administration {
            return no("own-account-stays");
        }
        if account.balance != 0 {
            return no("balance-not-zero");
        }
        if account.held != 0 {
            return no("has-holds");
        }
        for transfer in model.transfers.values_mut() {
            let concerned = transfer.payer == id || transfer.payee == id;
            if concerned && matches!(transfer.state, super::State::Waits { .. }) {
                transfer.state = super::State::Deleted;
            }
        }
    }
    model.accounts.get_mut(&id).unwrap().state = state;
    Ok(())
}
