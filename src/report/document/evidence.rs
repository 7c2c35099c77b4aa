//! The pack of evidence as a document: an annex to the report, for the union's own scoring.
//!
//! Knows columns. Must not know which figures are evidence, nor what they are worth: the column of points is empty.

use super::frame::{self, Paper, heads};
use super::page::{Look, Page, cell, table};
use crate::report::words::ReportWords;
use crate::report::{Figures, WriteError, evidence as figures_of};
use crate::text::Texts;
use crate::types::Language;

const PAPER: Paper = Paper {
    number: "file-annex-number",
    kind: "file-annex-kind",
    subject: "file-annex-subject",
};

const COLUMNS: [&str; 6] = [
    "file-evidence-item",
    "file-form-name",
    "file-evidence-value",
    "file-evidence-source",
    "file-evidence-day",
    "file-evidence-points",
];
const WIDTHS: [usize; 6] = [750, 2_400, 1_950, 1_900, 1_456, 900];

/// The bytes of a DOCX file.
///
/// # Errors
/// A mistake of ours.
pub fn evidence(
    figures: &Figures,
    texts: &Texts,
    language: Language,
) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let mut page = Page::new();
    frame::head(&mut page, figures, words, &PAPER);
    let rows = figures_of::rows(figures, words);
    if rows.is_empty() {
        page.text(&words.say("file-annex-none"));
    } else {
        let mut cells = vec![heads(words, &COLUMNS)];
        cells.extend(rows.into_iter().map(|row| {
            vec![
                cell(&[(row.item.to_string(), Look::CENTRE)]),
                cell(&[(row.name, Look::CELL)]),
                cell(&[(row.value, Look::CELL)]),
                cell(&[(row.source, Look::CELL)]),
                cell(&[(row.day, Look::CENTRE)]),
                cell(&[(String::new(), Look::CELL)]),
            ]
        }));
        page.line("", Look::CENTRE);
        page.table(table(&WIDTHS, cells, true));
    }
    page.note(&words.say("file-evidence-note"));
    page.table(frame::signature(figures, words));
    page.bytes().map_err(WriteError)
}
