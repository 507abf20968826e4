//! Upgrades that go wrong: a migration that breaks after one of its statements, and what a database looks like then.

use sqlx::migrate::{Migration, MigrationType};
use sqlx::{AssertSqlSafe, SqlSafeStr};

use crate::db::{DatabaseUrl, Db};
use crate::error::{Error, Result};
use crate::migrate::{self, Dialect};

/// What fails wherever it stands.
const BREAK: &str = "SELECT broken_by_a_test()";

/// The migrations after a version, each with the number of its statements on this database.
#[must_use]
pub fn steps_after(url: &DatabaseUrl, version: i64) -> Vec<(i64, usize)> {
    let migrator = migrate::migrator(dialect(url));
    let later = migrator.iter().filter(|step| step.version > version);
    later.map(|step| (step.version, statements(step.sql.as_str()).len())).collect()
}

fn dialect(url: &DatabaseUrl) -> Dialect {
    match url {
        DatabaseUrl::Sqlite(_) => Dialect::Sqlite,
        DatabaseUrl::Postgres(_) => Dialect::Postgres,
    }
}

/// Brings a database up to date, but for one migration, which breaks after so many of its statements.
///
/// # Errors
/// Always, unless that migration has run before.
pub async fn break_at(url: &DatabaseUrl, version: i64, after: usize) -> Result<(), Error> {
    let db = Db::connect(url).await?;
    let broken = |dialect| {
        let steps = migrate::migrator(dialect);
        let steps = steps.iter().map(|step| {
            if step.version != version {
                return step.clone();
            }
            let mut sql = statements(step.sql.as_str())[..after].join("\n");
            sql.push_str(BREAK);
            let sql = AssertSqlSafe(sql).into_sql_str();
            Migration::new(version, step.description.clone(), MigrationType::Simple, sql, false)
        });
        migrate::without_locks(steps.collect())
    };
    let broke = migrate::once(&db, broken).await;
    db.close().await;
    broke
}

/// Everything that a database says of its tables, indexes, triggers and references, and the migrations it has seen.
///
/// # Errors
/// When it does not answer.
pub async fn anatomy(url: &DatabaseUrl) -> Result<Vec<String>> {
    let db = Db::connect(url).await?;
    let mut tx = db.read().await?;
    let sql = match url {
        DatabaseUrl::Sqlite(_) => {
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema
             UNION ALL SELECT 'migration ' || version FROM _sqlx_migrations"
        }
        DatabaseUrl::Postgres(_) => {
            "SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
                    || coalesce(column_default, '')
             FROM information_schema.columns WHERE table_schema = current_schema()
             UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = current_schema()
             UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
             FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
             UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
             UNION ALL SELECT 'function ' || pg_get_functiondef(oid) FROM pg_proc
             WHERE pronamespace = current_schema()::regnamespace
             UNION ALL SELECT 'migration ' || version FROM _sqlx_migrations"
        }
    };
    let rows: Vec<(String,)> = on!(tx, conn => sqlx::query_as(sql).fetch_all(conn).await)?;
    drop(tx);
    db.close().await;
    let mut lines: Vec<String> = rows.into_iter().map(|(line,)| line).collect();
    lines.sort();
    Ok(lines)
}

/// A migration's statements, each with its semicolon. Those inside a trigger or a function do not count.
fn statements(sql: &str) -> Vec<String> {
    let (mut found, mut statement) = (Vec::new(), String::new());
    let (mut quoted, mut body) = (None, false);
    for line in sql.lines() {
        let code = line.split("--").next().unwrap_or_default();
        for word in code.split_inclusive(|c: char| c.is_whitespace() || c == ';') {
            let bare = word.trim().trim_end_matches(';');
            match (bare, quoted) {
                ("$$", None) => quoted = Some(()),
                ("$$", Some(())) => quoted = None,
                // A trigger's statements on SQLite stand between these two.
                ("BEGIN", None) => body = true,
                ("END", None) if word.trim_end().ends_with(';') => body = false,
                _ => {}
            }
            statement.push_str(word);
            if word.trim_end().ends_with(';') && quoted.is_none() && !body {
                found.push(std::mem::take(&mut statement));
            }
        }
        statement.push('\n');
    }
    assert!(statement.trim().is_empty(), "a statement without an end: {statement}");
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_told_apart() {
        let sql = "-- a; b\nCREATE TABLE t (a TEXT); -- c;\nCREATE TRIGGER x BEFORE UPDATE ON t BEGIN SELECT 1; SELECT 2; END;\n\
                   CREATE FUNCTION f() RETURNS trigger AS $$\nBEGIN\n  RETURN NEW; END $$;\nDROP TABLE t;\n";
        let found = statements(sql);
        let begins: Vec<&str> = found.iter().map(|sql| sql.trim().get(..13).unwrap_or_default()).collect();
        assert_eq!(begins, ["CREATE TABLE ", "CREATE TRIGGE", "CREATE FUNCTI", "DROP TABLE t;"]);
        assert_eq!(statements(include_str!("../../migrations/sqlite/0002_append_only.sql")).len(), 6);
        assert_eq!(statements(include_str!("../../migrations/postgres/0002_append_only.sql")).len(), 6);
    }
}
