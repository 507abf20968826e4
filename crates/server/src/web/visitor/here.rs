//! Somebody in an exchange.

use app::actor::{Action, Subject};
use app::exchanges::Exchange;
use app::memberships::Membership;
use app::{accounts, exchanges};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use ledger::unit::{Separators, Style};
use ledger::{AccountId, ExchangeId, Policy, Unit};

use super::Visitor;
use crate::state::Server;
use crate::web::l10n::{Shown, UnitView};
use crate::web::stop::Stop;

/// Whoever reads a page under `/{code}`: everything of the [`Visitor`] (through `Deref`), the exchange, its rules, and the
/// membership that the reader acts for there, if they have one. 404 when there is no such exchange.
#[derive(Clone)]
pub struct Here {
    visitor: Visitor,
    /// The exchange.
    pub exchange: Exchange,
    /// As whom the reader acts here; none for strangers.
    pub membership: Option<Membership>,
    /// The rules in force.
    pub policy: Policy,
    /// How its amounts are written.
    pub unit: UnitView,
}

impl std::ops::Deref for Here {
    type Target = Visitor;

    fn deref(&self) -> &Visitor {
        &self.visitor
    }
}

impl FromRequestParts<Server> for Here {
    type Rejection = Stop;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Self, Stop> {
        let visitor = Visitor::outside(server, parts).await?;
        let code = parts.uri.path().split('/').nth(1).unwrap_or_default().to_owned();
        Self::enter(visitor, &code).await
    }
}

impl Here {
    /// Enters the exchange of this code.
    ///
    /// # Errors
    /// 404 when there is none that this reader may know of.
    pub async fn enter(visitor: Visitor, code: &str) -> Result<Self, Stop> {
        let app = &visitor.server.app;
        let exchange = exchanges::by_code(app, &visitor.actor, code).await?;
        let policy = match accounts::policy(app, exchange.id).await {
            // Not at work yet: its founder and the server's administrators see what is wished for.
            Err(app::Error::NotFound) => {
                serde_json::from_str(&exchange.founding).map_err(app::Error::from)?
            }
            found => found?,
        };
        let membership = visitor.actor.acting_in(exchange.id).cloned();
        let visitor = visitor.within(&exchange, membership.as_ref()).await?;
        let unit = unit_view(&policy.unit);
        Ok(Self { visitor, exchange, membership, policy, unit })
    }

    /// The exchange's id.
    #[must_use]
    pub fn id(&self) -> ExchangeId {
        self.exchange.id
    }

    /// As whom the reader acts here.
    ///
    /// # Errors
    /// Visitors are asked to sign in; strangers are told that this is for members.
    pub fn member(&self) -> Result<&Membership, Stop> {
        let refused = || match self.actor.signed_in() {
            Ok(_) => app::Error::NotAllowed("error-members-only"),
            Err(error) => error,
        };
        self.membership.as_ref().ok_or_else(|| refused().into())
    }

    /// The account that the reader acts for here.
    ///
    /// # Errors
    /// As [`Here::member`].
    pub fn account(&self) -> Result<AccountId, Stop> {
        let account = self.member()?.account;
        account.ok_or_else(|| app::Error::NotAllowed("error-members-only").into())
    }

    /// Whether the reader may do something in this exchange, for showing only what can be done.
    #[must_use]
    pub fn can(&self, action: Action) -> bool {
        self.actor.can(action, Subject::exchange(self.exchange.id))
    }

    /// Whether to show the way to something in this exchange, which may lead by way of proving more.
    #[must_use]
    pub fn leads_to(&self, action: Action) -> bool {
        self.actor.is_theirs(action, Subject::exchange(self.exchange.id))
    }

    /// Makes sure that the reader may do something in this exchange, before a form for it is shown.
    ///
    /// # Errors
    /// As [`app::actor::Actor::may`].
    pub fn may(&self, action: Action) -> Result<(), Stop> {
        Ok(self.actor.may(action, Subject::exchange(self.exchange.id))?)
    }

    /// How the reader's language separates numbers, to read typed amounts by [`ledger::unit::parse`].
    #[must_use]
    pub fn separators(&self) -> Separators {
        if self.frame.l.decimal_separator() == '.' { Separators::ENGLISH } else { Separators::CONTINENTAL }
    }
}

/// How amounts of a unit are written.
#[must_use]
pub fn unit_view(unit: &Unit) -> UnitView {
    let shown = match unit.style {
        Style::Decimal => Shown::Decimal { scale: unit.scale, decimals: unit.decimals },
        Style::HoursMinutes => Shown::Clock { minutes: 1 },
    };
    UnitView { singular: unit.singular.clone(), plural: unit.plural.clone(), shown }
}
