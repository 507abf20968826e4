//! A client like a browser without JavaScript: cookies, forms with their hidden fields, and nothing else.

use std::collections::BTreeMap;
use std::net::IpAddr;

use anyhow::{Context, Result, ensure};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN, SET_COOKIE, USER_AGENT};
use hyper::{Method, Request, StatusCode};
use hyper_util::client::legacy::Client as Pool;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use crate::server::PASSWORD;

/// What every browser here calls itself.
pub const AGENT: &str = "Woodpecker/7";

/// One person's browser.
#[derive(Clone)]
pub struct Client {
    pool: Pool<HttpConnector, Full<Bytes>>,
    url: String,
    source: Option<IpAddr>,
    cookies: BTreeMap<String, String>,
}

/// What came back.
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// Where it leads, if anywhere.
    pub location: Option<String>,
    /// The page.
    pub body: String,
}

impl Client {
    /// A browser that nobody has used.
    #[must_use]
    pub fn new(url: &str) -> Client {
        Client { pool: pool(None), url: url.to_owned(), source: None, cookies: BTreeMap::new() }
    }

    /// The same browser on another machine, as far as the server can tell: it connects anew, from this address.
    #[must_use]
    pub fn from(mut self, source: IpAddr) -> Client {
        self.source = Some(source);
        self.connect_anew();
        self
    }

    /// Lets go of all connections, so that the next request needs a new one.
    pub fn connect_anew(&mut self) {
        self.pool = pool(self.source);
    }

    /// The value of a cookie.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// A browser in which somebody of the demo has signed in.
    ///
    /// # Errors
    /// When signing in does not lead on.
    pub async fn signed_in(url: &str, login: &str) -> Result<Client> {
        let mut client = Client::new(url);
        client.sign_in(login).await?;
        Ok(client)
    }

    /// Signs somebody of the demo in.
    ///
    /// # Errors
    /// When signing in does not lead on.
    pub async fn sign_in(&mut self, login: &str) -> Result<()> {
        let form = self.get("/sign-in").await?.fields();
        let typed = [("login", login), ("password", PASSWORD)];
        let answer = self.post("/sign-in", &with(&form, &typed)).await?;
        ensure!(
            answer.status == StatusCode::SEE_OTHER,
            "signing in answered {}: {}",
            answer.status,
            answer.body
        );
        Ok(())
    }

    /// Goes on at another server of the same exchange, still signed in.
    pub fn move_to(&mut self, url: &str) {
        url.clone_into(&mut self.url);
    }

    /// Reads a page.
    ///
    /// # Errors
    /// When nobody answers.
    pub async fn get(&mut self, path: &str) -> Result<Answer> {
        self.send(Method::GET, path, String::new()).await
    }

    /// Sends a form.
    ///
    /// # Errors
    /// When nobody answers, or the answer breaks off.
    pub async fn post(&mut self, path: &str, fields: &[(String, String)]) -> Result<Answer> {
        self.send(Method::POST, path, encoded(fields)).await
    }

    async fn send(&mut self, method: Method, path: &str, body: String) -> Result<Answer> {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let host = self.url.trim_start_matches("http://").to_owned();
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.url))
            .header(HOST, host)
            .header(USER_AGENT, AGENT)
            .header(ORIGIN, &self.url)
            .header(COOKIE, cookies.join("; "))
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Full::new(Bytes::from(body)))?;
        let answer = self.pool.request(request).await?;
        let status = answer.status();
        let location =
            answer.headers().get(LOCATION).and_then(|value| value.to_str().ok()).map(str::to_owned);
        for cookie in answer.headers().get_all(SET_COOKIE) {
            let pair = cookie.to_str()?.split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').context("a cookie has a name and a value")?;
            self.cookies.insert(name.trim().to_owned(), value.trim().to_owned());
        }
        let body = answer.into_body().collect().await?.to_bytes();
        Ok(Answer { status, location, body: String::from_utf8_lossy(&body).into_owned() })
    }
}

impl Answer {
    /// The hidden fields of the page's forms.
    #[must_use]
    pub fn fields(&self) -> Vec<(String, String)> {
        let mut fields: Vec<(String, String)> = Vec::new();
        for tag in self.body.split("<input").skip(1) {
            let tag = tag.split('>').next().unwrap_or_default();
            if attribute(tag, "type").as_deref() != Some("hidden") {
                continue;
            }
            let (Some(name), value) = (attribute(tag, "name"), attribute(tag, "value")) else { continue };
            if fields.iter().all(|(known, _)| *known != name) {
                fields.push((name, value.unwrap_or_default()));
            }
        }
        fields
    }
}

/// Fields with some of them typed over, and others added.
#[must_use]
pub fn with(fields: &[(String, String)], typed: &[(&str, &str)]) -> Vec<(String, String)> {
    let kept = fields.iter().filter(|(name, _)| typed.iter().all(|(typed, _)| typed != name)).cloned();
    kept.chain(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))).collect()
}

fn pool(source: Option<IpAddr>) -> Pool<HttpConnector, Full<Bytes>> {
    let mut connector = HttpConnector::new();
    connector.set_local_address(source);
    Pool::builder(TokioExecutor::new()).build(connector)
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!("{name}=\""))? + name.len() + 2;
    let value = tag.get(start..)?.split('"').next()?;
    Some(value.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<"))
}

fn encoded(fields: &[(String, String)]) -> String {
    let escape = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                    char::from(byte).to_string()
                }
                b' ' => "+".to_owned(),
                other => format!("%{other:02X}"),
            })
            .collect()
    };
    fields
        .iter()
        .map(|(name, value)| format!("{}={}", escape(name), escape(value)))
        .collect::<Vec<_>>()
        .join("&")
}
