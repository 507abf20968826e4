//! Chance that can be repeated: the seed is printed, and `AYNI_CAMPAIGN_SEED` sets it.

use std::time::Duration;

use anyhow::Result;
use uuid::Uuid;

/// Dice.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice of the seed in the environment, or of a new one; prints how to throw the same again.
    ///
    /// # Errors
    /// When what the environment says is no number.
    pub fn thrown(campaign: &str) -> Result<Dice> {
        let seed = match std::env::var("AYNI_CAMPAIGN_SEED") {
            Ok(text) => text.parse()?,
            Err(_) => Uuid::now_v7().as_u64_pair().1 & 0xffff_ffff,
        };
        crate::say!("{campaign}: seed {seed} (AYNI_CAMPAIGN_SEED={seed} throws the same dice)");
        Ok(Dice(seed))
    }

    /// The next number, by SplitMix64.
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to one below `sides`.
    pub fn below(&mut self, sides: usize) -> usize {
        let sides = u64::try_from(sides.max(1)).unwrap_or(1);
        usize::try_from(self.throw() % sides).unwrap_or(0)
    }

    /// Up to so long.
    pub fn moment(&mut self, longest: Duration) -> Duration {
        let longest = u64::try_from(longest.as_micros()).unwrap_or(u64::MAX).max(1);
        Duration::from_micros(self.throw() % longest)
    }
}
