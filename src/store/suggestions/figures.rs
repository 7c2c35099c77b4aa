//! How many suggestions units have had and what became of them, for the level above.
//!
//! Knows sums. Must not know a text.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sqlx::FromRow;

use crate::db::{Binds, Statement, Tx};
use crate::store::{Result, list};
use crate::types::{UnitId, UserId};

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
) -> Result<Vec<Received>> {
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
    .binds((above, from, to, tx.today(), days))
    .about(above)
    .all(tx)
    .await
}

/// Something may be due with a reader of a unit's box.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct DueBox {
    pub(crate) user: UserId,
    pub(crate) unit: UnitId,
    pub(crate) name: String,
    /// When it is to be looked at what has become of a meeting's resolution, if that is this month.
    pub(crate) checks_on: Option<String>,
}

/// Boxes of these officers in which some wait for an answer, whoever of them reads those, and those with a look at a resolution
/// until the end of a month.
pub(crate) async fn due(
    tx: &mut Tx,
    officers: &BTreeSet<UserId>,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<DueBox>> {
    sqlx::query_as(
        "SELECT o.user_id AS user, o.unit_id AS unit, u.name,
             CASE WHEN b.checks_on BETWEEN $2 AND $3 THEN b.checks_on END AS checks_on
         FROM json_each($1) AS one CROSS JOIN officers AS o ON o.user_id = one.value
         JOIN suggestion_boxes AS b ON b.unit_id = o.unit_id JOIN units AS u ON u.id = o.unit_id
         WHERE o.title IN ('chair', 'deputy', 'inspector') AND (b.checks_on BETWEEN $2 AND $3
             OR EXISTS (SELECT 1 FROM suggestions AS s WHERE s.unit_id = u.id AND s.state = 'open'))
         ORDER BY user, unit",
    )
    .binds((list(officers.iter().map(|user| user.0)), from, to))
    .all(tx)
    .await
}
