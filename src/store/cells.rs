//! What reports read of the sums: the cells of a unit and of those above it, many rounds at once.
//!
//! A cell is a round and a unit; for themes, a round, a theme and a unit. Must not know what of it may be shown.
//!
//! `CROSS JOIN` is on purpose: SQLite then keeps to the written order, the few units first, each cell by its key.
//! Otherwise it reads a round's cells of all units, and a federation's report takes half a second.

use sqlx::FromRow;

use super::trees::holds;
use super::{Result, list};
use crate::db::{Binds, Statement, Tx};
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
    /// How many the unit had declared when the round opened; 0 if nobody had.
    pub(crate) declared: i64,
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

/// The cells of these units in these rounds; those in which nothing was counted are left out.
pub(crate) async fn of(
    tx: &mut Tx,
    source: CellSource,
    rounds: &[i64],
    units: &[UnitId],
) -> Result<Vec<Cell>> {
    let statement = match source {
        CellSource::Weeks => {
            concat!("SELECT t.round_id AS round, 0 AS theme, t.unit_id AS unit, reached AS people, v.members AS declared,
                 read AS first, answered AS second, finished AS third
             FROM json_each($1) AS n CROSS JOIN rounds AS r ON r.id = n.value CROSS JOIN json_each($2) AS u
             CROSS JOIN tallies AS t ON t.round_id = r.id AND t.unit_id = u.value
             CROSS JOIN unit_versions AS v ON v.unit_id = t.unit_id AND ", holds!())
        }
        CellSource::Themes => {
            concat!("SELECT t.round_id AS round, t.theme, t.unit_id AS unit, people, v.members AS declared,
                 answers AS first, correct AS second, 0 AS third
             FROM json_each($1) AS n CROSS JOIN rounds AS r ON r.id = n.value CROSS JOIN json_each('[1,2,3,4]') AS k
             CROSS JOIN json_each($2) AS u
             CROSS JOIN theme_tallies AS t ON t.round_id = r.id AND t.theme = k.value AND t.unit_id = u.value
             CROSS JOIN unit_versions AS v ON v.unit_id = t.unit_id AND ", holds!())
        }
    };
    sqlx::query_as(statement)
        .binds((
            list(rounds.iter().copied()),
            list(units.iter().map(|unit| unit.0)),
        ))
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

/// The sums of each unit directly below `parent` over these judged rounds, each by its own tree, as far as they may be
/// shown; with the newest name.
pub(crate) async fn sums_below(
    tx: &mut Tx,
    parent: UnitId,
    rounds: &[i64],
    threshold: i64,
) -> Result<Vec<Sums>> {
    sqlx::query_as(concat!(
        "SELECT unit, name, rounds, reached, answered FROM (
             SELECT v.unit_id AS unit, v.name, max(r.tree), count(*) AS rounds, sum(t.reached) AS reached,
                 sum(t.answered) AS answered
             FROM json_each($1) AS n CROSS JOIN rounds AS r ON r.id = n.value
             CROSS JOIN unit_versions AS v ON v.parent_id = $2 AND ",
        holds!(),
        " CROSS JOIN tallies AS t ON t.round_id = r.id AND t.unit_id = v.unit_id
             WHERE t.reached >= $3 AND (v.members = 0 OR t.reached <= v.members) AND NOT EXISTS (
                 SELECT 1 FROM suppressed AS w WHERE w.round_id = r.id AND w.theme = 0 AND w.unit_id = v.unit_id)
             GROUP BY v.unit_id) ORDER BY unit"
    ))
    .binds((list(rounds.iter().copied()), parent, threshold))
    .about(parent)
    .all(tx)
    .await
}
