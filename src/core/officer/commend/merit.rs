//! Who may be proposed: by taking part steadily, or by getting better than they were themselves. Pure functions.
//!
//! Nobody is compared with anybody else. Being proposed says only that somebody is above the line: who of them is
//! proposed is drawn by lot.

use rand::rngs::StdRng;
use rand::seq::SliceRandom;

use crate::core::disclosure::stats::{self, Sample};
use crate::report::figures::{Fraction, Trend};
use crate::store::named::WeekActivity;
use crate::types::count;

/// Rounds that are looked at.
pub(super) const WEEKS: u32 = 12;

/// Members with fewer weeks have had no time to be steady or to get better.
const WEEKS_MIN: usize = 8;

/// Steady: five weeks of six.
const STEADY: (i64, i64) = (5, 6);

/// A smaller change is no reason to commend, even if it is certain.
const POINTS_MIN: i64 = 20;

/// How many are proposed at once.
pub(super) const HANDFUL: usize = 5;

/// Why somebody is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// They took part in `took` weeks of `of`.
    Steady { took: i64, of: i64 },
    /// They take part more, or know more, than before; which of the two is not shown.
    Improved,
}

/// Why somebody with these weeks may be proposed, the oldest week first.
pub(super) fn ground(weeks: &[WeekActivity]) -> Option<Ground> {
    if weeks.len() < WEEKS_MIN {
        return None;
    }
    let took = taken(weeks);
    if took.count * STEADY.1 >= took.of * STEADY.0 {
        let Fraction { count: took, of } = took;
        return Some(Ground::Steady { took, of });
    }
    let (then, now) = weeks.split_at(weeks.len() / 2);
    let better = risen(taken(then), taken(now)) || risen(known(then), known(now));
    better.then_some(Ground::Improved)
}

fn taken(weeks: &[WeekActivity]) -> Fraction {
    let took = weeks.iter().filter(|week| week.answered).count();
    Fraction {
        count: count(took),
        of: count(weeks.len()),
    }
}

fn known(weeks: &[WeekActivity]) -> Fraction {
    Fraction {
        count: weeks.iter().map(|week| week.right).sum(),
        of: weeks.iter().map(|week| week.answers).sum(),
    }
}

/// Beyond chance, and by enough.
fn risen(then: Fraction, now: Fraction) -> bool {
    let samples = Sample::of(then, 1).zip(Sample::of(now, 1));
    samples.is_some_and(
        |(then, now)| matches!(stats::change(then, now), Trend::Up(points) if points >= POINTS_MIN),
    )
}

/// Up to [`HANDFUL`] of them, drawn at random.
pub(super) fn drawn<T>(mut all: Vec<T>, rng: &mut StdRng) -> Vec<T> {
    all.shuffle(rng);
    all.truncate(HANDFUL);
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::SeedableRng;

    use super::*;
    use crate::types::MemberId;

    fn week(right: Option<i64>) -> WeekActivity {
        WeekActivity {
            member: MemberId(1),
            answered: right.is_some(),
            answers: if right.is_some() { 5 } else { 0 },
            right: right.unwrap_or(0),
        }
    }

    fn of(weeks: &[Option<i64>]) -> Option<Ground> {
        ground(&weeks.iter().copied().map(week).collect::<Vec<_>>())
    }

    #[test]
    fn steady_is_five_weeks_of_six_and_needs_eight() {
        let steady = |took, of| Some(Ground::Steady { took, of });
        let took = |took, of| [vec![Some(0); took], vec![None; of - took]].concat();
        assert_eq!(of(&took(12, 12)), steady(12, 12));
        assert_eq!(of(&took(10, 12)), steady(10, 12), "knowing nothing");
        assert_eq!(of(&took(9, 12)), None);
        assert_eq!(of(&took(7, 7)), None, "too short a time");
        assert_eq!(of(&took(7, 8)), steady(7, 8));
    }

    #[test]
    fn better_is_beyond_chance_only() {
        let halves = |then: [Option<i64>; 6], now: [Option<i64>; 6]| of(&[then, now].concat());
        let (never, once) = ([None; 6], [Some(3), None, None, None, None, None]);
        let always = [Some(3); 6];
        assert_eq!(halves(never, always), Some(Ground::Improved));
        assert_eq!(halves(once, always), Some(Ground::Improved));
        let four = [Some(3), Some(3), Some(3), Some(3), None, None];
        let five = [Some(3), Some(3), Some(3), Some(3), Some(3), None];
        assert_eq!(halves(four, five), None, "one week more is chance");
        let knows = |right| {
            [
                Some(right),
                Some(right),
                Some(right),
                Some(right),
                None,
                None,
            ]
        };
        assert_eq!(halves(knows(2), knows(5)), Some(Ground::Improved));
        assert_eq!(halves(knows(3), knows(4)), None);
        assert_eq!(halves(knows(5), knows(2)), None);
    }

    proptest! {
        #[test]
        fn to_take_part_once_more_never_costs_anybody_their_place(
            weeks in prop::collection::vec(any::<bool>(), 8..=12), place in any::<prop::sample::Index>(),
        ) {
            let as_weeks = |weeks: &[bool]| of(&weeks.iter().map(|took| took.then_some(3)).collect::<Vec<_>>());
            let mut more = weeks.clone();
            let place = place.index(weeks.len() / 2) + weeks.len() - weeks.len() / 2;
            more[place] = true;
            prop_assert!(as_weeks(&weeks).is_none() || as_weeks(&more).is_some());
        }

        #[test]
        fn what_is_right_changes_nothing_for_the_steady(
            rights in prop::collection::vec(0..=5_i64, 8..=12),
        ) {
            let weeks: Vec<Option<i64>> = rights.iter().copied().map(Some).collect();
            let all = count(weeks.len());
            prop_assert_eq!(of(&weeks), Some(Ground::Steady { took: all, of: all }));
        }

        #[test]
        fn the_lot_knows_nobody(people in 1..20_usize, seed in any::<u64>()) {
            let all: Vec<usize> = (0..people).collect();
            let hat = drawn(all.clone(), &mut StdRng::seed_from_u64(seed));
            prop_assert_eq!(hat.len(), people.min(HANDFUL));
            prop_assert!(hat.iter().all(|one| all.contains(one)));
            let mut once = hat.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), hat.len());
        }
    }

    #[test]
    fn everybody_comes_first_about_as_often() {
        let mut rng = StdRng::seed_from_u64(1);
        let mut first = [0; 8];
        for _ in 0..8_000 {
            first[drawn((0..8).collect(), &mut rng)[0]] += 1;
        }
        assert!(
            first.iter().all(|times| (850..1_150).contains(times)),
            "{first:?}"
        );
    }
}
