//! Units with more accounts than people declared, and which number their officers were told of; 0 until somebody has looked
//! after an import.

use super::Result;
use crate::db::{Binds, Statement, Tx};
use crate::types::UnitId;

/// Whether more members than that belong to a unit or one below it. Costs no more than the units below and that many
/// members.
pub(crate) async fn exceeds(tx: &mut Tx, unit: UnitId, declared: i64) -> Result<bool> {
    sqlx::query_scalar(
        "WITH RECURSIVE tree (id) AS (
             SELECT $1 UNION ALL SELECT units.id FROM tree JOIN units ON units.parent_id = tree.id)
         SELECT count(*) > $2 FROM (
             SELECT 1 FROM tree JOIN members ON members.unit_id = tree.id LIMIT $2 + 1)",
    )
    .binds((unit, declared))
    .about(unit)
    .one(tx)
    .await
}

/// Notes that officers are told. `false` if they were told of the same number before.
pub(crate) async fn note(tx: &mut Tx, unit: UnitId, declared: i64) -> Result<bool> {
    let new = sqlx::query(
        "INSERT INTO overfull_units (unit_id, declared, told_on) VALUES ($1, $2, $3)
         ON CONFLICT (unit_id) DO UPDATE SET declared = excluded.declared, told_on = excluded.told_on
         WHERE declared <> excluded.declared",
    )
    .binds((unit, declared, tx.today()))
    .about(unit)
    .run(tx)
    .await?;
    Ok(new > 0)
}

/// An import has changed these units: somebody is to look whether they are overfull. A number of which officers were told
/// already is not told again; a unit with nobody in it and none below it is not looked at, as most of a large file are.
pub(crate) async fn suspect(tx: &mut Tx, units: impl Iterator<Item = UnitId>) -> Result {
    sqlx::query(
        "INSERT INTO overfull_units (unit_id, declared, told_on)
         SELECT units.id, 0, $2 FROM json_each($1) AS changed JOIN units ON units.id = changed.value
         WHERE EXISTS (SELECT 1 FROM members WHERE members.unit_id = units.id)
             OR EXISTS (SELECT 1 FROM units AS below WHERE below.parent_id = units.id)
         ON CONFLICT (unit_id) DO UPDATE SET declared = 0
         WHERE declared <> (SELECT members FROM units WHERE id = overfull_units.unit_id)",
    )
    .binds((super::list(units.map(|unit| unit.0)), tx.today()))
    .run(tx)
    .await?;
    Ok(())
}

/// Up to `limit` units at which nobody has looked since an import.
pub(crate) async fn suspected(tx: &mut Tx, limit: u32) -> Result<Vec<UnitId>> {
    sqlx::query_scalar("SELECT unit_id FROM overfull_units WHERE declared = 0 LIMIT $1")
        .bind(limit)
        .all(tx)
        .await
}

/// Somebody has looked: where nothing was told, nothing stays.
pub(crate) async fn looked(tx: &mut Tx, unit: UnitId) -> Result {
    sqlx::query("DELETE FROM overfull_units WHERE unit_id = $1 AND declared = 0")
        .bind(unit)
        .about(unit)
        .run(tx)
        .await?;
    Ok(())
}

/// It is so no more: the next time they are told again.
pub(crate) async fn clear(tx: &mut Tx, unit: UnitId) -> Result {
    sqlx::query("DELETE FROM overfull_units WHERE unit_id = $1")
        .bind(unit)
        .about(unit)
        .run(tx)
        .await?;
    Ok(())
}

/// Up to `limit` units whose officers were told, those told longest ago first.
pub(crate) async fn noted(tx: &mut Tx, limit: u32) -> Result<Vec<UnitId>> {
    sqlx::query_scalar("SELECT unit_id FROM overfull_units ORDER BY told_on, unit_id LIMIT $1")
        .bind(limit)
        .all(tx)
        .await
}
