//! What reports read of the sums: the cells of a unit and of those above it, many rounds at once.
//!
//! A cell is a round and a unit; for themes, a round, a theme and a unit. Must not know what of it may be shown.
//!
//! `CROSS JOIN` is on purpose: SQLite then keeps to the written order, the few units first, each cell by its key.
//! Otherwise it reads a round's cells of all units, and a federation's report takes half a second.

use sqlx::FromRow;

use super::{StoreError, list};
use crate::db::{Statement, Tx};
use crate::types::UnitId;

/// Which counts are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CellSource {
    /// Who was reached in weekly rounds: `counts` are who read, answered and finished.
    Weeks,
    /// Who answered a theme in weekly rounds: `counts` are answers and right answers.
    Themes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub(crate) struct Cell {
    /// The round's row.
    pub(crate) round: i64,
    /// 1 to 4; 0 if the source has no themes.
    pub(crate) theme: i64,
    pub(crate) unit: UnitId,
    /// The people: what the threshold counts.
    pub(crate) people: i64,
    #[sqlx(flatten)]
    pub(crate) counts: CellCounts,
}

/// Three counts; what they are depends on the [`CellSource`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, FromRow)]
pub(crate) struct CellCounts {
    pub(crate) first: i64,
    pub(crate) second: i64,
    pub(crate) third: i64,
}

/// The units directly below one that reach the threshold in one round, as the rule needs them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub(crate) struct Large {
    /// The round's row.
    pub(crate) round: i64,
    /// 1 to 4; 0 if the source has no themes.
    pub(crate) theme: i64,
    pub(crate) parent: UnitId,
    /// People of all those that reach the threshold.
    pub(crate) people: i64,
    /// The smallest of them, people and id in one number, so that SQL's `min` finds both.
    smallest: i64,
}

/// Ids are below this, and people are few enough, so that people × IDS + id fits 63 bits.
const IDS: i64 = 1 << 32;

impl Large {
    /// What the query would give for units of so many people, all of which reach the threshold.
    #[cfg(test)]
    pub(crate) fn of(
        round: i64,
        parent: UnitId,
        units: impl Iterator<Item = (i64, UnitId)> + Clone,
    ) -> Option<Self> {
        Some(Self {
            round,
            theme: 0,
            parent,
            people: units.clone().map(|(people, _)| people).sum(),
            smallest: units.map(|(people, unit)| people * IDS + unit.0).min()?,
        })
    }

    /// People and id of the smallest.
    pub(crate) fn smallest(&self) -> (i64, UnitId) {
        (self.smallest / IDS, UnitId(self.smallest % IDS))
    }
}

/// The cells of these units in these rounds; those in which nothing was counted are left out.
pub(crate) async fn of(
    tx: &mut Tx,
    source: CellSource,
    rounds: &[i64],
    units: &[UnitId],
) -> Result<Vec<Cell>, StoreError> {
    let statement = match source {
        CellSource::Weeks => {
            "SELECT t.round_id AS round, 0 AS theme, t.unit_id AS unit, reached AS people,
                 read AS first, answered AS second, finished AS third
             FROM json_each($1) AS r CROSS JOIN json_each($2) AS u
             CROSS JOIN tallies AS t ON t.round_id = r.value AND t.unit_id = u.value"
        }
        CellSource::Themes => {
            "SELECT t.round_id AS round, t.theme, t.unit_id AS unit, people,
                 answers AS first, correct AS second, 0 AS third
             FROM json_each($1) AS r CROSS JOIN json_each('[1,2,3,4]') AS n CROSS JOIN json_each($2) AS u
             CROSS JOIN theme_tallies AS t ON t.round_id = r.value AND t.theme = n.value AND t.unit_id = u.value"
        }
    };
    sqlx::query_as(statement)
        .bind(list(rounds.iter().copied()))
        .bind(list(units.iter().map(|unit| unit.0)))
        .all(tx)
        .await
}

/// For each of these units and rounds, what directly below it reaches the threshold.
pub(crate) async fn below(
    tx: &mut Tx,
    source: CellSource,
    rounds: &[i64],
    parents: &[UnitId],
    threshold: i64,
) -> Result<Vec<Large>, StoreError> {
    let statement = match source {
        CellSource::Weeks => {
            "SELECT t.round_id AS round, 0 AS theme, u.parent_id AS parent, sum(t.reached) AS people,
                 min(t.reached * $4 + u.id) AS smallest
             FROM json_each($2) AS p CROSS JOIN units AS u ON u.parent_id = p.value CROSS JOIN json_each($1) AS r
             CROSS JOIN tallies AS t ON t.round_id = r.value AND t.unit_id = u.id
             WHERE t.reached >= $3 GROUP BY t.round_id, u.parent_id"
        }
        CellSource::Themes => {
            "SELECT t.round_id AS round, t.theme, u.parent_id AS parent, sum(t.people) AS people,
                 min(t.people * $4 + u.id) AS smallest
             FROM json_each($2) AS p CROSS JOIN units AS u ON u.parent_id = p.value CROSS JOIN json_each($1) AS r
             CROSS JOIN json_each('[1,2,3,4]') AS n
             CROSS JOIN theme_tallies AS t ON t.round_id = r.value AND t.theme = n.value AND t.unit_id = u.id
             WHERE t.people >= $3 GROUP BY t.round_id, t.theme, u.parent_id"
        }
    };
    sqlx::query_as(statement)
        .bind(list(rounds.iter().copied()))
        .bind(list(parents.iter().map(|unit| unit.0)))
        .bind(threshold)
        .bind(IDS)
        .all(tx)
        .await
}

/// Several weeks of a unit beside its siblings.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Sums {
    pub(crate) unit: UnitId,
    pub(crate) name: String,
    /// In how many rounds it may be shown.
    pub(crate) rounds: i64,
    pub(crate) reached: i64,
    pub(crate) answered: i64,
}

/// The sums of each unit directly below `parent` over these rounds, as far as it reaches the threshold;
/// with each round comes the unit that is left out of it.
pub(crate) async fn sums_below(
    tx: &mut Tx,
    parent: UnitId,
    rounds: &[(i64, Option<UnitId>)],
    threshold: i64,
) -> Result<Vec<Sums>, StoreError> {
    let rounds: Vec<(i64, i64)> = rounds
        .iter()
        .map(|(round, hidden)| (*round, hidden.map_or(0, |unit| unit.0)))
        .collect();
    sqlx::query_as(
        "SELECT u.id AS unit, u.name, count(*) AS rounds, sum(t.reached) AS reached, sum(t.answered) AS answered
         FROM units AS u CROSS JOIN json_each($1) AS r
         CROSS JOIN tallies AS t ON t.round_id = r.value ->> 0 AND t.unit_id = u.id
         WHERE u.parent_id = $2 AND t.reached >= $3 AND u.id <> r.value ->> 1
             AND NOT EXISTS (SELECT 1 FROM suppressed AS w WHERE w.round_id = t.round_id AND w.theme = 0 AND w.unit_id = u.id)
         GROUP BY u.id ORDER BY u.id",
    )
    .bind(json(&rounds)?)
    .bind(parent)
    .bind(threshold)
    .about(parent)
    .all(tx)
    .await
}

fn json(pairs: &[(i64, i64)]) -> Result<String, StoreError> {
    serde_json::to_string(pairs).map_err(|error| StoreError::Bug(error.to_string()))
}
