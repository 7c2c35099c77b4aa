//! The holiday table, and dates that have not come yet.
//!
//! Knows how far the table must reach. Must not know how days are computed.

use chrono::{Months, NaiveDate};

use crate::campaign::age;
use crate::campaign::dates;
use crate::campaign::raw::Text;
use crate::campaign::read::{Content, SourceFile};
use crate::fault::Fault;
use crate::told;

/// How far ahead the last holiday must lie.
const REACH: Months = Months::new(12);

pub(super) fn check(content: &Content, today: NaiveDate, faults: &mut Vec<Fault>) {
    if let Some(page) = &content.calendar {
        let holidays = &page.raw.holidays;
        let days = holidays.value.iter();
        let last = days.filter_map(|one| dates::parse(&one.to.value)).max();
        let needed = today + REACH;
        if age::ends_before(last, needed) {
            faults.push(page.sheet.fault(
                holidays,
                told!("calendar-short", day = needed.format("%d/%m/%Y")),
            ));
        }
    }
    for (sheet, at) in checked(content) {
        if dates::parse(&at.value).is_some_and(|day| day > today) {
            faults.push(sheet.fault(at, told!("checked-ahead", given = at.value)));
        }
    }
}

fn checked(content: &Content) -> Vec<(&SourceFile, &Text)> {
    let mut all = Vec::new();
    for page in &content.criteria {
        let raw = &page.raw;
        let items = raw.items.value.iter().map(|item| &item.checked_on);
        let questions = raw.questions.value.iter().map(|one| &one.checked_on);
        let every = items.chain(questions).chain([&raw.card.checked_on]);
        all.extend(every.map(|at| (&page.sheet, at)));
    }
    if let Some(page) = &content.documents {
        let documents = page.raw.documents.iter();
        all.extend(documents.map(|one| (&page.sheet, &one.checked_on)));
    }
    let checkins = content.checkins.iter();
    all.extend(checkins.map(|page| (&page.sheet, &page.raw.checked_on)));
    let forms = content.forms.iter();
    all.extend(forms.map(|page| (&page.sheet, &page.raw.checked_on)));
    let suggestions = content.suggestions.iter();
    all.extend(suggestions.map(|page| (&page.sheet, &page.raw.checked_on)));
    all
}
