//! The loop that takes what is owed to the messenger and brings back what became of it.
//!
//! Knows when to look, how much to take, and when to stop. Must not know rules, wording or what
//! an answer means. A turn is one transaction: what was answered is recorded, what may leave is claimed.

mod flights;

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use rand::rngs::StdRng;
use tokio::sync::Notify;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use crate::backoff::Backoff;
use crate::clock::Clock;
use crate::db::{Db, Tx};
use crate::outgoing::{Claimed, Delivery};
use crate::pace::{Pacer, Room};
use crate::store::Fault;
use crate::store::outbox::{self, End, Share};
use crate::telegram::Api;
use flights::Flights;

/// How long a stop waits for answers; a call without one by then is in doubt.
const GRACE: Duration = Duration::from_secs(5);
/// How often a stop tries to record what was answered; a restart finds the rest claimed.
const LAST_TRIES: u32 = 3;

/// The loop and its door: `on_delivery` of the core, or a test's.
#[derive(Debug)]
pub(crate) struct Sender<D> {
    db: Db,
    clock: Clock,
    chance: StdRng,
    on_delivery: D,
    wake: Arc<Notify>,
    stop: CancellationToken,
    flights: Flights,
}

impl<D: AsyncFn(&mut Tx, &[Delivery]) -> Result<(), Fault>> Sender<D> {
    /// `wake` is notified whenever something may be owed.
    pub(crate) fn new(
        (db, clock, chance): (Db, Clock, StdRng),
        (api, pacer): (Api, Pacer),
        on_delivery: D,
        wake: Arc<Notify>,
        stop: CancellationToken,
    ) -> Self {
        Self {
            flights: Flights::new(api, clock.clone(), pacer),
            db,
            clock,
            chance,
            on_delivery,
            wake,
            stop,
        }
    }

    /// Sends until it is told to stop.
    pub(crate) async fn run(mut self) -> anyhow::Result<()> {
        let mut backoff = Backoff::new(Duration::from_secs(1), Duration::from_secs(60));
        while !self.stop.is_cancelled() {
            let now = Instant::now();
            match self.turn(now).await {
                Ok(due) => {
                    backoff.reset();
                    // What expired or was turned back on the spot is recorded before any waiting.
                    if self.flights.landed.is_empty() {
                        self.wait(due, now).await;
                    }
                }
                Err(fault) => {
                    if backoff.is_fresh() {
                        tracing::error!(%fault, "nothing can be claimed or recorded: sending waits");
                    }
                    tokio::select! {
                        () = sleep(backoff.step()) => {}
                        () = self.stop.cancelled() => {}
                    }
                }
            }
        }
        self.finish().await;
        Ok(())
    }

    /// Records, claims, lets go. Returns when the next row is due that is not yet.
    async fn turn(&mut self, now: Instant) -> Result<Option<DateTime<Utc>>, Fault> {
        let room = self.flights.room(now);
        if room.is_none() && self.flights.landed.is_empty() {
            return Ok(None);
        }
        let busy = self.flights.busy(now);
        let Some(mut tx) = self.recorded().await? else {
            return Ok(Some(self.clock.now()));
        };
        let rows = claim(&mut tx, room, &busy).await?;
        let due = outbox::next_due(&mut tx).await?;
        tx.commit().await?;
        self.flights.landed.clear();
        self.flights.accept(rows);
        Ok(due)
    }

    /// Until something was answered, may be owed, may leave, or is due.
    async fn wait(&mut self, due: Option<DateTime<Utc>>, looked: Instant) {
        // Since the turn looked, not since now: a pause that ended meanwhile kept rows from being claimed.
        let room_again = self.flights.next(looked);
        let clock = self.clock.clone();
        tokio::select! {
            () = self.wake.notified() => {}
            () = self.stop.cancelled() => {}
            () = self.flights.land(), if self.flights.any_aloft() => {}
            () = async { tokio::time::sleep_until(room_again.unwrap_or(looked).into()).await }, if room_again.is_some() => {}
            () = async { clock.sleep_until(due.unwrap_or_default()).await }, if due.is_some() => {}
        }
    }

    /// Waits a little for what is on its way, and gives everything else back.
    async fn finish(&mut self) {
        self.flights.turn_back();
        let all_landed = async {
            while self.flights.any_aloft() {
                self.flights.land().await;
            }
        };
        let _ = tokio::time::timeout(GRACE, all_landed).await;
        self.flights.abandon().await;
        for _ in 0..LAST_TRIES {
            match self.record().await {
                Ok(()) => return,
                Err(fault) => {
                    tracing::error!(%fault, rows = self.flights.landed.len(), "what was sent last cannot be recorded")
                }
            }
            sleep(Duration::from_millis(300)).await;
        }
    }

    /// A transaction in which all answers are recorded; `None` if they had to be, one by one, in their own.
    async fn recorded(&mut self) -> Result<Option<Tx>, Fault> {
        let mut tx = self.begin().await?;
        if self.flights.landed.is_empty() {
            return Ok(Some(tx));
        }
        match (self.on_delivery)(&mut tx, &self.flights.landed).await {
            Ok(()) => Ok(Some(tx)),
            Err(Fault::Bug(cause)) => {
                drop(tx);
                tracing::error!(cause, "a batch of answers cannot be recorded: one by one");
                self.record_one_by_one().await?;
                Ok(None)
            }
            Err(fault) => Err(fault),
        }
    }

    async fn record(&mut self) -> Result<(), Fault> {
        if let Some(tx) = self.recorded().await? {
            tx.commit().await?;
            self.flights.landed.clear();
        }
        Ok(())
    }

    /// One answer that cannot be recorded must not hold up the others, nor be sent for ever.
    async fn record_one_by_one(&mut self) -> Result<(), Fault> {
        while let Some(delivery) = self.flights.landed.first().cloned() {
            let mut tx = self.begin().await?;
            let one = std::slice::from_ref(&delivery);
            match (self.on_delivery)(&mut tx, one).await {
                Err(Fault::Bug(cause)) => {
                    drop(tx);
                    tracing::error!(
                        row = delivery.id.0,
                        cause,
                        "an answer cannot be recorded: its row ends here"
                    );
                    tx = self.begin().await?;
                    outbox::end(
                        &mut tx,
                        delivery.id,
                        End::Failed,
                        "its answer could not be recorded",
                    )
                    .await?;
                }
                done => done?,
            }
            tx.commit().await?;
            self.flights.landed.remove(0);
        }
        Ok(())
    }

    async fn begin(&mut self) -> sqlx::Result<Tx> {
        self.db.begin(self.clock.now(), &mut self.chance).await
    }
}

/// Replies first; notices and bulk get what is left over.
async fn claim(
    tx: &mut Tx,
    room: Room,
    busy: &[crate::types::ChatId],
) -> Result<Vec<Claimed>, Fault> {
    let mut rows = Vec::new();
    if room.toasts > 0 {
        rows = outbox::claim(tx, Share::Toasts, room.toasts, busy).await?;
    }
    let mut left = room.calls;
    if left > 0 {
        let replies = outbox::claim(tx, Share::Replies, left, busy).await?;
        left = left.saturating_sub(u32::try_from(replies.len()).unwrap_or(left));
        rows.extend(replies);
    }
    let later = room.later.min(left);
    if later > 0 {
        rows.extend(outbox::claim(tx, Share::Later, later, busy).await?);
    }
    Ok(rows)
}

#[cfg(test)]
mod tests;
