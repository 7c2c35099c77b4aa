//! Why a broadcast cannot be sent as it is.
//!
//! Knows what is looked at before anything leaves. Must not know who asks.

use super::{replace, response, screens, urgent};
use crate::core::ctx::Ctx;
use crate::store::Result;
use crate::store::broadcasts::Broadcast;
use crate::store::recipients::Audience;

/// Why a draft cannot be sent as it is.
pub(super) async fn refusal(
    ctx: &mut Ctx<'_>,
    draft: &Broadcast,
    to: &Audience,
) -> Result<Option<&'static str>> {
    if let Some(refusal) = response::refusal(ctx, draft).await? {
        return Ok(Some(refusal));
    }
    if replace::is_late(ctx, draft).await? {
        return Ok(Some("toast-broadcast-late"));
    }
    let now = ctx.tx.now();
    let ends = screens::term(ctx, draft);
    let opens = ctx
        .core
        .rules
        .cadence
        .opening(draft.starts_at.unwrap_or(now).max(now));
    Ok(if draft.body.is_empty() {
        Some("toast-broadcast-empty")
    } else if to.people() + to.groups == 0 {
        Some("toast-broadcast-nobody")
    } else if draft.urgent {
        urgent::refusal(ctx, draft).await?
    } else if draft.starts_at.is_some_and(|at| at <= now) {
        Some("toast-broadcast-past")
    } else if draft.rhythm.is_some() {
        // A recurring one is looked at each time it is sent.
        None
    } else if opens.is_none_or(|(from, _)| from >= ends) || ends <= now {
        Some("toast-broadcast-never")
    } else {
        None
    })
}
