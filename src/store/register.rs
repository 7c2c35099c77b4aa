//! The register of initiatives: what units have entered, how far each entry is, and what that comes to.
//!
//! An entry leads to words and a name only while its author's consent holds: `words` is the hash of what they must have agreed to.
//! Must not know what an initiative says, nor who may see it.

mod counts;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sqlx::FromRow;

pub(crate) use self::counts::{Counted, counts, entered};
use super::{Result, list};
use crate::db::{Binds, Statement, Tx};
use crate::types::{EntryId, InitiativeId, UnitId, UserId};

/// How far an entry is. Stored by its word: never rename one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub(crate) enum EntryState {
    /// Entered by its author.
    Noted,
    /// The unit sees that it is applied.
    Applied,
    /// The form was handed in.
    Lodged,
    /// The council has decided that it is one.
    Recognised,
    /// The council has decided that it is not.
    Declined,
}

impl EntryState {
    pub(crate) const ALL: [Self; 5] = [
        Self::Noted,
        Self::Applied,
        Self::Lodged,
        Self::Recognised,
        Self::Declined,
    ];
}

/// Who has recognised it. Stored by its word and, in buttons, by its place: never reorder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub(crate) enum Level {
    /// The unit.
    Unit,
    /// A ministry or a province.
    Province,
    /// The nation.
    Nation,
}

impl Level {
    pub(crate) const ALL: [Self; 3] = [Self::Unit, Self::Province, Self::Nation];
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Entry {
    pub id: EntryId,
    #[sqlx(rename = "unit_id")]
    pub unit: UnitId,
    /// The name of its unit.
    pub of: String,
    /// `None`: its author does not agree, or not to the present words.
    #[sqlx(rename = "initiative_id")]
    pub initiative: Option<InitiativeId>,
    /// Its author's name, if they agree.
    pub name: Option<String>,
    pub state: EntryState,
    pub entered_on: NaiveDate,
    /// When its form was handed in.
    pub lodged_on: Option<NaiveDate>,
    pub decided_on: Option<NaiveDate>,
    pub decision: Option<String>,
    pub level: Option<Level>,
    pub reason: Option<String>,
}

/// An entry `e` with what its author agrees to show; $1: the hash of the words.
macro_rules! entry {
    () => {
        "SELECT e.id, e.unit_id, u.name AS of, iif(a.name IS NULL, NULL, e.initiative_id) AS initiative_id, a.name, e.state,
             e.entered_on, e.lodged_on, e.decided_on, iif(a.name IS NULL, NULL, e.decision) AS decision, e.level,
             iif(a.name IS NULL, NULL, e.reason) AS reason
         FROM register_entries AS e JOIN units AS u ON u.id = e.unit_id
         LEFT JOIN initiatives AS i ON i.id = e.initiative_id
         LEFT JOIN consents AS k ON k.member_id = i.member_id AND k.part = 'author' AND k.withdrawn_on IS NULL AND k.text_hash = $1
         LEFT JOIN authors AS a ON a.member_id = k.member_id "
    };
}

/// Enters an initiative, once.
pub(crate) async fn enter(
    tx: &mut Tx,
    unit: UnitId,
    id: InitiativeId,
    (field, benefit): (Option<&str>, Option<i64>),
) -> Result {
    sqlx::query("UPDATE initiatives SET entered = 1 WHERE id = $1")
        .bind(id)
        .about(id)
        .run(tx)
        .await?;
    sqlx::query(
        "INSERT INTO register_entries (unit_id, initiative_id, entered_on, field, benefit) VALUES ($1, $2, $3, $4, $5)",
    )
    .binds((unit, id, tx.today(), field, benefit))
    .about(unit)
    .run(tx)
    .await?;
    Ok(())
}

/// What is counted of an entry, once its author has changed it.
pub(crate) async fn recount(
    tx: &mut Tx,
    id: InitiativeId,
    (field, benefit): (Option<&str>, Option<i64>),
) -> Result {
    sqlx::query("UPDATE register_entries SET field = $2, benefit = $3 WHERE initiative_id = $1")
        .binds((id, field, benefit))
        .about(id)
        .run(tx)
        .await?;
    Ok(())
}

pub(crate) async fn by_id(tx: &mut Tx, id: EntryId, words: &str) -> Result<Option<Entry>> {
    sqlx::query_as(concat!(entry!(), "WHERE e.id = $2"))
        .binds((words, id))
        .about(id)
        .optional(tx)
        .await
}

/// The entry of an initiative, for its author: whatever they agree to.
pub(crate) async fn of_initiative(
    tx: &mut Tx,
    id: InitiativeId,
    words: &str,
) -> Result<Option<Entry>> {
    sqlx::query_as(concat!(entry!(), "WHERE e.initiative_id = $2"))
        .binds((words, id))
        .about(id)
        .optional(tx)
        .await
}

/// A page of a unit's own register, the newest first; to whoever is no officer of the unit itself only what is recognised.
pub(crate) async fn page(
    tx: &mut Tx,
    (unit, own): (UnitId, bool),
    words: &str,
    (skip, limit): (u32, u32),
) -> Result<Vec<Entry>> {
    sqlx::query_as(concat!(
        entry!(),
        "WHERE e.unit_id = $2 AND ($3 OR e.state = 'recognised') ORDER BY e.id DESC LIMIT $5 OFFSET $4"
    ))
    .binds((words, unit, own, skip, limit))
    .about(unit)
    .all(tx)
    .await
}

/// How many entries a unit's own register has.
pub(crate) async fn size(tx: &mut Tx, unit: UnitId) -> Result<i64> {
    sqlx::query_scalar("SELECT count(*) FROM register_entries WHERE unit_id = $1")
        .bind(unit)
        .about(unit)
        .one(tx)
        .await
}

/// The newest recognised entries of a unit and of all below it whose authors agree.
pub(crate) async fn recognised(
    tx: &mut Tx,
    unit: UnitId,
    words: &str,
    limit: u32,
) -> Result<Vec<Entry>> {
    sqlx::query_as(concat!(
        "WITH RECURSIVE below (id) AS (
             SELECT $2 UNION ALL SELECT u.id FROM below CROSS JOIN units AS u ON u.parent_id = below.id) ",
        entry!(),
        "WHERE e.id IN (
             SELECT r.id FROM below CROSS JOIN register_entries AS r ON r.unit_id = below.id AND r.state = 'recognised')
             AND a.name IS NOT NULL
         ORDER BY e.decided_on DESC, e.id DESC LIMIT $3"
    ))
    .binds((words, unit, limit))
    .about(unit)
    .all(tx)
    .await
}

/// What an officer writes down of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    Noted,
    Applied,
    Lodged(NaiveDate),
    Recognised(Level, String),
    Declined(String),
}

/// Writes it down, in place of what was there.
pub(crate) async fn set(tx: &mut Tx, id: EntryId, step: &Step) -> Result {
    let today = tx.today();
    let (state, lodged, decided) = match step {
        Step::Noted => (EntryState::Noted, None, None),
        Step::Applied => (EntryState::Applied, None, None),
        Step::Lodged(day) => (EntryState::Lodged, Some(*day), None),
        Step::Recognised(..) => (EntryState::Recognised, None, Some(today)),
        Step::Declined(_) => (EntryState::Declined, None, Some(today)),
    };
    let (level, decision, reason) = match step {
        Step::Recognised(level, decision) => (Some(*level), Some(decision), None),
        Step::Declined(reason) => (None, None, Some(reason)),
        _ => (None, None, None),
    };
    // The day of the form stays when it is decided, and goes when a mistake is taken back beyond it.
    sqlx::query(
        "UPDATE register_entries SET state = $2, decided_on = $4, level = $5, decision = $6, reason = $7,
             lodged_on = CASE WHEN $4 IS NULL THEN $3 ELSE lodged_on END WHERE id = $1",
    )
    .binds((id, state, lodged, decided, level, decision, reason))
    .about(id)
    .run(tx)
    .await?;
    Ok(())
}

/// Forms that must be decided on soon: how many of a unit, and when the first of them was handed in.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Ending {
    pub user: UserId,
    pub unit: UnitId,
    pub count: i64,
    pub first: NaiveDate,
}

/// What these officers' own units have to decide on that was handed in until that day.
pub(crate) async fn ending(
    tx: &mut Tx,
    officers: &BTreeSet<UserId>,
    until: NaiveDate,
) -> Result<Vec<Ending>> {
    sqlx::query_as(
        "SELECT o.user_id AS user, o.unit_id AS unit, count(*) AS count, min(e.lodged_on) AS first
         FROM json_each($1) AS one CROSS JOIN officers AS o ON o.user_id = one.value
         JOIN register_entries AS e ON e.unit_id = o.unit_id AND e.state = 'lodged' AND e.lodged_on <= $2
         GROUP BY o.user_id, o.unit_id ORDER BY user, unit",
    )
    .binds((list(officers.iter().map(|user| user.0)), until))
    .all(tx)
    .await
}

/// Deletes up to `limit` entries that were made before that day.
pub(crate) async fn forget(tx: &mut Tx, before: NaiveDate, limit: u32) -> Result<u64> {
    sqlx::query(
        "DELETE FROM register_entries WHERE id IN (SELECT id FROM register_entries WHERE entered_on < $1 LIMIT $2)",
    )
    .binds((before, limit))
    .run(tx)
    .await
}
