//! What is wrong with answers, and what is asked back because it is unlikely.
//!
//! Knows the checks a form can name. Must not know what a person typed.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};

use super::{number_day, shown, words};
use crate::campaign::form::{Field, Form, Known, SumCheck};
use crate::table::{Arg, Trouble};
use crate::text::Texts;
use crate::types::{Answer, Answers, Language, Span};

/// What is known beside the answers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    /// What the bot counts itself; what may not be told is not here.
    pub(crate) known: BTreeMap<Known, i64>,
    /// What the unit answered for the period before.
    pub(crate) before: Answers,
    /// Number and day of the plan that the unit has issued for the period, as the row of the plan would say it.
    pub(crate) plan: Option<String>,
}

/// Whether an answer keeps the limits of its field.
pub(super) fn limits(field: &Field, answer: &Answer, language: Language) -> Result<(), Trouble> {
    let (Some(number), true) = (answer.number(), field.kind.is_number()) else {
        return Ok(());
    };
    let (key, limit) = match number {
        number if number < field.min => ("form-min", field.min),
        number if number > field.max => ("form-max", field.max),
        _ => return Ok(()),
    };
    let limit = shown::number(field.kind, limit, language);
    Err(Trouble::new(key)
        .with("name", field.name.get(language))
        .with("limit", limit))
}

/// What is wrong with all answers together, each with the field at which it is mended.
pub(crate) fn wrong<'f>(
    form: &'f Form,
    answers: &Answers,
    today: NaiveDate,
    language: Language,
) -> Vec<(&'f Field, Trouble)> {
    let mut found = Vec::new();
    for field in form.fields() {
        let Some(answer) = answers.get(&field.id) else {
            continue;
        };
        if let Err(trouble) = limits(field, answer, language) {
            found.push((field, trouble));
        }
        let more = field.checks.at_most.as_ref().and_then(|other| {
            let other = form.field(other)?;
            more_than(field, answer, other, answers, language)
        });
        found.extend(more.map(|trouble| (field, trouble)));
        let ahead = answer.number().and_then(number_day);
        if field.checks.not_future && ahead.is_some_and(|day| day > today) {
            found.push((field, Trouble::new("form-future")));
        }
    }
    for sum in &form.sums {
        found.extend(over(form, sum, answers, language));
    }
    found
}

fn more_than(
    field: &Field,
    answer: &Answer,
    other: &Field,
    answers: &Answers,
    language: Language,
) -> Option<Trouble> {
    let (number, most) = (answer.number()?, answers.get(&other.id)?.number()?);
    (number > most).then(|| {
        Trouble::new("form-more-than")
            .with("name", field.name.get(language))
            .with("value", shown::number(field.kind, number, language))
            .with("other", other.name.get(language))
            .with("most", shown::number(other.kind, most, language))
    })
}

fn over<'f>(
    form: &'f Form,
    check: &SumCheck,
    answers: &Answers,
    language: Language,
) -> Option<(&'f Field, Trouble)> {
    let most = form.field(&check.at_most)?;
    let limit = answers.get(&most.id)?.number()?;
    let fields: Vec<&Field> = check.of.iter().filter_map(|id| form.field(id)).collect();
    let numbers = fields
        .iter()
        .filter_map(|field| answers.get(&field.id)?.number());
    let sum: i64 = numbers.sum();
    let names = fields.iter().map(|field| field.name.get(language).into());
    let trouble = || {
        Trouble::new("form-sum")
            .with("names", Arg::List(names.collect()))
            .with("value", shown::number(most.kind, sum, language))
            .with("other", most.name.get(language))
            .with("most", shown::number(most.kind, limit, language))
    };
    (sum > limit)
        .then(trouble)
        .zip(fields.last())
        .map(|(trouble, at)| (*at, trouble))
}

/// What is asked back of these fields: it may be right.
pub(crate) fn doubts(
    fields: &[Field],
    answers: &Answers,
    facts: &Facts,
    span: Span,
    (texts, language): (&Texts, Language),
) -> Vec<String> {
    let mut found = Vec::new();
    for field in fields {
        let (Some(answer), checks) = (answers.get(&field.id), &field.checks) else {
            continue;
        };
        let number = answer.number();
        if let (Some((known, percent)), Some(number)) = (checks.near, number)
            && let Some(known) = facts.known.get(&known).filter(|known| **known > 0)
            && (number - known).abs() * 100 > known * percent
        {
            let trouble = Trouble::new("form-near")
                .with("value", shown::number(field.kind, number, language))
                .with("known", *known)
                .with("percent", percent);
            found.push(trouble.told(texts, language));
        }
        if let (Some((other, percent, say)), Some(number)) = (&checks.share_of, number)
            && let Some(other) = answers.get(other).and_then(Answer::number)
            && number * 100 > other * percent
        {
            found.push(texts.addressed(say.get(language)));
        }
        if let (Some((months, say)), Some(day)) =
            (&checks.within_months, number.and_then(number_day))
            && span.from() + Months::new(*months) <= day
        {
            found.push(texts.addressed(say.get(language)));
        }
        if let (Some((months, say)), Some(day)) = (&checks.long_ago, number.and_then(number_day))
            && day + Months::new(*months) <= span.from()
        {
            found.push(texts.addressed(say.get(language)));
        }
        if let Answer::Words(said) = answer {
            let keys = words::doubts(checks, said).into_iter();
            found.extend(keys.map(|key| Trouble::new(key).told(texts, language)));
        }
    }
    found
}
