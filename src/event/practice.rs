//! What buttons ask for when a member practises.
//!
//! Knows how it is written. A walk through the questions is in its buttons alone: nothing of it is kept anywhere.

use super::data::{Part, buttons, pieces};
use crate::campaign::{OPTIONS, QUIZ_QUESTIONS};
use crate::types::{CriterionId, QuizId};

buttons! {
    /// A button about practising.
    pub enum Practice {
        /// What may be practised.
        Menu = "menu",
        /// The criteria that have something to practise.
        Criteria = "criteria",
        /// Begin with these.
        Begin(set: PracticeSet) = "begin",
        /// An answer, with this letter (0 to 3), to what the member was asked at this place of that quiz.
        Answer(walk: Walk, quiz: QuizId, place: u8, letter: u8) = "a" if is_answer(place, letter),
    }
}

/// Which questions are practised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PracticeSet {
    /// Those that were answered wrong, or not at all.
    Missed,
    /// Five by chance.
    Mixed,
    /// Those of a criterion.
    Of(CriterionId),
}

/// Where in a set somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Walk {
    /// Through which questions.
    pub set: PracticeSet,
    /// In which order.
    pub seed: u16,
    /// The place of the question in that order, from 0.
    pub step: u8,
}

pieces! {
    PracticeSet: |set| match set {
        Self::Missed => "m".into(),
        Self::Mixed => "x".into(),
        Self::Of(id) => id.to_string(),
    }, |text| match text {
        "m" => Some(Self::Missed),
        "x" => Some(Self::Mixed),
        id => id.parse().ok().map(Self::Of),
    }, [Self::Missed, Self::Mixed, Self::Of("4.3".parse().expect("a criterion"))];
}

impl Part for Walk {
    fn write(self, data: &mut String) {
        self.set.write(data);
        u32::from(self.seed).write(data);
        self.step.write(data);
    }

    fn read(left: &mut &[&str]) -> Option<Self> {
        Some(Self {
            set: Part::read(left)?,
            seed: u32::read(left)?.try_into().ok()?,
            step: Part::read(left)?,
        })
    }

    #[cfg(test)]
    fn samples() -> Vec<Self> {
        let walk = |set| Self {
            set,
            seed: u16::MAX,
            step: u8::MAX,
        };
        PracticeSet::samples().into_iter().map(walk).collect()
    }
}

/// Whether a quiz has such a place, and its questions such a letter.
pub(super) fn is_answer(place: u8, letter: u8) -> bool {
    usize::from(place) < QUIZ_QUESTIONS && usize::from(letter) < OPTIONS
}
