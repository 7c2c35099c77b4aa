//! Weekly rounds and what is pushed to everybody in them.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::trees::next;
use super::{Result, moment};
use crate::db::{Binds, Statement, Tx};
use crate::types::{CriterionId, MemberId, RoundId, Window};

/// A week of the campaign as it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    /// Our row.
    pub id: RoundId,
    /// Its Monday.
    pub monday: NaiveDate,
    /// What it is about.
    pub criterion: CriterionId,
    /// How often that criterion has come before.
    pub cycle: i64,
    /// The first moment an answer counts.
    pub opens_at: DateTime<Utc>,
    /// The first moment an answer is too late.
    pub closes_at: DateTime<Utc>,
    /// Whether its figures are final.
    pub closed: bool,
    /// Whether it is written down which of them are suppressed.
    pub judged: bool,
    /// The tree of units that it found when it opened.
    pub tree: i64,
    /// The threshold of people when it opened.
    pub threshold: i64,
}

/// A round, from the rows that the conditions and the order after it leave.
macro_rules! columns {
    () => {
        "SELECT id AS round_id, monday, criterion, cycle, opens_at, closes_at, closed, judged, tree, threshold FROM rounds "
    };
}

/// What is pushed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum PushKind {
    /// The weekly item.
    Item,
    /// The weekly quiz.
    Quiz,
    /// The one reminder of an unfinished quiz.
    Reminder,
}

/// Something to push to everybody in a window.
#[derive(Debug, Clone, Copy)]
pub struct Push {
    /// Our row.
    pub id: i64,
    /// Which week.
    pub round: RoundId,
    /// What.
    pub kind: PushKind,
    /// To whom.
    pub window: Window,
    /// When the window begins.
    pub due_at: DateTime<Utc>,
    /// When the window ends.
    pub expires_at: DateTime<Utc>,
    /// The last member already served.
    pub cursor: MemberId,
}

/// Opens a round, with the tree of units as it is now; `None` if that week's exists.
pub(crate) async fn open(
    tx: &mut Tx,
    monday: NaiveDate,
    criterion: CriterionId,
    cycle: i64,
    times: (DateTime<Utc>, DateTime<Utc>),
    threshold: i64,
) -> Result<Option<RoundId>> {
    // Looked for first: this is asked at every tick, and an INSERT that does nothing still uses up an id.
    let known = sqlx::query("SELECT 1 FROM rounds WHERE monday = $1")
        .bind(monday)
        .optional(tx)
        .await?;
    if known.is_some() {
        return Ok(None);
    }
    sqlx::query_scalar(
        concat!(
            "INSERT INTO rounds (monday, criterion, cycle, opens_at, closes_at, threshold, tree) VALUES ($1, $2, $3, $4, $5, $6, ",
            next!(),
            ") RETURNING id"
        ),
    )
    .binds((monday, criterion, cycle, times.0.timestamp(), times.1.timestamp(), threshold))
    .one(tx)
    .await
    .map(Some)
}

/// Plans a push of a round.
pub(crate) async fn plan(
    tx: &mut Tx,
    round: RoundId,
    kind: PushKind,
    window: Window,
    times: (DateTime<Utc>, DateTime<Utc>),
) -> Result {
    sqlx::query(
        "INSERT INTO pushes (round_id, kind, window, due_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
    )
    .binds((round, kind, window, times.0.timestamp(), times.1.timestamp()))
    .about(round)
    .run(tx)
    .await?;
    Ok(())
}

pub(crate) async fn by_id(tx: &mut Tx, id: RoundId) -> Result<Option<Round>> {
    let row = sqlx::query(concat!(columns!(), "WHERE id = $1"))
        .bind(id)
        .about(id)
        .optional(tx)
        .await?;
    row.as_ref().map(round).transpose()
}

/// The round in which an answer counts now.
pub(crate) async fn current(tx: &mut Tx) -> Result<Option<Round>> {
    let row = sqlx::query(concat!(
        columns!(),
        "WHERE closed = 0 AND opens_at <= $1 AND closes_at > $1 ORDER BY closes_at LIMIT 1"
    ))
    .bind(tx.now().timestamp())
    .optional(tx)
    .await?;
    row.as_ref().map(round).transpose()
}

/// The newest round that had opened before `before`, open or closed.
pub(crate) async fn latest(tx: &mut Tx, before: DateTime<Utc>) -> Result<Option<Round>> {
    let row = sqlx::query(concat!(
        columns!(),
        "WHERE opens_at < $1 ORDER BY opens_at DESC LIMIT 1"
    ))
    .bind(before.timestamp())
    .optional(tx)
    .await?;
    row.as_ref().map(round).transpose()
}

/// The rounds whose Mondays are between two days and which have opened before `before`, oldest first.
pub(crate) async fn between(
    tx: &mut Tx,
    from: NaiveDate,
    to: NaiveDate,
    before: DateTime<Utc>,
) -> Result<Vec<Round>> {
    let rows = sqlx::query(concat!(
        columns!(),
        "WHERE monday BETWEEN $1 AND $2 AND opens_at < $3 ORDER BY monday"
    ))
    .binds((from, to, before.timestamp()))
    .all(tx)
    .await?;
    rows.iter().map(round).collect()
}

/// Makes the figures of every round final whose time is over. Returns how many.
pub(crate) async fn close_due(tx: &mut Tx) -> Result<u64> {
    let now = tx.now().timestamp();
    let done = sqlx::query("UPDATE rounds SET closed = 1 WHERE closed = 0 AND closes_at <= $1")
        .bind(now)
        .run(tx)
        .await?;
    Ok(done)
}

/// The first push that is due and not done.
pub(crate) async fn due_push(tx: &mut Tx) -> Result<Option<Push>> {
    let row = sqlx::query(
        "SELECT id, round_id, kind, window, due_at, expires_at, cursor FROM pushes
         WHERE done = 0 AND due_at <= $1 ORDER BY due_at, id LIMIT 1",
    )
    .bind(tx.now().timestamp())
    .optional(tx)
    .await?;
    row.map(|row| {
        Ok(Push {
            id: row.try_get("id")?,
            round: row.try_get("round_id")?,
            kind: row.try_get("kind")?,
            window: row.try_get("window")?,
            due_at: moment(row.try_get("due_at")?)?,
            expires_at: moment(row.try_get("expires_at")?)?,
            cursor: row.try_get("cursor")?,
        })
    })
    .transpose()
}

pub(crate) async fn advance(tx: &mut Tx, push: &Push, cursor: MemberId, done: bool) -> Result {
    sqlx::query("UPDATE pushes SET cursor = $2, done = $3 WHERE id = $1")
        .binds((push.id, cursor, done))
        .run(tx)
        .await?;
    Ok(())
}

/// When a round closes or a push is due next, after now.
pub(crate) async fn next_due(tx: &mut Tx) -> Result<Option<DateTime<Utc>>> {
    let next: Option<i64> = sqlx::query_scalar(
        "SELECT min(at) FROM (
             SELECT min(due_at) AS at FROM pushes WHERE done = 0 AND due_at > $1
             UNION ALL
             SELECT min(closes_at) FROM rounds WHERE closed = 0 AND closes_at > $1)",
    )
    .bind(tx.now().timestamp())
    .one(tx)
    .await?;
    next.map(moment).transpose()
}

/// Reads a round from a row of any table that is joined to it.
pub(super) fn round(row: &SqliteRow) -> Result<Round> {
    Ok(Round {
        id: row.try_get("round_id")?,
        monday: row.try_get("monday")?,
        criterion: row.try_get("criterion")?,
        cycle: row.try_get("cycle")?,
        opens_at: moment(row.try_get("opens_at")?)?,
        closes_at: moment(row.try_get("closes_at")?)?,
        closed: row.try_get("closed")?,
        judged: row.try_get::<i64, _>("judged")? == 5,
        tree: row.try_get("tree")?,
        threshold: row.try_get("threshold")?,
    })
}

/// How many weeks are open, and how many are closed.
///
/// # Errors
/// The database cannot be read.
pub async fn count(tx: &mut Tx) -> Result<(i64, i64)> {
    sqlx::query_as(
        "SELECT count(*) FILTER (WHERE closed = 0), count(*) FILTER (WHERE closed = 1) FROM rounds",
    )
    .one(tx)
    .await
}
