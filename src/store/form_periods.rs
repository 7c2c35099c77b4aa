//! Periods for which a unit asks units below it to fill in a form: who is asked, who has handed in and what.
//!
//! Knows which returns count: those handed in and not sent back. What it adds up to: `form_sums`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;
use sqlx::{FromRow, Row};

use super::{Result, StoreError, list};
use crate::db::{Binds, Statement, Tx};
use crate::types::{Answer, Answers, FormName, FormPeriodId, FormReturnId, Span, UnitId};

/// A period.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct FormPeriod {
    pub id: FormPeriodId,
    pub form: FormName,
    pub span: Span,
    /// Who asks.
    #[sqlx(rename = "unit_id")]
    pub unit: UnitId,
    pub due_on: NaiveDate,
    pub closed: bool,
    /// How often the units' officers are to have been told, the opening among them.
    pub calls: i64,
    pub called_on: NaiveDate,
}

/// Opens a period for these units; the one that is there already stays as it is.
pub(crate) async fn open(
    tx: &mut Tx,
    (form, span): (FormName, Span),
    (unit, due_on): (UnitId, NaiveDate),
    asked: &[UnitId],
) -> Result<FormPeriodId> {
    let new: Option<FormPeriodId> = sqlx::query_scalar(
        "INSERT INTO form_periods (form, span, ends_on, unit_id, due_on, called_on) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING RETURNING id",
    )
    .binds((form, span, span.to(), unit, due_on, tx.today()))
    .about(unit)
    .optional(tx)
    .await?;
    let Some(id) = new else {
        let found = find(tx, (form, span), unit).await?;
        let found = found.ok_or_else(|| StoreError::Bug("a period is gone".into()))?;
        return Ok(found.id);
    };
    sqlx::query("INSERT INTO form_asked (period_id, unit_id) SELECT $1, value FROM json_each($2)")
        .binds((id, list(asked.iter().map(|unit| unit.0))))
        .about(id)
        .run(tx)
        .await?;
    Ok(id)
}

/// All units below one, by their codes: each with its kind and lineage.
pub(crate) async fn below(tx: &mut Tx, unit: UnitId) -> Result<Vec<(UnitId, String, Vec<i64>)>> {
    let rows = sqlx::query(
        "SELECT u.id, u.kind, u.lineage FROM units AS u, json_each(u.lineage) AS above
         WHERE above.value = $1 AND u.id <> $1 ORDER BY u.code",
    )
    .bind(unit)
    .about(unit)
    .all(tx)
    .await?;
    let one = |row: &sqlx::sqlite::SqliteRow| {
        let lineage: String = row.try_get("lineage")?;
        let lineage = serde_json::from_str(&lineage)
            .map_err(|error| StoreError::Bug(format!("a lineage: {error}")))?;
        Ok((row.try_get("id")?, row.try_get("kind")?, lineage))
    };
    rows.iter().map(one).collect()
}

/// Periods, by the conditions and the order after it.
macro_rules! periods {
    () => {
        "SELECT id, form, span, unit_id, due_on, closed_on IS NOT NULL AS closed, calls, called_on FROM form_periods AS p "
    };
}

pub(crate) async fn by_id(tx: &mut Tx, id: FormPeriodId) -> Result<Option<FormPeriod>> {
    sqlx::query_as(concat!(periods!(), "WHERE id = $1"))
        .bind(id)
        .about(id)
        .optional(tx)
        .await
}

pub(crate) async fn find(
    tx: &mut Tx,
    (form, span): (FormName, Span),
    unit: UnitId,
) -> Result<Option<FormPeriod>> {
    sqlx::query_as(concat!(
        periods!(),
        "WHERE form = $1 AND span = $2 AND unit_id = $3"
    ))
    .binds((form, span, unit))
    .about(unit)
    .optional(tx)
    .await
}

/// The periods that a unit has opened, the newest first.
pub(crate) async fn of_unit(tx: &mut Tx, unit: UnitId, limit: u32) -> Result<Vec<FormPeriod>> {
    sqlx::query_as(concat!(
        periods!(),
        "WHERE unit_id = $1 ORDER BY closed, id DESC LIMIT $2"
    ))
    .binds((unit, limit))
    .about(unit)
    .all(tx)
    .await
}

/// The periods in which a unit is asked, open ones first, the newest first.
pub(crate) async fn asking(tx: &mut Tx, unit: UnitId, limit: u32) -> Result<Vec<FormPeriod>> {
    sqlx::query_as(concat!(
        periods!(),
        "WHERE id IN (SELECT period_id FROM form_asked WHERE unit_id = $1)
         ORDER BY closed, id DESC LIMIT $2"
    ))
    .binds((unit, limit))
    .about(unit)
    .all(tx)
    .await
}

/// Whether a period that asks this unit for that has closed.
pub(crate) async fn is_frozen(
    tx: &mut Tx,
    (form, span): (FormName, Span),
    unit: UnitId,
) -> Result<bool> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM form_asked AS k JOIN form_periods AS p ON p.id = k.period_id
             WHERE k.unit_id = $3 AND p.form = $1 AND p.span = $2 AND p.closed_on IS NOT NULL)",
    )
    .binds((form, span, unit))
    .about(unit)
    .one(tx)
    .await
}

/// A unit that is asked, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Asked {
    pub unit_id: UnitId,
    pub code: String,
    pub name: String,
    /// `None`: nothing has been written.
    pub return_id: Option<FormReturnId>,
    /// 0: not handed in.
    pub revision: i64,
    /// Set: sent back, for this reason.
    pub returned: Option<String>,
    /// Whether the unit has an officer here.
    pub officers: bool,
    /// Whether what counts was imported from a file.
    pub file: bool,
}

impl Asked {
    /// Whether it has handed in what counts.
    pub(crate) fn is_in(&self) -> bool {
        self.revision > 0 && self.returned.is_none()
    }
}

/// All units of a period, by their codes.
pub(crate) async fn asked(tx: &mut Tx, period: &FormPeriod) -> Result<Vec<Asked>> {
    sqlx::query_as(
        "SELECT u.id AS unit_id, u.code, u.name, r.id AS return_id, coalesce(r.revision, 0) AS revision, r.returned,
             EXISTS (SELECT 1 FROM officers AS o WHERE o.unit_id = u.id) AS officers,
             coalesce(v.origin = 'file', 0) AS file
         FROM form_asked AS k JOIN units AS u ON u.id = k.unit_id
         LEFT JOIN form_returns AS r ON r.form = $2 AND r.span = $3 AND r.unit_id = k.unit_id
         LEFT JOIN form_revisions AS v ON v.return_id = r.id AND v.revision = r.revision
         WHERE k.period_id = $1 ORDER BY u.code",
    )
    .binds((period.id, period.form, period.span))
    .about(period.id)
    .all(tx)
    .await
}

/// How many units are asked, have handed in, and were sent back to.
pub(crate) async fn progress(tx: &mut Tx, period: &FormPeriod) -> Result<(i64, i64, i64)> {
    sqlx::query_as(
        "SELECT count(*), coalesce(sum(r.revision > 0 AND r.returned IS NULL), 0), coalesce(sum(r.returned IS NOT NULL), 0)
         FROM form_asked AS k
         LEFT JOIN form_returns AS r ON r.form = $2 AND r.span = $3 AND r.unit_id = k.unit_id
         WHERE k.period_id = $1",
    )
    .binds((period.id, period.form, period.span))
    .about(period.id)
    .one(tx)
    .await
}

/// The answers of every unit that has handed in, by unit.
pub(crate) async fn rows(tx: &mut Tx, period: &FormPeriod) -> Result<Vec<(UnitId, Answers)>> {
    let rows: Vec<(UnitId, String)> = sqlx::query_as(
        "SELECT k.unit_id, (SELECT json_group_object(a.field, coalesce(a.number, 'c' || a.chosen, 'w' || a.words))
             FROM form_answers AS a WHERE a.return_id = r.id AND a.revision = r.revision)
         FROM form_asked AS k
         JOIN form_returns AS r ON r.form = $2 AND r.span = $3 AND r.unit_id = k.unit_id
         WHERE k.period_id = $1 AND r.revision > 0 AND r.returned IS NULL",
    )
    .binds((period.id, period.form, period.span))
    .about(period.id)
    .all(tx)
    .await?;
    let one = |(unit, json): (UnitId, String)| {
        let fields: BTreeMap<String, Option<Told>> = serde_json::from_str(&json)
            .map_err(|error| StoreError::Bug(format!("answers as JSON: {error}")))?;
        let answers = fields
            .into_iter()
            .map(|(field, told)| (field, answer(told)));
        Ok((unit, answers.collect()))
    };
    rows.into_iter().map(one).collect()
}

/// An answer as `rows` has it told: one value for each of fifty thousand, not three.
#[derive(Deserialize)]
#[serde(untagged)]
enum Told {
    Number(i64),
    Text(String),
}

fn answer(told: Option<Told>) -> Answer {
    let text = match told {
        None => return Answer::Unknown,
        Some(Told::Number(number)) => return Answer::Number(number),
        Some(Told::Text(text)) => text,
    };
    match text.strip_prefix('c') {
        Some(chosen) => Answer::Chosen(chosen.to_owned()),
        None => Answer::Words(text.strip_prefix('w').unwrap_or_default().to_owned()),
    }
}

/// Periods of units above, about the same, that tell a sum of this field.
pub(crate) async fn telling_above(
    tx: &mut Tx,
    period: &FormPeriod,
    field: &str,
) -> Result<Vec<FormPeriod>> {
    sqlx::query_as(concat!(periods!(), "WHERE form = $1 AND span = $2 AND id <> $3
             AND unit_id IN (SELECT above.value FROM units, json_each(units.lineage) AS above WHERE units.id = $4)
             AND EXISTS (SELECT 1 FROM form_sums AS s WHERE s.period_id = p.id AND s.field = $5)"))
        .binds((period.form, period.span, period.id, period.unit, field))
        .about(period.id)
        .all(tx)
        .await
}

/// Has the officers of units that have not handed in told once more.
pub(crate) async fn call(tx: &mut Tx, id: FormPeriodId) -> Result {
    sqlx::query("UPDATE form_periods SET calls = calls + 1, called_on = $2 WHERE id = $1")
        .binds((id, tx.today()))
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

/// Units whose officers are to be told, with their periods; they count as told from now on.
pub(crate) async fn to_call(tx: &mut Tx, limit: u32) -> Result<Vec<(FormPeriodId, UnitId, i64)>> {
    let rows: Vec<(FormPeriodId, UnitId, i64)> = sqlx::query_as(
        "SELECT p.id, k.unit_id, p.calls FROM form_periods AS p JOIN form_asked AS k ON k.period_id = p.id
         WHERE p.closed_on IS NULL AND k.calls < p.calls LIMIT $1",
    )
    .bind(limit)
    .all(tx)
    .await?;
    for (period, unit, calls) in &rows {
        sqlx::query("UPDATE form_asked SET calls = $3 WHERE period_id = $1 AND unit_id = $2")
            .binds((period, unit, calls))
            .about(*unit)
            .run(tx)
            .await?;
    }
    Ok(rows)
}
