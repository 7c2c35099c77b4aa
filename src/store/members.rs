//! Members.

use chrono::NaiveDate;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::Result;
use crate::db::{Binds, Statement, Tx};
use crate::types::{Language, MemberId, RoundId, UnitId, UserId, Window};

/// A member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// Our row.
    pub id: MemberId,
    /// Whom to write to.
    pub user: UserId,
    /// Their unit.
    pub unit: UnitId,
    /// The language they read.
    pub language: Language,
    /// When they want to be written to.
    pub window: Window,
    /// The first day on which they want messages again.
    pub paused_until: Option<NaiveDate>,
    /// Whether they can be written to.
    pub reachable: bool,
}

/// A person who agrees to take part.
#[derive(Debug, Clone, Copy)]
pub struct NewMember {
    /// Who.
    pub user: UserId,
    /// Where.
    pub unit: UnitId,
    /// The language they read.
    pub language: Language,
    /// When they want to be written to.
    pub window: Window,
    /// The first Monday whose round counts them; `None`: any.
    pub counts_from: Option<NaiveDate>,
}

/// Stores a new member; `None` if they are one already.
pub(crate) async fn join(tx: &mut Tx, new: &NewMember) -> Result<Option<MemberId>> {
    sqlx::query_scalar(
        "INSERT INTO members (user_id, unit_id, language, window, joined_on, counts_from)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (user_id) DO NOTHING RETURNING id",
    )
    .binds((
        new.user,
        new.unit,
        new.language,
        new.window,
        tx.today(),
        new.counts_from,
    ))
    .optional(tx)
    .await
}

pub(crate) async fn by_user(tx: &mut Tx, user: UserId) -> Result<Option<Member>> {
    let row = sqlx::query(
        "SELECT id, user_id, unit_id, language, window, paused_until, reachable FROM members
         WHERE user_id = $1",
    )
    .bind(user)
    .optional(tx)
    .await?;
    row.as_ref().map(member).transpose()
}

/// The next members of a window who can and want to be written to, after `cursor`, in order.
///
/// With `unfinished`, only those who have not finished that round's quiz.
pub(crate) async fn to_write(
    tx: &mut Tx,
    window: Window,
    cursor: MemberId,
    unfinished: Option<RoundId>,
    limit: u32,
) -> Result<Vec<Member>> {
    let rows = sqlx::query(
        "SELECT id, user_id, unit_id, language, window, paused_until, reachable FROM members
         WHERE window = $1 AND id > $2 AND reachable = 1
           AND (paused_until IS NULL OR paused_until <= $3)
           AND ($4 IS NULL OR NOT EXISTS (
               SELECT 1 FROM participations AS p
               WHERE p.member_id = members.id AND p.round_id = $4 AND p.finished = 1))
         ORDER BY id LIMIT $5",
    )
    .binds((window, cursor, tx.today(), unfinished, limit))
    .all(tx)
    .await?;
    rows.iter().map(member).collect()
}

pub(super) fn member(row: &SqliteRow) -> Result<Member> {
    Ok(Member {
        id: row.try_get("id")?,
        user: row.try_get("user_id")?,
        unit: row.try_get("unit_id")?,
        language: row.try_get("language")?,
        window: row.try_get("window")?,
        paused_until: row.try_get("paused_until")?,
        reachable: row.try_get("reachable")?,
    })
}

/// How many members belong to that very unit.
pub(crate) async fn count(tx: &mut Tx, unit: UnitId) -> Result<i64> {
    sqlx::query_scalar("SELECT count(*) FROM members WHERE unit_id = $1")
        .bind(unit)
        .about(unit)
        .one(tx)
        .await
}

/// Moves a member to another unit. What has been counted stays with the old one.
pub(crate) async fn move_to(tx: &mut Tx, id: MemberId, unit: UnitId) -> Result {
    let query = sqlx::query("UPDATE members SET unit_id = $2 WHERE id = $1");
    query.bind(id).bind(unit).about(unit).run(tx).await?;
    Ok(())
}

pub(crate) async fn set_language(tx: &mut Tx, id: MemberId, language: Language) -> Result {
    let query = sqlx::query("UPDATE members SET language = $2 WHERE id = $1");
    query.bind(id).bind(language).run(tx).await?;
    Ok(())
}

pub(crate) async fn set_window(tx: &mut Tx, id: MemberId, window: Window) -> Result {
    let query = sqlx::query("UPDATE members SET window = $2 WHERE id = $1");
    query.bind(id).bind(window).run(tx).await?;
    Ok(())
}

/// No messages before that day; `None` ends the pause.
pub(crate) async fn set_pause(tx: &mut Tx, id: MemberId, until: Option<NaiveDate>) -> Result {
    let query = sqlx::query("UPDATE members SET paused_until = $2 WHERE id = $1");
    query.bind(id).bind(until).run(tx).await?;
    Ok(())
}

/// Notes whether a member can be written to; nothing if the number is no member's.
pub(crate) async fn set_reachable(tx: &mut Tx, user: UserId, reachable: bool) -> Result {
    let query = sqlx::query(
        "UPDATE members SET reachable = $2, unreachable_on = CASE WHEN $2 THEN NULL ELSE $3 END
         WHERE user_id = $1 AND reachable <> $2",
    );
    query.binds((user, reachable, tx.today())).run(tx).await?;
    Ok(())
}

/// Deletes the member and everything that is theirs.
pub(crate) async fn delete(tx: &mut Tx, id: MemberId) -> Result {
    sqlx::query("DELETE FROM members WHERE id = $1")
        .bind(id)
        .run(tx)
        .await?;
    tx.erase();
    Ok(())
}
