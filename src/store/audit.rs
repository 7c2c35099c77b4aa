//! What officers looked at or changed: only ever added to, each line chained to the one before it.
//!
//! The chain proves that lines agree with a hash that was noted elsewhere (`/nhatky` shows it to members,
//! `nhip audit verify` prints it). Whoever holds the file could rewrite all of it, but not those notes.

use chrono::NaiveDate;
use sqlx::{FromRow, Row};

use super::{StoreError, day_text, officers, text_day};
use crate::db::{Statement, Tx};
use crate::types::{Title, UnitId, UserId, sha256};

/// What an officer did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum AuditAction {
    /// Looked at a unit's figures.
    Report,
    /// Took them away as a file.
    Export,
    /// Tied a group to a unit.
    Link,
    /// Untied a group.
    Unlink,
    /// Raised a threshold, at the server.
    Thresholds,
    /// Confirmed a broadcast.
    Broadcast,
    /// Confirmed it as the second officer.
    Second,
    /// Held a broadcast.
    Hold,
    /// Let it go on.
    GoOn,
    /// Gave up what was not sent yet.
    GiveUp,
    /// Took back what was sent.
    TakeBack,
    /// Sent it once more to those with whom it failed or who are in doubt.
    Again,
    /// Confirmed a reminder.
    Recurring,
    /// Put a reminder to rest.
    RecurringRest,
    /// Let it be sent again.
    RecurringWake,
    /// Dropped a reminder.
    RecurringDrop,
    /// Had the ledger of a broadcast sent, as counts.
    Ledger,
    /// Held everything that the bot sends by itself.
    PauseAll,
    /// Let all that go on.
    ResumeAll,
    /// Gave somebody an officer's rights.
    Appoint,
    /// Took them back.
    Dismiss,
    /// Gave their own rights back.
    Resign,
    /// Imported a file of units.
    Units,
    /// Gave a unit another invite link.
    Renew,
    /// Declared another number of people.
    Declare,
    /// Had members reminded who had not answered.
    Remind,
    /// Answered a closed check-in.
    Respond,
    /// Had members drawn who may be commended.
    Draw,
    /// Commended somebody.
    Commend,
}

/// In which office somebody acted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Office {
    /// An officer of the root unit, by the settings of the server.
    Owner,
    /// Whoever runs the server.
    Server,
    /// Somebody in a unit's group who is no officer.
    Group,
    /// An officer of the unit or of one above, by title.
    Chair,
    /// An officer of the unit or of one above, by title.
    Deputy,
    /// An officer of the unit or of one above, by title.
    Committee,
    /// An officer of the unit or of one above, by title.
    Leader,
    /// An officer of the unit or of one above, by title.
    Assistant,
}

impl From<Title> for Office {
    fn from(title: Title) -> Self {
        match title {
            Title::Chair => Self::Chair,
            Title::Deputy => Self::Deputy,
            Title::Committee => Self::Committee,
            Title::Leader => Self::Leader,
            Title::Assistant => Self::Assistant,
        }
    }
}

/// What a line's hash is made of.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
struct ChainLine {
    id: i64,
    day: String,
    unit_id: Option<i64>,
    user_id: Option<i64>,
    office: String,
    action: String,
    hash: Option<String>,
}

/// A line as members read it: no name, no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// The day; the hour is not stored.
    pub day: NaiveDate,
    /// The office, not the person.
    pub office: Office,
    /// What was done.
    pub action: AuditAction,
    /// About which unit; `None` for all.
    pub unit: Option<String>,
    /// How often on that day.
    pub times: i64,
}

/// Where the chain ends now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its last line; 0 if there is none.
    pub id: i64,
    /// That line's hash.
    pub hash: String,
}

/// What checking the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Every line agrees with the one before it.
    Sound {
        /// How many lines there are.
        lines: i64,
        /// The last line.
        head: Head,
    },
    /// This line does not agree with those before it, or one before it is missing.
    Broken(i64),
}

/// Writes down what an officer did, under the highest office from which they may; owners have none.
pub(crate) async fn note(
    tx: &mut Tx,
    unit: UnitId,
    officer: UserId,
    action: AuditAction,
) -> Result<(), StoreError> {
    let office = match officers::office(tx, officer, unit).await? {
        Some((_, title)) => title.into(),
        None => Office::Owner,
    };
    note_in(tx, Some(unit), Some(officer), office, action).await
}

/// Writes an action down, chained to the line before it.
pub(crate) async fn note_in(
    tx: &mut Tx,
    unit: Option<UnitId>,
    officer: Option<UserId>,
    office: Office,
    action: AuditAction,
) -> Result<(), StoreError> {
    let id = head(tx).await?.id + 1;
    let today = day_text(tx.today());
    sqlx::query("INSERT INTO audit (id, day, unit_id, user_id, office, action) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(id)
        .bind(today)
        .bind(unit)
        .bind(officer)
        .bind(office)
        .bind(action)
        .run(tx)
        .await?;
    seal(tx).await
}

/// Chains every line that is not chained yet: those from before there was a chain.
pub(crate) async fn seal(tx: &mut Tx) -> Result<(), StoreError> {
    let open: Vec<ChainLine> = sqlx::query_as(
        "SELECT id, day, unit_id, user_id, office, action, hash FROM audit
         WHERE hash IS NULL AND id > (SELECT coalesce(max(id), 0) FROM audit WHERE hash IS NOT NULL) ORDER BY id",
    )
    .all(tx)
    .await?;
    let Some(first) = open.first() else {
        return Ok(());
    };
    let mut before = hash_before(tx, first.id).await?;
    for line in &open {
        before = line.chained(&before);
        sqlx::query("UPDATE audit SET hash = $2 WHERE id = $1 AND hash IS NULL")
            .bind(line.id)
            .bind(&before)
            .run(tx)
            .await?;
    }
    Ok(())
}

async fn hash_before(tx: &mut Tx, id: i64) -> Result<String, StoreError> {
    let hash: Option<Option<String>> =
        sqlx::query_scalar("SELECT hash FROM audit WHERE id < $1 ORDER BY id DESC LIMIT 1")
            .bind(id)
            .optional(tx)
            .await?;
    match hash.flatten() {
        Some(hash) => Ok(hash),
        None => Ok(pruned(tx).await?.hash),
    }
}

/// The last line that retention has removed: the chain that is kept begins with its hash.
async fn pruned(tx: &mut Tx) -> Result<Head, StoreError> {
    let row: Option<(i64, String)> =
        sqlx::query_as("SELECT pruned_id, pruned_hash FROM installation WHERE id = 1")
            .optional(tx)
            .await?;
    let (id, hash) = row.unwrap_or_default();
    Ok(Head { id, hash })
}

/// Where the chain ends now.
///
/// # Errors
/// The database cannot be read.
pub async fn head(tx: &mut Tx) -> Result<Head, StoreError> {
    let last: Option<(i64, Option<String>)> =
        sqlx::query_as("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")
            .optional(tx)
            .await?;
    match last {
        Some((id, hash)) => Ok(Head {
            id,
            hash: hash.unwrap_or_default(),
        }),
        None => pruned(tx).await,
    }
}

/// Lines read at once when the chain is checked.
const PAGE: i64 = 1000;

/// Checks every line, from the oldest that is kept.
///
/// # Errors
/// The database cannot be read.
pub async fn verify(tx: &mut Tx) -> Result<Verdict, StoreError> {
    let mut head = pruned(tx).await?;
    let mut lines = 0;
    loop {
        let page: Vec<ChainLine> = sqlx::query_as(
            "SELECT id, day, unit_id, user_id, office, action, hash FROM audit WHERE id > $1 ORDER BY id LIMIT $2",
        )
        .bind(head.id)
        .bind(PAGE)
        .all(tx)
        .await?;
        if page.is_empty() {
            return Ok(Verdict::Sound { lines, head });
        }
        for line in page {
            let hash = line.chained(&head.hash);
            // The first line may have any id; after it there may be no gap.
            let follows = line.id == head.id + 1 || head.id == 0;
            if !follows || line.hash.as_deref() != Some(&hash) {
                return Ok(Verdict::Broken(line.id));
            }
            lines += 1;
            head = Head { id: line.id, hash };
        }
    }
}

/// The hash of one line, if it is still kept.
///
/// # Errors
/// The database cannot be read.
pub async fn hash_of(tx: &mut Tx, id: i64) -> Result<Option<String>, StoreError> {
    let hash: Option<Option<String>> = sqlx::query_scalar("SELECT hash FROM audit WHERE id = $1")
        .bind(id)
        .optional(tx)
        .await?;
    Ok(hash.flatten())
}

/// What was done about a unit, about those above it, and about all of them, newest first; the same action twice on
/// one day is one line.
pub(crate) async fn about(
    tx: &mut Tx,
    unit: UnitId,
    limit: u32,
) -> Result<Vec<AuditEntry>, StoreError> {
    let rows = sqlx::query(
        "SELECT a.day, a.office, a.action, u.name AS unit, count(*) AS times FROM audit AS a
         LEFT JOIN units AS u ON u.id = a.unit_id
         WHERE a.unit_id IS NULL OR a.unit_id IN (
             SELECT above.value FROM units AS own, json_each(own.lineage) AS above WHERE own.id = $1)
         GROUP BY a.day, a.office, a.action, a.unit_id ORDER BY max(a.id) DESC LIMIT $2",
    )
    .bind(unit)
    .bind(limit)
    .about(unit)
    .all(tx)
    .await?;
    rows.iter()
        .map(|row| {
            let day: String = row.try_get("day")?;
            Ok(AuditEntry {
                day: text_day(&day)?,
                office: row.try_get("office")?,
                action: row.try_get("action")?,
                unit: row.try_get("unit")?,
                times: row.try_get("times")?,
            })
        })
        .collect()
}

/// Removes up to `limit` lines from the beginning, those older than `day`. Returns how many.
pub(crate) async fn prune(tx: &mut Tx, day: NaiveDate, limit: u32) -> Result<u64, StoreError> {
    let last: Option<(i64, String)> = sqlx::query_as(
        "SELECT id, hash FROM (SELECT id, day, hash FROM audit ORDER BY id LIMIT $2)
         WHERE day < $1 AND hash IS NOT NULL ORDER BY id DESC LIMIT 1",
    )
    .bind(day_text(day))
    .bind(limit)
    .optional(tx)
    .await?;
    let Some((id, hash)) = last else {
        return Ok(0);
    };
    sqlx::query("UPDATE installation SET pruned_id = $1, pruned_hash = $2 WHERE id = 1")
        .bind(id)
        .bind(hash)
        .run(tx)
        .await?;
    let gone = sqlx::query("DELETE FROM audit WHERE id <= $1")
        .bind(id)
        .run(tx)
        .await?;
    Ok(gone)
}

impl ChainLine {
    fn chained(&self, before: &str) -> String {
        let number = |number: Option<i64>| number.map_or_else(String::new, |n| n.to_string());
        let line = [
            before,
            &self.id.to_string(),
            &self.day,
            &number(self.unit_id),
            &number(self.user_id),
            &self.office,
            &self.action,
        ]
        .join("\n");
        sha256(line)
    }
}
