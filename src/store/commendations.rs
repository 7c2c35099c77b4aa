//! Commendations: what an officer is writing, who was commended, and which messages are their cards. No name is
//! stored here.

use chrono::NaiveDate;
use sqlx::FromRow;

use super::Result;
use crate::db::{Binds, Statement, Tx};
use crate::types::{
    ChatId, CommendationDraftId, CommendationId, Language, MemberId, MessageId, UnitId, UserId,
};

#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct CommendationDraft {
    pub id: CommendationDraftId,
    /// The unit that commends.
    pub unit_id: UnitId,
    pub member_id: MemberId,
    pub name: String,
    /// The name of their unit.
    pub of: String,
    pub user_id: UserId,
    pub language: Language,
    paused_until: Option<String>,
    /// Why, once it is written.
    pub reason: Option<String>,
    /// Rises with every change.
    pub version: i64,
}

impl CommendationDraft {
    /// The first day on which the member wants messages again, if they have asked for quiet.
    pub(crate) fn paused_until(&self) -> Option<NaiveDate> {
        self.paused_until.as_deref()?.parse().ok()
    }
}

/// Begins a draft in place of the officer's earlier one.
pub(crate) async fn begin(tx: &mut Tx, officer: UserId, unit: UnitId, member: MemberId) -> Result {
    forget_draft(tx, officer).await?;
    sqlx::query(
        "INSERT INTO commendation_drafts (officer, unit_id, member_id, day) VALUES ($1, $2, $3, $4)",
    )
    .binds((officer, unit, member, tx.today()))
    .about(unit)
    .run(tx)
    .await?;
    Ok(())
}

pub(crate) async fn draft_of(tx: &mut Tx, officer: UserId) -> Result<Option<CommendationDraft>> {
    sqlx::query_as(
        "SELECT d.id, d.unit_id, d.member_id, n.name, u.name AS of, m.user_id, m.language, m.paused_until,
             d.reason, d.version
         FROM commendation_drafts AS d JOIN named_members AS n ON n.member_id = d.member_id
         JOIN members AS m ON m.id = d.member_id JOIN units AS u ON u.id = n.unit_id
         WHERE d.officer = $1 AND n.name IS NOT NULL",
    )
    .bind(officer)
    .optional(tx)
    .await
}

/// The reason is written: a confirmation of what was shown before is void.
pub(crate) async fn explain(tx: &mut Tx, id: CommendationDraftId, reason: &str) -> Result {
    sqlx::query("UPDATE commendation_drafts SET reason = $2, version = version + 1 WHERE id = $1")
        .binds((id, reason))
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

pub(crate) async fn forget_draft(tx: &mut Tx, officer: UserId) -> Result {
    sqlx::query("DELETE FROM commendation_drafts WHERE officer = $1")
        .bind(officer)
        .run(tx)
        .await?;
    Ok(())
}

pub(crate) async fn forget_drafts(tx: &mut Tx, before: NaiveDate) -> Result {
    sqlx::query("DELETE FROM commendation_drafts WHERE day < $1")
        .bind(before)
        .run(tx)
        .await?;
    Ok(())
}

/// Turns the draft into a commendation. The draft is deleted, so that this happens once.
pub(crate) async fn write(
    tx: &mut Tx,
    draft: &CommendationDraft,
    reason: &str,
    groups: &[ChatId],
) -> Result<CommendationId> {
    sqlx::query("DELETE FROM commendation_drafts WHERE id = $1")
        .bind(draft.id)
        .run(tx)
        .await?;
    let id: CommendationId = sqlx::query_scalar(
        "INSERT INTO commendations (unit_id, member_id, reason, day) VALUES ($1, $2, $3, $4) RETURNING id",
    )
    .binds((draft.unit_id, draft.member_id, reason, tx.today()))
    .one(tx)
    .await?;
    for chat in groups {
        sqlx::query("INSERT INTO commendation_cards (commendation_id, chat_id) VALUES ($1, $2)")
            .binds((id, chat))
            .run(tx)
            .await?;
    }
    Ok(id)
}

/// Stores the message id of the card posted in this group.
pub(crate) async fn set_message(
    tx: &mut Tx,
    id: CommendationId,
    chat: ChatId,
    message: MessageId,
) -> Result {
    sqlx::query(
        "UPDATE commendation_cards SET message_id = $3 WHERE commendation_id = $1 AND chat_id = $2",
    )
    .binds((id, chat, message))
    .about(id)
    .run(tx)
    .await?;
    Ok(())
}

pub(crate) async fn move_chat(tx: &mut Tx, from: ChatId, to: ChatId) -> Result {
    sqlx::query("UPDATE OR REPLACE commendation_cards SET chat_id = $2 WHERE chat_id = $1")
        .binds((from, to))
        .run(tx)
        .await?;
    Ok(())
}

/// Who posted a commendation: each is beside a line of the audit, in the same order. `None`: they had that deleted.
pub(crate) async fn author(tx: &mut Tx, id: CommendationId) -> Result<Option<UserId>> {
    let author: Option<Option<UserId>> = sqlx::query_scalar(
        "SELECT a.user_id FROM commendations AS c JOIN audit AS a ON a.unit_id = c.unit_id AND a.day = c.day
         WHERE c.id = $1 AND a.action = 'commend' ORDER BY a.id
         LIMIT 1 OFFSET (SELECT count(*) FROM commendations AS b JOIN commendations AS c USING (unit_id, day)
             WHERE c.id = $1 AND b.id < c.id)",
    )
    .bind(id)
    .about(id)
    .optional(tx)
    .await?;
    Ok(author.flatten())
}

/// The cards that must not name a member any more, each once. Those not sent yet are dropped.
pub(crate) async fn take_down(tx: &mut Tx) -> Result<Vec<(ChatId, MessageId)>> {
    let standing: Vec<(ChatId, Option<MessageId>)> = sqlx::query_as(
        "SELECT chat_id, message_id FROM commendation_cards WHERE unnamed = 1 ORDER BY commendation_id, chat_id",
    )
    .all(tx)
    .await?;
    if standing.is_empty() {
        return Ok(Vec::new());
    }
    for statement in [
        // A card that was being sent when they withdrew, and is queued again.
        "DELETE FROM outbox WHERE state = 'queued' AND purpose IN (
             SELECT '{\"commended\":' || commendation_id || '}' FROM commendation_cards WHERE unnamed = 1)",
        // A card that is being sent has no message id yet: its row stays until it has one.
        "DELETE FROM commendation_cards WHERE unnamed = 1 AND (message_id IS NOT NULL OR NOT EXISTS (
             SELECT 1 FROM outbox WHERE state = 'claimed' AND purpose = '{\"commended\":' || commendation_id || '}'))",
    ] {
        sqlx::query(statement).run(tx).await?;
    }
    let there = standing.into_iter();
    Ok(there
        .filter_map(|(chat, message)| Some((chat, message?)))
        .collect())
}

#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Commended {
    pub day: String,
    /// The name; `None`: they are not to be named any more.
    pub name: Option<String>,
    /// The unit that commends.
    pub unit: String,
    pub reason: String,
}

/// Commendations by a unit or one below it between two days, by the tree of the round of each day, the newest `limit`,
/// oldest first. Members are named
/// only if they have agreed to the words with this hash.
pub(crate) async fn between(
    tx: &mut Tx,
    unit: UnitId,
    (from, to): (NaiveDate, NaiveDate),
    words: &str,
    limit: u32,
) -> Result<Vec<Commended>> {
    let mut newest: Vec<Commended> = sqlx::query_as(
        "SELECT c.day, n.name, v.name AS unit, iif(n.name IS NULL, '', c.reason) AS reason
         FROM commendations AS c JOIN unit_versions AS v ON v.unit_id = c.unit_id
         LEFT JOIN consents AS k ON k.member_id = c.member_id AND k.part = 'named'
             AND k.withdrawn_on IS NULL AND k.text_hash = $5
         LEFT JOIN named_members AS n ON n.member_id = k.member_id
         WHERE c.day BETWEEN $2 AND $3 AND EXISTS (SELECT 1 FROM json_each(v.lineage) WHERE value = $1)
             AND v.from_tree = (SELECT max(from_tree) FROM unit_versions AS w WHERE w.unit_id = c.unit_id AND (from_tree <=
                 (SELECT tree FROM rounds WHERE monday <= c.day ORDER BY monday DESC LIMIT 1)
                 OR from_tree = (SELECT min(from_tree) FROM unit_versions WHERE unit_id = c.unit_id)))
         ORDER BY c.day DESC, c.id DESC LIMIT $4",
    )
    .binds((unit, from, to, limit, words))
    .about(unit)
    .all(tx)
    .await?;
    newest.reverse();
    Ok(newest)
}

/// Up to `limit` commendations before that day name nobody any more: their cards are to be taken down.
pub(crate) async fn unname(tx: &mut Tx, before: NaiveDate, limit: u32) -> Result {
    sqlx::query(
        "UPDATE commendations SET member_id = NULL WHERE id IN (
             SELECT id FROM commendations WHERE day < $1 AND member_id IS NOT NULL LIMIT $2)",
    )
    .binds((before, limit))
    .run(tx)
    .await?;
    Ok(())
}

/// Deletes up to `limit` commendations before that day, once none of their cards names anybody.
pub(crate) async fn forget(tx: &mut Tx, before: NaiveDate, limit: u32) -> Result<u64> {
    let gone = sqlx::query(
        "DELETE FROM commendations WHERE id IN (
             SELECT id FROM commendations AS c WHERE day < $1 AND member_id IS NULL
               AND NOT EXISTS (SELECT 1 FROM commendation_cards WHERE commendation_id = c.id) LIMIT $2)",
    )
    .binds((before, limit))
    .run(tx)
    .await?;
    Ok(gone)
}
