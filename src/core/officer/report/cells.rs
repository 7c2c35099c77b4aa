//! What may be shown of a unit in closed rounds: its cells, each shown or hidden by the round's verdict.
//!
//! Knows which cells there are. The verdict is in [`crate::core::disclosure::suppression`]; of a round that has none
//! yet nothing is shown.
//!
//! **Longer periods.** A longer period is a function of the disclosed weekly figures of closed rounds only
//! ([`super::sums`]); it discloses nothing they do not. However units and periods are added and subtracted, the
//! result could have been computed from the weekly reports, of which no sum or difference is about one to
//! threshold−1 people. A week that is hidden is left out of the longer period, and the report says how many weeks
//! it counts. Shares of right answers are means of the weekly shares as shown, rounded and capped, not of the
//! answers behind them.

use std::collections::{BTreeMap, BTreeSet};

use crate::core::ctx::Ctx;
use crate::core::disclosure::threshold;
use crate::report::figures::Figure;
use crate::store::cells::{Cell, CellSource};
use crate::store::rounds::Round;
use crate::store::{self, Result};
use crate::types::UnitId;

/// The cells of a unit in judged rounds, by round and theme; of participation the theme is 0.
pub(super) struct CellTable {
    told: BTreeMap<(i64, i64), Cell>,
    /// Rounds in which more people took part than the unit has.
    overfull: BTreeSet<i64>,
}

impl CellTable {
    pub(super) async fn read(
        ctx: &mut Ctx<'_>,
        source: CellSource,
        rounds: &[Round],
        unit: UnitId,
    ) -> Result<Self> {
        let threshold = store::installation::thresholds(ctx.tx).await?.quiz;
        let judged = judged(rounds);
        let suppressed: BTreeSet<_> = store::suppressed::of(ctx.tx, &judged, &[unit])
            .await?
            .into_iter()
            .map(|(round, theme, _)| (round, theme))
            .collect();
        let cells = store::cells::of(ctx.tx, source, &judged, &[unit]).await?;
        let large = cells.into_iter().filter(|cell| cell.people >= threshold);
        let (over, sound): (Vec<Cell>, Vec<Cell>) =
            large.partition(|cell| threshold::overfull(cell.people, cell.declared));
        Ok(Self {
            told: sound
                .into_iter()
                .map(|cell| ((cell.round, cell.theme), cell))
                .filter(|(key, _)| !suppressed.contains(key))
                .collect(),
            overfull: over.iter().map(|cell| cell.round).collect(),
        })
    }

    /// The cell of a round, and of a theme where there are themes.
    pub(super) fn cell(&self, round: i64, theme: u8) -> Figure<Cell> {
        match self.told.get(&(round, i64::from(theme))) {
            Some(cell) => Figure::Shown(*cell),
            None => Figure::Hidden,
        }
    }

    /// Whether a round is hidden because more people took part than the unit has declared.
    pub(super) fn overfull(&self, round: i64) -> bool {
        self.overfull.contains(&round)
    }
}

/// Those of the rounds that have a verdict.
pub(super) fn judged(rounds: &[Round]) -> Vec<i64> {
    let judged = rounds.iter().filter(|round| round.judged);
    judged.map(|round| round.id.0).collect()
}

#[cfg(test)]
mod solver;

#[cfg(test)]
mod tests {
    use super::solver::certain;
    use super::*;
    use crate::core::disclosure::threshold::Counted;
    use crate::core::officer::report::sums;
    use crate::store::cells::CellCounts;
    use proptest::prelude::*;

    const FLOOR: i64 = 3;

    /// Everybody of a week, by the unit they belong to themselves.
    type Own = Vec<i64>;

    fn id(unit: usize) -> UnitId {
        UnitId(i64::try_from(unit).unwrap() + 1)
    }

    /// With all units below. A parent stands before its children.
    fn totals(parents: &[usize], own: &Own) -> Own {
        let mut totals = own.clone();
        for unit in (1..parents.len()).rev() {
            totals[parents[unit]] += totals[unit];
        }
        totals
    }

    fn path(parents: &[usize], mut unit: usize) -> Vec<usize> {
        let mut path = vec![unit];
        while unit > 0 {
            unit = parents[unit];
            path.insert(0, unit);
        }
        path
    }

    /// A week's cell of each unit, as reports show it.
    fn shown(parents: &[usize], own: &Own) -> Vec<Figure<Cell>> {
        let totals = totals(parents, own);
        let counted = |unit: usize| Counted {
            unit: id(unit),
            parent: (unit > 0).then(|| id(parents[unit])),
            people: totals[unit],
            counted: totals[unit],
            may: true,
        };
        let counted: Vec<Counted> = (0..parents.len()).map(counted).collect();
        let disclosed = threshold::disclosed(&counted, FLOOR, |_| false);
        let cell = |unit: usize| Cell {
            round: 1,
            theme: 0,
            unit: id(unit),
            people: totals[unit],
            declared: 0,
            counts: CellCounts::default(),
        };
        let figure = |unit: usize| match disclosed.contains(&id(unit)) {
            true => Figure::Shown(cell(unit)),
            false => Figure::Hidden,
        };
        (0..parents.len()).map(figure).collect()
    }

    /// All that anybody can ask for: each unit, each week, and both together.
    fn transcript(parents: &[usize], weeks: &[&Own]) -> Vec<Option<i64>> {
        let weeks: Vec<_> = weeks.iter().map(|own| shown(parents, own)).collect();
        let mut seen = Vec::new();
        for unit in 0..parents.len() {
            let cells: Vec<_> = weeks.iter().map(|week| week[unit]).collect();
            seen.extend(
                cells
                    .iter()
                    .map(|cell| cell.shown().map(|cell| cell.people)),
            );
            let (sum, _) = sums::participation(&cells);
            seen.push(sum.shown().map(|people| people.reached));
        }
        seen
    }

    /// Every way to put at most so many people into so many units.
    fn ways(units: usize, most: i64) -> Vec<Own> {
        let mut all = vec![Own::new()];
        for _ in 0..units {
            all = all
                .iter()
                .flat_map(|own| {
                    let left = most - own.iter().sum::<i64>();
                    (0..=left).map(move |people| [own.as_slice(), &[people]].concat())
                })
                .collect();
        }
        all
    }

    /// Who knows the tree, the rule, the threshold and every report of every unit, week and longer time, and thinks through
    /// everything that could lie behind them: is there a group of one to threshold−1 people, in a week or over both, whose
    /// size is the same in all that is possible?
    fn nothing_is_pinned(parents: &[usize], most: i64) {
        let weeks = ways(parents.len(), most);
        let mut possible: BTreeMap<Vec<Option<i64>>, Vec<Option<i64>>> = BTreeMap::new();
        for first in &weeks {
            for second in &weeks {
                let both: Own = first.iter().zip(second).map(|(a, b)| a + b).collect();
                let groups = [first, second, &both]
                    .into_iter()
                    .flat_map(|own| [own.clone(), totals(parents, own)].concat());
                let groups: Vec<Option<i64>> = groups.map(Some).collect();
                possible
                    .entry(transcript(parents, &[first, second]))
                    .and_modify(|known| {
                        for (known, group) in known.iter_mut().zip(&groups) {
                            *known = known.filter(|_| known == group);
                        }
                    })
                    .or_insert(groups);
            }
        }
        for (seen, known) in &possible {
            let small = known
                .iter()
                .flatten()
                .find(|people| (1..FLOOR).contains(*people));
            assert_eq!(small, None, "{parents:?}: {seen:?} leave only {known:?}");
        }
    }

    #[test]
    fn no_group_under_the_floor_is_pinned_by_any_reports() {
        nothing_is_pinned(&[0, 0], 7);
        nothing_is_pinned(&[0, 0, 0], 5);
        nothing_is_pinned(&[0, 0, 1], 5);
        nothing_is_pinned(&[0, 0, 0, 1], 3);
        nothing_is_pinned(&[0, 0, 0, 0], 3);
    }

    /// So many units, and in each of some weeks: where each of them stands, and its own people.
    fn seasons(units: usize, weeks: usize) -> impl Strategy<Value = Vec<(Vec<usize>, Own)>> {
        let week = prop::collection::vec((any::<prop::sample::Index>(), 0..6_i64), units);
        let week = week.prop_map(|units| {
            let place = |(place, (parent, own)): (usize, (prop::sample::Index, i64))| {
                (parent.index(place.max(1)), own)
            };
            units.into_iter().enumerate().map(place).unzip()
        });
        prop::collection::vec(week, weeks)
    }

    /// Every figure of every report, as a sum of the people of units in weeks.
    fn equations(season: &[(Vec<usize>, Own)]) -> Vec<Vec<i128>> {
        let units = season.first().map_or(0, |(parents, _)| parents.len());
        let mut equations = Vec::new();
        for unit in 0..units {
            let mut longer = vec![0; units * season.len()];
            let mut cells = Vec::new();
            for (week, (parents, own)) in season.iter().enumerate() {
                let cell = shown(parents, own)[unit];
                if cell.shown().is_some() {
                    let mut sum = vec![0; longer.len()];
                    for place in (0..units).filter(|place| path(parents, *place).contains(&unit)) {
                        (sum[week * units + place], longer[week * units + place]) = (1, 1);
                    }
                    equations.push(sum);
                }
                cells.push(cell);
            }
            if sums::participation(&cells).0.shown().is_some() {
                equations.push(longer);
            }
        }
        equations
    }

    fn nothing_small_is_certain(season: &[(Vec<usize>, Own)]) {
        let truth: Vec<i64> = season.iter().flat_map(|(_, own)| own.clone()).collect();
        for (people, group) in certain(&equations(season), &truth) {
            assert!(
                !(1..FLOOR).contains(&people),
                "{season:?}: {people} people in {group:?}"
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Any tree, anybody in it.
        #[test]
        fn no_group_under_the_floor_follows_from_a_week(season in seasons(9, 1)) {
            nothing_small_is_certain(&season);
        }

        /// Weeks between which units move about, by themselves and added up.
        #[test]
        fn no_group_under_the_floor_follows_from_weeks_between_which_units_move(season in seasons(4, 2)) {
            nothing_small_is_certain(&season);
        }
    }
}
