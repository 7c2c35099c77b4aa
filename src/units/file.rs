//! The rows of a file of units, each by itself.
//!
//! Knows the columns and what may stand in a cell. Must not know how the rows make a tree.

use unicode_normalization::UnicodeNormalization;

use super::Wrong;

/// The columns, in the order of the documentation; any order is read.
const COLUMNS: [&str; 5] = ["code", "name", "parent", "kind", "members"];

/// Longest code: it is typed by people.
const CODE_CHARS_MAX: usize = 32;

/// Longest name: it is read on a button.
const NAME_CHARS_MAX: usize = 120;

/// No unit has more people than the country.
const MEMBERS_MAX: i64 = 100_000_000;

/// A row that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) line: u64,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) parent: Option<String>,
    pub(super) kind: String,
    /// `None`: the sum of the units below.
    pub(super) members: Option<i64>,
}

/// The rows that can be read; what cannot goes to `wrongs`.
pub(super) fn rows(text: &str, wrongs: &mut Vec<Wrong>) -> Vec<Row> {
    let header = text.lines().next().unwrap_or_default();
    let delimiter = if header.contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let names: Vec<String> = reader
        .headers()
        .map(|headers| headers.iter().map(str::to_lowercase).collect())
        .unwrap_or_default();
    let Some(places) = places(&names, wrongs) else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => rows.extend(row(&record, places, names.len(), wrongs)),
            Err(error) => wrongs.push(Wrong {
                line: error.position().map_or(0, csv::Position::line),
                column: "any",
                what: format!("the line cannot be read: {error}"),
            }),
        }
    }
    if rows.is_empty() && wrongs.is_empty() {
        wrongs.push(Wrong {
            line: 1,
            column: "any",
            what: "there is no unit in this file: write one on each line below the first".into(),
        });
    }
    rows
}

/// Where each of [`COLUMNS`] stands, if none is missing.
fn places(names: &[String], wrongs: &mut Vec<Wrong>) -> Option<[usize; 5]> {
    let before = wrongs.len();
    let places = COLUMNS.map(|column| {
        let place = names.iter().position(|name| name == column);
        if place.is_none() {
            let what = format!(
                "this column is missing: the first line must be {}",
                COLUMNS.join(",")
            );
            wrongs.push(Wrong {
                line: 1,
                column,
                what,
            });
        }
        place.unwrap_or(0)
    });
    (wrongs.len() == before).then_some(places)
}

fn row(
    record: &csv::StringRecord,
    places: [usize; 5],
    width: usize,
    wrongs: &mut Vec<Wrong>,
) -> Option<Row> {
    let line = record.position().map_or(0, csv::Position::line);
    if record.len() != width {
        let what = format!(
            "{} cells where the first line has {width}: put a text that contains the separator in quotation marks",
            record.len()
        );
        wrongs.push(Wrong {
            line,
            column: "any",
            what,
        });
        return None;
    }
    let cell = |place| record.get(place).unwrap_or_default().nfc().collect();
    let [code, name, parent, kind, members]: [String; 5] = places.map(cell);
    let faults = [
        ("code", code_fault(&code)),
        ("name", name_fault(&name)),
        ("kind", kind_fault(&kind)),
    ];
    let before = wrongs.len();
    let mut wrong = |column, what| wrongs.push(Wrong { line, column, what });
    for (column, fault) in faults {
        if let Some(what) = fault {
            wrong(column, what);
        }
    }
    let members = number(&members).unwrap_or_else(|what| {
        wrong("members", what);
        None
    });
    (wrongs.len() == before).then(|| Row {
        line,
        code,
        name,
        parent: Some(parent).filter(|parent| !parent.is_empty()),
        kind,
        members,
    })
}

fn code_fault(code: &str) -> Option<String> {
    let sound = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let fits = (1..=CODE_CHARS_MAX).contains(&code.chars().count());
    (!fits || !code.chars().all(sound))
        .then(|| format!("'{code}' is no code: use 1 to {CODE_CHARS_MAX} of A–Z, 0–9, - _ ."))
}

fn name_fault(name: &str) -> Option<String> {
    let chars = name.chars().count();
    (!(1..=NAME_CHARS_MAX).contains(&chars))
        .then(|| format!("a name has 1 to {NAME_CHARS_MAX} characters, this one has {chars}"))
}

fn kind_fault(kind: &str) -> Option<String> {
    kind.is_empty()
        .then(|| "empty: write the word for its level, such as 'tỉnh' or 'cơ sở'".into())
}

/// A number of people, with or without dots between the thousands; empty is none.
fn number(text: &str) -> Result<Option<i64>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    match text.replace('.', "").parse() {
        Ok(number) if (0..=MEMBERS_MAX).contains(&number) => Ok(Some(number)),
        _ => Err(format!(
            "'{text}' is no number of people: write digits, or leave it empty to add up the units below"
        )),
    }
}
