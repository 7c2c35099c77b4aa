//! What it costs to pin the tree: opening a round of a federation, and a year's changes.
//!
//! Knows what a year brings: a round a week, other numbers each quarter, a reorganisation once.

use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use nhip::core::Core;
use nhip::db::Db;
use nhip::store;
use rand::SeedableRng;
use rand::rngs::StdRng;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use testkit::parts;

use super::fill::OFFICER;
use super::say;

/// Weeks of a year, and after how many the numbers change.
const WEEKS: i64 = 52;
const QUARTER: i64 = 13;

/// On Sunday the week closes; whatever follows from that is done by Monday, when the next round opens.
pub(crate) async fn opens(path: &Path, rounds: i64) -> anyhow::Result<()> {
    let db = Db::open(path).await?;
    let mut sql = SqliteConnectOptions::new().filename(path).connect().await?;
    let monday = parts::monday(rounds);
    ticks(&db, &mut sql, monday - TimeDelta::hours(10)).await?;
    let (longest, ticks) = ticks(&db, &mut sql, monday).await?;
    say(&format!(
        "           the next round: {ticks} ticks, that which opens it {}",
        ms(longest)
    ))?;
    sql.close().await?;
    db.close().await;
    Ok(())
}

/// After a union of that many weeks was written to `path`.
pub(crate) async fn year(path: &Path, rounds: i64) -> anyhow::Result<()> {
    let db = Db::open(path).await?;
    let mut sql = SqliteConnectOptions::new().filename(path).connect().await?;
    let before = size(&mut sql).await?;
    let mut recorded = Duration::ZERO;
    for week in 1..=WEEKS {
        run(&mut sql, &format!(
            "INSERT INTO rounds (monday, criterion, cycle, opens_at, closes_at, closed, judged, tree)
             SELECT '2030-' || {week}, '1.1', 0, 0, 1, 1, 5, 1 + max(tree) FROM rounds"
        ))
        .await?;
        if week % QUARTER == 0 {
            run(&mut sql, "UPDATE units SET members = members + 1").await?;
        }
        if week == WEEKS / 2 {
            // One in three comes to another unit of the level above.
            run(&mut sql, "UPDATE units SET parent_id = (SELECT id FROM units AS o WHERE o.kind =
                (SELECT kind FROM units AS p WHERE p.id = units.parent_id) ORDER BY o.id LIMIT 1) WHERE id % 3 = 0 AND parent_id > 1")
                .await?;
        }
        let started = Instant::now();
        let mut tx = db
            .begin(parts::monday(rounds), &mut StdRng::seed_from_u64(1))
            .await?;
        store::units::refresh_lineages(&mut tx).await?;
        store::trees::record(&mut tx).await?;
        tx.commit().await?;
        recorded = recorded.max(started.elapsed());
    }
    let rows: i64 = sqlx::query_scalar("SELECT count(*) FROM unit_versions")
        .fetch_one(&mut sql)
        .await?;
    say(&format!(
        "           a year: {rows} versions, {} MB more in the file; the longest change of the tree {}",
        (size(&mut sql).await? - before) / (1 << 20),
        ms(recorded)
    ))?;
    sql.close().await?;
    db.close().await;
    Ok(())
}

/// Ticks until nothing is due: how long that took which opened a round, and how many there were.
async fn ticks(
    db: &Db,
    sql: &mut SqliteConnection,
    now: DateTime<Utc>,
) -> anyhow::Result<(Duration, usize)> {
    let core: Core = parts::core_of_run(&[OFFICER]);
    let (mut longest, mut ticks) = (Duration::ZERO, 0);
    loop {
        let started = Instant::now();
        let mut tx = db.begin(now, &mut StdRng::seed_from_u64(1)).await?;
        let known = count(sql).await?;
        let tick = core.on_tick(&mut tx).await?;
        tx.commit().await?;
        let time = started.elapsed();
        ticks += 1;
        if known != count(sql).await? {
            longest = longest.max(time);
        }
        if !tick.again {
            return Ok((longest, ticks));
        }
    }
}

async fn count(sql: &mut SqliteConnection) -> anyhow::Result<i64> {
    Ok(sqlx::query_scalar("SELECT count(*) FROM rounds")
        .fetch_one(sql)
        .await?)
}

async fn size(sql: &mut SqliteConnection) -> anyhow::Result<i64> {
    Ok(
        sqlx::query_scalar(
            "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
        )
        .fetch_one(sql)
        .await?,
    )
}

async fn run(sql: &mut SqliteConnection, statement: &str) -> anyhow::Result<()> {
    sqlx::query(AssertSqlSafe(statement.to_owned()))
        .execute(sql)
        .await?;
    Ok(())
}

fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}
