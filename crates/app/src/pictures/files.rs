//! Where the files of pictures lie: in a folder, in a bucket of an S3-compatible store, or, for tests, in memory.

mod bucket;

use std::collections::BTreeMap;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Semaphore;

use self::bucket::Bucket;
pub use self::bucket::BucketAt;
use crate::clock::Clock;

/// How many requests a bucket is asked at once: while a store is silent others need the threads, too.
const AT_ONCE: usize = 16;

/// A place for files. Clones are the same one. A file is there as a whole or not at all, and is never changed.
#[derive(Clone, Debug)]
pub struct Files(Arc<Place>);

#[derive(Debug)]
enum Place {
    Memory(Mutex<BTreeMap<String, Vec<u8>>>),
    Folder(PathBuf),
    Bucket(Arc<Bucket>, Arc<Semaphore>),
}

impl Files {
    /// In memory, gone with it.
    #[must_use]
    pub fn in_memory() -> Self {
        Self(Arc::new(Place::Memory(Mutex::default())))
    }

    /// In a folder, which is made when the first file comes.
    #[must_use]
    pub fn in_folder(folder: PathBuf) -> Self {
        Self(Arc::new(Place::Folder(folder)))
    }

    /// In a bucket, which nothing is asked of yet. Its requests are signed by this clock.
    ///
    /// # Errors
    /// When its address is none.
    pub fn in_bucket(at: &BucketAt, clock: Clock) -> io::Result<Self> {
        let bucket = Arc::new(Bucket::new(at, clock)?);
        Ok(Self(Arc::new(Place::Bucket(bucket, Arc::new(Semaphore::new(AT_ONCE))))))
    }

    /// Makes sure that the place answers: a bucket is asked for a name, with what opens it.
    ///
    /// # Errors
    /// What the store answers, or that it does not.
    pub async fn check(&self) -> io::Result<()> {
        match &*self.0 {
            Place::Memory(_) | Place::Folder(_) => Ok(()),
            Place::Bucket(bucket, turns) => asked((bucket, turns), |bucket| bucket.check()).await,
        }
    }

    /// Lays a file down for good, in place of one of the same name.
    ///
    /// # Errors
    /// When the disk or the store does not take it.
    pub async fn put(&self, name: &str, bytes: Vec<u8>) -> io::Result<()> {
        match &*self.0 {
            Place::Memory(files) => {
                files.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), bytes);
                Ok(())
            }
            Place::Folder(folder) => {
                let file = folder.join(name);
                apart(move || write(&file, &bytes)).await
            }
            Place::Bucket(bucket, turns) => {
                let name = name.to_owned();
                asked((bucket, turns), move |bucket| bucket.put(&name, &bytes)).await
            }
        }
    }

    /// A file's bytes; none when it is not there.
    ///
    /// # Errors
    /// When the disk or the store cannot be read.
    pub async fn get(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        match &*self.0 {
            Place::Memory(files) => {
                Ok(files.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned())
            }
            Place::Folder(folder) => {
                let file = folder.join(name);
                apart(move || there(fs::read(file))).await
            }
            Place::Bucket(bucket, turns) => {
                let name = name.to_owned();
                asked((bucket, turns), move |bucket| bucket.get(&name)).await
            }
        }
    }

    /// Takes a file away; one that is not there is gone already.
    ///
    /// # Errors
    /// When the disk or the store does not let go of it.
    pub async fn delete(&self, name: &str) -> io::Result<()> {
        match &*self.0 {
            Place::Memory(files) => {
                files.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
                Ok(())
            }
            Place::Folder(folder) => {
                let file = folder.join(name);
                apart(move || {
                    there(fs::remove_file(part_of(&file)))?;
                    there(fs::remove_file(file)).map(|_| ())
                })
                .await
            }
            Place::Bucket(bucket, turns) => {
                let name = name.to_owned();
                asked((bucket, turns), move |bucket| bucket.delete(&name)).await
            }
        }
    }

    /// The names of all files, in order.
    ///
    /// # Errors
    /// When the disk or the store cannot be read.
    pub async fn names(&self) -> io::Result<Vec<String>> {
        match &*self.0 {
            Place::Memory(files) => {
                Ok(files.lock().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect())
            }
            Place::Folder(folder) => {
                let folder = folder.clone();
                apart(move || names_in(&folder)).await
            }
            Place::Bucket(bucket, turns) => {
                let mut names = asked((bucket, turns), |bucket| bucket.names()).await?;
                names.sort();
                Ok(names)
            }
        }
    }
}

/// Asks a bucket, when it is its turn. The turn ends with the thread's work, also when whoever asked has gone meanwhile.
async fn asked<T: Send + 'static>(
    (bucket, turns): (&Arc<Bucket>, &Arc<Semaphore>),
    ask: impl FnOnce(&Bucket) -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    let turn = turns.clone().acquire_owned().await.map_err(io::Error::other)?;
    let bucket = bucket.clone();
    apart(move || {
        let answer = ask(&bucket);
        drop(turn);
        answer
    })
    .await
}

/// Does what waits for the disk on a thread where nobody is served.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(io::Error::other)?
}

fn there<T>(outcome: io::Result<T>) -> io::Result<Option<T>> {
    match outcome {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// What a file is called until it is whole.
fn part_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let part = part_of(file);
    let mut open = OpenOptions::new().create(true).truncate(true).write(true).mode(0o600).open(&part)?;
    open.write_all(bytes)?;
    open.sync_all()?;
    fs::rename(&part, file)?;
    // The name of the file, and that of its folder, are to be there after a power failure.
    File::open(folder)?.sync_all()?;
    folder.parent().map_or(Ok(()), |above| File::open(above)?.sync_all())
}

fn names_in(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    let Some(folders) = there(fs::read_dir(folder))? else { return Ok(names) };
    for inner in folders {
        let inner = inner?;
        if inner.file_type()?.is_dir() {
            for file in fs::read_dir(inner.path())? {
                let (folder, file) = (inner.file_name(), file?.file_name());
                names.push(format!("{}/{}", folder.to_string_lossy(), file.to_string_lossy()));
            }
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use ledger::Instant;

    use super::*;
    use crate::testing::{BEGINNING, S3};

    #[tokio::test]
    async fn files_come_stay_and_go_wherever_they_lie() {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::hand(BEGINNING);
        let store = S3::start(&clock);
        let bucket = Files::in_bucket(&store.at(), clock).unwrap();
        for files in [Files::in_memory(), Files::in_folder(folder.path().join("pictures")), bucket] {
            files.check().await.unwrap();
            assert_eq!(files.get("ab/one").await.unwrap(), None);
            assert_eq!(files.names().await.unwrap(), Vec::<String>::new());
            files.put("ab/one", b"1".to_vec()).await.unwrap();
            files.put("cd/two", b"2".to_vec()).await.unwrap();
            files.put("ab/one", b"11".to_vec()).await.unwrap();
            assert_eq!(files.get("ab/one").await.unwrap().as_deref(), Some(&b"11"[..]));
            assert_eq!(files.names().await.unwrap(), ["ab/one", "cd/two"]);
            files.delete("ab/one").await.unwrap();
            files.delete("ab/one").await.unwrap();
            assert_eq!(files.names().await.unwrap(), ["cd/two"]);
        }
        assert_eq!(store.refused(), 0);
    }

    #[tokio::test]
    async fn a_bucket_with_many_names_lists_them_all_and_a_busy_one_is_asked_again() {
        let clock = Clock::hand(BEGINNING);
        let store = S3::start(&clock);
        let files = Files::in_bucket(&store.at(), clock.clone()).unwrap();
        let names: Vec<String> = (10..20).map(|at| format!("{at}/a file+{at}.jpg")).collect();
        for name in &names {
            files.put(name, name.clone().into_bytes()).await.unwrap();
        }
        assert_eq!(files.names().await.unwrap(), names);
        store.be_busy(3);
        assert_eq!(files.get(&names[0]).await.unwrap(), Some(names[0].clone().into_bytes()));
        store.be_busy(4);
        let told = files.get(&names[0]).await.unwrap_err().to_string();
        assert!(told.contains("503, SlowDown"), "{told}");
        // Several servers see the same, and by whichever clock within a quarter of an hour.
        for off_us in [600_000_000, -600_000_000] {
            let other = Clock::hand(Instant(BEGINNING.0 + off_us));
            let others = Files::in_bucket(&store.at(), other).unwrap();
            assert_eq!(others.names().await.unwrap().len(), 10);
        }
        let others = Files::in_bucket(&store.at(), clock).unwrap();
        others.delete(&names[3]).await.unwrap();
        assert_eq!(files.get(&names[3]).await.unwrap(), None);
    }

    #[tokio::test]
    async fn a_store_that_refuses_is_told_from_a_file_that_is_not_there() {
        let clock = Clock::hand(BEGINNING);
        let store = S3::start(&clock);
        let right = store.at();
        let wrongs = [
            (BucketAt { secret: "another".to_owned(), ..right.clone() }, "SignatureDoesNotMatch"),
            (BucketAt { key: "another".to_owned(), ..right.clone() }, "InvalidAccessKeyId"),
            (BucketAt { region: "there-1".to_owned(), ..right.clone() }, "InvalidAccessKeyId"),
            (BucketAt { name: "others".to_owned(), ..right.clone() }, "NoSuchBucket"),
        ];
        for (wrong, code) in wrongs {
            let files = Files::in_bucket(&wrong, clock.clone()).unwrap();
            let told = files.get("ab/one").await.unwrap_err().to_string();
            assert!(told.contains(code), "{told}");
            assert!(files.check().await.is_err() && files.delete("ab/one").await.is_err());
            assert!(files.put("ab/one", b"1".to_vec()).await.is_err());
            assert!(!format!("{files:?}").contains("secret/"), "a secret is not shown");
        }
        let late = Files::in_bucket(&right, Clock::hand(Instant(BEGINNING.0 - 3_600_000_000))).unwrap();
        assert!(late.check().await.unwrap_err().to_string().contains("AccessDenied"));
        let nowhere = BucketAt { endpoint: "not an address".to_owned(), ..right };
        assert!(Files::in_bucket(&nowhere, clock).is_err());
    }

    #[tokio::test]
    async fn a_file_that_was_never_finished_goes_with_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path().to_owned());
        files.put("ab/two", b"2".to_vec()).await.unwrap();
        fs::write(folder.path().join("ab/one.part"), b"hal").unwrap();
        assert_eq!(files.get("ab/one").await.unwrap(), None);
        files.delete("ab/one").await.unwrap();
        assert_eq!(files.names().await.unwrap(), ["ab/two"]);
    }
}
