//! Whether the bot does its work: the writer writes, the messenger is heard, what is due leaves.
//!
//! Knows how each is looked at, and from when on it is a fault. Must not know who asks.

use std::sync::Arc;
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use serde::Serialize;
use tokio::sync::Mutex;

use crate::clock::Clock;
use crate::db::Db;
use crate::metrics::Metrics;
use crate::store::StoreError;
use crate::store::snapshot::{self, Snapshot};

/// An answer is good for so long: however often it is asked for, the database is looked at once.
const GOOD_FOR: Duration = Duration::from_secs(5);
/// A commit as young as this proves that the writer writes; otherwise one is made.
const COMMIT_PROVES: Duration = Duration::from_secs(20);
/// A writer that has not written by then does not write.
const WRITE_LIMIT: Duration = Duration::from_secs(5);
/// Twice the longest poll, and more than the webhook's rounds.
const HEARD_WITHIN: Duration = Duration::from_secs(150);
/// What is due and may leave has left by then, or calls are at least being answered.
const DUE_WITHIN: Duration = Duration::from_secs(300);

/// How each part is. Nothing of it is about a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Whether all of them are well.
    pub ready: bool,
    /// The parts.
    pub checks: Vec<Check>,
}

/// One part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// `writer`, `updates` or `outbox`.
    pub name: &'static str,
    /// Whether it is well.
    pub ok: bool,
    /// Why not.
    pub says: String,
}

impl Check {
    fn of(name: &'static str, fault: Option<String>) -> Self {
        Self {
            name,
            ok: fault.is_none(),
            says: fault.unwrap_or_default(),
        }
    }
}

/// Looks at a running bot.
pub struct Health {
    db: Db,
    clock: Clock,
    metrics: Arc<Metrics>,
    last: Mutex<Last>,
}

/// What was seen last, for everybody who asks soon after.
struct Last {
    rng: StdRng,
    seen: Option<(Instant, Snapshot)>,
    report: Option<(Instant, Report)>,
    text: Option<(Instant, String)>,
}

/// What is still good of it.
fn good<T: Clone>(last: &Option<(Instant, T)>) -> Option<T> {
    let (at, what) = last.as_ref()?;
    (at.elapsed() < GOOD_FOR).then(|| what.clone())
}

impl Health {
    pub(crate) fn new((db, clock, rng): (Db, Clock, StdRng), metrics: Arc<Metrics>) -> Self {
        Self {
            db,
            clock,
            metrics,
            last: Mutex::new(Last {
                rng,
                seen: None,
                report: None,
                text: None,
            }),
        }
    }

    /// How the parts are.
    pub async fn report(&self) -> Report {
        let mut last = self.last.lock().await;
        if let Some(report) = good(&last.report) {
            return report;
        }
        let written = self.written(&mut last.rng).await;
        let outbox = match &written {
            Ok(()) => self.outbox(&mut last).await,
            Err(_) => Some("the database was not asked".to_owned()),
        };
        let checks = vec![
            Check::of("writer", written.err()),
            Check::of("updates", self.heard()),
            Check::of("outbox", outbox),
        ];
        let report = Report {
            ready: checks.iter().all(|check| check.ok),
            checks,
        };
        last.report = Some((Instant::now(), report.clone()));
        report
    }

    /// All figures as Prometheus reads them; `None` if the database cannot be read.
    pub async fn exposition(&self) -> Option<String> {
        let mut last = self.last.lock().await;
        if let Some(text) = good(&last.text) {
            return Some(text);
        }
        let seen = self.seen(&mut last).await.ok()?;
        let text = self.metrics.exposition(&seen, self.clock.now());
        last.text = Some((Instant::now(), text.clone()));
        Some(text)
    }

    /// Whether the writer has written just now, or writes when it is asked to.
    async fn written(&self, rng: &mut StdRng) -> Result<(), String> {
        if self
            .metrics
            .since_commit()
            .is_some_and(|age| age < COMMIT_PROVES)
        {
            return Ok(());
        }
        let write = async {
            let mut tx = self.db.begin(self.clock.now(), rng).await?;
            snapshot::touch(&mut tx).await?;
            tx.commit().await
        };
        match tokio::time::timeout(WRITE_LIMIT, write).await {
            Ok(Ok(())) => {
                self.metrics.committed();
                Ok(())
            }
            Ok(Err(fault)) => Err(format!("the database cannot be written: {fault}")),
            Err(_) => Err(format!(
                "the database has not been written within {} s",
                WRITE_LIMIT.as_secs()
            )),
        }
    }

    fn heard(&self) -> Option<String> {
        let age = self.metrics.since_heard();
        (age > HEARD_WITHIN)
            .then(|| format!("nothing was heard of Telegram for {} s", age.as_secs()))
    }

    async fn outbox(&self, last: &mut Last) -> Option<String> {
        let seen = match self.seen(last).await {
            Ok(seen) => seen,
            Err(fault) => return Some(format!("the database cannot be read: {fault}")),
        };
        let waits = (self.clock.now() - seen.oldest_due?).to_std().ok()?;
        let stuck = waits > DUE_WITHIN && self.metrics.since_sent() > DUE_WITHIN;
        stuck.then(|| {
            format!(
                "something has been due for {} s, and no call was answered for {} s",
                waits.as_secs(),
                self.metrics.since_sent().as_secs()
            )
        })
    }

    async fn seen(&self, last: &mut Last) -> Result<Snapshot, StoreError> {
        if let Some(seen) = good(&last.seen) {
            return Ok(seen);
        }
        let mut tx = self.db.begin(self.clock.now(), &mut last.rng).await?;
        let seen = snapshot::of(&mut tx).await?;
        last.seen = Some((Instant::now(), seen.clone()));
        Ok(seen)
    }
}
