//! Whatever is changed in stored books, the replay finds, by the rule that it breaks.

use ledger::{
    AccountId, Act, Acting, Amount, Authority, Book, Day, EntryId, ExchangeId, HoldId, Instant, Instruction,
    Month, Order, Policy, Transfer, TransferId, Unit, UserId,
    account::{Acceptance, Kind, Limit, State as AccountState},
    instruction::{Edit, What},
    journal::Hash,
    levy::{Levy, Rate},
    policy::Shape,
    replay::{StoredAct, StoredTransfer},
    transfer::{Capacity, Channel, Kind as Movement, Posted, State, Wish, Words},
    unit::Style,
};
use uuid::Uuid;

use crate::{
    books::{Books, Item},
    store::{HERE, Store},
};

/// The rule that should break, what is done, and how.
type Corruption = (&'static str, &'static str, fn(&mut Books));

#[test]
fn sound_books_are_sound() {
    let mut books = story();
    assert_eq!(books.replay(), Vec::new());
    let before = books.exchange.clone();
    books.reseal();
    assert_eq!(books.exchange, before, "sealing anew gives the same seals");
    assert_eq!(books.replay(), Vec::new());
}

#[test]
fn what_a_hash_covers() {
    find(&[
        ("journal-hash", "name", |b| sale(b).order.id = TransferId(Uuid::from_u128(99))),
        ("journal-hash", "amount", |b| sale(b).order.amount = Amount::new(101).unwrap()),
        ("journal-hash", "payer", |b| sale(b).order.payer = AccountId(4)),
        ("journal-hash", "payee", |b| sale(b).order.payee = AccountId(4)),
        ("journal-hash", "exchange", |b| sale(b).order.exchange = ExchangeId(2)),
        ("journal-hash", "description", |b| stored(b, 0).description = Hash([1; 32])),
        ("journal-hash", "day", |b| sale(b).order.traded_on = Some(Day(1))),
        ("journal-hash", "category", |b| sale(b).order.category = Some("food".into())),
        ("journal-hash", "offer", |b| sale(b).order.settles = Some(Uuid::nil())),
        ("journal-hash", "channel", |b| sale(b).order.channel = Channel::Slip),
        ("journal-hash", "link", |b| sale(b).linked = Some(Uuid::nil())),
        ("journal-hash", "corrects", |b| sale(b).corrects = Some(TransferId(Uuid::nil()))),
        ("journal-hash", "kind", |b| sale(b).kind = Movement::Import),
        ("journal-hash", "maker", |b| sale(b).made_by = UserId(9)),
        ("journal-hash", "made for", |b| sale(b).made_for = None),
        ("journal-hash", "capacity", |b| sale(b).capacity = Capacity::Admin),
        ("journal-hash", "made at", |b| sale(b).created_at = Instant(1)),
        ("journal-hash", "counted at", |b| sale(b).decided_at = Some(Instant(1))),
        ("journal-hash", "counted by", |b| sale(b).decided_by = Some(UserId(9))),
        ("journal-hash", "hash", |b| posted(b, 0).hash = Hash([1; 32])),
        ("journal-hash", "entry amount", |b| posted(b, 0).entries[0].amount -= 1),
        ("journal-hash", "entry balance", |b| posted(b, 0).entries[0].balance -= 1),
        ("journal-hash", "entry account", |b| posted(b, 0).entries[0].account = AccountId(4)),
        ("journal-hash", "entry gone", |b| posted(b, 0).entries.truncate(2)),
        ("acts-hash", "act's hash", |b| act(b, 2).hash = Hash([1; 32])),
        ("acts-hash", "act's moment", |b| act(b, 2).at = Instant(1)),
        ("acts-hash", "act's maker", |b| act(b, 2).made_by = UserId(9)),
        ("acts-hash", "act's capacity", |b| act(b, 2).acting = Acting::Coordinator),
        ("acts-hash", "act's account", |b| act(b, 2).account = None),
        ("acts-hash", "act's body", |b| act(b, 2).body.push(' ')),
        ("acts-hash", "act's reason", |b| act(b, 2).reason = Hash([1; 32])),
    ]);
}

#[test]
fn numbers_and_order() {
    find(&[
        ("journal-gap", "number", |b| posted(b, 1).number += 1),
        ("journal-gap", "a transfer gone", |b| remove(b, |item| matches!(item, Item::Transfer(_)))),
        ("journal-head", "the last transfer gone", |b| {
            let last = b.items.iter().rposition(|item| matches!(item, Item::Transfer(_))).unwrap();
            b.items.remove(last);
        }),
        ("journal-state", "not committed", |b| sale(b).state = State::Expired),
        ("journal-head", "head number", |b| b.exchange.journal.number += 1),
        ("journal-head", "head hash", |b| b.exchange.journal.hash = Hash([1; 32])),
        ("acts-gap", "act's number", |b| act(b, 2).number += 1),
        ("acts-gap", "an act gone", |b| remove(b, |item| matches!(item, Item::Act(_)))),
        ("acts-order", "act's place", |b| act(b, 2).journal_number += 1),
        ("acts-form", "no act", |b| act(b, 2).body = "{}".into()),
        ("acts-head", "head of acts", |b| b.exchange.acts.hash = Hash([1; 32])),
        ("acts-head", "number of acts", |b| b.exchange.acts.number -= 1),
        ("entries-chain", "entry before", |b| posted(b, 1).entries[1].previous = None),
        ("entries-chain", "entry id", |b| posted(b, 0).entries[0].id = EntryId(77)),
    ]);
}

#[test]
fn what_is_stored_of_accounts_holds_and_exchange() {
    find(&[
        ("balance", "balance", |b| b.accounts[1].balance += 1),
        ("balances-sum", "sum of balances", |b| b.accounts[1].balance += 1),
        ("held", "held", |b| b.accounts[1].held += 1),
        ("last-entry", "last entry", |b| b.accounts[1].last_entry = None),
        ("last-entry", "last month", |b| b.accounts[1].last_month = Some(Month(1))),
        ("record", "provided total", |b| b.accounts[1].record.provided_total += 1),
        ("record", "provided count", |b| b.accounts[1].record.provided_count += 1),
        ("record", "last provided", |b| b.accounts[1].record.provided_last = Some(Instant(1))),
        ("record", "received total", |b| b.accounts[1].record.received_total += 1),
        ("record", "received count", |b| b.accounts[1].record.received_count += 1),
        ("record", "last received", |b| b.accounts[1].record.received_last = Some(Instant(1))),
        ("limits", "floor", |b| b.accounts[1].floor = None),
        ("limits", "ceiling", |b| b.accounts[1].ceiling = Some(Limit { at: 5, hard: true })),
        ("limits", "growth", |b| b.accounts[1].growth_cap = Some(-900)),
        ("state", "state", |b| b.accounts[1].state = AccountState::Disabled),
        ("state", "lock", |b| b.accounts[1].locked = true),
        ("state", "kind", |b| b.accounts[1].kind = Kind::Company),
        ("own-account", "a second own account", |b| b.accounts[1].kind = Kind::Administration),
        ("overrides", "overrides", |b| b.accounts[1].overrides.acceptance = Some(Acceptance::Everything)),
        ("accounts-exchange", "another exchange's", |b| b.accounts[1].exchange = ExchangeId(2)),
        ("accounts-count", "an account gone", |b| drop(b.accounts.pop())),
        ("accounts-act", "an account never opened", |b| b.accounts[3].id = AccountId(77)),
        ("own-account", "own account", |b| b.exchange.own_account = None),
        ("policy", "policy", |b| b.exchange.policy.payer_pays = false),
        ("policy", "levy", |b| b.exchange.policy.levy.rate = Rate::ZERO),
        ("holds", "a hold gone", |b| b.holds.clear()),
        ("holds", "a hold's amount", |b| b.holds[0].amount += 1),
        ("holds", "a hold's account", |b| b.holds[0].account = AccountId(3)),
        ("holds", "a hold's end", |b| b.holds[0].until = Instant(1)),
        ("holds", "a hold's purpose", |b| b.holds[0].purpose.clear()),
        ("holds", "a hold of nothing", |b| {
            let hold = ledger::book::Hold { id: HoldId(Uuid::nil()), ..b.holds[0].clone() };
            b.holds.push(hold);
        }),
    ]);
}

#[test]
fn what_a_fresh_seal_cannot_hide() {
    find_sealed(&[
        ("journal-exchange", "exchange", |b| sale(b).order.exchange = ExchangeId(2)),
        ("journal-time", "a trade before the one before", |b| {
            stored(b, 1).transfer.decided_at = Some(Instant(1))
        }),
        ("acts-time", "an act before what came before", |b| act(b, 2).at = Instant(1)),
        ("journal-time", "the newest of all", |b| b.exchange.at = Instant(1)),
        ("levy", "price", |b| sale(b).order.amount = Amount::new(50).unwrap()),
        ("levy", "who pays the levy", |b| {
            posted(b, 0).entries[0].amount -= 1;
            posted(b, 0).entries[2].amount += 1;
        }),
        ("entries-sum", "entry amount", |b| posted(b, 0).entries[0].amount -= 1),
        ("entries-form", "an entry of nothing", |b| posted(b, 0).entries[0].amount = 0),
        ("entries-account", "entry of no account", |b| posted(b, 0).entries[0].account = AccountId(77)),
        ("entries-balance", "entry balance", |b| posted(b, 0).entries[0].balance += 1),
        ("entries-sides", "turned round", |b| {
            let order = &mut sale(b).order;
            (order.payer, order.payee) = (order.payee, order.payer);
        }),
        ("record", "a reversal's price", |b| {
            reversal(b).transfer.order.amount = Amount::new(1).unwrap();
        }),
        ("reversal-mirror", "a reversal of nothing", |b| reversal(b).transfer.corrects = None),
        ("reversal-mirror", "a reversal of something else", |b| reversal(b).original = None),
        ("reversal-once", "reversed twice", |b| {
            let at = b.items.iter().position(|item| matches!(item, Item::Transfer(t) if back(&t.transfer)));
            let again = b.items[at.unwrap()].clone();
            b.items.insert(at.unwrap() + 1, again);
        }),
        ("limit-floor", "a tighter floor", |b| change(b, "set-limits", "-500", "-50")),
        ("limit-ceiling", "a tighter ceiling", |b| change(b, "set-limits", "700", "70")),
        ("levy", "another levy", |b| change(b, "set-policy", "\"n\":2,", "\"n\":3,")),
        ("policy", "another policy", |b| {
            change(b, "set-policy", "\"payer_pays\":true", "\"payer_pays\":false")
        }),
        ("acts-account", "an act on no account", |b| {
            change(b, "set-limits", "\"account\":2", "\"account\":77")
        }),
        ("held", "a hold's act", |b| change(b, "hold", "\"amount\":7", "\"amount\":8")),
        ("state", "a lock's act", |b| change(b, "set-lock", "true", "false")),
        ("closed-at-zero", "closed too early", |b| {
            let at =
                b.items.iter().position(|item| matches!(item, Item::Act(a) if a.body.contains("closed")));
            let closing = b.items.remove(at.unwrap());
            let sold = b
                .items
                .iter()
                .rposition(|item| matches!(item, Item::Transfer(t) if t.transfer.order.id == name(2)))
                .unwrap();
            b.items.insert(sold + 1, closing);
        }),
        ("closed-final", "an entry after the end", |b| {
            let at =
                b.items.iter().position(|item| matches!(item, Item::Act(a) if a.body.contains("closed")));
            let closing = b.items.remove(at.unwrap());
            let sold = b.items.iter().position(|item| matches!(item, Item::Transfer(_))).unwrap();
            b.items.insert(sold, closing);
        }),
    ]);
}

fn find(table: &[Corruption]) {
    for (rule, what, corrupt) in table {
        let mut books = story();
        corrupt(&mut books);
        let breaches = books.replay();
        assert!(breaches.iter().any(|breach| breach.rule == *rule), "{what}: no {rule} in {breaches:?}");
    }
}

fn find_sealed(table: &[Corruption]) {
    for (rule, what, corrupt) in table {
        let mut books = story();
        corrupt(&mut books);
        books.reseal();
        let breaches = books.replay();
        assert!(breaches.iter().any(|breach| breach.rule == *rule), "{what}: no {rule} in {breaches:?}");
        assert!(!breaches.iter().any(|breach| breach.rule.ends_with("-hash")), "{what}: {breaches:?}");
    }
}

fn stored(books: &mut Books, nth: usize) -> &mut StoredTransfer {
    let mut transfers = books.items.iter_mut().filter_map(|item| match item {
        Item::Transfer(transfer) => Some(transfer.as_mut()),
        Item::Act(_) => None,
    });
    transfers.nth(nth).unwrap()
}

fn sale(books: &mut Books) -> &mut Transfer {
    &mut stored(books, 0).transfer
}

fn posted(books: &mut Books, nth: usize) -> &mut Posted {
    match &mut stored(books, nth).transfer.state {
        State::Committed(posted) => posted,
        other => panic!("{other:?}"),
    }
}

fn back(transfer: &Transfer) -> bool {
    transfer.kind == Movement::Reversal
}

fn reversal(books: &mut Books) -> &mut StoredTransfer {
    let mut found = books.items.iter_mut().filter_map(|item| match item {
        Item::Transfer(transfer) if back(&transfer.transfer) => Some(transfer.as_mut()),
        Item::Transfer(_) | Item::Act(_) => None,
    });
    found.next().unwrap()
}

fn act(books: &mut Books, nth: usize) -> &mut StoredAct {
    let mut acts = books.items.iter_mut().filter_map(|item| match item {
        Item::Act(act) => Some(act),
        Item::Transfer(_) => None,
    });
    acts.nth(nth).unwrap()
}

fn remove(books: &mut Books, which: fn(&Item) -> bool) {
    let second = books.items.iter().enumerate().filter(|(_, item)| which(item)).nth(1).unwrap().0;
    books.items.remove(second);
}

/// Changes a part of the body of each act of this name.
fn change(books: &mut Books, name: &str, from: &str, to: &str) {
    let mut changed = 0;
    for item in &mut books.items {
        if let Item::Act(act) = item
            && act.body.contains(&format!("\"act\":\"{name}\""))
        {
            changed += act.body.matches(from).count();
            act.body = act.body.replace(from, to);
        }
    }
    assert!(changed > 0, "{name} has no {from}");
}

/// A small exchange with a bit of everything, as it is stored.
fn story() -> Books {
    let mut store = Store::new(policy());
    let admin = Authority { user: UserId(60), acting: Acting::Admin, operates: vec![] };
    let holder = |id: i64| Authority {
        user: UserId(100 + id),
        acting: Acting::Holder(AccountId(id)),
        operates: vec![],
    };
    let tell = |book: &mut Book, by: &Authority, at: i64, what: What| {
        let instruction = Instruction { exchange: HERE, by: by.clone(), what };
        book.decide(&instruction, Instant(1_700_000_000_000_000 + at)).expect("the story is allowed");
    };
    let does = |act| What::Act { act: Box::new(act), reason: words("so") };
    let book = &mut store.book;
    tell(book, &admin, 0, does(Act::SetPolicy { policy: Box::new(policy()) }));
    for (id, kind) in
        [(1, Kind::Administration), (2, Kind::Individual), (3, Kind::Individual), (4, Kind::Individual)]
    {
        let opened = Act::OpenAccount {
            account: AccountId(id),
            uuid: Uuid::from_u128(9_000),
            number: format!("TEST{:04}", id - 1),
            kind,
        };
        tell(book, &admin, id, does(opened));
    }
    let account = AccountId(2);
    let (floor, ceiling) = (Some(Limit { at: -500, hard: true }), None);
    tell(book, &admin, 5, does(Act::SetLimits { account, floor, ceiling, growth_cap: None }));
    let (floor, ceiling) = (None, Some(Limit { at: 700, hard: true }));
    let other = AccountId(3);
    tell(book, &admin, 6, does(Act::SetLimits { account: other, floor, ceiling, growth_cap: None }));
    tell(book, &holder(2), 7, record(1, 2, 3, 100));
    tell(book, &holder(4), 8, record(2, 4, 3, 50));
    let oops = words("oops");
    let (transfer, reversal) = (name(2), name(3));
    tell(book, &holder(3), 9, What::Reverse { transfer, reversal, reason: oops });
    let edit = Edit {
        transfer: name(1),
        reversal: name(4),
        replacement: name(5),
        amount: Amount::new(90).unwrap(),
        description: words("less"),
    };
    tell(book, &holder(3), 10, What::Edit(Box::new(edit)));
    let hold = Act::Hold {
        hold: HoldId(Uuid::from_u128(70)),
        account,
        amount: Amount::new(7).unwrap(),
        purpose: "market".into(),
        until: Instant(i64::MAX),
    };
    tell(book, &holder(2), 11, does(hold));
    tell(book, &admin, 12, does(Act::SetLock { account: other, locked: true }));
    tell(book, &holder(4), 13, does(Act::SetState { account: AccountId(4), state: AccountState::Closed }));
    store.write();
    Books::of(&store)
}

fn record(id: u128, payer: i64, payee: i64, amount: i64) -> What {
    What::Record(Box::new(Order {
        id: name(id),
        exchange: HERE,
        payer: AccountId(payer),
        payee: AccountId(payee),
        amount: Amount::new(amount).unwrap(),
        description: words("bread"),
        traded_on: None,
        category: None,
        settles: None,
        channel: Channel::Web,
        wish: Wish::Count,
        expires_at: None,
    }))
}

fn name(id: u128) -> TransferId {
    TransferId(Uuid::from_u128(id))
}

fn words(text: &str) -> Words {
    Words { text: text.into(), salt: [5; 16] }
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
    let levy = Levy { rate: Rate { n: 2, d: 100 }, exempt: vec![] };
    Policy { levy, ..Policy::founding(Shape::Community, unit) }
}
