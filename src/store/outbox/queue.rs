//! How calls come into the outbox, and how many of them may wait in a chat.
//!
//! Knows the columns of a row. Must not know what becomes of it.

use super::json;
use crate::db::{Insert, Statement, Tx};
use crate::outgoing::{Outgoing, Purpose};
use crate::store::Result;
use crate::types::OutboxId;

macro_rules! insert {
    () => {
        "INSERT INTO outbox (lane, chat_id, due_at, expires_at, on_doubt, kind, subject, purpose, call)
         SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
             value ->> 8 FROM json_each($1)"
    };
}

/// The answers that wait in the chats of the inserted rows, each with its place among those that are alike, from the newest.
/// What a broadcast, a card or a file is owed is no answer: its own feature looks after it.
macro_rules! waiting {
    ($alike:literal) => {
        concat!(
            "; WITH asked AS (
                 SELECT DISTINCT value ->> 1 AS chat_id FROM json_each($1) WHERE value ->> 0 = 0 AND value ->> 1 IS NOT NULL
             ), waiting AS (
                 SELECT id, row_number() OVER (PARTITION BY chat_id, purpose",
            $alike,
            " ORDER BY id DESC) AS place
                 FROM asked JOIN outbox USING (chat_id)
                 WHERE state = 'queued' AND lane = 0 AND kind IN ('plain', 'private', 'in_group', 'journal', 'quiz')
             ) "
        )
    };
}

/// What waits in a chat for one purpose (in a group: for one person who has asked there) is bounded, for a chat takes one
/// message a second: of the same words, and of screens for the same message, the newest stays, and of all the newest twenty.
/// Done in the turn of the driver's thread that inserts, for each turn is most of what an answer costs.
macro_rules! bound {
    () => {
        concat!(
            waiting!(
                ", CASE WHEN call LIKE '{\"edit\":%'
                     THEN json_array(call -> '$.edit.message', call -> '$.edit.or_send') ELSE call END"
            ),
            "DELETE FROM outbox WHERE id IN (SELECT id FROM waiting WHERE place > 1)",
            waiting!(""),
            "UPDATE outbox SET state = 'expired', reason = 'newer answers wait', ended_on = $2,
                 chat_id = NULL, subject = NULL, purpose = '', call = ''
             WHERE id IN (SELECT id FROM waiting WHERE place > 20)"
        )
    };
}

/// Queues a call. The sender sees it only once this transaction is committed.
pub(crate) fn enqueue(tx: &mut Tx, outgoing: &Outgoing) -> Result {
    let insert = Insert {
        table: "outbox",
        statement: concat!(insert!(), bound!()),
    };
    if matches!(outgoing.purpose, Purpose::Private | Purpose::Journal(_)) {
        // It may take the place of another one, which must leave no trace.
        tx.erase();
    }
    let row = json(&row(tx, outgoing)?)?;
    tx.defer(insert, row);
    Ok(())
}

/// The same for a call that other rows refer to: it is in the table at once, under this id.
pub(crate) async fn enqueue_now(tx: &mut Tx, outgoing: &Outgoing) -> Result<OutboxId> {
    sqlx::query_scalar(concat!(insert!(), " RETURNING id"))
        .bind(json(&[row(tx, outgoing)?])?)
        .one(tx)
        .await
}

/// The values of a row, in the order of its columns.
fn row(tx: &Tx, outgoing: &Outgoing) -> Result<impl serde::Serialize + use<>> {
    // What is due at once stays so when the clock is set back.
    let due = Some(outgoing.due_at).filter(|at| *at > tx.now());
    Ok((
        outgoing.lane.number(),
        outgoing.call.chat(),
        due.map_or(0, |at| at.timestamp()),
        outgoing.expires_at.timestamp(),
        outgoing.on_doubt,
        outgoing.purpose.kind(),
        outgoing.purpose.subject(),
        json(&outgoing.purpose)?,
        json(&outgoing.call)?,
    ))
}
