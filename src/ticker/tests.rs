//! The ticker under a clock moved by hand.

use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::TimeDelta;

use super::*;
use crate::store::{Result, StoreError};

fn monday() -> DateTime<Utc> {
    "2026-11-23T00:00:00Z".parse().expect("a date")
}

/// A ticker at work; its door answers by the number of the tick.
struct Bench {
    db: Db,
    clock: Clock,
    wake: Arc<Notify>,
    ticks: Arc<AtomicUsize>,
    _ticker: tokio_util::task::AbortOnDropHandle<anyhow::Result<()>>,
    _folder: tempfile::TempDir,
}

impl Bench {
    #[expect(clippy::disallowed_methods, reason = "the runtime of the test ends it")]
    async fn start(door: fn(usize) -> Result<Tick>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&folder.path().join("nhip.db"))
            .await
            .expect("a database");
        let (clock, wake) = (Clock::starting(monday(), 0.0), Arc::new(Notify::new()));
        let ticks = Arc::new(AtomicUsize::new(0));
        let count = ticks.clone();
        let ticker = Ticker {
            db: db.clone(),
            clock: clock.clone(),
            rng: rand::SeedableRng::seed_from_u64(1),
            on_tick: async move |_: &mut Tx| door(count.fetch_add(1, Ordering::SeqCst) + 1),
            wake: wake.clone(),
            next: tokio::sync::watch::Sender::default(),
            wrote: tokio::sync::watch::Sender::new(Instant::now()),
            owed: Arc::default(),
            files: Arc::default(),
            stop: CancellationToken::new(),
        };
        Self {
            db,
            clock,
            wake,
            ticks,
            _ticker: tokio_util::task::AbortOnDropHandle::new(tokio::spawn(ticker.run())),
            _folder: folder,
        }
    }

    /// How many ticks there were after a little while.
    async fn ticks(&self) -> usize {
        sleep(Duration::from_millis(200)).await;
        self.ticks.load(Ordering::SeqCst)
    }
}

#[tokio::test]
async fn it_ticks_when_something_is_due_when_woken_and_while_there_is_more() {
    let bench = Bench::start(|count| {
        Ok(Tick {
            again: count <= 3,
            erased: count == 2,
            next: Some(monday() + TimeDelta::hours(1)),
            ..Tick::default()
        })
    })
    .await;
    assert_eq!(bench.ticks().await, 4);
    bench.wake.notify_one();
    assert_eq!(bench.ticks().await, 5);
    bench.clock.move_to(monday() + TimeDelta::minutes(59));
    assert_eq!(bench.ticks().await, 5);
}

#[tokio::test]
async fn moving_the_clock_makes_it_look() {
    let bench = Bench::start(|count| {
        Ok(Tick {
            next: (count == 1).then(|| monday() + TimeDelta::hours(1)),
            ..Tick::default()
        })
    })
    .await;
    assert_eq!(bench.ticks().await, 1);
    bench.clock.move_to(monday() + TimeDelta::days(7));
    assert_eq!(bench.ticks().await, 2);
}

#[tokio::test]
async fn a_clock_that_is_set_back_makes_it_look_for_what_is_due_before() {
    let bench = Bench::start(|count| {
        Ok(Tick {
            next: (count == 1).then(|| monday() + TimeDelta::hours(1)),
            ..Tick::default()
        })
    })
    .await;
    assert_eq!(bench.ticks().await, 1);
    bench.clock.move_to(monday() - TimeDelta::days(2));
    assert_eq!(bench.ticks().await, 2);
}

#[tokio::test]
async fn a_door_that_promises_the_past_or_fails_is_not_spun_on() {
    let past = Bench::start(|_| {
        Ok(Tick {
            next: Some(monday()),
            ..Tick::default()
        })
    })
    .await;
    assert!(past.ticks().await <= 11);
    let broken = Bench::start(|_| Err(StoreError::Bug("a mistake of ours".to_owned()))).await;
    assert_eq!(broken.ticks().await, 1);
}

#[tokio::test]
async fn the_log_is_emptied_of_what_was_erased_as_soon_as_nobody_reads_any_more() {
    let bench = Bench::start(|_| Ok(Tick::default())).await;
    assert_eq!(bench.ticks().await, 1);
    let path = bench.db.path();
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path);
    let reader = sqlx::sqlite::SqlitePool::connect_with(options)
        .await
        .expect("another process");
    let mut reading = reader.acquire().await.expect("a connection");
    sqlx::raw_sql("BEGIN; SELECT count(*) FROM units")
        .execute(&mut *reading)
        .await
        .expect("it reads");
    let mut rng = rand::SeedableRng::seed_from_u64(2);
    let mut tx = bench.db.begin(monday(), &mut rng).await.expect("begun");
    sqlx::raw_sql("INSERT INTO units (id, code, name, folded, kind, members, start) VALUES (1, 'U', 'U', 'u', 'u', 0, 's')")
        .execute(tx.connection())
        .await
        .expect("a unit");
    tx.erase();
    tx.commit().await.expect("kept");
    let held = || std::fs::metadata(crate::db::log_of(&path)).map_or(0, |log| log.len());
    bench.wake.notify_one();
    assert_eq!(bench.ticks().await, 2);
    assert!(held() > 0, "somebody reads");
    sqlx::raw_sql("ROLLBACK")
        .execute(&mut *reading)
        .await
        .expect("it has read");
    // Without another commit.
    assert_eq!(bench.ticks().await, 2);
    assert_eq!(held(), 0);
}
