//! What the running bot notes of itself, for commands in another process, and what can be wrong with that.
//!
//! Knows how often it is noted and from when on it is a fault. Must not know who asks, nor how it is kept.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::clock::Clock;
use crate::core::{Core, Tick};
use crate::db::{Db, Tx};
use crate::metrics::Metrics;
use crate::store::Result;
use crate::store::heartbeat::{self, Heartbeat};
use crate::told;
use crate::version;

/// Seconds from one to the next, at least: shorter than the ticker's longest turn.
const EVERY: i64 = 15;
/// As long as the service manager waits for the pulse.
const WRITTEN_WITHIN: i64 = 180;
/// As `/health/ready` has it, and the time from one beat to the next.
const HEARD_WITHIN: i64 = 180;
const DUE_WITHIN: i64 = 300;

/// Beats in the ticker's own transaction, so that it says what it says: something was written.
#[derive(Debug)]
pub(crate) struct Heart {
    metrics: Arc<Metrics>,
    db: Db,
    started_at: i64,
    beat_at: AtomicI64,
}

impl Heart {
    pub(crate) fn new(metrics: Arc<Metrics>, db: Db) -> Self {
        Self {
            metrics,
            db,
            started_at: Clock::real().now().timestamp(),
            beat_at: AtomicI64::new(0),
        }
    }

    /// What is due, and a sign of life.
    pub(crate) async fn tick(&self, core: &Core, tx: &mut Tx) -> Result<Tick> {
        let tick = core.on_tick(tx).await?;
        if tick.alone {
            return Ok(tick);
        }
        if self.beat(tx, core.username(), tick.next).await? {
            core.on_beat(tx).await?;
        }
        Ok(tick)
    }

    /// Notes how the bot is. `false`: it did so just now.
    async fn beat(&self, tx: &mut Tx, bot: &str, next: Option<DateTime<Utc>>) -> Result<bool> {
        let now = Clock::real().now().timestamp();
        // Also when the clock was set back.
        if (0..EVERY).contains(&(now - self.beat_at.load(Ordering::Relaxed))) {
            return Ok(false);
        }
        let ago = |age: Option<Duration>| {
            age.map(|age| now.saturating_sub(i64::try_from(age.as_secs()).unwrap_or(i64::MAX)))
        };
        let beat = Heartbeat {
            version: version::version(),
            bot: bot.to_owned(),
            started_at: self.started_at,
            beat_at: now,
            heard_at: ago(self.metrics.heard_ago()),
            sent_at: ago(self.metrics.sent_ago()),
            update_at: ago(self.metrics.handled_ago()),
            next_at: next.map(|next| next.timestamp()),
            oldest_since: None,
            free_bytes: self
                .db
                .free_bytes()
                .and_then(|free| i64::try_from(free).ok()),
            refused_at: None,
        };
        heartbeat::write(tx, &beat).await?;
        self.beat_at.store(now, Ordering::Relaxed);
        Ok(true)
    }
}

/// What is wrong with a bot whose process lives, as of this moment. Nothing: it works.
pub fn faults(last: Option<&Heartbeat>, now: DateTime<Utc>) -> Vec<String> {
    let Some(last) = last else {
        return vec![told!("health-still")];
    };
    let since = |moment: i64| now.timestamp().saturating_sub(moment);
    let written = since(last.beat_at);
    if written > WRITTEN_WITHIN {
        // What else it says is as old.
        return vec![told!("health-written", seconds = written)];
    }
    let mut faults = Vec::new();
    let heard = since(last.heard_at.unwrap_or(last.started_at));
    if heard > HEARD_WITHIN {
        faults.push(told!("health-heard", seconds = heard));
    }
    let silent = since(last.sent_at.unwrap_or(last.started_at));
    let waits = last.oldest_since.map_or(0, since);
    if waits > DUE_WITHIN && silent > DUE_WITHIN {
        faults.push(told!("health-waits", seconds = waits, silent = silent));
    }
    faults
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;

    fn well(now: i64) -> Heartbeat {
        Heartbeat {
            version: "0.1.0".into(),
            bot: "a_bot".into(),
            started_at: now - 9000,
            beat_at: now - 20,
            heard_at: Some(now - 60),
            sent_at: Some(now - 8000),
            update_at: None,
            next_at: None,
            oldest_since: None,
            free_bytes: None,
            refused_at: None,
        }
    }

    #[test]
    fn a_bot_is_well_that_writes_hears_and_sends_what_it_may() {
        let now = Clock::real().now();
        let at = now.timestamp();
        let told = |last: Heartbeat| faults(Some(&last), now).join("; ");
        assert_eq!(told(well(at)), "");
        assert!(faults(None, now)[0].contains("still starting"));
        let hung = Heartbeat {
            beat_at: at - 200,
            ..well(at)
        };
        assert_eq!(told(hung), "nothing was written for 200 s");
        let deaf = Heartbeat {
            heard_at: None,
            ..well(at)
        };
        assert_eq!(told(deaf), "nothing was heard of Telegram for 9000 s");
        let stuck = Heartbeat {
            oldest_since: Some(at - 301),
            ..well(at)
        };
        assert!(told(stuck.clone()).starts_with("something has waited for 301 s"));
        let slow = Heartbeat {
            sent_at: Some(at - 1),
            ..stuck
        };
        assert_eq!(told(slow), "", "a long queue that moves is no fault");
    }

    #[tokio::test]
    async fn it_is_noted_once_in_a_while_and_the_last_update_outlives_a_start() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&folder.path().join("nhip.db"))
            .await
            .expect("a database");
        let mut tx = db
            .begin(Clock::real().now(), &mut StdRng::seed_from_u64(1))
            .await
            .expect("a transaction");
        assert_eq!(heartbeat::last(&mut tx).await.expect("read"), None);
        let at = Clock::real().now().timestamp();
        let before = Heartbeat {
            update_at: Some(at - 500),
            ..well(at)
        };
        heartbeat::write(&mut tx, &before).await.expect("written");
        heartbeat::refused(&mut tx, at - 700)
            .await
            .expect("written");
        let heart = Heart::new(Arc::default(), db.clone());
        heart.beat(&mut tx, "first", None).await.expect("a beat");
        heart.beat(&mut tx, "too soon", None).await.expect("none");
        let last = heartbeat::last(&mut tx).await.expect("read").expect("one");
        assert_eq!(
            (last.bot.as_str(), last.update_at),
            ("first", Some(at - 500))
        );
        assert_eq!(last.refused_at, Some(at - 700), "whichever process saw it");
        assert!(last.free_bytes.is_some_and(|free| free > 0));
        assert_eq!(last.oldest_since, None, "nothing waits");
    }
}
