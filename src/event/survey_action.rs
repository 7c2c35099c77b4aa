//! What buttons of forms for members ask for: a survey, its result, a sheet of one's own.
//!
//! Knows how it is written. Must not know what may be chosen, nor who may see a result: anyone can forge any of this.

use super::data::buttons;
use crate::types::{CheckinRoundId, FormName, UnitId};

buttons! {
    /// A button of a form that is for members themselves.
    pub enum SurveyAction {
        /// Say what a survey is, before anything is asked.
        Begin(id: CheckinRoundId) = "b",
        /// Its question at this place, from 0; one beyond the last is the summary.
        Step(id: CheckinRoundId, step: u8) = "s",
        /// This option of that question.
        Pick(id: CheckinRoundId, step: u8, option: u8) = "p",
        /// Take back everything said in it.
        Retract(id: CheckinRoundId) = "r",
        /// For officers: which of those that have closed.
        Results(unit: UnitId) = "u",
        /// What one came to.
        Result(unit: UnitId, id: CheckinRoundId) = "o",
        /// The same as a document for the head of the agency.
        Paper(unit: UnitId, id: CheckinRoundId) = "d",
        /// A question of a sheet that is kept nowhere, with what is ticked so far; one beyond the last shows all.
        Sheet(form: FormName, step: u8, ticks: u64) = "t",
        /// The same as a file.
        Print(form: FormName, ticks: u64) = "f",
        /// Their own year as a file.
        MyYear = "y",
    }
}
