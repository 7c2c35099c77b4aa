//! What somebody is writing, and how much they have sent: in the memory of the process, in no file.
//!
//! Knows when a draft is over. Must not know what a good text is.

use chrono::TimeDelta;
use sqlx::FromRow;

use super::arrivals;
use crate::db::{Binds, Statement, Tx};
use crate::event::DraftCode;
use crate::store::Result;
use crate::types::{MessageId, SuggestionLabel, UnitId, UserId};

/// How long a draft lives.
const MINUTES: i64 = 15;

/// What somebody's next message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub(crate) enum Asking {
    /// How it is now.
    Situation,
    /// What they propose.
    Proposal,
    /// Under which name it is sent.
    Name,
    /// The name for one that is in the box already.
    Sign,
    /// The answer to what officers asked.
    Add,
    /// An officer: number and day of the regulation.
    Regulation,
    /// An officer: the answer.
    Answer,
    /// An officer: what to ask the author.
    Question,
    /// An officer: the words to be cut out.
    Cut,
    /// An officer: until when opinions before the meeting are asked for.
    Meeting,
}

/// What somebody is writing.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Draft {
    pub(crate) unit_id: UnitId,
    pub(crate) code: DraftCode,
    pub(crate) step: Option<Asking>,
    label: Option<String>,
    /// The topic; of an officer the word of the answer, or, with no words typed, the reason for which it is not published.
    pub(crate) choice: u8,
    pub(crate) situation: String,
    pub(crate) proposal: String,
    pub(crate) name: String,
    /// The message that is edited in place.
    pub(crate) message_id: Option<MessageId>,
}

impl Draft {
    pub(crate) fn new(unit: UnitId, code: DraftCode, step: Asking) -> Self {
        Self {
            unit_id: unit,
            code,
            step: Some(step),
            label: None,
            choice: 0,
            situation: String::new(),
            proposal: String::new(),
            name: String::new(),
            message_id: None,
        }
    }

    /// The same about one that is in the box already.
    pub(crate) fn about(self, label: SuggestionLabel) -> Self {
        let label = Some(label.text());
        Self { label, ..self }
    }

    pub(crate) fn label(&self) -> Option<SuggestionLabel> {
        self.label.as_deref().and_then(SuggestionLabel::parse)
    }
}

/// What somebody is writing, unless it is over.
pub(crate) async fn of(tx: &mut Tx, user: UserId) -> Result<Option<Draft>> {
    let since = (tx.now() - TimeDelta::minutes(MINUTES)).timestamp();
    sqlx::query_as(
        "SELECT unit_id, code, step, label, choice, situation, proposal, name, message_id
         FROM suggestion_drafts WHERE user_id = $1 AND began_at > $2",
    )
    .binds((user, since))
    .optional(tx)
    .await
}

/// Keeps it, in the place of an older one. Its quarter of an hour goes on.
pub(crate) async fn keep(tx: &mut Tx, user: UserId, draft: &Draft) -> Result {
    let now = tx.now().timestamp();
    sqlx::query(
        "INSERT INTO suggestion_drafts
             (user_id, unit_id, code, step, label, choice, situation, proposal, name, message_id, began_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (user_id) DO UPDATE SET unit_id = excluded.unit_id,
             began_at = CASE WHEN code = excluded.code THEN began_at ELSE excluded.began_at END, code = excluded.code,
             step = excluded.step, label = excluded.label, choice = excluded.choice, situation = excluded.situation,
             proposal = excluded.proposal, name = excluded.name, message_id = excluded.message_id",
    )
    .binds((user, draft.unit_id, draft.code, draft.step, &draft.label, draft.choice, &draft.situation, &draft.proposal, &draft.name, draft.message_id, now))
    .run(tx)
    .await?;
    Ok(())
}

/// They are asked something else: what they type next is not meant for it.
pub(crate) async fn interrupt(tx: &mut Tx, user: UserId) -> Result {
    sqlx::query("UPDATE suggestion_drafts SET step = NULL WHERE user_id = $1")
        .bind(user)
        .run(tx)
        .await?;
    Ok(())
}

pub(crate) async fn drop(tx: &mut Tx, user: UserId) -> Result {
    sqlx::query("DELETE FROM suggestion_drafts WHERE user_id = $1")
        .bind(user)
        .run(tx)
        .await?;
    Ok(())
}

/// An officer is not asked any more; what a member writes stays.
pub(crate) async fn leave_officers(tx: &mut Tx, user: UserId) -> Result {
    sqlx::query(
        "DELETE FROM suggestion_drafts WHERE user_id = $1
         AND step IN ('regulation', 'answer', 'question', 'cut', 'meeting')",
    )
    .bind(user)
    .run(tx)
    .await?;
    Ok(())
}

/// What is being written about one that is taken back.
pub(crate) async fn drop_about(tx: &mut Tx, label: SuggestionLabel) -> Result {
    sqlx::query("DELETE FROM suggestion_drafts WHERE label = $1")
        .bind(label.text())
        .run(tx)
        .await?;
    Ok(())
}

/// Forgets what is over.
pub(crate) async fn expire(tx: &mut Tx) -> Result {
    let since = (tx.now() - TimeDelta::minutes(MINUTES)).timestamp();
    sqlx::query("DELETE FROM suggestion_drafts WHERE began_at <= $1")
        .bind(since)
        .run(tx)
        .await?;
    Ok(())
}

/// The process has started: nothing of another one is left.
pub(crate) async fn forget_all(tx: &mut Tx) -> Result {
    sqlx::query("DELETE FROM suggestion_drafts").run(tx).await?;
    sqlx::query("DELETE FROM doubted_words").run(tx).await?;
    sqlx::query("DELETE FROM suggestion_limits").run(tx).await?;
    sqlx::query("DELETE FROM suggestion_arrivals")
        .run(tx)
        .await?;
    sqlx::query("DELETE FROM suggestion_wishes").run(tx).await?;
    sqlx::query("DELETE FROM suggestion_seconds")
        .run(tx)
        .await?;
    sqlx::query("DELETE FROM unwritten_calls").run(tx).await?;
    Ok(())
}

/// All of somebody who leaves.
pub(crate) async fn forget(tx: &mut Tx, user: UserId) -> Result {
    drop(tx, user).await?;
    arrivals::forget(tx, user).await?;
    sqlx::query("DELETE FROM suggestion_limits WHERE user_id = $1")
        .bind(user)
        .run(tx)
        .await?;
    sqlx::query("DELETE FROM suggestion_seconds WHERE user_id = $1")
        .bind(user)
        .run(tx)
        .await?;
    Ok(())
}

/// How many of somebody's wait in the box of a unit.
pub(crate) async fn sent(tx: &mut Tx, unit: UnitId, user: UserId) -> Result<i64> {
    let sent: Option<i64> = sqlx::query_scalar(
        "SELECT sent FROM suggestion_limits WHERE unit_id = $1 AND user_id = $2",
    )
    .binds((unit, user))
    .optional(tx)
    .await?;
    Ok(sent.unwrap_or(0))
}

/// One of them was taken back before it was in the box: another one may be sent in its place.
pub(crate) async fn note_taken_back(tx: &mut Tx, unit: UnitId, user: UserId) -> Result {
    sqlx::query(
        "UPDATE suggestion_limits SET sent = sent - 1 WHERE unit_id = $1 AND user_id = $2 AND sent > 0",
    )
    .binds((unit, user))
    .run(tx)
    .await?;
    Ok(())
}

/// One more.
pub(crate) async fn note_sent(tx: &mut Tx, unit: UnitId, user: UserId) -> Result {
    sqlx::query(
        "INSERT INTO suggestion_limits (unit_id, user_id, sent) VALUES ($1, $2, 1)
         ON CONFLICT (unit_id, user_id) DO UPDATE SET sent = sent + 1",
    )
    .binds((unit, user))
    .run(tx)
    .await?;
    Ok(())
}
