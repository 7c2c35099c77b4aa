//! How many recipients of a broadcast are in which state, as far as that may be shown.
//!
//! Must not know wording.

use crate::core::ctx::Ctx;
use crate::core::disclosure::threshold;
use crate::outgoing::Reason;
use crate::store::broadcasts::Broadcast;
use crate::store::recipients::RecipientState;
use crate::store::{self, StoreError};
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

    /// As they are shown: a broadcast to those who have not answered counts participation, so its numbers are
    /// rounded.
    pub(super) fn told(&self, broadcast: &Broadcast) -> Self {
        let told = |people: i64| match broadcast.round {
            Some(_) => threshold::step(people),
            None => people,
        };
        let rows = self.rows.iter();
        Self {
            rows: rows
                .map(|(state, reason, people)| (*state, reason.clone(), told(*people)))
                .filter(|(.., people)| *people > 0)
                .collect(),
        }
    }

    pub(super) fn left(&self) -> i64 {
        self.of(RecipientState::Queued) + self.of(RecipientState::Claimed)
    }
}

/// Those of a broadcast.
pub(super) async fn counts(
    ctx: &mut Ctx<'_>,
    id: BroadcastId,
) -> Result<RecipientCounts, StoreError> {
    let rows = store::recipients::tallies(ctx.tx, id).await?;
    Ok(RecipientCounts { rows })
}
