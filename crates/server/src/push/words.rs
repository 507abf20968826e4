//! A push in words: what the service worker (`static/sw.js`) shows, in the reader's language.

use app::mail::{Letter, ListingNews};
use app::pushes::{About, Push};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::letters::{self, Sender};
use crate::web::l10n::{L10n, Locale, Words};

/// Characters of a title and of a text, at most: in every script far below what a push may hold.
const TITLE: usize = 120;
const TEXT: usize = 300;

/// A push as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// For the service worker.
    pub json: String,
    /// How soon a device is to be woken for it.
    pub urgency: &'static str,
    /// What it is about, in a word that tells nobody what: of several that a push service has not handed over yet, the last
    /// is enough.
    pub topic: String,
}

/// Writes a push, for a server at this address.
#[must_use]
pub fn written(push: &Push, locale: &str, origin: &str) -> Written {
    let locale = Locale::parse(locale).unwrap_or(Locale::English);
    let l = L10n::new(locale, Words::Community, "UTC");
    // Pushes of many servers stand side by side.
    let name = origin.split_once("://").map_or(origin, |(_, host)| host);
    let sender = Sender { name, origin };
    let told = letters::told(&l, &push.letter, sender);
    let text = match &push.letter {
        Letter::Messages { texts, .. } => texts.join("\n"),
        Letter::Several { letters, .. } => {
            let titles: Vec<String> =
                letters.iter().map(|letter| letters::told(&l, letter, sender).title).collect();
            titles.join("\n")
        }
        _ if told.words.is_empty() => told.text.trim_end_matches(':').trim_end().to_owned(),
        _ => format!("{}\n{}", told.text, told.words),
    };
    let tag = match push.about {
        About::Notice(uuid) => uuid.to_string(),
        About::Conversation { conversation, .. } => conversation.to_string(),
        About::Inbox => "inbox".to_owned(),
    };
    let path = if told.path.is_empty() { "/me/notices" } else { &told.path };
    let json = serde_json::json!({
        "title": cut(&told.title, TITLE),
        "body": cut(&text, TEXT),
        "path": path,
        "tag": tag,
        "lang": locale.code(),
        "dir": locale.direction(),
        "acts": acts(&l, &push.letter),
    });
    let topic = Sha256::new().chain_update("ayni topic\n").chain_update(push.session).chain_update(&tag);
    Written {
        json: json.to_string(),
        urgency: urgency(&push.letter),
        // 32 characters of base64url at most (RFC 8030, section 5.4): a UUID without its hyphens is as many.
        topic: topic_of(&topic.finalize()),
    }
}

fn topic_of(digest: &[u8]) -> String {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    Uuid::from_bytes(bytes).simple().to_string()
}

/// What can be done with one tap, without opening anything.
fn acts(l: &L10n, letter: &Letter) -> Vec<serde_json::Value> {
    match letter {
        Letter::Listing { news: ListingNews::EndsSoon | ListingNews::Ended, code, listing, .. } => {
            let path = format!("/{code}/market/{listing}/renew");
            let (title, done) = (l.t("push-renew"), l.t("notice-listing-renewed"));
            vec![serde_json::json!({"action": "renew", "title": title, "path": path, "done": done})]
        }
        _ => Vec::new(),
    }
}

fn urgency(letter: &Letter) -> &'static str {
    match letter {
        Letter::Messages { .. } | Letter::Trade { .. } => "high",
        Letter::Newsletter { .. } | Letter::Digest { .. } => "low",
        _ => "normal",
    }
}

fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use ledger::Instant;

    use super::*;

    fn push(letter: Letter, about: About) -> Push {
        Push { session: Uuid::nil(), letter, about, at: Instant(0) }
    }

    #[test]
    fn a_long_message_is_cut_and_fits_in_every_script() {
        let letter = Letter::Messages {
            code: "MARL".to_owned(),
            exchange: "Marl".to_owned(),
            conversation: Uuid::nil(),
            writer: "𝔄".repeat(80),
            title: "𝔅".repeat(200),
            texts: vec!["𝔖 \"\u{1}".repeat(1000)],
        };
        let about = About::Conversation { conversation: Uuid::nil(), member: 1 };
        let told = written(&push(letter, about), "pt", "https://ayni.example");
        assert!(told.json.len() < 3500, "{}", told.json.len());
        assert_eq!((told.urgency, told.topic.len()), ("high", 32));
    }

    #[test]
    fn an_offer_that_ends_can_be_renewed_at_once_in_every_language() {
        for locale in Locale::ALL {
            for (news, acts) in
                [(ListingNews::EndsSoon, 1), (ListingNews::Ended, 1), (ListingNews::Stopped, 0)]
            {
                let letter = Letter::Listing {
                    news,
                    code: "MARL".to_owned(),
                    exchange: "Marl".to_owned(),
                    listing: Uuid::nil(),
                    title: "Jam".to_owned(),
                    zone: "UTC".to_owned(),
                    ends_at: Some(Instant(0)),
                    words: String::new(),
                };
                let told =
                    written(&push(letter, About::Notice(Uuid::nil())), locale.code(), "https://ayni.example");
                let json: serde_json::Value = serde_json::from_str(&told.json).unwrap();
                assert_eq!(json["path"], format!("/MARL/market/{}", Uuid::nil()));
                assert_eq!(json["acts"].as_array().map(Vec::len), Some(acts));
                assert!(!told.json.contains("push-") && !told.json.contains("letter-"), "{}", told.json);
            }
        }
    }
}
