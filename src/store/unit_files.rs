//! Files of units that owners have sent and not yet confirmed: one an owner.

use chrono::NaiveDate;
use sqlx::FromRow;

use super::{StoreError, day_text};
use crate::db::{Statement, Tx};
use crate::types::{Language, UnitFileId, UserId};

/// A file of units.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct UnitFile {
    /// Our row.
    pub id: UnitFileId,
    /// Who sent it.
    pub user_id: UserId,
    /// The language of the answers.
    pub language: Language,
    /// Its contents; `None` if it could not be fetched.
    pub bytes: Option<Vec<u8>>,
    /// The digest of the changes that were shown; `None`: not judged yet.
    pub judged: Option<String>,
}

/// Stores a file until it is confirmed, in place of an earlier one of theirs.
pub(crate) async fn keep(
    tx: &mut Tx,
    user: UserId,
    language: Language,
    bytes: Option<&[u8]>,
) -> Result<(), StoreError> {
    forget(tx, user).await?;
    sqlx::query("INSERT INTO unit_files (user_id, language, bytes, day) VALUES ($1, $2, $3, $4)")
        .bind(user)
        .bind(language)
        .bind(bytes)
        .bind(day_text(tx.today()))
        .run(tx)
        .await?;
    Ok(())
}

/// The files that are not judged yet.
pub(crate) async fn new(tx: &mut Tx) -> Result<Vec<UnitFile>, StoreError> {
    sqlx::query_as("SELECT id, user_id, language, bytes, judged FROM unit_files WHERE judged IS NULL ORDER BY id")
            .all(tx)
            .await
}

pub(crate) async fn by_id(tx: &mut Tx, id: UnitFileId) -> Result<Option<UnitFile>, StoreError> {
    sqlx::query_as("SELECT id, user_id, language, bytes, judged FROM unit_files WHERE id = $1")
        .bind(id)
        .about(id)
        .optional(tx)
        .await
}

/// Notes which changes were shown.
pub(crate) async fn judge(tx: &mut Tx, id: UnitFileId, shown: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE unit_files SET judged = $2 WHERE id = $1")
        .bind(id)
        .bind(shown)
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

pub(crate) async fn forget(tx: &mut Tx, user: UserId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM unit_files WHERE user_id = $1")
        .bind(user)
        .run(tx)
        .await?;
    Ok(())
}

pub(crate) async fn expire(tx: &mut Tx, before: NaiveDate) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM unit_files WHERE day < $1")
        .bind(day_text(before))
        .run(tx)
        .await?;
    Ok(())
}
