//! Broadcasts: what officers send to their units, exactly once, and can stop.
//!
//! Knows how a draft becomes a broadcast and how that goes. Must not know how calls are made, nor
//! what an outcome does to the ledger.

mod answer;
mod body;
mod coming;
mod draft;
mod flow;
mod ledger;
mod list;
mod live;
mod pause_all;
mod recurring;
mod refusal;
mod replace;
mod response;
mod screens;
mod second;
mod urgent;

pub(in crate::core) use answer::{respond, result, write};
pub(in crate::core) use draft::{open, wrote};
pub(in crate::core) use flow::{flow, next, tick};
pub(in crate::core) use list::{list, turn};
pub(in crate::core) use pause_all::{pause_all, resume};
pub(in crate::core) use recurring::skip_due;

use chrono::{DateTime, TimeDelta, Utc};

use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Tap};
use crate::event::{ConsentPart, Step, Steps};
use crate::schedule::Rhythm;
use crate::store::broadcasts::{Broadcast, Phase};
use crate::store::recipients::ConsentHashes;
use crate::store::{self, Result};

/// So long after sending the messenger still deletes a message.
const UNSEND_HOURS: i64 = 48;

/// A button under a draft or a card, for officers who may act for the unit.
pub(in crate::core) async fn tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    steps: Steps,
) -> Result {
    let Some(found) = store::broadcasts::by_id(ctx.tx, steps.broadcast).await? else {
        return ctx.no_button(tap, caller.language).await;
    };
    if steps.step == Step::Saw {
        return body::saw(ctx, caller, tap, &found).await;
    }
    if !officers::may(ctx, caller.user, found.unit).await? {
        return ctx
            .answer_callback(tap, caller.language, "toast-not-yours")
            .await;
    }
    let own = found.officer == caller.user;
    match (steps.step, found.phase) {
        (Step::Edit, phase) if stands(phase) => draft::edit(ctx, caller, tap, &found).await,
        (Step::Edit, _) if coming::may_be_replaced(ctx, &found).await? => {
            draft::edit(ctx, caller, tap, &found).await
        }
        (Step::Reuse, _) if may_reuse(&found) => draft::reuse(ctx, caller, tap, &found).await,
        (Step::Second | Step::Refuse, Phase::Waiting) => {
            live::second(ctx, caller, tap, &found, steps).await
        }
        (step, Phase::Draft) if own => draft::tapped(ctx, caller, tap, found, steps, step).await,
        (step, phase) if phase != Phase::Draft => {
            live::tapped(ctx, caller, tap, &found, step).await
        }
        _ => ctx.no_button(tap, caller.language).await,
    }
}

/// On which days a reminder is sent; `None` if it is none.
fn rhythm(broadcast: &Broadcast) -> Option<Rhythm> {
    Rhythm::heard(broadcast.rhythm.as_deref()?)
}

/// Whether it is a reminder that has not ended.
fn stands(phase: Phase) -> bool {
    matches!(phase, Phase::Repeating | Phase::Resting)
}

/// Whether its words may be sent once more as a broadcast of their own: a response answers one check-in only.
fn may_reuse(found: &Broadcast) -> bool {
    let confirmed = !matches!(found.phase, Phase::Draft | Phase::Waiting);
    confirmed && !found.body.is_empty() && found.answers.is_none() && !stands(found.phase)
}

/// Whether the messenger would still delete its messages.
fn may_unsend(ctx: &Ctx<'_>, found: &Broadcast) -> bool {
    let last: DateTime<Utc> = found.ended_at.unwrap_or(ctx.tx.now());
    ctx.tx.now() < last + TimeDelta::hours(UNSEND_HOURS)
}

fn asked<'a>(ctx: &Ctx<'a>) -> ConsentHashes<'a> {
    ConsentHashes {
        account: ctx.core.proof(ConsentPart::Account),
        abroad: ctx.core.proof(ConsentPart::Abroad),
    }
}
