//! A unit's figures as people get them: chat text, picture, spreadsheet, document.
//!
//! Knows [`Figures`] and how each form looks. Must not know the database, nor how figures were
//! counted or why one of them is hidden: whoever fills them in has decided that.

mod book;
pub mod chat;
pub mod document;
mod evidence;
pub mod figures;
pub mod ledger;
pub mod picture;
pub mod plan;
pub mod plan_sheet;
pub mod register;
pub mod sheet;
pub mod suggestions_sheet;
pub mod units_sheet;
mod words;

pub use figures::Figures;

use crate::text::Texts;
use crate::types::{Language, Span};

/// What a period is called: “Quý III năm 2026”.
pub fn period(span: Span, texts: &Texts, language: Language) -> String {
    words::ReportWords::new(texts, language).period(span)
}

/// A share with the word that says how exact it is.
pub fn share(share: figures::Share, texts: &Texts, language: Language) -> String {
    words::ReportWords::new(texts, language).share(share)
}

/// A day as it is written: `09/11/2026`.
pub fn day(day: chrono::NaiveDate) -> String {
    words::date(day)
}

/// The caption of a picture: whose figures, and of which period. HTML.
pub fn caption(figures: &Figures, texts: &Texts, language: Language) -> String {
    let period = words::ReportWords::new(texts, language).period(figures.span);
    let args = [
        ("unit", figures.unit.as_str().into()),
        ("period", period.into()),
    ];
    texts.html(language, "file-caption", &args)
}

/// What a file is called by that text, without its ending.
pub fn file_name(figures: &Figures, key: &str, texts: &Texts, language: Language) -> String {
    let period = words::ReportWords::new(texts, language).period(figures.span);
    let args = [
        ("unit", figures.unit.as_str().into()),
        ("period", period.into()),
    ];
    safe_name(&texts.plain(language, key, &args))
}

/// The name without what some phones refuse in one.
pub fn safe_name(name: &str) -> String {
    name.replace(['/', '\\', ':', '*', '?', '"', '<', '>', '|'], "-")
}

/// Why there is no file: always a mistake of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the file cannot be written: {0}")]
pub struct WriteError(String);

impl From<rust_xlsxwriter::XlsxError> for WriteError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self(error.to_string())
    }
}
