//! `/oauth2`: how programs get their tokens, and the keys that the tokens are signed with.

use std::collections::BTreeMap;

use app::tokens::{self, Client as Program, Denied, Grant, PasswordGrant, Scope, Scopes, Stop};
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use serde_json::{Value, json};
use uuid::Uuid;

use super::asker::Asker;
use super::document;
use super::error::{Answer, Code, Failure};
use crate::routes::Routes;
use crate::state::Server;
use crate::web::client::Client;

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .post("/oauth2/token", token)
        .post("/oauth2/revoke", revoke)
        .get("/oauth2/userinfo", userinfo)
        .post("/oauth2/reset-password", reset_password)
        .post("/oauth2/resend-validation", resend_validation)
        .post("/oauth2/get-auth-code", get_auth_code)
        .get("/.well-known/jwks.json", keys)
}

/// The fields of a form.
type Fields = Result<Form<BTreeMap<String, String>>, FormRejection>;

/// Where a request comes from.
struct Whence(Client);

impl FromRequestParts<Server> for Whence {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Self, Self::Rejection> {
        Ok(Self(Client::of(parts, &server.proxies)))
    }
}

/// Why there is no token, as OAuth and the contract have it.
struct Refused {
    status: StatusCode,
    error: &'static str,
    says: &'static str,
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let body = json!({"error": self.error, "error_description": self.says});
        answered(self.status, &body)
    }
}

const fn refused(status: StatusCode, error: &'static str, says: &'static str) -> Refused {
    Refused { status, error, says }
}

const MALFORMED: Refused =
    refused(StatusCode::BAD_REQUEST, "invalid_request", "The request is not one for a token.");
const NO_CLIENT: Refused =
    refused(StatusCode::UNAUTHORIZED, "invalid_client", "There is no such client, or it may not ask so.");
const NO_CREDENTIALS: Refused =
    refused(StatusCode::UNAUTHORIZED, "invalid_grant", "What is to be exchanged for a token is missing.");

/// No cache ever keeps what is answered here.
fn answered(status: StatusCode, body: &Value) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, body.to_string()).into_response()
}

/// `POST /oauth2/token`.
async fn token(State(server): State<Server>, Whence(client): Whence, fields: Fields) -> Response {
    let Ok(Form(fields)) = fields else { return MALFORMED.into_response() };
    let field = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
    let Some(program) = Program::parse(field("client_id")) else { return NO_CLIENT.into_response() };
    let program = tokens::Program { client: program, agent: &client.agent, network: &client.network };
    let wanted = Scopes::parse(field("scope"));
    let app = &server.app;
    let needed = |names: &[&str]| names.iter().any(|name| field(name).is_empty());
    let given = match field("grant_type") {
        "password" if needed(&["username", "password"]) => return NO_CREDENTIALS.into_response(),
        "password" => {
            let grant = PasswordGrant {
                login: field("username"),
                password: field("password"),
                code: field("one_time_code"),
            };
            tokens::by_password(app, program, grant, &wanted).await
        }
        "refresh_token" if needed(&["refresh_token"]) => return NO_CREDENTIALS.into_response(),
        "refresh_token" => tokens::by_refresh(app, program, field("refresh_token")).await,
        "authorization_code" if needed(&["code"]) => return NO_CREDENTIALS.into_response(),
        "authorization_code" => tokens::by_code(app, program, field("code"), &wanted).await,
        "client_credentials" if needed(&["client_secret"]) => return NO_CREDENTIALS.into_response(),
        "client_credentials" => tokens::by_secret(app, program, field("client_secret"), &wanted).await,
        "" => return MALFORMED.into_response(),
        _ => {
            let says = "This grant is not given.";
            return refused(StatusCode::BAD_REQUEST, "unsupported_grant_type", says).into_response();
        }
    };
    match given {
        Ok(grant) => granted(&grant),
        Err(Stop::Denied(denied)) => why(denied).into_response(),
        Err(Stop::Failed(error)) => failed(error),
    }
}

fn granted(grant: &Grant) -> Response {
    let mut body = json!({
        "access_token": grant.access,
        "expires_in": tokens::ACCESS_S,
        "token_type": "Bearer",
        "scope": grant.scopes.text(),
    });
    if let (Some(refresh), Some(fields)) = (&grant.refresh, body.as_object_mut()) {
        fields.insert("refresh_token".to_owned(), json!(refresh));
    }
    answered(StatusCode::OK, &body)
}

fn why(denied: Denied) -> Refused {
    match denied {
        Denied::Client => NO_CLIENT,
        Denied::Credentials => {
            refused(StatusCode::FORBIDDEN, "invalid_grant", "Login and password do not go together.")
        }
        Denied::Token => {
            refused(StatusCode::UNAUTHORIZED, "invalid_grant", "The token or code does not work (any more).")
        }
        Denied::CodeAsked => refused(
            StatusCode::FORBIDDEN,
            "mfa_required",
            "This user has an authenticator: send its code as one_time_code.",
        ),
        Denied::Scope => {
            refused(StatusCode::BAD_REQUEST, "invalid_scope", "None of these scopes can be had.")
        }
    }
}

/// Brakes and failures, in the form of this part.
fn failed(error: app::Error) -> Response {
    let app::Error::Busy { retry_after_s } = error else { return Failure::from(error).into_response() };
    let says = "This was tried too often.";
    let refused = refused(StatusCode::TOO_MANY_REQUESTS, "temporarily_unavailable", says);
    let mut response = refused.into_response();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after_s));
    response
}

/// `POST /oauth2/revoke`: whatever is shown, it counts no longer.
async fn revoke(State(server): State<Server>, fields: Fields) -> Response {
    let Ok(Form(fields)) = fields else { return MALFORMED.into_response() };
    let Some(token) = fields.get("token") else { return MALFORMED.into_response() };
    match tokens::revoke(&server.app, token).await {
        Ok(()) => answered(StatusCode::OK, &json!({})),
        Err(error) => failed(error),
    }
}

/// `GET /oauth2/userinfo`: who somebody is, as far as the token is for it.
async fn userinfo(asker: Asker) -> Answer {
    asker.needs(&[Scope::OpenId, Scope::Profile, Scope::Email, Scope::Social])?;
    let user = asker.actor.signed_in()?;
    let mut body = json!({"sub": user.uuid});
    if let Some(fields) = body.as_object_mut() {
        if asker.scopes.has(Scope::Profile) {
            fields.insert("name".to_owned(), json!(user.name));
            fields.insert("locale".to_owned(), json!(user.locale));
        }
        if let (true, Some(email)) = (asker.scopes.has(Scope::Email), &user.email) {
            fields.insert("email".to_owned(), json!(email));
            fields.insert("email_verified".to_owned(), json!(user.email_confirmed_at.is_some()));
        }
    }
    Ok(answered(StatusCode::OK, &body))
}

/// `POST /oauth2/reset-password`: nobody learns by the answer who has a login here.
async fn reset_password(State(server): State<Server>, Whence(client): Whence, fields: Fields) -> Answer {
    let Form(fields) = fields.map_err(|_| Failure::bad("The form cannot be read."))?;
    let email = fields.get("email").map(String::as_str).unwrap_or_default();
    silently(app::registration::request_reset(&server.app, email, &client.network).await)
}

/// `POST /oauth2/resend-validation`: the same for a login that waits to be confirmed.
async fn resend_validation(State(server): State<Server>, Whence(client): Whence, fields: Fields) -> Answer {
    let Form(fields) = fields.map_err(|_| Failure::bad("The form cannot be read."))?;
    let email = fields.get("email").map(String::as_str).unwrap_or_default();
    silently(app::registration::resend(&server.app, email, &client.network).await)
}

fn silently(outcome: app::Result<()>) -> Answer {
    match outcome {
        Ok(()) | Err(app::Error::Wrong(_) | app::Error::NotFound | app::Error::Busy { .. }) => {
            Ok(document::nothing())
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /oauth2/get-auth-code`: a code that lets a user in once, for a letter of the program that writes notifications.
async fn get_auth_code(asker: Asker, fields: Fields) -> Answer {
    asker.needs(&[Scope::Impersonate])?;
    let Form(fields) = fields.map_err(|_| Failure::bad("The form cannot be read."))?;
    let user = fields.get("user_id").and_then(|id| Uuid::try_parse(id).ok());
    let user = user.ok_or_else(|| Failure::new(Code::BadRequest, "user_id names a user."))?;
    let words = fields.get("scope").map(|words| words.trim()).unwrap_or_default();
    let scopes = Scopes::parse(words);
    // A link for what is not known lets in for nothing, and not for everything.
    if scopes.is_empty() && !words.is_empty() {
        return Err(Failure::bad("scope names nothing that a code can be for."));
    }
    let code = tokens::code_for(asker.app(), &asker.actor, user, &scopes).await?;
    Ok(answered(StatusCode::OK, &json!({"code": code})))
}

/// `GET /.well-known/jwks.json`: the keys by which others check our tokens.
async fn keys(State(server): State<Server>) -> Answer {
    let keys = tokens::public_keys(&server.app).await?;
    let key = |key: tokens::PublicKey| {
        json!({
            "kty": "RSA",
            "alg": "RS256",
            "use": "sig",
            "kid": key.kid,
            "n": BASE64.encode(key.modulus),
            "e": BASE64.encode(key.exponent),
        })
    };
    let keys: Vec<Value> = keys.into_iter().map(key).collect();
    let headers =
        [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, max-age=300")];
    Ok((headers, json!({"keys": keys}).to_string()).into_response())
}
