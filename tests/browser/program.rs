//! The program under test: built, started, stopped as from a terminal.
//!
//! Knows how `nhip demo` is started and what it prints. Must not know the page.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, bail, ensure};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

/// Room for a busy machine: the first week takes a few seconds.
const START: Duration = Duration::from_secs(120);
/// Ctrl-C ends the demo within seconds.
const STOP: Duration = Duration::from_secs(20);

/// A running `nhip demo`; it does not outlive this value.
pub struct Program {
    child: Child,
    /// Where the page is.
    pub address: String,
    /// Kept open, so that the program can go on writing.
    _output: Lines<BufReader<ChildStdout>>,
}

impl Program {
    /// Starts the demo in `folder`; port 0 is any free one.
    pub async fn start(binary: &Path, folder: &Path, port: &str) -> anyhow::Result<Self> {
        let log = File::options()
            .create(true)
            .append(true)
            .open(folder.join("program.log"))?;
        let mut child = Command::new(binary)
            .args(["demo", "--port", port, "--data"])
            .arg(folder.join("data"))
            .env("NHIP_LANG", "vi")
            .env_remove("NHIP_MESSAGES")
            .env_remove("NHIP_LOG")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("cannot start {}", binary.display()))?;
        let stdout = child.stdout.take().context("no output to read")?;
        let mut output = BufReader::new(stdout).lines();
        let address = timeout(START, address(&mut output))
            .await
            .context("the demo prints no address")??;
        Ok(Self {
            child,
            address,
            _output: output,
        })
    }

    /// The port, to start again where the page still looks.
    pub fn port(&self) -> &str {
        self.address.rsplit(':').next().unwrap_or_default()
    }

    /// Ctrl-C.
    pub async fn stop(&mut self) -> anyhow::Result<()> {
        let id = self.child.id().context("the demo has ended by itself")?;
        let kill = Command::new("sh")
            .args(["-c", &format!("kill -INT {id}")])
            .status()
            .await?;
        ensure!(kill.success(), "the demo could not be told to stop");
        let status = timeout(STOP, self.child.wait())
            .await
            .context("Ctrl-C does not end the demo")??;
        ensure!(status.success(), "the demo ended badly: {status}");
        Ok(())
    }

    /// The end that a power cut makes.
    pub async fn kill(&mut self) -> anyhow::Result<()> {
        self.child.kill().await.context("the demo cannot be killed")
    }
}

async fn address(output: &mut Lines<BufReader<ChildStdout>>) -> anyhow::Result<String> {
    while let Some(line) = output.next_line().await? {
        if let Some(at) = line.find("http://") {
            let rest = line.get(at..).unwrap_or_default();
            let address = rest.split_whitespace().next().unwrap_or_default();
            return Ok(address.trim_end_matches('/').to_owned());
        }
    }
    bail!("the demo ended before it printed an address")
}

/// The program: `NHIP_BIN`, or built now as this test was, so that it is never an old one.
pub fn binary() -> anyhow::Result<PathBuf> {
    if let Some(path) = std::env::var_os("NHIP_BIN") {
        return Ok(path.into());
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = std::process::Command::new(cargo);
    build
        .args(["build", "--package", "nhip", "--bin", "nhip"])
        .args(["--message-format", "json", "--manifest-path"])
        .arg(root().join("Cargo.toml"))
        .stderr(Stdio::inherit());
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    let built = build.output().context("cannot run cargo")?;
    ensure!(built.status.success(), "nhip does not build");
    String::from_utf8_lossy(&built.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .find_map(|message| message.get("executable")?.as_str().map(PathBuf::from))
        .context("cargo does not say where the program is")
}

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
