//! Surveys: rounds of a form that members answer. They share the check-ins' tables, so that they are counted and forgotten
//! as those are; only how they open and what is chosen differs.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::members::Member;
use super::trees::next;
use super::{Result, checkins, moment};
use crate::db::{Binds, Statement, Tx};
use crate::types::{CheckinRoundId, FormName, MemberId};

/// A round of a form that members answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Survey {
    pub(crate) id: CheckinRoundId,
    pub(crate) form: FormName,
    /// Of the form when it opened.
    pub(crate) version: u32,
    pub(crate) opens_at: DateTime<Utc>,
    /// The first moment after it.
    pub(crate) closes_at: DateTime<Utc>,
}

/// A survey, from the rows that the conditions and the order after it leave.
macro_rules! columns {
    () => {
        "SELECT id, form, version, opens_at, closes_at FROM checkin_rounds "
    };
}

fn survey(row: &SqliteRow) -> Result<Survey> {
    Ok(Survey {
        id: row.try_get("id")?,
        form: row.try_get("form")?,
        version: row.try_get("version")?,
        opens_at: moment(row.try_get("opens_at")?)?,
        closes_at: moment(row.try_get("closes_at")?)?,
    })
}

/// Opens a form for members unless it was opened in that year, with the tree of units as it is now.
pub(crate) async fn open(
    tx: &mut Tx,
    (form, version): (FormName, u32),
    year: i32,
    times: (DateTime<Utc>, DateTime<Utc>),
) -> Result {
    let name = format!("{form} {year}");
    // Looked for first: this is asked at every tick, and an INSERT that does nothing still uses up an id.
    let known = sqlx::query("SELECT 1 FROM checkin_rounds WHERE month = $1")
        .bind(&name)
        .optional(tx)
        .await?;
    if known.is_some() {
        return Ok(());
    }
    sqlx::query(concat!(
        "INSERT INTO checkin_rounds (month, set_id, form, version, opens_at, closes_at, tree) VALUES ($1, $2, $2, $3, $4, $5, ",
        next!(),
        ")"
    ))
    .binds((name, form, version, times.0.timestamp(), times.1.timestamp()))
    .run(tx)
    .await?;
    Ok(())
}

/// All that are open now, the one that closes first before the others.
pub(crate) async fn current(tx: &mut Tx) -> Result<Vec<Survey>> {
    let rows = sqlx::query(concat!(
        columns!(),
        "WHERE form IS NOT NULL AND closed = 0 AND opens_at <= $1 AND closes_at > $1 ORDER BY closes_at, id"
    ))
    .bind(tx.now().timestamp())
    .all(tx)
    .await?;
    rows.iter().map(survey).collect()
}

/// The newest of each form that has closed, the newest first.
pub(crate) async fn closed(tx: &mut Tx) -> Result<Vec<Survey>> {
    let rows = sqlx::query(concat!(
        columns!(),
        "AS r WHERE form IS NOT NULL AND closed = 1 AND NOT EXISTS (
             SELECT 1 FROM checkin_rounds AS n WHERE n.form = r.form AND n.closed = 1 AND n.closes_at > r.closes_at)
         ORDER BY closes_at DESC, id"
    ))
    .all(tx)
    .await?;
    rows.iter().map(survey).collect()
}

/// What a member has chosen so far, by places.
pub(crate) async fn said(
    tx: &mut Tx,
    round: CheckinRoundId,
    member: MemberId,
) -> Result<BTreeMap<u8, u8>> {
    let rows: Vec<(u8, u8)> = sqlx::query_as(
        "SELECT place, choice FROM checkin_answers WHERE round_id = $1 AND member_id = $2",
    )
    .binds((round, member))
    .about(round)
    .all(tx)
    .await?;
    Ok(rows.into_iter().collect())
}

/// Stores what was chosen at these places in the place of what was; `None` takes it away.
pub(crate) async fn choose(
    tx: &mut Tx,
    round: CheckinRoundId,
    member: &Member,
    chosen: &[(u8, Option<u8>)],
) -> Result {
    for (place, choice) in chosen {
        match choice {
            Some(choice) => checkins::choose(tx, round, member, *place, *choice).await?,
            None => {
                let query = "DELETE FROM checkin_answers WHERE round_id = $1 AND member_id = $2 AND place = $3";
                let query = sqlx::query(query).bind(round).bind(member.id).bind(*place);
                query.about(round).run(tx).await?;
                tx.erase();
            }
        }
    }
    Ok(())
}

/// Takes back all that a member said in one that is open.
pub(crate) async fn retract(tx: &mut Tx, round: CheckinRoundId, member: MemberId) -> Result {
    for statement in [
        "DELETE FROM checkin_answers WHERE round_id = $1 AND member_id = $2",
        "DELETE FROM checkin_visits WHERE round_id = $1 AND member_id = $2",
    ] {
        let query = sqlx::query(statement).bind(round).bind(member);
        query.about(round).run(tx).await?;
    }
    tx.erase();
    Ok(())
}
