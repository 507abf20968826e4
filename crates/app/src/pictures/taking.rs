//! Taking pictures in: laid aside as they come, and made into sizes by a job.

use sha2::{Digest as _, Sha256};
use store::Tx;
use store::members::MemberId;
use store::pictures::{self, Made, NewPicture, State};
use uuid::Uuid;

use super::{MOST, Size, file_name, header, quarantine};
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::jobs::{self, Job};
use crate::members;

/// Forms with pictures that one member may send in an hour.
const AN_HOUR: i64 = 120;
/// Characters of a file's name that are kept.
const NAME_MAX: usize = 60;

/// A file as somebody sends it.
#[derive(Clone, Copy, Debug)]
pub struct Upload<'a> {
    /// What it is called where it comes from.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// Adds pictures to a member's listing, which may yet have to be written. Sent twice, each is added once. What cannot be taken
/// stays among them as refused, with the reason, until the listing is changed.
///
/// # Errors
/// [`Error::NotFound`] when the listing is another's, [`Error::NotAllowed`] for anyone but the member, [`Error::Busy`] after
/// very many in an hour.
pub async fn add(
    app: &App,
    actor: &Actor,
    (member, listing): (MemberId, Uuid),
    uploads: &[Upload<'_>],
) -> Result<()> {
    if uploads.is_empty() {
        return Ok(());
    }
    let mut tx = app.db.read().await?;
    let owner = members::get(&mut tx, member).await?;
    actor.may(Action::EditListing, Subject::member(owner.exchange, member))?;
    let found = store::listings::shown::get(&mut tx, listing).await?;
    let is_own = |found: &store::listings::shown::Listing| {
        found.member == member && found.state != store::listings::State::Removed
    };
    if found.as_ref().is_some_and(|found| !is_own(found)) {
        return Err(Error::NotFound);
    }
    drop(tx);
    take(app, (member, Some(listing)), uploads).await
}

/// Gives a member a picture of its own in place of the one that it has, once its sizes are made.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but the member, [`Error::Busy`] after very many in an hour.
pub async fn set_face(app: &App, actor: &Actor, member: MemberId, upload: Upload<'_>) -> Result<()> {
    let owner = members::get(&mut app.db.read().await?, member).await?;
    actor.may(Action::EditProfile, Subject::member(owner.exchange, member))?;
    take(app, (member, None), &[upload]).await
}

/// An upload that was looked at.
struct Looked {
    name: String,
    bytes: Vec<u8>,
    /// A name that follows from what is in it and what it is for: the same upload, sent twice, is one picture. Nobody guesses it
    /// who does not have the file.
    uuid: Uuid,
    /// Why it is refused whatever else there is.
    why: Option<&'static str>,
}

/// Looks at uploads, on a thread where nobody is served: the largest take some tens of milliseconds.
async fn looked_at(
    (member, listing): (MemberId, Option<Uuid>),
    uploads: &[Upload<'_>],
) -> Result<Vec<Looked>> {
    let owned: Vec<(String, Vec<u8>)> =
        uploads.iter().map(|upload| (name(upload.name), upload.bytes.to_vec())).collect();
    let look = move |(name, bytes): (String, Vec<u8>)| {
        let why = header::checked(&bytes).err();
        Looked { uuid: uuid_of((member, listing), &bytes), name, bytes, why }
    };
    let looked = tokio::task::spawn_blocking(move || owned.into_iter().map(look).collect::<Vec<_>>());
    looked.await.map_err(|error| Error::Internal(format!("looking at uploads: {error}")))
}

fn uuid_of((member, listing): (MemberId, Option<Uuid>), bytes: &[u8]) -> Uuid {
    let sha = Sha256::new()
        .chain_update("ayni picture\n")
        .chain_update(member.0.to_be_bytes())
        .chain_update(listing.unwrap_or_default())
        .chain_update(bytes);
    let mut name = [0; 16];
    name.copy_from_slice(&sha.finalize()[..16]);
    uuid::Builder::from_custom_bytes(name).into_uuid()
}

async fn take(app: &App, (member, listing): (MemberId, Option<Uuid>), uploads: &[Upload<'_>]) -> Result<()> {
    let counted = member.0.to_string();
    let brake = Brake { purpose: "pictures", counted: &counted, limit: AN_HOUR, window_s: 3600 };
    brake::press(app, &[brake]).await?;
    let looked = looked_at((member, listing), uploads).await?;
    let now = app.clock.now();

    let mut tx = app.db.write().await?;
    let mut room = Room::of(&mut tx, app, (member, listing)).await?;
    let mut taken = Vec::new();
    for upload in looked {
        let Some(Fate { uuid, why }) = room.fate(&mut tx, app, &upload).await? else { continue };
        let new = NewPicture {
            uuid,
            member,
            listing,
            name: &upload.name,
            alt: "",
            state: if why.is_some() { State::Refused } else { State::Coming },
            refused_why: why.unwrap_or_default(),
            drawing: "",
            bytes: if why.is_some() { 0 } else { length(upload.bytes.len()) },
        };
        if pictures::insert(&mut tx, &new, now).await? && why.is_none() {
            taken.push((uuid, upload.bytes));
        }
    }
    tx.commit().await?;
    lay_aside(app, taken).await
}

/// Lays uploads aside and queues the making of their sizes. Their rows are there before the files: whatever happens in
/// between, somebody knows of them.
async fn lay_aside(app: &App, taken: Vec<(Uuid, Vec<u8>)>) -> Result<()> {
    let mut stored = Vec::new();
    for (uuid, bytes) in taken {
        let put = app.pictures.files.put(&quarantine(uuid), bytes).await;
        if let Err(error) = &put {
            tracing::error!(%error, "an upload could not be stored");
        }
        stored.push((uuid, put.is_ok()));
    }
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    for (uuid, is_there) in stored {
        if !is_there {
            pictures::refuse(&mut tx, uuid, "error-picture-store", now).await?;
        } else if pictures::set_state(&mut tx, uuid, (State::Coming, State::Waiting), now).await? {
            jobs::push(&mut tx, &Job::Picture { uuid }, now).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// What becomes of an upload.
struct Fate {
    uuid: Uuid,
    /// Why it is refused, if it is.
    why: Option<&'static str>,
}

/// How much room a member has left.
struct Room {
    /// Pictures that there may be more of what is shown.
    left: usize,
    /// Bytes that all of the member's take up.
    bytes: i64,
}

impl Room {
    async fn of(tx: &mut Tx, app: &App, (member, listing): (MemberId, Option<Uuid>)) -> Result<Self> {
        let now = app.clock.now();
        let there = match listing {
            Some(listing) => pictures::of_listing(tx, member, listing).await?,
            None => pictures::of_member(tx, member).await?,
        };
        let mut count = 0;
        for picture in there {
            // Of a member's own one counts, and what was refused before has been read by now.
            let is_over = listing.is_none() && picture.state == State::Waiting;
            if is_over || picture.state == State::Refused {
                pictures::remove(tx, picture.uuid, now).await?;
            } else {
                count += 1;
            }
        }
        let left = if listing.is_some() { MOST.saturating_sub(count) } else { 1 };
        Ok(Self { left, bytes: pictures::bytes_of(tx, member).await? })
    }

    /// What becomes of an upload; nothing when it is here already.
    async fn fate(&mut self, tx: &mut Tx, app: &App, upload: &Looked) -> Result<Option<Fate>> {
        let uuid = match pictures::get(tx, upload.uuid).await?.map(|found| found.state) {
            None => upload.uuid,
            // The name was used up.
            Some(State::Refused | State::Removed) => app.random.uuid(app.clock.now())?,
            Some(State::Coming | State::Waiting | State::Ready) => return Ok(None),
        };
        let bytes = self.bytes.saturating_add(length(upload.bytes.len()));
        let why = match upload.why {
            Some(why) => Some(why),
            None if self.left == 0 => Some("error-picture-many"),
            None if bytes > app.pictures.quota() => Some("error-picture-quota"),
            None => None,
        };
        if why.is_none() {
            self.left -= 1;
            self.bytes = bytes;
        }
        Ok(Some(Fate { uuid, why }))
    }
}

fn length(bytes: usize) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

/// What a file is called, without the folders that some browsers put before it.
fn name(typed: &str) -> String {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|letter| !letter.is_control()).take(NAME_MAX).collect::<String>().trim().to_owned()
}

/// Makes the sizes of a picture that waits for them: the work of [`Job::Picture`]. Done twice it does no harm.
///
/// # Errors
/// When the database or the files fail.
pub async fn make(app: &App, uuid: Uuid) -> Result<()> {
    let files = &app.pictures.files;
    let picture = pictures::get(&mut app.db.read().await?, uuid).await?;
    let Some(picture) = picture.filter(|picture| picture.state == State::Waiting) else {
        return Ok(files.delete(&quarantine(uuid)).await?);
    };
    let made = match files.get(&quarantine(uuid)).await? {
        Some(bytes) => app.pictures.darkroom.develop(bytes).await?,
        None => Err("error-picture-store"),
    };
    match made {
        Ok(developed) => {
            let (width, height) = developed.pixels;
            let made = Made {
                bytes: length(developed.bytes()),
                width: i64::from(width),
                height: i64::from(height),
                sums: developed.sums(),
            };
            for (size, bytes) in Size::ALL.into_iter().zip(developed.files) {
                files.put(&file_name(uuid, size), bytes).await?;
            }
            let mut tx = app.db.write().await?;
            if pictures::set_made(&mut tx, uuid, &made, app.clock.now()).await? && picture.listing.is_none() {
                put_on(&mut tx, app, &picture).await?;
            }
            tx.commit().await?;
        }
        Err(why) => {
            let mut tx = app.db.write().await?;
            pictures::refuse(&mut tx, uuid, why, app.clock.now()).await?;
            tx.commit().await?;
        }
    }
    Ok(files.delete(&quarantine(uuid)).await?)
}

/// Makes a picture its member's face.
async fn put_on(tx: &mut Tx, app: &App, picture: &pictures::Picture) -> Result<()> {
    let owner = members::get(tx, picture.member).await?;
    let names = (owner.portrait.as_str(), &*picture.uuid.to_string());
    store::members::swap_portrait(tx, picture.member, names).await?;
    for other in pictures::of_member(tx, picture.member).await? {
        if other.uuid != picture.uuid && other.state == State::Ready {
            pictures::remove(tx, other.uuid, app.clock.now()).await?;
        }
    }
    Ok(())
}

/// Adds a picture that the program draws, for the demo.
pub(crate) async fn draw(
    app: &App,
    (member, listing): (MemberId, Uuid),
    (drawing, alt): (&str, &str),
) -> Result<()> {
    let now = app.clock.now();
    let uuid = app.random.uuid(now)?;
    let new = NewPicture {
        uuid,
        member,
        listing: Some(listing),
        name: "",
        alt,
        state: State::Waiting,
        refused_why: "",
        drawing,
        bytes: 0,
    };
    let mut tx = app.db.write().await?;
    pictures::insert(&mut tx, &new, now).await?;
    let made = Made { bytes: 0, width: 640, height: 480, sums: Vec::new() };
    pictures::set_made(&mut tx, uuid, &made, now).await?;
    Ok(tx.commit().await?)
}
