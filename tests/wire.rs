//! The bot and the messenger over real HTTP: what a fault, a stop or a kill may cost.
//!
//! Each test is a story of people who write and must be answered. The sandbox is the messenger.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use nhip::bot::{self, Bot, Parts};
use nhip::campaign::Campaign;
use nhip::clock::Clock;
use nhip::core::{Core, Rules};
use nhip::db::Db;
use nhip::pace::Pace;
use nhip::schedule::Cadence;
use nhip::telegram::Api;
use nhip::text::{Texts, Words};
use telegram_sandbox::{Fault, FaultKind, Limits, Options, Sandbox};

const FAST: Pace = Pace {
    per_second: 10_000,
    chat_per_second: 10_000,
    group_per_minute: 10_000,
};

/// How long a story may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

struct Stage {
    sandbox: Sandbox,
    core: Arc<Core>,
    clock: Clock,
    pace: Pace,
    folder: tempfile::TempDir,
}

impl Stage {
    async fn new(limits: Limits, pace: Pace) -> Self {
        let monday: DateTime<Utc> = "2026-11-23T00:00:00Z".parse().unwrap();
        let clock = Clock::starting(monday, 1.0);
        let now = clock.clone();
        let mut options = Options::new(Arc::new(move || now.now()));
        options.limits = limits;
        options.bot_username = "nhip_bot".to_owned();
        let sandbox = Sandbox::start("127.0.0.1:0".parse().unwrap(), options)
            .await
            .unwrap();
        let texts = Texts::built_in(&Words::default()).expect("sound texts");
        let rules = Rules {
            username: "nhip_bot".to_owned(),
            owners: BTreeSet::new(),
            cadence: Cadence::default(),
        };
        let campaign = Campaign::built_in().expect("a sound campaign");
        Self {
            sandbox,
            core: Arc::new(Core::new(texts, campaign, rules)),
            clock,
            pace,
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn api(&self) -> Api {
        Api::new(&self.sandbox.url(), "42:test".to_owned().into()).unwrap()
    }

    async fn bot(&self) -> Bot {
        let file: &Path = &self.folder.path().join("nhip.db");
        let parts = Parts {
            core: self.core.clone(),
            db: Db::open(file).await.unwrap(),
            clock: self.clock.clone(),
            api: self.api(),
            pace: self.pace,
            poll_timeout: Duration::from_secs(60),
            seed: Some(7),
        };
        Bot::start(parts).await.unwrap()
    }

    /// So many people, each of whom has asked for help.
    fn people(&self, count: usize) -> Vec<i64> {
        let people = (0..count).map(|n| self.sandbox.add_user(&format!("Người {n}"), "vi"));
        let people: Vec<_> = people.collect();
        for person in &people {
            self.sandbox.say(*person, *person, "/help");
        }
        people
    }

    fn answers(&self, person: i64) -> usize {
        let messages = self.sandbox.messages(person);
        messages.iter().filter(|message| message.from_bot).count()
    }

    fn answered(&self, people: &[i64]) -> usize {
        people
            .iter()
            .filter(|person| self.answers(**person) > 0)
            .count()
    }

    async fn until_answered(&self, people: &[i64], patience: Duration) {
        let started = Instant::now();
        while self.answered(people) < people.len() {
            let answered = self.answered(people);
            assert!(
                started.elapsed() < patience,
                "{answered} of {} answered",
                people.len()
            );
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    fn misfortune(&self, method: &str, times: Option<u32>, kind: FaultKind) {
        self.sandbox.fault(Fault {
            method: Some(method.to_owned()),
            chat: None,
            times,
            kind,
        });
    }

    /// Waits until nothing is owed or claimed any more.
    async fn until_clean(&self) {
        let db = Db::open(&self.folder.path().join("nhip.db")).await.unwrap();
        let mut left = i64::MAX;
        for _ in 0..500 {
            let mut rng = rand::SeedableRng::seed_from_u64(1);
            let mut tx = db.begin(self.clock.now(), &mut rng).await.unwrap();
            left = nhip::store::outbox::in_hand(&mut tx).await.unwrap();
            drop(tx);
            if left == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{left} rows are left");
    }
}

#[tokio::test]
async fn whoever_writes_is_answered_and_the_bot_stops_within_a_moment() {
    let stage = Stage::new(Limits::default(), FAST).await;
    let me = bot::introduce(&stage.api()).await.unwrap();
    assert_eq!(me.username, "nhip_bot");
    let bot = stage.bot().await;
    let people = stage.people(50);
    stage.until_answered(&people, PATIENCE).await;
    stage.until_clean().await;
    let stopped = tokio::time::timeout(PATIENCE, bot.stop()).await;
    stopped.expect("no poll is waited for").unwrap();
    for person in people {
        assert_eq!(stage.answers(person), 1);
    }
}

#[tokio::test]
async fn at_the_default_pace_the_messenger_hardly_ever_has_to_refuse() {
    let limits = Limits {
        enforced: true,
        ..Limits::default()
    };
    let stage = Stage::new(limits, Pace::default()).await;
    let bot = stage.bot().await;
    let people = stage.people(70);
    stage.until_answered(&people, PATIENCE).await;
    let sends = stage.sandbox.calls();
    let sends = sends.iter().filter(|(method, _)| method == "SendMessage");
    // A machine that stalls for a second bunches some on their way; without a pace forty would be refused, again and again.
    let sends = sends.count();
    assert!((70..80).contains(&sends), "{sends} calls for 70 people");
    for person in people {
        assert_eq!(stage.answers(person), 1);
    }
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn no_misfortune_on_the_way_loses_an_answer() {
    let story = async |kind: FaultKind, copies: usize| {
        let stage = Stage::new(Limits::default(), FAST).await;
        let told = format!("{kind:?}");
        stage.misfortune("sendMessage", Some(2), kind);
        let bot = stage.bot().await;
        let people = stage.people(4);
        stage.until_answered(&people, PATIENCE).await;
        stage.until_clean().await;
        bot.stop().await.unwrap();
        for person in people {
            let answers = stage.answers(person);
            assert!((1..=copies).contains(&answers), "{told}: {answers}");
        }
    };
    tokio::join!(
        story(server_error(502, true), 1),
        story(server_error(500, false), 1),
        story(FaultKind::TooManyRequests { retry_after: 1 }, 1),
        story(FaultKind::CutBefore, 1),
        story(FaultKind::GarbledReply, 1),
        // The one that nobody can tell from a call that was not handled.
        story(FaultKind::CutAfter, 2),
    );
}

#[tokio::test]
async fn polls_that_fail_lose_nothing() {
    let story = async |kind: FaultKind| {
        let stage = Stage::new(Limits::default(), FAST).await;
        stage.misfortune("getUpdates", Some(2), kind);
        let people = stage.people(3);
        let bot = stage.bot().await;
        stage.until_answered(&people, PATIENCE).await;
        stage.until_clean().await;
        bot.stop().await.unwrap();
        for person in people {
            assert_eq!(stage.answers(person), 1);
        }
    };
    tokio::join!(
        story(server_error(502, true)),
        story(FaultKind::TooManyRequests { retry_after: 1 }),
        story(FaultKind::CutBefore),
        story(FaultKind::CutAfter),
        story(FaultKind::GarbledReply),
    );
}

fn server_error(code: u16, html_body: bool) -> FaultKind {
    FaultKind::ServerError { code, html_body }
}

#[tokio::test]
async fn stopped_in_the_middle_it_goes_on_where_it_was() {
    let stage = Stage::new(Limits::default(), FAST).await;
    stage.misfortune(
        "sendMessage",
        None,
        FaultKind::Delay(Duration::from_millis(150)),
    );
    let people = stage.people(120);
    for _ in 0..3 {
        let bot = stage.bot().await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        bot.stop().await.unwrap();
    }
    let bot = stage.bot().await;
    stage.until_answered(&people, PATIENCE).await;
    stage.until_clean().await;
    bot.stop().await.unwrap();
    for person in people {
        assert_eq!(stage.answers(person), 1);
    }
}

#[tokio::test]
async fn killed_in_the_middle_everybody_is_answered_and_only_what_was_in_the_air_twice() {
    let stage = Stage::new(Limits::default(), FAST).await;
    stage.misfortune(
        "sendMessage",
        None,
        FaultKind::Delay(Duration::from_millis(20)),
    );
    let people = stage.people(300);
    let kills = 5;
    for _ in 0..kills {
        let bot = stage.bot().await;
        tokio::time::sleep(Duration::from_millis(80)).await;
        bot.kill().await;
    }
    let bot = stage.bot().await;
    stage.until_answered(&people, PATIENCE).await;
    stage.until_clean().await;
    bot.stop().await.unwrap();
    let copies: usize = people.iter().map(|person| stage.answers(*person) - 1).sum();
    // At most what was in the air at each kill.
    assert!(copies <= kills * 128, "{copies} copies");
}

#[tokio::test]
async fn a_wrong_token_ends_the_bot_with_a_sentence() {
    let mut stage = Stage::new(Limits::default(), FAST).await;
    let mut options = Options::new(Arc::new(|| DateTime::UNIX_EPOCH));
    options.token = Some("43:other".to_owned());
    stage.sandbox = Sandbox::start("127.0.0.1:0".parse().unwrap(), options)
        .await
        .unwrap();
    let refused = bot::introduce(&stage.api()).await.unwrap_err();
    assert!(refused.to_string().contains("@BotFather"));
    let mut bot = stage.bot().await;
    let ended = tokio::time::timeout(Duration::from_secs(5), bot.wait()).await;
    assert!(ended.unwrap().to_string().contains("@BotFather"));
}
