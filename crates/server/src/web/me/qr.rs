//! A QR code as the path of an SVG: one square a dark module.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};

/// A code to be drawn: `<svg viewBox="0 0 {size} {size}"><path d="{path}"/></svg>` with dark on light.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Qr {
    /// Modules a side, with the quiet zone of four around.
    pub(super) size: usize,
    /// The dark modules.
    pub(super) path: String,
}

/// The quiet zone that readers need.
const QUIET: usize = 4;

/// The code of a text; none when it is too long for one.
pub(super) fn qr(text: &str) -> Option<Qr> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for row in 0..code.size {
        for (column, module) in code[row].iter().take(code.size).enumerate() {
            if module.value() {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{},{}h1v1h-1z", column + QUIET, row + QUIET);
            }
        }
    }
    Some(Qr { size: code.size + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::qr;

    #[test]
    fn a_code_has_its_three_corners() {
        let code = qr("otpauth://totp/Ayni:ana?secret=MZXW6YTBOI").unwrap();
        let far = code.size - 5;
        for corner in ["M4,4h".to_owned(), format!("M{far},4h"), format!("M4,{far}h")] {
            assert!(code.path.contains(&corner), "{corner}");
        }
        assert!(qr(&"x".repeat(5000)).is_none());
    }
}
