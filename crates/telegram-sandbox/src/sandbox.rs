//! A sandbox from its start to its stop.
//!
//! Knows: sockets and tasks to be begun and ended. Must not know: what is asked over them.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::Context as _;
use tokio::net::TcpListener;
use tokio::sync::{broadcast, watch};
use tokio_util::sync::CancellationToken;

use crate::faults::Faults;
use crate::inner::{EVENTS_BEHIND_MAX, Inner};
use crate::limits::Rates;
use crate::lock::lock;
use crate::options::Options;
use crate::{connection, deliver, saving, server, state};

/// How long `stop` waits for requests that are being answered.
const STOP_PATIENCE: Duration = Duration::from_secs(2);
/// The bot's id when no token names one.
const BOT_ID: i64 = 7_000_000_001;

/// A running sandbox: the Bot API at `{url}/bot<token>/<method>`, the page of phones at `{url}/`.
///
/// Cheap to clone: clones share one world. It runs until [`Sandbox::stop`] or the end of the runtime.
#[derive(Clone)]
pub struct Sandbox {
    pub(crate) inner: Arc<Inner>,
}

impl Sandbox {
    /// Listens at `addr` (port 0: any free one), with the saved world if there is one.
    ///
    /// Whoever reaches `addr` can act as anybody, so it should be a loopback address.
    ///
    /// # Errors
    /// The address is taken; the state file is not one, was written by another version, or cannot be read
    /// and written.
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
            rates: Rates::new(options.limits.clone()),
            options,
            addr,
            world: Mutex::new(world),
            files,
            faults: Faults::new(),
            arrived: watch::Sender::new(0),
            polls: watch::Sender::new(0),
            pace: Mutex::default(),
            changed: watch::Sender::new(0),
            events: broadcast::Sender::new(EVENTS_BEHIND_MAX),
            requests: AtomicU64::new(0),
            calls: Mutex::default(),
            phones: Mutex::default(),
            tour: Mutex::default(),
            clock_busy: AtomicBool::new(false),
            stop: CancellationToken::new(),
            tasks: Mutex::default(),
        });
        let service = server::router(Arc::clone(&inner))
            .into_make_service_with_connect_info::<connection::Cut>();
        let serving = axum::serve(connection::CuttableListener(listener), service)
            .with_graceful_shutdown(inner.stop.clone().cancelled_owned());
        let serving = tokio::spawn(async move {
            if let Err(error) = serving.await {
                tracing::error!(%error, "the sandbox stopped serving");
            }
        });
        let saving = tokio::spawn(saving::keep_saving(Arc::clone(&inner)));
        let delivering = tokio::spawn(deliver::keep_delivering(Arc::clone(&inner)));
        lock(&inner.tasks).extend([serving, saving, delivering]);
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

    /// Ends held polls and open pages, waits up to two seconds for answers under way, and saves the world.
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
        saving::save_now(&self.inner).await;
    }

    /// Changes whenever something in the world does, a delivery of updates included: what a test waits for
    /// instead of sleeping. The number itself means nothing.
    pub fn changed(&self) -> watch::Receiver<u64> {
        self.inner.changed.subscribe()
    }

    /// How many requests the Bot API got so far, polls included, whether or not they were answered.
    pub fn requests(&self) -> u64 {
        self.inner.requests.load(Ordering::Relaxed)
    }

    /// The bot's calls so far, oldest first, without polls and without those cut off before they were
    /// handled: the method as it was written, and the chat if it names one. The last 100 000 are kept.
    pub fn calls(&self) -> Vec<(String, Option<i64>)> {
        lock(&self.inner.calls).iter().cloned().collect()
    }
}
