//! What a person's next message answers: the newest question alone.

use super::StoreError;
use crate::db::Tx;
use crate::types::UserId;

/// Nothing waits for what they write next; whoever asks now says so afterwards.
pub(crate) async fn clear(tx: &mut Tx, user: UserId) -> Result<(), StoreError> {
    for statement in [
        "UPDATE broadcasts SET awaiting = NULL WHERE officer = $1 AND state = 'draft'",
        "UPDATE commendation_drafts SET awaiting = 0 WHERE officer = $1",
        "UPDATE named_members SET asked_on = NULL
         WHERE member_id = (SELECT id FROM members WHERE user_id = $1)",
    ] {
        sqlx::query(statement)
            .bind(user)
            .execute(tx.connection())
            .await?;
    }
    Ok(())
}
