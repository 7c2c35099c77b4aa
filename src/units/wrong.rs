//! What can be wrong in a file of units.
//!
//! Knows where a fault stands and which text tells it. Must not know how it was found.

use crate::text::{Texts, Value};
use crate::types::Language;

use super::column::UnitColumn;

/// Everything that is wrong with a file of units, as one goes through it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrongs(pub(super) Vec<Wrong>);

/// Something wrong, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    /// SheetLine of the file, from 1.
    pub(super) line: u64,
    /// Where on that line; `None`: the line as a whole.
    pub(super) column: Option<UnitColumn>,
    /// The cell as Excel calls it, if the column was found.
    pub(super) cell: Option<String>,
    pub(super) fault: CellFault,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CellFault {
    NotUtf8,
    NotAWorkbook,
    Empty,
    MissingColumn,
    /// So many cells where the first line has so many.
    Width(usize, usize),
    Unreadable,
    OldEncoding,
    Code(String),
    /// Also on that line.
    CodeTwice(String, u64),
    /// So many characters.
    Name(usize),
    Kind,
    Number(String),
    Parent(String),
    Circle(String),
}

impl CellFault {
    pub(super) fn at(self, line: u64, column: UnitColumn) -> Wrong {
        Wrong {
            column: Some(column),
            ..self.on(line)
        }
    }

    pub(super) fn on(self, line: u64) -> Wrong {
        Wrong {
            line,
            column: None,
            cell: None,
            fault: self,
        }
    }

    fn told(&self) -> (&'static str, Vec<(&'static str, Value)>) {
        let text = |text: &str| ("value", Value::from(text));
        let number = |name, number: usize| (name, Value::Text(number.to_string()));
        match self {
            Self::NotUtf8 => ("units-not-utf8", vec![]),
            Self::NotAWorkbook => ("units-not-a-workbook", vec![]),
            Self::Empty => ("units-empty", vec![]),
            Self::MissingColumn => ("units-missing-column", vec![]),
            Self::Width(cells, width) => (
                "units-width",
                vec![number("cells", *cells), number("width", *width)],
            ),
            Self::Unreadable => ("units-unreadable", vec![]),
            Self::OldEncoding => ("units-old-encoding", vec![]),
            Self::Code(code) => ("units-code", vec![text(code)]),
            Self::CodeTwice(code, line) => (
                "units-code-twice",
                vec![text(code), ("line", Value::Text(line.to_string()))],
            ),
            Self::Name(chars) => ("units-name", vec![number("chars", *chars)]),
            Self::Kind => ("units-kind", vec![]),
            Self::Number(value) => ("units-number", vec![text(value)]),
            Self::Parent(code) => ("units-parent", vec![text(code)]),
            Self::Circle(code) => ("units-circle", vec![text(code)]),
        }
    }
}

impl Wrong {
    /// Where it is, what is wrong, and what to do.
    fn told(&self, texts: &Texts, language: Language) -> String {
        let (key, args) = self.fault.told();
        let what = texts.plain(language, key, &args);
        let line = Value::Text(self.line.to_string());
        let what = Value::Text(what);
        let column = Value::from(self.column.map_or("", UnitColumn::name));
        match &self.cell {
            Some(cell) => texts.plain(
                language,
                "units-wrong-cell",
                &[("cell", cell.as_str().into()), ("what", what)],
            ),
            None if self.column.is_some() => texts.plain(
                language,
                "units-wrong-column",
                &[("line", line), ("column", column), ("what", what)],
            ),
            None => texts.plain(
                language,
                "units-wrong-line",
                &[("line", line), ("what", what)],
            ),
        }
    }
}

impl Wrongs {
    /// A line about each.
    pub fn lines(&self, texts: &Texts, language: Language) -> Vec<String> {
        self.0
            .iter()
            .map(|wrong| wrong.told(texts, language))
            .collect()
    }
}
