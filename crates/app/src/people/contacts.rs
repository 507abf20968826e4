//! How members are reached. Each way has its own sight; what a link says is made from a checked value and nothing else.

use store::Tx;
pub use store::contacts::{Contact, Kind, Sight};
use store::members::{Member, State};

use super::blocks;
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::form::Form;

/// The ways that one member may tell, as the form calls them: their kinds are `contact-1-kind`, their sights
/// `contact-1-sight`.
pub const FIELDS: [&str; 10] = [
    "contact-1",
    "contact-2",
    "contact-3",
    "contact-4",
    "contact-5",
    "contact-6",
    "contact-7",
    "contact-8",
    "contact-9",
    "contact-10",
];
/// Characters of what is told in words, at most.
const OTHER_MAX: usize = 120;

/// Members whose contact details one user may look at within an hour, and within a day: more than anybody writes to, and
/// far fewer than a program would copy.
const AN_HOUR: i64 = 240;
const A_DAY: i64 = 800;

/// One way to be reached, as somebody types it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactForm {
    /// The way; none: no answer that is offered.
    pub kind: Option<Kind>,
    /// The number, address or name.
    pub value: String,
    /// Who may see it; none: no answer that is offered.
    pub sight: Option<Sight>,
}

/// What was typed, each checked by its kind. Those without a value are left out.
pub(crate) fn checked(form: &mut Form, typed: &[ContactForm]) -> Vec<Contact> {
    let mut contacts = Vec::new();
    for (field, one) in FIELDS.into_iter().zip(typed) {
        if one.value.trim().is_empty() {
            continue;
        }
        let (Some(kind), Some(sight)) = (one.kind, one.sight) else {
            form.wrong(field, "error-choice");
            continue;
        };
        let value = value(form, (field, kind), &one.value);
        contacts.push(Contact { kind, value, sight });
    }
    contacts
}

/// The value as it is kept: as its owner writes it, or refused when no link could be made of it.
fn value(form: &mut Form, (field, kind): (&'static str, Kind), typed: &str) -> String {
    let (value, code) = match kind {
        Kind::Mail => return form.email(field, typed).address,
        Kind::Website => return form.website(field, typed),
        Kind::Other => return form.optional_line(field, typed, OTHER_MAX),
        Kind::Phone => (form.optional_line(field, typed, 40), "error-phone"),
        Kind::WhatsApp | Kind::Signal => (form.optional_line(field, typed, 40), "error-phone-abroad"),
        Kind::Telegram => (form.optional_line(field, typed, 60), "error-telegram"),
    };
    if link(kind, &value).is_none() {
        form.wrong(field, code);
    }
    match (kind, telegram_name(&value)) {
        (Kind::Telegram, Some(name)) => format!("@{name}"),
        _ => value,
    }
}

/// Where a way to be reached leads, if its value is one; what is told in words leads nowhere.
#[must_use]
pub fn link(kind: Kind, value: &str) -> Option<String> {
    match kind {
        Kind::Phone => phone(value).map(|number| format!("tel:{number}")),
        Kind::Mail => mail(value),
        Kind::WhatsApp => abroad(value).map(|digits| format!("https://wa.me/{digits}")),
        Kind::Telegram => telegram_name(value)
            .map(|name| format!("https://t.me/{name}"))
            .or_else(|| abroad(value).map(|digits| format!("https://t.me/+{digits}"))),
        Kind::Signal => abroad(value).map(|digits| format!("https://signal.me/#p/+{digits}")),
        Kind::Website => {
            let is_safe = value.starts_with("https://") || value.starts_with("http://");
            is_safe.then(|| value.to_owned())
        }
        Kind::Other => None,
    }
}

/// A telephone number without the signs between its digits: `+44` for `0044`, and no `(0)` behind a country's code.
fn phone(value: &str) -> Option<String> {
    if !value.chars().all(|c| c.is_ascii_digit() || "+()-/. ".contains(c)) {
        return None;
    }
    let is_abroad = value.starts_with('+') || value.starts_with("00");
    let value = if is_abroad { value.replacen("(0)", "", 1) } else { value.to_owned() };
    let (plus, rest) = match (value.strip_prefix('+'), value.strip_prefix("00")) {
        (Some(rest), _) | (None, Some(rest)) => ("+", rest),
        (None, None) => ("", value.as_str()),
    };
    if rest.contains('+') {
        return None;
    }
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    (3..=15).contains(&digits.len()).then(|| format!("{plus}{digits}"))
}

/// The digits of a telephone number that begins with a country's code.
fn abroad(value: &str) -> Option<String> {
    let number = phone(value)?;
    let digits = number.strip_prefix('+')?;
    (digits.len() >= 8 && !digits.starts_with('0')).then(|| digits.to_owned())
}

/// A name at Telegram: `@ana_ruiz`, `ana_ruiz`, or the address of its page.
fn telegram_name(value: &str) -> Option<&str> {
    let bare = value.trim_start_matches("https://").trim_start_matches("http://");
    let name = bare.strip_prefix("t.me/").unwrap_or(bare);
    let name = name.strip_prefix('@').unwrap_or(name);
    let is_name = (5..=32).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    is_name.then_some(name)
}

/// An address behind `mailto:`; signs that mean something in addresses of pages are written by their codes.
fn mail(value: &str) -> Option<String> {
    use std::fmt::Write as _;
    if !value.contains('@') || value.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let mut link = String::from("mailto:");
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"@.-_+~!$'*".contains(&byte) {
            link.push(char::from(byte));
        } else {
            let _ = write!(link, "%{byte:02X}");
        }
    }
    Some(link)
}

/// How a member is reached, as far as this person may see it: all for the member itself and for administrators, nothing for
/// whom the member has blocked. Looking is counted, so that nobody copies everyone's.
///
/// # Errors
/// [`Error::NotFound`] for strangers, [`Error::Busy`] after very many.
pub async fn of_member(app: &App, actor: &Actor, member: &Member) -> Result<Vec<Contact>> {
    let subject = Subject::member(member.exchange, member.id);
    actor.may(Action::SeeMember, subject)?;
    let sees_all = actor.can(Action::EditProfile, subject) || actor.can(Action::EditAnyProfile, subject);
    if !sees_all {
        if member.state != State::Active {
            return Ok(Vec::new());
        }
        count_look(app, actor)?;
    }
    let mut tx = app.db.read().await?;
    if !sees_all && blocks::stands_between(&mut tx, actor, member.id).await? {
        return Ok(Vec::new());
    }
    let mut contacts = store::contacts::of_member(&mut tx, member.id).await?;
    if !sees_all {
        contacts.retain(|contact| contact.sight != Sight::Hidden);
    }
    Ok(contacts)
}

/// All that one's own member tells, also while it waits to be welcomed; for forms.
///
/// # Errors
/// [`Error::NotFound`] for anyone who does not operate it.
pub async fn own(app: &App, actor: &Actor, member: &Member) -> Result<Vec<Contact>> {
    if !actor.memberships().iter().any(|membership| membership.member == member.id) {
        return Err(Error::NotFound);
    }
    let mut tx: Tx = app.db.read().await?;
    Ok(store::contacts::of_member(&mut tx, member.id).await?)
}

/// Counts a look at each of so many members.
pub(crate) fn count_looks(app: &App, actor: &Actor, members: usize) -> Result<()> {
    (0..members).try_for_each(|_| count_look(app, actor))
}

fn count_look(app: &App, actor: &Actor) -> Result<()> {
    let counted = actor.id().0.to_string();
    let brake = |purpose, limit, window_s| Brake { purpose, counted: &counted, limit, window_s };
    let brakes = [brake("contacts-hour", AN_HOUR, 3600), brake("contacts-day", A_DAY, 86_400)];
    brake::press_lightly(app, &brakes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_made_of_what_people_write_and_of_nothing_else() {
        for (kind, typed, href) in [
            (Kind::Phone, "01632 960101", Some("tel:01632960101")),
            (Kind::Phone, "+44 (0)20 7946 0123", Some("tel:+442079460123")),
            (Kind::Phone, "0044 20 7946-0123", Some("tel:+442079460123")),
            (Kind::Phone, "(01632) 960101", Some("tel:01632960101")),
            (Kind::Phone, "12", None),
            (Kind::Phone, "+44+20", None),
            (Kind::Phone, "call me", None),
            (Kind::Phone, "1234567890123456", None),
            (Kind::WhatsApp, "+34 600 000 000", Some("https://wa.me/34600000000")),
            (Kind::WhatsApp, "0034 600 000 000", Some("https://wa.me/34600000000")),
            (Kind::WhatsApp, "600 000 000", None),
            (Kind::WhatsApp, "+0 600 000 000", None),
            (Kind::WhatsApp, "+44 77?text=x", None),
            (Kind::Signal, "+44 7700 900112", Some("https://signal.me/#p/+447700900112")),
            (Kind::Signal, "ana.01", None),
            (Kind::Telegram, "@ana_ruiz", Some("https://t.me/ana_ruiz")),
            (Kind::Telegram, "https://t.me/ana_ruiz", Some("https://t.me/ana_ruiz")),
            (Kind::Telegram, "+44 7700 900112", Some("https://t.me/+447700900112")),
            (Kind::Telegram, "ana", None),
            (Kind::Telegram, "@ana/../x", None),
            (Kind::Telegram, "javascript:alert(1)", None),
            (Kind::Mail, "ana+x@example.org", Some("mailto:ana+x@example.org")),
            (Kind::Mail, "a?bcc=b&c@example.org", Some("mailto:a%3Fbcc%3Db%26c@example.org")),
            (Kind::Mail, "ana@example.org\r\nBcc:x", None),
            (Kind::Website, "https://example.org/a", Some("https://example.org/a")),
            (Kind::Website, "javascript:alert(1)", None),
            (Kind::Other, "tel:123", None),
        ] {
            assert_eq!(link(kind, typed).as_deref(), href, "{kind:?} {typed}");
        }
    }

    #[test]
    fn each_wrong_way_is_named_and_empty_ones_are_left_out() {
        let typed = |kind, value: &str| ContactForm {
            kind: Some(kind),
            value: value.to_owned(),
            sight: Some(Sight::Exchange),
        };
        let mut form = Form::new();
        let rows = [
            typed(Kind::Phone, "01632 960101"),
            typed(Kind::WhatsApp, "07700 900112"),
            typed(Kind::Mail, "  "),
            typed(Kind::Telegram, "t.me/ana_ruiz"),
            ContactForm { kind: None, ..typed(Kind::Other, "the red door") },
        ];
        let values: Vec<String> = checked(&mut form, &rows).into_iter().map(|one| one.value).collect();
        assert_eq!(values, ["01632 960101", "07700 900112", "@ana_ruiz"]);
        let Err(Error::Wrong(fields)) = form.finish() else { panic!("nothing was wrong") };
        let fields: Vec<_> = fields.iter().map(|field| (field.field, field.code)).collect();
        assert_eq!(fields, [("contact-2", "error-phone-abroad"), ("contact-5", "error-choice")]);
    }
}
