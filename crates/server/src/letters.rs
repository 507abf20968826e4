//! Letters in words: a subject, a plain text and the same as markup, in the reader's language, with a link that says what
//! to do. What a letter says in the inbox is said by the same words.

use app::mail::{Envelope, Letter, ListingNews, Matching, NewListing, Side, SignInNews};
use app::news::Event;

use crate::web::l10n::{L10n, Locale, Phrase, Words};
use crate::web::market::why;
use crate::web::me::named;
use crate::web::stop::encoded;
use crate::web::visitor::unit_view;

mod layout;

/// A letter as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// One line.
    pub subject: String,
    /// Plain text, lines ended by LF.
    pub body: String,
    /// The same as a document of HTML that needs nothing else.
    pub html: String,
    /// The address that stops letters of its kind, for who reads them as for the program that shows them; or empty.
    pub stop: String,
}

/// Who writes.
#[derive(Clone, Copy, Debug)]
pub struct Sender<'a> {
    /// The server's name.
    pub name: &'a str,
    /// Where it is, without a slash at the end.
    pub origin: &'a str,
}

/// One thing that is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What, in a line.
    pub title: String,
    /// What, in a paragraph.
    pub text: String,
    /// What somebody said about it, introduced as theirs; or empty.
    pub words: String,
    /// What a member wrote to the reader, marked as theirs line by line, so that nobody takes it for the program's; or empty.
    pub quote: String,
    /// What to know about it, or empty.
    pub hint: String,
    /// A longer text in Markdown, or empty.
    pub body: String,
    /// The path that it leads to, or empty.
    pub path: String,
}

/// What of a letter becomes words.
struct Draft<'l> {
    /// The message: `letter-{key}-subject` and `letter-{key}`.
    key: String,
    phrase: Phrase<'l>,
    /// What somebody said, as a paragraph, or empty.
    words: String,
    /// The path that the letter leads to, or empty.
    path: String,
}

/// A letter as it is laid out, twice.
struct Laid<'a> {
    locale: Locale,
    sender: Sender<'a>,
    greeting: String,
    told: Told,
    /// Where there are several: what they are.
    items: Vec<Told>,
    /// What the button says.
    open: String,
    closing: String,
    /// What the link says that stops letters of its kind.
    stop_label: String,
    stop: String,
}

/// Writes a letter.
#[must_use]
pub fn write(envelope: &Envelope, sender: Sender<'_>) -> Written {
    let locale = Locale::parse(&envelope.locale).unwrap_or(Locale::English);
    let l = L10n::new(locale, Words::Community, "UTC");
    let greeting = if envelope.name.is_empty() {
        l.t("letter-greeting-plain")
    } else {
        l.with("name", &envelope.name).t("letter-greeting")
    };
    let items = match &envelope.letter {
        Letter::Several { letters, .. } => letters.iter().map(|letter| told(&l, letter, sender)).collect(),
        Letter::Digest { code, listings, .. } => {
            listings.iter().map(|listing| new_listing(&l, code, listing)).collect()
        }
        Letter::Matches { code, found, .. } => found.iter().map(|one| matching(&l, code, one)).collect(),
        _ => Vec::new(),
    };
    let laid = Laid {
        locale,
        sender,
        greeting,
        told: told(&l, &envelope.letter, sender),
        items,
        open: l.t("letter-open"),
        closing: l.with("server", sender.name).with("origin", sender.origin).t("letter-closing"),
        stop_label: l.t("letter-stop"),
        stop: envelope
            .stop
            .as_ref()
            .map(|stop| format!("{}/unsubscribe/{stop}", sender.origin))
            .unwrap_or_default(),
    };
    Written {
        subject: laid.told.title.clone(),
        body: layout::plain(&laid),
        html: layout::markup(&laid),
        stop: laid.stop,
    }
}

/// Where a listing is that a letter about an exchange names.
fn listing_path(code: &str, new: &NewListing) -> String {
    let code = if new.code.is_empty() { code } else { &new.code };
    format!("/{code}/market/{}", new.listing)
}

/// A listing that is new, as a digest names it.
fn new_listing(l: &L10n, code: &str, new: &NewListing) -> Told {
    let key = if new.is_want { "letter-digest-want" } else { "letter-digest-offer" };
    Told {
        title: new.title.clone(),
        text: l.with("name", &new.name).t(key),
        words: String::new(),
        quote: String::new(),
        hint: String::new(),
        body: String::new(),
        path: listing_path(code, new),
    }
}

/// A listing that matches a saved search, as a letter names it: whose, by which search, and why.
fn matching(l: &L10n, code: &str, one: &Matching) -> Told {
    let named = new_listing(l, code, &one.listing);
    let search = l.with("search", one.search.as_str()).t("letter-match-search");
    let parts = [named.text, search, why(l, &one.why)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Told { text: parts.join(" · "), ..named }
}

/// What a letter tells.
#[must_use]
pub fn told(l: &L10n, letter: &Letter, sender: Sender<'_>) -> Told {
    let draft = draft(l, letter, sender);
    Told {
        title: draft.phrase.t(&format!("letter-{}-subject", draft.key)).replace(['\r', '\n'], " "),
        text: draft.phrase.t(&format!("letter-{}", draft.key)),
        words: draft.words,
        quote: match letter {
            Letter::Messages { texts, .. } => texts.join("\n\n"),
            _ => String::new(),
        },
        hint: match letter {
            Letter::Messages { .. } => l.t("letter-messages-answer"),
            _ => String::new(),
        },
        body: match letter {
            Letter::Announcement { body, .. } | Letter::Newsletter { body, .. } => body.clone(),
            _ => String::new(),
        },
        path: draft.path,
    }
}

fn draft<'l>(l: &'l L10n, letter: &Letter, sender: Sender<'_>) -> Draft<'l> {
    let begin = l.with("server", sender.name);
    let plain =
        |key: &str, phrase, path: String| Draft { key: key.to_owned(), phrase, words: String::new(), path };
    let said = |key: &str, phrase, words: &str| Draft {
        key: key.to_owned(),
        phrase,
        words: in_their_words(l, words),
        path: String::new(),
    };
    match letter {
        Letter::ConfirmAddress { token, next } if next.is_empty() => {
            plain("confirm", begin, format!("/confirm/{token}"))
        }
        Letter::ConfirmAddress { token, next } => {
            plain("confirm", begin, format!("/confirm/{token}?next={}", encoded(next)))
        }
        Letter::AlreadyRegistered => plain("known", begin, "/sign-in".to_owned()),
        Letter::ResetPassword { token } => plain("reset", begin, format!("/reset/{token}")),
        Letter::PasswordChanged => plain("password-changed", begin, "/reset".to_owned()),
        Letter::ConfirmNewAddress { token } => plain("new-address", begin, format!("/me/address/{token}")),
        Letter::AddressChanged { masked } => {
            plain("address-changed", begin.with("address", masked), String::new())
        }
        Letter::Invitation { code, exchange, inviter, token } => {
            let phrase = begin.with("exchange", exchange).with("inviter", inviter);
            plain("invitation", phrase, format!("/{code}/join?invitation={token}"))
        }
        Letter::OperateInvitation { exchange, member, inviter, token } => {
            let phrase = begin.with("exchange", exchange).with("inviter", inviter).with("member", member);
            plain("operate", phrase, format!("/operate/{token}"))
        }
        Letter::Applied { code, exchange, applicant } => {
            let phrase = begin.with("exchange", exchange).with("applicant", applicant);
            plain("applied", phrase, format!("/{code}/admin/waiting"))
        }
        Letter::Welcomed { code, exchange, number } => {
            let phrase = begin.with("exchange", exchange).with("number", number);
            plain("welcomed", phrase, format!("/{code}"))
        }
        Letter::Declined { exchange, reason } => said("declined", begin.with("exchange", exchange), reason),
        Letter::MembershipEnded { exchange, reason } => {
            said("ended", begin.with("exchange", exchange), reason)
        }
        Letter::RoleGiven { code, exchange, role } => {
            let key = if role == "admin" { "role-admin" } else { "role-coordinator" };
            plain(key, begin.with("exchange", exchange), format!("/{code}"))
        }
        Letter::ExchangeFounded { code, exchange, founder } => {
            let phrase = begin.with("exchange", exchange).with("code", code).with("founder", founder);
            plain("founded", phrase, "/server".to_owned())
        }
        Letter::ExchangeApproved { code, exchange } => {
            plain("approved", begin.with("exchange", exchange), format!("/{code}"))
        }
        Letter::ExchangeDeclined { exchange, reason } => {
            said("not-approved", begin.with("exchange", exchange), reason)
        }
        Letter::SignIn { news, detail } => sign_in(l, (*news, detail), begin),
        Letter::Several { .. }
        | Letter::Announcement { .. }
        | Letter::Newsletter { .. }
        | Letter::Digest { .. }
        | Letter::Matches { .. } => gathered(letter, begin),
        Letter::Listing { .. } => listing(l, letter, begin),
        Letter::Messages { .. } => messages(letter, begin),
        Letter::Trade { .. } => trade(l, letter, begin),
    }
}

fn sign_in<'l>(l: &'l L10n, (news, detail): (SignInNews, &str), begin: Phrase<'l>) -> Draft<'l> {
    let is_device = news == SignInNews::NewDevice;
    let about = if is_device {
        named(detail).unwrap_or_else(|| l.t("me-devices-unknown"))
    } else {
        detail.to_owned()
    };
    let path = if is_device { "/me/devices" } else { "/me/sign-in" };
    let (key, phrase) = (news.as_str().to_owned(), begin.with("about", about));
    Draft { key, phrase, words: String::new(), path: path.to_owned() }
}

/// What gathers other things, or goes to many.
fn gathered<'l>(letter: &Letter, begin: Phrase<'l>) -> Draft<'l> {
    let (key, phrase, path) = match letter {
        Letter::Several { letters, more } => {
            let key = if *more == 0 { "several" } else { "several-more" };
            let phrase = begin.with("count", letters.len() + more).with("shown", letters.len());
            (key, phrase, "/me/notices".to_owned())
        }
        Letter::Announcement { code, exchange, announcement, title, .. } => {
            let phrase = begin.with("exchange", exchange).with("title", title);
            ("announcement", phrase, format!("/{code}/announcements/{announcement}"))
        }
        Letter::Newsletter { code, exchange, newsletter, title, .. } => {
            let phrase = begin.with("exchange", exchange).with("title", title);
            ("newsletter", phrase, format!("/{code}/newsletters/{newsletter}"))
        }
        Letter::Digest { code, exchange, listings, more } => {
            let key = if *more == 0 { "digest" } else { "digest-more" };
            let phrase = begin.with("exchange", exchange).with("count", listings.len() + more);
            (key, phrase, format!("/{code}/market"))
        }
        Letter::Matches { code, exchange, found, more } => match (found.as_slice(), more) {
            ([one], 0) => {
                let phrase = begin.with("exchange", exchange).with("title", &one.listing.title);
                let path = listing_path(code, &one.listing);
                ("matches-one", phrase.with("search", &one.search), path)
            }
            _ => {
                let key = if *more == 0 { "matches" } else { "matches-more" };
                let phrase = begin.with("exchange", exchange).with("count", found.len() + more);
                (key, phrase, format!("/{code}/market/saved"))
            }
        },
        _ => unreachable!("only asked for these"),
    };
    Draft { key: key.to_owned(), phrase, words: String::new(), path }
}

/// What somebody said, in their words; empty when they said nothing.
fn in_their_words(l: &L10n, words: &str) -> String {
    if words.is_empty() { String::new() } else { l.with("words", words).t("letter-words") }
}

/// What a member wrote to another.
fn messages<'l>(letter: &Letter, begin: Phrase<'l>) -> Draft<'l> {
    let Letter::Messages { code, exchange, conversation, writer, title, .. } = letter else {
        unreachable!("only asked for messages")
    };
    let key = if title.is_empty() { "messages" } else { "messages-about" };
    Draft {
        key: key.to_owned(),
        phrase: begin.with("exchange", exchange).with("writer", writer).with("title", title),
        words: String::new(),
        path: format!("/{code}/messages/{conversation}"),
    }
}

fn listing<'l>(l: &'l L10n, letter: &Letter, begin: Phrase<'l>) -> Draft<'l> {
    let Letter::Listing { news, code, exchange, listing, title, ends_at, zone, words } = letter else {
        unreachable!("only asked for listings")
    };
    let key = match news {
        ListingNews::EndsSoon => "listing-ends-soon",
        ListingNews::Ended => "listing-ended",
        ListingNews::Stopped => "listing-stopped",
    };
    // The reader may be in several exchanges, and a letter has no zone of its own.
    let day = ends_at.map(|at| l.in_zone(zone).date(at.0)).unwrap_or_default();
    Draft {
        key: key.to_owned(),
        phrase: begin.with("exchange", exchange).with("title", title).with("day", day),
        words: in_their_words(l, words),
        path: format!("/{code}/market/{listing}"),
    }
}

fn trade<'l>(l: &'l L10n, letter: &Letter, begin: Phrase<'l>) -> Draft<'l> {
    let Letter::Trade {
        event,
        side,
        code,
        exchange,
        transfer,
        payer,
        payee,
        amount,
        unit,
        description,
        words,
    } = letter
    else {
        unreachable!("only asked for trades")
    };
    let key = match (event, side) {
        (Event::Recorded, _) => "recorded",
        (Event::Requested, Side::Payer) => "requested-of-you",
        (Event::Requested, Side::Payee | Side::Neither) => "requested",
        (Event::Accepted, _) => "accepted",
        (Event::Declined, _) => "declined",
        (Event::Withdrawn, _) => "withdrawn",
        (Event::Expired, _) => "expired",
        (Event::Reversed, _) => "reversed",
        (Event::Edited, _) => "edited",
        (Event::Objected, Side::Neither) => "objected-to-settle",
        (Event::Objected, Side::Payer | Side::Payee) => "objected",
        (Event::Stands, _) => "stands",
    };
    let what = if description.is_empty() { l.t("letter-no-words") } else { description.clone() };
    let phrase = begin
        .with("exchange", exchange)
        .with("payer", payer)
        .with("payee", payee)
        .with("amount", l.amount(*amount, &unit_view(unit)))
        .with("what", what);
    let path = format!("/{code}/trades/{transfer}");
    Draft { key: format!("trade-{key}"), phrase, words: in_their_words(l, words), path }
}
