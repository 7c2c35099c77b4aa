//! Calls of which no file may know: in memory alone, beside the outbox, and lost with the process.
//!
//! Knows their rows and how each ends. Must not know what they say, nor whom that would give away.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{Result, StoreError, list, moment};
use crate::db::{Binds, Statement, Tx};
use crate::outgoing::{Call, Claimed, Lane};
use crate::types::{ChatId, OutboxId};

/// Their ids lie beyond every id of the outbox.
const FIRST: i64 = 1 << 62;

/// Whether an id is that of such a call.
pub(crate) fn is_one(id: OutboxId) -> bool {
    id.0 > FIRST
}

/// Queues a call. It counts against that chat; a tap is answered in it, too, after what waited there before.
pub(crate) async fn enqueue(
    tx: &mut Tx,
    chat: ChatId,
    expires_at: DateTime<Utc>,
    call: &Call,
) -> Result {
    sqlx::query(
        "INSERT INTO unwritten_calls (id, chat_id, expires_at, call) SELECT next, $1, $2, $3 FROM unwritten_ids",
    )
    .binds((chat, expires_at.timestamp(), json(call)?))
    .run(tx)
    .await?;
    sqlx::query("UPDATE unwritten_ids SET next = next + 1")
        .run(tx)
        .await?;
    tx.set_unwritten(true);
    Ok(())
}

/// Claims those that wait, except in `busy` chats.
pub(crate) async fn claim(tx: &mut Tx, limit: u32, busy: &[ChatId]) -> Result<Vec<Claimed>> {
    if !tx.has_unwritten() || limit == 0 {
        return Ok(Vec::new());
    }
    let rows = sqlx::query(
        "UPDATE unwritten_calls SET claimed = 1, attempts = attempts + 1 WHERE id IN (
             SELECT id FROM unwritten_calls
             WHERE claimed = 0 AND chat_id NOT IN (SELECT value FROM json_each($1)) ORDER BY id LIMIT $2)
         RETURNING id, attempts, expires_at, call",
    )
    .binds((list(busy.iter().map(|chat| chat.0)), limit))
    .all(tx)
    .await?;
    let left: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM unwritten_calls)")
        .one(tx)
        .await?;
    tx.set_unwritten(left);
    let claimed = |row: &SqliteRow| {
        let call: String = row.try_get("call")?;
        Ok(Claimed {
            id: row.try_get("id")?,
            attempts: row.try_get("attempts")?,
            lane: Lane::Reply,
            expires_at: moment(row.try_get("expires_at")?)?,
            call: parsed(&call)?,
        })
    };
    rows.iter().map(claimed).collect()
}

/// The call of a row and how often it was tried; `None`: it has ended.
pub(crate) async fn of(tx: &mut Tx, id: OutboxId) -> Result<Option<(Call, i64)>> {
    let row: Option<(String, i64)> =
        sqlx::query_as("SELECT call, attempts FROM unwritten_calls WHERE id = $1")
            .bind(id)
            .about(id)
            .optional(tx)
            .await?;
    row.map(|(call, attempts)| Ok((parsed(&call)?, attempts)))
        .transpose()
}

/// Puts it back, with this call in its place.
pub(crate) async fn requeue(tx: &mut Tx, id: OutboxId, call: &Call, counted: bool) -> Result {
    sqlx::query(
        "UPDATE unwritten_calls SET claimed = 0, call = $2, attempts = attempts - $3 WHERE id = $1",
    )
    .binds((id, json(call)?, i64::from(!counted)))
    .about(id)
    .run(tx)
    .await?;
    tx.set_unwritten(true);
    Ok(())
}

/// It was made, or never will be.
pub(crate) async fn end(tx: &mut Tx, id: OutboxId) -> Result {
    sqlx::query("DELETE FROM unwritten_calls WHERE id = $1")
        .bind(id)
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

/// All that waits in a chat, because the member has left.
pub(crate) async fn drop_all(tx: &mut Tx, chat: ChatId) -> Result {
    sqlx::query("DELETE FROM unwritten_calls WHERE chat_id = $1")
        .bind(chat)
        .run(tx)
        .await?;
    Ok(())
}

/// As it stands in memory.
pub(super) fn json(what: &impl Serialize) -> Result<String> {
    serde_json::to_string(what).map_err(|error| StoreError::Bug(format!("in memory: {error}")))
}

pub(super) fn parsed<T: DeserializeOwned>(text: &str) -> Result<T> {
    // Not the error's own words: they may quote what could not be read.
    serde_json::from_str(text).map_err(|_| StoreError::Bug("memory that cannot be read".into()))
}
