//! `suggestions.yaml` as it stands.
//!
//! Knows the YAML's form. Must not know which values are right.

use serde::Deserialize;
use serde_saphyr::Spanned;

use super::form::Wording;
use super::{Source, Text};

/// `suggestions.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Suggestions {
    pub topics: Spanned<Vec<Wording>>,
    pub ways: Spanned<Vec<Way>>,
    pub answer_days: Option<Spanned<u32>>,
    pub checked_on: Text,
}

/// A lawful way on paper.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Way {
    pub text: Wording,
    pub source: Source,
}
