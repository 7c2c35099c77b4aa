//! What a check of words finds.
//!
//! Knows no rule, nor where the words stand.

/// Something to mend, and the words it stands in.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Issue {
    pub words: String,
    pub what: String,
    pub mend: String,
}

impl Issue {
    pub(super) fn new(words: &str, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            words: words.to_owned(),
            what: what.into(),
            mend: mend.into(),
        }
    }
}
