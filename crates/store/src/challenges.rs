//! What a browser was asked and has yet to answer: a passkey's challenge, or the second half of a sign-in.

use ledger::id::UserId;
use ledger::time::Instant;

use crate::error::Result;
use crate::tx::Tx;

words! {
    /// What is asked.
    pub enum Purpose {
        /// To make a passkey.
        Add = "add",
        /// To sign in with one.
        SignIn = "sign_in",
        /// To prove with one who a session's user is.
        Again = "again",
        /// A code, after the password was right.
        Half = "half",
    }
}

row! {
    /// A challenge, known by the hash of its token.
    pub struct Challenge {
        /// The hash of its token.
        pub token_hash: Vec<u8>,
        /// What is asked.
        pub purpose: Purpose,
        /// Who may answer; none: whoever has the passkey.
        pub user_id: Option<UserId>,
        /// The hash of what the browser that was asked is known by.
        pub bound: Vec<u8>,
        /// JSON of what the answer is checked against.
        pub state: String,
        /// When it stops working.
        pub expires_at: Instant,
    }
}

/// Asks something.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, challenge: &Challenge) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO challenges (token_hash, purpose, user_id, bound, state, expires_at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(&challenge.token_hash).bind(challenge.purpose.as_str()).bind(challenge.user_id.map(|id| id.0))
        .bind(&challenge.bound).bind(&challenge.state).bind(challenge.expires_at.0)
        .execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// The challenge of a token, while it waits for its answer.
///
/// # Errors
/// When the database does not answer.
pub async fn find(
    tx: &mut Tx,
    token_hash: &[u8],
    purpose: Purpose,
    now: Instant,
) -> Result<Option<Challenge>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT token_hash, purpose, user_id, bound, state, expires_at FROM challenges
         WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3")
        .bind(token_hash).bind(purpose.as_str()).bind(now.0).fetch_optional(conn).await)?)
}

/// Takes the challenge of a token away and gives it to the one who was first.
///
/// # Errors
/// When the database refuses.
pub async fn take(
    tx: &mut Tx,
    token_hash: &[u8],
    purpose: Purpose,
    now: Instant,
) -> Result<Option<Challenge>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "DELETE FROM challenges WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3
         RETURNING token_hash, purpose, user_id, bound, state, expires_at")
        .bind(token_hash).bind(purpose.as_str()).bind(now.0).fetch_optional(conn).await)?)
}

/// Forgets everything that a user was asked.
///
/// # Errors
/// When the database refuses.
pub async fn void(tx: &mut Tx, user: UserId) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM challenges WHERE user_id = $1")
        .bind(user.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Forgets what nobody has answered in time.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(tx: &mut Tx, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM challenges WHERE expires_at <= $1")
        .bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}
