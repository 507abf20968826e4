//! Which lines of a statement are wanted, as the address says: `since`, `until`, `q`, and `before` where a page begins.
//!
//! Days are those of the exchange's time zone, both included. Without `since` a statement begins with the month before the
//! last one; with an empty `since` it begins at the beginning.

use app::statements::Filter;
use ledger::{EntryId, Instant};

use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::l10n::L10n;
use crate::web::stop::encoded;

/// Most characters of words that are looked for.
const WORDS_MAX: usize = 100;

/// The lines that are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    /// The first day, counted from 1970-01-01; none: from the beginning.
    pub since: Option<i64>,
    /// The last day; none: until now.
    pub until: Option<i64>,
    /// Part of the words or names that are looked for.
    pub words: String,
    /// The line that the page begins with.
    pub before: Option<EntryId>,
}

/// A choice of days with one tap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chip {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

impl Span {
    /// Reads an address. The form shows what was typed and what is wrong with it; days that cannot be read count as not
    /// given.
    #[must_use]
    pub(super) fn read(page: &Frame, query: &Typed) -> (Self, Form) {
        let mut form = Form::begin(query.clone());
        if !query.has("since") {
            form.typed.set("since", page.day_iso(page.month_begins(page.now, 2)));
        }
        let since = day(page, &mut form, "since");
        let until = day(page, &mut form, "until");
        if let (Some(first), Some(last)) = (since, until)
            && first > last
        {
            form.errors.add_code(&page.l, "until", "error-days-order", &[]);
        }
        let words = query.get("q").chars().take(WORDS_MAX).collect();
        let before = query.get("before").parse().ok().map(EntryId);
        (Self { since, until, words, before }, form)
    }

    /// As the statement wants it.
    #[must_use]
    pub(super) fn filter(&self, l: &L10n, limit: usize) -> Filter {
        Filter {
            from: self.since.map(|day| Instant(l.day_begins(day))),
            until: self.until.map(|day| Instant(l.day_begins(day.saturating_add(1)))),
            words: self.words.clone(),
            before: self.before,
            limit,
        }
    }

    /// This span as the part of an address from the `?` on, without the place where a page begins.
    #[must_use]
    pub(super) fn query(&self, l: &L10n) -> String {
        let day = |day: Option<i64>| day.map(|day| l.day_iso(day)).unwrap_or_default();
        let mut query = format!("?since={}", day(self.since));
        if self.until.is_some() {
            query = format!("{query}&until={}", day(self.until));
        }
        if !self.words.is_empty() {
            query = format!("{query}&q={}", encoded(&self.words));
        }
        query
    }

    /// What to look at when there is nothing here: all days, and when it was all days already, all words.
    #[must_use]
    pub(super) fn wider(&self) -> Self {
        let is_all = self.since.is_none() && self.until.is_none();
        Self { words: if is_all { String::new() } else { self.words.clone() }, ..Self::default() }
    }

    /// The spans that one tap chooses.
    #[must_use]
    pub(super) fn chips(&self, page: &Frame, path: &str) -> Vec<Chip> {
        let (months, year) = (page.month_begins(page.now, 2), page.year_begins(page.now));
        let mut choices = vec![
            ("statement-three-months", Some(months)),
            ("statement-this-year", Some(year)),
            ("statement-all", None),
        ];
        // In March both are the same.
        choices.retain(|(key, _)| *key != "statement-this-year" || year != months);
        let chip = |(key, since): (&str, Option<i64>)| {
            let there = Self { since, until: None, words: self.words.clone(), before: None };
            Chip {
                href: format!("{path}{}", there.query(&page.l)),
                label: page.t(key),
                is_chosen: self.since == since && self.until.is_none(),
            }
        };
        choices.into_iter().map(chip).collect()
    }
}

fn day(page: &Frame, form: &mut Form, name: &str) -> Option<i64> {
    let typed = form.typed.get(name).to_owned();
    let day = L10n::parse_day(&typed);
    if day.is_none() && !typed.is_empty() {
        form.errors.add_code(&page.l, name, "error-day", &[]);
    }
    day
}
