//! What officers' buttons ask for when they commend somebody.
//!
//! Knows how it is written. Must not know who may ask for what: anyone can forge any of this.

use crate::types::{CommendationDraftId, MemberId, UnitId};

/// A button about a commendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Commend {
    /// Draw some of those who may be commended in this unit's name.
    Draw(UnitId),
    /// Commend this one.
    Choose(UnitId, MemberId),
    /// Write the reason again.
    Rewrite(CommendationDraftId),
    /// Post this version of it.
    Post(CommendationDraftId, i64),
    /// Discard it.
    Drop(CommendationDraftId),
}

impl Commend {
    pub(super) fn data(self) -> String {
        match self {
            Self::Draw(unit) => format!("draw:{}", unit.0),
            Self::Choose(unit, member) => format!("choose:{}:{}", unit.0, member.0),
            Self::Rewrite(draft) => format!("rewrite:{}", draft.0),
            Self::Post(draft, version) => format!("post:{}:{version}", draft.0),
            Self::Drop(draft) => format!("drop:{}", draft.0),
        }
    }

    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let number = |text: &str| text.parse::<i64>().ok();
        let draft = |text: &str| number(text).map(CommendationDraftId);
        Some(match parts {
            ["draw", unit] => Self::Draw(UnitId(number(unit)?)),
            ["choose", unit, member] => {
                Self::Choose(UnitId(number(unit)?), MemberId(number(member)?))
            }
            ["rewrite", id] => Self::Rewrite(draft(id)?),
            ["post", id, version] => Self::Post(draft(id)?, number(version)?),
            ["drop", id] => Self::Drop(draft(id)?),
            _ => return None,
        })
    }

    #[cfg(test)]
    pub(super) fn samples() -> Vec<Self> {
        let (unit, draft) = (UnitId(i64::MAX), CommendationDraftId(i64::MAX));
        vec![
            Self::Draw(unit),
            Self::Choose(unit, MemberId(i64::MAX)),
            Self::Rewrite(draft),
            Self::Post(draft, i64::MAX),
            Self::Drop(draft),
        ]
    }
}
