//! Every language says the same things with the same variables.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::Locale;

type Messages = BTreeMap<String, BTreeSet<String>>;

/// Keys with their variables of one file of one language.
fn messages(locale: Locale, file: &str) -> Messages {
    let path = format!("{}/translations/{}/{file}", env!("CARGO_MANIFEST_DIR"), locale.code());
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let resource =
        fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{path}: {errors:?}"));
    let mut found = Messages::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut variables = BTreeSet::new();
        collect(message.value.as_ref().expect("a value"), &mut variables);
        assert!(
            found.insert(message.id.name.clone(), variables).is_none(),
            "{path} repeats {}",
            message.id.name
        );
    }
    found
}

fn collect(pattern: &Pattern<String>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression: Expression::Inline(inline) } => name(inline, variables),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                name(selector, variables);
                variants.iter().for_each(|variant| collect(&variant.value, variables));
            }
        }
    }
}

fn name(inline: &InlineExpression<String>, variables: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        variables.insert(id.name.clone());
    }
}

fn files(locale: Locale) -> BTreeSet<String> {
    let folder = format!("{}/translations/{}", env!("CARGO_MANIFEST_DIR"), locale.code());
    let entries = std::fs::read_dir(folder).expect("translations");
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn all_languages_have_the_same_keys_and_variables() {
    let english = files(Locale::English);
    for locale in Locale::ALL {
        assert_eq!(files(locale), english, "{locale:?}");
        for file in &english {
            let (ours, theirs) = (messages(Locale::English, file), messages(locale, file));
            let missing: Vec<_> = ours.keys().filter(|key| !theirs.contains_key(*key)).collect();
            let extra: Vec<_> = theirs.keys().filter(|key| !ours.contains_key(*key)).collect();
            assert!(
                missing.is_empty() && extra.is_empty(),
                "{locale:?} {file}: misses {missing:?}, adds {extra:?}"
            );
            for (key, variables) in &ours {
                assert_eq!(&theirs[key], variables, "{locale:?} {file} {key}");
            }
        }
    }
}

#[test]
fn no_key_stands_in_two_files_and_bank_words_override_existing_ones() {
    let mut all = Messages::new();
    for file in files(Locale::English).iter().filter(|file| *file != "bank.ftl") {
        for (key, variables) in messages(Locale::English, file) {
            assert!(all.insert(key.clone(), variables).is_none(), "{key} stands in two files");
        }
    }
    for (key, variables) in messages(Locale::English, "bank.ftl") {
        assert_eq!(all.get(&key), Some(&variables), "bank word {key}");
    }
}

/// Every message that a template names by a plain key exists.
#[test]
fn every_message_that_a_template_names_exists() {
    let known: BTreeSet<String> =
        files(Locale::English).iter().flat_map(|file| messages(Locale::English, file).into_keys()).collect();
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/templates")).expect("templates") {
        let path = entry.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("a template");
        for call in [".t(\"", ".html(\""] {
            for rest in text.split(call).skip(1) {
                let key = rest.split('"').next().unwrap_or_default();
                assert!(known.contains(key), "{}: {key}", path.display());
            }
        }
    }
}
