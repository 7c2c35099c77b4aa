//! Members' weekly quizzes and every question they were ever asked.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::rounds::{self, Round};
use super::{Result, StoreError};
use crate::db::{Binds, Statement, Tx};
use crate::types::{MemberId, MessageId, QuizId, RoundId};

/// One member's quiz of one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quiz {
    /// Our row.
    pub id: QuizId,
    /// Whose.
    pub member: MemberId,
    /// Which week's.
    pub round: RoundId,
    /// The message that is edited in place; `None` until delivered.
    pub message: Option<MessageId>,
    /// The next question to answer, 0 to 5.
    pub place: u8,
    /// Whether the answer to the question before it stands on the screen without the next one, as an older version showed it.
    pub explaining: bool,
    /// Its questions in order.
    pub questions: Vec<AskedQuestion>,
}

impl Quiz {
    /// Whether every question was answered.
    pub fn is_finished(&self) -> bool {
        usize::from(self.place) >= self.questions.len()
    }

    /// Whether a question stands there and waits for its answer.
    pub fn waits(&self) -> bool {
        !self.is_finished() && !self.explaining
    }
}

/// A question as it was drawn for a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedQuestion {
    /// The id in the question bank.
    pub question: String,
    /// Letter A shows option `shuffle[0]` of the bank.
    pub shuffle: [u8; 4],
    /// The letter chosen; `None` until answered.
    pub letter: Option<u8>,
    /// Whether it was right.
    pub correct: Option<bool>,
}

/// What became of a question a member was asked before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// The id in the question bank.
    pub question: String,
    /// The Monday of the week it was asked in.
    pub asked: NaiveDate,
    /// The day of the answer and whether it was right; `None` if it was left open.
    pub answer: Option<(NaiveDate, bool)>,
}

/// Stores a quiz as it was drawn. A member has one a round.
pub(crate) async fn create(
    tx: &mut Tx,
    member: MemberId,
    round: RoundId,
    questions: &[AskedQuestion],
) -> Result<QuizId> {
    let id: QuizId = sqlx::query_scalar(
        "INSERT INTO quizzes (member_id, round_id) VALUES ($1, $2) RETURNING id",
    )
    .binds((member, round))
    .about(round)
    .one(tx)
    .await?;
    for (place, asked) in (0_i64..).zip(questions) {
        sqlx::query("INSERT INTO quiz_questions (quiz_id, place, question_id, shuffle) VALUES ($1, $2, $3, $4)")
            .binds((id, place, &asked.question, asked.shuffle.map(|option| char::from(b'0' + option)).iter().collect::<String>()))
            .run(tx)
            .await?;
    }
    Ok(id)
}

const OF_MEMBER: &str = "SELECT q.id, q.member_id, q.round_id, q.message_id, q.place, q.explaining,
        a.question_id, a.shuffle, a.letter, a.correct
     FROM quizzes AS q JOIN quiz_questions AS a ON a.quiz_id = q.id
     WHERE q.member_id = $1 AND q.round_id = $2 ORDER BY a.place";

pub(crate) async fn of_member(
    tx: &mut Tx,
    member: MemberId,
    round: RoundId,
) -> Result<Option<Quiz>> {
    let rows = sqlx::query(OF_MEMBER)
        .binds((member, round))
        .about(round)
        .all(tx)
        .await?;
    quiz(&rows)
}

/// A quiz and its round.
pub(crate) async fn with_round(tx: &mut Tx, id: QuizId) -> Result<Option<(Quiz, Round)>> {
    let rows = sqlx::query(
        "SELECT q.id, q.member_id, q.round_id, q.message_id, q.place, q.explaining,
             a.question_id, a.shuffle, a.letter, a.correct,
             r.monday, r.criterion, r.cycle, r.opens_at, r.closes_at, r.closed, r.judged, r.tree, r.threshold
         FROM quizzes AS q JOIN rounds AS r ON r.id = q.round_id JOIN quiz_questions AS a ON a.quiz_id = q.id
         WHERE q.id = $1 ORDER BY a.place",
    )
    .bind(id)
    .about(id)
    .all(tx)
    .await?;
    let round = rows.first().map(rounds::round).transpose()?;
    Ok(quiz(&rows)?.zip(round))
}

/// Notes that the next question is on the screen instead of the explanation.
pub(crate) async fn show_question(tx: &mut Tx, id: QuizId) -> Result {
    sqlx::query("UPDATE quizzes SET explaining = 0 WHERE id = $1 AND explaining = 1")
        .bind(id)
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

/// Stores the message id of the quiz.
pub(crate) async fn set_message(tx: &mut Tx, id: QuizId, message: MessageId) -> Result {
    sqlx::query("UPDATE quizzes SET message_id = $2 WHERE id = $1")
        .binds((id, message))
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

/// The same for many at once; those without a message keep theirs.
pub(crate) async fn set_messages(
    tx: &mut Tx,
    messages: &BTreeMap<QuizId, Option<MessageId>>,
) -> Result {
    let known = messages
        .iter()
        .filter_map(|(quiz, message)| Some((quiz.0, (*message)?.0)));
    let known =
        serde_json::Value::from_iter(known.map(|(quiz, message)| vec![quiz, i64::from(message)]));
    sqlx::query(
        "UPDATE quizzes SET message_id = arrived.value ->> 1 FROM json_each($1) AS arrived
         WHERE quizzes.id = arrived.value ->> 0 AND quizzes.message_id IS NOT arrived.value ->> 1",
    )
    .bind(known.to_string())
    .run(tx)
    .await?;
    Ok(())
}

/// Every question a member was asked, oldest first.
pub(crate) async fn history(tx: &mut Tx, member: MemberId) -> Result<Vec<Past>> {
    let rows = sqlx::query(
        "SELECT a.question_id, r.monday, a.answered_on, a.correct FROM quizzes AS q
         JOIN rounds AS r ON r.id = q.round_id
         JOIN quiz_questions AS a ON a.quiz_id = q.id
         WHERE q.member_id = $1 ORDER BY r.monday, a.place",
    )
    .bind(member)
    .all(tx)
    .await?;
    rows.iter().map(past).collect()
}

/// What a member was asked in rounds that have closed, newest first, each with its quiz and its place there; without
/// what they are asked again in a round that is open.
pub(crate) async fn closed(
    tx: &mut Tx,
    member: MemberId,
) -> Result<Vec<(QuizId, u8, AskedQuestion)>> {
    let now = tx.now().timestamp();
    let rows = sqlx::query(
        "SELECT q.id, a.place, a.question_id, a.shuffle, a.letter, a.correct FROM quizzes AS q
         JOIN rounds AS r ON r.id = q.round_id
         JOIN quiz_questions AS a ON a.quiz_id = q.id
         WHERE q.member_id = $1 AND r.closes_at <= $2 AND NOT EXISTS (
             SELECT 1 FROM quizzes AS now JOIN rounds AS open ON open.id = now.round_id
             JOIN quiz_questions AS b ON b.quiz_id = now.id
             WHERE now.member_id = $1 AND open.closes_at > $2 AND b.question_id = a.question_id)
         ORDER BY r.monday DESC, a.place",
    )
    .binds((member, now))
    .all(tx)
    .await?;
    let one = |row: &SqliteRow| Ok((row.try_get("id")?, row.try_get("place")?, asked(row)?));
    rows.iter().map(one).collect()
}

fn past(row: &SqliteRow) -> Result<Past> {
    let day: Option<NaiveDate> = row.try_get("answered_on")?;
    let correct: Option<bool> = row.try_get("correct")?;
    Ok(Past {
        question: row.try_get("question_id")?,
        asked: row.try_get("monday")?,
        answer: day.zip(correct),
    })
}

fn quiz(rows: &[SqliteRow]) -> Result<Option<Quiz>> {
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    Ok(Some(Quiz {
        id: first.try_get("id")?,
        member: first.try_get("member_id")?,
        round: first.try_get("round_id")?,
        message: first.try_get("message_id")?,
        place: first.try_get("place")?,
        explaining: first.try_get("explaining")?,
        questions: rows.iter().map(asked).collect::<Result<_, _>>()?,
    }))
}

fn asked(row: &SqliteRow) -> Result<AskedQuestion> {
    let shuffle: String = row.try_get("shuffle")?;
    let options: Vec<u8> = shuffle
        .bytes()
        .map(|digit| digit.wrapping_sub(b'0'))
        .collect();
    Ok(AskedQuestion {
        question: row.try_get("question_id")?,
        shuffle: options
            .try_into()
            .map_err(|_| StoreError::Bug("a shuffle has four digits".into()))?,
        letter: row.try_get("letter")?,
        correct: row.try_get("correct")?,
    })
}
