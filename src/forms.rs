//! Filling in a form: its steps, what a person typed, what is wrong or doubtful, and the sheet of many units.
//!
//! Knows a form and answers. Must not know who answers, where answers are kept, nor what the screen looks like.

mod checks;
mod names;
mod number;
mod reading;
pub(crate) mod sheet;
mod shown;
pub(crate) mod survey;
#[cfg(test)]
mod tests;
mod words;

use chrono::NaiveDate;

pub(crate) use self::checks::{Facts, doubts, wrong};
pub(crate) use self::names::{named, names_somebody};
pub(crate) use self::reading::{day_of as day, read};
pub(crate) use self::shown::{known_text, shown};
use crate::campaign::form::{Field, Form, FormPrompt};
use crate::table::Trouble;
use crate::types::{Answer, Answers, Language};

/// What is asked at once: a prompt whose fields are all numbers, or one field.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step<'f> {
    pub(crate) prompt: &'f FormPrompt,
    pub(crate) fields: &'f [Field],
}

impl Step<'_> {
    /// What it is called in a list: `2`, or `16.1` where its prompt has several.
    pub(crate) fn number(&self) -> &str {
        match self.fields {
            [only] if self.prompt.fields.len() > 1 => &only.id,
            _ => &self.prompt.number,
        }
    }

    /// Whether all of it is answered, if only by “no figure yet”.
    pub(crate) fn is_answered(&self, answers: &Answers) -> bool {
        let mut fields = self.fields.iter();
        fields.all(|field| answers.contains_key(&field.id))
    }

    /// What is wrong with one of these answers to it, beside all others.
    pub(crate) fn refuses(
        &self,
        form: &Form,
        (others, now): (&Answers, &[Answer]),
        today: NaiveDate,
        language: Language,
    ) -> Option<Trouble> {
        let mut all = others.clone();
        let fields = self.fields.iter().map(|field| field.id.clone());
        all.extend(fields.zip(now.iter().cloned()));
        let mut wrong = wrong(form, &all, today, language).into_iter();
        let own = wrong.find(|(field, _)| self.fields.contains(field))?;
        Some(own.1)
    }
}

/// The steps of a form, in order.
pub(crate) fn steps(form: &Form) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    for prompt in &form.prompts {
        let together = prompt.fields.iter().all(|field| field.kind.is_number());
        let size = if together { prompt.fields.len() } else { 1 };
        let parts = prompt.fields.chunks(size.max(1));
        steps.extend(parts.map(|fields| Step { prompt, fields }));
    }
    steps
}

/// A day as it is stored.
pub(crate) fn day_number(day: NaiveDate) -> i64 {
    day.format("%Y%m%d").to_string().parse().unwrap_or_default()
}

/// The day of a stored number; the first of a month where it says no day.
pub(crate) fn number_day(number: i64) -> Option<NaiveDate> {
    let text = if number < 1_000_000 {
        format!("{number}01")
    } else {
        number.to_string()
    };
    NaiveDate::parse_from_str(&text, "%Y%m%d").ok()
}
