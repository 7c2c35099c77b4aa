//! Members' private journals: sealed, with keys that are not here.

use sqlx::FromRow;

use super::Result;
use crate::db::{Binds, Statement, Tx};
use crate::types::{MemberId, MessageId};

/// A sealed journal.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Journal {
    /// Nonce and ciphertext.
    pub sealed: Vec<u8>,
    /// The message whose buttons carry its key, as far as known.
    pub message_id: Option<MessageId>,
}

pub(crate) async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Option<Journal>> {
    sqlx::query_as("SELECT sealed, message_id FROM journals WHERE member_id = $1")
        .bind(member)
        .optional(tx)
        .await
}

/// Stores a member's journal, in the place of an older one.
pub(crate) async fn put(tx: &mut Tx, member: MemberId, sealed: &[u8]) -> Result {
    sqlx::query(
        "INSERT INTO journals (member_id, sealed) VALUES ($1, $2)
         ON CONFLICT (member_id) DO UPDATE SET sealed = excluded.sealed",
    )
    .binds((member, sealed))
    .run(tx)
    .await?;
    tx.erase();
    Ok(())
}

/// Notes the message whose buttons carry its key.
pub(crate) async fn delivered(tx: &mut Tx, member: MemberId, message: Option<MessageId>) -> Result {
    sqlx::query(
        "UPDATE journals SET delivered = 1, message_id = coalesce($2, message_id) WHERE member_id = $1",
    )
    .binds((member, message))
    .run(tx)
    .await?;
    Ok(())
}

/// Burns a member's journal. `true` if there was one.
pub(crate) async fn burn(tx: &mut Tx, member: MemberId) -> Result<bool> {
    let gone = sqlx::query("DELETE FROM journals WHERE member_id = $1")
        .bind(member)
        .run(tx)
        .await?;
    tx.erase();
    Ok(gone > 0)
}

/// Burns journals whose key never reached their member, and no longer will.
pub(crate) async fn burn_undelivered(tx: &mut Tx) -> Result<u64> {
    let gone = sqlx::query(
        "DELETE FROM journals WHERE delivered = 0 AND NOT EXISTS (
             SELECT 1 FROM outbox AS o JOIN members AS m ON m.user_id = o.chat_id
             WHERE m.id = journals.member_id AND o.state IN ('queued', 'claimed')
               AND o.purpose = '{\"journal\":' || journals.member_id || '}')",
    )
    .run(tx)
    .await?;
    Ok(gone)
}
