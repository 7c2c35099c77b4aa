//! Days on which nothing but answers is sent.
//!
//! Knows whether such a day is. What waits in the outbox is not touched, so that the moments it was planned for stay:
//! `outbox::claim` takes no row but replies and recalls of messages while there is a row here.

use super::Result;
use crate::db::{Statement, Tx};
use crate::types::UserId;

/// From now on nothing but answers is sent; `false` if that was so before.
pub(crate) async fn begin(tx: &mut Tx, officer: UserId) -> Result<bool> {
    let stood = sqlx::query(
        "INSERT INTO pause_all (id, officer, since_on) VALUES (1, $1, $2) ON CONFLICT DO NOTHING",
    );
    let stood = stood.bind(officer).bind(tx.today()).run(tx).await?;
    Ok(stood == 1)
}

/// Everything is sent again; `false` if it was not paused.
pub(crate) async fn end(tx: &mut Tx) -> Result<bool> {
    let gone = sqlx::query("DELETE FROM pause_all").run(tx).await?;
    Ok(gone > 0)
}

pub(crate) async fn is_active(tx: &mut Tx) -> Result<bool> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM pause_all)")
        .one(tx)
        .await
}
