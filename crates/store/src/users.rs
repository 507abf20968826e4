//! Logins: people with an address and a password.

use ledger::id::UserId;
use ledger::time::Instant;
use uuid::Uuid;

use crate::error::Result;
use crate::ids::Series;
use crate::tx::Tx;

row! {
    /// A login, without its password.
    pub struct User {
        /// Names it inside.
        pub id: UserId,
        /// Names it outside.
        pub uuid: Uuid,
        /// The person's name.
        pub name: String,
        /// The address as typed.
        pub email: Option<String>,
        /// When the address was confirmed.
        pub email_confirmed_at: Option<Instant>,
        /// The language that the person reads.
        pub locale: String,
        /// Whether the person administers the server.
        pub server_admin: bool,
        /// Whether the person has a passkey or an authenticator.
        pub second_factor: bool,
        /// When the login was made.
        pub created_at: Instant,
    }
}

row! {
    /// What a sign-in is checked against.
    pub struct Login {
        /// Whose.
        pub id: UserId,
        /// The hash of the password, if one was chosen.
        pub password_hash: Option<String>,
        /// When the address was confirmed.
        pub email_confirmed_at: Option<Instant>,
    }
}

/// A login to be made.
#[derive(Clone, Debug)]
pub struct NewUser<'a> {
    /// Names it outside.
    pub uuid: Uuid,
    /// The person's name.
    pub name: &'a str,
    /// The address as typed, and folded.
    pub email: Option<(&'a str, &'a str)>,
    /// When the address was confirmed, if it was.
    pub email_confirmed_at: Option<Instant>,
    /// The hash of the password.
    pub password_hash: Option<&'a str>,
    /// The language that the person reads.
    pub locale: &'a str,
    /// When.
    pub created_at: Instant,
}

/// Makes a login.
///
/// # Errors
/// [`crate::Error::Taken`] when another login has this address.
pub async fn insert(tx: &mut Tx, user: &NewUser<'_>) -> Result<UserId> {
    let id = tx.id(Series::Users).await?;
    on!(tx, conn => sqlx::query(
        "INSERT INTO users (id, uuid, name, email, email_key, email_confirmed_at, password_hash, locale, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(id).bind(user.uuid).bind(user.name).bind(user.email.map(|email| email.0)).bind(user.email.map(|email| email.1))
        .bind(user.email_confirmed_at.map(|at| at.0)).bind(user.password_hash).bind(user.locale).bind(user.created_at.0)
        .execute(conn).await.map(|_| ()))?;
    Ok(UserId(id))
}

/// The login with this id.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, id: UserId) -> Result<Option<User>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, uuid, name, email, email_confirmed_at, locale, server_admin, second_factor, created_at FROM users WHERE id = $1")
        .bind(id.0).fetch_optional(conn).await)?)
}

/// The login with this name outside.
///
/// # Errors
/// When the database does not answer.
pub async fn by_uuid(tx: &mut Tx, uuid: Uuid) -> Result<Option<User>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, uuid, name, email, email_confirmed_at, locale, server_admin, second_factor, created_at FROM users WHERE uuid = $1")
        .bind(uuid).fetch_optional(conn).await)?)
}

/// The login with this folded address.
///
/// # Errors
/// When the database does not answer.
pub async fn by_email(tx: &mut Tx, email_key: &str) -> Result<Option<User>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, uuid, name, email, email_confirmed_at, locale, server_admin, second_factor, created_at FROM users
         WHERE email_key = $1")
        .bind(email_key).fetch_optional(conn).await)?)
}

/// What the sign-in of one user is checked against.
///
/// # Errors
/// When the database does not answer.
pub async fn login(tx: &mut Tx, id: UserId) -> Result<Option<Login>> {
    Ok(
        on!(tx, conn => sqlx::query_as("SELECT id, password_hash, email_confirmed_at FROM users WHERE id = $1")
        .bind(id.0).fetch_optional(conn).await)?,
    )
}

/// What a sign-in with this folded address is checked against.
///
/// # Errors
/// When the database does not answer.
pub async fn login_by_email(tx: &mut Tx, email_key: &str) -> Result<Option<Login>> {
    Ok(
        on!(tx, conn => sqlx::query_as("SELECT id, password_hash, email_confirmed_at FROM users WHERE email_key = $1")
        .bind(email_key).fetch_optional(conn).await)?,
    )
}

/// What a sign-in with this account number is checked against: everyone who operates the account, at most eight.
///
/// # Errors
/// When the database does not answer.
pub async fn logins_by_number(tx: &mut Tx, number: &str) -> Result<Vec<Login>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT u.id, u.password_hash, u.email_confirmed_at
         FROM accounts a JOIN members m ON m.account = a.id JOIN member_users mu ON mu.member = m.id
         JOIN users u ON u.id = mu.user_id
         WHERE a.number = $1 AND m.state = 'active' AND m.kind <> 'administration' ORDER BY mu.added_at, u.id LIMIT 8")
        .bind(number).fetch_all(conn).await)?)
}

/// Changes the password.
///
/// # Errors
/// When the database refuses.
pub async fn set_password(tx: &mut Tx, id: UserId, password_hash: &str) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE users SET password_hash = $2 WHERE id = $1")
        .bind(id.0).bind(password_hash).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Notes that the address has been confirmed, unless it was before.
///
/// # Errors
/// When the database refuses.
pub async fn confirm_email(tx: &mut Tx, id: UserId, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE users SET email_confirmed_at = $2 WHERE id = $1 AND email_confirmed_at IS NULL AND email IS NOT NULL")
        .bind(id.0).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Changes the address to one that has been confirmed.
///
/// # Errors
/// [`crate::Error::Taken`] when another login has it.
pub async fn set_email(tx: &mut Tx, id: UserId, email: &str, email_key: &str, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE users SET email = $2, email_key = $3, email_confirmed_at = $4 WHERE id = $1")
        .bind(id.0).bind(email).bind(email_key).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Changes the name and the language.
///
/// # Errors
/// When the database refuses.
pub async fn set_name(tx: &mut Tx, id: UserId, name: &str, locale: &str) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE users SET name = $2, locale = $3 WHERE id = $1")
        .bind(id.0).bind(name).bind(locale).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Makes a user an administrator of the server, or no longer.
///
/// # Errors
/// When the database refuses.
pub async fn set_server_admin(tx: &mut Tx, id: UserId, server_admin: ServerAdmin) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE users SET server_admin = $2 WHERE id = $1")
        .bind(id.0).bind(server_admin == ServerAdmin::Yes).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Notes whether the user has a passkey or an authenticator that works; after every change of either.
///
/// # Errors
/// When the database refuses.
pub async fn note_second_factor(tx: &mut Tx, id: UserId) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE users SET second_factor =
             EXISTS (SELECT 1 FROM passkeys p WHERE p.user_id = $1)
             OR EXISTS (SELECT 1 FROM authenticators a WHERE a.user_id = $1 AND a.confirmed_at IS NOT NULL)
         WHERE id = $1")
        .bind(id.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Whether a user is to administer the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerAdmin {
    /// From now on.
    Yes,
    /// No longer.
    No,
}

/// Makes everyone else who would change what hangs on this user wait until this transaction ends.
///
/// # Errors
/// When the database refuses.
pub async fn lock(tx: &mut Tx, id: UserId) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE users SET name = name WHERE id = $1").bind(id.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Makes everyone else who would change who administers the server wait until this transaction ends.
///
/// # Errors
/// When the database refuses.
pub async fn lock_server_admins(tx: &mut Tx) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE users SET name = name WHERE server_admin").execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// The administrators of the server, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn server_admins(tx: &mut Tx) -> Result<Vec<User>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, uuid, name, email, email_confirmed_at, locale, server_admin, second_factor, created_at FROM users
         WHERE server_admin ORDER BY name, id")
        .fetch_all(conn).await)?)
}

/// Forgets logins whose address nobody confirmed since this instant, and the links that were sent to them.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(tx: &mut Tx, before: Instant) -> Result<()> {
    // Whoever has entered an exchange on the word of somebody else stays.
    on!(tx, conn => sqlx::query(
        "DELETE FROM users WHERE email_confirmed_at IS NULL AND email IS NOT NULL AND created_at < $1
         AND NOT EXISTS (SELECT 1 FROM member_users mu WHERE mu.user_id = users.id)
         AND NOT EXISTS (SELECT 1 FROM roles r WHERE r.user_id = users.id)
         AND NOT EXISTS (SELECT 1 FROM exchanges e WHERE e.founder = users.id OR e.decided_by = users.id)
         AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.user_id = users.id)
         AND NOT EXISTS (SELECT 1 FROM challenges c WHERE c.user_id = users.id)
         AND NOT EXISTS (SELECT 1 FROM devices d WHERE d.user_id = users.id)
         AND NOT EXISTS (SELECT 1 FROM passkeys p WHERE p.user_id = users.id)
         AND NOT EXISTS (SELECT 1 FROM authenticators a WHERE a.user_id = users.id)
         AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.user_id = users.id)
         AND NOT EXISTS (SELECT 1 FROM notice_choices c WHERE c.user_id = users.id)
         AND NOT EXISTS (SELECT 1 FROM quiet_hours q WHERE q.user_id = users.id)")
        .bind(before.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// The names of these users, in no particular order.
///
/// # Errors
/// When the database does not answer.
pub async fn names(tx: &mut Tx, users: &[UserId]) -> Result<Vec<(UserId, String)>> {
    if users.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(i64, String)> = on!(tx, conn => {
        let mut sql = sqlx::QueryBuilder::new("SELECT id, name FROM users WHERE id IN (");
        let mut list = sql.separated(", ");
        for user in users {
            list.push_bind(user.0);
        }
        sql.push(")");
        sql.build_query_as().fetch_all(conn).await
    })?;
    Ok(rows.into_iter().map(|(id, name)| (UserId(id), name)).collect())
}

/// Whether there is nobody at all: the database is as good as new.
///
/// # Errors
/// When the database does not answer.
pub async fn is_nobody_here(tx: &mut Tx) -> Result<bool> {
    let (count,): (i64,) =
        on!(tx, conn => sqlx::query_as("SELECT count(*) FROM users").fetch_one(conn).await)?;
    Ok(count == 0)
}

/// Whether somebody has an address that can be a real one: nobody ever gets a domain that ends with `.example`.
///
/// # Errors
/// When the database does not answer.
pub async fn is_anybody_real(tx: &mut Tx) -> Result<bool> {
    let found: Option<(i64,)> = on!(tx, conn => sqlx::query_as(
        "SELECT id FROM users WHERE email_key IS NOT NULL AND email_key NOT LIKE '%.example' LIMIT 1")
        .fetch_optional(conn).await)?;
    Ok(found.is_some())
}
