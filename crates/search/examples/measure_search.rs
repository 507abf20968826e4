//! Measures the index with made-up documents: `cargo run --release -p search --example measure_search -- 100000`.
//!
//! Words are drawn as they are in languages, few of them often and most of them hardly ever; vectors lie around some hundred
//! centres. The dice are thrown from a seed, so that every run measures the same. Time is the processor's, so that what else the
//! machine does is left out as far as can be.
#![expect(clippy::print_stdout, reason = "it prints what it measures")]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "figures for people to read"
)]

use rustix::time::{ClockId, clock_gettime};
use search::{
    ConceptId, DIMENSIONS, Document, DocumentId, Embedding, Field, Index, Matching, Query, Vector, Weights,
};
use std::time::Duration;

const WORDS: usize = 200_000;
const CENTRES: usize = 300;
const LANGUAGES: [&str; 6] = ["en", "de", "es", "nl", "fr", "af"];
const CONSONANTS: [&str; 20] =
    ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "st", "br", "gr", "sch"];
const VOWELS: [&str; 10] = ["a", "e", "i", "o", "u", "ei", "é", "ü", "ó", "ie"];
const ENDS: [&str; 6] = ["", "", "n", "r", "l", "s"];

/// Dice whose throws follow from their seed (xorshift).
struct Dice(u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, count: usize) -> usize {
        (self.throw() >> 11) as usize % count
    }

    /// From 0 to 1.
    fn part(&mut self) -> f64 {
        (self.throw() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A rank below a count; rank r comes about as often as 1/r.
    fn rank(&mut self, count: usize) -> usize {
        ((count as f64).powf(self.part()) as usize).min(count) - 1
    }

    /// About normal.
    fn bell(&mut self) -> f32 {
        ((0..4).map(|_| self.part()).sum::<f64>() - 2.0) as f32
    }
}

/// What documents are made of.
struct World {
    dice: Dice,
    words: Vec<String>,
    centres: Vec<Embedding>,
}

impl World {
    fn new() -> World {
        let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
        let words = (0..WORDS).map(|rank| {
            // What is said often is short.
            let syllables = if rank < 200 { 1 + dice.below(2) } else { 2 + dice.below(3) };
            (0..syllables).map(|_| syllable(&mut dice)).collect()
        });
        let words = words.collect();
        let centres = (0..CENTRES).map(|_| unit(std::array::from_fn(|_| dice.bell()))).collect();
        World { dice, words, centres }
    }

    /// A text in one of the languages, each of which has words of its own.
    fn text(&mut self, words: usize, language: usize) -> String {
        let count = LANGUAGES.len();
        let places = (0..words).map(|_| self.dice.rank(WORDS / count) * count + language);
        let words: Vec<&str> = places.map(|place| &*self.words[place]).collect();
        words.join(" ")
    }

    fn embedding(&mut self) -> Embedding {
        let centre = self.centres[self.dice.below(CENTRES)];
        unit(std::array::from_fn(|at| centre[at] + 0.06 * self.dice.bell()))
    }

    fn concepts(&mut self) -> Vec<ConceptId> {
        (0..self.dice.below(4)).map(|_| ConceptId(self.dice.rank(500) as u16)).collect()
    }
}

fn syllable(dice: &mut Dice) -> String {
    [CONSONANTS[dice.below(20)], VOWELS[dice.below(10)], ENDS[dice.below(6)]].concat()
}

fn unit(values: Embedding) -> Embedding {
    let length = values.iter().map(|value| value * value).sum::<f32>().sqrt();
    values.map(|value| value / length)
}

fn main() {
    let count = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(100_000);
    let mut world = World::new();
    println!("{count} documents");
    loss(&mut world);
    let at_first = resident();
    let mut index = Index::new(Weights::default());
    let mut spent = Vec::new();
    for number in 0..count {
        spent.push(insert(&mut index, &mut world, number, None));
    }
    tell("taking one in, without vectors", &mut spent);
    println!("  {:.1} s in all", spent.iter().sum::<Duration>().as_secs_f64());
    let words = resident() - at_first;
    println!("  {words} MB");
    let mut spent = Vec::new();
    for number in 0..count {
        let vector = Vector::of(&world.embedding());
        spent.push(insert(&mut index, &mut world, number, vector.as_ref()));
    }
    tell("replacing one, with its vector", &mut spent);
    println!("  {} MB more", resident() - at_first - words);
    ask(&index, &mut world);
}

fn insert(index: &mut Index, world: &mut World, number: usize, vector: Option<&Vector>) -> Duration {
    let language = number % LANGUAGES.len();
    let [title, keywords, text] = [4, 2, 34].map(|words| world.text(words, language));
    let fields = [(Field::Title, &*title), (Field::Keywords, &keywords), (Field::Text, &text)];
    let concepts = world.concepts();
    let document = Document {
        id: DocumentId(number as i64),
        language: LANGUAGES[language],
        fields: &fields,
        concepts: &concepts,
        vector,
    };
    let begun = now();
    index.insert(&document);
    now() - begun
}

/// How a kind of query is made.
type Make = fn(&mut World) -> String;

/// Queries of each kind.
fn ask(index: &Index, world: &mut World) {
    let kinds: [(&str, Matching, Make); 5] = [
        ("one rare word", Matching::Free, rare),
        ("three words", Matching::Free, |world| world.text(3, 1)),
        ("a word with a slip", Matching::Free, |world| slip(&rare(world))),
        ("two letters being typed", Matching::Typing, |world| rare(world).chars().take(2).collect()),
        ("unknown long words", Matching::Free, |world| rare(world) + "xk" + &rare(world)),
    ];
    for (name, matching, make) in kinds {
        let mut spent = Vec::new();
        let mut all = Vec::new();
        for _ in 0..200 {
            let text = make(world);
            let (embedding, concepts) = (world.embedding(), world.concepts());
            let query = Query { text: &text, matching, ..Query::new("") };
            spent.push(timed(index, &query));
            all.push(timed(index, &Query { vector: Some(&embedding), concepts: &concepts, ..query }));
        }
        tell(&format!("{name}, by words"), &mut spent);
        tell(&format!("{name}, everything on"), &mut all);
    }
    let mut spent = Vec::new();
    for _ in 0..200 {
        let embedding = world.embedding();
        spent.push(timed(index, &Query { vector: Some(&embedding), ..Query::new("") }));
    }
    tell("meaning alone", &mut spent);
}

fn rare(world: &mut World) -> String {
    world.words[1000 + world.dice.below(WORDS - 1000)].clone()
}

fn timed(index: &Index, query: &Query<'_>) -> Duration {
    let begun = now();
    let found = index.search(query, &|id| id.0 % 10 != 3);
    let spent = now() - begun;
    assert!(found.hits.len() <= query.limit);
    spent
}

/// The time that the processor has worked for this thread.
fn now() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// A letter exchanged with the next.
fn slip(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() > 2 {
        letters.swap(1, 2);
    }
    letters.into_iter().collect()
}

/// What eight bits and sixteen-bit floats lose of cosines.
fn loss(world: &mut World) {
    let (mut eight, mut half) = (Vec::new(), Vec::new());
    for _ in 0..2000 {
        let (one, other) = (world.embedding(), world.embedding());
        let dot = |one: &Embedding, other: &Embedding| {
            one.iter().zip(other).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum::<f64>()
        };
        let exact = dot(&one, &other);
        let bytes = Vector::of(&other).map(|vector| vector.to_bytes()).unwrap_or_default();
        let step = f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        let rough: Embedding = std::array::from_fn(|at| step * f32::from(bytes[4 + at] as i8));
        eight.push((dot(&one, &rough) - exact).abs());
        // Ten bits after the point, as a sixteen-bit float has them.
        let rough = other.map(|value| f32::from_bits(value.to_bits().wrapping_add(0x1000) & !0x1fff));
        half.push((dot(&one, &rough) - exact).abs());
    }
    for (name, bytes, lost) in [("i8", DIMENSIONS + 4, eight), ("f16", 2 * DIMENSIONS, half)] {
        let mean = lost.iter().sum::<f64>() / lost.len() as f64;
        let most = lost.iter().copied().fold(0.0, f64::max);
        println!("{name}: {bytes} bytes a vector; cosines are off by {mean:.5}, at most {most:.5}");
    }
}

fn tell(name: &str, spent: &mut [Duration]) {
    spent.sort_unstable();
    let at = |percent: usize| spent[spent.len() * percent / 100].as_secs_f64() * 1000.0;
    println!(
        "{name}: {:.3} ms, 95 of 100 within {:.3} ms, the slowest {:.3} ms",
        at(50),
        at(95),
        at(100 - 1).max(spent.last().map_or(0.0, |last| last.as_secs_f64() * 1000.0))
    );
}

/// Memory of the process in MB, where the system tells.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse::<usize>().ok()).unwrap_or_default() / 1024
}
