//! Pictures: taken as they come, made into sizes without what else they held, seen by whoever sees what they show, and gone
//! with it.

use std::io::Cursor;

use app::pictures::{self, Change, Files, Picture, Pictures, Shown, Size, Upload};
use app::{jobs, members};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, RgbImage};

use super::*;

/// What must never be found in what is served.
const SECRET: &[u8] = b"41.3851N 2.1734E";

/// A picture of this many pixels, its upper left quarter red and the rest blue.
pub(super) fn drawn(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        image::Rgb(if x < width / 2 && y < height / 2 { [200, 20, 20] } else { [20, 20, 200] })
    })
}

fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture.clone()).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG as a telephone makes it: turned, and with the place in it.
fn from_a_phone() -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    exif.extend_from_slice(SECRET);
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new(&mut bytes);
    encoder.set_exif_metadata(exif).unwrap();
    let picture = drawn(800, 400);
    encoder.write_image(picture.as_raw(), 800, 400, image::ExtendedColorType::Rgb8).unwrap();
    assert!(holds_secret(&bytes));
    bytes
}

fn holds_secret(bytes: &[u8]) -> bool {
    bytes.windows(SECRET.len()).any(|some| some == SECRET)
}

impl Town {
    /// Adds pictures to ana's listing, without making their sizes.
    async fn lay_aside(&self, listing: Uuid, uploads: &[(&str, &[u8])]) -> app::Result<()> {
        let uploads: Vec<Upload<'_>> = uploads.iter().map(|(name, bytes)| Upload { name, bytes }).collect();
        let ana = self.world.actor("ana").await;
        pictures::add(&self.world.app, &ana, (self.ana.member, listing), &uploads).await
    }

    async fn add(&self, listing: Uuid, uploads: &[(&str, &[u8])]) {
        self.lay_aside(listing, uploads).await.unwrap();
        self.world.letters().await;
    }

    async fn pictures(&self, listing: Uuid) -> Vec<Picture> {
        let (app, ana) = (&self.world.app, self.world.actor("ana").await);
        pictures::of_draft(app, &ana, &self.home().await, (self.ana.member, listing)).await.unwrap()
    }

    /// Why the pictures of ana's listing were refused; empty for those that were not.
    async fn refused(&self, listing: Uuid) -> Vec<String> {
        self.pictures(listing).await.into_iter().map(|picture| picture.refused_why).collect()
    }

    async fn file(&self, actor: &Actor, (uuid, size): (Uuid, Size)) -> app::Result<Vec<u8>> {
        match pictures::file(&self.world.app, actor, &self.home().await, (uuid, size)).await? {
            Shown::File(bytes) => Ok(bytes),
            Shown::Drawing(name) => panic!("{name} is drawn"),
        }
    }

    async fn arrange(&self, listing: Uuid, changes: &[Change<'_>]) {
        let (app, ana, home) = (&self.world.app, self.world.actor("ana").await, self.home().await);
        pictures::arrange(app, &ana, &home, (self.ana.member, listing), changes).await.unwrap();
    }

    /// Hours go by, and the worker sweeps in each.
    async fn is_swept(&self, hours: i64) {
        for _ in 0..hours {
            let now = self.world.app.clock.now();
            self.world.app.clock.set(Instant(now.0 + 3_600_000_000));
            jobs::sweep(&self.world.app).await.unwrap();
        }
    }
}

/// A town whose pictures lie where they can be looked at.
async fn with_files(quota: u64) -> (Town, Files) {
    let mut town = Town::new().await;
    let files = Files::in_memory();
    town.world.app = town.world.app.clone().keeping(Pictures::new(files.clone(), quota));
    (town, files)
}

#[tokio::test]
async fn a_picture_from_a_phone_stands_upright_and_tells_no_place() {
    let (town, files) = with_files(pictures::QUOTA).await;
    let (ben, listing) = (town.world.actor("ben").await, town.publish("ana", &town.offer("Bread")).await);
    town.lay_aside(listing, &[("C:\\photos\\loaf.jpg", &from_a_phone())]).await.unwrap();
    let waiting = town.pictures(listing).await.remove(0);
    assert_eq!((waiting.state, waiting.name.as_str()), (pictures::State::Waiting, "loaf.jpg"));
    assert!(town.file(&ben, (waiting.uuid, Size::Full)).await.is_err(), "what came is never served");
    assert_eq!(files.names().await.unwrap().len(), 1);

    town.world.letters().await;
    let ready = town.pictures(listing).await.remove(0);
    assert_eq!((ready.state, ready.width, ready.height), (pictures::State::Ready, 400, 800));
    for (size, pixels) in [(Size::Thumb, (160, 160)), (Size::Card, (640, 480)), (Size::Full, (400, 800))] {
        let bytes = town.file(&ben, (ready.uuid, size)).await.unwrap();
        assert!(!holds_secret(&bytes));
        assert_eq!(image::guess_format(&bytes).unwrap(), ImageFormat::Jpeg);
        let picture = image::load_from_memory(&bytes).unwrap().into_rgb8();
        assert_eq!(picture.dimensions(), pixels);
        // Turned to the right, the red quarter is at the upper right.
        let (width, height) = pixels;
        let at = |x: u32, y: u32| picture.get_pixel(x, y).0;
        assert!(at(width - 8, height / 4)[0] > 150, "{size:?}: {:?}", at(width - 8, height / 4));
        assert!(at(8, height / 4)[2] > 150 && at(width - 8, height - 8)[2] > 150, "{size:?}");
    }
    let names = files.names().await.unwrap();
    assert_eq!(names.len(), 3, "what came is gone: {names:?}");
    let shown = town.shown(&ben, &Wanted::default()).await;
    assert_eq!(shown[0].picture, Some(ready.uuid));
}

#[tokio::test]
async fn all_three_kinds_are_taken_and_what_else_a_file_is_does_not_survive() {
    let (town, _) = with_files(pictures::QUOTA).await;
    let (ben, listing) = (town.world.actor("ben").await, town.publish("ana", &town.offer("Bread")).await);
    let tail = [b"<script>alert(1)</script>PK\x03\x04", SECRET].concat();
    let polyglot = |format| [encoded(&drawn(64, 48), format), tail.clone()].concat();
    let [jpeg, png, webp] = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP].map(polyglot);
    town.add(listing, &[("a.jpg", &jpeg), ("b.png", &png), ("c.webp", &webp)]).await;
    let found = town.pictures(listing).await;
    assert_eq!(found.len(), 3);
    for picture in found {
        assert_eq!(picture.state, pictures::State::Ready, "{}: {}", picture.name, picture.refused_why);
        for size in Size::ALL {
            let bytes = town.file(&ben, (picture.uuid, size)).await.unwrap();
            assert!(!holds_secret(&bytes) && !bytes.windows(7).any(|some| some == b"<script"));
        }
    }
}

/// A PNG that says it has this many pixels and holds none.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut png = encoded(&drawn(2, 2), ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let mut sum = flate2::Crc::new();
    sum.update(&png[12..29]);
    png[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    png
}

#[tokio::test]
async fn what_is_no_picture_or_a_bomb_is_refused_by_name_with_the_reason() {
    let (town, files) = with_files(pictures::QUOTA).await;
    let jpeg = encoded(&drawn(300, 200), ImageFormat::Jpeg);
    let png = encoded(&drawn(300, 200), ImageFormat::Png);
    let gif = b"GIF89a\x01\0\x01\0\0\0\0;".to_vec();
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".to_vec();
    let table: &[(&str, Vec<u8>, &str)] = &[
        ("renamed.jpg", gif, "error-picture-kind"),
        ("script.png", svg, "error-picture-kind"),
        ("empty.jpg", Vec::new(), "error-picture-kind"),
        ("short.jpg", jpeg[..12].to_vec(), "error-picture-broken"),
        ("half.jpg", jpeg[..jpeg.len() / 2].to_vec(), "error-picture-broken"),
        ("almost.jpg", jpeg[..jpeg.len() - 2].to_vec(), "error-picture-broken"),
        ("half.png", png[..png.len() / 2].to_vec(), "error-picture-broken"),
        ("giant.png", bomb(100_000, 100_000), "error-picture-pixels"),
        ("wide.png", bomb(30_000, 10), "error-picture-pixels"),
        ("many.png", bomb(11_000, 11_000), "error-picture-pixels"),
        ("hollow.png", bomb(5_000, 5_000), "error-picture-broken"),
        ("fat.jpg", [jpeg.clone(), vec![0; pictures::UPLOAD_MAX]].concat(), "error-picture-bytes"),
    ];
    for (name, bytes, why) in table {
        let listing = town.publish("ana", &town.offer(name)).await;
        town.add(listing, &[(name, bytes)]).await;
        let found = town.pictures(listing).await.remove(0);
        assert_eq!((found.name.as_str(), found.refused_why.as_str()), (*name, *why));
        let ben = town.world.actor("ben").await;
        let seen = market::listing(&town.world.app, &ben, &town.home().await, listing).await.unwrap();
        assert!(seen.pictures.is_empty(), "it is its owner's affair");
        // Looked at once more and saved, it is no longer spoken of.
        town.arrange(listing, &[]).await;
        assert!(town.pictures(listing).await.is_empty());
    }
    assert!(files.names().await.unwrap().is_empty(), "{:?}", files.names().await.unwrap());
}

#[tokio::test]
async fn pictures_are_seen_by_whoever_sees_the_listing() {
    let (town, _) = with_files(pictures::QUOTA).await;
    let (app, exchange) = (&town.world.app, town.exchange);
    let png = encoded(&drawn(64, 48), ImageFormat::Png);
    let everyone = ListingForm { sight: Some(Sight::Everyone), ..town.offer("Bread") };
    let (open, inside) =
        (town.publish("ana", &everyone).await, town.publish("ana", &town.offer("Jam")).await);
    let draft = town.name();
    for listing in [open, inside, draft] {
        town.add(listing, &[("a.png", &png)]).await;
    }
    let picture = async |listing| town.pictures(listing).await.remove(0).uuid;
    let (ana, ben) = (town.world.actor("ana").await, town.world.actor("ben").await);
    let sees =
        async |actor: &Actor, listing| town.file(actor, (picture(listing).await, Size::Card)).await.is_ok();
    let visitor = Actor::visitor();
    for (listing, expected) in
        [(open, [true, true, true]), (inside, [false, true, true]), (draft, [false, false, true])]
    {
        for (actor, expected) in [&visitor, &ben, &ana].into_iter().zip(expected) {
            assert_eq!(sees(actor, listing).await, expected);
        }
    }
    market::hide(app, &ana, exchange, open).await.unwrap();
    assert!(!sees(&visitor, open).await && !sees(&ben, open).await && sees(&ana, open).await);
    let other = town.world.exchange("OTHR").await;
    let stranger = town.world.admin("OTHR").await;
    assert!(!sees(&stranger, inside).await);
    let elsewhere = exchanges::by_code(app, &Actor::server(), "OTHR").await.unwrap();
    let found = pictures::file(app, &ana, &elsewhere, (picture(inside).await, Size::Card)).await;
    assert!(matches!(found, Err(Error::NotFound)), "{other:?} does not have it");
    // Nobody puts pictures on another's listing, or reads what another's draft holds.
    let upload = [Upload { name: "x", bytes: &png }];
    let theirs = pictures::add(app, &ben, (town.ben.member, inside), &upload).await;
    assert!(matches!(theirs, Err(Error::NotFound)));
    let theirs = pictures::add(app, &ben, (town.ana.member, inside), &upload).await;
    assert!(matches!(theirs, Err(Error::NotAllowed(_) | Error::NotFound)));
    let home = town.home().await;
    assert!(pictures::of_draft(app, &ben, &home, (town.ana.member, draft)).await.is_err());
    assert!(pictures::arrange(app, &ben, &home, (town.ana.member, inside), &[]).await.is_err());
}

#[tokio::test]
async fn the_same_form_sent_twice_adds_each_picture_once() {
    let (town, files) = with_files(pictures::QUOTA).await;
    let listing = town.publish("ana", &town.offer("Bread")).await;
    let (one, other) = (encoded(&drawn(64, 48), ImageFormat::Png), encoded(&drawn(48, 64), ImageFormat::Png));
    for _ in 0..2 {
        town.lay_aside(listing, &[("one.png", &one), ("other.png", &other)]).await.unwrap();
    }
    town.add(listing, &[("one again.png", &one)]).await;
    assert_eq!(town.pictures(listing).await.len(), 2);
    assert_eq!(files.names().await.unwrap().len(), 6);
    // What was taken away may come again.
    let first = town.pictures(listing).await[0].uuid;
    town.arrange(listing, &[Change { uuid: first, alt: "", place: 1, goes: true }]).await;
    town.add(listing, &[("one.png", &one)]).await;
    assert_eq!(town.pictures(listing).await.len(), 2);
}

#[tokio::test]
async fn pictures_are_described_put_in_order_and_taken_away() {
    let (town, _) = with_files(pictures::QUOTA).await;
    let listing = town.publish("ana", &town.offer("Bread")).await;
    let made: Vec<Vec<u8>> = (0..4).map(|at| encoded(&drawn(40 + at, 40), ImageFormat::Png)).collect();
    let names = ["a", "b", "c", "d"];
    let uploads: Vec<(&str, &[u8])> =
        names.into_iter().zip(&made).map(|(name, bytes)| (name, bytes.as_slice())).collect();
    town.add(listing, &uploads).await;
    let order = async || -> String {
        town.pictures(listing).await.iter().map(|picture| picture.name.as_str()).collect()
    };
    let move_to = async |name: &str, to: usize| {
        let found = town.pictures(listing).await;
        let changes: Vec<Change<'_>> = (1..)
            .zip(&found)
            .map(|(at, picture)| {
                let place = if picture.name == name { to } else { at };
                Change { uuid: picture.uuid, alt: &picture.alt, place, goes: false }
            })
            .collect();
        town.arrange(listing, &changes).await;
    };
    assert_eq!(order().await, "abcd");
    for (name, to, expected) in [("c", 1, "cabd"), ("c", 4, "abdc"), ("b", 3, "adbc"), ("a", 1, "adbc")] {
        move_to(name, to).await;
        assert_eq!(order().await, expected, "{name} to {to}");
    }
    let found = town.pictures(listing).await;
    town.arrange(
        listing,
        &[
            Change { uuid: found[0].uuid, alt: "", place: 1, goes: true },
            Change { uuid: found[1].uuid, alt: " A loaf,  cut ", place: 2, goes: false },
        ],
    )
    .await;
    let found = town.pictures(listing).await;
    assert_eq!((order().await.as_str(), found[0].alt.as_str()), ("dbc", "A loaf, cut"));
    let (app, ana, home) = (&town.world.app, town.world.actor("ana").await, town.home().await);
    let long = "x".repeat(pictures::ALT_MAX + 1);
    let change = Change { uuid: found[0].uuid, alt: &long, place: 1, goes: false };
    let told = pictures::arrange(app, &ana, &home, (town.ana.member, listing), &[change]).await;
    assert!(told.unwrap_err().has_code("error-too-long"));
}

#[tokio::test]
async fn a_listing_has_few_and_a_member_has_room_for_so_many() {
    let png = |at: u32| encoded(&drawn(40 + at, 40), ImageFormat::Png);
    let (town, _) = with_files(u64::try_from(png(0).len()).unwrap() + 10).await;
    let listing = town.publish("ana", &town.offer("Bread")).await;
    town.lay_aside(listing, &[("one", &png(0)), ("two", &png(1))]).await.unwrap();
    assert_eq!(town.refused(listing).await, ["", "error-picture-quota"]);

    let (town, _) = with_files(pictures::QUOTA).await;
    let listing = town.publish("ana", &town.offer("Bread")).await;
    let made: Vec<Vec<u8>> = (0..9).map(png).collect();
    let uploads: Vec<(&str, &[u8])> = made.iter().map(|bytes| ("x", bytes.as_slice())).collect();
    town.lay_aside(listing, &uploads).await.unwrap();
    let refused = town.refused(listing).await;
    assert_eq!((refused.len(), refused[7].as_str(), refused[8].as_str()), (9, "", "error-picture-many"));
}

#[tokio::test]
async fn files_go_with_what_they_show() {
    let (town, files) = with_files(pictures::QUOTA).await;
    let (app, ana, exchange) = (&town.world.app, town.world.actor("ana").await, town.exchange);
    let png = encoded(&drawn(64, 48), ImageFormat::Png);
    let (removed, stays) =
        (town.publish("ana", &town.offer("Bread")).await, town.publish("ana", &town.offer("Jam")).await);
    for listing in [removed, stays, town.name()] {
        town.add(listing, &[("a.png", &png)]).await;
    }
    let upload = Upload { name: "me.png", bytes: &png };
    pictures::set_face(app, &ana, town.ana.member, upload).await.unwrap();
    town.world.letters().await;
    assert_eq!(files.names().await.unwrap().len(), 12);
    market::remove(app, &ana, exchange, removed).await.unwrap();
    town.is_swept(2).await;
    assert_eq!(files.names().await.unwrap().len(), 12, "a backup that is being made still finds them");
    town.is_swept(24 + 26).await;
    // The listing that was taken away, and the draft that nobody went on with.
    assert_eq!(files.names().await.unwrap().len(), 6);
    members::leave(app, &ana, town.ana.member).await.unwrap();
    town.is_swept(26).await;
    assert!(files.names().await.unwrap().is_empty());
    let left = store::members::get(&mut town.world.database.db.read().await.unwrap(), town.ana.member).await;
    assert_eq!(left.unwrap().unwrap().portrait, "");
    town.world.letters().await;
}

#[tokio::test]
async fn an_upload_whose_making_was_interrupted_is_forgotten_or_told() {
    let (town, files) = with_files(pictures::QUOTA).await;
    let listing = town.publish("ana", &town.offer("Bread")).await;
    let png = encoded(&drawn(64, 48), ImageFormat::Png);
    // The plug is pulled between the row and the file: nothing is shown, and nothing stays.
    let coming = town.name();
    let new = store::pictures::NewPicture {
        uuid: coming,
        member: town.ana.member,
        listing: Some(listing),
        name: "a.png",
        alt: "",
        state: pictures::State::Coming,
        refused_why: "",
        drawing: "",
        bytes: 5,
    };
    let db = &town.world.database.db;
    let mut tx = db.write().await.unwrap();
    store::pictures::insert(&mut tx, &new, town.world.app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    files.put(&format!("quarantine/{coming}"), png.clone()).await.unwrap();
    assert!(town.pictures(listing).await.is_empty());
    town.is_swept(50).await;
    assert!(files.names().await.unwrap().is_empty());
    assert!(store::pictures::get(&mut db.read().await.unwrap(), coming).await.unwrap().is_none());

    // The file is lost before its sizes are made: its owner is told.
    town.lay_aside(listing, &[("a.png", &png)]).await.unwrap();
    for name in files.names().await.unwrap() {
        files.delete(&name).await.unwrap();
    }
    town.world.letters().await;
    assert_eq!(town.refused(listing).await, ["error-picture-store"]);

    // The job is done once more after it has been done.
    town.add(listing, &[("b.png", &png)]).await;
    let made = town.pictures(listing).await.remove(0);
    pictures::make(&town.world.app, made.uuid).await.unwrap();
    assert_eq!(town.pictures(listing).await.remove(0), made);
    assert_eq!(files.names().await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_member_wears_its_own_picture_once_it_is_made() {
    let (town, files) = with_files(pictures::QUOTA).await;
    let app = &town.world.app;
    let (ana, ben) = (town.world.actor("ana").await, town.world.actor("ben").await);
    let portrait = async |person: &Person| {
        let mut tx = town.world.database.db.read().await.unwrap();
        store::members::get(&mut tx, person.member).await.unwrap().unwrap().portrait
    };
    let [first, second] = [64, 70].map(|width| encoded(&drawn(width, 48), ImageFormat::Png));
    let put_up = async |bytes: &[u8]| {
        pictures::set_face(app, &ana, town.ana.member, Upload { name: "me.png", bytes }).await.unwrap();
    };
    put_up(&first).await;
    assert_eq!(portrait(&town.ana).await, "", "the old face stays until the new one is there");
    town.world.letters().await;
    let worn = portrait(&town.ana).await;
    let uuid = Uuid::try_parse(&worn).unwrap();
    assert!(town.file(&ben, (uuid, Size::Thumb)).await.is_ok());
    assert!(town.file(&Actor::visitor(), (uuid, Size::Thumb)).await.is_err(), "visitors see no faces");

    // Nobody wears another's; one's own stays when other things are changed.
    let wearing = |portrait: &str| members::ProfileForm {
        name: "Somebody".to_owned(),
        portrait: portrait.to_owned(),
        ..members::ProfileForm::default()
    };
    let theirs = members::edit_profile(app, &ben, town.ben.member, &wearing(&worn)).await;
    assert!(theirs.unwrap_err().has_code("error-choice"));
    members::edit_profile(app, &ana, town.ana.member, &wearing(&worn)).await.unwrap();
    assert_eq!(portrait(&town.ana).await, worn);

    put_up(&second).await;
    town.world.letters().await;
    let other = portrait(&town.ana).await;
    assert_ne!(other, worn);
    assert!(town.file(&ben, (uuid, Size::Thumb)).await.is_err(), "the one before is gone");
    members::edit_profile(app, &ana, town.ana.member, &wearing("p0101")).await.unwrap();
    assert_eq!(portrait(&town.ana).await, "p0101");
    town.is_swept(26).await;
    assert!(files.names().await.unwrap().is_empty());

    let mistaken = Upload { name: "me.txt", bytes: b"hello" };
    pictures::set_face(app, &ana, town.ana.member, mistaken).await.unwrap();
    let told = pictures::of_face(app, &ana, &town.home().await, town.ana.member).await.unwrap();
    assert_eq!(told[0].refused_why, "error-picture-kind");
}
