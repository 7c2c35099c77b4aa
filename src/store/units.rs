//! The tree of units.

mod search;

use rand::RngExt;
use serde::Serialize;
use sqlx::FromRow;

pub(crate) use self::search::{nearest_below, search, search_below};
use super::{Result, StoreError};
use crate::db::{Binds, Statement, Tx};
use crate::types::UnitId;

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Unit {
    /// Our row.
    pub id: UnitId,
    /// The organisation's short name for it.
    pub code: String,
    /// Its full name.
    pub name: String,
    /// The unit above; `None` for a root.
    pub parent_id: Option<UnitId>,
    /// The organisation's word for its level.
    pub kind: String,
    /// Declared number of members, units below included.
    pub members: i64,
    /// The payload of its invite link.
    pub start: String,
}

/// A unit, from the rows that the conditions and the order after it leave.
macro_rules! unit_columns {
    () => {
        "SELECT id, code, name, parent_id, kind, members, start FROM units "
    };
}
use unit_columns;

/// A unit that an import adds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ImportedUnit<'a> {
    /// The row that it gets.
    pub(crate) id: UnitId,
    /// The organisation's short name for it.
    pub(crate) code: &'a str,
    /// Full name.
    pub(crate) name: &'a str,
    /// The name as it is searched.
    pub(crate) folded: String,
    /// The unit above.
    pub(crate) parent: Option<UnitId>,
    /// Those above it, the root first, and itself, as JSON.
    pub(crate) lineage: String,
    /// The word for its level.
    pub(crate) kind: &'a str,
    /// Declared members.
    pub(crate) members: i64,
}

/// What an import changes in units that are there, each with its row.
#[derive(Debug, Default)]
pub(crate) struct ChangedCells<'a> {
    /// Full names, and as they are searched.
    pub(crate) names: Vec<(UnitId, &'a str, String)>,
    /// The units above.
    pub(crate) parents: Vec<(UnitId, Option<UnitId>)>,
    /// The words for their level.
    pub(crate) kinds: Vec<(UnitId, &'a str)>,
    /// Declared members.
    pub(crate) members: Vec<(UnitId, i64)>,
}

/// Letters of an invite link's payload: 62^16 cannot be guessed, it fits Telegram's 64 characters, and no payload of
/// another kind is made of these alone.
const START_CHARS: usize = 16;

/// A payload for an invite link that no unit has had.
pub(crate) fn payload(tx: &mut Tx) -> String {
    let letter = |_| char::from(tx.rng.sample(rand::distr::Alphanumeric));
    (0..START_CHARS).map(letter).collect()
}

/// The row that the newest unit has got: the next one gets the one after it.
pub(crate) async fn newest(tx: &mut Tx) -> Result<UnitId> {
    sqlx::query_scalar("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'units'), 0)")
        .one(tx)
        .await
}

/// Adds units, each with an invite link of its own. [`super::trees::record`] must follow before anything is counted for
/// them.
pub(crate) async fn add(tx: &mut Tx, units: &[ImportedUnit<'_>]) -> Result {
    let with_links: Vec<_> = units.iter().map(|unit| (unit, payload(tx))).collect();
    sqlx::query(
        "INSERT INTO units (id, code, name, folded, parent_id, lineage, kind, members, start)
         SELECT value ->> '$[0].id', value ->> '$[0].code', value ->> '$[0].name', value ->> '$[0].folded',
             value ->> '$[0].parent', value ->> '$[0].lineage', value ->> '$[0].kind', value ->> '$[0].members',
             value ->> '$[1]' FROM jsonb_each($1)",
    )
    .bind(json(&with_links)?)
    .run(tx)
    .await?;
    Ok(())
}

/// Stores what has changed of units; their invite links stay. [`refresh_lineages`] must follow where one has another
/// above it, and [`super::trees::record`] in any case.
pub(crate) async fn change(tx: &mut Tx, cells: &ChangedCells<'_>) -> Result {
    // A cell at a time: to write a whole row for another number takes fifteen times as long, and everybody waits.
    for (statement, rows) in [
        (
            "UPDATE units SET name = value ->> 1, folded = value ->> 2 FROM jsonb_each($1) WHERE units.id = value ->> 0",
            json(&cells.names)?,
        ),
        (
            "UPDATE units SET parent_id = value ->> 1 FROM jsonb_each($1) WHERE units.id = value ->> 0",
            json(&cells.parents)?,
        ),
        (
            "UPDATE units SET kind = value ->> 1 FROM jsonb_each($1) WHERE units.id = value ->> 0",
            json(&cells.kinds)?,
        ),
        (
            "UPDATE units SET members = value ->> 1 FROM jsonb_each($1) WHERE units.id = value ->> 0",
            json(&cells.members)?,
        ),
    ] {
        if rows != NONE {
            sqlx::query(statement).bind(rows).run(tx).await?;
        }
    }
    Ok(())
}

/// A list without anything in it, as JSON: SQLite would go through every unit for it.
const NONE: &str = "[]";

fn json(units: &impl Serialize) -> Result<String> {
    serde_json::to_string(units).map_err(|error| StoreError::Bug(format!("units as JSON: {error}")))
}

/// Computes every unit's lineage anew, after the tree has changed.
///
/// # Errors
/// The database cannot be written.
pub async fn refresh_lineages(tx: &mut Tx) -> Result {
    sqlx::query(
        "WITH RECURSIVE tree (id, lineage) AS (
             SELECT id, json_array(id) FROM units WHERE parent_id IS NULL
             UNION ALL
             SELECT units.id, json_insert(tree.lineage, '$[#]', units.id)
             FROM units JOIN tree ON units.parent_id = tree.id
         )
         UPDATE units SET lineage = tree.lineage FROM tree
         WHERE units.id = tree.id AND units.lineage <> tree.lineage",
    )
    .run(tx)
    .await?;
    Ok(())
}

/// Every unit, ordered by code.
///
/// # Errors
/// The database cannot be read.
pub async fn all(tx: &mut Tx) -> Result<Vec<Unit>> {
    sqlx::query_as(concat!(unit_columns!(), "ORDER BY code"))
        .all(tx)
        .await
}

/// Every word that units use for a level.
pub(crate) async fn kinds(tx: &mut Tx) -> Result<Vec<String>> {
    sqlx::query_scalar("SELECT DISTINCT kind FROM units ORDER BY kind")
        .all(tx)
        .await
}

/// The unit of that row.
///
/// # Errors
/// The database cannot be read.
pub async fn by_id(tx: &mut Tx, id: UnitId) -> Result<Option<Unit>> {
    sqlx::query_as(concat!(unit_columns!(), "WHERE id = $1"))
        .bind(id)
        .about(id)
        .optional(tx)
        .await
}

/// The root; the first by code if there are several.
pub(crate) async fn root(tx: &mut Tx) -> Result<Option<Unit>> {
    sqlx::query_as(concat!(
        unit_columns!(),
        "WHERE parent_id IS NULL ORDER BY code LIMIT 1"
    ))
    .optional(tx)
    .await
}

/// The units directly below one, ordered by code.
pub(crate) async fn directly_below(tx: &mut Tx, id: UnitId) -> Result<Vec<Unit>> {
    sqlx::query_as(concat!(
        unit_columns!(),
        "WHERE parent_id = $1 ORDER BY code"
    ))
    .bind(id)
    .about(id)
    .all(tx)
    .await
}

/// The unit whose invite link carries this payload.
pub(crate) async fn by_start(tx: &mut Tx, start: &str) -> Result<Option<Unit>> {
    sqlx::query_as(concat!(unit_columns!(), "WHERE start = $1"))
        .bind(start)
        .optional(tx)
        .await
}

/// The unit of that code, whatever its case.
pub(crate) async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Unit>> {
    sqlx::query_as(concat!(
        unit_columns!(),
        "WHERE code = $1 COLLATE NOCASE ORDER BY code LIMIT 1"
    ))
    .bind(code)
    .optional(tx)
    .await
}

/// Gives a unit another invite link. The old one is kept, so that whoever opens it can be told.
pub(crate) async fn renew(tx: &mut Tx, id: UnitId, start: &str) -> Result {
    sqlx::query("INSERT INTO retired_invites (start, unit_id, retired_on) SELECT start, id, $2 FROM units WHERE id = $1")
        .binds((id, tx.today()))
        .about(id)
        .run(tx)
        .await?;
    sqlx::query("UPDATE units SET start = $2 WHERE id = $1")
        .binds((id, start))
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

/// Whether an invite link with this payload has been renewed.
pub(crate) async fn is_retired(tx: &mut Tx, start: &str) -> Result<bool> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM retired_invites WHERE start = $1)")
        .bind(start)
        .one(tx)
        .await
}

/// Declares how many people a unit has, and raises the units above it to the sum of those directly below them if
/// they have declared fewer. Returns those that were raised: their codes, and the numbers before and after.
pub(crate) async fn declare(
    tx: &mut Tx,
    id: UnitId,
    people: i64,
) -> Result<Vec<(String, i64, i64)>> {
    sqlx::query("UPDATE units SET members = $2 WHERE id = $1")
        .binds((id, people))
        .about(id)
        .run(tx)
        .await?;
    let mut raised = Vec::new();
    for above in self::above(tx, id).await?.into_iter().rev() {
        let now: i64 = sqlx::query_scalar(
            "UPDATE units SET members = max(members, (SELECT sum(members) FROM units WHERE parent_id = $1)) WHERE id = $1
             RETURNING members",
        )
        .bind(above.id)
        .about(above.id)
        .one(tx)
        .await?;
        if now != above.members {
            raised.push((above.code, above.members, now));
        }
    }
    let lineage = lineage(tx, id).await?;
    super::trees::record_of(tx, &lineage).await?;
    Ok(raised)
}

/// Every unit with none above it, ordered by code.
pub(crate) async fn roots(tx: &mut Tx) -> Result<Vec<UnitId>> {
    sqlx::query_scalar("SELECT id FROM units WHERE parent_id IS NULL ORDER BY code")
        .all(tx)
        .await
}

/// From the root down to the one that the unit is directly below.
pub(crate) async fn above(tx: &mut Tx, id: UnitId) -> Result<Vec<Unit>> {
    sqlx::query_as(
        "SELECT u.id, u.code, u.name, u.parent_id, u.kind, u.members, u.start
         FROM units AS own, json_each(own.lineage) AS above JOIN units AS u ON u.id = above.value
         WHERE own.id = $1 AND u.id <> $1 ORDER BY above.key",
    )
    .bind(id)
    .about(id)
    .all(tx)
    .await
}

/// From the root down to the unit itself.
pub(crate) async fn lineage(tx: &mut Tx, id: UnitId) -> Result<Vec<UnitId>> {
    sqlx::query_scalar(
        "SELECT above.value FROM units, json_each(units.lineage) AS above
         WHERE units.id = $1 ORDER BY above.key",
    )
    .bind(id)
    .about(id)
    .all(tx)
    .await
}
