//! Answers to questions about the rules: into a form, and out of it again.

use ledger::Policy;
use ledger::account::{Acceptance, Kind};
use ledger::levy::Rate;

use super::Question;
use crate::web::admin::kind_word;
use crate::web::admin::limits::{put_limit, read_growth, read_limit};
use crate::web::admin::switches::{put_acceptance, read_acceptance, read_days};
use crate::web::forms::{Form, Typed};
use crate::web::visitor::Here;

/// Kinds of account that an exchange may exempt from its levy.
pub(super) const EXEMPTIBLE: [Kind; 4] = [Kind::Shared, Kind::Organisation, Kind::Company, Kind::Public];

/// Who may record, as one word.
pub(super) const fn recording(policy: &Policy) -> &'static str {
    match (policy.payer_pays, policy.payee_records, policy.payee_requests) {
        (true, true, _) => "either",
        (true, false, true) => "asks",
        (true, false, false) => "receiver",
        (false, true, _) => "giver",
        (false, false, _) => "agreed",
    }
}

/// The form of a question, filled with the answer as it is.
pub(super) fn begin(here: &Here, question: Question) -> Typed {
    let policy = &here.policy;
    let mut typed = Typed::default();
    match question {
        Question::Recording => typed.set("recording", recording(policy)),
        Question::Acceptance => put_acceptance(&mut typed, Some(&policy.acceptance)),
        Question::Levy => {
            typed.set("levy", percent(here, policy.levy.rate));
            for kind in &policy.levy.exempt {
                typed.set(&format!("exempt-{}", kind_word(*kind)), "on");
            }
        }
        Question::Floor => {
            put_limit(here, &mut typed, "floor", policy.floor);
            if let Some(cap) = policy.growth_cap {
                typed.set("growth", here.frame.typed(-cap, &here.unit));
            }
        }
        Question::Ceiling => put_limit(here, &mut typed, "ceiling", policy.ceiling),
        Question::Days => {
            typed.set("entry", policy.entry_days.to_string());
            typed.set("edit", policy.edit_days.to_string());
            typed.set("coordinator", policy.coordinator_days.to_string());
            typed.set("request", policy.request_days.map(|days| days.to_string()).unwrap_or_default());
        }
        Question::Records => typed.set("records", if policy.hides_records { "hidden" } else { "shown" }),
        Question::Unit => {
            typed.set("singular", &policy.unit.singular);
            typed.set("plural", &policy.unit.plural);
            typed.set("symbol", &policy.unit.symbol);
        }
        Question::Open => typed.set("open", if policy.open { "yes" } else { "no" }),
    }
    typed
}

/// The rules with the answer of a form. Mistakes are noted in it.
pub(super) fn read(here: &Here, question: Question, form: &mut Form) -> Policy {
    let mut policy = here.policy.clone();
    match question {
        Question::Recording => set_recording(here, &mut policy, form),
        Question::Acceptance => match read_acceptance(here, form, None) {
            Some(acceptance) => policy.acceptance = acceptance,
            None if form.errors.is_empty() => choice(here, form, "acceptance"),
            None => {}
        },
        Question::Levy => set_levy(here, &mut policy, form),
        Question::Floor => {
            policy.floor = read_limit(here, form, "floor");
            policy.growth_cap = read_growth(here, form);
        }
        Question::Ceiling => policy.ceiling = read_limit(here, form, "ceiling"),
        Question::Days => set_days(here, &mut policy, form),
        Question::Records => policy.hides_records = form.typed.get("records") == "hidden",
        Question::Unit => set_unit(here, &mut policy, form),
        Question::Open => policy.open = form.typed.get("open") != "no",
    }
    policy
}

fn choice(here: &Here, form: &mut Form, name: &str) {
    form.errors.add_code(&here.frame.l, name, "error-choice", &[]);
}

fn set_recording(here: &Here, policy: &mut Policy, form: &mut Form) {
    let switches = match form.typed.get("recording") {
        word if word == recording(policy) => return,
        "either" => (true, true, true),
        "asks" => (true, false, true),
        "receiver" => (true, false, false),
        "giver" => (false, true, true),
        "agreed" => (false, false, true),
        _ => return choice(here, form, "recording"),
    };
    (policy.payer_pays, policy.payee_records, policy.payee_requests) = switches;
    if policy.acceptance == Acceptance::Everything && !policy.payee_records {
        // Otherwise a request would count at once after all.
        policy.acceptance = Acceptance::Asked;
    }
}

fn set_levy(here: &Here, policy: &mut Policy, form: &mut Form) {
    match rate(form.typed.get("levy")).filter(|rate| rate.is_levy()) {
        Some(rate) => policy.levy.rate = rate,
        None => form.errors.add_code(&here.frame.l, "levy", "error-levy", &[]),
    }
    let ticked = |kind: &Kind| form.typed.has(&format!("exempt-{}", kind_word(*kind)));
    policy.levy.exempt = EXEMPTIBLE.into_iter().filter(ticked).collect();
}

fn set_days(here: &Here, policy: &mut Policy, form: &mut Form) {
    policy.entry_days = read_days(here, form, "entry", 1).unwrap_or(policy.entry_days);
    policy.edit_days = read_days(here, form, "edit", 0).unwrap_or(policy.edit_days);
    policy.coordinator_days = read_days(here, form, "coordinator", 0).unwrap_or(policy.coordinator_days);
    policy.request_days =
        if form.typed.get("request").is_empty() { None } else { read_days(here, form, "request", 1) };
}

fn set_unit(here: &Here, policy: &mut Policy, form: &mut Form) {
    for (name, max) in [("singular", 40), ("plural", 40), ("symbol", 6)] {
        let text = form.typed.get(name);
        if text.is_empty() {
            form.errors.add_code(&here.frame.l, name, "error-required", &[]);
        } else if text.chars().count() > max {
            form.errors.add_code(&here.frame.l, name, "error-too-long", &[("max", max.to_string())]);
        }
    }
    let text = |name: &str| form.typed.get(name).to_owned();
    (policy.unit.singular, policy.unit.plural, policy.unit.symbol) =
        (text("singular"), text("plural"), text("symbol"));
}

/// A percentage with at most three decimals, either sign before them.
fn rate(typed: &str) -> Option<Rate> {
    let typed = typed.trim_end_matches('%').trim().replace(',', ".");
    let (whole, decimals) = typed.split_once('.').unwrap_or((&typed, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || decimals.len() > 3 || !digits(whole) || !digits(decimals) {
        return None;
    }
    let thousandths: u32 = format!("{whole}{decimals:0<3}").parse().ok()?;
    let common = gcd(thousandths, 100_000);
    Some(Rate { n: thousandths / common, d: 100_000 / common })
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a.max(1) } else { gcd(b, a % b) }
}

/// A rate in per cent, without the sign, as it is typed.
pub(super) fn percent(here: &Here, rate: Rate) -> String {
    let thousandths = u64::from(rate.n) * 100_000 / u64::from(rate.d.max(1));
    let decimals = format!("{:03}", thousandths % 1000);
    let decimals = decimals.trim_end_matches('0');
    let whole = thousandths / 1000;
    if decimals.is_empty() {
        whole.to_string()
    } else {
        format!("{whole}{}{decimals}", here.frame.decimal_separator())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_as_people_type_them() {
        for (typed, expected) in [
            ("2", Some((1, 50))),
            ("2,5 %", Some((1, 40))),
            ("0", Some((0, 1))),
            ("0.125", Some((1, 800))),
            ("0.1255", None),
            ("", None),
            ("-2", None),
            ("two", None),
        ] {
            assert_eq!(rate(typed).map(|rate| (rate.n, rate.d)), expected, "{typed}");
        }
    }
}
