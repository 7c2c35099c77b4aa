//! A server that is lost: a backup in the middle of a storm of answers and a broadcast, the bot killed some time later,
//! the backup restored in another folder, and another bot over it on the same messenger.
//!
//! Knows how to count what was kept and what came twice. Must not know any rule.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use nhip::backup::{self, Order, Target};
use nhip::bot::Updates;
use nhip::event::Button;
use rand::rngs::StdRng;
use rand::{Rng, RngExt};
use telegram_sandbox::Limits;
use tempfile::TempDir;
use tokio::time::sleep;

use super::crowd::{self, Crowd, FIRST, WORDS};
use super::setup::Mode;
use super::{Database, OFFICER};
use crate::parts::FAST;

/// Tuesday, 11:40: the round is open, its item's window is over, and broadcasts may go.
const TUESDAY: &str = "2026-11-24 11:40";

/// How updates come in.
const POLLED: Updates = Updates::Polled(Duration::from_secs(2));

/// Between two looks of the storm at its screens.
const GUST: Duration = Duration::from_millis(5);

/// What came of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Loss {
    /// Answers that were durable when the backup began.
    pub answers: usize,
    /// Those of them that the restored database does not have.
    pub answers_lost: usize,
    /// Members who had the broadcast when the backup began, and when the bot was killed.
    pub reached: (usize, usize),
    /// Those of whom the restored ledger says that nobody knows.
    pub in_doubt: i64,
    /// Members with two copies, in the end.
    pub twice: usize,
    /// How long the backup took.
    pub backup: Duration,
}

/// Loses a server once.
pub async fn lose(members: i64, answering: i64, rng: &mut StdRng) -> anyhow::Result<Loss> {
    let crowd =
        Crowd::gather_at(TUESDAY, Mode::Polling, (members, Limits::default(), FAST)).await?;
    let (backups, elsewhere) = (TempDir::new()?, TempDir::new()?);
    let world = &crowd.world;
    let url = world.sandbox().url();
    let bot = crowd::bot(&url, &world.path(), FAST, world.clock().now(), POLLED).await?;
    for user in FIRST..FIRST + answering {
        world.sandbox().say(user, user, "/tracnghiem");
    }
    let asked = async || (FIRST..FIRST + answering).all(|user| !offered(&crowd, user).is_empty());
    world.until("everybody has a quiz", asked).await;
    let (mut storm, mut loss) = (Storm::new(answering, rng), Loss::default());
    let some_answers = async || !answers(world.database()).await.is_empty();
    let answered = world.until("some have answered", some_answers);
    storm.blows_until(&crowd, answered).await;
    crowd.broadcasts().await;
    // Somewhere in the middle of it.
    let some = rng.random_range(1..members.max(2));
    let begun = async || reached(&crowd, members) >= usize::try_from(some).unwrap_or(1);
    let midst = crowd.world.until("some have the broadcast", begun);
    storm.blows_until(&crowd, midst).await;
    let before = answers(world.database()).await;
    loss.answers = before.len();
    loss.reached.0 = reached(&crowd, members);
    let since = Instant::now();
    let target = Target::Folder(backups.path().to_owned(), None);
    let path = world.path();
    let made = backup::take(&path, target, None, world.clock().now());
    let made = storm
        .blows_until(&crowd, made)
        .await
        .context("the backup")?;
    loss.backup = since.elapsed();
    let lives_on = sleep(Duration::from_millis(rng.random_range(0..400)));
    storm.blows_until(&crowd, lives_on).await;
    bot.kill().await;
    loss.reached.1 = reached(&crowd, members);

    let database = elsewhere.path().join("nhip.db");
    let order = Order {
        file: &made.path,
        database: &database,
        identity: None,
        force: false,
    };
    let restored = backup::restore(order, world.clock().now()).await?;
    loss.in_doubt = restored.restore.in_doubt;
    let bot = crowd::bot(&url, &database, FAST, world.clock().now(), POLLED).await?;
    let eye = Database::open(&database).await;
    let kept = answers(&eye).await;
    loss.answers_lost = before.difference(&kept).count();
    settles(&crowd, &eye).await;
    world.sandbox().say(OFFICER, OFFICER, "/guitrolai");
    let goes_on = async || eye.number("SELECT count(*) FROM pause_all").await == 0;
    world.until("an owner lets it go on", goes_on).await;
    settles(&crowd, &eye).await;
    loss.twice = (FIRST..FIRST + members)
        .filter(|user| copies(&crowd, *user) > 1)
        .count();
    bot.stop().await?;
    eye.close().await;
    ensure!(made.path.exists(), "a backup stays where it was put");
    world.clone().ends_in_debt().await;
    Ok(loss)
}

async fn settles(crowd: &Crowd, eye: &Database) {
    let world = &crowd.world;
    let still = async || {
        let at_work = "SELECT count(*) FROM broadcasts WHERE state IN ('running', 'paused')";
        world.sandbox().pending() == 0
            && eye.in_hand(world.clock().now()).await == 0
            && eye.number(at_work).await == 0
    };
    world.until("the new bot comes to rest", still).await;
}

fn copies(crowd: &Crowd, user: i64) -> usize {
    let messages = crowd.world.sandbox().messages(user);
    // Below the words is whom they are from.
    let ours = messages.iter().filter(|one| one.text.starts_with(WORDS));
    ours.count()
}

fn reached(crowd: &Crowd, members: i64) -> usize {
    (FIRST..FIRST + members)
        .filter(|user| copies(crowd, *user) > 0)
        .count()
}

/// Every answer that is durable: whose, where, which letter.
async fn answers(database: &Database) -> BTreeSet<String> {
    let query = "SELECT m.user_id, q.place, q.letter FROM quiz_questions AS q
         JOIN quizzes AS z ON z.id = q.quiz_id JOIN members AS m ON m.id = z.member_id WHERE q.letter IS NOT NULL";
    database.lines(query).await.into_iter().collect()
}

/// The buttons of a quiz that are on somebody's phone, newest first.
fn offered(crowd: &Crowd, user: i64) -> Vec<(i64, String)> {
    let messages = crowd.world.sandbox().recent(user, 10);
    let keys = messages.iter().rev().flat_map(|message| {
        let keys = message.keyboard.iter().flatten();
        keys.filter_map(|key| Some((message.id, key.data.clone()?)))
    });
    keys.filter(|(_, data)| {
        matches!(
            Button::parse(data),
            Some(Button::Answer(..) | Button::Next(..))
        )
    })
    .collect()
}

/// Members who go on answering, a few at a time.
struct Storm {
    answering: i64,
    rng: StdRng,
}

impl Storm {
    fn new(answering: i64, rng: &mut StdRng) -> Self {
        use rand::SeedableRng;
        Self {
            answering,
            rng: StdRng::seed_from_u64(rng.next_u64()),
        }
    }

    fn blows(&mut self, crowd: &Crowd) {
        for _ in 0..4 {
            let user = FIRST + self.rng.random_range(0..self.answering);
            let offered = offered(crowd, user);
            if let Some((message, data)) =
                offered.get(self.rng.random_range(0..offered.len().max(1)))
            {
                crowd.world.sandbox().tap_data(user, user, *message, data);
            }
        }
    }

    async fn blows_until<T>(&mut self, crowd: &Crowd, over: impl Future<Output = T>) -> T {
        tokio::pin!(over);
        loop {
            tokio::select! {
                done = &mut over => return done,
                () = sleep(GUST) => self.blows(crowd),
            }
        }
    }
}

/// How long answers take: without a backup, and while one is made of a database of that many members.
pub async fn replies(
    members: i64,
    probes: usize,
) -> anyhow::Result<(Vec<Duration>, Vec<Duration>, Duration)> {
    let crowd = Crowd::gather_at(TUESDAY, Mode::Polling, (1, Limits::default(), FAST)).await?;
    crowd.enrols(members).await;
    let backups = TempDir::new()?;
    let (url, path) = (crowd.world.sandbox().url(), crowd.world.path());
    let now = crowd.world.clock().now();
    let bot = crowd::bot(&url, &path, FAST, now, POLLED).await?;
    let (mut calm, mut meanwhile) = (Vec::new(), Vec::new());
    for _ in 0..probes {
        calm.push(answered(&crowd).await);
    }
    let since = Instant::now();
    let backup = into(&path, backups.path(), now);
    tokio::pin!(backup);
    let took = loop {
        tokio::select! {
            made = &mut backup => {
                made?;
                break since.elapsed();
            }
            took = answered(&crowd) => meanwhile.push(took),
        }
    };
    bot.stop().await?;
    crowd.world.clone().ends_in_debt().await;
    Ok((calm, meanwhile, took))
}

async fn into(
    path: &Path,
    folder: &Path,
    now: chrono::DateTime<chrono::Utc>,
) -> anyhow::Result<()> {
    let target = Target::Folder(folder.to_owned(), None);
    backup::take(path, target, None, now).await.map(drop)
}

/// From a word of the officer's to the bot's.
async fn answered(crowd: &Crowd) -> Duration {
    let sandbox = crowd.world.sandbox();
    let before = sandbox.messages(OFFICER).len();
    let since = Instant::now();
    sandbox.say(OFFICER, OFFICER, "/trogiup");
    // Their own word, and the answer.
    while sandbox.messages(OFFICER).len() < before + 2 {
        sleep(Duration::from_millis(1)).await;
    }
    since.elapsed()
}
