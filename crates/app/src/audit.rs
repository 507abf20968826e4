//! The log of administrative acts that no ledger rule reads. (Those that one does are in the journal's acts.)

use ledger::id::ExchangeId;
use serde::Serialize;
use store::Tx;
pub use store::audit::Act as Line;
use store::audit::NewAct;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::Result;

mod log;

pub use log::{Changed, Done, Log, Past, Seen, log, of_account};

/// How many lines a page of the log has.
pub const PAGE: i64 = 50;

/// What was done. The word is the translation key after `log-`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Somebody was welcomed.
    MemberWelcomed,
    /// Somebody was declined.
    MemberDeclined,
    /// A membership was ended by an administrator.
    MembershipEnded,
    /// A member left.
    MemberLeft,
    /// An administrator changed a member's page.
    ProfileEdited,
    /// Somebody was invited.
    Invited,
    /// An invitation was taken back.
    InvitationRevoked,
    /// Another user operates an account.
    OperatorAdded,
    /// A user operates an account no longer.
    OperatorRemoved,
    /// A task was given.
    RoleGiven,
    /// A task was taken away.
    RoleTaken,
    /// The exchange's texts changed.
    ExchangeEdited,
    /// The exchange's terms changed.
    TermsChanged,
    /// What the exchange allows of listings changed.
    MarketChanged,
    /// A category was added.
    CategoryAdded,
    /// A category was changed.
    CategoryEdited,
    /// A category was retired.
    CategoryRetired,
    /// An administrator hid a listing.
    ListingStopped,
    /// An administrator let a listing be shown again.
    ListingReleased,
    /// A report was decided.
    ReportSettled,
    /// An administrator hid a recommendation.
    RecommendationHidden,
    /// An area was added.
    AreaAdded,
    /// An area was changed.
    AreaEdited,
    /// An area was retired.
    AreaRetired,
    /// Something was announced.
    Announced,
    /// An announcement was changed.
    AnnouncementEdited,
    /// An announcement was ended.
    AnnouncementEnded,
    /// A newsletter was sent off.
    NewsletterSent,
    /// An exchange was founded.
    ExchangeFounded,
    /// An exchange was approved.
    ExchangeApproved,
    /// An exchange was declined.
    ExchangeDeclined,
    /// Somebody administers the server.
    ServerAdminAdded,
    /// Somebody administers the server no longer.
    ServerAdminRemoved,
    /// A job that had been given up was queued again.
    JobRetried,
    /// The keeper of the machine took somebody's passkeys and authenticator away.
    SecondFactorForgotten,
    /// The counter of somebody's passkey fell: it may have been copied.
    PasskeyFell,
    /// The keeper of the machine began a new key, so that all authenticators are set up anew.
    KeyRenewed,
}

impl Act {
    /// Its stable word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MemberWelcomed => "member-welcomed",
            Self::MemberDeclined => "member-declined",
            Self::MembershipEnded => "membership-ended",
            Self::MemberLeft => "member-left",
            Self::ProfileEdited => "profile-edited",
            Self::Invited => "invited",
            Self::InvitationRevoked => "invitation-revoked",
            Self::OperatorAdded => "operator-added",
            Self::OperatorRemoved => "operator-removed",
            Self::RoleGiven => "role-given",
            Self::RoleTaken => "role-taken",
            Self::ExchangeEdited => "exchange-edited",
            Self::TermsChanged => "terms-changed",
            Self::MarketChanged => "market-changed",
            Self::CategoryAdded => "category-added",
            Self::CategoryEdited => "category-edited",
            Self::CategoryRetired => "category-retired",
            Self::ListingStopped => "listing-stopped",
            Self::ListingReleased => "listing-released",
            Self::ReportSettled => "report-settled",
            Self::RecommendationHidden => "recommendation-hidden",
            Self::AreaAdded => "area-added",
            Self::AreaEdited => "area-edited",
            Self::AreaRetired => "area-retired",
            Self::Announced => "announced",
            Self::AnnouncementEdited => "announcement-edited",
            Self::AnnouncementEnded => "announcement-ended",
            Self::NewsletterSent => "newsletter-sent",
            Self::ExchangeFounded => "exchange-founded",
            Self::ExchangeApproved => "exchange-approved",
            Self::ExchangeDeclined => "exchange-declined",
            Self::ServerAdminAdded => "server-admin-added",
            Self::ServerAdminRemoved => "server-admin-removed",
            Self::JobRetried => "job-retried",
            Self::SecondFactorForgotten => "second-factor-forgotten",
            Self::PasskeyFell => "passkey-fell",
            Self::KeyRenewed => "key-renewed",
        }
    }
}

/// What is kept of an act beside its subject.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(crate) struct Detail<'a> {
    /// Why it was done.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(crate) reason: &'a str,
    /// What it is now: a role, a version.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(crate) value: &'a str,
}

/// Writes an act of an exchange down, in the transaction that does it.
pub(crate) async fn exchange(tx: &mut Tx, app: &App, entry: Entry<'_>) -> Result<()> {
    let detail = serde_json::to_string(&entry.detail)?;
    let row = NewAct {
        exchange: Some(entry.exchange),
        at: app.clock.now(),
        made_by: entry.actor.id(),
        act: entry.act.as_str(),
        subject: entry.subject,
        detail: &detail,
    };
    Ok(store::audit::insert(tx, row).await?)
}

/// An act of an exchange, to be written down.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub(crate) actor: &'a Actor,
    pub(crate) exchange: ExchangeId,
    pub(crate) act: Act,
    pub(crate) subject: &'a str,
    pub(crate) detail: Detail<'a>,
}

/// Writes an act of the server down, in the transaction that does it.
pub(crate) async fn server(tx: &mut Tx, app: &App, actor: &Actor, act: Act, subject: &str) -> Result<()> {
    let at = app.clock.now();
    let made_by = actor.id();
    let row = NewAct { exchange: None, at, made_by, act: act.as_str(), subject, detail: "{}" };
    Ok(store::audit::insert(tx, row).await?)
}

/// A page of an exchange's log, newest first, before the line with this id.
///
/// # Errors
/// [`crate::Error::NotAllowed`] for anyone but administrators.
pub async fn page(app: &App, actor: &Actor, exchange: ExchangeId, before: Option<i64>) -> Result<Vec<Line>> {
    actor.may(Action::SeeLog, Subject::exchange(exchange))?;
    let mut tx = app.db.read().await?;
    Ok(store::audit::page(&mut tx, Some(exchange), before.unwrap_or(i64::MAX), PAGE).await?)
}

/// A page of the server's log, newest first, before the line with this id.
///
/// # Errors
/// [`crate::Error::NotAllowed`] for anyone but the server's administrators.
pub async fn server_page(app: &App, actor: &Actor, before: Option<i64>) -> Result<Vec<Line>> {
    actor.may(Action::SeeServer, Subject::server())?;
    let mut tx = app.db.read().await?;
    Ok(store::audit::page(&mut tx, None, before.unwrap_or(i64::MAX), PAGE).await?)
}
