//! The model itself: what it answers is what the original answers, whatever the text.

#![expect(clippy::expect_used, reason = "a test ends at the first surprise")]

use model::{DIMENSIONS, Model, Vector, dot};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::fs;
use std::sync::LazyLock;

/// Loaded once for all tests here.
static MODEL: LazyLock<Model> = LazyLock::new(|| Model::load().expect("the model is whole"));

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");

#[derive(Deserialize)]
struct Golden {
    vectors: Vec<GoldenVector>,
}

#[derive(Deserialize)]
struct GoldenVector {
    text: String,
    first8: [f32; 8],
}

fn length(vector: &Vector) -> f32 {
    dot(vector, vector).sqrt()
}

#[test]
fn vectors_are_those_of_the_original() {
    let golden = fs::read_to_string(format!("{DATA}/use-multilingual-v3.golden.json")).unwrap();
    let golden: Golden = serde_json::from_str(&golden).unwrap();
    assert_eq!(golden.vectors.len(), 36);
    for GoldenVector { text, first8 } in golden.vectors {
        let vector = MODEL.embed(&text);
        for (found, expected) in vector.iter().zip(first8) {
            assert!((found - expected).abs() < 3e-6, "{text:?}: {found} is not {expected}");
        }
        assert!((length(&vector) - 1.0).abs() < 1e-5, "{text:?}");
    }
}

#[test]
fn every_text_has_a_vector() {
    let long = "Bicycle repairs and tune-ups at my workshop. ".repeat(20_000);
    let odd = [
        "",
        " \t\r\n ",
        "\0\u{1}\u{7f}",
        "\u{fffd}\u{ffff}\u{10ffff}\u{e000}",
        "\u{202e}\u{200b}\u{feff}\u{ad}",
        "e\u{301}\u{301}\u{301}",
        "\u{fdfa}\u{fdfa}",
        "👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "<unk></s><s>",
        "▁▁▁",
        &long,
    ];
    for text in odd {
        let vector = MODEL.embed(text);
        assert!((length(&vector) - 1.0).abs() < 1e-5, "{text:?}");
        assert_eq!(vector, MODEL.embed(text), "the same again: {text:?}");
    }
}

#[test]
fn ways_to_write_one_text_have_one_vector() {
    for (text, same) in [
        ("FULL width 123", "ＦＵＬＬ ｗｉｄｔｈ １２３"),
        ("Crème brûlée", "Cre\u{300}me bru\u{302}le\u{301}e"),
        ("fish", "ﬁsh"),
        ("spaces here", "  spaces\u{a0} \n here "),
        ("", "   "),
    ] {
        assert_eq!(MODEL.embed(text), MODEL.embed(same), "{text:?}");
    }
}

#[test]
fn of_a_long_text_the_beginning_counts() {
    let words = "eggs and honey ";
    let cut = MODEL.embed(&words.repeat(100));
    assert_eq!(cut, MODEL.embed(&words.repeat(10_000)));
    assert_ne!(cut, MODEL.embed(&words.repeat(50)));
}

#[test]
fn what_means_the_same_is_nearer() {
    for (text, same, other) in [
        ("guitar lessons", "Clases de guitarra para principiantes", "Huevos frescos de gallinas libres"),
        ("fresh eggs", "Huevos frescos de gallinas libres", "Clases de guitarra para principiantes"),
        ("Fahrradreparatur", "Bicycle repairs at my workshop", "Honey from our own hives"),
        ("garde d'enfants", "babysitter", "lawn mowing"),
        ("中文翻译", "translation into Chinese", "computer repair"),
    ] {
        let vector = MODEL.embed(text);
        let [near, far] = [same, other].map(|text| dot(&vector, &MODEL.embed(text)));
        assert!(near > far + 0.1, "{text} is {near} from {same} and {far} from {other}");
    }
}

#[test]
fn threads_share_a_model() {
    let texts = ["pan casero", "vélo", "вязание", ""];
    let alone = texts.map(|text| MODEL.embed(text));
    std::thread::scope(|scope| {
        for (text, alone) in texts.iter().zip(&alone) {
            scope.spawn(move || assert_eq!(MODEL.embed(text), *alone));
        }
    });
    assert_eq!(alone[0].len(), DIMENSIONS);
}

#[test]
fn the_file_is_the_one_that_the_notice_names() {
    let packed = fs::read(format!("{DATA}/use-multilingual-v3.bin.zst")).unwrap();
    let hash: String = Sha256::digest(packed).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hash, "3ccc91d272435fc6dce5f9bea0410dc887a6024ca4a9180bc70bf88fedec274f");
    let notice = fs::read_to_string(format!("{DATA}/NOTICE")).unwrap();
    assert!(notice.contains(&hash));
}
