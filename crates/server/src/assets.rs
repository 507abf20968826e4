//! Static files: embedded, named by the hash of their content, kept by browsers for ever.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

/// `crates/server/static/`.
#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

struct Asset {
    bytes: Vec<u8>,
    kind: &'static str,
    url: String,
}

/// All files by their plain name, read once.
static ASSETS: LazyLock<HashMap<String, Asset>> = LazyLock::new(|| {
    let read = |name: &str| {
        let bytes = Files::get(name)?.data.into_owned();
        let url = format!("/static/{}", hashed(name, &bytes));
        Some((name.to_owned(), Asset { kind: kind(name), url, bytes }))
    };
    Files::iter().filter_map(|name| read(&name)).collect()
});

/// The plain name behind each hashed one.
static BY_URL: LazyLock<HashMap<&'static str, &'static Asset>> =
    LazyLock::new(|| ASSETS.values().map(|asset| (asset.url.as_str(), asset)).collect());

fn hashed(name: &str, bytes: &[u8]) -> String {
    let mut hash = String::new();
    for byte in Sha256::digest(bytes).iter().take(6) {
        // Writing to a String cannot fail.
        let _ = write!(hash, "{byte:02x}");
    }
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{name}-{hash}"),
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

/// The address of a static file, for templates: `{{ crate::assets::url("look.css") }}`. Empty when there is no such file.
#[must_use]
pub fn url(name: &str) -> &'static str {
    if let Some(asset) = ASSETS.get(name) {
        return &asset.url;
    }
    tracing::error!(name, "a page names a static file that does not exist");
    ""
}

/// `GET /static/{file}`.
pub async fn file(Path(file): Path<String>) -> Response {
    let url = format!("/static/{file}");
    let Some(asset) = BY_URL.get(url.as_str()) else { return StatusCode::NOT_FOUND.into_response() };
    let headers =
        [(header::CONTENT_TYPE, asset.kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (headers, asset.bytes.as_slice()).into_response()
}

/// `GET /portrait/{name}.svg`: a drawn portrait; see [`crate::web::portrait`].
pub async fn portrait(Path(file): Path<String>) -> Response {
    let Some(drawing) = file.strip_suffix(".svg").and_then(crate::web::portrait::svg) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers =
        [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=604800")];
    (headers, drawing).into_response()
}

/// `GET /sw.js`: the service worker, which must stand at the root and must not be kept. What it stores for the shell
/// is written into it, so that a new release is a new worker.
pub async fn worker() -> Response {
    let Some(asset) = ASSETS.get("sw.js") else { return StatusCode::NOT_FOUND.into_response() };
    let shell: Vec<&str> = ["look.css", "icons.svg", "app.js", "mark.svg", "icon-192.png"].map(url).into();
    let list = serde_json::to_string(&shell).unwrap_or_else(|_| "[]".to_owned());
    let text = String::from_utf8_lossy(&asset.bytes).replace("__SHELL__", &list);
    let headers = [(header::CONTENT_TYPE, asset.kind), (header::CACHE_CONTROL, "no-cache")];
    (headers, text).into_response()
}

/// `GET /manifest.webmanifest`: what makes the pages installable, under the server's own name.
#[must_use]
pub fn manifest(name: &str) -> Response {
    let icon = |file: &str, sizes: &str, kind: &str, purpose: &str| serde_json::json!({"src": url(file), "sizes": sizes, "type": kind, "purpose": purpose});
    let manifest = serde_json::json!({
        "name": name,
        "short_name": name,
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f9f7f3",
        "theme_color": "#f9f7f3",
        "icons": [
            icon("icon-192.png", "192x192", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "any"),
            icon("icon-maskable-512.png", "512x512", "image/png", "maskable"),
            icon("icon.svg", "any", "image/svg+xml", "any"),
        ],
    });
    let headers = [
        (header::CONTENT_TYPE, "application/manifest+json"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (headers, manifest.to_string()).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_by_their_content() {
        let url = url("look.css");
        assert!(url.starts_with("/static/look-") && url.ends_with(".css"), "{url}");
        assert_eq!(BY_URL.len(), ASSETS.len());
        assert!(ASSETS.values().all(|asset| asset.kind != "application/octet-stream"));
    }

    #[test]
    fn every_file_that_a_template_names_exists() {
        for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/templates")).expect("templates")
        {
            let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("a template");
            for rest in text.split("assets::url(\"").skip(1) {
                let name = rest.split('"').next().unwrap_or_default();
                assert!(ASSETS.contains_key(name), "{name}");
            }
        }
    }

    #[test]
    fn every_icon_that_a_template_names_is_drawn() {
        let sprite = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/static/icons.svg"))
            .expect("sprite");
        for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/templates")).expect("templates")
        {
            let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("a template");
            for rest in text.split("icon(\"").skip(1) {
                let name = rest.split('"').next().unwrap_or_default();
                assert!(sprite.contains(&format!("id=\"{name}\"")), "{name}");
            }
        }
    }
}
