//! What officers' buttons ask for when they commend somebody.
//!
//! Knows how it is written. Must not know who may ask for what: anyone can forge any of this.

use super::data::buttons;
use crate::types::{CommendationDraftId, MemberId, UnitId};

buttons! {
    /// A button about a commendation.
    pub enum Commend {
        /// Draw some of those who may be commended in this unit's name.
        Draw(unit: UnitId) = "draw",
        /// Commend this one.
        Choose(unit: UnitId, member: MemberId) = "choose",
        /// Write the reason again.
        Rewrite(draft: CommendationDraftId) = "rewrite",
        /// Post this version of it.
        Post(draft: CommendationDraftId, version: i64) = "post",
        /// Discard it.
        Drop(draft: CommendationDraftId) = "drop",
    }
}
