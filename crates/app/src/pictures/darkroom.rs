//! The darkroom: one thread that unpacks pictures and makes their sizes, one at a time, so that pictures never take more
//! than one processor and the memory of one.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{DynamicImage, ImageDecoder as _, ImageEncoder as _, RgbImage};
use sha2::{Digest as _, Sha256};
use tokio::sync::{mpsc, oneshot};

use super::Size;
use super::header::{self, MEMORY_MAX};
use crate::error::{Error, Result};

/// How many may wait at the door with their bytes in memory.
const WAITING: usize = 2;
/// The longest side of the largest size, in pixels.
const FULL: u32 = 1600;

/// The way to the thread, which begins with the first picture. Clones lead to the same one.
#[derive(Clone, Default)]
pub(super) struct Darkroom(Arc<OnceLock<mpsc::Sender<Sheet>>>);

struct Sheet {
    bytes: Vec<u8>,
    answer: oneshot::Sender<Outcome>,
}

type Outcome = Result<Developed, &'static str>;

/// The sizes of a picture.
#[derive(Debug)]
pub(super) struct Developed {
    /// The file of each size, in the order of [`Size::ALL`].
    pub(super) files: [Vec<u8>; 3],
    /// Width and height of the largest.
    pub(super) pixels: (u32, u32),
}

impl Developed {
    /// The SHA-256 of each file, one after the other.
    pub(super) fn sums(&self) -> Vec<u8> {
        self.files.iter().flat_map(|file| Sha256::digest(file).to_vec()).collect()
    }

    /// Bytes of all files together.
    pub(super) fn bytes(&self) -> usize {
        self.files.iter().map(Vec::len).sum()
    }
}

impl Darkroom {
    /// Makes the sizes of an upload, or gives the key of the message that says why not.
    ///
    /// # Errors
    /// When the thread is gone.
    pub(super) async fn develop(&self, bytes: Vec<u8>) -> Result<Outcome> {
        let gone = || Error::Internal("the thread that makes pictures is gone".into());
        let (answer, outcome) = oneshot::channel();
        self.door()?.send(Sheet { bytes, answer }).await.map_err(|_| gone())?;
        outcome.await.map_err(|_| gone())
    }

    fn door(&self) -> Result<mpsc::Sender<Sheet>> {
        if let Some(door) = self.0.get() {
            return Ok(door.clone());
        }
        let (door, mut sheets) = mpsc::channel::<Sheet>(WAITING);
        if self.0.set(door.clone()).is_err() {
            // Another was quicker; this door has nobody behind it.
            return self.door();
        }
        let work = move || {
            while let Some(Sheet { bytes, answer }) = sheets.blocking_recv() {
                let developed = catch_unwind(AssertUnwindSafe(|| develop(&bytes)));
                // Whoever asked has perhaps gone.
                let _ = answer.send(developed.unwrap_or(Err("error-picture-broken")));
            }
        };
        let begun = std::thread::Builder::new().name("pictures".into()).spawn(work);
        begun.map_err(|error| Error::Internal(format!("a thread for pictures: {error}")))?;
        Ok(door)
    }
}

fn develop(bytes: &[u8]) -> Outcome {
    let mut decoder = header::checked(bytes)?.into_decoder().map_err(|error| header::why(&error))?;
    if decoder.total_bytes() > MEMORY_MAX {
        return Err("error-picture-pixels");
    }
    let orientation = decoder.orientation().map_err(|error| header::why(&error))?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| header::why(&error))?;
    if picture.width().max(picture.height()) > 2 * FULL {
        // Fast and rough, down to twice what is wanted.
        picture = picture.thumbnail(2 * FULL, 2 * FULL);
    }
    if picture.width().max(picture.height()) > FULL {
        picture = picture.resize(FULL, FULL, FilterType::Triangle);
    }
    picture.apply_orientation(orientation);
    let full = on_white(picture);
    let card = cut(&full, (640, 480));
    let thumb = cut(&full, (160, 160));
    let file = |picture: &RgbImage, quality| encoded(picture, quality).ok_or("error-picture-broken");
    let files = [file(&thumb, 72)?, file(&card, 76)?, file(&full, 80)?];
    debug_assert_eq!(files.len(), Size::ALL.len());
    Ok(Developed { files, pixels: full.dimensions() })
}

/// A picture without what shines through.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    let mut plain = RgbImage::new(picture.width(), picture.height());
    for (from, to) in picture.pixels().zip(plain.pixels_mut()) {
        let [red, green, blue, alpha] = from.0.map(u16::from);
        let over = |part: u16| u8::try_from((part * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        to.0 = [over(red), over(green), over(blue)];
    }
    plain
}

/// The middle of a picture in another shape, scaled to this many pixels.
fn cut(picture: &RgbImage, (width, height): (u32, u32)) -> RgbImage {
    let (own_width, own_height) = picture.dimensions();
    let wide = u64::from(own_width) * u64::from(height);
    let high = u64::from(own_height) * u64::from(width);
    let part = |whole: u32, of: u32, by: u32| {
        u32::try_from(u64::from(whole) * u64::from(of) / u64::from(by)).unwrap_or(u32::MAX).max(1)
    };
    let (part_width, part_height) = if wide > high {
        (part(own_height, width, height), own_height)
    } else {
        (own_width, part(own_width, height, width))
    };
    let (left, top) = ((own_width - part_width) / 2, (own_height - part_height) / 2);
    let middle = imageops::crop_imm(picture, left, top, part_width, part_height);
    imageops::resize(&*middle, width, height, FilterType::Triangle)
}

fn encoded(picture: &RgbImage, quality: u8) -> Option<Vec<u8>> {
    let mut bytes = Cursor::new(Vec::new());
    let (width, height) = picture.dimensions();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    encoder.write_image(picture.as_raw(), width, height, image::ExtendedColorType::Rgb8).ok()?;
    Some(bytes.into_inner())
}
