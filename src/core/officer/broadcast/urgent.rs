//! Urgent broadcasts: at any hour and on any day, at once, after a second officer has agreed; not while everything is held.
//!
//! Knows how one is marked, until when somebody may agree, and that a unit sends one a day. Must not know who agrees.

use chrono::{DateTime, TimeDelta, Utc};

use super::{body, draft, screens};
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::outgoing::Purpose;
use crate::store::broadcasts::{Broadcast, Phase};
use crate::store::{self, StoreError};
use crate::types::Language;

/// Until then somebody may agree, and it is sent: what is older is not urgent any more.
const HOURS: i64 = 6;

/// Marks the draft, or takes the mark away. What is urgent goes at once, once, to everybody.
pub(super) async fn toggle(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    draft: Broadcast,
) -> Result<(), StoreError> {
    let id = draft.id;
    let marked = match draft.urgent {
        true => Broadcast {
            urgent: false,
            ..draft
        },
        false => Broadcast {
            urgent: true,
            starts_at: None,
            expires_at: None,
            rhythm: None,
            round: None,
            ..draft
        },
    };
    if !body::Sender::of(ctx, &marked).await?.fits(&marked.body) {
        return ctx.alert(tap, caller.language, "toast-urgent-long").await;
    }
    store::dialogs::close_broadcast(ctx.tx, id).await?;
    store::broadcasts::change(ctx.tx, &marked).await?;
    ctx.ack(tap).await?;
    draft::preview(ctx, caller, id).await
}

/// Until when a draft may be agreed to and sent.
pub(super) fn term(ctx: &Ctx<'_>) -> DateTime<Utc> {
    ctx.tx.now() + TimeDelta::hours(HOURS)
}

/// Notes that it waits for a second officer from now on.
pub(super) async fn waits(ctx: &mut Ctx<'_>, draft: &Broadcast) -> Result<(), StoreError> {
    let expires_at = Some(term(ctx));
    let draft = Broadcast {
        expires_at,
        ..draft.clone()
    };
    store::broadcasts::urgent::set_term(ctx.tx, &draft).await
}

/// Why it cannot be sent as it is.
pub(super) async fn refusal(
    ctx: &mut Ctx<'_>,
    draft: &Broadcast,
) -> Result<Option<&'static str>, StoreError> {
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

/// Ends those to which nobody has agreed in time, and tells their officers.
pub(super) async fn lapse(ctx: &mut Ctx<'_>) -> Result<(), StoreError> {
    for id in store::broadcasts::urgent::lapsed(ctx.tx).await? {
        store::broadcasts::end(ctx.tx, id, Phase::Cancelled).await?;
        screens::refresh(ctx, id).await?;
        let Some(found) = store::broadcasts::by_id(ctx.tx, id).await? else {
            continue;
        };
        let language = officers::language(ctx, found.officer).await?;
        let args = [("number", id.0.into())];
        let told = Screen {
            text: ctx.html(language, "urgent-lapsed", &args),
            keyboard: vec![vec![screens::numbered(ctx, language, &found)]],
        };
        ctx.send(found.officer, told, Purpose::Plain).await?;
    }
    Ok(())
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
