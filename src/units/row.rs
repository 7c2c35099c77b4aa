//! The rows of a file of units, each by itself.
//!
//! Knows what may stand in a cell. Must not know how the rows make a tree.

use serde::{Deserialize, Serialize};

use super::column::UnitColumn;
use crate::table::{CellValue, Fault, Table, TableRow, Trouble, quoted};

/// Longest code: it is typed by people.
const CODE_CHARS_MAX: usize = 32;

/// Longest name: it is read on a button.
const NAME_CHARS_MAX: usize = 120;

/// No unit has more people than the country.
const MEMBERS_MAX: i64 = 100_000_000;

/// A row that was read; what could not be read of it is empty, and a fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct UnitRow {
    pub(super) line: u32,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) parent: Option<String>,
    pub(super) kind: String,
    /// `None`: the sum of the units below.
    pub(super) members: Option<i64>,
}

/// All rows; what is wrong with them goes to `faults`.
pub(super) fn rows(table: &Table, faults: &mut Vec<Fault>) -> Vec<UnitRow> {
    table
        .rows
        .iter()
        .map(|row| one(row, &table.places, faults))
        .collect()
}

fn one(row: &TableRow, places: &[u32], faults: &mut Vec<Fault>) -> UnitRow {
    let mut wrong = |column: UnitColumn, trouble: Trouble| {
        let place = places.get(column.place()).copied().unwrap_or(0);
        faults.push(trouble.at(row.line, place));
    };
    let cell = |column: UnitColumn| row.cell(column.place());
    let mut text = |column, fault: fn(&str) -> Option<Trouble>| {
        let line = CellValue::line(cell(column));
        let sound = line.and_then(|text| fault(&text).map_or(Ok(text), Err));
        sound.unwrap_or_else(|trouble| {
            wrong(column, trouble);
            String::new()
        })
    };
    let code = text(UnitColumn::Code, code_trouble);
    let name = text(UnitColumn::Name, name_trouble);
    let parent = text(UnitColumn::Parent, |_| None);
    let kind = text(UnitColumn::Kind, kind_trouble);
    let members = members(cell(UnitColumn::Members)).unwrap_or_else(|trouble| {
        wrong(UnitColumn::Members, trouble);
        None
    });
    UnitRow {
        line: row.line,
        code,
        name,
        parent: Some(parent).filter(|parent| !parent.is_empty()),
        kind,
        members,
    }
}

fn code_trouble(code: &str) -> Option<Trouble> {
    let sound = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let fits = (1..=CODE_CHARS_MAX).contains(&code.chars().count());
    (!fits || !code.chars().all(sound))
        .then(|| Trouble::new("units-code").with("value", quoted(code)))
}

fn name_trouble(name: &str) -> Option<Trouble> {
    let chars = name.chars().count();
    let fits = (1..=NAME_CHARS_MAX).contains(&chars);
    (!fits).then(|| Trouble::new("units-name").with("chars", chars))
}

fn kind_trouble(kind: &str) -> Option<Trouble> {
    let chars = kind.chars().count();
    match chars {
        0 => Some(Trouble::new("units-kind")),
        _ if chars > NAME_CHARS_MAX => Some(Trouble::new("units-kind-long").with("chars", chars)),
        _ => None,
    }
}

fn members(cell: &CellValue) -> Result<Option<i64>, Trouble> {
    let number = cell.whole("units-number")?;
    match number {
        Some(number) if number > MEMBERS_MAX => {
            Err(Trouble::new("units-number").with("value", quoted(&number.to_string())))
        }
        number => Ok(number),
    }
}
