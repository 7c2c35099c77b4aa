//! The monthly check-in: a thought to read, three prompts, the summary.

use super::{Renderer, Screen};
use crate::campaign::{CHECKIN_PROMPTS, Checkin};
use crate::event::Button;
use crate::outgoing::Keyboard;
use crate::text::Value;
use crate::types::CheckinRoundId;

impl Renderer<'_> {
    /// The thought of theme 1, with which a check-in begins.
    pub(crate) fn thought(&self, set: &Checkin, round: CheckinRoundId, closes: Value) -> Screen {
        let args = [
            ("title", self.spoken(&set.title)),
            ("closes", closes),
            ("number", set.criterion.to_string().into()),
            ("wording", self.wording(set.criterion)),
            ("thought", self.spoken(&set.thought)),
        ];
        let words = self.texts.html(self.language, "checkin-thought", &args);
        let kept = self.texts.html(self.language, "not-passed-on", &[]);
        let screen = Screen::words(format!("{words}\n\n{kept}"));
        screen.with(self.key("button-thought", Button::Thought(round)))
    }

    /// The prompt at `place`, from 0, with a tick at what was chosen before.
    pub(crate) fn prompt(
        &self,
        set: &Checkin,
        round: CheckinRoundId,
        place: u8,
        chosen: Option<u8>,
    ) -> Screen {
        let Some(prompt) = set.prompts.get(usize::from(place)) else {
            return Screen::default();
        };
        let args = [
            ("place", (i64::from(place) + 1).into()),
            ("of", set.prompts.len().into()),
            ("number", prompt.criterion.to_string().into()),
            ("wording", self.wording(prompt.criterion)),
            ("question", self.spoken(&prompt.question)),
        ];
        let keyboard: Keyboard = (0..)
            .zip(&prompt.choices)
            .map(|(choice, label)| {
                let tick = if chosen == Some(choice) { "✓ " } else { "" };
                vec![
                    Button::Choice(round, place, choice)
                        .key(format!("{tick}{}", self.texts.addressed(label))),
                ]
            })
            .collect();
        let screen = Screen {
            text: self.texts.html(self.language, "checkin-prompt", &args),
            keyboard,
        };
        screen.with(self.key("button-skip", Button::Prompt(round, place + 1)))
    }

    /// What was chosen, and the closing thought.
    pub(crate) fn summary(
        &self,
        set: &Checkin,
        round: CheckinRoundId,
        choices: [Option<u8>; CHECKIN_PROMPTS],
        closes: Value,
    ) -> Screen {
        let lines: Vec<String> = set
            .prompts
            .iter()
            .zip(choices)
            .map(|(prompt, choice)| {
                let choice = choice
                    .and_then(|choice| prompt.choices.get(usize::from(choice)))
                    .map_or_else(
                        || self.texts.plain(self.language, "checkin-skipped", &[]),
                        |label| self.texts.addressed(label),
                    );
                let args = [
                    ("number", prompt.criterion.to_string().into()),
                    ("choice", choice.into()),
                ];
                self.texts.html(self.language, "checkin-line", &args)
            })
            .collect();
        let args = [
            ("lines", Value::Html(lines.join("\n"))),
            ("closing", self.spoken(&set.closing)),
            ("closes", closes),
        ];
        let screen = Screen::words(self.texts.html(self.language, "checkin-summary", &args));
        screen
            .with(self.key("button-change", Button::Prompt(round, 0)))
            .with(self.key("button-retract", Button::Retract(round)))
            .with(self.key("button-journal", Button::JournalOffer))
    }
}
