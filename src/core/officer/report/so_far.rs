//! What is told of a round while it is open: how many have taken part, in steps, and of a root only.
//!
//! Why of no other unit: [`crate::core::disclosure::threshold`].

use crate::core::ctx::Ctx;
use crate::core::disclosure::threshold;
use crate::report::figures::{Figure, SoFar};
use crate::store::cells::CellSource;
use crate::store::rounds::Round;
use crate::store::trees::Pinned;
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
    unit: (UnitId, &Pinned),
) -> Result<Live, StoreError> {
    let threshold = store::installation::thresholds(ctx.tx).await?.quiz;
    let cells = store::cells::of(ctx.tx, CellSource::Weeks, &[round.id.0], &[unit.0]).await?;
    let own = cells.first().filter(|cell| cell.people >= threshold);
    let overfull = own.is_some_and(|cell| threshold::overfull(cell.people, cell.declared));
    // After a threshold rose less may be told in the end than now: nothing is told until then.
    let told = unit.1.parent_id.is_none() && !overfull && threshold == round.threshold;
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
