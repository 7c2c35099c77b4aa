//! What is yet to be sent, and the draft that takes its place once it is confirmed.
//!
//! Knows until when that is possible. Must not know how the draft is written.

use super::{coming, screens};
use crate::core::ctx::Ctx;
use crate::store::audit::AuditAction;
use crate::store::broadcasts::{Broadcast, Phase};
use crate::store::{self, Result};
use crate::types::UserId;

/// Whether the draft comes too late for what it was to take the place of.
pub(super) async fn is_late(ctx: &mut Ctx<'_>, draft: &Broadcast) -> Result<bool> {
    let (None, Some(before)) = (&draft.rhythm, draft.replaces) else {
        return Ok(false);
    };
    match store::broadcasts::by_id(ctx.tx, before).await? {
        // Given up by hand meanwhile, it is in nobody's way.
        Some(Broadcast {
            phase: Phase::Cancelling | Phase::Cancelled,
            ..
        }) => Ok(false),
        Some(before) => Ok(!coming::may_be_replaced(ctx, &before).await?),
        None => Ok(false),
    }
}

/// Gives up what the draft takes the place of, in the transaction in which that is confirmed.
pub(super) async fn replaced(ctx: &mut Ctx<'_>, draft: &Broadcast, officer: UserId) -> Result {
    let Some(before) = draft.replaces.filter(|_| draft.rhythm.is_none()) else {
        return Ok(());
    };
    let Some(before) = store::broadcasts::by_id(ctx.tx, before).await? else {
        return Ok(());
    };
    let step = (before.phase, Phase::Cancelling);
    if matches!(before.phase, Phase::Running | Phase::Paused)
        && store::broadcasts::advance(ctx.tx, before.id, before.version, step).await?
    {
        store::audit::note(ctx.tx, before.unit, officer, AuditAction::GiveUp).await?;
        screens::refresh(ctx, before.id).await?;
    }
    Ok(())
}
