//! Closed rounds are judged once, by the tree that they found: which of their figures may not be disclosed although enough
//! people stand behind them. A raised threshold has them judged anew: that adds to the verdict and takes nothing back,
//! so whatever can be derived afterwards could be derived before.
//!
//! Of a theme only those units are disclosed of which it is disclosed who took part: where it is not, that nobody of a few
//! answered could follow.
//!
//! Knows when, and in how small steps. The rule is in [`crate::core::disclosure::threshold`]; reports look the verdict up.

use std::collections::{BTreeMap, BTreeSet};

use crate::core::ctx::Ctx;
use crate::core::disclosure::threshold::{self, Counted};
use crate::store::suppressed::{Median, Sum};
use crate::store::{self, Result};
use crate::types::UnitId;

/// The median of fewer units says too much about each of them.
pub(in crate::core) const MEDIAN_UNITS_MIN: usize = 5;

/// Judges one sum of one closed round. `true` if there may be more.
pub(in crate::core) async fn judge(ctx: &mut Ctx<'_>) -> Result<bool> {
    let Some((round, theme)) = store::suppressed::unjudged(ctx.tx).await? else {
        return Ok(false);
    };
    let threshold = store::installation::thresholds(ctx.tx).await?.quiz;
    let sums = store::suppressed::sums(ctx.tx, round, theme).await?;
    let known = store::suppressed::known(ctx.tx, round, theme).await?;
    let disclosed = disclosed(&sums, &known, theme == 0, threshold);
    let suppressed = sums
        .iter()
        .filter(|sum| sum.people >= threshold && !disclosed.contains(&sum.unit))
        .map(|sum| sum.unit);
    store::suppressed::note(ctx.tx, (round, theme), suppressed).await?;
    if theme == 0 {
        store::suppressed::note_medians(ctx.tx, round, &medians(&sums, &disclosed)).await?;
    }
    Ok(true)
}

fn disclosed(
    sums: &[Sum],
    known: &BTreeSet<UnitId>,
    participation: bool,
    threshold: i64,
) -> BTreeSet<UnitId> {
    let counted = |sum: &Sum| Counted {
        unit: sum.unit,
        parent: sum.parent,
        people: sum.people,
        counted: sum.people,
        may: !known.contains(&sum.unit) && (participation || sum.reached >= threshold),
    };
    let mut counted: Vec<Counted> = sums.iter().map(counted).collect();
    let overfull = sums
        .iter()
        .filter(|sum| threshold::overfull(sum.reached, sum.declared))
        .map(|sum| sum.unit)
        .collect();
    threshold::discount(&mut counted, &overfull);
    threshold::disclosed(&counted, threshold, |_| false)
        .into_iter()
        .collect()
}

/// For each disclosed unit, the median of the disclosed units directly below it.
fn medians(sums: &[Sum], disclosed: &BTreeSet<UnitId>) -> Vec<Median> {
    let mut below: BTreeMap<UnitId, Vec<i64>> = BTreeMap::new();
    for sum in sums.iter().filter(|sum| disclosed.contains(&sum.unit)) {
        if let Some(parent) = sum.parent.filter(|parent| disclosed.contains(parent)) {
            below.entry(parent).or_default().push(sum.percent());
        }
    }
    let median = |(parent, percents): (UnitId, Vec<i64>)| median(parent, percents);
    below.into_iter().filter_map(median).collect()
}

/// `None` if there are too few for a median.
pub(in crate::core) fn median(parent: UnitId, mut percents: Vec<i64>) -> Option<Median> {
    percents.sort_unstable();
    let percent = percents
        .get(percents.len() / 2)
        .filter(|_| percents.len() >= MEDIAN_UNITS_MIN)?;
    Some(Median {
        parent,
        units: crate::types::count(percents.len()),
        percent: *percent,
    })
}
