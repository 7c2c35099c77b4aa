//! What suggestions may be about, and the ways on paper: their rules of form.
//!
//! Knows that a topic is stored by its place. Must not know what becomes of a suggestion.

use super::draft::{FileDraft, wording};
use crate::campaign::Suggestions;
use crate::campaign::raw::suggestions as raw;
use crate::told;

/// Topics: the law's ten, and the union itself.
const TOPICS: usize = 11;
/// Days for an answer: those that may be said, and those where nothing is said.
const ANSWER_DAYS: std::ops::RangeInclusive<u32> = 3..=60;
const ANSWER_DAYS_USUAL: u32 = 15;

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
        if let Some(days) = &raw.answer_days
            && !ANSWER_DAYS.contains(&days.value)
        {
            let (least, most) = (*ANSWER_DAYS.start(), *ANSWER_DAYS.end());
            let what = told!(
                "suggestions-days",
                least = least,
                most = most,
                given = days.value
            );
            self.fault(days, what);
        }
        let ways = raw.ways.value.iter();
        Suggestions {
            topics: raw.topics.value.iter().map(wording).collect(),
            ways: ways
                .map(|way| (wording(&way.text), self.source(&way.source)))
                .collect(),
            answer_days: raw
                .answer_days
                .as_ref()
                .map_or(ANSWER_DAYS_USUAL, |days| days.value),
            checked_on: self.date(&raw.checked_on),
        }
    }
}
