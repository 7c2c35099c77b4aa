//! A form on a phone: one step in one message, and all answers before they are handed in.
//!
//! Knows which words and buttons belong together. Must not know where answers are kept, nor who may see them.

use super::{Renderer, Screen};
use crate::campaign::form::{Field, FieldKind, Form, Means};
use crate::event::{Button, FormAction, InitiativeAction};
use crate::forms::{self, Facts, Step};
use crate::outgoing::Key;
use crate::text::Value;
use crate::types::{Answer, Answers, FormReturnId, InitiativeId};

/// Buttons to steps in a row.
const STEPS_A_ROW: usize = 6;

/// Whose buttons stand below a form.
#[derive(Debug, Clone, Copy)]
pub(crate) enum FormKeys {
    /// Of an officer who fills it in for a unit.
    Return(FormReturnId),
    /// Of a member who tells of an initiative.
    Initiative(InitiativeId),
}

impl FormKeys {
    fn step(self, place: u8) -> Button {
        match self {
            Self::Return(id) => Button::Form(FormAction::Step(id, place)),
            Self::Initiative(id) => Button::Initiative(InitiativeAction::Step(id, place)),
        }
    }

    fn pick(self, place: u8, option: u8) -> Button {
        match self {
            Self::Return(id) => Button::Form(FormAction::Pick(id, place, option)),
            Self::Initiative(id) => Button::Initiative(InitiativeAction::Pick(id, place, option)),
        }
    }
}

/// A form being filled in.
pub(crate) struct FormPage<'a> {
    pub(crate) form: &'a Form,
    pub(crate) keys: FormKeys,
    pub(crate) unit: &'a str,
    pub(crate) period: String,
    pub(crate) answers: &'a Answers,
    /// Whether the reader may see answers of which only sums are told above the unit.
    pub(crate) own: bool,
    /// What is wrong or doubtful, each a sentence.
    pub(crate) notes: Vec<String>,
}

impl FormPage<'_> {
    fn hides(&self, field: &Field) -> bool {
        !self.own && field.told == crate::campaign::form::Told::Sum
    }
}

impl Renderer<'_> {
    /// One step: what is asked, what is known, what was answered.
    pub(crate) fn form_step(
        &self,
        page: &FormPage<'_>,
        steps: &[Step<'_>],
        place: usize,
        facts: &Facts,
    ) -> Screen {
        let Some(step) = steps.get(place) else {
            return self.form_summary(page, steps);
        };
        let mut blocks = vec![self.head(page, Some((place + 1, steps.len())))];
        let mut asked = vec![self.html(
            "form-ask",
            &[
                ("number", step.number().into()),
                ("ask", self.spoken(step.prompt.ask.get(self.language))),
            ],
        )];
        if step.fields.len() < step.prompt.fields.len() {
            let name = step
                .fields
                .first()
                .map_or("", |field| field.name.get(self.language));
            asked.push(self.html("form-part", &[("name", name.into())]));
        }
        if let Some(hint) = &step.prompt.hint {
            let hint = self.spoken(hint.get(self.language));
            asked.push(self.html("form-hint", &[("hint", hint)]));
        }
        blocks.push(asked.join("\n"));
        blocks.push(self.html(
            how(step),
            &[
                ("count", step.fields.len().into()),
                (
                    "max",
                    step.fields.first().map_or(0, |field| field.max).into(),
                ),
            ],
        ));
        let lines = step.fields.iter().map(|field| self.line(page, field));
        let mut told: Vec<String> = lines.collect();
        told.extend(self.facts(page, step, facts));
        blocks.push(told.join("\n"));
        blocks.extend(self.notes(page));
        let mut keyboard = self.answers(page, step, place, facts);
        keyboard.push(self.ways_of(page, step, place));
        keyboard.retain(|row| !row.is_empty());
        let all = page.keys.step(number(steps.len()));
        keyboard.push(vec![self.key("button-form-all", all)]);
        Screen {
            text: blocks.join("\n\n"),
            keyboard,
        }
    }

    /// All answers, and the way to each.
    pub(crate) fn form_summary(&self, page: &FormPage<'_>, steps: &[Step<'_>]) -> Screen {
        let mut screen = self.form_answers(page, steps);
        let keys = (0..).zip(steps).map(|(place, step): (u8, &Step<'_>)| {
            page.keys.step(place).key(step.number().to_owned())
        });
        let keys: Vec<Key> = keys.collect();
        screen.keyboard = keys.chunks(STEPS_A_ROW).map(<[Key]>::to_vec).collect();
        screen
    }

    /// All answers, to be read.
    pub(crate) fn form_answers(&self, page: &FormPage<'_>, steps: &[Step<'_>]) -> Screen {
        let line = |step: &Step<'_>| {
            let fields = step.fields.iter();
            let answers = fields.map(|field| {
                let name = field.name.get(self.language);
                format!("{name}: {}", self.answer(page, field))
            });
            let args = [
                ("number", step.number().into()),
                ("answers", answers.collect::<Vec<_>>().join("; ").into()),
            ];
            self.html("form-line", &args)
        };
        let lines: Vec<String> = steps.iter().map(line).collect();
        let mut blocks = vec![self.head(page, None), lines.join("\n")];
        blocks.extend(self.notes(page));
        Screen::words(blocks.join("\n\n"))
    }

    fn html(&self, key: &str, args: &[(&str, Value)]) -> String {
        self.texts.html(self.language, key, args)
    }

    fn head(&self, page: &FormPage<'_>, place: Option<(usize, usize)>) -> String {
        let mut args = vec![
            ("title", page.form.title.get(self.language).into()),
            ("period", page.period.as_str().into()),
            ("unit", page.unit.into()),
        ];
        let Some((place, of)) = place else {
            return self.html("form-head", &args);
        };
        args.extend([("place", place.into()), ("of", of.into())]);
        self.html("form-head-step", &args)
    }

    fn notes(&self, page: &FormPage<'_>) -> Option<String> {
        let note = |note: &String| self.html("form-note", &[("note", note.as_str().into())]);
        let notes: Vec<String> = page.notes.iter().map(note).collect();
        (!notes.is_empty()).then(|| notes.join("\n"))
    }

    fn answer(&self, page: &FormPage<'_>, field: &Field) -> String {
        match page.answers.get(&field.id) {
            Some(_) if page.hides(field) => self.texts.plain(self.language, "form-hidden", &[]),
            Some(Answer::Unknown) if matches!(page.keys, FormKeys::Initiative(_)) => {
                self.texts.plain(self.language, "form-empty", &[])
            }
            Some(answer) => forms::shown(field, answer, self.texts, self.language),
            None => self.texts.plain(self.language, "form-open", &[]),
        }
    }

    fn line(&self, page: &FormPage<'_>, field: &Field) -> String {
        let args = [
            ("name", field.name.get(self.language).into()),
            ("answer", self.answer(page, field).into()),
        ];
        self.html("form-field", &args)
    }

    /// What is known beside the answer.
    fn facts(&self, page: &FormPage<'_>, step: &Step<'_>, facts: &Facts) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(before) = before(page, step, facts) {
            let shown = step.fields.iter().zip(before);
            let shown =
                shown.map(|(field, one)| forms::shown(field, one, self.texts, self.language));
            let shown = shown.collect::<Vec<_>>().join(" · ");
            lines.push(self.html("form-before", &[("answers", shown.into())]));
        }
        for known in step.fields.iter().filter_map(|field| field.known) {
            if let Some(count) = facts.known.get(&known) {
                lines.push(self.html(forms::known_text(known), &[("count", (*count).into())]));
            }
        }
        if let Some(plan) = &facts.plan {
            lines.push(self.html("form-known-plan", &[("plan", plan.as_str().into())]));
        }
        lines
    }

    /// The buttons that answer.
    fn answers(
        &self,
        page: &FormPage<'_>,
        step: &Step<'_>,
        place: usize,
        facts: &Facts,
    ) -> Vec<Vec<Key>> {
        let at = number(place);
        let mut rows = Vec::new();
        if let [field] = step.fields {
            let chosen = match page.answers.get(&field.id) {
                Some(Answer::Chosen(ids)) if !page.hides(field) => ids.as_str(),
                _ => "",
            };
            let many = field.kind == FieldKind::Choices;
            rows.extend((0..).zip(&field.options).map(|(option, one): (u8, _)| {
                let on = chosen.split(' ').any(|id| id == one.id);
                let mark = match (on, many) {
                    (true, _) => "☑ ",
                    (false, true) => "☐ ",
                    (false, false) => "",
                };
                vec![
                    page.keys
                        .pick(at, option)
                        .key(format!("{mark}{}", one.name.get(self.language))),
                ]
            }));
        }
        let mut row = Vec::new();
        match page.keys {
            FormKeys::Return(id) => {
                let key = |label: &str, action| self.key(label, Button::Form(action));
                if before(page, step, facts).is_some() {
                    row.push(key("button-form-same", FormAction::Same(id, at)));
                }
                if step.fields.iter().all(|field| field.kind.is_number()) {
                    row.push(key("button-form-zero", FormAction::Zero(id, at)));
                }
                row.push(key("button-form-unknown", FormAction::Unknown(id, at)));
            }
            // What is told first cannot be left empty.
            FormKeys::Initiative(id) if place >= Means::FIRST.len() => {
                let empty = Button::Initiative(InitiativeAction::Empty(id, at));
                row.push(self.key("button-form-empty", empty));
            }
            FormKeys::Initiative(_) => {}
        }
        rows.push(row);
        rows
    }

    /// The buttons to the step before and the one after.
    fn ways_of(&self, page: &FormPage<'_>, step: &Step<'_>, place: usize) -> Vec<Key> {
        let next = match (step.is_answered(page.answers), page.notes.is_empty()) {
            (true, false) => "button-form-right",
            (true, true) => "button-form-next",
            (false, _) => "button-form-skip",
        };
        self.ways(number(place), next, |place| page.keys.step(place))
    }

    /// The same of any step: what the button to the next one says, and which buttons lead to steps.
    pub(super) fn ways(&self, at: u8, next: &str, to: impl Fn(u8) -> Button) -> Vec<Key> {
        let before = at.checked_sub(1);
        let before = before.map(|place| self.key("button-form-back", to(place)));
        let next = self.key(next, to(at.saturating_add(1)));
        before.into_iter().chain([next]).collect()
    }
}

/// What the unit answered before, if it answered all of the step and the reader may see it.
fn before<'f>(page: &FormPage<'_>, step: &Step<'_>, facts: &'f Facts) -> Option<Vec<&'f Answer>> {
    if step.fields.iter().any(|field| page.hides(field)) {
        return None;
    }
    let answers = step.fields.iter().map(|field| facts.before.get(&field.id));
    answers.collect()
}

/// The text that says how to answer.
fn how(step: &Step<'_>) -> &'static str {
    match step.fields {
        [only] => match only.kind {
            FieldKind::Whole => "form-how-number",
            FieldKind::Percent => "form-how-percent",
            FieldKind::Dong => "form-how-dong",
            FieldKind::Million => "form-how-money",
            FieldKind::Month => "form-how-month",
            FieldKind::Date => "form-how-date",
            FieldKind::Choice => "form-how-choice",
            FieldKind::Choices => "form-how-choices",
            FieldKind::Text => "form-how-text",
            FieldKind::Shares => "form-how-shares",
        },
        _ => "form-how-several",
    }
}

/// A step's place, as buttons carry it.
pub(super) fn number(place: usize) -> u8 {
    u8::try_from(place).unwrap_or(u8::MAX)
}
