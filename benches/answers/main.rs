//! Durable answers a second, end to end over HTTP: this bot beside a plain teloxide `Dispatcher`.
//!
//! `cargo bench --bench answers [-- --members 1000 --rounds 5]`. This process is the emulated
//! Telegram and the people; each contender is a child process, started anew for each round.

mod measure;
mod ours;
mod plain;
mod stage;

use std::io::Write;
use std::path::PathBuf;

use anyhow::Context;
use clap::{Parser, Subcommand};

use crate::measure::{Contender, Round};

#[derive(Parser)]
struct Cli {
    /// What `cargo bench` passes; without it nothing is measured.
    #[arg(long)]
    bench: bool,
    /// People who press one button each, all at once.
    #[arg(long, default_value_t = 1000)]
    members: i64,
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
    Ours { url: String, database: PathBuf },
    /// A plain dispatcher, one row a press.
    Plain {
        url: String,
        database: PathBuf,
        connections: u32,
        text: String,
    },
}

fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    let runtime = tokio::runtime::Runtime::new()?;
    match &cli.child {
        Some(Child::Ours { url, database }) => runtime.block_on(ours::run(url, database)),
        Some(Child::Plain {
            url,
            database,
            connections,
            text,
        }) => runtime.block_on(plain::run(url, database, *connections, text)),
        None if cli.bench => runtime.block_on(compare(&cli)),
        None => say("a benchmark: cargo bench --bench answers"),
    }
}

async fn compare(cli: &Cli) -> anyhow::Result<()> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let stage = stage::Stage::set(folder.path(), cli.members, cli.before.clone()).await?;
    let mut contenders = cli.only.clone();
    contenders.extend(cli.before.is_some().then_some(Contender::Before));
    // Not counted: it warms the machine up, and tells how long our edits are, so that the other's are too.
    let warm = measure::round(&stage, Contender::Ours, "").await?;
    say(&format!(
        "{} members press a button each; {} rounds in turn; edits of {} characters",
        cli.members,
        cli.rounds,
        warm.edit.chars().count()
    ))?;
    let mut rounds = Vec::new();
    for number in 0..cli.rounds {
        // Who goes first changes, so that what the one leaves behind hits both.
        let mut order = contenders.clone();
        let first = number % order.len();
        order.rotate_left(first);
        for contender in order {
            let round = measure::round(&stage, contender, &warm.edit).await?;
            say(&format!("  {contender:?}: {round}"))?;
            rounds.push((contender, round));
        }
    }
    table(&contenders, &rounds, cli.members)
}

fn table(
    contenders: &[Contender],
    rounds: &[(Contender, Round)],
    members: i64,
) -> anyhow::Result<()> {
    let presses = f64::from(i32::try_from(members)?);
    let of = |contender: Contender, figure: &dyn Fn(&Round) -> f64| {
        let mine = rounds.iter().filter(|(who, _)| *who == contender);
        testkit::measure::median(mine.map(|(_, round)| figure(round)).collect())
    };
    say(
        "\nmedians         durable/s   replied/s   CPU µs/press   sandbox CPU µs/press   peak memory",
    )?;
    for contender in contenders {
        let rate = |time: fn(&Round) -> std::time::Duration| {
            of(*contender, &|round| presses / time(round).as_secs_f64())
        };
        let cost = |time: fn(&Round) -> std::time::Duration| {
            of(*contender, &|round| {
                time(round).as_secs_f64() * 1e6 / presses
            })
        };
        let peaks = rounds.iter().filter(|(who, _)| who == contender);
        let peak = peaks
            .map(|(_, round)| round.peak_kb)
            .max()
            .context("no round")?;
        say(&format!(
            "{:14} {:10.0} {:11.0} {:14.0} {:22.0} {:>13}",
            contender.name(),
            rate(|round| round.durable),
            rate(|round| round.replied),
            cost(|round| round.cpu),
            cost(|round| round.sandbox_cpu),
            testkit::measure::mb(peak),
        ))?;
    }
    for other in contenders.iter().filter(|other| **other != Contender::Ours) {
        // Of each round by itself: what slows the machine down for a while slows both.
        let ours = rounds.iter().filter(|(who, _)| *who == Contender::Ours);
        let theirs = rounds.iter().filter(|(who, _)| who == other);
        let pairs: Vec<(&Round, &Round)> = ours
            .map(|(_, round)| round)
            .zip(theirs.map(|(_, round)| round))
            .collect();
        let ratio = |time: fn(&Round) -> std::time::Duration| {
            let all = pairs.iter();
            testkit::measure::median(
                all.map(|(a, b)| time(b).as_secs_f64() / time(a).as_secs_f64())
                    .collect(),
            )
        };
        say(&format!(
            "ours against {}: durable ×{:.2}, replied ×{:.2}, less CPU ×{:.2}",
            other.name(),
            ratio(|round| round.durable),
            ratio(|round| round.replied),
            ratio(|round| round.cpu),
        ))?;
    }
    Ok(())
}

fn say(line: &str) -> anyhow::Result<()> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}
