//! Discussion cards: one for each criterion, ten minutes of a unit's monthly meeting.
//!
//! Knows which card is meant. Must not know who may ask: a card holds nothing but content.

use crate::core::ctx::{Ctx, Screen};
use crate::store::{self, Result};
use crate::types::{CriterionId, Language};

/// The card of the criterion that is named, or of this week's if none is; help if the words mean no criterion.
pub(in crate::core) async fn card(
    ctx: &mut Ctx<'_>,
    language: Language,
    wanted: &str,
) -> Result<Screen> {
    let id = if wanted.is_empty() {
        let round = store::rounds::current(ctx.tx).await?;
        round.map(|round| round.criterion)
    } else {
        numbered(wanted)
    };
    Ok(match id {
        Some(id) => ctx.renderer(language).card(ctx.core.campaign.criterion(id)),
        None => Screen::words(ctx.html(language, "card-which", &[])),
    })
}

/// `3.2`, or `3,2` as decimals are written in Vietnam.
fn numbered(wanted: &str) -> Option<CriterionId> {
    wanted.replace(',', ".").parse().ok()
}
