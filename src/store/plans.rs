//! Yearly plans of units: a row a version.
//!
//! Knows which version counts and how a line's progress follows it into the next. Must not know posts, nor what is asked.

mod lines;

pub(crate) use self::lines::{KeptLine, add, line, lines, remove, set, switch};
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::FromRow;

use super::Result;
use crate::db::{Binds, Statement, Tx};
use crate::types::{Month, PlanId, UnitId};

/// A version of a plan.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Plan {
    pub id: PlanId,
    #[sqlx(rename = "unit_id")]
    pub unit: UnitId,
    pub begins: Month,
    pub version: i64,
    /// Why it was changed; of the first version nothing.
    pub reason: Option<String>,
    /// Number and day on the signed paper; of a draft neither.
    number: Option<String>,
    issued_on: Option<NaiveDate>,
    /// Whether it is the version that counts.
    pub current: bool,
    /// The last day on which an officer said how far a line is.
    pub answered_on: Option<NaiveDate>,
    /// When its card was posted in the unit's groups.
    pub posted_at: Option<DateTime<Utc>>,
}

impl Plan {
    /// Number and day on the signed paper.
    pub(crate) fn issued(&self) -> Option<(String, NaiveDate)> {
        self.number.clone().zip(self.issued_on)
    }

    pub(crate) fn is_draft(&self) -> bool {
        self.issued_on.is_none()
    }

    /// Its last month.
    pub(crate) fn ends(&self) -> Month {
        self.begins.end_of_plan()
    }
}

const COLUMNS: &str = "p.id, p.unit_id, p.begins, p.version, p.reason, p.number, p.issued_on, p.current, p.answered_on, p.posted_at";

/// The versions that count, and drafts, the newest first.
pub(crate) async fn of_unit(tx: &mut Tx, unit: UnitId) -> Result<Vec<Plan>> {
    let query = sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM plans AS p WHERE unit_id = $1 AND (current = 1 OR issued_on IS NULL)
         ORDER BY begins DESC, version DESC LIMIT 8"
    ));
    sqlx::query_as(query).bind(unit).about(unit).all(tx).await
}

/// Those that count for a unit, its own first, then those above it, which have not ended.
pub(crate) async fn over(tx: &mut Tx, unit: UnitId) -> Result<Vec<Plan>> {
    let query = sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM units AS own, json_each(own.lineage) AS above
         JOIN plans AS p ON p.unit_id = above.value AND p.current = 1
         WHERE own.id = $1 AND p.ends_on >= $2 ORDER BY above.key DESC, p.begins"
    ));
    sqlx::query_as(query)
        .binds((unit, tx.today()))
        .about(unit)
        .all(tx)
        .await
}

pub(crate) async fn by_id(tx: &mut Tx, id: PlanId) -> Result<Option<Plan>> {
    let query = sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} FROM plans AS p WHERE id = $1"));
    sqlx::query_as(query).bind(id).about(id).optional(tx).await
}

/// The numbers under which a unit has issued plans of other years on that day, each with the month in which it begins.
pub(crate) async fn numbered(
    tx: &mut Tx,
    plan: &Plan,
    day: NaiveDate,
) -> Result<Vec<(Month, String)>> {
    sqlx::query_as(
        "SELECT begins, number FROM plans WHERE unit_id = $1 AND begins <> $2 AND issued_on = $3",
    )
    .binds((plan.unit, plan.begins, day))
    .about(plan.id)
    .all(tx)
    .await
}

/// Begins a draft: the first version, or the next one for this reason, with the lines of the one that counts.
pub(crate) async fn begin(
    tx: &mut Tx,
    unit: UnitId,
    begins: Month,
    reason: Option<&str>,
) -> Result<PlanId> {
    let id: PlanId = sqlx::query_scalar(
        "INSERT INTO plans (unit_id, begins, ends_on, version, reason)
         SELECT $1, $2, $3, coalesce(max(version), 0) + 1, $4 FROM plans WHERE unit_id = $1 AND begins = $2 RETURNING id",
    )
    .binds((unit, begins, begins.end_of_plan().last(), reason))
    .about(unit)
    .one(tx)
    .await?;
    sqlx::query(
        "INSERT INTO plan_lines (plan_id, number, task, content, lead, support, first, last, measure, target, counted)
         SELECT $1, l.number, l.task, l.content, l.lead, l.support, l.first, l.last, l.measure, l.target, l.counted
         FROM plan_lines AS l JOIN plans AS p ON p.id = l.plan_id
         WHERE p.unit_id = $2 AND p.begins = $3 AND p.current = 1",
    )
    .binds((id, unit, begins))
    .about(id)
    .run(tx)
    .await?;
    Ok(id)
}

/// Its card is posted now.
pub(crate) async fn posted(tx: &mut Tx, id: PlanId) -> Result {
    let now = tx.now().timestamp();
    sqlx::query("UPDATE plans SET posted_at = $2 WHERE id = $1")
        .binds((id, now))
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

/// Deletes a draft.
pub(crate) async fn discard(tx: &mut Tx, id: PlanId) -> Result {
    sqlx::query("DELETE FROM plans WHERE id = $1 AND issued_on IS NULL")
        .bind(id)
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

/// Makes a draft the version that counts: what is switched off goes, what was said of a line stays with it.
pub(crate) async fn issue(tx: &mut Tx, plan: &Plan, number: &str, day: NaiveDate) -> Result {
    let begins = plan.begins;
    sqlx::query("DELETE FROM plan_lines WHERE plan_id = $1 AND used = 0")
        .bind(plan.id)
        .about(plan.id)
        .run(tx)
        .await?;
    sqlx::query(
        "UPDATE plan_lines SET state = old.state, result = old.result, note = old.note,
             moved = CASE WHEN old.last = plan_lines.last THEN old.moved END
         FROM plan_lines AS old JOIN plans AS before ON before.id = old.plan_id
         WHERE plan_lines.plan_id = $1 AND old.number = plan_lines.number
             AND before.unit_id = $2 AND before.begins = $3 AND before.current = 1",
    )
    .binds((plan.id, plan.unit, &begins))
    .about(plan.id)
    .run(tx)
    .await?;
    sqlx::query(
        "UPDATE plans SET number = $2, issued_on = $3, answered_on =
             (SELECT answered_on FROM plans WHERE unit_id = $4 AND begins = $5 AND current = 1) WHERE id = $1",
    )
    .binds((plan.id, number, day, plan.unit, &begins))
    .about(plan.id)
    .run(tx)
    .await?;
    sqlx::query("UPDATE plans SET current = (id = $1) WHERE unit_id = $2 AND begins = $3 AND (current = 1 OR id = $1)")
        .binds((plan.id, plan.unit, &begins))
        .about(plan.id)
        .run(tx)
        .await?;
    Ok(())
}

/// Deletes plans that ended before `day`, up to `limit`, and forgets whose officers were called upon before it.
pub(crate) async fn forget(tx: &mut Tx, day: NaiveDate, limit: u32) -> Result<u64> {
    let mut gone = 0;
    for statement in [
        "DELETE FROM plans WHERE id IN (SELECT id FROM plans WHERE ends_on < $1 LIMIT $2)",
        "DELETE FROM plan_calls WHERE unit_id IN (SELECT unit_id FROM plan_calls WHERE day < $1 LIMIT $2)",
    ] {
        gone += sqlx::query(statement).binds((day, limit)).run(tx).await?;
    }
    Ok(gone)
}
