//! Nonsense where an amount is wanted: whatever is typed, the answer is an error or exactly the number that was typed, never a
//! rounded or guessed one. `cargo xtask fuzz` does it for longer.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]
#![expect(
    clippy::disallowed_methods,
    reason = "a test that lasts as long as it is told reads the time and its environment"
)]
#![expect(unreachable_pub, dead_code, reason = "the dice are shared between tests")]

use std::time::{Duration, Instant};

use ledger::Amount;
use ledger::unit::{NotAnAmount, Separators, Style, Unit, parse};

#[path = "model/dice.rs"]
mod dice;

use dice::Dice;

const PIECES: [&str; 30] = [
    "0",
    "1",
    "9",
    "24",
    "007",
    "123",
    "999",
    "9007199254740991",
    "340282366920938463463374607431768211456",
    ".",
    ",",
    "'",
    " ",
    "\u{a0}",
    "\u{202f}",
    "-",
    "−",
    "+",
    "e",
    "acorns",
    "ac",
    "h",
    ":",
    "min",
    "٣",
    "½",
    "\u{0}",
    "😀",
    "1:30",
    "1,234.50",
];

fn acorns(scale: u8, style: Style) -> Unit {
    Unit {
        singular: "acorn".into(),
        plural: "acorns".into(),
        symbol: "ac".into(),
        scale,
        decimals: scale.min(2),
        style,
        hours: (1, 12),
    }
}

fn text(dice: &mut Dice) -> String {
    (0..dice.below(7)).map(|_| dice.pick(&PIECES)).collect()
}

fn separators(dice: &mut Dice) -> Separators {
    dice.pick(&[Separators::ENGLISH, Separators::CONTINENTAL])
}

/// Whether the digits that were typed, and no others, make this amount: times a power of ten that the decimals explain.
fn is_what_was_typed(typed: &str, scale: u8, amount: Amount) -> bool {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let Ok(number) = digits.parse::<u128>() else { return false };
    let units = u128::try_from(amount.units()).unwrap();
    (0..=u32::try_from(digits.len()).unwrap()).any(|decimals| {
        let (left, right) = (10_u128.checked_pow(u32::from(scale)), 10_u128.checked_pow(decimals));
        let left = left.and_then(|factor| factor.checked_mul(number));
        left.is_some() && left == right.and_then(|factor| factor.checked_mul(units))
    })
}

/// An amount as somebody careful writes it.
fn written(units: i64, scale: u8, separators: Separators) -> String {
    let scale = usize::from(scale);
    let digits = format!("{units:0>width$}", width = scale + 1);
    let (whole, decimals) = digits.split_at(digits.len() - scale);
    let grouped: Vec<String> =
        whole.as_bytes().rchunks(3).rev().map(|group| String::from_utf8(group.to_vec()).unwrap()).collect();
    let whole = grouped.join(&separators.group.to_string());
    if scale == 0 { whole } else { format!("{whole}{}{decimals}", separators.decimal) }
}

#[test]
fn an_amount_is_what_was_typed_or_none() {
    let (seed, lasting) = asked();
    eprintln!("fuzz of amounts: seed {seed} (AYNI_CAMPAIGN_SEED={seed} throws the same dice)");
    let (mut dice, began, mut tried, mut read) = (Dice::new(seed), Instant::now(), 0_u64, 0_u64);
    while began.elapsed() < lasting {
        for _ in 0..1000 {
            let (typed, separators) = (text(&mut dice), separators(&mut dice));
            let scale = u8::try_from(dice.below(13)).unwrap();
            if let Ok(amount) = parse(&typed, &acorns(scale, Style::Decimal), separators) {
                assert!(
                    is_what_was_typed(&typed, scale, amount),
                    "{typed:?} at scale {scale} was read as {amount:?}"
                );
                read += 1;
            }
            let minutes = parse(&typed, &acorns(0, Style::HoursMinutes), separators);
            assert!(
                minutes.is_err() || typed.chars().any(char::is_numeric),
                "{typed:?} was read as {minutes:?}"
            );
            let units = dice.between(1, Amount::MAX.units());
            let units = units >> dice.below(52);
            if units > 0 {
                let careful = written(units, scale, separators);
                let back = parse(&careful, &acorns(scale, Style::Decimal), separators);
                assert_eq!(back, Ok(Amount::new(units).unwrap()), "{careful:?} at scale {scale}");
            }
            tried += 1;
        }
    }
    eprintln!("fuzz of amounts: {tried} texts, of which {read} are amounts");
    assert!(read > 0, "nothing was ever read as an amount: this test sees nothing");
}

/// The control: an amount that is not what was typed is seen.
#[test]
fn a_guessed_amount_is_seen() {
    for (typed, units) in [("24", 2400), ("1,234.50", 123_450), ("0.5", 50)] {
        assert!(is_what_was_typed(typed, 2, Amount::new(units).unwrap()), "{typed}");
        assert!(!is_what_was_typed(typed, 2, Amount::new(units + 1).unwrap()), "{typed}");
    }
    assert_eq!(parse("x", &acorns(2, Style::Decimal), Separators::ENGLISH), Err(NotAnAmount::Unreadable));
}

/// Where the dice begin, and for how long they are thrown: `cargo xtask fuzz` says so.
fn asked() -> (u64, Duration) {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let seed = number("AYNI_CAMPAIGN_SEED").unwrap_or_else(|| u64::from(std::process::id()));
    (seed, Duration::from_secs(number("AYNI_FUZZ_SECONDS").unwrap_or(2)))
}
