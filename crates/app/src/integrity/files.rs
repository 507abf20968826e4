//! The files of pictures: whether each that should be there is, and is what was made.
//!
//! They lie beside the database and cannot be read in its snapshot. So of what looks wrong the row is asked for once more: a
//! picture may have been made, or have gone, while this was looking.

use std::io;

use sha2::{Digest as _, Sha256};
use store::Db;
use store::pictures::{self as rows, Picture};

use super::Report;
use crate::error::Result;
use crate::pictures::{Files, State, file_names};

/// Pictures whose names are read at once.
const AT_ONCE: i64 = 500;
/// How long a sum is, in bytes.
const SUM: usize = 32;

/// Looks at the files of all pictures, and adds what is wrong to a report. Where they lie in a place that does not answer, that
/// is what is wrong, and no further one is asked for: what the report says of the books is to be heard all the same.
///
/// # Errors
/// When the database does not answer.
pub async fn verify_files(db: &Db, files: &Files, report: &mut Report) -> Result<()> {
    let mut last = 0;
    loop {
        let some = rows::with_files(&mut db.read().await?, last, AT_ONCE).await?;
        let Some(newest) = some.last() else { return Ok(()) };
        last = newest.id;
        for picture in some {
            let found = match wrong(files, &picture, report).await {
                Ok(found) => found,
                Err(error) => {
                    let detail = format!("the files of pictures cannot be read: {error}");
                    report.add("", "picture-store", format!("picture {}", picture.uuid), detail);
                    return Ok(());
                }
            };
            if found.is_empty() {
                continue;
            }
            let mut tx = db.read().await?;
            let now = rows::get(&mut tx, picture.uuid).await?;
            if now.is_none_or(|now| now.state != picture.state) {
                continue;
            }
            let code = super::code_of(&mut tx, picture.exchange).await?;
            for (rule, detail) in found {
                report.add(&code, rule, format!("picture {}", picture.uuid), detail);
            }
        }
    }
}

/// What is wrong with the files of a picture, by what is known of it.
async fn wrong(
    files: &Files,
    picture: &Picture,
    report: &mut Report,
) -> io::Result<Vec<(&'static str, String)>> {
    let mut found = Vec::new();
    let sums: Vec<&[u8]> = picture.sums.chunks(SUM).collect();
    for (at, name) in file_names(picture.uuid, picture.state).into_iter().enumerate() {
        let Some(bytes) = files.get(&name).await? else {
            found.push(("picture-file", format!("file {name} is missing")));
            continue;
        };
        report.counts.files += 1;
        // What waits to be made is kept as it came: nothing is known of it.
        if picture.state == State::Ready && sums.get(at).copied() != Some(&Sha256::digest(&bytes)[..]) {
            found.push(("picture-sum", format!("file {name} is not the one that was made")));
        }
    }
    Ok(found)
}
