//! What is on its way into a box, and what its author does with one that is there: in memory until a full quarter of an hour.
//!
//! Knows when that is. Must not know what is written then, nor what a member is told.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::boxes::Waiting;
use crate::db::{Binds, Statement, Tx};
use crate::outgoing::Call;
use crate::store::unwritten::{json, parsed};
use crate::store::{Result, StoreError, moment};
use crate::types::{MemberId, SuggestionLabel, UnitId, UserId};

/// Seconds between two moments at which anything is written.
const QUARTER: i64 = 15 * 60;

/// What somebody has sent.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Arrival {
    pub(crate) label: SuggestionLabel,
    pub(crate) unit: UnitId,
    pub(crate) user: UserId,
    pub(crate) member: MemberId,
    /// Under which name; empty: hidden.
    pub(crate) name: String,
    pub(crate) what: Waiting,
    /// Shows the author's card once it is in the box.
    pub(crate) card: Call,
}

/// What the author does with one that is in a box or released.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Takes it back.
    TakeBack,
    /// Answers this question.
    Add { asked: String, words: String },
}

/// When what comes now is written.
pub(crate) fn enters_at(tx: &Tx) -> DateTime<Utc> {
    let now = tx.now();
    now + TimeDelta::seconds(QUARTER - now.timestamp().rem_euclid(QUARTER))
}

/// Keeps what was sent.
pub(crate) async fn add(tx: &mut Tx, one: &Arrival) -> Result {
    let at = enters_at(tx).timestamp();
    sqlx::query(
        "INSERT INTO suggestion_arrivals (label, unit_id, user_id, member_id, name, what, card, enters_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .binds((one.label.text(), one.unit, one.user, one.member, &one.name, json(&one.what)?, json(&one.card)?, at))
    .run(tx)
    .await?;
    Ok(())
}

fn label(row: &SqliteRow) -> Result<SuggestionLabel> {
    let text: String = row.try_get("label")?;
    let label = SuggestionLabel::parse(&text);
    label.ok_or_else(|| StoreError::Bug("a label cannot be read".into()))
}

fn arrival(row: &SqliteRow) -> Result<Arrival> {
    let text = |column: &str| row.try_get::<String, _>(column);
    Ok(Arrival {
        label: label(row)?,
        unit: row.try_get("unit_id")?,
        user: row.try_get("user_id")?,
        member: row.try_get("member_id")?,
        name: text("name")?,
        what: parsed(&text("what")?)?,
        card: parsed(&text("card")?)?,
    })
}

/// The one with this label, and when it enters its box.
pub(crate) async fn by_label(
    tx: &mut Tx,
    label: SuggestionLabel,
) -> Result<Option<(Arrival, DateTime<Utc>)>> {
    let row = sqlx::query("SELECT * FROM suggestion_arrivals WHERE label = $1")
        .bind(label.text())
        .optional(tx)
        .await?;
    let read = |row: SqliteRow| Ok((arrival(&row)?, moment(row.try_get("enters_at")?)?));
    row.map(read).transpose()
}

/// How many of somebody's are on their way, and when the first of them enters.
pub(crate) async fn of_user(tx: &mut Tx, user: UserId) -> Result<Option<(i64, DateTime<Utc>)>> {
    let (count, at): (i64, Option<i64>) = sqlx::query_as(
        "SELECT count(*), min(enters_at) FROM suggestion_arrivals WHERE user_id = $1",
    )
    .bind(user)
    .one(tx)
    .await?;
    at.map(|at| Ok((count, moment(at)?))).transpose()
}

/// What will show somebody's cards once they are in a box.
pub(crate) async fn cards(tx: &mut Tx, user: UserId) -> Result<Vec<Call>> {
    let cards: Vec<String> =
        sqlx::query_scalar("SELECT card FROM suggestion_arrivals WHERE user_id = $1")
            .bind(user)
            .all(tx)
            .await?;
    cards.iter().map(|card| parsed(card)).collect()
}

/// Puts a name under one, and what its author is shown instead once it is there; `false`: it is not on its way any more.
pub(crate) async fn sign(
    tx: &mut Tx,
    label: SuggestionLabel,
    (name, card): (&str, &Call),
) -> Result<bool> {
    let signed =
        sqlx::query("UPDATE suggestion_arrivals SET name = $2, card = $3 WHERE label = $1")
            .binds((label.text(), name, json(card)?))
            .run(tx)
            .await?;
    Ok(signed > 0)
}

/// Its author takes one back: it has never been anywhere. `false`: it is not on its way any more.
pub(crate) async fn drop(tx: &mut Tx, label: SuggestionLabel) -> Result<bool> {
    let gone = sqlx::query("DELETE FROM suggestion_arrivals WHERE label = $1")
        .bind(label.text())
        .run(tx)
        .await?;
    Ok(gone > 0)
}

/// When the next of all that is on its way is to be written.
pub(crate) async fn next(tx: &mut Tx) -> Result<Option<DateTime<Utc>>> {
    let at: Option<i64> = sqlx::query_scalar(
        "SELECT min(enters_at) FROM (SELECT enters_at FROM suggestion_arrivals
             UNION ALL SELECT enters_at FROM suggestion_wishes UNION ALL SELECT enters_at FROM suggestion_seconds)",
    )
    .one(tx)
    .await?;
    at.map(moment).transpose()
}

/// Units into whose box something is to be put by then.
pub(crate) async fn units(tx: &mut Tx, by: DateTime<Utc>, limit: u32) -> Result<Vec<UnitId>> {
    sqlx::query_scalar(
        "SELECT DISTINCT unit_id FROM suggestion_arrivals WHERE enters_at <= $1 ORDER BY unit_id LIMIT $2",
    )
    .binds((by.timestamp(), limit))
    .all(tx)
    .await
}

/// Takes out what is to be put into that unit's box.
pub(crate) async fn take(tx: &mut Tx, unit: UnitId, by: DateTime<Utc>) -> Result<Vec<Arrival>> {
    let rows = sqlx::query(
        "DELETE FROM suggestion_arrivals WHERE unit_id = $1 AND enters_at <= $2 RETURNING *",
    )
    .binds((unit, by.timestamp()))
    .about(unit)
    .all(tx)
    .await?;
    rows.iter().map(arrival).collect()
}

/// That unit's box cannot be written now: it is tried again a quarter of an hour later.
pub(crate) async fn postpone(tx: &mut Tx, unit: UnitId) -> Result {
    sqlx::query("UPDATE suggestion_arrivals SET enters_at = enters_at + $2 WHERE unit_id = $1")
        .binds((unit, QUARTER))
        .about(unit)
        .run(tx)
        .await?;
    Ok(())
}

/// Keeps what an author wants, in the place of what they wanted before, and what they are shown once it is done.
pub(crate) async fn wish(
    tx: &mut Tx,
    (label, user): (SuggestionLabel, UserId),
    wish: &Wish,
    card: Option<&Call>,
) -> Result {
    let at = enters_at(tx).timestamp();
    let (asked, added) = match wish {
        Wish::TakeBack => (None, None),
        Wish::Add { asked, words } => (Some(asked), Some(words)),
    };
    sqlx::query(
        "INSERT OR REPLACE INTO suggestion_wishes (label, user_id, asked, added, card, enters_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .binds((
        label.text(),
        user,
        asked,
        added,
        card.map(json).transpose()?,
        at,
    ))
    .run(tx)
    .await?;
    Ok(())
}

fn wished(row: &SqliteRow) -> Result<Wish> {
    let asked: Option<String> = row.try_get("asked")?;
    let added: Option<String> = row.try_get("added")?;
    let add = asked.zip(added);
    Ok(add.map_or(Wish::TakeBack, |(asked, words)| Wish::Add { asked, words }))
}

/// What the author of one wants, and when it is done.
pub(crate) async fn wish_of(
    tx: &mut Tx,
    label: SuggestionLabel,
) -> Result<Option<(Wish, DateTime<Utc>)>> {
    let row = sqlx::query("SELECT * FROM suggestion_wishes WHERE label = $1")
        .bind(label.text())
        .optional(tx)
        .await?;
    let read = |row: SqliteRow| Ok((wished(&row)?, moment(row.try_get("enters_at")?)?));
    row.map(read).transpose()
}

/// A wish that is to be granted: of which suggestion, and whom to show what then.
pub(crate) type Wished = (SuggestionLabel, Wish, UserId, Option<Call>);

/// Takes out the wishes that are to be granted by then.
pub(crate) async fn take_wishes(tx: &mut Tx, by: DateTime<Utc>) -> Result<Vec<Wished>> {
    let rows = sqlx::query("DELETE FROM suggestion_wishes WHERE enters_at <= $1 RETURNING *")
        .bind(by.timestamp())
        .all(tx)
        .await?;
    let read = |row: &SqliteRow| {
        let card: Option<String> = row.try_get("card")?;
        let card = card.as_deref().map(parsed).transpose()?;
        Ok((label(row)?, wished(row)?, row.try_get("user_id")?, card))
    };
    rows.iter().map(read).collect()
}

/// Somebody sees an answered one so, too; `false` if they had said so.
pub(crate) async fn second(tx: &mut Tx, user: UserId, label: SuggestionLabel) -> Result<bool> {
    let at = enters_at(tx).timestamp();
    let new = sqlx::query(
        "INSERT OR IGNORE INTO suggestion_seconds (label, user_id, enters_at) VALUES ($1, $2, $3)",
    )
    .binds((label.text(), user, at))
    .run(tx)
    .await?;
    Ok(new > 0)
}

/// Counts those who have said so by then.
pub(crate) async fn count_seconds(tx: &mut Tx, by: DateTime<Utc>) -> Result {
    sqlx::query(
        "UPDATE suggestions SET seconds = seconds + new.many
         FROM (SELECT label, count(*) AS many FROM suggestion_seconds WHERE enters_at <= $1 GROUP BY label) AS new
         WHERE suggestions.label = new.label",
    )
    .bind(by.timestamp())
    .run(tx)
    .await?;
    sqlx::query("UPDATE suggestion_seconds SET enters_at = NULL WHERE enters_at <= $1")
        .bind(by.timestamp())
        .run(tx)
        .await?;
    Ok(())
}

/// All of somebody who leaves. What they wanted of one that is in a box is still done, and nobody is told of it.
pub(super) async fn forget(tx: &mut Tx, user: UserId) -> Result {
    sqlx::query("DELETE FROM suggestion_arrivals WHERE user_id = $1")
        .bind(user)
        .run(tx)
        .await?;
    sqlx::query("UPDATE suggestion_wishes SET card = NULL WHERE user_id = $1")
        .bind(user)
        .run(tx)
        .await?;
    Ok(())
}
