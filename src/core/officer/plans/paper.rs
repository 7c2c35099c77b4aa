//! A plan as files and reports tell it.
//!
//! Knows which lines belong to which months. Must not know what a file looks like.

use super::Planning;
use crate::core::ctx::Ctx;
use crate::report::plan::{PlanFigures, PlanLineFigures, PlanMonths, PlanTaskFigures};
use crate::store::plans::{KeptLine, Plan};
use crate::store::{self, StoreError};
use crate::types::{Language, LineState, Month, Span, UnitId};

/// From this day of a month on its page is about it and the next one.
const TURN: u32 = 20;

/// All of a plan; of a draft what is switched on.
pub(super) async fn figures(
    ctx: &mut Ctx<'_>,
    planning: &Planning,
    language: Language,
) -> Result<PlanFigures, StoreError> {
    let plan = &planning.plan;
    let parent = match planning.unit.parent_id {
        Some(parent) => Some(ctx.unit_name(parent).await?),
        None => None,
    };
    let kept = store::plans::lines(ctx.tx, plan.id).await?;
    let campaign = &ctx.core.campaign;
    // Nothing is done of a draft.
    let draft = plan.is_draft();
    let stated = |mut line: PlanLineFigures| {
        if draft {
            line.state.clear();
        }
        line
    };
    let frame = campaign.plan();
    let task = |(task, named): (u8, &crate::campaign::plan::PlanTask)| {
        let of = kept
            .iter()
            .filter(|kept| kept.used && kept.line.task == task);
        PlanTaskFigures {
            name: named.name.get(language).to_owned(),
            lines: of.map(|kept| stated(line(ctx, kept, language))).collect(),
        }
    };
    let bases = frame
        .bases
        .iter()
        .filter_map(|id| campaign.ledger().get(id));
    Ok(PlanFigures {
        unit: planning.unit.name.clone(),
        parent,
        year: ctx.plan_year(language, plan.begins),
        issued: plan.issued.clone(),
        version: plan.version,
        bases: bases.map(|document| document.cite.clone()).collect(),
        tasks: (1..).zip(&frame.tasks).map(task).collect(),
        posts: frame
            .posts
            .iter()
            .map(|post| post.name.get(language).to_owned())
            .collect(),
        day: ctx.tx.today(),
    })
}

fn line(ctx: &Ctx<'_>, kept: &KeptLine, language: Language) -> PlanLineFigures {
    let frame = ctx.core.campaign.plan();
    let planned = &kept.line;
    PlanLineFigures {
        content: planned.content.clone(),
        lead: frame.posts_named(&planned.lead, language),
        support: frame.posts_named(&planned.support, language),
        first: planned.first.shown(),
        last: planned.last.shown(),
        measure: planned.measure.clone(),
        target: planned.target.clone(),
        result: kept.result,
        state: ctx.plan_state_alone(language, kept),
        note: kept.note.clone().unwrap_or_default(),
    }
}

/// Two months of a plan side by side.
pub(super) async fn months(
    ctx: &mut Ctx<'_>,
    planning: &Planning,
    language: Language,
) -> Result<PlanMonths, StoreError> {
    let plan = figures(ctx, planning, language).await?;
    let today = ctx.tx.today();
    let this = Month::of(today);
    let turned = chrono::Datelike::day(&today) >= TURN;
    let (before, now) = match turned {
        true => (this, this.plus(1)),
        false => (this.minus(1), this),
    };
    let kept = store::plans::lines(ctx.tx, planning.plan.id).await?;
    let runs = |kept: &&KeptLine, month: Month| (kept.line.first..=kept.due()).contains(&month);
    let late = |kept: &&KeptLine| kept.is_late(before);
    let done = kept.iter().filter(|kept| runs(kept, before) || late(kept));
    let due = kept.iter().filter(|kept| !kept.state.is_over());
    let due = due.filter(|kept| runs(kept, now) || kept.is_late(now));
    Ok(PlanMonths {
        done: done.map(|kept| line(ctx, kept, language)).collect(),
        due: due.map(|kept| line(ctx, kept, language)).collect(),
        plan,
        before: before.shown(),
        now: now.shown(),
    })
}

/// The plan that counts for a unit in most of a period.
async fn of_span(ctx: &mut Ctx<'_>, unit: UnitId, span: Span) -> Result<Option<Plan>, StoreError> {
    let plans = store::plans::of_unit(ctx.tx, unit).await?;
    let shared = |plan: &Plan| {
        let from = plan.begins.first().max(span.from());
        (plan.ends().last().min(span.to()) - from).num_days()
    };
    let current = plans
        .into_iter()
        .filter(|plan| plan.current && shared(plan) > 0);
    Ok(current.max_by_key(shared))
}

/// Number and day of that plan.
pub(in crate::core::officer) async fn issued_in(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    span: Span,
) -> Result<Option<(String, chrono::NaiveDate)>, StoreError> {
    Ok(of_span(ctx, unit, span).await?.and_then(|plan| plan.issued))
}

/// The same in words.
pub(in crate::core::officer) fn cited(
    ctx: &Ctx<'_>,
    language: Language,
    number: &str,
    day: chrono::NaiveDate,
) -> String {
    let args = [
        ("number", number.into()),
        ("day", crate::report::day(day).into()),
        ("version", 1_i64.into()),
    ];
    ctx.plain(language, "plan-issued", &args)
}

/// The lines of that plan that should have been done by the period's end, or are: what an inspection looks at.
pub(in crate::core::officer) async fn inspected(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    span: Span,
    language: Language,
) -> Result<Vec<PlanLineFigures>, StoreError> {
    let Some(plan) = of_span(ctx, unit, span).await? else {
        return Ok(Vec::new());
    };
    super::progress::refresh(ctx, &plan).await?;
    let last = Month::of(span.to());
    let kept = store::plans::lines(ctx.tx, plan.id).await?;
    let wanted = kept
        .iter()
        .filter(|kept| kept.due() <= last || kept.state != LineState::Open);
    Ok(wanted.map(|kept| line(ctx, kept, language)).collect())
}
