//! Where the files of pictures lie: in a folder, or, for tests, in memory.

use std::collections::BTreeMap;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// A place for files. Clones are the same one. A file is there as a whole or not at all, and is never changed.
#[derive(Clone, Debug)]
pub struct Files(Arc<Place>);

#[derive(Debug)]
enum Place {
    Memory(Mutex<BTreeMap<String, Vec<u8>>>),
    Folder(PathBuf),
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

    /// Lays a file down for good, in place of one of the same name.
    ///
    /// # Errors
    /// When the disk does not take it.
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
        }
    }

    /// A file's bytes; none when it is not there.
    ///
    /// # Errors
    /// When the disk cannot be read.
    pub async fn get(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        match &*self.0 {
            Place::Memory(files) => {
                Ok(files.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned())
            }
            Place::Folder(folder) => {
                let file = folder.join(name);
                apart(move || there(fs::read(file))).await
            }
        }
    }

    /// Takes a file away; one that is not there is gone already.
    ///
    /// # Errors
    /// When the disk does not let go of it.
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
        }
    }

    /// The names of all files, in order.
    ///
    /// # Errors
    /// When the disk cannot be read.
    pub async fn names(&self) -> io::Result<Vec<String>> {
        match &*self.0 {
            Place::Memory(files) => {
                Ok(files.lock().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect())
            }
            Place::Folder(folder) => {
                let folder = folder.clone();
                apart(move || names_in(&folder)).await
            }
        }
    }
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
    use super::*;

    #[tokio::test]
    async fn files_come_stay_and_go_wherever_they_lie() {
        let folder = tempfile::tempdir().unwrap();
        for files in [Files::in_memory(), Files::in_folder(folder.path().join("pictures"))] {
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
