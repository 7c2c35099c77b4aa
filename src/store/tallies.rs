//! Sums for reports: for a unit and every unit above it in the round's tree, in the transaction of the milestone.

use super::StoreError;
use super::participations::Milestone;
use super::trees::holds;
use crate::db::{Statement, Tx};
use crate::types::{RoundId, UnitId};

/// Counts a milestone once.
pub(crate) async fn add(
    tx: &mut Tx,
    round: RoundId,
    unit: UnitId,
    milestone: Milestone,
) -> Result<(), StoreError> {
    let one = |wanted: Milestone| i64::from(milestone == wanted);
    sqlx::query(concat!(
        "INSERT INTO tallies (round_id, unit_id, reached, read, answered, finished)
         SELECT $1, above.value, $3, $4, $5, $6
         FROM rounds AS r JOIN unit_versions AS v ON v.unit_id = $2 AND ",
        holds!(),
        ", json_each(v.lineage) AS above
         WHERE r.id = $1
         ON CONFLICT DO UPDATE SET reached = reached + $3, read = read + $4,
             answered = answered + $5, finished = finished + $6"
    ))
    .bind(round)
    .bind(unit)
    .bind(one(Milestone::Reached))
    .bind(one(Milestone::Read))
    .bind(one(Milestone::Answered))
    .bind(one(Milestone::Finished))
    .about(round)
    .run(tx)
    .await?;
    Ok(())
}

/// Counts an answer; `first` if it is the person's first to that theme in that round.
pub(crate) async fn add_answer(
    tx: &mut Tx,
    round: RoundId,
    unit: UnitId,
    theme: u8,
    first: bool,
    correct: bool,
) -> Result<(), StoreError> {
    sqlx::query(
        concat!("INSERT INTO theme_tallies (round_id, theme, unit_id, people, answers, correct)
         SELECT $1, $3, above.value, $4, 1, $5
         FROM rounds AS r JOIN unit_versions AS v ON v.unit_id = $2 AND ", holds!(), ", json_each(v.lineage) AS above
         WHERE r.id = $1
         ON CONFLICT DO UPDATE SET people = people + $4, answers = answers + 1, correct = correct + $5"),
    )
    .bind(round)
    .bind(unit)
    .bind(theme)
    .bind(i64::from(first))
    .bind(i64::from(correct))
    .about(round)
    .run(tx)
    .await?;
    Ok(())
}
