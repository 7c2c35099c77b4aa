//! What an author has told, as a row of a register or a form.
//!
//! Knows what each answer means. Must not know who may see it.

use crate::campaign::form::{Form, Means};
use crate::forms;
use crate::report::register::RegisterRow;
use crate::store::register::EntryState;
use crate::text::Texts;
use crate::types::{Answer, Answers, Language};

/// The answer that means this, in words; nothing if it was left empty.
pub(super) fn said(
    (form, answers): (&Form, &Answers),
    means: Means,
    (texts, language): (&Texts, Language),
) -> String {
    let found = form.meaning(means);
    let found = found.and_then(|field| Some((field, answers.get(&field.id)?)));
    match found {
        None | Some((_, Answer::Unknown)) => String::new(),
        Some((field, answer)) => forms::shown(field, answer, texts, language),
    }
}

/// What a state is called.
pub(in crate::core) fn state_key(state: EntryState) -> &'static str {
    match state {
        EntryState::Noted => "register-state-noted",
        EntryState::Applied => "register-state-applied",
        EntryState::Lodged => "register-state-lodged",
        EntryState::Recognised => "register-state-recognised",
        EntryState::Declined => "register-state-declined",
    }
}

/// Everything that is told, without how far it is and whose it is.
pub(in crate::core) fn row(told: (&Form, &Answers), words: (&Texts, Language)) -> RegisterRow {
    let said = |means| said(told, means, words);
    let benefit = told.0.meaning(Means::Benefit);
    let benefit = benefit.and_then(|field| told.1.get(&field.id)?.number());
    RegisterRow {
        title: said(Means::Title),
        change: said(Means::Change),
        field: said(Means::Field),
        kind: said(Means::Kind),
        since: said(Means::Since),
        before: said(Means::Before),
        after: said(Means::After),
        measure: said(Means::Measure),
        benefit,
        spread: said(Means::Spread),
        ..RegisterRow::default()
    }
}
