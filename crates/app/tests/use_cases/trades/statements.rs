//! Statements page by page, by words and by date; Home and its news.

use app::exchanges::{self, Texts};
use app::statements::{self, Filter, Fold, Line, MonthEnd};
use app::trades::{self, Stand};
use ledger::EntryId;
use ledger::levy::{Levy, Rate};
use ledger::time::Instant;
use ledger::transfer::Channel;
use store::entries::Span;

use super::setting::{Town, unseen};

const DAY_S: i64 = 86_400;

fn amounts(lines: &[Line]) -> Vec<i64> {
    lines.iter().map(|line| line.row.amount).collect()
}

/// A town that keeps 2 % of each side.
async fn levied() -> Town {
    Town::with(|policy| policy.levy = Levy { rate: Rate { n: 2, d: 100 }, exempt: Vec::new() }).await
}

/// All pages of Ana's statement, one after the other.
async fn paged(town: &Town, filter: Filter) -> Vec<Line> {
    let ana = town.actor("ana").await;
    let (mut lines, mut filter) = (Vec::new(), filter);
    loop {
        let page = statements::page(&town.world.app, &ana, town.ana.account, &filter).await.unwrap();
        assert!(page.lines.len() <= filter.limit.max(1));
        lines.extend(page.lines);
        match page.older {
            Some(older) => filter.before = Some(older),
            None => return lines,
        }
    }
}

/// Ana and Bea trade back and forth, three times a day, for this many days.
async fn busy(town: &Town, days: i64) {
    for day in 0..days {
        for turn in 1..=3 {
            let units = day * 3 + turn;
            let mut trade = town.payment(units);
            if turn == 2 {
                (trade.payer, trade.payee) = (trade.payee, trade.payer);
            }
            trade.description = format!("bread no. {units}");
            town.record("ana", &trade).await.unwrap();
        }
        town.world.app.clock.advance(DAY_S);
    }
}

#[tokio::test]
async fn hundreds_of_lines_come_page_by_page_each_once() {
    let town = Town::new().await;
    busy(&town, 85).await;
    let all = paged(&town, Filter { limit: 10_000, ..Filter::default() }).await;
    assert_eq!(all.len(), 255);
    for pair in all.windows(2) {
        assert!(pair[0].row.id > pair[1].row.id && pair[0].row.decided_at >= pair[1].row.decided_at);
        assert_eq!(pair[0].row.balance, pair[1].row.balance + pair[0].row.amount);
    }
    for limit in [1, 20, 99, 100, 101, 255] {
        let pages = paged(&town, Filter { limit, ..Filter::default() }).await;
        assert_eq!(pages, all, "pages of {limit}");
    }
    assert_eq!(paged(&town, Filter { limit: 0, ..Filter::default() }).await, all, "at least one a page");

    // From any day to any other, across months whose marks shorten the walk.
    let (first, last) = (all[254].row.decided_at, all[0].row.decided_at);
    let day = |n: i64| Instant(first.0 + n * DAY_S * 1_000_000);
    for (from, until) in
        [(0, 85), (0, 1), (10, 11), (17, 18), (18, 48), (48, 79), (84, 85), (30, 30), (90, 99)]
    {
        let within = |line: &&Line| (day(from)..day(until)).contains(&line.row.decided_at);
        let want: Vec<Line> = all.iter().filter(within).cloned().collect();
        let filter = Filter { from: Some(day(from)), until: Some(day(until)), limit: 7, ..Filter::default() };
        assert_eq!(paged(&town, filter).await, want, "days {from} to {until}");
    }
    assert!(last < day(85));
    let before_all = Filter { until: Some(first), limit: 7, ..Filter::default() };
    assert!(paged(&town, before_all).await.is_empty());

    let ana = town.actor("ana").await;
    let months = statements::months(&town.world.app, &ana, town.ana.account).await.unwrap();
    assert_eq!(months.len(), 4, "March, April and May are over, June is under way");
    // They end at 23:00 UTC, since it is summer in London.
    for (end, ends_on) in months.iter().zip([18, 48, 79, 85]) {
        let moment = Instant(day(ends_on).0 - 10 * 3_600_000_000);
        let line = all.iter().find(|line| line.row.decided_at < moment).unwrap();
        assert_eq!(line.row.balance, end.balance, "{end:?}");
    }
}

#[tokio::test]
async fn months_end_when_it_is_midnight_at_the_exchange() {
    let town = Town::new().await;
    let admin = town.world.admin("MARL").await;
    // Hours since 14 March 2026, 00:00 UTC: around the ends of March, April and May in the east, the middle and the west.
    let hours = [418.0, 430.5, 431.5, 435.0, 444.0, 1141.0, 1155.5, 1895.2, 1902.0];
    for (at, hour) in hours.into_iter().enumerate() {
        let seconds = (hour - 9.0) * 3600.0;
        town.world.app.clock.set(Instant(app::testing::BEGINNING.0 + (seconds * 1e6) as i64));
        town.record("ana", &town.payment(1 << at)).await.unwrap();
    }
    town.world.app.clock.set(Instant(app::testing::BEGINNING.0 + (1920 - 9) * 3_600_000_000));
    let march = 56 * 12 + 2;
    for (zone, ends) in [
        ("Europe/London", [0b11, 0b11_1111, 0b111_1111, 0b1_1111_1111]),
        ("Pacific/Auckland", [0b1, 0b1_1111, 0b111_1111, 0b1_1111_1111]),
        ("America/New_York", [0b1111, 0b111_1111, 0b1111_1111, 0b1_1111_1111]),
    ] {
        let texts = Texts { time_zone: zone.into(), ..app::testing::texts("MARL") };
        exchanges::edit(&town.world.app, &admin, town.exchange, &texts).await.unwrap();
        let ana = town.actor("ana").await;
        let found = statements::months(&town.world.app, &ana, town.ana.account).await.unwrap();
        let want: Vec<MonthEnd> = (march..)
            .zip(ends)
            .map(|(month, received): (i64, i64)| MonthEnd { month, balance: -received })
            .collect();
        assert_eq!(found, want, "{zone}");
    }
}

#[tokio::test]
async fn a_month_is_over_when_nothing_can_come_to_it_any_more() {
    let town = Town::new().await;
    let ana = town.actor("ana").await;
    let clock = &town.world.app.clock;
    town.paid(1).await;
    let ends = async || {
        let months = statements::months(&town.world.app, &ana, town.ana.account).await.unwrap();
        months.iter().map(|end| end.balance).collect::<Vec<_>>()
    };
    // April begins at 23:00 UTC, since it is summer in London.
    let april = Instant(app::testing::BEGINNING.0 + (17 * 24 + 14) * 3_600_000_000);
    clock.set(april);
    assert_eq!(ends().await, [-1, -1]);
    // Another server's clock is behind, or this one was set right: it is March there.
    clock.set(Instant(april.0 - 1_000_000));
    town.paid(2).await;
    clock.set(Instant(april.0 + 1_000_000));
    assert_eq!(ends().await, [-3, -3]);
    town.paid(4).await;
    assert_eq!(ends().await, [-3, -7]);
    clock.set(Instant(april.0 - 1_000_000));
    town.paid(8).await;
    clock.set(Instant(april.0 + 2_000_000));
    assert_eq!(ends().await, [-3, -15], "it counts no earlier than what counted before");
}

#[tokio::test]
async fn words_find_descriptions_names_and_numbers_however_they_are_written() {
    let town = Town::new().await;
    let ana = town.ana.account;
    for (other, words) in
        [(town.bea.account, "Crème brûlée"), (town.carl.account, "a chair"), (town.cleo.account, "creme")]
    {
        let mut trade = town.order(ana, other, 10, Stand::Own(ana));
        trade.description = words.into();
        town.record("ana", &trade).await.unwrap();
    }
    for (words, want) in [
        ("creme", 2),
        ("CRÈME", 2),
        ("bea", 1),
        ("Carl", 1),
        (&town.cleo.number.to_lowercase()[..], 1),
        (&town.carl.number[..], 1),
        ("ana", 0),
        ("nothing such", 0),
        ("", 3),
        ("  ", 3),
        ("100%", 0),
    ] {
        let filter = Filter { words: words.to_owned(), limit: 1, ..Filter::default() };
        assert_eq!(paged(&town, filter).await.len(), want, "{words:?}");
    }
}

#[tokio::test]
async fn sums_add_up_with_levies_and_corrections() {
    let town = levied().await;
    let (app, ana) = (&town.world.app, town.actor("ana").await);
    town.paid(1000).await;
    app.clock.advance(DAY_S);
    let morning = app.clock.now();
    let back = town.paid(500).await;
    trades::reverse(app, &town.actor("bea").await, back, town.id(), "stale").await.unwrap();
    let wrong = town.paid(300).await;
    trades::edit(app, &town.actor("bea").await, wrong, town.correction(200)).await.unwrap();
    let sale = town.order(town.bea.account, town.ana.account, 400, Stand::Own(town.ana.account));
    town.record("ana", &sale).await.unwrap();
    let keyed = town.keyed(50).await;

    let span = Filter { from: Some(morning), limit: 1, ..Filter::default() };
    let (statement, totals) = statements::whole(app, &ana, town.ana.account, &span).await.unwrap();
    assert_eq!((totals.opening, totals.closing), (-1020, -1020 - 204 + 392 - 51));
    assert_eq!(totals.opening + totals.provided + totals.received + totals.levies, totals.closing);
    assert_eq!(totals.levies, -4 - 8 - 1, "levies of what was taken back came back");
    assert_eq!(statement.lines.len(), 7);

    let mut lines = statement.lines;
    lines.sort_by_key(|line| line.row.id);
    let folds: Vec<Fold> = lines.iter().map(|line| line.fold).collect();
    use Fold::{Plain, Replacement, Reversal, Reversed};
    assert_eq!(folds, [Reversed, Reversal, Reversed, Reversal, Replacement, Plain, Plain]);
    assert_eq!(amounts(&lines), [-510, 510, -306, 306, -204, 392, -51]);
    let levies: Vec<i64> = lines.iter().map(|line| line.levy).collect();
    assert_eq!(levies, [-10, 10, -6, 6, -4, -8, -1]);
    let last = lines.last().unwrap();
    assert_eq!((last.keyed_by.as_str(), last.other.name.as_str()), ("cleo", "bea"));
    assert_eq!((last.row.uuid, last.row.channel), (keyed.0, Channel::Web));
    assert!(lines[..6].iter().all(|line| line.keyed_by.is_empty()));
}

#[tokio::test]
async fn sums_that_were_looked_at_before_take_in_what_came_since() {
    let town = levied().await;
    let (app, ana) = (&town.world.app, town.actor("ana").await);
    town.paid(1000).await;
    app.clock.advance(DAY_S);
    let spans = [
        Filter { limit: 300, ..Filter::default() },
        Filter { from: Some(app.clock.now()), limit: 300, ..Filter::default() },
        Filter { until: Some(app.clock.now()), limit: 300, ..Filter::default() },
    ];
    for turn in 0..25 {
        // Sometimes nothing, sometimes one, sometimes more lines at once than are read first.
        for units in 0..[0, 1, 12][turn % 3] {
            let paid = town.paid(10 + units).await;
            if units % 5 == 1 {
                trades::reverse(app, &town.actor("bea").await, paid, town.id(), "stale").await.unwrap();
            }
        }
        for span in &spans {
            let found = statements::overview(app, &ana, town.ana.account, span).await.unwrap();
            let totals = found.totals;
            let part = |provided: bool| {
                let is_in = |line: &&Line| {
                    ((line.price() > 0) == (line.row.kind != ledger::transfer::Kind::Reversal)) == provided
                };
                found.statement.lines.iter().filter(is_in).map(Line::price).sum::<i64>()
            };
            assert_eq!(
                (totals.provided, totals.received),
                (part(true), part(false)),
                "turn {turn}: {span:?}"
            );
            let lines = &found.statement.lines;
            if let (Some(newest), Some(oldest)) = (lines.first(), lines.last()) {
                assert_eq!(totals.closing, newest.row.balance, "turn {turn}");
                assert_eq!(totals.opening, oldest.row.balance - oldest.row.amount, "turn {turn}");
            }
            assert_eq!(totals.opening + totals.provided + totals.received + totals.levies, totals.closing);
        }
    }
}

#[tokio::test]
async fn adding_up_ends_where_the_span_does_or_after_so_many_lines() {
    let town = Town::new().await;
    let mut moments = Vec::new();
    for units in [1, 2, 4, 8, 16] {
        moments.push(town.world.app.clock.now());
        town.paid(units).await;
        town.world.app.clock.advance(DAY_S);
    }
    let lines = paged(&town, Filter { limit: 9, ..Filter::default() }).await;
    let ids: Vec<EntryId> = lines.iter().rev().map(|line| line.row.id).collect();
    let everything = Span { account: town.ana.account, from: None, until: None, known: None, limit: 9 };
    let mut tx = town.world.database.db.read().await.unwrap();
    // The span, and then: how many lines, what they add up to, the newest before its end, where the walk ended.
    let cases = [
        (everything, (5, -31, 4, 0)),
        (Span { limit: 2, ..everything }, (2, -24, 4, 3)),
        (Span { from: Some(moments[3]), ..everything }, (2, -24, 4, 2)),
        (Span { until: Some(moments[3]), ..everything }, (3, -7, 2, 0)),
        (Span { until: Some(moments[3]), limit: 2, ..everything }, (2, -6, 2, 1)),
        (Span { from: Some(moments[1]), until: Some(moments[3]), ..everything }, (2, -6, 2, 0)),
        (Span { known: Some(ids[2]), ..everything }, (2, -24, 4, 2)),
        (Span { known: Some(ids[4]), ..everything }, (0, 0, 4, 4)),
        (Span { from: Some(Instant(moments[4].0 + 1)), ..everything }, (0, 0, 4, 4)),
    ];
    for (span, (counted, received, newest, last)) in cases {
        let row = store::entries::sum(&mut tx, ids[4], &span).await.unwrap();
        assert_eq!(
            (row.counted, row.received, row.provided, row.levies),
            (counted, received, 0, 0),
            "{span:?}"
        );
        assert_eq!((row.newest, row.last), (Some(ids[newest]), ids[last]), "{span:?}");
    }
    let row =
        store::entries::sum(&mut tx, ids[4], &Span { until: Some(moments[0]), ..everything }).await.unwrap();
    assert_eq!((row.counted, row.newest, row.closing), (0, None, None));
}

#[tokio::test]
async fn the_exchanges_own_account_shows_what_it_took() {
    let town = levied().await;
    town.paid(1000).await;
    let (app, admin, own) = (&town.world.app, town.world.admin("MARL").await, town.own_account().await);
    let fee = town.order(town.ana.account, own, 500, Stand::Own(own));
    town.record("admin-marl", &fee).await.unwrap();
    let (statement, totals) =
        statements::whole(app, &admin, own, &Filter { limit: 9, ..Filter::default() }).await.unwrap();
    let mut lines = statement.lines;
    lines.sort_by_key(|line| line.row.id);
    assert_eq!(amounts(&lines), [40, 510]);
    assert_eq!(lines.iter().map(|line| line.levy).collect::<Vec<_>>(), [40, 10]);
    assert_eq!((totals.provided, totals.received, totals.levies, totals.closing), (500, 0, 50, 550));
}

#[tokio::test]
async fn home_tells_what_others_recorded_until_it_is_seen() {
    let town = Town::new().await;
    let app = &town.world.app;
    let (ana, bea) = (town.actor("ana").await, town.actor("bea").await);
    town.asked(30).await;
    let sale = town.order(town.ana.account, town.bea.account, 5, Stand::Own(town.bea.account));
    town.record("bea", &sale).await.unwrap();
    town.paid(7).await;
    let home = statements::home(app, &ana, town.ana.account).await.unwrap();
    assert_eq!((home.to_answer.len(), home.sent.len(), home.account.balance), (1, 0, -12));
    assert_eq!(amounts(&home.news), [-5], "not what ana did herself");
    assert_eq!(amounts(&home.recent), [-7, -5]);
    let theirs = statements::home(app, &bea, town.bea.account).await.unwrap();
    assert_eq!((theirs.sent.len(), amounts(&theirs.news)), (1, vec![7]));

    let strange = theirs.news[0].row.id;
    assert!(unseen(statements::mark_seen(app, &ana, town.ana.account, strange).await));
    assert!(unseen(statements::mark_seen(app, &ana, town.ana.account, EntryId(i64::MAX)).await));
    assert!(unseen(statements::mark_seen(app, &ana, town.bea.account, strange).await));
    let seen = home.recent[0].row.id;
    statements::mark_seen(app, &ana, town.ana.account, seen).await.unwrap();
    assert!(statements::home(app, &ana, town.ana.account).await.unwrap().news.is_empty());
    // A page that was open for long does not bring old news back.
    statements::mark_seen(app, &ana, town.ana.account, home.news[0].row.id).await.unwrap();
    assert!(statements::home(app, &ana, town.ana.account).await.unwrap().news.is_empty());
    town.keyed(9).await;
    let home = statements::home(app, &ana, town.ana.account).await.unwrap();
    assert_eq!((amounts(&home.news), home.news[0].keyed_by.as_str()), (vec![-9], "cleo"));
    let theirs = statements::home(app, &bea, town.bea.account).await.unwrap();
    assert_eq!(amounts(&theirs.news), [9, 7], "not the sale that bea recorded");
}

#[tokio::test]
async fn recent_partners_come_newest_first_each_once() {
    let town = Town::new().await;
    let (app, ana) = (&town.world.app, town.ana.account);
    for other in [town.bea.account, town.carl.account, town.cleo.account, town.bea.account] {
        town.record("ana", &town.order(ana, other, 3, Stand::Own(ana))).await.unwrap();
    }
    town.record("ana", &town.order(ana, town.own_account().await, 3, Stand::Own(ana))).await.unwrap();
    let partners = statements::recent_partners(app, &town.actor("ana").await, ana).await.unwrap();
    let names: Vec<_> = partners.iter().map(|party| party.name.as_str()).collect();
    assert_eq!(names, ["bea", "cleo", "carl"], "and not the exchange itself");
}

#[tokio::test]
async fn the_journal_comes_page_by_page() {
    let town = Town::new().await;
    for units in 1..=5 {
        town.paid(units).await;
    }
    let (app, admin) = (&town.world.app, town.world.admin("MARL").await);
    let page = trades::journal(app, &admin, town.exchange, None, 3).await.unwrap();
    let numbers: Vec<_> = page.iter().map(|trade| trade.row.number.unwrap()).collect();
    assert_eq!(numbers, [5, 4, 3]);
    let page = trades::journal(app, &admin, town.exchange, Some(3), 3).await.unwrap();
    assert_eq!(page.iter().map(|trade| trade.row.amount).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(page[0].payer.name, "ana");
}
