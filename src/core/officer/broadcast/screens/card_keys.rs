//! The buttons of a confirmed broadcast's card.
//!
//! Knows which make sense when. Must not know what they do.

use super::counts::RecipientCounts;
use super::{key, steps};
use crate::core::ctx::Ctx;
use crate::core::officer::broadcast::{coming, may_reuse, may_unsend};
use crate::event::Step;
use crate::outgoing::Keyboard;
use crate::store::broadcasts::{Broadcast, Phase};
use crate::store::recipients::RecipientState;
use crate::store::{self, Result};
use crate::types::Language;

pub(super) async fn keys(
    ctx: &mut Ctx<'_>,
    language: Language,
    broadcast: &Broadcast,
    counts: &RecipientCounts,
) -> Result<Keyboard> {
    let mut wanted = Vec::new();
    if coming::may_be_replaced(ctx, broadcast).await? {
        wanted.push(("button-edit-coming", Step::Edit));
    }
    match broadcast.phase {
        Phase::Running => wanted.extend([
            ("button-hold", Step::Pause),
            ("button-cancel", Step::Cancel),
        ]),
        Phase::Paused => wanted.extend([
            ("button-go-on", Step::Resume),
            ("button-cancel", Step::Cancel),
        ]),
        Phase::Waiting => wanted.push(("button-cancel", Step::Cancel)),
        Phase::Repeating => wanted.extend([
            ("button-rest", Step::Pause),
            ("button-edit", Step::Edit),
            ("button-drop", Step::Cancel),
        ]),
        Phase::Resting => wanted.extend([
            ("button-wake", Step::Resume),
            ("button-edit", Step::Edit),
            ("button-drop", Step::Cancel),
        ]),
        _ => {}
    }
    let settled = matches!(
        broadcast.phase,
        Phase::Waiting | Phase::Unsending | Phase::Unsent
    ) || broadcast.rhythm.is_some();
    // Offered while it runs, even if the counts, some seconds old, show nobody yet.
    let sent = counts.of(RecipientState::Sent) > 0 || broadcast.ended_at.is_none();
    if sent && !settled && may_unsend(ctx, broadcast) {
        wanted.push(("button-unsend", Step::AskUnsend));
    }
    if matches!(broadcast.phase, Phase::Done | Phase::Cancelled) && !broadcast.body.is_empty() {
        for (state, label, step) in [
            (
                RecipientState::Failed,
                "button-resend-failed",
                Step::ResendFailed,
            ),
            (
                RecipientState::Unknown,
                "button-resend-unknown",
                Step::ResendUnknown,
            ),
        ] {
            let free = store::broadcasts::repeat_of(ctx.tx, broadcast.id, state).await?;
            if counts.of(state) > 0 && free.is_none() {
                wanted.push((label, step));
            }
        }
    }
    let tabled = broadcast.round.is_none() && counts.all() > 0;
    if broadcast.ended_at.is_some() && !broadcast.body.is_empty() && tabled {
        wanted.push(("button-ledger", Step::Ledger));
    }
    if may_reuse(broadcast) {
        wanted.push(("button-reuse", Step::Reuse));
    }
    let row = |(label, step)| vec![key(ctx, language, label, steps(broadcast, step))];
    Ok(wanted.into_iter().map(row).collect())
}
