//! What `ayni verify` finds: nothing in books that the teller wrote, and every spoilt row.

use app::integrity::{verify, verify_snapshot};
use ledger::levy::Rate;
use ledger::transfer::Acting;
use ledger::{Act, Amount, HoldId, What};
use store::testing::corruptions::CORRUPTIONS;
use uuid::Uuid;

use super::setting::Books;

/// Two months of an exchange in which everything has happened once.
pub(crate) async fn lived_in() -> Books {
    let books = Books::with(5, |policy| policy.levy.rate = Rate { n: 2, d: 100 }).await;
    for turn in 0..8 {
        books.paid(turn % 3, (turn + 1) % 3, 50 + i64::try_from(turn).unwrap()).await;
    }
    books.clock.advance(40 * 86_400);
    let (mut reversed, mut edited, mut doubted) = (Vec::new(), Vec::new(), Vec::new());
    for list in [&mut reversed, &mut edited, &mut doubted] {
        list.push(books.paid(0, 1, 120).await);
    }
    books.ask(books.reverse(reversed[0])).await;
    books.ask(books.edit(edited[0], 60)).await;
    let (transfer, words) = (doubted[0], "it was less".to_owned());
    books.ask(books.by(Acting::Holder(books.accounts[0]), What::Object { transfer, words })).await;
    books.ask(books.request(2, 0, 30)).await;
    books.ask(books.act(Act::SetLock { account: books.accounts[4], locked: true })).await;
    let hold = Act::Hold {
        hold: HoldId(Uuid::from_u128(9)),
        account: books.accounts[3],
        amount: Amount::new(40).unwrap(),
        purpose: "market day".into(),
        until: books.clock.now().plus_days(2),
    };
    let mut hold = books.act(hold);
    hold.by.acting = Acting::Server;
    books.ask(hold).await;
    books.paid(1, 2, 10).await;
    books
}

#[tokio::test]
async fn books_of_the_teller_are_clean() {
    let books = lived_in().await;
    let report = verify(&books.database.db).await.unwrap();
    assert!(report.is_clean(), "{report}");
    assert_eq!((report.counts.exchanges, report.counts.accounts, report.counts.transfers), (1, 6, 15));
    assert!(report.to_string().contains("Every invariant holds"));
}

#[tokio::test]
async fn everything_spoilt_is_noticed() {
    let books = lived_in().await;
    books.database.unguard().await;
    let mut unnoticed = Vec::new();
    for corruption in CORRUPTIONS {
        let mut spoilt = books.database.spoil(corruption.sql).await;
        let report = verify_snapshot(&mut spoilt).await.unwrap();
        let rules: Vec<_> = report.findings.iter().map(|finding| finding.rule).collect();
        if !rules.contains(&corruption.noticed_by) {
            unnoticed.push((corruption, rules.clone()));
        }
        assert!(report.is_clean() || report.to_string().contains("WRONG"));
        spoilt.rollback().await.unwrap();
    }
    assert!(unnoticed.is_empty(), "{unnoticed:#?}");
    assert!(verify(&books.database.db).await.unwrap().is_clean());
}

#[tokio::test]
async fn erased_words_leave_the_books_right() {
    let books = lived_in().await;
    books.database.erase_words().await;
    let report = verify(&books.database.db).await.unwrap();
    assert!(report.is_clean(), "{report}");
}
