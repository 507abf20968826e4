//! Parts that stand in many pages, each a template of its own: written out in every place, as macros do, they made up
//! a fifth of what the crate had compiled. `macros.html` offers them to the pages, with defaults; `parts.html` is their
//! markup.

#![expect(
    clippy::too_many_arguments,
    reason = "templates name every attribute; only macros.html calls these"
)]

use askama::Template;

use super::face::Face;
use super::forms::Form;
use super::frame::Frame;
use super::l10n::UnitView;
use super::scale::Scale;

/// Declares parts: what each shows, and the function that templates call.
macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident, $block:literal, $part:ident { $($field:ident: $kind:ty),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Template)]
        #[template(path = "parts.html", block = $block)]
        pub struct $part<'p> {
            $($field: &'p $kind,)+
        }

        $(#[$doc])*
        #[must_use]
        pub const fn $name<'p>($($field: &'p $kind),+) -> $part<'p> {
            $part { $($field),+ }
        }
    )+};
}

parts! {
    /// An icon of the sprite, beside a text.
    icon, "icon", Icon { name: str }

    /// An icon with a direction, which turns round in right-to-left pages.
    flip, "flip", Flip { name: str }

    /// A face: a portrait or initials. `size`: nothing, `little`, `mid` or `big`.
    face, "face", FacePart { face: Face, size: str }

    /// What is wrong with a form, at its top.
    error_summary, "error_summary", ErrorSummary { page: Frame, form: Form }

    /// What is wrong with one field.
    field_error, "field_error", FieldError { form: Form, name: str }

    /// The attributes that tie a field to its hint and its error.
    described, "described", Described { form: Form, name: str, hint: str }

    /// One option of a `<select>`.
    option, "option", Choice { form: Form, name: str, value: str, label: str }

    /// A box to tick.
    tick, "tick", Tick { form: Form, name: str, label: str, hint: str }

    /// One answer of a choice, as a round button.
    answer, "answer", AnswerPart { form: Form, name: str, value: str, label: str, sub: str, glyph: str }

    /// A line of text.
    field, "field", Field { form: Form, name: str, label: str, hint: str, kind: str, fill: str, class: str, limit: str }

    /// A number or an amount with its unit behind.
    measured, "measured", Measured { form: Form, name: str, label: str, unit: str, hint: str, mode: str, class: str }

    /// Several lines of text.
    area, "area", Area { form: Form, name: str, label: str, hint: str, rows: str, limit: str, class: str }

    /// How a member is reached: the rows of a form (`web::contacts`).
    contacts, "contacts", ContactRows { page: Frame, form: Form }

    /// Where someone stands, drawn. `whose`: `mine` or `theirs`.
    scale, "scale", ScalePart { page: Frame, scale: Scale, unit: UnitView, whose: str }
}
