//! How a button looks, and what stands above it.
//!
//! Colour is sparing: it says which deed cannot be undone, which one confirms, and which one is the main way on.
//! Answers have none: a colour would be a hint.

use super::{Button, Commend, InitiativeAction, OfficerAction, Step, SurveyAction, UnitAction};

/// The colours that the messenger has; an app that does not know them shows its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Something is lost.
    Danger,
    /// Something is confirmed.
    Success,
    /// The main way on.
    Primary,
}

impl Button {
    /// Its colour; `None` for the app's own.
    pub fn style(self) -> Option<Style> {
        Some(match self {
            Self::Leave
            | Self::Retract(_)
            | Self::Survey(SurveyAction::Retract(_))
            | Self::JournalBurn(_)
            | Self::JournalForget
            | Self::Initiative(
                InitiativeAction::Delete(_)
                | InitiativeAction::TakeOut(_)
                | InitiativeAction::Withdraw,
            )
            | Self::Officer(OfficerAction::Dismiss(_))
            | Self::Unit(UnitAction::Reconfirm(_) | UnitAction::Renew(_)) => Style::Danger,
            Self::Agree(..)
            | Self::AgreeAgain(..)
            | Self::GiveReflection(_)
            | Self::GiveNamed(_)
            | Self::Initiative(InitiativeAction::Enter(..))
            | Self::Officer(OfficerAction::Accept(_) | OfficerAction::Confirm(_))
            | Self::Unit(UnitAction::Admit(..) | UnitAction::RemindNow(..))
            | Self::Commend(Commend::Post(..))
            | Self::ImportUnits(_) => Style::Success,
            Self::Broadcast(steps) => match steps.step {
                Step::Confirm | Step::Second => Style::Success,
                Step::Unsend => Style::Danger,
                _ => return None,
            },
            Self::Quiz => Style::Primary,
            _ => return None,
        })
    }

    /// Whether it stands under what is nobody else's business: a check-in, a survey or a journal.
    pub fn is_private(self) -> bool {
        matches!(
            self,
            Self::GiveReflection(_)
                | Self::Thought(_)
                | Self::Choice(..)
                | Self::Prompt(..)
                | Self::Retract(_)
                | Self::Survey(
                    SurveyAction::Step(..) | SurveyAction::Pick(..) | SurveyAction::Retract(_)
                )
                | Self::JournalBegin
                | Self::JournalOpen(_)
                | Self::JournalClose(_)
                | Self::JournalAdd(_)
                | Self::JournalAskBurn(_)
                | Self::JournalBurn(_)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{CheckinRoundId, QuizId};

    #[test]
    fn an_answer_has_no_colour_and_what_cannot_be_undone_is_red() {
        let choice = Button::Choice(CheckinRoundId(1), 0, 2);
        for button in [Button::Answer(QuizId(1), 0, 0), choice, Button::Stay] {
            assert_eq!(button.style(), None, "{button:?}");
        }
        assert_eq!(Button::Leave.style(), Some(Style::Danger));
        assert_eq!(Button::Quiz.style(), Some(Style::Primary));
        assert!(choice.is_private() && !Button::Leave.is_private());
    }
}
