//! What units answered in a form as a spreadsheet: a row a unit, sums, notes, and who has not handed in.
//!
//! Knows sheets and columns. Must not know where answers come from; what may not be told is not in them. The table waits
//! with its words in the queue and becomes a spreadsheet only when it leaves: thousands of units take a while.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};

use super::WriteError;
use super::book::{self, Formats, LINE, lines, page};
use super::words::ReportWords;
use crate::text::Texts;
use crate::types::Language;

/// Columns that say which unit it is: number, code, name, period, state.
const OWN: [(&str, f64); 5] = [
    ("file-form-number", 6.0),
    ("file-form-code", 14.0),
    ("file-form-unit", 34.0),
    ("file-form-period", 18.0),
    ("file-form-state", 18.0),
];
/// The width of an answer's column, and of one with many words.
const ANSWER: f64 = 13.0;
const WORDS: f64 = 44.0;
/// Letters from which on an answer has many words.
const WORDS_CHARS: usize = 24;
/// Letters of a heading that fit a line of such a column.
const HEAD_CHARS: f64 = 11.0;
/// The row of the heads, where titles stand above them.
const TOP: u32 = 3;
/// So much width fits a page, lying, at the smallest size that can still be read.
const PAGE_WIDTH: f64 = 250.0;
const PAGES_MAX: u16 = 12;

/// What the sheets themselves say.
const WORDS_SAID: [&str; 16] = [
    "file-form-number",
    "file-form-code",
    "file-form-unit",
    "file-form-period",
    "file-form-state",
    "file-form-sheet",
    "file-form-sums",
    "file-form-notes",
    "file-form-missing",
    "file-form-field",
    "file-form-name",
    "file-form-sum",
    "file-form-sum-note",
    "file-form-column",
    "file-form-meaning",
    "file-form-how",
];

/// What the sheets themselves say, in that language.
pub fn words(texts: &Texts, language: Language) -> BTreeMap<String, String> {
    let words = ReportWords::new(texts, language);
    let said = WORDS_SAID.iter();
    said.map(|key| ((*key).to_owned(), words.say(key)))
        .collect()
}

/// All that stands in the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitsTable {
    /// What the sheets themselves say.
    pub words: BTreeMap<String, String>,
    /// Of the form.
    pub title: String,
    /// Who asked.
    pub unit: String,
    /// What the period is called.
    pub period: String,
    /// The day it is made.
    pub day: NaiveDate,
    /// What stands above each answer, and what explains it.
    pub columns: Vec<(String, String)>,
    /// The units.
    pub rows: Vec<UnitRow>,
    /// Field, name and sum, in words.
    pub sums: Vec<[String; 3]>,
    /// Code, name and state of those that have not handed in.
    pub missing: Vec<[String; 3]>,
}

impl UnitsTable {
    fn say(&self, key: &str) -> &str {
        self.words.get(key).map_or("", String::as_str)
    }
}

/// One unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How far it is.
    pub state: String,
    /// What it answered, in the order of the columns; nothing is never a zero.
    pub cells: Vec<UnitCell>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum UnitCell {
    /// None, or none that may be told.
    Empty,
    /// A number.
    Number(f64),
    /// Words.
    Text(String),
}

/// The bytes of an XLSX file, from a table as it waits in the queue.
///
/// # Errors
/// A mistake of ours.
pub fn xlsx(table: &str) -> Result<Vec<u8>, WriteError> {
    let table: UnitsTable =
        serde_json::from_str(table).map_err(|error| WriteError(error.to_string()))?;
    let mut formats = Formats::new();
    formats.label = formats.label.set_align(FormatAlign::Top);
    let mut book = book::of(&table.title, table.day)?;
    type Fill = fn(&mut Worksheet, &UnitsTable, &Formats) -> Result<(), XlsxError>;
    let sheets: [(&str, Fill); 4] = [
        ("file-form-sheet", units),
        ("file-form-sums", sums),
        ("file-form-notes", notes),
        ("file-form-missing", missing),
    ];
    for (key, fill) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(table.say(key))?;
        page(sheet, &table.title, false);
        fill(sheet, &table, &formats)?;
    }
    Ok(book.save_to_buffer()?)
}

fn units(sheet: &mut Worksheet, table: &UnitsTable, formats: &Formats) -> Result<(), XlsxError> {
    let head = formats.head.clone().set_align(FormatAlign::Center);
    for (column, (key, width)) in (0..).zip(OWN) {
        sheet.write_with_format(0, column, table.say(key), &head)?;
        sheet.set_column_width(column, width)?;
    }
    let first = u16::try_from(OWN.len()).unwrap_or(u16::MAX);
    let mut most = 1;
    let mut widths = Vec::new();
    for (place, (name, _)) in table.columns.iter().enumerate() {
        let long = |row: &UnitRow| matches!(row.cells.get(place), Some(UnitCell::Text(text)) if text.chars().count() > WORDS_CHARS);
        let width = if table.rows.iter().any(long) {
            WORDS
        } else {
            ANSWER
        };
        let column = first + u16::try_from(place).unwrap_or(0);
        sheet.write_with_format(0, column, name, &head)?;
        sheet.set_column_width(column, width)?;
        most = most.max(lines(name, HEAD_CHARS));
        widths.push(width);
    }
    sheet.set_row_height(0, LINE * f64::from(most))?;
    let number = formats.cell.clone().set_num_format("#,##0.######");
    let whole = &formats.number;
    for (row, (at, unit)) in (1_u32..).zip((1_u32..).zip(&table.rows)) {
        sheet.write_with_format(row, 0, at, whole)?;
        let own = [&unit.code, &unit.name, &table.period, &unit.state];
        for (column, text) in (1..).zip(own) {
            sheet.write_with_format(row, column, text, &formats.label)?;
        }
        let mut most = lines(&unit.name, 32.0).max(lines(&unit.state, 16.0));
        for ((column, cell), width) in (first..).zip(&unit.cells).zip(&widths) {
            match cell {
                UnitCell::Empty => sheet.write_blank(row, column, &formats.cell)?,
                UnitCell::Number(value) if value.fract() == 0.0 => {
                    sheet.write_with_format(row, column, *value, whole)?
                }
                UnitCell::Number(value) => sheet.write_with_format(row, column, *value, &number)?,
                UnitCell::Text(text) => {
                    most = most.max(lines(text, *width - 2.0));
                    sheet.write_with_format(row, column, text, &formats.label)?
                }
            };
        }
        sheet.set_row_height(row, LINE * f64::from(most))?;
    }
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_freeze_panes(1, 3)?;
    let width = OWN.iter().map(|(_, width)| width).chain(&widths).sum();
    sheet.set_print_fit_to_pages(pages(width), 0);
    sheet.set_repeat_columns(2, 2)?;
    Ok(())
}

/// Pages beside each other for rows of that width, the unit's name on each: one, unless nobody could read that.
fn pages(width: f64) -> u16 {
    let [_, _, (_, name), ..] = OWN;
    let holds = |pages: &u16| width <= name + f64::from(*pages) * (PAGE_WIDTH - name);
    (1..PAGES_MAX).find(holds).unwrap_or(PAGES_MAX)
}

fn sums(sheet: &mut Worksheet, table: &UnitsTable, formats: &Formats) -> Result<(), XlsxError> {
    titled(sheet, table, formats)?;
    let heads = ["file-form-field", "file-form-name", "file-form-sum"];
    listed(
        sheet,
        TOP,
        (&heads, &[8.0, 52.0, 60.0]),
        &table.sums,
        formats,
        table,
    )?;
    note(sheet, table.sums.len() + 5, table.say("file-form-sum-note"))
}

fn notes(sheet: &mut Worksheet, table: &UnitsTable, formats: &Formats) -> Result<(), XlsxError> {
    let rows: Vec<[String; 2]> = table
        .columns
        .iter()
        .map(|(name, note)| [name.clone(), note.clone()])
        .collect();
    let heads = ["file-form-column", "file-form-meaning"];
    titled(sheet, table, formats)?;
    listed(sheet, TOP, (&heads, &[40.0, 80.0]), &rows, formats, table)?;
    note(sheet, rows.len() + 5, table.say("file-form-how"))
}

fn missing(sheet: &mut Worksheet, table: &UnitsTable, formats: &Formats) -> Result<(), XlsxError> {
    let heads = ["file-form-code", "file-form-unit", "file-form-state"];
    let widths = [16.0, 50.0, 60.0];
    titled(sheet, table, formats)?;
    let missing = &table.missing;
    listed(sheet, TOP, (&heads, &widths), missing, formats, table)
}

/// What the table is of, above it.
fn titled(sheet: &mut Worksheet, table: &UnitsTable, formats: &Formats) -> Result<(), XlsxError> {
    sheet.write_with_format(0, 0, &table.title, &formats.title)?;
    sheet.write(1, 0, format!("{} · {}", table.unit, table.period))?;
    Ok(())
}

/// Heads and rows of words.
fn listed<const N: usize>(
    sheet: &mut Worksheet,
    top: u32,
    (heads, widths): (&[&str; N], &[f64; N]),
    rows: &[[String; N]],
    formats: &Formats,
    table: &UnitsTable,
) -> Result<(), XlsxError> {
    for ((column, key), width) in (0..).zip(heads).zip(widths) {
        sheet.write_with_format(top, column, table.say(key), &formats.head)?;
        sheet.set_column_width(column, *width)?;
    }
    for (row, cells) in (top + 1..).zip(rows) {
        let mut most = 1;
        for ((column, cell), width) in (0..).zip(cells).zip(widths) {
            sheet.write_with_format(row, column, cell, &formats.label)?;
            most = most.max(lines(cell, *width - 2.0));
        }
        sheet.set_row_height(row, LINE * f64::from(most))?;
    }
    sheet.set_repeat_rows(top, top)?;
    Ok(())
}

/// A sentence over the width of the sheet.
fn note(sheet: &mut Worksheet, row: usize, text: &str) -> Result<(), XlsxError> {
    let format = Format::new().set_italic().set_text_wrap();
    let row = u32::try_from(row).unwrap_or(u32::MAX);
    sheet.merge_range(row, 0, row, 1, text, &format)?;
    sheet.set_row_height(row, 4.0 * LINE)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_one_page_wide_unless_nobody_could_read_that() {
        assert_eq!(pages(120.0), 1);
        assert_eq!(pages(PAGE_WIDTH), 1);
        // The unit's name stands on each page again.
        assert_eq!(pages(2.0 * PAGE_WIDTH), 3);
        assert_eq!(pages(1e9), PAGES_MAX);
    }
}
