//! The messages: embedded Fluent files, one bundle a language, and a small overlay for bank words.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentMessage, FluentResource, FluentValue};
use rust_embed::RustEmbed;

use super::{Locale, Words, numbers};

/// `translations/{language}/{area}.ftl`; `bank.ftl` overrides keys of the others.
#[derive(RustEmbed)]
#[folder = "translations/"]
struct Files;

type Bundle = FluentBundle<FluentResource>;

struct Language {
    common: Bundle,
    bank: Bundle,
}

static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| Locale::ALL.into_iter().map(load).collect());

fn load(locale: Locale) -> Language {
    let (mut common, mut bank) = (empty(locale), empty(locale));
    for path in Files::iter() {
        let Some(name) = path.strip_prefix(locale.code()).and_then(|rest| rest.strip_prefix('/')) else {
            continue;
        };
        let Some(file) = Files::get(&path) else { continue };
        let text = String::from_utf8_lossy(&file.data).into_owned();
        let resource = match FluentResource::try_new(text) {
            Ok(resource) => resource,
            Err((readable, errors)) => {
                tracing::error!(%path, ?errors, "a translation file has errors");
                readable
            }
        };
        let bundle = if name == "bank.ftl" { &mut bank } else { &mut common };
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(%path, ?errors, "a translation repeats a key");
        }
    }
    Language { common, bank }
}

fn empty(locale: Locale) -> Bundle {
    let tag = match locale {
        // Portuguese of Portugal: 0 and 1.5 are plural there.
        Locale::Portuguese => "pt-PT",
        Locale::English => "en-GB",
        Locale::Spanish | Locale::Catalan | Locale::French => locale.code(),
    };
    let mut bundle = Bundle::new_concurrent(tag.parse().into_iter().collect());
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match locale {
        Locale::English => grouped::<_, 0>,
        Locale::Spanish => grouped::<_, 1>,
        Locale::Catalan => grouped::<_, 2>,
        Locale::French => grouped::<_, 3>,
        Locale::Portuguese => grouped::<_, 4>,
    }));
    bundle
}

/// Writes whole numbers in messages as the language writes them; the number of the language is its place in `ALL`.
fn grouped<Memoizer, const LOCALE: usize>(value: &FluentValue<'_>, _: &Memoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let text = number.as_string();
    let whole: i64 = text.parse().ok()?;
    Some(numbers::whole(Locale::ALL[LOCALE], whole))
}

/// The message of this key: in the vocabulary, else in the language, else in English, else the key itself.
pub(super) fn say(locale: Locale, words: Words, key: &str, args: Option<&FluentArgs<'_>>) -> String {
    let Some((bundle, message)) = find(locale, words, key) else {
        tracing::error!(key, "a page asks for a message that does not exist");
        return key.to_owned();
    };
    let Some(pattern) = message.value() else { return key.to_owned() };
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, args, &mut errors).into_owned();
    if !errors.is_empty() {
        tracing::error!(key, ?errors, "a message lacks an argument");
    }
    debug_assert!(errors.is_empty(), "{key} lacks an argument: {said}");
    said
}

/// Whether a message of this key can be said.
pub(super) fn has(locale: Locale, words: Words, key: &str) -> bool {
    find(locale, words, key).is_some()
}

fn find(locale: Locale, words: Words, key: &str) -> Option<(&'static Bundle, FluentMessage<'static>)> {
    let spoken = &LANGUAGES[locale.index()];
    let english = &LANGUAGES[Locale::English.index()];
    let bank = (words == Words::Bank).then_some(&spoken.bank);
    let mut bundles = bank.into_iter().chain([&spoken.common, &english.common]);
    bundles.find_map(|bundle| Some((bundle, bundle.get_message(key)?)))
}
