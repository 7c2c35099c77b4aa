//! A form that members answer with buttons: what it is, its questions, all answers; and a sheet of one's own.
//!
//! Knows which words and buttons belong together. Must not know who answers, nor where answers are kept.

use std::collections::BTreeMap;

use super::form::number;
use super::{Renderer, Screen};
use crate::campaign::form::{Field, FieldKind, Form};
use crate::event::{Button, SurveyAction};
use crate::forms::survey::{Question, Ticks, questions};
use crate::outgoing::Key;
use crate::text::Value;
use crate::types::CheckinRoundId;

/// Numbers of options in a row, where these stand in the text.
const NUMBERS_A_ROW: usize = 4;

impl Renderer<'_> {
    /// What a survey is, before anything is asked.
    pub(crate) fn survey_begin(
        &self,
        form: &Form,
        round: CheckinRoundId,
        (closes, threshold): (Value, i64),
        note: Option<String>,
    ) -> Screen {
        let args = [
            ("title", self.spoken(form.title.get(self.language))),
            ("closes", closes),
            ("questions", questions(form).len().into()),
            ("threshold", threshold.into()),
        ];
        let words = self.texts.html(self.language, "survey-begin", &args);
        let all: Vec<String> = [words].into_iter().chain(note).collect();
        Screen::words(all.join("\n\n")).with(self.key(
            "button-survey-begin",
            Button::Survey(SurveyAction::Step(round, 0)),
        ))
    }

    /// The question at this place, with a mark at what was chosen; the summary beyond the last.
    pub(crate) fn survey_step(
        &self,
        form: &Form,
        round: CheckinRoundId,
        step: usize,
        said: &BTreeMap<u8, u8>,
        closes: Value,
    ) -> Screen {
        let all = questions(form);
        let Some(question) = all.get(step) else {
            return self.survey_summary(form, round, said, closes);
        };
        let at = number(step);
        let chosen = question.chosen(said);
        let many = question.field.kind == FieldKind::Choices;
        let option = |(option, name): (u8, &str)| {
            let mark = match (chosen.contains(&option), many) {
                (true, true) => "☑ ",
                (true, false) => "✓ ",
                (false, true) => "☐ ",
                (false, false) => "",
            };
            vec![
                Button::Survey(SurveyAction::Pick(round, at, option))
                    .key(format!("{mark}{}", self.texts.addressed(name))),
            ]
        };
        let names = question
            .field
            .options
            .iter()
            .map(|one| one.name.get(self.language));
        let mut keyboard: Vec<Vec<Key>> = (0..).zip(names).map(option).collect();
        let to = |step| Button::Survey(SurveyAction::Step(round, step));
        keyboard.push(self.ways(at, next(&chosen), to));
        let text = self.asked(form, question, (step, all.len()));
        Screen { text, keyboard }
    }

    /// What is asked: the form, the place in it, the question, how to answer it.
    fn asked(&self, form: &Form, question: &Question<'_>, (step, of): (usize, usize)) -> String {
        let args = [
            ("title", self.spoken(form.title.get(self.language))),
            ("place", (step + 1).into()),
            ("of", of.into()),
            ("ask", self.spoken(question.prompt.ask.get(self.language))),
        ];
        let mut lines = vec![self.texts.html(self.language, "survey-ask", &args)];
        if let Some(hint) = &question.prompt.hint {
            let hint = self.spoken(hint.get(self.language));
            lines.push(
                self.texts
                    .html(self.language, "form-hint", &[("hint", hint)]),
            );
        }
        let most = [("most", question.most().into())];
        lines.push(self.texts.html(self.language, "survey-how", &most));
        lines.join("\n")
    }

    fn survey_summary(
        &self,
        form: &Form,
        round: CheckinRoundId,
        said: &BTreeMap<u8, u8>,
        closes: Value,
    ) -> Screen {
        let lines: Vec<String> = questions(form)
            .iter()
            .map(|question| self.answered(question.field, &question.chosen(said)))
            .collect();
        let args = [
            ("title", self.spoken(form.title.get(self.language))),
            ("lines", Value::Html(lines.join("\n"))),
            ("closes", closes),
        ];
        let again = Button::Survey(SurveyAction::Step(round, 0));
        let retract = Button::Survey(SurveyAction::Retract(round));
        Screen::words(self.texts.html(self.language, "survey-summary", &args))
            .with(self.key("button-change", again))
            .with(self.key("button-retract", retract))
    }

    /// A field and what was chosen of it, in a line.
    fn answered(&self, field: &Field, chosen: &[u8]) -> String {
        let names: Vec<String> = chosen
            .iter()
            .filter_map(|one| self.option(field, *one))
            .collect();
        let answer = match names.is_empty() {
            true => self.texts.plain(self.language, "checkin-skipped", &[]),
            false => names.join("; "),
        };
        let args = [
            ("name", field.name.get(self.language).into()),
            ("answer", answer.into()),
        ];
        self.texts.html(self.language, "form-field", &args)
    }

    fn option(&self, field: &Field, option: u8) -> Option<String> {
        let option = field.options.get(usize::from(option))?;
        Some(self.texts.addressed(option.name.get(self.language)))
    }

    /// A question of a sheet that is kept nowhere; all that is ticked beyond the last.
    pub(crate) fn sheet_step(&self, form: &Form, step: usize, ticks: Ticks) -> Screen {
        let all = questions(form);
        let Some(question) = all.get(step) else {
            return self.sheet_summary(form, ticks);
        };
        let at = number(step);
        let chosen = ticks.of(form, step);
        let options = &question.field.options;
        let mut lines = vec![self.asked(form, question, (step, all.len()))];
        let mut keys = Vec::new();
        for (option, one) in (0_u8..).zip(options) {
            let place = i64::from(option) + 1;
            let name = self.spoken(one.name.get(self.language));
            let args = [("number", place.into()), ("name", name)];
            lines.push(self.texts.html(self.language, "sheet-option", &args));
            let mark = if chosen.contains(&option) {
                "☑"
            } else {
                "☐"
            };
            if let Some(next) = ticks.pick(form, step, option) {
                keys.push(
                    Button::Survey(SurveyAction::Sheet(form.name, at, next.0))
                        .key(format!("{mark} {place}")),
                );
            }
        }
        let mut keyboard: Vec<Vec<Key>> = keys.chunks(NUMBERS_A_ROW).map(<[Key]>::to_vec).collect();
        let to = |step| Button::Survey(SurveyAction::Sheet(form.name, step, ticks.0));
        keyboard.push(self.ways(at, next(&chosen), to));
        let text = lines.join("\n");
        Screen { text, keyboard }
    }

    fn sheet_summary(&self, form: &Form, ticks: Ticks) -> Screen {
        let lines = self.sheet_lines(form, ticks);
        let title = self.spoken(form.title.get(self.language));
        let again = self.key(
            "button-change",
            Button::Survey(SurveyAction::Sheet(form.name, 0, ticks.0)),
        );
        if lines.is_empty() {
            let words = self
                .texts
                .html(self.language, "sheet-empty", &[("title", title)]);
            return Screen::words(words).with(again);
        }
        let line = |(name, deed): &(String, String)| {
            let args = [
                ("name", name.as_str().into()),
                ("answer", deed.as_str().into()),
            ];
            self.texts.html(self.language, "form-field", &args)
        };
        let lines: Vec<String> = lines.iter().map(line).collect();
        let args = [("title", title), ("lines", Value::Html(lines.join("\n")))];
        let print = Button::Survey(SurveyAction::Print(form.name, ticks.0));
        Screen::words(self.texts.html(self.language, "sheet-summary", &args))
            .with(self.key("button-sheet-print", print))
            .with(again)
    }

    /// What is ticked on a sheet: each with the name of its question.
    pub(crate) fn sheet_lines(&self, form: &Form, ticks: Ticks) -> Vec<(String, String)> {
        let fields = questions(form).into_iter().map(|one| one.field);
        let lines = fields.enumerate().flat_map(|(step, field)| {
            let name = field.name.get(self.language);
            let chosen = ticks.of(form, step).into_iter();
            chosen.filter_map(move |one| Some((name.to_owned(), self.option(field, one)?)))
        });
        lines.collect()
    }
}

fn next(chosen: &[u8]) -> &'static str {
    match chosen.is_empty() {
        true => "button-form-skip",
        false => "button-form-next",
    }
}
