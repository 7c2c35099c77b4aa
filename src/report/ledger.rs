//! A broadcast's ledger as a spreadsheet: how many by unit and why not, never who.
//!
//! Knows columns and cells. Must not know how anything was counted, nor which units were put together.

use chrono::NaiveDate;
use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::WriteError;
use super::book::{self, Formats, page};

/// What the spreadsheet says, in words and numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryTable {
    /// The day it was asked for.
    pub day: NaiveDate,
    /// Names of the two sheets.
    pub sheets: [String; 2],
    /// The title above the first table.
    pub title: String,
    /// What the counts mean, below it.
    pub note: String,
    /// The columns' names of the first table: the unit, all, and what became of them.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<(String, Vec<i64>)>,
    /// A row below the sum that is not part of it.
    pub apart: Option<(String, Vec<i64>)>,
    /// What the row of sums is called.
    pub sum: String,
    /// The columns' names of the second table.
    pub why: [String; 3],
    /// Its rows: the unit, the reason, how many.
    pub reasons: Vec<(String, String, i64)>,
}

/// The bytes of an XLSX file.
///
/// # Errors
/// A mistake of ours: a name or a number that no spreadsheet takes.
pub fn xlsx(ledger: &DeliveryTable) -> Result<Vec<u8>, WriteError> {
    let formats = Formats::new();
    let mut book = book::of(&ledger.title, ledger.day)?;
    let [counts, why] = &ledger.sheets;
    let sheet = book.add_worksheet();
    sheet.set_name(counts)?;
    page(sheet, &ledger.title, false);
    table(sheet, ledger, &formats)?;
    let sheet = book.add_worksheet();
    sheet.set_name(why)?;
    page(sheet, &ledger.title, false);
    reasons(sheet, ledger, &formats)?;
    Ok(book.save_to_buffer()?)
}

/// The row of the heads, below what it is of.
const HEAD: u32 = 3;

fn titled(
    sheet: &mut Worksheet,
    ledger: &DeliveryTable,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.write_with_format(0, 0, &ledger.title, &formats.title)?;
    sheet.write(1, 0, &ledger.note)?;
    Ok(())
}

fn table(
    sheet: &mut Worksheet,
    ledger: &DeliveryTable,
    formats: &Formats,
) -> Result<(), XlsxError> {
    titled(sheet, ledger, formats)?;
    for (column, name) in (0_u16..).zip(&ledger.columns) {
        sheet.write_with_format(HEAD, column, name, &formats.head)?;
        let width = if column == 0 { 40.0 } else { 12.0 };
        sheet.set_column_width(column, width)?;
    }
    // Two lines: some programs do not adapt the height.
    sheet.set_row_height(HEAD, 32.0)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_freeze_panes(HEAD + 1, 1)?;
    let mut row = HEAD + 1;
    let mut sums: Vec<i64> = Vec::new();
    for counted in &ledger.rows {
        line(sheet, row, counted, formats)?;
        sums.resize(counted.1.len(), 0);
        for (sum, count) in sums.iter_mut().zip(&counted.1) {
            *sum += count;
        }
        row += 1;
    }
    let bold = formats.number.clone().set_bold();
    sheet.write_with_format(row, 0, &ledger.sum, &bold)?;
    for (column, sum) in (1_u16..).zip(sums) {
        let name = rust_xlsxwriter::column_number_to_name(column);
        let formula = format!("=SUM({name}{}:{name}{row})", HEAD + 2);
        // A phone's viewer does not compute formulas, so each carries its result.
        let formula = Formula::new(formula).set_result(sum.to_string());
        sheet.write_formula_with_format(row, column, formula, &bold)?;
    }
    if let Some(apart) = &ledger.apart {
        line(sheet, row + 1, apart, formats)?;
    }
    Ok(())
}

fn line(
    sheet: &mut Worksheet,
    row: u32,
    (name, counts): &(String, Vec<i64>),
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.write_with_format(row, 0, name, &formats.label)?;
    for (column, count) in (1_u16..).zip(counts) {
        sheet.write_with_format(row, column, *count, &formats.number)?;
    }
    Ok(())
}

fn reasons(
    sheet: &mut Worksheet,
    ledger: &DeliveryTable,
    formats: &Formats,
) -> Result<(), XlsxError> {
    titled(sheet, ledger, formats)?;
    for ((column, name), width) in (0_u16..).zip(&ledger.why).zip([42.0, 42.0, 13.0]) {
        sheet.write_with_format(HEAD, column, name, &formats.head)?;
        sheet.set_column_width(column, width)?;
    }
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    for (row, (unit, reason, count)) in (HEAD + 1..).zip(&ledger.reasons) {
        sheet.write_with_format(row, 0, unit, &formats.label)?;
        sheet.write_with_format(row, 1, reason, &formats.label)?;
        sheet.write_with_format(row, 2, *count, &formats.number)?;
    }
    Ok(())
}
