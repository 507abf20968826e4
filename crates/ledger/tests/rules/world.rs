//! A world in one line, and what people do in it in another. [`check`] reads tables of
//! `world | steps | answer to the last step | balances afterwards`.
//!
//! - A world: `ana=5 ana:floor-10 ana:top~20 ana:locked ana:held3 ana:closed ben:records- ben:accepts=all levy2% pays-`.
//!   `own` is the exchange's own account; `ana`, `ben`, `cara` are members; `far` belongs to another exchange. A limit with
//!   `~` is soft. A bare word without a colon is about the policy; `+` and `-` are switches.
//! - A step: `ben records ana>ben 10 wait #2`, `ana accepts #2`, `admin reverses #1 as #9 words=oops`, `pass 3d`. Who acts:
//!   an account's name (with `2` behind it the account's second user), `coordinator`, `admin`, `server`. `admin2` operates
//!   ana's account. All steps but the last must not be refused.
//! - An answer: `counts`, `waits`, `draft`, `rejected`, `expired`, `deleted` or `done`; a refusal's code, after `failed` where it
//!   is kept, with `/` and the rule or fault where it has one; `warned` behind it for each warning.

use std::collections::BTreeMap;

use ledger::{
    Account, AccountId, Act, Acting, Amount, Answer, Authority, Book, Day, ExchangeId, HoldId, Ids, Instant,
    Instruction, Order, Policy, Refusal, TransferId, Unit, UserId,
    account::{Acceptance, Kind, Limit, Overrides, State as AccountState},
    book::Exchange,
    instruction::{Edit, What},
    journal::Head,
    levy::Rate,
    policy::Shape,
    transfer::{Channel, State, Wish, Words},
    unit::Style,
};
use uuid::Uuid;

pub const DAY: i64 = 86_400_000_000;
const HERE: ExchangeId = ExchangeId(1);
const PEOPLE: [(&str, i64); 7] =
    [("own", 1), ("ana", 2), ("ben", 3), ("cara", 4), ("via", 8), ("far", 9), ("nobody", 99)];

/// Checks each row of a table, and says all that differ.
pub fn check(table: &str) {
    let mut wrong = Vec::new();
    for row in table.lines().map(str::trim).filter(|row| !row.is_empty() && !row.starts_with("//")) {
        let columns: Vec<&str> = row.split('|').map(str::trim).collect();
        let [world, steps, expected, ref balances @ ..] = columns[..] else { panic!("no row: {row}") };
        let mut world = World::new(world);
        let answer = world.live(steps);
        if answer != expected {
            wrong.push(format!("{row}\n    answered: {answer}"));
        }
        for word in balances.iter().flat_map(|column| column.split_whitespace()) {
            let (name, due) = word.split_once('=').expect("name=balance");
            let is = world.measure(name);
            if is != due {
                wrong.push(format!("{row}\n    {name} is {is}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

pub struct World {
    pub book: Book,
    pub now: i64,
}

impl World {
    pub fn new(line: &str) -> World {
        let mut policy = policy();
        let mut accounts: BTreeMap<&str, Account> = BTreeMap::new();
        for (name, id) in PEOPLE.into_iter().filter(|(name, _)| *name != "nobody") {
            let exchange = if name == "far" { ExchangeId(2) } else { HERE };
            let kind = match name {
                "own" => Kind::Administration,
                "via" => Kind::Virtual,
                _ => Kind::Individual,
            };
            accounts.insert(name, Account::new(AccountId(id), exchange, kind));
        }
        let mut own_account = Some(AccountId(1));
        for word in line.split_whitespace() {
            if let Some((name, trait_)) = word.split_once(':') {
                furnish(accounts.get_mut(name).expect(name), trait_);
            } else if let Some((name, balance)) = word.split_once('=').filter(|(name, _)| id_of(name) < 50) {
                accounts.get_mut(name).expect(name).balance = balance.parse().unwrap();
            } else if word == "ownless" {
                own_account = None;
            } else {
                regulate(&mut policy, word);
            }
        }
        let mut book = Book::new();
        book.put_exchange(Exchange {
            id: HERE,
            policy: policy.clone(),
            journal: Head::of_journal(HERE),
            acts: Head::of_acts(HERE),
            at: Instant::default(),
            own_account,
        });
        let there = ExchangeId(2);
        let (journal, acts) = (Head::of_journal(there), Head::of_acts(there));
        let at = Instant::default();
        book.put_exchange(Exchange { id: there, policy, journal, acts, at, own_account: None });
        for account in accounts.into_values() {
            book.put_account(account);
        }
        book.use_ids(Ids { transfer: 1, entry: 1, act: 1 });
        World { book, now: 20_000 * DAY }
    }

    /// Lets all steps happen, and says the answer to the last.
    pub fn live(&mut self, steps: &str) -> String {
        let steps: Vec<&str> = steps.split(';').map(str::trim).collect();
        let mut last = String::new();
        for (at, step) in steps.iter().enumerate() {
            let (answer, refused) = self.step(step);
            let may = at + 1 == steps.len() || step.starts_with('?');
            assert!(!refused || may, "{step}: {answer} in {steps:?}");
            last = answer;
        }
        last
    }

    /// A balance, or `name.floor`, `name.held`, `name.state`, `name.provided`, `name.received`.
    fn measure(&self, name: &str) -> String {
        let (name, what) = name.split_once('.').unwrap_or((name, "balance"));
        let account = self.book.account(AccountId(id_of(name))).unwrap();
        match what {
            "balance" => account.balance.to_string(),
            "floor" => account.floor.map_or("none".to_owned(), |floor| floor.at.to_string()),
            "held" => account.held.to_string(),
            "state" => format!("{:?}", account.state).to_lowercase(),
            "provided" => format!("{}/{}", account.record.provided_total, account.record.provided_count),
            "received" => format!("{}/{}", account.record.received_total, account.record.received_count),
            other => panic!("{other}"),
        }
    }

    /// The answer to a step, and whether it was refused.
    fn step(&mut self, step: &str) -> (String, bool) {
        let words: Vec<&str> = step.trim_start_matches('?').split_whitespace().collect();
        if let ["pass", time] = words[..] {
            self.now += span(time);
            return (String::new(), false);
        }
        let instruction = self.read(&words);
        let answer = self.book.decide(&instruction, Instant(self.now));
        (self.say(&instruction, &answer), answer.is_err())
    }

    fn say(&self, instruction: &Instruction, answer: &Answer) -> String {
        match answer {
            Err(refusal) => {
                let named = instruction.needs().transfers;
                let kept = named
                    .iter()
                    .filter_map(|id| self.book.transfer(*id))
                    .any(|known| matches!(&known.state, State::Failed(reason) if reason == refusal));
                format!("{}{}", if kept { "failed " } else { "" }, spelled(refusal))
            }
            Ok(receipt) => {
                let transfer = receipt.transfer.map(|id| self.book.transfer(id).expect("is in the book"));
                let state = match transfer.map(|transfer| &transfer.state) {
                    None => "done",
                    Some(State::New) => "draft",
                    Some(State::Pending { .. }) => "waits",
                    Some(State::Committed(_)) => "counts",
                    Some(State::Rejected(_)) => "rejected",
                    Some(State::Expired) => "expired",
                    Some(State::Failed(_)) => "kept as failed",
                    Some(State::Deleted) => "deleted",
                };
                assert_eq!(receipt.counted, state == "counts", "a receipt says whether it counts");
                format!("{state}{}", " warned".repeat(receipt.warnings.len()))
            }
        }
    }

    fn read(&self, words: &[&str]) -> Instruction {
        let [who, verb, ref rest @ ..] = *words else { panic!("no step: {words:?}") };
        let elsewhere = rest.contains(&"from-there");
        let exchange = if elsewhere { ExchangeId(2) } else { HERE };
        Instruction { exchange, by: authority(who), what: self.what(verb, rest) }
    }

    fn what(&self, verb: &str, rest: &[&str]) -> What {
        let transfer = || TransferId(name(rest[0]));
        let names: Vec<TransferId> =
            rest.iter().filter(|word| word.starts_with('#')).map(|word| TransferId(name(word))).collect();
        let said = |usual: &str| {
            let given = rest.iter().find_map(|word| word.strip_prefix("words="));
            long(given.unwrap_or(usual))
        };
        let words = |usual: &str| Words { text: said(usual), salt: [3; 16] };
        match verb {
            "records" => What::Record(Box::new(self.order(rest, words("bread")))),
            "submits" => What::Submit { transfer: transfer() },
            "accepts" => What::Accept { transfer: transfer() },
            "declines" => What::Decline { transfer: transfer(), reason: said("") },
            "withdraws" => What::Withdraw { transfer: transfer() },
            "discards" => What::Discard { transfer: transfer() },
            "lapses" => What::Lapse { transfer: transfer() },
            "reverses" => {
                let reversal = names.get(1).copied().unwrap_or(TransferId(name("#r")));
                What::Reverse { transfer: transfer(), reversal, reason: words("why") }
            }
            "edits" => What::Edit(Box::new(Edit {
                transfer: transfer(),
                reversal: names.get(1).copied().unwrap_or(TransferId(name("#er"))),
                replacement: names.get(2).copied().unwrap_or(TransferId(name("#en"))),
                amount: Amount::new(rest[1].parse().unwrap()).unwrap(),
                description: words("bread"),
            })),
            "objects" => What::Object { transfer: transfer(), words: said("not so") },
            "lets-stand" => What::LetStand { transfer: transfer(), why: said("it is so") },
            act => What::Act { act: Box::new(self.act(act, rest)), reason: words("because") },
        }
    }

    fn order(&self, rest: &[&str], description: Words) -> Order {
        let (payer, payee) = rest[0].split_once('>').expect("payer>payee");
        let today = i32::try_from(self.now.div_euclid(DAY)).unwrap();
        let mut order = Order {
            id: TransferId(name("#1")),
            exchange: HERE,
            payer: AccountId(id_of(payer)),
            payee: AccountId(id_of(payee)),
            amount: Amount::new(rest[1].parse().unwrap()).unwrap(),
            description,
            traded_on: None,
            category: None,
            settles: None,
            channel: Channel::Web,
            wish: Wish::Count,
            expires_at: None,
        };
        for word in &rest[2..] {
            match *word {
                "draft" => order.wish = Wish::Draft,
                "wait" => order.wish = Wish::Wait,
                "import" => order.channel = Channel::Import,
                "elsewhere" => order.exchange = ExchangeId(2),
                "from-there" => {}
                word if word.starts_with('#') => order.id = TransferId(name(word)),
                word if word.starts_with("day") => {
                    order.traded_on = Some(Day(today + word[3..].parse::<i32>().unwrap()));
                }
                word if word.starts_with("expires") => {
                    order.expires_at = Some(Instant(self.now + word[7..].parse::<i64>().unwrap() * DAY));
                }
                word if word.starts_with("category=") => order.category = Some(long(&word[9..])),
                word if word.starts_with("words=") => {}
                other => panic!("{other}"),
            }
        }
        order
    }

    fn act(&self, verb: &str, rest: &[&str]) -> Act {
        let account = || AccountId(id_of(rest[0]));
        let hold = |word: &str| HoldId(name(word));
        match verb {
            "sets" => Act::SetState { account: account(), state: account_state(rest[1]).unwrap() },
            "locks" => Act::SetLock { account: account(), locked: true },
            "unlocks" => Act::SetLock { account: account(), locked: false },
            "limits" => {
                let mut scratch = Account::new(account(), HERE, Kind::Individual);
                rest[1..].iter().for_each(|word| furnish(&mut scratch, word));
                let Account { floor, ceiling, growth_cap, .. } = scratch;
                Act::SetLimits { account: account(), floor, ceiling, growth_cap }
            }
            "overrides" => {
                let mut scratch = Account::new(account(), HERE, Kind::Individual);
                rest[1..].iter().for_each(|word| furnish(&mut scratch, word));
                Act::SetOverrides { account: account(), overrides: scratch.overrides }
            }
            "rules" => {
                let mut policy = policy();
                rest.iter()
                    .filter(|word| **word != "from-there")
                    .for_each(|word| regulate(&mut policy, word));
                Act::SetPolicy { policy: Box::new(policy) }
            }
            "opens" => Act::OpenAccount {
                account: AccountId(rest[0].parse().unwrap()),
                uuid: name(rest[0]),
                number: rest[2].to_owned(),
                kind: kind(rest[1]),
            },
            "holds" => Act::Hold {
                hold: hold(rest[3]),
                account: account(),
                amount: Amount::new(rest[1].parse().unwrap()).unwrap(),
                purpose: long(rest.get(4).unwrap_or(&"market")),
                until: Instant(self.now + span(rest[2])),
            },
            "uses" => Act::UseHold { hold: hold(rest[0]) },
            "releases" => Act::ReleaseHold { hold: hold(rest[0]) },
            other => panic!("{other}"),
        }
    }
}

fn spelled(refusal: &Refusal) -> String {
    let json = serde_json::to_value(refusal).unwrap();
    let detail = json.get("rule").or_else(|| json.get("fault")).and_then(|detail| detail.as_str());
    match detail {
        Some(detail) => format!("{}/{detail}", refusal.code()),
        None => refusal.code().to_owned(),
    }
}

/// `x*501` is 501 times x, `-` is nothing, `^G` a control character.
fn long(text: &str) -> String {
    match text.split_once('*') {
        Some((part, times)) => part.repeat(times.parse().unwrap()),
        None if text == "-" => String::new(),
        None => text.replace("^G", "\u{7}"),
    }
}

fn span(text: &str) -> i64 {
    let unit = if text.ends_with("us") { 1 } else { DAY };
    text.trim_end_matches(|c: char| c.is_alphabetic()).parse::<i64>().unwrap() * unit
}

pub fn name(word: &str) -> Uuid {
    let mut bytes = [0; 16];
    for (place, byte) in bytes.iter_mut().zip(word.bytes()) {
        *place = byte;
    }
    Uuid::from_bytes(bytes)
}

fn id_of(name: &str) -> i64 {
    PEOPLE.iter().find(|(known, _)| *known == name).map_or(99, |(_, id)| *id)
}

fn authority(who: &str) -> Authority {
    let second = who.ends_with('2');
    let (user, acting) = match who.trim_end_matches('2') {
        "coordinator" => (50, Acting::Coordinator),
        "admin" => (60, Acting::Admin),
        "server" => (0, Acting::Server),
        name => (100 + id_of(name), Acting::Holder(AccountId(id_of(name)))),
    };
    let user = UserId(if second { user + 100 } else { user });
    let operates = if who == "admin2" { vec![AccountId(2)] } else { Vec::new() };
    Authority { user, acting, operates }
}

fn account_state(word: &str) -> Option<AccountState> {
    Some(match word {
        "active" => AccountState::Active,
        "disabled" => AccountState::Disabled,
        "suspended" => AccountState::Suspended,
        "closed" => AccountState::Closed,
        _ => return None,
    })
}

fn kind(word: &str) -> Kind {
    match word {
        "administration" => Kind::Administration,
        "individual" => Kind::Individual,
        "organisation" => Kind::Organisation,
        "company" => Kind::Company,
        "virtual" => Kind::Virtual,
        other => panic!("{other}"),
    }
}

fn limit(word: &str, sign: i64) -> Limit {
    let soft = word.starts_with('~');
    let at: i64 = word.trim_start_matches('~').parse().unwrap();
    Limit { at: if soft { sign * at } else { at }, hard: !soft }
}

fn furnish(account: &mut Account, word: &str) {
    let on = |word: &str| Some(word.ends_with('+'));
    match word {
        "locked" => account.locked = true,
        _ if account_state(word).is_some() => account.state = account_state(word).unwrap(),
        _ if word.starts_with("floor") => account.floor = Some(limit(&word[5..], -1)),
        _ if word.starts_with("top") => account.ceiling = Some(limit(&word[3..], 1)),
        _ if word.starts_with("cap") => account.growth_cap = Some(word[3..].parse().unwrap()),
        _ if word.starts_with("held") => account.held = word[4..].parse().unwrap(),
        _ if word.starts_with("kind=") => account.kind = kind(&word[5..]),
        _ if word.starts_with("accepts=") => account.overrides.acceptance = Some(acceptance(&word[8..])),
        _ => {
            let Overrides { payer_pays, payee_records, payee_requests, .. } = &mut account.overrides;
            match word.trim_end_matches(['+', '-']) {
                "pays" => *payer_pays = on(word),
                "records" => *payee_records = on(word),
                "requests" => *payee_requests = on(word),
                other => panic!("{other}"),
            }
        }
    }
}

fn acceptance(word: &str) -> Acceptance {
    match word {
        "asked" => Acceptance::Asked,
        "all" => Acceptance::Everything,
        word if word.starts_with("days") => Acceptance::AfterDays(word[4..].parse().unwrap()),
        "crowd" => Acceptance::From(vec![AccountId(2); 501]),
        name => Acceptance::From(vec![AccountId(id_of(name))]),
    }
}

fn regulate(policy: &mut Policy, word: &str) {
    match word {
        "pays-" => policy.payer_pays = false,
        "records-" => policy.payee_records = false,
        "requests-" => policy.payee_requests = false,
        "stopped" => policy.open = false,
        "hides" => policy.hides_records = true,
        _ if word.starts_with("levy") => {
            let n = word[4..].trim_end_matches('%').parse().unwrap();
            policy.levy.rate = Rate { n, d: 100 };
        }
        _ if word.starts_with("exempt=") => policy.levy.exempt.push(kind(&word[7..])),
        _ if word.starts_with("accepts=") => policy.acceptance = acceptance(&word[8..]),
        _ if word.starts_with("expire=") => policy.request_days = Some(word[7..].parse().unwrap()),
        _ if word.starts_with("scale=") => policy.unit.scale = word[6..].parse().unwrap(),
        _ if word.starts_with("floor") => policy.floor = Some(limit(&word[5..], -1)),
        other => panic!("{other}"),
    }
}

fn policy() -> Policy {
    let unit = Unit {
        singular: "acorn".into(),
        plural: "acorns".into(),
        symbol: "ac".into(),
        scale: 2,
        decimals: 2,
        style: Style::Decimal,
        hours: (1, 12),
    };
    Policy { floor: None, ..Policy::founding(Shape::Community, unit) }
}
