//! Row against question: what a workbook would change.
//!
//! Knows which row is which question. Must not know YAML: that is `edit`; nor what may stand in a cell: that is `values`.

use std::collections::{BTreeMap, BTreeSet};

use super::Refusal;
use super::cells::{QuestionSheet, WorkbookRow};
use super::fresh::{self, Fresh};
use super::normalize::tidy;
use super::row::{BankColumn, QuestionRow, WorkbookWords};
use super::values::{allowed, legible};
use crate::campaign::read::Content;
use crate::told;

/// What would change, and which row belongs to which question.
#[derive(Debug)]
pub(super) struct Plan {
    /// The questions that differ, in the order of the files.
    pub changed: Vec<Changed>,
    /// The questions that are asked for the first time, in the order of the rows.
    pub fresh: Vec<Fresh>,
    /// The row of each question, from 1.
    pub lines: BTreeMap<String, u32>,
}

/// A question that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Changed {
    /// Which one.
    pub id: String,
    /// The file's place among the content's criteria.
    pub page: usize,
    /// The question's place in the file.
    pub place: usize,
    /// Its cells that differ, from left to right.
    pub changes: Vec<CellChange>,
}

/// A cell that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CellChange {
    pub column: BankColumn,
    pub old: String,
    pub new: String,
}

impl Plan {
    /// Compares all rows with all questions.
    pub(super) fn new(
        sheet: &QuestionSheet,
        content: &Content,
        words: WorkbookWords<'_>,
    ) -> Result<Self, Refusal> {
        let mut wrong = Vec::new();
        let lines = by_id(sheet, &mut wrong);
        let mut changed = Vec::new();
        let mut known = BTreeSet::new();
        for (page, file) in content.criteria.iter().enumerate() {
            for (place, question) in file.raw.questions.value.iter().enumerate() {
                let row = QuestionRow::of(&file.raw.criterion.value, question);
                let id = row.get(BankColumn::Id).to_owned();
                let base = sheet.memory.as_ref().map(|rows| rows.get(&id));
                let Some(line) = lines.get(&id) else {
                    if base == Some(None) {
                        // Written since the export: the reviewer has never seen it.
                        continue;
                    }
                    wrong.push(told!(
                        "bank-row-missing",
                        id = id,
                        column = words.header(BankColumn::SupersededBy)
                    ));
                    continue;
                };
                known.insert(id.clone());
                let compare = Compare {
                    sheet,
                    words,
                    id: &id,
                    line,
                    base: base.flatten(),
                };
                let changes = compare.all(&row, &mut wrong);
                if !changes.is_empty() {
                    changed.push(Changed {
                        id,
                        page,
                        place,
                        changes,
                    });
                }
            }
        }
        let unknown = sheet.lines.iter();
        let unknown = unknown.filter(|line| !known.contains(&tidy(line.get(BankColumn::Id))));
        let unknown: Vec<&WorkbookRow> = unknown.collect();
        let fresh = fresh::fresh(&unknown, sheet, content, words, &mut wrong);
        if !wrong.is_empty() {
            return Err(Refusal(wrong));
        }
        let rows = lines.iter().map(|(id, line)| (id.clone(), line.row));
        let new = fresh.iter().map(|one| (one.id.clone(), one.line));
        Ok(Self {
            lines: rows.chain(new).collect(),
            changed,
            fresh,
        })
    }
}

/// The rows by their id; one that was there before is wrong. A row without an id is a new question.
fn by_id<'a>(
    sheet: &'a QuestionSheet,
    wrong: &mut Vec<String>,
) -> BTreeMap<String, &'a WorkbookRow> {
    let mut lines: BTreeMap<String, &WorkbookRow> = BTreeMap::new();
    for line in &sheet.lines {
        let id = tidy(line.get(BankColumn::Id));
        if id.is_empty() {
            continue;
        }
        if let Some(first) = lines.get(&id) {
            let cell = sheet.cell(line.row, BankColumn::Id);
            let what = told!("bank-row-twice", row = first.row);
            wrong.push(told!("bank-cell", id = id, cell = cell, what = what));
        } else {
            lines.insert(id, line);
        }
    }
    lines
}

/// One row beside one question.
struct Compare<'a> {
    sheet: &'a QuestionSheet,
    words: WorkbookWords<'a>,
    id: &'a str,
    line: &'a WorkbookRow,
    /// What was exported, if the workbook remembers.
    base: Option<&'a QuestionRow>,
}

impl Compare<'_> {
    fn all(&self, row: &QuestionRow, wrong: &mut Vec<String>) -> Vec<CellChange> {
        let mut changes = Vec::new();
        for column in BankColumn::ALL {
            let old = row.get(column);
            match self.cell(column, old) {
                Ok(new) if new == old => {}
                Ok(new) => changes.push(CellChange {
                    column,
                    old: old.to_owned(),
                    new,
                }),
                Err(what) => wrong.push(told!(
                    "bank-cell",
                    id = self.id,
                    cell = self.sheet.cell(self.line.row, column),
                    what = what
                )),
            }
        }
        changes
    }

    /// The value that a cell asks for, or what is wrong and what to do.
    fn cell(&self, column: BankColumn, old: &str) -> Result<String, String> {
        let written = match self.line.values.get(&column) {
            Some(Ok(written)) => written.as_str(),
            Some(Err(told)) => return Err(told.clone()),
            None => "",
        };
        if written == old {
            return Ok(old.to_owned());
        }
        let base = self.base.map(|row| row.get(column));
        if base == Some(written) {
            // The reviewer left it alone; the file has moved on.
            return Ok(old.to_owned());
        }
        legible(written, self.words)?;
        let new = self.meant(column, written, old)?;
        match base {
            Some(base) if new == base => Ok(old.to_owned()),
            Some(base) if base != old && new != old => Err(told!("bank-both-changed", old = old)),
            _ => Ok(new),
        }
    }

    /// The value that is meant by what is written.
    fn meant(&self, column: BankColumn, written: &str, old: &str) -> Result<String, String> {
        let new = tidy(written);
        let name = column.name();
        if column.fixed() {
            return if new == old {
                Ok(new)
            } else {
                Err(told!("bank-fixed", column = name, new = new, old = old))
            };
        }
        if new.is_empty() {
            return match column {
                _ if column.optional() => Ok(new),
                BankColumn::Right => Err(told!("bank-empty-right", column = name)),
                _ => Err(told!("bank-empty", column = name)),
            };
        }
        allowed(column, new, self.words)
    }
}
