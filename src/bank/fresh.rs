//! Rows without a question yet: what is asked for the first time gets an id and a place in its file.
//!
//! Knows ids and how an entry is laid out. Must not know what makes it good: `check` reads the result.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::cells::{QuestionSheet, WorkbookRow};
use super::edit::{Edit, Strange};
use super::plan::closed;
use super::row::{BankColumn, LETTERS, QuestionRow, WorkbookWords, span};
use super::scalar::{double_quoted, folded, plain_or_quoted};
use super::tidy::tidy;
use crate::campaign::raw::{Criterion, Question};
use crate::campaign::read::{Content, ContentFile};

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
            wrong.push(format!(
                "cell {}: “{criterion}” is no criterion; a row without an id is a new question: choose 1.1 to 4.3, or empty the row",
                cell(BankColumn::Criterion)
            ));
            continue;
        };
        let before = fresh.iter().filter(|one| one.page == page).count();
        let id = format!(
            "Q-{criterion}-{:02}",
            file.raw.questions.value.len() + before + 1
        );
        let given = tidy(line.get(BankColumn::Id));
        if !given.is_empty() && given != id {
            wrong.push(format!(
                "{given}, cell {}: no question has this id; correct it, or leave it empty for a new question: the next one is {id}",
                cell(BankColumn::Id)
            ));
            continue;
        }
        if let Some(same) = asked_already(file, line) {
            wrong.push(format!(
                "cell {}: {same} asks this already; write its id into this row, or delete the row",
                cell(BankColumn::Id)
            ));
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
            Err((what, mend)) => wrong.push(format!(
                "{id}, cell {}: {what}; {mend}",
                sheet.cell(line.row, column)
            )),
        }
    }
    QuestionRow { values }
}

fn value(
    column: BankColumn,
    line: &WorkbookRow,
    words: WorkbookWords<'_>,
) -> Result<String, (String, String)> {
    if let Some(Err(what)) = line.values.get(&column) {
        let mend = "format the cell as text and type it again".to_owned();
        return Err(((*what).to_owned(), mend));
    }
    let value = tidy(line.get(column));
    match (value.is_empty(), column.optional()) {
        (true, true) => Ok(value),
        (true, false) => Err((
            format!("the {} of this new question is empty", column.name()),
            "write it, or empty the whole row".into(),
        )),
        (false, _) => closed(column, value, words),
    }
}

/// The entry of a new question, below the last one of its file.
pub(super) fn edit(file: &str, last: &Question, rows: &[&QuestionRow]) -> Result<Edit, Strange> {
    let newline = if file.contains("\r\n") { "\r\n" } else { "\n" };
    let spans = BankColumn::ALL
        .into_iter()
        .filter_map(|column| span(last, column));
    let ends = spans.map(|span| {
        let text = file.get(span.clone()).unwrap_or_default();
        span.start + text.trim_end().len()
    });
    let end = ends.max().ok_or(Strange)?;
    let rest = file.get(end..).ok_or(Strange)?;
    let at = rest.find('\n').map_or(file.len(), |found| end + found + 1);
    let indent = indent(file, last)?;
    let gap = if apart(file, last)? { newline } else { "" };
    let entries: String = rows
        .iter()
        .map(|row| gap.to_owned() + &entry(row, indent, newline))
        .collect();
    let whole = file.get(..at).is_some_and(|text| text.ends_with('\n'));
    let text = if whole {
        entries
    } else {
        format!("{newline}{entries}")
    };
    Ok(Edit {
        range: at..at,
        text,
    })
}

/// How far the dash of an entry stands from the margin.
fn indent(file: &str, last: &Question) -> Result<usize, Strange> {
    let id = span(last, BankColumn::Id).ok_or(Strange)?;
    let before = file.get(..id.start).ok_or(Strange)?;
    let line = before.rsplit('\n').next().unwrap_or_default();
    let dash = line.find("- id:").ok_or(Strange)?;
    let bare = line.get(..dash).is_some_and(|text| text.trim().is_empty());
    if bare { Ok(dash) } else { Err(Strange) }
}

/// Whether an empty line stands above an entry.
fn apart(file: &str, last: &Question) -> Result<bool, Strange> {
    let id = span(last, BankColumn::Id).ok_or(Strange)?;
    let before = file.get(..id.start).ok_or(Strange)?;
    let above = before.rsplit('\n').nth(1).unwrap_or_default();
    Ok(above.trim().is_empty())
}

/// An entry as this house lays it out.
fn entry(row: &QuestionRow, indent: usize, newline: &str) -> String {
    let mut out = String::new();
    let mut put = |dash: &str, deep: usize, line: String| {
        let spaces = " ".repeat(indent + deep);
        let _ = write!(out, "{spaces}{dash}{line}{newline}");
    };
    let block = |key: &str, text: &str| {
        let deep = indent + 4;
        let spaces = " ".repeat(deep);
        format!("{key}: >-{newline}{spaces}{}", folded(text, deep, newline))
    };
    put("- ", 0, format!("id: {}", row.get(BankColumn::Id)));
    put("", 2, format!("kind: {}", row.get(BankColumn::Kind)));
    put(
        "",
        2,
        format!("difficulty: {}", row.get(BankColumn::Difficulty)),
    );
    for (key, column) in [("expect", BankColumn::Expect), ("twin", BankColumn::Twin)] {
        let value = row.get(column);
        if !value.is_empty() {
            let value = if column == BankColumn::Expect {
                value.to_owned()
            } else {
                plain_or_quoted(value)
            };
            put("", 2, format!("{key}: {value}"));
        }
    }
    put("", 2, block("question", row.get(BankColumn::Question)));
    put("", 2, "options:".into());
    for (option, letter) in LETTERS.iter().enumerate() {
        let text = double_quoted(row.get(BankColumn::Choice(option)));
        put("- ", 4, format!("text: {text}"));
        if row.get(BankColumn::Right) == *letter {
            put("", 6, "right: true".into());
        }
        let why = row.get(BankColumn::Feedback(option));
        if !why.is_empty() {
            put("", 6, format!("why: {}", double_quoted(why)));
        }
    }
    put("", 2, block("why", row.get(BankColumn::Why)));
    let deed = row.get(BankColumn::DoNow);
    if !deed.is_empty() {
        put("", 2, format!("do_now: {}", double_quoted(deed)));
    }
    for (key, column) in [
        ("effective_from", BankColumn::EffectiveFrom),
        ("checked_on", BankColumn::CheckedOn),
    ] {
        put("", 2, format!("{key}: {}", double_quoted(row.get(column))));
    }
    put("", 2, source(row));
    let next = row.get(BankColumn::SupersededBy);
    if !next.is_empty() {
        put("", 2, format!("superseded_by: {}", plain_or_quoted(next)));
    }
    out
}

fn source(row: &QuestionRow) -> String {
    let document = plain_or_quoted(row.get(BankColumn::Document));
    match row.get(BankColumn::Place) {
        "" => format!("source: {{ document: {document} }}"),
        place => format!(
            "source: {{ document: {document}, place: {} }}",
            double_quoted(place)
        ),
    }
}
