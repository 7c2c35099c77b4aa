//! Drafts: broadcasts that are being written, one an officer.

use super::Broadcast;
use crate::db::{Binds, Statement, Tx};
use crate::store::Result;
use crate::store::dialogs::{self, Awaiting, Dialog};
use crate::types::{BroadcastId, CheckinRoundId, UnitId, UserId};

/// Begins a draft for a whole unit.
pub(crate) async fn begin(tx: &mut Tx, unit: UnitId, officer: UserId) -> Result<BroadcastId> {
    let id: BroadcastId = sqlx::query_scalar(
        "INSERT INTO broadcasts (unit_id, officer, created_on) VALUES ($1, $2, $3)
         RETURNING id",
    )
    .binds((unit, officer, tx.today()))
    .about(unit)
    .one(tx)
    .await?;
    choose(tx, id, &[unit]).await?;
    dialogs::ask(tx, officer, Dialog::Broadcast(id, Awaiting::Text)).await?;
    Ok(id)
}

pub(crate) async fn begin_answer(
    tx: &mut Tx,
    unit: UnitId,
    officer: UserId,
    round: CheckinRoundId,
) -> Result<BroadcastId> {
    let id = begin(tx, unit, officer).await?;
    sqlx::query("UPDATE broadcasts SET answers_id = $2 WHERE id = $1")
        .binds((id, round))
        .about(round)
        .run(tx)
        .await?;
    Ok(id)
}

/// Stores a changed draft. Its version rises, so that a confirmation of the old one is void.
pub(crate) async fn change(tx: &mut Tx, draft: &Broadcast) -> Result {
    let (file, link) = (draft.body.file.as_ref(), draft.body.link.as_ref());
    sqlx::query(
        "UPDATE broadcasts SET version = version + 1, html = $2, members = $3,
             groups = $4, round_id = $5, starts_at = $6, expires_at = $7, file_kind = $8, file_id = $9,
             link_label = $10, link_url = $11, ask_seen = $12, rhythm = $13, replaces_id = $14,
             urgent = $15
         WHERE id = $1 AND state = 'draft'",
    )
    .bind(draft.id)
    .bind(&draft.body.html)
    .bind(draft.members)
    .bind(draft.groups)
    .bind(draft.round)
    .bind(draft.starts_at.map(|at| at.timestamp()))
    .bind(draft.expires_at.map(|at| at.timestamp()))
    .bind(file.map(|(kind, _)| *kind))
    .bind(file.map(|(_, id)| id))
    .bind(link.map(|(label, _)| label))
    .bind(link.map(|(_, url)| url))
    .bind(draft.body.ask_seen)
    .bind(&draft.rhythm)
    .bind(draft.replaces)
    .bind(draft.urgent)
    .run(tx)
    .await?;
    Ok(())
}

/// Sets the units it goes to.
pub(crate) async fn choose(tx: &mut Tx, id: BroadcastId, units: &[UnitId]) -> Result {
    sqlx::query("DELETE FROM broadcast_units WHERE broadcast_id = $1")
        .bind(id)
        .about(id)
        .run(tx)
        .await?;
    for unit in units {
        sqlx::query("INSERT INTO broadcast_units (broadcast_id, unit_id) VALUES ($1, $2)")
            .binds((id, unit))
            .about(id)
            .run(tx)
            .await?;
    }
    Ok(())
}

/// The units it goes to.
pub(crate) async fn chosen(tx: &mut Tx, id: BroadcastId) -> Result<Vec<UnitId>> {
    sqlx::query_scalar(
        "SELECT unit_id FROM broadcast_units WHERE broadcast_id = $1 ORDER BY unit_id",
    )
    .bind(id)
    .about(id)
    .all(tx)
    .await
}

/// Notes that this album was refused; `false` if it was noted before.
pub(crate) async fn refuse_album(tx: &mut Tx, id: BroadcastId, album: &str) -> Result<bool> {
    let noted = sqlx::query("UPDATE broadcasts SET album = $2 WHERE id = $1 AND album IS NOT $2");
    let noted = noted.bind(id).bind(album).about(id).run(tx).await?;
    Ok(noted == 1)
}

pub(crate) async fn discard(tx: &mut Tx, id: BroadcastId) -> Result {
    sqlx::query("DELETE FROM broadcasts WHERE id = $1 AND state = 'draft'")
        .bind(id)
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

/// Gives one the units of another.
pub(super) async fn copy_units(tx: &mut Tx, from: BroadcastId, to: BroadcastId) -> Result {
    sqlx::query(
        "INSERT INTO broadcast_units (broadcast_id, unit_id)
         SELECT $2, unit_id FROM broadcast_units WHERE broadcast_id = $1",
    )
    .binds((from, to))
    .about(from)
    .run(tx)
    .await?;
    Ok(())
}
