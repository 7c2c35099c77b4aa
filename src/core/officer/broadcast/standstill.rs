//! `/pauseall` and `/resumeall`: days on which nothing but answers is sent.
//!
//! Owners only. What waits is held; what expires meanwhile is recorded and not sent.

use crate::core::access::officers;
use crate::core::turn::{Turn, Visitor};
use crate::store::audit::{Deed, Office};
use crate::store::{self, Fault};

/// `/pauseall`.
pub(in crate::core) async fn stand_still(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
) -> Result<(), Fault> {
    if !officers::owns(turn, visitor.user) {
        return turn.say(visitor, "owner-only", &[]).await;
    }
    let begun = store::standstill::stand_still(turn.tx, visitor.user).await?;
    super::flow(turn).await?;
    if begun {
        note(turn, visitor, Deed::StandStill).await?;
    }
    let key = if begun {
        "standstill"
    } else {
        "standstill-before"
    };
    turn.say(visitor, key, &[]).await
}

/// `/resumeall`.
pub(in crate::core) async fn go_on(turn: &mut Turn<'_>, visitor: &Visitor) -> Result<(), Fault> {
    if !officers::owns(turn, visitor.user) {
        return turn.say(visitor, "owner-only", &[]).await;
    }
    let ended = store::standstill::go_on(turn.tx).await?;
    super::flow(turn).await?;
    if ended {
        note(turn, visitor, Deed::StandStillOver).await?;
    }
    let key = if ended {
        "standstill-over"
    } else {
        "standstill-none"
    };
    turn.say(visitor, key, &[]).await
}

/// It concerns every unit.
async fn note(turn: &mut Turn<'_>, visitor: &Visitor, deed: Deed) -> Result<(), Fault> {
    store::audit::note_in(turn.tx, None, Some(visitor.user), Office::Owner, deed).await
}
