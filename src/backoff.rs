//! Waiting longer after each failure, and telling of it once.
//!
//! Knows nothing of what fails. Real time, not campaign time: what fails is a real machine.

use std::time::Duration;

/// The waits of one run of failures.
#[derive(Debug)]
pub(crate) struct Backoff {
    first: Duration,
    longest: Duration,
    next: Duration,
}

impl Backoff {
    pub(crate) fn new(first: Duration, longest: Duration) -> Self {
        Self {
            first,
            longest,
            next: first,
        }
    }

    /// Whether this failure is the first of its run: the one to be logged.
    pub(crate) fn is_fresh(&self) -> bool {
        self.next == self.first
    }

    /// How long to wait now; the next time twice as long.
    pub(crate) fn step(&mut self) -> Duration {
        let wait = self.next;
        self.next = (wait * 2).min(self.longest);
        wait
    }

    /// It works again.
    pub(crate) fn reset(&mut self) {
        self.next = self.first;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_a_limit_and_start_over() {
        let second = Duration::from_secs(1);
        let mut backoff = Backoff::new(second, 5 * second);
        assert!(backoff.is_fresh());
        let waits: Vec<_> = (0..4).map(|_| backoff.step().as_secs()).collect();
        assert_eq!(waits, [1, 2, 4, 5]);
        assert!(!backoff.is_fresh());
        backoff.reset();
        assert_eq!(backoff.step(), second);
    }
}
