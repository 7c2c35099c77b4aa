//! The plan of a unit beside its figures: for the report, for the year's form, for an inspection.
//!
//! Knows which plan belongs to a period, and which of its lines an inspection looks at. Must not know how a plan is written,
//! nor how its counts are filled in.

use crate::core::ctx::Ctx;
use crate::report::plan::PlanLineFigures;
use crate::store::plans::{KeptLine, Plan};
use crate::store::{self, Result};
use crate::types::{Language, LineState, Month, Span, UnitId};

/// The row of the report that says which plan there is.
pub(super) const PLAN_ROW: u8 = 1;

/// A line as files tell it.
pub(super) fn line(ctx: &Ctx<'_>, kept: &KeptLine, language: Language) -> PlanLineFigures {
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
        standing: Some(kept.state),
        state: ctx.plan_state_alone(language, kept),
        note: kept.note.clone().unwrap_or_default(),
    }
}

/// The plan that counts for a unit in most of a period.
async fn of_span(ctx: &mut Ctx<'_>, unit: UnitId, span: Span) -> Result<Option<Plan>> {
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
pub(super) async fn issued_in(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    span: Span,
) -> Result<Option<(String, chrono::NaiveDate)>> {
    Ok(of_span(ctx, unit, span)
        .await?
        .and_then(|plan| plan.issued()))
}

/// The same in words.
pub(super) fn cited(
    ctx: &Ctx<'_>,
    language: Language,
    number: &str,
    day: chrono::NaiveDate,
) -> String {
    let args = [
        ("number", number.into()),
        ("day", day.into()),
        ("version", 1_i64.into()),
    ];
    ctx.plain(language, "plan-issued", &args)
}

/// The lines of that plan that should have been done by the period's end, or are: what an inspection looks at.
pub(super) async fn inspected(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    span: Span,
    language: Language,
) -> Result<Vec<PlanLineFigures>> {
    let Some(plan) = of_span(ctx, unit, span).await? else {
        return Ok(Vec::new());
    };
    let last = Month::of(span.to());
    let kept = store::plans::lines(ctx.tx, plan.id).await?;
    let wanted = kept
        .iter()
        .filter(|kept| kept.due() <= last || kept.state != LineState::Open);
    Ok(wanted.map(|kept| line(ctx, kept, language)).collect())
}
