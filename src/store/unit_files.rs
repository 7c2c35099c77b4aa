//! Files that officers have sent and not yet confirmed, one an officer: a list of units, a form's sheet, a plan's.
//!
//! A file comes, is marked before it is read, and then is what was read of it. So none is read twice.

use chrono::NaiveDate;
use sqlx::FromRow;

use super::Result;
use crate::db::{Binds, Statement, Tx};
use crate::outgoing::Purpose;
use crate::types::{FormPeriodId, Language, PlanId, UnitFileId, UserId};

/// A file to be read, or a list that was read and is to be imported.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Taken {
    /// Our row.
    pub(crate) id: UnitFileId,
    /// What was sent; `None`: it was read already.
    pub(crate) bytes: Option<Vec<u8>>,
    /// What was read of it, as JSON.
    pub(crate) rows: Option<String>,
    /// The language of the answers.
    pub(crate) language: Language,
    /// The form's period whose sheet it is.
    pub(crate) period_id: Option<FormPeriodId>,
    /// The plan whose sheet it is; neither: a list of units.
    pub(crate) plan_id: Option<PlanId>,
}

/// A file of units, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct UnitFile {
    /// Our row.
    pub id: UnitFileId,
    /// Who sent it.
    pub user_id: UserId,
    /// The language of the answers.
    pub language: Language,
    /// What was read of it, as JSON.
    pub rows: Option<String>,
    /// The digest of the changes that were shown.
    pub judged: Option<String>,
    /// Its owner has confirmed it: it is being imported.
    pub confirmed: bool,
    /// The form's period whose sheet it is.
    pub period_id: Option<FormPeriodId>,
    /// The plan whose sheet it is; neither: a list of units.
    pub plan_id: Option<PlanId>,
}

/// Stores what was fetched for that purpose until it is confirmed, in place of an earlier file of theirs; `None`: it could
/// not be fetched.
pub(crate) async fn keep(tx: &mut Tx, purpose: Purpose, bytes: Option<&[u8]>) -> Result {
    let (user, language, period, plan) = match purpose {
        Purpose::Units(user, language) => (user, language, None, None),
        Purpose::Sheet(user, language, period) => (user, language, Some(period), None),
        Purpose::PlanSheet(user, language, plan) => (user, language, None, Some(plan)),
        _ => return Ok(()),
    };
    forget(tx, user).await?;
    sqlx::query(
        "INSERT INTO unit_files (user_id, language, bytes, day, period_id, plan_id) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .binds((user, language, bytes, tx.today(), period, plan))
    .run(tx)
    .await?;
    Ok(())
}

/// The next file to be read or imported. It is marked, so that it will not come again.
pub(crate) async fn take(tx: &mut Tx) -> Result<Option<Taken>> {
    sqlx::query_as(
        "UPDATE unit_files SET tried = 1
            WHERE id = (SELECT min(id) FROM unit_files WHERE tried = 0 AND (bytes IS NOT NULL OR confirmed = 1))
            RETURNING id, bytes, rows, language, period_id, plan_id",
    )
    .optional(tx)
    .await
}

/// Whether there is a next one.
pub(crate) async fn any_waits(tx: &mut Tx) -> Result<bool> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM unit_files WHERE tried = 0 AND (bytes IS NOT NULL OR confirmed = 1))",
    )
    .one(tx)
    .await
}

/// Files whose reading or import has not come to an end: when the process starts, it ended the one before.
pub(crate) async fn broken(tx: &mut Tx) -> Result<Vec<UnitFile>> {
    sqlx::query_as(
        "SELECT id, user_id, language, rows, judged, confirmed, period_id, plan_id FROM unit_files
            WHERE tried = 1 AND (bytes IS NOT NULL OR confirmed = 1) ORDER BY id",
    )
    .all(tx)
    .await
}

/// Files that could not be fetched.
pub(crate) async fn lost(tx: &mut Tx) -> Result<Vec<UnitFile>> {
    sqlx::query_as(
        "SELECT id, user_id, language, rows, judged, confirmed, period_id, plan_id FROM unit_files
            WHERE bytes IS NULL AND rows IS NULL ORDER BY id",
    )
    .all(tx)
    .await
}

pub(crate) async fn by_id(tx: &mut Tx, id: UnitFileId) -> Result<Option<UnitFile>> {
    sqlx::query_as(
        "SELECT id, user_id, language, rows, judged, confirmed, period_id, plan_id FROM unit_files WHERE id = $1",
    )
    .bind(id)
    .about(id)
    .optional(tx)
    .await
}

/// Puts what was read in the place of the bytes, and notes which changes were shown: these may be confirmed.
pub(crate) async fn judge(tx: &mut Tx, id: UnitFileId, rows: &str, shown: &str) -> Result {
    sqlx::query(
        "UPDATE unit_files SET bytes = NULL, rows = $2, judged = $3, confirmed = 0 WHERE id = $1",
    )
    .binds((id, rows, shown))
    .about(id)
    .run(tx)
    .await?;
    Ok(())
}

/// Its owner wants it imported.
pub(crate) async fn confirm(tx: &mut Tx, id: UnitFileId) -> Result {
    sqlx::query("UPDATE unit_files SET confirmed = 1, tried = 0 WHERE id = $1 AND confirmed = 0")
        .bind(id)
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

pub(crate) async fn forget(tx: &mut Tx, user: UserId) -> Result {
    sqlx::query("DELETE FROM unit_files WHERE user_id = $1")
        .bind(user)
        .run(tx)
        .await?;
    Ok(())
}

pub(crate) async fn expire(tx: &mut Tx, before: NaiveDate) -> Result {
    sqlx::query("DELETE FROM unit_files WHERE day < $1")
        .bind(before)
        .run(tx)
        .await?;
    Ok(())
}
