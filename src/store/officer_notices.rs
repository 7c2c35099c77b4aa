//! What all officers are told once, and how far that is.
//!
//! Knows a name for each occasion, and the order in which officers are served. Must not know what is said.

use super::Result;
use crate::db::{Binds, Statement, Tx};
use crate::types::UserId;

/// After whom to go on; `None`: everybody was served.
pub(crate) async fn open(tx: &mut Tx, about: &str) -> Result<Option<UserId>> {
    sqlx::query("INSERT INTO officer_notices (about) VALUES ($1) ON CONFLICT DO NOTHING")
        .bind(about)
        .run(tx)
        .await?;
    sqlx::query_scalar("SELECT cursor FROM officer_notices WHERE about = $1 AND done = 0")
        .bind(about)
        .optional(tx)
        .await
}

/// The next officers, each once.
pub(crate) async fn next(tx: &mut Tx, after: UserId, limit: u32) -> Result<Vec<UserId>> {
    sqlx::query_scalar(
        "SELECT DISTINCT user_id FROM officers WHERE user_id > $1 ORDER BY user_id LIMIT $2",
    )
    .binds((after, limit))
    .all(tx)
    .await
}

/// So far it is; once everybody was served, no officer's number is kept.
pub(crate) async fn advance(tx: &mut Tx, about: &str, last: Option<UserId>) -> Result {
    sqlx::query(
        "UPDATE officer_notices SET cursor = coalesce($2, 0), done = ($2 IS NULL) WHERE about = $1",
    )
    .binds((about, last))
    .run(tx)
    .await?;
    Ok(())
}
