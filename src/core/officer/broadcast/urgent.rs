//! Urgent broadcasts: at any hour and on any day, at once, after a second officer has agreed; not while everything is held.
//!
//! Knows until when somebody may agree, and that a unit sends one a day. Must not know who agrees, nor how it is shown.

use chrono::{DateTime, TimeDelta, Utc};

use crate::core::ctx::Ctx;
use crate::store::broadcasts::{Broadcast, Phase};
use crate::store::{self, Result};
use crate::types::Language;

/// Until then somebody may agree, and it is sent: what is older is not urgent any more.
const HOURS: i64 = 6;

/// Until when a draft may be agreed to and sent.
pub(super) fn term(ctx: &Ctx<'_>) -> DateTime<Utc> {
    ctx.tx.now() + TimeDelta::hours(HOURS)
}

/// Notes that it waits for a second officer from now on.
pub(super) async fn waits(ctx: &mut Ctx<'_>, draft: &Broadcast) -> Result {
    let expires_at = Some(term(ctx));
    let draft = Broadcast {
        expires_at,
        ..draft.clone()
    };
    store::broadcasts::urgent::set_term(ctx.tx, &draft).await
}

/// Why it cannot be sent as it is.
pub(super) async fn refusal(ctx: &mut Ctx<'_>, draft: &Broadcast) -> Result<Option<&'static str>> {
    if draft.expires_at.is_some_and(|at| at <= ctx.tx.now()) {
        return Ok(Some("toast-urgent-late"));
    }
    let before = store::broadcasts::urgent::was_today(ctx.tx, draft.unit).await?;
    Ok(before.then_some("toast-urgent-before"))
}

/// Whether it ended because nobody had agreed to it in time.
pub(super) fn has_lapsed(broadcast: &Broadcast) -> bool {
    let late = broadcast.ended_at.zip(broadcast.expires_at);
    let cancelled = broadcast.phase == Phase::Cancelled;
    // One that was agreed to has a start.
    let waited = broadcast.urgent && broadcast.starts_at.is_none();
    cancelled && waited && late.is_some_and(|(ended, term)| ended >= term)
}

/// When it begins, when it is done, and until when somebody may agree.
pub(super) fn times(
    ctx: &Ctx<'_>,
    language: Language,
    draft: &Broadcast,
    takes: TimeDelta,
) -> Vec<String> {
    let ends = draft.expires_at.unwrap_or_else(|| term(ctx));
    let told = |key: &str, at| {
        let time = ctx.dated(language, at);
        ctx.html(language, key, &[("time", time.into())])
    };
    let mut lines = vec![
        ctx.html(language, "urgent-starts", &[]),
        told("urgent-until", ends),
    ];
    let done = ctx.tx.now() + takes;
    if done > ends {
        lines.insert(1, ctx.html(language, "broadcast-cut", &[]));
    }
    lines
}
