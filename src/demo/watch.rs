//! The demo's clock, kept in a file so that the next run goes on from the same time, even after a kill.

use std::path::PathBuf;

use anyhow::Context;
use chrono::{DateTime, Utc};

use crate::clock::Clock;
use crate::told;

/// A clock and the file that remembers it.
#[derive(Debug)]
pub(super) struct Watch {
    clock: Clock,
    file: PathBuf,
}

impl Watch {
    /// Starts the clock where the file says, or at `beginning` if there is none.
    pub(super) fn wind(file: PathBuf, beginning: DateTime<Utc>) -> anyhow::Result<(Self, Clock)> {
        let start = if file.exists() {
            let text = std::fs::read_to_string(&file)?;
            text.trim()
                .parse()
                .with_context(|| told!("demo-no-time", path = file.display()))?
        } else {
            beginning
        };
        let clock = Clock::starting(start, 1.0);
        Ok((
            Self {
                clock: clock.clone(),
                file,
            },
            clock,
        ))
    }

    /// What it shows.
    pub(super) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Moves it on.
    pub(super) fn move_to(&self, moment: DateTime<Utc>) -> anyhow::Result<()> {
        self.clock.move_to(moment);
        self.keep()
    }

    /// Writes the time beside and renames: a power cut leaves the old time or the new one.
    pub(super) fn keep(&self) -> anyhow::Result<()> {
        let beside = self.file.with_extension("new");
        std::fs::write(&beside, self.now().to_rfc3339())?;
        std::fs::rename(&beside, &self.file)
            .with_context(|| told!("demo-clock-not-kept", path = self.file.display()))
    }
}
