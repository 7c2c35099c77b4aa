//! A plan's sheet cell by cell: what somebody would have typed, where it stands, and to which task a row belongs.
//!
//! Knows how a task is written, once for several lines. Must not know what else a sheet says.

use crate::campaign::plan::{PlanFrame, TASKS};
use crate::forms::named;
use crate::table::{self, Arg, Fault, Heading, Table, TableRow, Trouble, letters, quoted};
use crate::text::fold;
use crate::types::Language;

/// A column: its text in a fault, all that may stand above it, and whether one merged cell may fill several rows.
pub(super) type Column = (&'static str, &'static [&'static str], bool);

pub(super) const TASK: Column = (
    "file-plan-task",
    &[
        "nhiem vu",
        "nhiem vu (iii.1-iii.6)",
        "nhiem vu (iii.1–iii.6)",
        "muc",
        "task",
    ],
    true,
);
pub(super) const CONTENT: Column = (
    "file-plan-content",
    &[
        "noi dung",
        "noi dung cong viec",
        "noi dung thuc hien",
        "cong viec",
        "content",
    ],
    false,
);

pub(super) fn headings(columns: &[Column]) -> Vec<Heading> {
    let heading = |(shown, names, fills): &Column| Heading {
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        shown: Arg::Text(shown),
        fills: *fills,
    };
    columns.iter().map(heading).collect()
}

/// Cells being read.
pub(super) struct Cells<'a> {
    frame: &'a PlanFrame,
    places: Vec<u32>,
    /// The task of the row, or of the nearest one above that says it.
    pub(super) task: Option<u8>,
    /// Cells whose words likely name somebody, with the name.
    pub(super) named: Vec<String>,
    pub(super) faults: Vec<Fault>,
}

impl<'a> Cells<'a> {
    /// Those of a table; what is wrong with it as a whole is told with the rest.
    pub(super) fn of(table: &mut Table, frame: &'a PlanFrame) -> Self {
        Self {
            frame,
            places: std::mem::take(&mut table.places),
            task: None,
            named: Vec::new(),
            faults: std::mem::take(&mut table.faults),
        }
    }

    /// Takes the task that stands in this cell; an empty one leaves the one above. `false` if it is none.
    pub(super) fn has_task(&mut self, row: &TableRow, column: usize) -> bool {
        let Some(typed) = self.text(row, column) else {
            return false;
        };
        if typed.is_empty() {
            return true;
        }
        let place = || {
            let folded = fold(&typed);
            let named = |language| {
                (1..=TASKS).find(|task| fold(self.frame.task(*task, language)) == folded)
            };
            named(Language::Vi).or_else(|| named(Language::En))
        };
        match task(&typed).or_else(place) {
            Some(task) => {
                self.task = Some(task);
                true
            }
            None => {
                let trouble = Trouble::new("plan-task").with("value", quoted(&typed));
                self.wrong(row, column, trouble);
                false
            }
        }
    }

    /// Takes the task of a row that is nothing but the head of a block: “III.1. Tuyên truyền” where a content is expected.
    pub(super) fn is_head(&mut self, words: &str) -> bool {
        let folded = fold(words);
        let marked = folded.starts_with("iii.") || folded.starts_with("nhiem vu");
        let task = marked.then(|| task(words)).flatten();
        self.task = task.or(self.task);
        task.is_some()
    }

    /// What somebody would have typed to say what the cell says.
    pub(super) fn text(&mut self, row: &TableRow, column: usize) -> Option<String> {
        self.typed(row, column, row.cell(column).words_or_number())
    }

    /// The same of what a cell was read as.
    pub(super) fn typed(
        &mut self,
        row: &TableRow,
        column: usize,
        read: Result<String, Trouble>,
    ) -> Option<String> {
        let read = read.and_then(|words| {
            table::sound(&words)?;
            Ok(table::tidy(&words))
        });
        self.keep(row, column, read)
    }

    /// Words of one's own, in which nobody is to be named.
    pub(super) fn words(
        &mut self,
        row: &TableRow,
        column: usize,
        read: fn(&str) -> Result<String, Trouble>,
    ) -> Option<String> {
        let typed = self.text(row, column)?;
        let words = self.keep(row, column, read(&typed))?;
        if let Some(name) = named(&words) {
            let cell = format!("{} “{name}”", self.address(row, column));
            self.named.push(cell);
        }
        Some(words)
    }

    pub(super) fn keep<V>(
        &mut self,
        row: &TableRow,
        column: usize,
        read: Result<V, Trouble>,
    ) -> Option<V> {
        match read {
            Ok(value) => Some(value),
            Err(trouble) => {
                self.wrong(row, column, trouble);
                None
            }
        }
    }

    pub(super) fn wrong(&mut self, row: &TableRow, column: usize, trouble: Trouble) {
        let place = self.place(column);
        self.faults.push(trouble.at(row.line, place));
    }

    /// Where a cell stands: `C4`.
    pub(super) fn address(&self, row: &TableRow, column: usize) -> String {
        format!("{}{}", letters(self.place(column)), row.line)
    }

    /// Where a column stands, from 0.
    pub(super) fn place(&self, column: usize) -> u32 {
        self.places.get(column).copied().unwrap_or(0)
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
