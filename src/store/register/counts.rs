//! What the registers of a unit and all below it come to: counts, which stay when an author withdraws.
//!
//! Must not know names or titles.

use chrono::NaiveDate;
use sqlx::FromRow;

use super::{EntryState, Level};
use crate::db::{Binds, Statement, Tx};
use crate::store::Result;
use crate::types::UnitId;

/// So many entries in this state, of this level and field.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Counted {
    pub state: EntryState,
    pub level: Option<Level>,
    pub field: Option<String>,
    pub entries: i64,
    /// What their authors estimate, in đồng; and of how many there is an estimate.
    pub benefit: i64,
    pub estimated: i64,
}

/// The entries of a unit and of all below it that were made between two days.
pub(crate) async fn counts(
    tx: &mut Tx,
    unit: UnitId,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<Counted>> {
    sqlx::query_as(
        "WITH RECURSIVE below (id) AS (
             SELECT $1 UNION ALL SELECT u.id FROM below CROSS JOIN units AS u ON u.parent_id = below.id)
         SELECT e.state, e.level, e.field, count(*) AS entries, coalesce(sum(e.benefit), 0) AS benefit,
             count(e.benefit) AS estimated
         FROM below CROSS JOIN register_entries AS e ON e.unit_id = below.id
         WHERE e.entered_on BETWEEN $2 AND $3
         GROUP BY e.state, e.level, e.field ORDER BY e.state, e.level, e.field",
    )
    .binds((unit, from, to))
    .about(unit)
    .all(tx)
    .await
}

/// What an estimate of those recognised adds up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Benefit {
    pub entered: i64,
    pub recognised: i64,
    pub raised: i64,
    pub dong: i64,
}

/// The figures that a yearly form asks for, of the same entries.
pub(crate) async fn entered(
    tx: &mut Tx,
    unit: UnitId,
    days: (NaiveDate, NaiveDate),
) -> Result<Benefit> {
    let mut sum = Benefit::default();
    for one in counts(tx, unit, days).await? {
        sum.entered += one.entries;
        match one.level {
            Some(Level::Unit) => sum.recognised += one.entries,
            Some(_) => sum.raised += one.entries,
            None => continue,
        }
        sum.dong += one.benefit;
    }
    Ok(sum)
}
