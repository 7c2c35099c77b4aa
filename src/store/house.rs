//! What holds for this database as a whole: its salt and its thresholds.

use rand::Rng;
use sha2::{Digest, Sha256};

use super::{Fault, day_text};
use crate::db::Tx;
use crate::types::UserId;

/// Fewest people behind a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Floors {
    /// Behind a quiz figure.
    pub quiz: i64,
    /// Behind a reflection figure.
    pub reflection: i64,
}

impl Default for Floors {
    /// The lowest there can be.
    fn default() -> Self {
        Self {
            quiz: 5,
            reflection: 10,
        }
    }
}

/// Sees to it that the house has its row.
pub(crate) async fn found(tx: &mut Tx) -> Result<(), Fault> {
    let mut salt = [0_u8; 32];
    tx.chance.fill_bytes(&mut salt);
    let Floors { quiz, reflection } = Floors::default();
    sqlx::query(
        "INSERT INTO house (id, salt, floor_quiz, floor_reflection) VALUES (1, $1, $2, $3) ON CONFLICT DO NOTHING",
    )
    .bind(salt.as_slice())
    .bind(quiz)
    .bind(reflection)
    .execute(tx.connection())
    .await?;
    Ok(())
}

/// The thresholds in force.
///
/// # Errors
/// The database cannot be read.
pub async fn floors(tx: &mut Tx) -> Result<Floors, Fault> {
    let row = sqlx::query_as(
        "SELECT floor_quiz AS quiz, floor_reflection AS reflection FROM house WHERE id = 1",
    )
    .fetch_optional(tx.connection())
    .await?;
    Ok(row.unwrap_or_default())
}

/// Raises the thresholds that are lower than these. `true` if one was.
pub(crate) async fn raise(tx: &mut Tx, to: Floors) -> Result<bool, Fault> {
    let raised = sqlx::query(
        "UPDATE house SET floor_quiz = max(floor_quiz, $1), floor_reflection = max(floor_reflection, $2)
         WHERE id = 1 AND (floor_quiz < $1 OR floor_reflection < $2)",
    )
    .bind(to.quiz)
    .bind(to.reflection)
    .execute(tx.connection())
    .await?;
    Ok(raised.rows_affected() > 0)
}

/// The digest under which proofs of a person's ended consents are kept.
///
/// It hides the number from a glance, and from other installations; whoever holds this database
/// can still try numbers against it.
pub(crate) async fn digest(tx: &mut Tx, user: UserId) -> Result<String, Fault> {
    let salt: Vec<u8> = sqlx::query_scalar("SELECT salt FROM house WHERE id = 1")
        .fetch_one(tx.connection())
        .await?;
    let digest = Sha256::new()
        .chain_update(salt)
        .chain_update(user.0.to_be_bytes())
        .finalize();
    Ok(super::hex(&digest))
}

/// Whether retention has work to do today.
pub(crate) async fn unswept_today(tx: &mut Tx) -> Result<bool, Fault> {
    let today = day_text(tx.today());
    Ok(
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM house WHERE swept_on <> $1)")
            .bind(today)
            .fetch_one(tx.connection())
            .await?,
    )
}

/// Retention has done its work for today.
pub(crate) async fn swept_today(tx: &mut Tx) -> Result<(), Fault> {
    let today = day_text(tx.today());
    sqlx::query("UPDATE house SET swept_on = $1 WHERE id = 1")
        .bind(today)
        .execute(tx.connection())
        .await?;
    Ok(())
}
