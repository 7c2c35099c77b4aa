//! A file of units as lines of cells, whether it is CSV or an Excel workbook.
//!
//! Knows the two formats. Must not know which columns there are.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::wrong::{CellFault, Wrong};
use crate::cell;

/// An Excel workbook is a ZIP archive, and begins like one.
const ZIP: &[u8] = b"PK\x03\x04";

/// The lines of a file; the first holds the names of the columns.
pub(super) struct UnitSheet {
    pub(super) header: Vec<String>,
    pub(super) lines: Vec<SheetLine>,
}

/// A line with something in it.
pub(super) struct SheetLine {
    /// From 1, as editors and Excel count.
    pub(super) number: u64,
    pub(super) cells: Vec<String>,
}

pub(super) fn read(bytes: &[u8], wrongs: &mut Vec<Wrong>) -> Option<UnitSheet> {
    if bytes.starts_with(ZIP) {
        workbook(bytes, wrongs)
    } else {
        csv(bytes, wrongs)
    }
}

/// CSV, separated by `,` or `;` or tabs, UTF-8 with or without BOM.
fn csv(bytes: &[u8], wrongs: &mut Vec<Wrong>) -> Option<UnitSheet> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}'),
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = before.split(|byte| *byte == b'\n').count();
            wrongs.push(CellFault::NotUtf8.on(u64::try_from(line).unwrap_or(0)));
            return None;
        }
    };
    let first = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t']
        .into_iter()
        .find(|delimiter| first.as_bytes().contains(delimiter));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b','))
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let header: Vec<String> = reader
        .headers()
        .map(|names| names.iter().map(ToOwned::to_owned).collect())
        .unwrap_or_default();
    let mut lines = Vec::new();
    for record in reader.records() {
        let Ok(record) = record else {
            // Read from text in memory, into records of any width: nothing is left that could go wrong.
            wrongs.push(CellFault::Unreadable.on(0));
            continue;
        };
        let number = record.position().map_or(0, csv::Position::line);
        if record.len() == header.len() {
            let cells = record.iter().map(ToOwned::to_owned).collect();
            lines.push(SheetLine { number, cells });
        } else {
            wrongs.push(CellFault::Width(record.len(), header.len()).on(number));
        }
    }
    Some(UnitSheet { header, lines })
}

/// The first sheet of a workbook.
fn workbook(bytes: &[u8], wrongs: &mut Vec<Wrong>) -> Option<UnitSheet> {
    let book: Result<Xlsx<_>, _> = calamine::open_workbook_from_rs(Cursor::new(bytes));
    let range = book.ok().and_then(|mut book| book.worksheet_range_at(0));
    let Some(Ok(range)) = range else {
        wrongs.push(CellFault::NotAWorkbook.on(1));
        return None;
    };
    let (down, across) = range.end().unwrap_or_default();
    let mut cells = |row: u32| -> Vec<String> {
        let said = |column| {
            let cell = range.get_value((row, column)).unwrap_or(&Data::Empty);
            cell::value(cell, false).map_or_else(
                |_| {
                    let wrong = CellFault::Unreadable.on(u64::from(row) + 1);
                    wrongs.push(Wrong {
                        cell: Some(format!("{}{}", cell::letters(column), row + 1)),
                        ..wrong
                    });
                    String::new()
                },
                |text| text.trim().to_owned(),
            )
        };
        (0..=across).map(said).collect()
    };
    let header = cells(0);
    let lines = (1..=down).map(|row| SheetLine {
        number: u64::from(row) + 1,
        cells: cells(row),
    });
    let lines = lines.filter(|line| line.cells.iter().any(|cell| !cell.is_empty()));
    let lines = lines.collect();
    Some(UnitSheet { header, lines })
}
