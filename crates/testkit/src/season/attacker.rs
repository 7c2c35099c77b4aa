//! Somebody who knows the files of units, has read every report, and can reckon.
//!
//! A week is a world of its own: what each unit's own people did, by the tree as it was when the week opened and what was
//! added to it since. Each report is an equation or a bound; while the week is open at a moment of its own, and nothing
//! becomes fewer. Then: is there a group of one to four people whose number has one value left? Do all of a group's
//! answers have to be right, or wrong? What is taken for granted: see docs/trust.md.

use std::collections::BTreeMap;

use super::reading::{self, Report};
use crate::solver::{Contradiction, Known, Sum};

/// Fewer people than this are a group that nothing may be known of: the threshold with which a season begins.
const QUIZ: i64 = 5;
const REFLECTION: i64 = 10;

/// What is counted of the own people of a unit at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Reached,
    Answered,
    People,
    Answers,
    Right,
}

type Key = (What, usize, usize);

/// Parents, and which units are grassroots.
type Tree = Vec<(Option<usize>, bool)>;

#[derive(Default)]
struct Week {
    tree: Tree,
    /// What was told at each look, by unit.
    live: Vec<BTreeMap<usize, Report>>,
    closed: BTreeMap<usize, Report>,
    screens: BTreeMap<usize, String>,
}

#[derive(Default)]
pub(super) struct Attacker {
    weeks: BTreeMap<&'static str, Week>,
    checkin: Tree,
    checkin_open: bool,
    results: BTreeMap<usize, f64>,
}

impl Attacker {
    pub(super) fn opens(&mut self, monday: &'static str, tree: &[(Option<usize>, bool)]) {
        let tree = tree.to_vec();
        self.weeks.insert(
            monday,
            Week {
                tree,
                ..Week::default()
            },
        );
        // It closes with the third week.
        self.checkin_open = !self.checkin.is_empty() && self.weeks.len() < 4;
    }

    pub(super) fn reflects(&mut self, tree: &[(Option<usize>, bool)]) {
        self.checkin = tree.to_vec();
        self.checkin_open = true;
    }

    /// How many weeks there have been.
    pub(super) fn weeks(&self) -> usize {
        self.weeks.len()
    }

    /// A new unit belongs to what is open.
    pub(super) fn adds(&mut self, place: usize, parent: usize, grassroots: bool) {
        let added = (Some(parent), grassroots);
        if let Some(week) = self
            .weeks
            .values_mut()
            .last()
            .filter(|week| week.tree.len() == place)
        {
            week.tree.push(added);
        }
        if self.checkin_open && self.checkin.len() == place {
            self.checkin.push(added);
        }
    }

    /// After a threshold rose, less may be told of a week than before.
    pub(super) fn forgets_screens(&mut self) {
        for week in self.weeks.values_mut() {
            week.screens.clear();
        }
    }

    /// What a closed week tells of a unit now.
    pub(super) fn told(&self, unit: usize, monday: &str) -> Option<Report> {
        let screen = self.weeks.get(monday)?.screens.get(&unit)?;
        reading::report(screen)
    }

    pub(super) fn begins_to_look(&mut self) {
        if let Some(week) = self.weeks.values_mut().last() {
            // Who reads the same again learns nothing.
            let same = week.live.iter().rev().take(2).collect::<Vec<_>>();
            if matches!(same[..], [last, before] if last == before) {
                week.live.pop();
            }
            week.live.push(BTreeMap::new());
        }
    }

    pub(super) fn reads(
        &mut self,
        unit: usize,
        monday: &'static str,
        screen: &str,
    ) -> Result<(), String> {
        let (Some(report), Some(week)) = (reading::report(screen), self.weeks.get_mut(monday))
        else {
            return Ok(());
        };
        if !report.closed {
            if let Some(live) = week.live.last_mut() {
                live.insert(unit, report);
            }
            return Ok(());
        }
        let before = week.screens.insert(unit, screen.to_owned());
        if let Some(before) = before.filter(|before| before != screen) {
            return Err(format!(
                "U{unit}, {monday}, was:\n{before}\nand is:\n{screen}"
            ));
        }
        let known = week.closed.entry(unit).or_insert_with(|| report.clone());
        for (known, told) in known.steps.iter_mut().zip(report.steps) {
            *known = known.or(told);
        }
        for (known, told) in known.themes.iter_mut().zip(report.themes) {
            *known = known.or(told);
        }
        Ok(())
    }

    pub(super) fn reads_results(&mut self, unit: usize, screen: &str) {
        self.results
            .extend(reading::results(screen).map(|people| (unit, people)));
    }

    pub(super) fn concludes(&self) -> Result<(), String> {
        for (monday, week) in &self.weeks {
            let fault = week.concludes();
            fault.map_err(|fault| format!("the week of {monday}: {fault}"))?;
        }
        self.concludes_of_reflection()
    }

    fn concludes_of_reflection(&self) -> Result<(), String> {
        let tree = &self.checkin;
        let mut known = Known::default();
        for (unit, people) in &self.results {
            let mut above = tree.get(*unit).and_then(|unit| unit.0);
            while let Some(place) = above {
                if tree[place].1 {
                    return Err(format!(
                        "U{unit} is told of below U{place}, a grassroots unit"
                    ));
                }
                above = tree[place].0;
            }
            known.between(
                sum(tree, What::Reached, 0, &below(tree, *unit)),
                *people,
                *people,
            );
        }
        let told: Vec<usize> = self.results.keys().copied().collect();
        for group in groups(tree, &told) {
            let people = known.range(&sum(tree, What::Reached, 0, &group));
            let people = people.map_err(|Contradiction| "its results contradict each other")?;
            if people.0 == people.1 && (1..REFLECTION).contains(&people.0) {
                return Err(format!(
                    "{} people reflected in {group:?}: {:?}",
                    people.0, self.results
                ));
            }
        }
        Ok(())
    }
}

impl Week {
    fn concludes(&self) -> Result<(), String> {
        let end = self.live.len();
        let mut known = Known::default();
        for moment in 0..=end {
            let told = self.live.get(moment).unwrap_or(&self.closed);
            for (unit, report) in told {
                let below = below(&self.tree, *unit);
                for (what, bounds) in [
                    (What::Reached, report.steps[0]),
                    (What::Answered, report.steps[2]),
                ] {
                    if let Some((least, most)) = bounds {
                        known.between(sum(&self.tree, what, moment, &below), least, most);
                    }
                }
            }
            for unit in 0..self.tree.len() {
                let key = |what, moment| (what, unit, moment);
                known.between(
                    less(key(What::Reached, moment), key(What::Answered, moment)),
                    0.0,
                    f64::MAX,
                );
                if moment < end {
                    for what in [What::Reached, What::Answered] {
                        known.between(
                            less(key(what, moment + 1), key(what, moment)),
                            0.0,
                            f64::MAX,
                        );
                    }
                }
            }
        }
        for moment in 0..=end {
            let told = self.live.get(moment).unwrap_or(&self.closed);
            let told = told.iter().filter(|(_, report)| report.steps[0].is_some());
            let told: Vec<usize> = told.map(|(unit, _)| *unit).collect();
            if told.is_empty() {
                continue;
            }
            for group in groups(&self.tree, &told) {
                self.looks_at(&known, moment, &group)?;
            }
        }
        (0..4).try_for_each(|theme| self.concludes_of(theme, end))
    }

    /// Whether it is known how many people a group has, or whether a few have answered.
    fn looks_at(&self, known: &Known<Key>, moment: usize, group: &[usize]) -> Result<(), String> {
        let range = |what| {
            let range = known.range(&sum(&self.tree, what, moment, group));
            range.map_err(|Contradiction| {
                format!("what is told contradicts itself: {:?}", self.closed)
            })
        };
        let people = range(What::Reached)?;
        let few = people.0 >= 1 && people.1 < QUIZ;
        let told = self.live.get(moment).unwrap_or(&self.closed);
        if people.0 == people.1 && few {
            return Err(format!(
                "{} people in {group:?} at {moment}: {:?}, {told:?}",
                people.0, self.tree
            ));
        }
        if few {
            let answered = range(What::Answered)?;
            if answered.0 == answered.1 {
                return Err(format!(
                    "of a few in {group:?} {} answered: {told:?}",
                    answered.0
                ));
            }
        }
        Ok(())
    }

    /// Of a theme: how many of a group answered it, by the figures of themes; and with what else is known, whether all of
    /// a group's answers were right, or wrong.
    fn concludes_of(&self, theme: usize, end: usize) -> Result<(), String> {
        let fault = |what: &str, group: &[usize]| {
            Err(format!(
                "theme {theme}: {what} in {group:?}: {:?}, {:?}",
                self.tree, self.closed
            ))
        };
        let contradicts =
            |Contradiction| format!("theme {theme} contradicts itself: {:?}", self.closed);
        let (tree, mut known) = (&self.tree, Known::default());
        let mut told = Vec::new();
        for (unit, report) in &self.closed {
            let Some((_, people)) = report.themes[theme] else {
                continue;
            };
            told.push(*unit);
            known.between(
                sum(tree, What::People, end, &below(tree, *unit)),
                people,
                people,
            );
        }
        if told.is_empty() {
            return Ok(());
        }
        let groups = groups(tree, &told);
        for group in &groups {
            let people = known
                .range(&sum(tree, What::People, end, group))
                .map_err(contradicts)?;
            if people.0 == people.1 && (1..QUIZ).contains(&people.0) {
                return fault("a few people", group);
            }
        }
        self.learns_of(theme, end, &mut known);
        for group in &groups {
            if known
                .range(&sum(tree, What::People, end, group))
                .map_err(contradicts)?
                .0
                == 0
            {
                continue;
            }
            let right = sum(tree, What::Right, end, group);
            let mut wrong = sum(tree, What::Answers, end, group);
            wrong.extend(right.keys().map(|key| (*key, -1.0)));
            for (what, sum) in [("all wrong", right), ("all right", wrong)] {
                if known.range(&sum).map_err(contradicts)?.1 == 0 {
                    return fault(what, group);
                }
            }
        }
        Ok(())
    }

    /// All that a closed week tells of a theme and of those who answered.
    fn learns_of(&self, theme: usize, end: usize, known: &mut Known<Key>) {
        let tree = &self.tree;
        for (unit, report) in &self.closed {
            let below = below(tree, *unit);
            for (what, bounds) in [
                (What::Reached, report.steps[0]),
                (What::Answered, report.steps[2]),
            ] {
                if let Some((least, most)) = bounds {
                    known.between(sum(tree, what, end, &below), least, most);
                }
            }
            let Some((share, _)) = report.themes[theme] else {
                continue;
            };
            for (bound, least, most) in [(share.0, 0.0, f64::MAX), (share.1, -f64::MAX, 0.0)] {
                let mut right = sum(tree, What::Right, end, &below);
                let answers = below
                    .iter()
                    .map(|unit| ((What::Answers, *unit, end), -bound / 100.0));
                right.extend(answers);
                known.between(right, least, most);
            }
        }
        for unit in 0..tree.len() {
            let key = |what| (what, unit, end);
            for (more, fewer) in [
                (What::Reached, What::Answered),
                (What::Answered, What::People),
                (What::Answers, What::People),
                (What::Answers, What::Right),
            ] {
                known.between(less(key(more), key(fewer)), 0.0, f64::MAX);
            }
            // Five questions a week.
            let most = Sum::from([(key(What::People), 5.0), (key(What::Answers), -1.0)]);
            known.between(most, 0.0, f64::MAX);
        }
    }
}

/// A unit and all below it.
fn below(tree: &[(Option<usize>, bool)], unit: usize) -> Vec<usize> {
    let within = |place: &usize| {
        let above = |place: &usize| tree.get(*place).and_then(|unit| unit.0);
        std::iter::successors(Some(*place), above).any(|place| place == unit)
    };
    (0..tree.len()).filter(within).collect()
}

/// Groups that figures could be about: each unit's own people, each unit with all below it, and what is left of it
/// without those directly below it of which something is told, each and all.
fn groups(tree: &[(Option<usize>, bool)], told: &[usize]) -> Vec<Vec<usize>> {
    let mut groups = Vec::new();
    for unit in 0..tree.len() {
        let whole = below(tree, unit);
        let children = told
            .iter()
            .filter(|child| tree.get(**child).is_some_and(|child| child.0 == Some(unit)));
        let parts: Vec<Vec<usize>> = children.map(|child| below(tree, *child)).collect();
        let without = |parts: &[Vec<usize>]| -> Vec<usize> {
            let left = whole
                .iter()
                .filter(|unit| !parts.iter().any(|part| part.contains(unit)));
            left.copied().collect()
        };
        groups.push(without(&parts));
        groups.extend(parts.iter().map(|part| without(std::slice::from_ref(part))));
        groups.push(vec![unit]);
        groups.push(whole.clone());
    }
    groups.retain(|group| !group.is_empty());
    groups.sort();
    groups.dedup();
    groups
}

fn sum(tree: &[(Option<usize>, bool)], what: What, moment: usize, units: &[usize]) -> Sum<Key> {
    let own = units.iter().filter(|unit| **unit < tree.len());
    own.map(|unit| ((what, *unit, moment), 1.0)).collect()
}

/// The first less the second.
fn less(first: Key, second: Key) -> Sum<Key> {
    Sum::from([(first, 1.0), (second, -1.0)])
}
