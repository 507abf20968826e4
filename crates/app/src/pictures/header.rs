//! What the header of an upload says, before anything of it is unpacked.

use std::io::Cursor;

use image::{ImageFormat, ImageReader, Limits};

/// Bytes of one upload, at most: 10 MB.
pub const UPLOAD_MAX: usize = 10_000_000;
/// Pixels of one picture, at most: 30 million.
pub const PIXELS_MAX: u64 = 30_000_000;
/// Pixels along one side, at most.
pub const SIDE_MAX: u32 = 12_000;
/// Memory that an unpacked picture may take, in bytes: four a pixel. A JPEG that is sent in layers takes twice as much while
/// it is unpacked, no picture more.
pub(super) const MEMORY_MAX: u64 = 4 * PIXELS_MAX;

/// A reader of an upload that is within the limits.
pub(super) type Reader<'b> = ImageReader<Cursor<&'b [u8]>>;

/// Looks at what an upload says it is; gives a reader of it, or the key of the message that says why not.
pub(super) fn checked(bytes: &[u8]) -> Result<Reader<'_>, &'static str> {
    if bytes.len() > UPLOAD_MAX {
        return Err("error-picture-bytes");
    }
    let format = match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) => format,
        Ok(_) | Err(_) => return Err("error-picture-kind"),
    };
    if format == ImageFormat::Jpeg && !is_whole_jpeg(bytes) {
        return Err("error-picture-broken");
    }
    let (width, height) = reader(bytes, format).into_dimensions().map_err(|error| why(&error))?;
    if width > SIDE_MAX || height > SIDE_MAX || u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err("error-picture-pixels");
    }
    if width == 0 || height == 0 {
        return Err("error-picture-broken");
    }
    Ok(reader(bytes, format))
}

fn reader(bytes: &[u8], format: ImageFormat) -> Reader<'_> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(MEMORY_MAX);
    reader.limits(limits);
    reader
}

/// The key of the message for what a decoder says.
pub(super) fn why(error: &image::ImageError) -> &'static str {
    match error {
        image::ImageError::Limits(_) => "error-picture-pixels",
        _ => "error-picture-broken",
    }
}

/// Whether a JPEG goes on to its end: decoders make a grey area of what is missing. What follows the end is nobody's affair.
fn is_whole_jpeg(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    loop {
        // A marker: 255 and what it is. Before it may stand more of 255.
        match rest {
            [0xff, 0xff, ..] => rest = &rest[1..],
            [0xff, 0xd9, ..] => return true,
            [0xff, 0x01 | 0xd0..=0xd7, tail @ ..] => rest = tail,
            [0xff, kind, high, low, ..] if *kind != 0 => {
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                let Some(after) = rest.get(2 + length..).filter(|_| length >= 2) else { return false };
                rest = if *kind == 0xda { behind_scan(after) } else { after };
            }
            _ => return false,
        }
    }
}

/// What follows compressed data: it holds no markers but those that restart it.
fn behind_scan(bytes: &[u8]) -> &[u8] {
    let is_marker = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xff | 0xd0..=0xd7);
    bytes.windows(2).position(is_marker).map_or(&[], |at| &bytes[at..])
}
