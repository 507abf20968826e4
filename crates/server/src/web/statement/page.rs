//! The page of a statement.

use app::actor::{Action, Subject};
use app::statements::{self, Overview, Statement, Totals};
use askama::Template;

use super::rows::{self, Doors, MonthRows};
use super::span::{Chip, Span};
use super::standing::{self, Standings};
use super::{Asked, Whose};
use crate::web::errors::{render, render_again};
use crate::web::face::Face;
use crate::web::forms::Form;
use crate::web::frame::Frame;
use crate::web::l10n::UnitView;
use crate::web::stop::{Answer, Stop};

/// Lines of a page.
const LINES: usize = 30;
/// Lines of a page of the exchange's own account, whose levies are folded by day.
const LINES_OF_EXCHANGE: usize = 200;

/// `statement.html`
#[derive(Template)]
#[template(path = "statement.html")]
struct StatementPage {
    page: Frame,
    form: Form,
    unit: UnitView,
    whose: Whose,
    /// Whose it is, when it is not the reader's own.
    holder: Option<Holder>,
    path: String,
    /// The span as the part of an address from the `?` on.
    query: String,
    chips: Vec<Chip>,
    /// Whether days were chosen by hand.
    has_own_days: bool,
    sums: Vec<Sum>,
    standings: Option<Standings>,
    months: Vec<MonthRows>,
    /// Where the next page is; empty when there is none.
    older: String,
    /// Where the statement begins with its newest line.
    newest: String,
    /// Where all of it is.
    everything: String,
    /// Whether this page begins in the middle.
    is_later_page: bool,
}

/// Whose statement it is.
struct Holder {
    name: String,
    number: String,
    face: Face,
    href: String,
}

/// A line of what a span adds up to.
struct Sum {
    label: String,
    amount: String,
    class: &'static str,
}

/// Shows it.
///
/// # Errors
/// As [`statements::page`].
pub(super) async fn show(asked: Asked) -> Answer {
    let frame = asked.frame();
    let (span, form) = Span::read(&frame, &asked.here.query);
    let is_wrong = !form.errors.is_empty();
    let page = make(&asked, frame, (span, form)).await?;
    Ok(if is_wrong { render_again(&page) } else { render(&page) })
}

async fn make(asked: &Asked, frame: Frame, (span, form): (Span, Form)) -> Result<StatementPage, Stop> {
    let (here, unit) = (&asked.here, asked.here.unit.clone());
    let limit = if asked.whose == Whose::Exchange { LINES_OF_EXCHANGE } else { LINES };
    let filter = span.filter(&frame.l, limit);
    let is_later_page = span.before.is_some();
    let (mut sums, mut standings) = (Vec::new(), None);
    let statement = if is_later_page {
        statements::page(here.app(), &here.actor, asked.account, &filter).await?
    } else {
        let Overview { statement, totals, months } =
            statements::overview(here.app(), &here.actor, asked.account, &filter).await?;
        sums = sums_of(&frame, &unit, asked.whose, (&span, &totals, &statement));
        standings = standing::draw(&frame, &unit, &months);
        statement
    };
    let any = here.actor.can(Action::SeeTradeAny, Subject::exchange(here.id()));
    let doors = if any || here.actor.operates(asked.account) { Doors::Open } else { Doors::Shut };
    let holder = (asked.whose != Whose::Mine).then(|| holder(&frame, asked.whose, &statement));
    let older =
        statement.older.map(|entry| format!("{}{}&before={}", asked.path, span.query(&frame.l), entry.0));
    let chips = span.chips(&frame, &asked.path);
    Ok(StatementPage {
        page: titled(frame, asked.whose, holder.as_ref()),
        months: rows::months(&here.frame, &statement.lines, doors),
        has_own_days: !chips.iter().any(|chip| chip.is_chosen),
        query: span.query(&here.frame.l),
        newest: format!("{}{}", asked.path, span.query(&here.frame.l)),
        everything: format!("{}{}", asked.path, span.wider().query(&here.frame.l)),
        path: asked.path.clone(),
        whose: asked.whose,
        older: older.unwrap_or_default(),
        is_later_page,
        standings,
        holder,
        chips,
        sums,
        unit,
        form,
    })
}

fn titled(frame: Frame, whose: Whose, holder: Option<&Holder>) -> Frame {
    match (whose, holder) {
        (Whose::Exchange, _) => frame.titled("statement-of-exchange"),
        (Whose::Theirs, Some(holder)) => {
            let title = frame.with("name", holder.name.as_str()).t("statement-of");
            frame.titled_as(title)
        }
        _ => frame.titled("statement-title"),
    }
}

fn holder(page: &Frame, whose: Whose, statement: &Statement) -> Holder {
    let party = &statement.party;
    let code = page.exchange.as_ref().map_or("", |exchange| &exchange.code);
    let digits = party.number.strip_prefix(code).unwrap_or(&party.number);
    let href = if whose == Whose::Exchange { "about".to_owned() } else { format!("people/{digits}") };
    Holder {
        name: if whose == Whose::Exchange { page.home_name().to_owned() } else { party.name.clone() },
        number: party.number.clone(),
        face: Face::new(&party.name, &party.number, kind(party.kind), &party.portrait),
        href: page.to(&href),
    }
}

/// The word that a face knows a kind by.
fn kind(kind: ledger::account::Kind) -> &'static str {
    use ledger::account::Kind;
    match kind {
        Kind::Individual | Kind::Shared => "individual",
        Kind::Administration | Kind::Organisation | Kind::Company | Kind::Public | Kind::Virtual => {
            "organisation"
        }
    }
}

fn sums_of(
    page: &Frame,
    unit: &UnitView,
    whose: Whose,
    (span, totals, statement): (&Span, &Totals, &Statement),
) -> Vec<Sum> {
    let keys = match whose {
        Whose::Mine => ("statement-you-provided", "statement-you-received", "statement-levy"),
        Whose::Theirs => ("statement-provided", "statement-received", "statement-levy"),
        Whose::Exchange => ("statement-came-in", "statement-went-out", "statement-levies-came-in"),
    };
    let line = |label: String, amount: i64, class: &'static str| Sum {
        label,
        amount: page.bare_signed(amount, unit),
        class,
    };
    let mut sums = vec![
        line(opening_label(page, span, totals), totals.opening, ""),
        line(page.t(keys.0), totals.provided, "gave"),
        line(page.t(keys.1), totals.received, "got"),
    ];
    let rate = statement.policy.levy.rate;
    if totals.levies != 0 || rate.n > 0 {
        let label = page.with("rate", page.percent(rate.n, rate.d)).t(keys.2);
        sums.push(line(label, totals.levies, ""));
    }
    let closing = closing_label(page, span);
    sums.push(Sum { label: closing, amount: page.signed(totals.closing, unit), class: "" });
    sums
}

fn opening_label(page: &Frame, span: &Span, totals: &Totals) -> String {
    match (totals.cut_at, span.since) {
        (Some(at), _) => page.with("day", page.date(at.0)).t("statement-standing-on"),
        (None, Some(day)) => page.with("day", page.day(day)).t("statement-standing-on"),
        (None, None) => page.t("statement-standing-first"),
    }
}

fn closing_label(page: &Frame, span: &Span) -> String {
    match span.until {
        Some(day) if day < page.day_of(page.now) => {
            page.with("day", page.day(day)).t("statement-standing-after")
        }
        _ => page.t("statement-standing-today"),
    }
}
