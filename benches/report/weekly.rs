//! The week that has closed, posted on Monday at noon in a group of each unit of the lowest level.
//!
//! Knows how a portion is measured. Must not know what a post says.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::ensure;
use chrono::TimeDelta;
use nhip::core::Core;
use nhip::db::Db;
use rand::SeedableRng;
use rand::rngs::StdRng;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use testkit::parts;

use super::fill::OFFICER;
use super::say;

/// From the hour at which a round opens to the noon window.
const TO_NOON: TimeDelta = TimeDelta::minutes(220);

pub(crate) async fn monday(path: &Path, rounds: i64) -> anyhow::Result<()> {
    let db = Db::open(path).await?;
    let mut sql = SqliteConnectOptions::new().filename(path).connect().await?;
    for statement in [
        "INSERT INTO groups (chat_id, unit_id, linked_on) SELECT -1000 - id, id, '2026-11-20' FROM units
         WHERE id NOT IN (SELECT parent_id FROM units WHERE parent_id IS NOT NULL)",
        // Their items are another story.
        "UPDATE members SET window = 'evening'",
    ] {
        run(&mut sql, statement).await?;
    }
    let core: Core = parts::core_of_run(&[OFFICER]);
    let now = parts::monday(rounds) + TO_NOON;
    let (mut longest, mut all, mut portions) = (Duration::ZERO, Duration::ZERO, 0_u32);
    let (mut most, mut bytes) = (0, 0);
    let open = "SELECT count(*) FROM groups WHERE posted_week < (SELECT max(monday) FROM rounds WHERE closed = 1)";
    while number(&mut sql, open).await? > 0 {
        let before = number(&mut sql, open).await?;
        let started = Instant::now();
        let mut tx = db.begin(now, &mut StdRng::seed_from_u64(1)).await?;
        let tick = core.on_tick(&mut tx).await?;
        tx.commit().await?;
        let time = started.elapsed();
        if number(&mut sql, open).await? < before {
            longest = longest.max(time);
            all += time;
            portions += 1;
        }
        let waiting = "SELECT count(*) FROM outbox WHERE chat_id < 0";
        most = most.max(number(&mut sql, waiting).await?);
        if !tick.again {
            // The messenger has taken them.
            bytes += number(
                &mut sql,
                "SELECT coalesce(sum(length(call)), 0) FROM outbox",
            )
            .await?;
            run(&mut sql, "DELETE FROM outbox").await?;
        }
    }
    let groups = number(&mut sql, "SELECT count(*) FROM groups").await?;
    ensure!(most > 0, "nothing was posted");
    say(&format!(
        "           the week in {groups} groups: {portions} portions, {:.1} s of work, longest {:.1} ms; {most} in the outbox at most, {} kB each",
        all.as_secs_f64(),
        longest.as_secs_f64() * 1e3,
        bytes / groups.max(1) / 1024,
    ))?;
    sql.close().await?;
    db.close().await;
    Ok(())
}

async fn number(sql: &mut SqliteConnection, query: &'static str) -> anyhow::Result<i64> {
    Ok(sqlx::query_scalar(query).fetch_one(sql).await?)
}

async fn run(sql: &mut SqliteConnection, statement: &'static str) -> anyhow::Result<()> {
    sqlx::query(AssertSqlSafe(statement)).execute(sql).await?;
    Ok(())
}
