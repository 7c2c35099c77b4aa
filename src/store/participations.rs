//! What a member did in a round, each thing at most once.

use chrono::NaiveDate;
use sqlx::Row;

use super::Result;
use crate::db::{Binds, Statement, Tx};
use crate::types::{CriterionId, MemberId, RoundId, UnitId};

/// Makes sure there is a row for this member and round.
pub(crate) async fn begin(
    tx: &mut Tx,
    member: MemberId,
    round: RoundId,
    unit: UnitId,
    item: Option<&str>,
) -> Result {
    sqlx::query(
        "INSERT INTO participations (member_id, round_id, unit_id, item_id, counted)
         SELECT $1, $2, $3, $4, m.counts_from IS NULL OR m.counts_from <= r.monday
         FROM members AS m, rounds AS r WHERE m.id = $1 AND r.id = $2
         ON CONFLICT DO UPDATE SET item_id = coalesce(item_id, excluded.item_id)
         WHERE item_id IS NULL AND excluded.item_id IS NOT NULL",
    )
    .binds((member, round, unit, item))
    .about(round)
    .run(tx)
    .await?;
    Ok(())
}

/// Notes that a member is reminded of a round. `false` if they were before.
pub(crate) async fn remind(tx: &mut Tx, member: MemberId, round: RoundId) -> Result<bool> {
    let done = sqlx::query(
        "UPDATE participations SET reminded = 1 WHERE member_id = $1 AND round_id = $2 AND reminded = 0",
    )
    .binds((member, round))
    .about(round)
    .run(tx)
    .await?;
    Ok(done > 0)
}

/// The unit a member took part for, and the item they got; `None` if they have no row.
pub(crate) async fn of_member(
    tx: &mut Tx,
    member: MemberId,
    round: RoundId,
) -> Result<Option<(UnitId, Option<String>)>> {
    sqlx::query_as(
        "SELECT unit_id, item_id FROM participations WHERE member_id = $1 AND round_id = $2",
    )
    .binds((member, round))
    .about(round)
    .optional(tx)
    .await
}

/// A round as a member went through it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Week {
    /// Its first day.
    pub monday: NaiveDate,
    /// What it was about.
    pub criterion: CriterionId,
    /// Whether the quiz was finished.
    pub finished: bool,
}

/// A member's own progress.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Items read.
    pub read: i64,
    /// Quizzes finished.
    pub finished: i64,
    /// The rounds since they joined that are closed or that they have finished, oldest first.
    pub weeks: Vec<Week>,
    /// Answers and right answers for each theme, by the ids of the questions.
    pub answers: Vec<(String, bool)>,
}

/// A week of a member's own year.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct OwnWeek {
    /// Its first day.
    pub(crate) monday: NaiveDate,
    /// What it was about.
    pub(crate) criterion: CriterionId,
    /// The item they got.
    pub(crate) item: Option<String>,
    pub(crate) read: bool,
    pub(crate) finished: bool,
}

/// The weeks of a member between two days, oldest first.
pub(crate) async fn year(
    tx: &mut Tx,
    member: MemberId,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<OwnWeek>> {
    sqlx::query_as(
        "SELECT r.monday, r.criterion, p.item_id AS item, p.read, p.finished FROM participations AS p
         JOIN rounds AS r ON r.id = p.round_id WHERE p.member_id = $1 AND r.monday BETWEEN $2 AND $3 ORDER BY r.monday",
    )
    .binds((member, from, to))
    .all(tx)
    .await
}

/// What `/me` shows.
pub(crate) async fn progress(tx: &mut Tx, member: MemberId) -> Result<Progress> {
    let sums = sqlx::query(
        "SELECT coalesce(sum(read), 0) AS read, coalesce(sum(finished), 0) AS finished
         FROM participations WHERE member_id = $1",
    )
    .bind(member)
    .one(tx)
    .await?;
    let weeks = sqlx::query_as(
        "SELECT r.monday, r.criterion, coalesce(p.finished, 0) AS finished FROM rounds AS r
         LEFT JOIN participations AS p ON p.round_id = r.id AND p.member_id = $1
         WHERE (r.closed = 1 OR p.finished = 1)
           AND date(r.closes_at, 'unixepoch') >= (SELECT joined_on FROM members WHERE id = $1)
         ORDER BY r.monday",
    )
    .bind(member)
    .all(tx)
    .await?;
    let answers = sqlx::query_as(
        "SELECT q.question_id, q.correct FROM quiz_questions AS q JOIN quizzes ON quizzes.id = q.quiz_id
         WHERE quizzes.member_id = $1 AND q.letter IS NOT NULL ORDER BY q.quiz_id, q.place",
    )
    .bind(member)
    .all(tx)
    .await?;
    Ok(Progress {
        read: sums.try_get("read")?,
        finished: sums.try_get("finished")?,
        weeks,
        answers,
    })
}
