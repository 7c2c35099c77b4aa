//! Consents that hold, and proof of those that have ended.

use chrono::NaiveDate;
use sqlx::FromRow;

use super::{Result, installation};
use crate::db::{Binds, Statement, Tx};
use crate::event::ConsentPart;
use crate::types::{MemberId, UserId};

/// A consent as it was given.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Consent {
    /// Which consent.
    pub part: ConsentPart,
    /// The hash of the words agreed to.
    pub text_hash: String,
    /// Whether it has been withdrawn since.
    pub withdrawn: bool,
}

/// Why a consent no longer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Ending {
    /// Withdrawn alone; the member stays.
    Withdrawn,
    /// Given again, to other words.
    Renewed,
    /// The member left.
    Left,
    /// The member could not be reached for too long, or did not confirm anew in time.
    Lapsed,
}

/// What a member has agreed to, withdrawn ones included.
pub(crate) async fn of_member(tx: &mut Tx, id: MemberId) -> Result<Vec<Consent>> {
    sqlx::query_as(
        "SELECT part, text_hash, withdrawn_on IS NOT NULL AS withdrawn FROM consents
         WHERE member_id = $1 ORDER BY part",
    )
    .bind(id)
    .all(tx)
    .await
}

/// Stores a consent with the hash of the words agreed to. The one that it replaces is kept as proof.
pub(crate) async fn give(
    tx: &mut Tx,
    id: MemberId,
    part: ConsentPart,
    (text_hash, given_on): (&str, NaiveDate),
) -> Result {
    let before = of_member(tx, id).await?;
    if let Some(before) = before.iter().find(|consent| consent.part == part) {
        if !before.withdrawn && before.text_hash == text_hash {
            return Ok(());
        }
        keep_proof(tx, id, Some(part), Ending::Renewed).await?;
    }
    sqlx::query(
        "INSERT INTO consents (member_id, part, text_hash, given_on) VALUES ($1, $2, $3, $4)
         ON CONFLICT (member_id, part) DO UPDATE
         SET text_hash = excluded.text_hash, given_on = excluded.given_on, withdrawn_on = NULL",
    )
    .binds((id, part, text_hash, given_on))
    .run(tx)
    .await?;
    Ok(())
}

/// Withdraws a consent.
pub(crate) async fn withdraw(tx: &mut Tx, id: MemberId, part: ConsentPart) -> Result {
    sqlx::query("UPDATE consents SET withdrawn_on = $3 WHERE member_id = $1 AND part = $2 AND withdrawn_on IS NULL")
        .binds((id, part, tx.today()))
        .run(tx)
        .await?;
    Ok(())
}

/// Keeps proof of a member's consents, of one part or of all, that end today or have been withdrawn.
pub(crate) async fn keep_proof(
    tx: &mut Tx,
    id: MemberId,
    part: Option<ConsentPart>,
    ending: Ending,
) -> Result {
    let user: UserId = sqlx::query_scalar("SELECT user_id FROM members WHERE id = $1")
        .bind(id)
        .one(tx)
        .await?;
    let person = installation::digest(tx, user).await?;
    sqlx::query(
        "INSERT INTO consent_proofs (person, part, text_hash, given_on, ended_on, ending)
         SELECT $1, part, text_hash, given_on, coalesce(withdrawn_on, $2),
                CASE WHEN withdrawn_on IS NULL THEN $3 ELSE $4 END
         FROM consents WHERE member_id = $5 AND ($6 IS NULL OR part = $6)
         ON CONFLICT DO NOTHING",
    )
    .binds((person, tx.today(), ending, Ending::Withdrawn, id, part))
    .run(tx)
    .await?;
    Ok(())
}

/// Whether this person has left on or after `day`, and may have been counted since.
pub(crate) async fn left_since(tx: &mut Tx, user: UserId, day: NaiveDate) -> Result<bool> {
    let person = installation::digest(tx, user).await?;
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM consent_proofs
         WHERE person = $1 AND ending IN ('left', 'lapsed') AND ended_on >= $2)",
    )
    .binds((person, day))
    .one(tx)
    .await
}
