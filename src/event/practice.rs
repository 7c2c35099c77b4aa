//! What buttons ask for when a member practises.
//!
//! Knows how it is written. A walk through the questions is in its buttons alone: nothing of it is kept anywhere.

use crate::types::{CriterionId, QuizId};

/// A button about practising.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Practice {
    /// What may be practised.
    Menu,
    /// The criteria that have something to practise.
    Criteria,
    /// Begin with these.
    Begin(PracticeSet),
    /// An answer, with this letter (0 to 3), to what the member was asked at this place of that quiz.
    Answer(Walk, QuizId, u8, u8),
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

impl PracticeSet {
    fn data(self) -> String {
        match self {
            Self::Missed => "m".into(),
            Self::Mixed => "x".into(),
            Self::Of(id) => id.to_string(),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        match text {
            "m" => Some(Self::Missed),
            "x" => Some(Self::Mixed),
            id => id.parse().ok().map(Self::Of),
        }
    }
}

impl Practice {
    pub(super) fn data(self) -> String {
        match self {
            Self::Menu => "menu".into(),
            Self::Criteria => "criteria".into(),
            Self::Begin(set) => format!("begin:{}", set.data()),
            Self::Answer(Walk { set, seed, step }, quiz, place, letter) => {
                let set = set.data();
                format!("a:{set}:{seed:x}:{step}:{}:{place}:{letter}", quiz.0)
            }
        }
    }

    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let below = |text: &str, limit: usize| {
            let value: u8 = text.parse().ok()?;
            (usize::from(value) < limit).then_some(value)
        };
        Some(match parts {
            ["menu"] => Self::Menu,
            ["criteria"] => Self::Criteria,
            ["begin", set] => Self::Begin(PracticeSet::parse(set)?),
            ["a", set, seed, step, quiz, place, letter] => Self::Answer(
                Walk {
                    set: PracticeSet::parse(set)?,
                    seed: u16::from_str_radix(seed, 16).ok()?,
                    step: step.parse().ok()?,
                },
                QuizId(quiz.parse().ok()?),
                below(place, crate::campaign::QUIZ_QUESTIONS)?,
                below(letter, crate::campaign::OPTIONS)?,
            ),
            _ => return None,
        })
    }

    #[cfg(test)]
    pub(super) fn samples() -> Vec<Self> {
        let id = CriterionId {
            theme: 4,
            number: 3,
        };
        let walk = Walk {
            set: PracticeSet::Of(id),
            seed: u16::MAX,
            step: u8::MAX,
        };
        vec![
            Self::Menu,
            Self::Criteria,
            Self::Begin(PracticeSet::Missed),
            Self::Begin(PracticeSet::Mixed),
            Self::Begin(PracticeSet::Of(id)),
            Self::Answer(walk, QuizId(i64::MAX), 4, 3),
        ]
    }
}
