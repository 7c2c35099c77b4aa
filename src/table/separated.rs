//! Text with separators (CSV): commas, semicolons or tabs, and any kind of line end.
//!
//! Knows what spreadsheet programs write. Must not know what a table is about.

use super::value::CellValue;
use super::{Broken, Room, Row, Sheet};

/// What may stand between two cells.
pub(super) const SEPARATORS: [u8; 3] = [b';', b'\t', b','];

/// Rows of text, and what is odd about them.
pub(super) struct Lines {
    pub(super) sheet: Sheet,
    /// The line of a text in quotation marks that never ends.
    pub(super) unclosed: Option<u32>,
}

/// All lines with one end; `sep=;` goes, and says what stands between cells.
pub(super) fn prepared(text: &str) -> (String, Option<u8>) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let told = first.trim().trim_matches('"').to_lowercase();
    match told.strip_prefix("sep=").map(str::as_bytes) {
        Some([mark]) => (format!("\n{rest}"), Some(*mark)),
        // A tab was trimmed.
        Some([]) => (format!("\n{rest}"), Some(b'\t')),
        _ => (text, None),
    }
}

/// The first rows, or all of them, of a text whose lines end in `\n`.
pub(super) fn rows(text: &str, separator: u8, most: usize) -> Result<Lines, Broken> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut sheet, mut room, mut unclosed) = (Sheet::default(), Room::default(), None);
    let mut record = csv::StringRecord::new();
    let (mut seen, mut line, mut rows) = (0, 1, 0);
    while rows < most
        && reader
            .read_record(&mut record)
            .map_err(|_| Broken::Damaged)?
    {
        rows += 1;
        // Empty lines before a record belong to it, as the reader counts.
        let start = record.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        let rest = text.as_bytes().get(start..).unwrap_or_default();
        let empty = rest.iter().take_while(|byte| **byte == b'\n').count();
        let before = text.as_bytes().get(seen..start + empty).unwrap_or_default();
        line +=
            u32::try_from(before.iter().filter(|byte| **byte == b'\n').count()).unwrap_or(u32::MAX);
        seen = start + empty;
        for (column, cell) in (0..).zip(&record) {
            room.put(&mut sheet, (line, column), CellValue::Text(cell.to_owned()))?;
        }
        let broken = record.iter().any(|cell| cell.contains('\n'));
        unclosed = broken.then_some(line);
    }
    let odd = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    Ok(Lines {
        sheet,
        unclosed: unclosed.filter(|_| odd),
    })
}

impl Row {
    /// How far a row reaches, in cells.
    pub(super) fn width(&self) -> usize {
        let last = self.cells.last().map_or(0, |(column, _)| column + 1);
        usize::try_from(last).unwrap_or(usize::MAX)
    }
}
