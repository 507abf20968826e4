//! The lines of a list with what becomes of each, in words.

use app::many::{Line, Outcome};
use app::trades::Party;
use ledger::Warning;

use crate::web::forms::Errors;
use crate::web::frame::Frame;
use crate::web::refusals;
use crate::web::visitor::Here;

/// A line as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LineView {
    /// 1 for the first.
    pub(super) number: usize,
    /// What for.
    pub(super) what: String,
    /// Who provided, who received, and when.
    pub(super) who: String,
    /// How much: read, or as it was typed.
    pub(super) amount: String,
    /// The icon of what becomes of it.
    pub(super) icon: &'static str,
    /// The class of what becomes of it.
    pub(super) class: &'static str,
    /// What becomes of it; several sentences when several things are wrong.
    pub(super) said: Vec<String>,
}

/// All lines.
pub(super) async fn views(here: &Here, page: &Frame, lines: &[Line]) -> Vec<LineView> {
    let mut views = Vec::with_capacity(lines.len());
    for line in lines {
        let is_good = line.outcome.is_good();
        let amount = match &line.trade {
            Some(trade) => page.bare(trade.amount.units(), &here.unit),
            None => line.row.amount.clone(),
        };
        views.push(LineView {
            number: line.number,
            what: line.row.description.clone(),
            who: who(page, line),
            amount,
            icon: if is_good { "check" } else { "care" },
            class: if is_good { "soft" } else { "wrong" },
            said: said(here, page, line).await,
        });
    }
    views
}

fn who(page: &Frame, line: &Line) -> String {
    let name = |party: &Option<Party>, typed: &str| match party {
        Some(party) => format!("{} ({})", party.name, party.number),
        None if typed.trim().is_empty() => "…".to_owned(),
        None => typed.to_owned(),
    };
    let who = page
        .with("giver", name(&line.payee, &line.row.payee))
        .with("taker", name(&line.payer, &line.row.payer))
        .t("many-who");
    match line.trade.as_ref().and_then(|trade| trade.traded_on) {
        Some(day) => format!("{who} · {}", page.day(day.0)),
        None => who,
    }
}

async fn said(here: &Here, page: &Frame, line: &Line) -> Vec<String> {
    let mut said = match &line.outcome {
        Outcome::Counts => vec![page.t("many-counts")],
        Outcome::Waits => {
            let name = line.payer.as_ref().map_or("", |party| party.name.as_str());
            vec![page.with("name", name).t("many-waits")]
        }
        Outcome::Wrong(fields) => {
            let mut errors = Errors::default();
            errors.add_fields(&page.l, fields);
            let label = |name: &str| page.t(&format!("many-{name}"));
            let told =
                errors.list().iter().map(|wrong| format!("{}: {}", label(&wrong.field), wrong.message));
            told.collect()
        }
        Outcome::Refused(refusal) => vec![refusals::refused(here, refusal).await.lead],
        Outcome::LeftOut => vec![page.t("many-left-out")],
        Outcome::Unknown => vec![page.t("many-unknown")],
    };
    said.extend(line.warnings.iter().map(|warning| warned(here, page, line, warning)));
    said
}

fn warned(here: &Here, page: &Frame, line: &Line, warning: &Warning) -> String {
    let (party, key, limit) = match warning {
        Warning::BelowSoftFloor { floor, .. } => (&line.payer, "check-below-theirs", floor),
        Warning::AboveSoftCeiling { ceiling, .. } => (&line.payee, "check-above-theirs", ceiling),
    };
    let name = party.as_ref().map_or("", |party| party.name.as_str());
    page.with("name", name).with("amount", page.amount(*limit, &here.unit)).t(key)
}
