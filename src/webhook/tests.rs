//! The writer against a door that fails on purpose, and the keeper against a Bot API of a few lines.

use std::sync::Mutex;

use serde_json::json;
use tokio::sync::{Notify, oneshot};

use super::*;
use crate::clock::Clock;
use crate::db::Db;
use crate::event::Event;
use crate::store::StoreError;
use crate::telegram::ALLOWED;
use crate::telegram::fake::{Answer, Asked, Fake};
use crate::types::UpdateId;

/// A writer at work, and what it handed in.
struct Bench {
    arrivals: mpsc::Sender<Arrival>,
    handed_in: Arc<Mutex<Vec<Vec<i64>>>>,
    /// Each batch waits for it.
    goes_on: Arc<Notify>,
    writer: tokio::task::JoinHandle<anyhow::Result<()>>,
    stop: CancellationToken,
    _folder: tempfile::TempDir,
}

impl Bench {
    /// The door fails so many times.
    #[expect(clippy::disallowed_methods, reason = "the runtime of the test ends it")]
    async fn start(failures: usize) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&folder.path().join("nhip.db"))
            .await
            .expect("a database");
        let (arrivals, waiting) = mpsc::channel(WAITING_MAX);
        let (handed_in, goes_on) = (Arc::<Mutex<Vec<_>>>::default(), Arc::new(Notify::new()));
        let (seen, gate) = (handed_in.clone(), goes_on.clone());
        let stop = CancellationToken::new();
        let writer = Writer {
            intake: Intake {
                db,
                clock: Clock::real(),
                rng: rand::SeedableRng::seed_from_u64(1),
                on_updates: async move |_: &mut Tx, batch: &[Inbound]| {
                    gate.notified().await;
                    let mut seen = seen.lock().expect("no panic");
                    seen.push(batch.iter().map(|update| update.id.0).collect());
                    if seen.len() <= failures {
                        return Err(StoreError::from(sqlx::Error::PoolTimedOut));
                    }
                    Ok(())
                },
                handled: [Arc::default(), Arc::default()],
                metrics: Arc::default(),
            },
            arrivals: waiting,
            back_by: watch::Sender::new(Instant::now()),
            stop: stop.clone(),
        };
        Self {
            arrivals,
            handed_in,
            goes_on,
            writer: tokio::spawn(writer.run()),
            stop,
            _folder: folder,
        }
    }

    fn arrives(&self, id: i64) -> oneshot::Receiver<bool> {
        let (durable, answer) = oneshot::channel();
        let update = Inbound {
            id: UpdateId(id),
            kind: "message",
            written: None,
            event: Event::Ignored,
        };
        let arrival = Arrival { update, durable };
        self.arrivals.try_send(arrival).expect("there is room");
        answer
    }

    fn handed_in(&self) -> Vec<Vec<i64>> {
        self.handed_in.lock().expect("no panic").clone()
    }
}

#[tokio::test]
async fn all_that_waits_is_one_batch_and_nobody_is_answered_before_it_is_durable() {
    let bench = Bench::start(0).await;
    let mut first = bench.arrives(1);
    // The writer has taken the first one, and its transaction is open.
    while bench.arrivals.capacity() < WAITING_MAX {
        tokio::task::yield_now().await;
    }
    let (mut second, mut third) = (bench.arrives(2), bench.arrives(3));
    tokio::task::yield_now().await;
    assert!(first.try_recv().is_err(), "answered before its commit");
    bench.goes_on.notify_one();
    assert_eq!(first.await, Ok(true));
    assert!(second.try_recv().is_err() && third.try_recv().is_err());
    bench.goes_on.notify_one();
    assert_eq!((second.await, third.await), (Ok(true), Ok(true)));
    assert_eq!(bench.handed_in(), [vec![1], vec![2, 3]]);
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_and_the_next_delivery_is_tried_anew() {
    let bench = Bench::start(1).await;
    let refused = bench.arrives(1);
    bench.goes_on.notify_one();
    assert_eq!(refused.await, Ok(false));
    let again = bench.arrives(1);
    bench.goes_on.notify_one();
    assert_eq!(again.await, Ok(true));
}

#[tokio::test]
async fn a_stop_keeps_and_answers_what_was_accepted_and_takes_no_more() {
    let mut bench = Bench::start(0).await;
    let first = bench.arrives(1);
    while bench.arrivals.capacity() < WAITING_MAX {
        tokio::task::yield_now().await;
    }
    let second = bench.arrives(2);
    bench.stop.cancel();
    bench.goes_on.notify_one();
    assert_eq!(first.await, Ok(true));
    bench.goes_on.notify_one();
    assert_eq!(second.await, Ok(true));
    let ended = (&mut bench.writer).await;
    ended.expect("no panic").expect("a clean end");
    assert_eq!(bench.handed_in(), [[1], [2]]);
    assert!(bench.arrivals.is_closed());
}

const URL: &str = "https://bot.example.vn/nhip";

#[expect(clippy::disallowed_methods, reason = "the runtime of the test ends it")]
async fn kept(
    answers: impl Fn(&Asked) -> Answer + Send + Sync + 'static,
) -> (
    Fake,
    CancellationToken,
    tokio::task::JoinHandle<anyhow::Result<()>>,
) {
    let (fake, api) = Fake::start(answers).await;
    let stop = CancellationToken::new();
    let keeper = Keeper {
        api,
        url: URL.to_owned(),
        look_every: Duration::from_millis(10),
        metrics: Arc::default(),
        stop: stop.clone(),
    };
    (fake, stop, tokio::spawn(keeper.run()))
}

#[tokio::test]
async fn the_messenger_is_told_the_address_what_is_wanted_and_the_secret() {
    let (fake, stop, keeper) = kept(|asked| match asked.method.as_str() {
        "SetWebhook" => Answer::done(&json!(true)),
        _ => Answer::done(&json!({ "url": URL, "pending_update_count": 0 })),
    })
    .await;
    let asked = fake.until(4).await;
    stop.cancel();
    keeper.await.expect("no panic").expect("a clean end");
    let methods: Vec<&str> = asked.iter().map(|asked| asked.method.as_str()).collect();
    assert_eq!(methods[..2], ["SetWebhook", "GetWebhookInfo"]);
    let set = methods.iter().filter(|method| **method == "SetWebhook");
    assert_eq!(set.count(), 1, "as long as it stays as it is");
    let told = &asked[0].body;
    assert_eq!(told["url"], URL);
    assert_eq!(told["allowed_updates"], json!(ALLOWED));
    assert_eq!(told["max_connections"], 100);
    assert!(
        told["drop_pending_updates"].is_null(),
        "what waits is wanted"
    );
    let secret = told["secret_token"].as_str().expect("a secret");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-".contains(&byte);
    assert!(secret.len() == 64 && secret.bytes().all(plain), "{secret}");
}

#[tokio::test]
async fn a_webhook_that_somebody_else_has_changed_is_set_anew() {
    let (fake, _stop, _keeper) = kept(|asked| match asked.method.as_str() {
        "SetWebhook" => Answer::done(&json!(true)),
        _ => Answer::done(&json!({ "url": "", "pending_update_count": 3 })),
    })
    .await;
    let asked = fake.until(3).await;
    let methods: Vec<&str> = asked.iter().map(|asked| asked.method.as_str()).collect();
    assert_eq!(methods[..3], ["SetWebhook", "GetWebhookInfo", "SetWebhook"]);
}

#[tokio::test]
async fn a_wrong_token_ends_it_and_a_refusal_does_not() {
    let (_fake, _stop, keeper) = kept(|_| Answer::refused(401, "Unauthorized")).await;
    let ended = keeper.await.expect("no panic").expect_err("it gives up");
    assert!(ended.to_string().contains("does not know this bot token"));
    let refusal = "Bad Request: bad webhook: Failed to resolve host: Name or service not known";
    let (fake, stop, keeper) = kept(move |_| Answer::refused(400, refusal)).await;
    fake.until(1).await;
    stop.cancel();
    keeper.await.expect("no panic").expect("it was waiting");
}

#[test]
fn what_keeps_the_messenger_from_delivering_is_told_only_while_something_waits() {
    let mut info = WebhookInfo {
        url: URL.to_owned(),
        pending: 0,
        last_error: Some("Connection refused".to_owned()),
    };
    assert_eq!(trouble(&info), None, "that was long ago");
    info.pending = 12;
    let told = trouble(&info).expect("trouble");
    assert!(told.contains("cannot deliver 12 updates: Connection refused"));
}
