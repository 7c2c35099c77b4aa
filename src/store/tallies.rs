//! Sums for reports: for a unit and every unit above it in the round's tree, in the transaction of what they count.
//!
//! Several statements are run as one: each costs a turn of the driver's thread, whatever it does.

use super::trees::holds;
use super::{Result, list};
use crate::db::{Binds, Statement, Tx};
use crate::types::{MemberId, QuizId, RoundId};

/// A participation `p` that counts, with every unit for which it does, in SQL.
macro_rules! counted {
    () => {
        concat!(
            "participations AS p JOIN rounds AS r ON r.id = p.round_id JOIN unit_versions AS v ON v.unit_id = p.unit_id AND ",
            holds!(),
            ", json_each(v.lineage) AS above"
        )
    };
}

/// Where a sum is there already.
macro_rules! added {
    () => {
        " ON CONFLICT DO UPDATE SET reached = reached + excluded.reached, read = read + excluded.read,
             answered = answered + excluded.answered, finished = finished + excluded.finished;"
    };
}

/// Notes that the quizzes and items of one batch have arrived, and counts each member of a round once. The figures of a
/// closed round are final, however late its last messages arrive; who has left meanwhile is not counted.
pub(crate) async fn reached(
    tx: &mut Tx,
    quizzes: &[QuizId],
    items: &[(MemberId, RoundId)],
) -> Result {
    macro_rules! arrived {
        () => {
            "WITH arrived (member_id, round_id) AS (
                 SELECT q.member_id, q.round_id FROM json_each($1) AS one JOIN quizzes AS q ON q.id = one.value
                 UNION
                 SELECT value ->> 0, value ->> 1 FROM json_each($2)
             ), first AS MATERIALIZED (
                 SELECT p.member_id, p.round_id FROM arrived CROSS JOIN participations AS p USING (member_id, round_id)
                 JOIN rounds AS r ON r.id = p.round_id WHERE p.reached = 0 AND r.closes_at > $3
             ) "
        };
    }
    let items = items.iter().map(|(member, round)| vec![member.0, round.0]);
    sqlx::query(concat!(
        arrived!(),
        "INSERT INTO tallies (round_id, unit_id, reached, read, answered, finished)
         SELECT p.round_id, above.value, 1, 0, 0, 0 FROM ",
        counted!(),
        " WHERE (p.member_id, p.round_id) IN first AND p.counted = 1",
        added!(),
        arrived!(),
        "UPDATE participations SET reached = 1 WHERE (member_id, round_id) IN first"
    ))
    .binds((
        list(quizzes.iter().map(|quiz| quiz.0)),
        serde_json::Value::from_iter(items).to_string(),
        tx.now().timestamp(),
    ))
    .run(tx)
    .await?;
    Ok(())
}

/// Notes that a member has read the item of a round, and counts it once. `true` if they had not.
///
/// Who has done anything has been reached, even if the messenger has not yet confirmed the delivery. Somebody who left
/// and came back in the same round was counted before.
pub(crate) async fn read(tx: &mut Tx, member: MemberId, round: RoundId) -> Result<bool> {
    let first = sqlx::query(concat!(
        "INSERT INTO tallies (round_id, unit_id, reached, read, answered, finished)
         SELECT p.round_id, above.value, p.reached = 0, 1, 0, 0 FROM ",
        counted!(),
        " WHERE p.member_id = $1 AND p.round_id = $2 AND p.counted = 1 AND p.read = 0",
        added!(),
        "UPDATE participations SET reached = 1, read = 1 WHERE member_id = $1 AND round_id = $2 AND read = 0 RETURNING 1"
    ))
    .binds((member, round))
    .about(round)
    .optional(tx)
    .await?;
    Ok(first.is_some())
}

/// An answer to the next question of a quiz.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewAnswer<'a> {
    pub(crate) quiz: QuizId,
    pub(crate) member: MemberId,
    pub(crate) round: RoundId,
    /// The question's place in the quiz.
    pub(crate) place: u8,
    pub(crate) letter: u8,
    pub(crate) correct: bool,
    /// The question's theme, and whether the answer is the person's first to it in that round.
    pub(crate) theme: (u8, bool),
    pub(crate) question: &'a str,
    /// Of the question's options and key.
    pub(crate) version: &'a str,
    /// The option chosen, by its place in the file.
    pub(crate) option: u8,
    /// Whether it is the last of the quiz.
    pub(crate) last: bool,
}

/// Stores an answer, moves the quiz on, and counts the answer: the first and the last of a round, each for its theme, and for
/// the question itself if the member has not answered it in an earlier quiz. A second answer comes after the explanation and says nothing of how hard the
/// question is.
pub(crate) async fn answer(tx: &mut Tx, new: &NewAnswer<'_>) -> Result {
    let (theme, first) = new.theme;
    sqlx::query(concat!(
        "INSERT INTO theme_tallies (round_id, theme, unit_id, people, answers, correct)
         SELECT p.round_id, $8, above.value, $9, 1, $4 FROM ",
        counted!(),
        " WHERE p.member_id = $6 AND p.round_id = $7 AND p.counted = 1
         ON CONFLICT DO UPDATE SET people = people + $9, answers = answers + 1, correct = correct + $4;
         INSERT INTO question_tallies (question_id, version, option, held)
         SELECT $10, $11, $12, 1 FROM participations AS p
         WHERE p.member_id = $6 AND p.round_id = $7 AND p.counted = 1 AND NOT EXISTS (
             SELECT 1 FROM quizzes AS q JOIN quiz_questions AS a ON a.quiz_id = q.id
             WHERE q.member_id = $6 AND a.question_id = $10 AND a.letter IS NOT NULL)
         ON CONFLICT DO UPDATE SET held = held + 1;
         UPDATE quiz_questions SET letter = $3, correct = $4, answered_on = $5
         WHERE quiz_id = $1 AND place = $2 AND letter IS NULL;
         UPDATE quizzes SET place = place + 1, explaining = 0 WHERE id = $1 AND place = $2;
         INSERT INTO tallies (round_id, unit_id, reached, read, answered, finished)
         SELECT p.round_id, above.value, p.reached = 0, 0, p.answered = 0, $13 > p.finished FROM ",
        counted!(),
        " WHERE p.member_id = $6 AND p.round_id = $7 AND p.counted = 1 AND (p.answered = 0 OR $13 > p.finished)",
        added!(),
        "UPDATE participations SET reached = 1, answered = 1, finished = max(finished, $13)
         WHERE member_id = $6 AND round_id = $7 AND (answered = 0 OR $13 > finished)"
    ))
    .bind(new.quiz)
    .bind(new.place)
    .bind(new.letter)
    .bind(new.correct)
    .bind(tx.today())
    .bind(new.member)
    .bind(new.round)
    .bind(theme)
    .bind(first)
    .bind(new.question)
    .bind(new.version)
    .bind(new.option)
    .bind(new.last)
    .about(new.quiz)
    .run(tx)
    .await?;
    Ok(())
}
