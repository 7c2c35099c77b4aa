//! What is deleted because its time is over, in small batches.

use chrono::{DateTime, NaiveDate, Utc};

use super::Result;
use crate::db::{Binds, Statement, Tx};
use crate::types::{MemberId, UserId};

/// Deletes up to `limit` members' parts in rounds that closed before `before`, their quizzes included.
/// The sums for units stay.
pub(crate) async fn weeks(tx: &mut Tx, before: DateTime<Utc>, limit: u32) -> Result<u64> {
    let mut gone = 0;
    for statement in [
        "DELETE FROM quizzes WHERE id IN (
             SELECT q.id FROM rounds AS r JOIN quizzes AS q ON q.round_id = r.id
             WHERE r.closed = 1 AND r.closes_at < $1 LIMIT $2)",
        "DELETE FROM participations WHERE (member_id, round_id) IN (
             SELECT p.member_id, p.round_id FROM rounds AS r JOIN participations AS p ON p.round_id = r.id
             WHERE r.closed = 1 AND r.closes_at < $1 LIMIT $2)",
    ] {
        gone += sqlx::query(statement)
            .binds((before.timestamp(), limit))
            .run(tx)
            .await?
            ;
    }
    Ok(gone)
}

/// Up to `limit` members, with their numbers, who could not be written to since before `day`.
pub(crate) async fn unreachable(
    tx: &mut Tx,
    day: NaiveDate,
    limit: u32,
) -> Result<Vec<(MemberId, UserId)>> {
    sqlx::query_as("SELECT id, user_id FROM members WHERE unreachable_on < $1 ORDER BY id LIMIT $2")
        .binds((day, limit))
        .all(tx)
        .await
}

/// Deletes up to `limit` proofs of consents that ended before `day`.
pub(crate) async fn proofs(tx: &mut Tx, day: NaiveDate, limit: u32) -> Result<u64> {
    let gone = sqlx::query(
        "DELETE FROM consent_proofs WHERE (person, part, given_on, ended_on, text_hash) IN (
             SELECT person, part, given_on, ended_on, text_hash FROM consent_proofs WHERE ended_on < $1 LIMIT $2)",
    )
    .binds((day, limit))
    .run(tx)
    .await?;
    Ok(gone)
}

/// Forgets updates that were put aside before `day`.
pub(crate) async fn quarantine(tx: &mut Tx, day: NaiveDate) -> Result {
    sqlx::query("DELETE FROM quarantine WHERE put_on < $1")
        .bind(day)
        .run(tx)
        .await?;
    Ok(())
}
