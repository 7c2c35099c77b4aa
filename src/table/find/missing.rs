//! What is said where headings are missing, or stand on two lines.
//!
//! Knows what was found there. Must not know how a table is read.

use super::{Head, Heading, found};
use crate::table::trouble::{Arg, Faults, Trouble};
use crate::table::{Row, Sheet};

/// What was found in the place of the headings, and what is wanted.
pub(super) fn missing(heads: &[(&Sheet, Head)], sheets: &[Sheet], headings: &[Heading]) -> Faults {
    let wanted = || Arg::List(headings.iter().map(|one| one.shown.clone()).collect());
    let best = heads
        .iter()
        .max_by_key(|(sheet, head)| (head.count(), !sheet.hidden));
    let Some((sheet, head)) = best.filter(|(_, head)| head.count() > 1 || headings.len() < 3)
    else {
        let visible = sheets.iter().filter(|sheet| !sheet.hidden);
        let first = visible.flat_map(|sheet| &sheet.rows).next();
        return Faults(vec![match first {
            Some(row) => Trouble::new("table-no-heading")
                .with("found", found(row))
                .with("wanted", wanted())
                .on(row.line),
            None => Trouble::new("table-blank")
                .with("wanted", wanted())
                .on(0_u32),
        }]);
    };
    let Some(row) = sheet.rows.get(head.row) else {
        return Faults::one(Trouble::new("table-blank").with("wanted", wanted()));
    };
    let near = [head.row.checked_sub(1), head.row.checked_add(1)];
    let near = near
        .into_iter()
        .flatten()
        .filter_map(|row| sheet.rows.get(row));
    for other in near {
        let both = Sheet {
            rows: vec![joined(row, other)],
            ..Sheet::default()
        };
        if super::head(&both, headings).is_some_and(|head| head.whole()) {
            return on_two_lines(row, (row.line, other.line), wanted());
        }
    }
    let lacking = headings
        .iter()
        .zip(&head.places)
        .filter(|(_, place)| place.is_none());
    let fault = Trouble::new("table-missing")
        .with("found", found(row))
        .with(
            "missing",
            Arg::List(lacking.map(|(one, _)| one.shown.clone()).collect()),
        )
        .with("wanted", wanted());
    Faults(vec![fault.on(row.line)])
}

pub(super) fn on_two_lines(row: &Row, (one, other): (u32, u32), wanted: Arg) -> Faults {
    let (first, second) = (one.min(other), one.max(other));
    let fault = Trouble::new("table-two-lines")
        .with("first", first.to_string())
        .with("second", second.to_string())
        .with("found", found(row))
        .with("wanted", wanted);
    Faults(vec![fault.on(first)])
}

/// Two rows as if they were one, cells side by side.
fn joined(one: &Row, other: &Row) -> Row {
    let cells = one.cells.iter().chain(&other.cells);
    Row {
        line: one.line,
        cells: (0..)
            .zip(cells)
            .map(|(column, (_, cell))| (column, cell.clone()))
            .collect(),
    }
}
