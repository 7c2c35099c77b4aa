//! What a cell says: as text, as a whole number, as a day.
//!
//! Knows what programs make of what people type. Must not know which column a cell is in.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use super::number;
use super::trouble::{Trouble, quoted};
use crate::encoding::{DeadText, dead};
use crate::text::{has_no_width, is_noncharacter};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum CellValue {
    Text(String),
    Number {
        value: f64,
        /// As the cell shows it; `None`: that depends on the machine.
        shown: Option<String>,
    },
    Day(NaiveDate),
    /// A time of day, or a moment.
    Time,
    /// `TRUE` or `FALSE`.
    Truth,
    /// A formula that fails, with its error.
    Failed(String),
    /// A formula whose result was not stored.
    NoResult,
}

/// Nothing.
pub(crate) static EMPTY: CellValue = CellValue::Text(String::new());

impl CellValue {
    /// Whether nothing can be seen there.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.chars().all(|c| c.is_whitespace() || has_no_width(c)))
    }

    pub(super) fn letters(&self) -> usize {
        match self {
            Self::Text(text) | Self::Failed(text) => text.len(),
            _ => 0,
        }
    }

    /// The words, letter by letter as they are stored; nobody has looked at their letters.
    pub(crate) fn words(&self) -> Result<String, Trouble> {
        match self {
            Self::Text(text) => Ok(text.clone()),
            Self::Number { shown, .. } => shown.clone().ok_or(Trouble::new("table-number")),
            other => Err(other.trouble()),
        }
    }

    /// The words on one line.
    pub(crate) fn line(&self) -> Result<String, Trouble> {
        let words = self.words()?;
        sound(&words)?;
        Ok(tidy(&words))
    }

    /// The words, or a number as it is written in code: `1.1`.
    pub(crate) fn words_or_number(&self) -> Result<String, Trouble> {
        match self {
            Self::Number { value, shown: None } if value.is_finite() => Ok(value.to_string()),
            other => other.words(),
        }
    }

    /// The words, or a day as dd/mm/yyyy.
    pub(crate) fn words_or_day(&self) -> Result<String, Trouble> {
        match self {
            Self::Day(day) => Ok(day.format("%d/%m/%Y").to_string()),
            other => other.words(),
        }
    }

    /// A whole number, if one stands there; anything else is the trouble `other`, with a `value`.
    pub(crate) fn whole(&self, other: &'static str) -> Result<Option<i64>, Trouble> {
        let wrong = |seen: &str| Trouble::new(other).with("value", quoted(seen));
        match self {
            Self::Text(text) => {
                sound(text)?;
                let seen = tidy(text);
                if seen.is_empty() {
                    return Ok(None);
                }
                number::whole(&seen).map(Some).ok_or_else(|| wrong(&seen))
            }
            // Whoever looks at the cell sees another number, or none.
            Self::Number {
                value,
                shown: Some(shown),
            } if !shows(shown, *value) => Err(wrong(shown)),
            Self::Number { value, .. } => {
                let whole = General(*value).whole().filter(|number| *number >= 0);
                whole
                    .map(Some)
                    .ok_or_else(|| wrong(&value.to_string().replace('.', ",")))
            }
            other => Err(other.trouble()),
        }
    }

    fn trouble(&self) -> Trouble {
        match self {
            Self::Day(_) | Self::Time => Trouble::new("table-day"),
            Self::Truth => Trouble::new("table-truth"),
            Self::Failed(error) => Trouble::new("table-failed").with("value", quoted(error)),
            Self::Text(_) | Self::Number { .. } | Self::NoResult => Trouble::new("table-no-result"),
        }
    }
}

/// Whether a cell shows the digits of its number: `15`, `0015`, `15 người`, and neither `1500%` nor `nhiều`.
fn shows(shown: &str, value: f64) -> bool {
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    let Some(whole) = General(value).whole() else {
        // That it is no whole number is told by itself.
        return true;
    };
    let same = |digits: &str| digits.parse() == Ok(whole.unsigned_abs());
    same(&digits) && !shown.contains('%')
}

/// A number as it is shown where nothing else is asked for.
pub(super) struct General(pub(super) f64);

impl General {
    /// If it is whole, and not so long that Excel rounds it.
    pub(super) fn whole(&self) -> Option<i64> {
        let sound = self.0.fract() == 0.0 && self.0.abs() < 1e11;
        sound
            .then(|| format!("{:.0}", self.0).parse().ok())
            .flatten()
    }

    pub(super) fn shown(&self) -> Option<String> {
        self.whole().map(|whole| whole.to_string())
    }
}

/// Whether a text is made of letters that people see.
pub(crate) fn sound(text: &str) -> Result<(), Trouble> {
    match dead(text) {
        Some(DeadText::OldFont) => {
            return Err(Trouble::new("table-old-font").with("value", quoted(text)));
        }
        Some(DeadText::Misread) => {
            return Err(Trouble::new("table-misread").with("value", quoted(text)));
        }
        Some(DeadText::Lost) => return Err(Trouble::new("table-lost").with("value", quoted(text))),
        None => {}
    }
    let unseen = |c: &char| is_noncharacter(*c) || c.is_control() && !c.is_whitespace();
    match text.chars().find(unseen) {
        Some(control) => {
            let code = format!("U+{:04X}", u32::from(control));
            Err(Trouble::new("table-control").with("value", code))
        }
        None => Ok(()),
    }
}

/// On one line and in NFC, with single spaces and without what nobody sees.
pub(crate) fn tidy(text: &str) -> String {
    let seen: String = text.nfc().filter(|c| !has_no_width(*c)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}
