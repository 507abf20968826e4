//! A program that asks.

use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, header};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use server::testing::TestServer;

/// The kind of bodies.
pub(crate) const JSON_API: &str = "application/vnd.api+json";

/// The server that is asked.
pub(crate) enum Place {
    /// In this process.
    Here(Box<TestServer>),
    /// Elsewhere, as `http://127.0.0.1:8420`.
    There(String),
}

/// Somebody's program, with a token or without.
pub(crate) struct Client<'s> {
    pub(crate) place: &'s Place,
    pub(crate) token: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
    /// The body as JSON; null when it is none.
    pub(crate) json: Value,
}

impl Client<'_> {
    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send(Method::DELETE, path, None).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send(Method::POST, path, Some((JSON_API, body.to_string()))).await
    }

    pub(crate) async fn patch(&self, path: &str, body: &Value) -> Answer {
        self.send(Method::PATCH, path, Some((JSON_API, body.to_string()))).await
    }

    /// Sends a form.
    pub(crate) async fn form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let encoded = |text: &str| server::web::stop::encoded(text);
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
        self.send(Method::POST, path, Some(("application/x-www-form-urlencoded", pairs.join("&")))).await
    }

    /// Sends anything; the path may be a whole address, as links are.
    pub(crate) async fn send(&self, method: Method, path: &str, body: Option<(&str, String)>) -> Answer {
        let path = match path.split_once("://") {
            Some((_, rest)) => &rest[rest.find('/').unwrap()..],
            None => path,
        };
        let mut request = Request::builder().method(method).uri(path);
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let text = match body {
            Some((kind, text)) => {
                request = request.header(header::CONTENT_TYPE, kind);
                text
            }
            None => String::new(),
        };
        match self.place {
            Place::Here(server) => {
                let page = server.anon().send(request.body(Body::from(text)).unwrap()).await;
                Answer::new(page.status.as_u16(), page.headers, page.text)
            }
            Place::There(base) => {
                let host = base.trim_start_matches("http://").trim_end_matches('/').to_owned();
                let request = request.header(header::HOST, &host).body(Full::new(Bytes::from(text))).unwrap();
                there(&host, request).await
            }
        }
    }
}

/// Asks another process.
async fn there(host: &str, request: Request<Full<Bytes>>) -> Answer {
    let stream = tokio::net::TcpStream::connect(host).await.unwrap();
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    let (parts, body) = sender.send_request(request).await.unwrap().into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    Answer::new(parts.status.as_u16(), parts.headers, String::from_utf8_lossy(&bytes).into_owned())
}

impl Answer {
    fn new(status: u16, headers: HeaderMap, text: String) -> Self {
        let json = serde_json::from_str(&text).unwrap_or(Value::Null);
        Self { status, headers, text, json }
    }

    /// Makes sure of the status.
    #[track_caller]
    pub(crate) fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    /// Makes sure that it is a failure of this code, in the contract's form.
    #[track_caller]
    pub(crate) fn fails(&self, status: u16, code: &str) -> &Self {
        self.is(status);
        let error = &self.json["errors"][0];
        assert_eq!(error["code"], code, "{}", self.text);
        assert_eq!(error["status"], status.to_string(), "{}", self.text);
        for words in ["title", "detail"] {
            assert!(error[words].as_str().is_some_and(|text| !text.is_empty()), "{}", self.text);
        }
        let kind = self.headers[header::CONTENT_TYPE].to_str().unwrap();
        assert!(kind.starts_with("application/vnd.api+json"), "{kind}");
        self
    }

    /// The resources of a list.
    pub(crate) fn list(&self) -> &[Value] {
        self.json["data"].as_array().map(Vec::as_slice).unwrap_or_default()
    }

    /// What is included of a type.
    pub(crate) fn included(&self, kind: &str) -> Vec<&Value> {
        let all = self.json["included"].as_array().map(Vec::as_slice).unwrap_or_default();
        all.iter().filter(|one| one["type"] == kind).collect()
    }
}
