//! What must hold of the lexicon's files, and how phrases are found.

use search::lexicon::{Concept, FILES, Found, LEVELS, Lexicon, read};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The languages of the interface: every concept has words in each.
const INTERFACE: [&str; 5] = ["en", "es", "ca", "fr", "pt"];

/// The letters of each language besides a to z; for Greek instead of them. All of them may have digits and ' - ·.
const LETTERS: &[(&str, &str)] = &[
    ("af", "áäéèêëíïîóôöúûüý"),
    ("ca", "àçèéíïòóúü"),
    ("de", "äéöüß"),
    ("el", "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ"),
    ("en", "é"),
    ("es", "áéíñóúü"),
    ("fi", "äåö"),
    ("fr", "àâæçéèêëîïôœùûüÿ"),
    ("it", "àèéìíîòóù"),
    ("nl", "áäéèêëíïóöúü"),
    ("pt", "àáâãçéêíóôõú"),
];

/// Words, without accents, that every advert has and that must name nothing by themselves: *té* is tea, but *te* is
/// you. In all languages, since nobody says in which an advert is.
const FUNCTION_WORDS: &[&str] = &[
    "a an and are as at be but by can could do for four from get give had has have he her his how i if in is it like many",
    "may me more most much my no not of off on one or our out over she so some than that the then they this to too under up",
    "us want was we well what when where who will with would you",
    "al algo aqui busco cerca como con cuando de del desde donde el ella en entre era es este esta fin hasta hay la las lo los",
    "mal mas me mi muy nada no o ofrezco otra otro para pero por que se si sin sobre son soy su te tengo todo tu un una y ya",
    "als amb amor aquest aquesta cal cap cerco dins els fer fins ha hi les li mes molt nou on per pero prop qui res seu soc tot",
    "au aux avec bien ce ceci chez cherche dans des donc du elle est et fait il je leur les mais mes mon ne nous ou par pas peu",
    "plus pour pre pres qui sa sans ses son sont sur ta tes ton tout tres une vos vous",
    "ao aos as com da das dos e ela ele em isso mais meu minha muito na nao nas no nos os ou pela pelo procuro quem sem seu sua",
    "tem tenho tudo um uma umas",
    "aber alle als am auch auf aus bei biete bin das dem den der die ein eine einen einer eines er es fur habe hat ich ihr im ist",
    "kann kein man mein mit nach nicht nur oder sein sie sind suche um und uber unter von vor war wenn wer wie wir zu zum zur",
    "anche che chi ci cosa cui da dal degli dei della di dove fra gli il io loro mio nel ne non ogni per piu sei si sono su sul",
    "tra tuo uno vi",
    "aan ben bij dan dat deze die dit door een en er geen goed heb het hij hoe ik je kan maar meer met mij mijn naar niet nog of",
    "om onder ons ook op over te tot uit van veel voor waar was wat wie wij wil zijn zo",
    "dans baie dit ek ei en hulle ja jy kun leer minun mutta my nie ole olen olla ons on sal se tai vir",
];

fn tokens(text: &str) -> Vec<String> {
    let folded: String =
        text.nfd().filter(|letter| !is_combining_mark(*letter)).collect::<String>().to_lowercase();
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// As the lexicon knows a word: without the s of a plural.
fn singular(token: &str) -> String {
    match token.strip_suffix('s') {
        Some(rest) if rest.chars().count() >= 3 && !rest.ends_with('s') => rest.to_owned(),
        _ => token.to_owned(),
    }
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::embedded(tokens));
    &LEXICON
}

/// Fails with all problems at once: whoever edits the files wants to see them all.
fn none(problems: Vec<String>) {
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

fn phrases(lexicon: &Lexicon) -> impl Iterator<Item = (&Concept, &'static str, &'static str)> {
    lexicon.concepts().iter().flat_map(|concept| {
        let of =
            move |language| concept.words(language).iter().map(move |phrase| (concept, language, *phrase));
        concept.languages().flat_map(of)
    })
}

#[test]
fn every_line_can_be_read_and_every_file_is_one_top_category() {
    let mut problems = Vec::new();
    for (name, text) in FILES {
        let (concepts, mistakes) = read(text);
        problems
            .extend(mistakes.iter().map(|mistake| format!("{name}.txt:{}: {}", mistake.line, mistake.what)));
        let tops: Vec<&str> = concepts.iter().filter(|one| one.broader.is_none()).map(|one| one.id).collect();
        if tops != [*name] {
            problems.push(format!("{name}.txt: its top categories are {tops:?}"));
        }
        let ids: BTreeSet<&str> = concepts.iter().map(|one| one.id).collect();
        let strangers = concepts.iter().filter(|one| one.broader.is_some_and(|id| !ids.contains(id)));
        problems
            .extend(strangers.map(|one| format!("{name}.txt: {} is part of nothing in this file", one.id)));
    }
    none(problems);
}

#[test]
fn every_file_is_embedded() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/lexicon");
    let names =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let there: BTreeSet<String> =
        names.filter_map(|name| name.strip_suffix(".txt").map(str::to_owned)).collect();
    let embedded: BTreeSet<String> = FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(there, embedded);
}

#[test]
fn there_are_enough_concepts_and_a_tree_to_browse() {
    let lexicon = lexicon();
    assert!(lexicon.concepts().len() >= 450, "{} concepts", lexicon.concepts().len());
    let tops = lexicon.top_categories().count();
    assert!((16..=20).contains(&tops), "{tops} top categories");
}

#[test]
fn ids_are_unique_kebab_case_and_in_a_tree() {
    let lexicon = lexicon();
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    for concept in lexicon.concepts() {
        let id = concept.id;
        let parts =
            id.split('-').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase()));
        if !parts {
            problems.push(format!("{id}: not kebab-case"));
        }
        if !seen.insert(id) {
            problems.push(format!("{id}: there twice"));
        }
        if lexicon.top_category(concept).broader.is_some() {
            problems.push(format!("{id}: more than {LEVELS} levels, or in a circle"));
        }
        if concept.broader.is_none() != concept.icon.is_some() {
            problems.push(format!("{id}: top categories have an icon, others none"));
        }
    }
    none(problems);
}

#[test]
fn top_categories_have_icons_of_their_own() {
    let lexicon = lexicon();
    let icons: BTreeSet<_> = lexicon.top_categories().map(|top| top.icon).collect();
    assert_eq!(icons.len(), lexicon.top_categories().count());
}

#[test]
fn every_concept_has_two_words_in_each_language_of_the_interface() {
    let lexicon = lexicon();
    let mut problems = Vec::new();
    for concept in lexicon.concepts() {
        let poor = INTERFACE.iter().filter(|language| concept.words(language).len() < 2);
        problems.extend(poor.map(|language| format!("{}: fewer than two words in {language}", concept.id)));
    }
    none(problems);
}

#[test]
fn names_are_not_shared_within_a_language() {
    let lexicon = lexicon();
    let mut problems = Vec::new();
    for language in INTERFACE {
        let mut names = BTreeMap::new();
        for concept in lexicon.concepts() {
            if let Some(other) = names.insert(concept.name(language), concept.id) {
                problems.push(format!("{language}: {other} and {} have one name", concept.id));
            }
        }
    }
    none(problems);
}

#[test]
fn no_phrase_is_said_twice_in_a_concept() {
    let lexicon = lexicon();
    let mut problems = Vec::new();
    for concept in lexicon.concepts() {
        for language in concept.languages() {
            let mut seen = BTreeMap::new();
            for phrase in concept.words(language) {
                let plain: Vec<String> = tokens(phrase).iter().map(|token| singular(token)).collect();
                if let Some(other) = seen.insert(plain, phrase) {
                    problems.push(format!("{} {language}: {other}, {phrase}", concept.id));
                }
            }
        }
    }
    none(problems);
}

#[test]
fn no_word_means_everything() {
    let lexicon = lexicon();
    let mut problems = BTreeSet::new();
    for (_, language, phrase) in phrases(lexicon) {
        let ids: Vec<&str> = lexicon
            .named(&tokens(phrase))
            .iter()
            .filter(|found| found.languages.contains(&language))
            .map(|found| found.concept.id)
            .collect();
        if ids.len() > 4 {
            problems.insert(format!("{language} {phrase}: {ids:?}"));
        }
    }
    none(problems.into_iter().collect());
}

#[test]
fn no_function_word_names_anything() {
    let lexicon = lexicon();
    let mut problems = Vec::new();
    for word in FUNCTION_WORDS.iter().flat_map(|line| line.split(' ')) {
        let named = lexicon.named(&[word.to_owned()]);
        problems.extend(
            named.iter().map(|found| format!("{word} names {} {:?}", found.concept.id, found.languages)),
        );
    }
    none(problems);
}

#[test]
fn phrases_are_short_and_in_letters_of_their_language() {
    let lexicon = lexicon();
    let mut problems = Vec::new();
    for (concept, language, phrase) in phrases(lexicon) {
        let own = LETTERS.iter().find(|(code, _)| *code == language).map(|(_, letters)| *letters);
        let Some(own) = own else {
            problems.push(format!("{}: {language} has no letters in this test", concept.id));
            continue;
        };
        let allowed = |letter: char| {
            own.contains(letter)
                || " '-·".contains(letter)
                || letter.is_ascii_digit()
                || (letter.is_ascii_lowercase() && language != "el")
        };
        if let Some(letter) = phrase.chars().find(|letter| !allowed(*letter)) {
            problems.push(format!("{} {language}: {letter:?} in {phrase:?}", concept.id));
        }
        if !(1..=6).contains(&tokens(phrase).len()) || phrase.chars().count() > 40 {
            problems.push(format!("{} {language}: {phrase:?} is empty or long", concept.id));
        }
    }
    none(problems);
}

fn ids(found: &[Found<'_>]) -> Vec<(usize, usize, &'static str)> {
    found.iter().map(|found| (found.start, found.len, found.concept.id)).collect()
}

fn small() -> Lexicon {
    let text = "[garden]\nen: garden\n[lawn] < garden\nen: lawn\n[mower] < lawn\nen: lawn mower\nes: cortacésped\n\
                [bread]\nfr: pain\n[ache]\nen: pain";
    Lexicon::new(read(text).0, tokens)
}

#[test]
fn the_longest_phrase_wins_and_an_s_makes_no_difference() {
    let lexicon = small();
    assert_eq!(
        ids(&lexicon.find(&tokens("Lawn, lawn mowers and a CORTACESPED"))),
        [(0, 1, "lawn"), (1, 2, "mower"), (5, 1, "mower")]
    );
    assert_eq!(ids(&lexicon.find(&tokens("mower"))), []);
    assert_eq!(ids(&lexicon.find(&[])), []);
}

#[test]
fn articles_between_the_words_of_a_phrase_do_not_count() {
    let text = "[wash]\nen: wash the car\nfr: laver voiture\n[tai-chi]\npt: a das";
    let lexicon = Lexicon::new(read(text).0, tokens);
    assert_eq!(
        ids(&lexicon.find(&tokens("I wash my car, he can wash cars"))),
        [(1, 3, "wash"), (6, 2, "wash")]
    );
    assert_eq!(ids(&lexicon.find(&tokens("laver la voiture"))), [(0, 3, "wash")]);
    assert_eq!(ids(&lexicon.named(&tokens("wash our cars"))), [(0, 3, "wash")]);
    assert_eq!(ids(&lexicon.named(&tokens("the wash car"))), []);
    // A phrase of nothing else keeps them.
    assert_eq!(ids(&lexicon.named(&tokens("a das"))), [(0, 2, "tai-chi")]);
    assert_eq!(ids(&lexicon.named(&tokens("das"))), []);
}

#[test]
fn a_word_says_in_which_language_it_means_what() {
    let lexicon = small();
    let found = lexicon.named(&tokens("pain"));
    let meanings: Vec<_> = found.iter().map(|found| (found.concept.id, found.languages.as_slice())).collect();
    assert_eq!(meanings, [("bread", &["fr"][..]), ("ache", &["en"][..])]);
    assert_eq!(lexicon.named(&tokens("pain lawn")), []);
}

#[test]
fn the_tree_is_climbed_both_ways() {
    let lexicon = small();
    let mower = lexicon.concept("mower").unwrap();
    assert_eq!(lexicon.broader(mower).unwrap().id, "lawn");
    assert_eq!(lexicon.top_category(mower).id, "garden");
    let garden = lexicon.concept("garden").unwrap();
    assert_eq!(lexicon.narrower(garden).map(|one| one.id).collect::<Vec<_>>(), ["lawn"]);
    assert_eq!(lexicon.concept("lawn mower"), None);
}

#[test]
fn a_circle_in_the_data_holds_nobody() {
    let lexicon = Lexicon::new(read("[a] < b\nen: a\n[b] < a\nen: b").0, tokens);
    assert!(lexicon.top_category(&lexicon.concepts()[0]).broader.is_some());
}
