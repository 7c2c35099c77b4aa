//! How many recipients of a broadcast are in which state.
//!
//! Must not know wording.

use crate::core::ctx::Ctx;
use crate::outgoing::Reason;
use crate::store::recipients::RecipientState;
use crate::store::{self, Result};
use crate::types::BroadcastId;

/// How many are where.
pub(super) struct RecipientCounts {
    pub(super) rows: Vec<(RecipientState, Option<Reason>, i64)>,
}

impl RecipientCounts {
    pub(super) fn of(&self, state: RecipientState) -> i64 {
        self.rows
            .iter()
            .filter(|(known, ..)| *known == state)
            .map(|(.., people)| people)
            .sum()
    }

    pub(super) fn all(&self) -> i64 {
        self.rows.iter().map(|(.., people)| people).sum()
    }

    pub(super) fn left(&self) -> i64 {
        self.of(RecipientState::Queued) + self.of(RecipientState::Claimed)
    }
}

/// Those of a broadcast.
pub(super) async fn counts(ctx: &mut Ctx<'_>, id: BroadcastId) -> Result<RecipientCounts> {
    let rows = store::recipients::tallies(ctx.tx, id).await?;
    Ok(RecipientCounts { rows })
}
