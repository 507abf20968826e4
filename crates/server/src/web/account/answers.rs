//! The answers to "what happens when somebody asks you for units", each with its effect on named people.

use app::accounts::Accepting;
use app::trades::Party;
use ledger::account::Acceptance;

use crate::web::forms::{Form, Typed};
use crate::web::person::Person;
use crate::web::visitor::Here;

/// The question with its answers.
pub(super) struct Answers {
    /// Each: value, label, effect.
    pub choices: Vec<Choice>,
    /// Members who may stand on the list.
    pub ticks: Vec<Tick>,
}

/// One answer.
pub(super) struct Choice {
    /// What the form sends.
    pub value: &'static str,
    /// The answer.
    pub label: String,
    /// What it does, told with names and amounts.
    pub effect: String,
}

/// A member who may stand on the list.
pub(super) struct Tick {
    /// Who.
    pub person: Person,
    /// Whether it is ticked.
    pub is_ticked: bool,
}

/// Fills a form in with what is chosen now, where nothing was typed.
pub(super) fn begin(form: &mut Form, now: &Accepting) {
    let fill = |typed: &mut Typed, name: &str, value: String| {
        if !typed.has(name) {
            typed.set(name, value);
        }
    };
    let (answer, days) = match &now.own {
        None => ("exchange", 14),
        Some(Acceptance::Asked) => ("asked", 14),
        Some(Acceptance::Everything) => ("everything", 14),
        Some(Acceptance::From(_)) => ("list", 14),
        Some(Acceptance::AfterDays(days)) => ("days", *days),
    };
    fill(&mut form.typed, "acceptance", answer.to_owned());
    fill(&mut form.typed, "days", days.to_string());
}

impl Answers {
    /// The answers for a reader who has traded with these members.
    pub(super) fn new(here: &Here, form: &Form, now: &Accepting, partners: &[Party]) -> Self {
        let somebody = partners
            .first()
            .map_or_else(|| here.frame.t("account-somebody"), |party| Person::of(party, &here.actor).short);
        let hour = here.policy.unit.from_hours(1);
        let told = here.frame.with("name", somebody).with("amount", here.frame.amount(hour, &here.unit));
        let choice = |value, key: &str| Choice {
            value,
            label: here.frame.t(key),
            effect: told.t(&format!("{key}-effect")),
        };
        let choices = vec![
            Choice { effect: of_exchange(here, now), ..choice("exchange", "account-answer-exchange") },
            choice("asked", "account-answer-asked"),
            choice("list", "account-answer-list"),
            choice("days", "account-answer-days"),
            choice("everything", "account-answer-everything"),
        ];
        Self { choices, ticks: ticks(here, form, now, partners) }
    }
}

/// What the exchange's own answer is.
fn of_exchange(here: &Here, now: &Accepting) -> String {
    match &now.policy.acceptance {
        Acceptance::Everything => here.frame.t("account-exchange-everything"),
        Acceptance::AfterDays(days) => here.frame.with("count", i64::from(*days)).t("account-exchange-days"),
        Acceptance::Asked | Acceptance::From(_) => here.frame.t("account-exchange-asked"),
    }
}

/// Those on the list first, then those traded with last.
fn ticks(here: &Here, form: &Form, now: &Accepting, partners: &[Party]) -> Vec<Tick> {
    let others = partners.iter().filter(|party| now.listed.iter().all(|on| on.account != party.account));
    let sent = form.typed.has("listed");
    let tick = |party: &Party| Tick {
        person: Person::of(party, &here.actor),
        is_ticked: if sent {
            form.picked("listed", &party.number)
        } else {
            now.listed.iter().any(|on| on.account == party.account)
        },
    };
    now.listed.iter().chain(others).map(tick).collect()
}
