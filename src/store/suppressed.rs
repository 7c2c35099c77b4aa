//! The verdicts on closed rounds: which figures are suppressed, and the medians of the others.

use std::collections::BTreeSet;

use serde::Deserialize;
use sqlx::FromRow;

use super::trees::holds;
use super::{Result, StoreError, list};
use crate::db::{Binds, Statement, Tx};
use crate::types::UnitId;

/// A sum of one unit. Read as a list: the order of the fields is that of [`sums`].
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct Sum {
    /// The unit, all below it included.
    pub(crate) unit: UnitId,
    /// The unit above it in the round's tree.
    pub(crate) parent: Option<UnitId>,
    /// What the threshold counts.
    pub(crate) people: i64,
    /// How many took part in the round.
    pub(crate) reached: i64,
    /// How many of them answered.
    answered: i64,
    /// How many people it has declared in the round's tree; 0: none.
    pub(crate) declared: i64,
}

impl Sum {
    /// How many of a hundred answered.
    pub(crate) fn percent(&self) -> i64 {
        (self.answered * 100 + self.people / 2) / self.people.max(1)
    }
}

/// The median of the units directly below one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub(crate) struct Median {
    pub(crate) parent: UnitId,
    /// How many units it is the median of.
    pub(crate) units: i64,
    pub(crate) percent: i64,
}

/// The newest closed round that is not judged yet, and its next sum.
pub(crate) async fn unjudged(tx: &mut Tx) -> Result<Option<(i64, i64)>> {
    sqlx::query_as(
        "SELECT id, judged FROM rounds WHERE closed = 1 AND judged < 5 ORDER BY id DESC LIMIT 1",
    )
    .optional(tx)
    .await
}

/// Has every closed round judged anew, because the threshold was raised. What is suppressed stays so.
pub(crate) async fn forget(tx: &mut Tx) -> Result {
    sqlx::query("UPDATE rounds SET judged = 0 WHERE judged > 0")
        .run(tx)
        .await?;
    Ok(())
}

/// One sum of a round, of every unit that has any. All in one text: sixty thousand rows one by one, each a message from
/// SQLite's thread, cost more than all the rest of judging.
pub(crate) async fn sums(tx: &mut Tx, round: i64, theme: i64) -> Result<Vec<Sum>> {
    let statement = if theme == 0 {
        concat!("SELECT json_group_array(json_array(v.unit_id, v.parent_id, t.reached, t.reached, t.answered, v.members))
         FROM rounds AS r CROSS JOIN tallies AS t ON t.round_id = r.id
         CROSS JOIN unit_versions AS v ON v.unit_id = t.unit_id AND ", holds!(), " WHERE r.id = $1")
    } else {
        concat!("SELECT json_group_array(json_array(v.unit_id, v.parent_id, k.people, t.reached, t.answered, v.members))
         FROM rounds AS r CROSS JOIN theme_tallies AS k ON k.round_id = r.id AND k.theme = $2
         CROSS JOIN tallies AS t ON t.round_id = r.id AND t.unit_id = k.unit_id
         CROSS JOIN unit_versions AS v ON v.unit_id = t.unit_id AND ", holds!(), " WHERE r.id = $1")
    };
    let rows: String = sqlx::query_scalar(statement)
        .binds((round, theme))
        .one(tx)
        .await?;
    unpacked(&rows)
}

/// The units of which the sum is suppressed by an earlier verdict; of a theme, who took part counts too.
pub(crate) async fn known(tx: &mut Tx, round: i64, theme: i64) -> Result<BTreeSet<UnitId>> {
    let units: String = sqlx::query_scalar(
        "SELECT json_group_array(unit_id) FROM suppressed WHERE round_id = $1 AND theme IN (0, $2)",
    )
    .binds((round, theme))
    .one(tx)
    .await?;
    unpacked(&units)
}

fn unpacked<T: serde::de::DeserializeOwned>(rows: &str) -> Result<T> {
    serde_json::from_str(rows).map_err(|error| StoreError::Bug(format!("sums as JSON: {error}")))
}

/// Adds units for which a sum is suppressed. With its last sum the round is judged.
pub(crate) async fn note(
    tx: &mut Tx,
    (round, theme): (i64, i64),
    units: impl Iterator<Item = UnitId>,
) -> Result {
    let units = list(units.map(|unit| unit.0));
    sqlx::query(
        "INSERT INTO suppressed (round_id, theme, unit_id) SELECT $1, $2, value FROM json_each($3) WHERE true
         ON CONFLICT DO NOTHING",
    )
    .binds((round, theme, units))
    .run(tx)
    .await?;
    sqlx::query("UPDATE rounds SET judged = $2 + 1 WHERE id = $1")
        .binds((round, theme))
        .run(tx)
        .await?;
    Ok(())
}

/// Stores a round's medians.
pub(crate) async fn note_medians(tx: &mut Tx, round: i64, medians: &[Median]) -> Result {
    sqlx::query("DELETE FROM medians WHERE round_id = $1")
        .bind(round)
        .run(tx)
        .await?;
    let rows: Vec<(i64, i64, i64)> = medians
        .iter()
        .map(|median| (median.parent.0, median.units, median.percent))
        .collect();
    let rows = serde_json::to_string(&rows)
        .map_err(|error| StoreError::Bug(format!("medians as JSON: {error}")))?;
    sqlx::query(
        "INSERT INTO medians (round_id, parent_id, units, percent)
         SELECT $1, value ->> 0, value ->> 1, value ->> 2 FROM json_each($2)",
    )
    .binds((round, rows))
    .run(tx)
    .await?;
    Ok(())
}

/// For each of these rounds the median of a unit and those beside it in the round's tree, if there is one: the round and
/// the median.
pub(crate) async fn medians(
    tx: &mut Tx,
    rounds: &[i64],
    unit: UnitId,
) -> Result<Vec<(i64, Median)>> {
    let rows: Vec<(i64, UnitId, i64, i64)> = sqlx::query_as(concat!(
        "SELECT m.round_id, m.parent_id, m.units, m.percent FROM json_each($1) AS n CROSS JOIN rounds AS r ON r.id = n.value
         CROSS JOIN unit_versions AS v ON v.unit_id = $2 AND ",
        holds!(),
        " CROSS JOIN medians AS m ON m.round_id = r.id AND m.parent_id = v.parent_id ORDER BY m.round_id"
    ))
    .binds((list(rounds.iter().copied()), unit))
    .about(unit)
    .all(tx)
    .await?;
    let median = |(round, parent, units, percent)| {
        let median = Median {
            parent,
            units,
            percent,
        };
        (round, median)
    };
    Ok(rows.into_iter().map(median).collect())
}

/// Which sums of these rounds are suppressed for these units: round, theme and unit.
pub(crate) async fn of(
    tx: &mut Tx,
    rounds: &[i64],
    units: &[UnitId],
) -> Result<Vec<(i64, i64, UnitId)>> {
    sqlx::query_as(
        "SELECT w.round_id, w.theme, w.unit_id FROM json_each($1) AS r CROSS JOIN json_each('[0,1,2,3,4]') AS n
         CROSS JOIN json_each($2) AS u
         CROSS JOIN suppressed AS w ON w.round_id = r.value AND w.theme = n.value AND w.unit_id = u.value",
    )
    .binds((list(rounds.iter().copied()), list(units.iter().map(|unit| unit.0))))
    .all(tx)
    .await
}
