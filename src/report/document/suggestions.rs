//! Suggestions as documents: all of a unit in a table, one on a paper for the head of the agency, and what has become of the yearly
//! meeting's resolution.
//!
//! Knows the parts of such papers. Must not know who wrote anything. Number, date, signature and seal stay blank.

use docx_rs::Table;

use super::frame::{by_chair, heads, letterhead, signed};
use super::page::{Look, Page, cell, table, to_fill_in};
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
    page.bytes().map_err(WriteError)
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
    let names = [
        "file-doc-number-column",
        "file-suggestions-text",
        "file-suggestions-twins",
        "file-suggestions-answer",
        "file-suggestions-who-until",
    ];
    let mut lines = vec![heads(words, &names)];
    for (number, row) in (1_i64..).zip(&all.rows) {
        let answer = match row.word.is_empty() {
            true => cell(&[(words.say("file-suggestions-open"), Look::HIDDEN)]),
            false => cell(&[
                (row.word.clone(), Look::CENTRE),
                (row.answer.clone(), Look::CELL),
            ]),
        };
        let [now, wish] = said(row, words);
        lines.push(vec![
            cell(&[(number.to_string(), Look::CENTRE)]),
            cell(&[
                (row.topic.clone(), Look::SMALL),
                (now, Look::CELL),
                (wish, Look::CELL),
            ]),
            cell(&[(row.twins.to_string(), Look::CENTRE)]),
            answer,
            to_fill_in(""),
        ]);
    }
    table(&[800, 3_506, 1_050, 2_500, 1_500], lines, true)
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
    page.bytes().map_err(WriteError)
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
    let names = [
        "file-doc-number-column",
        "file-suggestions-text",
        "file-suggestions-answer",
        "file-check-done",
        "file-check-why",
    ];
    let mut lines = vec![heads(words, &names)];
    for (number, row) in (1_i64..).zip(&all.rows) {
        lines.push(vec![
            cell(&[(number.to_string(), Look::CENTRE)]),
            cell(&[(row.proposal.clone(), Look::CELL)]),
            cell(&[(row.word.clone(), Look::CELL)]),
            to_fill_in(""),
            to_fill_in(""),
        ]);
    }
    page.table(table(&[800, 3_556, 1_800, 1_500, 1_700], lines, true));
    for key in ["file-check-good", "file-check-bad", "file-check-next"] {
        page.blank(&words.say(key), &words.say("file-doc-blank"));
    }
    page.note(&words.say("file-suggestions-note"));
    page.table(by_chair(words.say("file-survey-copy"), words));
    page.bytes().map_err(WriteError)
}
