//! What holds for this database as a whole: its salt, its thresholds, the settings of the last start.

use rand::Rng;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Result, StoreError};
use crate::db::{Binds, Statement, Tx};
use crate::types::{Thresholds, UserId};

/// Creates the table's one row, with a salt, if it is missing.
pub(crate) async fn ensure(tx: &mut Tx) -> Result {
    let mut salt = [0_u8; 32];
    tx.rng.fill_bytes(&mut salt);
    let Thresholds { quiz, reflection } = Thresholds::default();
    sqlx::query(
        "INSERT INTO installation (id, salt, threshold_quiz, threshold_reflection) VALUES (1, $1, $2, $3) ON CONFLICT DO NOTHING",
    )
    .binds((salt.as_slice(), quiz, reflection))
    .run(tx)
    .await?;
    Ok(())
}

/// The thresholds in force.
///
/// # Errors
/// The database cannot be read.
pub async fn thresholds(tx: &mut Tx) -> Result<Thresholds> {
    let row = sqlx::query_as(
        "SELECT threshold_quiz AS quiz, threshold_reflection AS reflection FROM installation WHERE id = 1",
    )
    .optional(tx)
    .await?;
    Ok(row.unwrap_or_default())
}

/// Raises the thresholds that are lower than these. `true` if one was.
pub(crate) async fn raise(tx: &mut Tx, to: Thresholds) -> Result<bool> {
    let raised = sqlx::query(
        "UPDATE installation SET threshold_quiz = max(threshold_quiz, $1), threshold_reflection = max(threshold_reflection, $2)
         WHERE id = 1 AND (threshold_quiz < $1 OR threshold_reflection < $2)",
    )
    .binds((to.quiz, to.reflection))
    .run(tx)
    .await?;
    Ok(raised > 0)
}

/// The digest under which proofs of a person's ended consents are kept.
///
/// It hides the number from a glance and from other installations. Whoever holds this database can still try
/// numbers against it.
pub(crate) async fn digest(tx: &mut Tx, user: UserId) -> Result<String> {
    let salt: Vec<u8> = sqlx::query_scalar("SELECT salt FROM installation WHERE id = 1")
        .one(tx)
        .await?;
    let digest = Sha256::new()
        .chain_update(salt)
        .chain_update(user.0.to_be_bytes())
        .finalize();
    Ok(crate::types::hex(&digest))
}

/// The server's settings that decide who has rights and who counts, as of a start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Settings {
    /// A digest of the owners' numbers.
    pub(crate) owners: String,
    /// How many they are.
    pub(crate) owners_count: String,
    /// The kinds of unit that are grassroots.
    pub(crate) grassroots: String,
    /// Whether anybody may join by a unit's name: `open` or `closed`.
    pub(crate) joining: String,
}

/// The settings of the last start.
pub(crate) async fn settings(tx: &mut Tx) -> Result<Option<Settings>> {
    let stored: Option<String> =
        sqlx::query_scalar("SELECT settings FROM installation WHERE id = 1")
            .one(tx)
            .await?;
    stored
        .map(|stored| serde_json::from_str(&stored))
        .transpose()
        .map_err(|error| StoreError::Bug(format!("the settings of the last start: {error}")))
}

pub(crate) async fn set_settings(tx: &mut Tx, settings: &Settings) -> Result {
    let stored = serde_json::to_string(settings)
        .map_err(|error| StoreError::Bug(format!("settings as JSON: {error}")))?;
    sqlx::query("UPDATE installation SET settings = $1 WHERE id = 1")
        .bind(stored)
        .run(tx)
        .await?;
    Ok(())
}

/// Whether retention has work to do today.
pub(crate) async fn unswept_today(tx: &mut Tx) -> Result<bool> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM installation WHERE swept_on <> $1)")
        .bind(tx.today())
        .one(tx)
        .await
}

/// Retention has done its work for today.
pub(crate) async fn swept_today(tx: &mut Tx) -> Result {
    sqlx::query("UPDATE installation SET swept_on = $1 WHERE id = 1")
        .bind(tx.today())
        .run(tx)
        .await?;
    Ok(())
}
