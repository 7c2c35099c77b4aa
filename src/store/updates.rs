//! Updates already handled, and those put aside.

use chrono::NaiveDate;

use super::{Fault, day_text};
use crate::db::Tx;
use crate::types::UpdateId;

/// Marks an update as handled; `false` if it was before.
pub(crate) async fn claim(tx: &mut Tx, id: UpdateId) -> Result<bool, Fault> {
    let today = day_text(tx.today());
    let done = sqlx::query(
        "INSERT INTO updates (update_id, done_on) VALUES ($1, $2) ON CONFLICT DO NOTHING",
    )
    .bind(id)
    .bind(today)
    .execute(tx.connection())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Puts an update aside: which and why, never what it said.
pub(crate) async fn quarantine(
    tx: &mut Tx,
    id: UpdateId,
    kind: &str,
    cause: &str,
) -> Result<(), Fault> {
    let today = day_text(tx.today());
    sqlx::query(
        "INSERT INTO quarantine (update_id, kind, cause, put_on) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
    )
    .bind(id)
    .bind(kind)
    .bind(cause)
    .bind(today)
    .execute(tx.connection())
    .await?;
    Ok(())
}

/// Forgets updates handled before `day`.
pub(crate) async fn forget(tx: &mut Tx, day: NaiveDate) -> Result<(), Fault> {
    sqlx::query("DELETE FROM updates WHERE done_on < $1")
        .bind(day_text(day))
        .execute(tx.connection())
        .await?;
    Ok(())
}
