//! Operating a member's account together with others, by the link of a letter.

use app::memberships;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;

use super::own_page;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::render;
use crate::web::frame::Frame;
use crate::web::message::DEAD_LINK;
use crate::web::stop::Answer;
use crate::web::visitor::Visitor;

pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/operate/{token}", show).post("/operate/{token}", accept)
}

/// `operate.html`.
#[derive(Template)]
#[template(path = "operate.html")]
struct OperatePage {
    page: Frame,
    member: String,
    number: String,
}

async fn show(visitor: Visitor, Path(token): Path<String>) -> Answer {
    visitor.actor.signed_in()?;
    match memberships::look_operator(visitor.app(), &token).await {
        Ok(member) => {
            let page = own_page(&visitor, "operate-title").visitor();
            let number = member.number.unwrap_or_default();
            Ok(render(&OperatePage { page, member: member.name, number }))
        }
        Err(app::Error::NotFound) => Ok(DEAD_LINK.page_with(StatusCode::NOT_FOUND, visitor.frame)),
        Err(error) => Err(error.into()),
    }
}

async fn accept(visitor: Visitor, Path(token): Path<String>) -> Answer {
    match memberships::accept_operator(visitor.app(), &visitor.actor, &token).await {
        Ok(_) => Ok(visitor.noticed("/me", "notice-operating")),
        Err(app::Error::NotFound) => Ok(DEAD_LINK.page_with(StatusCode::NOT_FOUND, visitor.frame)),
        Err(error) => Err(error.into()),
    }
}
