//! Suggestions as documents: all of a unit in a table, one on a paper for the head of the agency, and what has become of the yearly
//! meeting's resolution.
//!
//! Knows the parts of such papers. Must not know who wrote anything. Number, date, signature and seal stay blank.

use docx_rs::Table;

use super::frame::{by_chair, letterhead, signed};
use super::page::{Grid, Look, Page, cell, centred, table, text, to_fill_in};
use crate::report::WriteError;
use crate::report::suggestions_sheet::{SuggestionRow, SuggestionTable, said, title};
use crate::report::words::ReportWords;
use crate::text::Texts;
use crate::types::Language;

/// All of a unit.
///
/// # Errors
/// A mistake of ours.
pub fn summary(
    all: &SuggestionTable,
    texts: &Texts,
    language: Language,
) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let title = title(all, words);
    let mut page = Page::new();
    head(&mut page, all, words, ("file-suggestions-number", &title));
    page.text(&words.say("file-suggestions-how"));
    page.table(rows(all, words));
    page.note(&words.say("file-suggestions-note"));
    page.table(by_chair(words.say("file-survey-copy"), words));
    page.bytes()
}

fn head(
    page: &mut Page,
    all: &SuggestionTable,
    words: ReportWords<'_>,
    (number, title): (&str, &str),
) {
    let whose = (all.parent.as_deref(), all.unit.as_str());
    letterhead(page, whose, words, number);
    page.line(title, Look::TITLE);
    page.line("", Look::CENTRE);
}

fn rows(all: &SuggestionTable, words: ReportWords<'_>) -> Table {
    let columns = [
        ("file-suggestions-text", 3_506),
        ("file-suggestions-twins", 1_050),
        ("file-suggestions-answer", 2_500),
        ("file-suggestions-who-until", 1_500),
    ];
    let mut grid = Grid::numbered(words, 800, &columns);
    for row in &all.rows {
        let answer = match row.word.is_empty() {
            true => cell(&[(words.say("file-suggestions-open"), Look::HIDDEN)]),
            false => cell(&[
                (row.word.clone(), Look::CENTRE),
                (row.answer.clone(), Look::CELL),
            ]),
        };
        let [now, wish] = said(row, words);
        let said = cell(&[
            (row.topic.clone(), Look::SMALL),
            (now, Look::CELL),
            (wish, Look::CELL),
        ]);
        let twins = centred(&row.twins.to_string());
        grid.row([said, twins, answer, to_fill_in("")]);
    }
    grid.table()
}

/// One of them, to be carried to the head of the agency: the head needs no bot. Whether it is signed changes what is promised of its
/// author.
///
/// # Errors
/// A mistake of ours.
pub fn forward(
    all: &SuggestionTable,
    (row, has_name): (&SuggestionRow, bool),
    texts: &Texts,
    language: Language,
) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let mut page = Page::new();
    let title = words.say("file-forward-title");
    head(&mut page, all, words, ("file-forward-number", &title));
    page.line(&words.say("file-survey-to"), Look::TO);
    page.line("", Look::CENTRE);
    let args = [
        ("topic", row.topic.as_str().into()),
        ("code", row.short.as_str().into()),
    ];
    page.text(&words.with("file-forward-how", &args));
    page.heading(&words.say("file-forward-now"));
    page.text(&row.situation);
    page.heading(&words.say("file-forward-proposal"));
    page.text(&row.proposal);
    page.heading(&words.say("file-forward-asks"));
    page.text(&words.say(match has_name {
        true => "file-forward-please-signed",
        false => "file-forward-please",
    }));
    let blank = words.say("file-forward-blank");
    for key in [
        "file-forward-word",
        "file-forward-answer",
        "file-forward-until",
    ] {
        page.blank(&words.say(key), &blank);
    }
    page.note(&words.say("file-forward-note"));
    let cells = [
        signed(words, &["file-forward-head"], "file-doc-sign"),
        signed(
            words,
            &["file-doc-behalf", "file-doc-chair"],
            "file-doc-sign",
        ),
    ];
    page.table(table(&[4_656, 4_700], vec![cells.into()], false));
    page.bytes()
}

/// What has become of the resolution, half a year after the meeting: each opinion with room for what was done.
///
/// # Errors
/// A mistake of ours.
pub fn checked(
    all: &SuggestionTable,
    texts: &Texts,
    language: Language,
) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let mut page = Page::new();
    let title = words.say("file-check-title");
    head(&mut page, all, words, ("file-check-number", &title));
    page.text(&words.say("file-check-how"));
    page.section(&words.say("file-check-resolution"));
    page.blank(&words.say("file-check-lines"), &words.say("file-doc-blank"));
    page.section(&words.say("file-check-opinions"));
    let columns = [
        ("file-suggestions-text", 3_556),
        ("file-suggestions-answer", 1_800),
        ("file-check-done", 1_500),
        ("file-check-why", 1_700),
    ];
    let mut grid = Grid::numbered(words, 800, &columns);
    for row in &all.rows {
        let (proposal, word) = (text(&row.proposal), text(&row.word));
        grid.row([proposal, word, to_fill_in(""), to_fill_in("")]);
    }
    page.table(grid.table());
    for key in ["file-check-good", "file-check-bad", "file-check-next"] {
        page.blank(&words.say(key), &words.say("file-doc-blank"));
    }
    page.note(&words.say("file-suggestions-note"));
    page.table(by_chair(words.say("file-survey-copy"), words));
    page.bytes()
}
