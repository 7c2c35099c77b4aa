//! Counts of a closed check-in, where they were kept.

use std::collections::BTreeMap;

use sqlx::{FromRow, Row};

use super::checkins::Answering;
use super::trees::holds;
use super::{Result, list};
use crate::db::{Binds, Statement, Tx};
use crate::types::{CheckinRoundId, UnitId};

#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub(crate) struct Chosen {
    pub(crate) place: u8,
    pub(crate) choice: u8,
    pub(crate) people: i64,
}

/// All choices of a unit, with all below it.
pub(crate) async fn of_unit(
    tx: &mut Tx,
    unit: UnitId,
    round: CheckinRoundId,
) -> Result<Vec<Chosen>> {
    sqlx::query_as(
        "SELECT place, choice, people FROM checkin_counts WHERE round_id = $1 AND unit_id = $2",
    )
    .binds((round, unit))
    .about(round)
    .all(tx)
    .await
}

/// How many made any choice at each prompt of a closed check-in, of every unit of which there are counts.
pub(crate) async fn by_prompt(
    tx: &mut Tx,
    round: CheckinRoundId,
) -> Result<BTreeMap<u8, Vec<Answering>>> {
    let rows = sqlx::query(
        // Whoever the threshold does not count may have answered each prompt.
        concat!("SELECT c.place, v.unit_id AS unit, v.parent_id AS parent, v.kind, sum(c.people) AS people,
             max(0, sum(c.people) - (p.people - p.counted)) AS counted, v.members AS declared, 0 AS accounts
         FROM checkin_rounds AS r JOIN checkin_counts AS c ON c.round_id = r.id
         JOIN checkin_people AS p ON p.round_id = r.id AND p.unit_id = c.unit_id
         JOIN unit_versions AS v ON v.unit_id = c.unit_id AND ", holds!(), "
         WHERE r.id = $1 GROUP BY c.unit_id, c.place"),
    )
    .bind(round)
    .about(round)
    .all(tx)
    .await?;
    let mut prompts: BTreeMap<u8, Vec<Answering>> = BTreeMap::new();
    for row in &rows {
        let answering = Answering::from_row(row)?;
        prompts
            .entry(row.try_get("place")?)
            .or_default()
            .push(answering);
    }
    Ok(prompts)
}

/// Deletes a closed check-in's counts at one prompt, of all units but these.
pub(crate) async fn keep_only(
    tx: &mut Tx,
    round: CheckinRoundId,
    place: u8,
    units: &[UnitId],
) -> Result {
    sqlx::query(
        "DELETE FROM checkin_counts
         WHERE round_id = $1 AND place = $2 AND unit_id NOT IN (SELECT value FROM json_each($3))",
    )
    .binds((round, place, list(units.iter().map(|unit| unit.0))))
    .about(round)
    .run(tx)
    .await?;
    tx.erase();
    Ok(())
}
