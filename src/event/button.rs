//! Buttons: what a tap carries back, in at most 64 bytes.
//!
//! Anyone can forge any of this, so a button says only what is wanted; whose it is,
//! and whether it is still open, is looked up by the core. `parse(b.data()) == b`.

use super::broadcast::Steps;
use crate::types::{
    CheckinRoundId, CriterionId, Language, QuizId, RoundId, UnitId, UserId, Window,
};

/// A consent that can be given and withdrawn by itself. The numbers are stored in buttons: never reuse one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Part {
    /// The account and quiz answers.
    Account,
    /// Private reflection.
    Reflection,
    /// Chats pass through the messenger's servers abroad.
    Abroad,
}

impl Part {
    /// All three, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Account, Self::Abroad, Self::Reflection];

    fn bit(self) -> u8 {
        match self {
            Self::Account => 1,
            Self::Reflection => 2,
            Self::Abroad => 4,
        }
    }
}

/// Which consents are ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ticks(u8);

impl Ticks {
    /// Whether this one is ticked.
    pub fn has(self, part: Part) -> bool {
        self.0 & part.bit() != 0
    }

    /// The same with this one changed.
    #[must_use]
    pub fn toggled(self, part: Part) -> Self {
        Self(self.0 ^ part.bit())
    }
}

/// What a button asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// Show the consents for joining this unit.
    Join(UnitId),
    /// Tick or untick one consent, not yet given.
    Tick(UnitId, Ticks, Part),
    /// Give the ticked consents and join.
    Agree(UnitId, Ticks),
    /// Do not join.
    Decline,
    /// The item of this round was read.
    Read(RoundId),
    /// An answer: the quiz, the question's place in it (0 to 4), the letter (0 to 3).
    Answer(QuizId, u8, u8),
    /// Show the question at this place of the quiz.
    Next(QuizId, u8),
    /// Open this week's quiz.
    Quiz,
    /// Open this month's check-in.
    Checkin,
    /// The theme 1 thought of a check-in was read.
    Thought(CheckinRoundId),
    /// A choice: the check-in, the prompt's place (0 to 2), the choice (0 to 3).
    Choice(CheckinRoundId, u8, u8),
    /// Show the prompt at this place of the check-in; 3 shows the summary.
    Prompt(CheckinRoundId, u8),
    /// Take back everything said in this check-in.
    Retract(CheckinRoundId),
    /// The four themes.
    Themes,
    /// One theme with its criteria.
    Theme(u8),
    /// One criterion.
    Criterion(CriterionId),
    /// The settings.
    Settings,
    /// Be written to in this window.
    Window(Window),
    /// Read this language.
    Language(Language),
    /// No messages for this many days.
    Pause(u16),
    /// Messages again.
    Resume,
    /// Give the consent to reflection.
    GiveReflection,
    /// Withdraw the consent to reflection.
    WithdrawReflection,
    /// Say what leaving means, before anything is done.
    AskToLeave,
    /// Leave and have everything deleted.
    Leave,
    /// Close a question without doing anything.
    Stay,
    /// Tie this group to a unit, asked by this officer.
    Link(UnitId, UserId),
    /// Something about a broadcast.
    Broadcast(Steps),
}

impl Button {
    /// What the button carries: ASCII, at most 64 bytes.
    pub fn data(self) -> String {
        match self {
            Self::Join(unit) => format!("join:{}", unit.0),
            Self::Tick(unit, ticks, part) => format!("tick:{}:{}:{}", unit.0, ticks.0, part.bit()),
            Self::Agree(unit, ticks) => format!("agree:{}:{}", unit.0, ticks.0),
            Self::Decline => "decline".into(),
            Self::Read(round) => format!("read:{}", round.0),
            Self::Answer(quiz, place, letter) => format!("a:{}:{place}:{letter}", quiz.0),
            Self::Next(quiz, place) => format!("n:{}:{place}", quiz.0),
            Self::Quiz => "quiz".into(),
            Self::Checkin => "checkin".into(),
            Self::Thought(round) => format!("thought:{}", round.0),
            Self::Choice(round, place, choice) => format!("c:{}:{place}:{choice}", round.0),
            Self::Prompt(round, place) => format!("p:{}:{place}", round.0),
            Self::Retract(round) => format!("retract:{}", round.0),
            Self::Themes => "themes".into(),
            Self::Theme(theme) => format!("theme:{theme}"),
            Self::Criterion(id) => format!("criterion:{}:{}", id.theme, id.number),
            Self::Settings => "settings".into(),
            Self::Window(Window::Noon) => "window:noon".into(),
            Self::Window(Window::Evening) => "window:evening".into(),
            Self::Language(language) => format!("language:{}", language.code()),
            Self::Pause(days) => format!("pause:{days}"),
            Self::Resume => "resume".into(),
            Self::GiveReflection => "reflect:1".into(),
            Self::WithdrawReflection => "reflect:0".into(),
            Self::AskToLeave => "leave?".into(),
            Self::Leave => "leave".into(),
            Self::Stay => "stay".into(),
            Self::Link(unit, by) => format!("link:{}:{}", unit.0, by.0),
            Self::Broadcast(steps) => format!("b:{}", steps.data()),
        }
    }

    /// Reads what a tap carried; `None` for anything a button of ours never carries.
    pub fn parse(data: &str) -> Option<Self> {
        let parts: Vec<&str> = data.split(':').collect();
        let button = match parts.as_slice() {
            ["join", unit] => Self::Join(UnitId(number(unit)?)),
            ["tick", unit, ticks, bit] => {
                Self::Tick(UnitId(number(unit)?), parse_ticks(ticks)?, part(bit)?)
            }
            ["agree", unit, ticks] => Self::Agree(UnitId(number(unit)?), parse_ticks(ticks)?),
            ["decline"] => Self::Decline,
            ["read", round] => Self::Read(RoundId(number(round)?)),
            ["a", quiz, place, letter] => Self::Answer(
                QuizId(number(quiz)?),
                below(place, crate::campaign::QUIZ_QUESTIONS)?,
                below(letter, crate::campaign::OPTIONS)?,
            ),
            ["n", quiz, place] => Self::Next(
                QuizId(number(quiz)?),
                below(place, crate::campaign::QUIZ_QUESTIONS)?,
            ),
            ["quiz"] => Self::Quiz,
            ["checkin"] => Self::Checkin,
            ["thought", round] => Self::Thought(CheckinRoundId(number(round)?)),
            ["c", round, place, choice] => Self::Choice(
                CheckinRoundId(number(round)?),
                below(place, crate::campaign::CHECKIN_PROMPTS)?,
                below(choice, crate::campaign::CHOICES_MAX)?,
            ),
            ["p", round, place] => Self::Prompt(
                CheckinRoundId(number(round)?),
                below(place, crate::campaign::CHECKIN_PROMPTS + 1)?,
            ),
            ["retract", round] => Self::Retract(CheckinRoundId(number(round)?)),
            ["themes"] => Self::Themes,
            ["theme", theme] => Self::Theme(number(theme).filter(|n| (1..=4).contains(n))?),
            ["criterion", theme, criterion] => {
                Self::Criterion(format!("{theme}.{criterion}").parse().ok()?)
            }
            ["settings"] => Self::Settings,
            ["window", "noon"] => Self::Window(Window::Noon),
            ["window", "evening"] => Self::Window(Window::Evening),
            ["language", code] => Self::Language(Language::of_code(code)?),
            ["pause", days] => Self::Pause(number(days).filter(|n| (1..=366).contains(n))?),
            ["resume"] => Self::Resume,
            ["reflect", "1"] => Self::GiveReflection,
            ["reflect", "0"] => Self::WithdrawReflection,
            ["leave?"] => Self::AskToLeave,
            ["leave"] => Self::Leave,
            ["stay"] => Self::Stay,
            ["link", unit, by] => Self::Link(UnitId(number(unit)?), UserId(number(by)?)),
            ["b", rest @ ..] => Self::Broadcast(Steps::parse(rest)?),
            _ => return None,
        };
        // Only the one spelling that we write ourselves: `a:007:1:1` is a forgery.
        (button.data() == data).then_some(button)
    }
}

fn number<N: std::str::FromStr>(text: &str) -> Option<N> {
    text.parse().ok()
}

fn below(text: &str, limit: usize) -> Option<u8> {
    let value: u8 = number(text)?;
    (usize::from(value) < limit).then_some(value)
}

fn parse_ticks(text: &str) -> Option<Ticks> {
    number(text).filter(|bits| *bits < 8).map(Ticks)
}

fn part(bit: &str) -> Option<Part> {
    let bit: u8 = number(bit)?;
    Part::ALL.into_iter().find(|part| part.bit() == bit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples() -> Vec<Button> {
        let (unit, quiz, round) = (UnitId(i64::MAX), QuizId(i64::MAX), CheckinRoundId(7));
        let ticks = Ticks::default()
            .toggled(Part::Account)
            .toggled(Part::Abroad);
        vec![
            Button::Join(unit),
            Button::Tick(unit, ticks, Part::Reflection),
            Button::Agree(unit, ticks),
            Button::Decline,
            Button::Read(RoundId(3)),
            Button::Answer(quiz, 4, 3),
            Button::Next(quiz, 4),
            Button::Quiz,
            Button::Checkin,
            Button::Thought(round),
            Button::Choice(round, 2, 3),
            Button::Prompt(round, 3),
            Button::Retract(round),
            Button::Themes,
            Button::Theme(4),
            Button::Criterion(CriterionId {
                theme: 3,
                number: 2,
            }),
            Button::Settings,
            Button::Window(Window::Noon),
            Button::Window(Window::Evening),
            Button::Language(Language::Vi),
            Button::Pause(30),
            Button::Resume,
            Button::GiveReflection,
            Button::WithdrawReflection,
            Button::AskToLeave,
            Button::Leave,
            Button::Stay,
            Button::Link(unit, UserId(i64::MAX)),
        ]
    }

    #[test]
    fn every_button_comes_back_as_it_went_out_and_fits() {
        for button in samples() {
            let data = button.data();
            assert!(data.is_ascii() && (1..=64).contains(&data.len()), "{data}");
            assert_eq!(Button::parse(&data), Some(button));
        }
    }

    #[test]
    fn forged_data_is_no_button() {
        for data in [
            "",
            "a",
            "a:1",
            "a:1:5:0",
            "a:1:0:4",
            "a:x:0:0",
            "a:01:0:0",
            "a:1:0:0:0",
            "theme:5",
            "criterion:5:1",
            "pause:0",
            "pause:9999",
            "agree:1:8",
            "tick:1:0:3",
            "reflect:2",
            "язык:vi",
            "language:en-GB",
            "a:99999999999999999999:0:0",
        ] {
            assert_eq!(Button::parse(data), None, "{data}");
        }
    }
}
