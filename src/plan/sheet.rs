//! A plan's lines as a sheet that comes in.
//!
//! Knows its columns and how people fill them: a task that stands once for several lines, months in words, days that Excel
//! has made of them. Must not know what the plan said before.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{LINES_MAX, content, months, posts, short};
use crate::campaign::plan::{PlanFrame, TASKS};
use crate::table::{Book, CellValue, Fault, Faults, Heading, TableRow, Trouble, quoted};
use crate::text::fold;
use crate::types::{Language, Month, PlanLine};

/// The columns that are read, each with all that may stand above it.
const COLUMNS: [(&str, &[&str], bool); 8] = [
    (
        "file-plan-task",
        &[
            "nhiem vu",
            "nhiem vu (iii.1-iii.6)",
            "nhiem vu (iii.1–iii.6)",
            "muc",
            "task",
        ],
        true,
    ),
    (
        "file-plan-content",
        &[
            "noi dung",
            "noi dung cong viec",
            "noi dung thuc hien",
            "cong viec",
            "content",
        ],
        false,
    ),
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
}

/// A row being read.
struct Reading<'a> {
    frame: &'a PlanFrame,
    begins: Month,
    language: Language,
    places: Vec<u32>,
    task: Option<u8>,
    /// Each line's task and words.
    seen: HashSet<(u8, String)>,
    sheet: PlanSheet,
    faults: Vec<Fault>,
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
        let heading = |(shown, names, fills): &(&'static str, &[&str], bool)| Heading {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            shown: crate::table::Arg::Text(shown),
            fills: *fills,
        };
        let headings: Vec<Heading> = COLUMNS.iter().map(heading).collect();
        let mut table = Book::read(bytes)?.find(&headings)?;
        let mut reading = Reading {
            frame,
            begins,
            language,
            places: std::mem::take(&mut table.places),
            task: None,
            seen: HashSet::new(),
            sheet: Self {
                lines: Vec::new(),
                dropped: Vec::new(),
            },
            faults: std::mem::take(&mut table.faults),
        };
        for row in &table.rows {
            reading.row(row);
        }
        let (count, mut faults) = (reading.sheet.lines.len(), reading.faults);
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
            true => Ok(reading.sheet),
            false => Err(Faults(faults)),
        }
    }
}

impl Reading<'_> {
    fn row(&mut self, row: &TableRow) {
        let task = self.cell(row, 0).map(|typed| self.read_task(row, &typed));
        if task == Some(false) {
            return;
        }
        let Some(words) = self.cell(row, 1) else {
            return;
        };
        let others = (2..COLUMNS.len()).any(|column| !row.cell(column).is_empty());
        if words.is_empty() && !others {
            return;
        }
        // The head of a block: “III.1. Tuyên truyền” in the column of contents.
        if !others && let Some(task) = roman_task(&words) {
            self.task = Some(task);
            return;
        }
        let before = self.faults.len();
        let content = self.keep(row, 1, content(&words)).unwrap_or_default();
        let lead = self.posts(row, 2);
        if lead.is_empty() && self.faults.len() == before {
            self.wrong(row, 2, Trouble::new("plan-no-post"));
        }
        let support = self.posts(row, 3);
        let months = self.months(row);
        let measure = self
            .cell(row, 6)
            .and_then(|typed| self.keep(row, 6, short(&typed)));
        let target = self
            .cell(row, 7)
            .and_then(|typed| self.keep(row, 7, short(&typed)));
        let Some(task) = self.task else {
            return self.wrong(row, 0, Trouble::new("plan-no-task"));
        };
        if !self.seen.insert((task, fold(&content))) {
            return self.wrong(
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

    /// Takes a task that stands in this row; an empty cell leaves the one above. `false` if it is none.
    fn read_task(&mut self, row: &TableRow, typed: &str) -> bool {
        if typed.is_empty() {
            return true;
        }
        let place = || {
            let folded = fold(typed);
            let named = |language| {
                (1..=TASKS).find(|task| fold(self.frame.task(*task, language)) == folded)
            };
            named(Language::Vi).or_else(|| named(Language::En))
        };
        match task(typed).or_else(place) {
            Some(task) => {
                self.task = Some(task);
                true
            }
            None => {
                let trouble = Trouble::new("plan-task").with("value", quoted(typed));
                self.wrong(row, 0, trouble);
                false
            }
        }
    }

    fn posts(&mut self, row: &TableRow, column: usize) -> String {
        let Some(typed) = self.cell(row, column).filter(|typed| !typed.is_empty()) else {
            return String::new();
        };
        let read = posts(&typed, self.frame, self.language);
        let Some(read) = self.keep(row, column, read) else {
            return String::new();
        };
        if read.dropped {
            let place = self.places.get(column).copied().unwrap_or(0);
            let cell = format!("{}{}", crate::table::letters(place), row.line);
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
                both.push((column, self.keep(row, column, months(&typed, self.begins))?));
            }
        }
        match both.as_slice() {
            [] => {
                self.wrong(row, 4, Trouble::new("plan-no-months"));
                None
            }
            [(_, months)] => Some(*months),
            [(_, (first, _)), (column, (_, last))] if last < first => {
                let trouble = Trouble::new("plan-months-order")
                    .with("first", first.shown())
                    .with("last", last.shown());
                self.wrong(row, *column, trouble);
                None
            }
            [(_, (first, _)), .., (_, (_, last))] => Some((*first, *last)),
        }
    }

    /// What somebody would have typed to say what the cell says.
    fn cell(&mut self, row: &TableRow, column: usize) -> Option<String> {
        let read = match row.cell(column) {
            CellValue::Day(day) if matches!(column, 4 | 5) => Ok(super::months::of_day(*day)),
            cell => cell.words_or_number(),
        };
        let read = read.and_then(|words| {
            crate::table::sound(&words)?;
            Ok(crate::table::tidy(&words))
        });
        self.keep(row, column, read)
    }

    fn keep<V>(&mut self, row: &TableRow, column: usize, read: Result<V, Trouble>) -> Option<V> {
        match read {
            Ok(value) => Some(value),
            Err(trouble) => {
                self.wrong(row, column, trouble);
                None
            }
        }
    }

    fn wrong(&mut self, row: &TableRow, column: usize, trouble: Trouble) {
        let place = self.places.get(column).copied().unwrap_or(0);
        self.faults.push(trouble.at(row.line, place));
    }
}

/// The task of `III.1`, `III.1. Tuyên truyền`, `1`, `Nhiệm vụ 1`.
fn task(typed: &str) -> Option<u8> {
    let folded = fold(typed);
    let bare = folded.strip_prefix("nhiem vu").unwrap_or(&folded).trim();
    let digit = bare.strip_prefix("iii.").unwrap_or(bare).trim();
    let (number, rest) = digit.split_at_checked(1)?;
    let ends = !rest.starts_with(|c: char| c.is_ascii_digit());
    number
        .parse()
        .ok()
        .filter(|task| ends && (1..=TASKS).contains(task))
}

/// The same where nothing but the guideline's number says that it is a task.
fn roman_task(typed: &str) -> Option<u8> {
    let folded = fold(typed);
    let marked = folded.starts_with("iii.") || folded.starts_with("nhiem vu");
    marked.then(|| task(typed)).flatten()
}
