//! What buttons of forms for members ask for: a survey, its result, a sheet of one's own.
//!
//! Knows how it is written. Must not know what may be chosen, nor who may see a result: anyone can forge any of this.

use crate::types::{CheckinRoundId, FormName, UnitId};

/// A button of a form that is for members themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SurveyAction {
    /// Say what a survey is, before anything is asked.
    Begin(CheckinRoundId),
    /// Its question at this place, from 0; one beyond the last is the summary.
    Step(CheckinRoundId, u8),
    /// This option of that question.
    Pick(CheckinRoundId, u8, u8),
    /// Take back everything said in it.
    Retract(CheckinRoundId),
    /// For officers: which of those that have closed.
    Results(UnitId),
    /// What one came to.
    Result(UnitId, CheckinRoundId),
    /// The same as a document for the head of the agency.
    Paper(UnitId, CheckinRoundId),
    /// A question of a sheet that is kept nowhere, with what is ticked so far; one beyond the last shows all.
    Sheet(FormName, u8, u64),
    /// The same as a file.
    Print(FormName, u64),
    /// Their own year as a file.
    MyYear,
}

impl SurveyAction {
    pub(super) fn data(self) -> String {
        match self {
            Self::Begin(id) => format!("b:{}", id.0),
            Self::Step(id, step) => format!("s:{}:{step}", id.0),
            Self::Pick(id, step, option) => format!("p:{}:{step}:{option}", id.0),
            Self::Retract(id) => format!("r:{}", id.0),
            Self::Results(unit) => format!("u:{}", unit.0),
            Self::Result(unit, id) => format!("o:{}:{}", unit.0, id.0),
            Self::Paper(unit, id) => format!("d:{}:{}", unit.0, id.0),
            Self::Sheet(form, step, ticks) => format!("t:{form}:{step}:{ticks:x}"),
            Self::Print(form, ticks) => format!("f:{form}:{ticks:x}"),
            Self::MyYear => "y".into(),
        }
    }

    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let id = |text: &str| text.parse().ok().map(CheckinRoundId);
        let unit = |text: &str| text.parse().ok().map(UnitId);
        let ticks = |text: &str| u64::from_str_radix(text, 16).ok();
        Some(match parts {
            ["b", of] => Self::Begin(id(of)?),
            ["s", of, step] => Self::Step(id(of)?, step.parse().ok()?),
            ["p", of, step, option] => {
                Self::Pick(id(of)?, step.parse().ok()?, option.parse().ok()?)
            }
            ["r", of] => Self::Retract(id(of)?),
            ["u", of] => Self::Results(unit(of)?),
            ["o", of, round] => Self::Result(unit(of)?, id(round)?),
            ["d", of, round] => Self::Paper(unit(of)?, id(round)?),
            ["t", form, step, on] => {
                Self::Sheet(form.parse().ok()?, step.parse().ok()?, ticks(on)?)
            }
            ["f", form, on] => Self::Print(form.parse().ok()?, ticks(on)?),
            ["y"] => Self::MyYear,
            _ => return None,
        })
    }
}

#[cfg(test)]
pub(super) fn samples() -> Vec<super::Button> {
    let (round, unit) = (CheckinRoundId(i64::MAX), UnitId(i64::MAX));
    let form: FormName = "khaosatbepan".parse().expect("a name");
    [
        SurveyAction::Begin(round),
        SurveyAction::Step(round, u8::MAX),
        SurveyAction::Pick(round, u8::MAX, u8::MAX),
        SurveyAction::Retract(round),
        SurveyAction::Results(unit),
        SurveyAction::Result(unit, round),
        SurveyAction::Paper(unit, round),
        SurveyAction::Sheet(form, u8::MAX, u64::MAX),
        SurveyAction::Print(form, u64::MAX),
        SurveyAction::MyYear,
    ]
    .map(super::Button::Survey)
    .into()
}
