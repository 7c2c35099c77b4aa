//! One round: a fresh Telegram, a fresh contender, a storm of presses, and when what was done.

use std::fmt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use sqlx::sqlite::SqliteConnection;
use telegram_sandbox::Sandbox;

use crate::stage::{self, Press, Stage};

/// How often it is looked whether all is done.
const LOOK: Duration = Duration::from_millis(3);
/// No request for so long: the contender is up and waits in a poll.
const QUIET: Duration = Duration::from_millis(700);
/// After this a round has failed.
const PATIENCE: Duration = Duration::from_secs(120);

/// Who is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Contender {
    /// This bot.
    Ours,
    /// This bot as an earlier build of this program has it: `--before`.
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
            Self::Before => "ours before",
            Self::Plain => "plain",
            Self::PlainTen => "plain, pool 10",
        }
    }

    /// Rows that are durable.
    fn counted(self) -> &'static str {
        match self {
            // Written in the transaction of the answer.
            Self::Ours | Self::Before => "SELECT count(*) FROM updates",
            Self::Plain | Self::PlainTen => "SELECT count(*) FROM presses",
        }
    }
}

/// What one contender did once.
pub(crate) struct Round {
    /// Until every press was committed.
    pub(crate) durable: Duration,
    /// Until every toast and every edit was there.
    pub(crate) replied: Duration,
    /// The contender's processor time.
    pub(crate) cpu: Duration,
    /// The emulated Telegram's, with this program's own looking.
    pub(crate) sandbox_cpu: Duration,
    pub(crate) peak_kb: u64,
    /// One of the edits.
    pub(crate) edit: String,
}

impl fmt::Display for Round {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "durable after {} ms, replied after {} ms, CPU {} ms, sandbox CPU {} ms, {} kB",
            self.durable.as_millis(),
            self.replied.as_millis(),
            self.cpu.as_millis(),
            self.sandbox_cpu.as_millis(),
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
    edit: &str,
) -> anyhow::Result<Round> {
    let (sandbox, presses) = stage.people().await?;
    let path = match contender {
        Contender::Ours | Contender::Before => stage.database(&presses).await?,
        Contender::Plain | Contender::PlainTen => stage.empty()?,
    };
    let child = start(stage, contender, &sandbox.url(), &path, edit)?;
    waits(&sandbox).await?;
    let mut sql = stage::open(&path).await?;
    let round = storm(&sandbox, contender, &presses, child.0.id(), &mut sql).await?;
    drop(child);
    sandbox.stop().await;
    Ok(round)
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
        Contender::Plain => command.args(["plain", url]).arg(path).args(["1", edit]),
        Contender::PlainTen => command.args(["plain", url]).arg(path).args(["10", edit]),
    };
    let child = command.stdin(Stdio::null()).spawn();
    child.map(Running).context("cannot start a contender")
}

/// Until the contender has done what it does at its start, and polls.
async fn waits(sandbox: &Sandbox) -> anyhow::Result<()> {
    let started = Instant::now();
    let before = sandbox.requests();
    let mut seen = before;
    let mut since = Instant::now();
    while seen == before || since.elapsed() < QUIET {
        ensure!(started.elapsed() < PATIENCE, "a contender does not start");
        tokio::time::sleep(LOOK).await;
        if sandbox.requests() != seen {
            (seen, since) = (sandbox.requests(), Instant::now());
        }
    }
    Ok(())
}

async fn storm(
    sandbox: &Sandbox,
    contender: Contender,
    presses: &[Press],
    pid: u32,
    sql: &mut SqliteConnection,
) -> anyhow::Result<Round> {
    let (requests, calls) = (sandbox.requests(), sandbox.calls().len());
    let cpu = testkit::measure::cpu(pid)?;
    let own = testkit::measure::cpu(std::process::id())?;
    let wanted = i64::try_from(presses.len())?;
    let started = Instant::now();
    for press in presses {
        sandbox.tap_data(press.user, press.user, press.message, &press.data);
    }
    let (mut durable, mut replied) = (None, None);
    while durable.is_none() || replied.is_none() {
        ensure!(
            started.elapsed() < PATIENCE,
            "{contender:?} is not done after {PATIENCE:?}"
        );
        tokio::time::sleep(LOOK).await;
        if durable.is_none() {
            let rows: i64 = sqlx::query_scalar(contender.counted())
                .fetch_one(&mut *sql)
                .await?;
            durable = (rows >= wanted).then(|| started.elapsed());
        }
        // Counting requests costs nothing, but polls are among them; the list of calls is exact.
        let enough = u64::try_from(2 * wanted)?;
        if replied.is_none() && sandbox.requests() - requests >= enough {
            let done = sandbox.calls().len() - calls >= 2 * presses.len();
            replied = done.then(|| started.elapsed());
        }
    }
    let (durable, replied) = durable.zip(replied).context("both are known")?;
    let cpu = testkit::measure::cpu(pid)? - cpu;
    let sandbox_cpu = testkit::measure::cpu(std::process::id())? - own;
    let edit = check(sandbox, presses).await?;
    Ok(Round {
        durable,
        replied,
        cpu,
        sandbox_cpu,
        peak_kb: testkit::measure::peak_kb(pid)?,
        edit,
    })
}

/// Everybody has a toast and an edited message. Returns one of middle length.
async fn check(sandbox: &Sandbox, presses: &[Press]) -> anyhow::Result<String> {
    let mut edits = Vec::new();
    for press in presses {
        let message = sandbox.message(press.user, press.message);
        let message = message.context("a message is gone")?;
        ensure!(message.edited, "a message was not edited: {message:?}");
        ensure!(sandbox.toasts(press.user).len() == 1, "not one toast each");
        edits.push(message.text);
    }
    edits.sort_by_key(String::len);
    Ok(edits.swap_remove(edits.len() / 2))
}
