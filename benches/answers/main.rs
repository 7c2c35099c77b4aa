//! Durable answers a second, end to end over HTTP: this bot beside a plain teloxide `Dispatcher`.
//!
//! `cargo bench --bench answers [-- --presses 100,1000 --rounds 5]`. The emulated Telegram is one child process,
//! each contender another; both are started anew for each round.

mod measure;
mod ours;
mod plain;
mod stage;
mod telegram;

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;
use clap::{Parser, Subcommand};
use testkit::measure::{mb, median};

use crate::measure::{Contender, Round};

#[derive(Parser)]
struct Cli {
    /// What `cargo bench` passes; without it nothing is measured.
    #[arg(long)]
    bench: bool,
    /// How many people press one button each, all at once; multiples of 100 fill the last batch.
    #[arg(long, value_delimiter = ',', default_value = "99,100,600,1000,2950")]
    presses: Vec<usize>,
    /// How often each contender runs; they take turns.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Only these contenders.
    #[arg(long, value_delimiter = ',', default_value = "ours,plain,plain-ten")]
    only: Vec<Contender>,
    /// An earlier build of this program, a copy of `target/release/deps/answers-…`: runs in turn too.
    #[arg(long)]
    before: Option<PathBuf>,
    #[command(subcommand)]
    child: Option<Child>,
}

#[derive(Subcommand)]
enum Child {
    /// This bot.
    Ours {
        url: String,
        database: PathBuf,
        /// At the pace that it has without settings.
        #[arg(long)]
        paced: bool,
        /// Where it listens for updates; without it, it polls.
        #[arg(long)]
        listen: Option<SocketAddr>,
    },
    /// A plain dispatcher, one row a press.
    Plain {
        url: String,
        database: PathBuf,
        connections: u32,
        text: String,
    },
    /// The emulated Telegram.
    Telegram { presses: PathBuf },
}

fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    let runtime = tokio::runtime::Runtime::new()?;
    match &cli.child {
        Some(Child::Ours {
            url,
            database,
            paced,
            listen,
        }) => runtime.block_on(ours::run(url, database, *paced, *listen)),
        Some(Child::Plain {
            url,
            database,
            connections,
            text,
        }) => runtime.block_on(plain::run(url, database, *connections, text)),
        Some(Child::Telegram { presses }) => runtime.block_on(telegram::run(presses)),
        None if cli.bench => runtime.block_on(compare(&cli)),
        None => say("a benchmark: cargo bench --bench answers"),
    }
}

async fn compare(cli: &Cli) -> anyhow::Result<()> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let most = cli
        .presses
        .iter()
        .copied()
        .max()
        .context("how many presses?")?;
    let stage = stage::Stage::set(folder.path(), i64::try_from(most)?, cli.before.clone()).await?;
    let mut contenders = cli.only.clone();
    contenders.extend(cli.before.is_some().then_some(Contender::Before));
    // Not counted: it warms the machine up, and tells how long our edits are, so that the other's are too.
    let edit = measure::round(&stage, Contender::Ours, most.min(100), "")
        .await?
        .storm
        .edit;
    for presses in &cli.presses {
        say(&format!(
            "\n{presses} members press a button each; {} rounds in turn; edits of {} characters",
            cli.rounds,
            edit.chars().count()
        ))?;
        let mut rounds = Vec::new();
        for number in 0..cli.rounds {
            // Who goes first changes, so that what the one leaves behind hits both.
            let mut order = contenders.clone();
            let first = number % order.len();
            order.rotate_left(first);
            for contender in order {
                let round = measure::round(&stage, contender, *presses, &edit).await?;
                say(&format!("  {contender:?}: {round}"))?;
                rounds.push((contender, round));
            }
        }
        table(&contenders, &rounds, *presses)?;
    }
    Ok(())
}

fn table(
    contenders: &[Contender],
    rounds: &[(Contender, Round)],
    presses: usize,
) -> anyhow::Result<()> {
    let presses = f64::from(u32::try_from(presses)?);
    say(
        "\nmedians         durable/s  replied/s  CPU µs/press  toasts ms (half, 95 %, last)  edits ms (half, 95 %, last)  peak",
    )?;
    for contender in contenders {
        let mine = || {
            rounds
                .iter()
                .filter(|(who, _)| who == contender)
                .map(|(_, round)| round)
        };
        let of = |figure: &dyn Fn(&Round) -> f64| median(mine().map(figure).collect());
        let spread = |times: fn(&Round) -> &Vec<f64>| {
            let at = |part: f64| of(&|round| quantile(times(round), part));
            format!("{:8.0} {:8.0} {:8.0}", at(0.5), at(0.95), at(1.0))
        };
        say(&format!(
            "{:14} {:10.0} {:10.0} {:13.0}    {}     {} {:>9}",
            contender.name(),
            of(&|round| presses / round.durable.as_secs_f64()),
            of(&|round| presses / round.replied().as_secs_f64()),
            of(&|round| round.cpu.as_secs_f64() * 1e6 / presses),
            spread(|round| &round.storm.toasts),
            spread(|round| &round.storm.edits),
            mb(mine()
                .map(|round| round.peak_kb)
                .max()
                .context("no round")?),
        ))?;
    }
    for other in contenders.iter().filter(|other| **other != Contender::Ours) {
        // Of each round by itself: what slows the machine down for a while slows both.
        let of = |wanted: Contender| rounds.iter().filter(move |(who, _)| *who == wanted);
        let ratio = |time: fn(&Round) -> Duration| {
            let pairs = of(Contender::Ours).zip(of(*other));
            median(
                pairs
                    .map(|((_, a), (_, b))| time(b).as_secs_f64() / time(a).as_secs_f64())
                    .collect(),
            )
        };
        say(&format!(
            "ours against {}: durable ×{:.2}, replied ×{:.2}, less CPU ×{:.2}",
            other.name(),
            ratio(|round| round.durable),
            ratio(Round::replied),
            ratio(|round| round.cpu),
        ))?;
    }
    Ok(())
}

/// The time by which this part of them were there.
fn quantile(times: &[f64], part: f64) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    let last = times.len().saturating_sub(1);
    let place = (0..=last).find(|place| {
        f64::from(u32::try_from(*place + 1).unwrap_or(u32::MAX))
            >= part * f64::from(u32::try_from(times.len()).unwrap_or(u32::MAX))
    });
    times
        .get(place.unwrap_or(last))
        .copied()
        .unwrap_or(f64::NAN)
}

fn say(line: &str) -> anyhow::Result<()> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}
