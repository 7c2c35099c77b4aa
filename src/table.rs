//! A table in a file, whichever program wrote it: a sheet of cells, each with its own place.
//!
//! Knows the formats, how people lay tables out, and what a cell says. Must not know what a table is about. Everything
//! is bounded before it is taken in: a file costs memory for what stands in it, never for what it claims.

mod archive;
mod find;
mod format;
mod number;
mod ods;
mod separated;
mod trouble;
mod value;
mod xlsx;
mod xml;

use self::archive::Archive;
pub(crate) use self::find::{Heading, Table, TableRow};
pub(crate) use self::number::whole;
pub use self::trouble::Faults;
pub(crate) use self::trouble::{Arg, Fault, Trouble, quoted, some};
pub(crate) use self::value::{CellValue, sound, tidy};
use crate::encoding;

/// The largest file that is read. All units there are, about 60,000, take 6 MB as CSV, and less as a workbook.
pub const BYTES_MAX: usize = 8 * 1024 * 1024;
/// What one part of a workbook may unpack to; they are unpacked one after the other.
const UNPACKED_MAX: usize = 64 * 1024 * 1024;
/// Cells with something in them, on all sheets together, and the letters in them.
const CELLS_MAX: usize = 600_000;
const LETTERS_MAX: usize = 32 * 1024 * 1024;
/// What lies beyond was left there by accident.
const ROWS_MAX: u32 = 100_000;
const COLUMNS_MAX: u32 = 256;
const SHEETS_MAX: usize = 64;

/// All that a file holds.
#[derive(Debug)]
pub(crate) enum Book {
    /// Text with separators; which of them it is shows by the headings.
    Separated(String),
    /// The sheets of a workbook.
    Sheets(Vec<Sheet>),
}

/// A sheet: its rows with something in them, from the top.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    pub(crate) rows: Vec<Row>,
    merged: Vec<Area>,
    /// The first cell that lies out of bounds.
    far: Option<(u32, u32)>,
}

/// A row: its cells with something in them, from the left.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// From 1, as Excel or the editor counts.
    pub(crate) line: u32,
    /// Each with its column, from 0.
    pub(crate) cells: Vec<(u32, CellValue)>,
}

impl Row {
    pub(crate) fn get(&self, column: u32) -> Option<&CellValue> {
        let place = self
            .cells
            .binary_search_by_key(&column, |(place, _)| *place);
        place.ok().and_then(|place| Some(&self.cells.get(place)?.1))
    }
}

/// Merged cells, with both corners; rows from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Area {
    top: u32,
    bottom: u32,
    left: u32,
    right: u32,
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Broken {
    /// It is a workbook, and not whole.
    Damaged,
    /// It wants more room than a table needs.
    TooLarge,
    /// A password is needed.
    Locked,
}

impl From<Broken> for Faults {
    fn from(broken: Broken) -> Self {
        Self::one(match broken {
            Broken::Damaged => Trouble::new("table-damaged"),
            Broken::TooLarge => too_large(),
            Broken::Locked => Trouble::new("table-locked"),
        })
    }
}

fn too_large() -> Trouble {
    Trouble::new("table-too-large")
        .with("megabytes", BYTES_MAX >> 20)
        .with("cells", CELLS_MAX)
}

impl Book {
    /// What the bytes hold, told by the bytes alone.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Faults> {
        let alone = |key| Err(Faults::one(Trouble::new(key)));
        if bytes.len() > BYTES_MAX {
            return Err(Broken::TooLarge.into());
        }
        if bytes.is_empty() {
            return alone("table-empty-file");
        }
        match bytes {
            [b'P', b'K', 3 | 5, 4 | 6, ..] => Self::archive(bytes),
            [0xd0, 0xcf, 0x11, 0xe0, ..] => alone(compound(bytes)),
            [9, 0 | 2 | 4 | 8, ..] => alone("table-old-excel"),
            _ => Self::text(bytes),
        }
    }

    fn archive(bytes: &[u8]) -> Result<Self, Faults> {
        let mut archive = Archive::open(bytes).ok_or(Broken::Damaged)?;
        let sheets = if archive.has("content.xml") {
            ods::read(&mut archive)?
        } else if archive.has("xl/workbook.xml") || archive.has("_rels/.rels") {
            match xlsx::read(&mut archive)? {
                Some(sheets) => sheets,
                None => return Err(Faults::one(Trouble::new("table-other-archive"))),
            }
        } else {
            return Err(Faults::one(Trouble::new("table-other-archive")));
        };
        Ok(Self::Sheets(sheets))
    }

    fn text(bytes: &[u8]) -> Result<Self, Faults> {
        let alone = |key| Err(Faults::one(Trouble::new(key)));
        let text = match encoding::decode(bytes) {
            Ok(text) => text,
            Err(_) if is_binary(bytes) => return alone("table-not-a-table"),
            Err(encoding::NotText(line)) => {
                return Err(Faults(vec![Trouble::new("table-not-unicode").on(line)]));
            }
        };
        let begin: String = text.trim_start().chars().take(5).collect();
        let begin = begin.to_lowercase();
        if begin.starts_with("<html") || begin.starts_with("<!doc") || begin.starts_with("<tabl") {
            return alone("table-html");
        }
        if begin.starts_with("<?xml") || begin.starts_with("%pdf") || is_binary(text.as_bytes()) {
            return alone("table-not-a-table");
        }
        Ok(Self::Separated(text))
    }

    /// The sheet of this name.
    pub(crate) fn sheet(&self, name: &str) -> Option<&Sheet> {
        match self {
            Self::Separated(_) => None,
            Self::Sheets(sheets) => sheets.iter().find(|sheet| sheet.name == name),
        }
    }
}

/// What an old container is told to be; its streams are named in UTF-16. With a password, a new workbook is in one.
fn compound(bytes: &[u8]) -> &'static str {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if has("EncryptedPackage") {
        "table-locked"
    } else if has("Workbook") || has("Book") {
        "table-old-excel"
    } else {
        "table-container"
    }
}

/// A text may hold a stray one of these, which is told where it stands; other files are full of them.
fn is_binary(bytes: &[u8]) -> bool {
    let beginning = bytes.get(..4096).unwrap_or(bytes);
    let controls = beginning.iter().filter(|byte| **byte < 9).count();
    controls * 20 > beginning.len()
}

/// `A` for 0, `Z` for 25, `AA` for 26.
pub(crate) fn letters(column: u32) -> String {
    let letter = u8::try_from(column % 26).map_or('?', |place| char::from(b'A' + place));
    match column / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", letters(more - 1)),
    }
}

/// Takes cells in, as long as there is room.
#[derive(Debug, Default)]
struct Room {
    cells: usize,
    letters: usize,
}

impl Room {
    /// Puts a cell at its place, from the left and the top; one that is out of bounds is noted.
    fn put(
        &mut self,
        sheet: &mut Sheet,
        (line, column): (u32, u32),
        value: CellValue,
    ) -> Result<(), Broken> {
        if value.is_empty() {
            return Ok(());
        }
        if line > ROWS_MAX || column >= COLUMNS_MAX {
            sheet.far.get_or_insert((line, column));
            return Ok(());
        }
        self.cells += 1;
        self.letters += value.letters();
        if self.cells > CELLS_MAX || self.letters > LETTERS_MAX {
            return Err(Broken::TooLarge);
        }
        match sheet.rows.last_mut() {
            Some(row) if row.line == line => match row.cells.last() {
                Some((last, _)) if *last >= column => return Err(Broken::Damaged),
                _ => row.cells.push((column, value)),
            },
            Some(row) if row.line > line => return Err(Broken::Damaged),
            _ => sheet.rows.push(Row {
                line,
                cells: vec![(column, value)],
            }),
        }
        Ok(())
    }
}

#[cfg(test)]
pub(crate) mod fixture;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_excel_calls_them() {
        let called = [0, 5, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(called, ["A", "F", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
