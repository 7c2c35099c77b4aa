//! The verdicts on closed rounds: which figures are suppressed, and the medians of the others.

use sqlx::FromRow;

use super::{StoreError, list};
use crate::db::{Statement, Tx};
use crate::types::UnitId;

#[derive(Debug, Clone, Copy, FromRow)]
pub(crate) struct Sum {
    /// The unit, all below it included.
    pub(crate) unit: UnitId,
    pub(crate) parent: Option<UnitId>,
    /// What the threshold counts.
    pub(crate) people: i64,
    /// How many of them answered; of themes 0.
    answered: i64,
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
pub(crate) async fn unjudged(tx: &mut Tx) -> Result<Option<(i64, i64)>, StoreError> {
    sqlx::query_as(
        "SELECT id, judged FROM rounds WHERE closed = 1 AND judged < 5 ORDER BY id DESC LIMIT 1",
    )
    .optional(tx)
    .await
}

/// Has every closed round judged anew, because the threshold was raised. What is suppressed stays so.
pub(crate) async fn forget(tx: &mut Tx) -> Result<(), StoreError> {
    sqlx::query("UPDATE rounds SET judged = 0 WHERE judged > 0")
        .run(tx)
        .await?;
    Ok(())
}

/// One sum of a round, of every unit that has any.
pub(crate) async fn sums(tx: &mut Tx, round: i64, theme: i64) -> Result<Vec<Sum>, StoreError> {
    let statement = if theme == 0 {
        "SELECT u.id AS unit, u.parent_id AS parent, t.reached AS people, t.answered
         FROM tallies AS t CROSS JOIN units AS u ON u.id = t.unit_id WHERE t.round_id = $1 AND $2 = 0"
    } else {
        "SELECT u.id AS unit, u.parent_id AS parent, t.people, 0 AS answered
         FROM theme_tallies AS t CROSS JOIN units AS u ON u.id = t.unit_id WHERE t.round_id = $1 AND t.theme = $2"
    };
    sqlx::query_as(statement)
        .bind(round)
        .bind(theme)
        .all(tx)
        .await
}

/// Adds units for which a sum is suppressed. With its last sum the round is judged.
pub(crate) async fn note(
    tx: &mut Tx,
    (round, theme): (i64, i64),
    units: impl Iterator<Item = UnitId>,
) -> Result<(), StoreError> {
    let units = list(units.map(|unit| unit.0));
    sqlx::query(
        "INSERT INTO suppressed (round_id, theme, unit_id) SELECT $1, $2, value FROM json_each($3) WHERE true
         ON CONFLICT DO NOTHING",
    )
    .bind(round)
    .bind(theme)
    .bind(units)
    .run(tx)
    .await?;
    sqlx::query("UPDATE rounds SET judged = $2 + 1 WHERE id = $1")
        .bind(round)
        .bind(theme)
        .run(tx)
        .await?;
    Ok(())
}

/// The units for which a sum is suppressed.
pub(crate) async fn units(
    tx: &mut Tx,
    (round, theme): (i64, i64),
) -> Result<Vec<UnitId>, StoreError> {
    sqlx::query_scalar("SELECT unit_id FROM suppressed WHERE round_id = $1 AND theme = $2")
        .bind(round)
        .bind(theme)
        .all(tx)
        .await
}

/// Stores a round's medians.
pub(crate) async fn note_medians(
    tx: &mut Tx,
    round: i64,
    medians: &[Median],
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM medians WHERE round_id = $1")
        .bind(round)
        .run(tx)
        .await?;
    for median in medians {
        sqlx::query(
            "INSERT INTO medians (round_id, parent_id, units, percent) VALUES ($1, $2, $3, $4)",
        )
        .bind(round)
        .bind(median.parent)
        .bind(median.units)
        .bind(median.percent)
        .run(tx)
        .await?;
    }
    Ok(())
}

/// For each of these rounds the median of the units directly below one, if there is one: the round and the share.
pub(crate) async fn medians(
    tx: &mut Tx,
    rounds: &[i64],
    parent: UnitId,
) -> Result<Vec<(i64, Median)>, StoreError> {
    let rows: Vec<(i64, i64, i64)> = sqlx::query_as(
        "SELECT m.round_id, m.units, m.percent FROM json_each($1) AS r
         CROSS JOIN medians AS m ON m.round_id = r.value AND m.parent_id = $2 ORDER BY m.round_id",
    )
    .bind(list(rounds.iter().copied()))
    .bind(parent)
    .about(parent)
    .all(tx)
    .await?;
    let median = |(round, units, percent)| {
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
) -> Result<Vec<(i64, i64, UnitId)>, StoreError> {
    sqlx::query_as(
        "SELECT w.round_id, w.theme, w.unit_id FROM json_each($1) AS r CROSS JOIN json_each('[0,1,2,3,4]') AS n
         CROSS JOIN json_each($2) AS u
         CROSS JOIN suppressed AS w ON w.round_id = r.value AND w.theme = n.value AND w.unit_id = u.value",
    )
    .bind(list(rounds.iter().copied()))
    .bind(list(units.iter().map(|unit| unit.0)))
    .all(tx)
    .await
}
