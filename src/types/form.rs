//! A form's name and one answer of it, as buttons carry them and tables keep them.
//!
//! Must not know which forms there are, nor what a good answer is.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Letters of a form's name: it fits a button beside a unit and a period.
const NAME_CHARS: usize = 12;

/// The name of a form: that of its file, in small letters and digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormName {
    letters: [u8; NAME_CHARS],
    length: usize,
}

impl FormName {
    /// As it is written.
    pub fn as_str(&self) -> &str {
        let letters = self.letters.get(..self.length).unwrap_or_default();
        std::str::from_utf8(letters).unwrap_or_default()
    }
}

impl FromStr for FormName {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let sound = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit();
        let length = text.len();
        if !(1..=NAME_CHARS).contains(&length) || !text.bytes().all(sound) {
            return Err(());
        }
        let mut letters = [0; NAME_CHARS];
        for (place, letter) in letters.iter_mut().zip(text.bytes()) {
            *place = letter;
        }
        Ok(Self { letters, length })
    }
}

impl fmt::Display for FormName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for FormName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FormName({self})")
    }
}

/// One answer. A field without any has not been reached, or was passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// “There is no figure yet”: as good as any answer, and never a zero.
    Unknown,
    /// A number; of per cent a hundredth, of money one đồng, of a day `20260115`, of a month `202601`.
    Number(i64),
    /// The ids of what was chosen, with spaces between them.
    Chosen(String),
    /// Words.
    Words(String),
}

impl Answer {
    /// The number, if it is one.
    pub fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Unknown | Self::Chosen(_) | Self::Words(_) => None,
        }
    }
}

/// Answers by the ids of their fields.
pub type Answers = BTreeMap<String, Answer>;

#[cfg(test)]
mod tests {
    use super::FormName;

    #[test]
    fn a_name_is_short_and_plain() {
        assert_eq!("sonam".parse::<FormName>().unwrap().as_str(), "sonam");
        for wrong in ["", "SoNam", "so nam", "số", "a-b", "abcdefghijklm"] {
            assert!(wrong.parse::<FormName>().is_err(), "{wrong}");
        }
    }
}
