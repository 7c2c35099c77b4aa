//! How far the officers' digest of a month has come, and what is due with whom.
//!
//! Must not know when it goes out, nor what it says.

use std::collections::BTreeSet;

use sqlx::FromRow;

use super::{Result, list};
use crate::db::{Binds, Statement, Tx};
use crate::types::{FormPeriodId, UnitId, UserId};

/// Something that is due with an officer: a period that asks their unit, or one that their unit has opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub(crate) struct Due {
    pub user: UserId,
    pub period: FormPeriodId,
    /// The officer's unit.
    pub unit: UnitId,
    /// Whether it is their unit that asks.
    pub asks: bool,
}

/// Whether the digest of that month has gone out.
pub(crate) async fn is_done(tx: &mut Tx, month: &str) -> Result<bool> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM digests WHERE month = $1 AND done)")
        .bind(month)
        .one(tx)
        .await
}

/// The last officer who has been looked at; the months before are forgotten.
pub(crate) async fn begin(tx: &mut Tx, month: &str) -> Result<UserId> {
    sqlx::query("DELETE FROM digests WHERE month <> $1")
        .bind(month)
        .run(tx)
        .await?;
    sqlx::query("INSERT INTO digests (month) VALUES ($1) ON CONFLICT DO NOTHING")
        .bind(month)
        .run(tx)
        .await?;
    sqlx::query_scalar("SELECT cursor FROM digests WHERE month = $1")
        .bind(month)
        .one(tx)
        .await
}

/// Goes on behind that officer; without one it is done.
pub(crate) async fn advance(tx: &mut Tx, month: &str, cursor: Option<UserId>) -> Result {
    sqlx::query("UPDATE digests SET cursor = coalesce($2, 0), done = $2 IS NULL WHERE month = $1")
        .binds((month, cursor))
        .run(tx)
        .await?;
    Ok(())
}

/// The next officers, by their numbers: each once, however many units are theirs.
pub(crate) async fn officers(tx: &mut Tx, after: UserId, limit: u32) -> Result<BTreeSet<UserId>> {
    let users: Vec<UserId> = sqlx::query_scalar(
        "SELECT DISTINCT user_id FROM officers WHERE user_id > $1 ORDER BY user_id LIMIT $2",
    )
    .binds((after, limit))
    .all(tx)
    .await?;
    Ok(users.into_iter().collect())
}

/// What is due with these officers in units of their own: what those have not handed in, then what they have opened; by
/// the day on which it is due.
pub(crate) async fn due(tx: &mut Tx, officers: &BTreeSet<UserId>) -> Result<Vec<Due>> {
    sqlx::query_as(
        "SELECT o.user_id AS user, p.id AS period, o.unit_id AS unit, 0 AS asks, p.due_on AS due_on
         FROM json_each($1) AS one CROSS JOIN officers AS o ON o.user_id = one.value
         JOIN form_asked AS k ON k.unit_id = o.unit_id
         JOIN form_periods AS p ON p.id = k.period_id AND p.closed_on IS NULL
         LEFT JOIN form_returns AS r ON r.form = p.form AND r.span = p.span AND r.unit_id = o.unit_id
         WHERE coalesce(r.revision, 0) = 0 OR r.returned IS NOT NULL
         UNION ALL
         SELECT o.user_id, p.id, o.unit_id, 1, p.due_on
         FROM json_each($1) AS one CROSS JOIN officers AS o ON o.user_id = one.value
         JOIN form_periods AS p ON p.unit_id = o.unit_id AND p.closed_on IS NULL
         ORDER BY user, asks, due_on, period",
    )
    .bind(list(officers.iter().map(|user| user.0)))
    .all(tx)
    .await
}
