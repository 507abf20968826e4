//! A bucket of a store that speaks S3: what several servers on several machines keep files in.
//!
//! Each request is signed for a quarter of an hour. What fails for a while (the network, a store that is busy) is tried again a few times;
//! callers are on threads where nobody is served, and may wait.

use std::fmt;
use std::io;
use std::thread;
use std::time::Duration;

use jiff::Timestamp;
use rusty_s3::actions::ListObjectsV2;
use rusty_s3::{Bucket as Signer, Credentials, S3Action, UrlStyle};
use ureq::http::StatusCode;
use ureq::{Agent, Body};

use crate::clock::Clock;

/// How long a signature is good for: as far as stores let clocks be apart.
const SIGNED_FOR: Duration = Duration::from_secs(900);
/// How long a request may take, and how long until there is a connection.
const REQUEST: Duration = Duration::from_secs(30);
const CONNECTION: Duration = Duration::from_secs(5);
/// How often something is tried, and how long is waited before the second time; twice as long before each further one.
const TRIES: u32 = 4;
const FIRST_WAIT: Duration = Duration::from_millis(200);
/// The largest file that is read, in bytes: larger than any upload may be.
const LARGEST: u64 = 64 << 20;

/// Where a bucket is, and what opens it.
#[derive(Clone, PartialEq, Eq)]
pub struct BucketAt {
    /// Where the store answers, without the bucket: `https://s3.example.org`.
    pub endpoint: String,
    /// The bucket's name.
    pub name: String,
    /// The region that signatures name.
    pub region: String,
    /// The name of the key.
    pub key: String,
    /// The secret of the key.
    pub secret: String,
}

impl fmt::Debug for BucketAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Its secret is nobody's business.
        write!(f, "BucketAt({} in {} at {})", self.name, self.region, self.endpoint)
    }
}

/// A bucket.
#[derive(Debug)]
pub(super) struct Bucket {
    signer: Signer,
    credentials: Credentials,
    agent: Agent,
    clock: Clock,
}

/// What a store answered.
struct Answer {
    status: StatusCode,
    body: Vec<u8>,
}

impl Bucket {
    /// A bucket, which is asked for nothing yet; signatures say the time of this clock.
    pub(super) fn new(at: &BucketAt, clock: Clock) -> io::Result<Self> {
        let wrong = |what: String| io::Error::new(io::ErrorKind::InvalidInput, what);
        let endpoint = at.endpoint.parse().map_err(|error| wrong(format!("{}: {error}", at.endpoint)))?;
        let signer = Signer::new(endpoint, UrlStyle::Path, at.name.clone(), at.region.clone());
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(REQUEST))
            .timeout_connect(Some(CONNECTION))
            .user_agent("ayni")
            .build();
        Ok(Self {
            signer: signer.map_err(|error| wrong(format!("{}: {error:?}", at.endpoint)))?,
            credentials: Credentials::new(at.key.clone(), at.secret.clone()),
            agent: agent.new_agent(),
            clock,
        })
    }

    /// Lays an object down, in place of one of the same name.
    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let put = || {
            let url = self.signed(&self.signer.put_object(Some(&self.credentials), name));
            answer(self.agent.put(url).send(bytes)?)
        };
        fine("writing", name, tried(put)?).map(|_| ())
    }

    /// An object's bytes; none when it is not there.
    pub(super) fn get(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let get = || {
            let url = self.signed(&self.signer.get_object(Some(&self.credentials), name));
            answer(self.agent.get(url).call()?)
        };
        let got = tried(get)?;
        // Not even the bucket being there is another matter.
        if got.status == StatusCode::NOT_FOUND && code_of(&got.body) != Some("NoSuchBucket") {
            return Ok(None);
        }
        fine("reading", name, got).map(Some)
    }

    /// Takes an object away; one that is not there is gone already.
    pub(super) fn delete(&self, name: &str) -> io::Result<()> {
        let delete = || {
            let url = self.signed(&self.signer.delete_object(Some(&self.credentials), name));
            answer(self.agent.delete(url).call()?)
        };
        let done = tried(delete)?;
        if done.status == StatusCode::NOT_FOUND && code_of(&done.body) != Some("NoSuchBucket") {
            return Ok(());
        }
        fine("removing", name, done).map(|_| ())
    }

    /// The names of all objects.
    pub(super) fn names(&self) -> io::Result<Vec<String>> {
        let (mut names, mut next) = (Vec::new(), None::<String>);
        loop {
            let list = || {
                let mut action = self.signer.list_objects_v2(Some(&self.credentials));
                if let Some(next) = &next {
                    action.with_continuation_token(next.as_str());
                }
                answer(self.agent.get(self.signed(&action)).call()?)
            };
            let body = fine("listing", self.signer.name(), tried(list)?)?;
            let text = String::from_utf8(body).map_err(io::Error::other)?;
            let page = ListObjectsV2::parse_response(&text).map_err(io::Error::other)?;
            names.extend(page.contents.into_iter().map(|object| object.key));
            next = page.next_continuation_token;
            if next.is_none() {
                return Ok(names);
            }
        }
    }

    /// Whether the store answers and lets these credentials in.
    pub(super) fn check(&self) -> io::Result<()> {
        let list = || {
            let mut action = self.signer.list_objects_v2(Some(&self.credentials));
            action.with_max_keys(1);
            answer(self.agent.get(self.signed(&action)).call()?)
        };
        fine("listing", self.signer.name(), tried(list)?).map(|_| ())
    }

    fn signed<'a>(&self, action: &impl S3Action<'a>) -> String {
        let now = Timestamp::from_microsecond(self.clock.now().0).unwrap_or_default();
        action.sign_with_time(SIGNED_FOR, &now).into()
    }
}

/// Reads an answer to its end, so that its connection serves the next request.
fn answer(mut response: ureq::http::Response<Body>) -> Result<Answer, ureq::Error> {
    let status = response.status();
    let body = response.body_mut().with_config().limit(LARGEST).read_to_vec()?;
    Ok(Answer { status, body })
}

/// Tries something until it is answered, but for answers that ask to come back later.
fn tried(ask: impl Fn() -> Result<Answer, ureq::Error>) -> io::Result<Answer> {
    let mut wait = FIRST_WAIT;
    for _ in 1..TRIES {
        match ask() {
            Ok(answer) if !is_passing(answer.status) => return Ok(answer),
            Ok(answer) => tracing::debug!(status = answer.status.as_u16(), "the store of pictures is busy"),
            Err(error) => tracing::debug!(%error, "the store of pictures did not answer"),
        }
        thread::sleep(wait);
        wait *= 2;
    }
    ask().map_err(|error| io::Error::other(format!("the store of pictures does not answer: {error}")))
}

/// Whether a store that answers so may answer otherwise a moment later.
fn is_passing(status: StatusCode) -> bool {
    status.is_server_error() || matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT)
}

/// What a store answered, if it did what it was asked.
fn fine(doing: &str, name: &str, answer: Answer) -> io::Result<Vec<u8>> {
    if answer.status.is_success() {
        return Ok(answer.body);
    }
    let code = code_of(&answer.body).unwrap_or("no code");
    let status = answer.status.as_u16();
    Err(io::Error::other(format!("{doing} {name} in the store of pictures: {status}, {code}")))
}

/// The code of an error as stores of this kind tell it.
fn code_of(body: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(body).ok()?;
    let (_, rest) = text.split_once("<Code>")?;
    rest.split_once("</Code>").map(|(code, _)| code)
}
