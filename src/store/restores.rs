//! What is changed in a copy before it is at work again: nothing that an older life may have done is done twice, and
//! nobody who has left is back.
//!
//! Knows the rows. Must not know files, nor who is told.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

use super::deletions::{Deleted, Line};
use super::{
    Result, authors, backups, checkins, consents, installation, join_requests, journals, list,
    members, moment, named, outbox, pause_all, suggestions, unit_files,
};
use crate::db::{Binds, Statement, Tx};
use crate::event::ConsentPart;
use crate::outgoing::Reason;
use crate::store::audit::{self, AuditAction, Change, Changed, Office, What};
use crate::store::consents::Ending;
use crate::types::{MemberId, UserId};

/// Ids are given anew from so much further on: a button that the older life has sent since must not mean something new.
const IDS_AHEAD: i64 = 10_000_000;

/// One time that this database was put back from a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub struct Restore {
    /// When, as Unix seconds.
    pub restored_at: i64,
    /// When the copy was made, if it says so.
    pub copied_at: Option<i64>,
    /// How many calls waited in it, and are not made.
    pub lost: i64,
    /// How many recipients of broadcasts may have been reached since.
    pub in_doubt: i64,
    /// How many had left since, or withdrawn something.
    pub deleted: i64,
}

/// What is known beside the copy.
#[derive(Debug, Default)]
pub struct Since {
    /// Who has had something deleted since.
    pub deleted: Vec<Line>,
    /// Updates that the database in its place had handled.
    pub updates: Vec<(i64, String)>,
}

/// Makes a copy fit to be at work.
///
/// # Errors
/// The copy cannot be written.
pub async fn settle(tx: &mut Tx, since: &Since) -> Result<Restore> {
    installation::ensure(tx).await?;
    let now = tx.now();
    let copied_at = backups::copied_at(tx).await?;
    // A backup has ended them already, another program's copy has not.
    let mut lost = i64::try_from(backups::lose_waiting(tx).await?).unwrap_or(i64::MAX);
    if let Some(at) = copied_at {
        let day = crate::db::day_of(at);
        lost += backups::lost_on(tx, day).await?;
        suggestions::boxes::empty_all(tx, Some(day)).await?;
    }
    let deleted = delete_again(tx, &since.deleted).await?;
    let in_doubt = doubt(tx).await?;
    forget_unfinished(tx).await?;
    for (update, day) in &since.updates {
        sqlx::query(
            "INSERT INTO updates (update_id, done_on) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        )
        .binds((update, day))
        .run(tx)
        .await?;
    }
    move_ids_ahead(tx).await?;
    pause_all::begin(tx, UserId(0)).await?;
    sqlx::query("UPDATE installation SET copied_at = NULL")
        .run(tx)
        .await?;
    let restore = Restore {
        restored_at: now.timestamp(),
        copied_at: copied_at.map(|at| at.timestamp()),
        lost,
        in_doubt,
        deleted,
    };
    sqlx::query(
        "INSERT INTO restores (restored_at, copied_at, lost, in_doubt, deleted) VALUES ($1, $2, $3, $4, $5)",
    )
    .binds((restore.restored_at, restore.copied_at, restore.lost, restore.in_doubt, restore.deleted))
    .run(tx)
    .await?;
    let day = copied_at.map(crate::db::day_of);
    let day = day.map_or_else(String::new, |day| day.format("%d/%m/%Y").to_string());
    let changed: Changed = std::iter::once(Change::of("", What::Backup, "", day)).collect();
    // Lines from before there was a chain are chained first.
    audit::seal(tx).await?;
    let by = (None, Office::Server);
    audit::note_in(tx, None, by, AuditAction::Restore, &changed).await?;
    Ok(restore)
}

/// Deletes whoever had left since the copy was made, and what was withdrawn. Returns how many people that concerns.
async fn delete_again(tx: &mut Tx, lines: &[Line]) -> Result<i64> {
    if lines.is_empty() {
        return Ok(0);
    }
    let people: Vec<(Option<MemberId>, UserId)> = sqlx::query_as(
        "SELECT id, user_id FROM members UNION ALL
         SELECT NULL, user_id FROM join_requests WHERE user_id NOT IN (SELECT user_id FROM members)",
    )
    .all(tx)
    .await?;
    let mut concerned = 0;
    for (member, user) in people {
        let person = installation::digest(tx, user).await?;
        let whats: Vec<Deleted> = lines
            .iter()
            .filter(|line| line.person == person)
            .map(|line| line.what)
            .collect();
        if whats.contains(&Deleted::All) {
            delete(tx, member, user).await?;
        } else {
            for what in &whats {
                withdraw(tx, member, user, *what).await?;
            }
        }
        concerned += i64::from(!whats.is_empty());
    }
    Ok(concerned)
}

async fn delete(tx: &mut Tx, member: Option<MemberId>, user: UserId) -> Result {
    outbox::drop_all(tx, user.into()).await?;
    unit_files::forget(tx, user).await?;
    join_requests::forget(tx, user).await?;
    if let Some(member) = member {
        consents::keep_proof(tx, member, None, Ending::Left).await?;
        members::delete(tx, member).await?;
    }
    Ok(())
}

async fn withdraw(tx: &mut Tx, member: Option<MemberId>, user: UserId, what: Deleted) -> Result {
    let member = match (what, member) {
        (Deleted::Request, _) => return join_requests::forget(tx, user).await,
        (_, Some(member)) => member,
        (_, None) => return Ok(()),
    };
    match what {
        Deleted::All | Deleted::Request => Ok(()),
        Deleted::Named => {
            named::forget(tx, member).await?;
            consents::withdraw(tx, member, ConsentPart::Named).await
        }
        Deleted::Author => {
            authors::forget(tx, member).await?;
            consents::withdraw(tx, member, ConsentPart::Author).await
        }
        Deleted::Reflection => {
            consents::withdraw(tx, member, ConsentPart::Reflection).await?;
            journals::burn(tx, member).await?;
            checkins::retract(tx, member).await.map(drop)
        }
    }
}

/// Whoever had not been sent a broadcast that had begun: perhaps the older life has sent it since. Returns how many.
async fn doubt(tx: &mut Tx) -> Result<i64> {
    let now = tx.now().timestamp();
    let begun: Vec<i64> = sqlx::query_scalar(
        "SELECT id FROM broadcasts WHERE state IN ('running', 'paused', 'cancelling') AND coalesce(starts_at, 0) <= $1",
    )
    .bind(now)
    .all(tx)
    .await?;
    let begun = list(begun);
    let mut doubtful = 0;
    for statement in [
        "UPDATE recipients SET state = 'claimed'
         WHERE broadcast_id IN (SELECT value FROM json_each($1)) AND state = 'queued'",
        "UPDATE recipients SET state = 'unknown', reason = $2, outbox_id = NULL
         WHERE broadcast_id IN (SELECT value FROM json_each($1)) AND state = 'claimed'",
    ] {
        let moved = sqlx::query(statement).bind(&begun).bind(Reason::Restored);
        doubtful = moved.run(tx).await?;
    }
    for statement in [
        "DELETE FROM recipient_tallies WHERE broadcast_id IN (SELECT value FROM json_each($1))",
        "INSERT INTO recipient_tallies (broadcast_id, state, reason, people)
         SELECT broadcast_id, state, coalesce(reason, ''), count(*) FROM recipients
         WHERE broadcast_id IN (SELECT value FROM json_each($1)) GROUP BY 1, 2, 3",
        // Who was not yet in the ledger is not added any more.
        "DELETE FROM audiences WHERE broadcast_id IN (SELECT value FROM json_each($1))",
    ] {
        sqlx::query(statement).bind(&begun).run(tx).await?;
    }
    Ok(i64::try_from(doubtful).unwrap_or(i64::MAX))
}

/// What somebody was in the middle of: its buttons stand on phones, and the older life may have finished it.
async fn forget_unfinished(tx: &mut Tx) -> Result {
    let now = tx.now().timestamp();
    for statement in [
        "DELETE FROM broadcasts WHERE state = 'draft'",
        "DELETE FROM commendation_drafts",
        "DELETE FROM dialogs",
        "DELETE FROM unit_files",
        "DELETE FROM appointments",
        "DELETE FROM group_refusals",
        // It was another process, on another file.
        "DELETE FROM heartbeat",
        // Perhaps their officers have been told since; whoever asks can remind.
        "UPDATE form_asked SET calls = (SELECT calls FROM form_periods WHERE id = form_asked.period_id)",
        "UPDATE plan_calls SET told = 1",
        // Their key may have arrived: nobody but its owner can tell.
        "UPDATE journals SET delivered = 1 WHERE delivered = 0",
    ] {
        sqlx::query(statement).run(tx).await?;
    }
    for statement in [
        "UPDATE broadcasts SET state = 'cancelled', ended_at = $1 WHERE state = 'waiting'",
        "UPDATE quiz_reminders SET done = 1 WHERE done = 0 AND due_at <= $1",
    ] {
        sqlx::query(statement).bind(now).run(tx).await?;
    }
    Ok(())
}

async fn move_ids_ahead(tx: &mut Tx) -> Result {
    // The audit has no gaps.
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%' AND name <> 'audit'",
    )
    .all(tx)
    .await?;
    for table in tables {
        let moved = sqlx::query("UPDATE sqlite_sequence SET seq = seq + $2 WHERE name = $1")
            .binds((&table, IDS_AHEAD))
            .run(tx)
            .await?;
        if moved == 0 {
            sqlx::query("INSERT INTO sqlite_sequence (name, seq) VALUES ($1, $2)")
                .binds((&table, IDS_AHEAD))
                .run(tx)
                .await?;
        }
    }
    Ok(())
}

/// The last restore of which the owners do not know yet.
pub(crate) async fn untold(tx: &mut Tx) -> Result<Option<Restore>> {
    sqlx::query_as(
        "SELECT restored_at, copied_at, lost, in_doubt, deleted FROM restores WHERE told = 0 ORDER BY id DESC LIMIT 1",
    )
    .optional(tx)
    .await
}

/// The owners know of all of them.
pub(crate) async fn told(tx: &mut Tx) -> Result {
    sqlx::query("UPDATE restores SET told = 1 WHERE told = 0")
        .run(tx)
        .await?;
    Ok(())
}

/// When this database was put back last: what was due before that may have been done by an older life.
pub(crate) async fn last_at(tx: &mut Tx) -> Result<Option<DateTime<Utc>>> {
    let at: Option<i64> = sqlx::query_scalar("SELECT max(restored_at) FROM restores")
        .one(tx)
        .await?;
    at.map(moment).transpose()
}

/// Updates that were handled, with their days.
///
/// # Errors
/// The database cannot be read.
pub async fn handled(tx: &mut Tx) -> Result<Vec<(i64, String)>> {
    sqlx::query_as("SELECT update_id, done_on FROM updates")
        .all(tx)
        .await
}
