//! The tree of units as each round found it.
//!
//! A tree has a number. Each round and check-in gets the next one when it opens (`next!`) and keeps it, so what changes
//! afterwards holds from the next one on. A unit that is new is added to what is open: it starts from nothing, below a unit
//! that stays where it is. Knows versions of units; what holds now is in [`super::units`].

use sqlx::FromRow;

use super::{Result, list};
use crate::db::{Binds, Statement, Tx};
use crate::types::UnitId;

/// The number of the tree that is open to changes, in SQL: the one after the newest that a round has.
macro_rules! next {
    () => {
        "(SELECT 1 + max(coalesce((SELECT max(tree) FROM rounds), 0), coalesce((SELECT max(tree) FROM checkin_rounds), 0)))"
    };
}
pub(super) use next;

/// That a version `v` holds for the tree of a round or check-in `r`, in SQL.
macro_rules! holds {
    () => {
        "v.from_tree <= r.tree AND v.until_tree > r.tree"
    };
}
pub(super) use holds;

/// `until_tree` of what still holds.
const STILL: i64 = i64::MAX;

/// A unit as a round found it.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Pinned {
    pub(crate) name: String,
    pub(crate) parent_id: Option<UnitId>,
    pub(crate) kind: String,
    /// Declared number of members; 0 if nobody has declared it.
    pub(crate) members: i64,
}

/// That the tree says something else of a unit now, in SQL; $2: of these alone.
macro_rules! changed {
    () => {
        "($2 IS NULL OR unit_id IN (SELECT value FROM json_each($2))) AND EXISTS (SELECT 1 FROM units AS u WHERE u.id = unit_id AND (u.name, u.parent_id, u.lineage, u.kind, u.members) IS NOT
             (unit_versions.name, unit_versions.parent_id, unit_versions.lineage, unit_versions.kind, unit_versions.members))"
    };
}

/// Writes down what has changed in the tree. Must follow every import of units.
///
/// # Errors
/// The database cannot be written.
pub async fn record(tx: &mut Tx) -> Result {
    let open: Vec<i64> = sqlx::query_scalar(
        "SELECT tree FROM rounds WHERE closed = 0 UNION SELECT tree FROM checkin_rounds WHERE closed = 0",
    )
    .all(tx)
    .await?;
    for tree in open {
        add(tx, tree).await?;
    }
    record_among(tx, None).await
}

/// The same after a change of these units, none of which is new.
pub(super) async fn record_of(tx: &mut Tx, units: &[UnitId]) -> Result {
    record_among(tx, Some(list(units.iter().map(|unit| unit.0)))).await
}

async fn record_among(tx: &mut Tx, units: Option<String>) -> Result {
    for statement in [
        // What no round has yet is said anew.
        concat!(
            "DELETE FROM unit_versions WHERE until_tree = $1 AND from_tree = ", next!(), " AND ", changed!()
        ),
        concat!("UPDATE unit_versions SET until_tree = ", next!(), " WHERE until_tree = $1 AND ", changed!()),
        concat!(
            "INSERT INTO unit_versions (unit_id, from_tree, until_tree, name, parent_id, lineage, kind, members)
             SELECT u.id, ", next!(), ", $1, u.name, u.parent_id, u.lineage, u.kind, u.members FROM units AS u
             WHERE ($2 IS NULL OR u.id IN (SELECT value FROM json_each($2)))
                 AND NOT EXISTS (SELECT 1 FROM unit_versions AS v WHERE v.unit_id = u.id AND v.until_tree = $1)"
        ),
    ] {
        sqlx::query(statement)
            .binds((STILL, &units))
            .run(tx)
            .await?;
    }
    Ok(())
}

/// Adds the new units, those without any version, to the tree of a round that is open.
async fn add(tx: &mut Tx, tree: i64) -> Result {
    sqlx::query(
        "WITH RECURSIVE fresh (id) AS MATERIALIZED (
             SELECT id FROM units
             WHERE NOT EXISTS (SELECT 1 FROM unit_versions AS v WHERE v.unit_id = units.id AND v.until_tree = $2)
         ), added (id, lineage) AS (
             SELECT u.id, json_insert(coalesce(p.lineage, '[]'), '$[#]', u.id) FROM fresh JOIN units AS u ON u.id = fresh.id
             LEFT JOIN unit_versions AS p ON p.unit_id = u.parent_id AND p.from_tree <= $1 AND p.until_tree > $1
             WHERE u.parent_id IS NULL OR p.unit_id IS NOT NULL
             UNION ALL
             SELECT u.id, json_insert(added.lineage, '$[#]', u.id) FROM added JOIN units AS u ON u.parent_id = added.id
             WHERE u.id IN (SELECT id FROM fresh)
         )
         INSERT INTO unit_versions (unit_id, from_tree, until_tree, name, parent_id, lineage, kind, members)
         SELECT u.id, $1, $1 + 1, u.name, u.parent_id, added.lineage, u.kind, u.members
         FROM added JOIN units AS u ON u.id = added.id",
    )
    .binds((tree, STILL))
    .run(tx)
    .await?;
    Ok(())
}

/// A unit in a tree; `None` if it was not part of it.
pub(crate) async fn unit(tx: &mut Tx, tree: i64, unit: UnitId) -> Result<Option<Pinned>> {
    sqlx::query_as(
        "SELECT name, parent_id, kind, members FROM unit_versions
         WHERE unit_id = $2 AND from_tree <= $1 AND until_tree > $1",
    )
    .binds((tree, unit))
    .about(unit)
    .optional(tx)
    .await
}

/// Names and kinds from the root down to the one that the unit is directly below, in a tree.
pub(crate) async fn above(tx: &mut Tx, tree: i64, unit: UnitId) -> Result<Vec<Pinned>> {
    sqlx::query_as(
        "SELECT v.name, v.parent_id, v.kind, v.members
         FROM unit_versions AS own, json_each(own.lineage) AS above
         CROSS JOIN unit_versions AS v ON v.unit_id = above.value AND v.from_tree <= $1 AND v.until_tree > $1
         WHERE own.unit_id = $2 AND own.from_tree <= $1 AND own.until_tree > $1 AND v.unit_id <> $2 ORDER BY above.key",
    )
    .binds((tree, unit))
    .about(unit)
    .all(tx)
    .await
}

/// Forgets versions that no round has any more.
pub(crate) async fn forget(tx: &mut Tx) -> Result<u64> {
    sqlx::query(
        "DELETE FROM unit_versions WHERE until_tree < $1
             AND NOT EXISTS (SELECT 1 FROM rounds AS r WHERE r.tree >= from_tree AND r.tree < until_tree)
             AND NOT EXISTS (SELECT 1 FROM checkin_rounds AS r WHERE r.tree >= from_tree AND r.tree < until_tree)",
    )
    .bind(STILL)
    .run(tx)
    .await
}
