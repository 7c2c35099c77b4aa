//! The sandbox: a small strict Telegram over HTTP, with phones in a browser.
//!
//! Knows: its own world, clocks handed to it, loopback sockets. Must not know: anything else of this
//! program. Any long-polling bot can be driven against it; ours has no test mode.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use tokio::net::TcpListener;
use tokio::sync::{broadcast, mpsc, watch};
use tokio_util::sync::CancellationToken;

pub use self::face::{Attached, Button, Message, Say};
pub use self::faults::{Fault, FaultKind};
pub use self::limits::Limits;
pub use self::world::Toast;

use self::control::events::Live;
use self::world::World;

mod api;
mod body;
mod connection;
mod control;
mod entities;
mod face;
mod faults;
mod html;
mod limits;
mod server;
mod state;
mod world;

/// Where the sandbox takes the time from: dates of messages, ages of taps and updates.
pub type Now = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// What the clock buttons of the page ask for; whoever owns the clock moves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advance {
    NextEvent,
    Hour,
    Day,
    Week,
}

pub struct Options {
    /// `None`: any token is the bot's; `Some`: only this one, others get 401.
    pub token: Option<String>,
    pub now: Now,
    /// Where the page's clock buttons lead; `None` hides them.
    pub clock: Option<mpsc::Sender<Advance>>,
    pub limits: Limits,
    /// The same seed gives the same ids.
    pub seed: u64,
    /// A file that the world is loaded from and saved to.
    pub state: Option<PathBuf>,
    /// The bot's username, without `@`.
    pub bot_username: String,
}

impl Options {
    /// Any token, no clock buttons, no limits, nothing saved.
    pub fn new(now: Now) -> Options {
        Options {
            token: None,
            now,
            clock: None,
            limits: Limits::default(),
            seed: 1,
            state: None,
            bot_username: "nhip_bot".to_owned(),
        }
    }
}

/// A running sandbox. Cheap to clone; it runs until [`Sandbox::stop`] or the end of the runtime.
#[derive(Clone)]
pub struct Sandbox {
    inner: Arc<Inner>,
}

/// How many calls the log keeps.
const CALLS_KEPT_MAX: usize = 100_000;
/// How far an open page may fall behind before it has to fetch everything anew.
const EVENTS_BEHIND_MAX: usize = 4096;
/// How long `stop` waits for requests that are being answered.
const STOP_PATIENCE: Duration = Duration::from_secs(2);
/// The bot's id when no token names one.
const BOT_ID: i64 = 7_000_000_001;

/// A phone the page suggests to show.
#[derive(Clone, serde::Serialize)]
struct Phone {
    user: i64,
    chat: i64,
    role: String,
    start: String,
}

struct Inner {
    options: Options,
    addr: SocketAddr,
    world: Mutex<World>,
    files: state::Files,
    faults: faults::Faults,
    rates: limits::Rates,
    /// Bumped when an update is queued: wakes the waiting poll.
    arrived: watch::Sender<u64>,
    /// The number of the newest poll; an older one ends with 409.
    polls: watch::Sender<u64>,
    pace: Mutex<api::updates::Pace>,
    changed: watch::Sender<u64>,
    live: broadcast::Sender<Live>,
    requests: AtomicU64,
    calls: Mutex<VecDeque<(String, Option<i64>)>>,
    phones: Mutex<Vec<Phone>>,
    campaign: Mutex<Option<String>>,
    clock_busy: AtomicBool,
    stop: CancellationToken,
    tasks: Mutex<Vec<tokio::task::JoinHandle<()>>>,
}

/// A panic elsewhere must not make the whole sandbox unusable.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Inner {
    fn now(&self) -> DateTime<Utc> {
        (self.options.now)()
    }

    /// The one way to change the world: act under the lock, then tell whoever waits.
    fn act<T>(&self, act: impl FnOnce(&mut World, DateTime<Utc>) -> T) -> T {
        let now = self.now();
        let mut world = lock(&self.world);
        let added = world.queue.added();
        let result = act(&mut world, now);
        let grown = world.queue.added() != added;
        let changed = grown || !world.news.is_empty();
        let live = if self.live.receiver_count() > 0 {
            control::events::tell(&mut world)
        } else {
            world.news.clear();
            Vec::new()
        };
        if !world.new_files.is_empty() {
            self.files.keep(world.new_files.drain(..));
        }
        drop(world);
        for event in live {
            // Fails only when the last page has just been closed.
            let _ = self.live.send(event);
        }
        if grown {
            self.arrived.send_modify(|count| *count += 1);
        }
        if changed {
            self.changed.send_modify(|count| *count += 1);
        }
        result
    }

    fn read<T>(&self, look: impl FnOnce(&World) -> T) -> T {
        look(&lock(&self.world))
    }

    /// Serving a poll confirms what came before; pages need not hear of it, waiting tests do.
    fn take_updates(&self, offset: i64, limit: usize) -> Vec<Arc<str>> {
        let now = self.now();
        let (batch, confirmed) = {
            let mut world = lock(&self.world);
            let before = world.queue.confirmed_count();
            let batch = world.queue.take(offset, limit, now);
            (batch, world.queue.confirmed_count() != before)
        };
        if confirmed || !batch.is_empty() {
            self.changed.send_modify(|count| *count += 1);
        }
        batch
    }

    /// Polls are not noted: there is always one more of them.
    fn note_call(&self, method: &str, chat: Option<i64>) {
        if method.eq_ignore_ascii_case("getUpdates") {
            return;
        }
        let mut calls = lock(&self.calls);
        if calls.len() >= CALLS_KEPT_MAX {
            calls.pop_front();
        }
        calls.push_back((method.to_owned(), chat));
    }

    async fn unless_stopped(&self, wait: impl Future<Output = ()>) {
        tokio::select! {
            () = wait => {}
            () = self.stop.cancelled() => {}
        }
    }

    /// Tells open pages about something that is not in the world (faults, phones, the clock).
    fn tell(&self, event: Live) {
        let _ = self.live.send(event);
        self.changed.send_modify(|count| *count += 1);
    }
}

impl Sandbox {
    /// Opens the door at `addr` (port 0: any free one) and loads the saved world if there is one.
    ///
    /// # Errors
    /// The address is taken, or the state file cannot be read.
    pub async fn start(addr: SocketAddr, options: Options) -> anyhow::Result<Sandbox> {
        let bot_id = options
            .token
            .as_deref()
            .and_then(|token| token.split(':').next()?.parse::<i64>().ok())
            .unwrap_or(BOT_ID);
        let (world, files) = state::load(&options, bot_id)?;
        let listener = TcpListener::bind(addr)
            .await
            .with_context(|| format!("the sandbox cannot listen at {addr}; is it in use?"))?;
        let addr = listener.local_addr()?;
        let inner = Arc::new(Inner {
            rates: limits::Rates::new(options.limits.clone()),
            options,
            addr,
            world: Mutex::new(world),
            files,
            faults: faults::Faults::new(),
            arrived: watch::Sender::new(0),
            polls: watch::Sender::new(0),
            pace: Mutex::default(),
            changed: watch::Sender::new(0),
            live: broadcast::Sender::new(EVENTS_BEHIND_MAX),
            requests: AtomicU64::new(0),
            calls: Mutex::default(),
            phones: Mutex::default(),
            campaign: Mutex::default(),
            clock_busy: AtomicBool::new(false),
            stop: CancellationToken::new(),
            tasks: Mutex::default(),
        });
        let service = server::router(Arc::clone(&inner))
            .into_make_service_with_connect_info::<connection::Scissors>();
        let serving = axum::serve(connection::Door(listener), service)
            .with_graceful_shutdown(inner.stop.clone().cancelled_owned());
        let serving = tokio::spawn(async move {
            if let Err(error) = serving.await {
                tracing::error!(%error, "the sandbox stopped serving");
            }
        });
        let saving = tokio::spawn(state::keep_saving(Arc::clone(&inner)));
        lock(&inner.tasks).extend([serving, saving]);
        Ok(Sandbox { inner })
    }

    /// Where bots and browsers find it: `http://127.0.0.1:PORT`.
    pub fn url(&self) -> String {
        let addr = self.inner.addr;
        if addr.ip().is_unspecified() {
            return format!("http://127.0.0.1:{}", addr.port());
        }
        format!("http://{addr}")
    }

    /// Ends held polls and open pages, waits for answers under way, saves the world.
    pub async fn stop(self) {
        self.inner.stop.cancel();
        let tasks = std::mem::take(&mut *lock(&self.inner.tasks));
        let all = async {
            for task in tasks {
                // A task that panicked has nothing more to wait for.
                let _ = task.await;
            }
        };
        let _ = tokio::time::timeout(STOP_PATIENCE, all).await;
        state::save_now(&self.inner).await;
    }

    /// Bumped at every change of the world, a delivery of updates included.
    pub fn changed(&self) -> watch::Receiver<u64> {
        self.inner.changed.subscribe()
    }

    /// Requests to the Bot API so far, polls included.
    pub fn requests(&self) -> u64 {
        self.inner.requests.load(Ordering::Relaxed)
    }

    /// Bot API calls so far, oldest first: method as written, chat if any. Polls are left out.
    pub fn calls(&self) -> Vec<(String, Option<i64>)> {
        lock(&self.inner.calls).iter().cloned().collect()
    }
}
