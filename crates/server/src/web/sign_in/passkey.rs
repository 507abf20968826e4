//! Signing in with a passkey. The page's script asks for a challenge and sends the answer as an ordinary form.

use app::passkeys::{self, Answer as Signed, Asked, Caller};
use axum::Json;
use axum::response::{IntoResponse, Response};

use super::{SignInPage, entered, next};
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::render_again;
use crate::web::forms::{Form, Typed};
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Visitor;

pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.post("/sign-in/passkey/ask", ask).post("/sign-in/passkey", enter)
}

async fn ask(visitor: Visitor, typed: Typed) -> Answer {
    let caller =
        Caller { login: typed.get("login"), bound: &visitor.frame.csrf, network: &visitor.client.network };
    json(&passkeys::ask_to_sign_in(visitor.app(), caller).await?)
}

/// A challenge as the script takes it.
pub(in crate::web) fn json(asked: &Asked) -> Result<Response, Stop> {
    let options: serde_json::Value = serde_json::from_str(&asked.options).map_err(app::Error::from)?;
    Ok(Json(serde_json::json!({ "challenge": asked.token, "options": options })).into_response())
}

/// The answer in a form, in the fields of these names.
pub(in crate::web) fn signed<'t>(typed: &'t Typed, token: &str, answer: &str) -> Signed<'t> {
    Signed { token: typed.get(token), credential: typed.get(answer) }
}

async fn enter(visitor: Visitor, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let answer = signed(&form.typed, "challenge", "answer");
    let outcome = passkeys::sign_in(visitor.app(), answer, &visitor.frame.csrf, visitor.browser()).await;
    match form.take(&visitor.frame.l, outcome)? {
        Some(signed_in) => Ok(entered(&visitor, &signed_in, &next(&form.typed))),
        None => Ok(render_again(&SignInPage::new(&visitor, form))),
    }
}
