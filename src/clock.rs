//! The campaign's clock: real time, a faster one for rehearsals, or one moved by hand.
//!
//! Knows how campaign time follows from real time. Must not know what is due when.

use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

/// A shared clock. Clones show the same time.
#[derive(Debug, Clone)]
pub struct Clock {
    line: watch::Sender<TimeLine>,
}

/// Campaign time as a straight line over real time.
#[derive(Debug, Clone, Copy)]
struct TimeLine {
    start: DateTime<Utc>,
    since: Instant,
    rate: f64,
}

impl TimeLine {
    fn now(&self) -> DateTime<Utc> {
        let elapsed = self.since.elapsed().mul_f64(self.rate);
        self.start + TimeDelta::from_std(elapsed).unwrap_or(TimeDelta::MAX / 2)
    }
}

impl Clock {
    /// The time on the wall.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the wall clock"
    )]
    pub fn real() -> Self {
        Self::starting(Utc::now(), 1.0)
    }

    /// A clock that shows `start` now and runs `rate` campaign seconds a second; 0 stands still.
    pub fn starting(start: DateTime<Utc>, rate: f64) -> Self {
        let line = TimeLine {
            start,
            since: Instant::now(),
            rate,
        };
        Self {
            line: watch::Sender::new(line),
        }
    }

    /// Campaign time.
    pub fn now(&self) -> DateTime<Utc> {
        self.line.borrow().now()
    }

    /// Moves the clock; whoever sleeps on it looks again.
    pub fn move_to(&self, start: DateTime<Utc>) {
        self.line.send_modify(|line| {
            line.start = start;
            line.since = Instant::now();
        });
    }

    /// Sleeps until campaign time reaches `moment`, however the clock is moved meanwhile.
    pub async fn sleep_until(&self, moment: DateTime<Utc>) {
        let mut moved = self.line.subscribe();
        loop {
            let line = *moved.borrow_and_update();
            let left = (moment - line.now()).to_std().unwrap_or_default();
            if left.is_zero() {
                return;
            }
            // An hour at most: a machine that was suspended must notice that time went on.
            let real = Duration::try_from_secs_f64(left.as_secs_f64() / line.rate)
                .map_or(HOUR, |real| real.clamp(Duration::from_millis(1), HOUR));
            tokio::select! {
                () = tokio::time::sleep(real) => {}
                // The sender lives as long as `self`, so this ends only by a move.
                _ = moved.changed() => {}
            }
        }
    }
}

const HOUR: Duration = Duration::from_secs(3600);

#[cfg(test)]
mod tests {
    use super::*;

    fn monday() -> DateTime<Utc> {
        "2026-11-23T00:00:00Z".parse().expect("a date")
    }

    #[test]
    fn a_rehearsal_runs_faster_than_the_wall() {
        let clock = Clock::starting(monday(), 1e6);
        std::thread::sleep(Duration::from_millis(5));
        assert!(clock.now() - monday() >= TimeDelta::seconds(5000));
    }

    #[tokio::test]
    #[expect(clippy::disallowed_methods, reason = "the runtime of the test ends it")]
    async fn whoever_sleeps_wakes_when_the_clock_is_moved() {
        let clock = Clock::starting(monday(), 0.0);
        let sleeper = tokio::spawn({
            let clock = clock.clone();
            async move { clock.sleep_until(monday() + TimeDelta::days(7)).await }
        });
        clock.move_to(monday() + TimeDelta::days(6));
        tokio::task::yield_now().await;
        assert!(!sleeper.is_finished());
        clock.move_to(monday() + TimeDelta::days(7));
        sleeper.await.expect("it wakes");
    }
}
