//! Officers, and the one-time links by which somebody becomes one.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{FromRow, Row};

use super::Result;
use super::units::Unit;
use crate::db::{Binds, Statement, Tx};
use crate::event::LinkCode;
use crate::types::{AppointmentId, OfficerId, Title, UnitId, UserId};

/// An officer of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Officer {
    /// Our row.
    pub id: OfficerId,
    /// Who.
    pub user: UserId,
    /// Of which unit.
    pub unit: UnitId,
    /// What they are called.
    pub title: Title,
    /// Since when.
    pub since: NaiveDate,
}

/// How far a link has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum LinkState {
    /// Nobody has accepted.
    Open,
    /// Somebody has; the officer who made it is to confirm.
    Accepted,
    /// Confirmed, refused or declined.
    Used,
}

/// A one-time link.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Appointment {
    /// Our row.
    pub id: AppointmentId,
    /// For which unit.
    pub unit_id: UnitId,
    /// What they would be called.
    pub title: Title,
    /// Who made it.
    pub appointed_by: UserId,
    /// How far it has come.
    pub state: LinkState,
    /// Who has accepted.
    pub user_id: Option<UserId>,
}

/// Whether a person is an officer of a unit or of one above it.
pub(crate) async fn covers(tx: &mut Tx, user: UserId, unit: UnitId) -> Result<bool> {
    Ok(office(tx, user, unit).await?.is_some())
}

/// The highest office from which a person may act for a unit: of which unit, and its title.
pub(crate) async fn office(
    tx: &mut Tx,
    user: UserId,
    unit: UnitId,
) -> Result<Option<(UnitId, Title)>> {
    sqlx::query_as(
        "SELECT o.unit_id, o.title FROM units, json_each(units.lineage) AS above
         JOIN officers AS o ON o.unit_id = above.value
         WHERE units.id = $2 AND o.user_id = $1 ORDER BY above.key LIMIT 1",
    )
    .binds((user, unit))
    .about(unit)
    .optional(tx)
    .await
}

/// Their title in that very unit, if they have one.
pub(crate) async fn title_in(tx: &mut Tx, user: UserId, unit: UnitId) -> Result<Option<Title>> {
    sqlx::query_scalar("SELECT title FROM officers WHERE user_id = $1 AND unit_id = $2")
        .binds((user, unit))
        .about(unit)
        .optional(tx)
        .await
}

/// The units that a person is an officer of, the highest first.
pub(crate) async fn units_of(tx: &mut Tx, user: UserId) -> Result<Vec<Unit>> {
    sqlx::query_as(
        "SELECT u.id, u.code, u.name, u.parent_id, u.kind, u.members, u.start
         FROM officers AS o JOIN units AS u ON u.id = o.unit_id
         WHERE o.user_id = $1 ORDER BY json_array_length(u.lineage), u.code",
    )
    .bind(user)
    .all(tx)
    .await
}

/// Officers of a unit and of those above it who do not depend on `first`, the nearest unit's first: appointed on
/// `since` or before, and not by `first`, neither directly nor through others. Within the unit itself neither may have
/// made the other: an account that one makes and lets write, to confirm it oneself, is the same trick.
///
/// Who appointed somebody is not known any more only if it was an owner: others hand their appointments over, see
/// [`hand_over`].
pub(crate) async fn independent(
    tx: &mut Tx,
    (first, is_owner): (UserId, bool),
    unit: UnitId,
    since: NaiveDate,
) -> Result<Vec<(UnitId, UserId, Title)>> {
    sqlx::query_as(
        "WITH RECURSIVE made (user_id) AS (
             SELECT user_id FROM officers WHERE appointed_by = $1 OR ($4 AND appointed_by IS NULL)
             UNION SELECT o.user_id FROM made JOIN officers AS o ON o.appointed_by = made.user_id),
         makers (user_id) AS (
             SELECT appointed_by FROM officers WHERE user_id = $1
             UNION SELECT o.appointed_by FROM makers JOIN officers AS o ON o.user_id = makers.user_id)
         SELECT o.unit_id, o.user_id, o.title FROM units, json_each(units.lineage) AS above
         JOIN officers AS o ON o.unit_id = above.value
         WHERE units.id = $2 AND o.user_id <> $1 AND o.since <= $3
           AND o.user_id NOT IN (SELECT user_id FROM made)
           AND (o.unit_id <> $2 OR o.user_id NOT IN (SELECT user_id FROM makers WHERE user_id IS NOT NULL))
         ORDER BY above.key DESC, o.id",
    )
    .binds((first, unit, since, is_owner))
    .about(unit)
    .all(tx)
    .await
}

/// A unit's own officers, those with the highest titles first.
pub(crate) async fn of_unit(tx: &mut Tx, unit: UnitId) -> Result<Vec<Officer>> {
    let rows = sqlx::query(
        "SELECT id, user_id, unit_id, title, since FROM officers WHERE unit_id = $1 ORDER BY id",
    )
    .bind(unit)
    .about(unit)
    .all(tx)
    .await?;
    let mut officers: Vec<Officer> = rows.iter().map(officer).collect::<Result<_, _>>()?;
    officers.sort_by_key(|officer| officer.title);
    Ok(officers)
}

pub(crate) async fn by_id(tx: &mut Tx, id: OfficerId) -> Result<Option<Officer>> {
    let row = sqlx::query("SELECT id, user_id, unit_id, title, since FROM officers WHERE id = $1")
        .bind(id)
        .optional(tx)
        .await?;
    row.as_ref().map(officer).transpose()
}

fn officer(row: &sqlx::sqlite::SqliteRow) -> Result<Officer> {
    Ok(Officer {
        id: row.try_get("id")?,
        user: row.try_get("user_id")?,
        unit: row.try_get("unit_id")?,
        title: row.try_get("title")?,
        since: row.try_get("since")?,
    })
}

pub(crate) async fn dismiss(tx: &mut Tx, id: OfficerId) -> Result {
    let gone: Option<Office> = sqlx::query_as(
        "DELETE FROM officers WHERE id = $1 RETURNING user_id, unit_id, appointed_by",
    )
    .bind(id)
    .optional(tx)
    .await?;
    if let Some(office) = gone {
        hand_over(tx, &office).await?;
    }
    tx.erase();
    Ok(())
}

/// An office that has ended.
#[derive(Debug, FromRow)]
struct Office {
    user_id: UserId,
    unit_id: UnitId,
    appointed_by: Option<UserId>,
}

/// Whom they appointed from that office counts as appointed by whoever had appointed them: who made whom is known
/// after any link of the chain has gone.
async fn hand_over(tx: &mut Tx, office: &Office) -> Result {
    sqlx::query(
        "UPDATE officers SET appointed_by = $3 WHERE appointed_by = $1
           AND EXISTS (SELECT 1 FROM units AS u, json_each(u.lineage) AS above
                       WHERE u.id = officers.unit_id AND above.value = $2)
           AND NOT EXISTS (SELECT 1 FROM units AS u, json_each(u.lineage) AS above
                           JOIN officers AS o ON o.unit_id = above.value
                           WHERE u.id = officers.unit_id AND o.user_id = $1)",
    )
    .binds((office.user_id, office.unit_id, office.appointed_by))
    .about(office.unit_id)
    .run(tx)
    .await?;
    Ok(())
}

/// Takes every right of a person back and removes their number from links and drafts.
pub(crate) async fn forget(tx: &mut Tx, user: UserId) -> Result {
    let gone: Vec<Office> = sqlx::query_as(
        "DELETE FROM officers WHERE user_id = $1 RETURNING user_id, unit_id, appointed_by",
    )
    .bind(user)
    .all(tx)
    .await?;
    for office in &gone {
        hand_over(tx, office).await?;
    }
    for statement in [
        "UPDATE officers SET appointed_by = NULL WHERE appointed_by = $1",
        "DELETE FROM appointments WHERE appointed_by = $1 OR user_id = $1",
        "UPDATE quiz_reminders SET user_id = NULL, message_id = NULL WHERE user_id = $1",
        "DELETE FROM commendation_drafts WHERE officer = $1",
        "DELETE FROM dialogs WHERE user_id = $1",
    ] {
        sqlx::query(statement).bind(user).run(tx).await?;
    }
    tx.erase();
    Ok(())
}

pub(crate) async fn invite(
    tx: &mut Tx,
    code: LinkCode,
    (unit, title): (UnitId, Title),
    by: UserId,
    until: DateTime<Utc>,
) -> Result {
    sqlx::query(
        "INSERT INTO appointments (code, unit_id, title, appointed_by, expires_at) VALUES ($1, $2, $3, $4, $5)",
    )
    .binds((code.text(), unit, title, by, until.timestamp()))
    .about(unit)
    .run(tx)
    .await?;
    Ok(())
}

/// The link of that code, and whether it has expired.
pub(crate) async fn by_code(tx: &mut Tx, code: LinkCode) -> Result<Option<(Appointment, bool)>> {
    let id: Option<AppointmentId> =
        sqlx::query_scalar("SELECT id FROM appointments WHERE code = $1")
            .bind(code.text())
            .optional(tx)
            .await?;
    match id {
        Some(id) => appointment(tx, id).await,
        None => Ok(None),
    }
}

/// The link of that row, and whether it has expired.
pub(crate) async fn appointment(
    tx: &mut Tx,
    id: AppointmentId,
) -> Result<Option<(Appointment, bool)>> {
    let row = sqlx::query(
        "SELECT id, unit_id, title, appointed_by, state, user_id, expires_at FROM appointments WHERE id = $1",
    )
    .bind(id)
    .about(id)
    .optional(tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let over = tx.now().timestamp() >= row.try_get::<i64, _>("expires_at")?;
    Ok(Some((Appointment::from_row(&row)?, over)))
}

/// Notes who accepts. `false` if somebody has before.
pub(crate) async fn accept(
    tx: &mut Tx,
    id: AppointmentId,
    user: UserId,
    digits: &str,
) -> Result<bool> {
    let done = sqlx::query(
        "UPDATE appointments SET state = 'accepted', user_id = $2, digits = $3 WHERE id = $1 AND state = 'open'",
    )
    .binds((id, user, digits))
    .about(id)
    .run(tx)
    .await?;
    Ok(done > 0)
}

/// Ends a link, and deletes the number of whoever accepted.
pub(crate) async fn used(tx: &mut Tx, id: AppointmentId) -> Result {
    sqlx::query(
        "UPDATE appointments SET state = 'used', user_id = NULL, digits = NULL WHERE id = $1",
    )
    .bind(id)
    .about(id)
    .run(tx)
    .await?;
    tx.erase();
    Ok(())
}

/// Makes a person an officer; changes the title if they are one of that unit already. Whoever was made by them does not
/// become their maker: otherwise two accounts that appoint each other would no longer be known to be a third's.
pub(crate) async fn appoint(
    tx: &mut Tx,
    user: UserId,
    (unit, title): (UnitId, Title),
    by: UserId,
) -> Result {
    sqlx::query(
        "INSERT INTO officers (user_id, unit_id, title, appointed_by, since) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (user_id, unit_id) DO UPDATE
         SET title = excluded.title, since = excluded.since, appointed_by = CASE
             WHEN excluded.appointed_by IN (
                 WITH RECURSIVE made (user_id) AS (
                     SELECT user_id FROM officers WHERE appointed_by = $1
                     UNION SELECT o.user_id FROM made JOIN officers AS o ON o.appointed_by = made.user_id)
                 SELECT user_id FROM made)
             THEN officers.appointed_by ELSE excluded.appointed_by END",
    )
    .binds((user, unit, title, by, tx.today()))
    .about(unit)
    .run(tx)
    .await?;
    Ok(())
}

/// Deletes links whose time was over before `before`.
pub(crate) async fn forget_links(tx: &mut Tx, before: DateTime<Utc>) -> Result {
    sqlx::query("DELETE FROM appointments WHERE expires_at < $1")
        .bind(before.timestamp())
        .run(tx)
        .await?;
    Ok(())
}
