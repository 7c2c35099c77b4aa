//! Private chats in which an officer's menu stands, and the language chosen there.
//!
//! Knows who has such a menu. Must not know who should.

use super::Result;
use crate::db::{Binds, Statement, Tx};
use crate::types::{Language, UserId};

/// Notes that an officer's menu stands in a person's chat.
pub(crate) async fn note(tx: &mut Tx, user: UserId) -> Result {
    sqlx::query("INSERT INTO officer_chats (user_id) VALUES ($1) ON CONFLICT DO NOTHING")
        .bind(user)
        .run(tx)
        .await?;
    Ok(())
}

/// The language that was chosen there.
pub(crate) async fn language(tx: &mut Tx, user: UserId) -> Result<Option<Language>> {
    let chosen: Option<Option<Language>> =
        sqlx::query_scalar("SELECT language FROM officer_chats WHERE user_id = $1")
            .bind(user)
            .optional(tx)
            .await?;
    Ok(chosen.flatten())
}

/// Chooses a language there.
pub(crate) async fn set_language(tx: &mut Tx, user: UserId, language: Language) -> Result {
    sqlx::query(
        "INSERT INTO officer_chats (user_id, language) VALUES ($1, $2)
         ON CONFLICT DO UPDATE SET language = excluded.language",
    )
    .binds((user, language))
    .run(tx)
    .await?;
    Ok(())
}

/// The menu is gone, and what was chosen with it.
pub(crate) async fn forget(tx: &mut Tx, user: UserId) -> Result {
    sqlx::query("DELETE FROM officer_chats WHERE user_id = $1")
        .bind(user)
        .run(tx)
        .await?;
    tx.erase();
    Ok(())
}

/// Who has such a menu and is no officer by a row: owners, and who was one.
pub(crate) async fn without_office(tx: &mut Tx) -> Result<Vec<UserId>> {
    sqlx::query_scalar(
        "SELECT user_id FROM officer_chats
         WHERE user_id NOT IN (SELECT user_id FROM officers) ORDER BY user_id",
    )
    .all(tx)
    .await
}
