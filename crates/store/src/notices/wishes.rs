//! What users wish to be told by which way, when not, and what they were written lately.

use ledger::id::UserId;
use ledger::time::Instant;
use sqlx::QueryBuilder;

use super::Kind;
use crate::error::Result;
use crate::tx::Tx;

words! {
    /// A way of telling beside the inbox, which is always told.
    pub enum Channel {
        /// By mail.
        Mail = "mail",
        /// By the devices on which they have asked for it, as soon as it happens.
        Push = "push",
    }
}

row! {
    /// What somebody has chosen.
    pub struct Choice {
        /// Who.
        pub user_id: UserId,
        /// Of what.
        pub kind: Kind,
        /// Which way.
        pub channel: Channel,
        /// Whether they wish to be told.
        pub wanted: bool,
    }
}

row! {
    /// When somebody wishes neither letters nor pushes.
    pub struct QuietHours {
        /// Who.
        pub user_id: UserId,
        /// From which minute of the day, 0 to 1439.
        pub from_minute: i64,
        /// Until which; before `from_minute` when it is on the next day.
        pub until_minute: i64,
        /// Where the user is, as in `Europe/London`.
        pub time_zone: String,
    }
}

row! {
    /// How much somebody was told.
    pub struct Written {
        /// To whom.
        pub user_id: UserId,
        /// Of how many notices.
        pub count: i64,
    }
}

/// What these users have chosen.
///
/// # Errors
/// When the database does not answer.
pub async fn choices(tx: &mut Tx, users: &[UserId]) -> Result<Vec<Choice>> {
    if users.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, conn => {
        let mut sql =
            QueryBuilder::new("SELECT user_id, kind, channel, wanted FROM notice_choices WHERE user_id IN (");
        let mut list = sql.separated(", ");
        for user in users {
            list.push_bind(user.0);
        }
        sql.push(")");
        sql.build_query_as().fetch_all(conn).await
    })?)
}

/// When these users wish neither letters nor pushes.
///
/// # Errors
/// When the database does not answer.
pub async fn quiet_hours(tx: &mut Tx, users: &[UserId]) -> Result<Vec<QuietHours>> {
    if users.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new(
            "SELECT user_id, from_minute, until_minute, time_zone FROM quiet_hours WHERE user_id IN (");
        let mut list = sql.separated(", ");
        for user in users {
            list.push_bind(user.0);
        }
        sql.push(")");
        sql.build_query_as().fetch_all(conn).await
    })?)
}

/// Of how many notices these users were written since an instant; who was not written is left out. Notices told before
/// `made_since` are not looked for: their letters have long gone.
///
/// # Errors
/// When the database does not answer.
pub async fn written_since(
    tx: &mut Tx,
    users: &[UserId],
    (since, made_since): (Instant, Instant),
) -> Result<Vec<Written>> {
    if users.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new("SELECT user_id, count(*) AS count FROM notices WHERE written_at > ");
        sql.push_bind(since.0).push(" AND made_at > ").push_bind(made_since.0).push(" AND user_id IN (");
        let mut list = sql.separated(", ");
        for user in users {
            list.push_bind(user.0);
        }
        sql.push(") GROUP BY user_id");
        sql.build_query_as().fetch_all(conn).await
    })?)
}

/// How many notices these users got since an instant; who got none is left out.
///
/// # Errors
/// When the database does not answer.
pub async fn made_since(tx: &mut Tx, users: &[UserId], since: Instant) -> Result<Vec<Written>> {
    if users.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new("SELECT user_id, count(*) AS count FROM notices WHERE made_at > ");
        sql.push_bind(since.0).push(" AND user_id IN (");
        let mut list = sql.separated(", ");
        for user in users {
            list.push_bind(user.0);
        }
        sql.push(") GROUP BY user_id");
        sql.build_query_as().fetch_all(conn).await
    })?)
}

/// Keeps a choice.
///
/// # Errors
/// When the database refuses.
pub async fn choose(tx: &mut Tx, choice: &Choice, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO notice_choices (user_id, kind, channel, wanted, chosen_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (user_id, kind, channel) DO UPDATE SET wanted = $4, chosen_at = $5")
        .bind(choice.user_id.0).bind(choice.kind.as_str()).bind(choice.channel.as_str()).bind(choice.wanted)
        .bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Sets a user's quiet hours.
///
/// # Errors
/// When the database refuses.
pub async fn set_quiet(tx: &mut Tx, hours: &QuietHours) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO quiet_hours (user_id, from_minute, until_minute, time_zone) VALUES ($1, $2, $3, $4)
         ON CONFLICT (user_id) DO UPDATE SET from_minute = $2, until_minute = $3, time_zone = $4")
        .bind(hours.user_id.0).bind(hours.from_minute).bind(hours.until_minute).bind(&hours.time_zone)
        .execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Takes a user's quiet hours away.
///
/// # Errors
/// When the database refuses.
pub async fn clear_quiet(tx: &mut Tx, user: UserId) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM quiet_hours WHERE user_id = $1")
        .bind(user.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}
