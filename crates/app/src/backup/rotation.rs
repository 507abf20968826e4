//! Which of the backups made one after the other are kept.

use std::collections::BTreeSet;

use ledger::Instant;

const DAY: i64 = 86_400_000_000;

/// The backups that are no longer kept, of those made at these instants. Kept are the last `keep`, the last one of each of the
/// `keep` days (UTC) on which there were any last, and likewise of weeks, which begin on Mondays.
#[must_use]
pub fn outlived(made: &[Instant], keep: usize) -> Vec<Instant> {
    let mut newest_first: Vec<Instant> = made.to_vec();
    newest_first.sort_unstable_by(|one, other| other.cmp(one));
    let mut kept: BTreeSet<Instant> = newest_first.iter().copied().take(keep).collect();
    // The first day of 1970 was a Thursday: three days earlier a week began.
    for (length, offset) in [(DAY, 0), (7 * DAY, 3 * DAY)] {
        let mut spans = BTreeSet::new();
        for at in &newest_first {
            if spans.len() < keep && spans.insert((at.0 + offset).div_euclid(length)) {
                kept.insert(*at);
            }
        }
    }
    newest_first.retain(|at| !kept.contains(at));
    newest_first
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Monday 2026-03-02, 00:00 UTC.
    const MONDAY: i64 = 1_772_409_600_000_000;
    const HOUR: i64 = DAY / 24;

    fn kept(made: &[i64], keep: usize) -> Vec<i64> {
        let made: Vec<Instant> = made.iter().map(|at| Instant(*at)).collect();
        let gone = outlived(&made, keep);
        made.into_iter().filter(|at| !gone.contains(at)).map(|at| at.0).collect()
    }

    #[test]
    fn days_and_weeks_keep_their_last() {
        // Every six hours for four weeks.
        let made: Vec<i64> = (0..112).map(|turn| MONDAY + turn * 6 * HOUR).collect();
        let at = |day: i64, hour: i64| MONDAY + day * DAY + hour * HOUR;
        let wanted = [
            at(13, 18), // the last of the second week
            at(20, 18), // the last of the third
            at(25, 18), // the last of each of three days
            at(26, 18),
            at(27, 6), // the last three
            at(27, 12),
            at(27, 18),
        ];
        assert_eq!(kept(&made, 3), wanted);
    }

    #[test]
    fn days_without_a_backup_do_not_count() {
        let made = [0, 100, 101, 300].map(|day| MONDAY + day * DAY);
        assert_eq!(
            kept(&made, 2),
            [101, 300].map(|day| MONDAY + day * DAY),
            "days 100 and 101 are of one week"
        );
        assert_eq!(kept(&made, 10), made);
        assert_eq!(kept(&[], 3), Vec::<i64>::new());
    }

    #[test]
    fn the_newest_is_always_kept() {
        for count in 1..40 {
            let made: Vec<i64> = (0..count).map(|turn| MONDAY + turn * 5 * HOUR).collect();
            assert_eq!(kept(&made, 1).last(), made.last());
            assert_eq!(kept(&made, 1).len(), 1, "the last of all, of its day and of its week are one");
        }
    }
}
