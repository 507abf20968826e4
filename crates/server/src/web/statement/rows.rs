//! The lines of a statement as people read them: corrections folded into what they correct, levies into days, months as
//! headings. Sums and standings stay exact: only lines that follow each other are folded.

use app::statements::{Fold, Line};
use ledger::Instant;
use ledger::transfer::{Kind, Objection};

use crate::web::frame::Frame;

/// Lines that are read as one; newest first, never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Group<'a> {
    /// The lines.
    pub lines: &'a [Line],
    /// What they are together.
    pub kind: GroupKind,
}

/// What lines are together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GroupKind {
    /// A line by itself.
    One,
    /// A trade and its reversal: nothing in the end.
    TakenBack,
    /// A correction: what stands, the reversal, and perhaps what stood before.
    Corrected,
    /// Levies of a day, on the exchange's own account.
    Levies,
}

/// Folds lines, newest first.
#[must_use]
pub(super) fn groups<'a>(page: &Frame, lines: &'a [Line]) -> Vec<Group<'a>> {
    let mut groups = Vec::new();
    let mut rest = lines;
    while !rest.is_empty() {
        let (kind, length) = match rest {
            [now, back, was, ..] if corrects(now, back) && takes_back(back, was) => (GroupKind::Corrected, 3),
            [now, back, ..] if corrects(now, back) => (GroupKind::Corrected, 2),
            [back, was, ..] if takes_back(back, was) => (GroupKind::TakenBack, 2),
            [first, ..] if first.is_levy() => (GroupKind::Levies, levies_of_the_day(page, first, rest)),
            _ => (GroupKind::One, 1),
        };
        let (lines, after) = rest.split_at(length);
        groups.push(Group { lines, kind });
        rest = after;
    }
    groups
}

fn corrects(now: &Line, back: &Line) -> bool {
    now.row.kind == Kind::Replacement
        && !now.is_levy()
        && back.row.kind == Kind::Reversal
        && now.row.corrects.is_some()
        && now.row.corrects == back.row.corrects
}

fn takes_back(back: &Line, was: &Line) -> bool {
    back.row.kind == Kind::Reversal && back.row.corrects == Some(was.row.uuid) && !was.is_levy()
}

fn levies_of_the_day(page: &Frame, first: &Line, lines: &[Line]) -> usize {
    let day = page.day_of(first.row.decided_at.0);
    lines.iter().take_while(|line| line.is_levy() && page.day_of(line.row.decided_at.0) == day).count()
}

impl Group<'_> {
    /// The line that it is read as: the newest, or of what was taken back the trade itself.
    ///
    /// # Panics
    /// Never: a group is not empty.
    #[must_use]
    pub(super) fn main(&self) -> &Line {
        let found = if self.kind == GroupKind::TakenBack { self.lines.last() } else { self.lines.first() };
        found.unwrap_or_else(|| unreachable!("a group is not empty"))
    }

    /// What it changes of the standing.
    #[must_use]
    pub(super) fn amount(&self) -> i64 {
        self.lines.iter().map(|line| line.row.amount).sum()
    }

    /// What it adds to what was provided, at its price; a reversal takes its trade out again.
    #[must_use]
    pub(super) fn provided(&self) -> i64 {
        self.lines.iter().filter(|line| is_provided(line)).map(Line::price).sum()
    }

    /// What it adds to what was received, below zero.
    #[must_use]
    pub(super) fn received(&self) -> i64 {
        self.lines.iter().filter(|line| !is_provided(line)).map(Line::price).sum()
    }

    /// What the exchange took, below zero.
    #[must_use]
    pub(super) fn levy(&self) -> i64 {
        self.lines.iter().map(|line| line.levy).sum()
    }

    /// The standing after it.
    #[must_use]
    pub(super) fn standing(&self) -> i64 {
        self.lines.first().map_or(0, |line| line.row.balance)
    }

    /// When it counted.
    #[must_use]
    pub(super) fn at(&self) -> Instant {
        self.main().row.decided_at
    }

    /// What for.
    #[must_use]
    pub(super) fn what(&self, page: &Frame) -> String {
        let main = self.main();
        let words = main.row.description.trim();
        match (self.kind, main.fold) {
            (GroupKind::Levies, _) => page.with("count", self.lines.len()).t("statement-levies"),
            (_, Fold::Reversal) if words.is_empty() => page.t("statement-taking-back"),
            (_, Fold::Reversal) => page.with("words", words).t("statement-taking-back-why"),
            _ if words.is_empty() => page.t("trade-no-words"),
            _ => words.to_owned(),
        }
    }

    /// With whom, and what else there is to know.
    #[must_use]
    pub(super) fn with(&self, page: &Frame) -> String {
        if self.kind == GroupKind::Levies {
            return page.t("statement-levies-note");
        }
        let main = self.main();
        let name = main.other.name.as_str();
        let mut said = vec![match (self.kind, main.fold, main.price() > 0) {
            (GroupKind::TakenBack, ..) | (_, Fold::Reversal, _) => name.to_owned(),
            (_, _, true) => page.with("name", name).t("home-row-provided"),
            (_, _, false) => page.with("name", name).t("home-row-received"),
        }];
        if self.kind == GroupKind::TakenBack {
            let back = self.lines.first().map_or(0, |line| line.row.decided_at.0);
            said.push(page.with("day", page.date(back)).t("statement-taken-back-on"));
        } else if main.fold == Fold::Reversed {
            said.push(page.t("statement-taken-back-later"));
        }
        if self.kind == GroupKind::Corrected {
            said.push(page.t("statement-corrected"));
        }
        said.extend(notes(page, main));
        said.join(" · ")
    }
}

fn is_provided(line: &Line) -> bool {
    (line.price() > 0) == (line.row.kind != Kind::Reversal)
}

fn notes(page: &Frame, line: &Line) -> Vec<String> {
    let mut said = Vec::new();
    if line.row.kind == Kind::Import {
        said.push(page.t("statement-brought-over"));
    }
    if let Some(day) = line.row.traded_on.filter(|day| *day != page.day_of(line.row.decided_at.0)) {
        said.push(page.with("day", page.day(day)).t("statement-traded-on"));
    }
    if !line.keyed_by.is_empty() {
        said.push(page.with("name", line.keyed_by.as_str()).t("statement-keyed-by"));
    }
    if line.row.objection == Some(Objection::Open) {
        said.push(page.t("statement-objection"));
    }
    said
}

/// A row of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The trade's own page; empty when it is not this reader's to see.
    pub href: String,
    /// What for.
    pub what: String,
    /// Whether it is struck out.
    pub is_struck: bool,
    /// With whom.
    pub with: String,
    /// What it changes.
    pub amount: i64,
    /// The class of the amount.
    pub class: &'static str,
    /// The standing after it.
    pub standing: i64,
    /// When.
    pub at: i64,
}

/// The rows of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MonthRows {
    /// "November 2026"
    pub name: String,
    /// Its rows, newest first.
    pub rows: Vec<Row>,
}

/// Whether the reader may open the trades of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doors {
    /// Yes.
    Open,
    /// No: they are between others.
    Shut,
}

/// The rows of a statement, newest first, by month.
#[must_use]
pub(super) fn months(page: &Frame, lines: &[Line], doors: Doors) -> Vec<MonthRows> {
    let mut months: Vec<MonthRows> = Vec::new();
    for group in groups(page, lines) {
        let name = page.month(group.at().0);
        let row = row(page, &group, doors);
        match months.last_mut().filter(|month| month.name == name) {
            Some(month) => month.rows.push(row),
            None => months.push(MonthRows { name, rows: vec![row] }),
        }
    }
    months
}

fn row(page: &Frame, group: &Group<'_>, doors: Doors) -> Row {
    let shut = doors == Doors::Shut || group.kind == GroupKind::Levies;
    let href = if shut { String::new() } else { page.to(&format!("trades/{}", group.main().row.uuid)) };
    let is_struck = group.kind == GroupKind::TakenBack || group.main().fold == Fold::Reversed;
    let amount = group.amount();
    let class = match amount.signum() {
        _ if is_struck => "soft",
        1 => "gave",
        -1 => "got",
        _ => "soft",
    };
    Row {
        href,
        what: group.what(page),
        is_struck,
        with: group.with(page),
        amount,
        class,
        standing: group.standing(),
        at: group.at().0,
    }
}
