//! The sender against a Bot API of a few lines, with a door that does what the core does to rows.

use crate::outgoing::Reason;
use std::collections::BTreeMap;
use std::sync::Mutex;

use chrono::TimeDelta;
use serde_json::json;

use super::*;
use crate::outgoing::{Call, Lane, OnDoubt, Outcome, Outgoing, Purpose};
use crate::pace::Pace;
use crate::store::{Result, StoreError};
use crate::telegram::fake::{Answer, Asked, Fake};
use crate::types::{ChatId, OutboxId};

/// Fast enough that only what a test is about takes time.
const FAST: Pace = Pace {
    per_second: 10_000,
    chat_per_second: 10_000,
    group_per_minute: 10_000,
};

fn monday() -> DateTime<Utc> {
    "2026-11-23T00:00:00Z".parse().expect("a date")
}

/// A sender at work, the database it works on and the outcomes it handed in.
struct Bench {
    fake: Fake,
    db: Db,
    clock: Clock,
    wake: Arc<Notify>,
    stop: CancellationToken,
    handed_in: Arc<Mutex<Vec<Delivery>>>,
    sender: tokio::task::JoinHandle<anyhow::Result<()>>,
    _folder: tempfile::TempDir,
}

/// What the door says to an answer before it is recorded; counts from one.
type Mood = fn(count: usize, answers: &[Delivery]) -> Result;

async fn settle(tx: &mut Tx, answer: &Delivery) -> Result {
    match &answer.outcome {
        Outcome::Sent(_) => outbox::sent(tx, &[answer.id]).await,
        Outcome::RetryAfter { .. } | Outcome::Untried => {
            outbox::requeue(tx, answer.id, false).await
        }
        Outcome::Failed { .. } => outbox::requeue(tx, answer.id, true).await,
        // The message is gone: its new words come as a new one.
        Outcome::Stale { .. } => {
            let Call::Edit { chat, text, .. } = outbox::call(tx, answer.id).await? else {
                return outbox::end(tx, answer.id, End::Stale, &Reason::MessageGone).await;
            };
            let again = message(Lane::Reply, chat.0, &text).call;
            outbox::replace(tx, answer.id, &again).await
        }
        Outcome::Expired => outbox::end(tx, answer.id, End::Expired, &Reason::Expired).await,
        _ => outbox::end(tx, answer.id, End::Failed, &Reason::Forbidden).await,
    }
}

impl Bench {
    async fn start(
        pace: Pace,
        mood: Mood,
        owed: &[Outgoing],
        script: impl Fn(&Asked) -> Answer + Send + Sync + 'static,
    ) -> Self {
        let (fake, api) = Fake::start(script).await;
        Self::start_at(fake, api, pace, mood, owed).await
    }

    #[expect(clippy::disallowed_methods, reason = "the runtime of the test ends it")]
    async fn start_at(fake: Fake, api: Api, pace: Pace, mood: Mood, owed: &[Outgoing]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&folder.path().join("nhip.db"))
            .await
            .expect("a database");
        let clock = Clock::starting(monday(), 0.0);
        let (wake, stop) = (Arc::new(Notify::new()), CancellationToken::new());
        let handed_in = Arc::new(Mutex::new(Vec::new()));
        let seen = handed_in.clone();
        let count = std::sync::atomic::AtomicUsize::new(0);
        let on_delivery = async move |tx: &mut Tx, answers: &[Delivery]| {
            mood(
                count.fetch_add(1, std::sync::atomic::Ordering::SeqCst) + 1,
                answers,
            )?;
            for answer in answers {
                settle(tx, answer).await?;
            }
            seen.lock().expect("no panic").extend_from_slice(answers);
            Ok(())
        };
        let sender = Sender::new(
            (
                db.clone(),
                clock.clone(),
                rand::SeedableRng::seed_from_u64(1),
            ),
            (api, Pacer::new(pace, Instant::now())),
            on_delivery,
            [wake.clone(), Arc::default()],
            (Arc::default(), stop.clone()),
        );
        enqueue(&db, owed).await;
        Self {
            fake,
            db,
            clock,
            wake,
            stop,
            handed_in,
            sender: tokio::spawn(sender.run()),
            _folder: folder,
        }
    }

    async fn enqueue(&self, owed: &[Outgoing]) {
        enqueue(&self.db, owed).await;
        self.wake.notify_one();
    }

    /// State and attempts of what is left in the outbox.
    async fn rows(&self) -> Vec<(String, i64)> {
        let mut tx = begin(&self.db).await;
        sqlx::query_as("SELECT state, attempts FROM outbox ORDER BY id")
            .fetch_all(tx.connection())
            .await
            .expect("rows")
    }

    async fn until_empty(&self) {
        for _ in 0..500 {
            if self.rows().await.is_empty() {
                return;
            }
            sleep(Duration::from_millis(10)).await;
        }
        panic!("left over: {:?}", self.rows().await);
    }

    async fn stopped(self) -> (Vec<Delivery>, Vec<(String, i64)>) {
        self.stop.cancel();
        let rows = self.db.clone();
        self.sender.await.expect("no panic").expect("a clean end");
        let mut tx = begin(&rows).await;
        let rows = sqlx::query_as("SELECT state, attempts FROM outbox ORDER BY id")
            .fetch_all(tx.connection())
            .await
            .expect("rows");
        (self.handed_in.lock().expect("no panic").clone(), rows)
    }
}

async fn begin(db: &Db) -> Tx {
    let mut rng = rand::SeedableRng::seed_from_u64(1);
    db.begin(monday(), &mut rng).await.expect("a transaction")
}

async fn enqueue(db: &Db, owed: &[Outgoing]) {
    let mut tx = begin(db).await;
    for outgoing in owed {
        outbox::enqueue(&mut tx, outgoing).expect("written down");
    }
    tx.commit().await.expect("durable");
}

fn message(lane: Lane, chat: i64, text: &str) -> Outgoing {
    let call = Call::Send {
        chat: ChatId(chat),
        thread: None,
        text: text.to_owned(),
        keyboard: vec![],
        reply_to: None,
    };
    Outgoing {
        lane,
        due_at: monday(),
        expires_at: monday() + TimeDelta::hours(1),
        on_doubt: OnDoubt::Again,
        purpose: Purpose::Plain,
        call,
    }
}

fn toast() -> Outgoing {
    Outgoing {
        call: Call::Toast {
            query: "1".to_owned(),
            text: None,
            alert: false,
        },
        ..message(Lane::Reply, 0, "")
    }
}

fn content(_: usize, _: &[Delivery]) -> Result {
    Ok(())
}

fn sent() -> Answer {
    Answer::done(&json!({ "message_id": 1 }))
}

#[tokio::test]
async fn each_chat_gets_its_messages_in_their_order() {
    let owed: Vec<_> = (0..60)
        .map(|n| message(Lane::Notice, 1 + n % 7, &format!("{n:02}")))
        .collect();
    // Every third takes longer, so that chats overtake each other.
    let bench = Bench::start(FAST, content, &owed, |asked| {
        let slow = asked.body["chat_id"]
            .as_i64()
            .is_some_and(|chat| chat % 3 == 0);
        sent().after(if slow { 30 } else { 1 })
    })
    .await;
    bench.until_empty().await;
    let mut chats: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    for (chat, text) in bench.fake.texts() {
        chats.entry(chat).or_default().push(text);
    }
    assert_eq!(chats.values().map(Vec::len).sum::<usize>(), 60);
    for texts in chats.values() {
        assert!(texts.is_sorted(), "{texts:?}");
    }
}

#[tokio::test]
async fn the_parts_of_an_answer_keep_their_order_where_the_message_that_was_to_change_is_gone() {
    let part = |text: &str| message(Lane::Reply, 7, text);
    let first = Outgoing {
        call: Call::Edit {
            chat: ChatId(7),
            message: crate::types::MessageId(3),
            text: "1".to_owned(),
            keyboard: vec![],
            or_send: true,
        },
        ..part("")
    };
    let owed = [first, part("2"), part("3"), part("4")];
    let bench = Bench::start(FAST, content, &owed, |asked| {
        if asked.method.eq_ignore_ascii_case("editMessageText") {
            Answer::refused(400, "Bad Request: message to edit not found")
        } else {
            sent()
        }
    })
    .await;
    bench.until_empty().await;
    let said: Vec<String> = bench
        .fake
        .texts()
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    assert_eq!(
        said,
        ["1", "1", "2", "3", "4"],
        "the edit, and then all of it"
    );
}

#[tokio::test]
async fn what_is_past_its_time_is_not_sent() {
    let mut late = message(Lane::Notice, 1, "late");
    late.expires_at = monday();
    let owed = [late, message(Lane::Notice, 1, "in time")];
    let bench = Bench::start(FAST, content, &owed, |_| sent()).await;
    bench.fake.until(1).await;
    sleep(Duration::from_millis(100)).await;
    let (handed_in, rows) = bench.stopped().await;
    let expired = Delivery {
        id: OutboxId(1),
        outcome: Outcome::Expired,
    };
    assert!(handed_in.contains(&expired), "{handed_in:?}");
    assert_eq!(handed_in.len(), 2);
    assert_eq!(rows, [("expired".to_owned(), 1)]);
}

#[tokio::test]
async fn what_stands_behind_a_slow_call_can_expire_there() {
    let owed = [
        message(Lane::Notice, 1, "slow"),
        message(Lane::Notice, 1, "late"),
    ];
    let bench = Bench::start(FAST, content, &owed, |_| sent().after(300)).await;
    bench.fake.until(1).await;
    bench.clock.move_to(monday() + TimeDelta::hours(2));
    sleep(Duration::from_millis(500)).await;
    assert_eq!(bench.fake.texts().len(), 1);
    assert_eq!(bench.rows().await, [("expired".to_owned(), 1)]);
}

#[tokio::test]
async fn a_stop_records_what_is_on_its_way_and_gives_back_the_rest() {
    let owed: Vec<_> = (0..100)
        .map(|n| message(Lane::Bulk, 1 + n % 40, &n.to_string()))
        .collect();
    let bench = Bench::start(FAST, content, &owed, |_| sent().after(200)).await;
    let fake = bench.fake.clone();
    fake.until(10).await;
    let (handed_in, rows) = bench.stopped().await;
    let sent = handed_in
        .iter()
        .filter(|answer| matches!(answer.outcome, Outcome::Sent(_)));
    let sent = sent.count();
    assert_eq!(
        sent,
        fake.asked().len(),
        "what was asked was answered and recorded"
    );
    assert_eq!(rows, vec![("queued".to_owned(), 0); 100 - sent]);
}

#[tokio::test]
async fn a_reply_and_a_toast_pass_a_thousand_waiting_messages() {
    let owed: Vec<_> = (0..1000)
        .map(|n| message(Lane::Bulk, 1 + n, "bulk"))
        .collect();
    let bench = Bench::start(Pace::default(), content, &owed, |_| sent().after(50)).await;
    sleep(Duration::from_millis(1200)).await;
    bench
        .enqueue(&[message(Lane::Reply, 5000, "reply"), toast()])
        .await;
    let is_reply = |asked: &&Asked| asked.body["text"] == "reply";
    let is_toast = |asked: &&Asked| asked.method == "AnswerCallbackQuery";
    let both = async {
        loop {
            let asked = bench.fake.asked();
            if asked.iter().any(|one| is_reply(&one)) && asked.iter().any(|one| is_toast(&one)) {
                return asked;
            }
            sleep(Duration::from_millis(10)).await;
        }
    };
    let patience = Duration::from_secs(20);
    let asked = tokio::time::timeout(patience, both).await;
    let asked = asked.expect("a reply and a toast");
    let bulk = asked.iter().filter(|one| one.body["text"] == "bulk");
    assert!(bulk.count() < 500, "most of the thousand still wait");
}

#[tokio::test]
async fn room_that_comes_while_the_database_is_slow_is_not_slept_over() {
    // Recording takes longer than the pace asks to wait, and nothing is in the air meanwhile.
    let slow: Mood = |_, _| {
        std::thread::sleep(Duration::from_millis(60));
        Ok(())
    };
    let pace = Pace {
        per_second: 30,
        ..FAST
    };
    let owed: Vec<_> = (0..20).map(|n| message(Lane::Bulk, 1 + n, "x")).collect();
    let bench = Bench::start(pace, slow, &owed, |_| sent()).await;
    bench.until_empty().await;
    assert_eq!(bench.fake.asked().len(), 20);
}

#[tokio::test]
async fn without_a_connection_nothing_is_counted_or_lost() {
    let (fake, _) = Fake::start(|_| sent()).await;
    let nowhere = Api::new("http://127.0.0.1:1", "12:secret".to_owned().into()).expect("a way");
    let owed: Vec<_> = (0..10).map(|n| message(Lane::Reply, 1 + n, "x")).collect();
    let bench = Bench::start_at(fake, nowhere, FAST, content, &owed).await;
    sleep(Duration::from_millis(1500)).await;
    let (handed_in, rows) = bench.stopped().await;
    assert_eq!(rows, vec![("queued".to_owned(), 0); 10]);
    assert!(
        handed_in
            .iter()
            .all(|answer| answer.outcome == Outcome::Untried)
    );
    assert!(
        (10..=12).contains(&handed_in.len()),
        "{} tries",
        handed_in.len()
    );
}

#[tokio::test]
async fn an_answer_that_cannot_be_recorded_now_is_recorded_later_and_not_sent_twice() {
    let mood: Mood = |count, _| match count {
        1 => Err(StoreError::from(sqlx::Error::PoolTimedOut)),
        _ => Ok(()),
    };
    let owed = [message(Lane::Reply, 1, "x")];
    let bench = Bench::start(FAST, mood, &owed, |_| sent()).await;
    bench.until_empty().await;
    assert_eq!(bench.fake.asked().len(), 1);
    assert_eq!(bench.stopped().await.0.len(), 1);
}

#[tokio::test]
async fn an_answer_that_breaks_the_door_ends_only_its_own_row() {
    let mood: Mood = |_, answers| match answers.iter().any(|answer| answer.id == OutboxId(2)) {
        true => Err(StoreError::Bug("a mistake of ours".to_owned())),
        false => Ok(()),
    };
    let owed: Vec<_> = (0..4).map(|n| message(Lane::Reply, 1 + n, "x")).collect();
    let bench = Bench::start(FAST, mood, &owed, |_| sent()).await;
    bench.fake.until(4).await;
    sleep(Duration::from_millis(200)).await;
    let (handed_in, rows) = bench.stopped().await;
    assert_eq!(handed_in.len(), 3);
    assert_eq!(rows, [("failed".to_owned(), 1)]);
}

#[tokio::test]
async fn a_row_is_sent_when_its_time_comes_though_nobody_wakes_the_sender() {
    let mut tomorrow = message(Lane::Notice, 1, "tomorrow");
    tomorrow.due_at = monday() + TimeDelta::days(1);
    tomorrow.expires_at = monday() + TimeDelta::days(2);
    let bench = Bench::start(FAST, content, &[tomorrow], |_| sent()).await;
    sleep(Duration::from_millis(150)).await;
    assert!(bench.fake.asked().is_empty());
    bench.clock.move_to(monday() + TimeDelta::days(1));
    bench.fake.until(1).await;
}

#[tokio::test]
async fn a_chat_whose_pause_ends_while_the_database_is_busy_is_not_forgotten() {
    let pace = Pace {
        chat_per_second: 20,
        ..FAST
    };
    // What the pace turned back is recorded for longer than the pace asks to wait.
    let mood: Mood = |_, answers| {
        if answers
            .iter()
            .any(|answer| answer.outcome == Outcome::Untried)
        {
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    };
    let owed: Vec<_> = (0..6)
        .map(|number| message(Lane::Reply, 1, &format!("x{number}")))
        .collect();
    let bench = Bench::start(pace, mood, &owed, |_| sent()).await;
    bench.until_empty().await;
    assert_eq!(bench.fake.asked().len(), 6);
}

#[tokio::test]
async fn every_claimed_row_is_answered_for_exactly_once() {
    let (_fake, api) = Fake::start(|asked| {
        let chat = asked.body["chat_id"].as_i64().unwrap_or_default();
        match chat % 5 {
            0 => Answer::wait(1),
            1 => Answer::refused(403, "Forbidden: bot was blocked by the user"),
            2 => Answer::refused(500, "Internal Server Error").after(20),
            3 => sent().after(3_000),
            _ => sent(),
        }
    })
    .await;
    let pacer = Pacer::new(FAST, Instant::now());
    let mut in_flight = InFlight::new(api, Clock::starting(monday(), 0.0), pacer);
    let row = |id: i64| Claimed {
        id: OutboxId(id),
        attempts: 1,
        lane: Lane::Notice,
        expires_at: monday() + TimeDelta::hours(i64::from(id % 11 != 0)),
        call: message(Lane::Notice, 1 + id % 20, "x").call,
    };
    in_flight.accept((0..100).map(row).collect());
    for _ in 0..20 {
        let _ = tokio::time::timeout(Duration::from_millis(20), in_flight.join()).await;
    }
    in_flight.accept((100..150).map(row).collect());
    in_flight.give_back();
    in_flight.abandon().await;
    let mut ids: Vec<i64> = in_flight.done.iter().map(|answer| answer.id.0).collect();
    ids.sort_unstable();
    assert_eq!(ids, (0..150).collect::<Vec<_>>());
    let doubt = Outcome::Failed {
        reason: Reason::StoppedWhileSending,
        maybe_sent: true,
    };
    assert!(in_flight.done.iter().any(|answer| answer.outcome == doubt));
}
