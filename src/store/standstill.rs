//! Days on which nothing but answers is sent: everything else in the outbox is held.

use super::{Fault, day_text};
use crate::db::Tx;
use crate::types::UserId;

/// Nothing but answers is sent from now on; `false` if that was so.
pub(crate) async fn stand_still(tx: &mut Tx, officer: UserId) -> Result<bool, Fault> {
    let today = day_text(tx.today());
    let stood = sqlx::query(
        "INSERT INTO standstill (id, officer, since_on) VALUES (1, $1, $2) ON CONFLICT DO NOTHING",
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
pub(crate) async fn hold(tx: &mut Tx) -> Result<(), Fault> {
    sqlx::query(
        "UPDATE outbox SET due_at = expires_at
         WHERE state = 'queued' AND lane > 0 AND due_at < expires_at AND purpose NOT LIKE '{\"unsend\"%'",
    )
    .execute(tx.connection())
    .await?;
    Ok(())
}

/// Everything is sent again; `false` if nothing stood still.
pub(crate) async fn go_on(tx: &mut Tx) -> Result<bool, Fault> {
    let now = tx.now().timestamp();
    let gone = sqlx::query("DELETE FROM standstill")
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
pub(crate) async fn stands_still(tx: &mut Tx) -> Result<bool, Fault> {
    Ok(
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM standstill)")
            .fetch_one(tx.connection())
            .await?,
    )
}
