//! The minute of a yearly inspection: what was entered stands beside what the inspectors find and write by hand.
//!
//! Knows the parts of such a minute. Must not know who inspects whom: names, times and findings are blanks.

use super::frame::{self, Paper};
use super::page::{Grid, Look, Page, cell, centred, said, table, text, to_fill_in, with_note};
use super::{ROWS, lines};
use crate::report::words::ReportWords;
use crate::report::{Figures, WriteError};
use crate::text::Texts;
use crate::types::Language;
use docx_rs::Table;

const PAPER: Paper = Paper {
    number: "file-minute-number",
    kind: "file-minute-kind",
    subject: "file-minute-subject",
};

/// The bytes of a DOCX file.
///
/// # Errors
/// A mistake of ours.
pub fn minute(figures: &Figures, texts: &Texts, language: Language) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let mut page = Page::new();
    frame::head(&mut page, figures, words, &PAPER);
    page.line("", Look::CENTRE);
    page.text(&words.say("file-minute-begin"));
    for (section, lines) in [("file-minute-inspectors", 2), ("file-minute-inspected", 2)] {
        page.heading(&words.say(section));
        for _ in 0..lines {
            page.line(&words.say("file-minute-person"), Look::CELL);
        }
    }
    page.section(&words.say("file-minute-content"));
    page.text(&words.say("file-minute-source"));
    page.table(content(figures, words));
    if !figures.plan.is_empty() {
        page.heading(&words.say("file-minute-plan"));
        page.table(plan(figures, words));
    }
    page.section(&words.say("file-minute-findings"));
    for key in ["file-minute-good", "file-minute-bad", "file-minute-why"] {
        page.blank(&words.say(key), &words.say("file-minute-blank"));
    }
    page.section(&words.say("file-minute-advice"));
    for key in ["file-minute-to-unit", "file-minute-to-above"] {
        page.blank(&words.say(key), &words.say("file-minute-blank"));
    }
    page.note(&words.say("file-minute-end"));
    page.table(signatures(words));
    page.bytes()
}

/// A row a task: what was entered, and room for what is found.
fn content(figures: &Figures, words: ReportWords<'_>) -> Table {
    let columns = [
        ("file-doc-content", 3_300),
        ("file-minute-entered", 3_000),
        ("file-minute-found", 2_300),
    ];
    let mut grid = Grid::numbered(words, 756, &columns);
    let all = [("file-minute-row-plan", 1), ("file-minute-row-people", 2)];
    for (key, row) in all.iter().chain(&ROWS) {
        let entered = match lines(figures, *row) {
            none if none.is_empty() => said(&words.say("file-minute-none"), Look::HIDDEN),
            entered => cell(&entered),
        };
        grid.row([text(&words.say(key)), entered, to_fill_in("")]);
    }
    grid.table()
}

/// A row a line of the plan: done or not, why, and room for what is found.
fn plan(figures: &Figures, words: ReportWords<'_>) -> Table {
    let columns = [
        ("file-plan-content", 3_300),
        ("file-minute-until", 1_500),
        ("file-minute-state", 2_000),
        ("file-minute-found", 1_800),
    ];
    let mut grid = Grid::numbered(words, 756, &columns);
    for line in &figures.plan {
        let state = with_note(&line.state, &line.note);
        let (content, last) = (text(&line.content), centred(&line.last));
        grid.row([content, last, state, to_fill_in("")]);
    }
    grid.table()
}

fn signatures(words: ReportWords<'_>) -> Table {
    let cells = [
        "file-minute-sign-unit",
        "file-minute-sign-clerk",
        "file-minute-sign-lead",
    ]
    .map(|who| frame::signed(words, &[who], "file-minute-sign"));
    table(&[3_156, 3_100, 3_100], vec![cells.into()], false)
}
