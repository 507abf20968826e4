//! Throw-away databases for tests. `AYNI_TEST_DATABASE` names the kind: unset or `sqlite`, or the URL of a PostgreSQL
//! server on which the tests may make and drop databases.

pub mod corruptions;
pub mod upgrades;

use std::sync::atomic::{AtomicU64, Ordering};

use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tempfile::TempDir;
use tokio::sync::OnceCell;

use crate::db::{DatabaseUrl, Db};
use crate::migrate;
use crate::tx::Tx;

/// A fresh database with its tables made, gone when this is dropped.
pub struct TestDatabase {
    /// The open database.
    pub db: Db,
    /// Where it is, to open it a second time.
    pub url: DatabaseUrl,
    _room: Room,
}

/// Room for a database in which nothing is yet; gone when this is dropped, with what has come to be there.
pub struct Room {
    /// Where it is.
    pub url: DatabaseUrl,
    place: Place,
}

impl Room {
    /// Room on the database that the tests run on.
    ///
    /// # Panics
    /// When there is none: a test has nothing better to do.
    pub async fn new() -> Self {
        let (url, place) = match setting().as_deref() {
            None | Some("" | "sqlite") => return Self::in_a_folder(),
            Some(server) => on_a_server(server, None).await,
        };
        Self { url, place }
    }

    /// Room in a folder, whatever the tests run on: for what goes from one database to the other.
    ///
    /// # Panics
    /// As [`Room::new`].
    pub fn in_a_folder() -> Self {
        let (url, place) = in_a_folder();
        Self { url, place }
    }
}

enum Place {
    Folder { _folder: TempDir },
    Server { server: String, name: String },
}

impl TestDatabase {
    /// Makes one.
    ///
    /// # Panics
    /// When it cannot: a test has nothing better to do.
    pub async fn new() -> Self {
        let room = match setting().as_deref() {
            None | Some("" | "sqlite") => Room::in_a_folder(),
            Some(server) => {
                let (url, place) = on_a_server(server, Some(&template(server).await)).await;
                Room { url, place }
            }
        };
        Self::open(room).await
    }

    /// Makes the tables in a room, or brings those that are there up to date.
    ///
    /// # Panics
    /// As [`TestDatabase::new`].
    pub async fn open(room: Room) -> Self {
        let db = Db::open(&room.url).await.unwrap_or_else(|error| panic!("test database: {error}"));
        Self { db, url: room.url.clone(), _room: room }
    }

    /// What the tables look like, the same text for both databases: `table.column type`, with `?` where it may be empty.
    ///
    /// # Panics
    /// When the database cannot tell.
    pub async fn schema(&self) -> Vec<String> {
        let mut tx = self.db.read().await.unwrap_or_else(|error| panic!("{error}"));
        let sql = match self.url {
            DatabaseUrl::Sqlite(_) => {
                "SELECT t.name || '.' || c.name || ' ' || lower(replace(c.type, 'INTEGER', 'BIGINT'))
                 || CASE WHEN c.\"notnull\" = 0 AND c.pk = 0 THEN '?' ELSE '' END
                 FROM sqlite_schema t JOIN pragma_table_info(t.name) c
                 WHERE t.type = 'table' AND t.name NOT LIKE '\\_%' ESCAPE '\\'"
            }
            DatabaseUrl::Postgres(_) => {
                "SELECT table_name || '.' || column_name || ' ' || data_type
                 || CASE WHEN is_nullable = 'YES' THEN '?' ELSE '' END
                 FROM information_schema.columns
                 WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_%' ESCAPE '\\'"
            }
        };
        let rows: Vec<(String,)> = on!(tx, conn => sqlx::query_as(sql).fetch_all(conn).await)
            .unwrap_or_else(|error| panic!("{error}"));
        let mut lines: Vec<String> = rows.into_iter().map(|(line,)| line).collect();
        lines.sort();
        lines
    }

    /// Makes the database believe that a program of this version has been here.
    ///
    /// # Panics
    /// When the database does not take it.
    pub async fn pretend_version(&self, version: i64) {
        let done = async {
            let mut tx = self.db.write().await?;
            on!(tx, conn => sqlx::query(
                "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                 SELECT $1, description, success, checksum, execution_time FROM _sqlx_migrations WHERE version = 1")
                .bind(version).execute(conn).await.map(|_| ()))?;
            tx.commit().await
        };
        done.await.unwrap_or_else(|error| panic!("{error}"));
    }
}

impl TestDatabase {
    /// Runs statements as they stand, one after the other, in one transaction.
    ///
    /// # Panics
    /// When one of them fails.
    pub async fn run(&self, statements: &[&str]) {
        let mut tx = self.db.write().await.unwrap_or_else(|error| panic!("{error}"));
        for sql in statements {
            let done = on!(tx, conn => sqlx::raw_sql(AssertSqlSafe((*sql).to_owned())).execute(conn).await.map(|_| ()));
            done.unwrap_or_else(|error| panic!("{sql}: {error}"));
        }
        tx.commit().await.unwrap_or_else(|error| panic!("{error}"));
    }

    /// Tries to change what is committed.
    ///
    /// # Errors
    /// With what the database says.
    pub async fn change_an_entry(&self) -> crate::Result<()> {
        self.attempt("UPDATE entries SET amount = amount + 1").await
    }

    /// Tries to make somebody an administrator who does not exist, of what does not exist.
    ///
    /// # Errors
    /// With what the database says.
    pub async fn refer_to_nothing(&self) -> crate::Result<()> {
        self.attempt(
            "INSERT INTO roles (exchange, user_id, role, given_at, given_by) VALUES (99, 99, 'admin', 0, 0)",
        )
        .await
    }

    async fn attempt(&self, sql: &'static str) -> crate::Result<()> {
        let mut tx = self.db.write().await?;
        on!(tx, conn => sqlx::raw_sql(sql).execute(conn).await.map(|_| ()))?;
        tx.commit().await
    }

    /// Adds a table `pictures` with a row, as a later migration might.
    ///
    /// # Panics
    /// When the database does not take it.
    pub async fn add_a_table(&self) {
        self.run(&[
            "CREATE TABLE statues (id BIGINT NOT NULL PRIMARY KEY, whose UUID, bytes BYTEA NOT NULL)",
            "INSERT INTO statues (id, bytes) SELECT 1, hash FROM journals",
        ])
        .await;
    }

    /// Takes away the triggers that keep the journal as it is.
    ///
    /// # Panics
    /// When they are gone already.
    pub async fn unguard(&self) {
        let sqlite = self.db.gate().is_some();
        self.run(if sqlite { corruptions::UNGUARD_SQLITE } else { corruptions::UNGUARD_POSTGRES }).await;
    }

    /// Spoils something in one transaction that is never committed, and gives it, to be looked at.
    ///
    /// # Panics
    /// When the database does not let itself be spoilt.
    pub async fn spoil(&self, sql: &str) -> Tx {
        let mut tx = self.db.write().await.unwrap_or_else(|error| panic!("{error}"));
        let rows = on!(tx, conn =>
            sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(conn).await.map(|done| done.rows_affected()));
        assert!(rows.unwrap_or_else(|error| panic!("{sql}: {error}")) > 0, "this spoils nothing: {sql}");
        tx
    }

    /// Makes the rules of the exchange with this code unreadable, as a slip on the machine might.
    pub async fn spoil_rules(&self, code: &str) {
        self.run(&[&format!("UPDATE journals SET policy = 'x' || policy {}", of_exchange(code))]).await;
    }

    /// Takes back [`TestDatabase::spoil_rules`].
    pub async fn mend_rules(&self, code: &str) {
        self.run(&[&format!("UPDATE journals SET policy = substr(policy, 2) {}", of_exchange(code))]).await;
    }

    /// Erases the words of every trade and keeps their commitments, as the law of a country may ask for.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn erase_words(&self) {
        let erased = async {
            let mut tx = self.db.write().await?;
            for exchange in crate::journals::all(&mut tx).await? {
                for row in crate::transfers::journal_after(&mut tx, exchange, 0, 100_000).await? {
                    let commitment = row.description_commitment().0.to_vec();
                    on!(tx, conn => sqlx::query(
                        "UPDATE transfers SET description = '', salt = NULL, commitment = $2 WHERE id = $1")
                        .bind(row.id).bind(commitment).execute(conn).await.map(|_| ()))?;
                }
            }
            tx.commit().await
        };
        erased.await.unwrap_or_else(|error| panic!("{error}"));
    }

    /// From now on a transfer with these words cannot be written.
    ///
    /// # Panics
    /// When the database does not take the rule.
    pub async fn refuse_words(&self, words: &str) {
        let sqlite = format!(
            "CREATE TRIGGER refuse_words BEFORE INSERT ON transfers WHEN NEW.description = '{words}'
             BEGIN SELECT RAISE(ABORT, 'refused by a test'); END"
        );
        let postgres = format!(
            "CREATE FUNCTION refuse_words() RETURNS trigger LANGUAGE plpgsql AS $$
             BEGIN RAISE EXCEPTION 'refused by a test'; END $$;
             CREATE TRIGGER refuse_words BEFORE INSERT ON transfers FOR EACH ROW WHEN (NEW.description = '{words}')
             EXECUTE FUNCTION refuse_words()"
        );
        self.run(&[if self.db.gate().is_some() { &sqlite } else { &postgres }]).await;
    }

    /// From now on a transaction with such a transfer fails when it commits, and not before.
    ///
    /// # Panics
    /// When the database does not take the rule.
    pub async fn refuse_at_commit(&self, words: &str) {
        let sqlite = format!(
            "CREATE TRIGGER refuse_at_commit AFTER INSERT ON transfers WHEN NEW.description = '{words}'
             BEGIN INSERT INTO doomed (hope) VALUES (1); END"
        );
        let postgres = format!(
            "CREATE FUNCTION refuse_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
             BEGIN INSERT INTO doomed (hope) VALUES (1); RETURN NEW; END $$;
             CREATE TRIGGER refuse_at_commit AFTER INSERT ON transfers FOR EACH ROW WHEN (NEW.description = '{words}')
             EXECUTE FUNCTION refuse_at_commit()"
        );
        self.run(&[
            "CREATE TABLE hopes (id BIGINT PRIMARY KEY)",
            "CREATE TABLE doomed (hope BIGINT NOT NULL REFERENCES hopes (id) DEFERRABLE INITIALLY DEFERRED)",
            if self.db.gate().is_some() { &sqlite } else { &postgres },
        ])
        .await;
    }
}

fn of_exchange(code: &str) -> String {
    format!("WHERE exchange = (SELECT id FROM exchanges WHERE code = '{code}')")
}

/// Takes an exchange's journal, so that no teller gets any further until this transaction ends, which may be long.
///
/// # Panics
/// When the database does not answer.
pub async fn hold_journal(tx: &mut Tx, exchange: ledger::ExchangeId) {
    tx.may_stand_still().await.unwrap_or_else(|error| panic!("{error}"));
    let done = on!(tx, conn => sqlx::query("UPDATE journals SET batch = batch + 1 WHERE exchange = $1")
        .bind(exchange.0).execute(conn).await.map(|_| ()));
    done.unwrap_or_else(|error| panic!("{error}"));
}

/// Tries to take all entries away, which what guards the journal forbids.
///
/// # Errors
/// When it is guarded.
pub async fn try_to_forget_entries(tx: &mut Tx) -> crate::Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM entries").execute(conn).await.map(|_| ()))?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "tests have no configuration but their environment")]
fn setting() -> Option<String> {
    std::env::var("AYNI_TEST_DATABASE").ok()
}

fn in_a_folder() -> (DatabaseUrl, Place) {
    let folder = TempDir::new().unwrap_or_else(|error| panic!("test folder: {error}"));
    (DatabaseUrl::Sqlite(folder.path().join("ayni.db")), Place::Folder { _folder: folder })
}

/// An empty database, or a copy of another.
async fn on_a_server(server: &str, template: Option<&str>) -> (DatabaseUrl, Place) {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let name = format!("ayni_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    command(server, format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
    let template = template.unwrap_or("template1");
    command(server, format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
    let url = with_database(server, &name);
    (DatabaseUrl::Postgres(url), Place::Server { server: server.to_owned(), name })
}

/// A database with the tables made, to be copied: to copy them is quicker than to make them. The first test of the first
/// program makes it and it stays on the server; its name tells of which migrations.
async fn template(server: &str) -> String {
    static MADE: OnceCell<String> = OnceCell::const_new();
    let made = MADE.get_or_init(|| async {
        let name = format!("ayni_template_{:x}", migrate::fingerprint());
        let made = make_template(server, &name).await;
        made.unwrap_or_else(|error| panic!("test database: {error}"));
        name
    });
    made.await.clone()
}

async fn make_template(server: &str, name: &str) -> crate::Result<()> {
    let mut conn = PgConnection::connect(server).await?;
    // One process at a time; the lock goes with the connection.
    sqlx::query("SELECT pg_advisory_lock(8420)").execute(&mut conn).await?;
    let there = sqlx::query("SELECT 1 FROM pg_database WHERE datname = $1").bind(name);
    if there.fetch_optional(&mut conn).await?.is_none() {
        // Under another name until it is whole.
        let draft = format!("{name}_draft");
        command(server, format!("DROP DATABASE IF EXISTS {draft} WITH (FORCE)")).await;
        command(server, format!("CREATE DATABASE {draft}")).await;
        Db::open(&DatabaseUrl::Postgres(with_database(server, &draft))).await?.close().await;
        command(server, format!("ALTER DATABASE {draft} RENAME TO {name}")).await;
    }
    conn.close().await?;
    Ok(())
}

/// The same server's URL with another database: what stands between the last slash of its path and its `?`.
fn with_database(server: &str, name: &str) -> String {
    let (base, query) = server.split_once('?').map_or((server, None), |(base, query)| (base, Some(query)));
    let from = base.find("://").map_or(0, |at| at + 3);
    let authority = base[from..].split('/').next().unwrap_or_default();
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    format!("{}{authority}/{name}{query}", &base[..from])
}

async fn command(server: &str, sql: String) {
    let done = async {
        let mut conn = PgConnection::connect(server).await?;
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut conn).await?;
        conn.close().await
    };
    done.await.unwrap_or_else(|error| panic!("test database: {error}"));
}

impl Drop for Room {
    fn drop(&mut self) {
        let Place::Server { server, name } = &self.place else { return };
        let (server, sql) = (server.clone(), format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        // A test's own runtime cannot be waited on while it is dropping things: a thread with its own can.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.map(|runtime| runtime.block_on(command(&server, sql)))
        });
        if !matches!(dropped.join(), Ok(Ok(()))) && !std::thread::panicking() {
            panic!("the test database {name} could not be dropped");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::with_database;

    #[test]
    fn the_database_of_a_url_is_replaced() {
        for (server, want) in [
            ("postgres://u@h:5/postgres", "postgres://u@h:5/x"),
            ("postgres://u@h", "postgres://u@h/x"),
            ("postgres:///postgres?host=/tmp/s&user=u", "postgres:///x?host=/tmp/s&user=u"),
        ] {
            assert_eq!(with_database(server, "x"), want);
        }
    }
}
