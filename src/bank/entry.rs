//! A new question written below the last one of its file, as this house lays it out.
//!
//! Knows the layout. Must not know what the values mean. A file that is laid out otherwise is refused.

use std::fmt::Write;

use super::edit::{Edit, Strange};
use super::row::{BankColumn, LETTERS, QuestionRow, span};
use super::scalar::{double_quoted, folded, plain_or_quoted};
use crate::campaign::raw::Question;

/// The entry of a new question, below the last one of its file.
pub(super) fn below(file: &str, last: &Question, rows: &[&QuestionRow]) -> Result<Edit, Strange> {
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
