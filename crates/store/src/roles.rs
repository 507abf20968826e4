//! Who coordinates and administers an exchange.

use ledger::id::{ExchangeId, UserId};
use ledger::time::Instant;

use crate::error::Result;
use crate::tx::{By, Tx};

words! {
    /// A task that an exchange gives to a user.
    pub enum Role {
        /// Records, sees and keys trades for any member.
        Coordinator = "coordinator",
        /// Administers everything.
        Admin = "admin",
    }
}

row! {
    /// A role of one user in one exchange.
    pub struct Given {
        /// Where.
        pub exchange: ExchangeId,
        /// To whom.
        pub user_id: UserId,
        /// Their name.
        pub name: String,
        /// Their address, if they have one.
        pub email: Option<String>,
        /// Which.
        pub role: Role,
        /// When.
        pub given_at: Instant,
        /// Number of the account that they have there under their own name; empty for none.
        pub number: String,
        /// Name of the drawn portrait of that membership; empty: initials.
        pub portrait: String,
    }
}

/// Gives a role; tells whether the user did not have it yet.
///
/// # Errors
/// When the database refuses.
pub async fn give(tx: &mut Tx, exchange: ExchangeId, user: UserId, role: Role, by: By) -> Result<bool> {
    let given = on!(tx, conn => sqlx::query(
        "INSERT INTO roles (exchange, user_id, role, given_at, given_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (exchange, user_id, role) DO NOTHING")
        .bind(exchange.0).bind(user.0).bind(role.as_str()).bind(by.at.0).bind(by.user.0)
        .execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(given > 0)
}

/// Takes a role; tells whether the user had it.
///
/// # Errors
/// When the database refuses.
pub async fn take(tx: &mut Tx, exchange: ExchangeId, user: UserId, role: Role) -> Result<bool> {
    let taken = on!(tx, conn => sqlx::query("DELETE FROM roles WHERE exchange = $1 AND user_id = $2 AND role = $3")
        .bind(exchange.0).bind(user.0).bind(role.as_str()).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(taken > 0)
}

/// Makes everyone else who would change this exchange's roles or categories wait until this transaction ends.
///
/// # Errors
/// When the database refuses.
pub async fn lock(tx: &mut Tx, exchange: ExchangeId) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE exchanges SET code = code WHERE id = $1")
        .bind(exchange.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// An exchange's coordinators and administrators, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn of_exchange(tx: &mut Tx, exchange: ExchangeId) -> Result<Vec<Given>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT r.exchange, r.user_id, u.name, u.email, r.role, r.given_at, coalesce(a.number, '') AS number,
            coalesce(m.portrait, '') AS portrait
         FROM roles r JOIN users u ON u.id = r.user_id
         LEFT JOIN members m ON m.id = (SELECT min(own.id) FROM member_users mu JOIN members own ON own.id = mu.member
            WHERE mu.user_id = u.id AND own.exchange = r.exchange AND own.name = u.name AND own.kind = 'individual'
            AND own.state = 'active')
         LEFT JOIN accounts a ON a.id = m.account
         WHERE r.exchange = $1 ORDER BY r.role, u.name, u.id")
        .bind(exchange.0).fetch_all(conn).await)?)
}

/// A user's roles in all exchanges.
///
/// # Errors
/// When the database does not answer.
pub async fn of_user(tx: &mut Tx, user: UserId) -> Result<Vec<(ExchangeId, Role)>> {
    let given: Vec<Given> = on!(tx, conn => sqlx::query_as(
        "SELECT r.exchange, r.user_id, u.name, u.email, r.role, r.given_at, '' AS number, '' AS portrait
         FROM roles r JOIN users u ON u.id = r.user_id WHERE r.user_id = $1 ORDER BY r.exchange, r.role")
        .bind(user.0).fetch_all(conn).await)?;
    Ok(given.into_iter().map(|given| (given.exchange, given.role)).collect())
}
