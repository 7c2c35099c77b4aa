//! How suggestions end: answered, not published, or too old.
//!
//! Knows that those which say the same end together. Must not know what an answer says.

use chrono::NaiveDate;

use crate::db::{Binds, Statement, Tx};
use crate::store::Result;
use crate::types::{SuggestionLabel, UnitId};

/// Publishes an answer, to one and to those that say the same.
pub(crate) async fn answer(
    tx: &mut Tx,
    label: SuggestionLabel,
    (word, answer): (u8, &str),
) -> Result {
    sqlx::query(
        "UPDATE suggestions SET state = 'answered', word = $2, answer = $3, settled_on = $4
         WHERE state = 'open' AND (label = $1 OR same_as = $1)",
    )
    .binds((label.text(), word, answer, tx.today()))
    .run(tx)
    .await?;
    Ok(())
}

/// It is not published, and those that said the same stand by themselves again. With `erased` nothing of its words stays.
pub(crate) async fn refuse(
    tx: &mut Tx,
    label: SuggestionLabel,
    (reason, erased): (u8, bool),
) -> Result {
    sqlx::query(
        "UPDATE suggestions SET state = 'refused', reason = $2, settled_on = $3, same_as = NULL,
             situation = CASE WHEN $4 THEN '' ELSE situation END, proposal = CASE WHEN $4 THEN '' ELSE proposal END,
             asked = CASE WHEN $4 THEN NULL ELSE asked END, added = CASE WHEN $4 THEN NULL ELSE added END
         WHERE label = $1 AND state = 'open'",
    )
    .binds((label.text(), reason, tx.today(), erased))
    .run(tx)
    .await?;
    sqlx::query("UPDATE suggestions SET same_as = NULL WHERE same_as = $1 AND state = 'open'")
        .bind(label.text())
        .run(tx)
        .await?;
    if erased {
        tx.erase();
    }
    Ok(())
}

/// How many were answered in a unit since that day.
pub(crate) async fn answered_since(tx: &mut Tx, unit: UnitId, day: NaiveDate) -> Result<i64> {
    sqlx::query_scalar(
        "SELECT count(*) FROM suggestions
         WHERE unit_id = $1 AND state = 'answered' AND same_as IS NULL AND settled_on >= $2",
    )
    .binds((unit, day))
    .about(unit)
    .one(tx)
    .await
}

/// Forgets a batch of those whose time is over: counted from the answer, else from the release.
pub(crate) async fn forget(tx: &mut Tx, day: NaiveDate, batch: u32) -> Result<u64> {
    sqlx::query(
        "DELETE FROM suggestions WHERE label IN (
             SELECT label FROM suggestions WHERE coalesce(settled_on, released_on) < $1 LIMIT $2)",
    )
    .binds((day, batch))
    .run(tx)
    .await
}
