//! Opening a database only to look at it.
//!
//! Knows how nothing is created, changed or brought up to date by that. Must not know what is looked for.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, bail};
use sqlx::sqlite::SqliteConnectOptions;

use super::{BUSY_TIMEOUT, Db, Lock, MIGRATIONS, file, newer};

use crate::told;

/// Only reads: the write lock is left to the bot.
const BEGIN: &str = "BEGIN";

impl Db {
    /// Which process has this database now, in a few words; `None`: none.
    ///
    /// # Errors
    /// The lock beside it cannot be looked at.
    pub fn holder(path: &Path) -> anyhow::Result<Option<String>> {
        Lock::holder(path)
    }

    /// Opens a file to look at, beside a running bot as well as on a medium that cannot be written.
    ///
    /// # Errors
    /// A sentence: there is none, it is none of ours, or it is of another version.
    pub async fn look(path: &Path) -> anyhow::Result<Self> {
        if !path.exists() {
            bail!(told!("db-none", path = path.display()));
        }
        let options = SqliteConnectOptions::new()
            .filename(path)
            .read_only(true)
            // Without a log beside it nobody has it open: it is read as it is, and no log is created.
            .immutable(!file::log_of(path).exists())
            .busy_timeout(BUSY_TIMEOUT);
        let db = Self::connect(path, options, BEGIN).await?;
        let steps = sqlx::query_scalar("SELECT version FROM _sqlx_migrations")
            .fetch_all(&db.pool)
            .await
            .with_context(|| told!("db-not-ours", path = path.display()))?;
        let steps = BTreeSet::from_iter(steps);
        if let Some(version) = steps.iter().find(|step| !MIGRATIONS.version_exists(**step)) {
            return Err(newer(path, *version));
        }
        if MIGRATIONS.iter().any(|step| !steps.contains(&step.version)) {
            bail!(told!("db-older", path = path.display()));
        }
        Ok(db)
    }
}
