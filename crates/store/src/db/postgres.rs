//! PostgreSQL: its connections, and the checks that it keeps what it says.

use std::str::FromStr;
use std::time::Duration;

use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::error::{Error, Result};

/// The oldest version that everything is tested on.
const OLDEST: i64 = 15;
/// How many connections one process uses at most.
const CONNECTIONS: u32 = 16;

/// Connects, and refuses a server that is too old or forgets what it has committed.
pub(super) async fn pool(url: &str) -> Result<PgPool> {
    let options = PgConnectOptions::from_str(url)?.application_name("ayni").statement_cache_capacity(256);
    let pool = PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(Duration::from_secs(10))
        .connect_with(options)
        .await?;
    let (version, synchronous, encoding): (String, String, String) = sqlx::query_as(
        "SELECT current_setting('server_version_num'), current_setting('synchronous_commit'),
         current_setting('server_encoding')",
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
    if encoding != "UTF8" {
        return Err(Error::Unfit(format!("the database is encoded in {encoding}: UTF8 is needed")));
    }
    Ok(pool)
}
