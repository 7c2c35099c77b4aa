//! The names under which members are authors of initiatives, and how they end.
//!
//! Must not know why, nor what an entry says.

use sqlx::FromRow;

use super::Result;
use crate::db::{Binds, Statement, Tx};
use crate::types::{ChatId, InitiativeId, MemberId};

#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Author {
    /// `None`: not typed yet, or not confirmed.
    pub name: Option<String>,
    /// What they have typed and not yet confirmed.
    pub typed: Option<String>,
}

pub(crate) async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Option<Author>> {
    sqlx::query_as("SELECT name, typed FROM authors WHERE member_id = $1")
        .bind(member)
        .optional(tx)
        .await
}

/// Keeps what was typed until its owner confirms how it is written.
pub(crate) async fn typed(tx: &mut Tx, member: MemberId, name: &str) -> Result {
    sqlx::query(
        "INSERT INTO authors (member_id, typed) VALUES ($1, $2)
         ON CONFLICT (member_id) DO UPDATE SET typed = excluded.typed",
    )
    .binds((member, name))
    .run(tx)
    .await?;
    Ok(())
}

/// The name as it was confirmed; nothing waits any more.
pub(crate) async fn set(tx: &mut Tx, member: MemberId, name: &str) -> Result {
    sqlx::query("UPDATE authors SET name = $2, typed = NULL WHERE member_id = $1")
        .binds((member, name))
        .run(tx)
        .await?;
    Ok(())
}

/// Deletes the name; nothing leads from a register to this member any more.
pub(crate) async fn forget(tx: &mut Tx, member: MemberId) -> Result {
    for statement in [
        "DELETE FROM authors WHERE member_id = $1",
        "DELETE FROM dialogs WHERE kind = 'author' AND subject IN (SELECT id FROM initiatives WHERE member_id = $1)",
        "UPDATE register_entries SET initiative_id = NULL
         WHERE initiative_id IN (SELECT id FROM initiatives WHERE member_id = $1)",
    ] {
        sqlx::query(statement).bind(member).run(tx).await?;
    }
    tx.erase();
    Ok(())
}

/// Nothing leads from a register to this initiative any more.
pub(crate) async fn take_out(tx: &mut Tx, id: InitiativeId) -> Result {
    sqlx::query("UPDATE register_entries SET initiative_id = NULL WHERE initiative_id = $1")
        .bind(id)
        .about(id)
        .run(tx)
        .await?;
    tx.erase();
    Ok(())
}

/// Drops whatever waits in the outbox that could show an initiative of this member: what is about the unit in whose register one
/// is, or about a unit above. What is being sent is not sent again. Returns whose answer is gone, each once.
pub(crate) async fn drop_shown(tx: &mut Tx, member: MemberId) -> Result<Vec<ChatId>> {
    let mut chats: Vec<ChatId> = sqlx::query_scalar(
        "WITH RECURSIVE up (id) AS (
             SELECT e.unit_id FROM initiatives AS i JOIN register_entries AS e ON e.initiative_id = i.id WHERE i.member_id = $1
             UNION SELECT u.parent_id FROM up JOIN units AS u ON u.id = up.id WHERE u.parent_id IS NOT NULL)
         DELETE FROM outbox WHERE id IN (
             SELECT o.id FROM up CROSS JOIN outbox AS o ON o.subject = up.id AND o.kind = 'register'
             WHERE o.state IN ('queued', 'claimed'))
         RETURNING chat_id",
    )
    .bind(member)
    .all(tx)
    .await?;
    chats.sort_unstable();
    chats.dedup();
    Ok(chats)
}
