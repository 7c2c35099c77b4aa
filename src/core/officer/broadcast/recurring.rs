//! Recurring broadcasts: confirmed once, sent on their days, paused, changed, dropped.
//!
//! Knows when the next time is. Must not know how a broadcast goes.

use super::{asked, rhythm, screens, stands};
use crate::core::ctx::{Caller, Ctx};
use crate::store::audit::AuditAction;
use crate::store::broadcasts::{Broadcast, Phase, recurring};
use crate::store::{self, Result};

/// Starts a confirmed draft with a rhythm, in place of the one it was made from.
pub(super) async fn begin(ctx: &mut Ctx<'_>, draft: &Broadcast) -> Result {
    let now = ctx.tx.now();
    let next = rhythm(draft).and_then(|rhythm| rhythm.next(now));
    recurring::set_next(ctx.tx, draft.id, next).await?;
    let Some(replaced) = draft.replaces else {
        return Ok(());
    };
    let before = store::broadcasts::by_id(ctx.tx, replaced).await?;
    if let Some(before) = before.filter(|before| stands(before.phase)) {
        store::broadcasts::end(ctx.tx, before.id, Phase::Cancelled).await?;
        screens::refresh(ctx, before.id).await?;
    }
    Ok(())
}

/// Sends what is due. A time whose term has passed, because the bot was off, is left out.
pub(super) async fn remind(ctx: &mut Ctx<'_>) -> Result {
    let now = ctx.tx.now();
    for id in recurring::repeating(ctx.tx).await? {
        let Some(reminder) = store::broadcasts::by_id(ctx.tx, id).await? else {
            continue;
        };
        let next = rhythm(&reminder).and_then(|rhythm| rhythm.next(now));
        let planned = reminder.starts_at.unwrap_or(now);
        if planned > now && next.is_none_or(|next| planned <= next) {
            continue;
        }
        // Planned for later than the next time, it was when the clock ran ahead.
        let term = ctx.core.rules.cadence.usual_term(planned);
        if planned <= now && now < term {
            let sent = recurring::remind(ctx.tx, &reminder, (planned, term)).await?;
            if let Some(sent) = sent {
                let asked = asked(ctx);
                store::recipients::materialise(ctx.tx, sent, asked).await?;
                screens::refresh(ctx, sent).await?;
            }
        }
        recurring::set_next(ctx.tx, id, next).await?;
        screens::refresh(ctx, id).await?;
    }
    Ok(())
}

/// Leaves out every time that has come: the life that this database was copied from may have sent it.
pub(in crate::core) async fn skip_due(ctx: &mut Ctx<'_>) -> Result {
    let now = ctx.tx.now();
    for id in recurring::repeating(ctx.tx).await? {
        let Some(reminder) = store::broadcasts::by_id(ctx.tx, id).await? else {
            continue;
        };
        if reminder.starts_at.is_some_and(|planned| planned <= now) {
            let next = rhythm(&reminder).and_then(|rhythm| rhythm.next(now));
            recurring::set_next(ctx.tx, id, next).await?;
        }
    }
    Ok(())
}

/// A press on the reminder's card has moved it on.
pub(super) async fn moved(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    reminder: &Broadcast,
    to: Phase,
) -> Result {
    let now = ctx.tx.now();
    let action = match to {
        Phase::Repeating => {
            let next = rhythm(reminder).and_then(|rhythm| rhythm.next(now));
            recurring::set_next(ctx.tx, reminder.id, next).await?;
            AuditAction::RecurringWake
        }
        Phase::Resting => AuditAction::RecurringRest,
        _ => {
            store::broadcasts::end(ctx.tx, reminder.id, Phase::Cancelled).await?;
            AuditAction::RecurringDrop
        }
    };
    store::audit::note(ctx.tx, reminder.unit, caller.user, action).await
}
