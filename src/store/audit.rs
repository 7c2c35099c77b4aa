//! What officers looked at or changed: only ever added to, each line chained to the one before it.
//!
//! The chain proves that lines agree with a hash that was noted elsewhere (`/nhatky` shows it to members,
//! `nhip audit verify` prints it). Whoever holds the file could rewrite all of it, but not those notes.

mod chain;
mod changed;

use chrono::NaiveDate;
use sqlx::Row;

pub use self::chain::{Head, Verdict, hash_of, head, verify};
pub(crate) use self::chain::{prune, seal};
pub use self::changed::{Change, Changed, What};
use super::{Result, officers};
use crate::db::{Binds, Statement, Tx};
use crate::types::{Title, UnitId, UserId};

/// What an officer did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize, serde::Deserialize)]
#[sqlx(rename_all = "lowercase")]
#[serde(rename_all = "lowercase")]
pub enum AuditAction {
    /// Looked at a unit's figures.
    Report,
    /// Took them away as a file.
    Export,
    /// Tied a group to a unit.
    Link,
    /// Untied a group.
    Unlink,
    /// Had no weeks posted in a group any more.
    WeeklyOff,
    /// Raised a threshold, at the server.
    Thresholds,
    /// Changed who owns the installation, what is grassroots, or who may join, at the server.
    Settings,
    /// Dropped the note of an update that could not be handled, at the server.
    Quarantine,
    /// Confirmed a broadcast.
    Broadcast,
    /// Asked for an urgent one.
    Urgent,
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
    /// Let somebody in who had asked.
    Admit,
    /// Had the members of a unit confirm themselves anew.
    Reconfirm,
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
    /// Put the database back from a backup, at the server.
    Restore,
    /// Handed in a unit's form.
    FormSubmit,
    /// Changed it after a period had closed.
    FormAmend,
    /// Asked units below for a form.
    FormOpen,
    /// Sent a unit's form back.
    FormSendBack,
    /// Closed a period.
    FormClose,
    /// Took units' forms over from a sheet.
    FormImport,
    /// Looked at what one unit had handed in.
    FormLook,
    /// Typed by which regulation a unit gathers suggestions.
    SuggestionsOn,
    /// Looked at suggestions.
    SuggestionLook,
    /// Answered one.
    SuggestionAnswer,
    /// Took an answer back that it had been given with another one.
    SuggestionReopen,
    /// Did not publish one.
    SuggestionRefuse,
    /// Cut words out of one.
    SuggestionCut,
    /// Made a paper of one for the head of the agency.
    SuggestionForward,
    /// Asked the author of one, whoever that is.
    SuggestionAsk,
    /// Asked for opinions before the yearly meeting.
    SuggestionMeeting,
    /// Looked at a unit's register of initiatives, or at what those below come to.
    RegisterLook,
    /// Wrote down that an initiative is applied.
    RegisterApplied,
    /// That its form was handed in.
    RegisterLodged,
    /// That it was recognised.
    RegisterRecognised,
    /// That it was not.
    RegisterDeclined,
    /// Took the last of these back.
    RegisterBack,
    /// Issued a unit's yearly plan.
    PlanIssue,
    /// Issued a changed version of it.
    PlanChange,
}

/// In which office somebody acted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize)]
#[sqlx(rename_all = "lowercase")]
#[serde(rename_all = "lowercase")]
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
    Inspector,
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
            Title::Inspector => Self::Inspector,
            Title::Committee => Self::Committee,
            Title::Leader => Self::Leader,
            Title::Assistant => Self::Assistant,
        }
    }
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
    /// What it changed.
    pub changed: Option<Changed>,
    /// How often on that day.
    pub times: i64,
}

/// Writes down what an officer did, under the highest office from which they may; owners have none.
pub(crate) async fn note(
    tx: &mut Tx,
    unit: UnitId,
    officer: UserId,
    action: AuditAction,
) -> Result {
    note_changed(tx, unit, officer, action, &Changed::default()).await
}

/// The same with what it changed.
pub(crate) async fn note_changed(
    tx: &mut Tx,
    unit: UnitId,
    officer: UserId,
    action: AuditAction,
    changed: &Changed,
) -> Result {
    let office = match officers::office(tx, officer, unit).await? {
        Some((_, title)) => title.into(),
        None => Office::Owner,
    };
    note_in(tx, Some(unit), (Some(officer), office), action, changed).await
}

/// Writes an action down, chained to the line before it.
pub(crate) async fn note_in(
    tx: &mut Tx,
    unit: Option<UnitId>,
    by: (Option<UserId>, Office),
    action: AuditAction,
    changed: &Changed,
) -> Result {
    note_lines(tx, by, action, [(unit, changed)]).await
}

/// Writes an action down that concerns several units, a line each.
pub(crate) async fn note_lines<'a>(
    tx: &mut Tx,
    by: (Option<UserId>, Office),
    action: AuditAction,
    lines: impl IntoIterator<Item = (Option<UnitId>, &'a Changed)>,
) -> Result {
    let stored = lines
        .into_iter()
        .map(|(unit, changed)| Ok((unit, changed.stored()?)));
    let lines = stored.collect::<Result<_>>()?;
    chain::append(tx, by, action, lines).await
}

/// What was done about a unit, about those above it, and about all of them, newest first; the same action twice on
/// one day is one line, unless it changed something else.
pub(crate) async fn about(tx: &mut Tx, unit: UnitId, limit: u32) -> Result<Vec<AuditEntry>> {
    let rows = sqlx::query(
        "SELECT a.day, a.office, a.action, u.name AS unit, a.changed, count(*) AS times FROM audit AS a
         LEFT JOIN units AS u ON u.id = a.unit_id
         WHERE a.unit_id IS NULL OR a.unit_id IN (
             SELECT above.value FROM units AS own, json_each(own.lineage) AS above WHERE own.id = $1)
         GROUP BY a.day, a.office, a.action, a.unit_id, a.changed ORDER BY max(a.id) DESC LIMIT $2",
    )
    .binds((unit, limit))
    .about(unit)
    .all(tx)
    .await?;
    rows.iter()
        .map(|row| {
            let changed: Option<String> = row.try_get("changed")?;
            Ok(AuditEntry {
                day: row.try_get("day")?,
                office: row.try_get("office")?,
                action: row.try_get("action")?,
                unit: row.try_get("unit")?,
                changed: changed.as_deref().map(Changed::read).transpose()?,
                times: row.try_get("times")?,
            })
        })
        .collect()
}
