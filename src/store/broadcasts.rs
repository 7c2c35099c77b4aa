//! Broadcasts: drafts, what they say, to whom, and where they stand.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::recipients::State;
use super::{Fault, day_text, moment};
use crate::db::Tx;
use crate::types::{BroadcastId, MessageId, RoundId, UnitId, UserId};

/// Where a broadcast stands.
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
    /// Nothing is left to do.
    Done,
}

/// What an officer with a draft is asked to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Awaiting {
    /// The message.
    Text,
    /// When to send it.
    Start,
    /// Until when it is worth sending.
    Until,
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
    /// Where it stands.
    pub phase: Phase,
    /// Rises with every change of the draft.
    pub version: i64,
    /// What the officer is asked to write.
    pub awaiting: Option<Awaiting>,
    /// The message as members get it; empty while it is not written.
    pub html: String,
    /// Whether members get it.
    pub members: bool,
    /// Whether groups get it.
    pub groups: bool,
    /// Only members who have not answered this round.
    pub round: Option<RoundId>,
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
        "SELECT id, unit_id, officer, state, version, awaiting, html, members, groups, round_id,
             starts_at, expires_at, origin_id, card_id, card_at, ended_at FROM broadcasts "
    };
}

fn broadcast(row: &SqliteRow) -> Result<Broadcast, Fault> {
    let at = |name: &str| -> Result<Option<DateTime<Utc>>, Fault> {
        row.try_get::<Option<i64>, _>(name)?.map(moment).transpose()
    };
    Ok(Broadcast {
        id: row.try_get("id")?,
        unit: row.try_get("unit_id")?,
        officer: row.try_get("officer")?,
        phase: row.try_get("state")?,
        version: row.try_get("version")?,
        awaiting: row.try_get("awaiting")?,
        html: row.try_get("html")?,
        members: row.try_get("members")?,
        groups: row.try_get("groups")?,
        round: row.try_get("round_id")?,
        starts_at: at("starts_at")?,
        expires_at: at("expires_at")?,
        origin: row.try_get("origin_id")?,
        card: row.try_get("card_id")?,
        card_at: row.try_get("card_at")?,
        ended_at: at("ended_at")?,
    })
}

/// Begins a draft for a whole unit; it waits for its text.
pub(crate) async fn begin(
    tx: &mut Tx,
    unit: UnitId,
    officer: UserId,
) -> Result<BroadcastId, Fault> {
    let today = day_text(tx.today());
    let id: BroadcastId = sqlx::query_scalar(
        "INSERT INTO broadcasts (unit_id, officer, awaiting, created_on) VALUES ($1, $2, 'text', $3)
         RETURNING id",
    )
    .bind(unit)
    .bind(officer)
    .bind(today)
    .fetch_one(tx.connection())
    .await?;
    choose(tx, id, &[unit]).await?;
    Ok(id)
}

/// The broadcast of that row.
pub(crate) async fn by_id(tx: &mut Tx, id: BroadcastId) -> Result<Option<Broadcast>, Fault> {
    let row = sqlx::query(concat!(columns!(), "WHERE id = $1"))
        .bind(id)
        .fetch_optional(tx.connection())
        .await?;
    row.as_ref().map(broadcast).transpose()
}

/// The draft an officer is writing.
pub(crate) async fn draft_of(tx: &mut Tx, officer: UserId) -> Result<Option<Broadcast>, Fault> {
    let row = sqlx::query(concat!(
        columns!(),
        "WHERE officer = $1 AND state = 'draft'"
    ))
    .bind(officer)
    .fetch_optional(tx.connection())
    .await?;
    row.as_ref().map(broadcast).transpose()
}

/// The newest broadcasts that are no drafts, newest first.
pub(crate) async fn newest(tx: &mut Tx, limit: u32) -> Result<Vec<Broadcast>, Fault> {
    let rows = sqlx::query(concat!(
        columns!(),
        "WHERE state <> 'draft' ORDER BY id DESC LIMIT $1"
    ))
    .bind(limit)
    .fetch_all(tx.connection())
    .await?;
    rows.iter().map(broadcast).collect()
}

/// Broadcasts with something left to do, those that are yet to start included.
pub(crate) async fn at_work(tx: &mut Tx) -> Result<Vec<Broadcast>, Fault> {
    let rows = sqlx::query(concat!(
        columns!(),
        "WHERE state IN ('running', 'paused', 'cancelling', 'unsending') ORDER BY id"
    ))
    .fetch_all(tx.connection())
    .await?;
    rows.iter().map(broadcast).collect()
}

/// Writes a changed draft down; its version rises, so that a confirmation of the old one is void.
pub(crate) async fn change(tx: &mut Tx, draft: &Broadcast) -> Result<(), Fault> {
    sqlx::query(
        "UPDATE broadcasts SET version = version + 1, awaiting = $2, html = $3, members = $4,
             groups = $5, round_id = $6, starts_at = $7, expires_at = $8
         WHERE id = $1 AND state = 'draft'",
    )
    .bind(draft.id)
    .bind(draft.awaiting)
    .bind(&draft.html)
    .bind(draft.members)
    .bind(draft.groups)
    .bind(draft.round)
    .bind(draft.starts_at.map(|at| at.timestamp()))
    .bind(draft.expires_at.map(|at| at.timestamp()))
    .execute(tx.connection())
    .await?;
    Ok(())
}

/// The units it goes to, instead of those before.
pub(crate) async fn choose(tx: &mut Tx, id: BroadcastId, units: &[UnitId]) -> Result<(), Fault> {
    sqlx::query("DELETE FROM broadcast_units WHERE broadcast_id = $1")
        .bind(id)
        .execute(tx.connection())
        .await?;
    for unit in units {
        sqlx::query("INSERT INTO broadcast_units (broadcast_id, unit_id) VALUES ($1, $2)")
            .bind(id)
            .bind(unit)
            .execute(tx.connection())
            .await?;
    }
    Ok(())
}

/// The units it goes to.
pub(crate) async fn chosen(tx: &mut Tx, id: BroadcastId) -> Result<Vec<UnitId>, Fault> {
    Ok(sqlx::query_scalar(
        "SELECT unit_id FROM broadcast_units WHERE broadcast_id = $1 ORDER BY unit_id",
    )
    .bind(id)
    .fetch_all(tx.connection())
    .await?)
}

/// Notes that this album was refused; `false` if it had been.
pub(crate) async fn refuse_album(tx: &mut Tx, id: BroadcastId, album: &str) -> Result<bool, Fault> {
    let noted = sqlx::query("UPDATE broadcasts SET album = $2 WHERE id = $1 AND album IS NOT $2");
    let noted = noted.bind(id).bind(album).execute(tx.connection()).await?;
    Ok(noted.rows_affected() == 1)
}

/// Moves a broadcast from one phase to another; `false` if it was not in that phase and version.
///
/// Whoever presses second finds it moved: nothing happens twice.
pub(crate) async fn turn(
    tx: &mut Tx,
    id: BroadcastId,
    version: i64,
    (from, to): (Phase, Phase),
) -> Result<bool, Fault> {
    let turned = sqlx::query(
        "UPDATE broadcasts SET state = $4, awaiting = NULL, version = version + 1
         WHERE id = $1 AND version = $2 AND state = $3",
    );
    let turned = turned.bind(id).bind(version).bind(from).bind(to);
    Ok(turned.execute(tx.connection()).await?.rows_affected() == 1)
}

/// From when and until when it is sent, who confirmed it besides its officer.
pub(crate) async fn settle_times(
    tx: &mut Tx,
    id: BroadcastId,
    (starts_at, expires_at): (DateTime<Utc>, DateTime<Utc>),
    second: Option<UserId>,
) -> Result<(), Fault> {
    sqlx::query("UPDATE broadcasts SET starts_at = $2, expires_at = $3, second = $4 WHERE id = $1")
        .bind(id)
        .bind(starts_at.timestamp())
        .bind(expires_at.timestamp())
        .bind(second)
        .execute(tx.connection())
        .await?;
    Ok(())
}

/// Nothing is left to do.
pub(crate) async fn end(tx: &mut Tx, id: BroadcastId, phase: Phase) -> Result<(), Fault> {
    let now = tx.now().timestamp();
    sqlx::query("UPDATE broadcasts SET state = $2, ended_at = $3 WHERE id = $1")
        .bind(id)
        .bind(phase)
        .bind(now)
        .execute(tx.connection())
        .await?;
    Ok(())
}

/// A draft is thrown away.
pub(crate) async fn discard(tx: &mut Tx, id: BroadcastId) -> Result<(), Fault> {
    sqlx::query("DELETE FROM broadcasts WHERE id = $1 AND state = 'draft'")
        .bind(id)
        .execute(tx.connection())
        .await?;
    Ok(())
}

/// A broadcast of the same words to those that ended so; `None` if there is one already.
pub(crate) async fn again(
    tx: &mut Tx,
    origin: &Broadcast,
    ended: State,
    officer: UserId,
    times: (DateTime<Utc>, DateTime<Utc>),
) -> Result<Option<BroadcastId>, Fault> {
    let today = day_text(tx.today());
    Ok(sqlx::query_scalar(
        "INSERT INTO broadcasts (unit_id, officer, state, html, members, groups, starts_at, expires_at,
             origin_id, origin_state, created_on)
         VALUES ($1, $2, 'running', $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (origin_id, origin_state) DO NOTHING RETURNING id",
    )
    .bind(origin.unit)
    .bind(officer)
    .bind(&origin.html)
    .bind(origin.members)
    .bind(origin.groups)
    .bind(times.0.timestamp())
    .bind(times.1.timestamp())
    .bind(origin.id)
    .bind(ended)
    .bind(today)
    .fetch_optional(tx.connection())
    .await?)
}

/// The broadcast that repeats those rows of this one.
pub(crate) async fn repeat_of(
    tx: &mut Tx,
    origin: BroadcastId,
    ended: State,
) -> Result<Option<BroadcastId>, Fault> {
    let query = "SELECT id FROM broadcasts WHERE origin_id = $1 AND origin_state = $2";
    let query = sqlx::query_scalar(query).bind(origin).bind(ended);
    Ok(query.fetch_optional(tx.connection()).await?)
}

/// Where the card stands.
pub(crate) async fn set_card(
    tx: &mut Tx,
    id: BroadcastId,
    message: MessageId,
) -> Result<(), Fault> {
    sqlx::query("UPDATE broadcasts SET card_id = $2 WHERE id = $1")
        .bind(id)
        .bind(message)
        .execute(tx.connection())
        .await?;
    Ok(())
}

/// The card shows how it stands now.
pub(crate) async fn card_shown(tx: &mut Tx, id: BroadcastId) -> Result<(), Fault> {
    let now = tx.now().timestamp();
    sqlx::query("UPDATE broadcasts SET card_at = $2 WHERE id = $1")
        .bind(id)
        .bind(now)
        .execute(tx.connection())
        .await?;
    Ok(())
}

/// Forgets whom broadcasts that ended before that day went to, so many rows at a time, and then what
/// they said; the counts stay. Returns how many rows that took.
pub(crate) async fn forget(tx: &mut Tx, day: NaiveDate) -> Result<u64, Fault> {
    const ROWS: u32 = 2_000;
    let ended: Option<BroadcastId> = sqlx::query_scalar(
        "SELECT id FROM broadcasts WHERE ended_at < unixepoch($1) AND html <> '' ORDER BY id LIMIT 1",
    )
    .bind(day_text(day))
    .fetch_optional(tx.connection())
    .await?;
    let Some(id) = ended else { return Ok(0) };
    let forgotten = sqlx::query(
        "DELETE FROM recipients WHERE id IN (
             SELECT id FROM recipients WHERE broadcast_id = $1 ORDER BY state, id LIMIT $2)",
    );
    let forgotten = forgotten
        .bind(id)
        .bind(ROWS)
        .execute(tx.connection())
        .await?;
    if forgotten.rows_affected() > 0 {
        return Ok(forgotten.rows_affected());
    }
    let emptied = sqlx::query("UPDATE broadcasts SET html = '' WHERE id = $1");
    let emptied = emptied.bind(id).execute(tx.connection()).await?;
    Ok(emptied.rows_affected())
}
