//! How far the lines of an issued plan are, asked of officers where the bot cannot count.
//!
//! Knows which line is asked about, and which comes next. Must not know how a line was planned.

use super::counting::{is_asked, reached};
use super::{Planning, carrying, draft, key, line_of, put, refuse};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, IncomingMessage, PlanAction};
use crate::outgoing::{Key, Keyboard};
use crate::plan;
use crate::store::dialogs::{Dialog, PlanQuestion};
use crate::store::plans::KeptLine;
use crate::store::{self, Result};
use crate::types::{LineState, MessageId, Month, PLAN_MONTHS, PlanLineId};

/// Buttons of months in a row.
const MONTHS_A_ROW: usize = 3;

pub(super) async fn tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    (planning, kept): (&Planning, KeptLine),
    action: PlanAction,
) -> Result {
    if kept.line.counted.is_some() {
        return refuse(ctx, caller, tap).await;
    }
    let (id, of) = (kept.id, (planning, &kept));
    match action {
        PlanAction::Ask(_) => {
            ctx.ack(tap).await?;
            return ask(ctx, caller, of, (None, tap.message)).await;
        }
        PlanAction::Move(_) => {
            ctx.ack(tap).await?;
            return months(ctx, caller, of, tap.message).await;
        }
        PlanAction::Drop(_) => {
            store::dialogs::ask(ctx.tx, caller.user, Dialog::Plan(PlanQuestion::Drop(id))).await?;
            ctx.ack(tap).await?;
            return ctx.say(caller, "plan-ask-drop", &[]).await;
        }
        PlanAction::Carry(_) => {
            return match carrying::carry(ctx, caller, tap, of).await? {
                true => next(ctx, caller, of, tap.message).await,
                false => Ok(()),
            };
        }
        PlanAction::Later(_) => {}
        PlanAction::Done(_) => {
            store::plan_progress::answer(ctx.tx, id, LineState::Done, None).await?;
        }
        PlanAction::Doing(_) => {
            store::plan_progress::answer(ctx.tx, id, LineState::Doing, None).await?;
        }
        PlanAction::MoveTo(_, month) if offered(ctx, of).contains(&month) => {
            store::plan_progress::move_to(ctx.tx, id, month).await?;
        }
        _ => return refuse(ctx, caller, tap).await,
    }
    ctx.ack(tap).await?;
    next(ctx, caller, of, tap.message).await
}

/// The first line that is due; the plan if none is.
pub(super) async fn first(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    planning: &Planning,
) -> Result {
    ctx.ack(tap).await?;
    let lines = store::plans::lines(ctx.tx, planning.plan.id).await?;
    match lines.iter().find(|kept| is_asked(ctx, kept)) {
        Some(kept) => ask(ctx, caller, (planning, kept), (None, tap.message)).await,
        None => draft::show(ctx, caller, planning, tap.message).await,
    }
}

/// The line that is due behind this one; the plan behind the last.
async fn next(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    (planning, before): (&Planning, &KeptLine),
    message: Option<MessageId>,
) -> Result {
    let lines = store::plans::lines(ctx.tx, planning.plan.id).await?;
    let mut behind = lines.iter().skip_while(|kept| kept.id != before.id).skip(1);
    match behind.find(|kept| is_asked(ctx, kept)) {
        Some(kept) => ask(ctx, caller, (planning, kept), (None, message)).await,
        None => draft::show(ctx, caller, planning, message).await,
    }
}

/// Asks how far a line is, with what is wrong with the number that was typed, if anything is.
async fn ask(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    (planning, kept): (&Planning, &KeptLine),
    (note, message): (Option<String>, Option<MessageId>),
) -> Result {
    let language = caller.language;
    let goal = plan::goal(&kept.line);
    let mut blocks = vec![
        planning.head(ctx, caller),
        ctx.renderer(language).plan_task(kept.line.task),
        ctx.plan_line(language, 1, kept),
    ];
    let args = [("state", ctx.plan_state(language, kept).into())];
    blocks.push(ctx.html(language, "plan-state", &args));
    let question = match goal {
        Some(_) => "plan-ask-result",
        None => "plan-ask-state",
    };
    blocks.push(ctx.html(language, question, &[]));
    if let Some(note) = note {
        blocks.push(ctx.html(language, "form-note", &[("note", note.into())]));
    }
    if goal.is_some() {
        let asked = Dialog::Plan(PlanQuestion::Result(kept.id, message));
        store::dialogs::ask(ctx.tx, caller.user, asked).await?;
    }
    let id = kept.id;
    let one = |label, action| key(ctx, caller, label, action);
    let keyboard = vec![
        vec![
            one("button-plan-done", PlanAction::Done(id)),
            one("button-plan-doing", PlanAction::Doing(id)),
        ],
        vec![
            one("button-plan-move", PlanAction::Move(id)),
            one("button-plan-drop", PlanAction::Drop(id)),
        ],
        vec![
            one("button-plan-later", PlanAction::Later(id)),
            one("button-plan-all", PlanAction::Show(kept.plan)),
        ],
    ];
    let text = blocks.join("\n\n");
    put(ctx, caller, message, Screen { text, keyboard }).await
}

/// The months to which the end of a line can be moved: those that come, up to the plan's last.
fn offered(ctx: &Ctx<'_>, (planning, kept): (&Planning, &KeptLine)) -> Vec<Month> {
    let from = kept.due().max(Month::of(ctx.tx.today()));
    let all = (1..PLAN_MONTHS).map(|months| from.plus(months));
    // What is late may still be due this month.
    let this = (kept.due() < from).then_some(from);
    let last = planning.plan.ends();
    this.into_iter()
        .chain(all)
        .filter(|month| *month <= last)
        .collect()
}

async fn months(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    of: (&Planning, &KeptLine),
    message: Option<MessageId>,
) -> Result {
    let (_, kept) = of;
    let offered = offered(ctx, of);
    let one = |month: &Month| Button::Plan(PlanAction::MoveTo(kept.id, *month)).key(month.shown());
    let months: Vec<Key> = offered.iter().map(one).collect();
    let mut keyboard: Keyboard = months.chunks(MONTHS_A_ROW).map(<[Key]>::to_vec).collect();
    let text = match offered.is_empty() {
        true => {
            let (text, key) = carrying::offer(ctx, caller, of).await?;
            keyboard.push(vec![key]);
            text
        }
        false => ctx.html(caller.language, "plan-move", &[]),
    };
    let back = PlanAction::Ask(kept.id);
    keyboard.push(vec![key(ctx, caller, "button-back", back)]);
    let text = [ctx.plan_line(caller.language, 1, kept), text].join("\n\n");
    put(ctx, caller, message, Screen { text, keyboard }).await
}

/// Takes a text as the number that was reached. `false` if it was not meant so.
pub(super) async fn wrote_result(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    (said, text): (&IncomingMessage, &str),
    (id, message): (PlanLineId, Option<MessageId>),
) -> Result<bool> {
    let Some((planning, kept)) = asked(ctx, caller, id).await? else {
        return Ok(false);
    };
    ctx.swallow(caller.user, said.message).await?;
    let result = match plan::results::number(text) {
        Ok(result) => result,
        Err(trouble) => {
            let note = trouble.told(&ctx.core.texts, caller.language);
            let of = (&planning, &kept);
            ask(ctx, caller, of, (Some(note), message)).await?;
            return Ok(true);
        }
    };
    let state = reached(&kept, result);
    store::plan_progress::measure(ctx.tx, id, result, state).await?;
    next(ctx, caller, (&planning, &kept), message).await?;
    Ok(true)
}

/// Takes a text as the reason why a line is not done any more. `false` if it was not meant so.
pub(super) async fn wrote_why(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    text: &str,
    id: PlanLineId,
) -> Result<bool> {
    let Some((planning, kept)) = asked(ctx, caller, id).await? else {
        return Ok(false);
    };
    let wrong = ("form-why-short", "form-why-long");
    let Some(reason) = ctx.sentence(caller, text, wrong).await? else {
        return Ok(true);
    };
    store::dialogs::leave(ctx.tx, caller.user).await?;
    store::plan_progress::answer(ctx.tx, id, LineState::Dropped, Some(&reason)).await?;
    next(ctx, caller, (&planning, &kept), None).await?;
    Ok(true)
}

/// A line of an issued plan that officers answer for.
async fn asked(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    id: PlanLineId,
) -> Result<Option<(Planning, KeptLine)>> {
    let found = line_of(ctx, caller, id).await?;
    let answered = |(planning, kept): &(Planning, KeptLine)| {
        planning.plan.current && kept.line.counted.is_none()
    };
    Ok(found.filter(answered))
}
