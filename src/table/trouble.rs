//! What is wrong with a table: where, what, and what to do.
//!
//! Knows places and which text tells a fault. Must not know how it was found.

use std::fmt::Write as _;

use super::letters;
use crate::text::{Texts, Value};
use crate::types::Language;

/// So many faults are shown; the rest are counted.
const SHOWN_MAX: usize = 20;
/// They fit one message, with a heading above them.
const CHARS_MAX: usize = 3000;
/// A text that is quoted is cut here.
const QUOTED_MAX: usize = 60;

/// Something wrong, wherever it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trouble {
    key: &'static str,
    args: Vec<(&'static str, Arg)>,
}

/// What is put into the text of a trouble.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Arg {
    Value(Value),
    /// A text of its own, in the reader's language.
    Text(&'static str),
    /// Several, with commas between them.
    List(Vec<Arg>),
}

impl<V: Into<Value>> From<V> for Arg {
    fn from(value: V) -> Self {
        Self::Value(value.into())
    }
}

/// Something wrong, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// From 1; 0 is the file as a whole.
    pub(crate) line: u32,
    /// From 0; `None`: the line as a whole.
    pub(crate) column: Option<u32>,
    pub(crate) trouble: Trouble,
}

/// Everything that is wrong with a table, as one goes through it; never none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults(pub(crate) Vec<Fault>);

impl Trouble {
    pub(crate) fn new(key: &'static str) -> Self {
        Self {
            key,
            args: Vec::new(),
        }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    pub(crate) fn at(self, line: u32, column: u32) -> Fault {
        Fault {
            line,
            column: Some(column),
            trouble: self,
        }
    }

    pub(crate) fn on(self, line: impl TryInto<u32>) -> Fault {
        Fault {
            line: line.try_into().unwrap_or(u32::MAX),
            column: None,
            trouble: self,
        }
    }

    /// What is wrong and what to do, without the place.
    pub(crate) fn told(&self, texts: &Texts, language: Language) -> String {
        let args = self
            .args
            .iter()
            .map(|(name, arg)| (*name, arg.told(texts, language)));
        texts.plain(language, self.key, &args.collect::<Vec<_>>())
    }
}

impl Arg {
    fn told(&self, texts: &Texts, language: Language) -> Value {
        match self {
            Self::Value(value) => value.clone(),
            Self::Text(key) => texts.plain(language, key, &[]).into(),
            Self::List(args) => {
                let mut list = String::new();
                for (place, arg) in args.iter().enumerate() {
                    let comma = if place == 0 { "" } else { ", " };
                    let told = match arg.told(texts, language) {
                        Value::Text(text) | Value::Html(text) => text,
                        Value::Number(number) => number.to_string(),
                    };
                    let _ = write!(list, "{comma}{told}");
                }
                list.into()
            }
        }
    }
}

impl Fault {
    /// Where it is, what is wrong, and what to do.
    pub(crate) fn told(&self, texts: &Texts, language: Language) -> String {
        let what = self.trouble.told(texts, language);
        match self.column {
            Some(column) => {
                let cell = format!("{}{}", letters(column), self.line);
                let args = [("cell", cell.into()), ("what", what.into())];
                texts.plain(language, "table-at-cell", &args)
            }
            None if self.line > 0 => {
                let line = Value::Text(self.line.to_string());
                texts.plain(
                    language,
                    "table-at-line",
                    &[("line", line), ("what", what.into())],
                )
            }
            None => texts.plain(language, "table-at-file", &[("what", what.into())]),
        }
    }
}

impl Faults {
    /// The one fault of a file as a whole.
    pub(crate) fn one(trouble: Trouble) -> Self {
        Self(vec![trouble.on(0_u32)])
    }

    /// A line about each of the first, from the top, and how many more there are.
    pub fn told(&self, texts: &Texts, language: Language) -> String {
        let mut faults: Vec<&Fault> = self.0.iter().collect();
        faults.sort_by_key(|fault| (fault.line, fault.column));
        let lines = faults
            .iter()
            .take(SHOWN_MAX)
            .map(|fault| fault.told(texts, language));
        some(lines, faults.len(), texts, language)
    }
}

/// As many of these lines as fit a message, and how many there are beside them.
pub(crate) fn some(
    lines: impl Iterator<Item = String>,
    all: usize,
    texts: &Texts,
    language: Language,
) -> String {
    let (mut shown, mut chars, mut count) = (Vec::new(), 0, 0);
    for line in lines.take(SHOWN_MAX) {
        chars += line.chars().count() + 1;
        if chars > CHARS_MAX {
            break;
        }
        shown.push(line);
        count += 1;
    }
    if let Some(more) = all.checked_sub(count).filter(|more| *more > 0) {
        shown.push(texts.plain(language, "table-more", &[("count", more.into())]));
    }
    shown.join("\n")
}

/// A text of the file inside a sentence of ours: on one line, and not too long.
pub(crate) fn quoted(text: &str) -> Value {
    let seen: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let seen = seen.trim();
    let mut short: String = seen.chars().take(QUOTED_MAX).collect();
    if short.len() < seen.len() {
        short.push('…');
    }
    short.into()
}
