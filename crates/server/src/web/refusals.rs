//! Refusals in words: what did not happen, the numbers, which rule it is, whose, and what would help.

use app::accounts;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ledger::refusal::{Fault, Refusal, Rule};
use ledger::{AccountId, Policy};

use super::errors::{Help, Refused, Trouble};
use super::visitor::{Here, Visitor};

/// The page of a refusal met at this path; `back` leads to where it can be changed.
pub async fn page(visitor: Visitor, path: &str, refusal: &Refusal, back: String) -> Response {
    let code = path.split('/').nth(1).unwrap_or_default().to_owned();
    match Here::enter(visitor, &code).await {
        Ok(here) => {
            let frame = here.frame.clone().task(back.clone());
            Trouble::Refused(Refused { back, ..refused(&here, refusal).await }).page(frame)
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// A refusal in the words of the reader, without the way back: also for previews, which show many.
pub async fn refused(here: &Here, refusal: &Refusal) -> Refused {
    let said = Said::new(here, refusal).await;
    Refused {
        title: here.frame.t(if is_of_trade(refusal) { "refused-title-trade" } else { "refused-title" }),
        lead: said.phrase().t(&said.key(refusal)),
        facts: said.facts(refusal),
        helps: said.helps(refusal),
        rule: said.rule(refusal),
        back: String::new(),
        code: refusal.code().to_owned(),
    }
}

/// What is needed to say a refusal.
struct Said<'h> {
    here: &'h Here,
    /// Whose account it is about.
    name: String,
    whose: Whose,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Mine,
    Theirs,
}

impl<'h> Said<'h> {
    async fn new(here: &'h Here, refusal: &Refusal) -> Self {
        let account = account_of(refusal);
        let mine = account.is_some_and(|account| here.actor.operates(account));
        let name = match account {
            Some(account) => accounts::holder_name(here.app(), &here.actor, account).await,
            None => Ok(String::new()),
        };
        let whose = if mine { Whose::Mine } else { Whose::Theirs };
        // Whoever may not know the name learns none.
        Self { here, name: name.unwrap_or_else(|_| here.frame.t("refused-someone")), whose }
    }

    fn phrase(&self) -> super::l10n::Phrase<'h> {
        self.here.frame.l.with("name", &self.name).with("exchange", &self.here.exchange.name)
    }

    fn amount(&self, units: i64) -> String {
        self.here.frame.amount(units, &self.here.unit)
    }

    fn key(&self, refusal: &Refusal) -> String {
        let code = refusal.code();
        match refusal {
            Refusal::Malformed { fault } => format!("refused-malformed-{}", fault_word(*fault)),
            Refusal::NotPermitted { rule } => format!("refused-not-permitted-{}", rule_word(*rule)),
            _ if account_of(refusal).is_some() => match self.whose {
                Whose::Mine => format!("refused-{code}-mine"),
                Whose::Theirs => format!("refused-{code}-theirs"),
            },
            _ => format!("refused-{code}"),
        }
    }

    /// The numbers; those of others only where the exchange shows what members have.
    fn facts(&self, refusal: &Refusal) -> Vec<(String, String)> {
        let hidden = self.whose == Whose::Theirs && self.here.policy.hides_records;
        let fact = |key: &str, units: i64| (self.phrase().t(key), self.amount(units));
        let stands =
            if self.whose == Whose::Mine { "refused-fact-stand-mine" } else { "refused-fact-stand-theirs" };
        match refusal {
            _ if hidden => Vec::new(),
            Refusal::BelowFloor { floor, available, charge, .. } => vec![
                fact(stands, *available),
                fact("refused-fact-charge", *charge),
                fact("refused-fact-after", available.saturating_sub(*charge)),
                fact("refused-fact-floor", *floor),
            ],
            Refusal::AboveCeiling { ceiling, balance, gain, .. } => vec![
                fact(stands, *balance),
                fact("refused-fact-gain", *gain),
                fact("refused-fact-after", balance.saturating_add(*gain)),
                fact("refused-fact-ceiling", *ceiling),
            ],
            Refusal::BalanceNotZero { balance } => vec![fact("refused-fact-balance", *balance)],
            Refusal::WindowOver { days } => {
                let days = self.here.frame.l.with("count", u32::from(*days)).t("refused-days");
                vec![(self.here.frame.t("refused-fact-window"), days)]
            }
            _ => Vec::new(),
        }
    }

    fn helps(&self, refusal: &Refusal) -> Vec<Help> {
        let page = &self.here.frame;
        let help = |icon: &str, key: &str, href: String| Help {
            icon: icon.to_owned(),
            title: self.phrase().t(key),
            sub: self.phrase().t(&format!("{key}-sub")),
            href,
        };
        let ask = || help("people", "refused-help-ask", page.to("about"));
        match refusal {
            Refusal::BelowFloor { .. } => match self.whose {
                Whose::Mine => vec![help("gave", "refused-help-provide", page.to("people")), ask()],
                Whose::Theirs => vec![help("gave", "refused-help-they-provide", page.to("people")), ask()],
            },
            Refusal::AboveCeiling { .. } => match self.whose {
                Whose::Mine => vec![help("got", "refused-help-receive", page.to("people")), ask()],
                Whose::Theirs => vec![help("got", "refused-help-they-receive", page.to("people")), ask()],
            },
            Refusal::UnknownAccount => vec![help("search", "refused-help-search", page.to("people"))],
            Refusal::NotPending | Refusal::AlreadyReversed | Refusal::Stale | Refusal::IdUsed => {
                vec![help("statement", "refused-help-statement", page.to("statement"))]
            }
            Refusal::Malformed { .. } | Refusal::SameAccount => Vec::new(),
            _ => vec![ask()],
        }
    }

    fn rule(&self, refusal: &Refusal) -> String {
        let phrase = self.phrase();
        let limits = limits(&self.here.policy);
        match refusal {
            Refusal::BelowFloor { floor, .. } => {
                let key =
                    if limits.0 == Some(*floor) { "refused-rule-floor" } else { "refused-rule-own-floor" };
                phrase.with("amount", self.amount(*floor)).t(key)
            }
            Refusal::AboveCeiling { ceiling, .. } => {
                let ours = limits.1 == Some(*ceiling);
                let key = if ours { "refused-rule-ceiling" } else { "refused-rule-own-ceiling" };
                phrase.with("amount", self.amount(*ceiling)).t(key)
            }
            Refusal::PayerLocked { .. } | Refusal::AccountSuspended { .. } | Refusal::ExchangeDisabled => {
                phrase.t("refused-rule-admins")
            }
            Refusal::NotPermitted { rule } => match rule {
                Rule::PayersDoNotPay | Rule::PayeesDoNotRecord => phrase.t("refused-rule-exchange"),
                Rule::NotYourAccount
                | Rule::PayersObject
                | Rule::AdminsOnly
                | Rule::OnlyWhoKeyed
                | Rule::ServerOnly
                | Rule::AnotherAdmin => phrase.t("refused-rule-everywhere"),
            },
            Refusal::WindowOver { .. } => phrase.t("refused-rule-exchange"),
            Refusal::BalanceNotZero { .. } | Refusal::OwnAccountStays => phrase.t("refused-rule-everywhere"),
            _ => String::new(),
        }
    }
}

/// Floor and ceiling of the exchange's own accounts.
fn limits(policy: &Policy) -> (Option<i64>, Option<i64>) {
    (policy.floor.map(|limit| limit.at), policy.ceiling.map(|limit| limit.at))
}

/// The account that a refusal is about.
fn account_of(refusal: &Refusal) -> Option<AccountId> {
    match refusal {
        Refusal::AccountClosed { account }
        | Refusal::AccountSuspended { account }
        | Refusal::AccountDisabled { account }
        | Refusal::PayerLocked { account }
        | Refusal::BelowFloor { account, .. }
        | Refusal::AboveCeiling { account, .. } => Some(*account),
        _ => None,
    }
}

/// Whether it is a new trade that was refused.
fn is_of_trade(refusal: &Refusal) -> bool {
    account_of(refusal).is_some()
        || matches!(
            refusal,
            Refusal::SameAccount | Refusal::UnknownAccount | Refusal::ExchangeDisabled | Refusal::IdUsed
        )
}

fn fault_word(fault: Fault) -> &'static str {
    match fault {
        Fault::Text => "text",
        Fault::DayInFuture => "day-in-future",
        Fault::MomentPassed => "moment-passed",
        Fault::ReasonMissing => "reason-missing",
        Fault::Limits => "limits",
        Fault::Policy => "policy",
        Fault::UnitChanged => "unit-changed",
    }
}

fn rule_word(rule: Rule) -> &'static str {
    match rule {
        Rule::NotYourAccount => "not-your-account",
        Rule::PayersDoNotPay => "payers-do-not-pay",
        Rule::PayeesDoNotRecord => "payees-do-not-record",
        Rule::PayersObject => "payers-object",
        Rule::AdminsOnly => "admins-only",
        Rule::OnlyWhoKeyed => "only-who-keyed",
        Rule::ServerOnly => "server-only",
        Rule::AnotherAdmin => "another-admin",
    }
}
