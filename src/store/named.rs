//! Members who have agreed to be named when commended, and the names they gave: the only names there are.

use sqlx::FromRow;

use super::{Result, list};
use crate::db::{Binds, Statement, Tx};
use crate::types::{MemberId, RoundId, UnitId, UserId};

#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct NamedMember {
    /// `None`: not typed yet, or not confirmed.
    pub name: Option<String>,
    /// What they have typed and not yet confirmed.
    pub typed: Option<String>,
}

/// A member's name, if they have agreed to be named.
pub(crate) async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Option<NamedMember>> {
    sqlx::query_as("SELECT name, typed FROM named_members WHERE member_id = $1")
        .bind(member)
        .optional(tx)
        .await
}

/// A member has agreed to be named; the name is not typed yet.
pub(crate) async fn begin(tx: &mut Tx, member: MemberId) -> Result {
    sqlx::query(
        "INSERT INTO named_members (member_id, unit_id) SELECT id, unit_id FROM members WHERE id = $1 ON CONFLICT DO NOTHING",
    )
    .bind(member)
    .run(tx)
    .await?;
    Ok(())
}

/// Keeps what was typed until its owner confirms how it is written.
pub(crate) async fn typed(tx: &mut Tx, member: MemberId, name: &str) -> Result {
    sqlx::query("UPDATE named_members SET typed = $2 WHERE member_id = $1")
        .binds((member, name))
        .run(tx)
        .await?;
    Ok(())
}

/// The name as it was confirmed; nothing waits any more.
pub(crate) async fn set(tx: &mut Tx, member: MemberId, name: &str) -> Result {
    sqlx::query("UPDATE named_members SET name = $2, typed = NULL WHERE member_id = $1")
        .binds((member, name))
        .run(tx)
        .await?;
    Ok(())
}

/// Deletes the name and the drafts about the member, and marks their cards. `false` if there was no consent.
pub(crate) async fn forget(tx: &mut Tx, member: MemberId) -> Result<bool> {
    // A word of thanks that is being sent finds no row when it is answered, so it is not tried again.
    sqlx::query(
        "DELETE FROM outbox WHERE state = 'claimed' AND chat_id = (SELECT user_id FROM members WHERE id = $1)
           AND kind = 'commended' AND subject IN (SELECT id FROM commendations WHERE member_id = $1)",
    )
    .bind(member)
    .run(tx)
    .await?;
    let gone = sqlx::query("DELETE FROM named_members WHERE member_id = $1")
        .bind(member)
        .run(tx)
        .await?;
    tx.erase();
    Ok(gone > 0)
}

/// Somebody who may be named.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Candidate {
    pub id: MemberId,
    pub name: String,
    /// The name of their unit.
    pub unit: String,
}

/// The consents that must hold: each part with the hash of its words.
pub(crate) fn holding(parts: &[(&str, &str)]) -> String {
    let parts: Vec<String> = parts
        .iter()
        .map(|(part, hash)| format!("{part} {hash}"))
        .collect();
    serde_json::json!(parts).to_string()
}

/// Up to `limit` members of a unit and of all below it who may be named, whom the bot can reach and who were not
/// commended since that day; never the officer who asks.
pub(crate) async fn candidates(
    tx: &mut Tx,
    unit: UnitId,
    officer: UserId,
    holding: &str,
    since: chrono::NaiveDate,
    limit: u32,
) -> Result<Vec<Candidate>> {
    sqlx::query_as(
        "WITH RECURSIVE below (id) AS (
             SELECT $1 UNION ALL SELECT u.id FROM below CROSS JOIN units AS u ON u.parent_id = below.id)
         SELECT m.id, n.name, u.name AS unit
         FROM below CROSS JOIN named_members AS n ON n.unit_id = below.id
         CROSS JOIN members AS m ON m.id = n.member_id CROSS JOIN units AS u ON u.id = n.unit_id
         WHERE n.name IS NOT NULL AND m.reachable = 1 AND m.user_id <> $2
           AND (SELECT count(*) FROM consents AS c WHERE c.member_id = m.id AND c.withdrawn_on IS NULL
                AND c.part || ' ' || c.text_hash IN (SELECT value FROM json_each($3))) = json_array_length($3)
           AND NOT EXISTS (SELECT 1 FROM commendations AS c WHERE c.member_id = m.id AND c.day >= $4)
         ORDER BY m.id LIMIT $5",
    )
    .binds((unit, officer, holding, since, limit))
    .about(unit)
    .all(tx)
    .await
}

/// What a member did in a week in which something reached them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub(crate) struct WeekActivity {
    pub member: MemberId,
    pub answered: bool,
    pub answers: i64,
    pub right: i64,
}

/// The newest closed rounds, so many at most.
pub(crate) async fn newest_closed(tx: &mut Tx, count: u32) -> Result<Vec<RoundId>> {
    sqlx::query_scalar("SELECT id FROM rounds WHERE closed = 1 ORDER BY monday DESC LIMIT $1")
        .bind(count)
        .all(tx)
        .await
}

/// The weeks of these members in these rounds, each member's together, the oldest first.
pub(crate) async fn weeks(
    tx: &mut Tx,
    members: &[MemberId],
    rounds: &[RoundId],
) -> Result<Vec<WeekActivity>> {
    sqlx::query_as(
        "SELECT p.member_id AS member, p.answered, count(a.correct) AS answers, coalesce(sum(a.correct), 0) AS right
         FROM json_each($1) AS m CROSS JOIN json_each($2) AS n
         CROSS JOIN participations AS p ON p.member_id = m.value AND p.round_id = n.value
         CROSS JOIN rounds AS r ON r.id = p.round_id
         LEFT JOIN quizzes AS q ON q.member_id = p.member_id AND q.round_id = p.round_id
         LEFT JOIN quiz_questions AS a ON a.quiz_id = q.id
         WHERE p.reached = 1 GROUP BY p.member_id, p.round_id ORDER BY p.member_id, r.monday",
    )
    .binds((list(members.iter().map(|id| id.0)), list(rounds.iter().map(|id| id.0))))
    .all(tx)
    .await
}
