//! Looks before the end, thought through: for somebody who knows the tree, the rule, what was told while a round was open,
//! and every figure after it has closed. Is there a group of one to threshold−1 people whose size is the same in all that
//! could lie behind that?

use std::collections::BTreeMap;

use super::tests::all;
use super::{Counted, disclosed, more_than};

/// Small, so that much can be thought through.
const QUIZ: i64 = 3;

/// Own people of each unit.
type Own = Vec<i64>;

/// Whether a unit is told of in steps while the round is open. The first unit is the root.
type Rule = fn(all: &[Counted], own: &Own, unit: usize) -> bool;

/// Every way to put at most so many people into units, no more than so many into each.
fn ways(most: &[i64], all: i64) -> Vec<Own> {
    most.iter().fold(vec![Own::new()], |ways, most| {
        let longer = |own: &Own| -> Vec<Own> {
            let left = (all - own.iter().sum::<i64>()).min(*most);
            (0..=left)
                .map(|people| [own.as_slice(), &[people]].concat())
                .collect()
        };
        ways.iter().flat_map(longer).collect()
    })
}

/// What is told of each unit, and how many there are of each unit itself and with all below it.
struct Moment {
    told: Vec<Option<i64>>,
    groups: Vec<Option<i64>>,
}

fn moment(parents: &[usize], own: &Own, open: Option<Rule>) -> Moment {
    let tree: Vec<(usize, i64)> = parents.iter().copied().zip(own.iter().copied()).collect();
    let all = all(&tree, |place| own[place]);
    let shown = disclosed(&all, QUIZ, |_| false);
    let of = |(place, one): (usize, &Counted)| match open {
        None => shown.contains(&one.unit).then_some(one.people),
        Some(rule) => rule(&all, own, place)
            .then(|| more_than(one.people, QUIZ))
            .flatten(),
    };
    let people = all.iter().map(|one| one.people);
    Moment {
        told: all.iter().enumerate().map(of).collect(),
        groups: people.chain(own.iter().copied()).map(Some).collect(),
    }
}

/// Looks one after the other, by their places in `days`: nobody's taking part is undone.
fn in_a_row(days: &[Own], looks: usize) -> Vec<Vec<usize>> {
    (0..looks).fold(vec![Vec::new()], |rows: Vec<Vec<usize>>, _| {
        let longer = |row: &Vec<usize>| -> Vec<Vec<usize>> {
            let before = row.last().map(|place| &days[*place]);
            let later =
                |day: &Own| before.is_none_or(|own| own.iter().zip(day).all(|(a, b)| a <= b));
            (0..days.len())
                .filter(|place| later(&days[*place]))
                .map(|place| [row.as_slice(), &[place]].concat())
                .collect()
        };
        rows.iter().flat_map(longer).collect()
    })
}

/// What leaves only one possibility for somebody, after so many looks and the end.
fn pinned(parents: &[usize], most: i64, rule: Rule, looks: usize) -> Option<String> {
    let mut possible: BTreeMap<Vec<Option<i64>>, Vec<Option<i64>>> = BTreeMap::new();
    for end in ways(&vec![most; parents.len()], most) {
        let last = moment(parents, &end, None);
        let days = ways(&end, most);
        let open: Vec<Moment> = days
            .iter()
            .map(|own| moment(parents, own, Some(rule)))
            .collect();
        for row in in_a_row(&days, looks) {
            let (mut told, mut groups) = (last.told.clone(), last.groups.clone());
            for look in row {
                told.extend_from_slice(&open[look].told);
                groups.extend_from_slice(&open[look].groups);
            }
            possible
                .entry(told)
                .and_modify(|known| {
                    for (known, group) in known.iter_mut().zip(&groups) {
                        *known = known.filter(|_| known == group);
                    }
                })
                .or_insert(groups);
        }
    }
    possible.iter().find_map(|(seen, known)| {
        let few = |people: &&i64| (1..QUIZ).contains(*people);
        known.iter().flatten().find(few)?;
        Some(format!("{parents:?}: {seen:?} leave only {known:?}"))
    })
}

fn root(_: &[Counted], _: &Own, unit: usize) -> bool {
    unit == 0
}

/// Directly below the root: of these none is above another.
fn below(all: &[Counted], _: &Own, unit: usize) -> bool {
    all[unit].parent == Some(all[0].unit)
}

/// Of these, those that would be told of if the round closed now.
fn as_it_stands(all: &[Counted], own: &Own, unit: usize) -> bool {
    below(all, own, unit) && disclosed(all, QUIZ, |_| false).contains(&all[unit].unit)
}

/// Of these, those beside whom there are enough.
fn enough_beside(all: &[Counted], own: &Own, unit: usize) -> bool {
    below(all, own, unit) && all[0].people - all[unit].people >= QUIZ
}

/// Of these, all as soon as enough people belong to the root itself: whatever comes, none of them has to be hidden.
fn enough_above(all: &[Counted], own: &Own, unit: usize) -> bool {
    below(all, own, unit) && own[0] >= QUIZ
}

#[test]
fn nobody_is_pinned_by_looks_before_the_end_and_all_figures_after_it() {
    for (parents, most, looks) in [
        (&[0, 0][..], 24, 1),
        (&[0, 0, 0], 18, 1),
        (&[0, 0, 1], 18, 1),
        (&[0, 0], 10, 2),
        (&[0, 0, 0], 8, 2),
    ] {
        assert_eq!(pinned(parents, most, root, looks), None);
    }
}

#[test]
fn a_unit_below_the_root_that_is_told_of_gives_somebody_away_at_an_edge() {
    let rules: [(&[usize], i64, Rule); 3] = [
        (&[0, 0], 7, below),
        (&[0, 0], 7, as_it_stands),
        (&[0, 0, 0], 13, enough_beside),
    ];
    for (parents, most, rule) in rules {
        assert_ne!(pinned(parents, most, rule, 1), None);
    }
    // The one assurance that gives nobody away is of no use: hardly anybody belongs to a province itself.
    assert_eq!(pinned(&[0, 0, 0], 13, enough_above, 1), None);
}
