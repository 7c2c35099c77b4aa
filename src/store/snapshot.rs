//! How things stand, in numbers: what waits, what is put aside, how large the file is.
//!
//! Counts only, and never of people by unit: what stands here is shown to whoever watches the server.

use std::collections::BTreeMap;

use super::{Result, backups};
use crate::db::{Statement, Tx};
use crate::types::OutboxId;

/// A look at the database.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// Rows of the outbox by state; a state without rows is not there.
    pub outbox: BTreeMap<String, i64>,
    /// The oldest row that may leave now and has not; what is held back on purpose does not count. It does not say since
    /// when it waits: whoever looks twice knows.
    pub oldest: Option<OutboxId>,
    /// Broadcasts by state.
    pub broadcasts: BTreeMap<String, i64>,
    /// Updates that were put aside.
    pub quarantine: i64,
    /// The size of the database file.
    pub bytes: i64,
    /// The bytes that were free on its disk when the running bot looked last, if it did.
    pub free_bytes: Option<i64>,
    /// When the last good backup was made, in Unix seconds; `None`: no record of any.
    pub last_backup: Option<i64>,
}

/// Looks. Each of these reads an index or a small table: whoever presses a button meanwhile does not feel it.
///
/// # Errors
/// The database cannot be read.
pub async fn of(tx: &mut Tx) -> Result<Snapshot> {
    let outbox: Vec<(String, i64)> = sqlx::query_as(
        "SELECT 'queued', count(*) FROM outbox WHERE state = 'queued'
         UNION ALL SELECT 'claimed', count(*) FROM outbox WHERE state = 'claimed'
         UNION ALL SELECT state, count(*) FROM outbox WHERE ended_on IS NOT NULL GROUP BY state",
    )
    .all(tx)
    .await?;
    let oldest = oldest(tx).await?;
    let broadcasts: Vec<(String, i64)> =
        sqlx::query_as("SELECT state, count(*) FROM broadcasts GROUP BY state")
            .all(tx)
            .await?;
    let quarantine = sqlx::query_scalar("SELECT count(*) FROM quarantine")
        .one(tx)
        .await?;
    let bytes = sqlx::query_scalar(
        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    )
    .one(tx)
    .await?;
    let free_bytes: Option<Option<i64>> = sqlx::query_scalar("SELECT free_bytes FROM heartbeat")
        .optional(tx)
        .await?;
    Ok(Snapshot {
        outbox: outbox.into_iter().filter(|(_, count)| *count > 0).collect(),
        oldest,
        broadcasts: broadcasts.into_iter().collect(),
        quarantine,
        bytes,
        free_bytes: free_bytes.flatten(),
        last_backup: backups::last(tx).await?.good.map(|(at, _)| at.timestamp()),
    })
}

/// The oldest row that may leave now and has not.
pub(super) async fn oldest(tx: &mut Tx) -> Result<Option<OutboxId>> {
    sqlx::query_scalar(
        "SELECT min(id) FROM outbox WHERE state = 'queued' AND due_at <= $1
         AND (lane = 0 OR kind = 'unsend' OR NOT EXISTS (SELECT 1 FROM pause_all))",
    )
    .bind(tx.now().timestamp())
    .one(tx)
    .await
}

/// The least that can be written: whether it can is what matters.
pub(crate) async fn touch(tx: &mut Tx) -> Result {
    sqlx::query("UPDATE installation SET id = 1 WHERE id = 1")
        .run(tx)
        .await?;
    Ok(())
}
