//! Whom a broadcast is for: counted for the draft, fixed at the confirmation, looked at again when sending.

use sqlx::FromRow;

use super::{RecipientState, count};
use crate::db::{Binds, Statement, Tx};
use crate::store::Result;
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
        "(EXISTS (SELECT 1 FROM consents AS c WHERE c.member_id = m.id AND c.part = 'account'
              AND c.text_hash = $3 AND c.withdrawn_on IS NULL)
          AND EXISTS (SELECT 1 FROM consents AS c WHERE c.member_id = m.id AND c.part = 'abroad'
              AND c.text_hash = $4 AND c.withdrawn_on IS NULL))"
    };
}

/// Ids read in one transaction: about a twentieth of a second, whatever the size of the audience.
const PORTION: i64 = 10_000;

/// The hashes of the words without consent to which nobody is written to.
#[derive(Debug, Clone, Copy)]
pub struct ConsentHashes<'a> {
    /// Of the part about the account.
    pub account: &'a str,
    /// Of the part about keeping data abroad.
    pub abroad: &'a str,
}

/// Fixes the audience of a broadcast that was confirmed: its groups, and the first portion of its members or, of a
/// resend, of the rows it repeats. [`fix_next`] does the rest.
///
/// Whoever joins after this is not added. Whoever moves, pauses or answers before their portion is written is taken
/// as they are then.
pub(crate) async fn materialise(
    tx: &mut Tx,
    broadcast: BroadcastId,
    asked: ConsentHashes<'_>,
) -> Result {
    let query = "INSERT INTO audiences (broadcast_id, cursor, last)
         SELECT b.id, 0, (SELECT coalesce(max(m.id), 0) FROM members AS m) FROM broadcasts AS b
         WHERE b.id = $1 AND b.origin_id IS NULL
         UNION ALL
         SELECT b.id, coalesce(min(r.id), 1) - 1, coalesce(max(r.id), 0)
         FROM broadcasts AS b LEFT JOIN recipients AS r ON r.broadcast_id = b.origin_id AND r.state = b.origin_state
         WHERE b.id = $1 AND b.origin_id IS NOT NULL GROUP BY b.id";
    let query = sqlx::query(query).bind(broadcast);
    query.about(broadcast).run(tx).await?;
    let groups = concat!(
        below!(),
        " INSERT INTO recipients (broadcast_id, chat_id, unit_id)
         SELECT b.id, g.chat_id, g.unit_id FROM broadcasts AS b, groups AS g
         WHERE b.id = $1 AND b.groups = 1 AND b.origin_id IS NULL AND g.unit_id IN (SELECT id FROM below)"
    );
    let groups = sqlx::query(groups).bind(broadcast);
    let added = groups.about(broadcast).run(tx).await?;
    queued(tx, broadcast, added).await?;
    portion(tx, broadcast, asked).await
}

/// Writes the next portion of an audience that is not yet complete, in turn where there are several; `false` if
/// there is none.
pub(crate) async fn fix_next(tx: &mut Tx, asked: ConsentHashes<'_>) -> Result<bool> {
    let query = "SELECT broadcast_id FROM audiences ORDER BY cursor, broadcast_id LIMIT 1";
    let query = sqlx::query_scalar(query);
    let Some(broadcast) = query.optional(tx).await? else {
        return Ok(false);
    };
    portion(tx, broadcast, asked).await?;
    Ok(true)
}

/// Whether a part of the audience is still to be written into the ledger.
pub(crate) async fn is_fixing(tx: &mut Tx, broadcast: BroadcastId) -> Result<bool> {
    let query = "SELECT EXISTS (SELECT 1 FROM audiences WHERE broadcast_id = $1)";
    let query = sqlx::query_scalar(query).bind(broadcast);
    query.about(broadcast).one(tx).await
}

/// In the order of ids: by units the same rows are scattered over the file, and a million take five times as long.
async fn portion(tx: &mut Tx, broadcast: BroadcastId, asked: ConsentHashes<'_>) -> Result {
    let query = concat!(
        below!(),
        " INSERT INTO recipients (broadcast_id, member_id, chat_id, unit_id)
         SELECT b.id, m.id, NULL, m.unit_id
         FROM audiences AS a JOIN broadcasts AS b ON b.id = a.broadcast_id
              JOIN members AS m ON m.id > a.cursor AND m.id <= min(a.cursor + $5, a.last)
         WHERE a.broadcast_id = $1 AND b.members = 1 AND b.origin_id IS NULL AND +m.unit_id IN (SELECT id FROM below)
           AND m.reachable = 1 AND (m.paused_until IS NULL OR m.paused_until <= $2) AND ",
        consenting!(),
        "  AND (b.round_id IS NULL OR NOT EXISTS (
               SELECT 1 FROM participations AS p
               WHERE p.member_id = m.id AND p.round_id = b.round_id AND p.answered = 1))
         UNION ALL
         SELECT b.id, r.member_id, r.chat_id, r.unit_id
         FROM audiences AS a JOIN broadcasts AS b ON b.id = a.broadcast_id
              JOIN recipients AS r ON r.broadcast_id = b.origin_id AND r.state = b.origin_state
                                  AND r.id > a.cursor AND r.id <= min(a.cursor + $5, a.last)
         -- Who has seen it has it.
         WHERE a.broadcast_id = $1 AND r.seen = 0 AND (r.member_id IS NOT NULL OR r.chat_id IS NOT NULL)"
    );
    let query = sqlx::query(query)
        .binds((broadcast, tx.today(), asked.account, asked.abroad))
        .bind(PORTION);
    let added = query.about(broadcast).run(tx).await?;
    queued(tx, broadcast, added).await?;
    for step in [
        "DELETE FROM audiences WHERE broadcast_id = $1 AND cursor + $2 >= last",
        "UPDATE audiences SET cursor = cursor + $2 WHERE broadcast_id = $1",
    ] {
        let step = sqlx::query(step).bind(broadcast).bind(PORTION);
        step.about(broadcast).run(tx).await?;
    }
    Ok(())
}

async fn queued(tx: &mut Tx, broadcast: BroadcastId, added: u64) -> Result {
    let people = i64::try_from(added).unwrap_or(i64::MAX);
    count(tx, broadcast, RecipientState::Queued, None, people).await
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

impl Audience {
    /// All whom it may reach, whether or not they have answered: what depends on how many they are, depends on nothing that
    /// they did.
    pub(crate) fn people(&self) -> i64 {
        self.members + self.answered
    }
}

/// Counts a draft's audience.
pub(crate) async fn audience(
    tx: &mut Tx,
    broadcast: BroadcastId,
    asked: ConsentHashes<'_>,
) -> Result<Audience> {
    // Grouped, so that each member is looked up once; by id, not by unit, as in `portion`.
    let query = concat!(
        below!(),
        " , fates (fate, people) AS (
             SELECT CASE WHEN m.reachable = 0 THEN 'blocked'
                         WHEN NOT ",
        consenting!(),
        "                    THEN 'unconsenting'
                         WHEN m.paused_until > $2 THEN 'paused'
                         WHEN b.round_id IS NOT NULL AND EXISTS (
                             SELECT 1 FROM participations AS p
                             WHERE p.member_id = m.id AND p.round_id = b.round_id AND p.answered = 1)
                             THEN 'answered'
                         ELSE 'reached' END AS fate, count(*)
             FROM broadcasts AS b, members AS m
             WHERE b.id = $1 AND b.members = 1 AND +m.unit_id IN (SELECT id FROM below)
             GROUP BY fate)
         SELECT coalesce(sum(people) FILTER (WHERE fate = 'reached'), 0) AS members,
                coalesce(sum(people) FILTER (WHERE fate = 'answered'), 0) AS answered,
                coalesce(sum(people) FILTER (WHERE fate = 'blocked'), 0) AS blocked,
                coalesce(sum(people) FILTER (WHERE fate = 'paused'), 0) AS paused,
                coalesce(sum(people) FILTER (WHERE fate = 'unconsenting'), 0) AS unconsenting,
                (SELECT count(*) FROM broadcasts AS b, groups AS g
                 WHERE b.id = $1 AND b.groups = 1 AND g.unit_id IN (SELECT id FROM below)) AS groups
         FROM fates"
    );
    sqlx::query_as(query)
        .binds((broadcast, tx.today(), asked.account, asked.abroad))
        .about(broadcast)
        .one(tx)
        .await
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
    /// The language they read.
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
    asked: ConsentHashes<'_>,
    limit: u32,
) -> Result<Vec<Next>> {
    let query = concat!(
        "SELECT r.id, r.member_id, m.user_id, m.language, r.chat_id, m.reachable,
             coalesce(m.paused_until > $2, 0) AS paused, ",
        consenting!(),
        " AS consenting,
             EXISTS (SELECT 1 FROM broadcasts AS b JOIN participations AS p ON p.round_id = b.round_id
                     WHERE b.id = $1 AND p.member_id = m.id AND p.answered = 1) AS answered,
             EXISTS (SELECT 1 FROM groups AS g WHERE g.chat_id = r.chat_id) AS linked
         FROM recipients AS r LEFT JOIN members AS m ON m.id = r.member_id
         WHERE r.broadcast_id = $1 AND r.state = 'queued' ORDER BY r.id LIMIT $5"
    );
    sqlx::query_as(query)
        .binds((broadcast, tx.today(), asked.account, asked.abroad, limit))
        .about(broadcast)
        .all(tx)
        .await
}
