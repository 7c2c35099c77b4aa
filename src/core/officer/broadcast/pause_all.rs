//! `/pauseall` and `/resumeall`: days on which nothing but answers is sent.
//!
//! Owners only. What waits is held; what expires meanwhile is recorded and not sent.

use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx};
use crate::store::audit::{AuditAction, Changed, Office};
use crate::store::{self, Result};

pub(in crate::core) async fn pause_all(ctx: &mut Ctx<'_>, caller: &Caller) -> Result {
    if !officers::owns(ctx, caller.user) {
        return ctx.say(caller, "owner-only", &[]).await;
    }
    let begun = store::pause_all::begin(ctx.tx, caller.user).await?;
    super::flow(ctx).await?;
    if begun {
        note(ctx, caller, AuditAction::PauseAll).await?;
    }
    let key = if begun {
        "pause-all"
    } else {
        "pause-all-before"
    };
    ctx.say(caller, key, &[]).await
}

/// `/resumeall`.
pub(in crate::core) async fn resume(ctx: &mut Ctx<'_>, caller: &Caller) -> Result {
    if !officers::owns(ctx, caller.user) {
        return ctx.say(caller, "owner-only", &[]).await;
    }
    let ended = store::pause_all::end(ctx.tx).await?;
    super::flow(ctx).await?;
    if ended {
        note(ctx, caller, AuditAction::ResumeAll).await?;
    }
    let key = if ended {
        "pause-all-over"
    } else {
        "pause-all-none"
    };
    ctx.say(caller, key, &[]).await
}

/// In the audit of every unit.
async fn note(ctx: &mut Ctx<'_>, caller: &Caller, action: AuditAction) -> Result {
    let by = (Some(caller.user), Office::Owner);
    store::audit::note_in(ctx.tx, None, by, action, &Changed::default()).await
}
