//! What the bot counts itself, beside what an officer answers.
//!
//! Knows which figure each name stands for. Of members it is nothing that a report of the unit does not tell; what is
//! suppressed there is not here. Must not know forms.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveTime};

use crate::campaign::form::Known;
use crate::core::ctx::Ctx;
use crate::core::officer::report;
use crate::schedule;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{Span, count};

/// Those of the `wanted` that may be told.
pub(super) async fn known(
    ctx: &mut Ctx<'_>,
    unit: &Unit,
    span: Span,
    wanted: &BTreeSet<Known>,
) -> Result<BTreeMap<Known, i64>> {
    let mut known = BTreeMap::new();
    if wanted.is_empty() {
        return Ok(known);
    }
    if unit.members > 0 {
        known.insert(Known::Declared, unit.members);
    }
    let beside = [
        Known::Broadcasts,
        Known::Initiatives,
        Known::Recognised,
        Known::Raised,
        Known::Benefit,
    ];
    let reported = wanted.iter().any(|one| !beside.contains(one));
    if reported && let Some(figures) = report::figures_for(ctx, unit.id, span).await? {
        let newest = figures.weeks.iter().rev().find(|week| !week.open);
        let reached = newest.and_then(|week| week.answered.shown());
        let answered = figures.participation.shown().map(|people| people.answered);
        let all = [
            (
                Known::Declared,
                Some(figures.members).filter(|people| *people > 0),
            ),
            (Known::Rounds, Some(figures.closed)),
            (Known::Reached, reached.map(|part| part.of)),
            (Known::Answered, answered),
            (Known::Checkins, Some(count(figures.checkins.len()))),
            (Known::Commended, Some(count(figures.commended.len()))),
        ];
        let told = all
            .into_iter()
            .filter_map(|(known, count)| Some((known, count?)));
        known.extend(told);
    }
    if wanted.contains(&Known::Broadcasts) {
        let begin = |day| schedule::at(day, NaiveTime::MIN);
        let between = (begin(span.from()), begin(span.to() + Days::new(1)));
        let sent = store::broadcasts::sent(ctx.tx, unit.id, between).await?;
        known.insert(Known::Broadcasts, sent);
    }
    let [_, register @ ..] = beside;
    if register.iter().any(|one| wanted.contains(one)) {
        let sum = store::register::entered(ctx.tx, unit.id, (span.from(), span.to())).await?;
        let counts = [sum.entered, sum.recognised, sum.raised, sum.dong];
        // Of a unit without a register there is nothing to say.
        known.extend(register.into_iter().zip(counts).filter(|_| sum.entered > 0));
    }
    known.retain(|one, _| wanted.contains(one));
    Ok(known)
}
