//! Where in a file the table is: below a title, on whichever sheet has its headings.
//!
//! Knows how people lay tables out. Must not know which headings there are.

mod missing;

use self::missing::{missing, on_two_lines};
use super::separated::{self, SEPARATORS};
use super::trouble::{Arg, Fault, Faults, Trouble, quoted};
use super::value::EMPTY;
use super::{Area, Book, CellValue, ROWS_MAX, Row, Sheet, letters, tidy};
use crate::text::fold;

/// The headings stand on one of the first rows with something in them.
const TITLE_ROWS_MAX: usize = 40;

/// A column that a table must have.
#[derive(Debug, Clone)]
pub(crate) struct Heading {
    /// What may stand above it; marks, case and spaces do not count.
    pub(crate) names: Vec<String>,
    /// How it is called in a fault.
    pub(crate) shown: Arg,
    /// Whether a merged cell stands for each of its rows.
    pub(crate) fills: bool,
}

/// A table that was found.
#[derive(Debug)]
pub(crate) struct Table {
    /// Where each column stands, from 0, in the order of the headings.
    pub(crate) places: Vec<u32>,
    /// The rows below the headings with something in one of these columns.
    pub(crate) rows: Vec<TableRow>,
    /// Other headings.
    pub(crate) strange: Vec<String>,
    /// The line of the headings.
    pub(crate) line: u32,
    /// What stands above them, with its line: what the table is of.
    pub(crate) above: Vec<(u32, String)>,
    /// What stands in the way, all the same.
    pub(crate) faults: Vec<Fault>,
    /// Hidden sheets with such a table, which was passed over.
    pub(crate) hidden: Vec<String>,
    /// Merged cells that are a fault: what stands in them, or does not, is none by itself.
    refused: Vec<Area>,
}

impl Table {
    /// Whether a cell is part of merged cells that are a fault already.
    pub(crate) fn is_merged_over(&self, line: u32, column: u32) -> bool {
        self.refused.iter().any(|area| {
            (area.top..=area.bottom).contains(&line) && (area.left..=area.right).contains(&column)
        })
    }
}

/// A row, its cells in the order of the headings.
#[derive(Debug)]
pub(crate) struct TableRow {
    pub(crate) line: u32,
    pub(crate) cells: Vec<CellValue>,
}

impl TableRow {
    pub(crate) fn cell(&self, column: usize) -> &CellValue {
        self.cells.get(column).unwrap_or(&EMPTY)
    }
}

/// A row that may hold the headings.
struct Head {
    /// Which row of its sheet.
    row: usize,
    /// Where each heading stands, if it does.
    places: Vec<Option<u32>>,
}

impl Head {
    fn count(&self) -> usize {
        self.places.iter().flatten().count()
    }

    fn whole(&self) -> bool {
        self.places.iter().all(Option::is_some)
    }
}

impl Book {
    /// The table with these columns.
    pub(crate) fn find(&self, headings: &[Heading]) -> Result<Table, Faults> {
        match self {
            Self::Separated(text) => in_text(text, headings),
            Self::Sheets(sheets) => in_sheets(sheets, headings),
        }
    }
}

fn in_text(text: &str, headings: &[Heading]) -> Result<Table, Faults> {
    let (text, told) = separated::prepared(text);
    let separators = told.map_or(SEPARATORS.to_vec(), |told| vec![told]);
    let mut best = (0, SEPARATORS.first().copied().unwrap_or(b','));
    for separator in separators {
        let first = separated::rows(&text, separator, TITLE_ROWS_MAX)?;
        let count = head(&first.sheet, headings).map_or(0, |head| head.count());
        if count > best.0 || told.is_some() {
            best = (count, separator);
        }
    }
    let lines = separated::rows(&text, best.1, usize::MAX)?;
    let mut table = in_sheets(std::slice::from_ref(&lines.sheet), headings)?;
    if let Some(line) = lines.unclosed {
        table.faults.push(Trouble::new("table-unclosed").on(line));
    }
    // A text with the separator in it, and no quotation marks around it, makes a row longer than the headings.
    let rows = lines.sheet.rows.iter();
    let width = rows
        .clone()
        .find(|row| row.line == table.line)
        .map_or(0, Row::width);
    for row in rows.filter(|row| row.line > table.line && row.width() > width) {
        let wide = Trouble::new("table-width")
            .with("cells", row.width())
            .with("width", width);
        table.faults.push(wide.on(row.line));
    }
    Ok(table)
}

fn in_sheets(sheets: &[Sheet], headings: &[Heading]) -> Result<Table, Faults> {
    let heads: Vec<(&Sheet, Head)> = sheets
        .iter()
        .filter_map(|sheet| Some((sheet, head(sheet, headings)?)))
        .collect();
    let whole: Vec<&(&Sheet, Head)> = heads.iter().filter(|(_, head)| head.whole()).collect();
    let shown: Vec<&&(&Sheet, Head)> = whole.iter().filter(|(sheet, _)| !sheet.hidden).collect();
    match (shown.as_slice(), whole.first()) {
        ([(sheet, head)], _) => {
            let mut found = table(sheet, head, headings)?;
            let hidden = whole.iter().filter(|(sheet, _)| sheet.hidden);
            found.hidden = hidden.map(|(sheet, _)| sheet.name.clone()).collect();
            Ok(found)
        }
        ([_, _, ..], _) => {
            let names = shown
                .iter()
                .map(|(sheet, _)| quoted(&sheet.name).into())
                .collect();
            Err(Faults::one(
                Trouble::new("table-twice").with("sheets", Arg::List(names)),
            ))
        }
        ([], Some((sheet, _))) => Err(Faults::one(
            Trouble::new("table-hidden").with("sheet", quoted(&sheet.name)),
        )),
        ([], None) => Err(missing(&heads, sheets, headings)),
    }
}

/// The row of a sheet that has the most headings.
fn head(sheet: &Sheet, headings: &[Heading]) -> Option<Head> {
    let names: Vec<Vec<String>> = headings
        .iter()
        .map(|one| one.names.iter().map(|name| fold(name)).collect())
        .collect();
    let mut best: Option<Head> = None;
    for (row, line) in sheet.rows.iter().enumerate().take(TITLE_ROWS_MAX) {
        let seen: Vec<(u32, String)> = line
            .cells
            .iter()
            .map(|(column, cell)| (*column, fold(&shown(cell))))
            .collect();
        let place = |names: &Vec<String>| {
            seen.iter()
                .find(|(_, seen)| names.contains(seen))
                .map(|(column, _)| *column)
        };
        let head = Head {
            row,
            places: names.iter().map(place).collect(),
        };
        if head.count() > best.as_ref().map_or(0, Head::count) {
            best = Some(head);
        }
    }
    best
}

fn shown(cell: &CellValue) -> String {
    match cell {
        CellValue::Text(text) => tidy(text),
        CellValue::Number {
            shown: Some(text), ..
        } => text.clone(),
        _ => String::new(),
    }
}

fn found(row: &Row) -> crate::text::Value {
    quoted(&said(row))
}

/// The first cells of a row, as one line.
fn said(row: &Row) -> String {
    let cells = row.cells.iter().map(|(_, cell)| shown(cell));
    let cells: Vec<String> = cells.filter(|cell| !cell.is_empty()).take(12).collect();
    cells.join(" | ")
}

fn table(sheet: &Sheet, head: &Head, headings: &[Heading]) -> Result<Table, Faults> {
    let places: Vec<u32> = head.places.iter().copied().flatten().collect();
    let Some(heading) = sheet.rows.get(head.row) else {
        return Err(Faults::one(Trouble::new("table-empty-file")));
    };
    // “Mã” merged over two lines, and “Tổng” and “Nữ” below one of the others.
    let over_two = |area: &&Area| area.top == heading.line && area.bottom > area.top;
    if let Some(area) = sheet.merged.iter().find(over_two) {
        let wanted = Arg::List(headings.iter().map(|one| one.shown.clone()).collect());
        return Err(on_two_lines(heading, (area.top, area.bottom), wanted));
    }
    let mut faults = twice(heading, &places, headings);
    if let Some((line, column)) = sheet.far {
        let far = Trouble::new("table-far")
            .with("rows", i64::from(ROWS_MAX))
            .with("columns", letters(super::COLUMNS_MAX - 1));
        faults.push(far.at(line, column));
    }
    let below = sheet.rows.get(head.row + 1..).unwrap_or_default();
    let mut rows: Vec<TableRow> = below
        .iter()
        .map(|row| TableRow {
            line: row.line,
            cells: places
                .iter()
                .map(|place| row.get(*place).unwrap_or(&EMPTY).clone())
                .collect(),
        })
        .filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
        .collect();
    // Sound ranges do not overlap; forged ones must not cost more than those.
    let mut filled = u32::try_from(headings.len())
        .unwrap_or(u32::MAX)
        .saturating_mul(ROWS_MAX);
    let mut refused = Vec::new();
    for area in &sheet.merged {
        let height = area.bottom.saturating_sub(area.top).min(ROWS_MAX);
        let Some(left) = filled.checked_sub(height) else {
            return Err(Faults::one(super::too_large()));
        };
        filled = left;
        if let Some(fault) = merged(area, &places, headings, &mut rows) {
            faults.push(fault);
            refused.push(*area);
        }
    }
    let strange = heading
        .cells
        .iter()
        .filter(|(column, _)| !places.contains(column));
    let strange = strange
        .map(|(_, cell)| shown(cell))
        .filter(|name| !name.is_empty());
    let above = sheet.rows.iter().take(head.row);
    let above = above.map(|row| (row.line, said(row)));
    Ok(Table {
        strange: strange.collect(),
        line: heading.line,
        above: above.filter(|(_, words)| !words.is_empty()).collect(),
        places,
        rows,
        faults,
        hidden: Vec::new(),
        refused,
    })
}

/// Headings that stand twice.
fn twice(row: &Row, places: &[u32], headings: &[Heading]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (heading, place) in headings.iter().zip(places) {
        let named = |cell: &CellValue| {
            let seen = fold(&shown(cell));
            heading.names.iter().any(|name| fold(name) == seen)
        };
        for (column, _) in row
            .cells
            .iter()
            .filter(|(column, cell)| column > place && named(cell))
        {
            let fault = Trouble::new("table-heading-twice")
                .with("value", heading.shown.clone())
                .with("first", format!("{}{}", letters(*place), row.line));
            faults.push(fault.at(row.line, *column));
        }
    }
    faults
}

/// A merged cell stands for each of its rows, where that makes sense; elsewhere it is a fault.
fn merged(
    area: &Area,
    places: &[u32],
    headings: &[Heading],
    rows: &mut [TableRow],
) -> Option<Fault> {
    let inside = |place: &u32| (area.left..=area.right).contains(place);
    let first = rows.partition_point(|row| row.line < area.top);
    let last = rows.partition_point(|row| row.line <= area.bottom);
    let rows = rows.get_mut(first..last).filter(|rows| !rows.is_empty())?;
    let column = places.iter().position(inside)?;
    let alone = places.iter().filter(|place| inside(place)).count() == 1;
    let fills = headings.get(column).is_some_and(|heading| heading.fills);
    if !(alone && fills) {
        let range = format!(
            "{}{}:{}{}",
            letters(area.left),
            area.top,
            letters(area.right),
            area.bottom
        );
        return Some(
            Trouble::new("table-merged")
                .with("range", range)
                .at(area.top, area.left),
        );
    }
    let value = rows
        .first()
        .filter(|row| row.line == area.top)?
        .cell(column)
        .clone();
    for row in rows {
        if let Some(cell) = row.cells.get_mut(column) {
            cell.clone_from(&value);
        }
    }
    None
}
