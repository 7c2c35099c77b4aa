//! The pacer under a clock made of numbers.

use super::*;

const ANA: ChatId = ChatId(11);
const BINH: ChatId = ChatId(12);
const CHI: ChatId = ChatId(13);
const GROUP: ChatId = ChatId(-100);
/// A pacer and its own clock.
struct Bench {
    pacer: Pacer,
    start: Instant,
    now: Instant,
}

impl Bench {
    fn new(pace: Pace) -> Self {
        let now = Instant::now();
        Self {
            pacer: Pacer::new(pace, now),
            start: now,
            now,
        }
    }

    fn pass(&mut self, millis: u64) {
        self.now += Duration::from_millis(millis);
    }

    fn admit(&mut self, chat: ChatId, lane: Lane) -> bool {
        self.pacer.admit(Some(chat), lane, self.now)
    }

    fn room(&mut self) -> Room {
        self.pacer.room(Room::NONE, self.now)
    }

    fn answered(&mut self, chat: ChatId, attempts: i64, outcome: &Outcome) {
        self.pacer.answered(Some(chat), attempts, outcome, self.now);
    }

    /// Milliseconds from now until something changes.
    fn next(&mut self) -> Option<u128> {
        let next = self.pacer.next(self.now)?;
        Some((next - self.now).as_millis())
    }

    fn busy(&mut self) -> Vec<ChatId> {
        let mut busy = self.pacer.busy(self.now);
        busy.sort();
        busy
    }

    /// When each of `count` calls leaves, in milliseconds, each to a chat of its own.
    fn run(&mut self, lane: Lane, count: i64) -> Vec<u128> {
        let mut left = Vec::new();
        for chat in 0..count {
            while self.room().later == 0 && lane != Lane::Reply
                || !self.admit(ChatId(1000 + chat), lane)
            {
                self.pass(1);
            }
            left.push((self.now - self.start).as_millis());
        }
        left
    }
}

fn most_in_a_second(left: &[u128]) -> usize {
    let within = |first: &u128| {
        left.iter()
            .filter(|at| (*first..first + 1000).contains(at))
            .count()
    };
    left.iter().map(within).max().unwrap_or_default()
}

const FAILED: Outcome = Outcome::Failed {
    reason: Reason::ServerError,
    maybe_sent: false,
};

#[test]
fn no_second_ever_sees_more_than_the_limit() {
    for lane in [Lane::Reply, Lane::Bulk] {
        let mut bench = Bench::new(Pace::default());
        let left = bench.run(lane, 300);
        assert_eq!(most_in_a_second(&left), 30, "{lane:?}");
        let last = left.last().copied().unwrap_or_default();
        assert!((8_900..10_100).contains(&last), "{lane:?}: {last}");
    }
}

#[test]
fn bulk_leaves_in_portions_and_a_reply_finds_a_place_between_them() {
    let mut bench = Bench::new(Pace::default());
    bench.run(Lane::Bulk, 200);
    let before = bench.now;
    while !bench.admit(ANA, Lane::Reply) {
        bench.pass(1);
    }
    let waited = bench.now - before;
    assert!(waited <= Duration::from_millis(40), "{waited:?}");
}

#[test]
fn a_paid_broadcast_goes_at_its_own_pace() {
    let mut bench = Bench::new(Pace {
        per_second: 1000,
        ..Pace::default()
    });
    let left = bench.run(Lane::Bulk, 5000);
    assert!(most_in_a_second(&left) <= 1000);
    let last = left.last().copied().unwrap_or_default();
    assert!((4_900..5_200).contains(&last), "{last}");
}

#[test]
fn a_chat_takes_a_burst_of_three_and_then_one_a_second() {
    let mut bench = Bench::new(Pace::default());
    for _ in 0..3 {
        assert!(bench.admit(ANA, Lane::Reply));
    }
    assert!(!bench.admit(ANA, Lane::Reply));
    assert_eq!(bench.busy(), [ANA]);
    assert!(
        bench.admit(BINH, Lane::Reply),
        "other chats are not concerned"
    );
    assert_eq!(bench.next(), Some(1000));
    bench.pass(1000);
    assert!(bench.admit(ANA, Lane::Reply));
    assert!(!bench.admit(ANA, Lane::Reply));
    bench.pass(60_000);
    assert_eq!((bench.busy(), bench.next()), (vec![], None));
    assert!(
        bench.pacer.chats.is_empty(),
        "what has settled is forgotten"
    );
}

#[test]
fn a_group_takes_twenty_in_any_minute() {
    let mut bench = Bench::new(Pace::default());
    let mut left = Vec::new();
    while left.len() < 50 {
        if bench.admit(GROUP, Lane::Reply) {
            left.push((bench.now - bench.start).as_millis());
        }
        bench.pass(100);
    }
    for first in &left {
        let within = left
            .iter()
            .filter(|at| (*first..first + 60_000).contains(at));
        assert!(within.count() <= 20);
    }
    assert!(left.last().is_some_and(|last| *last < 160_000));
}

#[test]
fn toasts_count_against_nothing() {
    let mut bench = Bench::new(Pace::default());
    for _ in 0..200 {
        assert!(bench.pacer.admit(None, Lane::Reply, bench.now));
    }
    assert_eq!(bench.room().calls, 30);
}

#[test]
fn asked_to_wait_one_chat_waits() {
    let mut bench = Bench::new(Pace::default());
    bench.answered(ANA, 1, &Outcome::RetryAfter { seconds: 7 });
    assert_eq!((bench.busy(), bench.next()), (vec![ANA], Some(7000)));
    assert!(!bench.admit(ANA, Lane::Reply));
    assert!(bench.admit(BINH, Lane::Reply));
    bench.pass(7000);
    assert!(bench.admit(ANA, Lane::Reply));
}

#[test]
fn asked_to_wait_by_three_chats_at_once_all_wait_the_shortest() {
    let mut bench = Bench::new(Pace::default());
    for (chat, seconds) in [(ANA, 9), (ANA, 9), (BINH, 8)] {
        bench.answered(chat, 1, &Outcome::RetryAfter { seconds });
    }
    assert_eq!(bench.room().calls, 30, "two chats are two chats");
    bench.pass(1000);
    bench.answered(CHI, 1, &Outcome::RetryAfter { seconds: 5000 });
    assert_eq!(bench.room(), Room::NONE);
    assert!(!bench.pacer.admit(None, Lane::Reply, bench.now));
    assert_eq!(bench.next(), Some(8000));
    bench.pass(8000);
    assert!(bench.room().calls > 0);
}

#[test]
fn complaints_far_apart_stay_with_their_chats() {
    let mut bench = Bench::new(Pace::default());
    for chat in [ANA, BINH, CHI] {
        bench.answered(chat, 1, &Outcome::RetryAfter { seconds: 60 });
        bench.pass(1500);
    }
    assert_eq!(bench.busy(), [ANA, BINH, CHI]);
    assert_eq!(bench.room().calls, 30);
}

#[test]
fn a_chat_whose_calls_fail_waits_twice_as_long_each_time_up_to_five_minutes() {
    for (attempts, seconds) in [(1, 1), (2, 2), (5, 16), (9, 256), (10, 300), (60, 300)] {
        let mut bench = Bench::new(Pace::default());
        bench.answered(ANA, attempts, &FAILED);
        assert_eq!(bench.next(), Some(seconds * 1000), "{attempts}");
        assert_eq!(bench.room().calls, 30);
    }
}

#[test]
fn when_nothing_is_answered_all_wait_and_one_call_finds_out() {
    let mut bench = Bench::new(Pace::default());
    for _ in 0..20 {
        bench.answered(ANA, 1, &Outcome::Untried);
    }
    assert_eq!((bench.room(), bench.next()), (Room::NONE, Some(1000)));
    bench.pass(1000);
    let probe = bench.room();
    assert_eq!((probe.calls, probe.later), (1, 1));
    assert_eq!(bench.pacer.room(probe, bench.now), Room::NONE);
    bench.answered(ANA, 1, &Outcome::Untried);
    assert_eq!(bench.next(), Some(2000));
    bench.pass(2000);
    bench.answered(ANA, 1, &Outcome::Sent(None));
    assert_eq!(bench.room().calls, 30);
}

#[test]
fn faults_in_several_chats_are_the_messengers_not_theirs() {
    let mut bench = Bench::new(Pace::default());
    for chat in [ANA, BINH] {
        bench.answered(chat, 1, &FAILED);
    }
    bench.answered(CHI, 1, &Outcome::Sent(None));
    bench.answered(CHI, 1, &FAILED);
    assert_eq!(bench.room().calls, 30, "one was answered in between");
    for chat in [ANA, BINH] {
        bench.answered(chat, 1, &FAILED);
    }
    assert_eq!(bench.room(), Room::NONE);
}

#[test]
fn slow_bulk_leaves_places_to_replies() {
    let mut bench = Bench::new(Pace::default());
    let in_flight = Room {
        toasts: 128,
        calls: 24,
        later: 24,
    };
    let room = bench.pacer.room(in_flight, bench.now);
    assert_eq!((room.toasts, room.calls, room.later), (0, 8, 0));
}
