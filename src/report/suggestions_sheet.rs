//! All suggestions of a unit as a spreadsheet: what was proposed and what was answered, a row each.
//!
//! Knows columns and cells. Must not know who wrote anything: no column is for that.

use chrono::NaiveDate;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::WriteError;
use super::book::{self, Formats, heads, height, page};
use super::words::ReportWords;
use crate::text::Texts;
use crate::types::Language;

/// What a unit's suggestions came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestionTable {
    /// The unit.
    pub unit: String,
    /// The unit above it.
    pub parent: Option<String>,
    /// The day it was asked for.
    pub day: NaiveDate,
    /// Whether it is what was asked for before the yearly meeting.
    pub meeting: bool,
    /// Its rows.
    pub rows: Vec<SuggestionRow>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestionRow {
    /// What it is called.
    pub short: String,
    /// What it is about.
    pub topic: String,
    /// How it is now.
    pub situation: String,
    /// What is proposed.
    pub proposal: String,
    /// How many others say the same.
    pub twins: i64,
    /// How many see it so, too; `None`: fewer than may be told.
    pub seconds: Option<i64>,
    /// The word of the answer; empty: none yet.
    pub word: String,
    /// The answer.
    pub answer: String,
}

/// Each column's name and width.
const COLUMNS: [(&str, f64); 11] = [
    ("file-doc-number-column", 5.0),
    ("file-suggestions-code", 8.0),
    ("file-suggestions-text", 48.0),
    ("file-suggestions-topic", 20.0),
    ("file-suggestions-twins", 9.0),
    ("file-suggestions-seconds", 9.0),
    ("file-suggestions-word", 14.0),
    ("file-suggestions-answer", 44.0),
    ("file-suggestions-who", 16.0),
    ("file-suggestions-until", 12.0),
    ("file-suggestions-done", 12.0),
];

/// The row of the heads.
const HEAD: u32 = 3;

/// The bytes of an XLSX file.
///
/// # Errors
/// A mistake of ours.
pub fn xlsx(
    table: &SuggestionTable,
    texts: &Texts,
    language: Language,
) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let formats = Formats::new();
    let title = title(table, words);
    let mut book = book::of(&title, table.day)?;
    let sheet = book.add_worksheet();
    sheet.set_name(words.say("file-suggestions-sheet"))?;
    page(sheet, &title, false);
    sheet.write_with_format(0, 0, &title, &formats.title)?;
    let args = [
        ("unit", table.unit.as_str().into()),
        ("day", table.day.into()),
    ];
    sheet.write(1, 0, words.with("file-suggestions-of", &args))?;
    heads(sheet, HEAD, &COLUMNS, (words, &formats.head))?;
    sheet.set_row_height(HEAD, 2.0 * book::LINE)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    for (number, row) in (1_u32..).zip(&table.rows) {
        line(sheet, number, row, (words, &formats))?;
    }
    let note = HEAD + 2 + u32::try_from(table.rows.len()).unwrap_or(u32::MAX - HEAD - 2);
    sheet.write(note, 0, words.say("file-suggestions-note"))?;
    Ok(book.save_to_buffer()?)
}

/// What the whole is called.
pub(super) fn title(table: &SuggestionTable, words: ReportWords<'_>) -> String {
    let key = if table.meeting {
        "file-suggestions-meeting"
    } else {
        "file-suggestions-title"
    };
    words.say(key)
}

/// Both texts of one, a line each.
pub(super) fn said(row: &SuggestionRow, words: ReportWords<'_>) -> [String; 2] {
    [
        words.with(
            "file-suggestions-now",
            &[("text", row.situation.as_str().into())],
        ),
        words.with(
            "file-suggestions-wish",
            &[("text", row.proposal.as_str().into())],
        ),
    ]
}

fn line(
    sheet: &mut Worksheet,
    number: u32,
    row: &SuggestionRow,
    (words, formats): (ReportWords<'_>, &Formats),
) -> Result<(), XlsxError> {
    let at = HEAD + number;
    let said = said(row, words);
    let high = said.iter().map(|line| height(line, 46.0)).sum::<f64>();
    sheet.set_row_height(at, high.max(height(&row.answer, 42.0)))?;
    let said = said.join("\n");
    sheet.write_with_format(at, 0, number, &formats.number)?;
    let texts = [
        (1, row.short.as_str()),
        (2, said.as_str()),
        (3, row.topic.as_str()),
        (6, row.word.as_str()),
        (7, row.answer.as_str()),
        (8, ""),
        (9, ""),
        (10, ""),
    ];
    for (column, text) in texts {
        sheet.write_with_format(at, column, text, &formats.label)?;
    }
    sheet.write_with_format(at, 4, row.twins, &formats.number)?;
    match row.seconds {
        Some(seconds) => sheet.write_with_format(at, 5, seconds, &formats.number)?,
        None => sheet.write_with_format(at, 5, "–", &formats.number)?,
    };
    Ok(())
}
