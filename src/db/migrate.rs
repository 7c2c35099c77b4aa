//! What a database is brought to before it is used: the schema of this version, and a number of its own.
//!
//! Knows which versions it cannot come from. Must not know what the tables hold.

use std::path::Path;

use anyhow::{Context, bail};
use sqlx::SqlitePool;
use sqlx::migrate::MigrateError;

use super::{Db, MIGRATIONS};
use crate::told;

impl Db {
    /// Gives a database a number of its own, which its copies keep, so that another one in its file is told from it: SQLite's
    /// `user_version`, in the header.
    pub(super) async fn mark(&self) -> sqlx::Result<()> {
        let mark: i32 = sqlx::query_scalar("PRAGMA user_version")
            .fetch_one(&self.pool)
            .await?;
        if mark == 0 {
            let statement = format!("PRAGMA user_version = {}", rand::random_range(1..i32::MAX));
            sqlx::query(sqlx::AssertSqlSafe(statement))
                .execute(&self.pool)
                .await?;
        }
        Ok(())
    }
}

pub(super) async fn migrate(pool: &SqlitePool, path: &Path) -> anyhow::Result<()> {
    match MIGRATIONS.run(pool).await {
        Ok(()) => Ok(()),
        Err(MigrateError::VersionMissing(version)) => Err(newer(path, version)),
        Err(MigrateError::VersionMismatch(version)) => {
            bail!(told!("db-other", path = path.display(), step = version))
        }
        Err(error) => Err(error).with_context(|| told!("db-schema", path = path.display())),
    }
}

pub(super) fn newer(path: &Path, version: i64) -> anyhow::Error {
    anyhow::anyhow!(told!("db-newer", path = path.display(), step = version))
}
