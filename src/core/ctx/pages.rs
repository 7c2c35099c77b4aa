//! A long list on a screen, a page at a time.
//!
//! Knows which page there is before and after. Must not know what is listed.

use super::Ctx;
use crate::event::Button;
use crate::outgoing::Key;
use crate::types::Language;

impl Ctx<'_> {
    /// A page of a list whose pages have `size` rows, and the row of buttons to the page before and the one after.
    /// Beyond the end it is the last page.
    pub(in crate::core) fn page<'l, T>(
        &self,
        language: Language,
        (list, size): (&'l [T], usize),
        page: u16,
        (before, after): (&str, &str),
        turn: impl Fn(u16) -> Button,
    ) -> (&'l [T], Option<Vec<Key>>) {
        let last = u16::try_from(list.len().div_ceil(size).saturating_sub(1)).unwrap_or(u16::MAX);
        let page = page.min(last);
        let shown = list.chunks(size).nth(usize::from(page)).unwrap_or_default();
        let mut keys = Vec::new();
        if page > 0 {
            keys.push(self.key(language, before, turn(page - 1)));
        }
        if page < last {
            keys.push(self.key(language, after, turn(page + 1)));
        }
        (shown, (!keys.is_empty()).then_some(keys))
    }
}
