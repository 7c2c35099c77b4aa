//! The pack of evidence as a document: an annex to the report, for the union's own scoring.
//!
//! Knows columns. Must not know which figures are evidence, nor what they are worth: the column of points is empty.

use super::frame::{self, Paper};
use super::page::{Grid, Look, Page, centred, text};
use crate::report::words::ReportWords;
use crate::report::{Figures, WriteError, evidence as figures_of};
use crate::text::Texts;
use crate::types::Language;

const PAPER: Paper = Paper {
    number: "file-annex-number",
    kind: "file-annex-kind",
    subject: "file-annex-subject",
};

const COLUMNS: [(&str, usize); 6] = [
    ("file-evidence-item", 750),
    ("file-form-name", 2_400),
    ("file-evidence-value", 1_950),
    ("file-evidence-source", 1_900),
    ("file-evidence-day", 1_456),
    ("file-evidence-points", 900),
];

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
        let mut grid = Grid::new(words, &COLUMNS);
        for row in rows {
            let item = centred(&row.item.to_string());
            let [name, value, source] = [&row.name, &row.value, &row.source].map(|said| text(said));
            grid.row([item, name, value, source, centred(&row.day), text("")]);
        }
        page.line("", Look::CENTRE);
        page.table(grid.table());
    }
    page.note(&words.say("file-evidence-note"));
    page.table(frame::signature(figures, words));
    page.bytes()
}
