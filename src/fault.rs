//! Faults in files that people edit: where, what is wrong, what to do.
//!
//! Knows how a fault reads. Must not know what is looked for, nor who looks.

use std::fmt;

/// One fault. Reads `messages/3-liem-chinh/3.1.yaml:41:7: <what is wrong>; <what to do>`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file as the reader knows it.
    pub file: String,
    /// From 1; 1 for a fault of the whole file.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong; and what to do about it.
    pub what: String,
}

impl Fault {
    /// A fault of a whole file, or of a file that is not there.
    pub(crate) fn of_file(file: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            line: 1,
            column: 1,
            what: what.into(),
        }
    }

    /// A fault at the byte `offset` of `text`, which is what the file holds.
    pub(crate) fn at_byte(
        file: impl Into<String>,
        text: &str,
        offset: usize,
        what: impl Into<String>,
    ) -> Self {
        let (line, column) = position(text, offset);
        Self {
            line,
            column,
            ..Self::of_file(file, what)
        }
    }
}

/// Line and column, from 1, of a byte of `text`; of its end if `offset` lies beyond.
pub(crate) fn position(text: &str, offset: usize) -> (usize, usize) {
    let before: Vec<&str> = match text.get(..offset) {
        Some(before) => before.split('\n').collect(),
        None => text.split('\n').collect(),
    };
    let column = before.last().map_or(0, |line| line.chars().count()) + 1;
    (before.len(), column)
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            column,
            what,
        } = self;
        write!(f, "{file}:{line}:{column}: {what}")
    }
}

/// All faults that were found at once, sorted by place; never none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    /// `Ok` if there are none.
    pub(crate) fn none(mut faults: Vec<Fault>) -> Result<(), Self> {
        if faults.is_empty() {
            return Ok(());
        }
        faults.sort();
        faults.dedup();
        Err(Self(faults))
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, fault) in self.0.iter().enumerate() {
            if place > 0 {
                writeln!(f)?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_points_at_its_line_and_column_in_characters() {
        let fault = Fault::at_byte("messages/a.yaml", "đ: x\nbạn ở", 11, "wrong; mend it");
        assert_eq!(fault.to_string(), "messages/a.yaml:2:4: wrong; mend it");
    }

    #[test]
    fn a_place_beyond_the_end_is_the_end() {
        assert_eq!(position("ab\nc", 99), (2, 2));
    }
}
