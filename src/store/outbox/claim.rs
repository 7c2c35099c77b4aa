//! Which rows leave next, and what is known of those that have left.
//!
//! Knows lanes and how many of each there is room for. Must not know the pace, nor what becomes of a call.

use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{End, end, json, parsed};
use crate::db::{Binds, Statement, Tx};
use crate::outgoing::{Claimed, Reason};
use crate::store::{Result, moment, unwritten};
use crate::types::{ChatId, OutboxId};

/// How many rows to take at most: the messenger counts them differently, and some people wait for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// Replies that count against no chat: toasts.
    pub toasts: u32,
    /// All other replies.
    pub replies: u32,
    /// Notices, then bulk.
    pub later: u32,
    /// Of the replies and the later ones together.
    pub together: u32,
}

/// Claims rows that are due, except those of `busy` chats: in one statement, for that is what a turn of the sender costs.
///
/// The attempt is counted here, before it is made.
///
/// # Errors
/// The database cannot be written.
pub async fn claim(tx: &mut Tx, wanted: Wanted, busy: &[ChatId]) -> Result<Vec<Claimed>> {
    let rows = sqlx::query(
        // Toasts and replies by the index of what waits in a chat: neither has to pass over all of the other.
        "WITH busy AS MATERIALIZED (SELECT value FROM json_each($2)
         ), toasts AS MATERIALIZED (
             SELECT id FROM outbox INDEXED BY outbox_waiting
             WHERE state = 'queued' AND lane = 0 AND chat_id IS NULL AND due_at <= $1 ORDER BY id LIMIT $3
         ), replies AS MATERIALIZED (
             SELECT id FROM outbox
             WHERE state = 'queued' AND lane = 0 AND chat_id IS NOT NULL AND due_at <= $1 AND chat_id NOT IN busy
             ORDER BY id LIMIT min($4, $6)
         ), later AS MATERIALIZED (
             SELECT id FROM outbox
             WHERE state = 'queued' AND lane BETWEEN 1 AND 2 AND due_at <= $1
                 AND (chat_id IS NULL OR chat_id NOT IN busy)
                 AND (kind = 'unsend' OR NOT EXISTS (SELECT 1 FROM pause_all))
             ORDER BY lane, id LIMIT min($5, $6 - (SELECT count(*) FROM replies))
         )
         UPDATE outbox SET state = 'claimed', attempts = attempts + 1
         WHERE id IN (SELECT id FROM toasts UNION ALL SELECT id FROM replies UNION ALL SELECT id FROM later)
         RETURNING id, attempts, lane, expires_at, call",
    )
    .binds((tx.now().timestamp(), json(&busy)?, wanted.toasts, wanted.replies, wanted.later, wanted.together))
    .all(tx)
    .await?;
    let mut readable = Vec::with_capacity(rows.len());
    for row in &rows {
        match claimed(row) {
            Ok(row) => readable.push(row),
            Err(_) => {
                // Perhaps written by another version: it must not hold up all the others.
                let id: OutboxId = row.try_get("id")?;
                tracing::error!(
                    row = id.0,
                    "a row of the outbox cannot be read: it ends here"
                );
                end(tx, id, End::Failed, &Reason::Unreadable).await?;
            }
        }
    }
    let replies = readable.iter().filter(|row| row.call.chat().is_some());
    let room = wanted
        .replies
        .saturating_sub(u32::try_from(replies.count()).unwrap_or(u32::MAX));
    readable.extend(unwritten::claim(tx, room, busy).await?);
    // RETURNING gives no order; toasts leave first, and a chat's messages must keep theirs.
    readable.sort_by_key(|row| (row.lane, row.call.chat().is_some(), row.id));
    Ok(readable)
}

fn claimed(row: &SqliteRow) -> Result<Claimed> {
    Ok(Claimed {
        id: row.try_get("id")?,
        attempts: row.try_get("attempts")?,
        lane: row.try_get("lane")?,
        expires_at: moment(row.try_get("expires_at")?)?,
        call: parsed(row.try_get("call")?)?,
    })
}
