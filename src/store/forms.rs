//! What units answer in forms: one return a unit, form and period; its answers by revision.
//!
//! Answers of the return's revision are handed in, those of the next are being written. Must not know what is asked, nor
//! who may see it.

use sqlx::FromRow;

use super::{Result, StoreError};
use crate::db::{Binds, Statement, Tx};
use crate::types::{Answer, Answers, FormName, FormReturnId, Span, UnitId};

/// A return.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct FormReturn {
    pub id: FormReturnId,
    pub form: FormName,
    pub span: Span,
    #[sqlx(rename = "unit_id")]
    pub unit: UnitId,
    /// 0: not handed in.
    pub revision: i64,
    /// Set: sent back, for this reason.
    pub returned: Option<String>,
    /// Of the revision that is being written, where it needs one.
    pub reason: Option<String>,
}

impl FormReturn {
    /// The revision that is being written.
    pub(crate) fn draft(&self) -> i64 {
        self.revision + 1
    }
}

/// How a revision came to be handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub(crate) enum Origin {
    /// By the unit's officers.
    Unit,
    /// By a sheet that the level above imported.
    File,
}

/// Returns, by the conditions and the order after it.
macro_rules! returns {
    () => {
        "SELECT id, form, span, unit_id, revision, returned, reason FROM form_returns "
    };
}

/// The return of a unit; a new one if there is none.
pub(crate) async fn begin(
    tx: &mut Tx,
    (form, span): (FormName, Span),
    unit: UnitId,
) -> Result<FormReturn> {
    sqlx::query(
        "INSERT INTO form_returns (form, span, ends_on, unit_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
    )
    .binds((form, span, span.to(), unit))
    .about(unit)
    .run(tx)
    .await?;
    let found = find(tx, (form, span), unit).await?;
    found.ok_or_else(|| StoreError::Bug("a return is gone".into()))
}

pub(crate) async fn find(
    tx: &mut Tx,
    (form, span): (FormName, Span),
    unit: UnitId,
) -> Result<Option<FormReturn>> {
    sqlx::query_as(concat!(
        returns!(),
        "WHERE form = $1 AND span = $2 AND unit_id = $3"
    ))
    .binds((form, span, unit))
    .about(unit)
    .optional(tx)
    .await
}

pub(crate) async fn by_id(tx: &mut Tx, id: FormReturnId) -> Result<Option<FormReturn>> {
    sqlx::query_as(concat!(returns!(), "WHERE id = $1"))
        .bind(id)
        .about(id)
        .optional(tx)
        .await
}

/// The answers of a revision.
pub(crate) async fn answers(tx: &mut Tx, id: FormReturnId, revision: i64) -> Result<Answers> {
    type Row = (String, Option<i64>, Option<String>, Option<String>);
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT field, number, chosen, words FROM form_answers WHERE return_id = $1 AND revision = $2",
    )
    .binds((id, revision))
    .about(id)
    .all(tx)
    .await?;
    let answer = |(field, number, chosen, words)| (field, one(number, chosen, words));
    Ok(rows.into_iter().map(answer).collect())
}

/// An answer from its columns.
pub(super) fn one(number: Option<i64>, chosen: Option<String>, words: Option<String>) -> Answer {
    match (number, chosen, words) {
        (Some(number), ..) => Answer::Number(number),
        (_, Some(chosen), _) => Answer::Chosen(chosen),
        (.., Some(words)) => Answer::Words(words),
        (None, None, None) => Answer::Unknown,
    }
}

/// The columns of an answer.
pub(super) fn columns(answer: &Answer) -> (Option<i64>, Option<&str>, Option<&str>) {
    match answer {
        Answer::Unknown => (None, None, None),
        Answer::Number(number) => (Some(*number), None, None),
        Answer::Chosen(chosen) => (None, Some(chosen), None),
        Answer::Words(words) => (None, None, Some(words)),
    }
}

/// Writes an answer of the revision that is being written.
pub(crate) async fn answer(
    tx: &mut Tx,
    (id, revision): (FormReturnId, i64),
    field: &str,
    answer: &Answer,
) -> Result {
    let (number, chosen, words) = columns(answer);
    sqlx::query(
        "INSERT INTO form_answers (return_id, revision, field, number, chosen, words) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (return_id, revision, field) DO UPDATE SET number = excluded.number, chosen = excluded.chosen,
             words = excluded.words",
    )
    .binds((id, revision, field, number, chosen, words))
    .about(id)
    .run(tx)
    .await?;
    Ok(())
}

/// Writes these answers and no others into the revision that is being written.
pub(crate) async fn replace(tx: &mut Tx, one: &FormReturn, answers: &Answers) -> Result {
    sqlx::query("DELETE FROM form_answers WHERE return_id = $1 AND revision = $2")
        .binds((one.id, one.draft()))
        .about(one.id)
        .run(tx)
        .await?;
    let rows = answers.iter().map(|(field, answer)| {
        let (number, chosen, words) = columns(answer);
        serde_json::json!([field, number, chosen, words])
    });
    sqlx::query(
        "INSERT INTO form_answers (return_id, revision, field, number, chosen, words)
         SELECT $1, $2, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each($3)",
    )
    .binds((
        one.id,
        one.draft(),
        serde_json::Value::from_iter(rows).to_string(),
    ))
    .about(one.id)
    .run(tx)
    .await?;
    Ok(())
}

/// Begins a revision with what is handed in, for this reason if it needs one.
pub(crate) async fn revise(tx: &mut Tx, one: &FormReturn, reason: Option<&str>) -> Result {
    sqlx::query(
        "INSERT INTO form_answers (return_id, revision, field, number, chosen, words)
         SELECT return_id, revision + 1, field, number, chosen, words FROM form_answers
         WHERE return_id = $1 AND revision = $2 ON CONFLICT DO NOTHING",
    )
    .binds((one.id, one.revision))
    .about(one.id)
    .run(tx)
    .await?;
    sqlx::query("UPDATE form_returns SET reason = $2 WHERE id = $1")
        .binds((one.id, reason))
        .about(one.id)
        .run(tx)
        .await?;
    Ok(())
}

/// Hands in what is being written.
pub(crate) async fn submit(tx: &mut Tx, one: &FormReturn, version: u32, origin: Origin) -> Result {
    sqlx::query(
        "INSERT INTO form_revisions (return_id, revision, version, day, origin, reason) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .binds((one.id, one.draft(), version, tx.today(), origin, one.reason.as_deref()))
    .about(one.id)
    .run(tx)
    .await?;
    sqlx::query(
        "UPDATE form_returns SET revision = revision + 1, returned = NULL, reason = NULL WHERE id = $1",
    )
    .bind(one.id)
    .about(one.id)
    .run(tx)
    .await?;
    Ok(())
}

/// Sends a return back, for this reason.
pub(crate) async fn send_back(tx: &mut Tx, id: FormReturnId, reason: &str) -> Result {
    sqlx::query("UPDATE form_returns SET returned = $2 WHERE id = $1")
        .binds((id, reason))
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

/// The day on which the revision that counts was handed in, and how.
pub(crate) async fn handed_in(tx: &mut Tx, one: &FormReturn) -> Result<Option<(String, Origin)>> {
    sqlx::query_as("SELECT day, origin FROM form_revisions WHERE return_id = $1 AND revision = $2")
        .binds((one.id, one.revision))
        .about(one.id)
        .optional(tx)
        .await
}

/// Returns of a unit for periods that begin and end on the same days, handed in and not sent back.
pub(crate) async fn of_unit(tx: &mut Tx, unit: UnitId, span: Span) -> Result<Vec<FormReturn>> {
    sqlx::query_as(concat!(
        returns!(),
        "WHERE unit_id = $1 AND span = $2 AND revision > 0 AND returned IS NULL ORDER BY form"
    ))
    .binds((unit, span))
    .about(unit)
    .all(tx)
    .await
}

/// Deletes returns and periods that ended before `day`, up to `limit` of each.
pub(crate) async fn forget(tx: &mut Tx, day: chrono::NaiveDate, limit: u32) -> Result<u64> {
    let mut gone = 0;
    for statement in [
        "DELETE FROM form_returns WHERE id IN (SELECT id FROM form_returns WHERE ends_on < $1 LIMIT $2)",
        "DELETE FROM form_periods WHERE id IN (SELECT id FROM form_periods WHERE ends_on < $1 LIMIT $2)",
    ] {
        gone += sqlx::query(statement).binds((day, limit)).run(tx).await?;
    }
    Ok(gone)
}
