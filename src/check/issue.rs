//! What a check of words finds.
//!
//! Knows no rule, nor where the words stand.

/// What is wrong with words, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Issue {
    pub words: String,
    pub what: String,
}

impl Issue {
    pub(super) fn new(words: &str, what: impl Into<String>) -> Self {
        Self {
            words: words.to_owned(),
            what: what.into(),
        }
    }
}
