//! The forms that are for members themselves: their rules of form.
//!
//! Knows what would let an answer tell whose it is, or what a button could not carry. Must not know what is asked.

use std::collections::BTreeSet;

use super::FormFile;
use crate::campaign::dates;
use crate::campaign::form::{Asks, FieldKind, OPTIONS_IN_ALL, Opening};
use crate::campaign::raw::form as raw;
use crate::told;

/// The most days for which members are asked.
const DAYS_MAX: u32 = 60;

impl FormFile<'_> {
    /// When members are asked.
    pub(super) fn opens(&mut self) -> Option<Opening> {
        let raw = &self.page.raw;
        let (opens, days) = match (raw.asks, &raw.opens, &raw.days) {
            (Asks::Members, Some(opens), Some(days)) => (opens, days),
            (Asks::Members, _, _) => {
                self.fault(&raw.form, told!("form-no-days"));
                return None;
            }
            (_, None, None) => return None,
            _ => {
                self.fault(&raw.form, told!("form-units-days"));
                return None;
            }
        };
        let found = dates::parse_yearly(&opens.value).filter(|day| *day != (29, 2));
        let Some((day, month)) = found else {
            self.fault(opens, told!("form-opens", given = opens.value));
            return None;
        };
        if !(1..=DAYS_MAX).contains(&days.value) {
            self.fault(days, told!("form-days", count = days.value));
            return None;
        }
        let days = days.value;
        Some(Opening { day, month, days })
    }

    /// What is typed could tell who wrote it, and so could what goes to the level above.
    pub(super) fn choices_only(&mut self) {
        self.no_meanings();
        let raw = &self.page.raw;
        for field in raw.all() {
            if !matches!(field.kind.value, FieldKind::Choice | FieldKind::Choices) {
                self.fault(&field.kind, told!("form-members-choose"));
            }
            let more = field.known.is_some() || field.told.is_some() || field.report.is_some();
            if more {
                self.fault(&field.id, told!("form-members-fill"));
            }
            self.alike(field);
        }
        let of = |field: &raw::Field| field.options.as_ref().map_or(0, |all| all.value.len());
        let count: usize = raw.all().map(of).sum();
        if count > OPTIONS_IN_ALL {
            self.fault(&raw.form, told!("form-options-in-all", count = count));
        }
    }

    /// No two options read alike: who means the one would choose the other.
    fn alike(&mut self, field: &raw::Field) {
        let mut seen = BTreeSet::new();
        let options = field.options.iter().flat_map(|all| &all.value);
        for name in options.flat_map(|one| [&one.vi, &one.en]) {
            if !seen.insert(name.value.trim().to_lowercase()) {
                self.fault(name, told!("form-options-alike", name = name.value));
            }
        }
    }
}
