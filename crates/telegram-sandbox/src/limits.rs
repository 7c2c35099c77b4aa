//! Telegram's rates: messages a second over all and to one chat, messages a minute to a group.
//!
//! Knows: token buckets in real time. Must not know: what is sent.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::lock::lock;

/// The rates at which sends and edits get 429, in real time. By default they are not enforced.
///
/// The defaults are those of <https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this>;
/// a rate of 0 counts as 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Whether anything is refused at all.
    pub enforced: bool,
    /// Over all chats, a second.
    pub per_second: u32,
    /// To one person, a second; short bursts, three at once, are let through.
    pub chat_per_second: u32,
    /// To one group, a minute.
    pub group_per_minute: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            enforced: false,
            per_second: 30,
            chat_per_second: 1,
            group_per_minute: 20,
        }
    }
}

/// How many messages may go to one chat at once before the rate binds.
const CHAT_BURST: u32 = 3;
/// Every rate here fills its bucket within this: one untouched for longer needs no memory.
const FULL_AGAIN: Duration = Duration::from_secs(60);
/// With more chats than this, full buckets are forgotten.
const BUCKETS_MAX: usize = 20_000;

struct Bucket {
    tokens: f64,
    at: Instant,
}

impl Bucket {
    fn full(size: u32, now: Instant) -> Bucket {
        Bucket {
            tokens: f64::from(size),
            at: now,
        }
    }

    /// Fills up for the time that has passed; seconds until one token is there, zero if it is.
    fn wait(&mut self, size: u32, per_second: f64, now: Instant) -> f64 {
        let passed = now.saturating_duration_since(self.at).as_secs_f64();
        self.tokens = (self.tokens + passed * per_second).min(f64::from(size));
        self.at = now;
        ((1.0 - self.tokens) / per_second).max(0.0)
    }
}

struct Buckets {
    all: Bucket,
    chats: HashMap<i64, Bucket>,
}

pub(crate) struct Rates {
    limits: Limits,
    buckets: Mutex<Buckets>,
}

impl Rates {
    pub(crate) fn new(limits: Limits) -> Rates {
        let all = Bucket::full(limits.per_second, Instant::now());
        Rates {
            limits,
            buckets: Mutex::new(Buckets {
                all,
                chats: HashMap::new(),
            }),
        }
    }

    /// Counts one message to a chat, or says how many seconds to wait. A refused one costs nothing.
    pub(crate) fn spend(&self, chat: i64) -> Result<(), u64> {
        if !self.limits.enforced {
            return Ok(());
        }
        let now = Instant::now();
        let mut buckets = lock(&self.buckets);
        let group = chat < 0;
        let (size, rate) = if group {
            let per_minute = self.limits.group_per_minute.max(1);
            (per_minute, f64::from(per_minute) / 60.0)
        } else {
            let rate = self.limits.chat_per_second.max(1);
            (CHAT_BURST.max(rate), f64::from(rate))
        };
        if buckets.chats.len() > BUCKETS_MAX {
            buckets
                .chats
                .retain(|_, bucket| now.saturating_duration_since(bucket.at) < FULL_AGAIN);
        }
        let Buckets { all, chats } = &mut *buckets;
        let overall = self.limits.per_second.max(1);
        let wait_all = all.wait(overall, f64::from(overall), now);
        let bucket = chats.entry(chat).or_insert_with(|| Bucket::full(size, now));
        let wait = wait_all.max(bucket.wait(size, rate, now));
        if wait > 0.0 {
            return Err(whole_seconds(wait));
        }
        all.tokens -= 1.0;
        bucket.tokens -= 1.0;
        Ok(())
    }
}

/// Rounded up and at least one: `retry_after` is in whole seconds, and Telegram never says 0.
fn whole_seconds(wait: f64) -> u64 {
    Duration::try_from_secs_f64(wait.ceil()).map_or(1, |wait| wait.as_secs().max(1))
}
