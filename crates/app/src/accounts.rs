//! Accounts, opened and closed by the teller.

use ledger::account::Kind;
use ledger::{AccountId, ExchangeId, Policy};

use crate::actor::Actor;
use crate::{App, Error};

/// Opens an account with the next free number and the policy's limits.
///
/// # Errors
/// [`Error::Refused`] by the ledger.
pub async fn open(
    _app: &App,
    _actor: &Actor,
    _exchange: ExchangeId,
    _kind: Kind,
) -> Result<(AccountId, String), Error> {
    Err(Error::NotFound)
}

/// Closes an account for good.
///
/// # Errors
/// [`Error::Refused`] by the ledger: the balance must be zero.
pub async fn close(_app: &App, _actor: &Actor, _account: AccountId, _reason: &str) -> Result<(), Error> {
    Err(Error::NotFound)
}

/// Begins an exchange's journal with its founding policy, and opens its own account `ABCD0000`. Asking again after a
/// failure gives the same account.
///
/// # Errors
/// [`Error::Refused`] by the ledger.
pub async fn found(
    _app: &App,
    _actor: &Actor,
    _exchange: ExchangeId,
    _policy: Policy,
) -> Result<(AccountId, String), Error> {
    Err(Error::NotFound)
}
