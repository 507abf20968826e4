//! What an answer does, said with two named people and a real amount; and the answers as they are, in a line.

use app::exchanges::Example;
use ledger::Amount;
use ledger::account::{Acceptance, Kind, Limit};

use super::Question;
use super::answers::{percent, recording};
use crate::web::admin::past::limit_words;
use crate::web::l10n::Phrase;
use crate::web::visitor::Here;

/// Two people and the sentences about them.
pub(super) struct Effect {
    pub(super) giver: String,
    pub(super) receiver: String,
    pub(super) amount: String,
    /// What the answer as it is does.
    pub(super) lines: Vec<String>,
}

impl Effect {
    pub(super) fn of(here: &Here, question: Question, example: &Example) -> Self {
        let name = |found: &Option<String>, key: &str| {
            let first = found.as_deref().and_then(|name| name.split_whitespace().next());
            first.map_or_else(|| here.frame.t(key), str::to_owned)
        };
        let mut effect = Self {
            giver: name(&example.giver, "rule-giver"),
            receiver: name(&example.receiver, "rule-receiver"),
            amount: here.frame.amount(example.price, &here.unit),
            lines: Vec::new(),
        };
        effect.lines = effect.sentences(here, question, example);
        effect
    }

    fn said<'h>(&self, here: &'h Here) -> Phrase<'h> {
        let said = here.frame.l.with("giver", &self.giver).with("receiver", &self.receiver);
        said.with("amount", &self.amount)
    }

    fn sentences(&self, here: &Here, question: Question, example: &Example) -> Vec<String> {
        let (policy, said) = (&here.policy, self.said(here));
        match question {
            Question::Recording => vec![said.t(&format!("rule-recording-{}-sub", recording(policy)))],
            Question::Acceptance => {
                let said = said.with("days", days(&policy.acceptance));
                vec![said.t(&format!("rule-acceptance-{}-sub", acceptance(&policy.acceptance)))]
            }
            Question::Levy => self.levy(here, example.price),
            Question::Floor => {
                let mut lines = vec![self.limit(here, "floor", policy.floor)];
                if let Some(cap) = policy.growth_cap {
                    let cap = here.frame.amount(cap, &here.unit);
                    lines.push(said.with("cap", cap).t("rule-growth-effect"));
                }
                lines.push(said_only_new(here));
                lines
            }
            Question::Ceiling => vec![self.limit(here, "ceiling", policy.ceiling), said_only_new(here)],
            Question::Days => vec![said.with("days", policy.edit_days).t("rule-days-effect")],
            Question::Unit => vec![said.t("rule-unit-effect")],
            Question::Records => vec![],
            Question::Open => vec![],
        }
    }

    fn levy(&self, here: &Here, price: i64) -> Vec<String> {
        let levy = &here.policy.levy;
        let Some(amount) = Amount::new(price).filter(|_| levy.rate.n > 0) else {
            return vec![self.said(here).t("rule-levy-effect-none")];
        };
        let part = levy.on(amount, Kind::Individual);
        let shown = |units: i64| here.frame.amount(units, &here.unit);
        let said = self
            .said(here)
            .with("gain", shown(price - part))
            .with("charge", shown(price + part))
            .with("levy", shown(2 * part))
            .with("exchange", here.frame.home_name());
        vec![said.t("rule-levy-effect")]
    }

    fn limit(&self, here: &Here, name: &str, limit: Option<Limit>) -> String {
        let kind = match limit {
            None => "none",
            Some(Limit { hard: true, .. }) => "hard",
            Some(Limit { hard: false, .. }) => "soft",
        };
        let at = limit.map_or(0, |limit| limit.at.saturating_abs());
        let said = self.said(here).with("limit", here.frame.amount(at, &here.unit));
        said.t(&format!("rule-{name}-effect-{kind}"))
    }
}

fn said_only_new(here: &Here) -> String {
    here.frame.t("rule-only-new")
}

const fn acceptance(acceptance: &Acceptance) -> &'static str {
    match acceptance {
        Acceptance::Asked | Acceptance::From(_) => "asked",
        Acceptance::Everything => "everything",
        Acceptance::AfterDays(_) => "days",
    }
}

const fn days(acceptance: &Acceptance) -> u16 {
    match acceptance {
        Acceptance::AfterDays(days) => *days,
        Acceptance::Asked | Acceptance::Everything | Acceptance::From(_) => 14,
    }
}

/// The answer to a question as it is, in a line.
pub(super) fn in_words(here: &Here, question: Question) -> String {
    let (page, policy) = (&here.frame, &here.policy);
    match question {
        Question::Recording => page.t(&format!("rule-recording-{}", recording(policy))),
        Question::Acceptance => match &policy.acceptance {
            Acceptance::AfterDays(days) => page.with("days", *days).t("rule-acceptance-now-days"),
            other => page.t(&format!("rule-acceptance-{}", acceptance(other))),
        },
        Question::Levy if policy.levy.rate.n == 0 => page.t("rule-levy-now-none"),
        Question::Levy => page.with("rate", percent(here, policy.levy.rate)).t("rule-levy-now"),
        Question::Floor => limit_words(here, policy.floor),
        Question::Ceiling => limit_words(here, policy.ceiling),
        Question::Days => {
            page.with("entry", policy.entry_days).with("edit", policy.edit_days).t("rule-days-now")
        }
        Question::Records => {
            page.t(if policy.hides_records { "rule-records-closed" } else { "rule-records-shown" })
        }
        Question::Unit => format!("{}, {}", policy.unit.singular, policy.unit.plural),
        Question::Open => page.t(if policy.open { "rule-open-yes" } else { "rule-open-no" }),
    }
}
