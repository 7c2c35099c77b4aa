//! The content files as they stand, each value with its place.
//!
//! Knows the YAML's form. Must not know which values are right.

pub(crate) mod form;
pub(crate) mod plan;
pub(crate) mod suggestions;

use serde::Deserialize;
use serde_saphyr::Spanned;

/// A text and where it stands.
pub(crate) type Text = Spanned<String>;

/// `<theme>/<criterion>.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Criterion {
    pub criterion: Text,
    pub text: Text,
    pub text_en: Option<Text>,
    pub card: Card,
    pub items: Spanned<Vec<Item>>,
    pub questions: Spanned<Vec<Question>>,
}

/// Where something comes from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    pub document: Text,
    pub place: Option<Text>,
}

/// A discussion card.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Card {
    pub id: Text,
    pub title: Text,
    pub situation: Text,
    pub questions: Spanned<Vec<Text>>,
    pub effective_from: Text,
    pub checked_on: Text,
    pub source: Source,
}

/// An item.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Item {
    pub id: Text,
    pub title: Text,
    pub thought: Text,
    pub situation: Text,
    #[serde(rename = "try")]
    pub attempt: Text,
    pub effective_from: Text,
    pub checked_on: Text,
    pub source: Source,
    pub superseded_by: Option<Text>,
}

/// A question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    pub id: Text,
    pub kind: Spanned<Kind>,
    pub difficulty: Spanned<u8>,
    pub expect: Option<Spanned<u8>>,
    pub twin: Option<Text>,
    pub question: Text,
    pub options: Spanned<Vec<Choice>>,
    pub why: Text,
    pub do_now: Option<Text>,
    pub effective_from: Text,
    pub checked_on: Text,
    pub source: Source,
    pub superseded_by: Option<Text>,
}

/// What a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Recall,
    Law,
    Situation,
}

/// One option of a question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choice {
    pub text: Text,
    pub right: Option<Spanned<bool>>,
    pub why: Option<Text>,
}

impl Choice {
    /// Whether it is marked as the right one.
    pub(crate) fn is_right(&self) -> bool {
        self.right.as_ref().is_some_and(|right| right.value)
    }
}

/// `campaign.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Frame {
    pub title: Text,
    pub title_en: Option<Text>,
    pub source: Source,
    pub objective: Text,
    pub objective_en: Option<Text>,
    pub themes: Spanned<Vec<Theme>>,
    pub tasks: Spanned<Vec<Text>>,
    #[serde(default)]
    pub tasks_en: Vec<Text>,
}

/// A theme.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Theme {
    pub number: Spanned<u8>,
    pub name: Text,
    pub name_en: Option<Text>,
    pub folder: Text,
}

/// `documents.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Documents {
    pub documents: Vec<Document>,
}

/// A document that may be a source, and what became of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Document {
    pub id: Text,
    pub cite: Text,
    pub title: Text,
    pub number: Option<Text>,
    pub date: Option<Text>,
    pub issuer: Option<Text>,
    pub in_force_from: Option<Text>,
    pub in_force_until: Option<Text>,
    #[serde(default)]
    pub amended_by: Vec<Text>,
    pub replaced_by: Option<Text>,
    pub address: Option<Text>,
    pub unsettled: Option<Text>,
    pub note: Option<Text>,
    pub checked_by: Text,
    pub checked_on: Text,
}

/// `calendar.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Calendar {
    pub holidays: Spanned<Vec<Holiday>>,
    pub anniversaries: Vec<Anniversary>,
    #[serde(default)]
    pub observances: Vec<Observance>,
}

/// A day kept every year, with words that an officer may send.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Observance {
    pub day: Text,
    pub name: Text,
    pub source: Text,
    pub broadcast: Text,
}

/// Days without messages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Holiday {
    pub from: Text,
    pub to: Text,
    pub name: Text,
}

/// A day worth remembering.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Anniversary {
    pub day: Text,
    pub year: Spanned<i32>,
    pub name: Text,
    pub source: Text,
}

/// `checkins/NN.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Checkin {
    pub id: Text,
    pub title: Text,
    pub read: Read,
    pub prompts: Spanned<Vec<Prompt>>,
    pub closing: Text,
    pub effective_from: Text,
    pub checked_on: Text,
    pub source: Source,
}

/// The thought of theme 1 in a check-in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Read {
    pub criterion: Text,
    pub thought: Text,
}

/// One prompt of a check-in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Prompt {
    pub id: Text,
    pub criterion: Text,
    pub question: Text,
    pub choices: Spanned<Vec<Text>>,
}
