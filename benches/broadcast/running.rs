//! The bot as a child process of the bench: started, killed, asked for its memory.

use std::process::{Child, Command, Stdio};

use anyhow::Context;
use testkit::measure;
use testkit::world::Mode;
use testkit::world::crowd::Crowd;

/// The bot in a process of its own; it dies with this value.
pub(crate) struct Running(Child);

impl Running {
    pub(crate) fn start(crowd: &Crowd, per_second: u32) -> anyhow::Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        if crowd.world.mode() == Mode::Webhook {
            // After the word that says what it is.
            command.args(["bot", "--listen", &crowd.world.hook_address().to_string()]);
        } else {
            command.arg("bot");
        }
        let child = command
            .arg(crowd.world.sandbox().url())
            .arg(crowd.world.path())
            .args([
                per_second.to_string(),
                crowd.world.clock().now().to_rfc3339(),
            ])
            .stdin(Stdio::null())
            .spawn()
            .context("the bot does not start")?;
        Ok(Self(child))
    }

    /// SIGKILL, and nothing of it runs any more.
    pub(crate) fn kill(&mut self) -> anyhow::Result<()> {
        self.0.kill()?;
        self.0.wait()?;
        Ok(())
    }

    pub(crate) fn peak_kb(&self) -> anyhow::Result<u64> {
        measure::peak_kb(self.0.id())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
