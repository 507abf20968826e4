//! The backups that a server makes by itself: how often, where to, how many.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Result, bail};

use super::Options;

/// What is set about the backups that a server makes by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backups {
    /// How often, when it is said.
    pub every: Option<Every>,
    /// Where to.
    pub folder: PathBuf,
    /// Of how many last ones, days and weeks they are kept.
    pub keep: usize,
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// So far apart.
    After(Duration),
    /// Not at all.
    Never,
}

impl Every {
    /// Unless it is said.
    pub const DAY: Self = Self::After(Duration::from_secs(86_400));

    fn parse(text: &str) -> Result<Self> {
        if text == "never" {
            return Ok(Self::Never);
        }
        let every: Option<Duration> =
            text.parse::<jiff::SignedDuration>().ok().and_then(|found| found.try_into().ok());
        match every {
            Some(every) if every >= Duration::from_secs(1) => Ok(Self::After(every)),
            _ => bail!("--backup-every {text}: say it as 24h, 90m or 30s, or never"),
        }
    }
}

impl Backups {
    /// What these options say of backups, for this data folder.
    pub(super) fn new(options: &Options, data: &Path) -> Result<Self> {
        Ok(Self {
            every: options.backup_every.as_deref().map(Every::parse).transpose()?,
            folder: options.backup_folder.clone().unwrap_or_else(|| data.join("backups")),
            keep: options.backup_keep.unwrap_or(7).max(1),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::settings;
    use super::*;

    #[test]
    fn backups_are_planned_in_words() {
        let every = |text: &str| settings(&["--backup-every", text]).map(|found| found.backups.every);
        assert_eq!(every("24h").unwrap(), Some(Every::DAY));
        assert_eq!(every("90m").unwrap(), Some(Every::After(Duration::from_secs(5400))));
        assert_eq!(every("never").unwrap(), Some(Every::Never));
        for wrong in ["", "24", "-1h", "0s", "soon", "100ms"] {
            assert!(every(wrong).is_err(), "{wrong}");
        }
        let found = settings(&["--data", "/x"]).unwrap().backups;
        assert_eq!(found, Backups { every: None, folder: "/x/backups".into(), keep: 7 });
    }
}
