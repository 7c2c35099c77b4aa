//! Urgent broadcasts: how many a unit has sent today, and which wait for somebody to agree.

use chrono::{DateTime, Utc};

use super::Broadcast;
use crate::db::{Binds, Statement, Tx};
use crate::store::{Result, moment};
use crate::types::{BroadcastId, UnitId};

/// Whether the unit has sent one today: agreed to, whatever became of it afterwards.
pub(crate) async fn was_today(tx: &mut Tx, unit: UnitId) -> Result<bool> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM broadcasts
         WHERE urgent = 1 AND unit_id = $1 AND date(starts_at, 'unixepoch', '+7 hours') = $2 AND second IS NOT NULL)",
    )
    .binds((unit, tx.today()))
    .about(unit)
    .one(tx)
    .await
}

/// Fixes until when somebody may agree to one, and it is sent.
pub(crate) async fn set_term(tx: &mut Tx, draft: &Broadcast) -> Result {
    let ends = draft.expires_at.map(|at| at.timestamp());
    sqlx::query("UPDATE broadcasts SET expires_at = $2 WHERE id = $1 AND urgent = 1")
        .binds((draft.id, ends))
        .about(draft.id)
        .run(tx)
        .await?;
    Ok(())
}

/// Those to which nobody has agreed in time.
pub(crate) async fn lapsed(tx: &mut Tx) -> Result<Vec<BroadcastId>> {
    let now = tx.now().timestamp();
    sqlx::query_scalar(
        "SELECT id FROM broadcasts WHERE urgent = 1 AND state = 'waiting' AND expires_at <= $1 ORDER BY id",
    )
    .bind(now)
    .all(tx)
    .await
}

/// When the next one's time ends.
pub(crate) async fn next_lapse(tx: &mut Tx) -> Result<Option<DateTime<Utc>>> {
    let next: Option<i64> = sqlx::query_scalar(
        "SELECT min(expires_at) FROM broadcasts WHERE urgent = 1 AND state = 'waiting'",
    )
    .one(tx)
    .await?;
    next.map(moment).transpose()
}
