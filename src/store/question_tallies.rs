//! How often each option of a question was chosen, in the whole installation.
//!
//! Knows counts. Must not know whose they are: no row names a person, a unit or a round.

use super::StoreError;
use crate::db::{Statement, Tx};
use crate::types::MemberId;

/// An option of a question as it is written today.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ChosenOption<'a> {
    /// The question.
    pub question: &'a str,
    /// Of its options and key.
    pub version: &'a str,
    /// The place in the file.
    pub option: u8,
}

/// Counts an answer. It is not shown until [`release`].
pub(crate) async fn add(tx: &mut Tx, chosen: ChosenOption<'_>) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO question_tallies (question_id, version, option, held) VALUES ($1, $2, $3, 1)
         ON CONFLICT DO UPDATE SET held = held + 1",
    )
    .bind(chosen.question)
    .bind(chosen.version)
    .bind(chosen.option)
    .run(tx)
    .await?;
    Ok(())
}

/// Whether a member has answered this question in an earlier quiz, as far as that is still kept: a
/// second answer comes after the explanation and says nothing of how hard the question is.
pub(crate) async fn answered_before(
    tx: &mut Tx,
    member: MemberId,
    question: &str,
) -> Result<bool, StoreError> {
    sqlx::query_scalar(
        "SELECT count(*) > 1 FROM quizzes AS q JOIN quiz_questions AS a ON a.quiz_id = q.id
         WHERE q.member_id = $1 AND a.question_id = $2 AND a.letter IS NOT NULL",
    )
    .bind(member)
    .bind(question)
    .one(tx)
    .await
}

/// Releases the counts of every question with at least `threshold` answers. Called when a round has closed, so that
/// no two looks in a row differ by one person's answer.
pub(crate) async fn release(tx: &mut Tx, threshold: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE question_tallies SET answers = answers + held, held = 0
         WHERE (question_id, version) IN (
             SELECT question_id, version FROM question_tallies GROUP BY question_id, version HAVING sum(held) >= $1)",
    )
    .bind(threshold)
    .run(tx)
    .await?;
    Ok(())
}

/// What was chosen of a question, in one version of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The question.
    pub question: String,
    /// Of its options and key.
    pub version: String,
    /// Answers, by the options' places in the file.
    pub answers: [i64; 4],
}

/// All released counts of questions with at least `threshold` answers.
///
/// # Errors
/// The database cannot be read.
pub async fn all(tx: &mut Tx, threshold: i64) -> Result<Vec<Chosen>, StoreError> {
    let rows: Vec<(String, String, i64, i64, i64, i64)> = sqlx::query_as(
        "SELECT question_id, version,
             sum(answers * (option = 0)), sum(answers * (option = 1)),
             sum(answers * (option = 2)), sum(answers * (option = 3))
         FROM question_tallies GROUP BY question_id, version HAVING sum(answers) >= $1
         ORDER BY question_id, version",
    )
    .bind(threshold)
    .all(tx)
    .await?;
    let chosen = rows
        .into_iter()
        .map(|(question, version, a, b, c, d)| Chosen {
            question,
            version,
            answers: [a, b, c, d],
        });
    Ok(chosen.collect())
}
