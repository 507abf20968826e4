//! Hashing takes the same memory after many sign-ins as after a few. A program of its own, since a process is measured.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use std::sync::{Arc, Barrier};

use app::Random;
use app::password::Passwords;

/// Threads that hashes may be made on, as many as a busy server has.
const THREADS: usize = 24;
/// What two hashes at a time take and a little more, in KiB.
const MAY_GROW_KIB: i64 = 48 * 1024;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_hashes_take_no_more_memory_than_a_few() {
    let (passwords, random) = (Passwords::default(), Random::seeded(1));
    let kept = passwords.hash(&random, "tomates y café 7").await.unwrap();
    // Threads that have something to do at the same time, so that there are as many; afterwards they take turns.
    let meet = Arc::new(Barrier::new(THREADS));
    let busy: Vec<_> = (0..THREADS)
        .map(|_| {
            let meet = meet.clone();
            tokio::task::spawn_blocking(move || meet.wait())
        })
        .collect();
    for thread in busy {
        thread.await.unwrap();
    }

    let before = resident_kib();
    let checks: Vec<_> = (0..2 * THREADS)
        .map(|_| {
            let (passwords, hashes) = (passwords.clone(), vec![kept.as_str().to_owned()]);
            tokio::spawn(async move { passwords.find("tomates y café 7", hashes).await })
        })
        .collect();
    for check in checks {
        assert_eq!(check.await.unwrap().unwrap(), Some(0));
    }
    let grown = resident_kib() - before;
    assert!(grown < MAY_GROW_KIB, "{} hashes left {} MiB", 2 * THREADS, grown / 1024);
}

/// What the process holds in memory.
fn resident_kib() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
