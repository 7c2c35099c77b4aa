//! `/pauseall` and `/resumeall`: days on which nothing but answers is sent.
//!
//! Owners only. What waits is held; what expires meanwhile is recorded and not sent.

use crate::core::officers;
use crate::core::turn::{Turn, Visitor};
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
    let key = if ended {
        "standstill-over"
    } else {
        "standstill-none"
    };
    turn.say(visitor, key, &[]).await
}
