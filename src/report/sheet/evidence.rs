//! The sheet of evidence for the union's own scoring: each figure with where it comes from; the points are left to people.
//!
//! Knows columns. Must not know how figures were counted, nor what they are worth.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::report::book::Formats;
use crate::report::figures::{Figures, Source};
use crate::report::picture::steps;
use crate::report::words::{ReportWords, date};

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
    sheet.write_with_format(0, 0, words.say("file-title"), &formats.title)?;
    sheet.write(1, 0, &figures.unit)?;
    let sheet_name = words.say("file-evidence");
    sheet.write(
        2,
        0,
        format!("{} · {sheet_name}", words.period(figures.span)),
    )?;
    for (column, (key, width)) in (0..).zip(COLUMNS) {
        sheet.write_with_format(HEAD, column, words.say(key), &formats.head)?;
        sheet.set_column_width(column, width)?;
    }
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    let (period, computed) = (
        words.period(figures.span),
        words.say("file-evidence-computed"),
    );
    let mut rows: Vec<[String; 6]> = Vec::new();
    if let Some(people) = figures.participation.shown() {
        for (key, part) in steps(figures, people) {
            let args = [("count", part.count.into()), ("of", part.of.into())];
            let value = words.with("file-evidence-part", &args);
            let (row, until) = ("5".to_owned(), date(figures.span.to()));
            rows.push([
                row,
                words.say(key),
                value,
                computed.clone(),
                period.clone(),
                until,
            ]);
        }
    }
    for one in &figures.entered {
        let source = match one.source {
            Source::Officer => "file-evidence-officer",
            Source::Units => "file-evidence-units",
        };
        rows.push([
            one.row.to_string(),
            one.name.clone(),
            one.value.clone(),
            words.say(source),
            period.clone(),
            one.day.map_or_else(String::new, date),
        ]);
    }
    for (row, cells) in (HEAD + 1..).zip(&rows) {
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
