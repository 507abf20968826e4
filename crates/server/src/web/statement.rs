//! Statements: one's own, another's for those who may, and that of the exchange itself; on a page, as a table, on paper.

mod page;
mod rows;
mod sheet;
mod span;
mod standing;
mod table;

use app::members;
use app::statements::{self, Statement, Totals};
use axum::extract::Path;
use ledger::AccountId;

use super::frame::{Frame, Place};
use super::stop::{Answer, Stop};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;
use span::Span;

/// Adds the routes of these pages.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/statement", own)
        .get("/{code}/statement.csv", own_table)
        .get("/{code}/statement/print", own_sheet)
        .get("/{code}/own-account", of_exchange)
        .get("/{code}/people/{number}/statement", of_member)
        .get("/{code}/people/{number}/statement.csv", of_member_table)
        .get("/{code}/people/{number}/statement/print", of_member_sheet)
}

/// Whose statement it is to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    /// Their own.
    Mine,
    /// Another member's.
    Theirs,
    /// The exchange's own.
    Exchange,
}

/// A statement that a reader asked for.
struct Asked {
    here: Here,
    account: AccountId,
    whose: Whose,
    /// Where the statement's page is.
    path: String,
}

/// What a span of it holds.
struct Read {
    statement: Statement,
    totals: Totals,
}

impl Asked {
    fn own(here: Here) -> Result<Self, Stop> {
        let account = here.account()?;
        let path = here.frame.to("statement");
        Ok(Self { here, account, whose: Whose::Mine, path })
    }

    async fn of(here: Here, number: &str) -> Result<Self, Stop> {
        let (member, line) = members::find(here.app(), &here.actor, here.id(), number).await?;
        let whose = match member.kind {
            members::Kind::Administration => Whose::Exchange,
            _ if here.membership.as_ref().is_some_and(|own| own.member == member.id) => Whose::Mine,
            _ => Whose::Theirs,
        };
        let digits = line.number.strip_prefix(here.exchange.code.as_str()).unwrap_or(&line.number);
        let path = here.frame.to(&format!("people/{digits}/statement"));
        Ok(Self { here, account: line.account, whose, path })
    }

    /// The frame with the place where such a statement is found.
    fn frame(&self) -> Frame {
        let place = match self.whose {
            Whose::Mine => Place::More,
            Whose::Theirs => Place::More,
            Whose::Exchange => Place::More,
        };
        self.here.frame.clone().at(place)
    }

    /// A whole span, for a table or for paper.
    async fn whole(&self, span: &Span) -> Result<Read, Stop> {
        let filter = span.filter(&self.here.frame.l, statements::WHOLE_MAX);
        let (app, actor) = (self.here.app(), &self.here.actor);
        let (statement, totals) = statements::whole(app, actor, self.account, &filter).await?;
        Ok(Read { statement, totals })
    }
}

async fn own(here: Here) -> Answer {
    page::show(Asked::own(here)?).await
}

async fn of_member(here: Here, Path((_, number)): Path<(String, String)>) -> Answer {
    page::show(Asked::of(here, &number).await?).await
}

async fn of_exchange(here: Here) -> Answer {
    page::show(Asked::of(here, "0").await?).await
}

async fn own_table(here: Here) -> Answer {
    to_table(Asked::own(here)?).await
}

async fn of_member_table(here: Here, Path((_, number)): Path<(String, String)>) -> Answer {
    to_table(Asked::of(here, &number).await?).await
}

async fn to_table(asked: Asked) -> Answer {
    let frame = asked.frame();
    let (span, _) = Span::read(&frame, &asked.here.query);
    let filter = span.filter(&asked.here.frame.l, statements::WHOLE_MAX);
    let (app, actor) = (asked.here.app(), &asked.here.actor);
    let statement = statements::to_take_away(app, actor, asked.account, &filter).await?;
    let origin = asked.here.server.public.origin();
    let older = statement
        .older
        .map(|entry| format!("{origin}{}.csv{}&before={}", asked.path, span.query(&frame.l), entry.0));
    Ok(table::file(&frame, &asked.here.unit, (&statement, older.as_deref())))
}

async fn own_sheet(here: Here) -> Answer {
    to_sheet(Asked::own(here)?).await
}

async fn of_member_sheet(here: Here, Path((_, number)): Path<(String, String)>) -> Answer {
    to_sheet(Asked::of(here, &number).await?).await
}

async fn to_sheet(asked: Asked) -> Answer {
    let (span, _) = Span::read(&asked.frame(), &asked.here.query);
    let read = asked.whole(&Span { words: String::new(), ..span.clone() }).await?;
    Ok(sheet::show(&asked, &span, &read))
}
