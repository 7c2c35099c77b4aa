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

use crate::text::{Texts, fold};
use crate::types::{Language, Span};

/// Letters of a file's name, before its ending.
const NAME_MAX: usize = 100;

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

/// What a file is called, by what it is, of when and whose: `ke-hoach-nam-2027-cong-doan-so-noi-vu.docx`. Every program keeps
/// such a name, and a list of them is in order.
pub fn safe_name(name: &str) -> String {
    let is_ending =
        |ending: &str| ending.len() <= 4 && ending.chars().all(|c| c.is_ascii_lowercase());
    let parts = name
        .rsplit_once('.')
        .filter(|(_, ending)| is_ending(ending));
    let (said, ending) = parts.map_or((name, None), |(said, ending)| (said, Some(ending)));
    let folded = fold(said);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric());
    let mut safe = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        if safe.len() + word.len() >= NAME_MAX {
            break;
        }
        if !safe.is_empty() {
            safe.push('-');
        }
        safe.push_str(word);
    }
    if let Some(ending) = ending {
        safe.push('.');
        safe.push_str(ending);
    }
    safe
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
