//! Two looks, thought through to the end: for somebody who knows the tree, the rule, what was told of the root while a round
//! was open, and every figure after it has closed. Is there a group of one to threshold−1 people whose size is the
//! same in all that could lie behind that?

use std::collections::BTreeMap;

use super::tests::all;
use super::{disclosed, more_than};

/// Small, so that much can be thought through.
const QUIZ: i64 = 3;

/// Own people of each unit.
type Own = Vec<i64>;

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
    groups: Vec<i64>,
}

fn moment(parents: &[usize], own: &Own, open: bool) -> Moment {
    let tree: Vec<(usize, i64)> = parents.iter().copied().zip(own.iter().copied()).collect();
    let all = all(&tree, |place| own[place]);
    let mut shown = disclosed(&all, QUIZ, |_| false);
    shown.retain(|unit| !open || all.first().is_some_and(|root| root.unit == *unit));
    let of = |one: &super::Counted| {
        let people = shown.contains(&one.unit).then_some(one.people)?;
        if open {
            more_than(people, QUIZ)
        } else {
            Some(people)
        }
    };
    Moment {
        told: all.iter().map(of).collect(),
        groups: all
            .iter()
            .map(|one| one.people)
            .chain(own.iter().copied())
            .collect(),
    }
}

fn nothing_is_pinned(parents: &[usize], most: i64) {
    let mut possible: BTreeMap<Vec<Option<i64>>, Vec<Option<i64>>> = BTreeMap::new();
    let anything = vec![most; parents.len()];
    for end in ways(&anything, most) {
        let last = moment(parents, &end, false);
        for before in ways(&end, most) {
            let first = moment(parents, &before, true);
            let groups = first
                .groups
                .iter()
                .chain(&last.groups)
                .map(|people| Some(*people));
            let groups: Vec<Option<i64>> = groups.collect();
            possible
                .entry([first.told, last.told.clone()].concat())
                .and_modify(|known| {
                    for (known, group) in known.iter_mut().zip(&groups) {
                        *known = known.filter(|_| known == group);
                    }
                })
                .or_insert(groups);
        }
    }
    for (seen, known) in &possible {
        let mut pinned = known.iter().flatten();
        let few = pinned.find(|people| (1..QUIZ).contains(*people));
        assert_eq!(few, None, "{parents:?}: {seen:?} leave only {known:?}");
    }
}

#[test]
fn nobody_is_pinned_by_a_look_before_the_end_and_all_figures_after_it() {
    nothing_is_pinned(&[0, 0], 24);
    nothing_is_pinned(&[0, 0, 0], 18);
    nothing_is_pinned(&[0, 0, 1], 18);
}
