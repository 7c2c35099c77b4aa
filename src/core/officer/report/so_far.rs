//! What is told of a round while it is open: how many have taken part, in steps, and of a root only.
//!
//! Why of no other unit: [`crate::core::disclosure::threshold`].

use crate::core::ctx::Ctx;
use crate::core::disclosure::threshold;
use crate::report::figures::{Figure, SoFar};
use crate::store::cells::CellSource;
use crate::store::rounds::Round;
use crate::store::trees::Pinned;
use crate::store::{self, Result};
use crate::types::UnitId;

pub(super) async fn read(
    ctx: &mut Ctx<'_>,
    round: &Round,
    unit: (UnitId, &Pinned),
) -> Result<Figure<SoFar>> {
    let threshold = store::installation::thresholds(ctx.tx).await?.quiz;
    let cells = store::cells::of(ctx.tx, CellSource::Weeks, &[round.id.0], &[unit.0]).await?;
    let own = cells.first().filter(|cell| cell.people >= threshold);
    // After a threshold rose less may be told in the end than now: nothing is told until then. That more people take
    // part than are declared is told in the end, too: said now it would be an exact number.
    let told = unit.1.parent_id.is_none() && threshold == round.threshold;
    let more = |people: i64| threshold::more_than(people, threshold);
    let people = own.filter(|_| told).and_then(|cell| {
        Some(SoFar {
            reached: more(cell.people)?,
            read: more(cell.counts.first),
            answered: more(cell.counts.second),
            finished: more(cell.counts.third),
        })
    });
    Ok(people.map_or(Figure::Hidden, Figure::Shown))
}
