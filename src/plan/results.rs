//! How far the lines of an issued plan are, as its sheet comes back: results, states and remarks.
//!
//! Knows how people write each. Must not know which lines the plan has: what is none of them is told by whoever knows, with the
//! cell.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::cells::{CONTENT, Cells, Column, TASK, headings};
use crate::campaign::plan::PlanFrame;
use crate::table::{self, Book, Fault, Faults, TableRow, Trouble, quoted};
use crate::text::fold;
use crate::types::{LineState, Month};

const COLUMNS: [Column; 5] = [
    TASK,
    CONTENT,
    (
        "file-plan-result",
        &["ket qua", "ket qua thuc hien", "result"],
        false,
    ),
    (
        "file-form-state",
        &["trang thai", "tinh trang", "tien do", "state"],
        false,
    ),
    ("file-plan-remark", &["ghi chu", "remarks", "remark"], false),
];

/// What may stand for each state, folded. Whether a line is late or due follows from the day, so those say that it is not done.
const STATES: [(LineState, &[&str]); 4] = [
    (
        LineState::Open,
        &[
            "chua lam",
            "chua thuc hien",
            "chua xong",
            "chua den han",
            "den han thang nay",
            "tre han",
            "not begun",
            "not due yet",
            "due this month",
            "late",
        ],
    ),
    (
        LineState::Doing,
        &[
            "dang lam",
            "dang thuc hien",
            "dang trien khai",
            "being done",
        ],
    ),
    (
        LineState::Done,
        &["da xong", "xong", "hoan thanh", "da hoan thanh", "done"],
    ),
    (
        LineState::Dropped,
        &[
            "khong lam nua",
            "khong lam",
            "khong thuc hien",
            "bo",
            "not done any more",
        ],
    ),
];

/// The largest number that is taken.
const RESULT_MAX: i64 = 1_000_000_000;
/// Letters of what stands above a table that are told.
const ABOVE_CHARS: usize = 120;
/// Letters of a remark.
const REMARK_CHARS: usize = 300;

/// What a row says of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ResultRow {
    pub(crate) task: u8,
    pub(crate) content: String,
    /// `None`: an empty cell, which leaves what is known.
    pub(crate) result: Option<i64>,
    pub(crate) state: Option<LineState>,
    pub(crate) remark: Option<String>,
    /// Its line in the sheet.
    line: u32,
}

/// What stands in a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ResultSheet {
    pub(crate) rows: Vec<ResultRow>,
    /// Cells whose words likely name somebody, with the name.
    pub(crate) named: Vec<String>,
    /// Where contents and remarks stand, from 0.
    places: [u32; 2],
    /// What stands above the table, with its line.
    #[serde(default)]
    above: Vec<(u32, String)>,
}

impl ResultSheet {
    /// Reads the cells, which needs no database.
    ///
    /// # Errors
    /// There is no such table in the file, or something is wrong with single cells: then nothing of it is taken.
    pub(crate) fn read(bytes: &[u8], frame: &PlanFrame) -> Result<Self, Faults> {
        let mut table = Book::read(bytes)?.find(&headings(&COLUMNS))?;
        let above = std::mem::take(&mut table.above);
        let mut cells = Cells::of(&mut table, frame);
        let rows = table.rows.iter();
        let rows: Vec<ResultRow> = rows.filter_map(|row| one(&mut cells, row)).collect();
        if rows.is_empty() && cells.faults.is_empty() {
            let none = Trouble::new("plan-no-lines").on(table.line);
            return Err(Faults(vec![none]));
        }
        match cells.faults.is_empty() {
            true => Ok(Self {
                rows,
                places: [1, 4].map(|column| cells.place(column)),
                named: cells.named,
                above,
            }),
            false => Err(Faults(cells.faults)),
        }
    }

    /// It says above its table that it is of another year than the plan's, whatever its lines say.
    pub(crate) fn of_another_year(&self, begins: Month) -> Option<Fault> {
        let own = [begins, begins.end_of_plan()].map(|month| month.first().year());
        let mut said = self.above.iter().flat_map(|(line, words)| {
            let years = words.split(|letter: char| !letter.is_ascii_digit());
            years.filter_map(|digits| Some((*line, year(digits)?)))
        });
        let (line, first) = said.next()?;
        let other = !own.contains(&first) && !said.any(|(_, year)| own.contains(&year));
        let trouble = || Trouble::new("plan-result-year").with("year", first.to_string());
        other.then(|| trouble().on(line))
    }

    /// What stands above the table where that is something, and no word of this unit.
    pub(crate) fn of_whom_else(&self, unit: &str) -> Option<String> {
        let unit = fold(unit);
        let mut lines = self.above.iter().map(|(_, words)| words);
        let other = !self.above.is_empty() && !lines.any(|words| fold(words).contains(&unit));
        other.then(|| {
            let words: Vec<&str> = self.above.iter().map(|(_, words)| words.as_str()).collect();
            words.join(" | ").chars().take(ABOVE_CHARS).collect()
        })
    }

    /// A row is about no line of the plan, or about one that another row is about.
    pub(crate) fn wrong_content(&self, row: &ResultRow, key: &'static str) -> Fault {
        let [content, _] = self.places;
        let trouble = Trouble::new(key).with("value", quoted(&row.content));
        trouble.at(row.line, content)
    }

    /// The remark should say why a line is not done any more.
    pub(crate) fn no_reason(&self, row: &ResultRow) -> Fault {
        let [_, remark] = self.places;
        Trouble::new("plan-result-why").at(row.line, remark)
    }
}

/// `2026`.
fn year(digits: &str) -> Option<i32> {
    let year = digits.parse().ok()?;
    (digits.len() == 4 && (2000..2100).contains(&year)).then_some(year)
}

fn one(cells: &mut Cells<'_>, row: &TableRow) -> Option<ResultRow> {
    if !cells.has_task(row, 0) {
        return None;
    }
    let content = cells.text(row, 1)?;
    let others = (2..COLUMNS.len()).any(|column| !row.cell(column).is_empty());
    if !others && (content.is_empty() || cells.is_head(&content)) {
        return None;
    }
    let typed = [2, 3].map(|column| cells.text(row, column));
    let [result, state] = typed;
    let result = result.and_then(|typed| cells.keep(row, 2, self::result(&typed)));
    let state = state.and_then(|typed| cells.keep(row, 3, self::state(&typed)));
    let remark = cells.words(row, 4, |typed| super::text(typed, REMARK_CHARS));
    let (result, state, remark) = (result?, state?, remark?);
    let Some(task) = cells.task else {
        cells.wrong(row, 0, Trouble::new("plan-no-task"));
        return None;
    };
    Some(ResultRow {
        task,
        content,
        result,
        state,
        remark: Some(remark).filter(|remark| !remark.is_empty()),
        line: row.line,
    })
}

/// `3`, `75%`, `1.200`.
fn result(typed: &str) -> Result<Option<i64>, Trouble> {
    if typed.is_empty() {
        return Ok(None);
    }
    number(typed).map(Some)
}

/// The number that was reached, as it is typed.
pub(crate) fn number(typed: &str) -> Result<i64, Trouble> {
    let digits = typed.trim().trim_end_matches('%').trim();
    let number = table::whole(digits).filter(|number| *number <= RESULT_MAX);
    number.ok_or_else(|| Trouble::new("form-not-number").with("value", quoted(typed)))
}

/// A state by its words; what our own files say behind a semicolon stands in other columns.
fn state(typed: &str) -> Result<Option<LineState>, Trouble> {
    let said = fold(typed.split(';').next().unwrap_or_default());
    if said.is_empty() {
        return Ok(None);
    }
    let found = STATES
        .iter()
        .find(|(_, words)| words.contains(&said.as_str()));
    let found = found.map(|(state, _)| Some(*state));
    found.ok_or_else(|| Trouble::new("plan-result-state").with("value", quoted(typed)))
}
