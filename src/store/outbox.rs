//! The outbox: calls that wait, those being made, and how they ended.
//!
//! A row moves only forward: queued → claimed → deleted (sent) or ended with a reason;
//! a claimed row goes back to queued only by a refusal that says "later", or by a restart.

mod claim;
mod queue;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

pub use self::claim::{Wanted, claim};
pub(crate) use self::queue::{enqueue, enqueue_now};
use super::{Result, StoreError, moment, unwritten};
use crate::db::{Binds, Statement, Tx};
use crate::outgoing::{Call, Lane, OnDoubt, Purpose, Reason};
use crate::types::{ChatId, OutboxId};

/// How a row can end without having been sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum End {
    /// The person or chat cannot be written to.
    Unreachable,
    /// What it referred to is gone.
    Stale,
    /// Refused for good, or too many attempts.
    Failed,
    /// Its time had passed.
    Expired,
    /// It may have been sent, and a second copy would do harm.
    Unknown,
}

/// Drops the replies that wait in a chat for the same purpose, which has a subject: a newer one replaces them.
pub(crate) async fn drop_waiting(tx: &mut Tx, chat: ChatId, purpose: Purpose) -> Result {
    sqlx::query(
        "DELETE FROM outbox
         WHERE subject = $1 AND kind = $2 AND state = 'queued' AND lane = $3 AND chat_id = $4",
    )
    .binds((purpose.subject(), purpose.kind(), Lane::Reply, chat))
    .run(tx)
    .await?;
    Ok(())
}

/// What the core needs to know of a claimed row when its call was answered.
#[derive(Debug, Clone, Copy)]
pub struct Owed {
    /// What to record.
    pub purpose: Purpose,
    /// The chat it went to.
    pub chat: Option<ChatId>,
    /// Which queue it came from.
    pub lane: Lane,
    /// How many times it was tried.
    pub attempts: i64,
    /// Whether it is made again if nobody knows whether it was carried out.
    pub on_doubt: OnDoubt,
}

/// Those of the rows that are claimed; the others have ended already.
pub(crate) async fn claimed_rows(tx: &mut Tx, ids: &[OutboxId]) -> Result<HashMap<OutboxId, Owed>> {
    let rows = sqlx::query(
        "SELECT id, purpose, chat_id, lane, attempts, on_doubt FROM outbox
         WHERE id IN (SELECT value FROM json_each($1)) AND state = 'claimed'",
    )
    .bind(json(&ids)?)
    .all(tx)
    .await?;
    let owed = |row: &SqliteRow| {
        let owed = Owed {
            purpose: parsed(row.try_get("purpose")?)?,
            chat: row.try_get("chat_id")?,
            lane: row.try_get("lane")?,
            attempts: row.try_get("attempts")?,
            on_doubt: row.try_get("on_doubt")?,
        };
        Ok((row.try_get("id")?, owed))
    };
    rows.iter().map(owed).collect()
}

/// Deletes the rows of calls that were done.
pub(crate) async fn sent(tx: &mut Tx, ids: &[OutboxId]) -> Result {
    sqlx::query("DELETE FROM outbox WHERE id IN (SELECT value FROM json_each($1))")
        .bind(json(&ids)?)
        .run(tx)
        .await?;
    Ok(())
}

/// Puts a claimed row back; `counted` tells whether the attempt was a real one.
pub(crate) async fn requeue(tx: &mut Tx, id: OutboxId, counted: bool) -> Result {
    sqlx::query(
        "UPDATE outbox SET state = 'queued', attempts = attempts - $2
         WHERE id = $1 AND state = 'claimed'",
    )
    .binds((id, i64::from(!counted)))
    .about(id)
    .run(tx)
    .await?;
    Ok(())
}

/// The call of a row that has not ended.
pub(crate) async fn call(tx: &mut Tx, id: OutboxId) -> Result<Call> {
    let call: String = sqlx::query_scalar("SELECT call FROM outbox WHERE id = $1")
        .bind(id)
        .about(id)
        .one(tx)
        .await?;
    parsed(&call)
}

/// Puts a claimed row back with another call in its place.
pub(crate) async fn replace(tx: &mut Tx, id: OutboxId, call: &Call) -> Result {
    sqlx::query(
        "UPDATE outbox SET state = 'queued', call = $2 WHERE id = $1 AND state = 'claimed'",
    )
    .binds((id, json(call)?))
    .about(id)
    .run(tx)
    .await?;
    Ok(())
}

/// Ends a row that was not sent; its words and whom they were for are dropped, the reason stays.
pub(crate) async fn end(tx: &mut Tx, id: OutboxId, end: End, reason: &Reason) -> Result {
    let today = tx.today();
    sqlx::query(
        "UPDATE outbox SET state = $2, reason = $3, ended_on = $4, chat_id = NULL, subject = NULL,
             purpose = '', call = ''
         WHERE id = $1",
    )
    .binds((id, end, reason, today))
    .about(id)
    .run(tx)
    .await?;
    Ok(())
}

/// Ends every queued row whose time has passed. Returns how many.
pub(crate) async fn expire(tx: &mut Tx) -> Result<u64> {
    let (now, today) = (tx.now().timestamp(), tx.today());
    let done = sqlx::query(
        "UPDATE outbox SET state = 'expired', reason = $3, ended_on = $2,
             chat_id = NULL, subject = NULL, purpose = '', call = ''
         WHERE state = 'queued' AND due_at <= $1 AND expires_at <= $1",
    )
    .binds((now, today, Reason::Expired))
    .run(tx)
    .await?;
    if done > 0 {
        tx.erase();
    }
    Ok(done)
}

/// The purposes of file fetches that [`expire`] is about to end.
pub(crate) async fn overdue_fetches(tx: &mut Tx) -> Result<Vec<Purpose>> {
    let purposes: Vec<String> = sqlx::query_scalar(
        "SELECT purpose FROM outbox WHERE state = 'queued' AND due_at <= $1 AND expires_at <= $1
             AND kind IN ('units', 'sheet', 'plan_sheet') ORDER BY id",
    )
    .bind(tx.now().timestamp())
    .all(tx)
    .await?;
    purposes.iter().map(|purpose| parsed(purpose)).collect()
}

/// After a restart nobody holds a claim: resend what may be resent and was tried fewer than
/// `attempts_max` times, end what may not as `unknown`, and what was tried too often as failed.
pub(crate) async fn recover(tx: &mut Tx, attempts_max: i64) -> Result {
    let today = tx.today();
    sqlx::query(
        "UPDATE outbox SET state = 'queued'
         WHERE state = 'claimed' AND on_doubt = 'again' AND attempts < $1",
    )
    .bind(attempts_max)
    .run(tx)
    .await?;
    sqlx::query(
        "UPDATE outbox SET state = CASE on_doubt WHEN 'again' THEN 'failed' ELSE 'unknown' END,
             reason = $2, ended_on = $1, chat_id = NULL, subject = NULL, purpose = '', call = ''
         WHERE state = 'claimed'",
    )
    .binds((today, Reason::StoppedWhileSending))
    .run(tx)
    .await?;
    Ok(())
}

pub(crate) async fn move_chat(tx: &mut Tx, from: ChatId, to: ChatId) -> Result {
    let waiting = sqlx::query("SELECT id, call FROM outbox WHERE chat_id = $1 AND state IN ('queued', 'claimed') ORDER BY id")
        .bind(from)
        .all(tx)
        .await?;
    for row in waiting {
        let mut call: Call = parsed(row.try_get("call")?)?;
        call.move_to(to);
        sqlx::query("UPDATE outbox SET chat_id = $2, call = $3 WHERE id = $1")
            .binds((row.try_get::<OutboxId, _>("id")?, to, json(&call)?))
            .run(tx)
            .await?;
    }
    Ok(())
}

/// Drops the exports of somebody's own data that wait in a chat.
pub(crate) async fn drop_exports(tx: &mut Tx, chat: ChatId) -> Result {
    let gone = sqlx::query(
        "DELETE FROM outbox WHERE chat_id = $1 AND kind = 'private' AND state = 'queued'",
    )
    .bind(chat)
    .run(tx)
    .await?;
    if gone > 0 {
        tx.erase();
    }
    Ok(())
}

/// Drops every row of a chat, because the member has left. A call that is being made finds no row when it is
/// answered, so it is not made again.
pub(crate) async fn drop_all(tx: &mut Tx, chat: ChatId) -> Result {
    sqlx::query("DELETE FROM outbox WHERE chat_id = $1")
        .bind(chat)
        .run(tx)
        .await?;
    unwritten::drop_all(tx, chat).await
}

/// When the next queued row is due, if any waits for its time; while everything is held, also when the next of those
/// that are held expires.
pub(crate) async fn next_due(tx: &mut Tx) -> Result<Option<DateTime<Utc>>> {
    let next: Option<i64> = sqlx::query_scalar(
        "SELECT min(at) FROM (
             SELECT min(due_at) AS at FROM outbox WHERE state = 'queued' AND due_at > $1
             UNION ALL
             SELECT min(expires_at) FROM outbox
             WHERE EXISTS (SELECT 1 FROM pause_all) AND state = 'queued' AND due_at <= $1 AND expires_at > $1)",
    )
    .bind(tx.now().timestamp())
    .one(tx)
    .await?;
    next.map(moment).transpose()
}

/// Forgets rows that ended before `day`.
pub(crate) async fn forget(tx: &mut Tx, day: NaiveDate) -> Result {
    sqlx::query("DELETE FROM outbox WHERE ended_on < $1")
        .bind(day)
        .run(tx)
        .await?;
    Ok(())
}

/// How many rows wait or are on their way: due now, and claimed.
///
/// # Errors
/// The database cannot be read.
pub async fn in_hand(tx: &mut Tx) -> Result<i64> {
    sqlx::query_scalar(
        "SELECT count(*) FROM outbox WHERE state = 'claimed' OR (state = 'queued' AND due_at <= $1)",
    )
    .bind(tx.now().timestamp())
    .one(tx)
    .await
}

/// How many messages wait in groups that nobody there has asked for.
pub(crate) async fn group_notices(tx: &mut Tx) -> Result<i64> {
    sqlx::query_scalar(
        "SELECT count(*) FROM outbox WHERE state = 'queued' AND lane = 1 AND chat_id < 0",
    )
    .one(tx)
    .await
}

fn json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Bug(format!("outbox JSON: {error}")))
}

fn parsed<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    // Not the error's own words: they may quote what could not be read.
    let told = |error: serde_json::Error| {
        StoreError::Bug(format!(
            "outbox JSON: {:?} at column {}",
            error.classify(),
            error.column()
        ))
    };
    serde_json::from_str(text).map_err(told)
}
