//! The campaign's clock: the wall's, a faster one for rehearsals, or one moved by hand.
//!
//! Knows how campaign time follows from the wall or from a line, and tells when the wall's clock was set. Must not know
//! what is due when.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

/// How often who sleeps looks at the wall's clock: it may be set, and a suspended machine's timers stand still.
const LOOK: Duration = Duration::from_secs(2);
/// Who sleeps by a line knows when to wake, and looks only in case that the machine was suspended.
const HOUR: Duration = Duration::from_secs(3600);
/// Between two looks the wall's clock may be corrected by so much without a word.
const STEP: TimeDelta = TimeDelta::seconds(2);

/// A shared clock. Clones show the same time.
#[derive(Debug, Clone)]
pub struct Clock {
    source: watch::Sender<Source>,
}

/// Where campaign time comes from.
#[derive(Debug, Clone)]
enum Source {
    /// The wall, looked at each time: it may be set, forwards or back.
    Wall(Arc<Wall>),
    /// A straight line over the time that the machine has run.
    Line {
        start: DateTime<Utc>,
        since: Instant,
        rate: f64,
    },
}

/// The wall's clock, and what it showed when it was last looked at.
struct Wall {
    read: Box<dyn Fn() -> DateTime<Utc> + Send + Sync>,
    seen: Mutex<(DateTime<Utc>, Instant)>,
    /// Who sleeps by it looks at it this often.
    every: Duration,
}

impl Wall {
    fn new(read: impl Fn() -> DateTime<Utc> + Send + Sync + 'static, every: Duration) -> Self {
        let seen = Mutex::new((read(), Instant::now()));
        let read = Box::new(read);
        Self { read, seen, every }
    }

    /// What it shows, and by how much it was set since the last look.
    fn look(&self) -> (DateTime<Utc>, TimeDelta) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let (shown, looked) = *seen;
        let now = ((self.read)(), Instant::now());
        *seen = now;
        (now.0, now.0 - (shown + passed(now.1 - looked, 1.0)))
    }

    fn now(&self) -> DateTime<Utc> {
        let (now, step) = self.look();
        if step.abs() > STEP {
            tracing::warn!(
                seconds = step.num_seconds(),
                "the machine's clock has jumped (it was set, or the machine slept): what is due is judged anew"
            );
        }
        now
    }
}

impl fmt::Debug for Wall {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Wall").finish_non_exhaustive()
    }
}

impl Source {
    fn now(&self) -> DateTime<Utc> {
        match self {
            Self::Wall(wall) => wall.now(),
            Self::Line { start, since, rate } => *start + passed(since.elapsed(), *rate),
        }
    }

    /// How long to sleep until so much campaign time may have passed.
    fn nap(&self, left: TimeDelta) -> Duration {
        let left = left.to_std().unwrap_or_default();
        let (longest, rate) = match self {
            Self::Wall(wall) => (wall.every, 1.0),
            Self::Line { rate, .. } => (HOUR, *rate),
        };
        Duration::try_from_secs_f64(left.as_secs_f64() / rate).map_or(longest, |real| {
            real.clamp(Duration::from_millis(1), longest)
        })
    }
}

fn passed(real: Duration, rate: f64) -> TimeDelta {
    TimeDelta::from_std(real.mul_f64(rate)).unwrap_or(TimeDelta::MAX / 2)
}

impl Clock {
    /// The time on the wall, whatever is done to it.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the wall clock"
    )]
    pub fn real() -> Self {
        Self::of(Wall::new(Utc::now, LOOK))
    }

    fn of(wall: Wall) -> Self {
        Self {
            source: watch::Sender::new(Source::Wall(Arc::new(wall))),
        }
    }

    /// A clock that shows `start` now and runs `rate` campaign seconds a second; 0 stands still.
    pub fn starting(start: DateTime<Utc>, rate: f64) -> Self {
        let line = Source::Line {
            start,
            since: Instant::now(),
            rate,
        };
        Self {
            source: watch::Sender::new(line),
        }
    }

    /// Campaign time.
    pub fn now(&self) -> DateTime<Utc> {
        self.source.borrow().now()
    }

    /// Moves a clock that does not follow the wall; whoever sleeps on it looks again.
    pub fn move_to(&self, moment: DateTime<Utc>) {
        self.source.send_modify(|source| {
            if let Source::Line { start, since, .. } = source {
                *start = moment;
                *since = Instant::now();
            }
        });
    }

    /// Sleeps until campaign time reaches `moment`, however the clock is moved meanwhile; less long if it is set back,
    /// for then other things may be due before.
    pub async fn sleep_until(&self, moment: DateTime<Utc>) {
        let mut moved = self.source.subscribe();
        let mut shown = self.now();
        loop {
            let source = moved.borrow_and_update().clone();
            let now = source.now();
            if now >= moment || now < shown {
                return;
            }
            shown = now;
            tokio::select! {
                () = tokio::time::sleep(source.nap(moment - now)) => {}
                // The sender lives as long as `self`, so this ends only by a move.
                _ = moved.changed() => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn monday() -> DateTime<Utc> {
        "2026-11-23T00:00:00Z".parse().expect("a date")
    }

    /// A wall whose clock is set by hand, and the hand.
    fn wall() -> (Wall, Arc<Mutex<DateTime<Utc>>>) {
        let hand = Arc::new(Mutex::new(monday()));
        let shown = hand.clone();
        let read = move || *shown.lock().expect("one hand");
        (Wall::new(read, Duration::from_millis(1)), hand)
    }

    #[test]
    fn a_rehearsal_runs_faster_than_the_wall() {
        let clock = Clock::starting(monday(), 1e6);
        std::thread::sleep(Duration::from_millis(5));
        assert!(clock.now() - monday() >= TimeDelta::seconds(5000));
    }

    #[test]
    fn the_wall_is_followed_both_ways_and_each_step_is_seen_once() {
        let (wall, hand) = wall();
        for step in [TimeDelta::days(2), -TimeDelta::days(3)] {
            let before = *hand.lock().expect("one hand");
            *hand.lock().expect("one hand") = before + step;
            let (now, seen) = wall.look();
            assert_eq!(now, before + step);
            assert!((seen - step).abs() < STEP, "{seen}");
            assert!(wall.look().1.abs() < STEP);
        }
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

    #[tokio::test]
    #[expect(clippy::disallowed_methods, reason = "the runtime of the test ends it")]
    async fn whoever_sleeps_by_the_wall_wakes_when_it_is_set() {
        for step in [TimeDelta::days(7), -TimeDelta::days(2)] {
            let (wall, hand) = wall();
            let clock = Clock::of(wall);
            let sleeper = tokio::spawn({
                let clock = clock.clone();
                async move { clock.sleep_until(monday() + TimeDelta::days(7)).await }
            });
            tokio::task::yield_now().await;
            assert!(!sleeper.is_finished());
            *hand.lock().expect("one hand") = monday() + step;
            sleeper.await.expect("it wakes");
        }
    }
}
