//! The end of a check-in: answers become counts of those units of which they may be told, and are deleted.
//!
//! Must not know of which units that is.

use sqlx::FromRow;

use super::super::trees::holds;
use super::super::{Result, StoreError, list};
use crate::db::{Binds, Statement, Tx};
use crate::types::{CheckinRoundId, UnitId};

/// The first check-in whose time is over and whose answers are not counted yet.
pub(crate) async fn due_to_close(tx: &mut Tx) -> Result<Option<CheckinRoundId>> {
    sqlx::query_scalar(
        "SELECT id FROM checkin_rounds WHERE closed = 0 AND closes_at <= $1 ORDER BY closes_at LIMIT 1",
    )
    .bind(tx.now().timestamp())
    .optional(tx)
    .await
}

/// Deletes the answers of those who do not count in a check-in that is about to close: who was let in after it had
/// opened, or has answered in fewer weekly rounds.
pub(crate) async fn strike(tx: &mut Tx, round: CheckinRoundId, weeks: i64) -> Result {
    sqlx::query(concat!(
        "DELETE FROM checkin_answers WHERE round_id = $1 AND member_id NOT IN (
             SELECT m.id FROM checkin_rounds AS r JOIN checkin_visits AS v ON v.round_id = r.id
             JOIN members AS m ON m.id = v.member_id WHERE r.id = $1 AND ",
        was_there!(),
        " AND ",
        weeks!(),
        " >= $2)"
    ))
    .binds((round, weeks))
    .about(round)
    .run(tx)
    .await?;
    tx.erase();
    Ok(())
}

/// How many took part in a check-in, in a unit with all below it.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Answering {
    pub(crate) unit: UnitId,
    /// The unit above it in the check-in's tree, and its kind there.
    pub(crate) parent: Option<UnitId>,
    pub(crate) kind: String,
    pub(crate) people: i64,
    /// How many of them the threshold counts.
    pub(crate) counted: i64,
    /// How many people it has declared in the check-in's tree; 0: none.
    pub(crate) declared: i64,
    /// How many members it had when the check-in opened, as far as they are still there.
    pub(crate) accounts: i64,
}

/// How many have answered in a check-in that is about to close, of every unit in which anybody has. Officers of their
/// own unit or of one above it are not counted, nor are `owners`: they see figures of which they know a part.
pub(crate) async fn answering(
    tx: &mut Tx,
    round: CheckinRoundId,
    owners: &[i64],
) -> Result<Vec<Answering>> {
    sqlx::query_as(concat!(
        "WITH r AS MATERIALIZED (SELECT * FROM checkin_rounds WHERE id = $1),
         person AS (
             SELECT v.lineage, NOT (m.user_id IN (SELECT value FROM json_each($2)) OR EXISTS (
                 SELECT 1 FROM officers AS o WHERE o.user_id = m.user_id AND o.unit_id IN (
                     SELECT value FROM json_each(v.lineage) UNION ALL SELECT value FROM json_each(now.lineage)))) AS counted
             FROM (SELECT DISTINCT member_id FROM checkin_answers WHERE round_id = $1) AS a
             JOIN members AS m ON m.id = a.member_id
             JOIN checkin_visits AS i ON i.round_id = $1 AND i.member_id = m.id
             JOIN units AS now ON now.id = i.unit_id
             JOIN r JOIN unit_versions AS v ON v.unit_id = i.unit_id AND ", holds!(), "
         ), people AS (
             SELECT above.value AS unit, count(*) AS people, sum(counted) AS counted
             FROM person, json_each(person.lineage) AS above GROUP BY above.value
         ), own AS (
             SELECT m.unit_id, count(*) AS accounts FROM r JOIN members AS m ON ", was_there!(), " GROUP BY m.unit_id
         ), accounts AS (
             SELECT above.value AS unit, sum(accounts) AS accounts
             FROM own JOIN r JOIN unit_versions AS v ON v.unit_id = own.unit_id AND ", holds!(), ", json_each(v.lineage) AS above
             GROUP BY above.value
         )
         SELECT v.unit_id AS unit, v.parent_id AS parent, v.kind, people.people, people.counted, v.members AS declared,
             coalesce(accounts.accounts, 0) AS accounts
         FROM people JOIN r JOIN unit_versions AS v ON v.unit_id = people.unit AND ", holds!(), "
         LEFT JOIN accounts ON accounts.unit = people.unit"
    ))
    .binds((round, list(owners.iter().copied())))
    .about(round)
    .all(tx)
    .await
}

/// Turns a check-in's answers into counts of these units, with all below each of them, and deletes the answers. With
/// each unit comes how many of its people the threshold counts.
pub(crate) async fn close(tx: &mut Tx, round: CheckinRoundId, units: &[(UnitId, i64)]) -> Result {
    let statements = [
        concat!(
            "INSERT INTO checkin_counts (round_id, unit_id, place, choice, people)
             SELECT a.round_id, above.value, a.place, a.choice, count(*)
             FROM checkin_answers AS a JOIN checkin_rounds AS r ON r.id = a.round_id
             JOIN checkin_visits AS i ON i.round_id = a.round_id AND i.member_id = a.member_id
             JOIN unit_versions AS v ON v.unit_id = i.unit_id AND ",
            holds!(),
            ", json_each(v.lineage) AS above
             WHERE a.round_id = $1 AND above.value IN (SELECT value ->> 0 FROM json_each($2))
             GROUP BY above.value, a.place, a.choice"
        ),
        concat!(
            "INSERT INTO checkin_people (round_id, unit_id, people, counted)
             SELECT $1, kept.value ->> 0, count(*), kept.value ->> 1
             FROM (SELECT DISTINCT member_id FROM checkin_answers WHERE round_id = $1) AS a
             JOIN checkin_rounds AS r ON r.id = $1
             JOIN checkin_visits AS i ON i.round_id = r.id AND i.member_id = a.member_id
             JOIN unit_versions AS v ON v.unit_id = i.unit_id AND ",
            holds!(),
            ", json_each(v.lineage) AS above
             JOIN json_each($2) AS kept ON kept.value ->> 0 = above.value
             GROUP BY above.value"
        ),
        "DELETE FROM checkin_answers WHERE round_id = $1",
        "DELETE FROM checkin_visits WHERE round_id = $1",
        "UPDATE checkin_rounds SET closed = 1 WHERE id = $1 AND closed = 0",
    ];
    let units: Vec<(i64, i64)> = units
        .iter()
        .map(|(unit, counted)| (unit.0, *counted))
        .collect();
    let units =
        serde_json::to_string(&units).map_err(|error| StoreError::Bug(error.to_string()))?;
    each(tx, &statements, round, units).await
}

/// Every check-in that has closed.
pub(crate) async fn closed(tx: &mut Tx) -> Result<Vec<CheckinRoundId>> {
    sqlx::query_scalar("SELECT id FROM checkin_rounds WHERE closed = 1 ORDER BY id")
        .all(tx)
        .await
}

/// The units of which there are counts of a closed check-in.
pub(crate) async fn kept(tx: &mut Tx, round: CheckinRoundId) -> Result<Vec<Answering>> {
    sqlx::query_as(concat!(
        "SELECT v.unit_id AS unit, v.parent_id AS parent, v.kind, p.people, p.counted, v.members AS declared, 0 AS accounts
         FROM checkin_rounds AS r JOIN checkin_people AS p ON p.round_id = r.id
         JOIN unit_versions AS v ON v.unit_id = p.unit_id AND ", holds!(), " WHERE r.id = $1"
    ))
    .bind(round)
    .about(round)
    .all(tx)
    .await
}

/// Deletes a closed check-in's counts of all units but these.
pub(crate) async fn keep_only(tx: &mut Tx, round: CheckinRoundId, units: &[UnitId]) -> Result {
    let statements = [
        "DELETE FROM checkin_counts WHERE round_id = $1 AND unit_id NOT IN (SELECT value FROM json_each($2))",
        "DELETE FROM checkin_people WHERE round_id = $1 AND unit_id NOT IN (SELECT value FROM json_each($2))",
    ];
    each(
        tx,
        &statements,
        round,
        list(units.iter().map(|unit| unit.0)),
    )
    .await
}

/// Runs statements that delete a check-in's rows; $1: the check-in, $2: units as JSON.
async fn each(
    tx: &mut Tx,
    statements: &[&'static str],
    round: CheckinRoundId,
    units: String,
) -> Result {
    for statement in statements {
        sqlx::query(*statement)
            .binds((round, &units))
            .about(round)
            .run(tx)
            .await?;
    }
    tx.erase();
    Ok(())
}
