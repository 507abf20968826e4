//! Where pictures are kept, and how much of them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use app::Clock;
use app::pictures::{BucketAt, Files, Pictures, QUOTA};

use super::Options;

/// What is set about pictures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureSettings {
    /// Where their files lie.
    pub place: Place,
    /// How much the pictures of one member may take up, in bytes.
    pub quota: u64,
}

/// Where the files of pictures lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a folder.
    Folder(PathBuf),
    /// In a bucket of an S3-compatible store.
    Bucket(BucketAt),
}

impl PictureSettings {
    /// What these options say of pictures, for this data folder.
    ///
    /// # Errors
    /// When they do not fit together, or the bucket's address is none.
    pub(super) fn new(options: &Options, data: &Path) -> Result<Self> {
        let quota = options.pictures_quota.map_or(QUOTA, |megabytes| u64::from(megabytes) * 1_000_000);
        let place = match &options.pictures_bucket {
            None => {
                let folder = options.pictures_folder.clone();
                Place::Folder(folder.unwrap_or_else(|| data.join("pictures")))
            }
            Some(_) if options.pictures_folder.is_some() => {
                bail!(
                    "pictures lie in a folder or in a bucket: leave --pictures-folder or --pictures-bucket out"
                )
            }
            Some(url) => Place::Bucket(bucket(options, url)?),
        };
        let settings = Self { place, quota };
        settings.files()?;
        Ok(settings)
    }

    /// The place of their files.
    ///
    /// # Errors
    /// When a bucket's address is none.
    pub fn files(&self) -> Result<Files> {
        match &self.place {
            Place::Folder(folder) => Ok(Files::in_folder(folder.clone())),
            Place::Bucket(at) => Files::in_bucket(at, Clock::System).context("--pictures-bucket"),
        }
    }

    /// Pictures as they are kept here.
    ///
    /// # Errors
    /// As [`Self::files`].
    pub fn pictures(&self) -> Result<Pictures> {
        Ok(Pictures::new(self.files()?, self.quota))
    }
}

/// A bucket by its address, whose last part is its name.
fn bucket(options: &Options, url: &str) -> Result<BucketAt> {
    let wrong = "--pictures-bucket: say it as https://host/bucket";
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).context(wrong)?;
    if rest.contains(['@', '?', '#', ' ']) {
        bail!("{wrong}, and the key by --pictures-key and --pictures-secret");
    }
    let (endpoint, name) = url.trim_end_matches('/').rsplit_once('/').context(wrong)?;
    if name.is_empty() || endpoint.ends_with('/') {
        bail!("{wrong}");
    }
    let (Some(key), Some(secret)) = (options.pictures_key.clone(), options.pictures_secret.clone()) else {
        bail!(
            "--pictures-bucket needs what opens it: --pictures-key, and AYNI_PICTURES_SECRET in the environment"
        );
    };
    let region = options.pictures_region.clone().unwrap_or_else(|| "us-east-1".to_owned());
    Ok(BucketAt { endpoint: endpoint.to_owned(), name: name.to_owned(), region, key, secret })
}

#[cfg(test)]
mod tests {
    use super::super::tests::settings;
    use super::*;

    const OPENED: [&str; 4] = ["--pictures-key", "AK", "--pictures-secret", "hush"];

    #[test]
    fn pictures_lie_in_a_folder_or_in_a_bucket() {
        let of = |line: &[&str]| settings(line).map(|found| found.pictures);
        let found = of(&["--data", "/x"]).unwrap();
        assert_eq!(found, PictureSettings { place: Place::Folder("/x/pictures".into()), quota: 100_000_000 });
        assert_eq!(of(&["--pictures-quota", "5"]).unwrap().quota, 5_000_000);
        let line = [
            &["--pictures-bucket", "https://s3.example.org/our/town", "--pictures-region", "eu"][..],
            &OPENED,
        ];
        let found = of(&line.concat()).unwrap().place;
        let at = BucketAt {
            endpoint: "https://s3.example.org/our".into(),
            name: "town".into(),
            region: "eu".into(),
            key: "AK".into(),
            secret: "hush".into(),
        };
        assert_eq!(found, Place::Bucket(at));
        assert!(!format!("{found:?}").contains("hush"));
    }

    #[test]
    fn what_does_not_fit_together_is_told() {
        for (line, told) in [
            (&["--pictures-bucket", "https://s3.example.org/town"][..], "AYNI_PICTURES_SECRET"),
            (&["--pictures-bucket", "s3.example.org/town"], "https://host/bucket"),
            (&["--pictures-bucket", "https://s3.example.org"], "https://host/bucket"),
            (&["--pictures-bucket", "https://a:b@s3.example.org/town"], "--pictures-key"),
            (&["--pictures-bucket", "https://s3.example.org/town", "--pictures-folder", "/x"], "folder"),
        ] {
            let line = if told == "AYNI_PICTURES_SECRET" { line.to_vec() } else { [line, &OPENED].concat() };
            let error = format!("{:#}", settings(&line).unwrap_err());
            assert!(error.contains(told), "{line:?}: {error}");
        }
    }
}
