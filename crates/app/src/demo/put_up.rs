//! What the demo's people offer and want.

use crate::market::{Kind, Sight};

/// An offer or a want, as it is written down.
#[derive(Debug, Clone, Copy)]
pub struct PutUp {
    /// Whose.
    pub by: &'static str,
    /// An offer or a want.
    pub kind: Kind,
    /// Its category's key in the standard set.
    pub category: &'static str,
    /// One line.
    pub title: &'static str,
    /// More about it, in Markdown.
    pub body: &'static str,
    /// What for.
    pub price: Price,
    /// A part in national currency.
    pub money: &'static str,
    /// Where.
    pub place: &'static str,
    /// Days before today.
    pub days_ago: u16,
    /// How many days it stands.
    pub days: i64,
    /// Who sees it.
    pub sight: Sight,
    /// Whether its owner has hidden it.
    pub hidden: bool,
    /// The language it is written in; empty: the exchange's.
    pub locale: &'static str,
    /// What its drawing shows; empty: it has none.
    pub drawn: &'static str,
}

/// What is asked or given.
#[derive(Debug, Clone, Copy)]
pub enum Price {
    /// An amount as people type it, and what else is to say.
    Of(&'static str, &'static str),
    /// What the two agree on.
    Agreed,
    /// Nothing.
    Gift,
}

impl PutUp {
    const fn of(kind: Kind, by: &'static str, category: &'static str, (title, body): Words) -> Self {
        Self {
            by,
            kind,
            category,
            title,
            body,
            price: Price::Agreed,
            money: "",
            place: "",
            days_ago: 30,
            days: 180,
            sight: Sight::Exchange,
            hidden: false,
            locale: "",
            drawn: "",
        }
    }

    /// At this price.
    pub(crate) const fn at(self, amount: &'static str, note: &'static str) -> Self {
        Self { price: Price::Of(amount, note), ..self }
    }

    /// For nothing.
    pub(crate) const fn gift(self) -> Self {
        Self { price: Price::Gift, ..self }
    }

    /// With a part in national currency.
    pub(crate) const fn and(self, money: &'static str) -> Self {
        Self { money, ..self }
    }

    /// At this place.
    pub(crate) const fn place(self, place: &'static str) -> Self {
        Self { place, ..self }
    }

    /// Put up so many days ago.
    pub(crate) const fn ago(self, days_ago: u16) -> Self {
        Self { days_ago, ..self }
    }

    /// For so many days.
    pub(crate) const fn stands(self, days: i64) -> Self {
        Self { days, ..self }
    }

    /// For everyone to see.
    pub(crate) const fn open(self) -> Self {
        Self { sight: Sight::Everyone, ..self }
    }

    /// Hidden by its owner.
    pub(crate) const fn hidden(self) -> Self {
        Self { hidden: true, ..self }
    }

    /// With a drawing of this.
    pub(crate) const fn drawn(self, drawn: &'static str) -> Self {
        Self { drawn, ..self }
    }

    /// In another language than the exchange's.
    pub(crate) const fn written_in(self, locale: &'static str) -> Self {
        Self { locale, ..self }
    }
}

/// Title and body.
type Words = (&'static str, &'static str);

/// An offer to be agreed on, in the exchange's language.
pub(crate) const fn offers(by: &'static str, category: &'static str, words: Words) -> PutUp {
    PutUp::of(Kind::Offer, by, category, words)
}

/// A want to be agreed on, in the exchange's language.
pub(crate) const fn wants(by: &'static str, category: &'static str, words: Words) -> PutUp {
    PutUp::of(Kind::Want, by, category, words)
}
