//! A criterion's file: card, items, questions.
//!
//! Knows their rules of form. Must not know other files.

use chrono::NaiveDate;

use super::draft::{FileDraft, values};
use crate::campaign::{Card, Choice, Criterion, Item, Kind, Question, Term, dates, raw};
use crate::campaign::{EXPECT, OPTIONS, QUIZ_QUESTIONS};
use crate::told;
use crate::types::CriterionId;

type CriterionFile<'a> = FileDraft<'a, raw::Criterion>;

pub(super) fn criterion(draft: &mut CriterionFile<'_>, id: CriterionId) -> Criterion {
    let raw = &draft.page.raw;
    if raw.criterion.value != id.to_string() {
        draft.fault(
            &raw.criterion,
            told!("criterion-of-another", id = id, given = raw.criterion.value),
        );
    }
    if raw.items.value.is_empty() {
        draft.fault(&raw.items, told!("items-none"));
    }
    if raw.questions.value.len() < QUIZ_QUESTIONS {
        draft.fault(
            &raw.questions,
            told!("questions-few", count = raw.questions.value.len()),
        );
    }
    Criterion {
        id,
        wording: super::official(&raw.text, raw.text_en.as_ref()),
        card: card(draft, id),
        items: items(draft, id),
        questions: questions(draft, id),
    }
}

fn card(draft: &mut CriterionFile<'_>, id: CriterionId) -> Card {
    let raw = &draft.page.raw.card;
    draft.id(&raw.id, &format!("K-{id}"));
    Card {
        id: raw.id.value.clone(),
        title: raw.title.value.clone(),
        situation: raw.situation.value.clone(),
        questions: values(&raw.questions.value),
        effective_from: draft.date(&raw.effective_from),
        checked_on: draft.date(&raw.checked_on),
        source: draft.source(&raw.source),
    }
}

fn items(draft: &mut CriterionFile<'_>, criterion: CriterionId) -> Vec<Item> {
    let list = &draft.page.raw.items.value;
    let known: Vec<Entry<'_>> = list
        .iter()
        .map(|raw| Entry::new(&raw.id, &raw.effective_from, raw.superseded_by.as_ref()))
        .collect();
    in_order(draft, &known, |number| format!("I-{criterion}-{number}"));
    list.iter()
        .zip(&known)
        .map(|(raw, entry)| Item {
            id: raw.id.value.clone(),
            criterion,
            title: raw.title.value.clone(),
            thought: raw.thought.value.clone(),
            situation: raw.situation.value.clone(),
            attempt: raw.attempt.value.clone(),
            term: term(draft, entry, &known),
            checked_on: draft.date(&raw.checked_on),
            source: draft.source(&raw.source),
            superseded_by: raw.superseded_by.as_ref().map(|id| id.value.clone()),
            rests_on: draft.rests_on(&raw.source, &[&raw.thought, &raw.situation, &raw.attempt]),
        })
        .collect()
}

fn questions(draft: &mut CriterionFile<'_>, criterion: CriterionId) -> Vec<Question> {
    let list = &draft.page.raw.questions.value;
    let known: Vec<Entry<'_>> = list
        .iter()
        .map(|raw| Entry::new(&raw.id, &raw.effective_from, raw.superseded_by.as_ref()))
        .collect();
    in_order(draft, &known, |number| format!("Q-{criterion}-{number:02}"));
    list.iter()
        .zip(&known)
        .map(|(raw, entry)| Question {
            id: raw.id.value.clone(),
            criterion,
            kind: match raw.kind.value {
                raw::Kind::Recall => Kind::Recall,
                raw::Kind::Law => Kind::Law,
                raw::Kind::Situation => Kind::Situation,
            },
            difficulty: difficulty(draft, raw),
            question: raw.question.value.clone(),
            options: options(draft, raw),
            why: raw.why.value.clone(),
            term: term(draft, entry, &known),
            checked_on: draft.date(&raw.checked_on),
            source: draft.source(&raw.source),
            superseded_by: raw.superseded_by.as_ref().map(|id| id.value.clone()),
            expect: expect(draft, raw),
            twin: twin(draft, raw),
            do_now: raw.do_now.as_ref().map(|text| text.value.clone()),
            rests_on: draft.rests_on(&raw.source, &told(raw)),
        })
        .collect()
}

/// What is said about a question as true: its key and all that explains it. Wrong options are not.
pub(crate) fn told(raw: &raw::Question) -> Vec<&raw::Text> {
    let options = &raw.options.value;
    let key = options.iter().filter(|one| one.is_right());
    let feedback = options.iter().filter_map(|one| one.why.as_ref());
    let key = key.map(|one| &one.text);
    key.chain(feedback)
        .chain([&raw.why])
        .chain(&raw.do_now)
        .collect()
}

fn expect(draft: &mut CriterionFile<'_>, raw: &raw::Question) -> Option<u8> {
    let expect = raw.expect.as_ref()?;
    if !EXPECT.contains(&expect.value) {
        draft.fault(expect, told!("expect-range", given = expect.value));
    }
    Some(expect.value)
}

/// The first of a family stands above its twins, in the same file.
fn twin(draft: &mut CriterionFile<'_>, raw: &raw::Question) -> Option<String> {
    let twin = raw.twin.as_ref()?;
    let list = draft.page.raw.questions.value.iter();
    let mut above = list.take_while(|one| one.id.value != raw.id.value);
    let Some(first) = above.find(|one| one.id.value == twin.value) else {
        draft.fault(twin, told!("twin-not-above", given = twin.value));
        return None;
    };
    if first.twin.is_some() {
        draft.fault(twin, told!("twin-of-twin", given = twin.value));
    }
    Some(twin.value.clone())
}

fn difficulty(draft: &mut CriterionFile<'_>, raw: &raw::Question) -> u8 {
    let difficulty = raw.difficulty.value;
    if !(1..=3).contains(&difficulty) {
        draft.fault(
            &raw.difficulty,
            told!("difficulty-range", given = difficulty),
        );
    }
    difficulty
}

fn options(draft: &mut CriterionFile<'_>, raw: &raw::Question) -> Vec<Choice> {
    let list = &raw.options.value;
    if list.len() != OPTIONS {
        draft.fault(&raw.options, told!("options-count", count = list.len()));
    }
    let right = list.iter().filter(|choice| choice.is_right()).count();
    if right != 1 {
        draft.fault(&raw.options, told!("options-right", count = right));
    }
    for (place, choice) in list.iter().enumerate() {
        let same = |other: &raw::Choice| {
            other.text.value.trim().to_lowercase() == choice.text.value.trim().to_lowercase()
        };
        if list.iter().take(place).any(same) {
            draft.fault(&choice.text, told!("choice-twice"));
        }
    }
    list.iter()
        .map(|choice| Choice {
            text: choice.text.value.clone(),
            right: choice.is_right(),
            why: choice.why.as_ref().map(|why| why.value.clone()),
        })
        .collect()
}

/// What items and questions share: an id, a first day, perhaps a successor.
struct Entry<'a> {
    id: &'a raw::Text,
    from: &'a raw::Text,
    superseded_by: Option<&'a raw::Text>,
}

impl<'a> Entry<'a> {
    fn new(id: &'a raw::Text, from: &'a raw::Text, superseded_by: Option<&'a raw::Text>) -> Self {
        Self {
            id,
            from,
            superseded_by,
        }
    }
}

/// Only the first id out of order is told: the others follow from it.
fn in_order(draft: &mut CriterionFile<'_>, list: &[Entry<'_>], expected: impl Fn(usize) -> String) {
    for (place, entry) in list.iter().enumerate() {
        if !draft.id(entry.id, &expected(place + 1)) {
            return;
        }
    }
}

fn term(draft: &mut CriterionFile<'_>, entry: &Entry<'_>, all: &[Entry<'_>]) -> Term {
    let effective_from = draft.date(entry.from);
    Term {
        effective_from,
        superseded_from: successor(draft, entry, effective_from, all),
    }
}

fn successor(
    draft: &mut CriterionFile<'_>,
    entry: &Entry<'_>,
    from: NaiveDate,
    all: &[Entry<'_>],
) -> Option<NaiveDate> {
    let named = entry.superseded_by?;
    let Some(next) = all.iter().find(|one| one.id.value == named.value) else {
        draft.fault(named, told!("successor-none", given = named.value));
        return None;
    };
    let begins = dates::parse(&next.from.value)?;
    if begins <= from {
        draft.fault(named, told!("successor-early", given = named.value));
    }
    Some(begins)
}
