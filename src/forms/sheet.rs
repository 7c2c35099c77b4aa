//! The sheet of a form: one row a unit, as it goes out and comes back.
//!
//! Knows its columns and what its cells say. Must not know which units there are, nor what they answered before.

use serde::{Deserialize, Serialize};

use super::names::named;
use super::reading;
use crate::campaign::form::{Field, FieldKind, Form};
use crate::table::{Book, CellValue, Fault, Faults, Heading, TableRow, Trouble, letters};
use crate::text::fold;
use crate::types::{Answers, Language};

/// The columns before those of the form.
const OWN: usize = 2;
/// Rows of one file.
const ROWS_MAX: usize = 5_000;
/// What stands before the sums of a column.
const TOTALS: [&str; 6] = ["tong", "tong cong", "cong", "tong so", "total", "sum"];

/// What stands in a sheet, before anybody has looked at the units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sheet {
    pub(crate) rows: Vec<SheetRow>,
    /// Where each column stands.
    places: Vec<u32>,
    /// Cells whose words likely name somebody where nobody is to be named, with the name.
    #[serde(default)]
    pub(crate) named: Vec<String>,
    /// What is wrong with single cells.
    #[serde(skip)]
    pub(crate) faults: Vec<Fault>,
}

/// A row with an answer in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SheetRow {
    pub(crate) line: u32,
    pub(crate) code: String,
    pub(crate) period: String,
    pub(crate) answers: Answers,
}

impl Sheet {
    /// Reads the cells, which needs no database. Empty ones answer nothing.
    ///
    /// # Errors
    /// There is no such table in the file. What is wrong with single cells is in `faults`.
    pub(crate) fn read(form: &Form, bytes: &[u8], language: Language) -> Result<Self, Faults> {
        let mut table = Book::read(bytes)?.find(&headings(form))?;
        let mut sheet = Self {
            rows: Vec::new(),
            places: std::mem::take(&mut table.places),
            named: Vec::new(),
            faults: std::mem::take(&mut table.faults),
        };
        if table.rows.len() > ROWS_MAX {
            let many = Trouble::new("form-sheet-long").with("max", ROWS_MAX);
            return Err(Faults(vec![many.on(table.line)]));
        }
        for row in &table.rows {
            sheet.row(form, row, language);
        }
        Ok(sheet)
    }

    fn row(&mut self, form: &Form, row: &TableRow, language: Language) {
        let mut answers = Answers::new();
        for (place, field) in (OWN..).zip(form.fields()) {
            let typed = match typed(field, row.cell(place)) {
                Ok(typed) => typed,
                Err(trouble) => {
                    self.wrong(row.line, place, trouble);
                    continue;
                }
            };
            if typed.is_empty() {
                continue;
            }
            match reading::one(field, &typed, language) {
                Ok(answer) => {
                    let words = field.checks.no_names.then_some(&typed);
                    if let Some(name) = words.and_then(|words| named(words)) {
                        let column = self.places.get(place).copied().unwrap_or(0);
                        let cell = format!("{}{} “{name}”", letters(column), row.line);
                        self.named.push(cell);
                    }
                    answers.insert(field.id.clone(), answer);
                }
                Err(trouble) => self.wrong(row.line, place, trouble),
            }
        }
        let mut line = |place: usize| {
            let read = row.cell(place).line();
            read.unwrap_or_else(|trouble| {
                self.wrong(row.line, place, trouble);
                String::new()
            })
        };
        let (code, period) = (line(0), line(1));
        if TOTALS.contains(&fold(&code).as_str()) || (code.is_empty() && !answers.is_empty()) {
            self.faults
                .push(Trouble::new("form-sheet-total").on(row.line));
        } else if !answers.is_empty() {
            self.rows.push(SheetRow {
                line: row.line,
                code,
                period,
                answers,
            });
        }
    }

    /// Puts a fault at a cell of a column.
    fn wrong(&mut self, line: u32, place: usize, trouble: Trouble) {
        let column = self.places.get(place).copied().unwrap_or(0);
        self.faults.push(trouble.at(line, column));
    }

    /// What is wrong with a row's unit.
    pub(crate) fn wrong_unit(&mut self, line: u32, trouble: Trouble) {
        self.wrong(line, 0, trouble);
    }

    /// What is wrong with a row's period.
    pub(crate) fn wrong_period(&mut self, line: u32, trouble: Trouble) {
        self.wrong(line, 1, trouble);
    }

    /// What is wrong with an answer.
    pub(crate) fn wrong_answer(&mut self, line: u32, form: &Form, field: &Field, trouble: Trouble) {
        let place = form.fields().position(|one| one.id == field.id);
        self.wrong(line, place.map_or(0, |place| OWN + place), trouble);
    }
}

fn headings(form: &Form) -> Vec<Heading> {
    let own = |names: [&str; 3], shown| Heading {
        names: names.map(str::to_owned).into(),
        shown: crate::table::Arg::Text(shown),
        fills: false,
    };
    let field = |field: &Field| Heading {
        names: [Language::Vi, Language::En]
            .into_iter()
            .flat_map(|language| [field.heading(language), field.name.get(language).to_owned()])
            .collect(),
        shown: field.heading(Language::Vi).into(),
        fills: false,
    };
    let mut all = vec![
        own(["ma don vi", "ma", "unit code"], "file-form-code"),
        own(["ky", "ky so lieu", "period"], "file-form-period"),
    ];
    all.extend(form.fields().map(field));
    all
}

/// What somebody would have typed to say what the cell says.
fn typed(field: &Field, cell: &CellValue) -> Result<String, Trouble> {
    match cell {
        CellValue::Number {
            shown: Some(shown), ..
        } if shown.contains('%') => Ok(shown.clone()),
        CellValue::Number { value, .. } if field.kind.is_number() => {
            Ok(value.to_string().replace('.', ","))
        }
        CellValue::Day(day) if field.kind == FieldKind::Month => {
            Ok(day.format("%m/%Y").to_string())
        }
        CellValue::Day(day) if field.kind == FieldKind::Date => {
            Ok(day.format("%d/%m/%Y").to_string())
        }
        other => Ok(other.words()?.trim().to_owned()),
    }
}
