//! The list as it travels in the form: its name, for whom, its lines.

use app::actor::Action;
use app::many::{self, Batch, Row};
use app::trades::Stand;
use uuid::Uuid;

use crate::web::forms::Typed;
use crate::web::stop::Stop;
use crate::web::visitor::Here;

/// Lines to type at first, and with each more.
const LINES: usize = 5;
/// Lines that are shown as fields at most; longer lists stay a table.
const LINES_TYPED_MAX: usize = 40;

/// For whom a list is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// The reader, who is a side of each trade.
    Mine,
    /// Others.
    Others,
}

/// The list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct List {
    /// Names it, so that it is recorded once.
    pub(super) id: Uuid,
    /// For whom.
    pub(super) whose: Whose,
    /// Its lines; while it is typed, empty ones among them.
    pub(super) rows: Vec<Row>,
    /// Its lines as a pasted table, while it is typed.
    pub(super) table: String,
}

impl List {
    /// An empty list.
    ///
    /// # Errors
    /// When the reader may record neither for others nor for themselves.
    pub(super) fn begin(here: &Here) -> Result<Self, Stop> {
        let whose = if here.can(Action::RecordForOthers) { Whose::Others } else { Whose::Mine };
        if whose == Whose::Mine {
            here.account()?;
            here.may(Action::Pay)?;
        }
        let id = here.app().random.uuid(here.app().clock.now())?;
        Ok(Self { id, whose, rows: vec![Row::default(); LINES], table: String::new() })
    }

    /// The list of a form.
    ///
    /// # Errors
    /// As [`List::begin`].
    pub(super) fn read(here: &Here, typed: &Typed) -> Result<Self, Stop> {
        let fresh = Self::begin(here)?;
        let mine = typed.get("whose") == "mine" && here.account().is_ok();
        let columns = ["payer", "payee", "amount", "description", "date"].map(|name| typed.all(name));
        let [mut payers, mut payees, mut amounts, mut descriptions, mut dates] = columns;
        let mut rows = Vec::new();
        while let (Some(payer), Some(payee)) = (payers.next(), payees.next()) {
            let next = |column: &mut dyn Iterator<Item = &str>| column.next().unwrap_or_default().to_owned();
            rows.push(Row {
                payer: payer.to_owned(),
                payee: payee.to_owned(),
                amount: next(&mut amounts),
                description: next(&mut descriptions),
                date: next(&mut dates),
            });
            if rows.len() > many::LINES_MAX {
                break;
            }
        }
        Ok(Self {
            id: Uuid::parse_str(typed.get("id")).unwrap_or(fresh.id),
            whose: if mine { Whose::Mine } else { fresh.whose },
            rows,
            table: typed.get("table").to_owned(),
        })
    }

    /// Adds lines to type.
    pub(super) fn lengthen(&mut self) {
        self.rows.extend(vec![Row::default(); LINES]);
    }

    /// Puts what was typed, pasted and uploaded together, without empty lines.
    ///
    /// # Errors
    /// As [`many::read_table`].
    pub(super) fn take_table(&mut self, typed: &Typed) -> app::Result<()> {
        self.rows.retain(|row| !row.is_empty());
        if let Some(file) = typed.file("file") {
            self.rows.extend(many::read_table(file)?);
        }
        if !self.table.is_empty() {
            self.rows.extend(many::read_table(self.table.as_bytes())?);
            self.table.clear();
        }
        if self.rows.is_empty() {
            self.rows = vec![Row::default(); LINES];
            return Err(app::Error::field("table", "error-many-empty"));
        }
        Ok(())
    }

    /// To be changed: short lists as fields, long ones as a table.
    pub(super) fn untabled(mut self) -> Self {
        if self.rows.len() > LINES_TYPED_MAX {
            self.table = many::write_table(&self.rows);
            self.rows = vec![Row::default(); LINES];
        }
        self
    }

    /// As the use cases want it.
    pub(super) fn batch(&self, here: &Here) -> Batch {
        let stand = match (self.whose, here.account()) {
            (Whose::Mine, Ok(account)) => Stand::Own(account),
            _ if here.can(Action::SeeAdministration) => Stand::Admin,
            _ => Stand::Coordinator,
        };
        let rows = self.rows.clone();
        Batch { id: self.id, exchange: here.id(), stand, separators: here.separators(), rows }
    }
}
