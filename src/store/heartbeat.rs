//! How the running bot was a moment ago: one row, for whoever looks from another process.

use serde::Serialize;

use super::{Result, snapshot};
use crate::db::{Binds, Statement, Tx};

/// What the bot says of itself. Moments are seconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, sqlx::FromRow)]
pub struct Heartbeat {
    /// The program that ran.
    pub version: String,
    /// Whose bot it is: its username.
    pub bot: String,
    /// When that process began.
    pub started_at: i64,
    /// When it wrote this.
    pub beat_at: i64,
    /// When it heard the messenger last.
    pub heard_at: Option<i64>,
    /// When a call was answered last.
    pub sent_at: Option<i64>,
    /// When an update was handled last.
    pub update_at: Option<i64>,
    /// When the next thing is due, in campaign time.
    pub next_at: Option<i64>,
    /// Since when the oldest call that may leave has been seen to wait.
    pub oldest_since: Option<i64>,
    /// The bytes that were free on the disk with the database.
    pub free_bytes: Option<i64>,
    /// When the messenger last refused the token, whichever process it was.
    pub refused_at: Option<i64>,
}

/// Writes it over. What waits is looked at here; `oldest_since` and `refused_at` of the argument count for nothing.
pub(crate) async fn write(tx: &mut Tx, now: &Heartbeat) -> Result {
    let oldest = snapshot::oldest(tx).await?;
    sqlx::query(
        "INSERT INTO heartbeat (id, version, bot, started_at, beat_at, heard_at, sent_at, update_at, next_at, oldest_id, oldest_since, free_bytes)
         VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, iif($9 IS NULL, NULL, $4), $10)
         ON CONFLICT DO UPDATE SET version = excluded.version, bot = excluded.bot, started_at = excluded.started_at,
             beat_at = excluded.beat_at, heard_at = excluded.heard_at, sent_at = excluded.sent_at,
             update_at = coalesce(excluded.update_at, update_at), next_at = excluded.next_at,
             oldest_since = iif(oldest_id = excluded.oldest_id, oldest_since, excluded.oldest_since),
             oldest_id = excluded.oldest_id, free_bytes = excluded.free_bytes",
    )
    .binds((&now.version, &now.bot, now.started_at, now.beat_at, now.heard_at, now.sent_at, now.update_at, now.next_at, oldest, now.free_bytes))
    .run(tx)
    .await?;
    Ok(())
}

/// The messenger does not take the token. Nothing is noted before a bot has run.
///
/// # Errors
/// The database cannot be written.
pub async fn refused(tx: &mut Tx, at: i64) -> Result {
    sqlx::query("UPDATE heartbeat SET refused_at = $1")
        .bind(at)
        .run(tx)
        .await?;
    Ok(())
}

/// A new process begins: how much room an earlier one saw counts no longer.
pub(crate) async fn forget_room(tx: &mut Tx) -> Result {
    sqlx::query("UPDATE heartbeat SET free_bytes = NULL")
        .run(tx)
        .await?;
    Ok(())
}

/// The last one, of whichever process; `None`: no bot has run on this database yet.
///
/// # Errors
/// The database cannot be read.
pub async fn last(tx: &mut Tx) -> Result<Option<Heartbeat>> {
    sqlx::query_as(
        "SELECT version, bot, started_at, beat_at, heard_at, sent_at, update_at, next_at, oldest_since, free_bytes, refused_at FROM heartbeat",
    )
    .optional(tx)
    .await
}
