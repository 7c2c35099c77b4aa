//! What was said in a closed check-in: counts, where there are any.

use sqlx::FromRow;

use super::Fault;
use super::checkins::Answering;
use crate::db::Tx;
use crate::types::{CheckinRoundId, UnitId};

/// How many of a unit made a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub(crate) struct Chosen {
    /// The prompt, from 0.
    pub(crate) place: u8,
    /// The choice, from 0.
    pub(crate) choice: u8,
    /// How many.
    pub(crate) people: i64,
}

/// All choices of a unit, with all below it.
pub(crate) async fn of_unit(
    tx: &mut Tx,
    unit: UnitId,
    round: CheckinRoundId,
) -> Result<Vec<Chosen>, Fault> {
    Ok(sqlx::query_as(
        "SELECT place, choice, people FROM checkin_counts WHERE round_id = $1 AND unit_id = $2",
    )
    .bind(round)
    .bind(unit)
    .fetch_all(tx.connection())
    .await?)
}

/// How many made any choice at a prompt: of a unit, of those above it, and of those beside each of these.
pub(crate) async fn at_prompt(
    tx: &mut Tx,
    unit: UnitId,
    round: CheckinRoundId,
    place: u8,
) -> Result<Vec<Answering>, Fault> {
    Ok(sqlx::query_as(
        "WITH way (id) AS (SELECT above.value FROM units AS u, json_each(u.lineage) AS above WHERE u.id = $1),
              near (id) AS (
                  SELECT id FROM way
                  UNION SELECT u.id FROM way CROSS JOIN units AS u ON u.parent_id = way.id WHERE way.id <> $1)
         SELECT u.id AS unit, u.parent_id AS parent, u.kind, sum(c.people) AS people
         FROM near CROSS JOIN units AS u ON u.id = near.id
         CROSS JOIN checkin_counts AS c ON c.round_id = $2 AND c.unit_id = u.id AND c.place = $3
         GROUP BY u.id",
    )
    .bind(unit)
    .bind(round)
    .bind(place)
    .fetch_all(tx.connection())
    .await?)
}
