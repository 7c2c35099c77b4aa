//! The loop that has files read, one at a time, beside everything else.
//!
//! Knows when to look. Must not know what a file is about. A file is marked in one transaction, read in none, and what
//! follows is one more: nobody waits for a large file, and one that ends the process is not tried again.

use std::sync::Arc;
use std::time::Duration;

use rand::rngs::StdRng;
use tokio::sync::{Notify, watch};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use crate::backoff::Backoff;
use crate::clock::Clock;
use crate::core::Core;
use crate::db::Db;
use crate::store::StoreError;

pub(crate) struct Reader {
    core: watch::Receiver<Arc<Core>>,
    db: Db,
    clock: Clock,
    rng: StdRng,
    /// Notified when a file may have come.
    wake: Arc<Notify>,
    /// To be notified when a call was queued.
    owed: Arc<Notify>,
    stop: CancellationToken,
}

impl Reader {
    pub(crate) fn new(
        core: watch::Receiver<Arc<Core>>,
        (db, clock, rng): (Db, Clock, StdRng),
        [wake, owed]: [Arc<Notify>; 2],
        stop: CancellationToken,
    ) -> Self {
        Self {
            core,
            db,
            clock,
            rng,
            wake,
            owed,
            stop,
        }
    }

    /// Reads until it is told to stop.
    pub(crate) async fn run(mut self) -> anyhow::Result<()> {
        let mut backoff = Backoff::new(Duration::from_secs(1), Duration::from_secs(60));
        while !self.stop.is_cancelled() {
            match self.turn().await {
                Ok(true) => backoff.reset(),
                Ok(false) => {
                    backoff.reset();
                    tokio::select! {
                        () = self.wake.notified() => {}
                        () = self.stop.cancelled() => {}
                    }
                }
                Err(fault) => {
                    if backoff.is_fresh() {
                        tracing::error!(%fault, "files cannot be read now: they wait");
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

    /// Reads the next file; `false`: there is none.
    async fn turn(&mut self) -> Result<bool, StoreError> {
        let core = Arc::clone(&self.core.borrow());
        let mut tx = self.db.begin(self.clock.now(), &mut self.rng).await?;
        let Some(file) = core.next_file(&mut tx).await? else {
            return Ok(false);
        };
        tx.commit().await?;
        let broken = file.broken();
        // A panic ends the task alone; the hook has logged its place.
        let read = tokio::task::spawn_blocking(move || file.read())
            .await
            .unwrap_or(broken);
        let mut tx = self.db.begin(self.clock.now(), &mut self.rng).await?;
        core.on_file(&mut tx, read).await?;
        tx.commit().await?;
        self.owed.notify_one();
        Ok(true)
    }
}
