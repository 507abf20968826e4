//! Web push by the book: RFC 8030 (push services), 8291 and 8188 (what only the browser reads), 8292 (who sends).
//!
//! Where a push goes to is said by browsers, so by anybody: [`place`] lets none lead into the house, and [`mod@line`] asks again
//! once the name has become an address. Answers are not read, redirects not followed, and nothing takes longer than some
//! seconds.

use std::time::Duration;

use anyhow::{Result, bail};
use app::App;
use app::pushes::{Outgoing, Push};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use crate::web::security::PublicUrl;

pub mod line;
pub mod place;
pub mod sealed;
pub mod vapid;
pub mod words;

use line::Line;
pub use place::{Place, Reach};
use vapid::Signer;

/// How long a push may take, from the name to the answer.
const WITHIN: Duration = Duration::from_secs(10);

/// What sends pushes. Clones are the same one.
#[derive(Clone)]
pub struct Pusher {
    /// None where the server has no key.
    signer: Option<Signer>,
    line: Line,
    reach: Reach,
}

/// What became of a push.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Its push service has taken it.
    Taken,
    /// Its place is no more.
    Gone,
}

impl Pusher {
    /// What sends pushes for this program, in the name of this address.
    ///
    /// # Errors
    /// When the list of authorities cannot be used, which is a broken program.
    pub fn new(app: &App, public: &PublicUrl, reach: Reach) -> Result<Self> {
        let signer = app::pushes::key_material(app).map(|material| Signer::new(&material, public.origin()));
        Ok(Self { signer, line: Line::new(line::known_authorities(), reach)?, reach })
    }

    /// The same, over this line.
    #[must_use]
    pub fn over(self, line: Line) -> Self {
        Self { line, ..self }
    }

    /// The key that browsers take pushes from, in base64url; none where there is none, and so no push.
    #[must_use]
    pub fn public_key(&self) -> Option<&str> {
        self.signer.as_ref().map(Signer::public_key)
    }

    /// The place of a subscription, if it may be one.
    #[must_use]
    pub fn place(&self, endpoint: &str) -> Option<Place> {
        Place::parse(endpoint, self.reach)
    }

    /// Sends a push.
    ///
    /// # Errors
    /// When it was not taken; it may be tried again.
    pub async fn send(
        &self,
        app: &App,
        (push, outgoing): (&Push, &Outgoing),
        origin: &str,
    ) -> Result<Outcome> {
        let subscription = &outgoing.subscription;
        let Some(signer) = &self.signer else { bail!("no key") };
        // What was let in once and would not be today takes none any more.
        let Some(place) = self.place(&subscription.endpoint) else { return Ok(Outcome::Gone) };
        let told = words::written(push, &outgoing.locale, origin);
        let reader = sealed::Reader { public_key: &subscription.public_key, secret: &subscription.secret };
        let Some(sealed) = sealed::seal(&app.random, &reader, told.json.as_bytes())? else {
            return Ok(Outcome::Gone);
        };
        let request = Request::post(place.target())
            .header(header::HOST, place.authority())
            .header(header::AUTHORIZATION, signer.authorization(place.origin(), app.clock.now()))
            .header(header::CONTENT_ENCODING, "aes128gcm")
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .header("ttl", outgoing.lives_s)
            .header("urgency", told.urgency)
            .header("topic", told.topic)
            .body(Body::from(sealed))?;
        let Ok(answer) = tokio::time::timeout(WITHIN, self.line.send(&place, request)).await else {
            bail!("the push service took too long");
        };
        match answer? {
            status if status.is_success() => Ok(Outcome::Taken),
            StatusCode::NOT_FOUND | StatusCode::GONE => Ok(Outcome::Gone),
            status => bail!("the push service answered {status}"),
        }
    }
}
