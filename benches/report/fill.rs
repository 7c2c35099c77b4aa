//! Databases of unions of any size, written by SQL: what a campaign would have left behind.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::ensure;
use nhip::core::Core;
use nhip::db::Db;
use nhip::store;
use rand::SeedableRng;
use rand::rngs::StdRng;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use testkit::parts;

/// The owner, who asks.
pub(crate) const OFFICER: i64 = 501;

/// A union: its levels from the root down, and its members, spread evenly over the lowest.
pub(crate) struct Case {
    pub(crate) members: i64,
    levels: &'static [i64],
}

/// From one unit's contest to the federation; the last but one has a root with 2,500 units directly below it.
pub(crate) const CASES: [Case; 5] = [
    Case {
        members: 1_000,
        levels: &[1, 25],
    },
    Case {
        members: 100_000,
        levels: &[1, 50, 2_500],
    },
    Case {
        members: 1_000_000,
        levels: &[1, 34, 850, 25_000],
    },
    Case {
        members: 100_000,
        levels: &[1, 2_500],
    },
    Case {
        members: 1_000_000,
        levels: &[1, 34, 1_700, 60_000],
    },
];

impl Case {
    pub(crate) fn units(&self) -> i64 {
        self.levels.iter().sum()
    }

    pub(crate) fn shape(&self) -> String {
        let levels: Vec<String> = self.levels.iter().map(ToString::to_string).collect();
        levels.join(">")
    }

    fn leaves(&self) -> i64 {
        self.levels.last().copied().unwrap_or(1)
    }
}

/// Groups that ask.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Linked {
    Small,
    Above,
    Root,
}

impl Linked {
    pub(crate) const ALL: [Self; 3] = [Self::Small, Self::Above, Self::Root];

    pub(crate) fn chat(self) -> i64 {
        match self {
            Self::Small => -1,
            Self::Above => -2,
            Self::Root => -3,
        }
    }
}

/// Writes a database at `path`: `rounds` weeks of figures, the last one running. Returns how long the longest transaction
/// took in which closed rounds were judged.
pub(crate) async fn fill(path: &Path, case: &Case, rounds: i64) -> anyhow::Result<Duration> {
    let mut rng = StdRng::seed_from_u64(1);
    let now = parts::monday(rounds - 1);
    let db = Db::open(path).await?;
    let options = SqliteConnectOptions::new().filename(path);
    let mut sql = options
        .synchronous(sqlx::sqlite::SqliteSynchronous::Off)
        .connect()
        .await?;
    units(&mut sql, case).await?;
    let mut tx = db.begin(now, &mut rng).await?;
    store::units::refresh_lineages(&mut tx).await?;
    store::trees::record(&mut tx).await?;
    tx.commit().await?;
    people(&mut sql, case, rounds).await?;
    figures(&mut sql, case, rounds).await?;
    for (linked, unit) in [
        (Linked::Root, "1".to_owned()),
        (
            Linked::Above,
            "(SELECT parent_id FROM units ORDER BY id DESC LIMIT 1)".to_owned(),
        ),
        (Linked::Small, "(SELECT max(id) FROM units)".to_owned()),
    ] {
        let chat = linked.chat();
        run(
            &mut sql,
            format!("INSERT INTO groups (chat_id, unit_id, linked_on) VALUES ({chat}, {unit}, '2026-11-20')"),
        )
        .await?;
    }
    let longest = judge(&db, &mut sql, now).await?;
    check(&db, &mut sql, now).await?;
    sql.close().await?;
    db.checkpoint().await?;
    db.close().await;
    Ok(longest)
}

async fn units(sql: &mut SqliteConnection, case: &Case) -> anyhow::Result<()> {
    let (mut first, mut above) = (1, None);
    for (level, count) in case.levels.iter().enumerate() {
        let parent = above.map_or("NULL".to_owned(), |(start, many): (i64, i64)| {
            format!("{start} + n * {many} / {count}")
        });
        // More than there are, or nothing would be told of units that are a person too large.
        let members = case.members * 2 / count;
        run(sql, format!(
            "WITH RECURSIVE c (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n + 1 < {count})
             INSERT INTO units (id, code, name, folded, parent_id, kind, members, start)
             SELECT {first} + n, 'U' || ({first} + n), 'Công đoàn cơ sở ' || n, 'cong doan co so ' || n,
                 {parent}, 'bậc {level}', {members}, 'start' || ({first} + n) FROM c"
        ))
        .await?;
        above = Some((first, *count));
        first += count;
    }
    Ok(())
}

async fn people(sql: &mut SqliteConnection, case: &Case, rounds: i64) -> anyhow::Result<()> {
    let (members, leaves, above) = (case.members, case.leaves(), case.units() - case.leaves());
    run(
        sql,
        format!(
        "WITH RECURSIVE c (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n + 1 < {members})
         INSERT INTO members (user_id, unit_id, language, window, joined_on)
         SELECT 10000000 + n, {above} + 1 + n % {leaves}, 'vi', 'noon', '2026-11-20' FROM c"
    ),
    )
    .await?;
    for round in 1..=rounds {
        let monday = parts::monday(round - 1);
        let (day, opens) = (monday.format("%Y-%m-%d"), monday.timestamp() - 3600);
        let closed = i64::from(round < rounds);
        run(sql, format!(
            "INSERT INTO rounds (id, monday, criterion, cycle, opens_at, closes_at, closed, threshold) VALUES ({round}, '{day}', '3.2', 0, {opens}, {opens} + 568800, {closed}, 5)"
        ))
        .await?;
    }
    // What two weeks leave behind for each member; older weeks are the same rows under other keys.
    run(
        sql,
        format!(
            "INSERT INTO participations (member_id, round_id, unit_id, reached, read, answered, finished, counted)
         SELECT members.id, r.value, unit_id, 1, 1, 1, 1, 1
         FROM members, json_each('[{},{rounds}]') AS r",
            rounds - 1
        ),
    )
    .await
}

/// Of ten members eight are reached, six read, five answer, four finish.
async fn figures(sql: &mut SqliteConnection, case: &Case, rounds: i64) -> anyhow::Result<()> {
    let each = case.members / case.leaves();
    for statement in [
        "CREATE TEMP TABLE people AS SELECT above.value AS unit_id, 0 AS people FROM units, json_each(units.lineage) AS above WHERE 0".to_owned(),
        format!(
            "INSERT INTO people SELECT above.value, count(*) * {each} FROM units, json_each(units.lineage) AS above
             WHERE units.id > {} GROUP BY above.value",
            case.units() - case.leaves()
        ),
        "INSERT INTO tallies SELECT r.id, unit_id, people * 8 / 10, people * 6 / 10, people * 5 / 10, people * 4 / 10
         FROM rounds AS r, people".to_owned(),
        "INSERT INTO theme_tallies SELECT r.id, t.value, unit_id, people * 5 / 10, people, people * 6 / 10
         FROM rounds AS r, json_each('[1,2,3,4]') AS t, people".to_owned(),
        format!(
            "INSERT OR IGNORE INTO checkin_rounds (id, month, set_id, opens_at, closes_at, closed)
             SELECT id, strftime('%Y-%m', opens_at, 'unixepoch', '-14 days'), 'set', opens_at - 1209600, opens_at, 1 FROM rounds
             WHERE id % 4 = {rounds} % 4"
        ),
        "INSERT INTO checkin_people (round_id, unit_id, people, counted)
         SELECT c.id, unit_id, people * 3 / 10, people * 3 / 10 FROM checkin_rounds AS c, people
         WHERE people * 3 / 10 > 0".to_owned(),
    ] {
        run(sql, statement).await?;
    }
    Ok(())
}

/// Closed rounds are judged by the tick, one sum at a time.
async fn judge(
    db: &Db,
    sql: &mut SqliteConnection,
    now: chrono::DateTime<chrono::Utc>,
) -> anyhow::Result<Duration> {
    let core: Core = parts::core_of_run(&[OFFICER]);
    let mut longest = Duration::ZERO;
    let unjudged = "SELECT count(*) FROM rounds WHERE closed = 1 AND judged < 5";
    while sqlx::query_scalar::<_, i64>(unjudged)
        .fetch_one(&mut *sql)
        .await?
        > 0
    {
        let started = Instant::now();
        let mut tx = db.begin(now, &mut StdRng::seed_from_u64(1)).await?;
        core.on_tick(&mut tx).await?;
        tx.commit().await?;
        longest = longest.max(started.elapsed());
    }
    Ok(longest)
}

/// The report shows all its figures: it does not stop early for want of any.
async fn check(
    db: &Db,
    sql: &mut SqliteConnection,
    now: chrono::DateTime<chrono::Utc>,
) -> anyhow::Result<()> {
    let core: Core = parts::core_of_run(&[OFFICER]);
    for linked in Linked::ALL {
        let mut tx = db.begin(now, &mut StdRng::seed_from_u64(1)).await?;
        let asked = parts::said(1, OFFICER, linked.chat(), "/report");
        core.on_updates(&mut tx, &[asked]).await?;
        tx.commit().await?;
        let call: String = sqlx::query_scalar("SELECT call FROM outbox ORDER BY id DESC LIMIT 1")
            .fetch_one(&mut *sql)
            .await?;
        // One of the week before, four of the themes; what is told of the week itself is no share.
        ensure!(
            call.matches('%').count() >= 5,
            "figures are missing: {call}"
        );
        for statement in ["DELETE FROM outbox", "DELETE FROM updates"] {
            run(sql, statement.to_owned()).await?;
        }
    }
    Ok(())
}

async fn run(sql: &mut SqliteConnection, statement: String) -> anyhow::Result<()> {
    sqlx::query(AssertSqlSafe(statement))
        .execute(&mut *sql)
        .await?;
    Ok(())
}
