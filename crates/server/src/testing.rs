//! The whole server in a test, without a network: browsers with cookies ask its router.
//!
//! ```text
//! let server = TestServer::new().await;
//! let exchange = server.world.exchange("MARL").await;
//! server.world.member("ana", exchange).await;
//! let ana = server.as_user("ana").await;
//! let page = ana.get("/MARL").await;
//! assert_eq!(page.status, 200);
//! let page = ana.post("/me/name", &[("name", "Ana"), ("locale", "en")]).await;
//! assert_eq!(page.location(), "/me");
//! server.anon().get("/MARL/statement").await.assert_status(303);
//! ```

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, PoisonError};

use app::testing::{ORIGIN, World};
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use http_body::Body as _;
use tower::ServiceExt;

use crate::api::Origins;
use crate::live::Live;
use crate::metrics::Metrics;
use crate::net::limits::Limits;
use crate::net::proxies::Proxies;
use crate::observe::References;
use crate::push::{Pusher, Reach};
use crate::router;
use crate::state::{Server, Shared};
use crate::web::frame::{Site, SiteKind};
use crate::web::security::PublicUrl;
use crate::web::{cookies, guard};

/// A server in a [`World`] of its own.
pub struct TestServer {
    /// Who and what there is.
    pub world: World,
    /// What its handlers share.
    pub server: Server,
    router: Router,
}

impl TestServer {
    /// A server with nobody but `root`.
    ///
    /// # Panics
    /// When it cannot be made, as every function here: a test has nothing better to do.
    pub async fn new() -> Self {
        Self::of(World::new().await)
    }

    /// A server whose administrators are asked for a second factor, as on a real one.
    ///
    /// # Panics
    /// As [`TestServer::new`].
    pub async fn strict() -> Self {
        Self::of(World::strict().await)
    }

    fn of(world: World) -> Self {
        let public = PublicUrl::new(ORIGIN);
        let limits = Limits::new(4096, None, None).unwrap_or_else(|error| panic!("{error:#}"));
        let pusher = Pusher::new(&world.app, &public, Reach::Anywhere);
        let server = Server::new(Shared {
            app: world.app.clone(),
            pusher: pusher.unwrap_or_else(|error| panic!("{error}")),
            site: Site { name: "Ayni".to_owned(), kind: SiteKind::Real },
            public,
            origins: Origins::default(),
            proxies: Proxies::default(),
            metrics: Metrics::default(),
            live: Live::new(&limits),
            references: References::new(7),
            stopping: AtomicBool::new(false),
        });
        let router = router::router(&server);
        Self { world, server, router }
    }

    /// A browser of somebody who has not signed in.
    #[must_use]
    pub fn anon(&self) -> Browser<'_> {
        Browser { server: self, jar: Mutex::default() }
    }

    /// A browser in which the user of this name (of [`World::user`], [`World::member`]) has signed in.
    ///
    /// # Panics
    /// When there is none.
    pub async fn as_user(&self, name: &str) -> Browser<'_> {
        let token = self.world.sign_in(name).await;
        let jar = BTreeMap::from([(cookies::session_name(&self.server.public).to_owned(), token)]);
        Browser { server: self, jar: Mutex::new(jar) }
    }
}

/// A browser: it keeps cookies and fills in the forms' token.
pub struct Browser<'s> {
    server: &'s TestServer,
    jar: Mutex<BTreeMap<String, String>>,
}

impl Browser<'_> {
    /// Asks for a page.
    ///
    /// # Panics
    /// When the path is none.
    pub async fn get(&self, path: &str) -> Page {
        self.send(Request::get(path).body(Body::empty()).unwrap_or_else(|error| panic!("{error}"))).await
    }

    /// Asks for a page in a language, as `es`.
    ///
    /// # Panics
    /// When the path is none.
    pub async fn get_in(&self, language: &str, path: &str) -> Page {
        self.put_cookie("lang", language);
        self.get(path).await
    }

    /// Sends a form with the token that its page carried. A browser without cookies first looks at a page, as people do.
    ///
    /// # Panics
    /// When the path is none.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let public = &self.server.server.public;
        let known =
            || self.cookie(cookies::session_name(public)).or_else(|| self.cookie(cookies::form_name(public)));
        if known().is_none() {
            self.get("/sign-in").await;
        }
        let token = guard::token(&known().unwrap_or_default());
        self.post_with_token(path, fields, &token).await
    }

    /// Sends a form with this token.
    ///
    /// # Panics
    /// When the path is none.
    pub async fn post_with_token(&self, path: &str, fields: &[(&str, &str)], token: &str) -> Page {
        let encoded = |text: &str| crate::web::stop::encoded(text);
        let pairs = fields.iter().copied().chain([("csrf", token)]);
        let body: Vec<String> =
            pairs.map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.join("&")))
            .unwrap_or_else(|error| panic!("{error}"));
        self.send(request).await
    }

    /// Sends a form with files (field, name, content), with the token that its page carried.
    ///
    /// # Panics
    /// When the path is none.
    pub async fn post_files(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Page {
        const BOUNDARY: &str = "a-line-between-parts";
        let public = &self.server.server.public;
        let known = self.cookie(cookies::session_name(public)).unwrap_or_default();
        let token = guard::token(&known);
        let mut body = Vec::new();
        for (name, value) in fields.iter().copied().chain([("csrf", token.as_str())]) {
            let head = format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(value.as_bytes());
            body.extend_from_slice(b"\r\n");
        }
        for (field, name, bytes) in files {
            let head = format!(
                "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
                 content-type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
            .body(Body::from(body))
            .unwrap_or_else(|error| panic!("{error}"));
        self.send(request).await
    }

    /// Sends any request, with this browser's cookies.
    ///
    /// # Panics
    /// When the answer cannot be read.
    pub async fn send(&self, mut request: Request<Body>) -> Page {
        let cookies: Vec<String> = {
            let jar = self.jar.lock().unwrap_or_else(PoisonError::into_inner);
            jar.iter().map(|(name, value)| format!("{name}={value}")).collect()
        };
        if !cookies.is_empty() {
            let value = cookies.join("; ").parse().unwrap_or_else(|error| panic!("{error}"));
            request.headers_mut().insert(header::COOKIE, value);
        }
        let answer = self.server.router.clone().oneshot(request).await;
        let (parts, body) = answer.unwrap_or_else(|never| match never {}).into_parts();
        let bytes = match parts.headers.get(header::CONTENT_TYPE) {
            // It has no end: what it begins with is read, and then nobody listens any more.
            Some(kind) if kind == "text/event-stream" => first_of(body).await,
            _ => to_bytes(body, usize::MAX).await.unwrap_or_else(|error| panic!("{error}")),
        };
        for line in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(line.to_str().unwrap_or_default());
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Page { status: parts.status, headers: parts.headers, text }
    }

    /// The value of a cookie.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.jar.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    /// Puts a cookie into the browser.
    pub fn put_cookie(&self, name: &str, value: &str) {
        let mut jar = self.jar.lock().unwrap_or_else(PoisonError::into_inner);
        jar.insert(name.to_owned(), value.to_owned());
    }

    fn keep(&self, line: &str) {
        let (pair, rest) = line.split_once(';').unwrap_or((line, ""));
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let mut jar = self.jar.lock().unwrap_or_else(PoisonError::into_inner);
        if rest.contains("Max-Age=0") {
            jar.remove(name);
        } else {
            jar.insert(name.to_owned(), value.to_owned());
        }
    }
}

/// The first thing that comes of an answer.
async fn first_of(mut body: Body) -> Bytes {
    let frame = std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await;
    frame.and_then(Result::ok).and_then(|frame| frame.into_data().ok()).unwrap_or_default()
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its status; compares with numbers: `page.status == 200`.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub text: String,
}

impl Page {
    /// Where a redirect leads; empty when it is none.
    #[must_use]
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Makes sure of the status.
    ///
    /// # Panics
    /// When it is another.
    pub fn assert_status(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{} {}", self.location(), self.text);
        self
    }

    /// Makes sure that the page holds a text.
    ///
    /// # Panics
    /// When it does not.
    pub fn assert_has(&self, text: &str) -> &Self {
        assert!(self.text.contains(text), "no {text:?} in {}", self.text);
        self
    }

    /// Makes sure that the page lacks a text.
    ///
    /// # Panics
    /// When it does not.
    pub fn assert_lacks(&self, text: &str) -> &Self {
        assert!(!self.text.contains(text), "{text:?} in {}", self.text);
        self
    }

    /// The value of the first hidden or filled-in field of this name, as `<input … name="x" … value="…">`.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        let start = self.text.find(&format!("name=\"{name}\""))?;
        let tag = &self.text[start..start + self.text[start..].find('>')?];
        let value = tag.split_once("value=\"")?.1;
        value.split('"').next()
    }
}
