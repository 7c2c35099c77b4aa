//! The mark of what is urgent, on a draft.
//!
//! Knows what it excludes, and that people read of it. Must not know who agrees, nor when it goes.

use super::{body, preview};
use crate::core::ctx::{Caller, Ctx, Tap};
use crate::store::broadcasts::Broadcast;
use crate::store::{self, Result};

/// Marks the draft, or takes the mark away. What is urgent goes at once, once, to everybody.
pub(super) async fn toggle(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    draft: Broadcast,
) -> Result {
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
    preview(ctx, caller, id).await
}
