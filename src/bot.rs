//! The running bot: three loops around the three doors of the core, one that reads files beside them, and what it shows
//! of itself.
//!
//! Knows which loop wakes which, and how all of them start and end. Must not know rules, settings
//! or where they come from: `nhip run`, the demo and the tests start the very same bot.

mod beginning;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, anyhow};
use chrono::{DateTime, Utc};
use rand::SeedableRng;
use rand::rngs::StdRng;
use tokio::sync::{Notify, mpsc, watch};
use tokio::task::{JoinError, JoinSet};
use tokio_util::sync::CancellationToken;

pub use self::beginning::introduce;
use crate::backup::Daily;
use crate::clock::Clock;
use crate::core::{Core, ReadFile};
use crate::db::{Db, Tx};
use crate::event::Inbound;
use crate::health::Health;
use crate::heartbeat::Heart;
use crate::http;
use crate::intake::Intake;
use crate::metrics::Metrics;
use crate::outgoing::Delivery;
use crate::pace::{Pace, Pacer};
use crate::poller::Poller;
use crate::reader::Reader;
use crate::sender::Sender;
use crate::telegram::Api;
use crate::ticker::Ticker;
use crate::told;
use crate::webhook::{Keeper, LOOK_EVERY, Writer};

/// Longer than the sender waits for answers; a locked database must not hold the process for ever.
const STOP_LIMIT: Duration = Duration::from_secs(9);

/// Everything a bot needs to start.
pub struct Parts {
    /// The rules.
    pub core: Arc<Core>,
    /// Where everything is kept. Nobody else writes to it while the bot runs.
    pub db: Db,
    /// Campaign time.
    pub clock: Clock,
    /// The way to the messenger.
    pub api: Api,
    /// Its limits.
    pub pace: Pace,
    /// How updates come in.
    pub updates: Updates,
    /// Where `/health/live`, `/health/ready` and `/metrics` are shown, if anywhere.
    pub shown_at: Option<SocketAddr>,
    /// What is backed up every day; `None`: nothing by itself.
    pub backup: Option<Daily>,
    /// The random number generator; `None` takes it from the operating system.
    pub seed: Option<u64>,
}

/// How updates come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Updates {
    /// The messenger is asked for them, and may hold a poll for so long, in whole seconds; it allows 50.
    Polled(Duration),
    /// The messenger delivers them.
    Delivered {
        /// The address it is told: a proxy's.
        url: String,
        /// The path of that address, which the proxy passes on unchanged.
        path: String,
        /// Where the proxy finds this program.
        listen: SocketAddr,
    },
}

/// A running bot. Dropped, it is gone at once, as after a power cut.
pub struct Bot {
    loops: JoinSet<anyhow::Result<()>>,
    stop: CancellationToken,
    next: watch::Receiver<Option<DateTime<Utc>>>,
    rules: watch::Sender<Arc<Core>>,
    wake: [Arc<Notify>; 2],
    to_write: (Db, Clock, StdRng),
    pulse: Pulse,
}

/// Whether the bot works: its loops themselves show it, nobody else does.
#[derive(Debug, Clone)]
pub struct Pulse {
    /// When a turn of the ticker was last committed.
    wrote: watch::Receiver<Instant>,
    /// By when what takes updates in should be heard of again.
    back_by: watch::Receiver<Instant>,
}

impl Pulse {
    /// With where the ticker and what takes updates in say so.
    fn new() -> (watch::Sender<Instant>, watch::Sender<Instant>, Self) {
        let (wrote, written) = watch::channel(Instant::now());
        let (back_by, back) = watch::channel(Instant::now());
        let pulse = Self {
            wrote: written,
            back_by: back,
        };
        (wrote, back_by, pulse)
    }

    /// Resolves when something was written again and what takes updates in is not overdue; within some twenty seconds if all is
    /// well, never if it is not.
    pub async fn beat(&mut self) {
        loop {
            if self.wrote.changed().await.is_err() {
                return std::future::pending().await;
            }
            if Instant::now() < *self.back_by.borrow() {
                return;
            }
        }
    }
}

impl Bot {
    /// Settles what an earlier process left unsettled and starts the loops.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn start(parts: Parts) -> anyhow::Result<Self> {
        let mut rng = beginning::seeded_rng(parts.seed)?;
        let Parts {
            core,
            db,
            clock,
            api,
            pace,
            updates,
            shown_at,
            backup,
            seed: _,
        } = parts;
        beginning::begin(&core, &db, (&clock, &mut rng), backup.as_ref()).await?;
        // Each loop has a generator of its own: how they interleave must not change what one of them draws.
        let [to_handle, to_tick, to_send, to_read, to_look, to_back_up] =
            [(); 6].map(|()| StdRng::from_rng(&mut rng));
        let [owed, due, files] = [(); 3].map(|()| Arc::new(Notify::new()));
        let metrics = Arc::new(Metrics::default());
        let stop = CancellationToken::new();
        let (next, next_event) = watch::channel(None);
        let (wrote, back_by, pulse) = Pulse::new();
        let (rules, door) = watch::channel(core);
        let mut loops = JoinSet::new();
        spawn_sender(
            &mut loops,
            (db.clone(), clock.clone(), to_send),
            (api.clone(), Pacer::new(pace, Instant::now())),
            door.clone(),
            [owed.clone(), files.clone()],
            (metrics.clone(), stop.clone()),
        );
        let to_read = (db.clone(), clock.clone(), to_read);
        let wakes = [files.clone(), owed.clone()];
        spawn_reader(&mut loops, to_read, door.clone(), wakes, stop.clone());
        let (core, heart) = (door.clone(), Heart::new(metrics.clone(), db.clone()));
        let ticker = Ticker {
            db: db.clone(),
            clock: clock.clone(),
            rng: to_tick,
            on_tick: async move |tx: &mut Tx| heart.tick(&now(&core), tx).await,
            wake: due.clone(),
            next,
            wrote,
            owed: owed.clone(),
            files,
            stop: stop.clone(),
        };
        loops.spawn(ticker.run());
        loops.spawn(watch(db.clone(), stop.clone()));
        let to_copy = (db.clone(), clock.clone(), to_back_up);
        backup.map(|daily| loops.spawn(daily.run(to_copy, stop.clone())));
        if let Some(address) = shown_at {
            let by = (db.clone(), clock.clone(), to_look);
            show(&mut loops, address, Health::new(by, metrics.clone()), &stop).await?;
        }
        let (wake, to_write) = ([owed, due], (db.clone(), clock.clone(), rng));
        let taken_in = (door, metrics, wake.clone());
        let by = (db, clock, to_handle);
        take_in(&mut loops, updates, (api, back_by), by, taken_in, &stop).await?;
        Ok(Self {
            loops,
            stop,
            next: next_event,
            rules,
            wake,
            to_write,
            pulse,
        })
    }

    /// Puts these rules in the place of those that are in force, between two transactions.
    ///
    /// # Errors
    /// The database cannot be written: those that are in force stay so.
    pub async fn reload(&mut self, core: Core) -> anyhow::Result<()> {
        let (db, clock, rng) = &mut self.to_write;
        let mut tx = db.begin(clock.now(), rng).await?;
        core.on_reload(&mut tx).await?;
        tx.commit().await?;
        self.rules.send_replace(Arc::new(core));
        self.wake.iter().for_each(|waiting| waiting.notify_one());
        Ok(())
    }

    /// Whether it works, for a watchdog.
    pub fn pulse(&self) -> Pulse {
        self.pulse.clone()
    }

    /// Resolves when all that was due at the start is done.
    pub async fn settled(&mut self) {
        // An error: a loop has ended, which `wait` tells.
        let _ = self.next.changed().await;
    }

    /// When the next thing is due; `None` until all that was due at the start is done.
    pub fn next_event(&self) -> Option<DateTime<Utc>> {
        *self.next.borrow()
    }

    /// Waits until a loop gives up or panics, and says why.
    pub async fn wait(&mut self) -> anyhow::Error {
        match self.loops.join_next().await {
            Some(ended) => ended_with(ended)
                .err()
                .unwrap_or_else(|| anyhow!(told!("bot-ended"))),
            None => anyhow!(told!("bot-has-ended")),
        }
    }

    /// Stops within seconds: no more polls, no more claims; what is on its way is recorded.
    ///
    /// # Errors
    /// A loop had failed, or would not end: the next start settles what it left.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        self.stop.cancel();
        let all_ended = async {
            let mut result = Ok(());
            while let Some(ended) = self.loops.join_next().await {
                result = result.and(ended_with(ended));
            }
            result
        };
        let ended = tokio::time::timeout(STOP_LIMIT, all_ended).await;
        let left = self.leave().await;
        ended.with_context(|| told!("bot-late"))?.and(left)
    }

    /// What is in memory alone, and must be kept.
    async fn leave(&mut self) -> anyhow::Result<()> {
        let (db, clock, rng) = &mut self.to_write;
        let mut tx = db.begin(clock.now(), rng).await?;
        now(&self.rules.subscribe()).on_stop(&mut tx).await?;
        Ok(tx.commit().await?)
    }

    /// Ends it as a power cut would, and returns when none of its tasks runs any more.
    pub async fn kill(mut self) {
        self.loops.shutdown().await;
    }
}

/// Shows how it is, for machines.
async fn show(
    loops: &mut JoinSet<anyhow::Result<()>>,
    address: SocketAddr,
    health: Health,
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    let routes = http::health::router(Arc::new(health));
    let listener = http::bind("[http] listen", address).await?;
    loops.spawn(http::serve(listener, routes, stop.clone()));
    Ok(())
}

/// Starts what brings updates in, whichever way.
async fn take_in(
    loops: &mut JoinSet<anyhow::Result<()>>,
    updates: Updates,
    (api, back_by): (Api, watch::Sender<Instant>),
    (db, clock, rng): (Db, Clock, StdRng),
    (rules, metrics, handled): (watch::Receiver<Arc<Core>>, Arc<Metrics>, [Arc<Notify>; 2]),
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    let intake = Intake {
        db,
        clock,
        rng,
        on_updates: async move |tx: &mut Tx, batch: &[Inbound]| {
            now(&rules).on_updates(tx, batch).await
        },
        handled,
        metrics,
    };
    let (url, path, listen) = match updates {
        Updates::Polled(timeout) => {
            let poller = Poller {
                api,
                intake,
                timeout,
                back_by,
                stop: stop.clone(),
            };
            loops.spawn(poller.run());
            return Ok(());
        }
        Updates::Delivered { url, path, listen } => (url, path, listen),
    };
    let (arrivals, waiting) = mpsc::channel(http::webhook::WAITING_MAX);
    let route = http::webhook::Route {
        secret: api.webhook_secret().into(),
        arrivals,
        metrics: intake.metrics.clone(),
        stop: stop.clone(),
    };
    // Before the messenger is told the address.
    let listener = http::bind("[telegram] listen", listen).await?;
    let routes = http::webhook::router(&path, route);
    loops.spawn(http::serve(listener, routes, stop.clone()));
    let keeper = Keeper {
        api,
        url,
        look_every: LOOK_EVERY,
        metrics: intake.metrics.clone(),
        stop: stop.clone(),
    };
    loops.spawn(keeper.run());
    let writer = Writer {
        intake,
        arrivals: waiting,
        back_by,
        stop: stop.clone(),
    };
    loops.spawn(writer.run());
    Ok(())
}

fn spawn_sender(
    loops: &mut JoinSet<anyhow::Result<()>>,
    write: (Db, Clock, StdRng),
    way: (Api, Pacer),
    rules: watch::Receiver<Arc<Core>>,
    wake: [Arc<Notify>; 2],
    end: (Arc<Metrics>, CancellationToken),
) {
    let record =
        async move |tx: &mut Tx, answers: &[Delivery]| now(&rules).on_delivery(tx, answers).await;
    loops.spawn(Sender::new(write, way, record, wake, end).run());
}

fn spawn_reader(
    loops: &mut JoinSet<anyhow::Result<()>>,
    write: (Db, Clock, StdRng),
    rules: watch::Receiver<Arc<Core>>,
    wakes: [Arc<Notify>; 2],
    stop: CancellationToken,
) {
    let door = rules.clone();
    let on_file = async move |tx: &mut Tx, file: &ReadFile| now(&door).on_file(tx, file).await;
    loops.spawn(Reader::new(rules, write, on_file, wakes, stop).run());
}

/// The rules that are in force now.
fn now(rules: &watch::Receiver<Arc<Core>>) -> Arc<Core> {
    Arc::clone(&rules.borrow())
}

/// What is written into a file that was moved away is lost to the next start.
async fn watch(db: Db, stop: CancellationToken) -> anyhow::Result<()> {
    tokio::select! {
        gone = db.gone() => Err(gone),
        () = stop.cancelled() => Ok(()),
    }
}

fn ended_with(ended: Result<anyhow::Result<()>, JoinError>) -> anyhow::Result<()> {
    // Not the panic's message, which may be about a person; the hook has logged its place.
    ended.unwrap_or_else(|_| Err(anyhow!(told!("bot-broke"))))
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    #[tokio::test]
    async fn the_pulse_needs_both_who_writes_and_who_asks_for_updates() {
        let (wrote, back_by, mut pulse) = Pulse::new();
        let later = Instant::now() + Duration::from_secs(600);
        back_by.send_replace(later);
        assert!(pulse.beat().now_or_never().is_none(), "nothing was written");
        wrote.send_replace(Instant::now());
        assert!(pulse.beat().now_or_never().is_some());
        back_by.send_replace(Instant::now());
        wrote.send_replace(Instant::now());
        assert!(
            pulse.beat().now_or_never().is_none(),
            "the poller is overdue"
        );
        back_by.send_replace(later);
        drop(wrote);
        assert!(
            pulse.beat().now_or_never().is_none(),
            "nobody writes any more"
        );
    }
}
