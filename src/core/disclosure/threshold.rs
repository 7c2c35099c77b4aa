//! The threshold: no figure about fewer people than this, shown or derivable.
//!
//! A pure rule over counts. It knows nothing of units' names, of what is counted, or of who asks, so
//! that the same counts always give the same answer, whoever asks and in whatever order.
//!
//! **Why it holds.** Going down from the root, the children of a shown unit are shown if they reach the
//! threshold, and as many of them are hidden again, smallest first, as it takes for the rest (the shown
//! unit less its shown children) to be nobody or to reach the threshold too. A hidden unit hides everything
//! below it. Whatever is shown then is a sum of such rests, and rests do not overlap: adding and
//! subtracting shown figures gives sums and differences of whole rests, and every one of them is nobody or at
//! least the threshold.

use std::collections::{BTreeMap, BTreeSet};

use crate::db::Tx;
use crate::store::audit::{AuditAction, Change, Changed, Office, What};
use crate::store::{self, StoreError};
use crate::types::{Thresholds, UnitId};

/// Raises the thresholds in the database to the settings' if those are higher, with a line in the audit. They are
/// never lowered: a lower setting changes nothing.
pub(in crate::core) async fn raise(tx: &mut Tx, to: Thresholds) -> Result<(), StoreError> {
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
pub(in crate::core) const STEP: i64 = 5;

/// A number of people as an officer may see it while it still changes; `None` if it is too small.
pub(in crate::core) fn about(people: i64, threshold: i64) -> Option<i64> {
    (people >= threshold).then(|| step(people).max(STEP))
}

/// Rounded down to a whole step.
pub(in crate::core) fn step(people: i64) -> i64 {
    people - people % STEP
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::core) struct Below {
    /// The people of those that reach the threshold.
    pub(in crate::core) large: i64,
    /// The smallest of those; of several, the one with the lowest id.
    pub(in crate::core) smallest: Option<(i64, UnitId)>,
}

impl Below {
    pub(in crate::core) fn of(units: impl Iterator<Item = (i64, UnitId)>, threshold: i64) -> Self {
        units
            .filter(|(people, _)| *people >= threshold)
            .fold(Self::default(), |below, unit| Self {
                large: below.large + unit.0,
                smallest: Some(below.smallest.map_or(unit, |least| least.min(unit))),
            })
    }
}

/// Whether a unit may be shown beside its siblings, below a parent of so many people that is shown.
///
/// Hiding the smallest of those that reach the threshold is always enough: with it the rest has at least its people.
pub(in crate::core) fn among_siblings(
    parent: i64,
    below: Below,
    unit: (i64, UnitId),
    threshold: i64,
) -> bool {
    let rest = parent - below.large;
    let would_tell = rest > 0 && rest < threshold;
    unit.0 >= threshold && !(would_tell && below.smallest == Some(unit))
}

/// People of a unit, those of all units below it included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) struct Counted {
    pub(in crate::core) unit: UnitId,
    pub(in crate::core) parent: Option<UnitId>,
    pub(in crate::core) people: i64,
}

/// The units whose figures may be disclosed, all of them together; nothing is below those in `ends`. A unit whose
/// parent is not counted is the root of a tree of its own.
pub(in crate::core) fn disclosed(
    counted: &[Counted],
    threshold: i64,
    ends: impl Fn(UnitId) -> bool,
) -> Vec<UnitId> {
    let known: BTreeSet<UnitId> = counted.iter().map(|one| one.unit).collect();
    let mut below: BTreeMap<Option<UnitId>, Vec<Counted>> = BTreeMap::new();
    for one in counted {
        let parent = one.parent.filter(|parent| known.contains(parent));
        below.entry(parent).or_default().push(*one);
    }
    let roots = below.remove(&None).unwrap_or_default();
    let mut open: Vec<Counted> = roots
        .into_iter()
        .filter(|root| root.people >= threshold)
        .collect();
    let mut disclosed = Vec::new();
    while let Some(one) = open.pop() {
        disclosed.push(one.unit);
        if ends(one.unit) {
            continue;
        }
        let children = below.remove(&Some(one.unit)).unwrap_or_default();
        let sums = Below::of(
            children.iter().map(|child| (child.people, child.unit)),
            threshold,
        );
        open.extend(children.into_iter().filter(|child| {
            among_siblings(one.people, sums, (child.people, child.unit), threshold)
        }));
    }
    disclosed
}

/// Whether the last unit of a lineage may be shown. Each unit comes with its people and those below it, from the
/// root down.
pub(in crate::core) fn shown(lineage: &[(UnitId, i64, Below)], threshold: i64) -> bool {
    let root = lineage
        .first()
        .is_some_and(|(_, people, _)| *people >= threshold);
    root && lineage.iter().zip(lineage.iter().skip(1)).all(
        |((_, parent, below), (id, people, _))| {
            among_siblings(*parent, *below, (*people, *id), threshold)
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const QUIZ: i64 = 5;

    fn ids(list: &[i64]) -> BTreeSet<UnitId> {
        list.iter().copied().map(UnitId).collect()
    }

    /// Which children of a shown unit of so many people are shown.
    fn children(total: i64, children: &[(UnitId, i64)], threshold: i64) -> BTreeSet<UnitId> {
        let below = Below::of(
            children.iter().map(|(id, people)| (*people, *id)),
            threshold,
        );
        children
            .iter()
            .filter(|(id, people)| among_siblings(total, below, (*people, *id), threshold))
            .map(|(id, _)| *id)
            .collect()
    }

    #[test]
    fn a_small_unit_is_hidden_and_with_it_the_next_smallest_that_would_give_it_away() {
        let units = [(UnitId(1), 20), (UnitId(2), 8), (UnitId(3), 3)];
        assert_eq!(children(31, &units, 5), ids(&[1]));
    }

    #[test]
    fn two_small_units_together_may_hide_behind_each_other() {
        let units = [(UnitId(1), 20), (UnitId(2), 3), (UnitId(3), 2)];
        assert_eq!(children(25, &units, 5), ids(&[1]));
        assert_eq!(children(20, &units[..1], 5), ids(&[1]));
    }

    #[test]
    fn people_who_belong_to_the_unit_itself_are_a_rest_like_any_other() {
        assert_eq!(children(22, &[(UnitId(1), 20)], 5), ids(&[]));
        assert_eq!(children(25, &[(UnitId(1), 20)], 5), ids(&[1]));
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

    proptest! {
        /// The way down from the root and the look up a lineage say the same.
        #[test]
        fn the_whole_tree_at_once_is_judged_as_each_unit_by_itself(tree in trees()) {
            let size = tree.len();
            let id = |place: usize| UnitId(i64::try_from(place).unwrap());
            let mut people: Vec<i64> = tree.iter().map(|(_, own)| *own).collect();
            for place in (1..size).rev() {
                people[tree[place].0] += people[place];
            }
            let below = |parent: usize| {
                let children = (1..size).filter(|child| tree[*child].0 == parent);
                Below::of(children.map(|child| (people[child], id(child))), QUIZ)
            };
            let lineage = |mut place: usize| {
                let mut lineage = vec![(id(place), people[place], below(place))];
                while place > 0 {
                    place = tree[place].0;
                    lineage.insert(0, (id(place), people[place], below(place)));
                }
                lineage
            };
            let counted: Vec<Counted> = (0..size)
                .map(|place| Counted {
                    unit: id(place),
                    parent: (place > 0).then(|| id(tree[place].0)),
                    people: people[place],
                })
                .collect();
            let at_once: BTreeSet<UnitId> = disclosed(&counted, QUIZ, |_| false).into_iter().collect();
            let each: BTreeSet<UnitId> = (0..size)
                .filter(|place| shown(&lineage(*place), QUIZ))
                .map(id)
                .collect();
            prop_assert_eq!(at_once, each, "{:?}", tree);
        }

        /// Every sum and difference of shown figures that could be about a group is about nobody or enough people.
        #[test]
        fn no_group_under_the_floor_can_be_derived(tree in trees()) {
            let size = tree.len();
            let mut people: Vec<i64> = tree.iter().map(|(_, own)| *own).collect();
            let mut members: Vec<u32> = (0..size).map(|place| 1 << place).collect();
            for place in (1..size).rev() {
                people[tree[place].0] += people[place];
                members[tree[place].0] |= members[place];
            }
            let mut visible = vec![false; size];
            visible[0] = people[0] >= QUIZ;
            for parent in 0..size {
                if visible[parent] {
                    let units: Vec<(UnitId, i64)> = (1..size)
                        .filter(|child| tree[*child].0 == parent)
                        .map(|child| (UnitId(i64::try_from(child).unwrap()), people[child]))
                        .collect();
                    for id in children(people[parent], &units, QUIZ) {
                        visible[usize::try_from(id.0).unwrap()] = true;
                    }
                }
            }
            let seen: Vec<usize> = (0..size).filter(|place| visible[*place]).collect();
            // Exhaustive: every combination with coefficients -1, 0, 1 whose result is a set of units.
            for code in 0..3_usize.pow(u32::try_from(seen.len()).unwrap()) {
                let (mut rest, mut sum, mut counts) = (code, 0, vec![0_i64; size]);
                for place in &seen {
                    let factor = i64::try_from(rest % 3).unwrap() - 1;
                    rest /= 3;
                    sum += factor * people[*place];
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
