//! Buttons of reports: what an officer wants to look at.

use crate::types::{CriterionId, Span, UnitId};

/// In which form a report is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportFormat {
    /// The card for a phone.
    Picture,
    /// Tables and charts.
    Sheet,
    /// The draft for the level above.
    Document,
    /// Its annex: each figure with where it comes from.
    Evidence,
    /// The minute of an inspection.
    Minute,
}

impl ReportFormat {
    const ALL: [Self; 5] = [
        Self::Picture,
        Self::Sheet,
        Self::Document,
        Self::Evidence,
        Self::Minute,
    ];

    fn letter(self) -> &'static str {
        match self {
            Self::Picture => "p",
            Self::Sheet => "s",
            Self::Document => "d",
            Self::Evidence => "e",
            Self::Minute => "m",
        }
    }
}

/// What an officer wants to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportAction {
    /// A unit's figures of that time.
    At(UnitId, Span),
    /// The same as a file.
    File(UnitId, Span, ReportFormat),
    /// The units directly below it beside each other.
    Compare(UnitId, Span),
    /// Choose one of the units directly below it, from this page on; the time is kept.
    Units(UnitId, Span, u8),
    /// Send a criterion's discussion card to the unit's group.
    Card(UnitId, CriterionId),
}

impl ReportAction {
    pub(super) fn data(self) -> String {
        match self {
            Self::At(unit, span) => format!("r:{}:{span}", unit.0),
            Self::File(unit, span, form) => format!("rf:{}:{span}:{}", unit.0, form.letter()),
            Self::Compare(unit, span) => format!("rc:{}:{span}", unit.0),
            Self::Units(unit, span, page) => format!("ru:{}:{span}:{page}", unit.0),
            Self::Card(unit, id) => format!("rk:{}:{}:{}", unit.0, id.theme, id.number),
        }
    }

    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let unit = |text: &str| text.parse().ok().map(UnitId);
        let span = |text: &str| text.parse().ok();
        Some(match parts {
            ["r", id, at] => Self::At(unit(id)?, span(at)?),
            ["rf", id, at, letter] => {
                let form = ReportFormat::ALL
                    .into_iter()
                    .find(|form| form.letter() == *letter);
                Self::File(unit(id)?, span(at)?, form?)
            }
            ["rc", id, at] => Self::Compare(unit(id)?, span(at)?),
            ["ru", id, at, page] => Self::Units(unit(id)?, span(at)?, page.parse().ok()?),
            ["rk", id, theme, number] => {
                Self::Card(unit(id)?, format!("{theme}.{number}").parse().ok()?)
            }
            _ => return None,
        })
    }
}
