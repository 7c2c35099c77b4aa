//! Suggestions: the boxes in which they wait, and those that have been released.
//!
//! Knows that a box is one value, written anew as a whole. Must not know a member: only [`authors`] does, of those who wanted it.

pub(crate) mod arrivals;
pub(crate) mod authors;
pub(crate) mod boxes;
pub(crate) mod drafts;
pub(crate) mod figures;
pub(crate) mod settled;

use chrono::NaiveDate;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{Result, StoreError};
use crate::db::{Binds, Statement, Tx};
use crate::types::{SuggestionLabel, UnitId};

/// How far a released suggestion has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub(crate) enum State {
    /// It waits for an answer.
    Open,
    /// It was answered, and everybody of the unit reads both.
    Answered,
    /// It is not published.
    Refused,
}

/// One that a box has released.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Suggestion {
    pub(crate) label: SuggestionLabel,
    pub(crate) unit: UnitId,
    pub(crate) topic: u8,
    pub(crate) meeting: bool,
    pub(crate) situation: String,
    pub(crate) proposal: String,
    pub(crate) released_on: NaiveDate,
    pub(crate) state: State,
    pub(crate) same_as: Option<SuggestionLabel>,
    pub(crate) asked: Option<String>,
    pub(crate) added: Option<String>,
    pub(crate) forwarded_on: Option<NaiveDate>,
    pub(crate) answer: Option<(u8, String)>,
    pub(crate) reason: Option<u8>,
    pub(crate) settled_on: Option<NaiveDate>,
    pub(crate) seconds: i64,
    /// How many others say the same.
    pub(crate) twins: i64,
    /// Under which name, if its author wanted that.
    pub(crate) name: Option<String>,
}

macro_rules! columns {
    () => {
        "SELECT s.*, (SELECT count(*) FROM suggestions AS t WHERE t.same_as = s.label) AS twins,
             (SELECT a.name FROM suggestion_authors AS a WHERE a.label = s.label) AS name
         FROM suggestions AS s "
    };
}

fn suggestion(row: &SqliteRow) -> Result<Suggestion> {
    let label = |text: String| {
        SuggestionLabel::parse(&text)
            .ok_or_else(|| StoreError::Bug("a label cannot be read".into()))
    };
    let day = |column: &str| row.try_get::<Option<NaiveDate>, _>(column);
    let same_as: Option<String> = row.try_get("same_as")?;
    let word: Option<u8> = row.try_get("word")?;
    Ok(Suggestion {
        label: label(row.try_get("label")?)?,
        unit: row.try_get("unit_id")?,
        topic: row.try_get("topic")?,
        meeting: row.try_get("meeting")?,
        situation: row.try_get("situation")?,
        proposal: row.try_get("proposal")?,
        released_on: day("released_on")?.unwrap_or_default(),
        state: row.try_get("state")?,
        same_as: same_as.map(label).transpose()?,
        asked: row.try_get("asked")?,
        added: row.try_get("added")?,
        forwarded_on: day("forwarded_on")?,
        answer: word.zip(row.try_get("answer")?),
        reason: row.try_get("reason")?,
        settled_on: day("settled_on")?,
        seconds: row.try_get("seconds")?,
        twins: row.try_get("twins")?,
        name: row.try_get("name")?,
    })
}

pub(crate) async fn by_label(tx: &mut Tx, label: SuggestionLabel) -> Result<Option<Suggestion>> {
    let row = sqlx::query(concat!(columns!(), "WHERE s.label = $1"))
        .bind(label.text())
        .optional(tx)
        .await?;
    row.as_ref().map(suggestion).transpose()
}

/// Those of a unit, the longest waiting first; of one day in the order of their labels, which is none.
pub(crate) async fn of_unit(tx: &mut Tx, unit: UnitId) -> Result<Vec<Suggestion>> {
    let rows = sqlx::query(concat!(
        columns!(),
        "WHERE s.unit_id = $1 ORDER BY s.state <> 'open', s.released_on, s.label"
    ))
    .bind(unit)
    .about(unit)
    .all(tx)
    .await?;
    rows.iter().map(suggestion).collect()
}

/// Those that were answered, the newest first, without those that were answered with another one.
pub(crate) async fn answered(
    tx: &mut Tx,
    unit: UnitId,
    (skip, limit): (u32, u32),
) -> Result<Vec<Suggestion>> {
    let rows = sqlx::query(concat!(
        columns!(),
        "WHERE s.unit_id = $1 AND s.state = 'answered' AND s.same_as IS NULL
         ORDER BY s.settled_on DESC, s.label LIMIT $3 OFFSET $2"
    ))
    .binds((unit, skip, limit))
    .about(unit)
    .all(tx)
    .await?;
    rows.iter().map(suggestion).collect()
}

/// Its author takes one back that nobody has answered.
pub(crate) async fn withdraw(tx: &mut Tx, label: SuggestionLabel) -> Result<bool> {
    let gone = sqlx::query("DELETE FROM suggestions WHERE label = $1 AND state = 'open'")
        .bind(label.text())
        .run(tx)
        .await?;
    tx.erase();
    Ok(gone > 0)
}

/// What a reader asks its author.
pub(crate) async fn ask(tx: &mut Tx, label: SuggestionLabel, question: &str) -> Result {
    sqlx::query(
        "UPDATE suggestions SET asked = $2, added = NULL WHERE label = $1 AND state = 'open'",
    )
    .binds((label.text(), question))
    .run(tx)
    .await?;
    // The answer to what was asked before.
    tx.erase();
    Ok(())
}

/// What its author wrote to that question. Where another one is asked meanwhile, it is no answer.
pub(crate) async fn add(
    tx: &mut Tx,
    label: SuggestionLabel,
    (asked, words): (&str, &str),
) -> Result {
    sqlx::query(
        "UPDATE suggestions SET added = $3 WHERE label = $1 AND state = 'open' AND asked = $2",
    )
    .binds((label.text(), asked, words))
    .run(tx)
    .await?;
    tx.erase();
    Ok(())
}

/// Its words without some that were cut out: nothing else ever changes them.
pub(crate) async fn cut(
    tx: &mut Tx,
    label: SuggestionLabel,
    (situation, proposal): (&str, &str),
) -> Result {
    sqlx::query(
        "UPDATE suggestions SET situation = $2, proposal = $3 WHERE label = $1 AND state = 'open'",
    )
    .binds((label.text(), situation, proposal))
    .run(tx)
    .await?;
    tx.erase();
    Ok(())
}

/// A paper for the head of the agency was made.
pub(crate) async fn forwarded(tx: &mut Tx, label: SuggestionLabel) -> Result {
    sqlx::query("UPDATE suggestions SET forwarded_on = $2 WHERE label = $1")
        .binds((label.text(), tx.today()))
        .run(tx)
        .await?;
    Ok(())
}

/// It says the same as another one of its unit.
pub(crate) async fn link(tx: &mut Tx, label: SuggestionLabel, other: SuggestionLabel) -> Result {
    sqlx::query("UPDATE suggestions SET same_as = $2 WHERE label = $1 AND state = 'open'")
        .binds((label.text(), other.text()))
        .run(tx)
        .await?;
    Ok(())
}

/// It does not after all, and is answered by itself: it is open again if it had the answer of that one.
pub(crate) async fn part(tx: &mut Tx, label: SuggestionLabel) -> Result {
    sqlx::query(
        "UPDATE suggestions SET same_as = NULL, state = 'open', word = NULL, answer = NULL, settled_on = NULL
         WHERE label = $1 AND same_as IS NOT NULL AND state <> 'refused'",
    )
    .bind(label.text())
    .run(tx)
    .await?;
    Ok(())
}
