//! What the answers of a form add up to over the units of a period, and what of it was pinned when the period closed.
//!
//! Knows which returns count: those handed in and not sent back. Must not know what may be told of a sum.

use std::collections::BTreeMap;

use sqlx::FromRow;

use super::StoreError;
use super::form_periods::FormPeriod;
use crate::db::{Binds, Statement, Tx};
use crate::types::{Answer, Answers, FormPeriodId};

/// What units answered in one field, added up: how many with a number, a choice, words, or that there is no figure.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct FieldSum {
    pub field: String,
    /// Set: how many chose this.
    pub chosen: Option<String>,
    /// How many answered at all.
    pub units: i64,
    /// How many with a number.
    pub numbers: i64,
    /// Their sum.
    pub total: i64,
    /// How many in words.
    pub words: i64,
}

impl FieldSum {
    /// The same as `sums` of answers that have been read already: adding up fifty thousand takes SQLite ten times as long.
    pub(crate) fn of<'a>(returns: impl Iterator<Item = &'a Answers>) -> Vec<Self> {
        let mut sums: BTreeMap<(&str, Option<&str>), Self> = BTreeMap::new();
        for (field, answer) in returns.flatten() {
            let chosen = match answer {
                Answer::Chosen(chosen) => Some(chosen.as_str()),
                _ => None,
            };
            let sum = sums.entry((field, chosen)).or_insert_with(|| Self {
                field: field.clone(),
                chosen: chosen.map(str::to_owned),
                units: 0,
                numbers: 0,
                total: 0,
                words: 0,
            });
            sum.units += 1;
            sum.numbers += i64::from(answer.number().is_some());
            sum.total += answer.number().unwrap_or(0);
            sum.words += i64::from(matches!(answer, Answer::Words(_)));
        }
        sums.into_values().collect()
    }
}

/// The sums of a period, field by field; of a choice a row for each.
pub(crate) async fn sums(tx: &mut Tx, period: &FormPeriod) -> Result<Vec<FieldSum>, StoreError> {
    sqlx::query_as(
        "SELECT a.field, a.chosen, count(*) AS units, count(a.number) AS numbers, coalesce(sum(a.number), 0) AS total,
             count(a.words) AS words
         FROM form_asked AS k
         JOIN form_returns AS r ON r.form = $2 AND r.span = $3 AND r.unit_id = k.unit_id
         JOIN form_answers AS a ON a.return_id = r.id AND a.revision = r.revision
         WHERE k.period_id = $1 AND r.revision > 0 AND r.returned IS NULL GROUP BY a.field, a.chosen",
    )
    .binds((period.id, period.form, period.span))
    .about(period.id)
    .all(tx)
    .await
}

/// Of these fields: how many units of a period answered with a number, beside those of whom a period below it tells a sum
/// already (`also` is one that is about to). Such a rest can be reckoned from both.
pub(crate) async fn rest(
    tx: &mut Tx,
    period: &FormPeriod,
    also: Option<FormPeriodId>,
    fields: &[&str],
) -> Result<Vec<(String, i64)>, StoreError> {
    sqlx::query_as(
        "SELECT a.field, count(*) FROM form_asked AS k
         JOIN form_returns AS r ON r.form = $2 AND r.span = $3 AND r.unit_id = k.unit_id
         JOIN form_answers AS a ON a.return_id = r.id AND a.revision = r.revision
         WHERE k.period_id = $1 AND r.revision > 0 AND r.returned IS NULL AND a.number IS NOT NULL
           AND a.field IN (SELECT value FROM json_each($5))
           AND NOT EXISTS (
             SELECT 1 FROM form_asked AS b JOIN form_periods AS q ON q.id = b.period_id
             JOIN units AS opener ON opener.id = q.unit_id
             WHERE b.unit_id = k.unit_id AND q.id <> $1 AND q.form = $2 AND q.span = $3
               AND EXISTS (SELECT 1 FROM json_each(opener.lineage) AS above WHERE above.value = $6)
               AND (q.id IS $4 OR EXISTS (SELECT 1 FROM form_sums AS s WHERE s.period_id = q.id AND s.field = a.field)))
         GROUP BY a.field",
    )
    .binds((period.id, period.form, period.span, also, serde_json::Value::from_iter(fields.iter().copied()).to_string(), period.unit))
    .about(period.id)
    .all(tx)
    .await
}

/// Closes a period, and pins what is told of fields of which only sums are.
pub(crate) async fn close(
    tx: &mut Tx,
    id: FormPeriodId,
    told: &[FieldSum],
) -> Result<(), StoreError> {
    sqlx::query("UPDATE form_periods SET closed_on = $2 WHERE id = $1")
        .binds((id, tx.today()))
        .about(id)
        .run(tx)
        .await?;
    for sum in told {
        sqlx::query(
            "INSERT INTO form_sums (period_id, field, total, units) VALUES ($1, $2, $3, $4)",
        )
        .binds((id, &sum.field, sum.total, sum.numbers))
        .about(id)
        .run(tx)
        .await?;
    }
    Ok(())
}

/// What was pinned: field, sum, and of how many units.
pub(crate) async fn pinned(
    tx: &mut Tx,
    id: FormPeriodId,
) -> Result<Vec<(String, i64, i64)>, StoreError> {
    sqlx::query_as("SELECT field, total, units FROM form_sums WHERE period_id = $1")
        .bind(id)
        .about(id)
        .all(tx)
        .await
}
