//! A broadcast that was confirmed: beginning, holding, giving up, taking back, sending once more.
//!
//! Each press moves the broadcast from one phase to another, once; whoever presses second is told so.

use super::{flow, may_unsend, recurring, refusal, replace, screens, stands, urgent};
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Tap};
use crate::event::{Step, Steps};
use crate::store::audit::AuditAction;
use crate::store::broadcasts::{Broadcast, Phase};
use crate::store::recipients::RecipientState;
use crate::store::{self, Result};
use crate::types::UserId;

/// Fixes the audience and queues the first portion, in the transaction of the confirmation.
pub(super) async fn begin(
    ctx: &mut Ctx<'_>,
    tap: &Tap,
    draft: &Broadcast,
    from: Phase,
    second: Option<UserId>,
) -> Result {
    let language = officers::language(ctx, draft.officer).await?;
    let running = match draft.rhythm {
        Some(_) => Phase::Repeating,
        None => Phase::Running,
    };
    let step = (from, running);
    if !store::broadcasts::advance(ctx.tx, draft.id, draft.version, step).await? {
        return ctx
            .answer_callback(tap, language, "toast-broadcast-before")
            .await;
    }
    let starts = match draft.urgent {
        true => Some(ctx.tx.now()),
        false => draft.starts_at,
    };
    let times = (starts, screens::term(ctx, draft));
    let (officer, action) = match second {
        Some(second) => (second, AuditAction::Second),
        None if running == Phase::Repeating => (draft.officer, AuditAction::Recurring),
        None if draft.answers.is_some() => (draft.officer, AuditAction::Respond),
        None => (draft.officer, AuditAction::Broadcast),
    };
    store::audit::note(ctx.tx, draft.unit, officer, action).await?;
    store::broadcasts::settle_times(ctx.tx, draft.id, times, second).await?;
    if running == Phase::Repeating {
        recurring::begin(ctx, draft).await?;
    } else {
        replace::replaced(ctx, draft, officer).await?;
        let asked = super::asked(ctx);
        store::recipients::materialise(ctx.tx, draft.id, asked).await?;
    }
    if let (Phase::Draft, Some(message)) = (from, tap.message) {
        store::broadcasts::set_card(ctx.tx, draft.id, message).await?;
    }
    ctx.answer_callback(tap, language, "toast-broadcast-begun")
        .await?;
    screens::refresh(ctx, draft.id).await?;
    flow(ctx).await
}

/// The second officer confirms or refuses.
pub(super) async fn second(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    found: &Broadcast,
    steps: Steps,
) -> Result {
    let language = caller.language;
    if found.officer == caller.user {
        return ctx.alert(tap, language, "toast-broadcast-own").await;
    }
    if found.version != steps.version {
        return ctx.alert(tap, language, "toast-broadcast-changed").await;
    }
    // To refuse takes no independence: it sends nothing.
    if steps.step == Step::Second
        && !officers::may_second(ctx, caller.user, found.officer, found.unit).await?
    {
        return ctx.alert(tap, language, "toast-broadcast-not-second").await;
    }
    if steps.step == Step::Refuse {
        let step = (Phase::Waiting, Phase::Cancelled);
        store::broadcasts::advance(ctx.tx, found.id, found.version, step).await?;
        store::broadcasts::end(ctx.tx, found.id, Phase::Cancelled).await?;
        store::audit::note(ctx.tx, found.unit, caller.user, AuditAction::GiveUp).await?;
        ctx.ack(tap).await?;
        screens::refresh(ctx, found.id).await?;
    } else {
        let asked = super::asked(ctx);
        let to = store::recipients::audience(ctx.tx, found.id, asked).await?;
        if let Some(refusal) = refusal::refusal(ctx, found, &to).await? {
            return ctx.alert(tap, language, refusal).await;
        }
        begin(ctx, tap, found, Phase::Waiting, Some(caller.user)).await?;
    }
    let card = screens::looked_at(ctx, language, found.id).await?;
    ctx.redraw(caller.user, tap, card).await
}

pub(super) async fn tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    found: &Broadcast,
    step: Step,
) -> Result {
    let language = caller.language;
    match step {
        Step::ResendFailed => return again(ctx, caller, tap, found, RecipientState::Failed).await,
        Step::ResendUnknown => {
            return again(ctx, caller, tap, found, RecipientState::Unknown).await;
        }
        Step::Ledger if found.ended_at.is_some() => {
            return super::ledger::send(ctx, caller, tap, found).await;
        }
        Step::AskUnsend => {
            ctx.ack(tap).await?;
            let screen = screens::ask_unsend(ctx, language, found);
            return ctx.redraw(caller.user, tap, screen).await;
        }
        _ => {}
    }
    let phases = moves(ctx, found, step);
    if let Some(change) = phases.iter().find(|(from, _)| *from == found.phase) {
        store::broadcasts::advance(ctx.tx, found.id, found.version, *change).await?;
        if stands(found.phase) {
            recurring::moved(ctx, caller, found, change.1).await?;
        } else if let Some(action) = action(step) {
            store::audit::note(ctx.tx, found.unit, caller.user, action).await?;
        }
        // At once, not with the next answered call.
        flow(ctx).await?;
        ctx.answer_callback(tap, language, said(step)).await?;
        screens::refresh(ctx, found.id).await?;
    } else if step == Step::Show {
        ctx.ack(tap).await?;
    } else {
        let late = step == Step::Second && urgent::has_lapsed(found);
        let key = match late {
            true => "toast-urgent-late",
            false => "toast-broadcast-before",
        };
        ctx.answer_callback(tap, language, key).await?;
    }
    if found.card.is_none() || found.card != tap.message || found.officer != caller.user {
        let card = screens::looked_at(ctx, language, found.id).await?;
        return ctx.redraw(caller.user, tap, card).await;
    }
    screens::refresh(ctx, found.id).await
}

/// From which phases a press leads where.
fn moves(ctx: &Ctx<'_>, found: &Broadcast, step: Step) -> &'static [(Phase, Phase)] {
    match step {
        Step::Pause => &[
            (Phase::Running, Phase::Paused),
            (Phase::Repeating, Phase::Resting),
        ],
        Step::Resume => &[
            (Phase::Paused, Phase::Running),
            (Phase::Resting, Phase::Repeating),
        ],
        Step::Cancel => &[
            (Phase::Repeating, Phase::Cancelled),
            (Phase::Resting, Phase::Cancelled),
            (Phase::Running, Phase::Cancelling),
            (Phase::Paused, Phase::Cancelling),
            (Phase::Waiting, Phase::Cancelling),
        ],
        Step::Unsend if may_unsend(ctx, found) => &[
            (Phase::Running, Phase::Unsending),
            (Phase::Paused, Phase::Unsending),
            (Phase::Cancelling, Phase::Unsending),
            (Phase::Cancelled, Phase::Unsending),
            (Phase::Done, Phase::Unsending),
        ],
        _ => &[],
    }
}

fn said(step: Step) -> &'static str {
    match step {
        Step::Pause => "toast-broadcast-held",
        Step::Resume => "toast-broadcast-goes-on",
        Step::Cancel => "toast-broadcast-cancelled",
        _ => "toast-broadcast-unsending",
    }
}

/// What members read of it in the log.
fn action(step: Step) -> Option<AuditAction> {
    match step {
        Step::Pause => Some(AuditAction::Hold),
        Step::Resume => Some(AuditAction::GoOn),
        Step::Cancel => Some(AuditAction::GiveUp),
        Step::Unsend => Some(AuditAction::TakeBack),
        _ => None,
    }
}

/// Sends the same words to recipients that ended in one state, as a broadcast of its own: the counts of the first
/// stay as they are.
async fn again(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    found: &Broadcast,
    ended: RecipientState,
) -> Result {
    let language = caller.language;
    if found.ended_at.is_none() || found.body.is_empty() || found.phase == Phase::Unsent {
        return ctx.no_button(tap, language).await;
    }
    let now = ctx.tx.now();
    let until = ctx.core.rules.cadence.usual_term(now);
    let user = caller.user;
    let Some(id) = store::broadcasts::again(ctx.tx, found.id, ended, user, until).await? else {
        return ctx
            .answer_callback(tap, language, "toast-broadcast-before")
            .await;
    };
    let asked = super::asked(ctx);
    store::recipients::materialise(ctx.tx, id, asked).await?;
    store::audit::note(ctx.tx, found.unit, user, AuditAction::Again).await?;
    ctx.answer_callback(tap, language, "toast-broadcast-begun")
        .await?;
    screens::refresh(ctx, found.id).await?;
    screens::refresh(ctx, id).await?;
    flow(ctx).await
}
