//! A store that speaks S3, for tests: as much of it as we use, on loopback and in memory. It believes no request whose
//! signature is not right to the letter, computed here apart from whoever signs.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use jiff::Timestamp;
use ring::hmac;
use sha2::{Digest as _, Sha256};

use crate::clock::Clock;
use crate::pictures::BucketAt;
use crate::random::hex;

/// What opens it.
const KEY: &str = "AKAYNITEST";
const SECRET: &str = "a secret/with+signs";
const REGION: &str = "here-1";
const NAME: &str = "pictures";
/// Names in one page of a list.
const PAGE: usize = 3;
/// How far a request's time may be from the store's, in seconds.
const SKEW_S: i64 = 900;

/// A store of one bucket; its thread ends with the program.
pub struct S3 {
    at: BucketAt,
    inner: Arc<Inner>,
}

struct Inner {
    objects: Mutex<BTreeMap<String, Vec<u8>>>,
    clock: Clock,
    host: String,
    /// How many requests it answers as one that is too busy.
    busy: AtomicUsize,
    /// How many requests it has refused.
    refused: AtomicUsize,
}

struct Request {
    method: String,
    path: String,
    query: String,
    host: String,
    body: Vec<u8>,
}

type Answer = (u16, Vec<u8>);

impl S3 {
    /// A store by this clock.
    ///
    /// # Panics
    /// When there is no port for it.
    #[must_use]
    pub fn start(clock: &Clock) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap_or_else(|error| panic!("{error}"));
        let host = listener.local_addr().unwrap_or_else(|error| panic!("{error}")).to_string();
        let at = BucketAt {
            endpoint: format!("http://{host}"),
            name: NAME.to_owned(),
            region: REGION.to_owned(),
            key: KEY.to_owned(),
            secret: SECRET.to_owned(),
        };
        let inner = Arc::new(Inner {
            objects: Mutex::default(),
            clock: clock.clone(),
            host,
            busy: AtomicUsize::new(0),
            refused: AtomicUsize::new(0),
        });
        let serving = inner.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let inner = serving.clone();
                thread::spawn(move || inner.serve(&stream));
            }
        });
        Self { at, inner }
    }

    /// Where it is, with what opens it.
    #[must_use]
    pub fn at(&self) -> BucketAt {
        self.at.clone()
    }

    /// Answers the next requests as one that is too busy.
    pub fn be_busy(&self, requests: usize) {
        self.inner.busy.store(requests, Ordering::SeqCst);
    }

    /// How many requests it has refused.
    #[must_use]
    pub fn refused(&self) -> usize {
        self.inner.refused.load(Ordering::SeqCst)
    }
}

impl Inner {
    /// Answers what comes over a connection until that ends.
    fn serve(&self, stream: &TcpStream) -> Option<()> {
        let mut reader = BufReader::new(stream);
        let mut writer = stream;
        loop {
            let request = read(&mut reader).ok()??;
            let (status, body) = self.answer(request);
            let head = format!("HTTP/1.1 {status} x\r\ncontent-length: {}\r\n\r\n", body.len());
            writer.write_all(&[head.as_bytes(), &body].concat()).ok()?;
        }
    }

    fn answer(&self, request: Request) -> Answer {
        let is_busy = |left: usize| left.checked_sub(1);
        if self.busy.fetch_update(Ordering::SeqCst, Ordering::SeqCst, is_busy).is_ok() {
            return fault(503, "SlowDown");
        }
        if let Err(code) = self.check(&request) {
            self.refused.fetch_add(1, Ordering::SeqCst);
            return fault(403, code);
        }
        let Some(name) = request.path.strip_prefix(&format!("/{NAME}")) else {
            return fault(404, "NoSuchBucket");
        };
        let name = name.trim_start_matches('/').to_owned();
        let mut objects = self.objects.lock().unwrap_or_else(PoisonError::into_inner);
        match request.method.as_str() {
            "GET" if name.is_empty() => list(&objects, &request.query),
            "GET" => objects.get(&name).map_or_else(|| fault(404, "NoSuchKey"), |bytes| (200, bytes.clone())),
            "PUT" => {
                objects.insert(name, request.body);
                (200, Vec::new())
            }
            "DELETE" => {
                objects.remove(&name);
                (204, Vec::new())
            }
            _ => fault(405, "MethodNotAllowed"),
        }
    }

    /// Whether a request is signed as version 4 of AWS's signatures has it, for now, by the key that we know.
    fn check(&self, request: &Request) -> Result<(), &'static str> {
        let all: Vec<(&str, &str)> =
            request.query.split('&').filter_map(|pair| pair.split_once('=')).collect();
        let part = |name: &str| all.iter().find(|(found, _)| *found == name).map_or("", |(_, value)| *value);
        let (date, day) = (part("X-Amz-Date"), part("X-Amz-Date").get(..8).unwrap_or_default());
        let scope = format!("{day}/{REGION}/s3/aws4_request");
        let given = part("X-Amz-Credential").replace("%2F", "/");
        if part("X-Amz-Algorithm") != "AWS4-HMAC-SHA256" || given != format!("{KEY}/{scope}") {
            return Err("InvalidAccessKeyId");
        }
        let signed_at = jiff::fmt::strtime::parse("%Y%m%dT%H%M%SZ", date)
            .and_then(|parsed| parsed.to_datetime())
            .and_then(|at| at.to_zoned(jiff::tz::TimeZone::UTC));
        let Ok(signed_at) = signed_at else { return Err("AuthorizationQueryParametersError") };
        let now = Timestamp::from_microsecond(self.clock.now().0).unwrap_or_default();
        let age_s = now.as_second() - signed_at.timestamp().as_second();
        let good_for_s: i64 = part("X-Amz-Expires").parse().unwrap_or(0);
        if age_s < -SKEW_S || age_s > good_for_s {
            return Err("AccessDenied");
        }
        if request.host != self.host || part("X-Amz-SignedHeaders") != "host" {
            return Err("SignatureDoesNotMatch");
        }
        let mut signed: Vec<String> = all
            .iter()
            .filter(|(name, _)| *name != "X-Amz-Signature")
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        signed.sort();
        let canonical = format!(
            "{}\n{}\n{}\nhost:{}\n\nhost\nUNSIGNED-PAYLOAD",
            request.method,
            request.path,
            signed.join("&"),
            request.host
        );
        let sum = hex(&Sha256::digest(canonical.as_bytes()));
        let text = format!("AWS4-HMAC-SHA256\n{date}\n{scope}\n{sum}");
        let mut key = format!("AWS4{SECRET}").into_bytes();
        for step in [day, REGION, "s3", "aws4_request", &text] {
            key = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &key), step.as_bytes()).as_ref().to_vec();
        }
        if part("X-Amz-Signature") == hex(&key) { Ok(()) } else { Err("SignatureDoesNotMatch") }
    }
}

/// The next request of a connection; none when that has ended.
fn read(reader: &mut BufReader<&TcpStream>) -> io::Result<Option<Request>> {
    let mut line = String::new();
    if reader.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut request = Request {
        method: method.to_owned(),
        path: path.to_owned(),
        query: query.to_owned(),
        host: String::new(),
        body: Vec::new(),
    };
    let mut length = 0;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header)?;
        let Some((name, value)) = header.trim_end().split_once(':') else { break };
        match name.to_ascii_lowercase().as_str() {
            "host" => value.trim().clone_into(&mut request.host),
            "content-length" => length = value.trim().parse().unwrap_or(0),
            _ => {}
        }
    }
    request.body = vec![0; length];
    reader.read_exact(&mut request.body)?;
    Ok(Some(request))
}

fn fault(status: u16, code: &str) -> Answer {
    (status, format!("<?xml version=\"1.0\"?><Error><Code>{code}</Code></Error>").into_bytes())
}

/// A page of names, as the second version of the list has it.
fn list(objects: &BTreeMap<String, Vec<u8>>, query: &str) -> Answer {
    let token = query.split('&').find_map(|pair| pair.strip_prefix("continuation-token="));
    let after = token.unwrap_or_default().replace("%2F", "/");
    let mut rest = objects.iter().filter(|(name, _)| **name > after);
    let page: Vec<(&String, &Vec<u8>)> = rest.by_ref().take(PAGE).collect();
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">",
    );
    for (name, bytes) in &page {
        let name = name.replace('/', "%2F");
        _ = write!(xml, "<Contents><Key>{name}</Key><Size>{}</Size></Contents>", bytes.len());
    }
    let more = rest.next().is_some();
    _ = write!(xml, "<EncodingType>url</EncodingType><IsTruncated>{more}</IsTruncated>");
    if let Some((last, _)) = page.last().filter(|_| more) {
        _ = write!(xml, "<NextContinuationToken>{last}</NextContinuationToken>");
    }
    xml.push_str("</ListBucketResult>");
    (200, xml.into_bytes())
}
