//! How members are reached: the rows of a form, and the links on a page.

use app::people::contacts::{self, Contact, ContactForm, FIELDS, Kind, Sight};

use super::forms::{Form, Typed};
use super::frame::Frame;

/// Rows that a form shows at least.
const FEWEST: usize = 3;
/// Empty rows behind the filled ones, as far as there is room.
const SPARE: usize = 2;

/// A row of a form: the way, the value, and who may see it.
pub struct Row {
    /// The name of the value's field.
    pub name: &'static str,
    /// The ways to choose from, and whether each is chosen.
    pub kinds: Vec<(&'static str, bool)>,
    /// The sights to choose from, and whether each is chosen.
    pub sights: Vec<(&'static str, bool)>,
}

/// The rows of a form: what is filled in, and some that are empty, each with a way that is not there yet.
#[must_use]
pub fn rows(form: &Form) -> Vec<Row> {
    let chosen = |name: &str, part: &str| form.typed.get(&format!("{name}-{part}")).to_owned();
    let used = FIELDS.iter().rposition(|name| !form.value(name).is_empty()).map_or(0, |last| last + 1);
    let shown = (used + SPARE).max(FEWEST).min(FIELDS.len());
    let taken: Vec<String> = FIELDS.iter().take(used).map(|name| chosen(name, "kind")).collect();
    let mut left = Kind::ALL.iter().filter(|kind| !taken.iter().any(|taken| taken == kind.as_str()));
    let row = |name: &'static str| {
        let kind = Kind::parse(&chosen(name, "kind"));
        let kind = kind.unwrap_or_else(|| left.next().copied().unwrap_or(Kind::Phone));
        let sight = Sight::parse(&chosen(name, "sight")).unwrap_or(Sight::Exchange);
        Row {
            name,
            kinds: Kind::ALL.iter().map(|one| (one.as_str(), *one == kind)).collect(),
            sights: Sight::ALL.iter().map(|one| (one.as_str(), *one == sight)).collect(),
        }
    };
    FIELDS.into_iter().take(shown).map(row).collect()
}

/// What a form says of how a member is reached.
#[must_use]
pub fn typed(typed: &Typed) -> Vec<ContactForm> {
    let row = |name: &str| ContactForm {
        kind: Kind::parse(typed.get(&format!("{name}-kind"))),
        value: typed.get(name).to_owned(),
        sight: Sight::parse(typed.get(&format!("{name}-sight"))),
    };
    FIELDS.into_iter().map(row).collect()
}

/// Fills a form in with how a member is reached.
pub fn fill(typed: &mut Typed, contacts: &[Contact]) {
    for (name, contact) in FIELDS.into_iter().zip(contacts) {
        typed.set(name, contact.value.as_str());
        typed.set(&format!("{name}-kind"), contact.kind.as_str());
        typed.set(&format!("{name}-sight"), contact.sight.as_str());
    }
}

/// A way to be reached, as a page shows it.
pub struct Shown {
    /// The icon beside it.
    pub icon: &'static str,
    /// Where it leads; empty where it leads nowhere.
    pub href: String,
    /// What it is.
    pub label: String,
    /// Which way it is.
    pub kind: String,
    /// Whether others do not see it.
    pub is_hidden: bool,
    /// Whether it leads to a page elsewhere.
    pub leaves: bool,
}

/// The ways in which somebody is reached.
#[must_use]
pub fn shown(page: &Frame, contacts: &[Contact]) -> Vec<Shown> {
    let one = |contact: &Contact| Shown {
        icon: match contact.kind {
            Kind::Phone => "phone",
            Kind::Mail => "mail",
            Kind::Website => "globe",
            Kind::WhatsApp | Kind::Telegram | Kind::Signal => "chat",
            Kind::Other => "info",
        },
        href: contacts::link(contact.kind, &contact.value).unwrap_or_default(),
        label: label(contact),
        kind: page.t(&format!("contact-{}", contact.kind.as_str())),
        is_hidden: contact.sight == Sight::Hidden,
        leaves: !matches!(contact.kind, Kind::Phone | Kind::Mail | Kind::Other),
    };
    contacts.iter().map(one).collect()
}

/// The value as people read it: an address of a page goes without its beginning.
fn label(contact: &Contact) -> String {
    let value = contact.value.as_str();
    if contact.kind != Kind::Website {
        return value.to_owned();
    }
    let short = value.split_once("://").map_or(value, |(_, rest)| rest);
    short.trim_end_matches('/').to_owned()
}
