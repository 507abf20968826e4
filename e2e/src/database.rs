//! A PostgreSQL database for one test.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use uuid::Uuid;

use crate::setting;

/// A database of its own on the server that `AYNI_TEST_POSTGRES` names; dropped with this.
pub struct Database {
    server: String,
    name: String,
}

impl Database {
    /// Makes one, with nothing in it.
    ///
    /// # Errors
    /// When the server does not let it be made.
    pub fn create() -> Result<Database> {
        let server = setting("AYNI_TEST_POSTGRES")?;
        let name = format!("ayni_e2e_{}", Uuid::now_v7().simple());
        let made = Command::new("createdb").arg(format!("--maintenance-db={server}")).arg(&name).output()?;
        ensure!(made.status.success(), "createdb: {}", String::from_utf8_lossy(&made.stderr));
        Ok(Database { server, name })
    }

    /// Its URL.
    ///
    /// # Errors
    /// When the server's URL names no database to begin with.
    pub fn url(&self) -> Result<String> {
        let (address, _) = self.server.rsplit_once('/').context("the database's URL has no name")?;
        Ok(format!("{address}/{}", self.name))
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let maintenance = format!("--maintenance-db={}", self.server);
        let _ = Command::new("dropdb").args(["--force", &maintenance, &self.name]).output();
    }
}
