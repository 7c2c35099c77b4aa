//! Broadcasts: drafts, what they say, to whom, and how far they are.

mod drafts;
pub(crate) mod recurring;
mod sent;
pub(crate) mod urgent;

pub(crate) use drafts::{begin, begin_answer, change, choose, chosen, discard, refuse_album};
pub(crate) use sent::sent;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::recipients::RecipientState;
use super::{Result, moment};
use crate::db::{Binds, Statement, Tx};
use crate::outgoing::FileKind;
use crate::types::{BroadcastId, CheckinRoundId, MemberId, MessageId, RoundId, UnitId, UserId};

/// How far a broadcast is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Phase {
    /// Being written.
    Draft,
    /// Confirmed by one officer, where two are asked for.
    Waiting,
    /// Confirmed: it is sent, or will be when its time comes.
    Running,
    /// Held by an officer.
    Paused,
    /// Given up: nothing leaves, the ledger is being closed.
    Cancelling,
    /// Given up.
    Cancelled,
    /// What was delivered is being taken back.
    Unsending,
    /// What could be taken back was.
    Unsent,
    /// Everything was sent or has ended.
    Done,
    /// A reminder: on its days a broadcast of its words is sent.
    Repeating,
    /// A reminder that an officer has put to rest.
    Resting,
}

/// What people get: words, perhaps below a file, perhaps with buttons.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// The words as HTML; empty while nothing is written, or below a file without words.
    pub html: String,
    /// The file above them: how it is shown, and the messenger's name for it.
    pub file: Option<(FileKind, String)>,
    /// A button to a page: what it says, and where it leads.
    pub link: Option<(String, String)>,
    /// Whether members find a button that says they have seen it.
    pub ask_seen: bool,
}

impl Body {
    /// Whether there is anything to send.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty() && self.file.is_none()
    }
}

/// A broadcast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broadcast {
    /// Our row.
    pub id: BroadcastId,
    /// The unit in whose name it is sent.
    pub unit: UnitId,
    /// Who wrote it.
    pub officer: UserId,
    /// How far it is.
    pub phase: Phase,
    /// Rises with every change of the draft.
    pub version: i64,
    /// What people get.
    pub body: Body,
    /// How many members have tapped the button that says they have seen it.
    pub seen: i64,
    /// Whether members get it.
    pub members: bool,
    /// Whether groups get it.
    pub groups: bool,
    /// Goes outside the hours, too, once a second officer has agreed.
    pub urgent: bool,
    /// Only members who have not answered this round.
    pub round: Option<RoundId>,
    /// On which days it is sent again and again, as [`crate::schedule::Rhythm`] writes it.
    pub rhythm: Option<String>,
    /// The reminder whose place it takes once it is confirmed.
    pub replaces: Option<BroadcastId>,
    /// The reminder it was sent for.
    pub reminder: Option<BroadcastId>,
    /// The check-in that it answers.
    pub answers: Option<CheckinRoundId>,
    /// The day it was begun or, once it was, confirmed.
    pub day: NaiveDate,
    /// When it starts; `None`: as soon as it is confirmed.
    pub starts_at: Option<DateTime<Utc>>,
    /// Not sent at or after; `None`: the usual term.
    pub expires_at: Option<DateTime<Utc>>,
    /// The broadcast whose rows it repeats, and which.
    pub origin: Option<BroadcastId>,
    /// The card in the officer's chat.
    pub card: Option<MessageId>,
    /// When that was edited last.
    pub card_at: i64,
    /// When nothing was left to do.
    pub ended_at: Option<DateTime<Utc>>,
}

macro_rules! columns {
    () => {
        "SELECT id, unit_id, officer, state, version, html, file_kind, file_id, link_label, link_url,
             ask_seen, seen, members, groups, urgent, round_id, rhythm, replaces_id, recurring_id, answers_id,
             starts_at, expires_at, origin_id, card_id, card_at, ended_at, created_on FROM broadcasts "
    };
}

fn broadcast(row: &SqliteRow) -> Result<Broadcast> {
    let at = |name: &str| -> Result<Option<DateTime<Utc>>> {
        row.try_get::<Option<i64>, _>(name)?.map(moment).transpose()
    };
    Ok(Broadcast {
        id: row.try_get("id")?,
        unit: row.try_get("unit_id")?,
        officer: row.try_get("officer")?,
        phase: row.try_get("state")?,
        version: row.try_get("version")?,
        body: Body {
            html: row.try_get("html")?,
            file: both(row.try_get("file_kind")?, row.try_get("file_id")?),
            link: both(row.try_get("link_label")?, row.try_get("link_url")?),
            ask_seen: row.try_get("ask_seen")?,
        },
        seen: row.try_get("seen")?,
        members: row.try_get("members")?,
        groups: row.try_get("groups")?,
        urgent: row.try_get("urgent")?,
        round: row.try_get("round_id")?,
        rhythm: row.try_get("rhythm")?,
        replaces: row.try_get("replaces_id")?,
        reminder: row.try_get("recurring_id")?,
        answers: row.try_get("answers_id")?,
        day: row.try_get("created_on")?,
        starts_at: at("starts_at")?,
        expires_at: at("expires_at")?,
        origin: row.try_get("origin_id")?,
        card: row.try_get("card_id")?,
        card_at: row.try_get("card_at")?,
        ended_at: at("ended_at")?,
    })
}

/// Two columns that are both set or both NULL.
fn both<A, B>(one: Option<A>, other: Option<B>) -> Option<(A, B)> {
    one.zip(other)
}

pub(crate) async fn by_id(tx: &mut Tx, id: BroadcastId) -> Result<Option<Broadcast>> {
    let row = sqlx::query(concat!(columns!(), "WHERE id = $1"))
        .bind(id)
        .about(id)
        .optional(tx)
        .await?;
    row.as_ref().map(broadcast).transpose()
}

/// The draft an officer is writing.
pub(crate) async fn draft_of(tx: &mut Tx, officer: UserId) -> Result<Option<Broadcast>> {
    let row = sqlx::query(concat!(
        columns!(),
        "WHERE officer = $1 AND state = 'draft'"
    ))
    .bind(officer)
    .optional(tx)
    .await?;
    row.as_ref().map(broadcast).transpose()
}

/// The broadcast by which a unit answers a check-in, unless it was given up or taken back.
pub(crate) async fn answer_to(
    tx: &mut Tx,
    unit: UnitId,
    round: CheckinRoundId,
) -> Result<Option<BroadcastId>> {
    sqlx::query_scalar(
        "SELECT id FROM broadcasts WHERE unit_id = $1 AND answers_id = $2
         AND answers_id IS NOT NULL AND state NOT IN ('draft', 'cancelled', 'unsending', 'unsent')",
    )
    .binds((unit, round))
    .about(unit)
    .optional(tx)
    .await
}

/// Broadcasts with the unit they are sent in the name of: reminders first, those that rest too, then the newest.
pub(crate) async fn listed(tx: &mut Tx, limit: u32) -> Result<Vec<(BroadcastId, UnitId)>> {
    sqlx::query_as(
        "SELECT id, unit_id FROM broadcasts WHERE state <> 'draft'
         ORDER BY state NOT IN ('repeating', 'resting'), CASE WHEN state IN ('repeating', 'resting') THEN id ELSE -id END
         LIMIT $1",
    )
    .bind(limit)
    .all(tx)
    .await
}

/// Broadcasts with something left to do, those that are yet to start included.
pub(crate) async fn at_work(tx: &mut Tx) -> Result<Vec<Broadcast>> {
    let rows = sqlx::query(concat!(
        columns!(),
        "WHERE state IN ('running', 'paused', 'cancelling', 'unsending') ORDER BY id"
    ))
    .all(tx)
    .await?;
    rows.iter().map(broadcast).collect()
}

/// Moves a broadcast from one phase to another; `false` if it was not in that phase and version.
///
/// Whoever presses second finds it moved: nothing happens twice.
pub(crate) async fn advance(
    tx: &mut Tx,
    id: BroadcastId,
    version: i64,
    (from, to): (Phase, Phase),
) -> Result<bool> {
    let turned = sqlx::query(
        "UPDATE broadcasts SET state = $4, version = version + 1
         WHERE id = $1 AND version = $2 AND state = $3",
    );
    let turned = turned.bind(id).bind(version).bind(from).bind(to);
    Ok(turned.about(id).run(tx).await? == 1)
}

/// Fixes from when (`None`: at once) and until when it is sent, and who confirmed it besides its officer; its day is
/// the one on which that happens.
pub(crate) async fn settle_times(
    tx: &mut Tx,
    id: BroadcastId,
    (starts_at, expires_at): (Option<DateTime<Utc>>, DateTime<Utc>),
    second: Option<UserId>,
) -> Result {
    let settled = sqlx::query(
        "UPDATE broadcasts SET starts_at = $2, expires_at = $3, second = $4, created_on = $5 WHERE id = $1",
    );
    let settled = settled.bind(id).bind(starts_at.map(|at| at.timestamp()));
    let settled = settled
        .binds((expires_at.timestamp(), second))
        .bind(tx.today());
    settled.about(id).run(tx).await?;
    Ok(())
}

pub(crate) async fn end(tx: &mut Tx, id: BroadcastId, phase: Phase) -> Result {
    let now = tx.now().timestamp();
    sqlx::query("UPDATE broadcasts SET state = $2, ended_at = $3 WHERE id = $1")
        .binds((id, phase, now))
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

/// A broadcast of the same words, at once, to those that ended so; `None` if there is one already.
pub(crate) async fn again(
    tx: &mut Tx,
    origin: BroadcastId,
    ended: RecipientState,
    officer: UserId,
    expires_at: DateTime<Utc>,
) -> Result<Option<BroadcastId>> {
    let id: Option<BroadcastId> = sqlx::query_scalar(
        "INSERT INTO broadcasts (unit_id, officer, state, html, file_kind, file_id, link_label, link_url, ask_seen,
             members, groups, round_id, expires_at, origin_id, origin_state, created_on)
         SELECT unit_id, $2, 'running', html, file_kind, file_id, link_label, link_url, ask_seen,
             members, groups, round_id, $3, id, $4, $5 FROM broadcasts WHERE id = $1
         ON CONFLICT (origin_id, origin_state) DO NOTHING RETURNING id",
    )
    .binds((origin, officer, expires_at.timestamp(), ended, tx.today()))
    .about(origin)
    .optional(tx)
    .await?;
    if let Some(id) = id {
        // For its card; to whom it goes is in the first ledger.
        drafts::copy_units(tx, origin, id).await?;
    }
    Ok(id)
}

/// The broadcast that sends once more to those of this one that ended in `state`.
pub(crate) async fn repeat_of(
    tx: &mut Tx,
    origin: BroadcastId,
    ended: RecipientState,
) -> Result<Option<BroadcastId>> {
    let query = "SELECT id FROM broadcasts WHERE origin_id = $1 AND origin_state = $2";
    let query = sqlx::query_scalar(query).bind(origin).bind(ended);
    query.about(origin).optional(tx).await
}

/// Counts a tap on “seen”; `false` if it is counted already, or they never got the broadcast.
pub(crate) async fn mark_seen(tx: &mut Tx, id: BroadcastId, member: MemberId) -> Result<bool> {
    let seen = sqlx::query(
        "UPDATE recipients SET seen = 1
         WHERE broadcast_id = $1 AND member_id = $2 AND seen = 0 AND state IN ('claimed', 'sent', 'unknown')",
    );
    let seen = seen.bind(id).bind(member).about(id).run(tx).await?;
    let first = seen == 1;
    if first {
        sqlx::query("UPDATE broadcasts SET seen = seen + 1 WHERE id = $1")
            .bind(id)
            .about(id)
            .run(tx)
            .await?;
    }
    Ok(first)
}

/// Stores the message id of the card in the officer's chat.
pub(crate) async fn set_card(tx: &mut Tx, id: BroadcastId, message: MessageId) -> Result {
    sqlx::query("UPDATE broadcasts SET card_id = $2 WHERE id = $1")
        .binds((id, message))
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

/// Notes when the card was edited last.
pub(crate) async fn card_shown(tx: &mut Tx, id: BroadcastId) -> Result {
    let now = tx.now().timestamp();
    sqlx::query("UPDATE broadcasts SET card_at = $2 WHERE id = $1")
        .binds((id, now))
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

/// Forgets whom broadcasts that ended before that day went to, so many rows at a time, and then what
/// they said and who wrote it; the counts stay. Returns how many rows that took.
pub(crate) async fn forget(tx: &mut Tx, day: NaiveDate) -> Result<u64> {
    const ROWS: u32 = 2_000;
    let ended: Option<BroadcastId> = sqlx::query_scalar(
        "SELECT id FROM broadcasts WHERE ended_at < unixepoch($1) AND officer <> 0 ORDER BY id LIMIT 1",
    )
    .bind(day)
    .optional(tx)
    .await?;
    let Some(id) = ended else { return Ok(0) };
    let forgotten = sqlx::query(
        "DELETE FROM recipients WHERE id IN (
             SELECT id FROM recipients WHERE broadcast_id = $1 ORDER BY state, id LIMIT $2)",
    );
    let forgotten = forgotten.bind(id).bind(ROWS).run(tx).await?;
    if forgotten > 0 {
        return Ok(forgotten);
    }
    let emptied = sqlx::query(
        "UPDATE broadcasts SET html = '', file_kind = NULL, file_id = NULL, link_label = NULL, link_url = NULL,
             officer = 0, second = NULL WHERE id = $1",
    );
    let emptied = emptied.bind(id).run(tx).await?;
    Ok(emptied)
}
