//! The two loops behind the webhook's route: one makes what has come durable, one keeps the webhook set.
//!
//! Knows when a delivery may be called done, and what to do when somebody else has set the webhook. Must not know HTTP,
//! nor what an update means: batches are kept as those of a poll are.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{mpsc, watch};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use crate::backoff::Backoff;
use crate::db::Tx;
use crate::event::Inbound;
use crate::http::webhook::{Arrival, WAITING_MAX};
use crate::intake::Intake;
use crate::metrics::Metrics;
use crate::store::Result;
use crate::telegram::{Api, PollError, WebhookInfo};

/// How often it is looked whether the webhook is still ours, and whether the messenger can deliver.
pub(crate) const LOOK_EVERY: Duration = Duration::from_secs(50);

/// Nobody is overdue who waits for deliveries.
const IDLE: Duration = Duration::from_secs(366 * 24 * 3600);
/// Within which a batch should have been written.
const MARGIN: Duration = Duration::from_secs(60);

/// The loop that writes.
#[derive(Debug)]
pub(crate) struct Writer<D> {
    pub(crate) intake: Intake<D>,
    pub(crate) arrivals: mpsc::Receiver<Arrival>,
    /// Set to when what is being written should have been; far away while nothing is.
    pub(crate) back_by: watch::Sender<Instant>,
    pub(crate) stop: CancellationToken,
}

impl<D: AsyncFn(&mut Tx, &[Inbound]) -> Result> Writer<D> {
    /// Takes all that waits, makes it durable, and answers; until it is told to stop and nothing waits any more.
    pub(crate) async fn run(mut self) -> anyhow::Result<()> {
        let mut waiting = Vec::with_capacity(WAITING_MAX);
        let mut fails = false;
        loop {
            self.back_by.send_replace(Instant::now() + IDLE);
            let stopping = self.arrivals.is_closed();
            tokio::select! {
                count = self.arrivals.recv_many(&mut waiting, WAITING_MAX) => if count == 0 {
                    return Ok(());
                },
                // What has been accepted by now is still written and answered.
                () = self.stop.cancelled(), if !stopping => self.arrivals.close(),
            }
            if !waiting.is_empty() {
                self.back_by.send_replace(Instant::now() + MARGIN);
                fails = self.write(&mut waiting, fails).await;
            }
        }
    }

    /// One batch; `true` if it could not be kept.
    async fn write(&mut self, waiting: &mut Vec<Arrival>, failed: bool) -> bool {
        let (batch, waiting): (Vec<_>, Vec<_>) = waiting
            .drain(..)
            .map(|one| (one.update, one.durable))
            .unzip();
        let kept = self.intake.keep(&batch).await;
        if let (Err(fault), false) = (&kept, failed) {
            tracing::error!(
                %fault,
                updates = batch.len(),
                "updates cannot be kept: the messenger delivers the same ones again until they can"
            );
        }
        for one in waiting {
            // Whoever has hung up meanwhile gets it answered when it comes again.
            let _ = one.send(kept.is_ok());
        }
        kept.is_err()
    }
}

/// The loop that keeps the webhook set.
#[derive(Debug)]
pub(crate) struct Keeper {
    pub(crate) api: Api,
    /// The address that the messenger is told.
    pub(crate) url: String,
    /// Between two looks.
    pub(crate) look_every: Duration,
    pub(crate) metrics: Arc<Metrics>,
    pub(crate) stop: CancellationToken,
}

impl Keeper {
    /// Sets the webhook, looks after it, and leaves it where it is at a stop: the messenger keeps what comes meanwhile.
    ///
    /// # Errors
    /// The token is wrong: waiting does not help.
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let stop = self.stop.clone();
        tokio::select! {
            Err(error) = self.keep() => Err(error.into()),
            () = stop.cancelled() => Ok(()),
        }
    }

    async fn keep(&self) -> Result<std::convert::Infallible, PollError> {
        loop {
            self.set().await?;
            self.metrics.heard();
            tracing::info!("the webhook is set: updates are delivered");
            self.stays().await?;
            tracing::warn!(
                "something else has changed the webhook of this bot: does another program use the same token? It is set anew"
            );
        }
    }

    /// Until it is set.
    async fn set(&self) -> Result<(), PollError> {
        let mut backoff = Backoff::new(Duration::from_secs(1), Duration::from_secs(60));
        loop {
            match self.api.set_webhook(&self.url).await {
                Err(trouble) => wait(trouble, &mut backoff).await?,
                Ok(()) => return Ok(()),
            }
        }
    }

    /// Until it is not ours any more.
    async fn stays(&self) -> Result<(), PollError> {
        let mut backoff = Backoff::new(self.look_every, self.look_every * 4);
        let mut told = None;
        loop {
            sleep(self.look_every).await;
            match self.api.webhook().await {
                Ok(info) if info.url != self.url => return Ok(()),
                Ok(info) => {
                    backoff.reset();
                    if let Some(trouble) = trouble(&info) {
                        if told.as_ref() != Some(&info.last_error) {
                            tracing::warn!("{trouble}");
                        }
                        told = Some(info.last_error);
                    } else {
                        self.metrics.heard();
                        told = None;
                    }
                }
                Err(trouble) => wait(trouble, &mut backoff).await?,
            }
        }
    }
}

/// What keeps the messenger from delivering.
fn trouble(info: &WebhookInfo) -> Option<String> {
    let error = info.last_error.as_ref().filter(|_| info.pending > 0)?;
    Some(format!(
        "the messenger cannot deliver {} updates: {error}; is the proxy running, and does it pass requests on to [telegram] listen?",
        info.pending
    ))
}

/// Waits, and says so the first time; what waiting does not help with is handed on.
async fn wait(trouble: PollError, backoff: &mut Backoff) -> Result<(), PollError> {
    if trouble == PollError::Token {
        return Err(trouble);
    }
    if backoff.is_fresh() {
        tracing::warn!("{trouble}; trying again");
    }
    let pause = match trouble {
        PollError::Wait(seconds) => Duration::from_secs(u64::from(seconds.max(1))),
        _ => backoff.step(),
    };
    sleep(pause).await;
    Ok(())
}

#[cfg(test)]
mod tests;
