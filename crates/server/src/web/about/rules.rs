//! The rules of an exchange in plain words, as its policy has them.

use ledger::Policy;
use ledger::account::{Acceptance, Limit};

use crate::web::frame::Frame;
use crate::web::l10n::UnitView;

/// A rule in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// The icon.
    pub(super) icon: &'static str,
    /// The words.
    pub(super) text: String,
}

/// The rules, those that people meet first at the top.
pub(super) fn in_words(page: &Frame, policy: &Policy, unit: &UnitView) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut add = |icon, text| rules.push(Rule { icon, text });
    if !policy.open {
        add("care", page.t("rule-paused"));
    }
    add("hand", page.t(recording(policy)));
    if policy.payee_requests {
        add("bell", acceptance(page, policy));
    }
    if let Some(days) = policy.request_days.filter(|_| policy.payee_requests) {
        add("clock", page.with("count", u32::from(days)).t("rule-expires"));
    }
    add("calendar", page.with("count", u32::from(policy.entry_days)).t("rule-entry"));
    if policy.edit_days > 0 {
        add("undo", page.with("count", u32::from(policy.edit_days)).t("rule-correct"));
    } else {
        add("undo", page.t("rule-give-back"));
    }
    if let Some(text) = limits(page, policy, unit) {
        add("chart", text);
    }
    if let (Some(cap), Some(_)) = (policy.growth_cap, policy.floor) {
        add("plus", page.with("cap", page.amount(cap, unit)).t("rule-growth"));
    }
    if policy.levy.rate.n > 0 {
        let rate = page.percent(policy.levy.rate.n, policy.levy.rate.d);
        add("people", page.with("rate", rate).t("rule-levy"));
    }
    add("shield", page.t(if policy.hides_records { "rule-records-hidden" } else { "rule-records" }));
    rules
}

/// Who may record a trade that counts at once.
fn recording(policy: &Policy) -> &'static str {
    match (policy.payer_pays, policy.payee_records) {
        (true, true) => "rule-both-record",
        (true, false) => "rule-receiver-records",
        (false, true) => "rule-provider-records",
        (false, false) if policy.payee_requests => "rule-requests-only",
        (false, false) => "rule-keepers-record",
    }
}

fn acceptance(page: &Frame, policy: &Policy) -> String {
    match &policy.acceptance {
        Acceptance::Everything => page.t("rule-requests-count"),
        Acceptance::AfterDays(days) => page.with("count", u32::from(*days)).t("rule-silence"),
        Acceptance::Asked | Acceptance::From(_) => page.t("rule-requests-wait"),
    }
}

/// How far accounts may go, with what happens beyond.
fn limits(page: &Frame, policy: &Policy, unit: &UnitView) -> Option<String> {
    let amount = |limit: Limit| page.signed(limit.at, unit);
    let said = match (policy.floor, policy.ceiling) {
        (Some(floor), Some(ceiling)) => {
            page.with("floor", amount(floor)).with("ceiling", amount(ceiling)).t("rule-floor-and-ceiling")
        }
        (Some(floor), None) => page.with("floor", amount(floor)).t("rule-floor"),
        (None, Some(ceiling)) => page.with("ceiling", amount(ceiling)).t("rule-ceiling"),
        (None, None) => return None,
    };
    let is_hard = policy.floor.or(policy.ceiling).is_some_and(|limit| limit.hard);
    let beyond = page.t(if is_hard { "rule-limit-hard" } else { "rule-limit-soft" });
    Some(format!("{said} {beyond}"))
}
