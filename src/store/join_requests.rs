//! Who waits to be let into a unit, and who may not ask again yet.

use chrono::NaiveDate;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Row};

use super::{Result, installation};
use crate::db::{Binds, Statement, Tx};
use crate::event::ConsentPart;
use crate::types::{JoinRequestId, Language, UnitId, UserId};

/// A request to be let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinRequest {
    /// Our row.
    pub id: JoinRequestId,
    /// Who asks.
    pub user: UserId,
    /// Which unit.
    pub unit: UnitId,
    /// The language they read.
    pub language: Language,
    /// The number that they see.
    pub digits: u8,
    /// The numbers that officers choose from.
    pub choices: Vec<u8>,
    /// The day.
    pub asked_on: NaiveDate,
    /// What they have agreed to, by the hashes of the words; nothing if they are a member already.
    pub consents: Vec<(ConsentPart, String)>,
}

/// A request as it is made.
#[derive(Debug)]
pub(crate) struct NewJoinRequest {
    pub(crate) user: UserId,
    pub(crate) unit: UnitId,
    pub(crate) language: Language,
    pub(crate) digits: u8,
    pub(crate) choices: Vec<u8>,
    pub(crate) consents: Vec<(ConsentPart, String)>,
}

/// A request, from the rows that the conditions after it leave.
macro_rules! columns {
    () => {
        "SELECT id, user_id, unit_id, language, digits, choices, asked_on, account, abroad, reflection
         FROM join_requests "
    };
}

impl FromRow<'_, SqliteRow> for JoinRequest {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        let choices: String = row.try_get("choices")?;
        let mut consents = Vec::new();
        for (part, column) in [
            (ConsentPart::Account, "account"),
            (ConsentPart::Abroad, "abroad"),
            (ConsentPart::Reflection, "reflection"),
        ] {
            let hash: Option<String> = row.try_get(column)?;
            consents.extend(hash.map(|hash| (part, hash)));
        }
        Ok(Self {
            id: row.try_get("id")?,
            user: row.try_get("user_id")?,
            unit: row.try_get("unit_id")?,
            language: row.try_get("language")?,
            digits: row.try_get("digits")?,
            choices: serde_json::from_str(&choices)
                .map_err(|error| sqlx::Error::Decode(error.into()))?,
            asked_on: row.try_get("asked_on")?,
            consents,
        })
    }
}

/// Stores a request; the person has no other.
pub(crate) async fn open(tx: &mut Tx, new: &NewJoinRequest) -> Result<JoinRequestId> {
    let hash = |part| {
        let found = new.consents.iter().find(|(given, _)| *given == part);
        found.map(|(_, hash)| hash.clone())
    };
    sqlx::query_scalar(
        "INSERT INTO join_requests (user_id, unit_id, language, digits, choices, asked_on, account, abroad, reflection)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id",
    )
    .binds((new.user, new.unit, new.language, new.digits, super::list(new.choices.iter().map(|number| i64::from(*number))), tx.today(), hash(ConsentPart::Account), hash(ConsentPart::Abroad), hash(ConsentPart::Reflection)))
    .about(new.unit)
    .one(tx)
    .await
}

/// The open request of a person.
pub(crate) async fn of(tx: &mut Tx, user: UserId) -> Result<Option<JoinRequest>> {
    sqlx::query_as(concat!(columns!(), "WHERE user_id = $1"))
        .bind(user)
        .optional(tx)
        .await
}

/// The open request of that row.
pub(crate) async fn by_id(tx: &mut Tx, id: JoinRequestId) -> Result<Option<JoinRequest>> {
    sqlx::query_as(concat!(columns!(), "WHERE id = $1"))
        .bind(id)
        .about(id)
        .optional(tx)
        .await
}

/// Who waits for a unit, who has waited longest first.
pub(crate) async fn of_unit(tx: &mut Tx, unit: UnitId) -> Result<Vec<JoinRequest>> {
    sqlx::query_as(concat!(columns!(), "WHERE unit_id = $1 ORDER BY id"))
        .bind(unit)
        .about(unit)
        .all(tx)
        .await
}

/// How many wait for a unit.
pub(crate) async fn waiting(tx: &mut Tx, unit: UnitId) -> Result<i64> {
    sqlx::query_scalar("SELECT count(*) FROM join_requests WHERE unit_id = $1")
        .bind(unit)
        .about(unit)
        .one(tx)
        .await
}

/// Whether somebody else who still waits for that unit has asked today.
pub(crate) async fn asked_today(tx: &mut Tx, unit: UnitId, but: JoinRequestId) -> Result<bool> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM join_requests WHERE unit_id = $1 AND id <> $2 AND asked_on = $3)",
    )
    .binds((unit, but, tx.today()))
    .about(unit)
    .one(tx)
    .await
}

/// Up to `limit` requests that were made on `day` or before.
pub(crate) async fn old(tx: &mut Tx, day: NaiveDate, limit: u32) -> Result<Vec<JoinRequest>> {
    sqlx::query_as(concat!(
        columns!(),
        "WHERE asked_on <= $1 ORDER BY asked_on, id LIMIT $2"
    ))
    .binds((day, limit))
    .all(tx)
    .await
}

/// Up to `limit` requests that were made on `day` or before and have not been raised: they are now.
pub(crate) async fn raise(tx: &mut Tx, day: NaiveDate, limit: u32) -> Result<Vec<JoinRequest>> {
    sqlx::query_as(
        "UPDATE join_requests SET raised = 1 WHERE id IN (
             SELECT id FROM join_requests WHERE raised = 0 AND asked_on <= $1 ORDER BY asked_on, id LIMIT $2)
         RETURNING id, user_id, unit_id, language, digits, choices, asked_on, account, abroad, reflection",
    )
    .binds((day, limit))
    .all(tx)
    .await
}

/// Whether anybody waits.
pub(crate) async fn any(tx: &mut Tx) -> Result<bool> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM join_requests)")
        .one(tx)
        .await
}

/// Deletes the request of a person, if they have one.
pub(crate) async fn forget(tx: &mut Tx, user: UserId) -> Result {
    let gone = sqlx::query("DELETE FROM join_requests WHERE user_id = $1")
        .bind(user)
        .run(tx)
        .await?;
    if gone > 0 {
        tx.erase();
    }
    Ok(())
}

/// They may ask again on that day, not before.
pub(crate) async fn pause(tx: &mut Tx, user: UserId, until: NaiveDate) -> Result {
    let person = installation::digest(tx, user).await?;
    sqlx::query(
        "INSERT INTO join_pauses (person, until) VALUES ($1, $2)
         ON CONFLICT (person) DO UPDATE SET until = max(until, excluded.until)",
    )
    .binds((person, until))
    .run(tx)
    .await?;
    Ok(())
}

/// The first day on which they may ask again, if one was set: today or before is no pause any more.
pub(crate) async fn paused(tx: &mut Tx, user: UserId) -> Result<Option<NaiveDate>> {
    let person = installation::digest(tx, user).await?;
    sqlx::query_scalar("SELECT until FROM join_pauses WHERE person = $1")
        .bind(person)
        .optional(tx)
        .await
}

/// Forgets pauses that are over.
pub(crate) async fn forget_pauses(tx: &mut Tx) -> Result {
    sqlx::query("DELETE FROM join_pauses WHERE until < $1")
        .bind(tx.today())
        .run(tx)
        .await?;
    Ok(())
}
