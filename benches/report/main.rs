//! The work of `/report`: for small and large unions, with short and long histories.
//!
//! `cargo bench --bench report [-- --largest 25000 --times 200]`. Each case is a database of its own,
//! measured in a child process, so that its peak memory is its own.

mod fill;
mod trees;
mod weekly;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use clap::{Parser, Subcommand};
use nhip::core::Core;
use nhip::db::Db;
use nhip::store::outbox;
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde::{Deserialize, Serialize};
use testkit::parts;

use crate::fill::{CASES, Case, Linked, OFFICER};

/// The week, which is running; and the longest time, added up from all closed weeks.
const ASKED: [&str; 2] = ["/report", "/report năm"];

/// One round running and one before it; ten times that.
const HISTORIES: [i64; 2] = [2, 20];

#[derive(Parser)]
struct Cli {
    /// What `cargo bench` passes; without it nothing is measured.
    #[arg(long)]
    bench: bool,
    /// How often each report is asked for.
    #[arg(long, default_value_t = 300)]
    times: usize,
    /// Leaves out cases with more units than this.
    #[arg(long, default_value_t = i64::MAX)]
    largest: i64,
    /// Leaves out cases with fewer.
    #[arg(long, default_value_t = 0)]
    smallest: i64,
    #[command(subcommand)]
    child: Option<Child>,
}

#[derive(Subcommand)]
enum Child {
    /// Measures one database.
    Measure {
        database: PathBuf,
        rounds: i64,
        times: usize,
    },
}

/// What one child found.
#[derive(Serialize, Deserialize)]
struct Found {
    /// For each time asked for and each linked unit: the median and the 95th of a hundred, in microseconds.
    times: Vec<(f64, f64)>,
    peak_kb: u64,
}

fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    let runtime = tokio::runtime::Runtime::new()?;
    match &cli.child {
        Some(Child::Measure {
            database,
            rounds,
            times,
        }) => {
            let found = runtime.block_on(measure(database, *rounds, *times))?;
            say(&serde_json::to_string(&found)?)
        }
        None if cli.bench => runtime.block_on(all(&cli)),
        None => say("a benchmark: cargo bench --bench report"),
    }
}

async fn all(cli: &Cli) -> anyhow::Result<()> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    say("median / 95th of a hundred, in ms, of one /report; nothing is kept\n")?;
    say(
        "  members   units  rounds  asked        levels                 small unit      unit above it             root  peak memory  database",
    )?;
    let sizes = cli.smallest..=cli.largest;
    for case in CASES.iter().filter(|case| sizes.contains(&case.units())) {
        for rounds in HISTORIES {
            let path = folder.path().join("report.db");
            let judging = fill::fill(&path, case, rounds).await?;
            let found = child(&path, rounds, cli.times)?;
            let size_kb = std::fs::metadata(&path)?.len() / 1024;
            for (asked, times) in ASKED.iter().zip(found.times.chunks(Linked::ALL.len())) {
                row(case, rounds, asked, times, (found.peak_kb, size_kb))?;
            }
            say(&format!(
                "           longest transaction of judging: {:.1} ms",
                judging.as_secs_f64() * 1e3
            ))?;
            if case.units() > 50_000 && rounds == HISTORIES[0] {
                trees::opens(&path, rounds).await?;
                weekly::monday(&path, rounds).await?;
                trees::year(&path, rounds).await?;
            }
            for ending in ["", "-wal", "-shm"] {
                let mut file = path.clone().into_os_string();
                file.push(ending);
                if Path::new(&file).exists() {
                    std::fs::remove_file(&file)?;
                }
            }
        }
    }
    Ok(())
}

fn child(path: &Path, rounds: i64, times: usize) -> anyhow::Result<Found> {
    let mut command = Command::new(std::env::current_exe()?);
    let command = command.arg("measure").arg(path);
    let output = command
        .args([rounds.to_string(), times.to_string()])
        .output()?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn row(
    case: &Case,
    rounds: i64,
    asked: &str,
    times: &[(f64, f64)],
    (peak_kb, size_kb): (u64, u64),
) -> anyhow::Result<()> {
    let figure =
        |(median, most): &(f64, f64)| format!("{:.2} / {:.2}", median / 1000.0, most / 1000.0);
    let times: Vec<String> = times.iter().map(figure).collect();
    say(&format!(
        "{:9} {:7} {rounds:7}  {asked:12} {:18}{}  {:>11} {:>9}",
        case.members,
        case.units(),
        case.shape(),
        times
            .iter()
            .map(|time| format!("{time:>15}"))
            .collect::<Vec<_>>()
            .join("  "),
        testkit::measure::mb(peak_kb),
        testkit::measure::mb(size_kb),
    ))
}

async fn measure(database: &Path, rounds: i64, times: usize) -> anyhow::Result<Found> {
    let core = parts::core_of_run(&[OFFICER]);
    let db = Db::open(database).await?;
    let mut found = Vec::new();
    for (asked, linked) in ASKED
        .into_iter()
        .flat_map(|asked| Linked::ALL.map(|linked| (asked, linked)))
    {
        let mut taken = Vec::new();
        for _ in 0..times {
            let time = report(&core, &db, rounds, (asked, linked)).await?;
            taken.push(time.as_secs_f64() * 1e6);
        }
        taken.sort_by(f64::total_cmp);
        let most = taken
            .get(taken.len() * 95 / 100)
            .copied()
            .context("no time")?;
        found.push((testkit::measure::median(taken), most));
    }
    Ok(Found {
        times: found,
        peak_kb: testkit::measure::peak_kb(std::process::id())?,
    })
}

/// One `/report` typed in a group, in a transaction that is rolled back.
async fn report(
    core: &Core,
    db: &Db,
    rounds: i64,
    (asked, linked): (&str, Linked),
) -> anyhow::Result<Duration> {
    let now = parts::monday(rounds - 1);
    let asked = parts::said(1, OFFICER, linked.chat(), asked);
    let mut tx = db.begin(now, &mut StdRng::seed_from_u64(1)).await?;
    let started = Instant::now();
    core.on_updates(&mut tx, &[asked]).await?;
    let time = started.elapsed();
    ensure!(
        outbox::in_hand(&mut tx).await? == 2,
        "no picture and no words are owed"
    );
    Ok(time)
}

fn say(line: &str) -> anyhow::Result<()> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}
