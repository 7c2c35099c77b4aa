//! Group chats tied to a unit.

use chrono::NaiveDate;

use super::Result;
use crate::db::{Binds, Statement, Tx};
use crate::types::{ChatId, UnitId};

pub(crate) async fn unit_of(tx: &mut Tx, chat: ChatId) -> Result<Option<UnitId>> {
    sqlx::query_scalar("SELECT unit_id FROM groups WHERE chat_id = $1")
        .bind(chat)
        .optional(tx)
        .await
}

pub(crate) async fn of_unit(tx: &mut Tx, unit: UnitId) -> Result<Vec<ChatId>> {
    sqlx::query_scalar("SELECT chat_id FROM groups WHERE unit_id = $1 ORDER BY chat_id")
        .bind(unit)
        .about(unit)
        .all(tx)
        .await
}

/// Those of a unit that were tied to it after that day.
pub(crate) async fn tied_after(tx: &mut Tx, unit: UnitId, day: NaiveDate) -> Result<Vec<ChatId>> {
    sqlx::query_scalar(
        "SELECT chat_id FROM groups WHERE unit_id = $1 AND linked_on > $2 ORDER BY chat_id",
    )
    .binds((unit, day))
    .about(unit)
    .all(tx)
    .await
}

/// All that are tied to a unit, each with the unit's code.
///
/// # Errors
/// The database cannot be read.
pub async fn all(tx: &mut Tx) -> Result<Vec<(ChatId, String)>> {
    sqlx::query_as(
        "SELECT chat_id, code FROM groups JOIN units ON units.id = unit_id ORDER BY code, chat_id",
    )
    .all(tx)
    .await
}

/// Groups that have not had the week of that Monday, those that wait longest first.
pub(crate) async fn to_post(
    tx: &mut Tx,
    monday: NaiveDate,
    limit: u32,
) -> Result<Vec<(ChatId, UnitId)>> {
    sqlx::query_as(
        "SELECT chat_id, unit_id FROM groups WHERE weekly = 1 AND posted_week < $1
         ORDER BY posted_week, chat_id LIMIT $2",
    )
    .binds((monday, limit))
    .all(tx)
    .await
}

/// The week of that Monday is posted in a group, or has nothing to post.
pub(crate) async fn posted(tx: &mut Tx, chat: ChatId, monday: NaiveDate) -> Result {
    sqlx::query("UPDATE groups SET posted_week = $2 WHERE chat_id = $1")
        .binds((chat, monday))
        .run(tx)
        .await?;
    Ok(())
}

/// No weeks are posted in a group any more, until it is tied anew; `false` if none were.
pub(crate) async fn end_weekly(tx: &mut Tx, chat: ChatId) -> Result<bool> {
    let ended = sqlx::query("UPDATE groups SET weekly = 0 WHERE chat_id = $1 AND weekly = 1");
    Ok(ended.bind(chat).run(tx).await? > 0)
}

/// Ties a group to a unit, instead of another if it was tied; weeks are posted in it again.
pub(crate) async fn link(tx: &mut Tx, chat: ChatId, unit: UnitId) -> Result {
    sqlx::query(
        "INSERT INTO groups (chat_id, unit_id, linked_on) VALUES ($1, $2, $3)
         ON CONFLICT (chat_id) DO UPDATE SET unit_id = excluded.unit_id, linked_on = excluded.linked_on, weekly = 1",
    )
    .binds((chat, unit, tx.today()))
    .about(unit)
    .run(tx)
    .await?;
    Ok(())
}

/// Unties a group; the unit it was tied to.
pub(crate) async fn unlink(tx: &mut Tx, chat: ChatId) -> Result<Option<UnitId>> {
    sqlx::query_scalar("DELETE FROM groups WHERE chat_id = $1 RETURNING unit_id")
        .bind(chat)
        .optional(tx)
        .await
}

pub(crate) async fn rename(tx: &mut Tx, from: ChatId, to: ChatId) -> Result {
    sqlx::query("UPDATE OR REPLACE groups SET chat_id = $2 WHERE chat_id = $1")
        .binds((from, to))
        .run(tx)
        .await?;
    Ok(())
}

/// What a group is told that it has not asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub(crate) enum Said {
    /// That what was asked for is for somebody else, or for another place.
    Refusal,
    /// What the bot is for.
    Help,
}

/// Notes that a group is told this now. `false` if it was within so many seconds: then it is not told again.
pub(crate) async fn tells(tx: &mut Tx, chat: ChatId, said: Said, seconds: i64) -> Result<bool> {
    let noted = sqlx::query(
        "INSERT INTO group_refusals (chat_id, said, at) VALUES ($1, $2, $3)
         ON CONFLICT (chat_id, said) DO UPDATE SET at = excluded.at
             WHERE excluded.at NOT BETWEEN at AND at + $4",
    )
    .binds((chat, said, tx.now().timestamp(), seconds))
    .run(tx)
    .await?;
    Ok(noted > 0)
}

/// Forgets when groups were told something.
pub(crate) async fn forget_told(tx: &mut Tx) -> Result {
    sqlx::query("DELETE FROM group_refusals WHERE at NOT BETWEEN $1 - 86400 AND $1")
        .bind(tx.now().timestamp())
        .run(tx)
        .await?;
    Ok(())
}
