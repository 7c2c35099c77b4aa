//! How far the lines of issued plans are: of one line, of one officer's units, of all units below one.
//!
//! Must not know what is asked, nor who may see it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sqlx::FromRow;

use super::{Result, list};
use crate::db::{Binds, Statement, Tx};
use crate::types::{LineState, Month, PlanId, PlanLineId, UnitId, UserId};

/// An officer has said how far a line is; a reason belongs to one that is dropped.
pub(crate) async fn answer(
    tx: &mut Tx,
    id: PlanLineId,
    state: LineState,
    note: Option<&str>,
) -> Result {
    // A remark stays; a reason goes with its state.
    sqlx::query(
        "UPDATE plan_lines SET note = CASE WHEN $3 IS NOT NULL OR state = 'dropped' THEN $3 ELSE note END, state = $2
         WHERE id = $1",
    )
        .binds((id, state, note))
        .about(id)
        .run(tx)
        .await?;
    answered(tx, id).await
}

/// A sheet says how far a line is: its state, the number that was reached, a reason or a remark.
pub(crate) async fn stand(
    tx: &mut Tx,
    id: PlanLineId,
    (state, result, note): (LineState, Option<i64>, Option<&str>),
) -> Result {
    sqlx::query("UPDATE plan_lines SET state = $2, result = $3, note = $4 WHERE id = $1")
        .binds((id, state, result, note))
        .about(id)
        .run(tx)
        .await?;
    answered(tx, id).await
}

/// The number that was reached, and what follows from it.
pub(crate) async fn measure(tx: &mut Tx, id: PlanLineId, result: i64, state: LineState) -> Result {
    count(tx, id, result, state).await?;
    answered(tx, id).await
}

/// The same of a number that the bot counts itself: nobody has answered.
pub(crate) async fn count(tx: &mut Tx, id: PlanLineId, result: i64, state: LineState) -> Result {
    sqlx::query("UPDATE plan_lines SET result = $2, state = $3 WHERE id = $1")
        .binds((id, result, state))
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

/// Moves the end of a line to that month.
pub(crate) async fn move_to(tx: &mut Tx, id: PlanLineId, month: Month) -> Result {
    sqlx::query("UPDATE plan_lines SET moved = $2 WHERE id = $1")
        .binds((id, month))
        .about(id)
        .run(tx)
        .await?;
    answered(tx, id).await
}

async fn answered(tx: &mut Tx, id: PlanLineId) -> Result {
    let today = tx.today();
    sqlx::query("UPDATE plans SET answered_on = $2 WHERE id = (SELECT plan_id FROM plan_lines WHERE id = $1)")
        .binds((id, today))
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

/// What officers are asked about in a plan of their own unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub(crate) struct Due {
    pub user: UserId,
    pub plan: PlanId,
    pub unit: UnitId,
    /// Lines that are due by the end of the month and that the bot does not count itself.
    pub lines: i64,
    /// Those of them that were due before.
    pub late: i64,
}

/// What is due with these officers in units of their own.
pub(crate) async fn due(
    tx: &mut Tx,
    officers: &BTreeSet<UserId>,
    month: Month,
) -> Result<Vec<Due>> {
    sqlx::query_as(
        "SELECT o.user_id AS user, p.id AS plan, p.unit_id AS unit, count(*) AS lines,
             sum(coalesce(l.moved, l.last) < $2) AS late
         FROM json_each($1) AS one CROSS JOIN officers AS o ON o.user_id = one.value
         JOIN plans AS p ON p.unit_id = o.unit_id AND p.current = 1 AND p.begins <= $2 AND p.ends_on >= $3
         JOIN plan_lines AS l ON l.plan_id = p.id AND l.counted IS NULL AND l.state IN ('open', 'doing')
             AND coalesce(l.moved, l.last) <= $2
         GROUP BY o.user_id, p.id ORDER BY user, plan",
    )
    .binds((list(officers.iter().map(|user| user.0)), month))
    // A plan that has just ended is still asked about for a month.
    .bind(month.minus(1).first())
    .all(tx)
    .await
}

/// A unit below, and how far its plan is.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct UnitPlan {
    pub unit_id: UnitId,
    pub code: String,
    pub name: String,
    /// Of the plan that runs; `None`: none is issued.
    pub number: Option<String>,
    pub issued_on: Option<String>,
    pub answered_on: Option<String>,
    pub lines: i64,
    pub done: i64,
    pub dropped: i64,
    pub late: i64,
    /// Whether the unit has an officer here.
    pub officers: bool,
}

impl UnitPlan {
    /// Whether its officers may be reminded: there is no plan, or something in it is late.
    pub(crate) fn is_behind(&self) -> bool {
        self.number.is_none() || self.late > 0
    }
}

/// Whether there are units below this one.
pub(crate) async fn has_below(tx: &mut Tx, unit: UnitId) -> Result<bool> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM units WHERE parent_id = $1)")
        .bind(unit)
        .about(unit)
        .one(tx)
        .await
}

/// These units with their plans, by their codes.
pub(crate) async fn of_units(tx: &mut Tx, units: &[UnitId], month: Month) -> Result<Vec<UnitPlan>> {
    let today = tx.today();
    sqlx::query_as(
        "SELECT u.id AS unit_id, u.code, u.name, p.number, p.issued_on, p.answered_on, count(l.id) AS lines,
             coalesce(sum(l.state = 'done'), 0) AS done, coalesce(sum(l.state = 'dropped'), 0) AS dropped,
             coalesce(sum(l.state IN ('open', 'doing') AND coalesce(l.moved, l.last) < $2), 0) AS late,
             EXISTS (SELECT 1 FROM officers AS o WHERE o.unit_id = u.id) AS officers
         FROM json_each($1) AS one CROSS JOIN units AS u ON u.id = one.value
         LEFT JOIN plans AS p ON p.id = (SELECT id FROM plans WHERE unit_id = u.id AND current = 1 AND begins <= $2
             AND ends_on >= $3 ORDER BY begins DESC LIMIT 1)
         LEFT JOIN plan_lines AS l ON l.plan_id = p.id
         GROUP BY u.id ORDER BY u.code",
    )
    .binds((list(units.iter().map(|unit| unit.0)), month, today))
    .all(tx)
    .await
}

/// Has the officers of these units told that the unit above asks, unless they were told since `day`. How many will be.
pub(crate) async fn call(
    tx: &mut Tx,
    (by, units): (UnitId, &[UnitId]),
    since: NaiveDate,
) -> Result<u64> {
    let today = tx.today();
    sqlx::query(
        "INSERT INTO plan_calls (unit_id, by_unit, day) SELECT value, $2, $3 FROM json_each($1) WHERE true
         ON CONFLICT (unit_id) DO UPDATE SET by_unit = excluded.by_unit, day = excluded.day, told = 0
             WHERE plan_calls.day < $4",
    )
    .binds((list(units.iter().map(|unit| unit.0)), by, today, since))
    .about(by)
    .run(tx)
    .await
}

/// Units whose officers are to be told, each with the unit that asks; they count as told from now on.
pub(crate) async fn to_tell(tx: &mut Tx, limit: u32) -> Result<Vec<(UnitId, UnitId)>> {
    sqlx::query_as(
        "UPDATE plan_calls SET told = 1 WHERE unit_id IN (SELECT unit_id FROM plan_calls WHERE told = 0 LIMIT $1)
         RETURNING unit_id, by_unit",
    )
    .bind(limit)
    .all(tx)
    .await
}

/// The plans that run in these officers' own units and have lines that the bot counts itself.
pub(crate) async fn counted(
    tx: &mut Tx,
    officers: &BTreeSet<UserId>,
    month: Month,
) -> Result<Vec<PlanId>> {
    sqlx::query_scalar(
        "SELECT DISTINCT p.id FROM json_each($1) AS one CROSS JOIN officers AS o ON o.user_id = one.value
         JOIN plans AS p ON p.unit_id = o.unit_id AND p.current = 1 AND p.begins <= $2 AND p.ends_on >= $3
         WHERE EXISTS (SELECT 1 FROM plan_lines AS l WHERE l.plan_id = p.id AND l.counted IS NOT NULL)",
    )
    .binds((list(officers.iter().map(|user| user.0)), month, month.first()))
    .all(tx)
    .await
}
