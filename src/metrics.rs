//! What is counted while the bot runs, in the form that Prometheus reads.
//!
//! Knows names, units and the few labels there are: kinds, outcomes and states, each one of a fixed list. Must not know
//! who did anything: no label names a person, a unit or a chat. Counting is an atomic number; nobody who presses a
//! button waits for it.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use prometheus_client::encoding::{EncodeLabelSet, prometheus_text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

use crate::event::Inbound;
use crate::outgoing::{Delivery, Outcome};
use crate::store::snapshot::Snapshot;

/// The `Content-Type` of [`Metrics::exposition`].
pub(crate) use prometheus_text::CONTENT_TYPE;

/// Seconds: from a moment to a day, after which the messenger forgets an update.
const AGES: [f64; 11] = [
    1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0, 21_600.0, 86_400.0,
];
const COMMITS: [f64; 11] = [
    0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0,
];

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Kind {
    kind: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OutcomeLabel {
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Status {
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct State {
    state: String,
}

/// When something last happened: milliseconds since the start, and one more; 0 is never.
#[derive(Debug, Default)]
struct Mark(AtomicU64);

impl Mark {
    fn set(&self, started: Instant) {
        let now = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.0.store(now.saturating_add(1), Ordering::Relaxed);
    }

    fn age(&self, started: Instant) -> Option<Duration> {
        let at = self.0.load(Ordering::Relaxed).checked_sub(1)?;
        Some(started.elapsed().saturating_sub(Duration::from_millis(at)))
    }
}

/// Everything that is counted, and when the bot was last seen to work.
pub(crate) struct Metrics {
    started: Instant,
    committed: Mark,
    handled: Mark,
    heard: Mark,
    sent: Mark,
    updates: Family<Kind, Counter>,
    update_age: Histogram,
    commit: Histogram,
    sends: Family<OutcomeLabel, Counter>,
    asked_to_wait: Counter,
    webhook: Family<Status, Counter>,
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metrics").finish_non_exhaustive()
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self {
            started: Instant::now(),
            committed: Mark::default(),
            handled: Mark::default(),
            heard: Mark::default(),
            sent: Mark::default(),
            updates: Family::default(),
            update_age: Histogram::new(AGES),
            commit: Histogram::new(COMMITS),
            sends: Family::default(),
            asked_to_wait: Counter::default(),
            webhook: Family::default(),
        }
    }
}

impl Metrics {
    /// A batch of updates is durable.
    pub(crate) fn handled(&self, batch: &[Inbound], now: DateTime<Utc>, took: Duration) {
        for update in batch {
            let kind = Kind { kind: update.kind };
            self.updates.get_or_create(&kind).inc();
            if let Some(written) = update.written {
                let age = u32::try_from(now.timestamp().saturating_sub(written)).unwrap_or(0);
                self.update_age.observe(f64::from(age));
            }
        }
        if !batch.is_empty() {
            self.handled.set(self.started);
        }
        self.commit.observe(took.as_secs_f64());
        self.committed();
    }

    /// Something was committed.
    pub(crate) fn committed(&self) {
        self.committed.set(self.started);
    }

    /// The messenger was heard: it answered a poll, delivered an update, or said that the webhook is as it should be.
    pub(crate) fn heard(&self) {
        self.heard.set(self.started);
    }

    /// Calls were answered, and that is recorded.
    pub(crate) fn recorded(&self, answers: &[Delivery]) {
        for answer in answers {
            let outcome = OutcomeLabel {
                outcome: answer.outcome.name(),
            };
            self.sends.get_or_create(&outcome).inc();
            if let Outcome::RetryAfter { seconds } = answer.outcome {
                self.asked_to_wait.inc_by(u64::from(seconds));
            }
        }
        self.sent.set(self.started);
        self.committed();
    }

    /// A delivery to the webhook was answered.
    pub(crate) fn answered(&self, status: u16) {
        self.webhook.get_or_create(&Status { status }).inc();
    }

    /// How long ago something was committed; `None`: nothing yet.
    pub(crate) fn since_commit(&self) -> Option<Duration> {
        self.committed.age(self.started)
    }

    /// How long ago an update was handled; `None`: none yet.
    pub(crate) fn handled_ago(&self) -> Option<Duration> {
        self.handled.age(self.started)
    }

    /// How long ago the messenger was heard; `None`: not yet.
    pub(crate) fn heard_ago(&self) -> Option<Duration> {
        self.heard.age(self.started)
    }

    /// How long ago the outcome of a call was recorded; `None`: none yet.
    pub(crate) fn sent_ago(&self) -> Option<Duration> {
        self.sent.age(self.started)
    }

    /// How long ago the messenger was heard, or, if it never was, the bot began.
    pub(crate) fn since_heard(&self) -> Duration {
        self.heard_ago().unwrap_or_else(|| self.started.elapsed())
    }

    /// How long ago the outcome of a call was recorded, or, if none ever was, the bot began.
    pub(crate) fn since_sent(&self) -> Duration {
        self.sent_ago().unwrap_or_else(|| self.started.elapsed())
    }

    /// All of it as text, with what was seen in the database, and for how long its oldest row has waited.
    pub(crate) fn exposition(&self, seen: &Snapshot, waits: Duration) -> String {
        let mut registry = Registry::with_prefix("nhip");
        self.counters(&mut registry);
        gauges(&mut registry, seen, waits);
        let seconds = Gauge::<f64, AtomicU64>::default();
        seconds.set(self.since_heard().as_secs_f64());
        let help =
            "Since the messenger answered a poll, delivered an update or confirmed the webhook";
        registry.register_with_unit("heard_age", help, Unit::Seconds, seconds);
        let mut text = String::new();
        // Writing to a String does not fail.
        let _ = prometheus_text::encode(&mut text, &registry);
        text
    }

    fn counters(&self, registry: &mut Registry) {
        let build = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
        registry.register("build", "The running program", build);
        registry.register(
            "updates",
            "Updates handled, by the messenger's word for their kind",
            self.updates.clone(),
        );
        registry.register_with_unit(
            "update_age",
            "From a message's writing to its commit; taps do not say when they were made",
            Unit::Seconds,
            self.update_age.clone(),
        );
        registry.register_with_unit(
            "commit_duration",
            "A batch of updates from its beginning to its commit",
            Unit::Seconds,
            self.commit.clone(),
        );
        registry.register(
            "sends",
            "Calls to the messenger that have ended, by outcome",
            self.sends.clone(),
        );
        registry.register_with_unit(
            "send_retry_after",
            "How long the messenger has asked to wait, in all",
            Unit::Seconds,
            self.asked_to_wait.clone(),
        );
        registry.register(
            "webhook_responses",
            "Deliveries to the webhook, by the status they were answered with",
            self.webhook.clone(),
        );
    }
}

fn gauges(registry: &mut Registry, seen: &Snapshot, waits: Duration) {
    let by_state = |counts: &std::collections::BTreeMap<String, i64>| {
        let family = Family::<State, Gauge>::default();
        for (state, count) in counts {
            let state = state.clone();
            family.get_or_create(&State { state }).set(*count);
        }
        family
    };
    let number = |value: i64| {
        let gauge = Gauge::<i64>::default();
        gauge.set(value);
        gauge
    };
    registry.register(
        "outbox_messages",
        "Calls that wait, are on their way, or have ended unsent",
        by_state(&seen.outbox),
    );
    registry.register_with_unit(
        "outbox_oldest",
        "For how long the oldest call has been seen to wait that may leave",
        Unit::Seconds,
        number(i64::try_from(waits.as_secs()).unwrap_or(i64::MAX)),
    );
    registry.register(
        "broadcasts",
        "Broadcasts, by state",
        by_state(&seen.broadcasts),
    );
    registry.register(
        "quarantined_updates",
        "Updates that were put aside",
        number(seen.quarantine),
    );
    registry.register_with_unit(
        "database",
        "The size of the database",
        Unit::Bytes,
        number(seen.bytes),
    );
    if let Some(free) = seen.free_bytes {
        let help = "What is free on the disk with the database";
        registry.register_with_unit("disk_free", help, Unit::Bytes, number(free));
    }
    // No figure rather than 1970: an alert on its age would lie, one on its absence would not.
    if let Some(at) = seen.last_backup {
        registry.register_with_unit(
            "last_backup_timestamp",
            "When the last good backup was made, since 1970",
            Unit::Seconds,
            number(at),
        );
    }
}

#[cfg(test)]
mod tests;
