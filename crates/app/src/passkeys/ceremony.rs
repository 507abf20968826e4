//! What `webauthn-rs` is asked, and the challenges in the database.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ledger::id::UserId;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::challenges::{Challenge, Purpose};
use store::passkeys::Passkey as Kept;
use store::users::User;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, WebauthnError,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};

use crate::App;
use crate::error::{Error, Result};
use crate::jobs::after;
use crate::random::Token;

/// How long a challenge waits for its answer: five minutes, in seconds.
pub(crate) const WAITS_S: i64 = 300;

/// Where passkeys belong to: the host that browsers reach the server by. Those of another host are no good here.
#[derive(Clone, Debug)]
pub struct Site(Arc<Webauthn>);

/// What a browser is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Comes back with the answer.
    pub token: String,
    /// JSON: what `navigator.credentials` takes as `publicKey`.
    pub options: String,
}

/// What a browser answers.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// The token of the challenge.
    pub token: &'a str,
    /// JSON of the credential.
    pub credential: &'a str,
}

impl Answer<'_> {
    pub(super) fn credential(&self) -> Result<PublicKeyCredential> {
        serde_json::from_str(self.credential).map_err(|_| refused())
    }
}

/// An answer that is not right. Why is nobody's business.
pub(super) fn refused() -> Error {
    Error::field("", "error-passkey")
}

/// The site, which must be there: pages do not offer passkeys otherwise.
pub(super) fn site(app: &App) -> Result<&Site> {
    app.entrance.site.as_ref().ok_or(Error::NotFound)
}

/// Something that is asked of a browser.
pub(super) struct Ask<'a> {
    pub(super) purpose: Purpose,
    pub(super) user: Option<UserId>,
    pub(super) bound: &'a str,
    pub(super) state: String,
}

fn bound(text: &str) -> Vec<u8> {
    Sha256::new().chain_update("ayni bound\n").chain_update(text).finalize().to_vec()
}

/// Keeps a challenge until it is answered.
pub(super) async fn ask(app: &App, ask: Ask<'_>, options: Value) -> Result<Asked> {
    let token = app.random.token()?;
    let challenge = Challenge {
        token_hash: token.hash().to_vec(),
        purpose: ask.purpose,
        user_id: ask.user,
        bound: bound(ask.bound),
        state: ask.state,
        expires_at: after(app.clock.now(), WAITS_S),
    };
    let mut tx = app.db.write().await?;
    store::challenges::insert(&mut tx, &challenge).await?;
    tx.commit().await?;
    Ok(Asked { token: token.text(), options: serde_json::to_string(&options)? })
}

/// Takes the challenge of an answer, for good: there is no second try. It must have been asked of the same browser.
pub(super) async fn take(app: &App, purpose: Purpose, by: &str, answer: Answer<'_>) -> Result<Challenge> {
    let token = Token::parse(answer.token).ok_or_else(refused)?;
    let mut tx = app.db.write().await?;
    let found = store::challenges::take(&mut tx, &token.hash(), purpose, app.clock.now()).await?;
    tx.commit().await?;
    found.filter(|found| found.bound == bound(by)).ok_or_else(refused)
}

/// Whether a signature was right.
pub(super) enum Checked {
    /// Yes; this is kept of the passkey from now on.
    Right(String),
    /// It is, but its counter has fallen.
    Fell,
    /// No.
    Wrong,
}

impl Site {
    /// The site of an origin such as `https://ayni.example`; none when its host is a mere number, which browsers refuse.
    #[must_use]
    pub fn new(origin: &str, name: &str) -> Option<Self> {
        let origin = Url::parse(origin).ok()?;
        let host = origin.domain()?.to_owned();
        let builder = WebauthnBuilder::new(&host, &origin).ok()?;
        Some(Self(Arc::new(builder.rp_name(name).build().ok()?)))
    }

    /// What is asked for a new passkey, and what the answer is checked against.
    pub(super) fn begin_to_add(&self, user: &User, had: &[Kept]) -> Result<(Value, String)> {
        let exclude = had.iter().map(|had| had.credential.clone()).collect();
        let login = user.email.as_deref().unwrap_or(&user.name);
        let begun = self.0.start_passkey_registration(user.uuid, login, &user.name, Some(exclude));
        let (asked, state) = begun.map_err(|error| broken(&error))?;
        let mut options = serde_json::to_value(&asked.public_key)?;
        // So that the login need not be typed, on every device that can keep it.
        options["authenticatorSelection"]["residentKey"] = "preferred".into();
        Ok((options, serde_json::to_string(&state)?))
    }

    /// The credential's id and what is kept of a new passkey.
    pub(super) fn finish_to_add(&self, state: &str, answer: Answer<'_>) -> Result<(Vec<u8>, String)> {
        let state: PasskeyRegistration = serde_json::from_str(state)?;
        let made: RegisterPublicKeyCredential =
            serde_json::from_str(answer.credential).map_err(|_| refused())?;
        let passkey = self.0.finish_passkey_registration(&made, &state).map_err(|error| told(&error))?;
        Ok((passkey.cred_id().to_vec(), serde_json::to_string(&passkey)?))
    }

    /// What is asked of one of these passkeys, or of any when there are none, and what the answer is checked against.
    pub(super) fn begin_to_use(&self, credentials: &[Vec<u8>]) -> Result<(Value, String)> {
        let begun = self.0.start_discoverable_authentication();
        let (asked, state) = begun.map_err(|error| broken(&error))?;
        let options = with_credentials(serde_json::to_value(&asked.public_key)?, credentials);
        Ok((options, serde_json::to_string(&state)?))
    }

    /// Checks a signature: challenge, origin, host, that the device has made sure who holds it, counter.
    pub(super) fn finish_to_use(
        &self,
        state: &str,
        answered: &PublicKeyCredential,
        kept: &str,
    ) -> Result<Checked> {
        let state: DiscoverableAuthentication = serde_json::from_str(state)?;
        let mut passkey: Passkey = serde_json::from_str(kept)?;
        match self.0.finish_discoverable_authentication_v2(answered, state, &passkey) {
            Ok(result) => {
                passkey.update_credential(&result);
                Ok(Checked::Right(serde_json::to_string(&passkey)?))
            }
            Err(WebauthnError::CredentialPossibleCompromise) => Ok(Checked::Fell),
            Err(error) => {
                told(&error);
                Ok(Checked::Wrong)
            }
        }
    }
}

fn broken(error: &WebauthnError) -> Error {
    Error::Internal(format!("passkeys: {error:?}"))
}

fn told(error: &WebauthnError) -> Error {
    tracing::info!(?error, "a passkey was refused");
    refused()
}

/// The options of a browser's call, with the credentials that may answer.
fn with_credentials(mut options: Value, credentials: &[Vec<u8>]) -> Value {
    let named = |id: &Vec<u8>| json!({ "type": "public-key", "id": base64url(id) });
    options["allowCredentials"] = credentials.iter().map(named).collect();
    options
}

/// Bytes as browsers write them in JSON.
pub(crate) fn base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_has_a_name_and_no_number() {
        for (origin, fine) in [
            ("https://ayni.example", true),
            ("http://localhost:8420", true),
            ("http://ayni.localhost", true),
            ("http://127.0.0.1:8420", false),
            ("http://[::1]:8420", false),
            ("nowhere", false),
        ] {
            assert_eq!(Site::new(origin, "Ayni").is_some(), fine, "{origin}");
        }
    }

    #[test]
    fn bytes_are_written_as_browsers_do() {
        for (bytes, expected) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg")] {
            assert_eq!(base64url(bytes.as_bytes()), expected);
        }
        assert_eq!(base64url(&[0xfb, 0xff, 0xfe]), "-__-");
    }
}
