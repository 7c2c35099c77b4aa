//! Reminders: broadcasts that are sent again and again. Each time is a broadcast of its own.

use chrono::{DateTime, Utc};

use super::Broadcast;
use super::drafts::copy_units;
use crate::db::{Binds, Statement, Tx};
use crate::store::{Result, moment};
use crate::types::BroadcastId;

/// Those that do not rest.
pub(crate) async fn repeating(tx: &mut Tx) -> Result<Vec<BroadcastId>> {
    sqlx::query_scalar("SELECT id FROM broadcasts WHERE state = 'repeating' ORDER BY id")
        .all(tx)
        .await
}

/// When the next reminder's time comes.
pub(crate) async fn next_due(tx: &mut Tx) -> Result<Option<DateTime<Utc>>> {
    let next: Option<i64> =
        sqlx::query_scalar("SELECT min(starts_at) FROM broadcasts WHERE state = 'repeating'")
            .one(tx)
            .await?;
    next.map(moment).transpose()
}

pub(crate) async fn set_next(tx: &mut Tx, id: BroadcastId, next: Option<DateTime<Utc>>) -> Result {
    sqlx::query("UPDATE broadcasts SET starts_at = $2 WHERE id = $1")
        .binds((id, next.map(|at| at.timestamp())))
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

/// Begins the broadcast of a reminder's present time; `None` if there is one already.
pub(crate) async fn remind(
    tx: &mut Tx,
    reminder: &Broadcast,
    (starts_at, expires_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Option<BroadcastId>> {
    let id: Option<BroadcastId> = sqlx::query_scalar(
        "INSERT INTO broadcasts (unit_id, officer, state, html, file_kind, file_id, link_label, link_url, ask_seen,
             members, groups, starts_at, expires_at, recurring_id, created_on)
         SELECT unit_id, officer, 'running', html, file_kind, file_id, link_label, link_url, ask_seen,
             members, groups, $2, $3, id, $4 FROM broadcasts WHERE id = $1
         ON CONFLICT (recurring_id, starts_at) DO NOTHING RETURNING id",
    )
    .binds((reminder.id, starts_at.timestamp(), expires_at.timestamp(), tx.today()))
    .optional(tx)
    .await?;
    if let Some(id) = id {
        copy_units(tx, reminder.id, id).await?;
    }
    Ok(id)
}
