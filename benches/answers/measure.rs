//! One round: a fresh Telegram, a fresh contender, a storm of presses, and when what was done.

use std::fmt;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use crate::stage::{self, Stage};
use crate::telegram::Storm;

/// How often it is looked whether all is durable.
const LOOK: Duration = Duration::from_millis(5);
/// After this a round has failed.
const PATIENCE: Duration = Duration::from_secs(300);

/// Who is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Contender {
    /// This bot, with a pace that does not bind.
    Ours,
    /// This bot at the pace that it has without settings.
    Paced,
    /// This bot where Telegram delivers the presses to it.
    Webhook,
    /// The first one as an earlier build of this program has it: `--before`.
    Before,
    /// A plain dispatcher whose pool has one connection: SQLite's writers queue in the pool.
    Plain,
    /// The same with sqlx's default of ten: they queue in SQLite, by sleeping.
    PlainTen,
}

impl Contender {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Paced => "ours, 30/s",
            Self::Webhook => "ours, webhook",
            Self::Before => "ours before",
            Self::Plain => "plain",
            Self::PlainTen => "plain, pool 10",
        }
    }

    fn is_ours(self) -> bool {
        !matches!(self, Self::Plain | Self::PlainTen)
    }

    /// Rows that are durable.
    fn counted(self) -> &'static str {
        if self.is_ours() {
            // Written in the transaction of the answer.
            "SELECT count(*) FROM updates"
        } else {
            "SELECT count(*) FROM presses"
        }
    }
}

/// What one contender did once.
pub(crate) struct Round {
    /// Until every press was committed.
    pub(crate) durable: Duration,
    /// When each toast and each edit was there.
    pub(crate) storm: Storm,
    /// The contender's processor time.
    pub(crate) cpu: Duration,
    pub(crate) peak_kb: u64,
}

impl Round {
    /// Until every toast and every edit was there.
    pub(crate) fn replied(&self) -> Duration {
        let last = |times: &[f64]| times.iter().copied().fold(0.0, f64::max);
        Duration::from_secs_f64(last(&self.storm.toasts).max(last(&self.storm.edits)) / 1000.0)
    }
}

impl fmt::Display for Round {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "durable after {} ms, replied after {} ms, CPU {} ms, Telegram's CPU {:.0} ms, {} kB",
            self.durable.as_millis(),
            self.replied().as_millis(),
            self.cpu.as_millis(),
            self.storm.cpu,
            self.peak_kb
        )
    }
}

/// Ends with the round, whatever happens.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Measures one contender once.
pub(crate) async fn round(
    stage: &Stage,
    contender: Contender,
    presses: usize,
    edit: &str,
) -> anyhow::Result<Round> {
    let path = if contender.is_ours() {
        stage.database()?
    } else {
        stage.empty()?
    };
    let mut telegram = Command::new(std::env::current_exe()?)
        .arg("telegram")
        .arg(stage.presses(presses)?)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map(Running)?;
    let out = telegram.0.stdout.take().context("its output")?;
    let mut out = BufReader::new(out);
    let child = start(stage, contender, &line(&mut out)?, &path, edit)?;
    ensure!(line(&mut out)? == "polled", "the contender does not poll");
    let mut sql = stage::open(&path).await?;
    let (pid, cpu) = (child.0.id(), testkit::measure::cpu(child.0.id())?);
    let started = Instant::now();
    writeln!(telegram.0.stdin.as_mut().context("its input")?, "now")?;
    let wanted = i64::try_from(presses)?;
    let durable = loop {
        let rows: i64 = sqlx::query_scalar(contender.counted())
            .fetch_one(&mut sql)
            .await?;
        if rows >= wanted {
            break started.elapsed();
        }
        ensure!(
            started.elapsed() < PATIENCE,
            "{contender:?} is not done after {PATIENCE:?}"
        );
        tokio::time::sleep(LOOK).await;
    };
    let storm: Storm = serde_json::from_str(&line(&mut out)?)?;
    ensure!(
        storm.twice == 0,
        "{} toasts or edits came twice",
        storm.twice
    );
    Ok(Round {
        durable,
        storm,
        cpu: testkit::measure::cpu(pid)? - cpu,
        peak_kb: testkit::measure::peak_kb(pid)?,
    })
}

fn line(out: &mut BufReader<ChildStdout>) -> anyhow::Result<String> {
    let mut line = String::new();
    out.read_line(&mut line)?;
    ensure!(!line.is_empty(), "the emulated Telegram has ended");
    Ok(line.trim_end().to_owned())
}

fn start(
    stage: &Stage,
    contender: Contender,
    url: &str,
    path: &Path,
    edit: &str,
) -> anyhow::Result<Running> {
    let program = match (contender, &stage.before) {
        (Contender::Before, Some(before)) => before.clone(),
        _ => std::env::current_exe()?,
    };
    let mut command = Command::new(program);
    match contender {
        Contender::Ours | Contender::Before => command.args(["ours", url]).arg(path),
        Contender::Paced => command.args(["ours", url]).arg(path).arg("--paced"),
        Contender::Webhook => {
            let listen = testkit::world::free_address().to_string();
            command
                .args(["ours", url])
                .arg(path)
                .args(["--listen", &listen])
        }
        Contender::Plain => command.args(["plain", url]).arg(path).args(["1", edit]),
        Contender::PlainTen => command.args(["plain", url]).arg(path).args(["10", edit]),
    };
    let child = command.stdin(Stdio::null()).spawn();
    child.map(Running).context("cannot start a contender")
}
