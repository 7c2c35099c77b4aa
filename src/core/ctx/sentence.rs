//! A sentence or two that an officer writes for others to read.
//!
//! Knows how long it may be. Must not know what it is about.

use super::{Caller, Ctx};
use crate::store::Result;
use crate::text::one_line;

/// Letters of what an officer writes for others to read: a sentence or two.
pub(in crate::core) const SENTENCE_CHARS: std::ops::RangeInclusive<usize> = 10..=300;

impl Ctx<'_> {
    /// A sentence or two that a caller has written, on one line. `None` if it is too short or too long: the caller
    /// gets one of these texts.
    pub(in crate::core) async fn sentence(
        &mut self,
        caller: &Caller,
        words: &str,
        (short, long): (&str, &str),
    ) -> Result<Option<String>> {
        let line = one_line(words);
        let count = line.chars().count();
        if SENTENCE_CHARS.contains(&count) {
            return Ok(Some(line));
        }
        let key = if count < *SENTENCE_CHARS.start() {
            short
        } else {
            long
        };
        let args = [
            ("max", (*SENTENCE_CHARS.end()).into()),
            ("count", count.into()),
        ];
        self.say(caller, key, &args).await?;
        Ok(None)
    }
}
