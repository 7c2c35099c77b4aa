//! What suggestions may be about, and the ways on paper: their rules of form.
//!
//! Knows that a topic is stored by its place. Must not know what becomes of a suggestion.

use super::draft::{FileDraft, wording};
use crate::campaign::Suggestions;
use crate::campaign::raw::suggestions as raw;
use crate::told;

/// Topics: the law's ten, and the union itself.
const TOPICS: usize = 11;

impl FileDraft<'_, raw::Suggestions> {
    pub(super) fn suggestions(&mut self) -> Suggestions {
        let raw = &self.page.raw;
        let count = raw.topics.value.len();
        if count != TOPICS {
            let what = told!("suggestions-topics", expected = TOPICS, given = count);
            self.fault(&raw.topics, what);
        }
        if raw.ways.value.is_empty() {
            self.fault(&raw.ways, told!("suggestions-ways"));
        }
        let ways = raw.ways.value.iter();
        Suggestions {
            topics: raw.topics.value.iter().map(wording).collect(),
            ways: ways
                .map(|way| (wording(&way.text), self.source(&way.source)))
                .collect(),
            checked_on: self.date(&raw.checked_on),
        }
    }
}
