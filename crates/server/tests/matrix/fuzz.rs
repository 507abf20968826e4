//! Nonsense at every door: each route is asked by everybody with paths, queries, forms, cookies and bodies that are slightly or
//! wholly wrong. Whatever comes, the answer is a page that says what is wrong, never an error of the server.
//!
//! `cargo xtask fuzz` does it for longer.
#![expect(clippy::expect_used, reason = "a test ends at the first surprise")]
#![expect(
    clippy::disallowed_methods,
    reason = "a test that lasts as long as it is told reads the time and its environment"
)]

use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Request, header};
use server::testing::{Browser, Page, TestServer};
use server::web::{cookies, guard};

use crate::dice::Dice;
use crate::scene::{Cast, Scene};
use crate::table::{Row, rows};

/// Questions put to one stage, before a new one is set: some of them take away what others need.
const STAGE: u32 = 400;
/// How many are asked at least, however little time there is.
const FEWEST: u32 = 40;
/// What is often forgotten.
const ODD: [&str; 34] = [
    "",
    " ",
    "0",
    "-1",
    "1",
    "00",
    "+5",
    "1e308",
    "NaN",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "9007199254740993",
    "0.000000000000001",
    "1.234.567,89",
    "1:99",
    "'",
    "\"",
    "<b>",
    "%00",
    "\u{0}",
    "\r\nset-cookie: a=b",
    "\u{202e}rtl",
    "😀",
    "é\u{301}",
    "../../etc/passwd",
    "{{7*7}}",
    "2026-02-30",
    "9999-12-31",
    "00000000-0000-0000-0000-000000000000",
    "MARL0000",
    "ELSE0001",
    "=1+1",
    "\u{fffd}",
];

/// A question, made for whoever asks it.
struct Question {
    row: Row,
    role: usize,
    path: String,
    fields: Vec<(String, String)>,
    /// Sent instead of the fields, now and then.
    body: Option<(String, Vec<u8>)>,
}

impl Question {
    async fn make(stage: (&TestServer, &Cast<'_>), dice: &mut Dice) -> Question {
        let mut row = dice.pick(&rows());
        while row.is_alone {
            row = dice.pick(&rows());
        }
        let scene = Scene::set(stage.0, stage.1, &row).await;
        let fields = scene.fields().iter().map(|(name, value)| (name.to_string(), value.clone())).collect();
        let role = usize::try_from(dice.below(9)).unwrap_or(0);
        Question { role, path: scene.path().to_owned(), fields, body: None, row }
    }

    /// The same question, and something about it is wrong.
    fn bent(&self, dice: &mut Dice) -> Question {
        let (row, role) = (self.row.clone(), self.role);
        let (mut path, mut fields) = (self.path.clone(), self.fields.clone());
        if dice.one_in(3) {
            let parts: Vec<&str> = path.split('/').collect();
            let at = usize::try_from(dice.below(parts.len() as u64)).unwrap_or(0);
            let mut parts: Vec<String> = parts.into_iter().map(str::to_owned).collect();
            if at > 0 {
                parts[at] = encoded(bend(&parts[at], dice).as_bytes());
            }
            path = parts.join("/");
        }
        if dice.one_in(3) {
            let name =
                dice.pick(&["page", "from", "to", "month", "after", "before", "q", "search", "with", "span"]);
            path = format!("{path}?{name}={}", encoded(bend("1", dice).as_bytes()));
        }
        for (_, value) in &mut fields {
            if dice.one_in(2) {
                *value = bend(value, dice);
            }
        }
        if dice.one_in(6) && !fields.is_empty() {
            let at = usize::try_from(dice.below(fields.len() as u64)).unwrap_or(0);
            fields.remove(at);
        }
        let body = dice.one_in(8).then(|| (dice.pick(&KINDS).to_owned(), noise(dice)));
        Question { row, role, path, fields, body }
    }

    async fn ask(&self, browser: &Browser<'_>, server: &TestServer) -> Page {
        let known = browser.cookie(cookies::session_name(&server.server.public));
        let token = guard::token(&known.unwrap_or_default());
        let request =
            if self.row.method == "GET" { Request::get(&self.path) } else { Request::post(&self.path) };
        let (kind, body) = self.body.clone().unwrap_or_else(|| {
            let own = [("csrf".to_owned(), token)];
            let pairs = self.fields.iter().chain(&own);
            let pairs = pairs
                .map(|(name, value)| format!("{}={}", encoded(name.as_bytes()), encoded(value.as_bytes())));
            (KINDS[0].to_owned(), pairs.collect::<Vec<_>>().join("&").into_bytes())
        });
        let body = if self.row.method == "GET" { Body::empty() } else { Body::from(body) };
        let request = request.header(header::CONTENT_TYPE, kind).body(body).expect("a request");
        browser.send(request).await
    }

    /// Fails when the server failed.
    fn check(&self, page: &Page) {
        let status = page.status.as_u16();
        assert!(
            status < 500 || status == 503,
            "{status} for role {}: {} {} {:?} {:?}",
            self.role,
            self.row.method,
            self.path,
            self.fields,
            self.body
        );
    }
}

const KINDS: [&str; 4] =
    ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json", "text/csv"];

/// A text that is slightly or wholly another.
fn bend(text: &str, dice: &mut Dice) -> String {
    match dice.below(8) {
        0..=3 => dice.pick(&ODD).to_owned(),
        4 => text.repeat(usize::try_from(dice.below(40)).unwrap_or(2)),
        5 => text.chars().rev().collect(),
        6 => "x".repeat(usize::try_from(dice.below(20_000)).unwrap_or(9)),
        _ => {
            let mut letters: Vec<char> = text.chars().collect();
            let at = usize::try_from(dice.below(letters.len() as u64 + 1)).unwrap_or(0);
            letters
                .insert(at, char::from_u32(u32::try_from(dice.below(0x1_1000)).unwrap_or(65)).unwrap_or('?'));
            letters.into_iter().collect()
        }
    }
}

fn noise(dice: &mut Dice) -> Vec<u8> {
    let heads: [&[u8]; 5] = [
        b"csrf=%&=&&a=%zz&b=%C3",
        b"--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n",
        b"--x--",
        b"{\"a\":",
        b"\xff\xfe",
    ];
    let mut bytes = dice.pick(&heads).to_vec();
    bytes.extend((0..dice.below(300)).map(|_| u8::try_from(dice.next() & 0xff).unwrap_or(0)));
    bytes
}

fn encoded(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            text.push(char::from(*byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
        text
    })
}

#[tokio::test]
async fn nonsense_is_answered_with_a_page() {
    let (seed, lasting) = asked();
    let (mut dice, began, mut asked) = (Dice::new(seed), Instant::now(), 0_u32);
    eprintln!("fuzz of the pages: seed {seed} (AYNI_CAMPAIGN_SEED={seed} throws the same dice)");
    // On a slow machine the time is over before anything was asked.
    while began.elapsed() < lasting || asked < FEWEST {
        let server = TestServer::new().await;
        let cast = Cast::gather(&server).await;
        for _ in 0..STAGE / 10 {
            let question = Question::make((&server, &cast), &mut dice).await;
            for _ in 0..10 {
                let bent = question.bent(&mut dice);
                let page = bent.ask(cast.browser(bent.role), &server).await;
                bent.check(&page);
                asked += 1;
            }
            if began.elapsed() > lasting && asked >= FEWEST {
                break;
            }
        }
    }
    eprintln!("fuzz of the pages: {asked} questions");
}

/// The control: a server whose teller has stopped fails at payments, and that must be seen.
#[tokio::test]
async fn a_server_that_fails_is_seen() {
    let server = TestServer::new().await;
    let cast = Cast::gather(&server).await;
    let mut dice = Dice::new(1);
    let mut question = Question::make((&server, &cast), &mut dice).await;
    let pay =
        rows().into_iter().find(|row| row.route() == "POST /{code}/trade").expect("the route of payments");
    let scene = Scene::set(&server, &cast, &pay).await;
    (question.role, question.path, question.row) = (2, scene.path().to_owned(), pay);
    question.fields = scene.fields().iter().map(|(name, value)| (name.to_string(), value.clone())).collect();
    server.world.app.stop().await;
    let page = question.ask(cast.browser(2), &server).await;
    let seen = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| question.check(&page)));
    assert!(seen.is_err(), "{} was taken for a page that says what is wrong", page.status);
}

/// Where the dice begin, and for how long they are thrown: `cargo xtask fuzz` says so.
#[expect(clippy::disallowed_methods, reason = "tests have no configuration but their environment")]
fn asked() -> (u64, Duration) {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let seed = number("AYNI_CAMPAIGN_SEED").unwrap_or_else(|| u64::from(std::process::id()));
    (seed, Duration::from_secs(number("AYNI_FUZZ_SECONDS").unwrap_or(6)))
}
