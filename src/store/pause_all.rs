//! Days on which nothing but answers is sent: everything else in the outbox is held.

use super::{StoreError, day_text};
use crate::db::Tx;
use crate::types::UserId;

/// Nothing but answers is sent from now on; `false` if that was so.
pub(crate) async fn begin(tx: &mut Tx, officer: UserId) -> Result<bool, StoreError> {
    let today = day_text(tx.today());
    let stood = sqlx::query(
        "INSERT INTO pause_all (id, officer, since_on) VALUES (1, $1, $2) ON CONFLICT DO NOTHING",
    );
    let stood = stood
        .bind(officer)
        .bind(today)
        .execute(tx.connection())
        .await?;
    // What waits is held: a row that is due when it expires is never sent.
    hold(tx).await?;
    Ok(stood.rows_affected() == 1)
}

/// Holds everything that nobody waits for.
pub(crate) async fn hold(tx: &mut Tx) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE outbox SET due_at = expires_at
         WHERE state = 'queued' AND lane > 0 AND due_at < expires_at AND purpose NOT LIKE '{\"unsend\"%'",
    )
    .execute(tx.connection())
    .await?;
    Ok(())
}

/// Everything is sent again; `false` if nothing stood still.
pub(crate) async fn end(tx: &mut Tx) -> Result<bool, StoreError> {
    let now = tx.now().timestamp();
    let gone = sqlx::query("DELETE FROM pause_all")
        .execute(tx.connection())
        .await?;
    sqlx::query(
        "UPDATE outbox SET due_at = $1 WHERE state = 'queued' AND lane > 0 AND due_at = expires_at AND expires_at > $1",
    )
    .bind(now)
    .execute(tx.connection())
    .await?;
    Ok(gone.rows_affected() > 0)
}

/// Whether nothing but answers is sent.
pub(crate) async fn is_active(tx: &mut Tx) -> Result<bool, StoreError> {
    Ok(
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM pause_all)")
            .fetch_one(tx.connection())
            .await?,
    )
}
