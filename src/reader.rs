//! The loop that has files read, one at a time, beside everything else.
//!
//! Knows when to look. Must not know what a file is about. A file is marked in one transaction, read in none, and what
//! follows is one more: nobody waits for a large file, and one that ends the process is not tried again.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use rand::rngs::StdRng;
use tokio::sync::{Notify, watch};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use crate::backoff::Backoff;
use crate::clock::Clock;
use crate::core::{Core, ReadFile};
use crate::db::{Db, Tx};
use crate::panics;
use crate::store::{Result, StoreError};

/// The loop, and what follows from a file: `on_file` of the core, or a test's.
pub(crate) struct Reader<D> {
    core: watch::Receiver<Arc<Core>>,
    db: Db,
    clock: Clock,
    rng: StdRng,
    on_file: D,
    /// What was read and is not taken in yet.
    read: Option<ReadFile>,
    /// Notified when a file may have come.
    wake: Arc<Notify>,
    /// To be notified when a call was queued.
    owed: Arc<Notify>,
    stop: CancellationToken,
}

impl<D: AsyncFn(&mut Tx, &ReadFile) -> Result> Reader<D> {
    pub(crate) fn new(
        core: watch::Receiver<Arc<Core>>,
        (db, clock, rng): (Db, Clock, StdRng),
        on_file: D,
        [wake, owed]: [Arc<Notify>; 2],
        stop: CancellationToken,
    ) -> Self {
        Self {
            core,
            db,
            clock,
            rng,
            on_file,
            read: None,
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
                        let unread = self.read.is_none();
                        tracing::error!(%fault, unread, "a file cannot be taken in now: it waits");
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

    /// Reads the next file, if none waits that was read already; `false`: there is none.
    async fn turn(&mut self) -> Result<bool> {
        if self.read.is_none() {
            let core = Arc::clone(&self.core.borrow());
            let mut tx = self.begin().await?;
            let Some(file) = core.next_file(&mut tx).await? else {
                return Ok(false);
            };
            tx.commit().await?;
            let broken = file.broken();
            // A panic ends the task alone; the hook has logged its place.
            let read = tokio::task::spawn_blocking(move || file.read())
                .await
                .unwrap_or(broken);
            self.read = Some(read);
        }
        let Some(read) = self.read.take() else {
            return Ok(true);
        };
        match self.take_in(&read).await {
            Ok(()) => {}
            // The database cannot be written now: the file is not read again for that.
            Err(StoreError::Store(fault)) => {
                self.read = Some(read);
                return Err(StoreError::Store(fault));
            }
            Err(StoreError::Bug(cause)) => {
                tracing::error!(
                    cause,
                    "a file that was read cannot be taken in: it ends here"
                );
                self.take_in(&read.broken()).await?;
            }
        }
        self.owed.notify_one();
        Ok(true)
    }

    /// What follows from a file, in a transaction of its own; a panic there is a mistake of ours like any other.
    async fn take_in(&mut self, read: &ReadFile) -> Result {
        let mut tx = self.begin().await?;
        match AssertUnwindSafe((self.on_file)(&mut tx, read))
            .catch_unwind()
            .await
        {
            Ok(done) => done?,
            Err(_) => return Err(StoreError::Bug(panics::cause())),
        }
        tx.commit().await
    }

    async fn begin(&mut self) -> sqlx::Result<Tx> {
        self.db.begin(self.clock.now(), &mut self.rng).await
    }
}

#[cfg(test)]
mod tests;
