//! Is the demo's data whole: enough of it, nothing twice, every name known, every amount sane?

use std::collections::{BTreeMap, BTreeSet};

use app::demo::happenings::Trade;
use app::demo::logins::LOGINS;
use app::demo::market_town::MARLBROOK;
use app::demo::texts::{Exchange, Kind, Member, Reach, Task, Theme};
use app::demo::time_bank::VALDEMORA;

const BOTH: [&Exchange; 2] = [&MARLBROOK, &VALDEMORA];

/// A small deterministic dice.
fn dice(seed: u64) -> impl FnMut(u32) -> u32 {
    let mut state = seed;
    move |sides| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as u32 % sides
    }
}

fn assert_unique<'a>(what: &str, words: impl Iterator<Item = &'a str>) -> usize {
    let mut seen = BTreeSet::new();
    for word in words {
        assert!(seen.insert(word.to_lowercase()), "{what} twice: {word}");
    }
    seen.len()
}

fn givers(exchange: &Exchange, key: &str) -> usize {
    exchange.people().filter(|member| member.gives.contains(&key)).count()
}

#[test]
fn each_exchange_has_sixty_members_who_joined_in_order() {
    for exchange in BOTH {
        assert_eq!(assert_unique("member", exchange.people().map(|member| member.name)), 60);
        let joined: Vec<u8> = exchange.people().map(|member| member.joined).collect();
        assert!(joined.is_sorted_by(|earlier, later| earlier >= later), "{}: not in order", exchange.code);
        assert!(joined.iter().all(|months| *months <= 40));
    }
}

#[test]
fn members_are_described() {
    for exchange in BOTH {
        for Member { name, about, gives, lively, phone, .. } in exchange.people() {
            assert!((20..=200).contains(&about.chars().count()), "{name}: {about}");
            assert!((1..=4).contains(&gives.len()), "{name} gives {gives:?}");
            assert!(*lively <= 10, "{name}");
            assert!(
                phone.is_empty() || phone.starts_with("01632 960") || phone.starts_with("07700 900"),
                "{name}"
            );
            for key in *gives {
                assert!(exchange.theme(key).is_some(), "{name} gives unknown {key}");
            }
        }
    }
}

#[test]
fn two_thirds_have_portraits_of_their_own_and_some_live_on_paper() {
    for exchange in BOTH {
        let portraits = assert_unique(
            "portrait",
            exchange.people().map(|member| member.portrait).filter(|seed| !seed.is_empty()),
        );
        assert!((38..=50).contains(&portraits), "{}: {portraits}", exchange.code);
        let on_paper = exchange.people().filter(|member| member.reach == Reach::Paper).count();
        assert!((6..=20).contains(&on_paper), "{}: {on_paper}", exchange.code);
        assert!(exchange.people().filter(|member| member.kind != Kind::Individual).count() >= 5);
        assert_unique(
            "phone",
            exchange.people().map(|member| member.phone).filter(|phone| !phone.is_empty()),
        );
    }
}

#[test]
fn themes_are_many_and_each_has_a_giver_and_sane_prices() {
    for exchange in BOTH {
        assert!(assert_unique("theme", exchange.all_themes().map(|theme| theme.key)) >= 60);
        assert_unique("offer", exchange.all_themes().map(|theme| theme.offer));
        let dearest = if exchange.unit.clock { 5 * 60 } else { 50 * 100 };
        for theme in exchange.all_themes() {
            let Theme { key, price, step, pieces, months, texts, .. } = theme;
            assert!(givers(exchange, key) > 0, "nobody gives {key}");
            assert!(0 < price.0 && price.0 <= price.1 && price.1 <= dearest, "{key}: {price:?}");
            assert!(price.0 % step == 0 && price.1 % step == 0, "{key}: {price:?} by {step}");
            assert!(1 < pieces.0 && pieces.0 < pieces.1 && pieces.1 <= 12, "{key}");
            assert!(months.iter().all(|month| (1..=12).contains(month)), "{key}");
            assert!((6..=12).contains(&texts.len()), "{key} has {} texts", texts.len());
        }
    }
}

#[test]
fn every_month_has_most_of_the_themes() {
    for exchange in BOTH {
        for month in 1..=12 {
            let open = exchange.all_themes().filter(|theme| theme.in_season(month)).count();
            assert!(open >= 60, "{} in {month}: {open}", exchange.code);
        }
    }
}

#[test]
fn descriptions_are_many_short_and_well_marked() {
    for exchange in BOTH {
        let texts: Vec<&str> = exchange.all_themes().flat_map(|theme| theme.texts.iter().copied()).collect();
        assert!(assert_unique("text", texts.iter().copied()) >= 400, "{}", exchange.code);
        for text in texts {
            assert!((2..=120).contains(&text.chars().count()), "{text}");
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{text}");
            for mark in text.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
                let counts = mark.strip_prefix('=').is_some_and(|count| count.parse::<u32>().is_ok());
                assert!(
                    mark == "n" || mark == "giver" || counts || mark.contains('|'),
                    "{text}: mark {mark}"
                );
            }
        }
    }
}

#[test]
fn fifteen_hundred_trades_do_not_look_repeated() {
    for exchange in BOTH {
        let mut roll = dice(2026);
        let people: Vec<&Member> = exchange.people().collect();
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        let most = if exchange.unit.clock { 12 * 60 } else { 150 * 100 };
        for turn in 0..1500 {
            let giver = people[turn % people.len()];
            let key = giver.gives[roll(u32::try_from(giver.gives.len()).unwrap()) as usize];
            let said = exchange.trade(exchange.theme(key).unwrap(), giver, &mut roll);
            assert!(!said.text.contains(['{', '}', '|']), "{}", said.text);
            assert!((10..=most).contains(&said.amount), "{}: {}", said.text, said.amount);
            assert!(said.text.chars().count() <= 140, "{}", said.text);
            *seen.entry(said.text).or_default() += 1;
        }
        assert!(seen.len() > 750, "{}: only {} different", exchange.code, seen.len());
        assert!(seen.values().all(|times| *times <= 15), "{}", exchange.code);
    }
}

#[test]
fn pieces_multiply_the_price() {
    let giver = MARLBROOK.member("Priya Nair").unwrap().1;
    let theme = Theme {
        price: (400, 400),
        step: 50,
        pieces: (3, 4),
        texts: &["{n} jars of {plum} jam, thank you {giver}"],
        ..*MARLBROOK.theme("jam").unwrap()
    };
    let said = theme.trade(giver, &mut |_| 0);
    assert_eq!((said.text.as_str(), said.amount), ("3 jars of plum jam, thank you Priya", 1200));
    let whole = Theme { texts: &["the whole shelf{=7}"], ..theme }.trade(giver, &mut |_| 0);
    assert_eq!((whole.text.as_str(), whole.amount), ("the whole shelf", 2800));
}

#[test]
fn everything_that_happens_names_members_and_days_they_were_there() {
    for exchange in BOTH {
        let here = |name: &str, days_ago: u16| {
            let (_, member) = exchange.member(name).unwrap_or_else(|| panic!("{name} is not a member"));
            assert!(days_ago <= u16::from(member.joined) * 30, "{name} was not here {days_ago} days ago");
        };
        let whole = |trade: &Trade| {
            here(trade.giver, trade.days_ago);
            here(trade.receiver, trade.days_ago);
            assert_ne!(trade.giver, trade.receiver);
            assert!(trade.amount > 0 && !trade.text.is_empty());
        };
        let happenings = &exchange.happenings;
        assert!((8..=10).contains(&happenings.pending.len()));
        happenings.pending.iter().for_each(whole);
        here(happenings.locked.member, happenings.locked.days_ago);
        whole(&happenings.objection.trade);
        assert!(happenings.objection.days_ago <= happenings.objection.trade.days_ago);
        assert_eq!(happenings.applicants.len(), 3);
        for applicant in happenings.applicants {
            assert!(exchange.member(applicant.name).is_none() && applicant.email.ends_with(".example"));
        }
        for reversal in happenings.reversals {
            whole(&reversal.trade);
            here(reversal.by, reversal.trade.days_ago);
            let by_giver = reversal.by == reversal.trade.giver;
            assert!(by_giver || exchange.staff.iter().any(|(name, _)| *name == reversal.by));
            assert!(reversal.days_later <= 45.min(reversal.trade.days_ago));
        }
        for edit in happenings.edits {
            whole(&edit.trade);
            assert!(edit.amount > 0 && edit.amount <= edit.trade.amount);
            assert!(edit.days_later <= 45.min(edit.trade.days_ago));
        }
    }
}

#[test]
fn logins_belong_to_members_and_addresses_are_unique() {
    assert_unique("login", LOGINS.iter().map(|login| login.email));
    for exchange in BOTH {
        let people: Vec<String> =
            exchange.people().filter_map(|member| exchange.address(member, LOGINS)).collect();
        assert_unique("address", people.iter().map(String::as_str));
        assert!(people.iter().all(|address| address.is_ascii() && address.ends_with(".example")));
        for (name, task) in exchange.staff {
            let (_, member) = exchange.member(name).unwrap();
            assert!(*task != Task::Administrator || member.reach == Reach::Mail, "{name}");
        }
        for login in LOGINS.iter().filter(|login| login.exchanges.contains(&exchange.code)) {
            assert!(exchange.member(login.name).is_some(), "{} in {}", login.name, exchange.code);
        }
    }
    let joaquin = VALDEMORA.member("Joaquín Etxarri").unwrap().1;
    assert_eq!(VALDEMORA.address(joaquin, LOGINS).as_deref(), Some("joaquin.etxarri@vald.example"));
}

#[test]
fn what_is_put_up_in_another_language_says_so() {
    let written = |start: &str| {
        let all = BOTH.into_iter().flat_map(|exchange| exchange.put_up());
        let found: Vec<&str> =
            all.filter(|listing| listing.title.starts_with(start)).map(|listing| listing.locale).collect();
        found
    };
    assert_eq!(written("Deutsch auffrischen"), ["de"]);
    assert_eq!(written("Gitarre am Fluss"), ["de"]);
    assert_eq!(written("Conversazione"), ["it"]);
    let all = BOTH.into_iter().flat_map(|exchange| exchange.put_up());
    for listing in all.filter(|listing| !listing.locale.is_empty()) {
        assert!(app::market::LANGUAGES.contains(&listing.locale), "{}", listing.title);
    }
}
