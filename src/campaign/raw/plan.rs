//! `plan.yaml` as it stands.
//!
//! Knows the YAML's form. Must not know which values are right.

use serde::Deserialize;
use serde_saphyr::Spanned;

use super::form::Wording;
use super::{Source, Text};
use crate::campaign::form::Known;

/// `plan.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Plan {
    pub bases: Vec<Text>,
    pub posts: Spanned<Vec<Post>>,
    pub tasks: Spanned<Vec<Task>>,
    pub checked_on: Text,
    pub source: Source,
}

/// A post that may lead.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Post {
    pub id: Text,
    pub vi: Text,
    pub en: Text,
    #[serde(default)]
    pub also: Vec<Text>,
}

/// A task.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Task {
    pub name: Wording,
    pub lines: Spanned<Vec<Line>>,
}

/// A line that is ready to be taken over.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Line {
    pub content: Wording,
    pub lead: Spanned<Vec<Text>>,
    #[serde(default)]
    pub support: Vec<Text>,
    pub months: Option<Spanned<Vec<u32>>>,
    pub measure: Wording,
    pub target: Wording,
    pub counts: Option<Spanned<Known>>,
}
