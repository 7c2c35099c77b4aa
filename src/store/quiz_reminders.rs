//! Reminders that officers ask for: one a window, round and unit, worked off in batches.

use chrono::{DateTime, Utc};
use sqlx::Row;

use super::members::{self, Member};
use super::{Result, moment};
use crate::db::{Binds, Statement, Tx};
use crate::types::{MemberId, MessageId, ReminderId, RoundId, UnitId, UserId, Window};

/// A reminder that is being worked off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    /// Our row.
    pub id: ReminderId,
    /// Of which round.
    pub round: RoundId,
    /// For which unit and all below it.
    pub unit: UnitId,
    /// For those who are written to in this window.
    pub window: Window,
    /// Not sent at or after.
    pub expires_at: DateTime<Utc>,
    /// The last member already served.
    pub cursor: MemberId,
}

/// How far a round's reminders of a unit have come, and who is to see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct ReminderProgress {
    /// The officer who asked; `None` if their number was deleted.
    pub user_id: Option<UserId>,
    /// The message that shows it.
    pub message_id: Option<MessageId>,
    /// Whether all windows are done.
    pub done: bool,
}

/// Plans a reminder. `false` if it is planned already.
pub(crate) async fn plan(
    tx: &mut Tx,
    (round, unit, window): (RoundId, UnitId, Window),
    (user, message): (UserId, Option<MessageId>),
    (due, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<bool> {
    let done = sqlx::query(
        "INSERT INTO quiz_reminders (round_id, unit_id, window, user_id, message_id, due_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (round_id, unit_id, window) DO NOTHING",
    )
    .binds((round, unit, window, user, message, due.timestamp(), until.timestamp()))
    .about(round)
    .run(tx)
    .await?;
    Ok(done > 0)
}

/// How far a round's reminders of a unit have come; `None` if none was asked for.
pub(crate) async fn progress(
    tx: &mut Tx,
    round: RoundId,
    unit: UnitId,
) -> Result<Option<ReminderProgress>> {
    sqlx::query_as(
        "SELECT max(user_id) AS user_id, max(message_id) AS message_id, min(done) AS done
         FROM quiz_reminders WHERE round_id = $1 AND unit_id = $2 GROUP BY round_id",
    )
    .binds((round, unit))
    .about(round)
    .optional(tx)
    .await
}

/// The first reminder that is due and not done.
pub(crate) async fn due(tx: &mut Tx) -> Result<Option<Reminder>> {
    let row = sqlx::query(
        "SELECT id, round_id, unit_id, window, expires_at, cursor FROM quiz_reminders
         WHERE done = 0 AND due_at <= $1 ORDER BY due_at, id LIMIT 1",
    )
    .bind(tx.now().timestamp())
    .optional(tx)
    .await?;
    row.map(|row| {
        Ok(Reminder {
            id: row.try_get("id")?,
            round: row.try_get("round_id")?,
            unit: row.try_get("unit_id")?,
            window: row.try_get("window")?,
            expires_at: moment(row.try_get("expires_at")?)?,
            cursor: row.try_get("cursor")?,
        })
    })
    .transpose()
}

/// When the next reminder is due, after now.
pub(crate) async fn next_due(tx: &mut Tx) -> Result<Option<DateTime<Utc>>> {
    let next: Option<i64> =
        sqlx::query_scalar("SELECT min(due_at) FROM quiz_reminders WHERE done = 0 AND due_at > $1")
            .bind(tx.now().timestamp())
            .one(tx)
            .await?;
    next.map(moment).transpose()
}

pub(crate) async fn advance(
    tx: &mut Tx,
    reminder: &Reminder,
    cursor: MemberId,
    done: bool,
) -> Result {
    sqlx::query("UPDATE quiz_reminders SET cursor = $2, done = $3 WHERE id = $1")
        .binds((reminder.id, cursor, done))
        .run(tx)
        .await?;
    Ok(())
}

/// Whom a reminder is for: members of the unit and below who can and want to be written to, have not finished
/// the round's quiz and have not been reminded of it. $1: unit, $2: round, $3: today.
const OPEN: &str = "members.unit_id IN (
        WITH RECURSIVE below (id) AS (
            SELECT $1 UNION ALL SELECT units.id FROM units JOIN below ON units.parent_id = below.id)
        SELECT id FROM below)
    AND reachable = 1 AND (paused_until IS NULL OR paused_until <= $3)
    AND NOT EXISTS (SELECT 1 FROM participations AS p
        WHERE p.member_id = members.id AND p.round_id = $2 AND (p.finished = 1 OR p.reminded = 1))";

/// The next members after the cursor, in order.
pub(crate) async fn next(tx: &mut Tx, reminder: &Reminder, limit: u32) -> Result<Vec<Member>> {
    let query = sqlx::AssertSqlSafe(format!(
        "SELECT id, user_id, unit_id, language, window, paused_until, reachable FROM members
         WHERE {OPEN} AND window = $4 AND id > $5 ORDER BY id LIMIT $6"
    ));
    let rows = sqlx::query(query)
        .binds((
            reminder.unit,
            reminder.round,
            tx.today(),
            reminder.window,
            reminder.cursor,
            limit,
        ))
        .all(tx)
        .await?;
    rows.iter().map(members::member).collect()
}
