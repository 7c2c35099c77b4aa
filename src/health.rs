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
use crate::store::Result;
use crate::store::snapshot::{self, Snapshot};
use crate::types::OutboxId;

/// From when on something is a fault.
#[derive(Debug, Clone, Copy)]
struct Limits {
    /// An answer is good for so long: however often it is asked for, the database is looked at once.
    good_for: Duration,
    /// A commit as young as this proves that the writer writes; otherwise one is made.
    commit_proves: Duration,
    /// A writer that has not written by then does not write.
    write: Duration,
    /// Twice the longest poll, and more than the webhook's rounds.
    heard_within: Duration,
    /// What may leave has left by then, or calls are at least being answered.
    due_within: Duration,
}

const LIMITS: Limits = Limits {
    good_for: Duration::from_secs(5),
    commit_proves: Duration::from_secs(20),
    write: Duration::from_secs(5),
    heard_within: Duration::from_secs(150),
    due_within: Duration::from_secs(300),
};

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
    limits: Limits,
    last: Mutex<Last>,
}

/// What was seen last, for everybody who asks soon after.
struct Last {
    rng: StdRng,
    seen: Option<(Instant, Snapshot)>,
    /// The oldest row that waits, and since when it is known to.
    oldest: Option<(OutboxId, Instant)>,
    report: Option<(Instant, Report)>,
    text: Option<(Instant, String)>,
}

impl Last {
    fn waits(&self) -> Duration {
        self.oldest
            .map_or(Duration::ZERO, |(_, since)| since.elapsed())
    }
}

impl Health {
    pub(crate) fn new((db, clock, rng): (Db, Clock, StdRng), metrics: Arc<Metrics>) -> Self {
        Self {
            db,
            clock,
            metrics,
            limits: LIMITS,
            last: Mutex::new(Last {
                rng,
                seen: None,
                oldest: None,
                report: None,
                text: None,
            }),
        }
    }

    /// How the parts are.
    pub async fn report(&self) -> Report {
        let mut last = self.last.lock().await;
        if let Some(report) = self.good(last.report.as_ref()) {
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
        if let Some(text) = self.good(last.text.as_ref()) {
            return Some(text);
        }
        let seen = self.seen(&mut last).await.ok()?;
        let text = self.metrics.exposition(&seen, last.waits());
        last.text = Some((Instant::now(), text.clone()));
        Some(text)
    }

    /// What is still good of what was seen.
    fn good<T: Clone>(&self, last: Option<&(Instant, T)>) -> Option<T> {
        let (at, what) = last?;
        (at.elapsed() < self.limits.good_for).then(|| what.clone())
    }

    /// Whether the writer has written just now, or writes when it is asked to.
    async fn written(&self, rng: &mut StdRng) -> Result<(), String> {
        if self
            .metrics
            .since_commit()
            .is_some_and(|age| age < self.limits.commit_proves)
        {
            return Ok(());
        }
        let write = async {
            let mut tx = self.db.begin(self.clock.now(), rng).await?;
            snapshot::touch(&mut tx).await?;
            tx.commit().await
        };
        let written = self.in_time(write).await;
        written.map_err(|fault| format!("the database cannot be written: {fault}"))?;
        self.metrics.committed();
        Ok(())
    }

    fn heard(&self) -> Option<String> {
        let age = self.metrics.since_heard();
        (age > self.limits.heard_within)
            .then(|| format!("nothing was heard of Telegram for {} s", age.as_secs()))
    }

    async fn outbox(&self, last: &mut Last) -> Option<String> {
        if let Err(fault) = self.seen(last).await {
            return Some(format!("the database cannot be read: {fault}"));
        }
        let (waits, limit) = (last.waits(), self.limits.due_within);
        let silent = self.metrics.since_sent();
        (waits > limit && silent > limit).then(|| {
            format!(
                "something has waited for {} s, and no call was answered for {} s",
                waits.as_secs(),
                silent.as_secs()
            )
        })
    }

    async fn seen(&self, last: &mut Last) -> Result<Snapshot, String> {
        if let Some(seen) = self.good(last.seen.as_ref()) {
            return Ok(seen);
        }
        let look = async {
            let mut tx = self.db.begin(self.clock.now(), &mut last.rng).await?;
            snapshot::of(&mut tx).await
        };
        let seen = self.in_time(look).await?;
        let now = Instant::now();
        last.oldest = seen.oldest.map(|oldest| match last.oldest {
            Some((before, since)) if before == oldest => (before, since),
            _ => (oldest, now),
        });
        last.seen = Some((now, seen.clone()));
        Ok(seen)
    }

    async fn in_time<T>(&self, work: impl Future<Output = Result<T>>) -> Result<T, String> {
        match tokio::time::timeout(self.limits.write, work).await {
            Ok(done) => done.map_err(|fault| fault.to_string()),
            Err(_) => Err(format!("not within {} s", self.limits.write.as_secs())),
        }
    }
}

#[cfg(test)]
mod tests;
