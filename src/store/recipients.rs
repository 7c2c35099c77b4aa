//! The ledger: a row for each recipient of a broadcast, and how many there are in each state.
//!
//! A row only moves forward, and only [`step`] moves it; the schema refuses anything else.

mod audience;

pub use audience::{Audience, ConsentHashes, Next};
pub(crate) use audience::{audience, fix_next, is_fixing, materialise, next};

use sqlx::FromRow;

use super::outbox::End;
use super::{Result, StoreError};
use crate::db::{Binds, Statement, Tx};
use crate::outgoing::{Lane, Reason};
use crate::types::{BroadcastId, ChatId, MessageId, OutboxId, RecipientId, UserId};

/// How far a recipient is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum RecipientState {
    /// To be sent.
    Queued,
    /// Handed to the sender.
    Claimed,
    /// Delivered.
    Sent,
    /// The person or chat cannot be written to.
    Unreachable,
    /// Refused for good, or tried too often.
    Failed,
    /// The time until which it was worth sending had passed.
    Expired,
    /// Not sent because somebody said so: an officer, or the member by leaving or pausing.
    Cancelled,
    /// It may have been delivered: nobody can tell.
    Unknown,
    /// Delivered and taken back.
    Unsent,
}

impl RecipientState {
    /// All of them, in the order in which a recipient can pass them.
    pub const ALL: [Self; 9] = [
        Self::Queued,
        Self::Claimed,
        Self::Sent,
        Self::Unreachable,
        Self::Failed,
        Self::Expired,
        Self::Cancelled,
        Self::Unknown,
        Self::Unsent,
    ];

    /// Whether `next` may follow; the schema has the same rule.
    pub fn leads_to(self, next: Self) -> bool {
        match self {
            Self::Queued => matches!(
                next,
                Self::Claimed | Self::Unreachable | Self::Expired | Self::Cancelled
            ),
            Self::Claimed => matches!(
                next,
                Self::Sent
                    | Self::Unreachable
                    | Self::Failed
                    | Self::Expired
                    | Self::Cancelled
                    | Self::Unknown
            ),
            Self::Sent => next == Self::Unsent,
            Self::Unreachable
            | Self::Failed
            | Self::Expired
            | Self::Cancelled
            | Self::Unknown
            | Self::Unsent => false,
        }
    }
}

/// One recipient, or the next so many in the order of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// This one.
    One(RecipientId),
    /// The next so many.
    Next(u32),
}

/// Moves recipients of a broadcast on, and counts them. Returns how many were in that state.
///
/// # Errors
/// A step that is none, or the database cannot be written.
pub async fn step(
    tx: &mut Tx,
    broadcast: BroadcastId,
    who: Who,
    (from, to): (RecipientState, RecipientState),
    reason: Option<&Reason>,
) -> Result<u64> {
    if !from.leads_to(to) {
        return Err(StoreError::Bug(format!(
            "a recipient goes from {from:?} to {to:?}"
        )));
    }
    let moved = match who {
        Who::One(id) => {
            let query = "UPDATE recipients SET state = $3, reason = $4
                 WHERE broadcast_id = $1 AND state = $2 AND id = $5";
            let query = sqlx::query(query).bind(broadcast).bind(from).bind(to);
            query.bind(reason).bind(id).about(broadcast).run(tx).await?
        }
        Who::Next(limit) => {
            let query = "UPDATE recipients SET state = $3, reason = $4
                 WHERE id IN (SELECT id FROM recipients WHERE broadcast_id = $1 AND state = $2
                              ORDER BY id LIMIT $5)";
            let query = sqlx::query(query).bind(broadcast).bind(from).bind(to);
            query
                .binds((reason, limit))
                .about(broadcast)
                .run(tx)
                .await?
        }
    };
    if moved > 0 {
        let people = i64::try_from(moved).unwrap_or(i64::MAX);
        count(tx, broadcast, from, None, -people).await?;
        count(tx, broadcast, to, reason, people).await?;
    }
    Ok(moved)
}

async fn count(
    tx: &mut Tx,
    broadcast: BroadcastId,
    state: RecipientState,
    reason: Option<&Reason>,
    people: i64,
) -> Result {
    sqlx::query(
        "INSERT INTO recipient_tallies (broadcast_id, state, reason, people) VALUES ($1, $2, $3, $4)
         ON CONFLICT (broadcast_id, state, reason) DO UPDATE SET people = people + excluded.people",
    )
    .binds((broadcast, state))
    // The column is a part of the key, so it has no NULL.
    .binds((reason.map_or("", Reason::code), people))
    .about(broadcast)
    .run(tx)
    .await?;
    Ok(())
}

/// How many recipients are in each state, with the reason where there is one.
///
/// # Errors
/// The database cannot be read.
pub async fn tallies(
    tx: &mut Tx,
    broadcast: BroadcastId,
) -> Result<Vec<(RecipientState, Option<Reason>, i64)>> {
    sqlx::query_as(
        "SELECT state, nullif(reason, ''), people FROM recipient_tallies
         WHERE broadcast_id = $1 AND people <> 0 ORDER BY state, people DESC, reason",
    )
    .bind(broadcast)
    .about(broadcast)
    .all(tx)
    .await
}

/// How many members of a unit are in a state, and why.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct UnitCount {
    /// The unit's row.
    pub unit_id: i64,
    /// Its name.
    pub name: String,
    /// Their state.
    pub state: RecipientState,
    /// The class of reason, if there is one.
    pub reason: Option<Reason>,
    /// How many.
    pub people: i64,
}

/// The counts of a broadcast's members by unit, those of one unit together; groups are not people.
pub(crate) async fn by_unit(tx: &mut Tx, broadcast: BroadcastId) -> Result<Vec<UnitCount>> {
    sqlx::query_as(
        "SELECT r.unit_id, u.name, r.state, r.reason, count(*) AS people
         FROM recipients AS r JOIN units AS u ON u.id = r.unit_id
         WHERE r.broadcast_id = $1 AND r.chat_id IS NULL
         GROUP BY r.unit_id, r.state, r.reason ORDER BY r.unit_id, r.state, r.reason",
    )
    .bind(broadcast)
    .about(broadcast)
    .all(tx)
    .await
}

/// How many of a broadcast's groups are in which state, and why.
pub(crate) async fn of_groups(
    tx: &mut Tx,
    broadcast: BroadcastId,
) -> Result<Vec<(RecipientState, Option<Reason>, i64)>> {
    sqlx::query_as(
        "SELECT state, reason, count(*) FROM recipients
         WHERE broadcast_id = $1 AND chat_id IS NOT NULL GROUP BY state, reason ORDER BY state, reason",
    )
    .bind(broadcast)
    .about(broadcast)
    .all(tx)
    .await
}

/// Notes the call that a recipient waits for.
pub(crate) async fn set_call(tx: &mut Tx, id: RecipientId, outbox: OutboxId) -> Result {
    sqlx::query("UPDATE recipients SET outbox_id = $2 WHERE id = $1")
        .binds((id, outbox))
        .about(outbox)
        .run(tx)
        .await?;
    Ok(())
}

/// Stores the message id of a delivered message, and forgets its call.
pub(crate) async fn set_message(
    tx: &mut Tx,
    id: RecipientId,
    message: Option<MessageId>,
) -> Result {
    sqlx::query("UPDATE recipients SET message_id = $2, outbox_id = NULL WHERE id = $1")
        .binds((id, message))
        .run(tx)
        .await?;
    Ok(())
}

/// Notes why a delivered message could not be taken back, so that it is not tried again.
pub(crate) async fn mark_not_recalled(
    tx: &mut Tx,
    broadcast: BroadcastId,
    id: RecipientId,
    reason: &Reason,
) -> Result {
    let kept = sqlx::query(
        "UPDATE recipients SET message_id = NULL, outbox_id = NULL, reason = $2
         WHERE id = $1 AND state = 'sent' AND reason IS NULL",
    );
    let kept = kept.bind(id).bind(reason).run(tx).await?;
    if kept > 0 {
        count(tx, broadcast, RecipientState::Sent, None, -1).await?;
        count(tx, broadcast, RecipientState::Sent, Some(reason), 1).await?;
    }
    Ok(())
}

/// A delivered message that can be taken back.
#[derive(Debug, Clone, Copy, FromRow)]
pub struct Delivered {
    /// Our row.
    pub id: RecipientId,
    /// The member's private chat; `None`: a group, or they have left.
    pub user_id: Option<UserId>,
    /// The group.
    pub chat_id: Option<ChatId>,
    /// The message; `None` if its number was lost on the way.
    pub message_id: Option<MessageId>,
}

/// The next delivered messages whose recall has not been tried.
pub(crate) async fn delivered(
    tx: &mut Tx,
    broadcast: BroadcastId,
    limit: u32,
) -> Result<Vec<Delivered>> {
    sqlx::query_as(
        "SELECT r.id, m.user_id, r.chat_id, r.message_id
         FROM recipients AS r LEFT JOIN members AS m ON m.id = r.member_id
         WHERE r.broadcast_id = $1 AND r.state = 'sent' AND r.outbox_id IS NULL AND r.reason IS NULL
         ORDER BY r.id LIMIT $2",
    )
    .binds((broadcast, limit))
    .about(broadcast)
    .all(tx)
    .await
}

/// Recipients still `claimed` whose outbox row has ended or is gone (restart, member left), with how it ended.
pub(crate) async fn adrift(
    tx: &mut Tx,
    broadcast: BroadcastId,
) -> Result<Vec<(RecipientId, RecipientState, Option<End>, Option<Reason>)>> {
    sqlx::query_as(
        "SELECT r.id, r.state, o.state, o.reason
         FROM recipients AS r LEFT JOIN outbox AS o ON o.id = r.outbox_id
         WHERE r.broadcast_id = $1 AND r.outbox_id IS NOT NULL AND r.state IN ('claimed', 'sent')
           AND (o.id IS NULL OR o.state NOT IN ('queued', 'claimed'))
         ORDER BY r.id",
    )
    .bind(broadcast)
    .about(broadcast)
    .all(tx)
    .await
}

/// How many calls of broadcasts wait in the outbox and may leave now; those held back by hours or a pause do not
/// count.
pub(crate) async fn in_hand(tx: &mut Tx) -> Result<u32> {
    let now = tx.now().timestamp();
    sqlx::query_scalar(
        "SELECT count(*) FROM outbox WHERE state = 'queued' AND lane = $2 AND due_at <= $1",
    )
    .binds((now, Lane::Bulk))
    .one(tx)
    .await
}

/// Lets the waiting messages of a broadcast leave between these moments only.
pub(crate) async fn hold_between(
    tx: &mut Tx,
    broadcast: BroadcastId,
    (due_at, expires_at): (i64, i64),
) -> Result {
    sqlx::query(
        "UPDATE outbox SET due_at = $2, expires_at = $3
         WHERE id IN (SELECT outbox_id FROM recipients WHERE broadcast_id = $1 AND state = 'claimed')
           AND state = 'queued' AND (due_at <> $2 OR expires_at <> $3)",
    )
    .binds((broadcast, due_at, expires_at))
    .about(broadcast)
    .run(tx)
    .await?;
    Ok(())
}

/// Drops the waiting messages of a broadcast from the outbox. Returns whose they were.
pub(crate) async fn take_back(tx: &mut Tx, broadcast: BroadcastId) -> Result<Vec<RecipientId>> {
    let waiting: Vec<RecipientId> = sqlx::query_scalar(
        "SELECT r.id FROM recipients AS r JOIN outbox AS o ON o.id = r.outbox_id
         WHERE r.broadcast_id = $1 AND r.state = 'claimed' AND o.state = 'queued' ORDER BY r.id",
    )
    .bind(broadcast)
    .about(broadcast)
    .all(tx)
    .await?;
    sqlx::query(
        "DELETE FROM outbox WHERE state = 'queued' AND id IN (
             SELECT outbox_id FROM recipients WHERE broadcast_id = $1 AND state = 'claimed')",
    )
    .bind(broadcast)
    .about(broadcast)
    .run(tx)
    .await?;
    Ok(waiting)
}

pub(crate) async fn move_chat(tx: &mut Tx, from: ChatId, to: ChatId) -> Result {
    sqlx::query("UPDATE OR IGNORE recipients SET chat_id = $2 WHERE chat_id = $1")
        .binds((from, to))
        .run(tx)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests;
