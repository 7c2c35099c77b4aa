//! The loop that calls `on_tick` when time has passed.
//!
//! Knows when to look at the clock. Must not know what is due.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use rand::rngs::StdRng;
use tokio::sync::{Notify, watch};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use crate::backoff::Backoff;
use crate::clock::Clock;
use crate::core::Tick;
use crate::db::{Db, Tx};
use crate::store::Result;

/// The least time between two ticks unless a batch was full: many wake-ups become one.
const SPACING: Duration = Duration::from_millis(20);

/// However far off the next thing is, a turn is made at least this often: it writes, and so shows that writing works.
const BEAT: Duration = Duration::from_secs(20);

/// How soon it is tried again to empty the log of what was erased while somebody reads.
const SWEEP: Duration = Duration::from_millis(100);

/// The loop and its door: `on_tick` of the core, or a test's.
#[derive(Debug)]
pub(crate) struct Ticker<D> {
    pub(crate) db: Db,
    pub(crate) clock: Clock,
    pub(crate) rng: StdRng,
    pub(crate) on_tick: D,
    /// Notified when something may have become due earlier than it was.
    pub(crate) wake: Arc<Notify>,
    /// Set to when the next thing is due, once all that is due now is done.
    pub(crate) next: watch::Sender<Option<DateTime<Utc>>>,
    /// Set at each turn whose transaction was committed.
    pub(crate) wrote: watch::Sender<Instant>,
    /// To be notified when a call may have been queued.
    pub(crate) owed: Arc<Notify>,
    /// To be notified when a file waits to be read.
    pub(crate) files: Arc<Notify>,
    pub(crate) stop: CancellationToken,
}

impl<D: AsyncFn(&mut Tx) -> Result<Tick>> Ticker<D> {
    /// Ticks until it is told to stop.
    pub(crate) async fn run(mut self) -> anyhow::Result<()> {
        let mut backoff = Backoff::new(Duration::from_secs(1), Duration::from_secs(60));
        while !self.stop.is_cancelled() {
            let started = Instant::now();
            match self.turn().await {
                Ok(tick) => {
                    backoff.reset();
                    self.owed.notify_one();
                    if tick.files {
                        self.files.notify_one();
                    }
                    // Without waiting for whoever reads, a backup for one: members would wait with it.
                    if tick.erased {
                        self.db.sweep().await;
                    }
                    if tick.again {
                        tokio::task::yield_now().await;
                    } else {
                        let next = tick.next.into_iter().chain(tick.unwritten).min();
                        self.next.send_replace(next);
                        while !self.wait(next, started).await {
                            self.db.sweep().await;
                        }
                    }
                }
                Err(fault) => {
                    if backoff.is_fresh() {
                        tracing::error!(%fault, "what is due cannot be done: it waits");
                    }
                    tokio::select! {
                        () = sleep(backoff.step()) => {}
                        () = self.stop.cancelled() => {}
                    }
                }
            }
        }
        Ok(())
    }

    async fn turn(&mut self) -> Result<Tick> {
        let mut tx = self.db.begin(self.clock.now(), &mut self.rng).await?;
        let tick = (self.on_tick)(&mut tx).await?;
        tx.commit().await?;
        self.wrote.send_replace(Instant::now());
        Ok(tick)
    }

    /// Until the next turn; `false`: the log is to be emptied before it, which somebody who reads has kept from being done.
    async fn wait(&self, next: Option<DateTime<Utc>>, started: Instant) -> bool {
        let spaced = async {
            tokio::time::sleep_until((started + SPACING).into()).await;
            tokio::select! {
                () = self.wake.notified() => {}
                () = tokio::time::sleep_until((started + BEAT).into()) => {}
                () = async { self.clock.sleep_until(next.unwrap_or_default()).await }, if next.is_some() => {}
            }
        };
        tokio::select! {
            () = spaced => true,
            () = self.stop.cancelled() => true,
            () = sleep(SWEEP), if self.db.is_unswept() => false,
        }
    }
}

#[cfg(test)]
mod tests;
