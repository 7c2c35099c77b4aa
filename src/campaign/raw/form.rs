//! A file of `forms/` as it stands.
//!
//! Knows the YAML's form. Must not know which values are right.

use serde::Deserialize;
use serde_saphyr::Spanned;

use super::{Source, Text};
use crate::campaign::form::{Asks, FieldKind, Known, Means, Told};

/// `forms/NAME.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Form {
    pub form: Text,
    pub version: Spanned<u32>,
    pub title: Wording,
    pub asks: Asks,
    pub periods: Option<Spanned<Vec<Period>>>,
    pub opens: Option<Text>,
    pub days: Option<Spanned<u32>>,
    pub prompts: Spanned<Vec<FormPrompt>>,
    #[serde(default)]
    pub sums: Vec<SumCheck>,
    pub checked_on: Text,
    pub source: Source,
}

/// Words in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wording {
    pub vi: Text,
    pub en: Text,
}

/// For how long a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Period {
    Year,
    HalfYear,
    Quarter,
}

/// A question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FormPrompt {
    pub ask: Wording,
    pub hint: Option<Wording>,
    pub fields: Spanned<Vec<Field>>,
}

/// One thing that is answered.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Field {
    pub id: Text,
    pub name: Wording,
    #[serde(rename = "type")]
    pub kind: Spanned<FieldKind>,
    pub min: Option<Spanned<i64>>,
    pub max: Option<Spanned<i64>>,
    pub options: Option<Spanned<Vec<FieldOption>>>,
    pub known: Option<Known>,
    pub means: Option<Spanned<Means>>,
    pub told: Option<Told>,
    pub report: Option<Spanned<u8>>,
    pub at_most: Option<Text>,
    #[serde(default)]
    pub not_future: bool,
    pub near: Option<Near>,
    pub share_of: Option<ShareOf>,
    pub within_months: Option<WithinMonths>,
    pub long_ago: Option<WithinMonths>,
    #[serde(default)]
    pub no_names: bool,
    #[serde(default)]
    pub no_files: bool,
    #[serde(default)]
    pub no_wish: bool,
    #[serde(default)]
    pub figure: bool,
}

/// Something that can be chosen.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FieldOption {
    pub id: Text,
    pub vi: Text,
    pub en: Text,
}

/// Not far from what the bot knows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Near {
    pub known: Known,
    pub percent: Spanned<i64>,
}

/// Not more than a part of another field.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShareOf {
    pub field: Text,
    pub percent: Spanned<i64>,
    pub say: Wording,
}

/// Not long after the period has begun, or not long before.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WithinMonths {
    pub months: Spanned<u32>,
    pub say: Wording,
}

/// Several fields together are no more than another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SumCheck {
    pub of: Spanned<Vec<Text>>,
    pub at_most: Text,
}
