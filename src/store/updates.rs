//! Updates already handled, and those put aside.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::audit::{self, AuditAction, Changed, Office};
use super::{Result, StoreError};
use crate::db::{Binds, Statement, Tx};
use crate::types::UpdateId;

/// Marks updates as handled. Returns those that were not before.
pub(crate) async fn claim(
    tx: &mut Tx,
    ids: impl Iterator<Item = UpdateId>,
) -> Result<HashSet<UpdateId>> {
    let ids: Vec<i64> = ids.map(|id| id.0).collect();
    let ids = serde_json::to_string(&ids)
        .map_err(|error| StoreError::Bug(format!("a list of updates: {error}")))?;
    let new: Vec<UpdateId> = sqlx::query_scalar(
        "INSERT INTO updates (update_id, done_on) SELECT value, $2 FROM json_each($1) WHERE true
         ON CONFLICT DO NOTHING RETURNING update_id",
    )
    .binds((ids, tx.today()))
    .all(tx)
    .await?;
    Ok(new.into_iter().collect())
}

/// Puts an update aside: its id, its kind and the cause, never its contents.
pub(crate) async fn quarantine(tx: &mut Tx, id: UpdateId, kind: &str, cause: &str) -> Result {
    sqlx::query(
        "INSERT INTO quarantine (update_id, kind, cause, put_on) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
    )
    .binds((id, kind, cause, tx.today()))
    .about(id)
    .run(tx)
    .await?;
    Ok(())
}

/// An update that was put aside.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Quarantined {
    /// The messenger's number for it.
    pub update_id: i64,
    /// The messenger's word for its kind.
    pub kind: String,
    /// Where handling it failed.
    pub cause: String,
    /// The day.
    pub put_on: String,
}

/// All that were put aside, the oldest first.
///
/// # Errors
/// The database cannot be read.
pub async fn quarantined(tx: &mut Tx) -> Result<Vec<Quarantined>> {
    sqlx::query_as(
        "SELECT update_id, kind, cause, put_on FROM quarantine ORDER BY put_on, update_id",
    )
    .all(tx)
    .await
}

/// Drops the note of one, at the server, and writes that down.
///
/// # Errors
/// The database cannot be written.
pub async fn drop_quarantined(tx: &mut Tx, id: i64) -> Result {
    sqlx::query("DELETE FROM quarantine WHERE update_id = $1")
        .bind(id)
        .run(tx)
        .await?;
    let by = (None, Office::Server);
    audit::note_in(tx, None, by, AuditAction::Quarantine, &Changed::default()).await
}

/// Forgets updates handled before `day`.
pub(crate) async fn forget(tx: &mut Tx, day: NaiveDate) -> Result {
    sqlx::query("DELETE FROM updates WHERE done_on < $1")
        .bind(day)
        .run(tx)
        .await?;
    Ok(())
}
