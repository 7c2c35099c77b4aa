//! The loop that sends queued calls to the messenger and records their outcomes.
//!
//! Knows when to look, how much to take, and when to stop. Must not know rules, wording or what an answer means.
//! Each round is one transaction: answered calls are recorded, and rows that may leave are claimed.

mod in_flight;

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
use crate::metrics::Metrics;
use crate::outgoing::{Claimed, Delivery, Outcome, Reason};
use crate::pace::{Pacer, Room};
use crate::store::outbox::{self, End};
use crate::store::{Result, StoreError};
use crate::telegram::Api;
use crate::types::ChatId;
use in_flight::InFlight;

/// How long a stop waits for answers; a call without one by then is in doubt.
const GRACE: Duration = Duration::from_secs(5);
/// How often a stop tries to record outcomes; what is not recorded is still claimed, and a restart settles it.
const LAST_TRIES: u32 = 3;

/// The loop and its door: `on_delivery` of the core, or a test's.
#[derive(Debug)]
pub(crate) struct Sender<D> {
    db: Db,
    clock: Clock,
    rng: StdRng,
    on_delivery: D,
    wake: Arc<Notify>,
    /// Notified when a file that came is stored.
    fetched: Arc<Notify>,
    metrics: Arc<Metrics>,
    stop: CancellationToken,
    in_flight: InFlight,
}

impl<D: AsyncFn(&mut Tx, &[Delivery]) -> Result> Sender<D> {
    /// `wake` is notified whenever a call may have been queued; it notifies `fetched` itself, when a file is there.
    pub(crate) fn new(
        (db, clock, rng): (Db, Clock, StdRng),
        (api, pacer): (Api, Pacer),
        on_delivery: D,
        [wake, fetched]: [Arc<Notify>; 2],
        (metrics, stop): (Arc<Metrics>, CancellationToken),
    ) -> Self {
        Self {
            in_flight: InFlight::new(api, clock.clone(), pacer),
            db,
            clock,
            rng,
            on_delivery,
            wake,
            fetched,
            metrics,
            stop,
        }
    }

    /// Sends until it is told to stop.
    pub(crate) async fn run(mut self) -> anyhow::Result<()> {
        let mut backoff = Backoff::new(Duration::from_secs(1), Duration::from_secs(60));
        while !self.stop.is_cancelled() {
            match self.turn().await {
                Ok((due, looked)) => {
                    backoff.reset();
                    // Calls that ended without leaving (expired, not admitted) are already done: record them before
                    // sleeping.
                    if self.in_flight.done.is_empty() {
                        self.wait(due, looked).await;
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

    /// Records outcomes, claims rows and dispatches them. Returns when the next row is due, and the moment of claiming.
    async fn turn(&mut self) -> Result<(Option<DateTime<Utc>>, Instant)> {
        let now = Instant::now();
        if self.in_flight.room(now).is_none() && self.in_flight.done.is_empty() {
            return Ok((None, now));
        }
        let recorded = self.recorded().await?;
        // Not before: while a batch of updates had the database, calls were answered, and made room.
        let now = Instant::now();
        let Some(mut tx) = recorded else {
            return Ok((Some(self.clock.now()), now));
        };
        let (room, busy) = (self.in_flight.room(now), self.in_flight.busy(now));
        let rows = claim(&mut tx, room, &busy).await?;
        let due = outbox::next_due(&mut tx).await?;
        tx.commit().await?;
        let fetched = |one: &Delivery| matches!(one.outcome, Outcome::Fetched(_));
        if self.in_flight.done.iter().any(fetched) {
            self.fetched.notify_one();
        }
        self.forget_recorded();
        self.in_flight.accept(rows);
        Ok((due, now))
    }

    /// Until a call is answered, a row may have been queued, the pace has room again, or a row is due.
    async fn wait(&mut self, due: Option<DateTime<Utc>>, looked: Instant) {
        // As of the moment of claiming, not of now: a pause that has ended since has kept rows from being claimed.
        let room_again = self.in_flight.next(looked);
        let clock = self.clock.clone();
        tokio::select! {
            () = self.wake.notified() => {}
            () = self.stop.cancelled() => {}
            () = self.in_flight.join(), if self.in_flight.any() => {}
            () = async { tokio::time::sleep_until(room_again.unwrap_or(looked).into()).await }, if room_again.is_some() => {}
            () = async { clock.sleep_until(due.unwrap_or_default()).await }, if due.is_some() => {}
        }
    }

    /// Waits a little for calls in flight, and puts all other claimed rows back.
    async fn finish(&mut self) {
        self.in_flight.give_back();
        let all_landed = async {
            while self.in_flight.any() {
                self.in_flight.join().await;
            }
        };
        let _ = tokio::time::timeout(GRACE, all_landed).await;
        self.in_flight.abandon().await;
        let mut failed = self.record().await;
        for _ in 1..LAST_TRIES {
            if failed.is_err() {
                sleep(Duration::from_millis(300)).await;
                failed = self.record().await;
            }
        }
        let rows = self.in_flight.done.len();
        if let Err(fault) = failed
            && rows > 0
        {
            tracing::error!(%fault, rows, "what was sent last cannot be recorded");
        }
    }

    /// A transaction in which all answers are recorded; `None` if they had to be, one by one, in their own.
    async fn recorded(&mut self) -> Result<Option<Tx>> {
        let mut tx = self.begin().await?;
        self.in_flight.take_in();
        if self.in_flight.done.is_empty() {
            return Ok(Some(tx));
        }
        match (self.on_delivery)(&mut tx, &self.in_flight.done).await {
            Ok(()) => Ok(Some(tx)),
            Err(StoreError::Bug(cause)) => {
                drop(tx);
                tracing::error!(cause, "a batch of answers cannot be recorded: one by one");
                self.record_one_by_one().await?;
                Ok(None)
            }
            Err(fault) => Err(fault),
        }
    }

    async fn record(&mut self) -> Result {
        if let Some(tx) = self.recorded().await? {
            tx.commit().await?;
            self.forget_recorded();
        }
        Ok(())
    }

    fn forget_recorded(&mut self) {
        if !self.in_flight.done.is_empty() {
            self.metrics.recorded(&self.in_flight.done);
            self.in_flight.done.clear();
        }
    }

    /// One answer that cannot be recorded must not hold up the others, nor be sent for ever.
    async fn record_one_by_one(&mut self) -> Result {
        while let Some(delivery) = self.in_flight.done.first().cloned() {
            let mut tx = self.begin().await?;
            let one = std::slice::from_ref(&delivery);
            match (self.on_delivery)(&mut tx, one).await {
                Err(StoreError::Bug(cause)) => {
                    drop(tx);
                    tracing::error!(
                        row = delivery.id.0,
                        cause,
                        "an answer cannot be recorded: its row ends here"
                    );
                    tx = self.begin().await?;
                    outbox::end(&mut tx, delivery.id, End::Failed, &Reason::NotRecorded).await?;
                }
                done => done?,
            }
            tx.commit().await?;
            self.fetched.notify_one();
            self.metrics.recorded(&[self.in_flight.done.remove(0)]);
        }
        Ok(())
    }

    async fn begin(&mut self) -> sqlx::Result<Tx> {
        self.db.begin(self.clock.now(), &mut self.rng).await
    }
}

/// Claims toasts and replies first; notices and bulk get the room that is left.
async fn claim(tx: &mut Tx, room: Room, busy: &[ChatId]) -> Result<Vec<Claimed>> {
    if room.is_none() {
        return Ok(Vec::new());
    }
    let wanted = outbox::Wanted {
        toasts: room.toasts,
        replies: room.calls,
        later: room.later,
        together: room.calls,
    };
    outbox::claim(tx, wanted, busy).await
}

#[cfg(test)]
mod tests;
