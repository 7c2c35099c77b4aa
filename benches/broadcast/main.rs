//! Broadcasts, measured: kills at random moments, the rate at the messenger's own limits, memory.
//!
//! `cargo bench --bench broadcast -- kills --kills 500 --members 2000 [--storm] [--webhook]`, `… rate --members 10000`,
//! `… plain --members 10000`, `… memory --rows 1000000`, `… replies --members 5000`. This process is the emulated Telegram, the officer and the members; the bot is a child
//! process of its own, and a kill is SIGKILL.

mod running;

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{bail, ensure};
use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand};
use futures_util::StreamExt;
use nhip::bot::Updates;
use nhip::pace::Pace;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use telegram_sandbox::{Fault, FaultKind, Limits};
use teloxide::adaptors::throttle;
use teloxide::requests::{Requester, RequesterExt};
use teloxide::types::ChatId;
use testkit::parts::FAST;
use testkit::world::crowd::{self, Crowd, FIRST};
use testkit::world::{Mode, TOKEN, delivered_at};
use tokio::time::sleep;

use running::Running;

/// After this without an end a broadcast has failed.
const PATIENCE: Duration = Duration::from_secs(900);

/// How long the emulated Telegram may hold a poll.
const POLL: Duration = Duration::from_secs(2);

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
        /// Updates are delivered to the bot instead of being asked for.
        #[arg(long)]
        webhook: bool,
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
        /// Where it listens for updates; without it, it polls.
        #[arg(long)]
        listen: Option<SocketAddr>,
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
            listen,
        }) => {
            let updates = listen.map_or(Updates::Polled(POLL), delivered_at);
            let pace = pace(per_second);
            let mut bot = crowd::bot(&url, &database, pace, now, updates).await?;
            bail!(bot.wait().await)
        }
        Some(What::Kills {
            kills: wanted,
            members,
            storm,
            webhook,
            seed,
        }) => {
            let mode = if webhook {
                Mode::Webhook
            } else {
                Mode::Polling
            };
            kills(mode, wanted, members, storm, seed).await?;
        }
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

async fn kills(
    mode: Mode,
    wanted: u32,
    members: i64,
    storm: bool,
    seed: u64,
) -> anyhow::Result<()> {
    let mut rng = StdRng::seed_from_u64(seed);
    let (mut kills, mut broadcasts) = (0, 0);
    let (mut sent, mut unknown, mut doubts, mut worst) = (0, 0, 0, 0);
    while kills < wanted {
        let crowd = Crowd::gather_by(mode, members, Limits::default(), FAST).await?;
        let mut bot = Running::start(&crowd, 0)?;
        crowd.broadcasts().await;
        let started = Instant::now();
        let mut cast = 0;
        let mut done = false;
        while !done {
            ensure!(started.elapsed() < PATIENCE, "a broadcast does not end");
            if storm {
                cast += misfortune(&crowd, &mut rng);
            }
            sleep(Duration::from_millis(rng.random_range(5..400))).await;
            done = crowd.is_done().await;
            if kills < wanted && !done {
                bot.kill()?;
                kills += 1;
                let in_flight = crowd.in_flight().await;
                worst = worst.max(in_flight);
                doubts += in_flight;
                bot = Running::start(&crowd, 0)?;
            }
        }
        bot.kill()?;
        let verdict = crowd.verdict().await?;
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
        crowd.world.sandbox().clone().stop().await;
    }
    Ok(())
}

/// One of the misfortunes; how many messages it may leave in doubt.
fn misfortune(crowd: &Crowd, rng: &mut StdRng) -> i64 {
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
    crowd.world.sandbox().fault(Fault {
        method: Some("sendMessage".to_owned()),
        chat: None,
        times: Some(times),
        kind,
    });
    if doubtful { i64::from(times) } else { 0 }
}

async fn until_done(crowd: &Crowd, patience: Duration) -> anyhow::Result<()> {
    let started = Instant::now();
    while !crowd.is_done().await {
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
    let crowd = Crowd::gather(members, limits, FAST).await?;
    let bot = Running::start(&crowd, per_second)?;
    crowd.broadcasts().await;
    let started = Instant::now();
    until_done(&crowd, PATIENCE).await?;
    let took = started.elapsed();
    let verdict = crowd.verdict().await?;
    let sent = i64::try_from(verdict.sent)?;
    ensure!(sent == members, "{verdict:?}");
    // The log of calls is bounded; beyond that nothing can be said about repeats.
    let asked = crowd.calls_to_members();
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
    let crowd = Crowd::gather(members, limits, FAST).await?;
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
    let bot = teloxide::Bot::with_client(TOKEN, client.build()?);
    let bot = bot
        .set_api_url(crowd.world.sandbox().url().parse()?)
        .throttle(own);
    let started = Instant::now();
    let sent = futures_util::stream::iter(FIRST..FIRST + members)
        .map(|user| bot.send_message(ChatId(user), crowd::WORDS).into_future())
        .buffer_unordered(at_once)
        .filter(|sent| std::future::ready(sent.is_ok()))
        .count()
        .await;
    let took = started.elapsed();
    let calls = crowd.world.sandbox().calls();
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
    let crowd = Crowd::gather(members, limits, FAST).await?;
    let _bot = Running::start(&crowd, 30)?;
    // From the first word of the officer on: the preview counts the audience, the confirmation fixes it.
    let ((), took) = tokio::join!(crowd.broadcasts(), asks(&crowd, members, questions));
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
async fn asks(crowd: &Crowd, members: i64, questions: usize) -> anyhow::Result<Vec<Duration>> {
    let mut took = Vec::new();
    for place in 0..questions {
        let user = FIRST + members - 1 - i64::try_from(place)?;
        let before = crowd.world.sandbox().messages(user).len();
        let asked = Instant::now();
        crowd.world.sandbox().say(user, user, "/riengtu");
        // One's own words are the first new message.
        while crowd.world.sandbox().messages(user).len() < before + 2 {
            ensure!(asked.elapsed() < Duration::from_secs(20), "no answer");
            sleep(Duration::from_millis(1)).await;
        }
        took.push(asked.elapsed());
        sleep(Duration::from_millis(50)).await;
    }
    Ok(took)
}

async fn memory(rows: i64, seconds: u64) -> anyhow::Result<()> {
    let crowd = Crowd::gather(1, Limits::default(), FAST).await?;
    // The members without phones: what is sent to them is refused, and the ledger goes on.
    crowd.enrols(rows).await;
    let bot = Running::start(&crowd, 1_000)?;
    crowd.broadcasts().await;
    let started = Instant::now();
    let begun = "SELECT count(*) FROM broadcasts WHERE state = 'running' AND id NOT IN (SELECT broadcast_id FROM audiences)";
    while crowd.world.database().number(begun).await == 0 {
        ensure!(started.elapsed() < PATIENCE, "it does not begin");
        sleep(Duration::from_millis(50)).await;
    }
    let fixed = started.elapsed();
    sleep(Duration::from_secs(seconds)).await;
    let left = crowd
        .world
        .database()
        .number("SELECT people FROM recipient_tallies WHERE state = 'queued'")
        .await;
    let outbox = crowd
        .world
        .database()
        .number("SELECT count(*) FROM outbox")
        .await;
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
