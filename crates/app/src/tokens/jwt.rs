//! Access tokens as JSON Web Tokens, signed by RS256 and nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::keys::{self, Key};
use super::{ACCESS_S, Scopes};
use crate::App;
use crate::error::Result;

/// The longest token that is looked at, in bytes.
const LONGEST: usize = 4096;
/// How far another server's clock may be ahead, in seconds.
const LEEWAY_S: i64 = 300;

/// What a token says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Claims {
    /// Who gave it out.
    pub(super) iss: String,
    /// The program that it was given to.
    pub(super) aud: String,
    /// The user; none: a program for nobody in particular.
    pub(super) sub: Option<Uuid>,
    /// Until when it counts, in seconds since 1970.
    pub(super) exp: i64,
    /// When it was given out.
    pub(super) iat: i64,
    /// What for, as words between spaces.
    pub(super) scope: String,
    /// The session that it acts in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sid: Option<Uuid>,
}

#[derive(Serialize, Deserialize)]
struct Head {
    alg: String,
    #[serde(default)]
    typ: String,
    kid: String,
}

impl Claims {
    /// Of a token that is given out now.
    pub(super) fn now(app: &App, aud: &str, scopes: &Scopes) -> Self {
        let iat = app.clock.now().0.div_euclid(1_000_000);
        Self {
            iss: app.entrance.programs.issuer.clone(),
            aud: aud.to_owned(),
            sub: None,
            exp: iat + ACCESS_S,
            iat,
            scope: scopes.text(),
            sid: None,
        }
    }
}

/// Writes a token.
pub(super) fn signed(key: &Key, claims: &Claims) -> Result<String> {
    let head = Head { alg: "RS256".to_owned(), typ: "JWT".to_owned(), kid: key.kid().to_owned() };
    let head = BASE64.encode(serde_json::to_vec(&head)?);
    let text = format!("{head}.{}", BASE64.encode(serde_json::to_vec(claims)?));
    let signature = BASE64.encode(key.sign(text.as_bytes())?);
    Ok(format!("{text}.{signature}"))
}

/// What a token says, if one of our keys has signed it and its time is not over.
///
/// # Errors
/// When the database fails.
pub(super) async fn checked(app: &App, token: &str) -> Result<Option<Claims>> {
    let Some((text, head, claims, signature)) = parts(token) else { return Ok(None) };
    if head.alg != "RS256" {
        return Ok(None);
    }
    let Some(key) = keys::find(app, &head.kid).await? else { return Ok(None) };
    if !key.has_signed(text.as_bytes(), &signature) {
        return Ok(None);
    }
    let now = app.clock.now().0.div_euclid(1_000_000);
    let counts =
        claims.iss == app.entrance.programs.issuer && claims.exp > now && claims.iat <= now + LEEWAY_S;
    Ok(counts.then_some(claims))
}

/// What is signed, the head, what is said, and the signature.
fn parts(token: &str) -> Option<(&str, Head, Claims, Vec<u8>)> {
    if token.len() > LONGEST {
        return None;
    }
    let (text, signature) = token.rsplit_once('.')?;
    let (head, claims) = text.split_once('.')?;
    let head = serde_json::from_slice(&BASE64.decode(head).ok()?).ok()?;
    let claims = serde_json::from_slice(&BASE64.decode(claims).ok()?).ok()?;
    Some((text, head, claims, BASE64.decode(signature).ok()?))
}
