//! What was done, as a sentence: for the log and for the history of one account.

use app::audit::{Changed, Done, Past};
use ledger::Act;
use ledger::account::{Limit, State};

use super::member_page;
use crate::web::visitor::Here;

/// One line of the log.
pub(super) struct Line {
    /// The month that begins with this line, in lists that have such headings; otherwise empty.
    pub(super) month: String,
    pub(super) icon: &'static str,
    pub(super) hue: u8,
    /// The sentence.
    pub(super) what: String,
    pub(super) why: String,
    pub(super) who: String,
    pub(super) at: i64,
    /// Whose page it leads to; empty for none.
    pub(super) href: String,
}

impl Line {
    pub(super) fn of(here: &Here, past: &Past) -> Self {
        let (icon, hue) = picture(&past.done);
        let (name, href) = match &past.done {
            Done::Act(_, Some(party)) => (party.name.clone(), member_page(&here.frame, &party.number)),
            Done::Act(_, None) | Done::Rules(_) | Done::Other { .. } => Default::default(),
        };
        Self {
            month: String::new(),
            icon,
            hue,
            what: sentence(here, &past.done, &name),
            why: past.why.clone(),
            who: past.who.clone(),
            at: past.at.0,
            href,
        }
    }
}

fn picture(done: &Done) -> (&'static str, u8) {
    match done {
        Done::Rules(_) => ("rules", 5),
        Done::Act(act, _) => match act.as_ref() {
            Act::SetLock { .. } => ("lock", 2),
            Act::SetState { .. } => ("shield", 2),
            Act::SetLimits { .. } => ("chart", 6),
            _ => ("statement", 6),
        },
        Done::Other { act, .. } => match act.as_str() {
            "exchange-edited" | "terms-changed" => ("settings", 5),
            "role-given" | "role-taken" => ("shield", 7),
            "invited" | "invitation-revoked" => ("mail", 4),
            _ => ("person", 4),
        },
    }
}

fn sentence(here: &Here, done: &Done, name: &str) -> String {
    let page = &here.frame;
    match done {
        Done::Rules(changes) => {
            let parts: Vec<String> =
                changes.iter().map(|change| page.t(&format!("log-rules-{}", word(*change)))).collect();
            page.with("parts", parts.join(", ")).t("log-rules")
        }
        Done::Act(act, _) => act_sentence(here, act, name),
        Done::Other { act, subject, value } => {
            let value = match act.as_str() {
                "role-given" | "role-taken" => page.t(&format!("role-{value}")),
                _ => value.clone(),
            };
            let key = format!("log-{act}");
            let key = if page.l.has(&key) { key.as_str() } else { "log-other" };
            page.with("subject", subject).with("value", value).with("act", act).t(key)
        }
    }
}

const fn word(change: Changed) -> &'static str {
    match change {
        Changed::First => "first",
        Changed::Open => "open",
        Changed::Unit => "unit",
        Changed::Levy => "levy",
        Changed::Recording => "recording",
        Changed::Acceptance => "acceptance",
        Changed::Days => "days",
        Changed::Floor => "floor",
        Changed::Ceiling => "ceiling",
        Changed::Records => "records",
    }
}

fn act_sentence(here: &Here, act: &Act, name: &str) -> String {
    let page = &here.frame;
    let said = page.with("name", name);
    match act {
        Act::OpenAccount { number, .. } => said.with("number", number).t("log-account-opened"),
        Act::SetState { state, .. } => said.t(match state {
            State::Active => "log-state-active",
            State::Disabled => "log-state-disabled",
            State::Suspended => "log-state-suspended",
            State::Closed => "log-state-closed",
        }),
        Act::SetLock { locked: true, .. } => said.t("log-locked"),
        Act::SetLock { locked: false, .. } => said.t("log-unlocked"),
        Act::SetLimits { floor, ceiling, .. } => said
            .with("floor", limit_words(here, *floor))
            .with("ceiling", limit_words(here, *ceiling))
            .t("log-limits"),
        Act::SetOverrides { .. } => said.t("log-switches"),
        Act::SetPolicy { .. } => said.t("log-rules"),
        Act::Hold { amount, .. } => {
            said.with("amount", page.amount(amount.units(), &here.unit)).t("log-hold")
        }
        Act::UseHold { .. } | Act::ReleaseHold { .. } => said.t("log-hold-ended"),
    }
}

/// A limit in words: "−250.00 acorns (hard)", "none".
pub(super) fn limit_words(here: &Here, limit: Option<Limit>) -> String {
    let page = &here.frame;
    match limit {
        None => page.t("limits-word-none"),
        Some(limit) => {
            let key = if limit.hard { "limits-word-hard" } else { "limits-word-soft" };
            page.with("amount", page.amount(limit.at, &here.unit)).t(key)
        }
    }
}
