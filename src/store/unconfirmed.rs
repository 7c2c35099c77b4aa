//! Members who are to confirm themselves anew by the fresh link of their unit.

use chrono::NaiveDate;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::Result;
use super::members::{Member, member};
use crate::db::{Binds, Statement, Tx};
use crate::types::{MemberId, UnitId, Window};

/// What a member who has not confirmed is owed next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// To be told.
    Tell,
    /// To be reminded: told on that day or before.
    Remind(NaiveDate),
}

/// Every member of that very unit is to confirm. Returns how many.
pub(crate) async fn begin(tx: &mut Tx, unit: UnitId) -> Result<u64> {
    sqlx::query(
        "INSERT INTO unconfirmed_members (member_id) SELECT id FROM members WHERE unit_id = $1",
    )
    .bind(unit)
    .about(unit)
    .run(tx)
    .await
}

/// How many of a unit have not confirmed.
pub(crate) async fn count(tx: &mut Tx, unit: UnitId) -> Result<i64> {
    sqlx::query_scalar(
        "SELECT count(*) FROM members AS m JOIN unconfirmed_members AS u ON u.member_id = m.id WHERE m.unit_id = $1",
    )
    .bind(unit)
    .about(unit)
    .one(tx)
    .await
}

/// They have confirmed, or belong elsewhere now. `false` if they did not have to.
pub(crate) async fn confirm(tx: &mut Tx, id: MemberId) -> Result<bool> {
    let done = sqlx::query("DELETE FROM unconfirmed_members WHERE member_id = $1")
        .bind(id)
        .run(tx)
        .await?;
    Ok(done > 0)
}

/// Up to `limit` members with that window to whom this step is owed, each with the day on which they were told: today,
/// if that is the step.
pub(crate) async fn owed(
    tx: &mut Tx,
    window: Window,
    step: Step,
    limit: u32,
) -> Result<Vec<(Member, NaiveDate)>> {
    let day = match step {
        Step::Tell => None,
        Step::Remind(day) => Some(day),
    };
    let rows = sqlx::query(
        "SELECT m.id, m.user_id, m.unit_id, m.language, m.window, m.paused_until, m.reachable, u.told_on
         FROM unconfirmed_members AS u JOIN members AS m ON m.id = u.member_id
         WHERE m.window = $1 AND CASE WHEN $2 IS NULL THEN u.told_on IS NULL
               ELSE u.told_on <= $2 AND u.reminded_on IS NULL END
           AND m.reachable = 1 AND (m.paused_until IS NULL OR m.paused_until <= $4)
         ORDER BY m.id LIMIT $3",
    )
    .binds((window, day, limit, tx.today()))
    .all(tx)
    .await?;
    let told_on = |row: &SqliteRow| -> Result<NaiveDate> {
        let day: Option<NaiveDate> = row.try_get("told_on")?;
        Ok(day.unwrap_or(tx.today()))
    };
    rows.iter()
        .map(|row| Ok((member(row)?, told_on(row)?)))
        .collect()
}

/// Notes that the step was taken today.
pub(crate) async fn took(tx: &mut Tx, id: MemberId, step: Step) -> Result {
    let statement = match step {
        Step::Tell => "UPDATE unconfirmed_members SET told_on = $2 WHERE member_id = $1",
        Step::Remind(_) => "UPDATE unconfirmed_members SET reminded_on = $2 WHERE member_id = $1",
    };
    sqlx::query(statement)
        .binds((id, tx.today()))
        .run(tx)
        .await?;
    Ok(())
}

/// Up to `limit` members with that window who were told, and reminded, on these days or before; nobody goes without a
/// reminder that they had time to follow, and nobody who cannot be told.
pub(crate) async fn overdue(
    tx: &mut Tx,
    window: Window,
    (told, reminded): (NaiveDate, NaiveDate),
    limit: u32,
) -> Result<Vec<Member>> {
    let rows = sqlx::query(
        "SELECT m.id, m.user_id, m.unit_id, m.language, m.window, m.paused_until, m.reachable
         FROM unconfirmed_members AS u JOIN members AS m ON m.id = u.member_id
         WHERE m.window = $1 AND u.told_on <= $2 AND u.reminded_on <= $4 AND m.reachable = 1
           AND (m.paused_until IS NULL OR m.paused_until <= $5)
         ORDER BY m.id LIMIT $3",
    )
    .binds((window, told, limit, reminded, tx.today()))
    .all(tx)
    .await?;
    rows.iter().map(member).collect()
}

/// When a member who is to confirm was told so, if they were.
pub(crate) async fn told_on(tx: &mut Tx, id: MemberId) -> Result<Option<Option<NaiveDate>>> {
    sqlx::query_scalar("SELECT told_on FROM unconfirmed_members WHERE member_id = $1")
        .bind(id)
        .optional(tx)
        .await
}

/// Whether anybody is to confirm.
pub(crate) async fn any(tx: &mut Tx) -> Result<bool> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM unconfirmed_members)")
        .one(tx)
        .await
}
