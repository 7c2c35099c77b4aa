//! Buttons of reports: what an officer wants to look at.

use super::data::buttons;
use crate::types::{CriterionId, Span, UnitId};

buttons! {
    /// In which form a report is sent.
    pub enum ReportFormat {
        /// The card for a phone.
        Picture = "p",
        /// Tables and charts.
        Sheet = "s",
        /// The draft for the level above.
        Document = "d",
        /// Its annex: each figure with where it comes from.
        Evidence = "e",
        /// The minute of an inspection.
        Minute = "m",
    }
}

buttons! {
    /// What an officer wants to look at.
    pub enum ReportAction {
        /// A unit's figures of that time.
        At(unit: UnitId, span: Span) = "r",
        /// The same as a file.
        File(unit: UnitId, span: Span, form: ReportFormat) = "rf",
        /// The units directly below it beside each other.
        Compare(unit: UnitId, span: Span) = "rc",
        /// Choose one of the units directly below it, from this page on; the time is kept.
        Units(unit: UnitId, span: Span, page: u8) = "ru",
        /// Send a criterion's discussion card to the unit's group.
        Card(unit: UnitId, id: CriterionId) = "rk",
    }
}
