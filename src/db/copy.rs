//! A copy of a database: a file of its own, that nobody else has open and that is thrown away if anything fails.
//!
//! Knows how SQLite copies, checks and migrates. Must not know what is stored, nor where the copy goes.

use std::path::Path;

use anyhow::{Context, bail};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};

use super::migrate::{migrate, newer};
use super::{BEGIN, BUSY_TIMEOUT, Db, MEMORY, MIGRATIONS, private};

use crate::told;

/// The longest part of what SQLite found that is told.
const FOUND_CHARS: usize = 300;

/// What was to be copied, or restored, is not whole.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Damaged(String);

impl Db {
    /// Writes all that is committed now into a new file, read by its owner only. Nobody waits meanwhile: it is a read
    /// like any other.
    ///
    /// # Errors
    /// The file is there, the disk is full or fails.
    pub async fn copy_into(&self, target: &Path) -> anyhow::Result<()> {
        // SQLite fills an empty file, and leaves its mode as it is.
        private::create(target)?;
        let name = target.to_str().with_context(|| told!("copy-name"))?;
        sqlx::query("VACUUM INTO $1")
            .bind(name)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Opens a copy to work on it.
    ///
    /// What is changed is overwritten in the file and in nothing beside it. It is not durable: whoever keeps it syncs
    /// the file.
    ///
    /// # Errors
    /// It is no database of ours, is damaged, or is from a newer version.
    pub async fn open_copy(path: &Path) -> anyhow::Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Memory)
            .synchronous(SqliteSynchronous::Off)
            .pragma("secure_delete", "on")
            .busy_timeout(BUSY_TIMEOUT);
        let db = Self::connect(path, options, BEGIN, MEMORY).await?;
        let steps = db
            .steps()
            .await
            .with_context(|| Damaged(told!("copy-not-ours")))?;
        if let Some(step) = steps.iter().find(|step| !MIGRATIONS.version_exists(**step)) {
            return Err(newer(path, *step));
        }
        Ok(db)
    }

    /// Brings a copy's schema up to date.
    ///
    /// # Errors
    /// It was made by a different version, or the disk is full.
    pub async fn migrate_copy(&self, path: &Path) -> anyhow::Result<()> {
        migrate(&self.pool, path).await
    }

    /// Reads all of it.
    ///
    /// # Errors
    /// A page is damaged, or a row refers to one that is not there.
    pub async fn check(&self) -> anyhow::Result<()> {
        let found: String = sqlx::query_scalar("PRAGMA integrity_check(1)")
            .fetch_one(&self.pool)
            .await?;
        if found != "ok" {
            let found: String = found.chars().take(FOUND_CHARS).collect();
            bail!(Damaged(told!("copy-damaged", found = found)));
        }
        let adrift: Option<String> =
            sqlx::query_scalar("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1")
                .fetch_optional(&self.pool)
                .await?;
        match adrift {
            Some(table) => bail!(Damaged(told!("copy-adrift", table = table))),
            None => Ok(()),
        }
    }

    /// Whether its schema is this program's.
    ///
    /// # Errors
    /// It is no database of ours.
    pub async fn is_current(&self) -> sqlx::Result<bool> {
        let steps = self.steps().await?;
        Ok(MIGRATIONS.iter().all(|step| steps.contains(&step.version)))
    }

    /// The newest step of its schema.
    ///
    /// # Errors
    /// It is no database of ours.
    pub async fn schema(&self) -> sqlx::Result<i64> {
        Ok(self.steps().await?.last().copied().unwrap_or_default())
    }
}
