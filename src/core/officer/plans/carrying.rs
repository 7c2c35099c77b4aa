//! A line that can be moved to no later month goes on in the plan of the next year.
//!
//! Knows which plan that is, and what must be there first. Must not know how far a line is.

use super::Planning;
use crate::core::ctx::{Caller, Ctx, Tap};
use crate::event::{Button, PlanAction};
use crate::outgoing::Key;
use crate::plan;
use crate::store::plans::{KeptLine, Plan};
use crate::store::{self, Result};
use crate::types::{LineState, PLAN_MONTHS, PlanLine};

/// The plan that begins when this one ends: its draft, or the one that counts.
async fn next(ctx: &mut Ctx<'_>, planning: &Planning) -> Result<Option<Plan>> {
    let begins = planning.plan.ends().plus(1);
    let plans = store::plans::of_unit(ctx.tx, planning.unit.id).await?;
    let mut next = plans.into_iter().filter(|plan| plan.begins == begins);
    // The newest version comes first: a draft, where there is one.
    Ok(next.next())
}

/// What to do with a line for which no month is left: the text, and the button.
pub(super) async fn offer(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    (planning, kept): (&Planning, &KeptLine),
) -> Result<(String, Key)> {
    let language = caller.language;
    let begins = planning.plan.ends().plus(1);
    let args = [("year", ctx.plan_year(language, begins).into())];
    let (text, label, action) = match next(ctx, planning).await? {
        Some(next) if next.is_draft() => (
            "plan-move-carry",
            "button-plan-carry",
            PlanAction::Carry(kept.id),
        ),
        Some(next) => (
            "plan-move-issued",
            "button-plan-next",
            PlanAction::Show(next.id),
        ),
        None => (
            "plan-move-none",
            "button-plan-new",
            PlanAction::New(planning.unit.id, begins),
        ),
    };
    let label = ctx.plain(language, label, &args);
    let data = Button::Plan(action).data();
    Ok((ctx.html(language, text, &args), Key { label, data }))
}

/// Puts the line into the draft of the next plan, unless it is there; here it is not done any more. `false`: it cannot be.
pub(super) async fn carry(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    (planning, kept): (&Planning, &KeptLine),
) -> Result<bool> {
    let draft = next(ctx, planning).await?.filter(Plan::is_draft);
    let Some(draft) = draft.filter(|_| !kept.state.is_over()) else {
        super::refuse(ctx, caller, tap).await?;
        return Ok(false);
    };
    let there = store::plans::lines(ctx.tx, draft.id).await?;
    let identity = |one: &KeptLine| plan::identity(one.line.task, &one.line.content);
    let own = identity(kept);
    if !there.iter().any(|one| identity(one) == own) {
        if there.len() >= plan::LINES_MAX {
            ctx.alert(tap, caller.language, "toast-plan-full").await?;
            return Ok(false);
        }
        store::plans::add(ctx.tx, &draft, &moved(kept, &draft)).await?;
    }
    let args = [("year", ctx.plan_year(caller.language, draft.begins).into())];
    let why = ctx.plain(caller.language, "plan-carried", &args);
    store::plan_progress::answer(ctx.tx, kept.id, LineState::Dropped, Some(&why)).await?;
    ctx.ack(tap).await?;
    Ok(true)
}

/// As many months as it had, from the first on.
fn moved(kept: &KeptLine, draft: &Plan) -> PlanLine {
    let months = (0..PLAN_MONTHS).find(|months| kept.line.first.plus(*months) >= kept.line.last);
    PlanLine {
        first: draft.begins,
        last: draft.begins.plus(months.unwrap_or(0)),
        ..kept.line.clone()
    }
}
