//! Broadcasts: what officers send to their units, exactly once, and can stop.
//!
//! Knows how a draft becomes a broadcast and how that goes. Must not know how calls are made, nor
//! what an outcome does to the ledger.

mod answer;
mod body;
mod draft;
mod flow;
mod ledger;
mod live;
mod refusal;
mod reminders;
mod response;
mod screens;
mod standstill;

pub(in crate::core) use answer::{respond, result, write};
pub(in crate::core) use draft::{open, wrote};
pub(in crate::core) use flow::{flow, next, tick};
pub(in crate::core) use live::list;
pub(in crate::core) use standstill::{go_on, stand_still};

use chrono::{DateTime, TimeDelta, Utc};

use crate::core::access::officers;
use crate::core::turn::{Tap, Turn, Visitor};
use crate::event::{Part, Step, Steps};
use crate::schedule::Rhythm;
use crate::store::broadcasts::{Broadcast, Phase};
use crate::store::recipients::{Asked, Audience};
use crate::store::{self, Fault};
use crate::types::Language;

/// The messenger takes messages back for so long.
const UNSEND_HOURS: i64 = 48;

/// A button under a draft or a card: only for who may act for the unit.
pub(in crate::core) async fn tapped(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    steps: Steps,
) -> Result<(), Fault> {
    let Some(found) = store::broadcasts::by_id(turn.tx, steps.broadcast).await? else {
        return turn.toast(tap, visitor.language, "toast-no-button").await;
    };
    if steps.step == Step::Saw {
        return body::saw(turn, visitor, tap, &found).await;
    }
    if !officers::may(turn, visitor.user, found.unit).await? {
        return turn.toast(tap, visitor.language, "toast-not-yours").await;
    }
    let own = found.officer == visitor.user;
    match (steps.step, found.phase) {
        (Step::Edit, phase) if stands(phase) => draft::edit(turn, visitor, tap, &found).await,
        (Step::Second | Step::Refuse, Phase::Waiting) => {
            live::second(turn, visitor, tap, &found, steps).await
        }
        (step, Phase::Draft) if own => draft::tapped(turn, visitor, tap, found, steps, step).await,
        (step, phase) if phase != Phase::Draft => {
            live::tapped(turn, visitor, tap, &found, step).await
        }
        _ => turn.toast(tap, visitor.language, "toast-no-button").await,
    }
}

/// On which days a reminder is sent; `None` if it is none.
fn rhythm(broadcast: &Broadcast) -> Option<Rhythm> {
    Rhythm::heard(broadcast.rhythm.as_deref()?)
}

/// Whether it is a reminder that is not over.
fn stands(phase: Phase) -> bool {
    matches!(phase, Phase::Repeating | Phase::Resting)
}

/// Whether the messenger would still take its messages back.
fn may_unsend(turn: &Turn<'_>, found: &Broadcast) -> bool {
    let last: DateTime<Utc> = found.ended_at.unwrap_or(turn.tx.now());
    turn.tx.now() < last + TimeDelta::hours(UNSEND_HOURS)
}

/// Whether a count of those who have not answered tells nothing about a single person.
fn tells_nothing(to: &Audience, floor: i64) -> bool {
    let enough = |people| people == 0 || people >= floor;
    to.members >= floor && enough(to.answered)
}

/// The consents without which nobody is written to.
fn asked<'a>(turn: &Turn<'a>) -> Asked<'a> {
    Asked {
        account: turn.core.proof(Part::Account),
        abroad: turn.core.proof(Part::Abroad),
    }
}

/// What the officer of a broadcast reads.
async fn language_of(turn: &mut Turn<'_>, broadcast: &Broadcast) -> Result<Language, Fault> {
    let member = store::members::by_user(turn.tx, broadcast.officer).await?;
    Ok(member.map_or(Language::Vi, |member| member.language))
}

#[cfg(test)]
mod tests;
