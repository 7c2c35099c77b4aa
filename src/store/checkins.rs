//! The monthly check-in: answers by member while it is open, counts alone afterwards.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Row};

use super::{StoreError, list, moment};
use crate::db::{Statement, Tx};
use crate::types::{CheckinRoundId, MemberId, UnitId};

/// A month's check-in as it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckinRound {
    /// Our row.
    pub id: CheckinRoundId,
    /// Such as `2026-11`.
    pub month: String,
    /// Which set of prompts.
    pub set: String,
    /// The first moment after it.
    pub closes_at: DateTime<Utc>,
}

/// What a member has said so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckinAnswers {
    /// The thought of theme 1 was read.
    pub thought: bool,
    /// The choice at each prompt.
    pub choices: [Option<u8>; 3],
}

/// Opens a month's check-in unless it exists.
pub(crate) async fn open(
    tx: &mut Tx,
    month: &str,
    set: &str,
    times: (DateTime<Utc>, DateTime<Utc>),
) -> Result<(), StoreError> {
    // Looked for first: this is asked at every tick, and an INSERT that does nothing still uses up an id.
    let known = sqlx::query("SELECT 1 FROM checkin_rounds WHERE month = $1")
        .bind(month)
        .optional(tx)
        .await?;
    if known.is_some() {
        return Ok(());
    }
    sqlx::query(
        "INSERT INTO checkin_rounds (month, set_id, opens_at, closes_at) VALUES ($1, $2, $3, $4)",
    )
    .bind(month)
    .bind(set)
    .bind(times.0.timestamp())
    .bind(times.1.timestamp())
    .run(tx)
    .await?;
    Ok(())
}

/// The check-in that is open now.
pub(crate) async fn current(tx: &mut Tx) -> Result<Option<CheckinRound>, StoreError> {
    let row = sqlx::query(
        "SELECT id, month, set_id, closes_at FROM checkin_rounds
         WHERE closed = 0 AND opens_at <= $1 AND closes_at > $1 ORDER BY closes_at LIMIT 1",
    )
    .bind(tx.now().timestamp())
    .optional(tx)
    .await?;
    row.as_ref().map(round).transpose()
}

fn round(row: &SqliteRow) -> Result<CheckinRound, StoreError> {
    Ok(CheckinRound {
        id: row.try_get("id")?,
        month: row.try_get("month")?,
        set: row.try_get("set_id")?,
        closes_at: moment(row.try_get("closes_at")?)?,
    })
}

/// Notes that the thought of theme 1 was read.
pub(crate) async fn read_thought(
    tx: &mut Tx,
    round: CheckinRoundId,
    member: MemberId,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO checkin_visits (round_id, member_id, thought) VALUES ($1, $2, 1) ON CONFLICT DO NOTHING",
    )
    .bind(round)
    .bind(member)
    .about(round)
    .run(tx)
    .await?;
    Ok(())
}

/// Stores a choice, or another one in its place.
pub(crate) async fn choose(
    tx: &mut Tx,
    round: CheckinRoundId,
    member: MemberId,
    place: u8,
    choice: u8,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO checkin_answers (round_id, member_id, place, choice) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO UPDATE SET choice = excluded.choice",
    )
    .bind(round)
    .bind(member)
    .bind(place)
    .bind(choice)
    .about(round)
    .run(tx)
    .await?;
    Ok(())
}

/// What a member has said so far.
pub(crate) async fn said(
    tx: &mut Tx,
    round: CheckinRoundId,
    member: MemberId,
) -> Result<CheckinAnswers, StoreError> {
    let thought = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM checkin_visits WHERE round_id = $1 AND member_id = $2 AND thought = 1)",
    )
    .bind(round)
    .bind(member)
    .about(round)
    .one(tx)
    .await?;
    let mut said = CheckinAnswers {
        thought,
        choices: [None; 3],
    };
    let rows: Vec<(u8, u8)> =
        sqlx::query_as("SELECT place, choice FROM checkin_answers WHERE round_id = $1 AND member_id = $2 ORDER BY place")
            .bind(round)
            .bind(member)
            .about(round)
            .all(tx)
            .await?;
    for (place, choice) in rows {
        if let Some(slot) = said.choices.get_mut(usize::from(place)) {
            *slot = Some(choice);
        }
    }
    Ok(said)
}

/// Takes back what a member said in every check-in that is still open. `true` if there was anything.
pub(crate) async fn retract(tx: &mut Tx, member: MemberId) -> Result<bool, StoreError> {
    let mut gone = 0;
    for statement in [
        "DELETE FROM checkin_answers WHERE member_id = $1",
        "DELETE FROM checkin_visits WHERE member_id = $1",
    ] {
        gone += sqlx::query(statement).bind(member).run(tx).await?;
    }
    if gone > 0 {
        tx.erase();
    }
    Ok(gone > 0)
}

/// The first check-in whose time is over and whose answers are not counted yet.
pub(crate) async fn due_to_close(tx: &mut Tx) -> Result<Option<CheckinRoundId>, StoreError> {
    sqlx::query_scalar(
        "SELECT id FROM checkin_rounds WHERE closed = 0 AND closes_at <= $1 ORDER BY closes_at LIMIT 1",
    )
    .bind(tx.now().timestamp())
    .optional(tx)
    .await
}

/// How many took part in a check-in, in a unit with all below it.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Answering {
    pub(crate) unit: UnitId,
    pub(crate) parent: Option<UnitId>,
    pub(crate) kind: String,
    pub(crate) people: i64,
}

/// How many have answered in a check-in that is about to close, of every unit in which anybody has.
pub(crate) async fn answering(
    tx: &mut Tx,
    round: CheckinRoundId,
) -> Result<Vec<Answering>, StoreError> {
    sqlx::query_as(
        "SELECT u.id AS unit, u.parent_id AS parent, u.kind, a.people FROM (
             SELECT above.value AS unit, count(*) AS people
             FROM (SELECT DISTINCT member_id FROM checkin_answers WHERE round_id = $1) AS a
             JOIN members AS m ON m.id = a.member_id
             JOIN units AS own ON own.id = m.unit_id, json_each(own.lineage) AS above
             GROUP BY above.value) AS a
         JOIN units AS u ON u.id = a.unit",
    )
    .bind(round)
    .about(round)
    .all(tx)
    .await
}

/// Turns a check-in's answers into counts of these units, with all below each of them, and deletes the answers.
pub(crate) async fn close(
    tx: &mut Tx,
    round: CheckinRoundId,
    units: &[UnitId],
) -> Result<(), StoreError> {
    let statements = [
        "INSERT INTO checkin_counts (round_id, unit_id, place, choice, people)
         SELECT a.round_id, above.value, a.place, a.choice, count(*)
         FROM checkin_answers AS a
         JOIN members AS m ON m.id = a.member_id
         JOIN units AS u ON u.id = m.unit_id, json_each(u.lineage) AS above
         WHERE a.round_id = $1 AND above.value IN (SELECT value FROM json_each($2))
         GROUP BY above.value, a.place, a.choice",
        "INSERT INTO checkin_people (round_id, unit_id, people)
         SELECT $1, above.value, count(*)
         FROM (SELECT DISTINCT member_id FROM checkin_answers WHERE round_id = $1) AS a
         JOIN members AS m ON m.id = a.member_id
         JOIN units AS u ON u.id = m.unit_id, json_each(u.lineage) AS above
         WHERE above.value IN (SELECT value FROM json_each($2))
         GROUP BY above.value",
        "DELETE FROM checkin_answers WHERE round_id = $1",
        "DELETE FROM checkin_visits WHERE round_id = $1",
        "UPDATE checkin_rounds SET closed = 1 WHERE id = $1 AND closed = 0",
    ];
    each(tx, &statements, round, units).await
}

/// Every check-in that has closed.
pub(crate) async fn closed(tx: &mut Tx) -> Result<Vec<CheckinRoundId>, StoreError> {
    sqlx::query_scalar("SELECT id FROM checkin_rounds WHERE closed = 1 ORDER BY id")
        .all(tx)
        .await
}

/// The units of which there are counts of a closed check-in.
pub(crate) async fn kept(tx: &mut Tx, round: CheckinRoundId) -> Result<Vec<Answering>, StoreError> {
    sqlx::query_as(
        "SELECT u.id AS unit, u.parent_id AS parent, u.kind, p.people
         FROM checkin_people AS p JOIN units AS u ON u.id = p.unit_id WHERE p.round_id = $1",
    )
    .bind(round)
    .about(round)
    .all(tx)
    .await
}

/// Deletes a closed check-in's counts of all units but these.
pub(crate) async fn keep_only(
    tx: &mut Tx,
    round: CheckinRoundId,
    units: &[UnitId],
) -> Result<(), StoreError> {
    let statements = [
        "DELETE FROM checkin_counts WHERE round_id = $1 AND unit_id NOT IN (SELECT value FROM json_each($2))",
        "DELETE FROM checkin_people WHERE round_id = $1 AND unit_id NOT IN (SELECT value FROM json_each($2))",
    ];
    each(tx, &statements, round, units).await
}

/// Runs statements that delete a check-in's counts; $1: the check-in, $2: units.
async fn each(
    tx: &mut Tx,
    statements: &[&'static str],
    round: CheckinRoundId,
    units: &[UnitId],
) -> Result<(), StoreError> {
    let units = list(units.iter().map(|unit| unit.0));
    for statement in statements {
        sqlx::query(*statement)
            .bind(round)
            .bind(&units)
            .about(round)
            .run(tx)
            .await?;
    }
    tx.erase();
    Ok(())
}

/// How many of a unit took part in these closed check-ins, where that was kept.
pub(crate) async fn people(
    tx: &mut Tx,
    unit: UnitId,
    rounds: &[CheckinRoundId],
) -> Result<BTreeMap<CheckinRoundId, i64>, StoreError> {
    let rounds = list(rounds.iter().map(|round| round.0));
    let rows: Vec<(CheckinRoundId, i64)> = sqlx::query_as(
        "SELECT p.round_id, p.people FROM json_each($1) AS r
         CROSS JOIN checkin_people AS p ON p.round_id = r.value AND p.unit_id = $2",
    )
    .bind(rounds)
    .bind(unit)
    .about(unit)
    .all(tx)
    .await?;
    Ok(rows.into_iter().collect())
}

/// When the next open check-in closes.
pub(crate) async fn next_due(tx: &mut Tx) -> Result<Option<DateTime<Utc>>, StoreError> {
    let next: Option<i64> = sqlx::query_scalar(
        "SELECT min(closes_at) FROM checkin_rounds WHERE closed = 0 AND closes_at > $1",
    )
    .bind(tx.now().timestamp())
    .one(tx)
    .await?;
    next.map(moment).transpose()
}

/// The newest closed check-in that closed in `[from, to)`.
pub(crate) async fn latest_closed(
    tx: &mut Tx,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Option<CheckinRound>, StoreError> {
    let row = sqlx::query(
        "SELECT id, month, set_id, closes_at FROM checkin_rounds
         WHERE closed = 1 AND closes_at >= $1 AND closes_at < $2 ORDER BY closes_at DESC LIMIT 1",
    )
    .bind(from.timestamp())
    .bind(to.timestamp())
    .optional(tx)
    .await?;
    row.as_ref().map(round).transpose()
}

/// The check-ins for the months from one day to another that have closed, oldest first.
pub(crate) async fn closed_for(
    tx: &mut Tx,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<CheckinRound>, StoreError> {
    let month = |day: NaiveDate| day.format("%Y-%m").to_string();
    let rows = sqlx::query(
        "SELECT id, month, set_id, closes_at FROM checkin_rounds
         WHERE closed = 1 AND month >= $1 AND month <= $2 ORDER BY month",
    )
    .bind(month(from))
    .bind(month(to))
    .all(tx)
    .await?;
    rows.iter().map(round).collect()
}
