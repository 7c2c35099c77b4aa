//! The loop that fetches updates and has them handled before it asks for more.
//!
//! Knows offsets and how long to wait after which error. Must not know what an update means. Polling from an offset
//! confirms everything before it, so a batch is committed before the next poll.

use std::mem::{Discriminant, discriminant};
use std::time::{Duration, Instant};

use tokio::sync::watch;
use tokio::time::{sleep, sleep_until};
use tokio_util::sync::CancellationToken;

use crate::backoff::Backoff;
use crate::db::Tx;
use crate::event::Inbound;
use crate::intake::Intake;
use crate::store::Result;
use crate::telegram::{Api, PollError};

/// Polled from the same offset sooner than this, the messenger returns one update instead of a hundred.
const SAME_OFFSET_PAUSE: Duration = Duration::from_millis(500);
/// The same error is not logged again within this time, even if polls succeed in between.
const TOLD_FOR: Duration = Duration::from_secs(600);

/// Added to the time within which a turn should end.
const MARGIN: Duration = Duration::from_secs(60);

/// The loop and its door: `on_updates` of the core, or a test's.
#[derive(Debug)]
pub(crate) struct Poller<D> {
    pub(crate) api: Api,
    pub(crate) intake: Intake<D>,
    /// How long the messenger may hold a poll without updates.
    pub(crate) timeout: Duration,
    /// Set to when the turn that is being made should have ended.
    pub(crate) back_by: watch::Sender<Instant>,
    pub(crate) stop: CancellationToken,
}

impl<D: AsyncFn(&mut Tx, &[Inbound]) -> Result> Poller<D> {
    /// Polls until it is told to stop.
    ///
    /// # Errors
    /// The token is wrong: waiting does not help.
    pub(crate) async fn run(mut self) -> anyhow::Result<()> {
        let stop = self.stop.clone();
        // No offset is stored: updates handled before a stop are recognised by their rows.
        let mut offset = 0;
        let mut patience = Patience::new();
        let mut ours = false;
        loop {
            let asked = Instant::now();
            self.takes(self.timeout);
            let polled = tokio::select! {
                polled = self.api.updates(offset, self.timeout) => polled,
                () = stop.cancelled() => return Ok(()),
            };
            let pause = match polled {
                Ok(batch) => {
                    patience.reset();
                    ours = true;
                    self.intake.metrics.heard();
                    // The last id, not the greatest: after an idle week ids may jump back.
                    let next = batch.last().map_or(offset, |last| last.id.0 + 1);
                    if !batch.is_empty() && !self.keep(&batch).await {
                        return Ok(());
                    }
                    let same = next == offset;
                    offset = next;
                    same.then(|| asked + SAME_OFFSET_PAUSE)
                }
                Err(PollError::Token) => return Err(PollError::Token.into()),
                // Left by whoever ran before; one that comes later is another program's.
                Err(PollError::Webhook) if !ours => {
                    ours = true;
                    self.remove_webhook().await;
                    None
                }
                Err(trouble) => Some(Instant::now() + patience.wait(trouble)),
            };
            if let Some(pause) = pause {
                self.takes(pause.saturating_duration_since(Instant::now()));
                tokio::select! {
                    () = sleep_until(pause.into()) => {}
                    () = stop.cancelled() => return Ok(()),
                }
            }
        }
    }

    async fn remove_webhook(&mut self) {
        match self.api.delete_webhook().await {
            Ok(()) => tracing::warn!(
                "a webhook was set for this bot; it is removed, for this program polls; what waits is kept"
            ),
            Err(trouble) => tracing::warn!("the webhook cannot be removed: {trouble}"),
        }
    }

    /// Handles a batch, and tries again for as long as the database fails; `false` if a stop came first.
    async fn keep(&mut self, batch: &[Inbound]) -> bool {
        let mut backoff = Backoff::new(Duration::from_secs(1), Duration::from_secs(60));
        loop {
            self.takes(Duration::ZERO);
            match self.intake.keep(batch).await {
                Ok(()) => return true,
                Err(fault) if backoff.is_fresh() => tracing::error!(
                    %fault,
                    updates = batch.len(),
                    "updates cannot be kept: the same ones are tried again until they can"
                ),
                Err(_) => {}
            }
            let wait = backoff.step();
            self.takes(wait);
            tokio::select! {
                () = sleep(wait) => {}
                () = self.stop.cancelled() => return false,
            }
        }
    }

    /// Says by when this loop will be heard of again.
    fn takes(&self, time: Duration) {
        self.back_by.send_replace(Instant::now() + time + MARGIN);
    }
}

/// How long to wait after which error, and whether it has been logged.
#[derive(Debug)]
struct Patience {
    away: Backoff,
    conflict: Backoff,
    told: Option<(Discriminant<PollError>, Instant)>,
}

impl Patience {
    fn new() -> Self {
        Self {
            away: Backoff::new(Duration::from_secs(1), Duration::from_secs(30)),
            conflict: Backoff::new(Duration::from_secs(5), Duration::from_secs(60)),
            told: None,
        }
    }

    fn wait(&mut self, trouble: PollError) -> Duration {
        let kind = discriminant(&trouble);
        // Two instances on one token interrupt each other in turns: a success in between does not mean that it is
        // over.
        let known = |(told, at): &(_, Instant)| *told == kind && at.elapsed() < TOLD_FOR;
        if !self.told.as_ref().is_some_and(known) {
            tracing::warn!("{trouble}");
            self.told = Some((kind, Instant::now()));
        }
        match trouble {
            PollError::Wait(seconds) => Duration::from_secs(u64::from(seconds.max(1))),
            PollError::SecondInstance | PollError::Webhook => self.conflict.step(),
            PollError::Away(_) | PollError::Refused(_) | PollError::Token => self.away.step(),
        }
    }

    fn reset(&mut self) {
        if !(self.away.is_fresh() && self.conflict.is_fresh()) {
            tracing::info!("updates arrive again");
        }
        self.away.reset();
        self.conflict.reset();
    }
}

#[cfg(test)]
mod tests;
