//! A workbook that came back: which cell holds what.
//!
//! Knows Excel's values and how cells are called. Must not know the content.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};

use super::Refusal;
use super::row::{BankColumn, MEMORY, QuestionRow, WorkbookWords};
use super::tidy::tidy;
use crate::cell::{letters, value};

/// The sheet with the questions.
#[derive(Debug)]
pub(super) struct QuestionSheet {
    /// Where each column stands, from 0.
    pub columns: BTreeMap<BankColumn, u32>,
    /// The rows that are not empty.
    pub lines: Vec<WorkbookRow>,
    /// What stands above columns that are not ours.
    pub strange: Vec<String>,
    /// What was exported, by id; `None` if the workbook does not remember.
    pub memory: Option<BTreeMap<String, QuestionRow>>,
}

/// One row.
#[derive(Debug)]
pub(super) struct WorkbookRow {
    /// From 0, as the file counts; Excel shows one more.
    pub row: u32,
    /// What each cell says, or what is wrong with it.
    pub values: BTreeMap<BankColumn, Result<String, &'static str>>,
}

impl WorkbookRow {
    /// What a cell says; nothing if something is wrong with it.
    pub(super) fn get(&self, column: BankColumn) -> &str {
        let value = self.values.get(&column).map(Result::as_deref);
        value.and_then(Result::ok).unwrap_or("")
    }
}

impl QuestionSheet {
    /// How Excel calls a cell: `F41`.
    pub(super) fn cell(&self, row: u32, column: BankColumn) -> String {
        let number = self.columns.get(&column).copied().unwrap_or(0);
        format!("{}{}", letters(number), row + 1)
    }
}

/// The sheet of a workbook that holds questions.
pub(super) fn read(bytes: &[u8], words: WorkbookWords<'_>) -> Result<QuestionSheet, Refusal> {
    let refused = |what: String| Refusal(vec![what]);
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(
        |error: calamine::XlsxError| {
            refused(format!(
                "this is no Excel workbook ({error}); save it as .xlsx, without a password"
            ))
        },
    )?;
    let memory = book
        .worksheet_range(MEMORY)
        .ok()
        .map(|range| memory(&range));
    let names = book.sheet_names();
    let id = words.header(BankColumn::Id);
    for name in names.iter().filter(|name| *name != MEMORY) {
        let range = book.worksheet_range(name).map_err(|error| {
            refused(format!("the sheet {name} cannot be read ({error}); save the workbook again with Excel or LibreOffice"))
        })?;
        if headers(&range).any(|(_, header)| header == id) {
            let sheet = sheet(&range, words)?;
            return Ok(QuestionSheet { memory, ..sheet });
        }
    }
    Err(refused(format!(
        "no sheet of the workbook has a column “{id}” in its first row; import a file that 'nhip bank export' wrote"
    )))
}

fn sheet(range: &Range<Data>, words: WorkbookWords<'_>) -> Result<QuestionSheet, Refusal> {
    let mut columns = BTreeMap::new();
    let mut strange = Vec::new();
    let mut wrong = Vec::new();
    for (place, header) in headers(range) {
        let known = BankColumn::ALL.into_iter();
        let known = known.into_iter().find(|one| words.header(*one) == header);
        match known {
            None => strange.push(header),
            Some(column) => {
                if columns.insert(column, place).is_some() {
                    wrong.push(format!(
                        "cell {}1: the column “{header}” stands here twice; delete one of the two",
                        letters(place)
                    ));
                }
            }
        }
    }
    for column in BankColumn::ALL {
        if !columns.contains_key(&column) {
            wrong.push(format!(
                "row 1: no column is called “{}”; bring its heading back as 'nhip bank export' writes it",
                words.header(column)
            ));
        }
    }
    if !wrong.is_empty() {
        return Err(Refusal(wrong));
    }
    let last = range.end().map_or(0, |(row, _)| row);
    let lines = (1..=last).map(|row| line(range, row, &columns));
    let lines = lines.filter(|line| line.values.values().any(|value| value.as_deref() != Ok("")));
    Ok(QuestionSheet {
        lines: lines.collect(),
        columns,
        strange,
        memory: None,
    })
}

/// The rows that were exported.
fn memory(range: &Range<Data>) -> BTreeMap<String, QuestionRow> {
    let last = range.end().map_or(0, |(row, _)| row);
    let rows = (0..=last).map(|number| {
        let cells = (0..).zip(BankColumn::ALL).map(|(place, column)| {
            let cell = range.get_value((number, place));
            (column, cell.map_or_else(String::new, ToString::to_string))
        });
        QuestionRow {
            values: cells.collect(),
        }
    });
    rows.map(|row| (row.get(BankColumn::Id).to_owned(), row))
        .collect()
}

/// The first row of the sheet, tidied.
fn headers(range: &Range<Data>) -> impl Iterator<Item = (u32, String)> {
    let last = range.end().map_or(0, |(_, column)| column);
    let cells = (0..=last).map(|column| {
        let cell = range.get_value((0, column));
        (
            column,
            cell.map_or_else(String::new, |cell| tidy(&cell.to_string())),
        )
    });
    cells.filter(|(_, header)| !header.is_empty())
}

fn line(range: &Range<Data>, row: u32, columns: &BTreeMap<BankColumn, u32>) -> WorkbookRow {
    let value = |(column, place): (&BankColumn, &u32)| {
        let cell = range.get_value((row, *place)).unwrap_or(&Data::Empty);
        (*column, value(cell, column.dated()))
    };
    WorkbookRow {
        row,
        values: columns.iter().map(value).collect(),
    }
}
