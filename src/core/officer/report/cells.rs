//! What may be shown of a unit: its cells of many rounds, each shown or hidden by the threshold.
//!
//! Knows which cells there are. The rule is in [`crate::core::disclosure::threshold`].
//!
//! **Longer periods.** A longer period is a function of the disclosed weekly figures of closed rounds only
//! ([`super::sums`]); it discloses nothing they do not. However units and periods are added and subtracted, the
//! result could have been computed from the weekly reports, of which no sum or difference is about one to
//! threshold−1 people. A week that is hidden is left out of the longer period, and the report says how many weeks
//! it counts. Shares of right answers are means of the weekly shares as shown, rounded and capped, not of the
//! answers behind them.

use std::collections::{BTreeMap, BTreeSet};

use crate::core::ctx::Ctx;
use crate::core::disclosure::threshold::{self, Below};
use crate::report::figures::Figure;
use crate::store::cells::{Cell, CellSource, Large};
use crate::store::rounds::Round;
use crate::store::{self, StoreError};
use crate::types::UnitId;

/// The round, and the theme or 0.
type RoundTheme = (i64, i64);

/// The cells of a unit. Judged rounds follow their verdict. Others follow the rule as it is now, for which the
/// cells of all units above are needed; what an earlier verdict suppresses stays suppressed.
pub(super) struct CellTable {
    threshold: i64,
    /// From the root down to the unit.
    path: Vec<UnitId>,
    /// The disclosed cells of judged rounds.
    told: BTreeMap<RoundTheme, Cell>,
    cells: BTreeMap<(RoundTheme, UnitId), Cell>,
    below: BTreeMap<(RoundTheme, UnitId), Below>,
    suppressed: BTreeSet<(RoundTheme, UnitId)>,
}

impl CellTable {
    pub(super) async fn read(
        ctx: &mut Ctx<'_>,
        source: CellSource,
        rounds: &[Round],
        path: &[UnitId],
    ) -> Result<Self, StoreError> {
        let threshold = store::installation::thresholds(ctx.tx).await?.quiz;
        let (judged, open): (Vec<Round>, Vec<Round>) =
            rounds.iter().partition(|round| round.judged);
        let suppressed = store::suppressed::of(ctx.tx, &ids(rounds), path).await?;
        let (judged, open) = (ids(&judged), ids(&open));
        let cells = store::cells::of(ctx.tx, source, &open, path).await?;
        let below = store::cells::below(ctx.tx, source, &open, path, threshold).await?;
        let mut table = Self::of(threshold, path.to_vec(), cells, below);
        table.suppressed = suppressed
            .into_iter()
            .map(|(round, theme, unit)| ((round, theme), unit))
            .collect();
        if let Some(unit) = path.last() {
            let known = store::cells::of(ctx.tx, source, &judged, &[*unit]).await?;
            table.told = known
                .into_iter()
                .map(|cell| ((cell.round, cell.theme), cell))
                .filter(|(key, cell)| {
                    cell.people >= threshold && !table.suppressed.contains(&(*key, cell.unit))
                })
                .collect();
        }
        Ok(table)
    }

    fn of(threshold: i64, path: Vec<UnitId>, cells: Vec<Cell>, below: Vec<Large>) -> Self {
        let cells = cells.into_iter();
        let below = below.into_iter().map(|large| {
            let known = Below {
                large: large.people,
                smallest: Some(large.smallest()),
            };
            (((large.round, large.theme), large.parent), known)
        });
        Self {
            threshold,
            path,
            told: BTreeMap::new(),
            cells: cells
                .map(|cell| (((cell.round, cell.theme), cell.unit), cell))
                .collect(),
            below: below.collect(),
            suppressed: BTreeSet::new(),
        }
    }

    /// The unit's own cell of a round, and of a theme where there are themes.
    pub(super) fn cell(&self, round: i64, theme: u8) -> Figure<Cell> {
        let key = (round, i64::from(theme));
        match self.told.get(&key) {
            Some(cell) => Figure::Shown(*cell),
            None => self.shown(self.path.len(), key),
        }
    }

    /// The rounds in which the units below the unit (`up` 0) or below its parent (1) may be compared, and which of
    /// those units is hidden although it is large enough. Judged rounds have only those below the unit, and their
    /// verdict says what is hidden.
    pub(super) fn rounds_below(&self, up: usize, rounds: &[i64]) -> Vec<(i64, Option<UnitId>)> {
        let depth = self.path.len().saturating_sub(up);
        let Some(parent) = depth.checked_sub(1).and_then(|last| self.path.get(last)) else {
            return Vec::new();
        };
        let open = rounds.iter().filter_map(|round| {
            let key = (*round, 0);
            if up == 0 && self.told.contains_key(&key) {
                return Some((*round, None));
            }
            let cell = *self.shown(depth, key).shown()?;
            let below = self.below(key, *parent);
            let hidden = below.smallest.filter(|unit| {
                !threshold::among_siblings(cell.people, below, *unit, self.threshold)
            });
            Some((*round, hidden.map(|(_, id)| id)))
        });
        open.collect()
    }

    /// The fewest people behind a cell.
    pub(super) fn threshold(&self) -> i64 {
        self.threshold
    }

    /// The cell of the unit at this depth, counted from 1, if it may be shown.
    fn shown(&self, depth: usize, key: RoundTheme) -> Figure<Cell> {
        let lineage: Vec<(UnitId, i64, Below)> = self
            .path
            .iter()
            .take(depth)
            .map(|unit| {
                let people = self.cells.get(&(key, *unit)).map_or(0, |cell| cell.people);
                (*unit, people, self.below(key, *unit))
            })
            .collect();
        let own = lineage
            .last()
            .filter(|(unit, _, _)| !self.suppressed.contains(&(key, *unit)))
            .and_then(|(unit, _, _)| self.cells.get(&(key, *unit)));
        match own {
            Some(cell) if threshold::shown(&lineage, self.threshold) => Figure::Shown(*cell),
            _ => Figure::Hidden,
        }
    }

    fn below(&self, key: RoundTheme, unit: UnitId) -> Below {
        self.below.get(&(key, unit)).copied().unwrap_or_default()
    }
}

pub(super) fn ids(rounds: &[Round]) -> Vec<i64> {
    rounds.iter().map(|round| round.id.0).collect()
}

#[cfg(test)]
mod solver;

#[cfg(test)]
mod tests {
    use super::solver::certain;
    use super::*;
    use crate::core::officer::report::sums;
    use crate::store::cells::CellCounts;
    use proptest::prelude::*;

    const FLOOR: i64 = 3;
    const WEEKS: [i64; 2] = [1, 2];

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

    fn table(parents: &[usize], unit: usize, weeks: &[&Own]) -> CellTable {
        let path = path(parents, unit);
        let (mut cells, mut below) = (Vec::new(), Vec::new());
        for (round, own) in WEEKS.iter().zip(weeks) {
            let totals = totals(parents, own);
            for above in &path {
                let counts = CellCounts::default();
                let (round, theme, people) = (*round, 0, totals[*above]);
                let unit = id(*above);
                cells.extend((people > 0).then_some(Cell {
                    round,
                    theme,
                    unit,
                    people,
                    counts,
                }));
                let large = (1..parents.len())
                    .filter(|child| parents[*child] == *above && totals[*child] >= FLOOR);
                below.extend(Large::of(
                    round,
                    id(*above),
                    large.map(|child| (totals[child], id(child))),
                ));
            }
        }
        CellTable::of(FLOOR, path.into_iter().map(id).collect(), cells, below)
    }

    /// All that anybody can ask for: each unit, each week, and both together.
    fn transcript(parents: &[usize], weeks: &[&Own]) -> Vec<Option<i64>> {
        let mut seen = Vec::new();
        for unit in 0..parents.len() {
            let table = table(parents, unit, weeks);
            let cells: Vec<_> = WEEKS.iter().map(|week| table.cell(*week, 0)).collect();
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
                let cell = table(parents, unit, &[own]).cell(WEEKS[0], 0);
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
