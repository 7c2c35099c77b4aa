//! What officers looked at or changed. Rows are only ever added.

use super::{Fault, day_text};
use crate::db::Tx;
use crate::types::{UnitId, UserId};

/// What an officer did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Deed {
    /// Looked at a unit's figures.
    Report,
    /// Tied a group to a unit.
    Link,
    /// Untied a group.
    Unlink,
}

/// Writes a deed down.
pub(crate) async fn note(
    tx: &mut Tx,
    unit: UnitId,
    officer: UserId,
    deed: Deed,
) -> Result<(), Fault> {
    let today = day_text(tx.today());
    sqlx::query("INSERT INTO audit (day, unit_id, user_id, deed) VALUES ($1, $2, $3, $4)")
        .bind(today)
        .bind(unit)
        .bind(officer)
        .bind(deed)
        .execute(tx.connection())
        .await?;
    Ok(())
}
