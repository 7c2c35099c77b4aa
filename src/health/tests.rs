//! Each part is made to fail by itself; the answer says which.

use rand::SeedableRng;

use super::*;
use crate::outgoing::{Call, Lane, OnDoubt, Outgoing, Purpose};
use crate::store::Result;
use crate::store::{installation, outbox, pause_all};

/// A database in which nothing has happened; whatever is asked is looked at anew.
struct Bench {
    health: Health,
    _folder: tempfile::TempDir,
}

impl Bench {
    async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&folder.path().join("nhip.db")).await;
        let db = db.expect("a database");
        let rng = StdRng::seed_from_u64(1);
        let mut health = Health::new((db, Clock::real(), rng), Arc::default());
        health.limits.good_for = Duration::ZERO;
        health.limits.commit_proves = Duration::ZERO;
        let bench = Self {
            health,
            _folder: folder,
        };
        bench.write(async |tx| installation::ensure(tx).await).await;
        bench
    }

    async fn write(&self, act: impl AsyncFnOnce(&mut crate::db::Tx) -> Result) {
        let mut rng = StdRng::seed_from_u64(2);
        let begun = self.health.db.begin(self.health.clock.now(), &mut rng);
        let mut tx = begun.await.expect("a transaction");
        act(&mut tx).await.expect("written");
        tx.commit().await.expect("a commit");
    }

    /// The parts that are not well, with what is said of them.
    async fn faults(&self) -> Vec<String> {
        let report = self.health.report().await;
        let faults: Vec<String> = report
            .checks
            .iter()
            .filter(|check| !check.ok)
            .map(|check| format!("{}: {}", check.name, check.says))
            .collect();
        assert_eq!(report.ready, faults.is_empty());
        faults
    }
}

#[tokio::test]
async fn a_bot_that_has_just_begun_is_well() {
    assert_eq!(Bench::start().await.faults().await, [""; 0]);
}

#[tokio::test]
async fn a_database_that_cannot_be_written_is_found_out_by_writing() {
    let mut bench = Bench::start().await;
    bench.health.limits.write = Duration::from_millis(50);
    let mut rng = StdRng::seed_from_u64(3);
    let held = bench.health.db.begin(bench.health.clock.now(), &mut rng);
    let held = held.await.expect("a transaction");
    assert_eq!(
        bench.faults().await,
        [
            "writer: the database cannot be written: not within 0 s",
            "outbox: the database was not asked"
        ]
    );
    bench.health.limits.commit_proves = Duration::from_secs(20);
    bench.health.metrics.committed();
    drop(held);
    assert_eq!(bench.faults().await, [""; 0], "a young commit proves it");
}

#[tokio::test]
async fn a_messenger_that_is_not_heard_any_more_is_told() {
    let mut bench = Bench::start().await;
    bench.health.limits.heard_within = Duration::ZERO;
    tokio::time::sleep(Duration::from_millis(2)).await;
    assert_eq!(
        bench.faults().await,
        ["updates: nothing was heard of Telegram for 0 s"]
    );
    bench.health.limits.heard_within = Duration::from_secs(1000);
    bench.health.metrics.heard();
    assert_eq!(bench.faults().await, [""; 0]);
}

#[tokio::test]
async fn what_waits_and_does_not_leave_is_told_unless_it_is_held_or_calls_are_answered() {
    let mut bench = Bench::start().await;
    let now = bench.health.clock.now();
    let owed = Outgoing {
        lane: Lane::Notice,
        due_at: now,
        expires_at: now + chrono::TimeDelta::days(1),
        on_doubt: OnDoubt::Again,
        purpose: Purpose::Plain,
        call: Call::BotSettings,
    };
    bench
        .write(async |tx| outbox::enqueue_now(tx, &owed).await.map(drop))
        .await;
    bench.health.limits.due_within = Duration::from_millis(5);
    assert_eq!(
        bench.faults().await,
        [""; 0],
        "it is seen for the first time"
    );
    tokio::time::sleep(Duration::from_millis(10)).await;
    assert_eq!(
        bench.faults().await,
        ["outbox: something has waited for 0 s, and no call was answered for 0 s"]
    );
    let officer = crate::types::UserId(7);
    bench
        .write(async |tx| pause_all::begin(tx, officer).await.map(drop))
        .await;
    assert_eq!(bench.faults().await, [""; 0], "held on purpose");
    bench
        .write(async |tx| pause_all::end(tx).await.map(drop))
        .await;
    bench.faults().await;
    tokio::time::sleep(Duration::from_millis(10)).await;
    bench.health.limits.due_within = Duration::from_millis(9);
    // On a busy machine more than that may pass between the answer and the look.
    let mut told = Vec::new();
    for _ in 0..100 {
        bench.health.metrics.recorded(&[]);
        told = bench.faults().await;
        if told.is_empty() {
            break;
        }
    }
    assert_eq!(told, [""; 0], "calls are being answered");
}

#[tokio::test]
async fn an_answer_is_good_for_a_while_however_often_it_is_asked_for() {
    let mut bench = Bench::start().await;
    bench.health.limits.good_for = Duration::from_secs(1000);
    let first = bench.health.exposition().await.expect("figures");
    let mut rng = StdRng::seed_from_u64(3);
    let held = bench.health.db.begin(bench.health.clock.now(), &mut rng);
    let _held = held.await.expect("a transaction");
    let second = bench.health.exposition().await;
    assert_eq!(second, Some(first), "without the database");
}
