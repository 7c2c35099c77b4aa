//! How many recipients of a broadcast are in which state, as they may be told.
//!
//! Must not know what is said of them.

use crate::core::disclosure::floor;
use crate::core::turn::Turn;
use crate::store::broadcasts::Broadcast;
use crate::store::recipients::State;
use crate::store::{self, Fault};
use crate::types::BroadcastId;

/// How many are where.
pub(super) struct Counts {
    pub(super) rows: Vec<(State, String, i64)>,
}

impl Counts {
    pub(super) fn of(&self, state: State) -> i64 {
        self.rows
            .iter()
            .filter(|(known, ..)| *known == state)
            .map(|(.., people)| people)
            .sum()
    }

    pub(super) fn all(&self) -> i64 {
        self.rows.iter().map(|(.., people)| people).sum()
    }

    /// As they are told: those of a broadcast for who has not answered are figures of taking part, and rounded.
    pub(super) fn told(&self, broadcast: &Broadcast) -> Self {
        let told = |people: i64| match broadcast.round {
            Some(_) => floor::step(people),
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
        self.of(State::Queued) + self.of(State::Claimed)
    }
}

/// Those of a broadcast.
pub(super) async fn counts(turn: &mut Turn<'_>, id: BroadcastId) -> Result<Counts, Fault> {
    let rows = store::recipients::tallies(turn.tx, id).await?;
    Ok(Counts { rows })
}
