//! A plan on a phone: its tasks, and the lines of one of them.
//!
//! Knows what can be done with it now. Must not know how one line is changed.

use super::{Planning, key, put};
use crate::campaign::plan::TASKS;
use crate::core::ctx::{Caller, Ctx, Screen, tick};
use crate::event::{Button, PlanAction};
use crate::outgoing::{Key, Keyboard};
use crate::store::plans::{KeptLine, Plan};
use crate::store::{self, Result};
use crate::types::{LineState, MessageId, Month, PlanId};

/// Buttons of tasks in a row.
const TASKS_A_ROW: usize = 3;
/// Letters of a line on its button.
const LABEL_CHARS: usize = 40;

/// A plan: its tasks, and what can be done with it.
pub(super) async fn show(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    planning: &Planning,
    message: Option<MessageId>,
) -> Result {
    let plan = &planning.plan;
    store::dialogs::leave(ctx.tx, caller.user).await?;
    if plan.current {
        super::counting::refresh(ctx, plan).await?;
    }
    let kept = store::plans::lines(ctx.tx, plan.id).await?;
    let mut blocks = vec![planning.head(ctx, caller)];
    if let Some(reason) = &plan.reason {
        let args = [("reason", reason.as_str().into())];
        blocks.push(ctx.html(caller.language, "plan-reason", &args));
    }
    let tasks = (1..=TASKS).map(|task| summary(ctx, caller, plan, task, &kept));
    blocks.push(tasks.collect::<Vec<_>>().join("\n"));
    let note = match (plan.is_draft(), kept.iter().any(|kept| kept.used)) {
        (true, true) => "plan-draft-note",
        (true, false) => "plan-empty-note",
        (false, _) => "plan-issued-note",
    };
    blocks.push(ctx.html(caller.language, note, &[]));
    let keyboard = keys(ctx, caller, planning, &kept).await?;
    let text = blocks.join("\n\n");
    put(ctx, caller, message, Screen { text, keyboard }).await
}

/// A task in one line: how many lines, or how many of them are done.
fn summary(ctx: &Ctx<'_>, caller: &Caller, plan: &Plan, task: u8, kept: &[KeptLine]) -> String {
    let now = Month::of(ctx.tx.today());
    let of = || {
        kept.iter()
            .filter(|kept| kept.line.task == task && kept.used)
    };
    let args = [
        (
            "name",
            crate::text::Value::Html(ctx.renderer(caller.language).plan_task(task)),
        ),
        ("lines", of().count().into()),
        (
            "done",
            of().filter(|kept| kept.state == LineState::Done)
                .count()
                .into(),
        ),
        ("late", of().filter(|kept| kept.is_late(now)).count().into()),
    ];
    let text = match plan.is_draft() {
        true => "plan-task-draft",
        false => "plan-task-issued",
    };
    ctx.html(caller.language, text, &args)
}

async fn keys(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    planning: &Planning,
    kept: &[KeptLine],
) -> Result<Keyboard> {
    let (language, id) = (caller.language, planning.plan.id);
    let task = |task: u8| {
        Button::Plan(PlanAction::Task(id, task)).key(ctx.plain(
            language,
            "button-plan-task",
            &[("task", task.into())],
        ))
    };
    let tasks: Vec<Key> = (1..=TASKS).map(task).collect();
    let mut keyboard: Keyboard = tasks.chunks(TASKS_A_ROW).map(<[Key]>::to_vec).collect();
    let one = |label, action| key(ctx, caller, label, action);
    if planning.plan.is_draft() {
        keyboard.push(vec![
            one("button-plan-paper", PlanAction::Paper(id)),
            one("button-plan-sheet", PlanAction::Sheet(id)),
        ]);
        keyboard.push(vec![one("button-plan-file", PlanAction::File(id))]);
        if kept.iter().any(|kept| kept.used) {
            keyboard.push(vec![one("button-plan-issue", PlanAction::Issue(id))]);
        }
        keyboard.push(vec![one("button-plan-discard", PlanAction::AskDiscard(id))]);
    } else if planning.plan.current {
        if kept.iter().any(|kept| super::counting::is_asked(ctx, kept)) {
            keyboard.push(vec![one("button-plan-due", PlanAction::Due(id))]);
        }
        keyboard.push(vec![one("button-plan-month", PlanAction::MonthPage(id))]);
        keyboard.push(vec![
            one("button-plan-issued-paper", PlanAction::Paper(id)),
            one("button-plan-sheet", PlanAction::Sheet(id)),
        ]);
        keyboard.push(vec![one("button-plan-results", PlanAction::File(id))]);
        keyboard.push(vec![one("button-plan-change", PlanAction::Change(id))]);
        let groups = store::groups::of_unit(ctx.tx, planning.unit.id).await?;
        if !groups.is_empty() {
            keyboard.push(vec![key(
                ctx,
                caller,
                "button-plan-card",
                PlanAction::Card(id),
            )]);
        }
    }
    let back = PlanAction::Unit(planning.unit.id);
    keyboard.push(vec![key(ctx, caller, "button-back", back)]);
    Ok(keyboard)
}

/// The lines of a task: of a draft with a tick for each, of an issued plan with how far each is.
pub(super) async fn task(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    planning: &Planning,
    task: u8,
    message: Option<MessageId>,
) -> Result {
    let (language, plan) = (caller.language, &planning.plan);
    store::dialogs::leave(ctx.tx, caller.user).await?;
    let kept = store::plans::lines(ctx.tx, plan.id).await?;
    let kept: Vec<&KeptLine> = kept.iter().filter(|kept| kept.line.task == task).collect();
    let mut blocks = vec![
        planning.head(ctx, caller),
        ctx.renderer(language).plan_task(task),
    ];
    let mut keyboard = Keyboard::new();
    for (place, kept) in (1..).zip(&kept) {
        let words = ctx.plan_line(language, place, kept);
        if plan.is_draft() {
            blocks.push(words);
            keyboard.push(vec![
                Button::Plan(PlanAction::Switch(kept.id)).key(format!(
                    "{} {place}. {}",
                    tick(kept.used),
                    label(kept)
                )),
                key(ctx, caller, "button-plan-line", PlanAction::Line(kept.id)),
            ]);
        } else {
            let state = ctx.plan_state(language, kept);
            let args = [("state", state.into())];
            blocks.push(format!(
                "{words}\n{}",
                ctx.html(language, "plan-state", &args)
            ));
            if plan.current && kept.line.counted.is_none() {
                keyboard.push(vec![
                    Button::Plan(PlanAction::Ask(kept.id)).key(format!("{place}. {}", label(kept))),
                ]);
            }
        }
    }
    if kept.is_empty() {
        blocks.push(ctx.html(language, "plan-task-empty", &[]));
    }
    if plan.is_draft() {
        blocks.push(ctx.html(language, "plan-task-note", &[]));
        let add = PlanAction::Add(plan.id, task);
        keyboard.push(vec![key(ctx, caller, "button-plan-add", add)]);
    }
    keyboard.push(turns(ctx, caller, plan.id, task));
    keyboard.push(vec![key(
        ctx,
        caller,
        "button-plan-all",
        PlanAction::Show(plan.id),
    )]);
    let text = blocks.join("\n\n");
    put(ctx, caller, message, Screen { text, keyboard }).await
}

/// The ways to the task before and the one after.
fn turns(ctx: &Ctx<'_>, caller: &Caller, plan: PlanId, task: u8) -> Vec<Key> {
    let way = |label, task| key(ctx, caller, label, PlanAction::Task(plan, task));
    let before = (task > 1).then(|| way("button-form-back", task - 1));
    let after = (task < TASKS).then(|| way("button-form-next", task + 1));
    before.into_iter().chain(after).collect()
}

/// The beginning of a line, for its button.
fn label(kept: &KeptLine) -> String {
    let mut short: String = kept.line.content.chars().take(LABEL_CHARS).collect();
    if short.len() < kept.line.content.len() {
        short.push('…');
    }
    short
}

/// Shows the task of a line again.
pub(super) async fn task_of(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    (planning, kept): (&Planning, &KeptLine),
    message: Option<MessageId>,
) -> Result {
    task(ctx, caller, planning, kept.line.task, message).await
}
