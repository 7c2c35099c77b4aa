//! The threshold: no figure about fewer people than this, shown or derivable.
//!
//! A pure rule over counts. It knows nothing of units' names, of what is counted, or of who asks, so
//! that the same counts always give the same answer, whoever asks and in whatever order.
//!
//! **Why it holds.** Going down from the root, the children of a disclosed unit are disclosed if they reach the
//! threshold, but for the smallest of them: it is hidden if otherwise the rest (the unit less its disclosed children)
//! were somebody and below the threshold; with it the rest reaches the threshold. A hidden unit hides everything
//! below it. Whatever is disclosed then is a sum of such rests, and rests do not overlap: adding and subtracting
//! disclosed figures gives sums and differences of whole rests, and every one of them is nobody or at least the
//! threshold.
//!
//! **While a round is open** numbers grow, and with them changes which unit has to be hidden. So of all units only a root
//! is told of before the end, in steps ([`more_than`]): it is the only one that is sure to be disclosed then. Anything
//! else would give somebody away at the edges. What was told of a unit that is hidden in the end bounds it from below, its
//! parent's exact number bounds it from above, and now and then one possibility is left for the rest. Nor does it help to
//! choose who is told of: whatever depends on what others have done so far tells of those others (`looks`). The same holds for
//! numbers of those who have *not* answered, which is why nobody is shown any.
//!
//! **Who counts.** A figure may be of more people than the threshold counts: those who see the figure know their
//! own answer, and accounts beyond a unit's number of people may be anybody's. They are [`Counted::people`], but not
//! [`Counted::counted`].

use std::collections::{BTreeMap, BTreeSet};

use crate::db::Tx;
use crate::store::audit::{AuditAction, Change, Changed, Office, What};
use crate::store::{self, Result};
use crate::types::{Thresholds, UnitId};

/// Raises the thresholds in the database to the settings' if those are higher, with a line in the audit. They are
/// never lowered: a lower setting changes nothing.
pub(in crate::core) async fn raise(tx: &mut Tx, to: Thresholds) -> Result {
    let before = store::installation::thresholds(tx).await?;
    if store::installation::raise(tx, to).await? {
        // Closed rounds are judged anew. Check-ins are not: `reflection::tidy` deletes counts that are too small now.
        if before.quiz < to.quiz {
            store::suppressed::forget(tx).await?;
        }
        let now = store::installation::thresholds(tx).await?;
        let raised = [
            (What::Quiz, before.quiz, now.quiz),
            (What::Reflection, before.reflection, now.reflection),
        ];
        let changed: Changed = raised
            .into_iter()
            .filter(|(_, before, now)| before != now)
            .map(|(what, before, now)| Change::of("", what, before, now))
            .collect();
        let by = (None, Office::Server);
        store::audit::note_in(tx, None, by, AuditAction::Thresholds, &changed).await?;
    }
    let now = store::installation::thresholds(tx).await?;
    if to.quiz < now.quiz || to.reflection < now.reflection {
        tracing::warn!(
            quiz = now.quiz,
            reflection = now.reflection,
            "the thresholds were raised before and stay: they are never lowered"
        );
    }
    Ok(())
}

/// Numbers that still change are shown in steps of so many: neither two looks in a row nor the difference of two
/// units may show what one person did.
const STEP: i64 = 5;

/// A number of people as an officer may see it while it still changes; `None` if it is too small.
pub(in crate::core) fn about(people: i64, threshold: i64) -> Option<i64> {
    (people >= threshold).then(|| step(people).max(STEP))
}

/// Rounded down to a whole step.
fn step(people: i64) -> i64 {
    people - people % STEP
}

/// The step below a number of people: there are more than so many. `None` if that is too few.
pub(in crate::core) fn more_than(people: i64, threshold: i64) -> Option<i64> {
    let below = step(people - 1);
    (people >= threshold && below > 0).then_some(below)
}

/// People of a unit, those of all units below it included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) struct Counted {
    pub(in crate::core) unit: UnitId,
    pub(in crate::core) parent: Option<UnitId>,
    /// How many a figure is about.
    pub(in crate::core) people: i64,
    /// How many of them the threshold counts.
    pub(in crate::core) counted: i64,
    /// Whether nothing else speaks against disclosing it.
    pub(in crate::core) may: bool,
}

/// Whether a unit has more people in a round than it has declared. Of one that has declared none, nobody can say.
pub(in crate::core) fn overfull(people: i64, declared: i64) -> bool {
    declared > 0 && people > declared
}

/// Leaves everybody in these units out of what the threshold counts, for the units above them too.
pub(in crate::core) fn discount(units: &mut [Counted], overfull: &BTreeSet<UnitId>) {
    if overfull.is_empty() {
        return;
    }
    let parents: BTreeMap<UnitId, Option<UnitId>> =
        units.iter().map(|one| (one.unit, one.parent)).collect();
    let depth = |unit: UnitId| {
        let above = |unit: &UnitId| parents.get(unit).copied().flatten();
        std::iter::successors(Some(unit), above).count()
    };
    units.sort_by_cached_key(|one| (std::cmp::Reverse(depth(one.unit)), one.unit));
    let mut lost: BTreeMap<UnitId, i64> = BTreeMap::new();
    for one in units {
        let own = lost.remove(&one.unit).unwrap_or(0);
        let gone = if overfull.contains(&one.unit) {
            one.counted
        } else {
            own
        };
        one.counted -= gone;
        if let Some(parent) = one.parent {
            *lost.entry(parent).or_default() += gone;
        }
    }
}

/// The units whose figures may be disclosed, all of them together; nothing is below those in `ends`. A unit whose
/// parent is not counted is the root of a tree of its own.
pub(in crate::core) fn disclosed(
    counted: &[Counted],
    threshold: i64,
    ends: impl Fn(UnitId) -> bool,
) -> Vec<UnitId> {
    let large = |one: &Counted| one.may && one.counted >= threshold;
    let known: BTreeSet<UnitId> = counted.iter().map(|one| one.unit).collect();
    let mut below: BTreeMap<Option<UnitId>, Vec<Counted>> = BTreeMap::new();
    for one in counted {
        let parent = one.parent.filter(|parent| known.contains(parent));
        below.entry(parent).or_default().push(*one);
    }
    let roots = below.remove(&None).unwrap_or_default();
    let mut open: Vec<Counted> = roots.into_iter().filter(large).collect();
    let mut disclosed = Vec::new();
    while let Some(one) = open.pop() {
        disclosed.push(one.unit);
        if ends(one.unit) {
            continue;
        }
        let mut children = below.remove(&Some(one.unit)).unwrap_or_default();
        children.retain(large);
        let rest = one.people - children.iter().map(|child| child.people).sum::<i64>();
        let counts = one.counted - children.iter().map(|child| child.counted).sum::<i64>();
        if rest > 0 && counts < threshold {
            let smallest = children
                .iter()
                .map(|child| (child.counted, child.unit))
                .min();
            children.retain(|child| Some((child.counted, child.unit)) != smallest);
        }
        open.extend(children);
    }
    disclosed
}

#[cfg(test)]
mod looks;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const QUIZ: i64 = 5;

    fn ids(list: &[i64]) -> BTreeSet<UnitId> {
        list.iter().copied().map(UnitId).collect()
    }

    fn counted(unit: i64, parent: Option<i64>, people: i64) -> Counted {
        Counted {
            unit: UnitId(unit),
            parent: parent.map(UnitId),
            people,
            counted: people,
            may: true,
        }
    }

    /// Which units below one of so many people are disclosed.
    fn children(total: i64, people: &[i64]) -> BTreeSet<UnitId> {
        let children = (1..)
            .zip(people)
            .map(|(id, people)| counted(id, Some(0), *people));
        let all: Vec<Counted> = std::iter::once(counted(0, None, total))
            .chain(children)
            .collect();
        let mut found: BTreeSet<UnitId> = disclosed(&all, QUIZ, |_| false).into_iter().collect();
        found.remove(&UnitId(0));
        found
    }

    #[test]
    fn a_small_unit_is_hidden_and_with_it_the_next_smallest_that_would_give_it_away() {
        assert_eq!(children(31, &[20, 8, 3]), ids(&[1]));
        assert_eq!(children(36, &[20, 8, 3, 5]), ids(&[1, 2]));
    }

    #[test]
    fn two_small_units_together_may_hide_behind_each_other() {
        assert_eq!(children(25, &[20, 3, 2]), ids(&[1]));
        assert_eq!(children(20, &[20]), ids(&[1]));
    }

    #[test]
    fn people_who_belong_to_the_unit_itself_are_a_rest_like_any_other() {
        assert_eq!(children(22, &[20]), ids(&[]));
        assert_eq!(children(25, &[20]), ids(&[1]));
    }

    #[test]
    fn accounts_beyond_the_declared_number_count_for_nobody() {
        let mut all = vec![
            counted(0, None, 40),
            counted(1, Some(0), 12),
            counted(2, Some(0), 16),
            counted(3, Some(0), 12),
            counted(4, Some(1), 12),
        ];
        discount(&mut all, &ids(&[4]));
        let of = |unit: i64| {
            all.iter()
                .find(|one| one.unit == UnitId(unit))
                .map(|one| one.counted)
        };
        assert_eq!((of(4), of(1), of(0)), (Some(0), Some(0), Some(28)));
        // One and four would follow from the others: the smaller of those is hidden with them.
        let mut found = disclosed(&all, QUIZ, |_| false);
        found.sort_unstable();
        assert_eq!(found, [UnitId(0), UnitId(2)]);
    }

    #[test]
    fn what_is_told_while_it_grows_is_strictly_more() {
        let told = |people| more_than(people, QUIZ);
        assert_eq!(
            [4, 5, 6, 10, 11, 15, 16].map(told),
            [None, None, Some(5), Some(5), Some(10), Some(10), Some(15)]
        );
        assert_eq!(more_than(7, 8), None);
    }

    /// A tree as a list: the parent's place (always before its own) and the people of the unit itself.
    fn trees() -> impl Strategy<Value = Vec<(usize, i64)>> {
        prop::collection::vec((any::<prop::sample::Index>(), 0..12_i64), 2..9).prop_map(|list| {
            list.into_iter()
                .enumerate()
                .map(|(place, (parent, own))| {
                    (if place == 0 { 0 } else { parent.index(place) }, own)
                })
                .collect()
        })
    }

    fn id(place: usize) -> UnitId {
        UnitId(i64::try_from(place).unwrap())
    }

    pub(super) fn all(tree: &[(usize, i64)], own: impl Fn(usize) -> i64) -> Vec<Counted> {
        let mut people: Vec<i64> = (0..tree.len()).map(&own).collect();
        for place in (1..tree.len()).rev() {
            people[tree[place].0] += people[place];
        }
        let one = |place: usize| Counted {
            unit: id(place),
            parent: (place > 0).then(|| id(tree[place].0)),
            people: people[place],
            counted: people[place],
            may: true,
        };
        (0..tree.len()).map(one).collect()
    }

    proptest! {
        /// Every sum and difference of disclosed figures that could be about a group is about nobody or enough people.
        #[test]
        fn no_group_under_the_threshold_can_be_derived(tree in trees()) {
            let size = tree.len();
            let all = all(&tree, |place| tree[place].1);
            let mut members: Vec<u32> = (0..size).map(|place| 1 << place).collect();
            for place in (1..size).rev() {
                members[tree[place].0] |= members[place];
            }
            let seen: Vec<usize> = disclosed(&all, QUIZ, |_| false)
                .into_iter()
                .map(|unit| usize::try_from(unit.0).unwrap())
                .collect();
            // Exhaustive: every combination with coefficients -1, 0, 1 whose result is a set of units.
            for code in 0..3_usize.pow(u32::try_from(seen.len()).unwrap()) {
                let (mut rest, mut sum, mut counts) = (code, 0, vec![0_i64; size]);
                for place in &seen {
                    let factor = i64::try_from(rest % 3).unwrap() - 1;
                    rest /= 3;
                    sum += factor * all[*place].people;
                    for (unit, count) in counts.iter_mut().enumerate() {
                        *count += factor * i64::from(members[*place] >> unit & 1);
                    }
                }
                if counts.iter().all(|count| (0..=1).contains(count)) {
                    prop_assert!(sum == 0 || sum >= QUIZ, "{tree:?}: {counts:?} has {sum} people");
                }
            }
        }
    }
}
