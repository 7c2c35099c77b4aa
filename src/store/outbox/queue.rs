//! How calls come into the outbox.
//!
//! Knows the columns of a row. Must not know what becomes of it.

use super::json;
use crate::db::{Insert, Statement, Tx};
use crate::outgoing::Outgoing;
use crate::store::StoreError;
use crate::types::OutboxId;

macro_rules! insert {
    () => {
        "INSERT INTO outbox (lane, chat_id, due_at, expires_at, on_doubt, kind, subject, purpose, call)
         SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
             value ->> 8 FROM json_each($1)"
    };
}

/// Queues a call. The sender sees it only once this transaction is committed.
pub(crate) fn enqueue(tx: &mut Tx, outgoing: &Outgoing) -> Result<(), StoreError> {
    let insert = Insert {
        table: "outbox",
        statement: insert!(),
    };
    let row = json(&row(tx, outgoing)?)?;
    tx.defer(insert, row);
    Ok(())
}

/// The same for a call that other rows refer to: it is in the table at once, under this id.
pub(crate) async fn enqueue_now(tx: &mut Tx, outgoing: &Outgoing) -> Result<OutboxId, StoreError> {
    sqlx::query_scalar(concat!(insert!(), " RETURNING id"))
        .bind(json(&[row(tx, outgoing)?])?)
        .one(tx)
        .await
}

/// The values of a row, in the order of its columns.
fn row(tx: &Tx, outgoing: &Outgoing) -> Result<impl serde::Serialize + use<>, StoreError> {
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
