//! Measures the market as a server has it, from the database on: how long the index takes to be built of listings whose meanings
//! are kept, how much memory it takes, how fast questions are answered through `app::market`, and how long one new listing takes to be
//! tried against ten thousand saved searches.
//!
//! ```text
//! AYNI_TEST_DATABASE=sqlite cargo run --release -p app --example measure_market -- 100000
//! ```
//!
//! Listings are made up of drawn words, few of them often and most of them hardly ever, with a word in eight of what people
//! trade; meanings lie around some hundred centres. Questions are about what people trade, in five languages.
#![expect(clippy::print_stdout, reason = "it prints what it measures")]
#![expect(clippy::unwrap_used, reason = "it stops at the first surprise")]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "figures for people to read"
)]

use std::time::Duration;

use app::actor::Actor;
use app::exchanges;
use app::market::{self, Kind, ListingForm, Pace, Reader, Sight, Span, State, Terms, Wanted};
use app::testing::{World, meaning_digest};
use app::{App, Random, users};
use ledger::unit::Separators;
use ledger::{ExchangeId, Instant as Moment};
use search::lexicon::Lexicon;
use search::{Embedding, Vector};
use store::listings::{self, Owner, Text, indexing};
use store::searches::{self, NewSearch};
use tokio::time::Instant;
use uuid::Uuid;

const WORDS: usize = 100_000;
const CENTRES: usize = 300;
const OWNERS: usize = 50;
const SEARCHES: usize = 10_000;
const LANGUAGES: [&str; 5] = ["en", "es", "ca", "fr", "pt"];
const SYLLABLES: [&str; 24] = [
    "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "bra", "cle", "fri",
    "gro", "pla", "tre", "qui", "nor", "mel", "tan",
];

/// Dice whose throws follow from their seed (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % count
    }

    /// A rank below a count; rank r comes about as often as 1/r.
    fn rank(&mut self, count: usize) -> usize {
        let part = self.below(1 << 30) as f64 / (1 << 30) as f64;
        ((count as f64).powf(part) as usize).clamp(1, count) - 1
    }

    /// About normal.
    fn bell(&mut self) -> f32 {
        let sum: usize = (0..4).map(|_| self.below(1 << 20)).sum();
        sum as f32 / (1 << 20) as f32 - 2.0
    }
}

/// What listings are made of.
struct Made {
    dice: Dice,
    words: Vec<String>,
    /// What people trade, by language.
    traded: Vec<Vec<String>>,
    centres: Vec<Embedding>,
}

impl Made {
    fn new() -> Self {
        let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
        let word = |dice: &mut Dice| (0..2 + dice.below(3)).map(|_| SYLLABLES[dice.below(24)]).collect();
        let words = (0..WORDS).map(|_| word(&mut dice)).collect();
        let lexicon = Lexicon::embedded(search::text::words);
        let names = |language: &&str| {
            lexicon
                .concepts()
                .iter()
                .filter_map(|concept| concept.name(language))
                .map(str::to_owned)
                .collect()
        };
        let traded = LANGUAGES.iter().map(names).collect();
        let centres = (0..CENTRES).map(|_| unit(std::array::from_fn(|_| dice.bell()))).collect();
        Self { dice, words, traded, centres }
    }

    fn text(&mut self, words: usize, language: usize) -> String {
        let mut all = Vec::with_capacity(words);
        for _ in 0..words {
            let traded = &self.traded[language];
            let word = match self.dice.below(8) {
                0 => &traded[self.dice.below(traded.len())],
                _ => &self.words[self.dice.rank(WORDS)],
            };
            all.push(word.as_str());
        }
        all.join(" ")
    }

    fn meaning(&mut self) -> Vec<u8> {
        let centre = self.centres[self.dice.below(CENTRES)];
        let meaning = unit(std::array::from_fn(|at| centre[at] + 0.06 * self.dice.bell()));
        Vector::of(&meaning).unwrap().to_bytes()
    }

    fn question(&mut self) -> (String, &'static str) {
        let language = self.dice.below(LANGUAGES.len());
        let traded = &self.traded[language];
        let words = traded[self.dice.below(traded.len())].clone();
        (words, LANGUAGES[language])
    }
}

fn unit(values: Embedding) -> Embedding {
    let length = values.iter().map(|value| value * value).sum::<f32>().sqrt();
    values.map(|value| value / length)
}

#[tokio::main]
async fn main() {
    let count: usize = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(100_000);
    let mut world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let mut owners = Vec::new();
    for at in 0..OWNERS {
        owners.push(world.member(&format!("member{at}"), exchange).await.member);
    }
    let category = market::categories(&world.app, exchange).await.unwrap()[0].clone();
    let mut made = Made::new();
    let mut at = 0;
    while at < count {
        let mut tx = world.database.db.write().await.unwrap();
        for _ in 0..2000.min(count - at) {
            let language = at % LANGUAGES.len();
            let (title, body) = (made.text(4, language), made.text(34, language));
            let text = text(&title, &body, (category.id, LANGUAGES[language]));
            let owner =
                Owner { uuid: Uuid::from_u128(at as u128 + 1), exchange, member: owners[at % OWNERS] };
            listings::insert(&mut tx, owner, &text, Moment(world.app.clock.now().0 + at as i64))
                .await
                .unwrap();
            let id = listings::shown::get(&mut tx, owner.uuid).await.unwrap().unwrap().id;
            indexing::keep_meaning(&mut tx, id, &meaning_digest(&title, &body), &made.meaning())
                .await
                .unwrap();
            at += 1;
        }
        tx.commit().await.unwrap();
    }
    println!("{count} listings");

    let before = resident();
    let begun = Instant::now();
    let app =
        App::start(world.database.db.clone(), world.app.clock.clone(), Random::seeded(3)).await.unwrap();
    let app = app.searching_by_meaning();
    app.get_ready_to_search().await.unwrap();
    println!(
        "the index is built in {:.1} s, and takes {} MB",
        begun.elapsed().as_secs_f64(),
        resident() - before
    );
    let before = resident();
    ask(&app, &mut made, 1).await;
    println!("the model takes {} MB more", resident() - before);
    let mut spent = ask(&app, &mut made, 300).await;
    tell("a question, everything on, through the use case and the database", &mut spent);
    world.app = app;
    matching(&world, exchange, &mut made, category.uuid).await;
}

fn text(title: &str, body: &str, (category, locale): (market::CategoryId, &str)) -> Text {
    Text {
        kind: Kind::Offer,
        state: State::Published,
        title: title.chars().take(100).collect(),
        body: body.to_owned(),
        keywords: String::new(),
        category,
        terms: Terms::Agreed,
        amount: None,
        price: String::new(),
        money: String::new(),
        place: String::new(),
        sight: Sight::Exchange,
        locale: locale.to_owned(),
        days: None,
        expires_at: None,
    }
}

async fn ask(app: &App, made: &mut Made, times: usize) -> Vec<Duration> {
    let user = users::by_email(app, &Actor::server(), "member1@example.org").await.unwrap();
    let actor = Actor::of_user(app, user.id).await.unwrap();
    let home = exchanges::by_code(app, &Actor::server(), "MARL").await.unwrap();
    let mut spent = Vec::new();
    for _ in 0..times {
        let (words, locale) = made.question();
        let wanted = Wanted { words, ..Wanted::default() };
        let begun = Instant::now();
        let found =
            market::market(app, &actor, &home, &wanted, Reader { locale, network: "" }).await.unwrap();
        spent.push(begun.elapsed());
        assert!(!found.listings.is_empty());
    }
    spent
}

/// A new offer is tried against very many saved searches.
async fn matching(world: &World, exchange: ExchangeId, made: &mut Made, category: Uuid) {
    let (app, actor) = (&world.app, world.actor("member0").await);
    let (owner, searcher) =
        (actor.memberships()[0].member, world.actor("member1").await.memberships()[0].member);
    let mut tx = world.database.db.write().await.unwrap();
    for at in 0..SEARCHES {
        let (words, locale) = made.question();
        let new = NewSearch {
            uuid: Uuid::from_u128(u128::MAX - at as u128),
            exchange,
            member: searcher,
            name: "x",
            words: &words,
            exact: false,
            locale,
            kind: None,
            category: None,
            area: None,
            language: "",
            priced: None,
            ground: Some(exchange),
            within_km: None,
            pace: Pace::Daily,
        };
        searches::insert(&mut tx, &new, Moment(0)).await.unwrap();
    }
    tx.commit().await.unwrap();
    for round in ["at first, when the meanings of all searches are made", "again"] {
        let id = app.random.uuid(app.clock.now()).unwrap();
        let form = ListingForm {
            kind: Some(Kind::Offer),
            state: State::Published,
            title: made.text(4, 0).chars().take(100).collect(),
            body: made.text(34, 0),
            keywords: String::new(),
            category: Some(category),
            terms: Some(Terms::Gift),
            amount: String::new(),
            separators: Separators::ENGLISH,
            price: String::new(),
            money: String::new(),
            place: String::new(),
            sight: Some(Sight::Exchange),
            locale: "en".to_owned(),
            span: Some(Span::Days(90)),
        };
        market::publish(app, &actor, (owner, id), &form).await.unwrap();
        let begun = Instant::now();
        world.letters().await;
        let took = begun.elapsed().as_secs_f64();
        println!("a new offer against {SEARCHES} saved searches, {round}: {took:.2} s");
    }
}

fn tell(name: &str, spent: &mut [Duration]) {
    spent.sort_unstable();
    let at =
        |percent: usize| spent[(spent.len() * percent / 100).min(spent.len() - 1)].as_secs_f64() * 1000.0;
    println!("{name}: {:.1} ms, 95 of 100 within {:.1} ms, the slowest {:.1} ms", at(50), at(95), at(100));
}

/// Memory of the process in MB, where the system tells.
fn resident() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse::<i64>().ok()).unwrap_or_default() / 1024
}
