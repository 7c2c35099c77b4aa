//! A unit's register of initiatives: what stands in a row, and all rows as a spreadsheet that is read, printed and kept.
//!
//! Knows columns. Must not know who may be named: whoever has not agreed is not in the rows.

use chrono::NaiveDate;
use rust_xlsxwriter::FormatAlign;

use super::WriteError;
use super::book::{self, Formats, LINE, heads, lines, page};
use super::words::ReportWords;
use crate::text::Texts;
use crate::types::Language;

/// A register, or the part of it that its reader may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// The unit.
    pub unit: String,
    /// The unit above it.
    pub parent: Option<String>,
    /// The declared number of its people: a number of initiatives never stands without it.
    pub people: i64,
    /// The day on which this was made.
    pub day: NaiveDate,
    /// The entries, the oldest first.
    pub rows: Vec<RegisterRow>,
}

/// An entry, in words. Of one whose author has withdrawn only state and level are there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegisterRow {
    /// What it is called.
    pub title: String,
    /// What has changed.
    pub change: String,
    /// Its field.
    pub field: String,
    /// The kind of solution.
    pub kind: String,
    /// The month from which on it has been applied.
    pub since: String,
    /// How it was before.
    pub before: String,
    /// How it is now.
    pub after: String,
    /// In what both are measured.
    pub measure: String,
    /// What its author estimates, in đồng.
    pub benefit: Option<i64>,
    /// Who else uses it.
    pub spread: String,
    /// How far it is.
    pub state: String,
    /// The day on which its form was handed in.
    pub lodged: String,
    /// Number and day of the decision.
    pub decision: String,
    /// Who has recognised it.
    pub level: String,
    /// Its author, if they agree to be named.
    pub author: String,
}

/// Columns with their widths; the last is for whoever keeps the sheet.
const COLUMNS: [(&str, f64); 16] = [
    ("file-form-number", 5.0),
    ("file-register-title", 26.0),
    ("file-register-field", 12.0),
    ("file-register-kind", 10.0),
    ("file-register-since", 10.0),
    ("file-register-before", 20.0),
    ("file-register-after", 20.0),
    ("file-register-measure", 10.0),
    ("file-register-benefit", 15.0),
    ("file-register-spread", 14.0),
    ("file-form-state", 12.0),
    ("file-register-lodged", 12.0),
    ("file-register-decision", 14.0),
    ("file-register-level", 10.0),
    ("file-register-author", 15.0),
    ("file-register-criterion", 9.0),
];
/// The row of the heads, below what it is of.
const HEAD: u32 = 4;
/// The column of numbers.
const BENEFIT: u16 = 8;

/// The bytes of an XLSX file.
///
/// # Errors
/// A mistake of ours.
pub fn xlsx(register: &Register, texts: &Texts, language: Language) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let mut formats = Formats::new();
    formats.label = formats.label.set_align(FormatAlign::Top);
    formats.number = formats.number.set_align(FormatAlign::Top);
    let title = words.say("file-register");
    let mut book = book::of(&title, register.day)?;
    let sheet = book.add_worksheet();
    sheet.set_name(words.say("file-register-sheet"))?;
    page(sheet, &title, false);
    sheet.write_with_format(0, 0, &title, &formats.title)?;
    let args = [
        ("unit", register.unit.as_str().into()),
        ("count", register.rows.len().into()),
        ("people", register.people.into()),
        ("day", super::day(register.day).into()),
    ];
    sheet.write(1, 0, words.with("file-register-of", &args))?;
    sheet.write(2, 0, words.say("file-register-note"))?;
    let head = formats.head.clone().set_align(FormatAlign::Center);
    heads(sheet, HEAD, &COLUMNS, (words, &head))?;
    sheet.set_row_height(HEAD, 3.0 * LINE)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_freeze_panes(HEAD + 1, 2)?;
    for (row, (number, one)) in (HEAD + 1..).zip((1_u32..).zip(&register.rows)) {
        sheet.write_with_format(row, 0, number, &formats.number)?;
        let mut most = 1;
        for ((column, text), (_, width)) in (1..).zip(cells(one)).zip(COLUMNS.iter().skip(1)) {
            most = most.max(lines(text, *width - 2.0));
            sheet.write_with_format(row, column, text, &formats.label)?;
        }
        if let Some(benefit) = one.benefit {
            // No benefit is so large that this loses any of it.
            let dong = i32::try_from(benefit / 1_000).map_or(f64::MAX, f64::from) * 1e3
                + i32::try_from(benefit % 1_000).map_or(0.0, f64::from);
            sheet.write_with_format(row, BENEFIT, dong, &formats.number)?;
        }
        sheet.set_row_height(row, LINE * f64::from(most))?;
    }
    Ok(book.save_to_buffer()?)
}

/// The words of a row, from the second column on.
fn cells(row: &RegisterRow) -> [&str; 15] {
    [
        &row.title,
        &row.field,
        &row.kind,
        &row.since,
        &row.before,
        &row.after,
        &row.measure,
        "",
        &row.spread,
        &row.state,
        &row.lodged,
        &row.decision,
        &row.level,
        &row.author,
        "",
    ]
}
