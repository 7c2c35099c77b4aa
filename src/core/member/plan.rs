//! `/plan` (`/kehoach`): members read the plan of their unit, or of one above, once it is issued; and what is done of it.
//!
//! Knows which plans a member may read. Must not know drafts, nor who has read one.

use crate::campaign::plan::TASKS;
use crate::core::ctx::{Ctx, Screen, Tap};
use crate::event::{Button, PlanAction};
use crate::outgoing::{Key, Keyboard, Purpose};
use crate::store::members::Member;
use crate::store::plans::{KeptLine, Plan};
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::{Language, LineState};

/// Buttons of tasks in a row.
const TASKS_A_ROW: usize = 3;

/// `/plan` of a member.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    let screen = match store::plans::over(ctx.tx, member.unit).await?.as_slice() {
        [] => Screen::words(ctx.html(member.language, "plan-not-issued", &[])),
        [nearest, others @ ..] => whole(ctx, member.language, nearest, others).await?,
    };
    ctx.send(member.user, screen, Purpose::Plain).await
}

/// A line for the menu of the year, and the way to the plan, where there is one.
pub(super) async fn in_menu(ctx: &mut Ctx<'_>, member: &Member) -> Result<Option<(String, Key)>> {
    let plans = store::plans::over(ctx.tx, member.unit).await?;
    let Some(plan) = plans.first() else {
        return Ok(None);
    };
    let language = member.language;
    let args = [("year", ctx.plan_year(language, plan.begins).into())];
    let read = Button::Plan(PlanAction::Read(plan.id));
    let line = ctx.html(language, "year-plan", &args);
    Ok(Some((line, ctx.key(language, "button-do-plan", read))))
}

pub(in crate::core) async fn tapped(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    action: PlanAction,
) -> Result {
    let (PlanAction::Read(id) | PlanAction::ReadTask(id, _)) = action else {
        return ctx.no_button(tap, member.language).await;
    };
    let plans = store::plans::over(ctx.tx, member.unit).await?;
    let Some(plan) = plans.iter().find(|plan| plan.id == id) else {
        // A newer version, another unit, or a year that is over: what may be read now is shown.
        ctx.ack(tap).await?;
        return open(ctx, member).await;
    };
    ctx.ack(tap).await?;
    let screen = match action {
        PlanAction::ReadTask(_, number) => task(ctx, member.language, plan, number).await?,
        _ => {
            let others: Vec<Plan> = plans.iter().filter(|one| one.id != id).cloned().collect();
            whole(ctx, member.language, plan, &others).await?
        }
    };
    ctx.redraw(member.user, tap, screen).await
}

async fn head(ctx: &mut Ctx<'_>, language: Language, plan: &Plan) -> Result<String> {
    let args = [
        ("year", ctx.plan_year(language, plan.begins).into()),
        ("unit", ctx.unit_name(plan.unit).await?.into()),
        ("state", ctx.plan_issued(language, plan).into()),
    ];
    Ok(ctx.html(language, "plan-head", &args))
}

/// A plan with its tasks.
async fn whole(
    ctx: &mut Ctx<'_>,
    language: Language,
    plan: &Plan,
    others: &[Plan],
) -> Result<Screen> {
    let kept = store::plans::lines(ctx.tx, plan.id).await?;
    let mut blocks = vec![head(ctx, language, plan).await?];
    let summary = |task: u8| {
        let of = || kept.iter().filter(|kept| kept.line.task == task);
        let name = ctx.renderer(language).plan_task(task);
        let args = [
            ("name", Value::Html(name)),
            ("lines", of().count().into()),
            (
                "done",
                of().filter(|kept| kept.state == LineState::Done)
                    .count()
                    .into(),
            ),
            ("late", 0_i64.into()),
        ];
        ctx.html(language, "plan-task-issued", &args)
    };
    blocks.push((1..=TASKS).map(summary).collect::<Vec<_>>().join("\n"));
    blocks.push(ctx.html(language, "plan-read-note", &[]));
    let key = |task: u8| {
        Button::Plan(PlanAction::ReadTask(plan.id, task)).key(ctx.plain(
            language,
            "button-plan-task",
            &[("task", task.into())],
        ))
    };
    let tasks: Vec<Key> = (1..=TASKS).map(key).collect();
    let mut keyboard: Keyboard = tasks.chunks(TASKS_A_ROW).map(<[Key]>::to_vec).collect();
    for other in others {
        let args = [
            ("unit", ctx.unit_name(other.unit).await?.into()),
            ("year", ctx.plan_year(language, other.begins).into()),
        ];
        keyboard.push(vec![
            Button::Plan(PlanAction::Read(other.id)).key(ctx.plain(
                language,
                "button-plan-other",
                &args,
            )),
        ]);
    }
    let text = blocks.join("\n\n");
    Ok(Screen { text, keyboard })
}

/// The lines of a task.
async fn task(ctx: &mut Ctx<'_>, language: Language, plan: &Plan, number: u8) -> Result<Screen> {
    let kept = store::plans::lines(ctx.tx, plan.id).await?;
    let mut blocks = vec![
        head(ctx, language, plan).await?,
        ctx.renderer(language).plan_task(number),
    ];
    let of: Vec<&KeptLine> = kept
        .iter()
        .filter(|kept| kept.line.task == number)
        .collect();
    if of.is_empty() {
        blocks.push(ctx.html(language, "plan-task-empty", &[]));
    }
    for (place, kept) in (1..).zip(of) {
        let args = [("state", ctx.plan_state(language, kept).into())];
        let state = ctx.html(language, "plan-state", &args);
        blocks.push(format!("{}\n{state}", ctx.plan_line(language, place, kept)));
    }
    let turn = |task: u8, label: &str| {
        let to = Button::Plan(PlanAction::ReadTask(plan.id, task));
        ctx.key(language, label, to)
    };
    let mut turns = Vec::new();
    if number > 1 {
        turns.push(turn(number - 1, "button-form-back"));
    }
    if number < TASKS {
        turns.push(turn(number + 1, "button-form-next"));
    }
    let all = Button::Plan(PlanAction::Read(plan.id));
    let keyboard = vec![turns, vec![ctx.key(language, "button-plan-all", all)]];
    let text = blocks.join("\n\n");
    Ok(Screen { text, keyboard })
}
