//! Nonsense where a table of trades, a session or a backup is wanted. `cargo xtask fuzz` does it for longer.
#![expect(
    clippy::disallowed_methods,
    reason = "a test that lasts as long as it is told reads the time and its environment"
)]
#![expect(unreachable_pub, dead_code, reason = "the dice are shared between tests")]

use std::io::{Cursor, Read};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use app::backup::{self, Findings, Making, Trouble};
use app::many::{read_table, write_table};
use app::pictures::Files;
use app::sessions;
use app::testing::World;
use store::testing::Room;

#[path = "../../ledger/tests/model/dice.rs"]
mod dice;

use dice::Dice;

const SEEDS: [&[u8]; 6] = [
    b"payer,payee,amount,description,date\r\nMARL0001,MARL0002,\"24.00\",\"eggs, half a dozen\",2026-03-14\r\n",
    b"\xef\xbb\xbfpagador;vendedor;cantidad\r\n1;2;3,50\r\n",
    b"1\t2\t3\tx\n",
    b"\xff\xfe1\x00;\x002\x00;\x003\x00\n\x00",
    b"caf\xe9;2;3;cr\xe8me\n",
    b"\"\"\"\n\"\"",
];

/// How many are tried at least, however little time there is.
const FEWEST: u32 = 100;

/// A table with some of its bytes changed, moved, doubled or gone.
fn bent(dice: &mut Dice) -> Vec<u8> {
    let mut bytes = dice.pick(&SEEDS).to_vec();
    for _ in 0..=dice.below(12) {
        let at = place(dice, bytes.len());
        match dice.below(5) {
            0 => bytes.insert(at, u8::try_from(dice.below(256)).unwrap_or(0)),
            1 if at < bytes.len() => drop(bytes.remove(at)),
            2 => bytes.insert(at, dice.pick(b"\",;\t\r\n\0'")),
            3 => {
                let tail = bytes.split_off(at);
                bytes.extend_from_slice(&tail);
                bytes.extend(tail);
            }
            _ => bytes.extend_from_slice(dice.pick(&SEEDS)),
        }
        bytes.truncate(5_000);
    }
    bytes
}

fn place(dice: &mut Dice, length: usize) -> usize {
    usize::try_from(dice.below(length as u64 + 1)).unwrap_or(0)
}

/// What is read can be written, and is read again as the same.
#[test]
fn nonsense_is_no_table_or_one_that_can_be_written_down() {
    let (seed, lasting) = asked();
    eprintln!("fuzz of tables: seed {seed} (AYNI_CAMPAIGN_SEED={seed} throws the same dice)");
    let (mut dice, began, mut tried, mut read) = (Dice::new(seed), Instant::now(), 0_u32, 0_u32);
    while began.elapsed() < lasting || tried < FEWEST {
        let bytes = bent(&mut dice);
        if let Ok(rows) = read_table(&bytes) {
            let rows: Vec<_> = rows.into_iter().filter(|row| !row.is_empty()).collect();
            let again = read_table(write_table(&rows).as_bytes());
            assert_eq!(again.ok(), Some(rows), "{bytes:?}");
            read += 1;
        }
        tried += 1;
    }
    eprintln!("fuzz of tables: {tried} texts, of which {read} are tables");
    assert!(read > 0 && read < tried, "{read} of {tried}: this test sees nothing");
}

/// Nobody is let in by a token that was not given to them.
#[tokio::test]
async fn nonsense_is_nobodys_session() {
    let (seed, lasting) = asked();
    eprintln!("fuzz of sessions: seed {seed} (AYNI_CAMPAIGN_SEED={seed} throws the same dice)");
    let world = World::new().await;
    world.user("ana").await;
    let token = world.sign_in("ana").await;
    let (mut dice, began, mut tried) = (Dice::new(seed), Instant::now(), 0_u32);
    while began.elapsed() < lasting || tried < FEWEST {
        let mut letters: Vec<char> = token.chars().collect();
        for _ in 0..=dice.below(3) {
            let at = place(&mut dice, letters.len().saturating_sub(1));
            let letter = char::from_u32(u32::try_from(dice.below(0x250)).unwrap_or(0)).unwrap_or('0');
            let digit = dice.pick(&['0', '7', 'f', 'F', '+', '-', ' ']);
            letters[at] = if dice.one_in(2) { letter } else { digit };
        }
        let bent: String = letters.into_iter().collect();
        if bent.eq_ignore_ascii_case(&token) {
            continue;
        }
        let found = sessions::resume(&world.app, &bent).await.map(|actor| actor.user().is_none());
        assert!(matches!(found, Ok(true)), "{bent:?} let somebody in: {found:?}");
        tried += 1;
    }
    // The control: the token itself does let her in.
    assert!(!sessions::resume(&world.app, &token).await.is_ok_and(|actor| actor.user().is_none()));
    eprintln!("fuzz of sessions: {tried} tokens");
}

/// A sealed file with other lines than those of a backup is refused, and nothing comes of it.
#[tokio::test]
async fn nonsense_is_no_backup() {
    let (seed, lasting) = asked();
    eprintln!("fuzz of backups: seed {seed} (AYNI_CAMPAIGN_SEED={seed} throws the same dice)");
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    world.member("ana", exchange).await;
    let (mut file, stop) = (Vec::new(), AtomicBool::new(false));
    let made = backup::write(
        &world.database.db,
        &Files::in_memory(),
        Making::new(world.app.clock.now(), &stop),
        &mut file,
    )
    .await;
    let digest = made.unwrap().digest;
    let mut text = String::new();
    flate2::read::MultiGzDecoder::new(file.as_slice()).read_to_string(&mut text).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("{\"sha256\"")).collect();
    // The control: the same lines sealed anew are a backup.
    assert!(backup::check(Cursor::new(backup::sealed(&joined(&lines)))).is_ok());

    let (mut dice, began, mut tried, mut refilled) = (Dice::new(seed), Instant::now(), 0_u32, 0_u32);
    while began.elapsed() < lasting || tried < FEWEST {
        let bent = backup::sealed(&bent_lines(&mut dice, &lines));
        let checked = backup::check(Cursor::new(&bent));
        let is_known =
            matches!(checked, Err(Trouble::Damaged(_) | Trouble::Foreign | Trouble::TooNew { .. }));
        // What the first line says of the moment and the program may be anything.
        assert!(is_known || checked.as_ref().is_ok_and(|found| found.digest == digest), "{checked:?}");
        if dice.one_in(20) {
            let room = Room::in_a_folder();
            let restored =
                backup::restore(Cursor::new(&bent), (&room.url, &Files::in_memory()), Findings::Accept).await;
            assert!(restored.as_ref().map_or(true, |found| found.digest == digest), "{restored:?}");
            refilled += 1;
        }
        tried += 1;
    }
    eprintln!("fuzz of backups: {tried} files, of which {refilled} were to be restored");
    assert!(refilled > 0, "this test sees nothing");
}

fn joined(lines: &[&str]) -> Vec<u8> {
    lines.iter().flat_map(|line| [line.as_bytes(), b"\n"].concat()).collect()
}

/// Lines of which one or more are bent, gone, doubled or elsewhere.
fn bent_lines(dice: &mut Dice, lines: &[&str]) -> Vec<u8> {
    const PIECES: [&[u8]; 8] = [b"null", b"-1", b"9223372036854775808", b"\"", b"[]", b"{", b",", b"\xff"];
    let mut lines: Vec<Vec<u8>> = lines.iter().map(|line| line.as_bytes().to_vec()).collect();
    for _ in 0..=dice.below(3) {
        let at = place(dice, lines.len() - 1);
        let other = place(dice, lines.len() - 1);
        match dice.below(4) {
            0 => lines.swap(at, other),
            1 => lines.insert(at, lines[other].clone()),
            2 if lines.len() > 2 => drop(lines.remove(at)),
            _ => {
                let place = place(dice, lines[at].len());
                let end = (place + usize::try_from(dice.below(12)).unwrap_or(0)).min(lines[at].len());
                lines[at].splice(place..end, dice.pick(&PIECES).iter().copied());
            }
        }
    }
    lines.iter().flat_map(|line| [line.as_slice(), b"\n"].concat()).collect()
}

/// Where the dice begin, and for how long they are thrown: `cargo xtask fuzz` says so.
fn asked() -> (u64, Duration) {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let seed = number("AYNI_CAMPAIGN_SEED").unwrap_or_else(|| u64::from(std::process::id()));
    (seed, Duration::from_secs(number("AYNI_FUZZ_SECONDS").unwrap_or(2)))
}
