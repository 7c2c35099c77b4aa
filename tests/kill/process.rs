//! `nhip run` as a child process, against a world's emulated Telegram and database.
//!
//! Its campaign time stands still at the world's; its log is kept, and may not name anybody either.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output};

use testkit::world::{OFFICER, TOKEN, World, names_nobody};

/// The binary under test, without anything of this machine's environment.
pub fn nhip() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nhip"));
    command.env_clear().env("NHIP_LANG", "en");
    command
}

/// A running `nhip run`.
pub struct Process {
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Starts it and does not wait.
    pub fn launch(world: &World) -> Process {
        Self::launch_as(world, command(world, &world.path()))
    }

    /// The same under a service manager that listens there.
    pub fn launch_under(world: &World, manager: &Path) -> Process {
        let mut command = command(world, &world.path());
        command.env("NOTIFY_SOCKET", manager);
        Self::launch_as(world, command)
    }

    fn launch_as(world: &World, mut command: Command) -> Process {
        let folder = world.path().parent().expect("a folder").to_owned();
        let settings = folder.join("nhip.toml");
        std::fs::write(&settings, world.settings()).expect("the folder can be written");
        let count = std::fs::read_dir(&folder).expect("a folder").count();
        let log = folder.join(format!("log-{count}"));
        let child = command
            .env("NHIP_CONFIG", settings)
            .stderr(File::create(&log).expect("the folder can be written"))
            .spawn()
            .expect("the program starts");
        Process { child, log }
    }

    /// Starts it and waits until its loops run.
    pub async fn start(world: &World) -> Process {
        let mut process = Process::launch(world);
        process.runs(world).await;
        process
    }

    /// The same on another database than the world's.
    pub async fn start_on(world: &World, database: &Path) -> Process {
        let mut process = Process::launch_as(world, command(world, database));
        process.runs(world).await;
        process
    }

    /// Waits until its loops run.
    pub async fn runs(&mut self, world: &World) {
        self.logs(world, "running; stop with Ctrl-C").await;
    }

    /// Waits until it has logged that.
    pub async fn logs(&mut self, world: &World, line: &str) {
        let process = std::cell::RefCell::new(self);
        let so = async || {
            let mut process = process.borrow_mut();
            if process.log().contains(line) {
                return true;
            }
            let ended = process.child.try_wait().expect("a child of ours");
            assert!(ended.is_none(), "it ended:\n{}", process.log());
            false
        };
        world.until(&format!("the process logs {line:?}"), so).await;
    }

    /// What it has logged so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Ends it as a power cut would.
    pub fn dies(mut self) {
        self.child.kill().expect("it was alive");
        self.child.wait().expect("a child of ours");
    }

    /// Asks it to end.
    pub fn signal(&self, signal: &str) {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args([signal, &pid]).status();
        assert!(sent.expect("the kill command").success());
    }

    /// Waits for it to end by itself.
    pub async fn ended(&mut self, world: &World) -> ExitStatus {
        let child = std::cell::RefCell::new(&mut self.child);
        let over = async || {
            child
                .borrow_mut()
                .try_wait()
                .expect("a child of ours")
                .is_some()
        };
        world.until("the process ends", over).await;
        self.child.wait().expect("a child of ours")
    }

    /// Ends it with SIGTERM, which it must obey and call a success; its log must name nobody.
    pub async fn stops(mut self, world: &World) {
        self.signal("-TERM");
        let status = self.ended(world).await;
        assert!(status.success(), "{status}:\n{}", self.log());
        names_nobody(&self.log(), &world.personal());
    }
}

/// A test that fails must not leave a bot behind.
impl Drop for Process {
    fn drop(&mut self) {
        // Fails only for one that has ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `nhip run` in that world, at its time.
pub fn command(world: &World, database: &Path) -> Command {
    let mut command = nhip();
    command
        .args(["run", "--clock-rate", "0", "--clock-start"])
        .arg(world.clock().now().to_rfc3339())
        .env("TELOXIDE_TOKEN", TOKEN)
        .env("TELOXIDE_API_URL", world.sandbox().url())
        .env("NHIP_DATABASE", database)
        .env("NHIP_OWNERS", OFFICER.to_string())
        .env("NHIP_LOG", "trace");
    command
}

/// Waits until a running process has nothing to read, to do or to send.
pub async fn settles(world: &World) {
    world
        .until("the process comes to rest", async || at_rest(world).await)
        .await;
}

/// Whether a running process has nothing to read, to do or to send.
pub async fn at_rest(world: &World) -> bool {
    world.sandbox().pending() == 0
        && nothing_due(world).await
        && world.database().in_hand(world.clock().now()).await == 0
}

/// Whether this week's round is open and everything of it that is due is in the outbox or sent.
pub async fn nothing_due(world: &World) -> bool {
    let now = world.clock().now().timestamp();
    let query = format!(
        "SELECT (SELECT count(*) FROM rounds WHERE opens_at <= {now} AND closes_at > {now}),
                (SELECT count(*) FROM pushes WHERE done = 0 AND due_at <= {now})"
    );
    world.database().lines(query).await == ["1 0"]
}

/// Runs it to its end, beside the world, and shows what came of it.
pub async fn told(world: &World, mut command: Command) -> String {
    let ended = tokio::task::spawn_blocking(move || command.output());
    let output = ended.await.expect("it was waited for");
    let folder = world.path();
    report(
        folder.parent().expect("a folder"),
        &output.expect("the program starts"),
    )
}

/// The exit code and all that was printed, the folder's name left out.
pub fn report(folder: &Path, output: &Output) -> String {
    let code = output.status.code().map_or(-1, i64::from);
    let printed = [&output.stdout[..], &output.stderr[..]].concat();
    let printed = String::from_utf8_lossy(&printed);
    let lines = printed.lines().map(str::trim_end).collect::<Vec<_>>();
    let report = format!("exit code {code}\n{}", lines.join("\n"));
    let folder = folder.display().to_string();
    report.replace(&folder, "‹folder›").trim_end().to_owned()
}
