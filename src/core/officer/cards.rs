//! Discussion cards: one for each criterion, ten minutes of a unit's monthly meeting.
//!
//! Knows which card is meant. Must not know who may ask: a card holds nothing but content.

use crate::core::turn::{Screen, Turn};
use crate::store::{self, Fault};
use crate::types::{CriterionId, Language};

/// The card of the criterion that is named, else of this week's; a word of help if it cannot be told which.
pub(in crate::core) async fn card(
    turn: &mut Turn<'_>,
    language: Language,
    wanted: &str,
) -> Result<Screen, Fault> {
    let id = if wanted.is_empty() {
        let round = store::rounds::current(turn.tx).await?;
        round.map(|round| round.criterion)
    } else {
        numbered(wanted)
    };
    Ok(match id {
        Some(id) => turn.pen(language).card(turn.core.campaign.criterion(id)),
        None => Screen::words(turn.html(language, "card-which", &[])),
    })
}

/// `3.2`, or `3,2` as decimals are written in Vietnam.
fn numbered(wanted: &str) -> Option<CriterionId> {
    wanted.replace(',', ".").parse().ok()
}
