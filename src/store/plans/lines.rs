//! The lines of yearly plans, as they were planned and how far they are.
//!
//! Knows that a line's number is the same in every version. Must not know which version counts.

use sqlx::FromRow;

use super::Plan;
use crate::db::{Binds, Statement, Tx};
use crate::store::Result;
use crate::types::{LineState, Month, PlanId, PlanLine, PlanLineId};

/// A line as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct KeptLine {
    pub id: PlanLineId,
    #[sqlx(rename = "plan_id")]
    pub plan: PlanId,
    /// The same in every version.
    pub number: i64,
    /// In a draft: whether it is switched on.
    pub used: bool,
    #[sqlx(flatten)]
    pub line: PlanLine,
    pub state: LineState,
    /// The month to which its end was moved.
    pub moved: Option<Month>,
    pub result: Option<i64>,
    /// Why it is not done any more; of any other a remark.
    pub note: Option<String>,
}

impl KeptLine {
    /// The month in which it is due.
    pub(crate) fn due(&self) -> Month {
        self.moved.unwrap_or(self.line.last)
    }

    /// Whether it should be done and is not.
    pub(crate) fn is_late(&self, now: Month) -> bool {
        !self.state.is_over() && self.due() < now
    }
}

/// The lines of a plan, task by task.
pub(crate) async fn lines(tx: &mut Tx, plan: PlanId) -> Result<Vec<KeptLine>> {
    sqlx::query_as(
        "SELECT id, plan_id, number, used, task, content, lead, support, first, last, measure, target, counted,
             state, moved, result, note
         FROM plan_lines WHERE plan_id = $1 ORDER BY task, number",
    )
    .bind(plan)
    .about(plan)
    .all(tx)
    .await
}

pub(crate) async fn line(tx: &mut Tx, id: PlanLineId) -> Result<Option<KeptLine>> {
    sqlx::query_as(
        "SELECT id, plan_id, number, used, task, content, lead, support, first, last, measure, target, counted,
             state, moved, result, note
         FROM plan_lines WHERE id = $1",
    )
    .bind(id)
    .about(id)
    .optional(tx)
    .await
}

/// Adds a line, behind all others of all versions.
pub(crate) async fn add(tx: &mut Tx, plan: &Plan, line: &PlanLine) -> Result<PlanLineId> {
    let number: i64 = sqlx::query_scalar(
        "SELECT coalesce(max(l.number), 0) + 1 FROM plan_lines AS l JOIN plans AS p ON p.id = l.plan_id
         WHERE p.unit_id = $1 AND p.begins = $2",
    )
    .binds((plan.unit, plan.begins))
    .about(plan.id)
    .one(tx)
    .await?;
    sqlx::query_scalar(
        "INSERT INTO plan_lines (plan_id, number, task, content, lead, support, first, last, measure, target, counted)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id",
    )
    .binds((plan.id, number, line.task, &line.content, &line.lead, &line.support, line.first, line.last, &line.measure, &line.target, &line.counted))
    .about(plan.id)
    .one(tx)
    .await
}

/// Puts what is planned in the place of what was.
pub(crate) async fn set(tx: &mut Tx, id: PlanLineId, line: &PlanLine) -> Result {
    sqlx::query(
        "UPDATE plan_lines SET used = 1, task = $2, content = $3, lead = $4, support = $5, first = $6, last = $7,
             measure = $8, target = $9, counted = $10 WHERE id = $1",
    )
    .binds((id, line.task, &line.content, &line.lead, &line.support, line.first, line.last, &line.measure, &line.target, &line.counted))
    .about(id)
    .run(tx)
    .await?;
    Ok(())
}

/// Switches a line of a draft on or off.
pub(crate) async fn switch(tx: &mut Tx, id: PlanLineId, used: bool) -> Result {
    sqlx::query("UPDATE plan_lines SET used = $2 WHERE id = $1")
        .binds((id, used))
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

pub(crate) async fn remove(tx: &mut Tx, id: PlanLineId) -> Result {
    sqlx::query("DELETE FROM plan_lines WHERE id = $1")
        .bind(id)
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}
