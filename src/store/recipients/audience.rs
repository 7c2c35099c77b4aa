//! Whom a broadcast is for: counted for the draft, fixed at the confirmation, looked at again when sending.

use sqlx::FromRow;

use super::{State, count};
use crate::db::Tx;
use crate::store::{Fault, day_text};
use crate::types::{BroadcastId, ChatId, Language, MemberId, RecipientId, UserId};

/// Units chosen for a broadcast, with all units below them.
macro_rules! below {
    () => {
        "WITH below (id) AS (
             SELECT DISTINCT u.id FROM units AS u, json_each(u.lineage) AS above
             WHERE above.value IN (SELECT unit_id FROM broadcast_units WHERE broadcast_id = $1))"
    };
}

/// Whether a member `m` has agreed to both parts without which nobody takes part, in the words as they are now.
macro_rules! consenting {
    () => {
        "(SELECT count(*) FROM consents AS c WHERE c.member_id = m.id AND c.withdrawn_on IS NULL
             AND c.part || ' ' || c.text_hash IN (SELECT value FROM json_each($3))) = 2"
    };
}

/// The consents without which nobody is written to: each part with the hash of its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked(String);

impl Asked {
    /// Of the two parts by their hashes.
    pub fn new(account: &str, abroad: &str) -> Self {
        Self(
            serde_json::json!([format!("account {account}"), format!("abroad {abroad}")])
                .to_string(),
        )
    }
}

/// Fixes the audience, once: one statement, so that nobody joins or leaves in between.
pub(crate) async fn fix(tx: &mut Tx, broadcast: BroadcastId, asked: &Asked) -> Result<i64, Fault> {
    let today = day_text(tx.today());
    let query = concat!(
        below!(),
        " INSERT INTO recipients (broadcast_id, member_id, chat_id, unit_id)
         SELECT b.id, m.id, NULL, m.unit_id FROM broadcasts AS b, members AS m
         WHERE b.id = $1 AND b.members = 1 AND m.unit_id IN (SELECT id FROM below)
           AND m.reachable = 1 AND (m.paused_until IS NULL OR m.paused_until <= $2) AND ",
        consenting!(),
        "  AND (b.round_id IS NULL OR NOT EXISTS (
               SELECT 1 FROM participations AS p
               WHERE p.member_id = m.id AND p.round_id = b.round_id AND p.answered = 1))
         UNION ALL
         SELECT b.id, NULL, g.chat_id, g.unit_id FROM broadcasts AS b, groups AS g
         WHERE b.id = $1 AND b.groups = 1 AND g.unit_id IN (SELECT id FROM below)"
    );
    let query = sqlx::query(query)
        .bind(broadcast)
        .bind(today)
        .bind(&asked.0);
    begin(tx, broadcast, query).await
}

/// Fixes the audience of a resend: the rows of the first broadcast that ended in that state. Who has seen it has it.
pub(crate) async fn fix_again(
    tx: &mut Tx,
    broadcast: BroadcastId,
    origin: BroadcastId,
    ended: State,
) -> Result<i64, Fault> {
    let query = sqlx::query(
        "INSERT INTO recipients (broadcast_id, member_id, chat_id, unit_id)
         SELECT $1, member_id, chat_id, unit_id FROM recipients
         WHERE broadcast_id = $2 AND state = $3 AND seen = 0 AND (member_id IS NOT NULL OR chat_id IS NOT NULL)
         ORDER BY id",
    );
    let query = query.bind(broadcast).bind(origin).bind(ended);
    begin(tx, broadcast, query).await
}

async fn begin(
    tx: &mut Tx,
    broadcast: BroadcastId,
    query: sqlx::query::Query<'_, sqlx::Sqlite, sqlx::sqlite::SqliteArguments>,
) -> Result<i64, Fault> {
    let added = query.execute(tx.connection()).await?.rows_affected();
    let people = i64::try_from(added).unwrap_or(i64::MAX);
    count(tx, broadcast, State::Queued, "", people).await?;
    Ok(people)
}

/// Whom a draft would reach now, and who is left out and why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromRow)]
pub struct Audience {
    /// Members it would be sent to.
    pub members: i64,
    /// Of all members who can be written to, how many the round's answer leaves out.
    pub answered: i64,
    /// Members who have blocked the bot.
    pub blocked: i64,
    /// Members who are taking a pause.
    pub paused: i64,
    /// Members without the consents.
    pub unconsenting: i64,
    /// Groups it would be sent to.
    pub groups: i64,
}

/// Counts a draft's audience.
pub(crate) async fn audience(
    tx: &mut Tx,
    broadcast: BroadcastId,
    asked: &Asked,
) -> Result<Audience, Fault> {
    let today = day_text(tx.today());
    let query = concat!(
        below!(),
        " , people AS (
             SELECT CASE WHEN m.reachable = 0 THEN 'blocked'
                         WHEN NOT ",
        consenting!(),
        "                    THEN 'unconsenting'
                         WHEN m.paused_until > $2 THEN 'paused'
                         WHEN b.round_id IS NOT NULL AND EXISTS (
                             SELECT 1 FROM participations AS p
                             WHERE p.member_id = m.id AND p.round_id = b.round_id AND p.answered = 1)
                             THEN 'answered'
                         ELSE 'reached' END AS fate
             FROM broadcasts AS b, members AS m
             WHERE b.id = $1 AND b.members = 1 AND m.unit_id IN (SELECT id FROM below))
         SELECT count(*) FILTER (WHERE fate = 'reached') AS members,
                count(*) FILTER (WHERE fate = 'answered') AS answered,
                count(*) FILTER (WHERE fate = 'blocked') AS blocked,
                count(*) FILTER (WHERE fate = 'paused') AS paused,
                count(*) FILTER (WHERE fate = 'unconsenting') AS unconsenting,
                (SELECT count(*) FROM broadcasts AS b, groups AS g
                 WHERE b.id = $1 AND b.groups = 1 AND g.unit_id IN (SELECT id FROM below)) AS groups
         FROM people"
    );
    Ok(sqlx::query_as(query)
        .bind(broadcast)
        .bind(today)
        .bind(&asked.0)
        .fetch_one(tx.connection())
        .await?)
}

/// A queued recipient, as they are at the moment of sending.
#[derive(Debug, Clone, Copy, FromRow)]
pub struct Next {
    /// Our row.
    pub id: RecipientId,
    /// The member, unless it is a group or they have left.
    pub member_id: Option<MemberId>,
    /// Their private chat.
    pub user_id: Option<UserId>,
    /// What they read.
    pub language: Option<Language>,
    /// The group.
    pub chat_id: Option<ChatId>,
    /// Whether the member can be written to.
    pub reachable: Option<bool>,
    /// Whether the member is taking a pause.
    pub paused: bool,
    /// Whether the member's consents hold.
    pub consenting: bool,
    /// Whether the member has answered the round meanwhile, if the broadcast is about one.
    pub answered: bool,
    /// Whether the group still belongs to a unit.
    pub linked: bool,
}

/// The next queued recipients, in the order of the ledger.
pub(crate) async fn next(
    tx: &mut Tx,
    broadcast: BroadcastId,
    asked: &Asked,
    limit: u32,
) -> Result<Vec<Next>, Fault> {
    let today = day_text(tx.today());
    let query = concat!(
        "SELECT r.id, r.member_id, m.user_id, m.language, r.chat_id, m.reachable,
             coalesce(m.paused_until > $2, 0) AS paused, ",
        consenting!(),
        " AS consenting,
             EXISTS (SELECT 1 FROM broadcasts AS b JOIN participations AS p ON p.round_id = b.round_id
                     WHERE b.id = $1 AND p.member_id = m.id AND p.answered = 1) AS answered,
             EXISTS (SELECT 1 FROM groups AS g WHERE g.chat_id = r.chat_id) AS linked
         FROM recipients AS r LEFT JOIN members AS m ON m.id = r.member_id
         WHERE r.broadcast_id = $1 AND r.state = 'queued' ORDER BY r.id LIMIT $4"
    );
    Ok(sqlx::query_as(query)
        .bind(broadcast)
        .bind(today)
        .bind(&asked.0)
        .bind(limit)
        .fetch_all(tx.connection())
        .await?)
}
