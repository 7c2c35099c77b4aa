//! Opening a database only to look at it.
//!
//! Knows how nothing is created, changed or brought up to date by that. Must not know what is looked for.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, bail};
use sqlx::sqlite::SqliteConnectOptions;

use super::migrate::newer;
use super::{BUSY_TIMEOUT, Db, Lock, MIGRATIONS, file};

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
        if file::is_gone(path) {
            bail!(told!("db-none", path = path.display()));
        }
        let db = Self::look_at_any(path).await?;
        if !db.is_current().await? {
            bail!(told!("db-older", path = path.display()));
        }
        Ok(db)
    }

    /// The same, of an older version, too.
    ///
    /// # Errors
    /// A sentence: there is none, it is none of ours, or it is of a newer version.
    pub async fn look_at_any(path: &Path) -> anyhow::Result<Self> {
        // Of a log beside a file that nobody has, a process that was killed may have left its own, or somebody another's.
        if matches!(Lock::holder(path), Ok(None)) {
            file::refuse_foreign_log(path).await?;
        }
        let options = SqliteConnectOptions::new()
            .filename(path)
            .read_only(true)
            // Without a log beside it nobody has it open: it is read as it is, and no log is created.
            .immutable(!file::log_of(path).exists())
            .busy_timeout(BUSY_TIMEOUT);
        let db = Self::connect(path, options, BEGIN, "").await?;
        let steps = db
            .steps()
            .await
            .with_context(|| told!("db-not-ours", path = path.display()))?;
        match steps.iter().find(|step| !MIGRATIONS.version_exists(**step)) {
            Some(step) => Err(newer(path, *step)),
            None => Ok(db),
        }
    }

    /// Whether it is a database of ours with an older schema. What cannot be read is told by whoever opens it.
    pub(super) async fn is_older(path: &Path) -> bool {
        let Ok(db) = Self::look_at_any(path).await else {
            return false;
        };
        let older = db.is_current().await.is_ok_and(|current| !current);
        db.close().await;
        older
    }

    /// The steps of its schema.
    pub(super) async fn steps(&self) -> sqlx::Result<BTreeSet<i64>> {
        let steps = sqlx::query_scalar("SELECT version FROM _sqlx_migrations")
            .fetch_all(&self.pool)
            .await?;
        Ok(steps.into_iter().collect())
    }
}
