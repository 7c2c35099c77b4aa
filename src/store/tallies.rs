//! Sums for reports: for a unit and every unit above it, in the transaction of the deed.

use sqlx::FromRow;

use super::Fault;
use super::participations::Deed;
use crate::db::Tx;
use crate::types::{RoundId, UnitId};

/// How many members of a unit, units below included, were reached and took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, FromRow)]
pub struct Tally {
    /// Got the item or the quiz.
    pub reached: i64,
    /// Read the item.
    pub read: i64,
    /// Answered one question at least.
    pub answered: i64,
    /// Answered all.
    pub finished: i64,
}

/// Answers to a theme's questions in a unit, units below included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, FromRow)]
pub struct ThemeTally {
    /// How many people answered.
    pub people: i64,
    /// How many answers.
    pub answers: i64,
    /// How many were right.
    pub correct: i64,
}

/// Counts a deed once.
pub(crate) async fn add(
    tx: &mut Tx,
    round: RoundId,
    unit: UnitId,
    deed: Deed,
) -> Result<(), Fault> {
    let one = |wanted: Deed| i64::from(deed == wanted);
    sqlx::query(
        "INSERT INTO tallies (round_id, unit_id, reached, read, answered, finished)
         SELECT $1, above.value, $3, $4, $5, $6 FROM units, json_each(units.lineage) AS above
         WHERE units.id = $2
         ON CONFLICT DO UPDATE SET reached = reached + $3, read = read + $4,
             answered = answered + $5, finished = finished + $6",
    )
    .bind(round)
    .bind(unit)
    .bind(one(Deed::Reached))
    .bind(one(Deed::Read))
    .bind(one(Deed::Answered))
    .bind(one(Deed::Finished))
    .execute(tx.connection())
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
) -> Result<(), Fault> {
    sqlx::query(
        "INSERT INTO theme_tallies (round_id, theme, unit_id, people, answers, correct)
         SELECT $1, $3, above.value, $4, 1, $5 FROM units, json_each(units.lineage) AS above
         WHERE units.id = $2
         ON CONFLICT DO UPDATE SET people = people + $4, answers = answers + 1, correct = correct + $5",
    )
    .bind(round)
    .bind(unit)
    .bind(theme)
    .bind(i64::from(first))
    .bind(i64::from(correct))
    .execute(tx.connection())
    .await?;
    Ok(())
}

/// A unit's sums of a round.
pub(crate) async fn of_unit(tx: &mut Tx, round: RoundId, unit: UnitId) -> Result<Tally, Fault> {
    let row = sqlx::query_as(
        "SELECT reached, read, answered, finished FROM tallies WHERE round_id = $1 AND unit_id = $2",
    )
    .bind(round)
    .bind(unit)
    .fetch_optional(tx.connection())
    .await?;
    Ok(row.unwrap_or_default())
}

/// A unit's sums of a theme.
pub(crate) async fn of_theme(
    tx: &mut Tx,
    round: RoundId,
    theme: u8,
    unit: UnitId,
) -> Result<ThemeTally, Fault> {
    let row = sqlx::query_as(
        "SELECT people, answers, correct FROM theme_tallies WHERE round_id = $1 AND theme = $2 AND unit_id = $3",
    )
    .bind(round)
    .bind(theme)
    .bind(unit)
    .fetch_optional(tx.connection())
    .await?;
    Ok(row.unwrap_or_default())
}

/// The sums of each unit directly below `parent`.
pub(crate) async fn below(
    tx: &mut Tx,
    round: RoundId,
    parent: UnitId,
) -> Result<Vec<(UnitId, Tally)>, Fault> {
    let rows: Vec<(UnitId, i64, i64, i64, i64)> = sqlx::query_as(
        "SELECT units.id, coalesce(t.reached, 0), coalesce(t.read, 0), coalesce(t.answered, 0),
             coalesce(t.finished, 0)
         FROM units LEFT JOIN tallies AS t ON t.round_id = $1 AND t.unit_id = units.id
         WHERE units.parent_id = $2 ORDER BY units.id",
    )
    .bind(round)
    .bind(parent)
    .fetch_all(tx.connection())
    .await?;
    let tally = |(id, reached, read, answered, finished)| {
        let tally = Tally {
            reached,
            read,
            answered,
            finished,
        };
        (id, tally)
    };
    Ok(rows.into_iter().map(tally).collect())
}

/// How many people were reached in each unit directly below `parent`.
pub(crate) async fn reached_below(
    tx: &mut Tx,
    round: RoundId,
    parent: UnitId,
) -> Result<Vec<(UnitId, i64)>, Fault> {
    Ok(sqlx::query_as(
        "SELECT units.id, coalesce(tallies.reached, 0) FROM units
         LEFT JOIN tallies ON tallies.round_id = $1 AND tallies.unit_id = units.id
         WHERE units.parent_id = $2 ORDER BY units.id",
    )
    .bind(round)
    .bind(parent)
    .fetch_all(tx.connection())
    .await?)
}

/// How many people answered a theme in each unit directly below `parent`.
pub(crate) async fn people_below(
    tx: &mut Tx,
    round: RoundId,
    theme: u8,
    parent: UnitId,
) -> Result<Vec<(UnitId, i64)>, Fault> {
    Ok(sqlx::query_as(
        "SELECT units.id, coalesce(t.people, 0) FROM units
         LEFT JOIN theme_tallies AS t ON t.round_id = $1 AND t.theme = $2 AND t.unit_id = units.id
         WHERE units.parent_id = $3 ORDER BY units.id",
    )
    .bind(round)
    .bind(theme)
    .bind(parent)
    .fetch_all(tx.connection())
    .await?)
}
