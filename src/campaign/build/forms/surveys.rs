//! The forms that are for members themselves: their rules of form.
//!
//! Knows what would let an answer tell whose it is, or what a button could not carry. Must not know what is asked.

use std::collections::BTreeSet;

use super::FormFile;
use crate::campaign::dates;
use crate::campaign::form::{Asks, FieldKind, OPTIONS_IN_ALL, Opening};
use crate::campaign::raw::form as raw;

/// The most days for which members are asked.
const DAYS_MAX: u32 = 60;

impl FormFile<'_> {
    /// When members are asked.
    pub(super) fn opens(&mut self) -> Option<Opening> {
        let raw = &self.page.raw;
        let (opens, days) = match (raw.asks, &raw.opens, &raw.days) {
            (Asks::Members, Some(opens), Some(days)) => (opens, days),
            (Asks::Members, _, _) => {
                let what = "it is not said when members are asked".to_owned();
                self.fault(&raw.form, what, "write opens: \"05/10\" and days: 14");
                return None;
            }
            (_, None, None) => return None,
            _ => {
                let what = "only members are asked on days".to_owned();
                self.fault(&raw.form, what, "take the lines opens and days away");
                return None;
            }
        };
        let found = dates::parse_yearly(&opens.value).filter(|day| *day != (29, 2));
        let Some((day, month)) = found else {
            let what = format!("“{}” is no day of every year", opens.value);
            self.fault(opens, what, "write day and month, as in \"05/10\"");
            return None;
        };
        let days_ = days.value;
        if !(1..=DAYS_MAX).contains(&days_) {
            self.fault(
                days,
                format!("they are asked for {days_} days"),
                "write 1 to 60",
            );
            return None;
        }
        let days = days_;
        Some(Opening { day, month, days })
    }

    /// What is typed could tell who wrote it, and so could what goes to the level above.
    pub(super) fn choices_only(&mut self) {
        let raw = &self.page.raw;
        for field in raw.all() {
            if !matches!(field.kind.value, FieldKind::Choice | FieldKind::Choices) {
                let what = "members are asked for more than a choice".to_owned();
                self.fault(
                    &field.kind,
                    what,
                    "write choice or choices: what somebody types can tell who it was",
                );
            }
            let more = field.known.is_some() || field.told.is_some() || field.report.is_some();
            if more {
                let what = "a choice of members fills in nothing by itself".to_owned();
                self.fault(&field.id, what, "take known, told and report away");
            }
            self.alike(field);
        }
        let of = |field: &raw::Field| field.options.as_ref().map_or(0, |all| all.value.len());
        let count: usize = raw.all().map(of).sum();
        if count > OPTIONS_IN_ALL {
            let what = format!("there are {count} options in all");
            self.fault(&raw.form, what, "write 60 at most, all questions together");
        }
    }

    /// No two options read alike: who means the one would choose the other.
    fn alike(&mut self, field: &raw::Field) {
        let mut seen = BTreeSet::new();
        let options = field.options.iter().flat_map(|all| &all.value);
        for name in options.flat_map(|one| [&one.vi, &one.en]) {
            if !seen.insert(name.value.trim().to_lowercase()) {
                let what = format!("two options read “{}”", name.value);
                self.fault(
                    name,
                    what,
                    "make one of them of the two, or say what differs",
                );
            }
        }
    }
}
