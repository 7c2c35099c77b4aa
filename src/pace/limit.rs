//! Two kinds of limits: so many in any stretch of time, and one every so often.
//!
//! Both know only the moments they are given. The first is exact; the second spreads calls evenly.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// At most `limit` in any stretch of `period`.
#[derive(Debug)]
pub(super) struct SlidingWindow {
    limit: u32,
    period: Duration,
    past: VecDeque<Instant>,
}

impl SlidingWindow {
    pub(super) fn new(limit: u32, period: Duration) -> Self {
        Self {
            limit: limit.max(1),
            period,
            past: VecDeque::new(),
        }
    }

    pub(super) fn room(&mut self, now: Instant) -> u32 {
        while self
            .past
            .front()
            .is_some_and(|past| *past + self.period <= now)
        {
            self.past.pop_front();
        }
        let used = u32::try_from(self.past.len()).unwrap_or(u32::MAX);
        self.limit.saturating_sub(used)
    }

    pub(super) fn take(&mut self, now: Instant) {
        self.past.push_back(now);
    }

    pub(super) fn is_idle(&mut self, now: Instant) -> bool {
        self.room(now) == self.limit
    }

    /// When there is room again.
    pub(super) fn ready(&mut self, now: Instant) -> Instant {
        if self.room(now) > 0 {
            return now;
        }
        self.past.front().map_or(now, |first| *first + self.period)
    }
}

/// One every `interval`, with up to `burst` saved up while it was quiet.
#[derive(Debug)]
pub(super) struct TokenBucket {
    interval: Duration,
    burst: u32,
    /// GCRA's theoretical arrival time: the moment at which the bucket is full again.
    paid: Instant,
}

impl TokenBucket {
    pub(super) fn new(per_second: u32, burst: u32, now: Instant) -> Self {
        Self {
            interval: Duration::from_secs(1) / per_second.max(1),
            burst: burst.max(1),
            paid: now,
        }
    }

    pub(super) fn room(&self, now: Instant) -> u32 {
        let debt = self.paid.saturating_duration_since(now);
        let owed = debt.as_nanos().div_ceil(self.interval.as_nanos().max(1));
        self.burst
            .saturating_sub(u32::try_from(owed).unwrap_or(u32::MAX))
    }

    pub(super) fn is_idle(&self, now: Instant) -> bool {
        self.paid <= now
    }

    pub(super) fn take(&mut self, now: Instant) {
        self.paid = self.paid.max(now) + self.interval;
    }

    /// When there is room again.
    pub(super) fn ready(&self, now: Instant) -> Instant {
        let saved = self.interval * (self.burst - 1);
        self.paid
            .checked_sub(saved)
            .map_or(now, |ready| ready.max(now))
    }
}
