//! What of the content runs out with time: what nobody has compared with its source lately, and the table of holidays.
//!
//! Knows how long a look is good for. Must not know who is told.

use chrono::{Months, NaiveDate};

use super::Campaign;

/// After this time somebody looks again.
const FRESH: Months = Months::new(6);

/// Whether what was compared with its source on that day should be looked at again.
pub(crate) fn is_stale(checked_on: NaiveDate, today: NaiveDate) -> bool {
    checked_on
        .checked_add_months(FRESH)
        .is_none_or(|end| end < today)
}

/// Whether a table of holidays with this last day says nothing of a day.
pub(crate) fn ends_before(last: Option<NaiveDate>, day: NaiveDate) -> bool {
    last.is_none_or(|last| last < day)
}

impl Campaign {
    /// The ids of what is in use and should be compared with its source again.
    pub fn stale(&self, today: NaiveDate) -> Vec<&str> {
        let items = self.items().filter(|one| one.superseded_by.is_none());
        let items = items.map(|one| (one.id.as_str(), one.checked_on));
        let questions = self.questions().filter(|one| one.superseded_by.is_none());
        let questions = questions.map(|one| (one.id.as_str(), one.checked_on));
        let cards = self.criteria().map(|one| &one.card);
        let cards = cards.map(|one| (one.id.as_str(), one.checked_on));
        let checkins = self.checkins().iter();
        let checkins = checkins.map(|one| (one.id.as_str(), one.checked_on));
        let documents = self.ledger().living();
        let documents = documents.map(|one| (one.id.as_str(), one.checked_on));
        let all = items
            .chain(questions)
            .chain(cards)
            .chain(checkins)
            .chain(documents);
        let stale = all.filter(|(_, checked_on)| is_stale(*checked_on, today));
        stale.map(|(id, _)| id).collect()
    }
}
