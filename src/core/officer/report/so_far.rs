//! What is told of a round while it is open: how many have taken part, in steps, and of steady units only.
//!
//! Knows the unit's way down from the root in the round's tree. The rule is in [`crate::core::disclosure::threshold`].

use std::collections::BTreeMap;

use crate::core::ctx::Ctx;
use crate::core::disclosure::threshold::{self, Step};
use crate::report::figures::{Figure, SoFar};
use crate::store::cells::{Cell, CellSource};
use crate::store::rounds::Round;
use crate::store::{self, StoreError};
use crate::types::UnitId;

pub(super) struct Live {
    pub(super) people: Figure<SoFar>,
    /// Whether more people have taken part than the unit has declared.
    pub(super) overfull: bool,
}

pub(super) async fn read(
    ctx: &mut Ctx<'_>,
    round: &Round,
    unit: UnitId,
) -> Result<Live, StoreError> {
    let threshold = store::installation::thresholds(ctx.tx).await?.quiz;
    let path = store::trees::lineage(ctx.tx, round.tree, unit).await?;
    let cells = store::cells::of(ctx.tx, CellSource::Weeks, &[round.id.0], &path).await?;
    let cells: BTreeMap<UnitId, Cell> = cells.into_iter().map(|cell| (cell.unit, cell)).collect();
    let veils = store::cells::veils(ctx.tx, round.id, &path, threshold).await?;
    let veils: BTreeMap<UnitId, UnitId> = veils.into_iter().collect();
    let step = |unit: &UnitId| Step {
        unit: *unit,
        people: cells.get(unit).map_or(0, |cell| cell.people),
        declared: cells.get(unit).map_or(0, |cell| cell.declared),
        veil: veils.get(unit).copied(),
    };
    let path: Vec<Step> = path.iter().map(step).collect();
    let own = cells.get(&unit).filter(|cell| cell.people >= threshold);
    let overfull = own.is_some_and(|cell| threshold::overfull(cell.people, cell.declared));
    // By another threshold other units are steady: nothing is told until the round has closed.
    let told = threshold == round.threshold && threshold::steady(&path, threshold);
    let more = |people: i64| threshold::more_than(people, threshold);
    let people = own.filter(|_| told).and_then(|cell| {
        Some(SoFar {
            reached: more(cell.people)?,
            read: more(cell.counts.first),
            answered: more(cell.counts.second),
            finished: more(cell.counts.third),
        })
    });
    Ok(Live {
        people: people.map_or(Figure::Hidden, Figure::Shown),
        overfull,
    })
}
