//! Broadcasts, measured: kills at random moments, the rate at the messenger's own limits, memory.
//!
//! `cargo bench --bench broadcast -- kills --kills 500 --members 2000 [--storm]`, `… rate --members 10000`,
//! `… plain --members 10000`, `… memory --rows 1000000`, `… replies --members 5000`. This process is the emulated Telegram, the officer and the members; the bot is a child
//! process of its own, and a kill is SIGKILL.

#[path = "../../tests/broadcasts/stage.rs"]
mod stage;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand};
use futures_util::StreamExt;
use nhip::pace::Pace;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use stage::{FAST, FIRST, Stage};
use telegram_sandbox::{Fault, FaultKind, Limits};
use teloxide::adaptors::throttle;
use teloxide::requests::{Requester, RequesterExt};
use teloxide::types::ChatId;
use tokio::time::sleep;

/// After this without an end a broadcast has failed.
const PATIENCE: Duration = Duration::from_secs(900);

/// No limit but the machine's; the adaptor sets memory aside for as many messages.
const UNBOUND: u32 = 100_000;

#[derive(Parser)]
struct Cli {
    /// What `cargo bench` passes.
    #[arg(long, global = true)]
    bench: bool,
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Subcommand)]
enum What {
    /// SIGKILL at random moments, over as many broadcasts as it takes.
    Kills {
        #[arg(long, default_value_t = 500)]
        kills: u32,
        #[arg(long, default_value_t = 2_000)]
        members: i64,
        /// Refusals, server errors and cut connections besides.
        #[arg(long)]
        storm: bool,
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Messages a second while the emulated Telegram enforces its limits (0: none).
    Rate {
        #[arg(long, default_value_t = 10_000)]
        members: i64,
        #[arg(long, default_value_t = 30)]
        per_second: u32,
    },
    /// The same messages by a loop over teloxide's `send_message` with its `Throttle`: no ledger, no pause, no memory
    /// of who has it.
    Plain {
        #[arg(long, default_value_t = 10_000)]
        members: i64,
        #[arg(long, default_value_t = 30)]
        per_second: u32,
        /// Calls on their way at the same time.
        #[arg(long, default_value_t = 1)]
        at_once: usize,
    },
    /// How long an answer takes while a broadcast runs.
    Replies {
        #[arg(long, default_value_t = 5_000)]
        members: i64,
        #[arg(long, default_value_t = 50)]
        questions: usize,
    },
    /// The most memory held while so many rows are queued and sent from.
    Memory {
        #[arg(long, default_value_t = 1_000_000)]
        rows: i64,
        #[arg(long, default_value_t = 20)]
        seconds: u64,
    },
    /// The bot.
    Bot {
        url: String,
        database: PathBuf,
        per_second: u32,
        now: DateTime<Utc>,
    },
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    match cli.what {
        None => say(
            "nothing is measured without a word: kills, rate, plain, replies, memory; see --help",
        ),
        Some(What::Bot {
            url,
            database,
            per_second,
            now,
        }) => {
            let mut bot = stage::bot(&url, &database, pace(per_second), now).await?;
            bail!(bot.wait().await)
        }
        Some(What::Kills {
            kills: wanted,
            members,
            storm,
            seed,
        }) => kills(wanted, members, storm, seed).await?,
        Some(What::Rate {
            members,
            per_second,
        }) => rate(members, per_second).await?,
        Some(What::Plain {
            members,
            per_second,
            at_once,
        }) => plain(members, per_second, at_once).await?,
        Some(What::Replies { members, questions }) => replies(members, questions).await?,
        Some(What::Memory { rows, seconds }) => memory(rows, seconds).await?,
    }
    Ok(())
}

fn pace(per_second: u32) -> Pace {
    match per_second {
        0 => FAST,
        per_second => Pace {
            per_second,
            ..Pace::default()
        },
    }
}

/// The bot in a process of its own; it dies with this value.
struct Running(Child);

impl Running {
    fn start(stage: &Stage, per_second: u32) -> anyhow::Result<Self> {
        let child = Command::new(std::env::current_exe()?)
            .args(["bot", &stage.sandbox.url()])
            .arg(&stage.database)
            .args([per_second.to_string(), stage.clock.now().to_rfc3339()])
            .stdin(Stdio::null())
            .spawn()
            .context("the bot does not start")?;
        Ok(Self(child))
    }

    /// SIGKILL, and nothing of it runs any more.
    fn kill(&mut self) -> anyhow::Result<()> {
        self.0.kill()?;
        self.0.wait()?;
        Ok(())
    }

    fn peak_kb(&self) -> anyhow::Result<u64> {
        let status = std::fs::read_to_string(
            Path::new("/proc")
                .join(self.0.id().to_string())
                .join("status"),
        )?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let number = line.and_then(|line| line.split_whitespace().next());
        Ok(number.context("no VmHWM: is this Linux?")?.parse()?)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

async fn kills(wanted: u32, members: i64, storm: bool, seed: u64) -> anyhow::Result<()> {
    let mut rng = StdRng::seed_from_u64(seed);
    let (mut kills, mut broadcasts) = (0, 0);
    let (mut sent, mut unknown, mut doubts, mut worst) = (0, 0, 0, 0);
    while kills < wanted {
        let mut stage = Stage::new(members, Limits::default()).await?;
        let mut bot = Running::start(&stage, 0)?;
        stage.broadcasts().await?;
        let started = Instant::now();
        let mut cast = 0;
        let mut done = false;
        while !done {
            ensure!(started.elapsed() < PATIENCE, "a broadcast does not end");
            if storm {
                cast += misfortune(&stage, &mut rng);
            }
            sleep(Duration::from_millis(rng.random_range(5..400))).await;
            done = stage.is_done().await?;
            if kills < wanted && !done {
                bot.kill()?;
                kills += 1;
                let in_flight = stage.in_flight().await?;
                worst = worst.max(in_flight);
                doubts += in_flight;
                bot = Running::start(&stage, 0)?;
            }
        }
        bot.kill()?;
        let verdict = stage.verdict().await?;
        broadcasts += 1;
        sent += verdict.sent;
        unknown += verdict.unknown;
        doubts += cast;
        let sound = (verdict.lost, verdict.twice, verdict.wrong) == (0, 0, 0);
        ensure!(sound, "after {kills} kills, seed {seed}: {verdict:?}");
        say(&format!(
            "{kills} kills, {broadcasts} broadcasts: lost 0, twice 0, sent {sent}, unknown {unknown}, in flight at the kills and doubtful faults {doubts} (at most {worst} at once)"
        ));
        ensure!(
            i64::try_from(unknown)? <= doubts,
            "more in doubt than was in flight"
        );
        stage.sandbox.stop().await;
    }
    Ok(())
}

/// One of the misfortunes; how many messages it may leave in doubt.
fn misfortune(stage: &Stage, rng: &mut StdRng) -> i64 {
    let error = |code, html_body| FaultKind::ServerError { code, html_body };
    let (kind, doubtful) = match rng.random_range(0..6) {
        0 => (FaultKind::TooManyRequests { retry_after: 1 }, false),
        1 => (error(500, false), false),
        2 => (error(502, true), true),
        3 => (FaultKind::CutBefore, true),
        4 => (FaultKind::CutAfter, true),
        _ => (FaultKind::GarbledReply, false),
    };
    let times = rng.random_range(1..4);
    stage.sandbox.fault(Fault {
        method: Some("sendMessage".to_owned()),
        chat: None,
        times: Some(times),
        kind,
    });
    if doubtful { i64::from(times) } else { 0 }
}

async fn until_done(stage: &mut Stage, patience: Duration) -> anyhow::Result<()> {
    let started = Instant::now();
    while !stage.is_done().await? {
        ensure!(started.elapsed() < patience, "a broadcast does not end");
        sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

async fn rate(members: i64, per_second: u32) -> anyhow::Result<()> {
    let limits = Limits {
        enforced: per_second > 0,
        per_second: per_second.max(1),
        ..Limits::default()
    };
    let mut stage = Stage::new(members, limits).await?;
    let bot = Running::start(&stage, per_second)?;
    stage.broadcasts().await?;
    let started = Instant::now();
    until_done(&mut stage, PATIENCE).await?;
    let took = started.elapsed();
    let verdict = stage.verdict().await?;
    let sent = i64::try_from(verdict.sent)?;
    ensure!(sent == members, "{verdict:?}");
    let calls = stage.sandbox.calls();
    let to_members = calls
        .iter()
        .filter(|(method, chat)| method == "SendMessage" && chat.is_some_and(|chat| chat >= FIRST));
    // The log of calls is bounded; beyond that nothing can be said about repeats.
    let asked = to_members.count();
    let rate = f64::from(u32::try_from(members)?) / took.as_secs_f64();
    say(&format!(
        "{members} messages in {:.1} s: {rate:.1}/s{}; {} calls repeated; peak {} kB",
        took.as_secs_f64(),
        if per_second > 0 {
            format!(
                ", {:.1} % of {per_second}",
                100.0 * rate / f64::from(per_second)
            )
        } else {
            String::new()
        },
        asked.saturating_sub(verdict.sent),
        bot.peak_kb()?
    ));
    Ok(())
}

async fn plain(members: i64, per_second: u32, at_once: usize) -> anyhow::Result<()> {
    let limits = Limits {
        enforced: per_second > 0,
        per_second: per_second.max(1),
        ..Limits::default()
    };
    let stage = Stage::new(members, limits).await?;
    let own = match per_second {
        0 => throttle::Limits {
            messages_per_sec_chat: UNBOUND,
            messages_per_min_chat: UNBOUND,
            messages_per_min_channel_or_supergroup: UNBOUND,
            messages_per_sec_overall: UNBOUND,
        },
        per_second => throttle::Limits {
            messages_per_sec_overall: per_second,
            ..throttle::Limits::default()
        },
    };
    let client = reqwest::Client::builder().no_proxy().tcp_nodelay(true);
    let bot = teloxide::Bot::with_client("42:test", client.build()?);
    let bot = bot.set_api_url(stage.sandbox.url().parse()?).throttle(own);
    let started = Instant::now();
    let sent = futures_util::stream::iter(FIRST..FIRST + members)
        .map(|user| bot.send_message(ChatId(user), stage::WORDS).into_future())
        .buffer_unordered(at_once)
        .filter(|sent| std::future::ready(sent.is_ok()))
        .count()
        .await;
    let took = started.elapsed();
    let calls = stage.sandbox.calls();
    let rate = f64::from(u32::try_from(sent)?) / took.as_secs_f64();
    say(&format!(
        "plain loop, {at_once} at once: {sent} of {members} in {:.1} s: {rate:.1}/s; {} calls repeated",
        took.as_secs_f64(),
        calls.len().saturating_sub(sent),
    ));
    Ok(())
}

async fn replies(members: i64, questions: usize) -> anyhow::Result<()> {
    let limits = Limits {
        enforced: true,
        ..Limits::default()
    };
    let stage = Stage::new(members, limits).await?;
    let _bot = Running::start(&stage, 30)?;
    // From the first word of the officer on: the preview counts the audience, the confirmation fixes it.
    let (begun, took) = tokio::join!(stage.broadcasts(), asks(&stage, members, questions));
    begun?;
    let mut took = took?;
    took.sort();
    let at = |part: usize| took.get((took.len() * part / 100).min(took.len().saturating_sub(1)));
    say(&format!(
        "{questions} answers while a broadcast runs at 30/s: median {:?}, p99 {:?}, longest {:?}",
        at(50),
        at(99),
        took.last()
    ));
    Ok(())
}

/// How long members waited for the privacy text, one after the other.
async fn asks(stage: &Stage, members: i64, questions: usize) -> anyhow::Result<Vec<Duration>> {
    let mut took = Vec::new();
    for place in 0..questions {
        let user = FIRST + members - 1 - i64::try_from(place)?;
        let before = stage.sandbox.messages(user).len();
        let asked = Instant::now();
        stage.sandbox.say(user, user, "/riengtu");
        // One's own words are the first new message.
        while stage.sandbox.messages(user).len() < before + 2 {
            ensure!(asked.elapsed() < Duration::from_secs(20), "no answer");
            sleep(Duration::from_millis(1)).await;
        }
        took.push(asked.elapsed());
        sleep(Duration::from_millis(50)).await;
    }
    Ok(took)
}

async fn memory(rows: i64, seconds: u64) -> anyhow::Result<()> {
    let mut stage = Stage::new(1, Limits::default()).await?;
    // The members without phones: what is sent to them is refused, and the ledger goes on.
    stage.more_members(rows).await?;
    let bot = Running::start(&stage, 1_000)?;
    stage.broadcasts().await?;
    let started = Instant::now();
    while stage
        .number("SELECT count(*) FROM broadcasts WHERE state = 'running' AND id NOT IN (SELECT broadcast_id FROM audiences)")
        .await?
        == 0
    {
        ensure!(started.elapsed() < PATIENCE, "it does not begin");
        sleep(Duration::from_millis(50)).await;
    }
    let fixed = started.elapsed();
    sleep(Duration::from_secs(seconds)).await;
    let left = stage
        .number("SELECT people FROM recipient_tallies WHERE state = 'queued'")
        .await?;
    let outbox = stage.number("SELECT count(*) FROM outbox").await?;
    say(&format!(
        "{} rows fixed in {:.1} s, {left} still queued after {seconds} s, {outbox} calls in the outbox, peak {} kB",
        rows + 1,
        fixed.as_secs_f64(),
        bot.peak_kb()?
    ));
    Ok(())
}

fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}
