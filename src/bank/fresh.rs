//! Rows without a question yet: what is asked for the first time gets an id.
//!
//! Knows ids. Must not know YAML: that is `entry`; nor what makes it good: `check` reads the result.

use std::collections::BTreeMap;

use super::cells::{QuestionSheet, WorkbookRow};
use super::normalize::tidy;
use super::row::{BankColumn, QuestionRow, WorkbookWords};
use super::values::{allowed, legible};
use crate::campaign::raw::Criterion;
use crate::campaign::read::{Content, ContentFile};
use crate::told;

/// A question that a workbook asks for the first time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fresh {
    /// Its id: the next of its criterion.
    pub id: String,
    /// The file's place among the content's criteria.
    pub page: usize,
    /// Its values, tidied.
    pub row: QuestionRow,
    /// The workbook's row, from 0.
    pub line: u32,
}

/// The questions of these rows, in order; what stands in their way is told with its cell.
pub(super) fn fresh(
    lines: &[&WorkbookRow],
    sheet: &QuestionSheet,
    content: &Content,
    words: WorkbookWords<'_>,
    wrong: &mut Vec<String>,
) -> Vec<Fresh> {
    let mut fresh: Vec<Fresh> = Vec::new();
    for line in lines {
        let cell = |column: BankColumn| sheet.cell(line.row, column);
        let criterion = tidy(line.get(BankColumn::Criterion));
        let pages = || content.criteria.iter().enumerate();
        let found = pages().find(|(_, page)| page.raw.criterion.value == criterion);
        let Some((page, file)) = found else {
            let what = told!("bank-new-criterion", given = criterion);
            let cell = cell(BankColumn::Criterion);
            wrong.push(told!("bank-cell-alone", cell = cell, what = what));
            continue;
        };
        let before = fresh.iter().filter(|one| one.page == page).count();
        let id = format!(
            "Q-{criterion}-{:02}",
            file.raw.questions.value.len() + before + 1
        );
        let given = tidy(line.get(BankColumn::Id));
        if !given.is_empty() && given != id {
            let what = told!("bank-new-id", next = id);
            let cell = cell(BankColumn::Id);
            wrong.push(told!("bank-cell", id = given, cell = cell, what = what));
            continue;
        }
        if let Some(same) = asked_already(file, line) {
            let what = told!("bank-new-known", same = same);
            let cell = cell(BankColumn::Id);
            wrong.push(told!("bank-cell-alone", cell = cell, what = what));
            continue;
        }
        let row = values(&id, &criterion, line, sheet, words, wrong);
        fresh.push(Fresh {
            id,
            page,
            row,
            line: line.row,
        });
    }
    fresh
}

/// The same workbook, imported twice, adds nothing the second time.
fn asked_already<'a>(file: &'a ContentFile<Criterion>, line: &WorkbookRow) -> Option<&'a str> {
    let asks = tidy(line.get(BankColumn::Question));
    let mut known = file.raw.questions.value.iter();
    let same = known.find(|one| !asks.is_empty() && tidy(&one.question.value) == asks);
    same.map(|one| one.id.value.as_str())
}

/// The row's values, or what is wrong with them.
fn values(
    id: &str,
    criterion: &str,
    line: &WorkbookRow,
    sheet: &QuestionSheet,
    words: WorkbookWords<'_>,
    wrong: &mut Vec<String>,
) -> QuestionRow {
    let mut values = BTreeMap::new();
    for column in BankColumn::ALL {
        let value = match column {
            BankColumn::Id => Ok(id.to_owned()),
            BankColumn::Criterion => Ok(criterion.to_owned()),
            _ => value(column, line, words),
        };
        match value {
            Ok(value) => drop(values.insert(column, value)),
            Err(what) => wrong.push(told!(
                "bank-cell",
                id = id,
                cell = sheet.cell(line.row, column),
                what = what
            )),
        }
    }
    QuestionRow { values }
}

fn value(
    column: BankColumn,
    line: &WorkbookRow,
    words: WorkbookWords<'_>,
) -> Result<String, String> {
    if let Some(Err(told)) = line.values.get(&column) {
        return Err(told.clone());
    }
    legible(line.get(column), words)?;
    let value = tidy(line.get(column));
    match (value.is_empty(), column.optional()) {
        (true, true) => Ok(value),
        (true, false) => Err(told!("bank-empty-new", column = column.name())),
        (false, _) => allowed(column, value, words),
    }
}
