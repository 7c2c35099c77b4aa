//! What is confirmed and has not left: until when it waits, and whether a draft may take its place.
//!
//! Knows hours and states. Must not know how it is shown, nor what takes its place.

use chrono::{DateTime, Utc};

use crate::core::ctx::Ctx;
use crate::store::broadcasts::{Broadcast, Phase};
use crate::store::recipients::RecipientState;
use crate::store::{self, Result};

/// When the hours begin in which it may go, if that is later than now.
pub(super) fn waits_until(ctx: &Ctx<'_>, broadcast: &Broadcast) -> Option<DateTime<Utc>> {
    if broadcast.urgent {
        return None;
    }
    let now = ctx.tx.now();
    let starts = broadcast.starts_at.unwrap_or(now);
    let opens = ctx.core.rules.cadence.opening(now.max(starts))?;
    Some(opens.0.max(starts)).filter(|from| *from > now)
}

/// Whether a draft may still take its place: it was confirmed, and nothing of it has left.
pub(super) async fn may_be_replaced(ctx: &mut Ctx<'_>, found: &Broadcast) -> Result<bool> {
    let plain = found.answers.is_none() && found.origin.is_none() && found.reminder.is_none();
    let coming = match found.phase {
        Phase::Running => waits_until(ctx, found).is_some(),
        Phase::Paused => true,
        _ => false,
    };
    if !plain || !coming || found.body.is_empty() {
        return Ok(false);
    }
    let tallies = store::recipients::tallies(ctx.tx, found.id).await?;
    let waits = |state: &RecipientState| *state == RecipientState::Queued;
    Ok(tallies
        .iter()
        .all(|(state, _, people)| waits(state) || *people == 0))
}
