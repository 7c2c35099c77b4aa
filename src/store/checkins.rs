//! The monthly check-in: answers by member while it is open, counts alone afterwards.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::members::Member;
use super::trees::{Pinned, next};
use super::{Result, moment};
use crate::db::{Binds, Statement, Tx};
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

/// A check-in, from the rows that the conditions and the order after it leave.
macro_rules! columns {
    () => {
        "SELECT id, month, set_id, closes_at FROM checkin_rounds "
    };
}

/// That the member `m` was let in before a check-in `r` opened, in SQL: by the day.
macro_rules! was_there {
    () => {
        "m.joined_on < date(r.opens_at, 'unixepoch', '+7 hours')"
    };
}

/// In how many weekly rounds the member `m` has answered that have closed by the end of a check-in `r`, in SQL.
macro_rules! weeks {
    () => {
        "(SELECT count(*) FROM participations AS p JOIN rounds AS w ON w.id = p.round_id
          WHERE p.member_id = m.id AND p.answered = 1 AND w.closes_at <= r.closes_at)"
    };
}

mod closing;

pub(crate) use closing::{
    Answering, answering, close, closed, due_to_close, keep_only, kept, strike,
};

/// What a member has said so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckinAnswers {
    /// The thought of theme 1 was read.
    pub thought: bool,
    /// The choice at each prompt.
    pub choices: [Option<u8>; 3],
}

/// Opens a month's check-in unless it exists, with the tree of units as it is now.
pub(crate) async fn open(
    tx: &mut Tx,
    month: &str,
    set: &str,
    times: (DateTime<Utc>, DateTime<Utc>),
) -> Result {
    // Looked for first: this is asked at every tick, and an INSERT that does nothing still uses up an id.
    let known = sqlx::query("SELECT 1 FROM checkin_rounds WHERE month = $1")
        .bind(month)
        .optional(tx)
        .await?;
    if known.is_some() {
        return Ok(());
    }
    sqlx::query(concat!(
        "INSERT INTO checkin_rounds (month, set_id, opens_at, closes_at, tree) VALUES ($1, $2, $3, $4, ",
        next!(),
        ")"
    ))
    .binds((month, set, times.0.timestamp(), times.1.timestamp()))
    .run(tx)
    .await?;
    Ok(())
}

/// The check-in that is open now.
pub(crate) async fn current(tx: &mut Tx) -> Result<Option<CheckinRound>> {
    let row = sqlx::query(concat!(
        columns!(),
        "WHERE form IS NULL AND closed = 0 AND opens_at <= $1 AND closes_at > $1 ORDER BY closes_at LIMIT 1"
    ))
    .bind(tx.now().timestamp())
    .optional(tx)
    .await?;
    row.as_ref().map(round).transpose()
}

fn round(row: &SqliteRow) -> Result<CheckinRound> {
    Ok(CheckinRound {
        id: row.try_get("id")?,
        month: row.try_get("month")?,
        set: row.try_get("set_id")?,
        closes_at: moment(row.try_get("closes_at")?)?,
    })
}

/// Notes that a member takes part, in the unit in which they began to; `thought`: theme 1 was read.
pub(crate) async fn visit(
    tx: &mut Tx,
    round: CheckinRoundId,
    member: &Member,
    thought: bool,
) -> Result {
    sqlx::query(
        "INSERT INTO checkin_visits (round_id, member_id, unit_id, thought) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO UPDATE SET thought = max(thought, excluded.thought)",
    )
    .binds((round, member.id, member.unit, thought))
    .about(round)
    .run(tx)
    .await?;
    Ok(())
}

/// Stores a choice, or another one in its place.
pub(crate) async fn choose(
    tx: &mut Tx,
    round: CheckinRoundId,
    member: &Member,
    place: u8,
    choice: u8,
) -> Result {
    visit(tx, round, member, false).await?;
    sqlx::query(
        "INSERT INTO checkin_answers (round_id, member_id, place, choice) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO UPDATE SET choice = excluded.choice",
    )
    .binds((round, member.id, place, choice))
    .about(round)
    .run(tx)
    .await?;
    Ok(())
}

/// Whether a member was let in before a check-in opened, and in how many weekly rounds they have answered so far.
pub(crate) async fn standing(
    tx: &mut Tx,
    round: CheckinRoundId,
    member: MemberId,
) -> Result<(bool, i64)> {
    sqlx::query_as(concat!(
        "SELECT ",
        was_there!(),
        ", ",
        weeks!(),
        " FROM members AS m, checkin_rounds AS r WHERE m.id = $2 AND r.id = $1"
    ))
    .binds((round, member))
    .about(round)
    .one(tx)
    .await
}

/// What a member has said so far.
pub(crate) async fn said(
    tx: &mut Tx,
    round: CheckinRoundId,
    member: MemberId,
) -> Result<CheckinAnswers> {
    let thought = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM checkin_visits WHERE round_id = $1 AND member_id = $2 AND thought = 1)",
    )
    .binds((round, member))
    .about(round)
    .one(tx)
    .await?;
    let mut said = CheckinAnswers {
        thought,
        choices: [None; 3],
    };
    let rows: Vec<(u8, u8)> =
        sqlx::query_as("SELECT place, choice FROM checkin_answers WHERE round_id = $1 AND member_id = $2 ORDER BY place")
            .binds((round, member))
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

/// Takes back what a member said in every monthly check-in that is still open. `true` if there was anything.
pub(crate) async fn retract(tx: &mut Tx, member: MemberId) -> Result<bool> {
    let mut gone = 0;
    for statement in [
        "DELETE FROM checkin_answers WHERE member_id = $1 AND round_id IN (SELECT id FROM checkin_rounds WHERE form IS NULL)",
        "DELETE FROM checkin_visits WHERE member_id = $1 AND round_id IN (SELECT id FROM checkin_rounds WHERE form IS NULL)",
    ] {
        gone += sqlx::query(statement).bind(member).run(tx).await?;
    }
    if gone > 0 {
        tx.erase();
    }
    Ok(gone > 0)
}

/// How many of a unit took part in a closed check-in, if that was kept.
pub(crate) async fn people(
    tx: &mut Tx,
    unit: UnitId,
    round: CheckinRoundId,
) -> Result<Option<i64>> {
    sqlx::query_scalar("SELECT people FROM checkin_people WHERE round_id = $1 AND unit_id = $2")
        .binds((round, unit))
        .about(round)
        .optional(tx)
        .await
}

/// Names and kinds of the units above one in a check-in's tree, from the root down.
pub(crate) async fn above(tx: &mut Tx, round: CheckinRoundId, unit: UnitId) -> Result<Vec<Pinned>> {
    let tree = sqlx::query_scalar("SELECT tree FROM checkin_rounds WHERE id = $1")
        .bind(round)
        .about(round)
        .one(tx)
        .await?;
    super::trees::above(tx, tree, unit).await
}

/// When the next open check-in closes.
pub(crate) async fn next_due(tx: &mut Tx) -> Result<Option<DateTime<Utc>>> {
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
) -> Result<Option<CheckinRound>> {
    let row = sqlx::query(concat!(
        columns!(),
        "WHERE form IS NULL AND closed = 1 AND closes_at >= $1 AND closes_at < $2 ORDER BY closes_at DESC LIMIT 1"
    ))
    .binds((from.timestamp(), to.timestamp()))
    .optional(tx)
    .await?;
    row.as_ref().map(round).transpose()
}

/// The check-ins for the months from one day to another that have closed, oldest first.
pub(crate) async fn closed_for(
    tx: &mut Tx,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<CheckinRound>> {
    let month = |day: NaiveDate| day.format("%Y-%m").to_string();
    let rows = sqlx::query(concat!(
        columns!(),
        "WHERE form IS NULL AND closed = 1 AND month >= $1 AND month <= $2 ORDER BY month"
    ))
    .binds((month(from), month(to)))
    .all(tx)
    .await?;
    rows.iter().map(round).collect()
}
