//! How many transfers a second the engine alone makes durable: the book decides, the journal writes, the database commits.
//! One batch after the other, no network, no pages. Used by `cargo xtask bench`.
//!
//! `engine DATABASE BATCH SECONDS [hot]`: makes or goes on with a database, a folder's `ayni.db` or `postgres://…`, and
//! prints one line of JSON. With `hot` half of all payments go to one account.
//! `engine DATABASE fill TRANSFERS`: goes on until so many transfers are stored.
#![expect(clippy::disallowed_methods, reason = "it measures time")]

use std::error::Error;
use std::time::{Duration, Instant as Stopwatch};

use ledger::account::Kind;
use ledger::policy::Shape;
use ledger::transfer::{Acting, Authority, Channel, Order, Wish, Words};
use ledger::unit::Style;
use ledger::{
    AccountId, Act, Amount, Book, ExchangeId, Instant, Instruction, Policy, TransferId, Unit, UserId, What,
};
use store::journal::{Journal, Wanted};
use store::users::NewUser;
use store::{DatabaseUrl, Db};
use uuid::Uuid;

/// Exchanges, and accounts in each.
const EXCHANGES: i64 = 20;
const ACCOUNTS: i64 = 500;
/// Where the clock of the bench begins, microseconds since 1970.
const BEGINNING: i64 = 1_760_000_000_000_000;

struct Bench {
    db: Db,
    journal: Journal,
    book: Book,
    dice: u64,
    clock: i64,
    heat: Heat,
}

/// Who is paid.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heat {
    /// Everybody alike.
    Even,
    /// One account of each exchange, by half of all payments.
    OneAccount,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [database, what, count, rest @ ..] = arguments.as_slice() else {
        return Err("engine DATABASE BATCH SECONDS [hot], or engine DATABASE fill TRANSFERS".into());
    };
    let url = match database.parse()? {
        DatabaseUrl::Sqlite(folder) => DatabaseUrl::Sqlite(folder.join("ayni.db")),
        server => server,
    };
    let db = Db::open(&url).await?;
    let journal = Journal::open(&db).await?;
    let heat = if rest.iter().any(|word| word == "hot") { Heat::OneAccount } else { Heat::Even };
    let mut bench =
        Bench { db, journal, book: Book::new(), dice: 0x9e37_79b9_7f4a_7c15, clock: BEGINNING, heat };
    bench.furnish().await?;
    if what == "fill" {
        return bench.fill(count.parse()?).await;
    }
    let (batch, seconds): (usize, f64) = (what.parse()?, count.parse()?);
    // Warm: every account is in the book before the watch runs.
    for _ in 0..20 {
        bench.run(512).await?;
    }
    let mut times = Vec::new();
    let (watch, mut done) = (Stopwatch::now(), 0_usize);
    while watch.elapsed() < Duration::from_secs_f64(seconds) {
        let began = Stopwatch::now();
        bench.run(batch).await?;
        times.push(began.elapsed());
        done += batch;
    }
    let elapsed = watch.elapsed().as_secs_f64();
    times.sort_unstable();
    let at = |part: usize| times.get(times.len() * part / 100).map_or(0, |time| time.as_micros());
    let mut out = String::new();
    let rate = done as f64 / elapsed;
    std::fmt::write(
        &mut out,
        format_args!("{{\"rate\":{rate:.0},\"p50_us\":{},\"p99_us\":{}}}", at(50), at(99)),
    )?;
    std::io::Write::write_all(&mut std::io::stdout(), out.as_bytes())?;
    bench.db.close().await;
    Ok(())
}

impl Bench {
    /// Makes the exchanges and their accounts, unless they are there.
    async fn furnish(&mut self) -> Result<(), Box<dyn Error>> {
        if !store::journals::all(&mut self.db.read().await?).await?.is_empty() {
            // Names of transfers must be new ones: go on where the database ends.
            let mut tx = self.db.write().await?;
            let fresh = tx.id(store::Series::Jobs).await?;
            tx.commit().await?;
            self.dice ^= u64::try_from(fresh)?.wrapping_mul(0xd6e8_feb8_6659_fd93);
            self.clock += fresh * 1_000_000;
            return Ok(());
        }
        let mut tx = self.db.write().await?;
        let new = NewUser {
            uuid: Uuid::from_u128(1),
            name: "Bench",
            email: None,
            email_confirmed_at: None,
            password_hash: None,
            locale: "en",
            created_at: Instant(BEGINNING),
        };
        let user = store::users::insert(&mut tx, &new).await?;
        for number in 1..=EXCHANGES {
            let exchange = insert_exchange(&mut tx, number, user).await?;
            store::journals::insert(&mut tx, exchange, &policy()).await?;
        }
        tx.commit().await?;
        for exchange in 1..=EXCHANGES {
            let mut acts = vec![Act::SetPolicy { policy: Box::new(policy()) }];
            acts.extend((0..=ACCOUNTS).map(|number| open(exchange, number)));
            for some in acts.chunks(256) {
                let instructions: Vec<Instruction> =
                    some.iter().map(|act| asked(exchange, act.clone())).collect();
                self.batch(&instructions).await?;
            }
        }
        Ok(())
    }

    /// Pays in large batches until the journals hold so many transfers.
    async fn fill(mut self, transfers: i64) -> Result<(), Box<dyn Error>> {
        let mut tx = self.db.read().await?;
        let mut stored = 0;
        for exchange in store::journals::all(&mut tx).await? {
            stored += store::journals::get(&mut tx, exchange).await?.map_or(0, |found| found.journal.number);
        }
        drop(tx);
        while stored < transfers {
            self.run(4096).await?;
            stored += 4096;
        }
        self.db.close().await;
        Ok(())
    }

    async fn run(&mut self, count: usize) -> Result<(), Box<dyn Error>> {
        let instructions: Vec<Instruction> = (0..count).map(|_| self.payment()).collect();
        self.batch(&instructions).await
    }

    async fn batch(&mut self, instructions: &[Instruction]) -> Result<(), Box<dyn Error>> {
        let mut wanted = Wanted::default();
        for instruction in instructions {
            wanted.add(instruction.exchange, instruction.needs());
        }
        wanted.sort();
        if self.journal.is_shared() {
            self.book = Book::new();
        }
        self.journal.begin(&mut self.book, &wanted).await?;
        self.clock += 1_000;
        for instruction in instructions {
            self.book.decide(instruction, Instant(self.clock))?;
        }
        let ids = self.book.ids();
        let plan = self.book.take_plan();
        self.journal.write(&plan, &[], ids).await?;
        self.journal.commit().await?;
        Ok(())
    }

    fn roll(&mut self, sides: i64) -> i64 {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        i64::try_from(self.dice >> 1).unwrap_or(0) % sides
    }

    fn payment(&mut self) -> Instruction {
        let exchange = 1 + self.roll(EXCHANGES);
        let payer = self.roll(ACCOUNTS) + 1;
        let anyone = (payer + self.roll(ACCOUNTS - 1)) % ACCOUNTS + 1;
        let to_one = self.heat == Heat::OneAccount && payer != 1 && self.roll(2) == 0;
        let payee = if to_one { 1 } else { anyone };
        let (payer, payee) = (account(exchange, payer), account(exchange, payee));
        let chance = (u128::from(self.dice) << 16) | u128::from(self.dice.rotate_left(21) as u16);
        let name =
            (u128::try_from(self.clock / 1000).unwrap_or(0) << 80) | (7 << 76) | chance & ((1 << 76) - 1);
        let order = Order {
            id: TransferId(Uuid::from_u128(name)),
            exchange: ExchangeId(exchange),
            payer,
            payee,
            amount: Amount::new(100).unwrap_or(Amount::MAX),
            description: Words { text: "half a dozen eggs".to_owned(), salt: [7; 16] },
            traded_on: None,
            category: None,
            settles: None,
            channel: Channel::Web,
            wish: Wish::Count,
            expires_at: None,
        };
        let by = Authority { user: UserId(1), acting: Acting::Holder(payer), operates: Vec::new() };
        Instruction { exchange: ExchangeId(exchange), by, what: What::Record(Box::new(order)) }
    }
}

fn account(exchange: i64, number: i64) -> AccountId {
    AccountId(exchange * 1_000_000 + number)
}

fn asked(exchange: i64, act: Act) -> Instruction {
    let by = Authority { user: UserId(1), acting: Acting::Server, operates: Vec::new() };
    let reason = Words { text: String::new(), salt: [0; 16] };
    Instruction { exchange: ExchangeId(exchange), by, what: What::Act { act: Box::new(act), reason } }
}

fn open(exchange: i64, number: i64) -> Act {
    let kind = if number == 0 { Kind::Administration } else { Kind::Individual };
    let account = account(exchange, number);
    let uuid = Uuid::from_u128(u128::try_from(account.0).unwrap_or(0));
    Act::OpenAccount { account, uuid, number: format!("B{exchange:03}{number:04}"), kind }
}

fn policy() -> Policy {
    let unit = Unit {
        singular: "hour".into(),
        plural: "hours".into(),
        symbol: "h".into(),
        scale: 2,
        decimals: 2,
        style: Style::Decimal,
        hours: (1, 1),
    };
    Policy { floor: None, ..Policy::founding(Shape::Community, unit) }
}

async fn insert_exchange(
    tx: &mut store::Tx,
    number: i64,
    founder: UserId,
) -> Result<ExchangeId, Box<dyn Error>> {
    use store::exchanges::{Joining, NewExchange, Texts, Words as Talk};
    let texts = Texts {
        name: format!("Bench {number}"),
        tagline: String::new(),
        about: String::new(),
        place: String::new(),
        country: String::new(),
        website: String::new(),
        contact: String::new(),
        time_zone: "UTC".into(),
        locale: "en".into(),
        colour: "#14616b".into(),
        words: Talk::Community,
        joining: Joining::Open,
    };
    let uuid = Uuid::from_u128(u128::try_from(1_000 + number)?);
    let code = format!("B{number:03}");
    let new =
        NewExchange { uuid, code: &code, terms: "", founder, created_at: Instant(BEGINNING), founding: "" };
    Ok(store::exchanges::insert(tx, &new, &texts).await?)
}
