//! A workbook that came back: which cell holds what.
//!
//! Knows which column is which. Must not know formats, nor the content.

use std::collections::BTreeMap;

use super::Refusal;
use super::row::{BankColumn, MEMORY, QuestionRow, WorkbookWords};
use crate::table::{Book, Faults, Heading, Sheet, TableRow, letters};
use crate::types::Language;

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
    /// From 1, as Excel shows it.
    pub row: u32,
    /// What each cell says, or what is wrong with it and what to do.
    pub values: BTreeMap<BankColumn, Result<String, String>>,
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
        format!("{}{row}", letters(number))
    }
}

/// The sheet of a workbook that holds questions.
pub(super) fn read(
    bytes: &[u8],
    words: WorkbookWords<'_>,
    language: Language,
) -> Result<QuestionSheet, Refusal> {
    let refused = |faults: Faults| Refusal(vec![faults.told(words.0, language)]);
    let book = Book::read(bytes).map_err(refused)?;
    let headings = BankColumn::ALL.map(|column| heading(column, words));
    let table = book.find(&headings).map_err(refused)?;
    if !table.faults.is_empty() {
        return Err(refused(Faults(table.faults)));
    }
    let columns = BankColumn::ALL
        .into_iter()
        .zip(table.places.iter().copied());
    Ok(QuestionSheet {
        columns: columns.collect(),
        lines: table
            .rows
            .iter()
            .map(|row| line(row, words, language))
            .collect(),
        strange: table.strange,
        memory: book.sheet(MEMORY).map(memory),
    })
}

fn heading(column: BankColumn, words: WorkbookWords<'_>) -> Heading {
    let name = words.header(column);
    Heading {
        shown: format!("“{name}”").into(),
        names: vec![name],
        fills: false,
    }
}

fn line(row: &TableRow, words: WorkbookWords<'_>, language: Language) -> WorkbookRow {
    let value = |(place, column): (usize, BankColumn)| {
        let cell = row.cell(place);
        let said = match column {
            BankColumn::EffectiveFrom | BankColumn::CheckedOn => cell.words_or_day(),
            // Excel makes a number of 1.1, and it stays what it is; a Vietnamese one writes it with a comma.
            BankColumn::Criterion => cell.words_or_number().map(|text| text.replace(',', ".")),
            _ => cell.words(),
        };
        (
            column,
            said.map_err(|trouble| trouble.told(words.0, language)),
        )
    };
    WorkbookRow {
        row: row.line,
        values: (0..).zip(BankColumn::ALL).map(value).collect(),
    }
}

/// The rows that were exported.
fn memory(sheet: &Sheet) -> BTreeMap<String, QuestionRow> {
    let rows = sheet.rows.iter().map(|row| {
        let cells = (0..).zip(BankColumn::ALL).map(|(place, column)| {
            let said = row.get(place).and_then(|cell| cell.words().ok());
            (column, said.unwrap_or_default())
        });
        QuestionRow {
            values: cells.collect(),
        }
    });
    rows.map(|row| (row.get(BankColumn::Id).to_owned(), row))
        .collect()
}
