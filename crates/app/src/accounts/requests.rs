//! How requests to an account are accepted, as its holder chooses: the one switch that is the holder's own.

use ledger::account::{Acceptance, Overrides};
use ledger::{AccountId, Policy};
use store::Tx;
use store::accounts::AccountRow;
use store::parties::Party;

use super::{may_see, row, set_overrides};
use crate::App;
use crate::actor::Actor;
use crate::error::{Error, FieldError, Result};
use crate::members::full_number;

/// The most days of silence that may be acceptance.
pub const DAYS_MAX: u16 = 365;
/// The most members of one list.
const LIST_MAX: usize = 500;

/// How requests to an account are accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepting {
    /// The holder's own answer; none: as everywhere in the exchange.
    pub own: Option<Acceptance>,
    /// The rules in force.
    pub policy: Policy,
    /// The members of the holder's list, if that is the answer.
    pub listed: Vec<Party>,
}

/// A holder's answer as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AcceptForm {
    /// `exchange`, `asked`, `everything`, `list` or `days`.
    pub answer: String,
    /// For `days`: 1 to 365.
    pub days: String,
    /// For `list`: the account numbers that are ticked.
    pub listed: Vec<String>,
    /// For `list`: further account numbers, apart by commas or lines.
    pub more: String,
}

/// How requests to an account are accepted, for those who may see its statement.
///
/// # Errors
/// [`Error::NotFound`] or [`Error::NotAllowed`].
pub async fn accepting(app: &App, actor: &Actor, account: AccountId) -> Result<Accepting> {
    let mut tx = app.db.read().await?;
    let row = store::accounts::get(&mut tx, account).await?.ok_or(Error::NotFound)?;
    may_see(actor, &row)?;
    let policy = store::journals::get(&mut tx, row.exchange).await?.ok_or(Error::NotFound)?.policy;
    let own = row.account()?.overrides.acceptance;
    let mut listed = match &own {
        Some(Acceptance::From(accounts)) => store::parties::of(&mut tx, accounts).await?,
        _ => Vec::new(),
    };
    listed.sort_by(|one, other| one.name.cmp(&other.name).then_with(|| one.number.cmp(&other.number)));
    Ok(Accepting { own, policy, listed })
}

/// Chooses how requests to an account are accepted.
///
/// # Errors
/// [`Error::Wrong`] on fields `acceptance`, `days`, `more`; [`Error::NotAllowed`] for anyone but its holder and
/// administrators.
pub async fn set_accepting(app: &App, actor: &Actor, account: AccountId, form: &AcceptForm) -> Result<()> {
    let row = row(app, account).await?;
    let acceptance = match form.answer.as_str() {
        "exchange" => None,
        "asked" => Some(Acceptance::Asked),
        "everything" => Some(Acceptance::Everything),
        "days" => Some(Acceptance::AfterDays(days(&form.days)?)),
        "list" => Some(Acceptance::From(list(app, &row, form).await?)),
        _ => return Err(Error::field("acceptance", "error-choice")),
    };
    let overrides = Overrides { acceptance, ..row.account()?.overrides };
    set_overrides(app, actor, account, overrides, "").await
}

fn days(typed: &str) -> Result<u16> {
    let days = typed.trim().parse().ok().filter(|days| (1..=DAYS_MAX).contains(days));
    days.ok_or_else(|| {
        let args = vec![("max", DAYS_MAX.to_string())];
        Error::Wrong(vec![FieldError { field: "days", code: "error-days", args }])
    })
}

/// The accounts of a list, each once, without the holder's own.
async fn list(app: &App, own: &AccountRow, form: &AcceptForm) -> Result<Vec<AccountId>> {
    let mut tx = app.db.read().await?;
    let code = store::exchanges::get(&mut tx, own.exchange).await?.ok_or(Error::NotFound)?.code;
    let further = form.more.split([',', ';', '\n']).map(str::trim).filter(|typed| !typed.is_empty());
    let mut accounts = Vec::new();
    for typed in form.listed.iter().map(String::as_str).chain(further) {
        let account = named(&mut tx, own, &code, typed).await?;
        if account != own.id && !accounts.contains(&account) {
            accounts.push(account);
        }
    }
    match accounts.len() {
        0 => Err(Error::field("more", "error-list-empty")),
        1..=LIST_MAX => Ok(accounts),
        _ => Err(Error::field("more", "error-list-long")),
    }
}

async fn named(tx: &mut Tx, own: &AccountRow, code: &str, typed: &str) -> Result<AccountId> {
    let found = match full_number(code, typed) {
        Some(number) => store::accounts::by_number(tx, &number).await?,
        None => None,
    };
    let here = found.filter(|row| row.exchange == own.exchange);
    here.map(|row| row.id).ok_or_else(|| {
        let args = vec![("number", typed.chars().take(40).collect())];
        Error::Wrong(vec![FieldError { field: "more", code: "error-no-such-number", args }])
    })
}
