//! The minute of a yearly inspection: what was entered stands beside what the inspectors find and write by hand.
//!
//! Knows the parts of such a minute. Must not know who inspects whom: names, times and findings are blanks.

use super::frame::{self, Paper, heads};
use super::page::{Look, Page, cell, table, to_fill_in};
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
    page.bytes().map_err(WriteError)
}

/// A row a task: what was entered, and room for what is found.
fn content(figures: &Figures, words: ReportWords<'_>) -> Table {
    let mut rows = vec![heads(
        words,
        &[
            "file-doc-number-column",
            "file-doc-content",
            "file-minute-entered",
            "file-minute-found",
        ],
    )];
    let all = [("file-minute-row-plan", 1), ("file-minute-row-people", 2)];
    for ((key, row), number) in all.iter().chain(&ROWS).zip(1..) {
        let number: i64 = number;
        let entered = lines(figures, *row);
        rows.push(vec![
            cell(&[(number.to_string(), Look::CENTRE)]),
            cell(&[(words.say(key), Look::CELL)]),
            match entered.is_empty() {
                true => cell(&[(words.say("file-minute-none"), Look::HIDDEN)]),
                false => cell(&entered),
            },
            to_fill_in(""),
        ]);
    }
    table(&[756, 3_300, 3_000, 2_300], rows, true)
}

/// A row a line of the plan: done or not, why, and room for what is found.
fn plan(figures: &Figures, words: ReportWords<'_>) -> Table {
    let columns = [
        "file-doc-number-column",
        "file-plan-content",
        "file-minute-until",
        "file-minute-state",
        "file-minute-found",
    ];
    let mut rows = vec![heads(words, &columns)];
    for (line, number) in figures.plan.iter().zip(1_i64..) {
        let mut state = vec![(line.state.clone(), Look::CELL)];
        if !line.note.is_empty() {
            state.push((line.note.clone(), Look::CELL));
        }
        rows.push(vec![
            cell(&[(number.to_string(), Look::CENTRE)]),
            cell(&[(line.content.clone(), Look::CELL)]),
            cell(&[(line.last.clone(), Look::CENTRE)]),
            cell(&state),
            to_fill_in(""),
        ]);
    }
    table(&[756, 3_300, 1_500, 2_000, 1_800], rows, true)
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
