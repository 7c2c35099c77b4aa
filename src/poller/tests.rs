//! The poller against a Bot API of a few lines and a door that fails on purpose.

use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::*;
use crate::clock::Clock;
use crate::db::Db;
use crate::store::{Result, StoreError};
use crate::telegram::ALLOWED;
use crate::telegram::fake::{Answer, Asked, Fake};

/// A poller at work, and what it handed in.
struct Bench {
    fake: Fake,
    handed_in: Arc<Mutex<Vec<Vec<i64>>>>,
    db: Db,
    poller: tokio::task::JoinHandle<anyhow::Result<()>>,
    stop: CancellationToken,
    _folder: tempfile::TempDir,
}

type Door = fn(count: usize, ids: &[i64]) -> Result;

impl Bench {
    #[expect(clippy::disallowed_methods, reason = "the runtime of the test ends it")]
    async fn start(door: Door, script: impl Fn(&Asked) -> Answer + Send + Sync + 'static) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&folder.path().join("nhip.db"))
            .await
            .expect("a database");
        let (fake, api) = Fake::start(script).await;
        let stop = CancellationToken::new();
        let handed_in = Arc::new(Mutex::new(Vec::new()));
        let seen = handed_in.clone();
        let poller = Poller {
            api,
            intake: Intake {
                db: db.clone(),
                clock: Clock::real(),
                rng: rand::SeedableRng::seed_from_u64(1),
                on_updates: async move |_: &mut Tx, batch: &[Inbound]| {
                    let ids: Vec<i64> = batch.iter().map(|update| update.id.0).collect();
                    let count = {
                        let mut seen = seen.lock().expect("no panic");
                        seen.push(ids.clone());
                        seen.len()
                    };
                    door(count, &ids)
                },
                handled: [Arc::default(), Arc::default()],
                metrics: Arc::default(),
            },
            back_by: watch::Sender::new(Instant::now()),
            timeout: Duration::from_secs(1),
            stop: stop.clone(),
        };
        Self {
            fake,
            handed_in,
            db,
            poller: tokio::spawn(poller.run()),
            stop,
            _folder: folder,
        }
    }

    fn handed_in(&self) -> Vec<Vec<i64>> {
        self.handed_in.lock().expect("no panic").clone()
    }
}

fn update(id: i64) -> Value {
    json!({ "update_id": id, "my_chat_member": null })
}

fn nothing() -> Answer {
    Answer::done(&json!([])).after(1000)
}

fn offsets(asked: &[Asked]) -> Vec<i64> {
    asked
        .iter()
        .filter_map(|asked| asked.body["offset"].as_i64())
        .collect()
}

#[tokio::test]
async fn each_batch_is_confirmed_by_its_own_last_id_even_if_the_ids_jump_back() {
    let bench = Bench::start(
        |_, _| Ok(()),
        |asked| match asked.body["offset"].as_i64() {
            Some(0) => Answer::done(&json!([update(900), update(901)])),
            Some(902) => Answer::done(&json!([update(17), { "no": "id" }, update(18)])),
            _ => nothing(),
        },
    )
    .await;
    let asked = bench.fake.until(3).await;
    assert_eq!(offsets(&asked), [0, 902, 19]);
    assert_eq!(bench.handed_in(), [[900, 901], [17, 18]]);
    for asked in asked {
        assert_eq!(asked.method, "GetUpdates");
        assert_eq!(asked.body["allowed_updates"], json!(ALLOWED));
        assert_eq!(asked.body["timeout"], 1);
    }
    bench.stop.cancel();
    bench.poller.await.expect("no panic").expect("a clean end");
}

#[tokio::test]
async fn a_batch_that_cannot_be_kept_is_tried_again_and_not_confirmed() {
    let bench = Bench::start(
        |count, _| match count {
            1 => Err(StoreError::from(sqlx::Error::PoolTimedOut)),
            _ => Ok(()),
        },
        |asked| match asked.body["offset"].as_i64() {
            Some(0) => Answer::done(&json!([update(5)])),
            _ => nothing(),
        },
    )
    .await;
    tokio::time::sleep(Duration::from_millis(700)).await;
    assert_eq!(bench.handed_in(), [[5]]);
    assert_eq!(offsets(&bench.fake.asked()), [0]);
    let asked = bench.fake.until(2).await;
    assert_eq!(bench.handed_in(), [[5], [5]]);
    assert_eq!(offsets(&asked), [0, 6]);
}

#[tokio::test]
async fn an_update_that_breaks_the_door_is_put_aside_and_the_others_go_on() {
    let mut bench = Bench::start(
        |_, ids| match ids.contains(&6) {
            true => Err(StoreError::Bug("a mistake of ours".to_owned())),
            false => Ok(()),
        },
        |asked| match asked.body["offset"].as_i64() {
            Some(0) => Answer::done(&json!([update(5), update(6), update(7)])),
            _ => nothing(),
        },
    )
    .await;
    bench.fake.until(2).await;
    assert_eq!(
        bench.handed_in(),
        [vec![5, 6, 7], vec![5], vec![6], vec![7]]
    );
    let mut tx = bench
        .db
        .begin(
            Clock::real().now(),
            &mut rand::SeedableRng::seed_from_u64(1),
        )
        .await
        .expect("a transaction");
    let aside: Vec<(i64, String)> = sqlx::query_as("SELECT update_id, cause FROM quarantine")
        .fetch_all(tx.connection())
        .await
        .expect("rows");
    assert_eq!(aside, [(6, "a mistake of ours".to_owned())]);
    bench.poller.abort();
    let _ = (&mut bench.poller).await;
}

#[tokio::test]
async fn trouble_is_waited_out_and_never_spun_on() {
    let conflict = || Answer::refused(409, "Conflict: terminated by other getUpdates request");
    let cases: [(fn() -> Answer, usize); 4] = [
        (conflict, 1),
        (|| Answer::refused(500, "Internal Server Error"), 2),
        (|| Answer::wait(5), 1),
        // Held for no time at all: as from a server that does not know long polls.
        (|| Answer::done(&json!([])), 4),
    ];
    let stories = cases.map(async |(answer, most)| {
        let bench = Bench::start(|_, _| Ok(()), move |_| answer()).await;
        tokio::time::sleep(Duration::from_millis(1700)).await;
        let count = bench.fake.asked().len();
        assert!((1..=most).contains(&count), "asked {count} times");
        bench.stop.cancel();
        bench.poller.await.expect("no panic").expect("a clean end");
    });
    futures_util::future::join_all(stories).await;
}

#[tokio::test]
async fn a_webhook_left_by_whoever_ran_before_is_removed_once_and_what_waits_is_kept() {
    let conflict = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    let removed = std::sync::atomic::AtomicUsize::new(0);
    let bench = Bench::start(
        |_, _| Ok(()),
        move |asked| match (asked.method.as_str(), asked.body["offset"].as_i64()) {
            ("DeleteWebhook", _) => {
                removed.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                Answer::done(&json!(true))
            }
            (_, Some(0)) if removed.load(std::sync::atomic::Ordering::SeqCst) == 1 => {
                Answer::done(&json!([update(5)]))
            }
            // Another program's, set later: this one does not fight with it.
            _ => Answer::refused(409, conflict),
        },
    )
    .await;
    let asked = bench.fake.until(4).await;
    let methods: Vec<&str> = asked.iter().map(|asked| asked.method.as_str()).collect();
    assert_eq!(
        methods,
        ["GetUpdates", "DeleteWebhook", "GetUpdates", "GetUpdates"]
    );
    assert_eq!(asked[1].body, json!({ "drop_pending_updates": false }));
    assert_eq!(bench.handed_in(), [[5]]);
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(bench.fake.asked().len(), 4, "it waits");
}
