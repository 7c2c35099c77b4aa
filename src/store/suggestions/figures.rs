//! How many suggestions units have had and what became of them, for the level above.
//!
//! Knows sums. Must not know a text.

use chrono::NaiveDate;
use sqlx::FromRow;

use crate::db::{Statement, Tx};
use crate::store::{StoreError, day_text};
use crate::types::UnitId;

/// What became of those that a unit's box released in a time.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Received {
    pub(crate) name: String,
    pub(crate) received: i64,
    pub(crate) answered: i64,
    /// Not settled within the days that the house allows.
    pub(crate) late: i64,
    /// Answers by their word, 1 to 5.
    pub(crate) accepted: i64,
    pub(crate) partly: i64,
    pub(crate) declined: i64,
    pub(crate) passed: i64,
    pub(crate) already: i64,
}

/// Of each unit below one that has a box, or of the unit itself.
pub(crate) async fn received(
    tx: &mut Tx,
    above: UnitId,
    (from, to): (NaiveDate, NaiveDate),
    days: i64,
) -> Result<Vec<Received>, StoreError> {
    let today = day_text(tx.today());
    sqlx::query_as(
        "WITH RECURSIVE tree (id) AS (
             SELECT $1 UNION ALL SELECT units.id FROM tree JOIN units ON units.parent_id = tree.id)
         SELECT u.name, count(s.label) AS received, coalesce(sum(s.state = 'answered'), 0) AS answered,
             coalesce(sum(julianday(coalesce(s.settled_on, $4)) - julianday(s.released_on) > $5), 0) AS late,
             coalesce(sum(s.word = 1), 0) AS accepted, coalesce(sum(s.word = 2), 0) AS partly,
             coalesce(sum(s.word = 3), 0) AS declined, coalesce(sum(s.word = 4), 0) AS passed,
             coalesce(sum(s.word = 5), 0) AS already
         FROM tree JOIN suggestion_boxes AS b ON b.unit_id = tree.id JOIN units AS u ON u.id = tree.id
         LEFT JOIN suggestions AS s ON s.unit_id = u.id AND s.released_on BETWEEN $2 AND $3
         GROUP BY u.id ORDER BY u.name",
    )
    .bind(above)
    .bind(day_text(from))
    .bind(day_text(to))
    .bind(today)
    .bind(days)
    .about(above)
    .all(tx)
    .await
}
