//! The sheet of evidence for the union's own scoring: each figure with where it comes from; the points are left to people.
//!
//! Knows columns. Must not know which figures are evidence, nor what they are worth.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::report::book::{Formats, heads};
use crate::report::evidence;
use crate::report::figures::Figures;
use crate::report::words::ReportWords;

/// The row of the heads, below what it is of.
const HEAD: u32 = 4;

const COLUMNS: [(&str, f64); 7] = [
    ("file-evidence-item", 8.0),
    ("file-form-name", 50.0),
    ("file-evidence-value", 30.0),
    ("file-evidence-source", 20.0),
    ("file-form-period", 20.0),
    ("file-evidence-day", 16.0),
    ("file-evidence-points", 10.0),
];

pub(super) fn fill(
    sheet: &mut Worksheet,
    figures: &Figures,
    words: ReportWords<'_>,
) -> Result<(), XlsxError> {
    let formats = Formats::new();
    let (period, name) = (words.period(figures.span), words.say("file-evidence"));
    sheet.write_with_format(0, 0, words.say("file-title"), &formats.title)?;
    sheet.write(1, 0, &figures.unit)?;
    sheet.write(2, 0, format!("{period} · {name}"))?;
    heads(sheet, HEAD, &COLUMNS, (words, &formats.head))?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    let rows = evidence::rows(figures, words);
    for (row, one) in (HEAD + 1..).zip(&rows) {
        let item = one.item.to_string();
        let cells = [&item, &one.name, &one.value, &one.source, &period, &one.day];
        for (column, cell) in (0..).zip(cells) {
            sheet.write_with_format(row, column, cell, &formats.label)?;
        }
        sheet.write_blank(row, 6, &formats.cell)?;
    }
    let row = u32::try_from(rows.len()).unwrap_or(0) + HEAD + 2;
    let note = Format::new().set_italic().set_text_wrap();
    sheet.merge_range(row, 0, row, 6, &words.say("file-evidence-note"), &note)?;
    sheet.set_row_height(row, 36)?;
    Ok(())
}
