//! Table tests of reading amounts, one row a case.

use ledger::{
    Amount, Policy, Unit,
    policy::Shape,
    unit::{NotAnAmount, NotAnAmount::*, Separators, Style, parse},
};

fn acorns() -> Unit {
    Unit {
        singular: "acorn".into(),
        plural: "acorns".into(),
        symbol: "ac".into(),
        scale: 2,
        decimals: 2,
        style: Style::Decimal,
        hours: (1, 12),
    }
}

fn minutes() -> Unit {
    Unit {
        singular: "hora".into(),
        plural: "horas".into(),
        symbol: "h".into(),
        scale: 0,
        decimals: 0,
        style: Style::HoursMinutes,
        hours: (1, 60),
    }
}

#[test]
fn decimal_amounts_are_read_by_the_languages_signs() {
    let (en, es) = (Separators::ENGLISH, Separators::CONTINENTAL);
    // typed, signs, read
    let cases: [(&str, Separators, Result<i64, NotAnAmount>); 30] = [
        ("24", en, Ok(2400)),
        ("24.5", en, Ok(2450)),
        ("24.50", en, Ok(2450)),
        ("24,50", es, Ok(2450)),
        ("24,50", en, Ok(2450)),
        ("24.50", es, Ok(2450)),
        ("24.500", en, Ok(2450)),
        (" 24 acorns ", en, Ok(2400)),
        ("1 acorn", en, Ok(100)),
        ("ac 7", en, Ok(700)),
        ("1,234", en, Ok(123_400)),
        ("1.234", es, Ok(123_400)),
        ("1.234,5", es, Ok(123_450)),
        ("1\u{202f}234,50", es, Ok(123_450)),
        ("1'234.50", en, Ok(123_450)),
        ("1,234,567.89", en, Ok(123_456_789)),
        ("0.01", en, Ok(1)),
        (".5", en, Err(Unreadable)),
        ("", en, Err(Empty)),
        ("   ", en, Err(Empty)),
        ("0", en, Err(NotPositive)),
        ("0.00", en, Err(NotPositive)),
        ("-5", en, Err(NotPositive)),
        ("−5", en, Err(NotPositive)),
        ("24.505", en, Err(TooFine)),
        ("1.2.3", en, Err(Unreadable)),
        ("12,34,567", en, Err(Unreadable)),
        ("two", en, Err(Unreadable)),
        ("90071992547409.92", en, Err(TooLarge)),
        ("999999999999999999999999999999999999999999", en, Err(TooLarge)),
    ];
    for (typed, signs, read) in cases {
        assert_eq!(parse(typed, &acorns(), signs).map(Amount::units), read, "{typed:?}");
    }
}

#[test]
fn hours_are_read_in_every_way_people_write_them() {
    let es = Separators::CONTINENTAL;
    for (typed, read) in [
        ("1:30", Ok(90)),
        ("0:15", Ok(15)),
        ("1 h 30", Ok(90)),
        ("1h30", Ok(90)),
        ("1 h 30 min", Ok(90)),
        ("2 h", Ok(120)),
        ("2", Ok(120)),
        ("1,5", Ok(90)),
        ("1.5 horas", Ok(90)),
        ("2 horas", Ok(120)),
        ("1,25 h", Ok(75)),
        ("1:60", Err(Unreadable)),
        ("1,001", Err(TooFine)),
        ("0:00", Err(NotPositive)),
        ("h", Err(Unreadable)),
    ] {
        assert_eq!(parse(typed, &minutes(), es).map(Amount::units), read, "{typed:?}");
    }
}

#[test]
fn hours_become_parts() {
    assert_eq!(acorns().from_hours(12), 14_400);
    assert_eq!(minutes().from_hours(12), 720);
    assert_eq!(Unit { hours: (3, 1), scale: 0, ..acorns() }.from_hours(10), 3);
    // What somebody types before it is checked must not bring the program down.
    for unsound in [Unit { hours: (0, 1), ..acorns() }, Unit { scale: 200, ..acorns() }] {
        assert_eq!(unsound.from_hours(12), 0);
        assert!(!Policy::founding(Shape::Community, unsound).is_sound());
    }
}

#[test]
fn a_unit_must_be_sound() {
    assert!(acorns().is_sound() && minutes().is_sound());
    for unsound in [
        Unit { singular: String::new(), ..acorns() },
        Unit { plural: "x".repeat(41), ..acorns() },
        Unit { scale: 13, ..acorns() },
        Unit { decimals: 3, ..acorns() },
        Unit { hours: (0, 1), ..acorns() },
        Unit { style: Style::HoursMinutes, ..acorns() },
    ] {
        assert!(!unsound.is_sound(), "{unsound:?}");
    }
}
