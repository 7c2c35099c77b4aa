//! The confirmation: what is checked once more before anything leaves, and the second officer.
//!
//! Knows when a second officer is needed. Must not know how it goes afterwards.

use super::{copy, found, show};
use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Tap};
use crate::core::officer::broadcast::refusal::refusal;
use crate::core::officer::broadcast::{asked, live, replace, screens, second, urgent};
use crate::event::Steps;
use crate::outgoing::Purpose;
use crate::store::audit::AuditAction;
use crate::store::broadcasts::{Broadcast, Phase};
use crate::store::{self, Result};
use crate::types::Language;

pub(super) async fn confirm(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    draft: Broadcast,
    steps: Steps,
) -> Result {
    let language = caller.language;
    if draft.version != steps.version {
        ctx.alert(tap, language, "toast-broadcast-changed").await?;
        return show(ctx, caller, tap, draft.id).await;
    }
    if replace::is_late(ctx, &draft).await? {
        // It goes on as a broadcast of its own, once that was seen.
        ctx.alert(tap, language, "toast-broadcast-late").await?;
        let (id, replaces) = (draft.id, None);
        store::broadcasts::change(ctx.tx, &Broadcast { replaces, ..draft }).await?;
        return show(ctx, caller, tap, id).await;
    }
    let asked = asked(ctx);
    let to = store::recipients::audience(ctx.tx, draft.id, asked).await?;
    if let Some(refusal) = refusal(ctx, &draft, &to).await? {
        return ctx.alert(tap, language, refusal).await;
    }
    if !second::is_needed(ctx, &draft, &to) {
        return live::begin(ctx, tap, &draft, Phase::Draft, None).await;
    }
    if let Some(refusal) = second::refusal(ctx, &draft, &to).await? {
        return ctx.alert(tap, language, refusal).await;
    }
    let seconds = officers::seconds(ctx, caller.user, draft.unit).await?;
    let step = (Phase::Draft, Phase::Waiting);
    if !store::broadcasts::advance(ctx.tx, draft.id, draft.version, step).await? {
        return ctx
            .answer_callback(tap, language, "toast-broadcast-before")
            .await;
    }
    let action = match draft.answers {
        Some(_) => AuditAction::Respond,
        None if draft.urgent => AuditAction::Urgent,
        None => AuditAction::Broadcast,
    };
    if draft.urgent {
        urgent::waits(ctx, &draft).await?;
    }
    store::audit::note(ctx.tx, draft.unit, caller.user, action).await?;
    ctx.answer_callback(tap, language, "toast-broadcast-waiting")
        .await?;
    if let Some(message) = tap.message {
        store::broadcasts::set_card(ctx.tx, draft.id, message).await?;
    }
    screens::refresh(ctx, draft.id).await?;
    let waiting = found(ctx, draft.id).await?;
    for officer in seconds.users {
        let member = store::members::by_user(ctx.tx, officer).await?;
        let second = Caller {
            user: officer,
            language: member.map_or(Language::Vi, |member| member.language),
            member,
        };
        copy(ctx, &second, &waiting).await?;
        let card = screens::for_second(ctx, second.language, &waiting, &to).await?;
        ctx.send(officer, card, Purpose::Plain).await?;
    }
    Ok(())
}
