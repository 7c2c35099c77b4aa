//! Who has put their name to a suggestion.
//!
//! Knows those who wanted it. Must not know anybody else.

use super::boxes::Waiting;
use crate::db::{Binds, Statement, Tx};
use crate::store::Result;
use crate::types::{MemberId, SuggestionLabel};

/// Puts a name under one; `false`: it is gone, or answered.
pub(crate) async fn sign(
    tx: &mut Tx,
    label: SuggestionLabel,
    member: MemberId,
    name: &str,
) -> Result<bool> {
    let signed = sqlx::query(
        "INSERT OR IGNORE INTO suggestion_authors (label, member_id, name) SELECT $1, $2, $3
         WHERE EXISTS (SELECT 1 FROM suggestions WHERE label = $1 AND state = 'open')
             OR EXISTS (SELECT 1 FROM suggestion_boxes WHERE instr(waiting, $4) > 0)",
    )
    .binds((label.text(), member, name, format!("\"{}\"", label.text())))
    .run(tx)
    .await?;
    Ok(signed > 0)
}

/// The name under one, if there is any.
pub(crate) async fn name(tx: &mut Tx, label: SuggestionLabel) -> Result<Option<String>> {
    sqlx::query_scalar("SELECT name FROM suggestion_authors WHERE label = $1")
        .bind(label.text())
        .optional(tx)
        .await
}

/// Whether there is a name under one that waits.
pub(crate) async fn is_signed(tx: &mut Tx, one: &Waiting) -> Result<bool> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM suggestion_authors WHERE label = $1)")
        .bind(one.label())
        .one(tx)
        .await
}

/// It was taken back before the box was opened.
pub(crate) async fn forget(tx: &mut Tx, label: SuggestionLabel) -> Result {
    sqlx::query("DELETE FROM suggestion_authors WHERE label = $1")
        .bind(label.text())
        .run(tx)
        .await?;
    Ok(())
}
