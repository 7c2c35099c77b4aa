//! Moments as a person reads them, by the country's clocks.
//!
//! Knows where the country is. Must not know how a moment is written.

use chrono::{DateTime, Utc};

use super::Ctx;
use crate::report;
use crate::schedule::local;
use crate::text::{Value, html};
use crate::types::{Language, Span};

impl Ctx<'_> {
    /// A moment of these days, such as a deadline.
    pub(in crate::core) fn soon(&self, language: Language, at: DateTime<Utc>) -> String {
        self.core.texts.soon(language, local(at).naive_local())
    }

    /// The same, and the app knows which moment it is: it can show it in its own time, and remind of it.
    pub(in crate::core) fn deadline(&self, language: Language, at: DateTime<Utc>) -> Value {
        Value::Html(html::moment(at.timestamp(), &self.soon(language, at)))
    }

    /// What a period is called.
    pub(in crate::core) fn period(&self, language: Language, span: Span) -> String {
        report::period(span, &self.core.texts, language)
    }

    /// A moment of any year.
    pub(in crate::core) fn dated(&self, language: Language, at: DateTime<Utc>) -> String {
        self.core.texts.dated(language, local(at).naive_local())
    }
}
