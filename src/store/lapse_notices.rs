//! Of which entries the owners know that they are not sent because of a document.

use super::{StoreError, day_text};
use crate::db::{Statement, Tx};

/// Whether the owners were told of something today.
pub(crate) async fn sent_today(tx: &mut Tx) -> Result<bool, StoreError> {
    let today = day_text(tx.today());
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM lapse_notices WHERE sent_on = $1)")
        .bind(today)
        .one(tx)
        .await
}

/// Notes that the owners are told of an entry. `false` if they were told before.
pub(crate) async fn note(tx: &mut Tx, entry: &str, document: &str) -> Result<bool, StoreError> {
    let today = day_text(tx.today());
    let done = sqlx::query(
        "INSERT INTO lapse_notices (entry_id, document_id, sent_on) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
    )
    .bind(entry)
    .bind(document)
    .bind(today)
    .run(tx)
    .await?;
    Ok(done > 0)
}
