//! How often each option of a question was chosen, in the whole installation.
//!
//! Knows counts. Must not know whose they are: no row names a person, a unit or a round.

use super::Result;
use crate::db::{Statement, Tx};

/// Releases the counts of every question with at least `threshold` answers. Called when a round has closed, so that
/// no two looks in a row differ by one person's answer.
pub(crate) async fn release(tx: &mut Tx, threshold: i64) -> Result {
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
pub struct QuestionTally {
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
pub async fn all(tx: &mut Tx, threshold: i64) -> Result<Vec<QuestionTally>> {
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
        .map(|(question, version, a, b, c, d)| QuestionTally {
            question,
            version,
            answers: [a, b, c, d],
        });
    Ok(chosen.collect())
}
