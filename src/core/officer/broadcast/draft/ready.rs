//! Words that are ready for a day kept every year: offered while nothing is written yet.
//!
//! Knows when they are offered. Must not know what they say.

use super::written::take_text;
use crate::campaign::Observance;
use crate::core::ctx::{Caller, Ctx, Tap};
use crate::event::MessagePart;
use crate::store::Result;
use crate::store::broadcasts::Broadcast;
use crate::text::escape;

/// Days before it on which they are offered.
const READY_DAYS: u64 = 21;

/// The day that is kept soon and has words ready, while nothing is written yet.
pub(super) fn day<'c>(ctx: &Ctx<'c>, draft: &Broadcast) -> Option<&'c Observance> {
    let mut days = ctx.core.campaign.observances().iter();
    let near = days.find(|day| day.is_near(ctx.tx.today(), READY_DAYS));
    near.filter(|_| draft.body.is_empty() && draft.answers.is_none())
}

/// Takes those words; the officer changes them as they like.
pub(super) async fn take(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    draft: Broadcast,
) -> Result {
    let Some(near) = day(ctx, &draft) else {
        return ctx.no_button(tap, caller.language).await;
    };
    ctx.ack(tap).await?;
    let words = escape(&ctx.core.texts.addressed(&near.broadcast));
    take_text(ctx, caller, draft, &MessagePart::Words(words)).await
}
