//! Lines that the bot counts itself, and which are left to be asked about.
//!
//! Knows what follows from a number. Must not know screens.

use std::collections::BTreeSet;

use crate::campaign::form::Known;
use crate::core::ctx::Ctx;
use crate::core::officer::facts;
use crate::plan;
use crate::store::plans::{KeptLine, Plan};
use crate::store::{self, Result};
use crate::types::{LineState, Month, UserId};

/// Whether officers are asked about a line this month: it is due, and the bot does not count it.
pub(super) fn is_asked(ctx: &Ctx<'_>, kept: &KeptLine) -> bool {
    let now = Month::of(ctx.tx.today());
    kept.line.counted.is_none() && !kept.state.is_over() && kept.due() <= now
}

/// Fills in what the bot counts itself: nothing that the unit's report does not tell.
pub(super) async fn refresh(ctx: &mut Ctx<'_>, plan: &Plan) -> Result {
    let lines = store::plans::lines(ctx.tx, plan.id).await?;
    let counted = |kept: &KeptLine| {
        let counted = kept.line.counted.as_deref().and_then(Known::named);
        counted.filter(|_| kept.state != LineState::Dropped)
    };
    let wanted: BTreeSet<Known> = lines.iter().filter_map(counted).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let Some(unit) = store::units::by_id(ctx.tx, plan.unit).await? else {
        return Ok(());
    };
    let known = facts::known(ctx, &unit, plan.begins.year(), &wanted).await?;
    for kept in &lines {
        let Some(result) = counted(kept).and_then(|counted| known.get(&counted)) else {
            continue;
        };
        let state = reached(kept, *result);
        if (kept.result, kept.state) != (Some(*result), state) {
            store::plan_progress::count(ctx.tx, kept.id, *result, state).await?;
        }
    }
    Ok(())
}

/// The same for the plans of these officers' own units.
pub(in crate::core) async fn refresh_due(ctx: &mut Ctx<'_>, officers: &BTreeSet<UserId>) -> Result {
    let today = Month::of(ctx.tx.today());
    for id in store::plan_progress::counted(ctx.tx, officers, today).await? {
        if let Some(plan) = store::plans::by_id(ctx.tx, id).await? {
            refresh(ctx, &plan).await?;
        }
    }
    Ok(())
}

/// What follows from a number.
pub(super) fn reached(kept: &KeptLine, result: i64) -> LineState {
    match plan::goal(&kept.line) {
        Some(goal) if result >= goal => LineState::Done,
        _ if result > 0 => LineState::Doing,
        _ => LineState::Open,
    }
}
