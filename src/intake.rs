//! What polling and the webhook share: a batch of updates is one transaction, and a bad one is put aside.
//!
//! Knows how a batch becomes durable, and whom to wake then. Must not know where updates come from, nor what one means.

use std::sync::Arc;
use std::time::Instant;

use rand::rngs::StdRng;
use tokio::sync::Notify;

use crate::clock::Clock;
use crate::db::{Db, Tx};
use crate::event::Inbound;
use crate::metrics::Metrics;
use crate::store::{Result, StoreError, updates};

/// Updates of one transaction at most. The answers to the first leave while the next are handled: with all that one poll
/// brings in one transaction, the first of them would wait for the last.
const PORTION: usize = 50;

/// The one way in, and its door: `on_updates` of the core, or a test's.
#[derive(Debug)]
pub(crate) struct Intake<D> {
    pub(crate) db: Db,
    pub(crate) clock: Clock,
    pub(crate) rng: StdRng,
    pub(crate) on_updates: D,
    /// To be notified when a batch is durable.
    pub(crate) handled: [Arc<Notify>; 2],
    pub(crate) metrics: Arc<Metrics>,
}

impl<D: AsyncFn(&mut Tx, &[Inbound]) -> Result> Intake<D> {
    /// Handles a batch. When this returns, the disk has all of it.
    ///
    /// # Errors
    /// The database cannot be written now: nothing may be confirmed to the messenger. What had been kept of it is recognised
    /// when it comes again.
    pub(crate) async fn keep(&mut self, batch: &[Inbound]) -> Result {
        for portion in batch.chunks(PORTION) {
            self.keep_portion(portion).await?;
        }
        Ok(())
    }

    async fn keep_portion(&mut self, batch: &[Inbound]) -> Result {
        let started = Instant::now();
        self.handle(batch).await?;
        let took = started.elapsed();
        let took_ms = took.as_millis();
        tracing::debug!(updates = batch.len(), took_ms, "handled");
        self.handled.iter().for_each(|waiting| waiting.notify_one());
        self.metrics.handled(batch, self.clock.now(), took);
        Ok(())
    }

    async fn handle(&mut self, batch: &[Inbound]) -> Result {
        let mut tx = self.begin().await?;
        let done = (self.on_updates)(&mut tx, batch).await;
        tracing::debug!(
            updates = batch.len(),
            statements = tx.statements(),
            "statements"
        );
        match done {
            Err(StoreError::Bug(cause)) => {
                drop(tx);
                tracing::error!(cause, "a batch of updates cannot be handled: one by one");
                self.handle_one_by_one(batch).await
            }
            Err(fault) => Err(fault),
            Ok(()) => Ok(tx.commit().await?),
        }
    }

    /// The core puts a bad update aside by itself. If even that fails, the others of the batch must not wait for
    /// it.
    async fn handle_one_by_one(&mut self, batch: &[Inbound]) -> Result {
        for update in batch {
            let mut tx = self.begin().await?;
            let one = std::slice::from_ref(update);
            match (self.on_updates)(&mut tx, one).await {
                Err(StoreError::Bug(cause)) => {
                    drop(tx);
                    tx = self.begin().await?;
                    updates::claim(&mut tx, [update.id].into_iter()).await?;
                    updates::quarantine(&mut tx, update.id, update.kind, &cause).await?;
                }
                done => done?,
            }
            tx.commit().await?;
        }
        Ok(())
    }

    async fn begin(&mut self) -> sqlx::Result<Tx> {
        self.db.begin(self.clock.now(), &mut self.rng).await
    }
}
