//! A plan's lines as a sheet that comes in.
//!
//! Knows its columns and how people fill them: months in words, days that Excel has made of them. Must not know what the plan said before.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::cells::{CONTENT, Cells, Column, TASK, headings};
use super::{LINES_MAX, content, identity, months, posts, short};
use crate::campaign::plan::PlanFrame;
use crate::table::{Book, CellValue, Faults, TableRow, Trouble, quoted};
use crate::types::{Language, Month, PlanLine};

/// The columns that are read, each with all that may stand above it.
const COLUMNS: [Column; 8] = [
    TASK,
    CONTENT,
    (
        "file-plan-lead",
        &[
            "phu trach",
            "phu trach (chuc danh)",
            "nguoi phu trach",
            "chu tri",
            "lead",
            "lead (post)",
        ],
        true,
    ),
    (
        "file-plan-support",
        &["phoi hop", "don vi phoi hop", "nguoi phoi hop", "support"],
        true,
    ),
    (
        "file-plan-first",
        &[
            "bat dau",
            "bat dau (mm/yyyy)",
            "bat dau (thang/nam)",
            "thoi gian",
            "thoi gian bat dau",
            "tu",
            "begins",
            "begins (mm/yyyy)",
            "begins (month/year)",
        ],
        true,
    ),
    (
        "file-plan-last",
        &[
            "hoan thanh",
            "hoan thanh (mm/yyyy)",
            "hoan thanh (thang/nam)",
            "thoi gian hoan thanh",
            "ket thuc",
            "den",
            "ends",
            "ends (mm/yyyy)",
            "ends (month/year)",
        ],
        true,
    ),
    (
        "file-plan-measure",
        &["cach do", "don vi tinh", "cach danh gia", "measured by"],
        false,
    ),
    (
        "file-plan-target",
        &["chi tieu", "muc tieu", "target"],
        false,
    ),
];

/// What stands in a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PlanSheet {
    pub(crate) lines: Vec<PlanLine>,
    /// Cells in which a name stood beside a post and was left out.
    pub(crate) dropped: Vec<String>,
    /// Cells whose words likely name somebody, with the name: they are taken as they are, if the officer says so.
    #[serde(default)]
    pub(crate) named: Vec<String>,
}

/// Rows being read.
struct Reading<'a> {
    cells: Cells<'a>,
    frame: &'a PlanFrame,
    begins: Month,
    language: Language,
    /// Each line's task and words.
    seen: HashSet<(u8, String)>,
    sheet: PlanSheet,
}

impl PlanSheet {
    /// Reads the cells, which needs no database.
    ///
    /// # Errors
    /// There is no such table in the file, or something is wrong with single cells: then nothing of it is taken.
    pub(crate) fn read(
        bytes: &[u8],
        frame: &PlanFrame,
        begins: Month,
        language: Language,
    ) -> Result<Self, Faults> {
        let mut table = Book::read(bytes)?.find(&headings(&COLUMNS))?;
        let mut reading = Reading {
            cells: Cells::of(&mut table, frame),
            frame,
            begins,
            language,
            seen: HashSet::new(),
            sheet: Self {
                lines: Vec::new(),
                dropped: Vec::new(),
                named: Vec::new(),
            },
        };
        for row in &table.rows {
            reading.row(row);
        }
        let Reading {
            cells, mut sheet, ..
        } = reading;
        let (count, mut faults) = (sheet.lines.len(), cells.faults);
        sheet.named = cells.named;
        if count > LINES_MAX {
            let many = Trouble::new("plan-too-many")
                .with("count", count)
                .with("max", LINES_MAX);
            return Err(Faults(vec![many.on(table.line)]));
        }
        if count == 0 && faults.is_empty() {
            faults.push(Trouble::new("plan-no-lines").on(table.line));
        }
        match faults.is_empty() {
            true => Ok(sheet),
            false => Err(Faults(faults)),
        }
    }
}

impl Reading<'_> {
    fn row(&mut self, row: &TableRow) {
        if !self.cells.has_task(row, 0) {
            return;
        }
        let Some(words) = self.cells.text(row, 1) else {
            return;
        };
        let others = (2..COLUMNS.len()).any(|column| !row.cell(column).is_empty());
        if words.is_empty() && !others {
            return;
        }
        if !others && self.cells.is_head(&words) {
            return;
        }
        let before = self.cells.faults.len();
        let content = self.cells.words(row, 1, content).unwrap_or_default();
        let lead = self.posts(row, 2);
        if lead.is_empty() && self.cells.faults.len() == before {
            self.cells.wrong(row, 2, Trouble::new("plan-no-post"));
        }
        let support = self.posts(row, 3);
        let months = self.months(row);
        let measure = self.cells.words(row, 6, short);
        let target = self.cells.words(row, 7, short);
        let Some(task) = self.cells.task else {
            return self.cells.wrong(row, 0, Trouble::new("plan-no-task"));
        };
        if !self.seen.insert(identity(task, &content)) {
            return self.cells.wrong(
                row,
                1,
                Trouble::new("plan-twice").with("value", quoted(&content)),
            );
        }
        let (Some((first, last)), Some(measure), Some(target)) = (months, measure, target) else {
            return;
        };
        self.sheet.lines.push(PlanLine {
            task,
            content,
            lead,
            support,
            first,
            last,
            measure,
            target,
            counted: None,
        });
    }

    fn posts(&mut self, row: &TableRow, column: usize) -> String {
        let Some(typed) = self
            .cells
            .text(row, column)
            .filter(|typed| !typed.is_empty())
        else {
            return String::new();
        };
        let read = posts(&typed, self.frame, self.language);
        let Some(read) = self.cells.keep(row, column, read) else {
            return String::new();
        };
        if read.dropped {
            let cell = self.cells.address(row, column);
            self.sheet.dropped.push(cell);
        }
        read.ids
    }

    /// The first column may hold both ends: “T9-T12”, “Quý III”.
    fn months(&mut self, row: &TableRow) -> Option<(Month, Month)> {
        let (first, last) = (self.cell(row, 4)?, self.cell(row, 5)?);
        let mut both = Vec::new();
        for (column, typed) in [(4, first), (5, last)] {
            if !typed.is_empty() {
                both.push((
                    column,
                    self.cells.keep(row, column, months(&typed, self.begins))?,
                ));
            }
        }
        match both.as_slice() {
            [] => {
                self.cells.wrong(row, 4, Trouble::new("plan-no-months"));
                None
            }
            [(_, months)] => Some(*months),
            [(_, (first, _)), (column, (_, last))] if last < first => {
                let trouble = Trouble::new("plan-months-order")
                    .with("first", first.shown())
                    .with("last", last.shown());
                self.cells.wrong(row, *column, trouble);
                None
            }
            [(_, (first, _)), .., (_, (_, last))] => Some((*first, *last)),
        }
    }

    /// What somebody would have typed to say what the cell says: of a day its month.
    fn cell(&mut self, row: &TableRow, column: usize) -> Option<String> {
        match row.cell(column) {
            CellValue::Day(day) => {
                let month = super::months::of_day(*day);
                self.cells.typed(row, column, Ok(month))
            }
            _ => self.cells.text(row, column),
        }
    }
}
