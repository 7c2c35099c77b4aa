//! What became of backups, and what a copy of the database does not hold.
//!
//! Knows the rows. Must not know files, nor when a backup is due.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{Result, moment, suggestions};
use crate::db::{Binds, Statement, Tx};
use crate::outgoing::Reason;

/// Rows that are kept: some weeks of days.
const ROWS: i64 = 60;

/// A good backup that is older than this is one too few.
const OLD: TimeDelta = TimeDelta::days(2);

/// Why a backup failed, or is not to be relied on. Stored by its word: never rename one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Trouble {
    /// No room on the disk.
    Full,
    /// The folder is not there, or must not be written to.
    Folder,
    /// The database itself is damaged.
    Damaged,
    /// It is there, and the audit in it does not hold together.
    Audit,
    /// Anything else: the log says what.
    Other,
}

/// How the last backups went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Backups {
    /// The newest good one: when, and how many bytes.
    pub good: Option<(DateTime<Utc>, i64)>,
    /// What was wrong with the newest of all, if anything was.
    pub trouble: Option<(DateTime<Utc>, Trouble)>,
}

impl Backups {
    /// Whether the newest good one is one too few; no record of any is another thing.
    pub fn is_old(&self, now: DateTime<Utc>) -> bool {
        self.good.is_some_and(|(at, _)| now - at > OLD)
    }
}

/// How the last backups went.
///
/// # Errors
/// The database cannot be read.
pub async fn last(tx: &mut Tx) -> Result<Backups> {
    let good: Option<(i64, i64)> = sqlx::query_as(
        "SELECT made_at, bytes FROM backups WHERE trouble IS NULL ORDER BY made_at DESC LIMIT 1",
    )
    .optional(tx)
    .await?;
    let newest: Option<(i64, Option<Trouble>)> = sqlx::query_as(
        "SELECT made_at, trouble FROM backups ORDER BY made_at DESC, id DESC LIMIT 1",
    )
    .optional(tx)
    .await?;
    let good = good.map(|(at, bytes)| moment(at).map(|at| (at, bytes)));
    let trouble = newest.and_then(|(at, trouble)| Some((at, trouble?)));
    let trouble = trouble.map(|(at, trouble)| moment(at).map(|at| (at, trouble)));
    Ok(Backups {
        good: good.transpose()?,
        trouble: trouble.transpose()?,
    })
}

/// Notes how one went: how many bytes it has if there is one, and what was wrong if anything was.
pub(crate) async fn note(
    tx: &mut Tx,
    made_at: DateTime<Utc>,
    bytes: Option<i64>,
    trouble: Option<Trouble>,
) -> Result {
    sqlx::query("INSERT INTO backups (made_at, bytes, trouble) VALUES ($1, $2, $3)")
        .binds((made_at.timestamp(), bytes, trouble))
        .run(tx)
        .await?;
    sqlx::query("DELETE FROM backups WHERE id <= (SELECT max(id) FROM backups) - $1")
        .bind(ROWS)
        .run(tx)
        .await?;
    Ok(())
}

/// What was left out of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Choices made in an open check-in.
    pub answers: u64,
    /// Calls that waited to be made: their words, their buttons, whom they were for.
    pub waiting: u64,
}

/// Takes out of a copy what must not be in a backup: what members say in an open check-in, and whatever waits to be
/// sent: a journal's key, somebody's own data, a screen with their choices. That it waited stays, as a row that ended.
///
/// # Errors
/// The copy cannot be written.
pub async fn strip(tx: &mut Tx, current: bool) -> Result<LeftOut> {
    let answers = sqlx::query("DELETE FROM checkin_answers").run(tx).await?;
    let waiting = lose_waiting(tx).await?;
    // An older schema has no place for it.
    if current {
        suggestions::boxes::empty_all(tx, None).await?;
        let now = tx.now().timestamp();
        sqlx::query("UPDATE installation SET copied_at = $1")
            .bind(now)
            .run(tx)
            .await?;
    }
    Ok(LeftOut { answers, waiting })
}

/// Ends all that waits: in a copy nobody knows what has become of it.
///
/// Names no column that older schemas do not have.
pub(crate) async fn lose_waiting(tx: &mut Tx) -> Result<u64> {
    sqlx::query(
        "UPDATE outbox SET state = 'unknown', reason = $1, ended_on = $2, chat_id = NULL, purpose = '', call = ''
         WHERE state IN ('queued', 'claimed')",
    )
    .binds((Reason::Restored, tx.today()))
    .run(tx)
    .await
}

/// How many calls ended on that day because nobody knows what has become of them.
pub(crate) async fn lost_on(tx: &mut Tx, day: NaiveDate) -> Result<i64> {
    sqlx::query_scalar("SELECT count(*) FROM outbox WHERE reason = $1 AND ended_on = $2")
        .binds((Reason::Restored, day))
        .one(tx)
        .await
}

/// When this copy was made; `None`: it is no copy, but a database at work, or was copied by another program.
///
/// # Errors
/// The database cannot be read.
pub async fn copied_at(tx: &mut Tx) -> Result<Option<DateTime<Utc>>> {
    let at: Option<Option<i64>> =
        sqlx::query_scalar("SELECT copied_at FROM installation WHERE id = 1")
            .optional(tx)
            .await?;
    at.flatten().map(moment).transpose()
}

/// The last day on which anything was handled: a copy that does not say when it was made is at least as old as that.
///
/// # Errors
/// The database cannot be read.
pub async fn last_day(tx: &mut Tx) -> Result<Option<NaiveDate>> {
    sqlx::query_scalar(
        "SELECT max(day) FROM (SELECT max(done_on) AS day FROM updates UNION ALL SELECT max(day) FROM audit)",
    )
    .one(tx)
    .await
}
