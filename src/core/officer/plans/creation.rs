//! How a plan begins: in which month, and with which lines.
//!
//! Knows what is likely to be planned now. Must not know how a line is changed.

use super::{below_key, draft, import, key, refuse, theirs};
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, PlanAction};
use crate::outgoing::Key;
use crate::store::plans::Plan;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{LineState, Month, PLAN_MONTHS, PlanId, PlanLine, Span, UnitId};

/// So many months before a year ends its successor is what is planned.
const AHEAD: u32 = 3;
/// Months before and behind this one in which a plan may begin.
const BACK: u32 = 11;
const ON: u32 = 6;
/// Buttons of months in a row.
const MONTHS_A_ROW: usize = 3;

/// The first month of the plan that is likely to be written now: the year that runs, or the next towards its end or where
/// there is one already.
pub(super) fn next_begin(ctx: &Ctx<'_>, plans: &[Plan]) -> Month {
    let today = ctx.tx.today();
    let begins = Month::of(Span::year_from(ctx.core.year_start, today).from());
    let near = Month::of(today).plus(AHEAD) > begins.end_of_plan();
    let newest = plans.iter().map(|plan| plan.begins).max();
    match newest {
        Some(newest) => newest.plus(PLAN_MONTHS),
        None if near => begins.plus(PLAN_MONTHS),
        None => begins,
    }
}

/// How a plan that begins with this month can be begun.
pub(super) async fn offer(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    unit: &Unit,
    begins: Month,
) -> Result<Screen> {
    let language = caller.language;
    let plans = store::plans::of_unit(ctx.tx, unit.id).await?;
    let mut keyboard = vec![vec![key(
        ctx,
        caller,
        "button-plan-frame",
        PlanAction::Frame(unit.id, begins),
    )]];
    if plans
        .iter()
        .any(|plan| plan.current && plan.begins < begins)
    {
        let copy = PlanAction::Copy(unit.id, begins);
        keyboard.push(vec![key(ctx, caller, "button-plan-copy", copy)]);
    }
    let file = PlanAction::Begin(unit.id, begins);
    keyboard.push(vec![key(ctx, caller, "button-plan-file", file)]);
    let starts = PlanAction::Starts(unit.id);
    keyboard.push(vec![key(ctx, caller, "button-plan-starts", starts)]);
    if plans.is_empty() {
        keyboard.extend(below_key(ctx, caller, unit.id).await?);
    } else {
        let back = PlanAction::Unit(unit.id);
        keyboard.push(vec![key(ctx, caller, "button-back", back)]);
    }
    let args = [
        ("unit", unit.name.as_str().into()),
        ("year", ctx.plan_year(language, begins).into()),
    ];
    Ok(Screen {
        text: ctx.html(language, "plan-none", &args),
        keyboard,
    })
}

/// The months in which a plan may begin.
pub(super) async fn starts(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit) -> Result<Screen> {
    let first = Month::of(ctx.tx.today()).minus(BACK);
    let keys: Vec<Key> = (0..=BACK + ON)
        .map(|months| {
            let begins = first.plus(months);
            let data = Button::Plan(PlanAction::New(unit.id, begins)).data();
            Key {
                label: begins.shown(),
                data,
            }
        })
        .collect();
    Ok(Screen {
        text: ctx.html(caller.language, "plan-starts", &[]),
        keyboard: keys.chunks(MONTHS_A_ROW).map(<[Key]>::to_vec).collect(),
    })
}

/// Begins a plan, with lines to begin with.
pub(super) async fn begin(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    (unit, begins): (UnitId, Month),
    action: PlanAction,
) -> Result {
    let language = caller.language;
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    let plans = store::plans::of_unit(ctx.tx, unit.id).await?;
    if let Some(there) = plans.iter().find(|plan| plan.begins == begins) {
        // Tapped twice, or begun by another officer: that one goes on.
        return go_on(ctx, caller, tap, there.id).await;
    }
    let this = Month::of(ctx.tx.today());
    let near = (this.minus(BACK)..=this.plus(ON)).contains(&begins);
    if !near && begins != next_begin(ctx, &plans) {
        return refuse(ctx, caller, tap).await;
    }
    let overlaps = |plan: &&Plan| {
        plan.begins < begins.plus(PLAN_MONTHS) && begins < plan.begins.plus(PLAN_MONTHS)
    };
    if plans.iter().any(|plan| overlaps(&plan)) {
        return ctx.alert(tap, language, "toast-plan-overlaps").await;
    }
    let core = ctx.core;
    let lines = match action {
        PlanAction::Frame(..) => core.campaign.plan().lines(begins, language),
        PlanAction::Copy(..) => {
            let before = plans
                .iter()
                .find(|plan| plan.current && plan.begins < begins);
            match before {
                Some(before) => moved_on(ctx, before, begins).await?,
                None => return refuse(ctx, caller, tap).await,
            }
        }
        _ => Vec::new(),
    };
    let id = store::plans::begin(ctx.tx, unit.id, begins, None).await?;
    let Some(planning) = theirs(ctx, caller, id).await? else {
        return Ok(());
    };
    for line in &lines {
        store::plans::add(ctx.tx, &planning.plan, line).await?;
    }
    if matches!(action, PlanAction::Begin(..)) {
        return import::ask(ctx, caller, tap, &planning).await;
    }
    go_on(ctx, caller, tap, id).await
}

/// The lines of an earlier plan in as many months' distance; what was given up is left out.
async fn moved_on(ctx: &mut Ctx<'_>, before: &Plan, begins: Month) -> Result<Vec<PlanLine>> {
    let kept = store::plans::lines(ctx.tx, before.id).await?;
    let place = |month: Month| (0..PLAN_MONTHS).find(|place| before.begins.plus(*place) == month);
    // Where a year begins in another month than the one before, the months of the calendar stay.
    let same = before.begins.number() == begins.number();
    let moved = |month: Month| match place(month).filter(|_| same) {
        Some(place) => begins.plus(place),
        None => begins.in_plan(month.number()),
    };
    let lines = kept
        .into_iter()
        .filter(|kept| kept.state != LineState::Dropped);
    let lines = lines.map(|kept| {
        let (first, last) = (moved(kept.line.first), moved(kept.line.last));
        PlanLine {
            first: first.min(last),
            last: first.max(last),
            ..kept.line
        }
    });
    Ok(lines.collect())
}

async fn go_on(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, id: PlanId) -> Result {
    let Some(planning) = theirs(ctx, caller, id).await? else {
        return refuse(ctx, caller, tap).await;
    };
    ctx.ack(tap).await?;
    draft::show(ctx, caller, &planning, tap.message).await
}
