//! A plan as files and reports tell it.
//!
//! Knows which lines belong to which months. Must not know what a file looks like.

use super::Planning;
use crate::core::ctx::Ctx;
use crate::core::officer::planned::line;
use crate::report::plan::{PlanFigures, PlanLineFigures, PlanMonths, PlanTaskFigures};
use crate::store::plans::KeptLine;
use crate::store::{self, Result};
use crate::types::{Language, Month};

/// From this day of a month on its page is about it and the next one.
const TURN: u32 = 20;

/// All of a plan; of a draft what is switched on.
pub(super) async fn figures(
    ctx: &mut Ctx<'_>,
    planning: &Planning,
    language: Language,
) -> Result<PlanFigures> {
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
            line.standing = None;
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
        issued: plan.issued(),
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

/// Two months of a plan side by side.
pub(super) async fn months(
    ctx: &mut Ctx<'_>,
    planning: &Planning,
    language: Language,
) -> Result<PlanMonths> {
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
