//! PostgreSQL: its connections, and the checks that it keeps what it says.

use std::str::FromStr;
use std::time::Duration;

use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use super::Access;
use crate::error::{Error, Result};

/// The oldest version that everything is tested on.
const OLDEST: i64 = 15;
/// How many connections one process uses at most.
const CONNECTIONS: u32 = 16;
/// How long a connection is waited for.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a connection that is seldom needed stays open.
const IDLE: Duration = Duration::from_secs(60);

/// A pool of one connection to a server that [`pool`] has looked at, made when it is first needed.
pub(super) fn single(url: &str) -> Result<PgPool> {
    let options = options(url)?;
    let pool = PgPoolOptions::new().max_connections(1).acquire_timeout(PATIENCE).idle_timeout(IDLE);
    Ok(pool.connect_lazy_with(options))
}

fn options(url: &str) -> Result<PgConnectOptions> {
    Ok(PgConnectOptions::from_str(url)?.application_name("ayni").statement_cache_capacity(256))
}

/// How long a process may stand still in the middle of a transaction before the server ends that: others wait for what it
/// has locked, and it may be stopped or cut off.
const STANDING_STILL: &str = "SET idle_in_transaction_session_timeout = '10s'";

/// Connects, and refuses a server that is too old or forgets what it has committed.
pub(super) async fn pool(url: &str, access: Access) -> Result<PgPool> {
    let pool = PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .after_connect(move |conn, _| {
            Box::pin(async move {
                // Whoever only reads locks nobody out, and may take its time.
                if access == Access::Full {
                    sqlx::query(STANDING_STILL).execute(conn).await?;
                }
                Ok(())
            })
        })
        .connect_with(options(url)?)
        .await?;
    let (version, synchronous, encoding, flushes): (String, String, String, String) = sqlx::query_as(
        "SELECT current_setting('server_version_num'), current_setting('synchronous_commit'),
         current_setting('server_encoding'), current_setting('fsync')",
    )
    .fetch_one(&pool)
    .await?;
    if version.parse().unwrap_or(0) < OLDEST * 10_000 {
        return Err(Error::Unfit(format!("PostgreSQL {version} is too old: version {OLDEST} is needed")));
    }
    if synchronous == "off" {
        return Err(Error::Unfit(
            "PostgreSQL has synchronous_commit off: it must not be, or trades get lost".into(),
        ));
    }
    if flushes == "off" {
        tracing::warn!("PostgreSQL has fsync off: a power failure loses everything; good for tests only");
    }
    if encoding != "UTF8" {
        return Err(Error::Unfit(format!("the database is encoded in {encoding}: UTF8 is needed")));
    }
    Ok(pool)
}
